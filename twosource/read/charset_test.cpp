#include "twosource/read/charset.hpp"

#include <doctest/doctest.h>

using namespace twosource;
using namespace std::string_literals;

namespace {

Decoded decoded(std::string_view bytes, std::string_view declared = "") {
  Result<Decoded> result = decode_text(bytes, declared);
  REQUIRE(result.has_value());
  return *result;
}

}  // namespace

TEST_CASE("UTF-8 stays as it is, less a byte-order mark") {
  CHECK(decoded("Fähre, “fog” and 港").text == "Fähre, “fog” and 港");
  CHECK(decoded("\xEF\xBB\xBFplain").text == "plain");
  CHECK(decoded("").text.empty());
}

TEST_CASE("UTF-16 and UTF-32 are read by their mark, UTF-16 also without one") {
  CHECK(decoded("\xFF\xFEH\0i\0"s).text == "Hi");
  CHECK(decoded("\xFE\xFF\0H\0i"s).text == "Hi");
  CHECK(decoded("\xFF\xFE\0\0H\0\0\0"s).text == "H");
  CHECK(decoded("\0\0\xFE\xFF\0\0\0H"s).text == "H");
  CHECK(decoded("H\0a\0r\0b\0o\0u\0r\0"s).text == "Harbour");
  CHECK(decoded("\0H\0a\0r"s).charset == "UTF-16BE");
}

TEST_CASE("a declared charset is believed where the bytes are not UTF-8") {
  CHECK(decoded("F\xE4hre", "iso-8859-1").text == "Fähre");
  CHECK(decoded("\x93"
                "fog\x94",
                "ISO-8859-1")
            .text == "“fog”");  // windows-1252 in truth
  CHECK(decoded("\xD0\xE5\xEA\xE0", "windows-1251").text == "Река");
  CHECK(decoded("\x8D\x60", "shift_jis").text == "港");
}

TEST_CASE("bytes that are UTF-8 go before a page that says Latin-1") {
  CHECK(decoded("Fähre", "iso-8859-1").text == "Fähre");
  CHECK(decoded("plain", "utf-16").text == "plain");
  CHECK(decoded("plain", "no-such-charset").text == "plain");
}

TEST_CASE("a longer text without a declaration is detected") {
  const std::string latin =
      "Die F\xE4hre lief im Nebel auf die Mole, als sie in den Hafen einlaufen wollte. Die "
      "K\xFCstenwache sagte, es g\xE4"
      "be keine Erkl\xE4rung f\xFCr die Geschwindigkeit.";
  CHECK(decoded(latin).text.find("Fähre") != std::string::npos);
  CHECK(decoded(latin).text.find("Küstenwache") != std::string::npos);
  CHECK(decoded(latin).lost == 0);
}

TEST_CASE("broken UTF-8 is mended visibly and counted") {
  const Decoded broken = decoded("caf\xC3\xA9 \xC3( f\xC3\xBCr \xE2\x80 x \xC3\xB6");
  CHECK(broken.text == "café \xEF\xBF\xBD( für \xEF\xBF\xBD x ö");
  CHECK(broken.lost == 2);
}

TEST_CASE("a code point that is cut off at the end is one loss") {
  CHECK(repair_utf8("abc\xF0\x9F\x98").lost == 1);
  CHECK(repair_utf8("abc\xF0\x9F\x98").text == "abc\xEF\xBF\xBD");
  CHECK(repair_utf8("\xED\xA0\x80").lost >= 1);  // a surrogate is no character
  CHECK(repair_utf8("\xC0\xAF").lost == 2);      // an overlong slash
}

TEST_CASE("zeros and control characters are no text") {
  CHECK(decode_text("a\0b\0\0c"s, "").error().kind == ErrorKind::binary);
  CHECK(decode_text("\x01\x02\x03\x04 abc", "").error().kind == ErrorKind::binary);
}

TEST_CASE("a page names its charset in a meta element or an XML declaration") {
  CHECK(declared_charset("<meta charset=utf-8>") == "utf-8");
  CHECK(declared_charset("<META CHARSET = 'Windows-1252' />") == "windows-1252");
  CHECK(declared_charset("<meta http-equiv=\"Content-Type\" content=\"text/html; "
                         "charset=iso-8859-15\">") == "iso-8859-15");
  CHECK(declared_charset("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>") == "iso-8859-2");
  CHECK(declared_charset("<p>The charset = unknown</p>").empty());
  CHECK(declared_charset("<script charset=\"x\">").empty());
  CHECK(declared_charset("<meta charset=").empty());
  CHECK(declared_charset("").empty());
}
