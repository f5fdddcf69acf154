// Words that look like times and are none: people named after months, numbers that are no years.
#include "twosource/time/traps.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr std::int64_t first_likely_year = 1900;
constexpr std::int64_t last_likely_year = 2060;

bool is_capital(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

std::string_view word_at(std::string_view text, std::span<const Word> words, std::size_t i) {
  return i < words.size() ? slice(text, words[i].span) : std::string_view();
}

bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  const std::string folded = fold_word(word);
  return std::find(list.begin(), list.end(), folded) != list.end();
}

constexpr std::array<std::string_view, 22> time_prepositions = {
    "in",   "since",   "until",  "till",  "by",  "through", "from", "during",
    "of",   "between", "before", "after", "for", "on",      "last", "next",
    "this", "late",    "early",  "mid",   "and", "to"};

// True if the words at `i` and `i + 1` stand with one space between them.
bool adjacent(std::string_view text, std::span<const Word> words, std::size_t i) {
  if (i + 1 >= words.size()) return false;
  const Span gap{words[i].span.end, words[i + 1].span.begin};
  return slice(text, gap) == " ";
}

bool is_name_of_person(std::string_view text, std::span<const Word> words, std::size_t i) {
  const bool after_preposition = i > 0 && is_one_of(word_at(text, words, i - 1), time_prepositions);
  if (i > 0 && adjacent(text, words, i - 1) && is_capital(word_at(text, words, i - 1)) &&
      !after_preposition) {
    return true;
  }
  return !after_preposition && adjacent(text, words, i) && is_capital(word_at(text, words, i + 1));
}

bool is_no_year(std::string_view text, std::span<const Word> words, std::size_t i,
                std::int64_t year) {
  const Span span = words[i].span;
  const char before = span.begin > 0 ? text[span.begin - 1] : ' ';
  const char behind = span.end < text.size() ? text[span.end] : ' ';
  constexpr std::string_view signs_before = "$#.,+-/:@&=_";
  constexpr std::string_view signs_behind = "%/:@&=_";
  if (signs_before.find(before) != std::string_view::npos || (before & 0x80) != 0) return true;
  if (signs_behind.find(behind) != std::string_view::npos) return true;
  if (behind == '.' && span.end + 1 < text.size() && text[span.end + 1] >= '0' &&
      text[span.end + 1] <= '9') {
    return true;
  }
  constexpr std::array<std::string_view, 14> sure = {"in",    "since",  "until",  "during", "circa",
                                                     "early", "late",   "mid",    "till",   "by",
                                                     "year",  "spring", "summer", "winter"};
  constexpr std::array<std::string_view, 12> counting = {
      "about", "than", "nearly",  "almost", "some",          "least",
      "no",    "most", "roughly", "around", "approximately", "over"};
  const std::string_view previous = i > 0 ? word_at(text, words, i - 1) : std::string_view();
  if (!previous.empty() && is_one_of(previous, sure)) return false;
  if (year < first_likely_year || year > last_likely_year) return true;
  if (!previous.empty() && is_one_of(previous, counting)) return true;
  const std::string_view next =
      adjacent(text, words, i) ? word_at(text, words, i + 1) : std::string_view();
  constexpr std::array<std::string_view, 18> things = {
      "people",     "men",     "women",  "troops",    "soldiers", "miles",
      "kilometers", "meters",  "feet",   "tons",      "pounds",   "dollars",
      "jobs",       "workers", "points", "employees", "children", "shares"};
  return !next.empty() && is_one_of(next, things);
}

}  // namespace

bool is_no_time(std::string_view text, std::span<const Word> words, std::size_t begin,
                std::size_t end, const TimeMatch& match) {
  // Money, and parts of larger numbers.
  const char before = words[begin].span.begin > 0 ? text[words[begin].span.begin - 1] : ' ';
  const char first = text[words[begin].span.begin];
  const bool number = first >= '0' && first <= '9';
  if (number && (before == '$' || before == '.' || before == '#')) return true;
  // A title: "60 Minutes".
  if (match.action == TimeAction::duration && number && is_capital(word_at(text, words, end - 1)) &&
      match.readings.size() == 2)
    return true;
  if (match.readings.size() != 1 || end != begin + 1) return false;
  const TimeReading& reading = match.readings.front();
  if (reading.symbol == Symbol::month || reading.symbol == Symbol::ambiguous_month)
    return is_name_of_person(text, words, begin);
  if (reading.symbol == Symbol::year) return is_no_year(text, words, begin, reading.value);
  return false;
}

bool is_rate(std::string_view text, std::span<const Word> words, std::size_t begin,
             const TimeMatch& match) {
  if (match.action != TimeAction::duration || match.readings.size() != 2 || begin == 0)
    return false;
  if (match.readings[1].symbol != Symbol::unit) return false;
  if (!is_one_of(word_at(text, words, begin), std::array<std::string_view, 2>{"a", "an"}))
    return false;
  constexpr std::array<std::string_view, 10> amounts = {
      "million", "billion", "thousand", "hundred", "trillion",
      "times",   "cents",   "percent",  "once",    "twice"};
  // "interviews a day"
  const std::string_view previous = word_at(text, words, begin - 1);
  if (adjacent(text, words, begin - 1) && previous.size() > 4 && previous.ends_with('s') &&
      previous.front() >= 'a' && !previous.ends_with("ss"))
    return true;
  for (std::size_t i = begin - std::min<std::size_t>(begin, 2); i < begin; ++i) {
    const std::string_view word = word_at(text, words, i);
    if ((word.front() >= '0' && word.front() <= '9' &&
         words[begin - 1].span.end + 1 == words[begin].span.begin) ||
        is_one_of(word, amounts))
      return true;
  }
  return false;
}

}  // namespace twosource
