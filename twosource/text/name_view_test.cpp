#include "twosource/text/name_view.hpp"

#include <doctest/doctest.h>

#include <string>

#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

struct Seen {
  explicit Seen(std::string lines) : text(std::move(lines)) {
    std::vector<Span> sentences;
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && text[i] != '\n') continue;
      sentences.push_back({begin, i});
      begin = i + 1;
    }
    tagged = find_tokens(text, find_words(text), sentences);
    PartTagger().tag(text, tagged);
  }

  // The tokens of a line of which `holds` is true, with blanks between them.
  template <class Holds>
  [[nodiscard]] std::string where(std::size_t line, const Holds& holds) const {
    const NameView view(text, tagged, {});
    const NameView::Sentence sentence = view.sentence(line);
    const std::size_t first = line == 0 ? 0 : tagged.sentence_ends[line - 1];
    std::string joined;
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      if (!holds(sentence.tokens[i])) continue;
      joined += joined.empty() ? "" : " ";
      joined += slice(text, tagged.tokens[first + i].span);
    }
    return joined;
  }
  [[nodiscard]] std::string capitalised(std::size_t line) const {
    return where(line, [](const NameToken& token) { return token.capitalised(); });
  }

  std::string text;
  TaggedText tagged;
};

TEST_CASE("in a headline only words keep their capital that have one elsewhere") {
  const Seen seen("Ferry Workers In Kenya Accept Offer By Crane\nThe union of Mr Crane took it.");
  CHECK(seen.capitalised(0) == "Kenya Crane");
  CHECK(seen.capitalised(1) == "The Mr Crane");
  CHECK(Seen("Ferry Workers In Kenya Accept Offer\nThe crane took it.").capitalised(0) == "Kenya");
}

TEST_CASE("a sentence with few capitals is as it is") {
  CHECK(Seen("Progress was made on the Central Issues of the talks.").capitalised(0) ==
        "Progress Central Issues");
}

TEST_CASE("an abbreviation in brackets explains the words before it, here and later") {
  const Seen seen(
      "He told the Harbour Workers of Orlo Union (HWOU) so before.\nThe HWOU met the mobile boat "
      "service "
      "(MBS) and the police (RTX).");
  const auto explained = [](const NameToken& token) { return token.explained != 0; };
  CHECK(seen.where(0, explained) == "Harbour Workers of Orlo Union HWOU");
  CHECK(seen.where(1, explained) == "HWOU mobile boat service MBS");
  const auto small = [](const NameToken& token) { return token.explained >= 4; };
  CHECK(seen.where(1, small) == "mobile boat service MBS");
}

TEST_CASE("places of several words are known as a whole, with hyphens or without") {
  const Seen seen("They sailed from Addis Ababa to Port-au-Prince and New York City in Kenya.");
  const auto listed = [](const NameToken& token) { return token.in_place != 0; };
  CHECK(seen.where(0, listed) == "Addis Ababa Port - au - Prince New York City");
  const auto first = [](const NameToken& token) { return token.in_place % 2 == 1; };
  CHECK(seen.where(0, first) == "Addis Port New");
}

TEST_CASE("what a word was in the first reading is remembered where it stands again") {
  const Seen seen("The mayor Ana Hale spoke.\nHale left.");
  std::vector<Tag> first(seen.tagged.tokens.size(), 0);
  first[2] = 1;  // person begins
  first[3] = 2;
  const NameView view(seen.text, seen.tagged, first);
  CHECK(view.sentence(1).tokens[0].memory > 0);
  CHECK(view.sentence(1).tokens[0].memory == view.sentence(0).tokens[3].memory);
  CHECK(view.sentence(1).tokens[1].memory == 0);
}

}  // namespace
}  // namespace twosource
