#include "twosource/read/furniture.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "twosource/read/furniture_table.hpp"
#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

constexpr std::size_t max_phrase = 200;  // bytes; longer paragraphs are read to the end

constexpr auto furniture_tags = std::to_array<Tag>({Tag::nav, Tag::aside, Tag::footer, Tag::form,
                                                    Tag::figcaption, Tag::menu, Tag::dialog,
                                                    Tag::label, Tag::fieldset});
constexpr auto hidden_tags = std::to_array<Tag>(
    {Tag::head, Tag::script, Tag::style, Tag::noscript, Tag::template_, Tag::button, Tag::select,
     Tag::textarea, Tag::option, Tag::iframe, Tag::object, Tag::embed, Tag::canvas, Tag::audio,
     Tag::video, Tag::input, Tag::meta, Tag::link, Tag::title});
constexpr auto furniture_roles = std::to_array<std::string_view>(
    {"navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert", "menu",
     "menubar", "toolbar", "form", "img", "button", "tablist", "alertdialog"});

template <class T, std::size_t n>
bool contains(const std::array<T, n>& list, T value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || is_upper(c) || (c >= '0' && c <= '9');
}

// Calls `see` with every word of a class list or id in lower case, "relatedLinks" being two.
template <class See>
void for_each_word(std::string_view names, See see) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const bool in_word = i < names.size() && is_word_char(names[i]);
    const bool hump = in_word && is_upper(names[i]) && i > 0 && !is_upper(names[i - 1]);
    if ((!in_word || hump) && !word.empty()) {
      see(word);
      word.clear();
    }
    if (in_word) word += lower(names[i]);
  }
}

bool names_furniture(std::string_view names) {
  bool found = false;
  for_each_word(names, [&](const std::string& word) { found = found || is_furniture_word(word); });
  return found;
}

// "article-body", "article__body" and "articleBody" are one name.
bool names_body(std::string_view names) {
  std::string bare;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    if (i < names.size() && names[i] != ' ') {
      if (is_word_char(names[i])) bare += lower(names[i]);
      continue;
    }
    if (is_body_name(bare)) return true;
    bare.clear();
  }
  return false;
}

bool is_hidden(const Page& page, NodeIndex node) {
  if (page.node(node).attributes_count == 0) return false;
  if (page.has(node, Attribute::hidden)) return true;
  if (page.attribute(node, Attribute::aria_hidden) == "true") return true;
  const std::string_view style = page.attribute(node, Attribute::style);
  return style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos ||
         style.find("visibility:hidden") != std::string_view::npos;
}

}  // namespace

Hint hint_of(const Page& page, NodeIndex node) {
  const Tag tag = page.node(node).tag;
  if (contains(hidden_tags, tag) || is_hidden(page, node)) return Hint::hidden;
  if (contains(furniture_tags, tag)) return Hint::furniture;
  if (page.node(node).attributes_count == 0) return Hint::none;
  if (page.attribute(node, Attribute::itemprop) == "articleBody") return Hint::article_body;
  if (contains(furniture_roles, page.attribute(node, Attribute::role))) return Hint::furniture;
  constexpr std::array<Attribute, 4> naming = {Attribute::class_, Attribute::id,
                                               Attribute::data_component, Attribute::data_testid};
  bool furniture = false;
  for (const Attribute attribute : naming) {
    const std::string_view names = page.attribute(node, attribute);
    if (names.empty()) continue;
    if (names_body(names)) return Hint::article_body;
    furniture = furniture || names_furniture(names);
  }
  return furniture ? Hint::furniture : Hint::none;
}

bool is_standing_phrase(std::string_view paragraph) {
  paragraph = trim(paragraph);
  if (paragraph.size() > max_phrase) return false;
  std::string text(paragraph);
  std::transform(text.begin(), text.end(), text.begin(), lower);
  return opens_standing_phrase(text);
}

}  // namespace twosource
