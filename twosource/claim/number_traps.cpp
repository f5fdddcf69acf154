// Numbers that count nothing. Most of them can be told from the token before or behind: the name of
// a month, "p.m.", a colon, a capitalised noun. Four digits without a comma are a year unless what
// they count follows.
#include "twosource/claim/number_traps.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;

constexpr std::array<std::string_view, 23> months = {
    "january",   "february", "march",    "april",    "may",  "june", "july", "august",
    "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
    "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov"};
constexpr std::array<std::string_view, 8> of_a_day = {"am",  "pm",  "oclock", "gmt",
                                                      "est", "edt", "utc",    "bst"};
constexpr std::array<std::string_view, 4> numbered = {"no", "nos", "number", "numbers"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Traps {
 public:
  Traps(std::string_view text, const TaggedText& tagged, const Numeral& numeral)
      : text_(text), tagged_(tagged), numeral_(numeral) {
    const auto& ends = tagged.sentence_ends;
    const auto sentence = std::upper_bound(ends.begin(), ends.end(), numeral.begin);
    end_ = sentence == ends.end() ? static_cast<std::uint32_t>(tagged.tokens.size()) : *sentence;
    begin_ = sentence == ends.begin() ? 0 : *(sentence - 1);
  }

  [[nodiscard]] bool any() const {
    if (is_pronoun() || is_joined() || is_date() || is_time_of_day()) return true;
    return numeral_.digits && (is_year() || is_name() || is_bare_hour());
  }

 private:
  [[nodiscard]] bool has_before() const { return numeral_.begin > begin_; }
  [[nodiscard]] bool has_behind() const { return numeral_.end < end_; }
  [[nodiscard]] std::string_view raw(std::uint32_t i) const {
    return slice(text_, tagged_.tokens[i].span);
  }
  [[nodiscard]] std::string before() const {
    return has_before() ? fold(numeral_.begin - 1) : std::string();
  }
  [[nodiscard]] std::string behind() const {
    return has_behind() ? fold(numeral_.end) : std::string();
  }
  [[nodiscard]] std::string fold(std::uint32_t i) const {
    std::string word = fold_word(raw(i));
    std::erase(word, '.');
    return word;
  }
  [[nodiscard]] PartOfSpeech part(std::uint32_t i) const {
    return i >= begin_ && i < end_ ? tagged_.tokens[i].part : other;
  }

  // "one of them", "the one": only before a noun it counts.
  [[nodiscard]] bool is_pronoun() const {
    if (numeral_.digits || numeral_.value != 1.0 || numeral_.end > numeral_.begin + 1) return false;
    const std::string prior = before();
    if (prior == "no" || prior == "the" || prior == "this" || prior == "that" || prior == "each")
      return true;
    const PartOfSpeech next = part(numeral_.end);
    return !is_noun(next) && !is_adjective(next) && next != hyph;
  }

  // "COVID-19", "24/7", "9:15", "3-1": joined to what stands before or behind without a space.
  [[nodiscard]] bool is_joined() const {
    const Token& first = tagged_.tokens[numeral_.begin];
    const Token& last = tagged_.tokens[numeral_.end - 1];
    if (has_before() && tagged_.tokens[numeral_.begin - 1].span.end == first.span.begin) {
      const std::string_view sign = raw(numeral_.begin - 1);
      if (sign == "/" || sign == ":" || sign == "#") return true;
      if (sign == "-" && is_part_before(numeral_.begin - 1)) return true;
    }
    if (!has_behind() || tagged_.tokens[numeral_.end].span.begin != last.span.end) return false;
    const std::string_view sign = raw(numeral_.end);
    return sign == "/" || sign == ":";
  }
  // Does a word or a number stand right before the hyphen?
  [[nodiscard]] bool is_part_before(std::uint32_t joint) const {
    return joint > begin_ && tagged_.tokens[joint - 1].span.end == tagged_.tokens[joint].span.begin;
  }

  [[nodiscard]] bool is_month(std::uint32_t i) const {
    const char first = raw(i).front();
    return first >= 'A' && first <= 'Z' && is_one_of(months, fold(i));
  }
  [[nodiscard]] bool is_date() const {
    return (has_before() && is_month(numeral_.begin - 1)) ||
           (has_behind() && numeral_.digits && is_month(numeral_.end));
  }

  [[nodiscard]] bool is_time_of_day() const { return is_one_of(of_a_day, behind()); }

  [[nodiscard]] bool is_year() const {
    constexpr double earliest = 1500.0;
    constexpr double modern = 1900.0;
    constexpr double latest = 2100.0;
    const std::string_view digits = raw(numeral_.begin);
    if (numeral_.end > numeral_.begin + 1 || digits.size() != 4) return false;
    if (numeral_.value < earliest || numeral_.value > latest) return false;
    if (part(numeral_.begin - 1) == dollar) return false;
    return numeral_.value >= modern || part(numeral_.end) != nns;
  }

  // "Flight 93", "No. 10": unless what it counts follows.
  [[nodiscard]] bool is_name() const {
    if (is_one_of(numbered, before())) return true;
    return has_before() && is_proper_noun(part(numeral_.begin - 1)) && part(numeral_.end) != nns &&
           numeral_.end == numeral_.begin + 1;
  }

  // "at 9", "by 5": nothing behind that it could count.
  [[nodiscard]] bool is_bare_hour() const {
    constexpr double last_hour = 24.0;
    const std::string prior = before();
    const bool at = prior == "at" || prior == "until" || prior == "till";
    const PartOfSpeech next = part(numeral_.end);
    return at && numeral_.value <= last_hour && !is_noun(next) && !is_adjective(next) &&
           next != hyph;
  }

  std::string_view text_;
  const TaggedText& tagged_;
  const Numeral& numeral_;
  std::uint32_t begin_ = 0;  // the sentence
  std::uint32_t end_ = 0;
};

}  // namespace

bool is_no_quantity(std::string_view text, const TaggedText& tagged, const Numeral& numeral) {
  return Traps(text, tagged, numeral).any();
}

}  // namespace twosource
