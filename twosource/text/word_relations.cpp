// Which words stand against each other?
//
// Two accounts of one event part where one has "accepted" and the other "rejected", one "Monday"
// and the other "Sunday", one "French" and the other "German". The first are opposites; the others
// are contrasts: members of a set of which one thing is only one. WordNet has antonyms, and
// everything below "day of the week", "country", "room" or "vehicle"; cmake/make_word_relations.py
// turns both inside out, to an ascending list of links for each form of each term, and two terms
// are compared by merging their lists:
//
//     kitchen   sense 1 of kitchen; above it: room; in the set of rooms
//     garage    sense 1 of garage; above it: outbuilding; in the set of rooms      -> contrast
//     room      sense 1 of room; in the set of rooms               kitchen, room   -> narrower
//     tiny      like small; against what is like large      tiny, huge             -> opposite
//
// A member is no contrast to what stands above it: who is in Scotland is in Britain. Adjectives
// stand in WordNet in clusters around a head, and only heads have antonyms; those hold for the
// whole cluster (Gross, Fischer and Miller 1989).
//
// Tones are spread in the same way: from a list of words that judge to their clusters, to what
// derives from them, and turned round to their opposites.
//
// WordNet 3.0, Princeton University (Fellbaum 1998); its licence stands in NOTICE.
#include "twosource/text/word_relations.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <vector>

#include "twosource/base/embedded.hpp"
#include "twosource/text/name_lists.hpp"

TWOSOURCE_EMBEDDED(word_relations)

namespace twosource {
namespace {

static_assert(std::endian::native == std::endian::little, "the table is little-endian");

constexpr std::string_view magic{"2SREL\0\0\1", 8};
constexpr std::size_t header_bytes = 16;
// Of two ranks together: beyond, one of the words is not used in its usual sense.
constexpr std::uint32_t usual_ranks = 2;

// What a link says; the numbers of make_word_relations.py.
enum class LinkKind : std::uint8_t {
  sense,
  above,     // a sense that mine is a kind of, or a part of
  opposite,  // an antonym's sense
  cluster,   // of adjectives
  against,   // the cluster of the antonym
  place,     // sets of contrasts, by ContrastKind
  name,
  date,
  number,
  country,
  good,  // tones
  bad,
};

struct Link {
  explicit Link(std::uint32_t packed)
      : link_class(packed >> 8U),
        rank((packed >> 4U) & 15U),
        kind(static_cast<LinkKind>(packed & 15U)) {}
  std::uint32_t link_class;
  std::uint32_t rank;
  LinkKind kind;
};

bool is_set(LinkKind kind) {
  return kind >= LinkKind::place && kind <= LinkKind::number;
}

ContrastKind kind_of(LinkKind set) {
  if (set == LinkKind::place) return ContrastKind::place;
  if (set == LinkKind::date) return ContrastKind::date;
  return set == LinkKind::number ? ContrastKind::number : ContrastKind::name;
}

// All that two terms have to do with each other.
class Meeting {
 public:
  void add(const Link& a, const Link& b) {
    const bool usual = a.rank + b.rank <= usual_ranks;
    if (a.kind == b.kind && is_set(a.kind)) {
      if (std::max(a.rank, b.rank) <= usual_ranks && a.rank + b.rank <= set_ranks_) {
        set_ranks_ = a.rank + b.rank;
        set_ = kind_of(a.kind);
        contrast_ = true;
      }
      return;
    }
    same_ |= usual && a.kind == LinkKind::sense && b.kind == LinkKind::sense;
    like_ |= usual && a.kind == LinkKind::cluster && b.kind == LinkKind::cluster;
    narrower_ |= usual && a.kind == LinkKind::above && b.kind == LinkKind::sense;
    broader_ |= usual && a.kind == LinkKind::sense && b.kind == LinkKind::above;
    opposite_ |= pair(a, b, LinkKind::opposite, LinkKind::sense);
    against_ |= usual && pair(a, b, LinkKind::against, LinkKind::cluster);
  }

  [[nodiscard]] TermRelation relation() const {
    if (opposite_) return {WordRelation::opposite};
    if (same_) return {WordRelation::same};
    if (narrower_ != broader_) return {narrower_ ? WordRelation::narrower : WordRelation::broader};
    if (contrast_ && !narrower_) return {WordRelation::contrast, set_};
    if (like_) return {WordRelation::same};
    return {against_ ? WordRelation::opposite : WordRelation::none};
  }

 private:
  static bool pair(const Link& a, const Link& b, LinkKind one, LinkKind other) {
    return (a.kind == one && b.kind == other) || (a.kind == other && b.kind == one);
  }

  bool same_ = false;
  bool like_ = false;
  bool narrower_ = false;
  bool broader_ = false;
  bool opposite_ = false;
  bool against_ = false;
  bool contrast_ = false;
  std::uint32_t set_ranks_ = 2 * usual_ranks;
  ContrastKind set_ = ContrastKind::name;
};

// The order in which `compare_terms` prefers relations.
int strength(WordRelation relation) {
  switch (relation) {
    case WordRelation::none:
      return 0;
    case WordRelation::same:
      return 1;
    case WordRelation::narrower:
    case WordRelation::broader:
      return 2;
    case WordRelation::contrast:
      return 3;
    case WordRelation::opposite:
      return 4;
  }
  return 0;
}

struct TermAt {
  WordRelations::Term term;
  std::uint64_t word = 0;  // the first
};

// The longest term at each place, or one for each word.
std::vector<TermAt> terms_in(const WordRelations& table, std::span<const std::uint64_t> words,
                             bool longest) {
  std::vector<TermAt> terms;
  while (!words.empty()) {
    const WordRelations::Match match = table.longest(words.first(longest ? words.size() : 1));
    terms.push_back({match.term, words.front()});
    words = words.subspan(std::max<std::size_t>(match.words, 1));
  }
  return terms;
}

TermRelation compare(const WordRelations& table, const TermAt& a, const TermAt& b) {
  const bool same = a.term.known() ? a.term.first == b.term.first : a.word == b.word;
  return same ? TermRelation{WordRelation::same} : table.compare(a.term, b.term);
}

TermRelation strongest(const WordRelations& table, const std::vector<TermAt>& a,
                       const std::vector<TermAt>& b) {
  TermRelation best;
  for (const TermAt& x : a) {
    for (const TermAt& y : b) {
      const TermRelation found = compare(table, x, y);
      if (strength(found.relation) > strength(best.relation)) best = found;
    }
  }
  return best;
}

}  // namespace

WordRelations WordRelations::english() {
  WordRelations table;
  table.table_ = word_relations();
  assert(table.table_.substr(0, magic.size()) == magic);
  table.forms_ = table.number_at(magic.size());
  table.first_link_ = header_bytes + table.forms_ * 8 + (table.forms_ + 1) * 4;
  return table;
}

std::uint64_t WordRelations::hash_at(std::size_t form) const {
  std::uint64_t hash = 0;
  std::memcpy(&hash, table_.data() + header_bytes + form * sizeof hash, sizeof hash);
  return hash;
}

WordRelations::Term WordRelations::find_key(std::uint64_t key) const {
  std::size_t low = 0;
  std::size_t high = forms_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    hash_at(middle) < key ? low = middle + 1 : high = middle;
  }
  if (low == forms_ || hash_at(low) != key) return {};
  const std::size_t first = header_bytes + forms_ * 8 + low * 4;
  return {number_at(first), number_at(first + 4)};
}

WordRelations::Term WordRelations::find(std::span<const std::uint64_t> words) const {
  std::uint64_t key = words.front();
  for (std::uint64_t word : words.subspan(1)) key = extend_name(key, word);
  return find_key(key);
}

WordRelations::Match WordRelations::longest(std::span<const std::uint64_t> words) const {
  Match match;
  if (words.empty()) return match;
  std::uint64_t key = words.front();
  for (std::size_t i = 0; i < std::min(words.size(), longest_term); ++i) {
    if (i > 0) key = extend_name(key, words[i]);
    const Term term = find_key(key);
    if (term.known()) match = {term, i + 1};
  }
  return match;
}

// NOLINTNEXTLINE(readability-function-cognitive-complexity): one merge of two sorted lists
TermRelation WordRelations::compare(Term a, Term b) const {
  Meeting meeting;
  while (a.first < a.last && b.first < b.last) {
    const std::uint32_t left = Link(link_at(a.first)).link_class;
    const std::uint32_t right = Link(link_at(b.first)).link_class;
    if (left != right) {
      ++(left < right ? a.first : b.first);
      continue;
    }
    // A term may have a class in two kinds, as a sense and as what stands above another sense.
    for (std::uint32_t j = b.first; j < b.last; ++j) {
      const Link y(link_at(j));
      if (y.link_class != left) break;
      meeting.add(Link(link_at(a.first)), y);
    }
    ++a.first;
  }
  return meeting.relation();
}

std::optional<std::uint32_t> WordRelations::country_of(Term term) const {
  std::optional<std::uint32_t> best;
  std::uint32_t best_rank = usual_ranks;
  for (std::uint32_t i = term.first; i < term.last; ++i) {
    const Link link(link_at(i));
    if (link.kind != LinkKind::country || link.rank >= best_rank) continue;
    best_rank = link.rank;
    best = link.link_class;
  }
  return best;
}

Tone WordRelations::tone_of(Term term) const {
  Tone tone = Tone::none;
  std::uint32_t best_rank = usual_ranks + 1;
  for (std::uint32_t i = term.first; i < term.last; ++i) {
    const Link link(link_at(i));
    const bool judges = link.kind == LinkKind::good || link.kind == LinkKind::bad;
    if (!judges || link.rank > best_rank) continue;
    const Tone found = link.kind == LinkKind::good ? Tone::good : Tone::bad;
    // A word that is both in one sense, as a noun and as an adjective, judges nothing.
    tone = link.rank == best_rank && tone != found ? Tone::none : found;
    best_rank = link.rank;
  }
  return tone;
}

TermRelation compare_terms(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  const WordRelations table = WordRelations::english();
  const TermRelation whole = strongest(table, terms_in(table, a, true), terms_in(table, b, true));
  if (whole.relation != WordRelation::none) return whole;
  // "An old man", "a young man": as terms these are in no relation.
  return strongest(table, terms_in(table, a, false), terms_in(table, b, false));
}

}  // namespace twosource
