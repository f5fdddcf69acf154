#include "twosource/origin/shared_words.hpp"

#include <doctest/doctest.h>

#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

TEST_CASE("sets of words are counted against each other") {
  WordSet a = make_word_set(130);
  WordSet b = make_word_set(130);
  for (const std::size_t word : {0, 63, 64, 129}) add_word(a, word);
  for (const std::size_t word : {63, 100}) add_word(b, word);
  CHECK(count_words(a) == 4);
  CHECK(has_word(a, 129));
  CHECK(!has_word(a, 128));
  CHECK(count_common(a, b) == 1);
  CHECK(count_missing(a, b) == 3);
  add_words(b, a);
  CHECK(count_words(b) == 5);
}

TEST_CASE("what two articles share is known from either side") {
  const std::string text =
      "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour.";
  const Newsroom room({{.outlet = "A", .text = "One\n\n" + text},
                       {.outlet = "B", .text = "Two\n\nThe coastguard said this: " + text},
                       {.outlet = "C", .text = "Three\n\nNothing of it stands here."}});
  REQUIRE(room.copies.size() == 1);
  const std::uint32_t first = 0;
  const SharedWords shared(room.analyses, room.copies, std::span(&first, 1));
  REQUIRE(shared.find(0, 1) != nullptr);
  REQUIRE(shared.find(1, 0) != nullptr);
  CHECK(shared.find(0, 2) == nullptr);
  CHECK(shared.of(2).empty());
  CHECK(count_words(shared.find(0, 1)->equal) == 16);
  CHECK(count_words(shared.find(1, 0)->covered) == 16);
  CHECK(shared.find(1, 0)->opposite.front() == room.copies.front().a_span);
}

}  // namespace
}  // namespace twosource
