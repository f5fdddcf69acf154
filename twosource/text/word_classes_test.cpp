#include "twosource/text/word_classes.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <random>
#include <string>

#include "twosource/base/hash.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

std::string small_table() {
  return write_word_classes({{hash_folded("ferry"), 2, 1},
                             {hash_folded("boat"), 2, 1},
                             {hash_folded("orlo"), 1, 7},
                             {hash_folded("hale"), 3, 6}},
                            {4, 5, 4});
}

std::string refusal(std::string_view bytes) {
  const Result<WordClasses> classes = WordClasses::open(bytes);
  return classes ? "opened" : classes.error().message;
}

// Makes the checksum that of the bytes.
std::string sealed(std::string bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const std::uint64_t sum = hash_bytes(std::string_view(bytes).substr(24));
  std::memcpy(&bytes[12], &size, sizeof size);
  std::memcpy(&bytes[16], &sum, sizeof sum);
  return bytes;
}

TEST_CASE("a word has the classes and the capitals that were written, others have none") {
  const std::string bytes = small_table();
  const Result<WordClasses> classes = WordClasses::open(bytes);
  REQUIRE(classes);
  CHECK(classes->size() == 4);
  CHECK(classes->fine_count() == 3);
  CHECK(classes->of(hash_folded("ferry")) == WordClass{2, 5, 1});
  CHECK(classes->of(hash_folded("boat")) == WordClass{2, 5, 1});
  CHECK(classes->of(hash_folded("orlo")) == WordClass{1, 4, 7});
  CHECK(classes->of(hash_folded("hale")) == WordClass{3, 4, 6});
  CHECK(classes->of(hash_folded("harbour")) == WordClass{});
}

TEST_CASE("the order of the words does not matter to the file, and many words come back") {
  std::mt19937_64 random(7);
  std::vector<ClassedWord> words;
  for (std::uint16_t i = 0; i < 2000; ++i)
    words.push_back({random(), static_cast<std::uint16_t>(1 + i % 1023),
                     static_cast<std::uint8_t>(i % (capital_bands + 1U))});
  const std::vector<std::uint8_t> coarse(1023, 9);
  const std::string bytes = write_word_classes(words, coarse);
  const std::vector<ClassedWord> backwards(words.rbegin(), words.rend());
  CHECK(write_word_classes(backwards, coarse) == bytes);
  const Result<WordClasses> classes = WordClasses::open(bytes);
  REQUIRE(classes);
  int wrong = 0;  // two words may share bucket and print
  for (const ClassedWord& word : words)
    wrong += classes->of(word.hash) == WordClass{word.fine, 9, word.capitals} ? 0 : 1;
  CHECK(wrong <= 2);
}

TEST_CASE("what is no table, a later one and a damaged one are refused with one sentence") {
  const std::string bytes = small_table();
  CHECK(refusal("") == "this is no file of word classes of twosource");
  CHECK(refusal("2SLINEAR and so on") == "this is no file of word classes of twosource");
  const std::string damaged = "the file of word classes is cut off or was changed; fetch it again";
  CHECK(refusal(bytes.substr(0, 20)) == damaged);
  CHECK(refusal(bytes.substr(0, bytes.size() - 1)) == damaged);
  std::string later = bytes;
  later[8] = 2;
  CHECK(refusal(later) ==
        "the file of word classes was made by a later version of twosource; update the program");
  for (std::size_t i = 24; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x55);
    CAPTURE(i);
    CHECK(refusal(changed) == damaged);
  }
}

TEST_CASE("a file whose checksum is right but whose content is not is refused or safe") {
  const std::string bytes = small_table();
  for (std::size_t i = 24; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0xFF);
    changed = sealed(changed);
    const Result<WordClasses> classes = WordClasses::open(changed);
    if (!classes) continue;
    for (std::uint64_t top = 0; top < 64; ++top) {
      const WordClass found = classes->of(top << 58U | 5U);
      CHECK(found.fine <= classes->fine_count());
      CHECK(found.capitals <= capital_bands);
    }
  }
  // The first coarse class, the number of fine classes, the end of the buckets.
  for (const std::size_t i : {std::size_t{40}, std::size_t{28}, bytes.size() - 20}) {
    std::string changed = bytes;
    changed[i] = 0;
    CHECK(refusal(sealed(changed)) ==
          "the file of word classes is cut off or was changed; fetch it again");
  }
}

TEST_CASE("the table that ships knows common words and what is written with a capital") {
  const WordClasses& classes = WordClasses::english();
  CHECK(classes.size() > 20'000);
  CHECK(classes.of(hash_folded("monday")).fine == classes.of(hash_folded("friday")).fine);
  CHECK(classes.of(hash_folded("kenya")).capitals == capital_bands);
  CHECK(classes.of(hash_folded("because")).capitals < 3);
  CHECK(classes.of(hash_folded("because")).coarse > 0);
}

}  // namespace
}  // namespace twosource
