// Two parsers behind one door.
//
// Gumbo builds the tree that browsers build (HTML5), but its time grows with the square of the
// depth: 10,000 nested divs take 1.6 s. libxml2 knows HTML 4 only, and takes a millisecond there.
// Both trees are copied node by node into a Page with a loop, never by recursion: a page can be
// nested deeper than the stack.
#include <gumbo.h>
#include <libxml/HTMLparser.h>

#include <memory>
#include <string>

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

Page parse_html5(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // nobody reads them
  const auto destroy = [&options](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
  return copy_tree(output->root);
}

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool copy_node(const xmlNode* node, Page& page) {
  if (node->type == XML_ELEMENT_NODE) {
    page.open(tag_of(text_of(node->name)));
    for (const xmlAttr* entry = node->properties; entry != nullptr; entry = entry->next) {
      const Attribute name = attribute_of(text_of(entry->name));
      const bool has_value = entry->children != nullptr && entry->children->content != nullptr;
      if (name == Attribute::other) continue;
      page.add_attribute(name, has_value ? text_of(entry->children->content) : "");
    }
    return true;
  }
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
    page.add_text(text_of(node->content));
  }
  return false;
}

Page copy_tree(const xmlNode* root) {
  Page page;
  const xmlNode* node = root;
  while (node != nullptr) {
    if (copy_node(node, page)) {
      if (node->children != nullptr) {
        node = node->children;
        continue;
      }
      page.close();
    }
    while (node != root && node->next == nullptr) {
      node = node->parent;
      page.close();
    }
    node = node == root ? nullptr : node->next;
  }
  return page;
}

Page parse_html4(std::string_view html) {
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const auto free_context = [](htmlParserCtxt* context) { htmlFreeParserCtxt(context); };
  const auto free_document = [](xmlDoc* document) { xmlFreeDoc(document); };
  const std::unique_ptr<htmlParserCtxt, decltype(free_context)> context(htmlNewParserCtxt(),
                                                                        free_context);
  const std::unique_ptr<xmlDoc, decltype(free_document)> document(
      htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr,
                         "UTF-8", options),
      free_document);
  const xmlNode* root = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  return copy_tree(root);
}

}  // namespace

Page parse_page(std::string_view lean, bool tangled) {
  return tangled ? parse_html4(lean) : parse_html5(lean);
}

}  // namespace twosource
