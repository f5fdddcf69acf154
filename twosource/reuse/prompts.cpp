// Prompts are short and say nothing but what the reader should do, so the points of their phrases
// are held against their length: a report on a newspaper's new subscriptions has such words, too,
// but a hundred others between them.
#include "twosource/reuse/prompts.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(prompts)

namespace twosource {
namespace {

constexpr std::size_t least_points = 3;
// A prompt has a point in so many words at least.
constexpr std::size_t words_for_a_point = 9;

// Of a prompt; of a line that names who worked on a report; of a note on the author.
enum class Use { prompt, credit, author };

struct Phrase {
  std::vector<std::uint64_t> words;
  std::size_t points = 0;  // only those of prompts have some
  Use use = Use::prompt;
};

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

// The phrases by their first words, longest first.
class PromptTable {
 public:
  static const PromptTable& get() {
    static const PromptTable table;
    return table;
  }

  // The longest phrase that begins at `word` and ends before `end`; null: there is none.
  [[nodiscard]] const Phrase* longest_at(const std::vector<Word>& words, std::size_t word,
                                         std::size_t end) const {
    const auto found = phrases_.find(words[word].hash);
    if (found == phrases_.end()) return nullptr;
    for (const Phrase& phrase : found->second) {
      if (phrase.words.size() > end - word) continue;
      const bool equal =
          std::equal(phrase.words.begin(), phrase.words.end(),
                     words.begin() + static_cast<std::ptrdiff_t>(word),
                     [](std::uint64_t hash, const Word& other) { return hash == other.hash; });
      if (equal) return &phrase;
    }
    return nullptr;
  }

 private:
  PromptTable() {
    std::string_view rest = prompts();
    while (!rest.empty()) {
      std::string_view line = take(rest, '\n');
      if (line.empty() || line.front() == '#') continue;
      Phrase phrase;
      const std::string_view points = take(line, '\t');
      phrase.use = points == "c" ? Use::credit : points == "a" ? Use::author : Use::prompt;
      phrase.points = phrase.use != Use::prompt ? 0 : points == "2" ? 2 : 1;
      for (const Word& word : find_words(line)) phrase.words.push_back(word.hash);
      std::vector<Phrase>& begins_alike = phrases_[phrase.words.front()];
      begins_alike.push_back(std::move(phrase));
    }
    for (auto& [word, begins_alike] : phrases_) {
      std::sort(begins_alike.begin(), begins_alike.end(),
                [](const Phrase& x, const Phrase& y) { return x.words.size() > y.words.size(); });
    }
  }

  std::unordered_map<std::uint64_t, std::vector<Phrase>> phrases_;
};

bool has_phrase_of(Use use, const Analysis& analysis, std::size_t first, std::size_t count) {
  const PromptTable& table = PromptTable::get();
  for (std::size_t i = first; i < first + count; ++i) {
    const Phrase* phrase = table.longest_at(analysis.words, i, first + count);
    if (phrase != nullptr && phrase->use == use) return true;
  }
  return false;
}

}  // namespace

bool is_prompt(const Analysis& analysis, std::size_t first, std::size_t count) {
  const PromptTable& table = PromptTable::get();
  std::set<const Phrase*> seen;  // each counts once
  std::size_t points = 0;
  for (std::size_t i = first; i < first + count;) {
    const Phrase* phrase = table.longest_at(analysis.words, i, first + count);
    if (phrase != nullptr && seen.insert(phrase).second) points += phrase->points;
    i += phrase != nullptr ? phrase->words.size() : 1;
  }
  return points >= least_points && points * words_for_a_point >= count;
}

bool is_credit_line(const Analysis& analysis, std::size_t first, std::size_t count) {
  return has_phrase_of(Use::credit, analysis, first, count);
}

bool is_author_note(const Analysis& analysis, std::size_t first, std::size_t count) {
  return has_phrase_of(Use::author, analysis, first, count);
}

}  // namespace twosource
