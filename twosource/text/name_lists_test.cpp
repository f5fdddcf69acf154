#include "twosource/text/name_lists.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string_view>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

bool in_list(std::initializer_list<std::string_view> words, NameList list) {
  std::uint64_t key = 0;
  bool first = true;
  for (const std::string_view word : words) {
    key = first ? hash_folded(word) : extend_name(key, hash_folded(word));
    first = false;
  }
  return (NameLists::world().of(key) >> static_cast<unsigned>(list) & 1U) != 0;
}

TEST_CASE("towns, cities, territories and names of persons are known by their words") {
  CHECK(in_list({"nairobi"}, NameList::city));
  CHECK(in_list({"addis", "ababa"}, NameList::city));
  CHECK(in_list({"port", "au", "prince"}, NameList::city));
  CHECK(in_list({"united", "states", "of", "america"}, NameList::territory));
  CHECK(in_list({"kenya"}, NameList::territory));
  CHECK(in_list({"fatima"}, NameList::given));
  CHECK(in_list({"okafor"}, NameList::family));
}

TEST_CASE("what is no name is in no list, nor are names in another order") {
  CHECK_FALSE(in_list({"breakwater"}, NameList::town));
  CHECK_FALSE(in_list({"ababa", "addis"}, NameList::city));
  CHECK_FALSE(in_list({"addis"}, NameList::city));
  CHECK(NameLists::world().of(0) == 0);
}

}  // namespace
}  // namespace twosource
