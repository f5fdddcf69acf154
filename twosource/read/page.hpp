#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace twosource {

/// The elements that mean something to a reader of news; all others are `other`.
enum class Tag : std::uint8_t {
  a,
  address,
  article,
  aside,
  audio,
  blockquote,
  body,
  br,
  button,
  canvas,
  center,
  dd,
  details,
  dialog,
  div,
  dl,
  dt,
  embed,
  fieldset,
  figcaption,
  figure,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  iframe,
  img,
  input,
  label,
  legend,
  li,
  link,
  main,
  menu,
  meta,
  nav,
  noscript,
  object,
  ol,
  option,
  other,
  p,
  picture,
  pre,
  script,
  section,
  select,
  style,
  summary,
  table,
  tbody,
  td,
  template_content,
  text,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  ul,
  video
};

/// The tag of an element name in lower case.
Tag tag_of(std::string_view name);

/// Whether the element starts a new line of its own: a paragraph never runs over its border.
bool is_block(Tag tag);

/// Whether the element is a heading, h1 to h6.
bool is_heading(Tag tag);

/// The attributes that are kept.
enum class Attribute : std::uint8_t {
  aria_hidden,
  class_names,
  content,
  data_component,
  data_testid,
  datetime,
  hidden,
  href,
  id,
  itemprop,
  itemtype,
  lang,
  name,
  other,
  property,
  rel,
  role,
  style
};

/// The attribute of a name in any case; `other` for one that is not kept.
Attribute attribute_of(std::string_view name);

/// Position of a node in a page.
using NodeIndex = std::uint32_t;

/// One element or text of a page.
struct PageNode {
  Tag tag = Tag::other;  ///< `text` for text
  NodeIndex parent = 0;
  NodeIndex end = 0;  ///< the index behind its last descendant
  std::uint32_t text_begin = 0;
  std::uint32_t text_size = 0;
  std::uint32_t attributes_begin = 0;
  std::uint32_t attributes_count = 0;
};

/// A parsed page: all nodes in document order, so that the descendants of node `i` are the nodes
/// from `i + 1` to `nodes()[i].end`, and every walk is a loop. Node 0 is the root.
class Page {
 public:
  Page();

  [[nodiscard]] const std::vector<PageNode>& nodes() const { return nodes_; }
  [[nodiscard]] const PageNode& node(NodeIndex index) const { return nodes_[index]; }
  /// The text of a text node; valid while the page lives.
  [[nodiscard]] std::string_view text(NodeIndex index) const;
  /// The value of an attribute, empty where the element has none.
  [[nodiscard]] std::string_view attribute(NodeIndex index, Attribute name) const;
  [[nodiscard]] bool has(NodeIndex index, Attribute name) const;

  // How a parser fills it: open and close in document order, attributes right behind their open.
  void open(Tag tag);
  void add_attribute(Attribute name, std::string_view value);
  void add_text(std::string_view text);
  void close();

 private:
  struct Value {
    Attribute name = Attribute::other;
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  [[nodiscard]] const Value* find(NodeIndex index, Attribute name) const;
  std::uint32_t keep(std::string_view text);

  std::vector<PageNode> nodes_;
  std::vector<Value> values_;
  std::string pool_;
  NodeIndex open_ = 0;
};

/// Parses a page as HTML5 says. Never fails: any text is some page. `lean` must come from make_lean
/// (read/lean_html.hpp), which keeps it within what the parser does in a moment.
Page parse_page(std::string_view lean);

}  // namespace twosource
