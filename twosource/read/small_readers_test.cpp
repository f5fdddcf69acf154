// The small functions that read one field each.
#include <doctest/doctest.h>

#include "twosource/read/language_tag.hpp"
#include "twosource/read/outlet.hpp"
#include "twosource/read/stored_text.hpp"
#include "twosource/read/whitespace.hpp"

using namespace twosource;

TEST_CASE("one publisher has one domain") {
  CHECK(registrable_domain("https://news.bbc.co.uk/2/hi") == "bbc.co.uk");
  CHECK(registrable_domain("http://www.courier.com:8080/a?b#c") == "courier.com");
  CHECK(registrable_domain("https://user:word@Mail.Courier.COM./x") == "courier.com");
  CHECK(registrable_domain("courier.com") == "courier.com");
  CHECK(registrable_domain("//cdn.courier.com/x") == "courier.com");
}

TEST_CASE("what names no publisher has no domain") {
  for (const char* url :
       {"", "https://127.0.0.1/x", "https://[::1]/", "https://localhost/", "https://co.uk/",
        "mailto:a@courier.com", "urn:newsml:courier.com:1", "not an address", "https://"}) {
    CAPTURE(url);
    CHECK(registrable_domain(url).empty());
  }
}

TEST_CASE("a declared language becomes a tag, and anything else nothing") {
  CHECK(language_tag("en") == "en");
  CHECK(language_tag("EN_us") == "en-US");
  CHECK(language_tag("zh-hans-cn") == "zh-Hans-CN");
  CHECK(language_tag("de_DE.UTF-8") == "de-DE");
  CHECK(language_tag("en, de") == "en");
  CHECK(language_tag("English").empty());
  CHECK(language_tag("x-default").empty());
  CHECK(language_tag("").empty());
  CHECK(language_tag("e1").empty());
}

TEST_CASE("white space of all kinds is trimmed and folded") {
  CHECK(trim("\xC2\xA0 \t x y \xE2\x80\x83\n\xEF\xBB\xBF") == "x y");
  CHECK(trim("").empty());
  CHECK(trim(" \n ").empty());
  CHECK(on_one_line("  a \n\n b\xC2\xA0\xC2\xA0"
                    "c ") == "a b c");
  CHECK(trim("\xE2\x80\x9Cquoted\xE2\x80\x9D") == "“quoted”");
}

TEST_CASE("the stored text is title, blank line, body") {
  const Article both = store_text(" A\n title ", "\n The body. \n");
  CHECK(both.text == "A title\n\nThe body.");
  CHECK(title_of(both) == "A title");
  CHECK(slice(both.text, both.body) == "The body.");
  CHECK(store_text("", "Body").text == "Body");
  CHECK(store_text("", "Body").title.empty());
  CHECK(store_text("Title", "").text == "Title");
  CHECK(store_text("Title", "").body.empty());
}
