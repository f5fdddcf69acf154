#include "bench/timeml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "twosource/base/unicode.hpp"

namespace twosource::bench {
namespace {

// "&amp;" and its like at the beginning of `rest` are taken off and appended to `text`.
bool take_entity(std::string_view& rest, std::string& text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> entities = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  for (const auto& [name, sign] : entities) {
    if (!rest.starts_with(name)) continue;
    text += sign;
    rest.remove_prefix(name.size());
    return true;
  }
  const std::size_t end = rest.find(';');
  if (!rest.starts_with("&#") || end == std::string_view::npos) return false;
  const bool hexadecimal = rest.starts_with("&#x");
  const std::string_view digits = rest.substr(0, end).substr(hexadecimal ? 3 : 2);
  std::uint32_t code = 0;
  const auto [stopped, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  if (error != std::errc() || stopped != digits.data() + digits.size()) return false;
  text += to_utf8(static_cast<char32_t>(code));
  rest.remove_prefix(end + 1);
  return true;
}

std::string decoded(std::string_view rest) {
  std::string text;
  while (!rest.empty()) {
    if (rest.front() == '&' && take_entity(rest, text)) continue;
    text += rest.front();
    rest.remove_prefix(1);
  }
  return text;
}

// The value of an attribute in `TIMEX3 tid="t1" value="1998"`.
std::string attribute(std::string_view tag, std::string_view name) {
  const std::string key = ' ' + std::string(name) + "=\"";
  const std::size_t begin = tag.find(key);
  if (begin == std::string_view::npos) return {};
  const std::string_view value = tag.substr(begin + key.size());
  return decoded(value.substr(0, value.find('"')));
}

bool is_creation_time(std::string_view tag) {
  return attribute(tag, "functionInDocument") == "CREATION_TIME";
}

std::string creation_time(std::string_view xml) {
  for (std::size_t at = xml.find("<TIMEX3 "); at != std::string_view::npos;
       at = xml.find("<TIMEX3 ", at + 1)) {
    const std::string_view tag = xml.substr(at, xml.find('>', at) - at);
    if (is_creation_time(tag)) return attribute(tag, "value");
  }
  return {};
}

class Reader {
 public:
  TimeMl read(std::string_view rest) {
    while (!rest.empty()) {
      if (rest.front() == '<') {
        const std::size_t end = std::min(rest.find('>'), rest.size());
        take_tag(rest.substr(1, end - 1));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      } else if (rest.front() != '&' || !take_entity(rest, document_.text)) {
        document_.text += rest.front();
        rest.remove_prefix(1);
      }
    }
    return std::move(document_);
  }

 private:
  void take_tag(std::string_view tag) {
    const auto here = static_cast<std::uint32_t>(document_.text.size());
    if (tag.starts_with("TIMEX3 ") && !tag.ends_with('/')) {
      open_ = !is_creation_time(tag);
      time_ = {{here, here}, attribute(tag, "type"), attribute(tag, "value")};
    } else if (tag == "/TIMEX3" && open_) {
      time_.span.end = here;
      if (!time_.span.empty()) document_.times.push_back(time_);
      open_ = false;
    }
  }

  TimeMl document_;
  GoldTime time_;
  bool open_ = false;
};

}  // namespace

Result<TimeMl> read_timeml(std::string_view xml) {
  constexpr std::string_view begin_tag = "<TEXT>";
  const std::size_t begin = xml.find(begin_tag);
  const std::size_t end = xml.rfind("</TEXT>");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
    return Error{ErrorKind::format, "this is no TimeML: it has no TEXT"};
  TimeMl document =
      Reader().read(xml.substr(begin + begin_tag.size(), end - begin - begin_tag.size()));
  document.created = creation_time(xml);
  return document;
}

}  // namespace twosource::bench
