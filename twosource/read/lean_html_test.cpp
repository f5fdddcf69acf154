#include "twosource/read/lean_html.hpp"

#include <doctest/doctest.h>

using namespace twosource;

namespace {

std::string lean(std::string_view html) {
  return make_lean(html).html;
}

}  // namespace

TEST_CASE("scripts, styles, drawings, comments and idle attributes go, everything else stays") {
  CHECK(lean("<p class=\"a\" onclick='b > c' data-x=1>Hi &amp; <!-- no --><b>you</b></p>") ==
        "<p class=\"a\">Hi &amp; <b>you</b></p>");
  CHECK(lean("a<script>if (a<b) { '</p>' }</script>b<STYLE>p {}</style >c") == "abc");
  CHECK(lean("<svg viewBox=x><path d='M0'/></svg>text") == "text");
  CHECK(lean("<iframe src=x><p>old</p></iframe>text") == "text");
  CHECK(lean("<!DOCTYPE html>5 < 6 </ p>") == "<!DOCTYPE html>5 < 6 </ p>");
}

TEST_CASE("titles are text up to their end tag") {
  CHECK(lean("<title>a <b> & <!-- c</title><p>x") == "<title>a <b> & <!-- c</title><p>x");
}

TEST_CASE("linked data is kept aside") {
  const LeanHtml page = make_lean("<script type='application/ld+json'>{\"a\": 1}</script>x");
  CHECK(page.html == "x");
  REQUIRE(page.linked_data.size() == 1);
  CHECK(page.linked_data[0] == "{\"a\": 1}");
}

TEST_CASE("markup that is cut off anywhere ends the page and nothing more") {
  const std::string page =
      "<!-- a --><div class='x' id=y hidden><script type=\"application/ld+json\">{}</script>"
      "<svg a=b><g/></svg><title>t</title></div><!-- b";
  for (std::size_t size = 0; size <= page.size(); ++size) {
    CAPTURE(size);
    CHECK(lean(page.substr(0, size)).size() <= size + 2);
  }
}

TEST_CASE("comments end as the standard says") {
  CHECK(lean("<!-->a") == "a");
  CHECK(lean("<!--->a") == "a");
  CHECK(lean("<!-- x --!>a") == "a");
  CHECK(lean("<!-- x").empty());
}

TEST_CASE("tags beyond any sensible depth are left out, and their end tags with them") {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  deep += "text";
  for (int i = 0; i < 1000; ++i) deep += "</div>";
  const std::string made = lean(deep);
  CHECK(made.find("text") != std::string::npos);
  CHECK(made.size() < 6000);
  CHECK(made.ends_with("</div></div>"));
  std::string flat;
  for (int i = 0; i < 5000; ++i) flat += "<div><p>x<br><li>y</div>";
  CHECK(lean(flat) == flat);
}

TEST_CASE("formatting that is never closed is opened a few times only") {
  std::string page;
  for (int i = 0; i < 400; ++i) page += "<b id=" + std::to_string(i) + ">";
  CHECK(lean(page + "x").size() < 500);
}

TEST_CASE("end tags that close nothing are left out") {
  CHECK(lean("a</div></b>b<p>c</p></td>") == "ab<p>c</p>");
  CHECK(lean("a</p>b") == "a</p>b");  // an empty paragraph parts them
}
