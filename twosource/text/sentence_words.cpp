#include "twosource/text/sentence_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>

#include "twosource/base/embedded.hpp"

TWOSOURCE_EMBEDDED(sentence_words)

namespace twosource {
namespace {

// In the order of SentenceWord.
constexpr std::array<std::string_view, 7> kind_names = {"never", "starter",  "capital", "number",
                                                        "begin", "calendar", "cue"};

// Takes the text up to the separator off the front of `rest`, and the separator with it.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// "MR" for which the table has "Mr"; empty for a word that is not in capitals throughout.
std::string only_first_capital(std::string_view word) {
  if (word.size() < 2 || !std::all_of(word.begin(), word.end(), is_capital)) return {};
  std::string lowered(word);
  for (std::size_t i = 1; i < lowered.size(); ++i) {
    lowered[i] = static_cast<char>(lowered[i] - 'A' + 'a');
  }
  return lowered;
}

}  // namespace

/// The embedded table, read once.
struct SentenceWordTables {
  std::map<std::string, SentenceWords, std::less<>> by_language;
  SentenceWords all;

  SentenceWordTables() {
    std::string_view rest = sentence_words();
    while (!rest.empty()) {
      std::string_view line = take(rest, '\n');
      if (!line.empty() && line.front() != '#') add_line(line);
    }
  }

 private:
  void add_line(std::string_view line) {
    SentenceWords& words = by_language[std::string(take(line, '\t'))];
    const auto* name = std::find(kind_names.begin(), kind_names.end(), take(line, '\t'));
    const auto kind = static_cast<SentenceWord>(name - kind_names.begin());
    while (!line.empty()) {
      const std::string_view word = take(line, ' ');
      words.add(word, kind);
      all.add(word, kind);
    }
  }
};

const SentenceWords& SentenceWords::of(std::string_view language) {
  static const SentenceWordTables tables;
  const auto found = tables.by_language.find(language.substr(0, language.find('-')));
  return found == tables.by_language.end() ? tables.all : found->second;
}

void SentenceWords::add(std::string_view word, SentenceWord kind) {
  std::uint8_t& kinds = kinds_[std::string(word)];
  kinds = static_cast<std::uint8_t>(kinds | (1U << static_cast<unsigned>(kind)));
}

std::uint8_t SentenceWords::kinds_of(std::string_view word) const {
  const auto found = kinds_.find(word);
  return found == kinds_.end() ? std::uint8_t{0} : found->second;
}

bool SentenceWords::has(std::string_view word, SentenceWord kind) const {
  std::uint8_t kinds = kinds_of(word);
  if (kinds == 0) kinds = kinds_of(only_first_capital(word));
  return (kinds >> static_cast<unsigned>(kind) & 1U) != 0;
}

}  // namespace twosource
