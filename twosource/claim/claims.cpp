// What do the accounts of a story say, where do they agree, and where do they part?
//
// The way: the articles are cut into units (units), those in the same words are folded (wordings),
// candidates for the same fact are found by what they name (candidates), compared, and joined to
// facts or set against each other (facts). Here facts become claims: a fact with its members, those
// who contradict it, who stands behind it (support), its status and the place that says it best
// (clearest).
//
// Two facts in conflict are one claim, told from the side that more origins carry; the other side
// is its opponent. A side that opposes several is shown with each.
#include "twosource/claim/claims.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/claim/clearest.hpp"
#include "twosource/claim/denials.hpp"
#include "twosource/claim/disputes.hpp"
#include "twosource/claim/facts.hpp"
#include "twosource/claim/independence.hpp"
#include "twosource/claim/overlaps.hpp"
#include "twosource/claim/support.hpp"
#include "twosource/claim/tallies.hpp"
#include "twosource/claim/tellings.hpp"
#include "twosource/claim/units.hpp"

namespace twosource {
namespace {

constexpr std::size_t max_places = 8;

FactKeys keys_of(const Unit& unit) {
  FactKeys keys = unit.lemmas;
  for (const Participant& participant : unit.participants) {
    // Apart from the lemmas: a name found through a pronoun stands in no word.
    if (participant.entity)
      keys.push_back(hash_bytes(fmt::format("entity {}", *participant.entity)));
  }
  for (const Quantity& quantity : unit.quantities)
    keys.push_back(hash_bytes(fmt::format("number {}", quantity.value)));
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

/// Does a unit stand in a credit line, a caption or furniture? The origin stage gives these no
/// origin; what else has none is quoted speech.
bool reports_nothing(const Report& report, const SentenceOrigins& sentences, const Unit& unit) {
  if (unit.statement || sentences.of(unit.article, unit.sentence)) return false;
  return std::ranges::none_of(
      report.analyses[unit.article].quotations,
      [&](const Quotation& quotation) { return quotation.span.overlaps(unit.span); });
}

/// The claims of one story.
class StoryClaims {
 public:
  StoryClaims(const StoryUnits& units, const SentenceOrigins& sentences, StoryIndex story)
      : in_(units),
        report_(units.report),
        tagged_(units.tagged),
        sentences_(sentences),
        story_(story),
        units_(units.units),
        wordings_(units.wordings) {}

  std::vector<Claim> make(std::span<const ComparedPair> pairs, const FactRules& rules) {
    pairs_ = pairs;
    facts_ = join_facts(static_cast<std::uint32_t>(wordings_.units.size()), pairs, rules);
    for (const Fact& fact : facts_.facts) {
      std::vector<ClaimMember> members = members_of(fact.wordings, Stance::says);
      support_.push_back(support_of(report_, sentences_, members));
      members_.push_back(std::move(members));
    }
    choose_sides();
    find_repetitions();
    std::vector<Claim> claims;
    for (std::uint32_t fact = 0; fact < facts_.facts.size(); ++fact) {
      if (is_kept(fact)) claims.push_back(claim_of(fact));
    }
    std::ranges::stable_sort(claims, [](const Claim& a, const Claim& b) {
      return std::tuple(b.origins.size(), b.members.size(), a.members.front().place) <
             std::tuple(a.origins.size(), a.members.size(), b.members.front().place);
    });
    return claims;
  }

 private:
  /// Where some wordings stand; a sentence stands for its clauses.
  [[nodiscard]] std::vector<UnitIndex> units_of(std::span<const std::uint32_t> chosen) const {
    std::vector<UnitIndex> all;
    for (const std::uint32_t wording : chosen) {
      const auto& units = wordings_.units[wording];
      all.insert(all.end(), units.begin(), units.end());
    }
    // By article and place, the longer first: what lies in another one is left out.
    std::ranges::sort(all);
    std::vector<UnitIndex> apart;
    for (const UnitIndex unit : all) {
      if (apart.empty() || units_[unit].article != units_[apart.back()].article ||
          units_[unit].span.begin >= units_[apart.back()].span.end) {
        apart.push_back(unit);
      }
    }
    return apart;
  }

  [[nodiscard]] ArticleSpan place_of(const Unit& unit) const {
    return {unit.article, shown_span(report_, tagged_[unit.article], unit)};
  }

  /// What a fact's wordings, or some of them, are told by.
  [[nodiscard]] std::vector<ClaimMember> members_of(std::span<const std::uint32_t> wordings,
                                                    Stance stance) const {
    std::vector<ClaimMember> members;
    for (const UnitIndex index : units_of(wordings)) {
      const Unit& unit = units_[index];
      members.push_back({.place = place_of(unit),
                         .sentence = unit.sentence,
                         .stance = stance,
                         .statement = unit.statement,
                         .origin = sentences_.of(unit.article, unit.sentence)});
    }
    return members;
  }

  /// By fact: 0 for the one with most support; of equals the earlier.
  [[nodiscard]] std::vector<std::uint32_t> ranks() const {
    std::vector<std::uint32_t> order(facts_.facts.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
      const Support& x = support_[a];
      const Support& y = support_[b];
      return std::tuple(y.asserting.size(), y.origins.size(), y.articles) <
             std::tuple(x.asserting.size(), x.origins.size(), x.articles);
    });
    std::vector<std::uint32_t> ranks(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) ranks[order[i]] = i;
    return ranks;
  }

  void choose_sides() {
    disputes_.resize(facts_.facts.size());
    opposes_.resize(facts_.facts.size());
    std::vector<bool> opposing(wordings_.units.size());
    std::vector<bool> supporting(wordings_.units.size());
    for (Dispute& dispute : find_disputes(in_, facts_, pairs_, ranks())) {
      for (const std::uint32_t wording : dispute.opposing) opposing[wording] = true;
      for (const std::uint32_t wording : dispute.own) supporting[wording] = true;
      disputes_[dispute.leader].push_back(std::move(dispute));
    }
    // What is told as the other side of something else needs no claim of its own.
    for (std::size_t i = 0; i < facts_.facts.size(); ++i) {
      opposes_[i] = std::ranges::all_of(facts_.facts[i].wordings, [&](std::uint32_t wording) {
        return opposing[wording] || supporting[wording];
      });
    }
  }

  void find_repetitions() {
    std::vector<FactPlaces> places;
    for (std::uint32_t fact = 0; fact < facts_.facts.size(); ++fact) {
      FactPlaces& told = places.emplace_back();
      for (const ClaimMember& member : members_[fact]) told.places.push_back(member.place);
      told.opposed = opposes_[fact] || !disputes_[fact].empty();
    }
    elsewhere_ = told_elsewhere(places);
  }

  /// What several articles tell, what is contradicted, and of the rest what matters.
  [[nodiscard]] bool is_kept(std::uint32_t fact) const {
    if (elsewhere_[fact]) return false;
    if (!disputes_[fact].empty()) return true;
    if (opposes_[fact]) return false;
    if (support_[fact].articles > 1) return true;
    const std::vector<UnitIndex> units = units_of(facts_.facts[fact].wordings);
    return std::ranges::any_of(units,
                               [&](UnitIndex unit) { return is_worth_telling(units_[unit]); });
  }

  [[nodiscard]] Claim claim_of(std::uint32_t index) const {
    const Fact& fact = facts_.facts[index];
    Claim claim{.story = story_};
    const std::vector<Dispute>& disputes = disputes_[index];
    // A claim in dispute is told by words that say what the dispute is about.
    const std::vector<UnitIndex> units =
        units_of(disputes.empty() ? fact.wordings : disputes.front().own);
    const Unit& clearest = units_[clearest_of(report_, sentences_, units_, units)];
    claim.text = place_of(clearest);
    claim.members = members_[index];
    claim.origins = counted_of(report_, support_[index].origins);
    claim.speakers = support_[index].speakers;
    claim.score = fact.likeness;
    add_reasons(fact, support_[index], claim);
    for (const Dispute& dispute : disputes) add_conflict(dispute, claim);
    std::ranges::stable_sort(claim.members, {}, &ClaimMember::place);
    claim.status = claim.conflicts.empty() ? undisputed_status(index)
                   : std::ranges::all_of(claim.conflicts, &ClaimConflict::update)
                       ? ClaimStatus::update
                       : ClaimStatus::differ;
    const Article& article = report_.articles[claim.text.article];
    claim.id = make_id("claim", {report_.stories[story_].id, article.id,
                                 fmt::format("{}-{}", claim.text.span.begin, claim.text.span.end)});
    return claim;
  }

  /// An agreement has to stand on words of their own.
  [[nodiscard]] ClaimStatus undisputed_status(std::uint32_t fact) const {
    const ClaimStatus status = status_of(report_, support_[fact]);
    if (status != ClaimStatus::agree) return status;
    std::vector<Telling> tellings;
    for (const UnitIndex index : units_of(facts_.facts[fact].wordings)) {
      const Unit& unit = units_[index];
      const auto origin = sentences_.of(unit.article, unit.sentence);
      if (!unit.statement && origin && speaks_for_itself(report_.origins.origins[*origin]))
        tellings.push_back({*origin, &unit});
    }
    return told_independently(report_, tellings) ? status : ClaimStatus::unclear;
  }

  void add_conflict(const Dispute& dispute, Claim& claim) const {
    const ComparedPair& pair = pairs_[dispute.pair];
    const SlotConflict& slot = pair.conflicts[dispute.conflict];
    const Unit& first = units_[wordings_.units[pair.a].front()];
    const Unit& second = units_[wordings_.units[pair.b].front()];
    ClaimConflict conflict{.kind = slot.kind,
                           .a = {first.article, slot.a},
                           .b = {second.article, slot.b},
                           .statement_a = slot.told_a ? std::nullopt : first.statement,
                           .statement_b = slot.told_b ? std::nullopt : second.statement,
                           .update = dispute.update,
                           .note = slot.note};
    if (!std::ranges::binary_search(dispute.own, pair.a)) {
      std::swap(conflict.a, conflict.b);
      std::swap(conflict.statement_a, conflict.statement_b);
    }
    const Stance stance =
        slot.kind == ConflictKind::number ? Stance::other_number : Stance::contradicts;
    const std::vector<ClaimMember> opponents = members_of(dispute.opposing, stance);
    const std::vector<ClaimMember> supporters = members_of(dispute.own, Stance::says);
    conflict.origins_a = origins_of(supporters);
    conflict.origins_b = origins_of(opponents);
    claim.conflicts.push_back(std::move(conflict));
    claim.score = std::min(claim.score, pair.likeness.about);
    add_members(supporters, claim);
    add_members(opponents, claim);
  }

  /// Those that it does not have yet: sides may part in several ways.
  static void add_members(std::span<const ClaimMember> members, Claim& claim) {
    for (const ClaimMember& member : members) {
      const auto known = std::ranges::find_if(claim.members, [&](const ClaimMember& each) {
        return each.place.article == member.place.article &&
               each.place.span.overlaps(member.place.span);
      });
      if (known == claim.members.end()) claim.members.push_back(member);
    }
  }

  [[nodiscard]] std::vector<OriginIndex> origins_of(std::span<const ClaimMember> members) const {
    return counted_of(report_, support_of(report_, sentences_, members).origins);
  }

  void add_reasons(const Fact& fact, const Support& support, Claim& claim) const {
    std::vector<ArticleSpan> places;
    for (const std::uint32_t wording : fact.wordings) {
      const Unit& unit = units_[wordings_.units[wording].front()];
      if (places.size() < max_places) places.push_back(place_of(unit));
    }
    if (fact.wordings.size() > 1) {
      claim.reasons.push_back(
          {"same_fact",
           fmt::format("{} wordings say the same, with a probability of {:.2f} on average.",
                       fact.wordings.size(), fact.likeness),
           places});
    }
    if (claim.members.size() > fact.wordings.size()) {
      claim.reasons.push_back(
          {"same_wording",
           fmt::format("{} places have {}: no more support than {}.", claim.members.size(),
                       fact.wordings.size() == 1 ? "one wording"
                                                 : fmt::format("{} wordings", fact.wordings.size()),
                       fact.wordings.size() == 1 ? "one" : "these"),
           {}});
    }
    if (support.said && !support.told) {
      claim.reasons.push_back(
          {"only_said", "No article says so itself: all give it as somebody's words.", {}});
    }
    if (support.said && support.told) {
      claim.reasons.push_back(
          {"also_said",
           "Some articles say so themselves, others give it as somebody's words.",
           {}});
    }
  }

  const StoryUnits& in_;
  const Report& report_;
  std::span<const TaggedText> tagged_;
  const SentenceOrigins& sentences_;
  StoryIndex story_;
  std::span<const Unit> units_;
  const Wordings& wordings_;
  std::span<const ComparedPair> pairs_;
  Facts facts_;
  std::vector<std::vector<ClaimMember>> members_;  // by fact
  std::vector<Support> support_;                   // by fact
  std::vector<std::vector<Dispute>> disputes_;     // by fact, of those who lead
  std::vector<bool> opposes_;                      // by fact
  std::vector<bool> elsewhere_;                    // by fact: told by others already
};

struct StoryAccounts {
  std::vector<Claim> claims;
  std::uint32_t wordings = 0;
  std::uint32_t cut = 0;
};

StoryAccounts compare_story(const Report& report, std::span<const TaggedText> tagged,
                            const SentenceOrigins& sentences, StoryIndex story, Jobs jobs) {
  const FactRules rules;
  std::vector<Unit> found = find_units(report, tagged, story);
  std::erase_if(found, [&](const Unit& unit) { return reports_nothing(report, sentences, unit); });
  const std::vector<Unit> units = tellings_of(report, tagged, std::move(found));
  const Wordings wordings = fold_wordings(report, units);
  const StoryUnits in{report, tagged, units, wordings};
  std::vector<FactKeys> keys;
  for (const auto& same : wordings.units) keys.push_back(keys_of(units[same.front()]));
  const Candidates candidates = find_candidates(keys, CandidateLimits{}, jobs);
  std::vector<ComparedPair> pairs =
      merge_pairs(compare_candidates(in, candidates.pairs, rules, jobs), compare_tallies(in));
  pairs = merge_pairs(std::move(pairs), compare_denials(in));
  add_framings(in, pairs);
  StoryAccounts accounts{
      .claims = {}, .wordings = static_cast<std::uint32_t>(keys.size()), .cut = candidates.cut};
  accounts.claims = StoryClaims(in, sentences, story).make(pairs, rules);
  return accounts;
}

}  // namespace

Accounts compare_accounts(const Report& report, std::span<const TaggedText> tagged, Jobs jobs) {
  const SentenceOrigins sentences(report);
  std::vector<StoryAccounts> stories(report.stories.size());
  // Small stories side by side, each on one thread; a large one has work for all.
  constexpr std::size_t large = 100;
  const auto is_large = [&](std::size_t i) { return report.stories[i].articles.size() >= large; };
  const auto compare = [&](std::size_t i, Jobs inside) {
    stories[i] = compare_story(report, tagged, sentences, static_cast<StoryIndex>(i), inside);
  };
  for (std::size_t i = 0; i < stories.size(); ++i) {
    if (is_large(i)) compare(i, jobs);
  }
  parallel_for(jobs, stories.size(), [&](std::size_t i) {
    if (!is_large(i)) compare(i, Jobs{1});
  });
  Accounts accounts;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    std::ranges::move(stories[i].claims, std::back_inserter(accounts.claims));
    if (stories[i].cut == 0) continue;
    accounts.unanalysed.push_back(fmt::format(
        "In story {}, {} of {} wordings have more like them than are compared; the likest were.",
        report.stories[i].id, stories[i].cut, stories[i].wordings));
  }
  return accounts;
}

}  // namespace twosource
