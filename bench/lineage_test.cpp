#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "bench/evaluations.hpp"
#include "bench/generator/bases.hpp"
#include "bench/generator/collected.hpp"
#include "bench/generator/synonyms.hpp"
#include "bench/lineage_judge.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

Collected collected_families(double date_missing) {
  const auto press = open_press({});
  REQUIRE(press);
  return collect(**press, {500, 11, {.date_missing = date_missing}}, Jobs{2});
}

// An engine that knows the truth.
class Oracle {
 public:
  explicit Oracle(const Collected& collected) : collected_(collected) {
    for (ArticleIndex i = 0; i < collected.places.size(); ++i) {
      articles_[{collected.places[i].family, collected.places[i].text}] = i;
    }
  }

  [[nodiscard]] Answers answers() {
    Answers answers;
    for (std::uint32_t f = 0; f < collected_.families.size(); ++f) {
      const auto first = static_cast<OriginIndex>(answers.origins.origins.size());
      Story story;
      std::vector<std::uint32_t> texts;
      for (const auto& [place, article] : articles_) {
        if (place.first != f) continue;
        story.articles.push_back(article);
        texts.push_back(place.second);
      }
      Sum sum;
      sum.story = static_cast<StoryIndex>(answers.stories.size());
      for (const TrueOrigin& origin : true_origins(collected_.families[f], texts)) {
        answers.origins.origins.push_back(origin_of(f, origin));
        sum.possible += origin.counted ? 1 : 0;
      }
      sum.shown = sum.possible;
      for (const std::uint32_t text : texts) add_edge(answers, f, text, first);
      std::ranges::sort(story.articles);
      answers.stories.push_back(std::move(story));
      answers.origins.sums.push_back(sum);
    }
    return answers;
  }

 private:
  [[nodiscard]] Origin origin_of(std::uint32_t family, const TrueOrigin& truth) const {
    const FirstText& first = collected_.families[family].firsts[truth.first];
    Origin origin;
    origin.kind = first.kind == FirstKind::own ? OriginKind::own : OriginKind::agency;
    origin.name = std::to_string(truth.first);
    for (const std::uint32_t text : truth.articles) {
      const ArticleIndex article = articles_.at({family, text});
      origin.articles.push_back(article);
      const StoredText& stored = collected_.stored[family][text];
      for (std::size_t i = 0; i < stored.pieces.size(); ++i) {
        if (stored.pieces[i]->first == truth.first) {
          origin.passages.push_back({article, stored.spans[i]});
        }
      }
    }
    return origin;
  }

  void add_edge(Answers& answers, std::uint32_t family, std::uint32_t text, OriginIndex first) {
    const std::vector<Text>& texts = collected_.families[family].texts;
    if (texts[text].parents.empty()) return;
    const std::uint32_t parent = texts[text].parents.front().text;
    Lineage edge;
    edge.to = articles_.at({family, text});
    edge.from_origin = texts[parent].hidden;
    if (edge.from_origin) {
      const std::string name = std::to_string(texts[parent].first);
      while (answers.origins.origins[first].name != name) ++first;
      edge.from = first;
    } else {
      edge.from = articles_.at({family, parent});
    }
    answers.origins.lineage.push_back(edge);
  }

  const Collected& collected_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, ArticleIndex> articles_;
};

TEST_CASE("the truth as an answer is judged right, with and without dates") {
  for (const double date_missing : {0.0, 1.0}) {
    const Collected collected = collected_families(date_missing);
    const LineageFigures figures = judge_lineage(collected, Oracle(collected).answers());
    const ParentTally parents = figures.parents.at("all");
    CHECK(parents.all() > 100);
    CHECK(parents.right == parents.all());
    CHECK(figures.false_parents.part == 0);
    CHECK(figures.counts.stories > 20);
    CHECK(figures.counts.possible_error == doctest::Approx(0.0));
    CHECK(figures.counts.inside == figures.counts.stories);
    CHECK(figures.hidden.whole > 15);
    CHECK(figures.hidden.part == figures.hidden.whole);
    CHECK(figures.quotation_folds.whole > 20);
    CHECK(figures.quotation_folds.part == 0);
    CHECK(figures.independent_folds.part == 0);
    CHECK(figures.foreign_folds == 0);
  }
}

TEST_CASE("no answer finds nothing, and is never wrong") {
  const Collected collected = collected_families(0.0);
  const LineageFigures figures = judge_lineage(collected, {});
  const ParentTally parents = figures.parents.at("all");
  CHECK(parents.right == 0);
  CHECK(parents.wrong == 0);
  CHECK(parents.unknown == parents.all());
  CHECK(figures.hidden.part == 0);
  CHECK(figures.recall.at("all").part == 0);
}

TEST_CASE("edges that point the other way are wrong") {
  const Collected collected = collected_families(0.0);
  Answers answers = Oracle(collected).answers();
  std::vector<Lineage> turned;
  for (Lineage edge : answers.origins.lineage) {
    if (edge.from_origin) continue;
    std::swap(edge.from, edge.to);
    turned.push_back(edge);
  }
  answers.origins.lineage = turned;
  const LineageFigures figures = judge_lineage(collected, answers);
  CHECK(figures.parents.at("all").right == 0);
  CHECK(figures.parents.at("all").wrong > 10);
  CHECK(figures.false_parents.part > 10);
}

TEST_CASE("one origin for all is seen in the sum and in the pairs that fold") {
  const Collected collected = collected_families(0.0);
  Answers answers = Oracle(collected).answers();
  Origin all;
  all.kind = OriginKind::common_text;
  for (ArticleIndex i = 0; i < collected.articles.size(); ++i) all.articles.push_back(i);
  answers.origins.origins = {all};
  answers.origins.lineage.clear();
  for (Sum& sum : answers.origins.sums) sum.shown = sum.possible = 1;
  const LineageFigures figures = judge_lineage(collected, answers);
  CHECK(figures.counts.possible_error > 0.3 * static_cast<double>(figures.counts.stories));
  CHECK(figures.hidden.part == 0);
  CHECK(figures.quotation_folds.part == figures.quotation_folds.whole);
  CHECK(figures.independent_folds.part == figures.independent_folds.whole);
  CHECK(figures.foreign_folds > 1000);
}

TEST_CASE("dates change nothing but dates") {
  const Collected dated = collected_families(0.0);
  const Collected undated = collected_families(1.0);
  std::map<std::string, std::string> texts;
  for (const Article& article : dated.articles) texts[article.id] = article.text;
  CHECK(dated.articles.size() == 500);
  CHECK(undated.articles.size() == 500);
  for (const Article& article : undated.articles) {
    CHECK_FALSE(article.published.has_value());
    CHECK(texts.at(article.id) == article.text);
  }
}

// ---- Base texts ----

std::string report(const std::string& town, const std::string& thing) {
  std::string text;
  for (int i = 0; i < 14; ++i) {
    text += fmt::format("On day {} all {} saw that the {} had moved by {} metres again.", i, town,
                        thing, 3 * i + 1);
    text += i % 3 == 2 ? "\\n\\n" : " ";
  }
  return text;
}

std::string line(const std::string& event, const std::string& title, const std::string& text) {
  return R"({"event":")" + event + R"(","title":")" + title + R"(","text":")" + text + "\"}\n";
}

TEST_CASE("base texts of one event are put together; copies and agencies' texts are left out") {
  const TemporaryFolder folder;
  const std::vector<std::string> files = {folder.write(
      "bases.jsonl",
      line("one", "Ice moves", report("Selne", "ice")) +
          line("one", "Bridge moves", report("Port Ansel", "bridge")) +
          line("one", "Ice moves again", "A lead of another desk. " + report("Selne", "ice")) +
          line("two", "Agency", "SELNE (AP) — " + report("Selne", "tower")) +
          line("two", "Tower moves", report("Moruvel", "tower")) +
          line("two", "Short", "Too short."))};
  const Result<std::vector<BaseEvent>> events = read_base_events(files);
  REQUIRE(events);
  REQUIRE(events->size() == 2);
  CHECK(events->at(0).texts.size() == 2);
  REQUIRE(events->at(1).texts.size() == 1);
  const BaseText& tower = events->at(1).texts.front();
  CHECK(tower.draft.title == "Tower moves");
  CHECK(tower.sentences.size() == 3);
  CHECK(tower.draft.paragraphs.front().front().text ==
        "On day 0 all Moruvel saw that the tower had moved by 1 metres again.");
}

TEST_CASE("base texts that are none are an error") {
  const TemporaryFolder folder;
  const std::vector<std::string> files = {
      folder.write("bases.jsonl", line("one", "Short", "Too short."))};
  CHECK_FALSE(read_base_events(files));
}

TEST_CASE("other words keep names and numbers") {
  Random random(5);
  const std::string sentence =
      "On Friday, the government said that 14 people of Port Ansel were injured near the road.";
  std::set<std::string> said;
  for (int i = 0; i < 20; ++i) {
    const std::string other = say_in_other_words(sentence, random);
    said.insert(other);
    CHECK(other.find("14 ") != std::string::npos);
    CHECK(other.find("Port Ansel") != std::string::npos);
    CHECK(other.find("riday") != std::string::npos);
    CHECK(other.back() == '.');
  }
  CHECK(said.size() > 10);
  CHECK(say_in_other_words("Zzz 14.", random) == "Zzz 14.");
}

TEST_CASE("the benches print figures between 0 and 1") {
  std::ostringstream out;
  Request request;
  request.articles = 60;
  REQUIRE(measure_lineage(request, out));
  const std::string key = "lineage.dated.right_parent: ";
  const std::size_t at = out.str().find(key);
  REQUIRE(at != std::string::npos);
  const double share = std::stod(out.str().substr(at + key.size()));
  CHECK(share > 0.0);
  CHECK(share <= 1.0);
  CHECK_FALSE(compare_with_reality({}, out));
}

}  // namespace
}  // namespace twosource::bench
