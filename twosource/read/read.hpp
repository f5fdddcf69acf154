#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/model/problem.hpp"

namespace twosource {

/// Where records keep their fields, as `--map field=key` says it: pairs of a field of ours (text,
/// title, url, outlet, owner, authors, date, language, id) and a key of theirs. A key may be a path
/// with dots ("meta.source.name"). A mapped field is looked for there and nowhere else.
struct FieldMap {
  std::vector<std::pair<std::string, std::string>> names;
};

/// Whether `field` is one that a FieldMap may name.
bool is_record_field(std::string_view field);

struct ReadOptions {
  FieldMap fields;
  /// The most bytes of one article as it lies in the file: a page, a text file, a record.
  std::size_t max_article_bytes = std::size_t{16} << 20U;
};

/// What could be read of one input, and what could not.
struct ReadOutcome {
  std::vector<Article> articles;
  std::vector<Problem> problems;
};

/// Reads the articles in the bytes of one file.
///
/// The format is told from the content: JSON Lines, one JSON document or array of records, HTML,
/// else plain text; anything that is not a text, or a format that is not read yet, is one problem.
/// Articles come in the order of the file; their text is valid UTF-8, their spans are set, their
/// `id` is the record's own or empty (`settle` in read/collection.hpp gives ids). `path` names the
/// input in `Article::path` and in problems ("file.jsonl:12" for line 12).
ReadOutcome read_bytes(std::string_view path, std::string_view bytes, const ReadOptions& options);

}  // namespace twosource
