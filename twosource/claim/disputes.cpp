// Where do facts part, told once each?
//
// "Four journalists" against "five journalists" comes up wherever one of ten sentences meets one of
// ten others, as a whole or by a clause. A reader wants it once, with all who say the one and all
// who say the other. So conflicts in the same words are one dispute, and it belongs to the fact
// with most support. Only those wordings are opponents that part from it themselves: the rest of
// their fact may leave the number out.
#include "twosource/claim/disputes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
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
    std::map<std::pair<ConflictKind, Words>, std::size_t> told;
    for (auto& [key, dispute] : found_) {
      const ConflictKind kind = std::get<ConflictKind>(key);
      if (is_told_by_words(kind)) {
        const auto [at, fresh] = told.try_emplace({kind, std::get<Words>(key)}, disputes.size());
        if (!fresh) {
          if (has_topic(dispute)) add_sides(dispute, disputes[at->second]);
          continue;
        }
      }
      disputes.push_back(std::move(dispute));
    }
    for (Dispute& dispute : disputes) {
      sort_once(dispute.own);
      sort_once(dispute.opposing);
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

  [[nodiscard]] const SlotConflict& slot_of(const Dispute& dispute) const {
    return pairs_[dispute.pair].conflicts[dispute.conflict];
  }
  [[nodiscard]] bool has_topic(const Dispute& dispute) const {
    return !slot_of(dispute).topic.empty();
  }

  // What the leader's side says.
  [[nodiscard]] std::string own_words(const Dispute& dispute) const {
    const ComparedPair& pair = pairs_[dispute.pair];
    const SlotConflict& slot = slot_of(dispute);
    const bool first = std::ranges::find(dispute.own, pair.a) != dispute.own.end();
    return side_words(first ? pair.a : pair.b, slot, first);
  }

  // The same two values, told by other facts: who says the one joins those who say it.
  void add_sides(const Dispute& more, Dispute& dispute) const {
    const bool turned = own_words(more) != own_words(dispute);
    const auto& own = turned ? more.opposing : more.own;
    const auto& opposing = turned ? more.own : more.opposing;
    dispute.own.insert(dispute.own.end(), own.begin(), own.end());
    dispute.opposing.insert(dispute.opposing.end(), opposing.begin(), opposing.end());
    dispute.update = dispute.update && more.update;
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
    const auto [at, fresh] = found_.emplace(key, Dispute{of_[own], index, conflict, {}, {}, true});
    Dispute& dispute = at->second;
    dispute.own.push_back(own);
    dispute.opposing.push_back(other);
    dispute.update = dispute.update && pair.conflicts[conflict].update;
    if (pairs_[dispute.pair].likeness.about < pair.likeness.about) {
      dispute.pair = index;
      dispute.conflict = conflict;
    }
  }

  // The words of one side; where a topic says what they are about, their value.
  [[nodiscard]] std::string side_words(std::uint32_t wording, const SlotConflict& slot,
                                       bool first) const {
    const Unit& unit = story_.units[story_.wordings.units[wording].front()];
    const Span span = first ? slot.a : slot.b;
    const auto quantity = std::ranges::find(unit.quantities, span, &Quantity::span);
    if (!slot.topic.empty() && quantity != unit.quantities.end())
      return fmt::format("{} {}", slot.topic, quantity->value);
    return fold(slice(story_.report.articles[unit.article].text, span));
  }

  [[nodiscard]] Words words_of(const ComparedPair& pair, std::uint32_t conflict) const {
    std::string a = side_words(pair.a, pair.conflicts[conflict], true);
    std::string b = side_words(pair.b, pair.conflicts[conflict], false);
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
