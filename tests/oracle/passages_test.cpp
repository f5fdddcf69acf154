// The slow twin of find_passages: compare every word with every word. Then the laws that no twin
// is needed for.
#include "twosource/reuse/passages.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "twosource/base/hash.hpp"

namespace twosource {
namespace {

using Words = std::vector<std::string>;

struct Collection {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
};

// Articles without a title whose words are separated by single blanks.
Collection collect(const std::vector<Words>& texts) {
  Collection collection;
  for (const Words& words : texts) {
    Article article;
    Analysis analysis;
    for (const std::string& word : words) {
      if (!article.text.empty()) article.text += ' ';
      const auto begin = static_cast<std::uint32_t>(article.text.size());
      article.text += word;
      const auto end = static_cast<std::uint32_t>(article.text.size());
      analysis.words.push_back({{begin, end}, hash_bytes(word)});
    }
    article.body = {0, static_cast<std::uint32_t>(article.text.size())};
    collection.articles.push_back(article);
    collection.analyses.push_back(analysis);
  }
  return collection;
}

Passages find_shared(const std::vector<Words>& texts, const PassageRules& rules,
                     unsigned jobs = 1) {
  const Collection collection = collect(texts);
  return find_passages(collection.articles, collection.analyses, Jobs{jobs}, rules);
}

// Small enough for texts of six words, nothing bridged, no limit on frequency.
constexpr PassageRules small_rules = {.gram_words = 2,
                                      .window_grams = 2,
                                      .shortest = 3,
                                      .widest_gap = 0,
                                      .grow_gap = 0,
                                      .articles_all_pairs = 1000,
                                      .articles_followed = 1000,
                                      .repeats_followed = 1000};

std::vector<WordRun> all_maximal_runs(const Words& a, const Words& b, std::uint32_t shortest) {
  std::vector<WordRun> runs;
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    for (std::uint32_t j = 0; j < b.size(); ++j) {
      if (i > 0 && j > 0 && a[i - 1] == b[j - 1]) continue;
      std::uint32_t size = 0;
      while (i + size < a.size() && j + size < b.size() && a[i + size] == b[j + size]) ++size;
      if (size >= shortest) runs.push_back({i, j, size});
    }
  }
  return runs;
}

// What the contract of find_passages says of repeated text, word by word.
std::vector<WordRun> told_once(std::vector<WordRun> runs) {
  std::sort(runs.begin(), runs.end(), [](const WordRun& x, const WordRun& y) {
    return std::tuple(y.size, x.a, x.b) < std::tuple(x.size, y.a, y.b);
  });
  std::vector<WordRun> told;
  const auto mostly_told = [&told](std::uint32_t begin, std::uint32_t size, auto side) {
    std::uint32_t words = 0;
    for (std::uint32_t i = begin; i < begin + size; ++i) {
      words += std::any_of(told.begin(), told.end(), [&](const WordRun& other) {
        return i >= other.*side && i < other.*side + other.size;
      });
    }
    return 2 * words >= size;
  };
  std::vector<WordRun> later;
  for (const WordRun& run : runs) {
    const bool old_a = mostly_told(run.a, run.size, &WordRun::a);
    const bool old_b = mostly_told(run.b, run.size, &WordRun::b);
    (old_a || old_b ? later : told).push_back(run);
  }
  for (const WordRun& run : later) {
    const bool old_a = mostly_told(run.a, run.size, &WordRun::a);
    const bool old_b = mostly_told(run.b, run.size, &WordRun::b);
    if (!old_a || !old_b) told.push_back(run);
  }
  std::sort(told.begin(), told.end());
  return told;
}

std::string spoken(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

void check_against_twin(const Words& a, const Words& b, const PassageRules& rules) {
  INFO("a: ", spoken(a));
  INFO("b: ", spoken(b));
  std::vector<WordRun> found = find_shared({a, b}, rules).runs;
  std::sort(found.begin(), found.end());
  const std::vector<WordRun> expected = told_once(all_maximal_runs(a, b, rules.shortest));
  REQUIRE(found.size() == expected.size());
  CHECK(std::equal(found.begin(), found.end(), expected.begin()));
}

// All texts of `length` words over an alphabet of `letters` words.
std::vector<Words> all_texts(std::size_t length, std::size_t letters) {
  std::vector<Words> texts = {{}};
  for (std::size_t i = 0; i < length; ++i) {
    std::vector<Words> longer;
    for (const Words& text : texts) {
      for (std::size_t letter = 0; letter < letters; ++letter) {
        longer.push_back(text);
        longer.back().push_back(std::string(1, static_cast<char>('a' + letter)));
      }
    }
    texts = std::move(longer);
  }
  return texts;
}

Words random_words(std::mt19937& random, std::size_t count, std::uint32_t vocabulary) {
  Words words;
  for (std::size_t i = 0; i < count; ++i)
    words.push_back(fmt::format("w{}", random() % vocabulary));
  return words;
}

// Takes stretches of `source`, changing a word here and there, between words of its own.
Words rewrite(std::mt19937& random, const Words& source, std::uint32_t vocabulary) {
  Words words;
  for (int part = 0; part < 3; ++part) {
    const Words own = random_words(random, random() % 20, vocabulary);
    words.insert(words.end(), own.begin(), own.end());
    const std::size_t begin = random() % source.size();
    const std::size_t end = std::min(source.size(), begin + random() % 60);
    for (std::size_t i = begin; i < end; ++i) {
      const auto dice = static_cast<std::uint32_t>(random() % 24);
      if (dice == 0) continue;
      if (dice == 1) words.push_back("new");
      words.push_back(dice == 2 ? "other" : source[i]);
    }
  }
  return words;
}

void check_laws(const Collection& collection, const Passages& found, const PassageRules& rules) {
  std::tuple<ArticleIndex, ArticleIndex, std::uint32_t> before{0, 0, 0};
  for (const Passage& passage : found.passages) {
    REQUIRE(passage.a < passage.b);
    const std::span<const WordRun> runs = runs_of(found, passage);
    REQUIRE_FALSE(runs.empty());
    const std::tuple place{passage.a, passage.b, runs.front().a};
    CHECK(before <= place);
    before = place;
    std::uint32_t equal = 0;
    WordRun last{};
    for (const WordRun& run : runs) {
      REQUIRE(run.size > 0);
      CHECK(run.a >= last.a + last.size);
      CHECK(run.b >= last.b + last.size);
      last = run;
      equal += run.size;
      for (std::uint32_t i = 0; i < run.size; ++i) {
        const Word& left = collection.analyses[passage.a].words.at(run.a + i);
        const Word& right = collection.analyses[passage.b].words.at(run.b + i);
        REQUIRE(slice(collection.articles[passage.a].text, left.span) ==
                slice(collection.articles[passage.b].text, right.span));
      }
    }
    CHECK(equal == passage.equal_words);
    const std::uint32_t longer =
        std::max(last.a + last.size - runs.front().a, last.b + last.size - runs.front().b);
    CHECK(2 * equal >= longer);
    CHECK(equal >= rules.shortest);
  }
}

}  // namespace

TEST_CASE("passages: the quadratic twin agrees on all small inputs") {
  for (std::size_t length_a = 0; length_a <= 6; ++length_a) {
    for (std::size_t length_b = 0; length_b <= 6; ++length_b) {
      for (const Words& a : all_texts(length_a, 2)) {
        for (const Words& b : all_texts(length_b, 2)) check_against_twin(a, b, small_rules);
      }
    }
  }
  for (const Words& a : all_texts(5, 3)) {
    for (const Words& b : all_texts(5, 3)) check_against_twin(a, b, small_rules);
  }
}

TEST_CASE("passages: the quadratic twin agrees on random inputs") {
  PassageRules rules;
  rules.widest_gap = 0;
  rules.grow_gap = 0;
  rules.repeats_followed = 1000;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    const auto vocabulary = static_cast<std::uint32_t>(2 + random() % 200);
    const Words a = random_words(random, 20 + random() % 200, vocabulary);
    check_against_twin(a, rewrite(random, a, vocabulary), rules);
  }
}

TEST_CASE("passages: no run that the contract promises is missing among many articles") {
  const PassageRules rules;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    std::vector<Words> texts = {random_words(random, 200, 5000)};
    while (texts.size() < 8) texts.push_back(rewrite(random, texts[random() % texts.size()], 5000));
    const Collection collection = collect(texts);
    const Passages found = find_passages(collection.articles, collection.analyses, Jobs{1}, rules);
    check_laws(collection, found, rules);
    CHECK(found.limits.empty());
    for (ArticleIndex a = 0; a < texts.size(); ++a) {
      for (ArticleIndex b = a + 1; b < texts.size(); ++b) {
        for (const WordRun& run : told_once(all_maximal_runs(texts[a], texts[b], rules.shortest))) {
          const bool reported = std::any_of(
              found.passages.begin(), found.passages.end(), [&](const Passage& passage) {
                if (passage.a != a || passage.b != b) return false;
                const std::span<const WordRun> runs = runs_of(found, passage);
                return runs.front().a <= run.a && runs.front().b <= run.b &&
                       runs.back().a + runs.back().size >= run.a + run.size &&
                       runs.back().b + runs.back().size >= run.b + run.size;
              });
          CHECK(reported);
        }
      }
    }
  }
}

TEST_CASE("passages: threads and an added unrelated article change nothing") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    std::vector<Words> texts = {random_words(random, 300, 300)};
    while (texts.size() < 150)
      texts.push_back(rewrite(random, texts[random() % 9 % texts.size()], 300));
    const Passages one = find_shared(texts, {});
    const Passages four = find_shared(texts, {}, 4);
    CHECK(one.runs == four.runs);
    CHECK(one.limits == four.limits);
    Words unrelated;
    for (int i = 0; i < 100; ++i) unrelated.push_back(fmt::format("x{}", i));
    texts.push_back(unrelated);
    CHECK(find_shared(texts, {}).runs == one.runs);
  }
}

TEST_CASE("passages: the order of the articles changes only who is a and who is b") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    const Words a = random_words(random, 150, 5000);
    const Words b = rewrite(random, a, 5000);
    const Passages forth = find_shared({a, b}, {});
    const Passages back = find_shared({b, a}, {});
    // Of two alignments of a gap that are equally good, one is taken; so only the ends compare.
    const auto ends = [](const Passages& found, bool turn) {
      std::vector<std::vector<std::uint32_t>> all;
      for (const Passage& passage : found.passages) {
        WordRun first = runs_of(found, passage).front();
        WordRun last = runs_of(found, passage).back();
        if (turn) std::swap(first.a, first.b);
        if (turn) std::swap(last.a, last.b);
        all.push_back(
            {first.a, first.b, last.a + last.size, last.b + last.size, passage.equal_words});
      }
      std::sort(all.begin(), all.end());
      return all;
    };
    CHECK(ends(forth, false) == ends(back, true));
  }
}

}  // namespace twosource
