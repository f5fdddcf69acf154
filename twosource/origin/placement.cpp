// Who was first where no date tells it: how the shared text lies in either of two articles.
//
//   source:  [s1][s2][s3][s4][s5][s6]          who takes sentences out of a text puts them between
//   copy:    [ o ][s2][ o ][s3][ o ][s4]       its own; that somebody gathers them from there and
//                                              leaves nothing between is hard to believe
//
//   one:     [a1][a2][a3][a4]   other: [b1][b2][b3][b4]
//   both:    [a1][a2][a3][b2][b3]              was put together from the two: else two strangers
//                                              would have shared it out among themselves
#include "twosource/origin/placement.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace twosource {
namespace {

// Two sentences have no order to speak of. Two others for three shared ones: less is left between
// them by cutting.
constexpr std::size_t min_shared_sentences = 3;
constexpr double shared_share = 0.5;
constexpr double own_share = 0.3;
constexpr double apart_share = 2.0 / 3.0;
// Two sentences of news have so many words.
constexpr std::size_t min_stitched_words = 24;
constexpr double max_elsewhere = 0.2;

/// How the text that two articles share lies in one of them.
struct Placement {
  std::size_t shared = 0;  ///< sentences of it
  std::size_t inside = 0;  ///< others between them
};

Placement place_shared(const ArticleReading& reading, const SharedWithOther& shared) {
  std::vector<std::uint32_t> covered(reading.sentences.size(), 0);
  for (std::size_t w = 0; w < reading.sentence_of_word.size(); ++w) {
    const std::uint32_t sentence = reading.sentence_of_word[w];
    if (sentence != ArticleReading::no_sentence && has_word(shared.covered, w)) ++covered[sentence];
  }
  Placement placement;
  std::size_t pending = 0;  // others since the last shared one
  for (std::size_t i = 1; i < reading.sentences.size(); ++i) {
    const SentenceReading& sentence = reading.sentences[i];
    if (sentence.silent || !sentence.prose) continue;
    if (covered[i] >= shared_share * sentence.words) {
      if (placement.shared > 0) placement.inside += pending;
      ++placement.shared;
      pending = 0;
    } else if (covered[i] < own_share * sentence.words) {
      ++pending;
    }
  }
  return placement;
}

}  // namespace

WordSet counting_words(const ArticleReading& reading) {
  WordSet text = make_word_set(reading.sentence_of_word.size());
  for (std::size_t w = 0; w < reading.sentence_of_word.size(); ++w) {
    const std::uint32_t sentence = reading.sentence_of_word[w];
    if (sentence == 0 || sentence == ArticleReading::no_sentence) continue;
    if (reading.sentences[sentence].counts()) add_word(text, w);
  }
  return text;
}

bool took_apart(const ArticleReading& article, const SharedWithOther& shared,
                const ArticleReading& other, const SharedWithOther& back) {
  const Placement here = place_shared(article, shared);
  const Placement there = place_shared(other, back);
  if (std::min(here.shared, there.shared) < min_shared_sentences || there.inside > 0) return false;
  return static_cast<double>(here.inside) >= apart_share * static_cast<double>(here.shared);
}

bool make_up(const WordSet& text, const SharedWithOther& one, const SharedWithOther& two,
             const SharedWithOther* common) {
  const WordSet& first = one.covered;
  const WordSet& second = two.covered;
  if (std::min(count_words(first), count_words(second)) < min_stitched_words) return false;
  if (count_common(first, second) >= min_passage_words) return false;
  if (common != nullptr && count_words(common->covered) >= min_passage_words) return false;
  WordSet both = first;
  add_words(both, second);
  return static_cast<double>(count_missing(text, both)) <=
         max_elsewhere * static_cast<double>(count_words(text));
}

}  // namespace twosource
