#include "twosource/read/plain.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "twosource/read/byline.hpp"
#include "twosource/read/dates.hpp"
#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

constexpr std::size_t max_head_lines = 5;   // outlet, byline, date, update, address
constexpr std::size_t max_head_line = 120;  // bytes; body lines are longer
constexpr std::size_t max_outlet = 40;      // bytes; "The Northern Selne Morning Courier" has 34
constexpr std::size_t max_outlet_words = 6;

// Between the parts of a masthead. A comma or a dash is none: "SELNE, 4 May 2031" is a dateline.
constexpr auto part_marks = std::to_array<std::string_view>({"|", "\xC2\xB7", "\xE2\x80\xA2"});

Span span_of(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

// Takes the next line that is not blank, trimmed; empty at the end.
std::string_view take_line(std::string_view& rest) {
  rest = trim(rest);
  const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
  const std::string_view line = trim(rest.substr(0, end));
  rest.remove_prefix(end);
  return line;
}

std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < line.size();) {
    const auto* mark = std::find_if(part_marks.begin(), part_marks.end(), [&](std::string_view m) {
      return line.substr(at).starts_with(m);
    });
    if (mark == part_marks.end()) {
      ++at;
      continue;
    }
    parts.push_back(trim(line.substr(0, at)));
    line.remove_prefix(at + mark->size());
    at = 0;
  }
  parts.push_back(trim(line));
  return parts;
}

bool is_outlet_name(std::string_view part) {
  if (part.empty() || part.size() > max_outlet) return false;
  const auto blanks = static_cast<std::size_t>(std::count(part.begin(), part.end(), ' '));
  const char first = part.front();
  const bool capital = (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
  return capital && blanks < max_outlet_words &&
         part.find_first_of(".,:;!?\"0123456789") == std::string_view::npos;
}

bool is_address(std::string_view part) {
  return (part.starts_with("https://") || part.starts_with("http://")) &&
         part.find(' ') == std::string_view::npos;
}

struct Head {
  std::string_view outlet;
  std::string_view url;
  std::vector<std::string> authors;
  std::optional<Published> published;
};

// What one line of the head says; nothing where some part of it says something else.
std::optional<Head> read_head_line(std::string_view line) {
  if (line.empty() || line.size() > max_head_line) return std::nullopt;
  Head found;
  for (const std::string_view part : parts_of(line)) {
    const std::optional<Published> published = parse_date(part, DateSource::text);
    if (published && !found.published) {
      found.published = published;
    } else if (is_byline(part)) {
      found.authors = authors_of(part);
    } else if (is_address(part)) {
      found.url = part;
    } else if (found.outlet.empty() && is_outlet_name(part)) {
      found.outlet = part;
    } else {
      return std::nullopt;
    }
  }
  return found;
}

// What stands first holds.
void add_to(Head& head, Head found) {
  if (head.outlet.empty()) head.outlet = found.outlet;
  if (head.url.empty()) head.url = found.url;
  if (head.authors.empty()) head.authors = std::move(found.authors);
  if (!head.published) head.published = found.published;
}

// Whether the next line follows without a blank one and holds a date.
bool date_follows(std::string_view rest) {
  const std::string_view next = take_line(rest);
  const std::optional<Head> head = read_head_line(next);
  return head && head->published && head->outlet.empty();
}

bool blank_line_follows(std::string_view rest) {
  const std::string_view space = rest.substr(0, rest.find_first_not_of("\r\n\t "));
  return std::count(space.begin(), space.end(), '\n') > 1;
}

// A short line is the name of an outlet only beside a date or right above one.
Head read_head(std::string_view rest) {
  Head head;
  for (std::size_t i = 0; i < max_head_lines; ++i) {
    const std::string_view line = take_line(rest);
    std::optional<Head> found = read_head_line(line);
    if (!found) break;
    const bool beside = found->published || (!blank_line_follows(rest) && date_follows(rest));
    if (!found->outlet.empty() && !beside) break;
    add_to(head, std::move(*found));
  }
  return head;
}

}  // namespace

Article read_plain(std::string text) {
  Article article;
  article.text = std::move(text);
  std::string_view rest = article.text;
  const std::string_view title = take_line(rest);
  if (!title.empty()) article.title = span_of(article.text, title);
  const std::string_view body = trim(rest);
  article.body = span_of(article.text, body);
  Head head = read_head(body);
  article.outlet = head.outlet;
  article.url = head.url;
  article.authors = std::move(head.authors);
  article.published = head.published;
  return article;
}

}  // namespace twosource
