// Which number do these words say?
//
// Digits and words are read from left to right into a sum: "two hundred and twelve thousand" is
// (2 * 100 + 12) * 1000. A word that cannot follow ends the number: "twenty twelve" are two. How
// exactly a number is said is kept with it, for "12,000" may be a rounded 11,987: the place of the
// last digit, and the zeros at the end.
#include "twosource/text/numerals.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <unordered_map>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(number_words)

namespace twosource {
namespace {

enum class NumberWord : std::uint8_t { one, ten, scale, about, many, suffix, none };

struct Entry {
  NumberWord kind = NumberWord::none;
  double value = 0.0;
};

using Words = std::unordered_map<std::uint64_t, Entry>;

// Takes the text up to the separator off the front of `rest`, and the separator with it.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

NumberWord kind_named(std::string_view name) {
  constexpr std::string_view names[] = {"one", "ten", "scale", "about", "many", "suffix"};
  const auto* const at = std::find(std::begin(names), std::end(names), name);
  return static_cast<NumberWord>(at - std::begin(names));
}

double number_of(std::string_view digits) {
  double value = 0.0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Words read_table() {
  Words words;
  std::string_view rest = number_words();
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    if (line.empty() || line.front() == '#') continue;
    const NumberWord kind = kind_named(take(line, '\t'));
    const std::string_view word = take(line, '\t');
    words.emplace(hash_folded(word), Entry{kind, number_of(line)});
  }
  return words;
}

Entry entry_of(std::uint64_t hash) {
  static const Words words = read_table();
  const auto found = words.find(hash);
  return found == words.end() ? Entry{} : found->second;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A token of digits: "1,200", "3.4", "12m".
struct Digits {
  double value = 0.0;
  double step = 1.0;
  double zeros = 1.0;
};

// The digits with their separators; false if the commas do not part thousands.
bool is_well_parted(std::string_view token) {
  const std::size_t point = std::min(token.find('.'), token.size());
  std::size_t last = token.find(',');
  if (last == std::string_view::npos) return true;
  if (last == 0 || last > 3) return false;
  while (last < point) {
    const std::size_t next = std::min(token.find(',', last + 1), point);
    if (next - last != 4) return false;
    last = next;
  }
  return true;
}

std::optional<Digits> read_digits(std::string_view token) {
  if (token.empty() || !is_digit(token.front())) return std::nullopt;
  std::size_t size = 0;
  while (size < token.size() && (is_digit(token[size]) || token[size] == ',' || token[size] == '.'))
    ++size;
  if (!is_digit(token[size - 1])) return std::nullopt;
  double scale = 1.0;
  if (size < token.size()) {
    const Entry suffix = entry_of(hash_folded(fold_word(token.substr(size))));
    if (suffix.kind != NumberWord::suffix) return std::nullopt;
    scale = suffix.value;
  }
  token = token.substr(0, size);
  if (!is_well_parted(token) || std::count(token.begin(), token.end(), '.') > 1)
    return std::nullopt;
  std::string plain(token);
  std::erase(plain, ',');
  Digits digits;
  digits.value = number_of(plain) * scale;
  const std::size_t point = plain.find('.');
  const auto decimals = point == std::string::npos ? 0 : plain.size() - point - 1;
  digits.step = std::pow(10.0, -static_cast<double>(decimals)) * scale;
  digits.zeros = digits.step;
  for (std::size_t i = plain.size(); point == std::string::npos && i > 1 && plain[i - 1] == '0';
       --i)
    digits.zeros *= 10.0;
  return digits;
}

class Reader {
 public:
  Reader(std::string_view text, const TaggedText& tagged, std::uint32_t end)
      : text_(text), tagged_(tagged), end_(end) {}

  std::optional<Numeral> read(std::uint32_t begin) {
    made_.begin = begin;
    made_.end = begin;
    if (read_many(begin)) return made_;
    at_ = begin;
    read_article();
    while (step()) {
    }
    if (made_.end == begin) return std::nullopt;
    read_half();
    made_.value = total_ + group_;
    const double slack = roughly_ ? roughly : 0.0;
    made_.low = made_.value - slack;
    made_.high = made_.value + slack;
    return made_;
  }

 private:
  // A dozen is ten to fourteen.
  static constexpr double roughly = 2.0;

  [[nodiscard]] Entry entry(std::uint32_t i) const {
    return i < end_ ? entry_of(tagged_.tokens[i].hash) : Entry{};
  }
  [[nodiscard]] std::string word(std::uint32_t i) const {
    return i < end_ ? fold_word(slice(text_, tagged_.tokens[i].span)) : std::string();
  }
  [[nodiscard]] bool is_joint(std::uint32_t i) const {
    return i < end_ && tagged_.tokens[i].span.size() == 1 &&
           text_[tagged_.tokens[i].span.begin] == '-';
  }

  // "dozens", "tens of thousands"
  bool read_many(std::uint32_t i) {
    Entry many = entry(i);
    if (many.kind != NumberWord::many) return false;
    double value = many.value;
    std::uint32_t last = i;
    const Entry next = entry(i + 2);
    if (word(i + 1) == "of" && next.kind == NumberWord::many && next.value > value) {
      value *= next.value;
      last = i + 2;
    }
    made_.end = last + 1;
    made_.vague = true;
    made_.low = 2.0 * value;
    made_.high = 10.0 * value - 1.0;
    if (value == 12.0 || value == 20.0) made_.high = 99.0;
    made_.value = (made_.low + made_.high) / 2.0;
    made_.step = value;
    made_.zeros = value;
    return true;
  }

  // "a hundred", "half a million"
  void read_article() {
    const bool half = word(at_) == "half";
    const std::uint32_t article = half ? at_ + 1 : at_;
    const std::string name = word(article);
    if (name != "a" && name != "an") return;
    const Entry next = entry(article + 1);
    if (next.kind != NumberWord::scale && next.kind != NumberWord::about) return;
    if (half) {
      group_ = 0.5;
      // Half a million is no exact number.
      made_.step = 0.1;
    }
    at_ = article + 1;
  }

  bool step() {
    std::uint32_t i = at_;
    if (i >= end_) return false;
    const bool begun = made_.end > made_.begin;
    if (begun && is_joint(i)) ++i;
    if (begun && word(i) == "and" && scaled_ && small(entry(i + 1))) ++i;
    if (i >= end_) return false;
    if (!begun) {
      if (const auto digits = read_digits(slice(text_, tagged_.tokens[i].span))) {
        group_ = digits->value;
        made_.step = digits->step;
        made_.zeros = digits->zeros;
        made_.digits = true;
        return took(i);
      }
    }
    return take_word(i, entry(i));
  }

  [[nodiscard]] static bool small(Entry entry) {
    return entry.kind == NumberWord::one || entry.kind == NumberWord::ten;
  }

  bool take_word(std::uint32_t i, Entry entry) {
    switch (entry.kind) {
      case NumberWord::one:
      case NumberWord::ten:
        if (!fits(entry)) return false;
        group_ += entry.value;
        made_.step = made_.zeros = 1.0;
        room_ = entry.kind == NumberWord::ten ? 10.0 : 0.0;
        return took(i);
      case NumberWord::about:
        roughly_ = true;
        [[fallthrough]];
      case NumberWord::scale:
        return take_scale(i, entry);
      default:
        return false;
    }
  }

  // What may still be added: below ten behind "twenty", below a hundred behind "hundred".
  [[nodiscard]] bool fits(Entry entry) const {
    if (made_.digits) return false;
    const bool begun = made_.end > made_.begin;
    return !begun || (entry.value < room_ && entry.value > 0.0);
  }

  bool take_scale(std::uint32_t i, Entry entry) {
    constexpr double hundred = 100.0;
    // "hundred" alone, "the score": no number.
    if (i == made_.begin || entry.value > last_scale_) return false;
    const double before = group_ == 0.0 ? 1.0 : group_;
    made_.step *= entry.value;
    made_.zeros *= entry.value;
    room_ = entry.value;
    scaled_ = true;
    if (entry.value > hundred) {
      total_ += before * entry.value;
      group_ = 0.0;
      last_scale_ = entry.value / 10.0;
    } else {
      group_ = before * entry.value;
    }
    return took(i);
  }

  bool took(std::uint32_t i) {
    at_ = i + 1;
    made_.end = at_;
    return true;
  }

  // "two and a half"
  void read_half() {
    if (word(at_) != "and" || word(at_ + 1) != "a" || word(at_ + 2) != "half") return;
    if (scaled_) return;
    group_ += 0.5;
    made_.step = made_.zeros = 0.5;
    took(at_ + 2);
  }

  std::string_view text_;
  const TaggedText& tagged_;
  std::uint32_t end_;
  std::uint32_t at_ = 0;
  Numeral made_;
  double total_ = 0.0;
  double group_ = 0.0;
  double room_ = 0.0;
  double last_scale_ = 1e13;
  bool scaled_ = false;
  bool roughly_ = false;
};

}  // namespace

std::optional<Numeral> read_numeral(std::string_view text, const TaggedText& tagged,
                                    std::uint32_t begin, std::uint32_t end) {
  return Reader(text, tagged, end).read(begin);
}

}  // namespace twosource
