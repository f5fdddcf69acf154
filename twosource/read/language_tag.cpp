#include "twosource/read/language_tag.hpp"

#include <algorithm>
#include <cstddef>

#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

constexpr std::size_t max_tag = 35;  // RFC 5646, section 4.4.1

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_letter_or_digit(char c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// Language lower, script Title, region UPPER (RFC 5646, section 2.1.1).
std::string with_usual_case(std::string_view part, bool first) {
  std::string out(part);
  const bool region = !first && part.size() == 2;
  std::transform(out.begin(), out.end(), out.begin(), region ? upper : lower);
  if (!first && part.size() == 4) out.front() = upper(out.front());
  return out;
}

}  // namespace

std::string language_tag(std::string_view declared) {
  declared = trim(declared);
  declared = declared.substr(0, declared.find_first_of(".@, ;"));  // "en_US.UTF-8", "de, en"
  if (declared.size() > max_tag) return {};
  std::string tag;
  while (!declared.empty()) {
    const std::size_t end = std::min(declared.find_first_of("-_"), declared.size());
    const std::string_view part = declared.substr(0, end);
    declared.remove_prefix(std::min(end + 1, declared.size()));
    const bool first = tag.empty();
    const bool fits = first ? (part.size() == 2 || part.size() == 3) &&
                                  std::all_of(part.begin(), part.end(), is_letter)
                            : !part.empty() && part.size() <= 8 &&
                                  std::all_of(part.begin(), part.end(), is_letter_or_digit);
    if (!fits) return first ? std::string() : tag;
    if (!first) tag += '-';
    tag += with_usual_case(part, first);
  }
  return tag;
}

}  // namespace twosource
