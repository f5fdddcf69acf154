// All shared passages of a collection, without comparing all articles with all.
//
//  1. choose fingerprints of every body (fingerprints.cpp)
//  2. sort them: equal ones of different articles are hits (gram_index.cpp)
//  3. for each article, sort its hits by other article and diagonal (place there minus place here);
//     extend the first hit of a run to both sides until the words differ, skip the hits inside it
//  4. join the runs of each pair to passages, bridging small edits (chain.cpp)
//
// With grams of 5 words and windows of 4, every run of 8 equal words holds a hit, so every maximal
// run of 8 is found and none twice.
//
// A text that thousands of articles share (a standing footer, an agency report that all print)
// would give millions of pairs. Its grams are followed from their 8 earliest articles only, so
// each later article still meets the earliest ones, the work stays linear, and `limits` says so.
#include "twosource/reuse/passages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "twosource/reuse/chain.hpp"
#include "twosource/reuse/gram_index.hpp"

namespace twosource {
namespace {

// Articles are handed to threads in blocks, so that results are put together in few steps.
constexpr std::size_t articles_per_block = 64;

struct Found {
  std::vector<Passage> passages;
  std::vector<WordRun> runs;
};

// The maximal run of words with equal hashes around a hit; size 0 where the grams' hashes deceived.
WordRun extend(const WordText& a, const WordText& b, const Hit& hit) {
  const auto same = [&](std::uint32_t i, std::uint32_t j) {
    return a.words[i].hash == b.words[j].hash;
  };
  if (!same(hit.a_word, hit.b_word)) return {};
  WordRun run{hit.a_word, hit.b_word, 1};
  while (run.a > a.body_word && run.b > b.body_word && same(run.a - 1, run.b - 1)) {
    --run.a;
    --run.b;
    ++run.size;
  }
  while (run.a + run.size < a.words.size() && run.b + run.size < b.words.size() &&
         same(run.a + run.size, run.b + run.size)) {
    ++run.size;
  }
  return run;
}

// The parts of a run that hold on the text, where two different words of it have the same hash.
std::vector<WordRun> verified_parts(const WordText& a, const WordText& b, const WordRun& run) {
  std::vector<WordRun> parts;
  WordRun part{run.a, run.b, 0};
  for (std::uint32_t i = 0; i < run.size; ++i) {
    if (is_equal_text(a, b, {run.a + i, run.b + i, 1})) {
      ++part.size;
      continue;
    }
    parts.push_back(part);
    part = {run.a + i + 1, run.b + i + 1, 0};
  }
  parts.push_back(part);
  return parts;
}

// Other article and diagonal (place there minus place here) in one number. A text has fewer than
// 2^31 words, so the shifted diagonal fits 32 bits.
std::uint64_t line_of(const Hit& hit) {
  return (std::uint64_t{hit.b} << 32U) | (hit.b_word - hit.a_word + (std::uint32_t{1} << 31U));
}

// All maximal runs of one pair, each once. `hits` are sorted by diagonal, then place.
std::vector<WordRun> find_runs(const WordText& a, const WordText& b, std::span<const Hit> hits,
                               std::uint32_t shortest) {
  std::vector<WordRun> runs;
  std::uint64_t line = 0;
  std::uint32_t end = 0;
  for (const Hit& hit : hits) {
    if (line_of(hit) == line && hit.a_word < end) continue;
    line = line_of(hit);
    const WordRun run = extend(a, b, hit);
    end = run.a + run.size;
    if (run.size < shortest) continue;
    if (is_equal_text(a, b, run)) {
      runs.push_back(run);
      continue;
    }
    for (const WordRun& part : verified_parts(a, b, run)) {
      if (part.size >= shortest) runs.push_back(part);
    }
  }
  return runs;
}

class Finder {
 public:
  Finder(std::span<const Article> articles, std::span<const Analysis> analyses,
         const PassageRules& rules)
      : rules_(rules) {
    texts_.reserve(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
      texts_.push_back({articles[i].text, analyses[i].words, analyses[i].body_word});
    }
  }

  [[nodiscard]] std::vector<std::vector<Fingerprint>> fingerprints(Jobs jobs) const {
    std::vector<std::vector<Fingerprint>> chosen(texts_.size());
    parallel_for(jobs, texts_.size(), [&](std::size_t i) {
      const std::uint32_t body = texts_[i].body_word;
      chosen[i] = select_fingerprints(texts_[i].words.subspan(body), rules_.gram_words,
                                      rules_.window_grams);
      for (Fingerprint& fingerprint : chosen[i]) fingerprint.word += body;
    });
    return chosen;
  }

  // The passages of the articles [begin, end) with later ones, in the order of the contract.
  [[nodiscard]] Found passages(const GramIndex& index, std::size_t begin, std::size_t end) const {
    Found found;
    for (std::size_t a = begin; a < end; ++a) {
      std::vector<Hit> hits = index.hits_of(static_cast<ArticleIndex>(a));
      std::sort(hits.begin(), hits.end(), [](const Hit& x, const Hit& y) {
        return line_of(x) != line_of(y) ? line_of(x) < line_of(y) : x.a_word < y.a_word;
      });
      for (std::size_t first = 0; first < hits.size();) {
        std::size_t last = first + 1;
        while (last < hits.size() && hits[last].b == hits[first].b) ++last;
        // Each other article lies somewhere else in memory; half of the time would go by waiting.
        if (last < hits.size()) prefetch(hits[last]);
        compare(static_cast<ArticleIndex>(a), std::span(hits).subspan(first, last - first), found);
        first = last;
      }
    }
    return found;
  }

 private:
  void prefetch(const Hit& hit) const {
    const Word* word = &texts_[hit.b].words[hit.b_word];
    __builtin_prefetch(word);
    __builtin_prefetch(word + 4);  // a cache line holds four words
  }

  void compare(ArticleIndex a, std::span<const Hit> hits, Found& found) const {
    const ArticleIndex b = hits.front().b;
    const WordText& left = texts_[a];
    const WordText& right = texts_[b];
    std::vector<WordRun> runs = find_runs(left, right, hits, rules_.shortest);
    for (const std::vector<WordRun>& chained : chain_runs(std::move(runs), left, right, rules_)) {
      Passage passage{.a = a, .b = b};
      passage.first_run = static_cast<std::uint32_t>(found.runs.size());
      passage.run_count = static_cast<std::uint32_t>(chained.size());
      for (const WordRun& run : chained) passage.equal_words += run.size;
      found.runs.insert(found.runs.end(), chained.begin(), chained.end());
      found.passages.push_back(passage);
    }
  }

  std::vector<WordText> texts_;
  PassageRules rules_;
};

std::vector<std::string> name_limits(const GramIndex& index, const PassageRules& rules) {
  std::vector<std::string> limits;
  if (index.frequent_grams() > 0) {
    limits.push_back(fmt::format(
        "{} sequences of {} words stand in more than {} articles each; each was followed only from "
        "the {} earliest of its articles, so a passage made of nothing else can be missing between "
        "two later ones",
        index.frequent_grams(), rules.gram_words, rules.articles_all_pairs,
        rules.articles_followed));
  }
  if (index.dropped_repeats() > 0) {
    limits.push_back(fmt::format(
        "{} repetitions of a sequence of {} words inside one article were not followed (more than "
        "{} in that article), so a passage made of nothing else can be missing",
        index.dropped_repeats(), rules.gram_words, rules.repeats_followed));
  }
  return limits;
}

}  // namespace

Passages find_passages(std::span<const Article> articles, std::span<const Analysis> analyses,
                       Jobs jobs, const PassageRules& rules) {
  const Finder finder(articles, analyses, rules);
  const GramIndex index(finder.fingerprints(jobs), rules);

  const std::size_t blocks = (articles.size() + articles_per_block - 1) / articles_per_block;
  std::vector<Found> parts(blocks);
  parallel_for(jobs, blocks, [&](std::size_t i) {
    const std::size_t begin = i * articles_per_block;
    parts[i] = finder.passages(index, begin, std::min(articles.size(), begin + articles_per_block));
  });

  Passages found;
  for (Found& part : parts) {
    for (Passage passage : part.passages) {
      passage.first_run += static_cast<std::uint32_t>(found.runs.size());
      found.passages.push_back(passage);
    }
    found.runs.insert(found.runs.end(), part.runs.begin(), part.runs.end());
    part = {};
  }
  found.limits = name_limits(index, rules);
  return found;
}

}  // namespace twosource
