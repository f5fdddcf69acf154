// Which units of a story are one and the same wording?
//
// Five hundred articles that print one agency text say what one article says. To compare each with
// each would cost five hundred squared and tell nothing new, so what is told in the same words is
// one thing from here on: it is compared once, and a copy gives no support.
//
// Two ways lead to it. Units with the same content words in the same order are found by a hash.
// Units of which an editor changed a word or two are found through the copies that were verified
// before: a copy tells which words of one side stand for which of the other.
//
// A wording may hide what matters most: "12" in one print and "17" in the other. So units that part
// in a number, a time, a "not", a modality, a pronoun's meaning or a speaker are never folded; they
// are compared later like any others. Each unit is checked against the one that stands for its
// wording, so nothing drifts along a chain of small changes.
#include "twosource/claim/wordings.hpp"

#include <algorithm>
#include <bit>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <optional>

#include "twosource/base/hash.hpp"

namespace twosource {
namespace {

// Of both units' bytes, so much must lie in equal words of a copy.
constexpr double copied_share = 0.8;
// Of the content words of the longer unit, so many must be those of the one that stands for the
// wording.
constexpr double common_share = 0.75;

class Hash {
 public:
  void add(std::uint64_t value) {
    state_ = (state_ ^ value) * 0x9E3779B97F4A7C15ULL;
    state_ ^= state_ >> 29U;
  }
  [[nodiscard]] std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0x51ED270B7A2F9E35ULL;
};

// Whose words: 0 for the article's, 1 for somebody's whom nobody knows.
std::uint64_t voice_of(const Report& report, const Unit& unit) {
  if (!unit.statement) return 0;
  const std::optional<Speaker>& speaker = report.statements[*unit.statement].speaker;
  if (!speaker) return 1;
  return speaker->entity ? 2 + *speaker->entity : hash_bytes(speaker->name);
}

/// What must be equal in two units for them to be one wording, whatever the words.
std::uint64_t decisive_hash(const Report& report, const Unit& unit) {
  Hash hash;
  hash.add(voice_of(report, unit));
  hash.add(unit.negated ? 1 : 0);
  hash.add(static_cast<std::uint64_t>(unit.modality));
  for (const Quantity& quantity : unit.quantities) {
    hash.add(std::bit_cast<std::uint64_t>(quantity.low));
    hash.add(std::bit_cast<std::uint64_t>(quantity.high));
  }
  for (const TimeIndex time : unit.times) hash.add(hash_bytes(report.times[time].value));
  for (const Participant& participant : unit.participants) {
    if (participant.pronoun) hash.add(participant.entity ? 1 + *participant.entity : 0);
  }
  return hash.value();
}

std::uint64_t wording_hash(std::uint64_t decisive, const Unit& unit) {
  Hash hash;
  hash.add(decisive);
  for (const std::uint64_t lemma : unit.lemmas) hash.add(lemma);
  return hash.value();
}

/// Do the two have most content words in common, each as often?
bool share_words(const Unit& a, const Unit& b) {
  std::vector<std::uint64_t> x = a.lemmas;
  std::vector<std::uint64_t> y = b.lemmas;
  std::ranges::sort(x);
  std::ranges::sort(y);
  std::vector<std::uint64_t> common;
  std::ranges::set_intersection(x, y, std::back_inserter(common));
  return static_cast<double>(common.size()) >=
         common_share * static_cast<double>(std::max(x.size(), y.size()));
}

/// Where the words of a unit stand on the other side of a copy, as far as they are equal.
struct Image {
  std::uint32_t equal = 0;  // bytes of the unit in equal runs
  Span place;               // from the first to the last of them on the other side
};

Image image_of(Span unit, const Copy& copy) {
  Image image;
  for (const AlignedRun& run : copy.runs) {
    if (!run.equal || !run.a.overlaps(unit)) continue;
    const std::uint32_t begin = std::max(run.a.begin, unit.begin);
    const std::uint32_t end = std::min(run.a.end, unit.end);
    // Equal words may be set differently, so the place is that of the letters, within the run.
    const Span place{std::min(run.b.begin + (begin - run.a.begin), run.b.end),
                     std::min(run.b.begin + (end - run.a.begin), run.b.end)};
    image.place = image.equal == 0 ? place
                                   : Span{std::min(image.place.begin, place.begin),
                                          std::max(image.place.end, place.end)};
    image.equal += end - begin;
  }
  return image;
}

std::uint32_t common_bytes(Span a, Span b) {
  return a.overlaps(b) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0;
}

class Folder {
 public:
  Folder(const Report& report, std::span<const Unit> units)
      : report_(report), units_(units), first_(units.size()) {
    std::iota(first_.begin(), first_.end(), 0);
    for (const Unit& unit : units) decisive_.push_back(decisive_hash(report, unit));
    for (UnitIndex i = 0; i < units.size(); ++i) {
      const ArticleIndex article = units[i].article;
      if (bounds_.size() <= article) bounds_.resize(article + 1, Bounds{0, 0});
      if (bounds_[article].end == 0) bounds_[article].begin = i;
      const bool first_of_article = bounds_[article].begin == i;
      bounds_[article].end = i + 1;
      ends_.push_back(first_of_article ? units[i].span.end
                                       : std::max(ends_.back(), units[i].span.end));
    }
  }

  void fold_equal_words() {
    boost::unordered_flat_map<std::uint64_t, UnitIndex> seen;
    for (UnitIndex i = 0; i < units_.size(); ++i) {
      const auto [at, fresh] = seen.emplace(wording_hash(decisive_[i], units_[i]), i);
      if (!fresh && std::ranges::equal(units_[at->second].lemmas, units_[i].lemmas))
        first_[i] = at->second;
    }
  }

  void fold_copies() {
    for (const Copy& copy : report_.copies) {
      if (copy.furniture) continue;
      for (const UnitIndex i : inside(copy.a, copy.a_span)) fold_copy(i, copy);
    }
  }

  [[nodiscard]] Wordings wordings() const {
    Wordings folded;
    folded.of.resize(units_.size());
    std::vector<std::uint32_t> number(units_.size());
    for (UnitIndex i = 0; i < units_.size(); ++i) {
      const UnitIndex root = root_of(i);
      if (root == i) {
        number[i] = static_cast<std::uint32_t>(folded.units.size());
        folded.units.emplace_back();
      }
      folded.of[i] = number[root];
      folded.units[number[root]].push_back(i);
    }
    return folded;
  }

 private:
  struct Bounds {
    UnitIndex begin;
    UnitIndex end;
  };

  /// The units of an article that touch a place of it.
  [[nodiscard]] std::vector<UnitIndex> inside(ArticleIndex article, Span place) const {
    std::vector<UnitIndex> found;
    if (article >= bounds_.size()) return found;
    const auto all =
        units_.subspan(bounds_[article].begin, bounds_[article].end - bounds_[article].begin);
    const auto from = std::ranges::lower_bound(all, place.begin, std::ranges::less_equal{},
                                               [](const Unit& unit) { return unit.span.end; });
    for (auto at = from; at != all.end() && at->span.begin < place.end; ++at)
      found.push_back(bounds_[article].begin + static_cast<UnitIndex>(at - all.begin()));
    return found;
  }

  // A wording's first unit has the smallest number, so a root is never behind its followers.
  [[nodiscard]] UnitIndex root_of(UnitIndex unit) const {
    while (first_[unit] != unit) unit = first_[unit];
    return unit;
  }

  void fold_copy(UnitIndex i, const Copy& copy) {
    const Span unit = units_[i].span;
    const Image image = image_of(unit, copy);
    if (image.equal < copied_share * unit.size()) return;
    for (const UnitIndex other : inside(copy.b, image.place)) {
      const Span there = units_[other].span;
      if (common_bytes(there, image.place) >= copied_share * there.size()) join(i, other);
    }
  }

  void join(UnitIndex a, UnitIndex b) {
    const UnitIndex first = std::min(root_of(a), root_of(b));
    const UnitIndex second = std::max(root_of(a), root_of(b));
    if (first == second || decisive_[first] != decisive_[second]) return;
    if (share_words(units_[first], units_[second])) first_[second] = first;
  }

  const Report& report_;
  std::span<const Unit> units_;
  std::vector<UnitIndex> first_;
  std::vector<std::uint64_t> decisive_;
  std::vector<Bounds> bounds_;       // by article
  std::vector<std::uint32_t> ends_;  // by unit: the last end up to here in its article
};

}  // namespace

Wordings fold_wordings(const Report& report, std::span<const Unit> units) {
  Folder folder(report, units);
  folder.fold_equal_words();
  folder.fold_copies();
  return folder.wordings();
}

}  // namespace twosource
