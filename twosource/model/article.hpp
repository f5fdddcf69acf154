#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"

namespace twosource {

/// How exactly a time of publication is known.
enum class DatePrecision { day, minute, second };

/// Where a time of publication comes from. A date that the user set by flag is no evidence of who
/// was first.
enum class DateSource { metadata, url, text, flag };

/// When an article was published.
struct Published {
  std::int64_t unix_seconds = 0;  ///< UTC; for precision `day` the start of that day
  DatePrecision precision = DatePrecision::day;
  DateSource source = DateSource::metadata;
  bool operator==(const Published&) const = default;
};

/// One article as it was read. Everything derived from it points into `text` by Span.
struct Article {
  std::string id;        ///< 16 hexadecimal digits, or the record's own id where it is unique
  std::string path;      ///< where it was read from; `file.jsonl:12` for line 12
  std::string text;      ///< stored text, valid UTF-8: title, blank line, body; never changed
  Span title;            ///< empty for none
  Span body;             ///< everything after the title and the white space behind it
  std::string outlet;    ///< name of the outlet; empty: unknown
  std::string owner;     ///< who owns the outlet; empty: unknown
  std::string url;       ///< empty: unknown
  std::string language;  ///< BCP 47, as declared by the document; empty: not declared
  std::vector<std::string> authors;
  std::optional<Published> published;
};

/// Position of an article in the one list that all stages share.
using ArticleIndex = std::uint32_t;

/// A place in one article.
struct ArticleSpan {
  ArticleIndex article = 0;
  Span span;
  auto operator<=>(const ArticleSpan&) const = default;
};

inline std::string_view title_of(const Article& article) {
  return slice(article.text, article.title);
}

/// The JSON name of an enumerator.
const char* name_of(DatePrecision precision);
const char* name_of(DateSource source);

}  // namespace twosource
