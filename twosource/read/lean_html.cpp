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
// The same pass keeps the page within what the parser does quickly. Its time grows with the depth
// (it walks its stack of open elements for many tags: 10,000 nested divs take 1.6 s), with the
// number of formatting elements left open (it opens them again in every paragraph) and with what
// stands between the rows of a table (moved before the table, piece by piece). Beyond limits that
// no page made for readers comes near, the tags are left out and their text stays.
#include "twosource/read/lean_html.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "twosource/read/page.hpp"

namespace twosource {
namespace {

// Nested deeper than this no page is by design.
constexpr std::uint64_t most_depth = 400;

// The largest pages have some 20,000 elements; each takes the parser about 200 bytes.
constexpr std::uint64_t most_elements = 200'000;

// "<b><i><a><u>" is rare already.
constexpr std::uint64_t most_formatting = 8;

constexpr std::uint64_t most_misplaced = 5000;

constexpr auto void_names =
    std::to_array<std::string_view>({"area", "base", "br", "col", "embed", "hr", "img", "input",
                                     "link", "meta", "param", "source", "track", "wbr"});

// Their end tags may be left out, and a sibling closes them: they do not nest by themselves.
constexpr auto self_closed_names =
    std::to_array<std::string_view>({"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead",
                                     "tfoot", "colgroup", "html", "head", "body"});

constexpr auto formatting_names =
    std::to_array<std::string_view>({"a", "b", "big", "code", "em", "font", "i", "nobr", "s",
                                     "small", "strike", "strong", "tt", "u"});

// Everything up to their end tag is text, not markup, and not for readers.
constexpr auto unseen_names =
    std::to_array<std::string_view>({"script", "style", "iframe", "noembed", "noframes", "xmp"});

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
    if (!close(name)) return;
    lean_.html += "</";
    lean_.html += name;
    lean_.html += '>';
  }

  void take_start_tag() {
    ++at_;
    StartTag tag;
    tag.name = take_name();
    take_attributes(tag);
    if (contains(unseen_names, tag.name)) {
      skip_unseen(tag);
    } else if (tag.name == "svg" && !tag.self_closed && find_drawing_end() < html_.size()) {
      at_ = std::min(html_.find('>', drawing_end_), html_.size() - 1) + 1;
    } else {
      if (open(tag.name)) {
        copy_start(tag);
      } else {
        lean_.html += ' ';  // its text does not run into the one before
      }
      if (tag.name == "title" || tag.name == "textarea") copy_raw_text(tag.name);
    }
  }

  // Looks only behind what the last look-up has seen: a page may open any number and close none.
  std::size_t find_drawing_end() {
    if (drawing_end_ < at_) drawing_end_ = find_end_tag(html_, at_, "svg");
    return drawing_end_;
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
    // Equal formatting elements are opened again three times at most, different ones all.
    if (tag.name != "a" && contains(formatting_names, tag.name)) return false;
    if (name == Attribute::href) return tag.name == "link";
    if (name == Attribute::style) {
      return attribute.value.find("none") != std::string_view::npos ||
             attribute.value.find("hidden") != std::string_view::npos;
    }
    return true;
  }

  struct Name {
    std::string name;
    std::uint64_t open = 0;
    std::uint64_t left_out = 0;  // start tags left out whose end tags are still to come
  };

  // Open elements are counted by name, not on a stack: an end tag takes back only its own kind, so
  // the sum never falls below the true depth. Returns whether the tag is copied.
  bool open(const std::string& name) {
    const bool is_void = contains(void_names, name);
    const bool formatting = contains(formatting_names, name);
    const bool misplaced = is_misplaced(name);
    Name& known = find(name);
    if (elements_ >= most_elements || depth_ >= most_depth ||
        (formatting && formatting_ >= most_formatting) ||
        (misplaced && misplaced_ >= most_misplaced)) {
      if (!is_void) ++known.left_out;
      return false;
    }
    ++elements_;
    if (misplaced) ++misplaced_;
    if (is_void) return true;
    ++known.open;
    if (!contains(self_closed_names, name)) ++depth_;
    if (formatting) ++formatting_;
    return true;
  }

  // An end tag without its start closes nothing, and may cost a walk up the whole tree. Only a lone
  // "</p>" means something: an empty paragraph.
  bool close(const std::string& name) {
    if (name == "table" || contains(table_parts, name)) between_cells_ = name != "table";
    Name& known = find(name);
    if (known.left_out > 0) {
      --known.left_out;
      return false;
    }
    if (known.open == 0) return name == "p" && ++elements_ < most_elements;
    --known.open;
    if (!contains(self_closed_names, name)) --depth_;
    if (contains(formatting_names, name)) --formatting_;
    return true;
  }

  bool is_misplaced(std::string_view name) {
    if (name == "table") {
      between_cells_ = true;
    } else if (name == "td" || name == "th" || name == "caption") {
      between_cells_ = false;
    } else {
      return between_cells_ && !contains(table_parts, name);
    }
    return false;
  }

  Name& find(const std::string& name) {
    for (Name& known : names_) {
      if (known.name == name) return known;
    }
    // A page of ever new names must not make this list long: they share the last place.
    constexpr std::size_t most_names = 100;
    if (names_.size() >= most_names) return names_.back();
    names_.push_back({name});
    return names_.back();
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t drawing_end_ = 0;
  LeanHtml lean_;
  std::vector<Name> names_;
  std::uint64_t elements_ = 0;
  std::uint64_t depth_ = 0;
  std::uint64_t formatting_ = 0;
  std::uint64_t misplaced_ = 0;
  bool between_cells_ = false;
};

}  // namespace

LeanHtml make_lean(std::string_view html) {
  return LeanMaker(html).make();
}

}  // namespace twosource
