// The slow twin of the intervals of quantities: all whole numbers that a reporter may have had
// before rounding and hedging, one by one.
#include "twosource/claim/quantities.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr int most = 3000;  // counts above it are not tried

Quantity quantity_of(const std::string& number) {
  const std::string text = "They counted " + number + " boats.";
  const std::vector<Word> words = find_words(text);
  const std::vector<Span> sentences = {{0, static_cast<std::uint32_t>(text.size())}};
  TaggedText tagged = find_tokens(text, words, sentences);
  PartTagger().tag(text, tagged);
  const auto found =
      find_quantities(text, tagged, 0, static_cast<std::uint32_t>(tagged.tokens.size()));
  REQUIRE_MESSAGE(found.size() == 1, text);
  return found.front();
}

// With commas, as papers print it.
std::string printed(int number) {
  const std::string digits = std::to_string(number);
  return digits.size() < 4
             ? digits
             : digits.substr(0, digits.size() - 3) + "," + digits.substr(digits.size() - 3);
}

// Can somebody who counted `count` write `number`? To the last place that is no zero, halves
// upwards; below a hundred nobody rounds.
bool can_be_written(int count, int number) {
  if (number < 100) return count == number;
  int place = 1;
  while (number % (place * 10) == 0) place *= 10;
  return (count + place / 2) / place * place == number;
}

std::set<int> meant(const std::string& hedge, int number) {
  std::set<int> counts;
  for (int count = 0; count <= most; ++count) {
    bool fits = can_be_written(count, number);
    if (hedge == "at least ") fits = count >= number;
    if (hedge == "up to ") fits = fits || count <= number;
    if (fits) counts.insert(count);
  }
  return counts;
}

const std::vector<int> numbers = {2,   12,  20,  37,   99,   100,  101, 120,
                                  450, 500, 999, 1000, 1010, 1200, 1234};
const std::vector<std::string> hedges = {"", "at least ", "up to "};

struct Sample {
  std::string words;
  Quantity quantity;
  std::set<int> counts;
};

std::vector<Sample> samples() {
  std::vector<Sample> all;
  for (const std::string& hedge : hedges) {
    for (const int number : numbers) {
      const std::string words = hedge + printed(number);
      all.push_back({words, quantity_of(words), meant(hedge, number)});
    }
  }
  return all;
}

TEST_CASE("the interval of a count is what could have been counted") {
  for (const Sample& sample : samples()) {
    for (int count = 0; count <= most; ++count) {
      const bool inside = sample.quantity.low <= count && count <= sample.quantity.high;
      const bool can_be = sample.counts.contains(count);
      if (inside != can_be) CHECK_MESSAGE(inside == can_be, sample.words, ": ", count);
    }
    CHECK(!sample.counts.empty());
  }
}

TEST_CASE("two counts can both be true if one count fits both") {
  const std::vector<Sample> all = samples();
  for (const Sample& a : all) {
    for (const Sample& b : all) {
      bool common = false;
      for (const int count : a.counts) common = common || b.counts.contains(count);
      const bool both = can_both_be_true(a.quantity, b.quantity);
      if (both != common) CHECK_MESSAGE(both == common, a.words, " and ", b.words);
    }
  }
}

}  // namespace
}  // namespace twosource
