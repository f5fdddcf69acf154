#pragma once

#include <string>
#include <string_view>

#include "twosource/base/json.hpp"
#include "twosource/read/read.hpp"

namespace twosource {

/// Reads one JSON object (`record` must be one) as an article: `where` names its place
/// ("file.jsonl:12"). Where `fields` does not say otherwise a field is looked for under its usual
/// names (docs/formats/input.md). Errors: `field` without a text, `empty` for a blank one. A body
/// that is HTML becomes its text.
Result<Article> read_record(const Json& record, std::string_view where, const FieldMap& fields);

/// Reads JSON Lines, one object, an array of objects, or an object with an array "articles". Every
/// record that cannot be read is a problem of its own with its line or number; the rest goes on.
/// A line or a document longer than `max_article_bytes` is `too_large`; arrays may be longer than
/// one article.
ReadOutcome read_json(std::string_view path, std::string_view text, const ReadOptions& options);

}  // namespace twosource
