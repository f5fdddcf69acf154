// Where do facts part, told once each?
//
// "Four journalists" against "five journalists" comes up wherever one of ten sentences meets one of
// ten others, as a whole or by a clause. A reader wants it once, with all who say the one and all
// who say the other. So conflicts in the same words are one dispute, and it belongs to the fact
// with most support. Only those wordings are opponents that part from it themselves: the rest of
// their fact may leave the number out.
#include "twosource/claim/disputes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "twosource/base/unicode.hpp"

namespace twosource {
namespace {

/// Do the words alone tell what the conflict is about? "was" against "was not" does not.
bool is_told_by_words(ConflictKind kind) {
  return kind == ConflictKind::number || kind == ConflictKind::date || kind == ConflictKind::name ||
         kind == ConflictKind::place;
}

/// In which words two sides part; the smaller ones first.
using Words = std::pair<std::string, std::string>;

class Collector {
 public:
  Collector(const StoryUnits& story, const Facts& facts, std::span<const ComparedPair> pairs,
            std::span<const std::uint32_t> ranks)
      : story_(story), pairs_(pairs), ranks_(ranks), of_(story.wordings.units.size()) {
    for (std::uint32_t fact = 0; fact < facts.facts.size(); ++fact) {
      for (const std::uint32_t wording : facts.facts[fact].wordings) of_[wording] = fact;
    }
  }

  std::vector<Dispute> collect() {
    for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
      if (of_[pairs_[i].a] == of_[pairs_[i].b]) continue;
      for (std::uint32_t c = 0; c < pairs_[i].conflicts.size(); ++c) add(i, c);
    }
    std::vector<Dispute> disputes;
    std::set<std::pair<ConflictKind, Words>> told;
    for (auto& [key, dispute] : found_) {
      const ConflictKind kind = std::get<ConflictKind>(key);
      if (is_told_by_words(kind) && !told.emplace(kind, std::get<Words>(key)).second) continue;
      sort_once(dispute.own);
      sort_once(dispute.opposing);
      disputes.push_back(std::move(dispute));
    }
    return disputes;
  }

 private:
  // Rank of the leader, kind, words, rank of the opponent where the words do not tell.
  using Key = std::tuple<std::uint32_t, ConflictKind, Words, std::uint32_t>;

  static void sort_once(std::vector<std::uint32_t>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }

  void add(std::uint32_t index, std::uint32_t conflict) {
    const ComparedPair& pair = pairs_[index];
    const bool first_leads = ranks_[of_[pair.a]] < ranks_[of_[pair.b]];
    const std::uint32_t own = first_leads ? pair.a : pair.b;
    const std::uint32_t other = first_leads ? pair.b : pair.a;
    const ConflictKind kind = pair.conflicts[conflict].kind;
    const bool by_words = is_told_by_words(kind);
    const Key key{ranks_[of_[own]], kind, by_words ? words_of(pair, conflict) : Words{},
                  by_words ? 0 : ranks_[of_[other]]};
    const auto [at, fresh] = found_.emplace(key, Dispute{of_[own], index, conflict, {}, {}});
    Dispute& dispute = at->second;
    dispute.own.push_back(own);
    dispute.opposing.push_back(other);
    if (pairs_[dispute.pair].likeness.about < pair.likeness.about) {
      dispute.pair = index;
      dispute.conflict = conflict;
    }
  }

  [[nodiscard]] std::string words_at(std::uint32_t wording, Span span) const {
    const Unit& unit = story_.units[story_.wordings.units[wording].front()];
    return fold(slice(story_.report.articles[unit.article].text, span));
  }

  [[nodiscard]] Words words_of(const ComparedPair& pair, std::uint32_t conflict) const {
    std::string a = words_at(pair.a, pair.conflicts[conflict].a);
    std::string b = words_at(pair.b, pair.conflicts[conflict].b);
    if (b < a) std::swap(a, b);
    return {std::move(a), std::move(b)};
  }

  const StoryUnits& story_;
  std::span<const ComparedPair> pairs_;
  std::span<const std::uint32_t> ranks_;
  std::vector<std::uint32_t> of_;  // by wording: its fact
  std::map<Key, Dispute> found_;
};

}  // namespace

std::vector<Dispute> find_disputes(const StoryUnits& story, const Facts& facts,
                                   std::span<const ComparedPair> pairs,
                                   std::span<const std::uint32_t> ranks) {
  return Collector(story, facts, pairs, ranks).collect();
}

}  // namespace twosource
