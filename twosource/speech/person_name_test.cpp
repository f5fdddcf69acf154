#include "twosource/speech/person_name.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace twosource {
namespace {

bool same(std::string_view a, std::string_view b) {
  return same_person(parse_person_name(a), parse_person_name(b));
}

TEST_CASE("titles and generations are no parts of a name") {
  using Parts = std::vector<std::string>;
  CHECK(parse_person_name("Mr. Jan Orlo Jr.").parts == Parts{"jan", "orlo"});
  CHECK(parse_person_name("Secretary of State Ana Orlo").parts == Parts{"ana", "orlo"});
  CHECK(parse_person_name("Orlo, Ana").parts == Parts{"ana", "orlo"});
  CHECK(parse_person_name("Kim Jong-un").parts == Parts{"kim", "jong", "un"});
  CHECK(parse_person_name("O'Marn").parts == Parts{"omarn"});
  CHECK(parse_person_name("President").parts == Parts{"president"});
  CHECK(parse_person_name("").parts.empty());
  CHECK(parse_person_name("Mrs Orlo").title == Gender::woman);
}

TEST_CASE("inside a text names differ by hyphen, accent, middle name, initial, short form, order") {
  CHECK(same("Kim Jong Un", "Kim Jong-un"));
  CHECK(same("Ana Orlová", "Ana Orlova"));
  CHECK(same("Jan P. Orlo", "Jan Orlo"));
  CHECK(same("J. Orlo", "Jan Orlo"));
  CHECK(same("Mike Orlo", "Michael Orlo"));
  CHECK(same("Kim Yong Chol", "Yong Chol Kim"));
}

TEST_CASE("two persons with one family name stay two") {
  CHECK_FALSE(same("Ana Orlo", "Jan Orlo"));
  CHECK_FALSE(same("Kim Jong Un", "Kim Yong Chol"));
  CHECK_FALSE(same("Jan Peter Orlo", "Jan Karl Orlo"));
  CHECK_FALSE(same("Ana Orlo", "Ana Marn"));
  CHECK_FALSE(same("Orlo", "Ana Orlo"));
}

TEST_CASE("a family name stands last, in some languages first") {
  CHECK(can_be_family_name(parse_person_name("Ana Orlo"), "orlo"));
  CHECK_FALSE(can_be_family_name(parse_person_name("Ana Orlo"), "ana"));
  CHECK(can_be_family_name(parse_person_name("Kim Yong Chol"), "kim"));
  CHECK_FALSE(can_be_family_name(parse_person_name("Kim Yong Chol"), "chol"));
}

TEST_CASE("a name is more like its misspelling than like another name") {
  CHECK(name_likeness("Kim Yong Chol", "Kim Yong-chol") == 1.0);
  CHECK(name_likeness("Vladimir Orlo", "Wladimir Orlo") >= likely_same_name);
  CHECK(name_likeness("Ana Orlo", "Orlo Ana") >= likely_same_name);
  CHECK(name_likeness("Лавров Сергей", "Sergey Lavrov") >= likely_same_name);
  CHECK(name_likeness("Ana Orlo", "Ana Tessen") < likely_same_name);
  CHECK(name_likeness("Jan Orlo", "Ana Orlo") < likely_same_name);
  CHECK(name_likeness("", "Ana Orlo") == 0.0);
}

TEST_CASE("the likeness of two names does not depend on their order") {
  for (const std::string_view a : {"Kim Yong Chol", "J. Orlo", "al-Marn", "Tessen"}) {
    for (const std::string_view b : {"Yong Chol Kim", "Jan Orlo", "Marn", "Tesen"}) {
      CHECK(name_likeness(a, b) == doctest::Approx(name_likeness(b, a)));
      CHECK(name_likeness(a, b) >= 0.0);
      CHECK(name_likeness(a, b) <= 1.0);
    }
  }
}

// Each name with each, also with errors, short forms, initials and words written together.
TEST_CASE("what cannot be alike is not") {
  constexpr double sure = 0.88;
  std::vector<std::string> names;
  for (const std::string given :
       {"William", "Bill", "W.", "Yong Chol", "Yongchol", "Jelena", "al"}) {
    for (const std::string family : {"Orlo", "Orllo", "Olro", "Tessen", "Chessen", "Marn", "Kim"}) {
      names.push_back(given + " " + family);
      names.push_back(family + given);
    }
  }
  std::size_t alike = 0;
  std::size_t refused = 0;
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      for (const double floor : {likely_same_name, sure}) {
        const bool may = may_be_alike(spell_name(a), spell_name(b), floor);
        const bool are = name_likeness(a, b) >= floor;
        CHECK_MESSAGE((may || !are), a, " and ", b);
        alike += are ? 1U : 0U;
        refused += may ? 0U : 1U;
      }
    }
  }
  CHECK(alike > 2 * names.size());  // not only each with itself
  CHECK(refused > alike);
}

TEST_CASE("given name and title tell women from men, where they do") {
  CHECK(gender_of(parse_person_name("Anna Orlo")) == Gender::woman);
  CHECK(gender_of(parse_person_name("Peter Orlo")) == Gender::man);
  CHECK(gender_of(parse_person_name("Mrs Orlo")) == Gender::woman);
  CHECK(gender_of(parse_person_name("Orlo")) == Gender::unknown);
  CHECK(gender_of(parse_person_name("Kim Yong Chol")) == Gender::unknown);
}

}  // namespace
}  // namespace twosource
