// "SELNE (BRNA) — ..." in one paper, "By Breamim News Agency" in the next: one agency or two?
//
// Where a text puts the abbreviation behind the name, discover_agencies has joined them. Most texts
// do not: customers shorten a name that their readers know. An abbreviation takes letters from the
// begin of the words of a name, in order, so few names fit; and both must be named in the same
// story. Where two names fit, or two abbreviations fit one name, nobody can tell, and they stay
// apart: two origins too many widen the range, one too few hides a source.
#include "twosource/origin/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace twosource {
namespace {

constexpr std::size_t min_inferred_letters = 3;  // "NA" fits too many
constexpr std::size_t max_letters_of_word = 3;

constexpr std::array<std::string_view, 13> small_words = {
    "of", "the", "and", "for", "de", "du", "da", "do", "del", "la", "di", "der", "für"};

// Words of which every agency may have one: one letter stands for them.
constexpr std::array<std::string_view, 12> common_words = {
    "news",      "press",   "agency", "service", "services",    "agence",
    "telegraph", "agencia", "presse", "agenzia", "telegraphic", "wire"};

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (const LineToken& token :
       find_line_tokens(name, {0, static_cast<std::uint32_t>(name.size())})) {
    if (token.word) words.push_back(lower_ascii(slice(name, token.span)));
  }
  return words;
}

/// Whether `letters` can be made of the begins of `words`. Names have a handful of words.
bool fits(std::string_view letters, std::span<const std::string> words) {
  if (words.empty()) return letters.empty();
  const std::string& word = words.front();
  const std::span<const std::string> rest = words.subspan(1);
  if (one_of(small_words, word) && fits(letters, rest)) return true;
  const std::size_t most =
      std::min({one_of(common_words, word) ? 1 : max_letters_of_word, word.size(), letters.size()});
  for (std::size_t taken = 1; taken <= most; ++taken) {
    if (letters[taken - 1] != word[taken - 1]) return false;
    if (fits(letters.substr(taken), rest)) return true;
  }
  return false;
}

bool has_abbreviation(const Agency& agency) {
  return std::ranges::any_of(agency.names, is_abbreviation) ||
         std::ranges::any_of(agency.credits, is_abbreviation);
}

bool is_only_abbreviation(const Agency& agency) {
  return agency.domains.empty() && agency.credits.empty() && agency.names.size() == 1 &&
         is_abbreviation(agency.names.front());
}

/// The only agency of the index with a full name that fits.
std::optional<std::uint32_t> only_full_name(const AgencyIndex& index, std::string_view letters) {
  std::optional<std::uint32_t> only;
  for (std::uint32_t i = 0; i < index.size(); ++i) {
    const bool fitting = std::ranges::any_of(
        index[i].names, [&](const std::string& name) { return abbreviates(letters, name); });
    if (!fitting) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

}  // namespace

bool is_abbreviation(std::string_view word) {
  return word.size() >= 2 && word.size() <= 6 && is_upper(word);
}

bool abbreviates(std::string_view letters, std::string_view name) {
  if (letters.size() < min_inferred_letters) return false;
  const std::vector<std::string> words = words_of(name);
  return words.size() >= 2 && fits(lower_ascii(letters), words);
}

std::map<std::uint32_t, std::uint32_t> find_full_names(const AgencyIndex& index,
                                                       const std::set<std::uint32_t>& named) {
  std::map<std::uint32_t, std::uint32_t> full;
  std::map<std::uint32_t, std::size_t> fitting;  // how many abbreviations each full name has
  for (const std::uint32_t agency : named) {
    if (!is_only_abbreviation(index[agency])) continue;
    const auto found = only_full_name(index, index[agency].names.front());
    if (!found || !named.contains(*found) || has_abbreviation(index[*found])) continue;
    full.emplace(agency, *found);
    ++fitting[*found];
  }
  std::erase_if(full, [&](const auto& entry) { return fitting[entry.second] > 1; });
  return full;
}

}  // namespace twosource
