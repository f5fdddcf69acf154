#include "twosource/read/page.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace twosource;

namespace {

// A node as text: "number of its tag(children)".
std::string tree(Tag tag, const std::vector<std::string>& children) {
  std::string out = std::to_string(static_cast<int>(tag));
  out += '(';
  for (const std::string& child : children) {
    out += child;
    out += ' ';
  }
  out += ')';
  return out;
}

std::string shape(const Page& page, NodeIndex node) {
  if (page.node(node).tag == Tag::text) return std::string(page.text(node));
  std::vector<std::string> children;
  for (NodeIndex i = node + 1; i < page.node(node).end; i = page.node(i).end) {
    children.push_back(shape(page, i));
  }
  return tree(page.node(node).tag, children);
}

NodeIndex first(const Page& page, Tag tag) {
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    if (page.node(i).tag == tag) return i;
  }
  return 0;
}

}  // namespace

TEST_CASE("a page becomes the tree that browsers build") {
  const Page page = parse_page("<p class='a b'>one<b>two<p>three");
  const NodeIndex p = first(page, Tag::p);
  CHECK(page.attribute(p, Attribute::class_names) == "a b");
  // A new paragraph closes the old one, and bold goes on in it.
  CHECK(shape(page, first(page, Tag::body)) ==
        tree(Tag::body, {tree(Tag::p, {"one", tree(Tag::other, {"two"})}),
                         tree(Tag::p, {tree(Tag::other, {"three"})})}));
}

TEST_CASE("descendants of a node are the nodes up to its end") {
  const Page page = parse_page("<div><p>a<p>b</div><div>c</div>");
  for (NodeIndex i = 1; i < page.nodes().size(); ++i) {
    const NodeIndex parent = page.node(i).parent;
    CHECK(parent < i);
    CHECK(page.node(i).end <= page.node(parent).end);
    CHECK(page.node(i).end > i);
  }
  CHECK(page.node(0).end == page.nodes().size());
}

TEST_CASE("any text is some page") {
  for (const char* html : {"", "x", "<", "</p>", "<table>x", "&", "\xEF\xBF\xBD"}) {
    CAPTURE(html);
    CHECK(parse_page(html).node(0).end == parse_page(html).nodes().size());
  }
}

TEST_CASE("attributes are found by their kind, missing ones are empty") {
  const Page page = parse_page("<p ID=x hidden>y");
  const NodeIndex p = first(page, Tag::p);
  CHECK(page.attribute(p, Attribute::id) == "x");
  CHECK(page.has(p, Attribute::hidden));
  CHECK(page.attribute(p, Attribute::hidden).empty());
  CHECK_FALSE(page.has(p, Attribute::class_names));
}

TEST_CASE("names are looked up in tables that are complete") {
  CHECK(tag_of("p") == Tag::p);
  CHECK(tag_of("template") == Tag::template_content);
  CHECK(tag_of("ul") == Tag::ul);
  CHECK(tag_of("made-up") == Tag::other);
  CHECK(attribute_of("DateTime") == Attribute::datetime);
  CHECK(attribute_of("onclick") == Attribute::other);
  CHECK(is_block(Tag::p));
  CHECK_FALSE(is_block(Tag::a));
  CHECK(is_heading(Tag::h6));
  CHECK_FALSE(is_heading(Tag::header));
}
