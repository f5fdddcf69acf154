#include "twosource/claim/hedges.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(hedges)

namespace twosource {
namespace {

struct Phrase {
  Hedge hedge = Hedge::none;
  std::vector<std::uint64_t> words;
};

struct Phrases {
  std::vector<Phrase> before;  // longest first
  std::vector<Phrase> behind;
};

// Takes the text up to the separator off the front of `rest`, and the separator with it.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

Hedge hedge_named(std::string_view name) {
  constexpr std::string_view names[] = {"none",      "about",   "nearly",   "at_least",
                                        "more_than", "at_most", "less_than"};
  const auto* const at = std::find(std::begin(names), std::end(names), name);
  return static_cast<Hedge>(at - std::begin(names));
}

Phrases read_table() {
  Phrases phrases;
  std::string_view rest = hedges();
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    if (line.empty() || line.front() == '#') continue;
    const bool before = take(line, '\t') == "before";
    Phrase phrase;
    phrase.hedge = hedge_named(take(line, '\t'));
    while (!line.empty()) phrase.words.push_back(hash_folded(take(line, ' ')));
    (before ? phrases.before : phrases.behind).push_back(std::move(phrase));
  }
  const auto longer = [](const Phrase& a, const Phrase& b) {
    return a.words.size() > b.words.size();
  };
  std::stable_sort(phrases.before.begin(), phrases.before.end(), longer);
  std::stable_sort(phrases.behind.begin(), phrases.behind.end(), longer);
  return phrases;
}

const Phrases& phrases() {
  static const Phrases all = read_table();
  return all;
}

FoundHedge find(const std::vector<Phrase>& among, const Token* first, const Token* last,
                bool at_end) {
  const auto size = static_cast<std::size_t>(last - first);
  for (const Phrase& phrase : among) {
    if (phrase.words.size() > size) continue;
    const Token* const from = at_end ? last - phrase.words.size() : first;
    const bool fits =
        std::equal(phrase.words.begin(), phrase.words.end(), from,
                   [](std::uint64_t word, const Token& token) { return word == token.hash; });
    if (fits) return {phrase.hedge, static_cast<std::uint32_t>(phrase.words.size())};
  }
  return {};
}

}  // namespace

FoundHedge hedge_before(const TaggedText& tagged, std::uint32_t begin, std::uint32_t number) {
  const Token* const tokens = tagged.tokens.data();
  return find(phrases().before, tokens + begin, tokens + number, true);
}

FoundHedge hedge_behind(const TaggedText& tagged, std::uint32_t behind, std::uint32_t end) {
  const Token* const tokens = tagged.tokens.data();
  return find(phrases().behind, tokens + std::min(behind, end), tokens + end, false);
}

}  // namespace twosource
