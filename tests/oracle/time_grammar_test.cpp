// The slow twin of TimeGrammar::match: each rule as it stands in the table is tried word by word,
// with all ways in which it can be read, and the longest one is taken.
#include "twosource/time/grammar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"
#include "twosource/time/pieces.hpp"

TWOSOURCE_EMBEDDED(time_rules)

namespace twosource {
namespace {

// Which pieces a way through a pattern has taken: true for those that are only looked at.
using Way = std::vector<bool>;
using Tokens = std::vector<std::string>;

class SlowRules {
 public:
  SlowRules() {
    std::istringstream lines{std::string(time_rules())};
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line.front() == '#') continue;
      const std::size_t tab = line.find('\t');
      std::istringstream pattern(line.substr(tab + 1));
      Tokens tokens;
      for (std::string token; pattern >> token;) tokens.push_back(token);
      if (line.front() == '@') {
        parts_[line.substr(0, tab)] = tokens;
      } else {
        rules_.push_back(tokens);
      }
    }
  }

  // The longest way of any rule; of equally long ones that of the first rule.
  Way longest(std::string_view text, const std::vector<TimePiece>& pieces, std::size_t at) {
    text_ = text;
    pieces_ = &pieces;
    at_ = at;
    Way best;
    for (const Tokens& rule : rules_) {
      std::size_t place = 0;
      for (const Way& way : walk(rule, place, {Way{}})) {
        if (way.size() > best.size()) best = way;
      }
    }
    return best;
  }

 private:
  std::vector<Way> walk(const Tokens& tokens, std::size_t& place, const std::vector<Way>& from) {
    std::vector<Way> all;
    std::vector<Way> row = from;
    while (place < tokens.size() && tokens[place][0] != ')' && tokens[place][0] != ']') {
      if (tokens[place] == "|") {
        all.insert(all.end(), row.begin(), row.end());
        row = from;
        ++place;
      } else {
        row = item(tokens, place, row);
      }
    }
    all.insert(all.end(), row.begin(), row.end());
    return all;
  }

  std::vector<Way> item(const Tokens& tokens, std::size_t& place, const std::vector<Way>& from) {
    std::string name = tokens[place++];
    std::vector<Way> ways;
    bool optional = name.size() > 1 && name.back() == '?';
    if (optional) name.pop_back();
    if (name == "(" || name == "[") {
      for (const Way& start : from) {
        std::size_t inner = place;
        for (Way way : walk(tokens, inner, {start})) {
          if (name == "[")
            std::fill(way.begin() + static_cast<long>(start.size()), way.end(), true);
          ways.push_back(way);
        }
      }
      std::size_t end = place;
      walk(tokens, end, {});
      optional = tokens[end].back() == '?';
      place = end + 1;
    } else if (name[0] == '@') {
      std::size_t inner = 0;
      if (parts_.count(name) > 0) ways = walk(parts_[name], inner, from);
    } else {
      for (Way way : from) {
        if (!fits(name, at_ + way.size())) continue;
        way.push_back(false);
        ways.push_back(way);
      }
    }
    if (optional) ways.insert(ways.end(), from.begin(), from.end());
    return ways;
  }

  bool fits(const std::string& name, std::size_t at) const {
    if (at >= pieces_->size()) return false;
    const TimePiece& piece = (*pieces_)[at];
    for (const TimeReading& reading : piece.readings) {
      const auto symbol = static_cast<std::size_t>(reading.symbol);
      if (symbol < symbol_count && symbol_names[symbol] == name) return true;
    }
    const bool word = name[0] >= 'a' && name[0] <= 'z';
    return word && fold_word(slice(text_, piece.span)) == name;
  }

  std::map<std::string, Tokens> parts_;
  std::vector<Tokens> rules_;
  std::string_view text_;
  const std::vector<TimePiece>* pieces_ = nullptr;
  std::size_t at_ = 0;
};

TEST_CASE("the automaton of times finds what trying all rules finds") {
  constexpr std::array words = {
      "the",   "a",     "of",      "in",     "on",      "at",     "last",   "next",   "this",
      "two",   "7",     "8th",     "2018",   "July",    "Jul.",   "May",    "Sunday", "week",
      "weeks", "year",  "years",   "day",    "ago",     "later",  "before", "night",  "early",
      "end",   "first", "quarter", "1990s",  "half",    "and",    "every",  "p.m.",   "9",
      "past",  "few",   "noon",    "summer", "century", "fiscal", "now",    "recent", "earlier"};
  constexpr std::array marks = {" ", " ", " ", " ", "-", ", ", "/", ":"};
  SlowRules slow;
  const TimeGrammar& grammar = TimeGrammar::english();
  std::mt19937 random(20310508);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const std::size_t count = 1 + random() % 7;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += marks[random() % marks.size()];
      text += words[random() % words.size()];
    }
    CAPTURE(text);
    const std::vector<TimePiece> pieces = pieces_of(text, find_words(text), grammar);
    for (std::size_t at = 0; at < pieces.size(); ++at) {
      const Way way = slow.longest(text, pieces, at);
      const auto match = grammar.match(pieces, at);
      REQUIRE(match.has_value() == !way.empty());
      if (!match) continue;
      const auto taken = std::count(way.begin(), way.end(), false);
      CHECK(match->readings.size() == static_cast<std::size_t>(taken));
      CHECK(match->end - match->begin == static_cast<std::size_t>(taken));
    }
  }
}

}  // namespace
}  // namespace twosource
