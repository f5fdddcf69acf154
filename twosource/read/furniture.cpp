#include "twosource/read/furniture.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "twosource/read/furniture_table.hpp"
#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

// Reasons are numbered: first the tags, then the roles as one, being hidden, and the words of the
// table.
constexpr std::uint16_t role_reason = 128;
constexpr std::uint16_t hidden_reason = 129;
constexpr std::uint16_t first_word_reason = 130;

constexpr std::size_t max_phrase = 200;  // bytes; longer paragraphs are read to the end

constexpr auto furniture_tags =
    std::to_array<Tag>({Tag::nav, Tag::aside, Tag::footer, Tag::form, Tag::figcaption, Tag::menu,
                        Tag::dialog, Tag::label, Tag::fieldset});
constexpr auto hidden_tags = std::to_array<Tag>(
    {Tag::head, Tag::script, Tag::style, Tag::noscript, Tag::template_content, Tag::button,
     Tag::select, Tag::textarea, Tag::option, Tag::iframe, Tag::object, Tag::embed, Tag::canvas,
     Tag::audio, Tag::video, Tag::input, Tag::meta, Tag::link, Tag::title});
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

// Parts of a class list that describe the page or its subject, not the element:
// "category-politics", "tag-sport", "has-sidebar", "no-header".
bool is_about_page(std::string_view part) {
  constexpr auto prefixes = std::to_array<std::string_view>(
      {"category-", "tag-", "has-", "no-", "with-", "without-", "not-", "is-", "post-", "page-",
       "template-", "theme-", "type-", "status-", "format-"});
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return part.starts_with(prefix); });
}

// Looks up every word of the class list and every two that follow each other: "read-more" and
// "readMore" are "readmore".
void add_words(std::string_view names, Hint& hint) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    const std::string_view part = names.substr(0, end);
    names.remove_prefix(std::min(end + 1, names.size()));
    if (is_about_page(part)) continue;
    std::string before;
    for_each_word(part, [&](const std::string& word) {
      for (const std::string& name : {word, before + word}) {
        const std::optional<std::size_t> index = furniture_word(name);
        if (name == "hidden") hint.reasons.push_back(hidden_reason);
        if (index) hint.reasons.push_back(static_cast<std::uint16_t>(first_word_reason + *index));
        hint.summary = hint.summary || is_summary_word(name);
      }
      before = word;
    });
  }
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
  Hint hint;
  const Tag tag = page.node(node).tag;
  hint.hidden = contains(hidden_tags, tag);
  if (hint.hidden || tag == Tag::html || tag == Tag::body) return hint;
  if (contains(furniture_tags, tag)) hint.reasons.push_back(static_cast<std::uint16_t>(tag));
  if (page.node(node).attributes_count == 0) return hint;
  hint.body = page.attribute(node, Attribute::itemprop) == "articleBody";
  if (contains(furniture_roles, page.attribute(node, Attribute::role))) {
    hint.reasons.push_back(role_reason);
  }
  // Articles behind a paywall are hidden too, until a script has asked who reads.
  if (is_hidden(page, node)) hint.reasons.push_back(hidden_reason);
  if (tag == Tag::article || tag == Tag::main) return hint;
  constexpr std::array<Attribute, 4> naming = {Attribute::class_names, Attribute::id,
                                               Attribute::data_component, Attribute::data_testid};
  for (const Attribute attribute : naming) {
    const std::string_view names = page.attribute(node, attribute);
    if (names.empty()) continue;
    hint.body = hint.body || names_body(names);
    add_words(names, hint);
  }
  if (hint.body) hint.reasons.clear();
  return hint;
}

std::size_t furniture_reasons() {
  return first_word_reason + furniture_word_count();
}

bool is_sure_reason(std::size_t reason) {
  return reason == hidden_reason ||
         (reason >= first_word_reason && is_sure_furniture_word(reason - first_word_reason));
}

bool is_standing_phrase(std::string_view paragraph) {
  paragraph = trim(paragraph);
  if (paragraph.size() > max_phrase) return false;
  std::string text(paragraph);
  std::transform(text.begin(), text.end(), text.begin(), lower);
  return opens_standing_phrase(text);
}

}  // namespace twosource
