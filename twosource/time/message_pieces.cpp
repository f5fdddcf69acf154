// Numbers in messages: glued to their unit, or spelt out.
#include "twosource/time/message_pieces.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace twosource {
namespace {

constexpr std::int64_t one = 1000;  // numbers are kept in thousandths

const TimeReading* find_reading(const TimePiece& piece, Symbol symbol) {
  const auto found = std::find_if(piece.readings.begin(), piece.readings.end(),
                                  [&](const TimeReading& r) { return r.symbol == symbol; });
  return found == piece.readings.end() ? nullptr : &*found;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "h" of "3h": a UNIT of time_words.tsv; 0 for none.
std::int64_t unit_of(std::string_view letters) {
  constexpr std::array<std::pair<std::string_view, std::int64_t>, 23> units = {
      {{"sec", 1},   {"secs", 1},   {"seconds", 1}, {"min", 2},  {"mins", 2},  {"minutes", 2},
       {"h", 3},     {"hr", 3},     {"hrs", 3},     {"hour", 3}, {"hours", 3}, {"d", 4},
       {"day", 4},   {"days", 4},   {"w", 6},       {"wk", 6},   {"wks", 6},   {"weeks", 6},
       {"month", 8}, {"months", 8}, {"y", 10},      {"yr", 10},  {"years", 10}}};
  std::string folded(letters);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto* const found = std::find_if(units.begin(), units.end(),
                                         [&](const auto& unit) { return unit.first == folded; });
  return found == units.end() ? 0 : found->second;
}

// "3h" as "3" and "h".
bool split(std::vector<TimePiece>& all, std::string_view text, const TimePiece& piece) {
  const std::string_view form = slice(text, piece.span);
  std::size_t size = 0;
  while (size < form.size() && is_digit(form[size])) ++size;
  const std::int64_t unit = unit_of(form.substr(size));
  if (size == 0 || size > 6 || unit == 0) return false;
  std::int64_t value = 0;
  std::from_chars(form.data(), form.data() + size, value);
  const auto border = piece.span.begin + static_cast<std::uint32_t>(size);
  all.push_back({{piece.span.begin, border}, {{Symbol::number, value * one}}});
  all.push_back({{border, piece.span.end}, {{Symbol::units, unit}}});
  return true;
}

struct Words {
  std::size_t pieces = 0;
  std::int64_t value = 0;
};

bool is_spelt(std::string_view text, const TimePiece& piece) {
  return !is_digit(text[piece.span.begin]);
}

// "five", "twenty", "twenty-five"; not figures.
Words spelt_number(std::string_view text, std::span<const TimePiece> pieces) {
  if (pieces.empty() || !is_spelt(text, pieces[0])) return {};
  const TimeReading* const tens = find_reading(pieces[0], Symbol::tens);
  const TimeReading* const number = find_reading(pieces[0], Symbol::number);
  if (tens == nullptr) return number == nullptr ? Words{} : Words{1, number->value / one};
  const std::size_t next = pieces.size() > 1 && find_reading(pieces[1], Symbol::hyphen) ? 2 : 1;
  const TimeReading* const ones = next < pieces.size() && is_spelt(text, pieces[next])
                                      ? find_reading(pieces[next], Symbol::number)
                                      : nullptr;
  if (ones == nullptr || ones->value >= 10 * one) return {1, tens->value};
  return {next + 1, tens->value + ones->value / one};
}

// "twenty-second": tens and an ordinal below ten.
Words spelt_ordinal(std::span<const TimePiece> pieces) {
  const TimeReading* const tens = find_reading(pieces[0], Symbol::tens);
  if (tens == nullptr) return {};
  const std::size_t next = pieces.size() > 1 && find_reading(pieces[1], Symbol::hyphen) ? 2 : 1;
  const TimeReading* const ones =
      next < pieces.size() ? find_reading(pieces[next], Symbol::ordinal) : nullptr;
  if (ones == nullptr || ones->value >= 10) return {};
  return {next + 1, tens->value + ones->value};
}

// "two thousand and fifteen", "nineteen hundred ninety three"; `behind_month`: "two thousand" too.
Words spelt_year(std::string_view text, std::span<const TimePiece> pieces, bool behind_month) {
  const Words first = spelt_number(text, pieces);
  if (first.pieces == 0 || first.pieces >= pieces.size()) return {};
  const TimeReading* const large = find_reading(pieces[first.pieces], Symbol::hundred);
  if (large == nullptr || (large->value != 100 && large->value != 1000)) return {};
  const std::int64_t round = first.value * large->value;
  if (round < 1000 || round > 2100) return {};
  std::size_t used = first.pieces + 1;
  const bool joined = used < pieces.size() && slice(text, pieces[used].span) == "and";
  const Words rest = spelt_number(text, pieces.subspan(joined ? used + 1 : used));
  if (rest.pieces == 0 || rest.value > 99) return behind_month ? Words{used, round} : Words{};
  used += rest.pieces + (joined ? 1 : 0);
  return {used, round + rest.value};
}

void join(std::vector<TimePiece>& all, std::span<const TimePiece> pieces,
          std::vector<TimeReading> readings) {
  all.push_back({{pieces.front().span.begin, pieces.back().span.end}, std::move(readings)});
}

bool is_month(const TimePiece& piece) {
  return find_reading(piece, Symbol::month) != nullptr ||
         find_reading(piece, Symbol::short_month) != nullptr ||
         find_reading(piece, Symbol::ambiguous_month) != nullptr;
}

}  // namespace

std::vector<TimePiece> message_pieces(std::string_view text, std::vector<TimePiece> pieces) {
  std::vector<TimePiece> all;
  for (std::size_t i = 0; i < pieces.size();) {
    const std::span<const TimePiece> rest = std::span<const TimePiece>(pieces).subspan(i);
    const bool behind_month = !all.empty() && is_month(all.back());
    if (const Words year = spelt_year(text, rest, behind_month); year.pieces > 0) {
      join(all, rest.first(year.pieces), {{Symbol::year_word, year.value}});
      i += year.pieces;
    } else if (const Words nth = spelt_ordinal(rest); nth.pieces > 0) {
      join(all, rest.first(nth.pieces),
           {{Symbol::ordinal, nth.value}, {Symbol::day_th, nth.value}});
      i += nth.pieces;
    } else if (const Words number = spelt_number(text, rest);
               number.pieces > 1 && number.value <= 31) {
      join(all, rest.first(number.pieces),
           {{Symbol::number, number.value * one}, {Symbol::day, number.value}});
      i += number.pieces;
    } else {
      if (!split(all, text, rest[0])) all.push_back(rest[0]);
      ++i;
    }
  }
  return all;
}

}  // namespace twosource
