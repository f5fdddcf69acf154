// A quarter of news pages give their text in JSON-LD as well. It is good evidence and a bad answer:
// often a teaser, cut off, without paragraphs, or with markup. So it is taken only where the page
// itself holds less than half of it, because a script would load the rest. Texts are compared by
// their letters and digits alone, since quotation marks and blanks differ between the two.
#include "twosource/read/linked_body.hpp"

#include <algorithm>
#include <cstddef>

#include "twosource/base/unicode.hpp"
#include "twosource/read/html.hpp"
#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

constexpr std::size_t least_letters = 400;  // about 70 words; shorter ones are teasers

std::string letters_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_letter(c.value) || is_digit(c.value)) out += text.substr(at, c.size);
    at += c.size;
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!(text = trim(text)).empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(trim(text.substr(0, end)));
    text.remove_prefix(end);
  }
  return lines;
}

}  // namespace

std::vector<std::string> reconcile_body(std::vector<std::string> paragraphs,
                                        std::string_view linked_body) {
  if (linked_body.size() < least_letters) return paragraphs;
  const bool marked = is_html_fragment(linked_body) || linked_body.find('&') != std::string::npos;
  const std::string linked = marked ? text_of_fragment(linked_body) : std::string(linked_body);
  const std::string linked_letters = letters_of(linked);
  std::size_t all = 0;
  std::size_t found = 0;
  for (const std::string& paragraph : paragraphs) {
    const std::string letters = letters_of(paragraph);
    all += letters.size();
    if (linked_letters.find(letters) != std::string::npos) found += letters.size();
  }
  const bool longer = linked_letters.size() >= least_letters && linked_letters.size() > all;
  const bool mostly_missing = 2 * found < linked_letters.size();
  return longer && mostly_missing ? lines_of(linked) : std::move(paragraphs);
}

}  // namespace twosource
