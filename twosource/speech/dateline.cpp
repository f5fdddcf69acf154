// Where was the report written?
//
// A dateline is a run of names, capitals, numbers and commas with a dash behind it, or a colon, or
// the agency in brackets:
//
//     SELNE, Norvia, June 3 (NWA) — The bridge ...       capitals before a dash
//     New Varn, Aug. 23 (NWA) Foreign Minister ...       a month and an agency
//     PORT VARN: The bridge ...                          a place before a colon
//
// "NATO - an alliance" has no such end: its dash is preceded by nothing but a name in capitals that
// goes on in lower case, so a dash counts only behind four capitals or an agency.
#include "twosource/speech/dateline.hpp"

#include <algorithm>
#include <array>

#include "twosource/base/span.hpp"

namespace twosource {
namespace {

constexpr std::size_t longest = 24;

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return word.size() >= 3 &&
         std::find(months.begin(), months.end(), word.substr(0, 3)) != months.end();
}

bool is_capital_word(const SpeechToken& token) {
  return token.shape == capital_shape || token.shape == capitals_shape ||
         token.shape == mixed_shape;
}

// What a run of names and numbers has shown so far.
struct Opening {
  bool capitals = false;      // a word of four capitals or more
  bool only_capitals = true;  // no other word
  bool month = false;
};

class DatelineReader {
 public:
  DatelineReader(const SpeechUnit& unit, std::string_view text)
      : tokens_(unit.tokens), text_(text) {}

  std::size_t read(bool starts_with_place) {
    const std::size_t limit = std::min(tokens_.size(), longest);
    for (std::size_t i = 0; i < limit; ++i) {
      if (is_dash(i)) return seen_.capitals ? i + 1 : 0;
      if (is(i, ":")) return starts_with_place && seen_.only_capitals && seen_.capitals ? i + 1 : 0;
      if (is(i, "(")) return behind_agency(i);
      if (!goes_on(i)) return 0;
    }
    return 0;
  }

 private:
  // "(NWA) - ", "(NWA): ", and "(NWA) " behind a date.
  [[nodiscard]] std::size_t behind_agency(std::size_t bracket) const {
    const std::size_t end = bracket + 3;
    if (end >= tokens_.size() || !is_capital_word(tokens_[bracket + 1]) || !is(bracket + 2, ")"))
      return 0;
    if (is_dash(end) || is(end, ":")) return end + 1;
    return seen_.month ? end : 0;
  }

  [[nodiscard]] bool is(std::size_t i, std::string_view form) const {
    return slice(text_, tokens_[i].span) == form;
  }

  [[nodiscard]] bool is_dash(std::size_t i) const {
    const bool dash = is(i, "-") || is(i, "--") || is(i, "–") || is(i, "—");
    return dash && i > 0 && tokens_[i - 1].span.end < tokens_[i].span.begin;
  }

  // A name, a number or a mark between them.
  bool goes_on(std::size_t i) {
    const SpeechToken& token = tokens_[i];
    if (token.quote != QuoteState::outside) return false;
    if (token.shape == number_shape || is(i, ",") || is(i, ".") || is(i, "/")) return true;
    if (!is_capital_word(token)) return false;
    constexpr std::size_t long_word = 4;
    const bool month = is_month(slice(text_, token.span));
    seen_.month = seen_.month || month;
    seen_.capitals =
        seen_.capitals || (token.shape == capitals_shape && token.span.size() >= long_word);
    seen_.only_capitals = seen_.only_capitals && (month || token.shape == capitals_shape);
    return true;
  }

  const std::vector<SpeechToken>& tokens_;
  std::string_view text_;
  Opening seen_;
};

}  // namespace

std::size_t dateline_tokens(const SpeechUnit& unit, std::string_view text, bool starts_with_place) {
  return DatelineReader(unit, text).read(starts_with_place);
}

}  // namespace twosource
