// Does a word tell that somebody said or thought something?
//
// No list of verbs is long enough: the hundred most frequent cues of news cover under half of all.
// WordNet's lexicographers kept the senses of communication, of cognition and of feeling in files
// of their own, so every verb and noun of English has an answer: of the use of "say" all is speech,
// of "rule" a twentieth, of "suspend" nothing. cmake/make_reporting_words.py sums it up in four
// levels.
//
// WordNet 3.0, Princeton University (Fellbaum 1998); its licence stands in NOTICE.
#include "twosource/text/reporting_words.hpp"

#include <bit>
#include <cassert>
#include <cstring>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(reporting_words)

namespace twosource {
namespace {

static_assert(std::endian::native == std::endian::little, "the table is little-endian");

constexpr std::string_view magic{"2SREP\0\0\1", 8};
constexpr std::size_t header_bytes = 16;

ReportingUse unpack(unsigned levels) {
  return {static_cast<UseShare>(levels & 3U), static_cast<UseShare>(levels >> 2U & 3U)};
}

}  // namespace

ReportingWords ReportingWords::english() {
  ReportingWords words;
  words.table_ = reporting_words();
  assert(words.table_.substr(0, magic.size()) == magic);
  std::uint32_t count = 0;
  std::memcpy(&count, words.table_.data() + magic.size(), sizeof count);
  words.words_ = count;
  return words;
}

std::uint64_t ReportingWords::hash_at(std::size_t word) const {
  std::uint64_t hash = 0;
  std::memcpy(&hash, table_.data() + header_bytes + word * sizeof hash, sizeof hash);
  return hash;
}

unsigned ReportingWords::levels_of(std::string_view lemma) const {
  const std::uint64_t hash = hash_folded(lemma);
  std::size_t low = 0;
  std::size_t high = words_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    hash_at(middle) < hash ? low = middle + 1 : high = middle;
  }
  if (low == words_ || hash_at(low) != hash) return 0;
  const std::size_t levels = header_bytes + words_ * sizeof hash + low;
  return static_cast<unsigned char>(table_[levels]);
}

ReportingUse ReportingWords::of_verb(std::string_view lemma) const {
  return unpack(levels_of(lemma));
}

ReportingUse ReportingWords::of_noun(std::string_view lemma) const {
  return unpack(levels_of(lemma) >> 4U);
}

}  // namespace twosource
