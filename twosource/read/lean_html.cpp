// Making a page lean.
//
// Of the 364 kB of an average news page 60 kB are text, tags and telling attributes. An HTML5
// parser reads about 25 MB/s, so leaving the rest out before it parses makes reading a page six
// times faster. For that the page is cut into tags and text as the HTML standard cuts them; the
// tree is left to the parser.
//
//   <div class="lead" onclick="a()"><script>if (a<b) {}</script><!-- x --><p style="x">Hi
//   <div class="lead"><p>Hi
//
// The same pass sees how deep the page nests. The parser's time grows with the depth (it walks its
// stack of open elements for many tags) and with the number of formatting elements left open (it
// opens them again in every paragraph), so a page of 16 MB could keep it busy for hours. The sum of
// both over all tags is counted here; beyond a limit that no real page comes near the page is
// called tangled.
#include "twosource/read/lean_html.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "twosource/read/page.hpp"

namespace twosource {
namespace {

// A page of 10,000 tags at depth 30 costs 300,000; at 20 million the parser takes about a second.
constexpr std::uint64_t most_cost = 20'000'000;

// Deeper than this no page is by design; the parser's recursion-free part ends well above.
constexpr std::int64_t most_depth = 500;

// Formatting elements left open cost more than others: each is opened again, with a copy.
constexpr std::uint64_t formatting_weight = 10;

// Content between the rows of a table is moved before the table, one by one and slowly.
constexpr std::uint64_t most_misplaced = 5000;

constexpr auto void_names = std::to_array<std::string_view>(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr"});

// Their end tags may be left out, and a sibling closes them: they do not nest by themselves.
constexpr auto self_closed_names = std::to_array<std::string_view>(
    {"p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot",
     "colgroup", "rp", "rt", "html", "head", "body"});

constexpr auto formatting_names = std::to_array<std::string_view>(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
     "u"});

// Everything up to their end tag is text, not markup, and not for readers.
constexpr auto unseen_names = std::to_array<std::string_view>(
    {"script", "style", "iframe", "noembed", "noframes", "xmp"});

constexpr auto table_parts = std::to_array<std::string_view>(
    {"tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "col"});

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Where the end tag of a raw text element begins; the end of the page where there is none.
std::size_t find_end_tag(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::string_view found = html.substr(at + 2, name.size());
    if (std::equal(found.begin(), found.end(), name.begin(), name.end(),
                   [](char a, char b) { return lower(a) == b; })) {
      return at;
    }
  }
  return html.size();
}

struct AttributeText {
  std::string_view name;
  std::string_view value;   // without quotation marks
  std::string_view source;  // all of it, as it stands
};

struct StartTag {
  std::string name;
  std::vector<AttributeText> attributes;
  bool self_closed = false;
};

class LeanMaker {
 public:
  explicit LeanMaker(std::string_view html) : html_(html) {}

  LeanHtml make() {
    lean_.html.reserve(html_.size() / 4);
    while (at_ < html_.size()) {
      const std::size_t next = std::min(html_.find('<', at_), html_.size());
      lean_.html += html_.substr(at_, next - at_);
      at_ = next;
      if (at_ < html_.size()) take_markup();
    }
    lean_.tangled = deepest_ > most_depth || cost_ > most_cost || misplaced_ > most_misplaced;
    return std::move(lean_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead) const {
    return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0';
  }

  void take_markup() {
    if (html_.substr(at_, 4) == "<!--") {
      skip_comment();
    } else if (peek(1) == '!' || peek(1) == '?' || (peek(1) == '/' && !is_letter(peek(2)))) {
      copy_through('>');
    } else if (peek(1) == '/') {
      take_end_tag();
    } else if (is_letter(peek(1))) {
      take_start_tag();
    } else {
      lean_.html += html_[at_++];
    }
  }

  void skip_comment() {
    const std::string_view rest = html_.substr(at_ + 4);
    if (rest.starts_with(">") || rest.starts_with("->")) {  // "<!-->" is a whole comment
      at_ += 4 + rest.find('>') + 1;
      return;
    }
    const std::size_t end = std::min(html_.find("-->", at_ + 4), html_.find("--!>", at_ + 4));
    at_ = end == std::string_view::npos ? html_.size() : html_.find('>', end) + 1;
  }

  void copy_through(char last) {
    const std::size_t end = std::min(html_.find(last, at_), html_.size() - 1);
    lean_.html += html_.substr(at_, end + 1 - at_);
    at_ = end + 1;
  }

  std::string take_name() {
    std::string name;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
      name += lower(html_[at_++]);
    }
    return name;
  }

  void take_end_tag() {
    at_ += 2;
    const std::string name = take_name();
    at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
    lean_.html += "</";
    lean_.html += name;
    lean_.html += '>';
    count_end(name);
  }

  void take_start_tag() {
    ++at_;
    StartTag tag;
    tag.name = take_name();
    take_attributes(tag);
    if (contains(unseen_names, tag.name)) {
      skip_unseen(tag);
    } else if (tag.name == "svg" && !tag.self_closed &&
               find_end_tag(html_, at_, "svg") < html_.size()) {
      at_ = find_end_tag(html_, at_, "svg");
      at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
    } else {
      copy_start(tag);
      count_start(tag);
      if (tag.name == "title" || tag.name == "textarea") copy_raw_text(tag.name);
    }
  }

  void skip_unseen(const StartTag& tag) {
    const std::size_t end = find_end_tag(html_, at_, tag.name);
    for (const AttributeText& attribute : tag.attributes) {
      if (tag.name == "script" && attribute.value.find("ld+json") != std::string_view::npos) {
        lean_.linked_data.emplace_back(html_.substr(at_, end - at_));
      }
    }
    const std::size_t close = html_.find('>', end);
    at_ = close == std::string_view::npos ? html_.size() : close + 1;
  }

  void copy_raw_text(std::string_view name) {
    const std::size_t end = find_end_tag(html_, at_, name);
    lean_.html += html_.substr(at_, end - at_);
    at_ = end;
  }

  void take_attributes(StartTag& tag) {
    while (at_ < html_.size() && html_[at_] != '>') {
      if (is_space(html_[at_]) || html_[at_] == '/') {
        tag.self_closed = html_[at_] == '/';
        ++at_;
      } else {
        tag.self_closed = false;
        take_attribute(tag);
      }
    }
    at_ = std::min(at_ + 1, html_.size());
  }

  void take_attribute(StartTag& tag) {
    AttributeText attribute;
    const std::size_t begin = at_++;  // even "=" opens a name
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/' &&
           html_[at_] != '=') {
      ++at_;
    }
    attribute.name = html_.substr(begin, at_ - begin);
    std::size_t value = at_;
    while (value < html_.size() && is_space(html_[value])) ++value;
    if (value < html_.size() && html_[value] == '=') {
      at_ = value + 1;
      while (at_ < html_.size() && is_space(html_[at_])) ++at_;
      attribute.value = take_value();
    }
    attribute.source = html_.substr(begin, at_ - begin);
    tag.attributes.push_back(attribute);
  }

  std::string_view take_value() {
    const char quote = peek(0);
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = at_ + 1;
      const std::size_t end = std::min(html_.find(quote, begin), html_.size());
      at_ = std::min(end + 1, html_.size());
      return html_.substr(std::min(begin, end), end - std::min(begin, end));
    }
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
    return html_.substr(begin, at_ - begin);
  }

  void copy_start(const StartTag& tag) {
    lean_.html += '<';
    lean_.html += tag.name;
    std::uint32_t seen = 0;
    for (const AttributeText& attribute : tag.attributes) {
      const Attribute name = attribute_of(attribute.name);
      const std::uint32_t bit = 1U << static_cast<unsigned>(name);
      if (name == Attribute::other || (seen & bit) != 0 || !is_telling(tag, name, attribute)) {
        continue;
      }
      seen |= bit;
      lean_.html += ' ';
      lean_.html += attribute.source;
    }
    lean_.html += tag.self_closed ? " />" : ">";
  }

  static bool is_telling(const StartTag& tag, Attribute name, const AttributeText& attribute) {
    if (name == Attribute::href) return tag.name == "link";
    if (name == Attribute::style) {
      return attribute.value.find("none") != std::string_view::npos ||
             attribute.value.find("hidden") != std::string_view::npos;
    }
    return true;
  }

  // Open elements are counted by name, not on a stack: an end tag takes back only its own kind, so
  // the sum never falls below the true depth.
  void count_start(const StartTag& tag) {
    if (contains(void_names, tag.name)) return;
    count_table(tag.name);
    if (contains(self_closed_names, tag.name)) {
      cost_ += static_cast<std::uint64_t>(depth_) + formatting_weight * formatting_;
      return;
    }
    ++count_of(tag.name);
    ++depth_;
    if (contains(formatting_names, tag.name)) ++formatting_;
    deepest_ = std::max(deepest_, depth_);
    cost_ += static_cast<std::uint64_t>(depth_) + formatting_weight * formatting_;
  }

  void count_end(std::string_view name) {
    if (name == "table" || contains(table_parts, name)) between_cells_ = name != "table";
    std::uint32_t& count = count_of(name);
    if (count == 0) return;
    --count;
    --depth_;
    if (contains(formatting_names, name)) --formatting_;
  }

  void count_table(std::string_view name) {
    if (name == "table") {
      between_cells_ = true;
    } else if (name == "td" || name == "th" || name == "caption") {
      between_cells_ = false;
    } else if (between_cells_ && !contains(table_parts, name)) {
      ++misplaced_;
    }
  }

  std::uint32_t& count_of(std::string_view name) {
    for (auto& [known, count] : open_) {
      if (known == name) return count;
    }
    // A page of ever new names must not make this list long: they share the last place.
    constexpr std::size_t most_names = 100;
    if (open_.size() >= most_names) return open_.back().second;
    open_.emplace_back(name, 0);
    return open_.back().second;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  LeanHtml lean_;
  std::vector<std::pair<std::string, std::uint32_t>> open_;
  std::int64_t depth_ = 0;
  std::int64_t deepest_ = 0;
  std::uint64_t formatting_ = 0;
  std::uint64_t cost_ = 0;
  std::uint64_t misplaced_ = 0;
  bool between_cells_ = false;
};

}  // namespace

LeanHtml make_lean(std::string_view html) {
  return LeanMaker(html).make();
}

}  // namespace twosource
