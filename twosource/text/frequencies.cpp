#include "twosource/text/frequencies.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(frequencies_en)
TWOSOURCE_EMBEDDED(frequencies_de)

namespace twosource {
namespace {

// Means by the tables in models/frequency, English and German: 10.6 and 11.4 bits over all words,
// 3.3 and 3.0 over the different words of an article.
constexpr float flat_bits = 11.0F;
constexpr float flat_idf = 3.0F;

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

// 0 for what is no number: no table counts to 0.
std::uint64_t parse_number(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

// The sizes of the corpus, from comment lines "# tokens: 123".
struct Totals {
  std::uint64_t tokens = 0;
  std::uint64_t documents = 0;

  void read(std::string_view comment) {
    const std::string_view key = take(comment, ':');
    while (!comment.empty() && comment.front() == ' ') comment.remove_prefix(1);
    if (key == "# tokens") tokens = parse_number(comment);
    if (key == "# documents") documents = parse_number(comment);
  }
};

Error broken_line(std::string_view line) {
  return Error{ErrorKind::format,
               "this line of a frequency table is not word, count, documents "
               "with the totals above: " +
                   std::string(line)};
}

double log_ratio(std::uint64_t whole, std::uint64_t part) {
  return std::log(static_cast<double>(whole) / static_cast<double>(part));
}

WordFrequencies built_in(std::string_view tsv) {
  Result<WordFrequencies> table = WordFrequencies::parse(tsv);
  assert(table);
  return std::move(*table);
}

}  // namespace

Result<WordFrequencies> WordFrequencies::parse(std::string_view tsv) {
  WordFrequencies table;
  const auto lines = static_cast<std::size_t>(std::count(tsv.begin(), tsv.end(), '\n')) + 1;
  table.slots_.resize(std::bit_ceil(2 * lines));
  Totals totals;
  while (!tsv.empty()) {
    const std::string_view line = take(tsv, '\n');
    if (line.empty() || line.front() == '#') {
      totals.read(line);
      continue;
    }
    std::string_view rest = line;
    const std::string_view word = take(rest, '\t');
    const std::uint64_t count = parse_number(take(rest, '\t'));
    const std::uint64_t documents = parse_number(rest);
    if (word.empty() || count == 0 || documents == 0 || totals.tokens < count ||
        totals.documents < documents) {
      return broken_line(line);
    }
    Entry entry;
    entry.hash = hash_folded(word);
    entry.bits = static_cast<float>(log_ratio(totals.tokens, count) / std::log(2.0));
    entry.idf = static_cast<float>(std::max(0.0, log_ratio(totals.documents, 1 + documents)));
    table.add(entry);
    table.unknown_.bits = std::max(table.unknown_.bits, entry.bits);
  }
  if (table.words_ == 0) return Error{ErrorKind::empty, "a frequency table has no words"};
  table.unknown_.idf = static_cast<float>(log_ratio(totals.documents, 1));
  return table;
}

const WordFrequencies& WordFrequencies::background(std::string_view language) {
  static const WordFrequencies flat = [] {
    WordFrequencies table;
    table.unknown_ = {0, flat_bits, flat_idf};
    return table;
  }();
  const std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "en") {
    static const WordFrequencies english = built_in(frequencies_en());
    return english;
  }
  if (primary == "de") {
    static const WordFrequencies german = built_in(frequencies_de());
    return german;
  }
  return flat;
}

double WordFrequencies::bits(std::uint64_t word_hash) const {
  return double{find(word_hash).bits};
}

double WordFrequencies::idf(std::uint64_t word_hash) const {
  return double{find(word_hash).idf};
}

double PairFrequencies::bits_of(std::vector<std::uint64_t> word_hashes) const {
  std::sort(word_hashes.begin(), word_hashes.end());
  word_hashes.erase(std::unique(word_hashes.begin(), word_hashes.end()), word_hashes.end());
  double sum = 0.0;
  for (const std::uint64_t hash : word_hashes) sum += bits(hash);
  return sum;
}

void WordFrequencies::add(const Entry& entry) {
  std::size_t slot = entry.hash & (slots_.size() - 1);
  while (slots_[slot].hash != 0 && slots_[slot].hash != entry.hash)
    slot = (slot + 1) & (slots_.size() - 1);
  if (slots_[slot].hash == 0) ++words_;
  slots_[slot] = entry;
}

const WordFrequencies::Entry& WordFrequencies::find(std::uint64_t word_hash) const {
  if (slots_.empty()) return unknown_;
  std::size_t slot = word_hash & (slots_.size() - 1);
  while (slots_[slot].hash != 0) {
    if (slots_[slot].hash == word_hash) return slots_[slot];
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return unknown_;
}

}  // namespace twosource
