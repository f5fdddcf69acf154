#include "twosource/read/format.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace twosource;

namespace {

std::string told(std::string_view text) {
  const Result<Format> format = tell_format(text);
  if (!format) return format.error().message;
  switch (*format) {
    case Format::plain:
      return "plain";
    case Format::html:
      return "html";
    case Format::json:
      return "json";
  }
  return "";
}

}  // namespace

TEST_CASE("a page is told by its declaration or its first element") {
  for (const char* text :
       {"<!DOCTYPE html><title>x</title>", "  <HTML>", "<!-- x --><head>", "<p>A paragraph</p>",
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", "\xEF\xBB\xBF<html>",
        "<article><h1>x</h1></article>", "<!doctype HTML PUBLIC \"-//W3C\"><html>"}) {
    CAPTURE(text);
    CHECK(told(text) == "html");
  }
}

TEST_CASE("JSON is told by an object or an array of objects, not by a bracket") {
  CHECK(told("{\"text\": 1}") == "json");
  CHECK(told(" [ {\"text\": 1} ]") == "json");
  CHECK(told("[]") == "json");
  CHECK(told("{}") == "json");
  CHECK(told("[Northwater] The harbour") == "plain");
  CHECK(told("{curly} words") == "plain");
  CHECK(told("[1] A footnote") == "plain");
}

TEST_CASE("everything else that is text is plain") {
  CHECK(told("The harbour was closed.") == "plain");
  CHECK(told("<3 is how she signs") == "plain");
  CHECK(told("< 12 injured") == "plain");
  CHECK(told("") == "plain");
}

TEST_CASE("formats that are known and not read are named") {
  const std::string advice = ", which is not read yet; give pages, texts or JSON Lines";
  CHECK(told("<rss version=\"2.0\">") == "an RSS feed" + advice);
  CHECK(told("<?xml version=\"1.0\"?>\n<feed xmlns=\"x\">") == "an Atom feed" + advice);
  CHECK(told("<?xml version=\"1.0\"?><rdf:RDF>") == "an RSS feed" + advice);
  CHECK(told("<!DOCTYPE nitf SYSTEM \"x\" [<!ENTITY a \"b\">]><nitf>") ==
        "a NITF document" + advice);
  CHECK(told("<newsItem guid=\"x\">") == "a NewsML-G2 document" + advice);
  CHECK(told("<urlset>") == "a sitemap" + advice);
  CHECK(told("<?xml version=\"1.0\"?><recipe>") == "an XML document of an unknown kind" + advice);
  CHECK(told("<REUTERS><BODY>x</BODY></REUTERS>") == "markup of an unknown kind" + advice);
  CHECK(told("WARC/1.0\r\nWARC-Type: response") == "a WARC archive" + advice);
  CHECK(told("\x01nwa001 4 i 211") == "an agency wire message (IPTC 7901)" + advice);
  CHECK(told("\n\nDelivered-To: desk@courier.example") == "an e-mail" + advice);
}

TEST_CASE("files that are no texts are named by their first bytes") {
  const auto refused = [](std::string_view bytes) {
    const Result<Done> result = refuse_binary(bytes);
    return result ? std::string() : result.error().message;
  };
  const std::string advice = ", not a text; save its text in a file";
  CHECK(refused("%PDF-1.7\n") == "a PDF document" + advice);
  CHECK(refused("\x89PNG\r\n") == "a PNG picture" + advice);
  CHECK(refused("PK\x03\x04rest") == "a zip archive or office document" + advice);
  CHECK(refused("{\\rtf1 x}") == "an RTF document" + advice);
  CHECK(refused("\x1F\x8B\x08") == "a gzip file inside a gzip file" + advice);
  CHECK(refused(std::string_view("\0\0\0\x18"
                                 "ftypmp42",
                                 12)) == "a media file" + advice);
  CHECK(refused("Plain text").empty());
  CHECK(refused("").empty());
}
