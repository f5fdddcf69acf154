#include "twosource/claim/measures.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(measures)

namespace twosource {
namespace {

using Key = std::pair<std::uint64_t, std::uint64_t>;  // the second is 0 for a word alone
using Measures = std::map<Key, Measure>;

// Takes the text up to the separator off the front of `rest`, and the separator with it.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

double number_of(std::string_view digits) {
  double value = 0.0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Measures read_table() {
  Measures table;
  std::string_view rest = measures();
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    if (line.empty() || line.front() == '#') continue;
    Measure measure;
    measure.unit = take(line, '\t');
    measure.factor = number_of(take(line, '\t'));
    measure.offset = number_of(take(line, '\t'));
    while (!line.empty()) {
      std::string_view word = take(line, ' ');
      const std::uint64_t first = hash_folded(take(word, '_'));
      table.emplace(Key{first, word.empty() ? 0 : hash_folded(word)}, measure);
    }
  }
  return table;
}

}  // namespace

FoundMeasure find_measure(std::uint64_t lemma, std::uint64_t second) {
  static const Measures table = read_table();
  const auto pair = second == 0 ? table.end() : table.find({lemma, second});
  if (pair != table.end()) return {pair->second, true};
  const auto alone = table.find({lemma, 0});
  return alone == table.end() ? FoundMeasure{} : FoundMeasure{alone->second, false};
}

}  // namespace twosource
