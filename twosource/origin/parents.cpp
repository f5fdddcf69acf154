// From which of its many likenesses was an article copied?
//
//   source:  Three people were hurt  on Tuesday when ...
//   B:       Three men    were injured on Tuesday when ...
//   C:       Three men    were injured        when ...
//
// C is nearer to B than to the source: both say "men" and "injured", and C has nothing of the
// source that B lacks. This is how editors of manuscripts draw their trees: what two copies have in
// common against all others (a shared innovation) was written once, and what both kept of the
// source says nothing.
//
// Without the source the same holds against the majority of those that carry the sentence. Two that
// merely agree are siblings, and their parent is the text outside the story.
#include "twosource/origin/parents.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace twosource {
namespace {

// One word may be the same by chance or by how the passages were aligned.
constexpr std::size_t min_edits = 3;
// Words of the source that the copy has and its parent seems to lack: alignment loses a few.
constexpr std::size_t edits_a_loss = 2;
// More than that, and the article took the text from the source itself, and something else from
// here.
constexpr double max_lost_share = 0.1;
// An article that thousands print is compared with so many of them at most, those it shares most
// with.
constexpr std::size_t max_candidates = 64;
WordSet common_words(const WordSet& a, const WordSet& b) {
  WordSet set = a;
  for (std::size_t i = 0; i < set.size(); ++i) set[i] &= b[i];
  return set;
}

}  // namespace

struct Parents::Candidate {
  ArticleIndex article = 0;
  const SharedWithOther* shared = nullptr;  ///< what the article has of it
  std::size_t gain = 0;                     ///< equal words of the text in question
  bool source = false;
  bool first = false;  ///< surely or probably before the article
};

Parents::Parents(const StoryMaterial& material, const TracedStory& traced)
    : material_(material),
      traced_(traced),
      order_(material),
      shared_(material.analyses, material.copies, material.story_copies) {
  const std::vector<ArticleIndex>& members = material.story.articles;
  for (std::size_t m = 0; m < members.size(); ++m) position_[members[m]] = m;
}

/// The words of the sentences that the article copied of this origin; of any origin for null.
WordSet Parents::copied_words(ArticleIndex article, const OriginKey* key) const {
  const ArticleReading& reading = material_.readings[article];
  const auto& sentences = traced_.sentences[position_.find(article)->second];
  WordSet set = make_word_set(reading.sentence_of_word.size());
  for (std::size_t i = 0; i < reading.sentence_of_word.size(); ++i) {
    const std::uint32_t sentence = reading.sentence_of_word[i];
    if (sentence == ArticleReading::no_sentence || !sentences[sentence]) continue;
    if (sentences[sentence]->ground != Ground::copied) continue;
    if (key == nullptr || sentences[sentence]->key == *key) add_word(set, i);
  }
  return set;
}

std::vector<Parents::Candidate> Parents::candidates(ArticleIndex article, const WordSet& words,
                                                    const std::set<ArticleIndex>& sources) const {
  std::vector<Candidate> list;
  for (const SharedWithOther& shared : shared_.of(article)) {
    const std::size_t gain = count_common(shared.equal, words);
    if (gain == 0) continue;
    list.push_back({shared.other, &shared, gain, sources.contains(shared.other), false});
  }
  std::ranges::sort(list, [](const Candidate& x, const Candidate& y) {
    return std::tuple(!x.source, y.gain, x.article) < std::tuple(!y.source, x.gain, y.article);
  });
  if (list.size() > max_candidates) list.resize(max_candidates);
  // The source that the article shares most with stands in front.
  const Candidate* source = list.empty() || !list.front().source ? nullptr : list.data();
  for (Candidate& candidate : list) {
    const int order = order_.compare(candidate.article, article);
    candidate.first = candidate.source || order < 0 ||
                      (order == 0 && is_nearer(candidate.article, article, source));
  }
  return list;
}

/// Without dates: a copy of a copy keeps no more of the source, or of what others have, than the
/// copy did.
bool Parents::is_nearer(ArticleIndex candidate, ArticleIndex article,
                        const Candidate* source) const {
  std::size_t more = 0;
  std::size_t less = 0;
  const auto weigh = [&](ArticleIndex other) {
    const SharedWithOther* near = shared_.find(other, candidate);
    const SharedWithOther* far = shared_.find(other, article);
    if (near == nullptr || far == nullptr) return;
    more += count_missing(near->equal, far->equal);
    less += count_missing(far->equal, near->equal);
  };
  if (source != nullptr && source->article != candidate) {
    weigh(source->article);
  } else {
    const std::span<const SharedWithOther> others = shared_.of(article);
    for (const SharedWithOther& shared : others.first(std::min(max_candidates, others.size()))) {
      if (shared.other != candidate) weigh(shared.other);
    }
  }
  return more >= min_edits && more > edits_a_loss * less;
}

std::optional<Parent> Parents::between(ArticleIndex article, const WordSet& words,
                                       std::span<const Candidate> list,
                                       const Candidate& source) const {
  const WordSet all = copied_words(article, nullptr);
  const WordSet kept = common_words(source.shared->equal, words);
  const std::size_t kept_words = count_words(kept);
  const Candidate* best = &source;
  std::size_t best_edits = 0;
  for (const Candidate& candidate : list) {
    if (candidate.source || !candidate.first) continue;
    const WordSet equal = common_words(candidate.shared->equal, all);
    const std::size_t edits = count_missing(equal, source.shared->equal);
    const std::size_t lost = count_missing(kept, candidate.shared->equal);
    if (edits < min_edits || edits < edits_a_loss * lost) continue;
    if (static_cast<double>(lost) > max_lost_share * static_cast<double>(kept_words)) continue;
    if (edits - lost > best_edits) {
      best = &candidate;
      best_edits = edits - lost;
    }
  }
  return Parent{best->article, static_cast<std::uint32_t>(best_edits)};
}

std::optional<Parent> Parents::by_edits(ArticleIndex article, const WordSet& words,
                                        std::span<const Candidate> list) const {
  const ArticleReading& reading = material_.readings[article];
  // For every word, how many others carry its place with the same word, and how many with another.
  std::vector<std::uint32_t> same(reading.sentence_of_word.size(), 0);
  std::vector<std::uint32_t> other(same.size(), 0);
  for (const Candidate& candidate : list) {
    for (std::size_t i = 0; i < same.size(); ++i) {
      if (!has_word(candidate.shared->covered, i)) continue;
      ++(has_word(candidate.shared->equal, i) ? same[i] : other[i]);
    }
  }
  std::optional<Parent> best;
  for (const Candidate& candidate : list) {
    if (!candidate.first) continue;
    std::size_t edits = 0;
    std::size_t lost = 0;
    for (std::size_t i = 0; i < same.size(); ++i) {
      if (!has_word(words, i)) continue;
      const bool equal = has_word(candidate.shared->equal, i);
      // The article itself stands with `same`. Of two readings the rarer one is the edit.
      const std::uint32_t with_it = same[i] + 1;
      if (equal && other[i] > with_it) ++edits;
      if (!equal && with_it > other[i]) ++lost;
    }
    if (edits < min_edits || edits < edits_a_loss * lost) continue;
    const auto value = static_cast<std::uint32_t>(edits - lost);
    if (!best || value > best->edits) best = Parent{candidate.article, value};
  }
  return best;
}

std::optional<Parent> Parents::find(ArticleIndex article, const OriginKey& key,
                                    const std::set<ArticleIndex>& sources) const {
  const WordSet words = copied_words(article, &key);
  const std::vector<Candidate> list = candidates(article, words, sources);
  if (list.empty()) return std::nullopt;
  if (list.front().source) return between(article, words, list, list.front());
  return by_edits(article, words, list);
}

}  // namespace twosource
