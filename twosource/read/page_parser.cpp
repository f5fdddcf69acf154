// The HTML5 parser, Gumbo, behind a Page. Its tree is copied node by node with a loop, never by
// recursion, so that the depth of a page is no question of the stack.
#include <gumbo.h>

#include <memory>

#include "twosource/read/page.hpp"

namespace twosource {
namespace {

void copy_attributes(const GumboElement& element, Page& page) {
  for (unsigned int i = 0; i < element.attributes.length; ++i) {
    const auto* entry = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    const Attribute name = attribute_of(entry->name);
    if (name != Attribute::other) page.add_attribute(name, entry->value);
  }
}

bool opens(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

// Copies one node; true where it is an element that is open now.
bool copy_node(const GumboNode* node, Page& page) {
  if (opens(node)) {
    page.open(tag_of(gumbo_normalized_tagname(node->v.element.tag)));
    copy_attributes(node->v.element, page);
    return true;
  }
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_CDATA) {
    page.add_text(node->v.text.text);
  }
  return false;
}

const GumboNode* next_sibling(const GumboNode* node) {
  const GumboVector& siblings = node->parent->v.element.children;
  const std::size_t next = node->index_within_parent + 1;
  return next < siblings.length ? static_cast<const GumboNode*>(siblings.data[next]) : nullptr;
}

Page copy_tree(const GumboNode* root) {
  Page page;
  const GumboNode* node = root;
  while (node != nullptr) {
    if (copy_node(node, page)) {
      if (node->v.element.children.length > 0) {
        node = static_cast<const GumboNode*>(node->v.element.children.data[0]);
        continue;
      }
      page.close();
    }
    while (node != root && next_sibling(node) == nullptr) {
      node = node->parent;
      page.close();
    }
    node = node == root ? nullptr : next_sibling(node);
  }
  return page;
}

}  // namespace

Page parse_page(std::string_view lean) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // nobody reads them
  const auto destroy = [&options](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, lean.data(), lean.size()), destroy);
  return copy_tree(output->root);
}

}  // namespace twosource
