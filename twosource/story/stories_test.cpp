#include "twosource/story/stories.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/story/pair.hpp"
#include "twosource/text/made_articles_test.hpp"

namespace twosource {
namespace {

constexpr std::int64_t monday = 1'935'000'000;
constexpr std::int64_t day = 86'400;

struct Written {
  std::string_view title;
  std::string body;
  std::optional<std::int64_t> published;
  std::string_view outlet;
};

const std::string ferry =
    "The ferry Brisa with 212 people on board ran aground on a sandbank off the island of Arn "
    "shortly before midnight. Lifeboats from Selne brought the passengers ashore. The coast guard "
    "of Marenia said that the captain of the Brisa had left the fairway in thick fog. Nobody was "
    "seriously injured. The shipping company Norlin wants to tow the Brisa to Selne at high tide.";
const std::string ferry_again =
    "After the accident of the Brisa off Arn the shipping company Norlin has suspended the "
    "captain. "
    "All 212 passengers of the ferry had been brought to Selne by lifeboats. Divers of the coast "
    "guard looked at the hull on the sandbank and found no leak. Fog had hung over the fairway all "
    "night, a spokesman for Norlin said, and the radar of the Brisa was being examined in port.";
const std::string choir =
    "With a concert of four choirs the parish of Orlo has collected money for the roof of its "
    "church. The old shingles had been torn off by a storm in March. The conductor Mira Tesk "
    "rehearsed hymns by forgotten composers for half a year. More than six hundred listeners came, "
    "and the carpenter Jon Halv promised to begin before the first snow falls on the village.";

MadeArticles collect(const std::vector<Written>& written) {
  MadeArticles collection;
  for (const Written& source : written) {
    Article article = make_article(source.title, source.body);
    article.outlet = source.outlet;
    if (source.published) article.published = {*source.published, DatePrecision::minute, {}};
    collection.add(std::move(article));
  }
  return collection;
}

std::vector<Story> group(const MadeArticles& collection, const std::vector<Copy>& copies = {}) {
  return group_stories(collection.articles, collection.analyses, copies, Jobs{1});
}

// The articles of each story, as "0 1 | 2".
std::string shape(const std::vector<Story>& stories) {
  std::string text;
  for (const Story& story : stories) {
    if (!text.empty()) text += " | ";
    for (std::size_t i = 0; i < story.articles.size(); ++i) {
      text += fmt::format("{}{}", i == 0 ? "" : " ", story.articles[i]);
    }
  }
  return text;
}

Copy whole_copy(const MadeArticles& collection, ArticleIndex a, ArticleIndex b) {
  Copy copy;
  copy.a = a;
  copy.b = b;
  copy.a_span = collection.articles[a].body;
  copy.b_span = collection.articles[b].body;
  copy.equal_words = static_cast<std::uint32_t>(collection.analyses[a].words.size() -
                                                collection.analyses[a].body_word);
  return copy;
}

}  // namespace

TEST_CASE("two reports of one event are a story, another event is another") {
  const MadeArticles collection = collect({{"Ferry strands off Arn", ferry, monday},
                                           {"Concert for a church roof", choir, monday},
                                           {"Captain suspended", ferry_again, monday + day}});
  const std::vector<Story> stories = group(collection);
  CHECK(shape(stories) == "0 2 | 1");
  CHECK(stories[0].title == "Ferry strands off Arn");
  CHECK(stories[0].id.size() == 16);
  REQUIRE(stories[0].links.size() == 1);
  const Reason& reason = stories[0].links[0].reason;
  CHECK(reason.code == "shared_terms");
  CHECK(reason.text.find("Brisa") != std::string::npos);
  REQUIRE_FALSE(reason.spans.empty());
  CHECK(slice(collection.articles[0].text, reason.spans[0].span) == "Brisa");
  CHECK(stories[1].links.empty());
}

TEST_CASE("shared terms join within 72 hours, groups whose dates agree are kept apart beyond") {
  const auto late = [](std::int64_t days) {
    return shape(group(collect({{"Ferry strands", ferry, monday},
                                {"Ferry aground off Arn", ferry + " The tide is late.", monday},
                                {"Captain suspended", ferry_again, monday + days * day},
                                {"Norlin suspends", ferry_again + " Why?", monday + days * day}})));
  };
  CHECK(late(3) == "0 1 2 3");
  CHECK(late(4) == "0 1 | 2 3");
}

TEST_CASE("a verified copy joins whatever the dates say, a quotation or foot line does not") {
  const MadeArticles collection = collect({{"Ferry strands off Arn", ferry, monday},
                                           {"Ferry aground", ferry, monday},
                                           {"A ferry a year ago", ferry, monday + 300 * day},
                                           {"A ferry on sand", ferry + " ", monday + 300 * day}});
  CHECK(shape(group(collection)) == "0 1 | 2 3");
  std::vector<Copy> copies;
  for (ArticleIndex a : {0U, 1U}) {
    for (ArticleIndex b : {2U, 3U}) copies.push_back(whole_copy(collection, a, b));
  }
  CHECK(shape(group(collection, copies)) == "0 1 2 3");
  for (Copy& copy : copies) copy.furniture = true;
  CHECK(shape(group(collection, copies)) == "0 | 1 | 2 | 3");  // nothing is left to compare
  for (Copy& copy : copies) copy.furniture = false;
  for (Copy& copy : copies) copy.quoted_share_a = 1.0;
  CHECK(shape(group(collection, copies)) == "0 1 | 2 3");
}

TEST_CASE("pages that say nothing stay alone") {
  const std::string consent =
      "We and our partners store information on your device and use cookies to show you content "
      "and to measure it. You may accept all of them, choose some, or refuse. Your choice holds "
      "for this site and can be changed at any time under privacy settings at the foot of each "
      "page. Some partners process your data on the basis of legitimate interest.";
  CHECK(shape(group(collect({{"Ferry Brisa strands off Arn", consent, monday},
                             {"Harvest of Orlo apples begins", consent, monday},
                             {"Empty", "", monday},
                             {"Ferry strands", "Read more.", monday},
                             {"Ferry strands", "Read more!", monday}}))) == "0 | 1 | 2 | 3 | 4");
}

TEST_CASE("equal texts under equal headlines are one item that counts many times") {
  std::vector<Written> written(50, {"Ferry strands off Arn", ferry, monday});
  written.push_back({"Captain suspended", ferry_again, monday});
  const std::vector<Story> stories = group(collect(written));
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].articles.size() == 51);
  CHECK(stories[0].links.size() == 50);
  CHECK(stories[0].links[0].reason.code == "same_text");
}

TEST_CASE("reprints with a line more count with the text they reprint") {
  std::vector<Written> written;
  for (int i = 0; i < 30; ++i) {
    written.push_back({"Ferry strands off Arn", fmt::format("{} Report {}.", ferry, i), monday});
  }
  const MadeArticles collection = collect(written);
  std::vector<Copy> copies;
  for (ArticleIndex i = 1; i < 30; ++i) copies.push_back(whole_copy(collection, 0, i));
  const std::vector<Story> stories = group(collection, copies);
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].links.size() == 29);
  for (const StoryLink& link : stories[0].links) CHECK(link.reason.code == "shared_copy");
}

TEST_CASE(
    "a text that is reprinted for a year is one story though each print meets only the first") {
  std::vector<Written> written;
  for (int i = 0; i < 30; ++i) {
    written.push_back(
        {"Ferry strands off Arn", fmt::format("{} Report {}.", ferry, i), monday + 12 * i * day});
  }
  const MadeArticles collection = collect(written);
  std::vector<Copy> copies;
  for (ArticleIndex i = 1; i < 30; ++i) copies.push_back(whole_copy(collection, 0, i));
  CHECK(group(collection, copies).size() == 1);
}

TEST_CASE("neither the order of the articles nor threads change who belongs together") {
  std::vector<Written> written;
  for (int i = 0; i < 12; ++i) {
    const std::string& body = i % 3 == 0 ? ferry : i % 3 == 1 ? ferry_again : choir;
    written.push_back({"Report", fmt::format("{} Number {} of {}.", body, i, i * i), monday});
  }
  MadeArticles collection = collect(written);
  const auto by_ids = [&](unsigned jobs) {
    std::vector<std::vector<std::string>> stories;
    for (const Story& story :
         group_stories(collection.articles, collection.analyses, {}, Jobs{jobs})) {
      stories.emplace_back();
      for (ArticleIndex i : story.articles) stories.back().push_back(collection.articles[i].id);
      std::sort(stories.back().begin(), stories.back().end());
      stories.back().push_back(story.id);
    }
    std::sort(stories.begin(), stories.end());
    return stories;
  };
  const auto expected = by_ids(1);
  CHECK(expected.size() == 2);
  CHECK(by_ids(4) == expected);
  for (unsigned seed = 1; seed <= 10; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    std::shuffle(collection.articles.begin(), collection.articles.end(), random);
    collection.analyses.clear();
    for (const Article& article : collection.articles) {
      collection.analyses.push_back(analyze_structure(article, analyze_words(article)));
    }
    CHECK(by_ids(1) == expected);
  }
}

TEST_CASE("a pair is explained with its score and the threshold") {
  const MadeArticles collection = collect({{"Ferry strands off Arn", ferry, monday},
                                           {"Captain suspended", ferry_again, monday + 9 * day},
                                           {"Concert for a church roof", choir, std::nullopt},
                                           {"Empty", "", monday}});
  const auto explain = [&](ArticleIndex a, ArticleIndex b) {
    return explain_pair(collection.articles, collection.analyses, {}, a, b);
  };
  const StoryPair apart = explain(0, 1);
  CHECK(apart.score > 0.0);
  CHECK(apart.joined == (apart.score >= apart.threshold));
  REQUIRE(apart.reasons.size() == 2);
  CHECK(apart.reasons[0].code == "shared_terms");
  CHECK(apart.reasons[1].code == "days_apart");
  const StoryPair other = explain(0, 2);
  CHECK_FALSE(other.joined);
  CHECK(other.reasons.back().code == "undated");
  const StoryPair nothing = explain(0, 3);
  CHECK_FALSE(nothing.joined);
  REQUIRE(nothing.reasons.size() == 1);
  CHECK(nothing.reasons[0].code == "says_nothing");
}

TEST_CASE("no articles are no stories") {
  CHECK(group_stories({}, {}, {}, Jobs{1}).empty());
}

}  // namespace twosource
