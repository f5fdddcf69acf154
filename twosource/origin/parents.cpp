// From which of its many likenesses was an article copied?
//
//   source:  Three people were hurt  on Tuesday when ...
//   B:       Three men    were injured on Tuesday when ...
//   C:       Three men    were injured        when ...
//
// C is nearer to B than to the source: both say "men" and "injured". This is how editors of
// manuscripts draw their trees: what two copies have in common against all others was written once.
// The text that explains most words of C is therefore its parent: B explains eight of them, the
// source six.
//
// A source outside the story takes part as well. It is known by what several articles print of it:
// a word that most of those have that carry its sentence is taken for the source's. Two prints of
// it that were edited each in its own way explain less of one another than it explains of both.
#include "twosource/origin/parents.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <tuple>

#include "twosource/origin/placement.hpp"

namespace twosource {
namespace {

// A word or two may be the same by chance, by how the passages were aligned, or be a credit: they
// make no print the parent of another whose source is outside.
constexpr std::uint32_t min_edits = 3;
constexpr std::size_t edits_a_loss = 2;
// An article that thousands print is compared with so many of them, those it shares most with.
constexpr std::size_t max_candidates = 64;
// A sentence is explained by a text that has half of its words; fewer than a short sentence's words
// make no parent.
constexpr double explained_share = 0.5;
constexpr std::uint32_t min_parent_words = 8;
// An article has a handful of sources; what is left then is a word here and there.
constexpr std::size_t max_parents = 6;

constexpr double max_lonely_share = 0.25;
// Two sentences of news have fewer words: two reporters may have them from one statement.
constexpr std::size_t min_reported_words = 40;

}  // namespace

/// The sentences of an article that were copied, its own text left out.
struct Parents::Copied {
  struct Sentence {
    std::uint32_t words = 0;
    const OriginKey* key = nullptr;  ///< null: not copied
  };
  std::vector<Sentence> sentences;         ///< as in Analysis::sentences
  std::span<const std::uint32_t> of_word;  ///< the sentence of each word
};

/// A text that the article may come from.
struct Parents::Candidate {
  bool is_origin = false;
  ArticleIndex article = 0;
  const OriginKey* key = nullptr;  ///< of an origin
  bool source = false;             ///< the article is the origin of some of it
  bool earlier = false;            ///< surely before the article
  bool same_time = false;          ///< nothing tells who was first
  bool likelier = false;           ///< no date, but signs that it was first
  bool stitched = false;           ///< the article was put together from it and another one
  bool first = false;              ///< before the article, or an origin
  bool witness = true;             ///< tells of a source outside; false: may come from the article
  bool unsaid = false;             ///< neither credits an agency
  bool inserts = false;            ///< has words inside the passages that the article has not
  const SharedWithOther* shared = nullptr;
  WordSet equal;                        ///< words of the article that it has
  WordSet aligned;                      ///< and those that it has in other words
  std::vector<std::uint32_t> counts;    ///< the first, in each sentence
  std::vector<std::uint32_t> found;     ///< the second
  WordSet retold;                       ///< words inside reworded passages
  std::vector<std::uint32_t> reworded;  ///< the third, in each sentence
  std::size_t surplus = 0;              ///< its words that the article does not have

  [[nodiscard]] bool is_later() const { return !earlier && !same_time; }

  [[nodiscard]] bool reworded_in(std::size_t sentence) const {
    return !reworded.empty() && 2 * reworded[sentence] > found[sentence];
  }
};

Parents::Parents(const StoryMaterial& material, const TracedStory& traced,
                 const SourceArticles& sources)
    : material_(material),
      traced_(traced),
      sources_(sources),
      order_(material),
      shared_(traced.words) {
  const std::vector<ArticleIndex>& members = material.story.articles;
  for (std::size_t m = 0; m < members.size(); ++m) position_[members[m]] = m;
}

bool Parents::is_source(ArticleIndex article, const OriginKey& key) const {
  const auto found = sources_.find(key);
  return found != sources_.end() && found->second.contains(article);
}

Parents::Copied Parents::copied_text(ArticleIndex article) const {
  const ArticleReading& reading = material_.readings[article];
  const auto& traced = traced_.sentences[position_.find(article)->second];
  Copied copied{.sentences = {}, .of_word = reading.sentence_of_word};
  copied.sentences.resize(reading.sentences.size());
  for (std::size_t i = 0; i < traced.size(); ++i) {
    if (!traced[i] || traced[i]->ground != Ground::copied) continue;
    if (is_source(article, traced[i]->key)) continue;
    copied.sentences[i] = {reading.sentences[i].words, &traced[i]->key};
  }
  return copied;
}

/// Without dates: a copy of a copy keeps no more of what others have than the copy did.
bool Parents::is_nearer(ArticleIndex candidate, ArticleIndex article) const {
  std::size_t more = 0;
  std::size_t less = 0;
  const std::span<const SharedWithOther> others = shared_.of(article);
  for (const SharedWithOther& shared : others.first(std::min(max_candidates, others.size()))) {
    if (shared.other == candidate) continue;
    const SharedWithOther* near = shared_.find(shared.other, candidate);
    const SharedWithOther* far = shared_.find(shared.other, article);
    if (near == nullptr || far == nullptr) continue;
    more += count_missing(near->equal, far->equal);
    less += count_missing(far->equal, near->equal);
  }
  return more >= min_edits && more > edits_a_loss * less;
}

std::vector<Parents::Candidate> Parents::candidates(ArticleIndex article,
                                                    const Copied& copied) const {
  std::vector<std::pair<std::size_t, const SharedWithOther*>> most;
  for (const SharedWithOther& shared : shared_.of(article)) {
    most.emplace_back(count_words(shared.equal), &shared);
  }
  std::ranges::sort(most, [](const auto& x, const auto& y) {
    return std::pair(y.first, x.second->other) < std::pair(x.first, y.second->other);
  });
  if (most.size() > max_candidates) most.resize(max_candidates);
  std::vector<Candidate> list;
  for (const auto& entry : most) {
    const SharedWithOther* shared = entry.second;
    Candidate candidate{.article = shared->other,
                        .shared = shared,
                        .equal = shared->equal,
                        .aligned = shared->aligned,
                        .retold = shared->reworded};
    candidate.source = std::ranges::any_of(copied.sentences, [&](const Copied::Sentence& sentence) {
      return sentence.key != nullptr && is_source(shared->other, *sentence.key);
    });
    const int order = order_.compare(shared->other, article);
    candidate.earlier = order < 0;
    candidate.same_time = order == 0;
    candidate.likelier =
        order == 0 && (takes_apart(article, *shared) || only_other_reports(article, *shared));
    candidate.first = candidate.source || order < 0 || candidate.likelier ||
                      (order == 0 && is_nearer(shared->other, article));
    const std::size_t words = material_.readings[shared->other].body_words;
    const SharedWithOther* back = shared_.find(shared->other, article);
    candidate.inserts = count_missing(back->covered, back->equal) > 0;
    candidate.unsaid = !credits(article) && !credits(shared->other);
    candidate.surplus = words - std::min(words, count_words(back->covered));
    list.push_back(std::move(candidate));
  }
  return list;
}

/// Without dates: the other shows that it reported itself, the article shows nothing at all.
bool Parents::only_other_reports(ArticleIndex article, const SharedWithOther& shared) const {
  const auto reports = [&](ArticleIndex one) {
    return !traced_.standings[position_.find(one)->second].own.empty();
  };
  return reports(shared.other) && !reports(article) && !credits(article) &&
         count_words(shared.covered) >= min_reported_words;
}

bool Parents::credits(ArticleIndex article) const {
  const Standing& shows = traced_.standings[position_.find(article)->second];
  return shows.credit || shows.shared_credit;
}

bool Parents::takes_apart(ArticleIndex article, const SharedWithOther& shared) const {
  const SharedWithOther* back = shared_.find(shared.other, article);
  return took_apart(material_.readings[article], shared, material_.readings[shared.other], *back);
}

/// Pairs of which the article was put together.
void Parents::find_stitched(ArticleIndex article, std::vector<Candidate>& list) const {
  const WordSet text = counting_words(material_.readings[article]);
  const auto may_be = [](const Candidate& one) {
    return !one.is_later() && one.surplus >= min_surplus_words;
  };
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = i + 1; j < list.size(); ++j) {
      if (!may_be(list[i]) || !may_be(list[j])) continue;
      const SharedWithOther* common = shared_.find(list[i].article, list[j].article);
      if (!make_up(text, *list[i].shared, *list[j].shared, common)) continue;
      for (Candidate* one : {&list[i], &list[j]}) one->first = one->stitched = true;
    }
  }
}

/// What two others have in common against the article, inside what one of them shares with it.
std::size_t Parents::agree_against(ArticleIndex article, ArticleIndex one, ArticleIndex two) const {
  const SharedWithOther* common = shared_.find(one, two);
  const SharedWithOther* with_article = shared_.find(one, article);
  if (common == nullptr || with_article == nullptr) return 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < common->equal.size(); ++i) {
    count += static_cast<std::size_t>(
        std::popcount(common->equal[i] & with_article->covered[i] & ~with_article->equal[i]));
  }
  return count;
}

/// Where the texts show which article this one comes from, another print tells of a source outside
/// only if it cannot be a copy of this one itself: it has words of a third against it. Where others
/// have text of the article which that parent lacks, all of them tell of it.
void Parents::find_witnesses(ArticleIndex article, std::vector<Candidate>& list) const {
  if (list.empty()) return;
  // The first is the one that it shares most with.
  const WordSet& nearest = list.front().shared->covered;
  const bool stitched = std::ranges::any_of(list, &Candidate::stitched);
  const bool lacks = std::ranges::any_of(list, [&](const Candidate& other) {
    return other.same_time && count_missing(other.shared->covered, nearest) >= min_passage_words;
  });
  if (!stitched && (lacks || !list.front().likelier)) return;
  for (Candidate& candidate : list) {
    if (!candidate.same_time) continue;
    candidate.witness = std::ranges::any_of(list, [&](const Candidate& third) {
      return third.article != candidate.article &&
             agree_against(article, candidate.article, third.article) >= min_edits;
    });
  }
}

/// An origin outside the story has of a sentence what most of those have that carry it, and in
/// other words what any of them has so: who told it anew may have done so from each of them. What
/// one earlier print alone has inside a sentence of many is its own, if it is a small part; whole
/// sentences, and more, were cut by the others.
void Parents::add_origins(const Copied& copied, std::vector<Candidate>& list) const {
  std::map<OriginKey, Candidate> origins;
  std::map<OriginKey, WordSet> lonely;
  const std::vector<std::uint32_t> printers = count_printers(copied, list);
  for (std::size_t w = 0; w < copied.of_word.size(); ++w) {
    const std::uint32_t sentence = copied.of_word[w];
    if (sentence == ArticleReading::no_sentence) continue;
    const OriginKey* key = copied.sentences[sentence].key;
    if (key == nullptr || sources_.contains(*key)) continue;
    Candidate& origin = origins[*key];
    if (origin.equal.empty()) {
      origin = {.is_origin = true, .key = key, .first = true};
      origin.equal = origin.aligned = origin.retold = lonely[*key] =
          make_word_set(copied.of_word.size());
    }
    add_other_words(w, list, origin);
    const Readings readings = readings_of(w, list);
    if (readings.same == 0 || readings.same < readings.other) continue;
    const bool alone =
        readings.same == 1 && readings.other == 0 && readings.earlier && printers[sentence] > 1;
    add_word(alone ? lonely[*key] : origin.equal, w);
  }
  for (auto& [key, origin] : origins) {
    const auto alone = static_cast<double>(count_words(lonely[key]));
    const auto known = static_cast<double>(count_words(origin.equal));
    if (alone > max_lonely_share * (alone + known)) add_words(origin.equal, lonely[key]);
    add_words(origin.aligned, origin.equal);
  }
  if (origins.size() > 1) list.push_back(together(origins));
  for (auto& [key, origin] : origins) list.push_back(std::move(origin));
}

void Parents::add_other_words(std::size_t word, std::span<const Candidate> list,
                              Candidate& origin) {
  for (const Candidate& print : list) {
    if (has_word(print.aligned, word) && !has_word(print.equal, word)) {
      add_word(origin.aligned, word);
    }
    if (has_word(print.retold, word)) add_word(origin.retold, word);
  }
}

/// What lies outside may be one text: its prints were cut in different places, so its parts have
/// different printers and look like several. Against a print in the story they stand together.
Parents::Candidate Parents::together(const std::map<OriginKey, Candidate>& origins) {
  Candidate outside = origins.begin()->second;
  for (const auto& [key, origin] : origins) {
    add_words(outside.equal, origin.equal);
    add_words(outside.aligned, origin.aligned);
    add_words(outside.retold, origin.retold);
    if (key.kind != OriginKind::common_text) outside.key = origin.key;
  }
  return outside;
}

/// How many texts have something of each sentence.
std::vector<std::uint32_t> Parents::count_printers(const Copied& copied,
                                                   std::span<const Candidate> list) {
  std::vector<std::uint32_t> printers(copied.sentences.size(), 0);
  for (const Candidate& candidate : list) {
    const std::vector<std::uint32_t> words = count_in_sentences(candidate.shared->covered, copied);
    for (std::size_t i = 0; i < printers.size(); ++i) printers[i] += words[i] > 0 ? 1 : 0;
  }
  return printers;
}

Parents::Readings Parents::readings_of(std::size_t word, std::span<const Candidate> list) {
  Readings readings;
  for (const Candidate& candidate : list) {
    if (!candidate.witness || !has_word(candidate.shared->covered, word)) continue;
    const bool equal = has_word(candidate.equal, word);
    ++(equal ? readings.same : readings.other);
    readings.earlier = readings.earlier || (equal && candidate.earlier);
  }
  return readings;
}

std::vector<std::uint32_t> Parents::count_in_sentences(const WordSet& words, const Copied& copied) {
  std::vector<std::uint32_t> counts(copied.sentences.size(), 0);
  for (std::size_t w = 0; w < copied.of_word.size(); ++w) {
    const std::uint32_t sentence = copied.of_word[w];
    if (sentence != ArticleReading::no_sentence && has_word(words, w)) ++counts[sentence];
  }
  return counts;
}

/// The parents of the sentences of one article, chosen together.
class Parents::Choice {
 public:
  Choice(const Copied& copied, std::span<const Candidate> list) : copied_(copied), list_(list) {
    open_.resize(copied.sentences.size());
    for (std::size_t i = 0; i < open_.size(); ++i) open_[i] = copied.sentences[i].key != nullptr;
  }

  /// Sentences that this text explains need no parent.
  void leave_out(const Candidate& candidate) {
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (worth(candidate, i) > 0) open_[i] = false;
    }
  }

  /// Adds the text that explains most of what is not yet explained, or explains it better, until
  /// none adds enough; then drops those that others made needless.
  std::vector<const Candidate*> choose() {
    std::vector<const Candidate*> chosen;
    while (chosen.size() < max_parents) {
      const Candidate* best = nullptr;
      std::uint32_t most = 0;
      for (const Candidate& candidate : list_) {
        const std::uint32_t words = gain(candidate, chosen) + 2 * min_edits * trust(candidate);
        if (best != nullptr &&
            (words < most || (words == most && rank(candidate) >= rank(*best)))) {
          continue;
        }
        best = &candidate;
        most = words;
      }
      if (best == nullptr || gain(*best, chosen) < 2 * min_parent_words) break;
      chosen.push_back(best);
    }
    for (std::size_t k = 0; chosen.size() > 1 && k < chosen.size();) {
      const Candidate* candidate = chosen[k];
      chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(k));
      if (gain(*candidate, chosen) < 2 * min_parent_words) continue;
      chosen.insert(chosen.begin() + static_cast<std::ptrdiff_t>(k), candidate);
      ++k;
    }
    return chosen;
  }

  /// The chosen text that explains most of a sentence; null where none does.
  [[nodiscard]] const Candidate* best_for(std::size_t sentence,
                                          std::span<const Candidate* const> chosen) const {
    const Candidate* best = nullptr;
    for (const Candidate* candidate : chosen) {
      const std::uint32_t words = worth(*candidate, sentence);
      if (words > (best == nullptr ? 0 : worth(*best, sentence))) best = candidate;
    }
    return best;
  }

  /// What the article took from one of the chosen.
  [[nodiscard]] Parent sum_up(const Candidate& candidate,
                              std::span<const Candidate* const> chosen) const {
    Parent parent{.is_origin = candidate.is_origin, .article = candidate.article};
    std::vector<const Candidate*> others;
    for (const Candidate& other : list_) {
      if (&other != &candidate) others.push_back(&other);
    }
    parent.edits = gain(candidate, others) / 2;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (best_for(i, chosen) != &candidate) continue;
      const std::uint32_t words = copied_.sentences[i].words;
      parent.words += words;
      parent.equal_words += candidate.counts[i];
      if (candidate.reworded_in(i)) parent.reworded_words += words;
      parent.taken[*copied_.sentences[i].key] += words;
    }
    return parent;
  }

  /// How much of the sentences a text explains beyond what the others do, in half words.
  [[nodiscard]] std::uint32_t gain(const Candidate& candidate,
                                   std::span<const Candidate* const> others) const {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      std::uint32_t known = 0;
      for (const Candidate* other : others) known = std::max(known, worth(*other, i));
      const std::uint32_t words = worth(candidate, i);
      sum += words - std::min(words, known);
    }
    return sum;
  }

 private:
  /// In half words: a word told in another word explains half as much as the word itself.
  [[nodiscard]] std::uint32_t worth(const Candidate& candidate, std::size_t i) const {
    if (!open_[i] || candidate.found[i] < explained_share * copied_.sentences[i].words) return 0;
    return candidate.counts[i] + candidate.found[i];
  }

  /// It was there before, with every word of the copied sentences and none between them, and
  /// neither says that it has them from elsewhere.
  [[nodiscard]] bool has_all(const Candidate& candidate) const {
    if (!candidate.earlier || candidate.inserts || !candidate.unsaid) return false;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (open_[i] && candidate.counts[i] < copied_.sentences[i].words) return false;
    }
    return true;
  }

  static std::pair<int, std::size_t> rank(const Candidate& candidate) {
    const int kind = candidate.is_origin ? 2 : (candidate.earlier ? 1 : 3);
    return {candidate.source ? 0 : kind, candidate.surplus};
  }

  /// An earlier article that has it all needs no origin beside it. An origin that has a name is
  /// assumed before any other print of it; one that has none before a print that is not known to be
  /// earlier.
  [[nodiscard]] std::uint32_t trust(const Candidate& candidate) const {
    if (!candidate.is_origin) return has_all(candidate) ? 3 : (candidate.earlier ? 1 : 0);
    return candidate.key->kind == OriginKind::common_text ? 1 : 2;
  }

  const Copied& copied_;
  std::span<const Candidate> list_;
  std::vector<bool> open_;
};

std::vector<Parent> Parents::find(ArticleIndex article, std::optional<ArticleIndex> version) const {
  const Copied copied = copied_text(article);
  std::vector<Candidate> list = candidates(article, copied);
  find_stitched(article, list);
  find_witnesses(article, list);
  add_origins(copied, list);
  std::erase_if(list, [](const Candidate& candidate) { return !candidate.first; });
  for (Candidate& candidate : list) {
    candidate.counts = count_in_sentences(candidate.equal, copied);
    candidate.found = count_in_sentences(candidate.aligned, copied);
    candidate.reworded = count_in_sentences(candidate.retold, copied);
  }
  Choice choice(copied, list);
  for (const Candidate& candidate : list) {
    if (!candidate.is_origin && candidate.article == version) choice.leave_out(candidate);
  }
  const std::vector<const Candidate*> chosen = choice.choose();
  std::vector<Parent> parents;
  for (const Candidate* candidate : chosen) {
    Parent parent = choice.sum_up(*candidate, chosen);
    if (parent.taken.empty()) continue;
    const auto most =
        std::ranges::max_element(parent.taken, {}, [](const auto& entry) { return entry.second; });
    parent.source = !parent.is_origin && is_source(parent.article, most->first);
    parents.push_back(std::move(parent));
  }
  std::ranges::stable_sort(parents, std::ranges::greater{}, &Parent::words);
  return parents;
}

}  // namespace twosource
