// Which words mean the same?
//
// WordNet groups words to synonym sets, one for each sense: {injured, hurt, wounded}, {breakwater,
// mole, groyne}. cmake/make_synonyms.py turns it inside out: for each form of each word, as it may
// stand in a text, the ascending list of the classes that it belongs to. A class is a lemma, a
// sense, a family of words that derive from one another, the broader class above a sense, or the
// opposite of a sense. Two words are compared by merging their lists:
//
//     struck    lemma strike, sense 1 of strike, sense 2 ..., family strike
//     hit       lemma hit, sense 1 of hit = sense 1 of strike, ...          -> synonyms
//
// Broader and opposite classes are sense classes seen from outside: they match only a sense that
// the other word has itself. So "ferry" meets "ship", but two kinds of ship do not meet.
//
// WordNet 3.0, Princeton University (Fellbaum 1998); its licence stands in NOTICE.
#include "twosource/text/synonyms.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

#include "twosource/base/embedded.hpp"

TWOSOURCE_EMBEDDED(synonyms)

namespace twosource {
namespace {

static_assert(std::endian::native == std::endian::little, "the table is little-endian");

constexpr std::string_view magic{"2SSYN\0\0\1", 8};
constexpr std::size_t header_bytes = 16;
// Of two ranks together: beyond, neither word is used in its usual sense.
constexpr std::uint32_t usual_ranks = 4;

// What a link says; the numbers of make_synonyms.py.
enum class MeaningKind : std::uint8_t { lemma, sense, family, broader, opposite };

struct Link {
  explicit Link(std::uint32_t packed)
      : meaning_class(packed >> 8U),
        rank((packed >> 4U) & 15U),
        kind(static_cast<MeaningKind>(packed & 15U)) {}
  std::uint32_t meaning_class;
  std::uint32_t rank;
  MeaningKind kind;
};

// What two links of one class say together.
Closeness meet(const Link& a, const Link& b) {
  if (a.kind == b.kind) {
    if (a.kind == MeaningKind::lemma) return Closeness::lemma;
    if (a.kind == MeaningKind::family) return Closeness::family;
    if (a.kind == MeaningKind::sense) {
      return a.rank + b.rank <= usual_ranks ? Closeness::synonym : Closeness::rare;
    }
    return Closeness::none;
  }
  const Link& sense = a.kind == MeaningKind::sense ? a : b;
  const Link& seen = a.kind == MeaningKind::sense ? b : a;
  if (sense.kind != MeaningKind::sense || sense.rank > 1) return Closeness::none;
  if (seen.kind == MeaningKind::broader) return Closeness::broader;
  return seen.kind == MeaningKind::opposite ? Closeness::opposite : Closeness::none;
}

}  // namespace

Synonyms Synonyms::of(std::string_view language) {
  Synonyms table;
  if (language.substr(0, language.find('-')) != "en") return table;
  table.table_ = synonyms();
  assert(table.table_.substr(0, magic.size()) == magic);
  table.forms_ = table.number_at(magic.size());
  table.first_link_ = header_bytes + table.forms_ * 8 + (table.forms_ + 1) * 4;
  return table;
}

std::uint64_t Synonyms::hash_at(std::size_t form) const {
  std::uint64_t hash = 0;
  std::memcpy(&hash, table_.data() + header_bytes + form * sizeof hash, sizeof hash);
  return hash;
}

Synonyms::Meanings Synonyms::meanings_of(std::uint64_t word_hash) const {
  std::size_t low = 0;
  std::size_t high = forms_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    hash_at(middle) < word_hash ? low = middle + 1 : high = middle;
  }
  if (low == forms_ || hash_at(low) != word_hash) return {};
  const std::size_t first = header_bytes + forms_ * 8 + low * 4;
  return {number_at(first), number_at(first + 4)};
}

// NOLINTNEXTLINE(readability-function-cognitive-complexity): one merge of two sorted lists
Closeness Synonyms::compare(Meanings a, Meanings b) const {
  Closeness best = Closeness::none;
  bool opposite = false;
  while (a.first < a.last && b.first < b.last) {
    const Link left(link_at(a.first));
    const Link right(link_at(b.first));
    if (left.meaning_class != right.meaning_class) {
      ++(left.meaning_class < right.meaning_class ? a.first : b.first);
      continue;
    }
    // One word may have a class twice, as a sense and as what stands above another sense.
    for (std::uint32_t i = a.first; i < a.last; ++i) {
      const Link x(link_at(i));
      if (x.meaning_class != left.meaning_class) break;
      for (std::uint32_t j = b.first; j < b.last; ++j) {
        const Link y(link_at(j));
        if (y.meaning_class != left.meaning_class) break;
        const Closeness found = meet(x, y);
        opposite = opposite || found == Closeness::opposite;
        best = std::max(best, found);
      }
    }
    ++a.first;
  }
  // "Up" and "down" share a rare sense; they are opposites all the same.
  return opposite && best < Closeness::lemma ? Closeness::opposite : best;
}

Closeness Synonyms::compare(std::uint64_t a, std::uint64_t b) const {
  return a == b ? Closeness::equal : compare(meanings_of(a), meanings_of(b));
}

std::uint64_t Synonyms::lemma_of(std::uint64_t word_hash, Meanings meanings) const {
  for (std::uint32_t i = meanings.first; i < meanings.last; ++i) {
    const Link link(link_at(i));
    if (link.kind == MeaningKind::lemma) return link.meaning_class;
  }
  return word_hash;
}

}  // namespace twosource
