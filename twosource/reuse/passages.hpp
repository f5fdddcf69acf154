#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"

namespace twosource {

/// Equal words in two articles: words [a, a + size) of one and [b, b + size) of the other, as
/// indices into Analysis::words.
struct WordRun {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t size = 0;
  auto operator<=>(const WordRun&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// A stretch of text that stands in the bodies of two articles. It begins and ends with equal
/// words; what lies between its runs differs.
struct Passage {
  ArticleIndex a = 0;  ///< the article with the smaller index
  ArticleIndex b = 0;
  std::uint32_t first_run = 0;  ///< into Passages::runs
  std::uint32_t run_count = 0;  ///< 1: word for word; more: edited
  std::uint32_t equal_words = 0;
};

/// All passages of a collection, by a, b and place in a.
struct Passages {
  std::vector<Passage> passages;
  std::vector<WordRun> runs;        ///< in text order of both sides, passage by passage
  std::vector<std::string> limits;  ///< one sentence for each limit that left something out
};

/// The runs of one passage, in text order of both sides; never empty.
inline std::span<const WordRun> runs_of(const Passages& found, const Passage& passage) {
  return std::span(found.runs).subspan(passage.first_run, passage.run_count);
}

/// What counts as a passage. The defaults are the contract's; only tests use others.
struct PassageRules {
  std::uint32_t gram_words = 5;    ///< words hashed together
  std::uint32_t window_grams = 4;  ///< one gram of so many neighbours is looked up; below 256
  std::uint32_t shortest = 8;      ///< a run of so many equal words is found; not below the sum of
                                   ///< the two above less one
  std::uint32_t widest_gap = 16;   ///< differing words that an edited passage may bridge
  std::uint32_t grow_gap = 8;      ///< so many at its ends, and there ...
  std::uint32_t grow_run = 4;      ///< ... so many equal words have to follow
  std::uint32_t articles_all_pairs = 64;  ///< a gram in more articles is followed into ...
  std::uint32_t articles_followed = 8;    ///< ... so many of the earliest only
  std::uint32_t repeats_followed = 8;     ///< so many times in one article
};

/// Finds the passages that two different articles share in their bodies.
///
/// Every maximal run of `shortest` equal words or more is found, except what `limits` names, and
/// except that of a text which both sides repeat only so much is told that both are covered (half
/// of each run at least). Runs that an editor's small changes keep apart are one passage: it
/// bridges gaps no wider than the run behind them, so at least half of its longer side is equal.
/// The contract's shortest copy has 12 words; whether 8 to 11 are rare enough to mean anything is
/// the caller's judgement.
///
/// Equal means equal folded words, compared on the text: a hash collision is never reported. Reads
/// only the light part of the analyses. Time and memory are linear in the text and in what is
/// found, which the rules bound. The result depends neither on `jobs` nor, below
/// `articles_all_pairs`, on the articles' order.
Passages find_passages(std::span<const Article> articles, std::span<const Analysis> analyses,
                       Jobs jobs, const PassageRules& rules = {});

/// A text of an archive, of which the bytes from `body_begin` on are compared. Valid UTF-8.
struct BodyText {
  std::string_view text;
  std::uint32_t body_begin = 0;
};

/// Passages with their places in the texts instead of their words: `first_run` and `run_count` of
/// a passage name its runs here. It reaches from the begin of its first run to the end of its last.
struct PlacedPassages {
  std::vector<Passage> passages;
  std::vector<AlignedRun> runs;
};

/// The rules for millions of articles: runs of 12 equal words, with half of the fingerprints.
constexpr PassageRules archive_rules = {.window_grams = 8, .shortest = 12};

/// Finds the same passages as find_passages in collections whose words do not fit into memory.
///
/// The texts are read twice and may lie in a mapped file. Memory: about 2 KB an article of 4 KB
/// with `archive_rules`, while hits are sorted; the passages go to `take` batch by batch, from one
/// thread, by b, a and place in a: as articles come one after the other. Answers the limits, as
/// Passages::limits.
std::vector<std::string> find_archive_passages(
    std::span<const BodyText> texts, Jobs jobs, const PassageRules& rules,
    const std::function<void(const PlacedPassages&)>& take);

}  // namespace twosource
