#include "twosource/reuse/evidence.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/frequencies.hpp"

namespace twosource {
namespace {

struct Collection {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  Passages found;
};

Collection collect(const std::vector<std::string>& texts) {
  Collection collection;
  for (const std::string& text : texts) {
    Article article;
    article.text = text;
    article.body = {0, static_cast<std::uint32_t>(text.size())};
    article.language = "en";
    collection.analyses.push_back(analyze_structure(article, analyze_words(article)));
    collection.articles.push_back(std::move(article));
  }
  collection.found = find_passages(collection.articles, collection.analyses, Jobs{1});
  return collection;
}

PassageWeight weigh(const Collection& collection, std::size_t passage) {
  const CollectionWords words(collection.analyses, collection.found);
  return weigh_passages(words, collection.articles, collection.analyses, collection.found, Jobs{1})
      .at(passage);
}

// The slow twin: by the definition, with sets instead of sketches.
class SlowCounts {
 public:
  explicit SlowCounts(const std::vector<Analysis>& analyses) : analyses_(analyses) {}

  [[nodiscard]] double bits(const Analysis& analysis, std::size_t i) const {
    const std::uint64_t word = analysis.words[i].hash;
    const double language = WordFrequencies::background("en").bits(word);
    const double alone = (others({word}) + 4000.0 * std::exp2(-language)) / (all_ + 4000.0);
    if (i == 0) return std::clamp(-std::log2(alone), 0.0, language);
    const std::uint64_t before = analysis.words[i - 1].hash;
    const double different = followers(before) + 1.0;
    const double together = others({before, word});
    return std::clamp(-std::log2((together + different * alone) /
                                 (std::max(together, others({before})) + different)),
                      0.0, language);
  }

  void count_all() {
    std::set<std::pair<std::uint64_t, std::string>> before;
    std::set<std::pair<std::uint64_t, std::string>> behind;
    for (const Analysis& analysis : analyses_) {
      for (std::size_t i = 0; i < analysis.words.size(); ++i) {
        before.insert({analysis.words[i].hash, name(analysis, i, -4)});
        behind.insert({analysis.words[i].hash, name(analysis, i, 4)});
      }
    }
    all_ = static_cast<double>(std::min(before.size(), behind.size()));
  }

 private:
  static std::string name(const Analysis& analysis, std::size_t i, int distance) {
    const auto at = static_cast<std::ptrdiff_t>(i) + distance;
    const auto size = static_cast<std::ptrdiff_t>(analysis.words.size());
    if (at >= 0 && at < size) {
      return std::to_string(analysis.words[static_cast<std::size_t>(at)].hash);
    }
    const Word& border = distance < 0 ? analysis.words.front() : analysis.words.back();
    return "border " + std::to_string(border.hash) + " " +
           std::to_string(distance < 0 ? static_cast<std::ptrdiff_t>(i)
                                       : size - static_cast<std::ptrdiff_t>(i));
  }

  [[nodiscard]] double others(const std::vector<std::uint64_t>& words) const {
    std::set<std::string> before;
    std::set<std::string> behind;
    for (const Analysis& analysis : analyses_) {
      for (std::size_t i = 0; i + words.size() <= analysis.words.size(); ++i) {
        const bool here = std::equal(
            words.begin(), words.end(), analysis.words.begin() + static_cast<std::ptrdiff_t>(i),
            [](std::uint64_t hash, const Word& w) { return hash == w.hash; });
        if (!here) continue;
        before.insert(name(analysis, i, -4));
        behind.insert(name(analysis, i + words.size() - 1, 4));
      }
    }
    return std::max(0.0, static_cast<double>(std::min(before.size(), behind.size())) - 1.0);
  }

  [[nodiscard]] double followers(std::uint64_t word) const {
    std::set<std::uint64_t> next;
    for (const Analysis& analysis : analyses_) {
      for (std::size_t i = 0; i + 1 < analysis.words.size(); ++i) {
        if (analysis.words[i].hash == word) next.insert(analysis.words[i + 1].hash);
      }
    }
    return static_cast<double>(next.size());
  }

  const std::vector<Analysis>& analyses_;
  double all_ = 0.0;
};

const std::string shared =
    "the ferry from the northern harbour was stopped by the coast guard on Monday and the captain "
    "of the ferry was taken to the harbour for questions";

const std::vector<std::string> story = {
    "Nobody knew at first. In the end " + shared + " about the fire.",
    "What we know: " + shared + " in the night.",
    "The coast guard on Monday said that the ferry was stopped, and the captain of the coast guard "
    "was proud of the northern harbour.",
    "A captain of the ferry was once a boy who was taken to the harbour by the coast guard."};

}  // namespace

TEST_CASE("the bits of words are those of the definition") {
  const Collection collection = collect(story);
  const CollectionWords words(collection.analyses, collection.found);
  SlowCounts slow(collection.analyses);
  slow.count_all();
  const Passage& passage = collection.found.passages.at(0);
  for (const WordRun& run : runs_of(collection.found, passage)) {
    for (std::size_t i = run.a; i < run.a + std::size_t{run.size}; ++i) {
      const Analysis& analysis = collection.analyses[passage.a];
      if (i > run.a)
        CHECK(words.bits(analysis, i, true) == doctest::Approx(slow.bits(analysis, i)));
      CHECK(words.bits(analysis, i, false) <=
            WordFrequencies::background("en").bits(analysis.words[i].hash));
    }
  }
}

TEST_CASE("what others write elsewhere makes a passage cheaper, reprints do not") {
  const std::vector<std::string> two(story.begin(), story.begin() + 2);
  std::vector<std::string> reprinted = two;
  for (int i = 0; i < 30; ++i) reprinted.push_back("Number " + std::to_string(i) + ". " + shared);
  const double alone = weigh(collect(two), 0).evidence;
  CHECK(weigh(collect(story), 0).evidence < 0.9 * alone);
  CHECK(weigh(collect(reprinted), 0).evidence > 0.9 * alone);
}

TEST_CASE("the order of the articles changes nothing") {
  std::vector<std::string> turned = story;
  std::reverse(turned.begin(), turned.end());
  const PassageWeight one = weigh(collect(story), 0);
  const Collection other = collect(turned);
  const auto same = std::find_if(other.found.passages.begin(), other.found.passages.end(),
                                 [](const Passage& p) { return p.a == 2 && p.b == 3; });
  REQUIRE(same != other.found.passages.end());
  const PassageWeight two =
      weigh(other, static_cast<std::size_t>(same - other.found.passages.begin()));
  CHECK(one.surprisal == doctest::Approx(two.surprisal));
  CHECK(one.evidence == doctest::Approx(two.evidence));
}

TEST_CASE("a name weighs little more than a word, also with a small word in it") {
  const std::string names =
      "Ilvo Taspar Quennel of Zandrum and Bexley Wottam of Yorvik and Ruthven Kolm of Esterhaz";
  const std::string things =
      "ilvo taspar quennel of zandrum and bexley wottam of yorvik and ruthven kolm of esterhaz";
  const double as_names = weigh(collect({"So " + names + ".", "Or " + names + "!"}), 0).evidence;
  const double as_words = weigh(collect({"So " + things + ".", "Or " + things + "!"}), 0).evidence;
  CHECK(as_names < as_words / 3);
  CHECK(as_names < 57.0);
}

TEST_CASE("an office belongs to the name of who holds it") {
  const std::string offices =
      "former deputy harbour minister Ilvo Taspar and acting chief prosecutor Bexley Wottam";
  const std::string trades =
      "tired mackerel harbour pedlar Ilvo Taspar and limping night accordionist Bexley Wottam";
  const auto evidence = [](const std::string& text) {
    return weigh(collect({"So " + text + ".", "Or " + text + "!"}), 0).evidence;
  };
  CHECK(evidence(offices) < evidence(trades) / 2);
}

TEST_CASE("the wording of a charge is the law's, that of the deed is the writer's") {
  const std::string charge =
      "charged with conspiracy to commit arson and attempted murder with intent to damage property";
  const std::string deed =
      "seen with lanterns to burn nets and frightened gulls with shouts to wake everybody";
  const auto evidence = [](const std::string& text) {
    return weigh(collect({"So " + text + ".", "Or " + text + "!"}), 0).evidence;
  };
  CHECK(evidence(charge) < 57.0);
  CHECK(evidence(deed) > 57.0);
}

TEST_CASE("what was changed is paid for, more of it with more") {
  const auto evidence = [](const std::string& changed) {
    const Collection collection =
        collect({"Before noon two divers and a crane lifted the drowned organ of the lighthouse "
                 "out of the bay while the choir hummed along.",
                 "Before noon two divers and a crane lifted the drowned organ of the lighthouse " +
                     changed + " while the choir hummed along."});
    REQUIRE(collection.found.passages.size() == 1);
    return weigh(collection, 0);
  };
  const PassageWeight one = evidence("from the bay");
  const PassageWeight more = evidence("that nobody had tuned for years from the bay");
  CHECK(one.evidence < one.surprisal - 2.0);
  CHECK(more.evidence < one.evidence);
}

TEST_CASE("around a quotation what somebody said without marks weighs less") {
  const auto evidence = [](const std::string& text) {
    return weigh(collect({"So " + text, "Or " + text}), 0).evidence;
  };
  const std::string told = " that the herring fleet would stay ashore until lanterns are mended. ";
  const std::string cry = "“Nobody sails into such a fog,” he cried.";
  CHECK(evidence("the mayor said" + told + cry) < 0.85 * evidence("the mayor saw" + told + cry));
}

TEST_CASE("quoted words are evidence only as far as their frame is") {
  const std::string statement =
      "“a lasting gift to the widows and orphans of the drowned pilots of the northern lighthouse”";
  const PassageWeight bare = weigh(collect({"So " + statement + ".", "Or " + statement + "!"}), 0);
  CHECK(bare.evidence == 0.0);
  CHECK(bare.surprisal > 80.0);
}

}  // namespace twosource
