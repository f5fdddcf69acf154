#include "twosource/base/code_points.hpp"

#include <doctest/doctest.h>

#include <string>

namespace twosource {
namespace {

TEST_CASE("byte offsets become code point offsets") {
  const std::string text = "Sølna – 5 €";
  const CodePointMap map(text);
  CHECK(map.at(0) == 0);
  CHECK(map.at(1) == 1);
  CHECK(map.at(3) == 2);
  CHECK(map.size() == 11);
}

TEST_CASE("the map agrees with counting from the start, across its blocks") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i % 3 == 0 ? "é" : "a";
  const CodePointMap map(text);
  std::uint32_t count = 0;
  for (std::uint32_t byte = 0; byte < text.size(); ++byte) {
    const bool starts = (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
    if (starts) {
      CHECK(map.at(byte) == count);
      ++count;
    }
  }
  CHECK(map.size() == 400);
}

}  // namespace
}  // namespace twosource
