// Reading dates.
//
// A date is cut into tokens (numbers, words, marks), and the tokens are read by a small grammar:
//
//   "Sunday, May 4, 2031, 10:20 a.m. +02:00"
//    word  ,  word 4 , 2031 , 10 : 20 word + 02 : 00
//
//   date = iso | day month year | month day year | numbers with dots | numbers with slashes
//   time = hour ":" minute [":" second ["." fraction]] [am | pm]
//   zone = "Z" | name | ("+" | "-") hours [":"] minutes
//
// What the grammar does not use up makes the whole text no date: a wrong time of publication turns
// the direction of copying round, no date only leaves it open.
#include "twosource/read/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace twosource {
namespace {

namespace chrono = std::chrono;

// The first newspaper appeared in 1605; four digits end at 9999, but no article is from there.
constexpr int first_year = 1605;
constexpr int last_year = 2999;

// Between these, ten digits are seconds since 1970 (2001 to 2286); thirteen are milliseconds.
constexpr std::size_t second_digits = 10;
constexpr std::size_t millisecond_digits = 13;

constexpr std::size_t max_text = 100;  // the longest form in use has about 60 bytes

enum class TokenKind { number, word, mark };

struct Token {
  TokenKind kind = TokenKind::mark;
  std::string text;     // lower case
  bool spaced = false;  // white space stands before it
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) >= 0x80);
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

TokenKind kind_of(char c) {
  if (is_digit(c)) return TokenKind::number;
  return is_letter(c) ? TokenKind::word : TokenKind::mark;
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  bool spaced = false;
  for (std::size_t i = 0; i < text.size();) {
    if (is_blank(text[i])) {
      spaced = true;
      ++i;
      continue;
    }
    Token token{kind_of(text[i]), {}, spaced};
    do {
      token.text += lower(text[i++]);
    } while (i < text.size() && token.kind != TokenKind::mark && !is_blank(text[i]) &&
             kind_of(text[i]) == token.kind);
    tokens.push_back(std::move(token));
    spaced = false;
  }
  return tokens;
}

using NamedNumber = std::pair<std::string_view, int>;

// Months in English, German, French, Spanish, Italian, Dutch and Portuguese; a short form counts
// where it is one of the usual ones. No word stands for two months in two of them.
constexpr auto months = std::to_array<NamedNumber>({
    {"january", 1},   {"jan", 1},       {"januar", 1},     {"jänner", 1},     {"janvier", 1},
    {"enero", 1},     {"gennaio", 1},   {"januari", 1},    {"janeiro", 1},    {"february", 2},
    {"feb", 2},       {"februar", 2},   {"février", 2},    {"febrero", 2},    {"febbraio", 2},
    {"februari", 2},  {"fevereiro", 2}, {"march", 3},      {"mar", 3},        {"märz", 3},
    {"mars", 3},      {"marzo", 3},     {"maart", 3},      {"março", 3},      {"april", 4},
    {"apr", 4},       {"avril", 4},     {"abril", 4},      {"aprile", 4},     {"may", 5},
    {"mai", 5},       {"mayo", 5},      {"maggio", 5},     {"mei", 5},        {"maio", 5},
    {"june", 6},      {"jun", 6},       {"juni", 6},       {"juin", 6},       {"junio", 6},
    {"giugno", 6},    {"junho", 6},     {"july", 7},       {"jul", 7},        {"juli", 7},
    {"juillet", 7},   {"julio", 7},     {"luglio", 7},     {"julho", 7},      {"august", 8},
    {"aug", 8},       {"août", 8},      {"agosto", 8},     {"augustus", 8},   {"september", 9},
    {"sep", 9},       {"sept", 9},      {"septembre", 9},  {"septiembre", 9}, {"settembre", 9},
    {"setembro", 9},  {"october", 10},  {"oct", 10},       {"oktober", 10},   {"okt", 10},
    {"octobre", 10},  {"octubre", 10},  {"ottobre", 10},   {"outubro", 10},   {"november", 11},
    {"nov", 11},      {"novembre", 11}, {"noviembre", 11}, {"novembro", 11},  {"december", 12},
    {"dec", 12},      {"dezember", 12}, {"dez", 12},       {"décembre", 12},  {"diciembre", 12},
    {"dicembre", 12}, {"dezembro", 12},
});

// Zones whose name means one thing everywhere in the news, in minutes east of Greenwich. "IST" and
// "AST" mean several, "ET" two: with them the time of day is given up.
constexpr auto zones = std::to_array<NamedNumber>({
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"ut", 0},     {"est", -300}, {"edt", -240},
    {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"bst", 60},
    {"wet", 0},    {"west", 60},  {"cet", 60},   {"cest", 120}, {"mez", 60},   {"mesz", 120},
    {"eet", 120},  {"eest", 180}, {"msk", 180},  {"aest", 600}, {"aedt", 660}, {"nzst", 720},
    {"nzdt", 780}, {"jst", 540},  {"hkt", 480},  {"sgt", 480},
});

constexpr auto weekdays = std::to_array<std::string_view>(
    {"monday",  "tuesday",  "wednesday", "thursday", "friday",   "saturday", "sunday",
     "mon",     "tue",      "tues",      "wed",      "thu",      "thur",     "thurs",
     "fri",     "sat",      "sun",       "montag",   "dienstag", "mittwoch", "donnerstag",
     "freitag", "samstag",  "sonnabend", "sonntag",  "lundi",    "mardi",    "mercredi",
     "jeudi",   "vendredi", "samedi",    "dimanche", "lunes",    "martes",   "miércoles",
     "jueves",  "viernes",  "sábado",    "domingo"});

constexpr auto labels = std::to_array<std::string_view>(
    {"published", "updated", "posted", "last", "first", "modified", "on", "at", "date", "created",
     "veröffentlicht", "stand", "am", "vom", "the", "um", "issued", "release"});

// May stand between the parts of a date: "May 4, 2031 at 10:20", "4 de mayo de 2031".
constexpr auto fillers =
    std::to_array<std::string_view>({"at", "um", "de", "del", "of", "à", "kl"});

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t n>
std::optional<int> value_of(const std::array<NamedNumber, n>& names, std::string_view word) {
  for (const NamedNumber& entry : names) {
    if (entry.first == word) return entry.second;
  }
  return std::nullopt;
}

struct Clock {
  int seconds = 0;  // since midnight
  bool has_seconds = false;
};

// Reads tokens from left to right; every take_ either takes all of its form or nothing.
class DateReader {
 public:
  explicit DateReader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::optional<Published> read(DateSource source) {
    skip_labels();
    const std::optional<chrono::year_month_day> day = take_date();
    if (!day || !day->ok()) return std::nullopt;
    const std::int64_t midnight =
        std::int64_t{chrono::sys_days(*day).time_since_epoch().count()} * 86400;
    skip_separators();
    if (done()) return Published{midnight, DatePrecision::day, source};
    const std::optional<Clock> clock = take_clock();
    if (!clock) return std::nullopt;
    const std::optional<int> zone = take_zone();
    if (!done()) return std::nullopt;
    if (!zone) return Published{midnight, DatePrecision::day, source};
    return Published{midnight + clock->seconds - std::int64_t{*zone} * 60,
                     clock->has_seconds ? DatePrecision::second : DatePrecision::minute, source};
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= tokens_.size(); }
  [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  [[nodiscard]] bool is_mark(std::string_view marks, std::size_t ahead = 0) const {
    const Token* token = peek(ahead);
    return token != nullptr && token->kind == TokenKind::mark &&
           marks.find(token->text) != std::string_view::npos;
  }
  [[nodiscard]] bool is_number(std::size_t least, std::size_t most, std::size_t ahead = 0) const {
    const Token* token = peek(ahead);
    return token != nullptr && token->kind == TokenKind::number && token->text.size() >= least &&
           token->text.size() <= most;
  }
  [[nodiscard]] std::string_view word(std::size_t ahead = 0) const {
    const Token* token = peek(ahead);
    return token != nullptr && token->kind == TokenKind::word ? std::string_view(token->text)
                                                              : std::string_view();
  }
  // The token `ahead` must be a number of at most nine digits.
  [[nodiscard]] int number(std::size_t ahead = 0) const {
    return digits(tokens_[at_ + ahead].text);
  }
  static int digits(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  void skip_labels() {
    while (contains(labels, word()) || contains(weekdays, word()) || is_mark(":,.|")) ++at_;
  }
  void skip_separators() {
    while (is_mark(",-|") || contains(fillers, word()) || contains(weekdays, word()) ||
           (word() == "t" && is_number(1, 6, 1))) {
      ++at_;
    }
  }
  // "4 de mayo de 2031", "May 4, 2031", "4. Mai 2031", "04-May-2031"
  void skip_inside_date() {
    while (is_mark(",.-") || word() == "de" || word() == "of") ++at_;
  }

  static std::optional<chrono::year_month_day> make_day(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || day < 1) return std::nullopt;
    return chrono::year_month_day(chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                  chrono::day(static_cast<unsigned>(day)));
  }

  std::optional<chrono::year_month_day> take_date() {
    if (is_number(8, 8)) return take_digits_date();
    if (is_number(4, 4)) return take_year_first();
    if (is_number(1, 2) && (is_mark("./", 1) && is_number(1, 2, 2))) return take_day_numbers();
    return take_written();
  }

  std::optional<chrono::year_month_day> take_digits_date() {
    const std::string_view text = tokens_[at_++].text;
    return make_day(digits(text.substr(0, 4)), digits(text.substr(4, 2)), digits(text.substr(6)));
  }

  std::optional<chrono::year_month_day> take_year_first() {
    if (!is_mark("-/.", 1) || !is_number(1, 2, 2) || !is_mark("-/.", 3) || !is_number(1, 2, 4)) {
      return std::nullopt;
    }
    if (tokens_[at_ + 1].text != tokens_[at_ + 3].text) return std::nullopt;
    const int year = number();
    const int month = number(2);
    const int day = number(4);
    at_ += 5;
    return make_day(year, month, day);
  }

  // "04.05.2031" has the day first wherever dots are used; "25/12/2031" can be only one thing.
  std::optional<chrono::year_month_day> take_day_numbers() {
    const bool dots = is_mark(".", 1) && is_mark(".", 3);
    const bool slashes = is_mark("/", 1) && is_mark("/", 3);
    if ((!dots && !slashes) || !is_number(4, 4, 4)) return std::nullopt;
    const int first = number();
    const int second = number(2);
    const int year = number(4);
    at_ += 5;
    if (dots || first == second || first > 12) return make_day(year, second, first);
    if (second > 12) return make_day(year, first, second);
    return std::nullopt;
  }

  std::optional<chrono::year_month_day> take_written() {
    std::optional<int> day;
    if (is_number(1, 2)) {
      day = take_day_of_month();
      skip_inside_date();
    }
    const std::optional<int> month = value_of(months, word());
    if (!month) return std::nullopt;
    ++at_;
    skip_inside_date();
    if (!day) {
      if (!is_number(1, 2)) return std::nullopt;
      day = take_day_of_month();
      skip_inside_date();
    }
    if (!is_number(4, 4)) return std::nullopt;
    const int year = number();
    ++at_;
    return make_day(year, *month, *day);
  }

  // "4", "4th", "1er"
  int take_day_of_month() {
    const int day = number();
    ++at_;
    constexpr auto endings = std::to_array<std::string_view>({"st", "nd", "rd", "th", "er", "º"});
    if (contains(endings, word()) && !tokens_[at_].spaced) ++at_;
    return day;
  }

  std::optional<Clock> take_clock() {
    if (is_number(6, 6)) return take_digits_clock();
    if (!is_number(1, 2)) return std::nullopt;
    int hour = number();
    int minute = 0;
    int second = 0;
    Clock clock;
    ++at_;
    // "10:20", "10.20 Uhr", "10h20"
    const bool parted = is_mark(":.") || word() == "h";
    if (parted && is_number(2, 2, 1)) {
      minute = number(1);
      at_ += 2;
      if (is_mark(":") && is_number(2, 2, 1)) {
        second = number(1);
        clock.has_seconds = true;
        at_ += 2;
        if (is_mark(".,") && is_number(1, 9, 1)) at_ += 2;
      }
    } else if (half_of_day(0) == 0) {
      return std::nullopt;  // a lone number is no time of day, unless "10 a.m."
    }
    if (!take_half_of_day(hour)) return std::nullopt;
    if (word() == "uhr" || word() == "hrs") ++at_;
    if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
    clock.seconds = hour * 3600 + minute * 60 + std::min(second, 59);
    return clock;
  }

  std::optional<Clock> take_digits_clock() {
    const std::string_view text = tokens_[at_++].text;
    const int hour = digits(text.substr(0, 2));
    const int minute = digits(text.substr(2, 2));
    const int second = digits(text.substr(4));
    if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
    return Clock{hour * 3600 + minute * 60 + std::min(second, 59), true};
  }

  // The number of tokens of "am", "p.m.", "a.m"; 0 for none.
  [[nodiscard]] std::size_t half_of_day(std::size_t ahead) const {
    if (word(ahead) == "am" || word(ahead) == "pm") return 1;
    if ((word(ahead) == "a" || word(ahead) == "p") && is_mark(".", ahead + 1) &&
        word(ahead + 2) == "m") {
      return is_mark(".", ahead + 3) ? 4 : 3;
    }
    return 0;
  }

  bool take_half_of_day(int& hour) {
    const std::size_t tokens = half_of_day(0);
    if (tokens == 0) return true;
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (word().starts_with('p') ? 12 : 0);
    at_ += tokens;
    return true;
  }

  // Minutes east of Greenwich; 0 where the text ends before a zone, none for a zone unknown here.
  std::optional<int> take_zone() {
    while (is_mark(",(")) ++at_;
    if (done()) return 0;
    std::optional<int> zone;
    if (!word().empty()) {
      zone = value_of(zones, word());
      ++at_;
      if (zone && is_mark("+-")) zone = take_offset();  // "GMT+02:00"
    } else {
      zone = take_offset();
    }
    if (is_mark("(") && !word(1).empty()) at_ += 2;  // "+0200 (CEST)"
    while (is_mark(").")) ++at_;
    return zone;
  }

  std::optional<int> take_offset() {
    if (!is_mark("+-")) return std::nullopt;
    const int sign = is_mark("-") ? -1 : 1;
    int hours = 0;
    int minutes = 0;
    if (is_number(4, 4, 1)) {
      hours = number(1) / 100;
      minutes = number(1) % 100;
      at_ += 2;
    } else if (is_number(1, 2, 1)) {
      hours = number(1);
      at_ += 2;
      if (is_mark(":") && is_number(2, 2, 1)) {
        minutes = number(1);
        at_ += 2;
      }
    } else {
      return std::nullopt;
    }
    if (hours > 14 || minutes > 59) return std::nullopt;
    return sign * (hours * 60 + minutes);
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

std::optional<Published> seconds_since_1970(std::string_view text, DateSource source) {
  if (text.size() != second_digits && text.size() != millisecond_digits) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  if (text.size() == millisecond_digits) value /= 1000;
  return Published{value, DatePrecision::second, source};
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<Published> parse_date(std::string_view text, DateSource source) {
  text = trim(text);
  if (text.empty() || text.size() > max_text) return std::nullopt;
  if (std::all_of(text.begin(), text.end(), is_digit) && text.size() >= second_digits) {
    return seconds_since_1970(text, source);
  }
  return DateReader(tokenize(text)).read(source);
}

std::optional<Published> date_of_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  for (std::size_t i = 0; i + 10 < url.size(); ++i) {
    const char part = url[i + 5];
    if (url[i] != '/' || (part != '/' && part != '-') || url[i + 8] != part) continue;
    const std::string_view day = url.substr(i + 1, 10);
    const bool ends = i + 11 == url.size() || !is_digit(url[i + 11]);
    const std::string digits =
        std::string(day.substr(0, 4)) + std::string(day.substr(5, 2)) + std::string(day.substr(8));
    if (!ends || !std::all_of(digits.begin(), digits.end(), is_digit)) continue;
    std::optional<Published> published = parse_date(digits, DateSource::url);
    if (published) return published;
  }
  return std::nullopt;
}

}  // namespace twosource
