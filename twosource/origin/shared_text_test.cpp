#include "twosource/origin/shared_text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

const std::string pier =
    "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour.";
const std::string hull =
    "Divers examined the hull until nightfall and found a crack below the waterline.";

/// The shared sentences, each as "article.sentence" of its places: "0.1=1.2 0.3=2.1".
std::string shared(const std::vector<std::string>& bodies) {
  std::vector<Print> prints;
  for (const std::string& body : bodies) prints.push_back({.text = "Title\n\n" + body});
  const Newsroom room(prints);
  const SourceNames names = collect_names(room.articles, {}, Jobs{1});
  std::vector<ArticleReading> readings;
  for (std::size_t i = 0; i < room.articles.size(); ++i) {
    readings.push_back(examine_article(room.articles[i], room.analyses[i], {}, names));
  }
  std::vector<std::uint32_t> all(room.copies.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  std::string out;
  for (const SharedSentence& sentence :
       find_shared_text(room.analyses, readings, room.copies, all).sentences) {
    if (!out.empty()) out += ' ';
    for (std::size_t i = 0; i < sentence.places.size(); ++i) {
      out += fmt::format("{}{}.{}", i == 0 ? "" : "=", sentence.places[i].article,
                         sentence.places[i].sentence);
    }
    for (const ArticleIndex article : sentence.articles) {
      const auto printed = [&](SentenceRef place) { return place.article == article; };
      if (std::ranges::none_of(sentence.places, printed)) out += fmt::format("~{}", article);
    }
  }
  return out;
}

TEST_CASE("the same sentence in three articles is one shared sentence") {
  CHECK(shared({pier, pier, "Nothing new. " + pier}) == "0.1=1.1=2.2");
}

TEST_CASE("each sentence is shared by itself: a stitched article joins nothing") {
  CHECK(shared({pier, hull, pier + " " + hull}) == "0.1=2.1 1.1=2.2");
}

TEST_CASE("a sentence with less than 70 % of its words in the other article is not shared") {
  CHECK(shared({pier,
                "Three people were hurt on Tuesday when a ferry sank off the coast of Varn in "
                "a storm that nobody had seen coming."}) == "");
}

TEST_CASE("a sentence that another one swallowed is shared, the longer one is not") {
  const std::string swallowed =
      "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour, "
      "which "
      "was built a hundred years ago by the grandfather of the mayor and never repaired since.";
  CHECK(shared({pier, swallowed}) == "0.1~1");
}

TEST_CASE("two sentences made one are both shared with it") {
  const std::string joined =
      "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour; "
      "divers "
      "examined the hull until nightfall and found a crack below the waterline.";
  CHECK(shared({pier + " " + hull, joined}) == "0.1=0.2=1.1");
}

TEST_CASE("quoted speech is not shared text") {
  const std::string speech =
      "“We will not rest until every passenger of this ship has been brought home to his family.”";
  CHECK(shared({speech, speech}) == "");
}

TEST_CASE("where half of a sentence is quoted, what stands around it must be the same as well") {
  const std::string words =
      "“We will not rest until every passenger of this ship has been brought home to his family”";
  const std::string frame = ", the minister told reporters at a breakfast of the Harbour Club.";
  CHECK(shared({words + frame, words + frame}) == "0.1=1.1");
  CHECK(
      shared({words + ", Mr Varn told a crowd of reporters during a breakfast at the Harbour Club "
                      "on Monday.",
              words + frame}) == "");
}

TEST_CASE("a sentence that the other article has twice is not covered twice") {
  const std::string half = "Three people were hurt on Tuesday when a ferry struck the eastern pier";
  const std::string longer =
      half + " of an island that no chart showed until the storm had washed its name ashore.";
  CHECK(shared({longer, half + "."}) == "1.1~0");
  CHECK(shared({longer, half + ". " + half + "."}) == "1.1~0 1.2~0");
}

TEST_CASE("without copies nothing is shared") {
  CHECK(shared({pier, hull}) == "");
  CHECK(shared({}) == "");
}

}  // namespace
}  // namespace twosource
