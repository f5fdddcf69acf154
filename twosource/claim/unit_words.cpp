#include "twosource/claim/unit_words.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <unordered_map>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(unit_words)

namespace twosource {
namespace {

// In the order of UnitWord.
constexpr std::array<std::string_view, 20> kind_names = {
    "auxiliary", "future", "may",      "would",   "plan",        "possible",    "fails",
    "does",      "goes",   "negative", "none",    "subordinate", "preposition", "condition",
    "without",   "denies", "asks",     "governs", "hearsay",     "light"};

using Kinds = std::unordered_map<std::uint64_t, std::uint32_t>;

// Takes the text up to the separator off the front of `rest`, and the separator with it.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

Kinds read_table() {
  Kinds kinds;
  std::string_view rest = unit_words();
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    if (line.empty() || line.front() == '#') continue;
    const auto* const name = std::find(kind_names.begin(), kind_names.end(), take(line, '\t'));
    assert(name != kind_names.end());
    const auto bit = 1U << static_cast<unsigned>(name - kind_names.begin());
    while (!line.empty()) kinds[hash_folded(take(line, ' '))] |= bit;
  }
  return kinds;
}

}  // namespace

bool is_word(std::uint64_t lemma, UnitWord kind) {
  static const Kinds kinds = read_table();
  const auto found = kinds.find(lemma);
  return found != kinds.end() && (found->second >> static_cast<unsigned>(kind) & 1U) != 0;
}

}  // namespace twosource
