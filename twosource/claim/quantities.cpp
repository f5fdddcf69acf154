// Which numbers does a text give, and what do they leave open?
//
//     at least 12 people        12 to infinity, people
//     nearly $3.4 million       2.72 to 3.4 million, USD
//     a 30-mile march           40.2 to 56.3 km: the zero may come from rounding
//
// Around a numeral (text/numerals.hpp) stand its hedge, its unit and what it counts. From how it is
// said follows which values are meant: two reporters who write "12,000" and "11,870" of one crowd
// do not contradict each other, and neither do "about 30 miles" and "50 km". So a quantity is an
// interval in a unit of comparison, and two can both be true where their intervals meet.
#include "twosource/claim/quantities.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "twosource/claim/hedges.hpp"
#include "twosource/claim/lemmas.hpp"
#include "twosource/claim/measures.hpp"
#include "twosource/claim/number_traps.hpp"
#include "twosource/text/numerals.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double exact_below = 100.0;  // counts
constexpr double about_share = 0.2;
constexpr std::string_view age_unit = "years old";

struct Interval {
  double low = 0.0;
  double high = 0.0;
};

// What the digits leave open.
Interval rounded(const Numeral& numeral, const Measure& measure) {
  if (numeral.low < numeral.high) return {numeral.low, numeral.high};
  const bool count = measure.unit.empty() || measure.unit == age_unit;
  const bool share = measure.unit == "%" || measure.unit == "point";
  const bool money = measure.unit.size() == 3;  // ISO 4217
  double step = numeral.zeros;
  if (share || ((count || money) && numeral.value < exact_below)) step = numeral.step;
  if (count && numeral.value < exact_below && step == 1.0) step = 0.0;
  const bool whole = step > 1.0 && (count || money);
  return {numeral.value - step / 2.0, numeral.value + step / 2.0 - (whole ? 1.0 : 0.0)};
}

Interval hedged(const Numeral& numeral, const Measure& measure, Hedge hedge) {
  Interval open = rounded(numeral, measure);
  const double value = numeral.vague ? open.low : numeral.value;
  const bool exact = open.low == open.high && measure.unit.empty();
  switch (hedge) {
    case Hedge::none:
    case Hedge::range:
      return open;
    case Hedge::about:
      return {std::min(open.low, value * (1.0 - about_share)),
              std::max(open.high, numeral.value * (1.0 + about_share))};
    case Hedge::nearly:
      return {std::min(open.low, value * (1.0 - about_share)), numeral.value};
    case Hedge::at_least:
      return {value, infinite};
    case Hedge::more_than:
      return {exact ? value + 1.0 : value, infinite};
    case Hedge::at_most:
      return {0.0, open.high};
    case Hedge::less_than:
      return {0.0, exact ? numeral.value - 1.0 : numeral.value};
  }
  return open;
}

class Finder {
 public:
  Finder(std::string_view text, const TaggedText& tagged, std::uint32_t begin, std::uint32_t end)
      : text_(text), tagged_(tagged), begin_(begin), end_(end) {}

  std::vector<Quantity> find() {
    for (std::uint32_t i = begin_; i < end_;) {
      const auto numeral = read_at(i);
      if (!numeral) {
        ++i;
        continue;
      }
      i = numeral->end;
      if (is_part_of_name(*numeral) || is_no_quantity(text_, tagged_, *numeral)) continue;
      i = std::max(i, add(*numeral));
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] PartOfSpeech part(std::uint32_t i) const {
    return i >= begin_ && i < end_ ? tagged_.tokens[i].part : other;
  }
  [[nodiscard]] std::string word(std::uint32_t i) const {
    if (i < begin_ || i >= end_) return {};
    return fold_word(slice(text_, tagged_.tokens[i].span));
  }
  [[nodiscard]] std::uint64_t lemma(std::uint32_t i) const {
    if (i < begin_ || i >= end_) return 0;
    return lemma_hash(slice(text_, tagged_.tokens[i].span), part(i));
  }
  [[nodiscard]] bool is_joint(std::uint32_t i) const {
    if (i < begin_ || i >= end_) return false;
    const std::string_view sign = slice(text_, tagged_.tokens[i].span);
    return sign == "-" || sign == "–" || sign == "‑";
  }

  // --- the number -----------------------------------------------------------------------------

  [[nodiscard]] std::optional<Numeral> read_at(std::uint32_t i) const {
    if (auto fraction = read_fraction(i)) return fraction;
    return read_numeral(text_, tagged_, i, end_);
  }

  // "half of", "two-thirds", "a quarter of": in per cent.
  [[nodiscard]] std::optional<Numeral> read_fraction(std::uint32_t i) const {
    constexpr double all = 100.0;
    if (word(i) == "half") return read_half(i);
    double times = 1.0;
    std::uint32_t at = i + 1;
    const std::string first = word(i);
    if (first != "a") {
      const auto numerator = read_numeral(text_, tagged_, i, std::min(end_, i + 1));
      if (!numerator || numerator->digits || numerator->vague) return std::nullopt;
      times = numerator->value;
      if (is_joint(at)) ++at;
    }
    const double parts = parts_named(word(at), times > 1.0);
    if (parts == 0.0 || times >= parts || (times == 1.0 && word(at + 1) != "of"))
      return std::nullopt;
    return share_of({i, at + 1}, all * times / parts);
  }
  [[nodiscard]] std::optional<Numeral> read_half(std::uint32_t i) const {
    constexpr double half = 50.0;
    const PartOfSpeech prior = part(i - 1);
    const std::string next = word(i + 1);
    const bool of_all = next == "of" || next == "the" || next == "its" || next == "their";
    // "the second half of"
    if (!of_all || is_adjective(prior) || prior == dt || prior == cd) return std::nullopt;
    return share_of({i, i + 1}, half);
  }
  [[nodiscard]] static double parts_named(std::string_view name, bool plural) {
    if (name == (plural ? "thirds" : "third")) return 3.0;
    if (name == (plural ? "quarters" : "quarter")) return 4.0;
    if (name == (plural ? "fifths" : "fifth")) return 5.0;
    if (name == (plural ? "tenths" : "tenth")) return 10.0;
    return 0.0;
  }
  struct Tokens {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  // Who says "half" does not mean 50.0 per cent.
  [[nodiscard]] Numeral share_of(Tokens tokens, double percent) const {
    constexpr double step = 5.0;
    Numeral numeral;
    numeral.begin = tokens.begin;
    numeral.end = tokens.end;
    numeral.value = numeral.low = numeral.high = percent;
    numeral.step = numeral.zeros = step;
    return numeral;
  }
  [[nodiscard]] bool is_fraction(const Numeral& numeral) const {
    const std::string last = word(numeral.end - 1);
    return last == "half" ? numeral.end == numeral.begin + 1
                          : parts_named(last, true) + parts_named(last, false) > 0.0;
  }

  // A number word inside a name: "Nine Network", "Seven Hills".
  [[nodiscard]] bool is_part_of_name(const Numeral& numeral) const {
    const auto name = std::partition_point(
        tagged_.names.begin(), tagged_.names.end(),
        [&](const NameMention& mention) { return mention.end <= numeral.begin; });
    return name != tagged_.names.end() && name->begin <= numeral.begin &&
           name->end >= numeral.end && name->end > name->begin + 1;
  }

  // --- what stands around it ------------------------------------------------------------------

  // What is read of a quantity.
  struct Reading {
    Numeral numeral;
    std::optional<Numeral> upper;  // of a range
    Measure measure;
    std::uint32_t begin = 0;  // of the number with its sign
    std::uint32_t end = 0;    // behind number and unit
    bool joined = false;      // the unit by a hyphen: "30-mile"
  };

  // Returns the token behind it.
  std::uint32_t add(const Numeral& numeral) {
    Reading reading;
    reading.numeral = numeral;
    reading.begin = numeral.begin;
    reading.end = numeral.end;
    if (is_fraction(numeral)) reading.measure.unit = "%";
    read_sign(reading);
    read_measure(reading);
    read_range(reading);
    read_age(reading);
    const bool score = is_joint(reading.end) && numeral.digits && part(reading.end + 1) == cd;
    if (score) return reading.end + 2;
    Quantity made;
    std::uint32_t begin = reading.begin;
    std::uint32_t end = reading.end;
    made.hedge = read_hedge(reading, begin, end);
    made.number = span_of({reading.begin, reading.end});
    read_counted(reading, end, made);
    if (made.hedge == Hedge::none) {
      const FoundHedge later = hedge_behind(tagged_, end, end_);
      made.hedge = later.hedge;
      end += later.tokens;
    }
    if (reading.upper) made.hedge = Hedge::range;
    made.span = span_of({begin, end});
    set_values(reading, made);
    found_.push_back(made);
    return end;
  }

  [[nodiscard]] Span span_of(Tokens tokens) const {
    return {tagged_.tokens[tokens.begin].span.begin, tagged_.tokens[tokens.end - 1].span.end};
  }

  static void set_values(const Reading& reading, Quantity& made) {
    const Measure& measure = reading.measure;
    Interval open = hedged(reading.numeral, measure, made.hedge);
    double value = reading.numeral.value;
    if (reading.upper) {
      open.high = hedged(*reading.upper, measure, Hedge::none).high;
      value = (value + reading.upper->value) / 2.0;
    }
    const auto convert = [&](double x) { return x * measure.factor + measure.offset; };
    made.value = convert(value);
    made.low = convert(open.low);
    made.high = convert(open.high);
    made.unit = measure.unit;
  }

  // "$", "€" before the number.
  void read_sign(Reading& reading) const {
    if (reading.begin == begin_) return;
    const std::uint32_t sign = reading.begin - 1;
    const bool touches = tagged_.tokens[sign].span.end == tagged_.tokens[reading.begin].span.begin;
    const bool is_letter = is_noun(part(sign)) || is_verb(part(sign));
    if (!touches || is_letter || is_joint(sign)) return;
    const Measure measure = find_measure(lemma(sign), 0).measure;
    if (measure.unit.empty()) return;
    reading.measure = measure;
    reading.begin = sign;
    // "US$": one sign.
    const bool country =
        sign > begin_ && tagged_.tokens[sign - 1].span.end == tagged_.tokens[sign].span.begin;
    if (country && is_noun(part(sign - 1))) reading.begin = sign - 1;
  }

  void read_measure(Reading& reading) const {
    std::uint32_t at = reading.end;
    const bool joined = is_joint(at) && !is_number(at + 1);
    if (joined) ++at;
    if (!reading.measure.unit.empty()) return;
    // "30 of the kilometres": only right behind it.
    const FoundMeasure found = find_measure(lemma(at), lemma(at + 1));
    if (found.measure.unit.empty()) return;
    reading.measure = found.measure;
    reading.end = at + (found.pair ? 2 : 1);
    reading.joined = joined;
  }

  [[nodiscard]] bool is_number(std::uint32_t i) const {
    return read_numeral(text_, tagged_, i, end_).has_value();
  }

  // "10 to 15", "between 10 and 15", "10-15".
  void read_range(Reading& reading) const {
    const std::uint32_t at = reading.end;
    const std::string prior = word(reading.begin - 1);
    const bool between = prior == "between" && word(at) == "and";
    const bool to_word = word(at) == "to" && prior != "from";
    if (!between && !to_word && !is_joint(at)) return;
    std::uint32_t next = at + 1;
    const bool sign = part(next) == dollar;
    if (sign) ++next;
    const auto upper = read_numeral(text_, tagged_, next, end_);
    if (!upper || upper->vague) return;
    reading.numeral = scaled_like(reading.numeral, *upper);
    if (reading.numeral.value >= upper->value) return;
    Reading behind;
    behind.begin = next;
    behind.end = upper->end;
    read_measure(behind);
    if (is_joint(at) && behind.measure.unit.empty() && !is_noun(part(upper->end))) return;
    if (reading.measure.unit.empty()) reading.measure = behind.measure;
    reading.upper = upper;
    reading.end = behind.end;
  }

  // "10 to 15 million": of both.
  [[nodiscard]] static Numeral scaled_like(Numeral lower, const Numeral& upper) {
    constexpr double thousand = 1000.0;
    const bool scaled = upper.step >= thousand && upper.end > upper.begin + 1;
    if (!scaled || lower.value >= thousand || lower.end > lower.begin + 1) return lower;
    for (double* value : {&lower.value, &lower.low, &lower.high, &lower.step, &lower.zeros})
      *value *= upper.step;
    return lower;
  }

  // "12-year-old", "12 years old"; "aged 12"; ", 43,".
  void read_age(Reading& reading) const {
    constexpr double oldest = 120.0;
    const bool years = reading.measure.unit == "year" || reading.measure.unit == "h";
    std::uint32_t at = reading.end;
    if (is_joint(at)) ++at;
    if (years && word(at) == "old") {
      if (reading.measure.unit == "h") reading.measure.factor /= 24.0 * 365.25;
      reading.measure.unit = age_unit;
      reading.end = at + 1;
      return;
    }
    if (!reading.measure.unit.empty() || !reading.numeral.digits) return;
    const bool aged = word(reading.begin - 1) == "aged";
    const bool apposed = part(reading.begin - 1) == comma && part(reading.end) == comma &&
                         reading.begin > begin_ + 1 && is_capital(reading.begin - 2);
    if ((aged || apposed) && reading.numeral.value < oldest) reading.measure.unit = age_unit;
  }

  [[nodiscard]] bool is_capital(std::uint32_t i) const {
    const char first = text_[tagged_.tokens[i].span.begin];
    return first >= 'A' && first <= 'Z';
  }

  Hedge read_hedge(const Reading& reading, std::uint32_t& begin, std::uint32_t& end) const {
    const FoundHedge before = hedge_before(tagged_, begin_, reading.begin);
    begin -= before.tokens;
    if (before.hedge != Hedge::none) return before.hedge;
    const FoundHedge behind = hedge_behind(tagged_, reading.end, end_);
    end += behind.tokens;
    return behind.hedge;
  }

  // --- what is counted ------------------------------------------------------------------------

  void read_counted(const Reading& reading, std::uint32_t& end, Quantity& made) const {
    const bool measured = !reading.measure.unit.empty();
    std::uint32_t at = end;
    const bool of = word(at) == "of";
    if (of) ++at;
    if (measured && !of && !reading.joined) return;
    if (reading.measure.unit == age_unit) return;
    while (is_between(at, of)) ++at;
    if (!is_noun(part(at))) {
      read_state(of ? end : at, end, made);
      return;
    }
    while (is_noun(part(at + 1)) && (part(at) != nns || part(at + 1) == nns)) ++at;
    made.counted = lemma(at);
    end = at + 1;
  }

  // Words between a number and what it counts: "more", "wounded", "of the".
  [[nodiscard]] bool is_between(std::uint32_t at, bool of) const {
    const PartOfSpeech p = part(at);
    if (p == dt || p == prps) return of;
    if (p == hyph || p == cd) return p == hyph;
    if (is_verb(p))
      return p != vbz && p != vbp && (is_noun(part(at + 1)) || is_adjective(part(at + 1)));
    return is_adjective(p) && (is_noun(part(at + 1)) || is_adjective(part(at + 1)) ||
                               part(at + 1) == vbn || part(at + 1) == hyph);
  }

  // "12 dead", "40 injured".
  void read_state(std::uint32_t at, std::uint32_t& end, Quantity& made) const {
    const PartOfSpeech p = part(at);
    if (!made.unit.empty() || (!is_adjective(p) && p != vbn)) return;
    made.counted = lemma(at);
    end = at + 1;
  }

  std::string_view text_;
  const TaggedText& tagged_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> find_quantities(std::string_view text, const TaggedText& tagged,
                                      std::uint32_t begin, std::uint32_t end) {
  return Finder(text, tagged, begin, end).find();
}

bool can_both_be_true(const Quantity& a, const Quantity& b) {
  return a.low <= b.high && b.low <= a.high;
}

}  // namespace twosource
