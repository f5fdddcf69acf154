#include "twosource/read/page.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace twosource {
namespace {

using TagName = std::pair<std::string_view, Tag>;

// Sorted, for binary search.
constexpr auto tag_names = std::to_array<TagName>({
    {"a", Tag::a},
    {"address", Tag::address},
    {"article", Tag::article},
    {"aside", Tag::aside},
    {"audio", Tag::audio},
    {"blockquote", Tag::blockquote},
    {"body", Tag::body},
    {"br", Tag::br},
    {"button", Tag::button},
    {"canvas", Tag::canvas},
    {"center", Tag::center},
    {"dd", Tag::dd},
    {"details", Tag::details},
    {"dialog", Tag::dialog},
    {"div", Tag::div},
    {"dl", Tag::dl},
    {"dt", Tag::dt},
    {"embed", Tag::embed},
    {"fieldset", Tag::fieldset},
    {"figcaption", Tag::figcaption},
    {"figure", Tag::figure},
    {"footer", Tag::footer},
    {"form", Tag::form},
    {"h1", Tag::h1},
    {"h2", Tag::h2},
    {"h3", Tag::h3},
    {"h4", Tag::h4},
    {"h5", Tag::h5},
    {"h6", Tag::h6},
    {"head", Tag::head},
    {"header", Tag::header},
    {"hr", Tag::hr},
    {"html", Tag::html},
    {"iframe", Tag::iframe},
    {"img", Tag::img},
    {"input", Tag::input},
    {"label", Tag::label},
    {"legend", Tag::legend},
    {"li", Tag::li},
    {"link", Tag::link},
    {"main", Tag::main},
    {"menu", Tag::menu},
    {"meta", Tag::meta},
    {"nav", Tag::nav},
    {"noscript", Tag::noscript},
    {"object", Tag::object},
    {"ol", Tag::ol},
    {"option", Tag::option},
    {"p", Tag::p},
    {"picture", Tag::picture},
    {"pre", Tag::pre},
    {"script", Tag::script},
    {"section", Tag::section},
    {"select", Tag::select},
    {"style", Tag::style},
    {"summary", Tag::summary},
    {"table", Tag::table},
    {"tbody", Tag::tbody},
    {"td", Tag::td},
    {"template", Tag::template_content},
    {"textarea", Tag::textarea},
    {"tfoot", Tag::tfoot},
    {"th", Tag::th},
    {"thead", Tag::thead},
    {"time", Tag::time},
    {"title", Tag::title},
    {"tr", Tag::tr},
    {"ul", Tag::ul},
    {"video", Tag::video},
});
static_assert(std::is_sorted(tag_names.begin(), tag_names.end(),
                             [](const TagName& a, const TagName& b) { return a.first < b.first; }));

constexpr auto inline_tags = std::to_array<Tag>({Tag::a,
                                                 Tag::br,
                                                 Tag::button,
                                                 Tag::canvas,
                                                 Tag::embed,
                                                 Tag::iframe,
                                                 Tag::img,
                                                 Tag::input,
                                                 Tag::label,
                                                 Tag::link,
                                                 Tag::meta,
                                                 Tag::noscript,
                                                 Tag::object,
                                                 Tag::other,
                                                 Tag::picture,
                                                 Tag::script,
                                                 Tag::select,
                                                 Tag::style,
                                                 Tag::template_content,
                                                 Tag::text,
                                                 Tag::textarea,
                                                 Tag::time,
                                                 Tag::video,
                                                 Tag::audio});

using AttributeName = std::pair<std::string_view, Attribute>;

constexpr auto attribute_names = std::to_array<AttributeName>({
    {"aria-hidden", Attribute::aria_hidden},
    {"class", Attribute::class_names},
    {"content", Attribute::content},
    {"data-component", Attribute::data_component},
    {"data-testid", Attribute::data_testid},
    {"datetime", Attribute::datetime},
    {"hidden", Attribute::hidden},
    {"href", Attribute::href},
    {"id", Attribute::id},
    {"itemprop", Attribute::itemprop},
    {"itemtype", Attribute::itemtype},
    {"lang", Attribute::lang},
    {"name", Attribute::name},
    {"property", Attribute::property},
    {"rel", Attribute::rel},
    {"role", Attribute::role},
    {"style", Attribute::style},
});

bool equal_without_case(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() &&
         std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
         });
}

}  // namespace

Tag tag_of(std::string_view name) {
  const auto* found =
      std::lower_bound(tag_names.begin(), tag_names.end(), name,
                       [](const TagName& entry, std::string_view n) { return entry.first < n; });
  return found != tag_names.end() && found->first == name ? found->second : Tag::other;
}

bool is_block(Tag tag) {
  return std::find(inline_tags.begin(), inline_tags.end(), tag) == inline_tags.end();
}

bool is_heading(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

Attribute attribute_of(std::string_view name) {
  for (const AttributeName& entry : attribute_names) {
    if (equal_without_case(name, entry.first)) return entry.second;
  }
  return Attribute::other;
}

Page::Page() {
  nodes_.push_back({Tag::html, 0, 1});
}

std::string_view Page::text(NodeIndex index) const {
  return std::string_view(pool_).substr(nodes_[index].text_begin, nodes_[index].text_size);
}

const Page::Value* Page::find(NodeIndex index, Attribute name) const {
  const PageNode& node = nodes_[index];
  for (std::uint32_t i = 0; i < node.attributes_count; ++i) {
    const Value& value = values_[node.attributes_begin + i];
    if (value.name == name) return &value;
  }
  return nullptr;
}

std::string_view Page::attribute(NodeIndex index, Attribute name) const {
  const Value* value = find(index, name);
  return value == nullptr ? std::string_view()
                          : std::string_view(pool_).substr(value->begin, value->size);
}

bool Page::has(NodeIndex index, Attribute name) const {
  return find(index, name) != nullptr;
}

std::uint32_t Page::keep(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(pool_.size());
  pool_ += text;
  return begin;
}

void Page::open(Tag tag) {
  PageNode node;
  node.tag = tag;
  node.parent = open_;
  node.attributes_begin = static_cast<std::uint32_t>(values_.size());
  open_ = static_cast<NodeIndex>(nodes_.size());
  node.end = open_ + 1;
  nodes_.push_back(node);
}

void Page::add_attribute(Attribute name, std::string_view value) {
  values_.push_back({name, keep(value), static_cast<std::uint32_t>(value.size())});
  ++nodes_[open_].attributes_count;
}

void Page::add_text(std::string_view text) {
  open(Tag::text);
  nodes_.back().text_begin = keep(text);
  nodes_.back().text_size = static_cast<std::uint32_t>(text.size());
  close();
}

void Page::close() {
  nodes_[open_].end = static_cast<NodeIndex>(nodes_.size());
  open_ = nodes_[open_].parent;
  nodes_[open_].end = static_cast<NodeIndex>(nodes_.size());
}

}  // namespace twosource
