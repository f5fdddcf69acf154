#include "twosource/claim/independence.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

#include "twosource/text/analyze.hpp"

namespace twosource {
namespace {

// Each text is an article of one sentence behind its title, told by an origin of its own; its unit
// is the whole sentence, with the first word as its subject and the second as its verb.
struct Made {
  Report report;
  std::vector<Unit> units;

  explicit Made(std::initializer_list<const char*> texts) {
    for (const char* text : texts) {
      Article& article = report.articles.emplace_back();
      article.text = text;
      article.body = {0, static_cast<std::uint32_t>(article.text.size())};
      report.analyses.push_back(analyze_structure(article, analyze_words(article)));
      const Analysis& analysis = report.analyses.back();
      Unit& unit = units.emplace_back();
      unit.article = static_cast<ArticleIndex>(units.size() - 1);
      unit.sentence = 1;
      unit.span = analysis.sentences[1];
      unit.action = analysis.words[1].span;
      unit.participants.push_back(
          {.span = analysis.words[0].span, .role = Participant::Role::subject});
    }
  }

  [[nodiscard]] bool independent() const {
    std::vector<Telling> tellings;
    for (const Unit& unit : units) tellings.push_back({unit.article, &unit});
    return told_independently(report, tellings);
  }
};

constexpr const char* statement =
    "Agencies warned on Monday that a further one million people on the islands would be without "
    "clean water and bread before the end of the winter.";

}  // namespace

TEST_CASE("two origins that tell it in words of their own agree") {
  CHECK(Made({statement,
              "Before spring there will be neither bread nor clean water for a million islanders, "
              "several aid groups told reporters in the capital after their meeting on Monday."})
            .independent());
}

TEST_CASE("a long sentence with small changes is one text") {
  CHECK_FALSE(Made({statement,
                    "Agencies also warned that a further one million people on the islands would "
                    "be without clean water and bread before winter is over."})
                  .independent());
}

TEST_CASE("short sentences are alike without copying") {
  CHECK(Made({"Veldt resigned on Friday evening.", "Veldt resigned on Friday evening."})
            .independent());
}

TEST_CASE(
    "a clause without a subject of its own tells no fact, and one origin agrees with nobody") {
  Made tails({"Orlo needed to conduct business.", "Orlo wanted to conduct business."});
  for (Unit& unit : tails.units) unit.participants.clear();
  CHECK_FALSE(tails.independent());
  CHECK_FALSE(Made({"Veldt resigned on Friday evening."}).independent());
}

}  // namespace twosource
