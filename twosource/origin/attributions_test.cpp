#include "twosource/origin/attributions.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

const AgencyIndex& known() {
  static const AgencyIndex index(built_in_tables().agencies);
  return index;
}

Span whole(std::string_view text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

std::string source(std::string_view sentence) {
  const auto found = find_attribution(sentence, whole(sentence), known());
  return found ? known()[found->source].short_name + (found->first ? " first" : "") : "-";
}

std::string own(std::string_view sentence) {
  const std::vector<std::string> names = {"Selne Courier", "Courier"};
  const auto found = find_own_word(sentence, whole(sentence), names);
  return found ? std::string(slice(sentence, *found)) : "-";
}

TEST_CASE("a sentence that says who reported it is that source's") {
  CHECK(source("Nine people were hurt, Reuters reported.") == "Reuters");
  CHECK(source("The Xinhua news agency said that nine people were hurt.") == "Xinhua");
  CHECK(source("According to the Associated Press, nine people were hurt.") == "AP");
  CHECK(source("“We were lucky,” the captain told AFP.") == "AFP");
  CHECK(source("Nine people were hurt, reports the dpa.") == "dpa");
  CHECK(source("Laut dpa wurden neun Menschen verletzt.") == "dpa");
  CHECK(source("Neuf personnes ont été blessées, a déclaré le capitaine à l’AFP.") == "AFP");
  CHECK(source("AFP could not independently verify the figure.") == "AFP");
  CHECK(source("AP journalists saw smoke over the harbour.") == "AP");
  CHECK(source("The list, first reported by Reuters, has ninety names.") == "Reuters first");
  CHECK(source("The list, first reported by the Associated Press, has ninety names.") ==
        "AP first");
}

TEST_CASE("a sentence that is about an agency is not its own") {
  CHECK(source("Reuters shares rose by two per cent.") == "-");
  CHECK(source("A photographer of Reuters was among the injured.") == "-");
  CHECK(source("The AP said in a statement that it was shocked.") == "-");
  CHECK(source("According to the Reuters Institute, trust in news is falling.") == "-");
  CHECK(source("He told the PA that he would resign.") == "-");
  CHECK(source("UN agencies reported a shortage.") == "-");
}

TEST_CASE("the agency of the sentence before may go on") {
  const std::string_view text = "The agency also says the ship made fast.";
  REQUIRE(find_continued_attribution(text, whole(text)));
  CHECK(slice(text, *find_continued_attribution(text, whole(text))) == "The agency");
  for (const std::string_view other :
       {std::string_view("The agency was founded in 1900."),
        std::string_view("The ship also says."), std::string_view("The"), std::string_view("")}) {
    CAPTURE(other);
    CHECK_FALSE(find_continued_attribution(other, whole(other)));
  }
}

TEST_CASE("an outlet claims what it was told, has seen or has learned") {
  CHECK(own("“We were lucky,” the captain told the Courier.") == "Courier");
  CHECK(own("The Courier has learned that the log was changed.") == "Courier");
  CHECK(own("The log, seen by the Courier, has two entries.") == "Courier");
  CHECK(own("The log, which the Courier has seen, has two entries.") == "Courier");
  CHECK(own("Asked by the Selne Courier, he said no.") == "Selne Courier");
  CHECK(own("A Courier reporter saw three boats.") == "-");
  CHECK(own("He said in an interview with this newspaper that he would go.") == "this newspaper");
  CHECK(own("Three boats left, our correspondent reports.") == "our correspondent");
  CHECK(own("Das sagte er dieser Zeitung.") == "-");
}

TEST_CASE("other couriers, other outlets and imprints claim nothing") {
  CHECK(own("A courier told police that he had seen it.") == "-");
  CHECK(own("The Courier appears on Monday.") == "-");
  CHECK(own("He told the Harbour Post that he would go.") == "-");
  CHECK(own("Subscribe to this newspaper for three crowns.") == "-");
  CHECK(own("Visit our website and our newsroom.") == "-");
}

}  // namespace
}  // namespace twosource
