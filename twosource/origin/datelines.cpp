// A dateline says where a report was written and often whose it is:
//
//   SELNE (NWA) — ...            a place, an agency, a dash
//   SELNE, Marenia, May 3 (NWA)  a place with its country and the date
//   (NWA) - ...                  only the agency
//   SELNE, May 3. /NWA/. ...     the agency between strokes, and no dash
//   Selne, 3 mai (NWA) - ...     a month that the language writes small
//   SELNE: ...                   only the place
//
// The reader walks over capitalised words until the parenthesis or the dash; anything else on the
// way means that the line is an ordinary sentence.
#include "twosource/origin/datelines.hpp"

#include <algorithm>
#include <array>

namespace twosource {
namespace {

// "NEW DELHI, India, Aug. 22, 2025 (" has eleven tokens; longer runs of capitals are headlines.
constexpr std::size_t max_place_tokens = 14;
constexpr std::size_t max_credit_tokens = 12;
constexpr std::size_t max_mixed_words = 3;

constexpr std::array<std::string_view, 13> small_place_words = {
    "de", "del", "la", "el", "al", "of", "the", "am", "an", "der", "sur", "les", "upon"};

constexpr std::array<std::string_view, 8> place_marks = {",", ".", "/", "-", "'", "’", "[", "]"};

// Months as they are written small, and how datelines shorten them. They stand behind the day.
constexpr std::array<std::string_view, 62> small_months = {
    // Spanish
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "setiembre", "octubre", "noviembre", "diciembre", "ene", "feb", "abr", "ago", "sep", "oct",
    "nov", "dic",
    // French
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
    // Italian
    "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre",
    "dicembre", "gen", "mag", "giu", "lug", "set", "ott",
    // Portuguese
    "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "novembro",
    "dezembro", "jan", "out", "dez", "jun"};

// Capitalised words before a colon or dash that announce something else than a place.
constexpr std::array<std::string_view, 30> announcements = {
    "highlights", "note",      "update",    "updated",  "watch",     "read",
    "breaking",   "exclusive", "opinion",   "analysis", "explainer", "live",
    "video",      "photo",     "photos",    "image",    "source",    "sources",
    "credit",     "by",        "published", "topics",   "editor",    "editors",
    "summary",    "key",       "related",   "question", "answer",    "here"};

// Capitals in a dateline's parentheses that name a country or a state, not an agency.
constexpr std::array<std::string_view, 12> not_agencies = {"US", "UK", "EU", "UN", "USA", "UAE",
                                                           "NY", "DC", "CA", "TX", "FL",  "PHOTOS"};

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// Walks along the tokens of one line.
class Walk {
 public:
  Walk(std::string_view text, Span line)
      : text_(text),
        tokens_(find_line_tokens(text, {line.begin, std::min(line.end, line.begin + 240)})) {}

  [[nodiscard]] bool done() const { return at_ >= tokens_.size(); }
  [[nodiscard]] std::string_view word(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? slice(text_, tokens_[at_ + ahead].span)
                                        : std::string_view();
  }
  [[nodiscard]] bool is_word(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].word;
  }
  /// A dash that separates: a long one, or a short one with a space before it or another behind it.
  [[nodiscard]] bool at_dash() const {
    const std::string_view mark = word();
    if (mark == "—" || mark == "–" || mark == "―") return true;
    if (mark != "-") return false;
    const std::uint32_t begin = tokens_[at_].span.begin;
    return begin > 0 && (text_[begin - 1] == ' ' || text_[begin - 1] == ')' || word(1) == "-");
  }
  /// The next `count` tokens stand between two strokes.
  [[nodiscard]] bool is_struck(std::size_t count) const {
    return at_ > 0 && slice(text_, tokens_[at_ - 1].span) == "/" && word(count) == "/";
  }
  [[nodiscard]] Span span() const { return tokens_[at_].span; }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] const std::vector<LineToken>& tokens() const { return tokens_; }
  void step(std::size_t count = 1) { at_ += count; }

 private:
  std::string_view text_;
  std::vector<LineToken> tokens_;
  std::size_t at_ = 0;
};

struct Place {
  Span span;
  std::size_t words = 0;
  bool date = false;       ///< a number stands in it
  bool upper = false;      ///< its first word has no small letter
  bool struck = false;     ///< an agency between strokes closes it
  std::string_view first;  ///< its first word
};

/// Takes one token of the place or date. False: an ordinary sentence.
bool take_token(const Walk& walk, Place& place) {
  const std::string_view word = walk.word();
  if (!walk.is_word()) return one_of(place_marks, word);
  const bool number = word.front() >= '0' && word.front() <= '9';
  const bool small = one_of(small_place_words, word) || (place.date && one_of(small_months, word));
  if (number ? place.words == 0 : !starts_upper(word) && !small) return false;
  if (place.words == 0) place = {.span = walk.span(), .upper = is_upper(word), .first = word};
  place.date = place.date || number;
  place.span.end = walk.span().end;
  ++place.words;
  return true;
}

/// Steps over the place and date. Nothing: an ordinary sentence.
std::optional<Place> read_place(std::string_view text, Walk& walk, const AgencyIndex& known,
                                Dateline& dateline) {
  Place place;
  while (!walk.done() && walk.at() < max_place_tokens) {
    // "SELNE--(BUSINESS WIRE)--"
    if (walk.word() == "-" && walk.word(1) == "-" && walk.word(2) == "(") walk.step(2);
    if (walk.word() == "(" || walk.word() == ":" || walk.at_dash()) return place;
    const auto naming = known.match(text, walk.tokens(), walk.at());
    const bool struck = naming && walk.is_struck(naming->tokens);
    if (naming && (struck || !naming->credit_only)) {  // "HARRISBURG, PA —" lies in a state
      dateline.agencies.push_back(naming->agency);     // "BERLIN, dpa — "
      walk.step(naming->tokens);
      if (!struck) continue;
      place.struck = true;
      dateline.span.end = walk.span().end;
      walk.step();
      return place;
    }
    if (!take_token(walk, place)) return std::nullopt;
    walk.step();
  }
  return std::nullopt;
}

/// Steps over "(NWA)" or "(NWA/Xinhua)". False: the parenthesis holds something else.
bool read_credit(std::string_view text, Walk& walk, const AgencyIndex& known, Dateline& dateline) {
  walk.step();
  const std::size_t limit = walk.at() + max_credit_tokens;
  bool found = false;
  while (!walk.done() && walk.at() < limit && walk.word() != ")") {
    if (const auto naming = known.match(text, walk.tokens(), walk.at())) {
      dateline.agencies.push_back(naming->agency);
      walk.step(naming->tokens);
      found = true;
      continue;
    }
    const std::string_view word = walk.word();
    if (walk.is_word() && is_upper(word) && word.size() >= 2 && word.size() <= 6 &&
        !one_of(not_agencies, word)) {
      dateline.unknown.emplace_back(word);
      found = true;
    }
    walk.step();
  }
  if (walk.word() != ")") return false;
  dateline.span.end = walk.span().end;
  walk.step();
  return found;
}

bool is_place_alone(const Place& place, std::string_view next_word, bool colon) {
  if (place.words == 0 || !starts_upper(next_word)) return false;
  if (one_of(announcements, lower_ascii(place.first))) return false;
  if (place.upper && place.first.size() >= 3) return place.words <= 2 * max_mixed_words;
  return place.words <= max_mixed_words && (colon || place.words <= 2);
}

/// What stands behind the place and the date.
struct Closing {
  bool parenthesis = false;
  bool dash = false;  ///< or a colon
  bool colon = false;
};

/// Whether what was read is a dateline, and not the begin of a sentence.
bool is_dateline(const Dateline& dateline, const Place& place, const Closing& closing, Walk& walk) {
  // "NEW DELHI, Aug 22 (IANS) The" has no dash; "The Island Post (ELTA) said" is no dateline.
  const bool opens_report = place.words > 0 && (place.upper || place.date);
  if (!dateline.agencies.empty() && closing.parenthesis && opens_report) return true;
  if (place.struck && place.date) return true;
  if (!closing.dash) return false;
  if (!dateline.agencies.empty()) return true;
  // "Port Safety Board (PSB) - " introduces an abbreviation, "(LONDON) - " is a place.
  if (!dateline.unknown.empty()) return opens_report;
  while (!walk.done() && !walk.is_word()) walk.step();
  return is_place_alone(place, walk.word(), closing.colon);
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view text, Span line, const AgencyIndex& known) {
  Walk walk(text, line);
  Dateline dateline{.span = {line.begin, line.begin},
                    .place = {line.begin, line.begin},
                    .agencies = {},
                    .unknown = {}};
  const std::optional<Place> place = read_place(text, walk, known, dateline);
  if (!place) return std::nullopt;
  if (place->words > 0) dateline.place = place->span;
  const bool parenthesis = walk.word() == "(";
  if (parenthesis && !read_credit(text, walk, known, dateline)) return std::nullopt;
  const bool colon = walk.word() == ":";
  const bool closed = colon || walk.at_dash();
  if (closed) {
    dateline.span.end = walk.span().end;
    walk.step();
    while (walk.word() == "-") walk.step();
  }
  const Closing closing{.parenthesis = parenthesis, .dash = closed, .colon = colon};
  return is_dateline(dateline, *place, closing, walk) ? std::optional(dateline) : std::nullopt;
}

}  // namespace twosource
