// What can this form be, and of which word is it a form?
//
// cmake/make_lexicon.py inflects WordNet's words forward once and lays the forms into buckets by
// their hash, so that looking one up compares no strings. How to get from a form to its lemma is
// kept as a change: cut three bytes, put "y". The few words that WordNet leaves out (auxiliaries
// and clitics) stand below; words that it does not know lose the ending of their tag.
#include "twosource/text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <optional>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(lexicon)

namespace twosource {
namespace {

static_assert(std::endian::native == std::endian::little, "the table is little-endian");

constexpr std::string_view magic{"2SLEX\0\0\1", 8};
constexpr std::size_t header_size = 20;
// make_lexicon.py gives these kinds a change each.
constexpr WordKinds inflected = 1U << 1U | 1U << 3U | 1U << 4U | 1U << 5U | 1U << 7U;

template <class T>
T load(const char* bytes, std::size_t index) {
  T value{};
  std::memcpy(&value, bytes + index * sizeof value, sizeof value);
  return value;
}

struct Irregular {
  std::string_view form;
  std::string_view lemma;
};

constexpr std::array auxiliaries = {
    Irregular{"'d", "would"}, Irregular{"'ll", "will"}, Irregular{"'m", "be"},
    Irregular{"'re", "be"},   Irregular{"'s", "be"},    Irregular{"'ve", "have"},
    Irregular{"am", "be"},    Irregular{"are", "be"},   Irregular{"been", "be"},
    Irregular{"being", "be"}, Irregular{"ca", "can"},   Irregular{"did", "do"},
    Irregular{"does", "do"},  Irregular{"done", "do"},  Irregular{"had", "have"},
    Irregular{"has", "have"}, Irregular{"is", "be"},    Irregular{"was", "be"},
    Irregular{"were", "be"},  Irregular{"wo", "will"},
};

std::optional<WordKind> inflection_of(PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::nns:
      return WordKind::plural;
    case PartOfSpeech::vbz:
      return WordKind::third;
    case PartOfSpeech::vbg:
      return WordKind::ing;
    case PartOfSpeech::vbd:
    case PartOfSpeech::vbn:
      return WordKind::past;
    case PartOfSpeech::jjr:
    case PartOfSpeech::jjs:
    case PartOfSpeech::rbr:
    case PartOfSpeech::rbs:
      return WordKind::compared;
    default:
      return std::nullopt;
  }
}

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

void replace_end(std::string& form, std::size_t cut, std::string_view ending) {
  form.resize(form.size() - cut);
  form += ending;
}

// For forms that the table does not know: the plainest way to lose the ending.
void strip_ending(std::string& form, WordKind kind) {
  constexpr std::size_t shortest_stem = 3;
  const auto strip = [&](std::string_view ending, std::string_view instead) {
    if (form.size() < ending.size() + shortest_stem || !ends_with(form, ending)) return false;
    replace_end(form, ending.size(), instead);
    return true;
  };
  switch (kind) {
    case WordKind::plural:
    case WordKind::third:
      strip("ies", "y") || strip("sses", "ss") || strip("ches", "ch") || strip("shes", "sh") ||
          strip("xes", "x") || (!ends_with(form, "ss") && strip("s", ""));
      break;
    case WordKind::ing:
      strip("ing", "");
      break;
    case WordKind::past:
      strip("ied", "y") || strip("ized", "ize") || strip("ised", "ise") || strip("ed", "");
      break;
    case WordKind::compared:
      strip("ier", "y") || strip("iest", "y") || strip("er", "") || strip("est", "");
      break;
    default:
      break;
  }
}

// The folded form, with a clitic's apostrophe as it is written in the list above.
std::string fold_token(std::string_view token) {
  constexpr std::string_view curly = "’";
  std::size_t apostrophe = 0;
  if (token.substr(0, 1) == "'") apostrophe = 1;
  if (token.substr(0, curly.size()) == curly) apostrophe = curly.size();
  if (apostrophe == 0) return fold_word(token);
  std::string folded(1, '\'');
  folded += fold_word(token.substr(apostrophe));
  return folded;
}

}  // namespace

Lexicon Lexicon::english() {
  const std::string_view table = lexicon();
  assert(table.substr(0, magic.size()) == magic);
  const char* const sizes = table.data() + magic.size();
  const auto bits = load<std::uint32_t>(sizes, 0);
  const auto endings = load<std::uint32_t>(sizes, 2);
  Lexicon found;
  found.bucket_shift_ = 64 - bits;
  found.buckets_ = table.data() + header_size;
  found.places_ = found.buckets_ + ((std::size_t{1} << bits) + 1) * 4;
  const char* const text_size = found.places_ + (endings + std::size_t{1}) * 4;
  found.endings_ = text_size + 4;
  found.records_ = found.endings_ + load<std::uint32_t>(text_size, 0);
  return found;
}

Lexicon::Entry Lexicon::find(std::uint64_t word_hash) const {
  const std::size_t bucket = word_hash >> bucket_shift_;
  const char* at = records_ + load<std::uint32_t>(buckets_, bucket);
  const char* const end = records_ + load<std::uint32_t>(buckets_, bucket + 1);
  while (at < end) {
    const auto kinds = load<WordKinds>(at + 4, 0);
    if (load<std::uint32_t>(at, 0) == static_cast<std::uint32_t>(word_hash)) return {at + 6, kinds};
    const auto changes =
        static_cast<std::size_t>(std::popcount(static_cast<unsigned>(kinds & inflected)));
    at += 6 + 2 * changes;
  }
  return {};
}

WordKinds Lexicon::kinds_of(std::uint64_t word_hash) const {
  return find(word_hash).kinds;
}

// Makes the lemma of `form` if it is known as of that kind.
bool Lexicon::change(std::string& form, WordKind kind) const {
  const Entry entry = find(hash_folded(form));
  if (!has_kind(entry.kinds, kind)) return false;
  const unsigned below = (1U << static_cast<unsigned>(kind)) - 1;
  const auto index = static_cast<std::size_t>(std::popcount(entry.kinds & inflected & below));
  const auto packed = load<std::uint16_t>(entry.changes, index);
  const std::size_t cut = packed >> 12U;
  const std::size_t ending = packed & 0xFFFU;
  const auto begin = load<std::uint32_t>(places_, ending);
  const auto end = load<std::uint32_t>(places_, ending + 1);
  if (cut > form.size()) return false;
  replace_end(form, cut, {endings_ + begin, end - begin});
  return true;
}

std::string Lexicon::lemma_of(std::string_view token, PartOfSpeech part) const {
  std::string form = fold_token(token);
  if (form == "n't" || form == "nt") return "not";
  if (is_verb(part) || part == PartOfSpeech::md) {
    const auto* const found =
        std::find_if(auxiliaries.begin(), auxiliaries.end(),
                     [&](const Irregular& irregular) { return irregular.form == form; });
    if (found != auxiliaries.end()) return std::string(found->lemma);
  }
  const std::optional<WordKind> kind = inflection_of(part);
  if (kind && !change(form, *kind)) strip_ending(form, *kind);
  return form;
}

}  // namespace twosource
