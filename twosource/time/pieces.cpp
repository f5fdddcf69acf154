// From words to the pieces that the rules speak of.
//
// Of a hundred words of news three or so could belong to a time, and most of these are "the" and
// "of". So the words are first cut into runs of such words with nothing but spaces and a few marks
// between them, by one look into a small table each; a run in which nothing names a time is left
// at once. The others become pieces: numbers are put together ("3,000", "twenty-five", "2.5"), and
// each piece learns what it can be: "8" is a number, a day, an hour and a month.
#include "twosource/time/pieces.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "twosource/text/words.hpp"
#include "twosource/time/message_pieces.hpp"

namespace twosource {
namespace {

constexpr std::int64_t one = 1000;         // numbers are kept in thousandths
constexpr std::size_t longest_number = 9;  // digits; what is longer is no number of years
constexpr std::size_t widest_gap = 6;      // bytes between two words of a time

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "Monday's": the length of the word without it; the whole where there is none.
std::size_t without_possessive(std::string_view word) {
  if (word.size() > 2 && (word.ends_with("'s") || word.ends_with("'S"))) return word.size() - 2;
  if (word.size() > 4 && word.ends_with("’s")) return word.size() - 4;
  return word.size();
}

std::span<const TimeReading> readings_of(std::string_view text, const Word& word,
                                         const TimeGrammar& grammar) {
  const std::string_view form = slice(text, word.span);
  const char last = form.back();
  if (last == 's' || last == 'S') {
    const std::size_t size = without_possessive(form);
    if (size != form.size()) return grammar.readings(hash_folded(fold_word(form.substr(0, size))));
  }
  return grammar.readings(word.hash);
}

bool is_meridiem_part(std::string_view text, Span span) {
  if (span.size() != 1) return false;
  const char c = text[span.begin];
  if (c == 'm' || c == 'M') return span.begin > 1 && text[span.begin - 1] == '.';
  return (c == 'p' || c == 'P' || c == 'a' || c == 'A') && span.end + 1 < text.size() &&
         text[span.end] == '.';
}

// "Q3", and "T14" of an ISO time stands in one word with its day.
bool is_quarter_name(std::string_view form) {
  return form.size() == 2 && (form[0] == 'Q' || form[0] == 'q') && form[1] >= '1' && form[1] <= '4';
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// The bytes that the mark at the front of `gap` takes if it may stand within an expression, else 0.
// An apostrophe may only behind a space: "the late '80s".
std::size_t mark_size(std::string_view gap, bool spaced) {
  const char c = gap.front();
  if (c == ',' || c == '-' || c == '/' || c == ':') return 1;
  if (gap.starts_with("–")) return 3;
  if (!spaced) return 0;
  if (c == '\'') return 1;
  return gap.starts_with("’") || gap.starts_with("‘") ? 3 : 0;
}

// True if two words with this between them may belong to one expression. `abbreviated`: a full stop
// behind the first need not end the sentence.
bool is_close(std::string_view gap, bool abbreviated) {
  if (gap == " ") return true;
  if (gap.size() > widest_gap || std::count(gap.begin(), gap.end(), '\n') > 1) return false;
  // A full stop alone is that of "2.5".
  if (gap.starts_with('.') && (abbreviated || gap.size() == 1)) gap.remove_prefix(1);
  bool spaced = false;
  while (!gap.empty()) {
    const bool space = is_space(gap.front());
    const std::size_t size = space ? 1 : mark_size(gap, spaced);
    if (size == 0) return false;
    spaced = spaced || space;
    gap.remove_prefix(size);
  }
  return true;
}

bool may_belong(std::string_view text, const Word& word, std::span<const TimeReading> readings) {
  return !readings.empty() || is_digit(text[word.span.begin]) ||
         is_meridiem_part(text, word.span) || is_quarter_name(slice(text, word.span));
}

bool is_trigger(std::string_view text, const Word& word, std::span<const TimeReading> readings,
                const TimeGrammar& grammar) {
  const char first = text[word.span.begin];
  if (is_digit(first)) return true;
  if (is_quarter_name(slice(text, word.span))) return true;
  return std::any_of(readings.begin(), readings.end(), [&](const TimeReading& reading) {
    return grammar.is_trigger(reading.symbol) &&
           (!reading.capital || (first >= 'A' && first <= 'Z'));
  });
}

bool is_abbreviation(std::string_view text, const Word& word,
                     std::span<const TimeReading> readings) {
  return is_meridiem_part(text, word.span) ||
         std::any_of(readings.begin(), readings.end(), [](const TimeReading& reading) {
           return reading.symbol == Symbol::short_month || reading.symbol == Symbol::wd;
         });
}

void add_whole_number(std::vector<TimeReading>& readings, std::string_view digits) {
  if (digits.size() > longest_number) return;
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const auto add = [&](Symbol symbol, bool fits) {
    if (fits) readings.push_back({symbol, value});
  };
  const bool is_short = digits.size() <= 2;
  readings.push_back({Symbol::number, value * one});
  add(Symbol::day, is_short && value >= 1 && value <= 31);
  add(Symbol::month_no, is_short && value >= 1 && value <= 12);
  add(Symbol::hour, is_short && value <= 24);
  add(Symbol::minute, digits.size() == 2 && value < 60);
  add(Symbol::short_year, digits.size() == 2);
  add(Symbol::year, digits.size() == 4 && value >= 1000 && value < 2200);
  add(Symbol::hhmm, digits.size() == 4 && value % 100 < 60 && value <= 2400);
  const std::int64_t month = value / 100 % 100;
  add(Symbol::date8, digits.size() == 8 && value / 10000 >= 1900 && value / 10000 < 2200 &&
                         month >= 1 && month <= 12 && value % 100 >= 1 && value % 100 <= 31);
}

// "T14" behind the day of an ISO time; -1 for anything else.
std::int64_t hour_of_iso(std::string_view behind) {
  if (behind.size() != 3 || behind[0] != 't' || !is_digit(behind[1]) || !is_digit(behind[2]))
    return -1;
  const std::int64_t hour = (behind[1] - '0') * 10 + (behind[2] - '0');
  return hour <= 24 ? hour : -1;
}

// "8th", "1990s", "80s", "9pm", "08T14".
void add_number_with_letters(std::vector<TimeReading>& readings, std::string_view form) {
  std::size_t size = 0;
  while (size < form.size() && is_digit(form[size])) ++size;
  if (size > 4) return;
  std::int64_t value = 0;
  std::from_chars(form.data(), form.data() + size, value);
  const std::string behind = fold_word(form.substr(size));
  const auto add = [&](Symbol symbol, std::int64_t what, bool fits) {
    if (fits) readings.push_back({symbol, what});
  };
  const bool is_day = value >= 1 && value <= 31;
  if (behind == "st" || behind == "nd" || behind == "rd" || behind == "th") {
    add(Symbol::ordinal, value, true);
    add(Symbol::day_th, value, is_day);
  } else if (behind == "s") {
    add(Symbol::decade, value, size == 4 && value % 10 == 0 && value >= 1000 && value < 2200);
    add(Symbol::short_decade, value, size == 2 && value % 10 == 0);
  } else if (behind == "am" || behind == "pm") {
    const std::int64_t hour = value % 12 + (behind == "pm" ? 12 : 0);
    add(Symbol::clock, hour * 60, size <= 2 && value <= 12);
  } else {
    const std::int64_t hour = hour_of_iso(behind);
    add(Symbol::t_hour, value * 100 + hour, is_day && hour >= 0);
  }
}

TimePiece piece_of(std::string_view text, const Word& word, const TimeGrammar& grammar) {
  TimePiece piece;
  piece.span = word.span;
  const std::string_view form = slice(text, word.span);
  piece.span.end = word.span.begin + static_cast<std::uint32_t>(without_possessive(form));
  const bool capital = form.front() >= 'A' && form.front() <= 'Z';
  for (const TimeReading& reading : readings_of(text, word, grammar)) {
    if (!reading.capital || capital) piece.readings.push_back(reading);
  }
  if (is_digit(form.front())) {
    const std::string_view bare = slice(text, piece.span);
    if (std::all_of(bare.begin(), bare.end(), is_digit)) {
      add_whole_number(piece.readings, bare);
    } else {
      add_number_with_letters(piece.readings, bare);
    }
    const std::string_view before = text.substr(0, piece.span.begin);
    const bool decade =
        !piece.readings.empty() && piece.readings.back().symbol == Symbol::short_decade;
    if (decade && before.ends_with('\'')) piece.span.begin -= 1;
    if (decade && (before.ends_with("’") || before.ends_with("‘"))) piece.span.begin -= 3;
  }
  if (is_quarter_name(form)) piece.readings.push_back({Symbol::quarter_name, form[1] - '0'});
  return piece;
}

void add_marks(std::vector<TimePiece>& pieces, std::string_view text, Span gap) {
  const std::string_view bytes = slice(text, gap);
  const auto add = [&](Symbol symbol, std::size_t at, std::size_t size) {
    TimePiece piece;
    piece.span.begin = gap.begin + static_cast<std::uint32_t>(at);
    piece.span.end = piece.span.begin + static_cast<std::uint32_t>(size);
    piece.readings.push_back({symbol, 0});
    pieces.push_back(std::move(piece));
  };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == ',') add(Symbol::comma, i, 1);
    if (c == '-') add(bytes.size() == 1 ? Symbol::hyphen : Symbol::dash, i, 1);
    if (c == '/') add(Symbol::slash, i, 1);
    if (c == ':') add(Symbol::colon, i, 1);
    if (c == '.') add(Symbol::stop, i, 1);
    if (bytes.substr(i).starts_with("–")) {
      add(bytes.size() == 3 ? Symbol::hyphen : Symbol::dash, i, 3);
      i += 2;
    }
  }
}

const TimeReading* find_reading(const TimePiece& piece, Symbol symbol) {
  const auto found = std::find_if(piece.readings.begin(), piece.readings.end(),
                                  [&](const TimeReading& r) { return r.symbol == symbol; });
  return found == piece.readings.end() ? nullptr : &*found;
}

bool touch(const TimePiece& a, const TimePiece& b) {
  return a.span.end == b.span.begin;
}

// "3" "," "000" from piece `at`: the number of pieces that make one number, and its value.
struct Number {
  std::size_t pieces = 0;
  std::int64_t value = 0;
};

Number digits_at(std::string_view text, std::span<const TimePiece> pieces) {
  const TimeReading* first = find_reading(pieces[0], Symbol::number);
  if (first == nullptr) return {};
  Number number{1, first->value};
  if (!is_digit(text[pieces[0].span.begin])) return number;
  const auto follows = [&](Symbol mark) {
    return number.pieces + 1 < pieces.size() &&
           find_reading(pieces[number.pieces], mark) != nullptr &&
           touch(pieces[number.pieces - 1], pieces[number.pieces]) &&
           touch(pieces[number.pieces], pieces[number.pieces + 1]) &&
           is_digit(text[pieces[number.pieces + 1].span.begin]) &&
           find_reading(pieces[number.pieces + 1], Symbol::number) != nullptr;
  };
  while (follows(Symbol::comma) && pieces[number.pieces + 1].span.size() == 3 &&
         number.value < 1'000'000 * one) {
    number.value =
        number.value * 1000 + find_reading(pieces[number.pieces + 1], Symbol::number)->value;
    number.pieces += 2;
  }
  if (follows(Symbol::stop) && pieces[number.pieces + 1].span.size() == 1 &&
      number.value < 1'000'000 * one) {
    number.value += find_reading(pieces[number.pieces + 1], Symbol::number)->value / 10;
    number.pieces += 2;
  }
  return number;
}

// "1/2" of "5 1/2 hours".
bool halves_at(std::string_view text, std::span<const TimePiece> pieces) {
  return pieces.size() >= 3 && slice(text, pieces[0].span) == "1" &&
         slice(text, pieces[1].span) == "/" && slice(text, pieces[2].span) == "2";
}

// "twenty", "twenty-five", "two hundred", "3,000", "2.5".
Number number_at(std::string_view text, std::span<const TimePiece> pieces) {
  Number number = digits_at(text, pieces);
  if (const TimeReading* tens = find_reading(pieces[0], Symbol::tens)) {
    number = {1, tens->value * one};
    const std::size_t next = pieces.size() > 1 && find_reading(pieces[1], Symbol::hyphen) ? 2 : 1;
    const TimeReading* ones =
        next < pieces.size() ? find_reading(pieces[next], Symbol::number) : nullptr;
    if (ones != nullptr && ones->value < 10 * one && !is_digit(text[pieces[next].span.begin]))
      number = {next + 1, number.value + ones->value};
  }
  if (number.pieces == 1 && halves_at(text, pieces.subspan(1))) return {4, number.value + one / 2};
  if (number.pieces == 0 || number.pieces >= pieces.size()) return number;
  const TimeReading* hundred = find_reading(pieces[number.pieces], Symbol::hundred);
  if (hundred != nullptr && number.value < 1000 * one) {
    number.value *= hundred->value;
    ++number.pieces;
  }
  return number;
}

// "nineteen ninety-one".
Number spoken_year_at(std::string_view text, std::span<const TimePiece> pieces) {
  const TimeReading* hundreds = find_reading(pieces[0], Symbol::number);
  if (hundreds == nullptr || is_digit(text[pieces[0].span.begin]) || pieces.size() < 2) return {};
  if (hundreds->value < 15 * one || hundreds->value > 19 * one) return {};
  const bool in_words = !is_digit(text[pieces[1].span.begin]);
  const Number rest = number_at(text, pieces.subspan(1));
  if (!in_words || rest.pieces == 0 || rest.value < 10 * one || rest.value > 99 * one) return {};
  return {rest.pieces + 1, hundreds->value / one * 100 + rest.value / one};
}

void join(std::vector<TimePiece>& joined, std::span<const TimePiece> pieces, TimeReading reading) {
  TimePiece piece;
  piece.span = {pieces.front().span.begin, pieces.back().span.end};
  piece.readings.push_back(reading);
  joined.push_back(std::move(piece));
}

// "p" "." "m": how many pieces, with the full stop behind; 0 for none.
bool is_meridiem(std::string_view text, Span span) {
  return span.end + 2 <= text.size() && span.size() == 1 && text[span.end] == '.' &&
         (text[span.end + 1] == 'm' || text[span.end + 1] == 'M');
}

// "twenty-second": a day of a month.
Number spoken_day_at(std::span<const TimePiece> pieces) {
  const TimeReading* tens = find_reading(pieces[0], Symbol::tens);
  if (tens == nullptr || tens->value > 30 || pieces.size() < 2) return {};
  const std::size_t next = find_reading(pieces[1], Symbol::hyphen) != nullptr ? 2 : 1;
  if (next >= pieces.size()) return {};
  const TimeReading* ones = find_reading(pieces[next], Symbol::ordinal);
  if (ones == nullptr || ones->value > 9 || tens->value + ones->value > 31) return {};
  return {next + 1, tens->value + ones->value};
}

std::vector<TimePiece> with_numbers(std::string_view text, std::span<const TimePiece> pieces) {
  std::vector<TimePiece> joined;
  for (std::size_t i = 0; i < pieces.size();) {
    const std::span<const TimePiece> rest = pieces.subspan(i);
    if (const Number year = spoken_year_at(text, rest); year.pieces > 0) {
      join(joined, rest.first(year.pieces), {Symbol::year_word, year.value});
      i += year.pieces;
      continue;
    }
    if (const Number day = spoken_day_at(rest); day.pieces > 0) {
      join(joined, rest.first(day.pieces), {Symbol::day_th, day.value});
      i += day.pieces;
      continue;
    }
    const Number number = number_at(text, rest);
    if (number.pieces > 1 || (number.pieces == 1 && find_reading(rest[0], Symbol::tens))) {
      join(joined, rest.first(number.pieces), {Symbol::number, number.value});
      i += number.pieces;
      continue;
    }
    joined.push_back(rest[0]);
    ++i;
  }
  return joined;
}

}  // namespace

TimeRun next_time_run(std::string_view text, std::span<const Word> words, std::size_t from,
                      const TimeGrammar& grammar) {
  TimeRun run{from, from};
  bool triggered = false;
  bool abbreviated = false;
  for (std::size_t i = from; i < words.size(); ++i) {
    const std::span<const TimeReading> readings = readings_of(text, words[i], grammar);
    const bool belongs = may_belong(text, words[i], readings);
    if (run.end > run.begin) {
      const Span gap{words[i - 1].span.end, words[i].span.begin};
      if (!belongs || !is_close(slice(text, gap), abbreviated)) {
        if (triggered) return run;
        run = {i, i};
      }
    }
    if (!belongs) continue;
    if (run.end == run.begin) run.begin = i;
    run.end = i + 1;
    abbreviated = is_abbreviation(text, words[i], readings);
    triggered = triggered || is_trigger(text, words[i], readings, grammar);
  }
  return triggered ? run : TimeRun{words.size(), words.size()};
}

std::vector<TimePiece> pieces_of(std::string_view text, std::span<const Word> run,
                                 const TimeGrammar& grammar) {
  std::vector<TimePiece> pieces;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (i > 0) add_marks(pieces, text, {pieces.back().span.end, run[i].span.begin});
    if (i + 1 < run.size() && is_meridiem(text, run[i].span)) {
      TimePiece piece;
      piece.span = {run[i].span.begin, run[i + 1].span.end};
      if (piece.span.end < text.size() && text[piece.span.end] == '.') ++piece.span.end;
      const char c = text[run[i].span.begin];
      piece.readings.push_back({Symbol::meridiem, c == 'p' || c == 'P' ? 12 : 0});
      pieces.push_back(std::move(piece));
      ++i;
      continue;
    }
    pieces.push_back(piece_of(text, run[i], grammar));
  }
  if (grammar.style() == TimeStyle::message) pieces = message_pieces(text, std::move(pieces));
  return with_numbers(text, pieces);
}

}  // namespace twosource
