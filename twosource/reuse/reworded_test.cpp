#include "twosource/reuse/reworded.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "twosource/text/analyze.hpp"

namespace twosource {
namespace {

struct Collection {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;

  explicit Collection(const std::vector<std::string>& bodies) {
    for (const std::string& body : bodies) {
      Article article;
      article.text = "Title\n\n" + body;
      article.title = {0, 5};
      article.body = {7, static_cast<std::uint32_t>(article.text.size())};
      article.language = "en";
      articles.push_back(article);
      analyses.push_back(analyze_structure(article, analyze_words(article)));
    }
  }
  [[nodiscard]] std::vector<Rewording> find(Jobs jobs = Jobs{1}) const {
    return find_rewordings(articles, analyses, {}, jobs).found;
  }
};

const std::string vote =
    "The dockers of Selne voted on Friday to begin a strike of nine days because the port of Orlo "
    "refuses to raise their wages by four crowns.";
const std::string same_vote =
    "The dockers of Selne voted on Friday to start a strike of nine days since the port of Orlo "
    "declines to raise their salaries by four crowns.";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::size_t count(const std::string& a, const std::string& b) {
  return Collection({a, b}).find().size();
}

TEST_CASE("a sentence whose words were replaced by synonyms is found") {
  const std::vector<Rewording> found = Collection({vote, same_vote}).find();
  REQUIRE(found.size() == 1);
  CHECK(found[0].a_first == 1);  // behind the title
  CHECK(found[0].a_last == 28);
  CHECK(std::any_of(found[0].runs.begin(), found[0].runs.end(),
                    [](const MeaningRun& run) { return !run.equal; }));
}

TEST_CASE("one change of what is said, and the sentence is another one") {
  CHECK(count(vote, replaced(same_vote, "to start", "not to start")) == 0);
  CHECK(count(vote, replaced(same_vote, "nine", "eleven")) == 0);
  CHECK(count(vote, replaced(same_vote, "Orlo", "Arn")) == 0);
  CHECK(count(vote, replaced(same_vote, "to raise", "to lower")) == 0);
}

TEST_CASE("quoted speech proves nothing") {
  CHECK(count("“" + vote + "”", "“" + same_vote + "”") == 0);
}

TEST_CASE("the same is found from either side, with any number of threads") {
  const std::string other = "Rain fell over the hills of Arn, and nobody went out.";
  const std::vector<Rewording> found = Collection({vote, other, same_vote}).find();
  const std::vector<Rewording> turned = Collection({same_vote, vote, other}).find(Jobs{4});
  REQUIRE(found.size() == 1);
  REQUIRE(turned.size() == 1);
  CHECK(found[0].b == 2);
  CHECK(turned[0].b == 1);
  CHECK(found[0].a_last == turned[0].b_last);
  CHECK(found[0].equal_words == turned[0].equal_words);
  std::vector<std::vector<std::uint32_t>> runs;
  std::vector<std::vector<std::uint32_t>> turned_runs;
  for (const MeaningRun& run : found[0].runs) runs.push_back({run.a, run.b, run.size});
  for (const MeaningRun& run : turned[0].runs) turned_runs.push_back({run.b, run.a, run.size});
  std::sort(runs.begin(), runs.end());
  std::sort(turned_runs.begin(), turned_runs.end());
  CHECK(runs == turned_runs);
}

TEST_CASE("what a copy covers already is not told again") {
  const Collection both({vote, same_vote});
  Copy copy;
  copy.a = 0;
  copy.b = 1;
  copy.a_span = both.articles[0].body;
  copy.b_span = both.articles[1].body;
  CHECK(find_rewordings(both.articles, both.analyses, std::span(&copy, 1), Jobs{1}).found.empty());
}

TEST_CASE("words of very many articles are no lead, and that is said") {
  const Collection many(std::vector<std::string>(80, vote));
  const Rewordings found = find_rewordings(many.articles, many.analyses, {}, Jobs{1});
  CHECK(found.found.empty());
  REQUIRE(found.limits.size() == 1);
  CHECK(found.limits[0].find("more than 64 articles") != std::string::npos);
}

TEST_CASE("empty bodies and no articles have no rewordings") {
  CHECK(find_rewordings({}, {}, {}, Jobs{1}).found.empty());
  CHECK(count("", "") == 0);
}

}  // namespace
}  // namespace twosource
