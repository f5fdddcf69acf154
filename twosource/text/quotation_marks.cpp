#include "twosource/text/quotation_marks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "twosource/base/unicode.hpp"
#include "twosource/text/byte_set.hpp"

namespace twosource {
namespace {

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_word_character(char32_t c) {
  return is_letter(c) || is_digit(c);
}

// Around a mark: the characters on both sides, 0 at the paragraph's ends.
struct Sides {
  char32_t left = 0;
  char32_t right = 0;

  // Nothing, space, an opening bracket or mark, a dash on the left; text on the right.
  [[nodiscard]] bool opening() const {
    const bool starts =
        left == 0 || is_space(left) || contains(U"([{<“‘„‚«»‹›「『¿¡–—-/\"'`", left);
    return starts && right != 0 && !is_space(right) && !contains(U".,;:!?)]}", right);
  }
  // Text on the left; nothing, space or punctuation on the right.
  [[nodiscard]] bool closing() const {
    const bool ends =
        right == 0 || is_space(right) || contains(U".,;:!?)]}>…–—-/\"'”’»«›‹」』[(", right);
    return ends && left != 0 && !is_space(left) && !contains(U"([{“‘„‚", left);
  }
};

// What may follow an apostrophe that stands for left-out letters: 'em, 'til, 's, German 'ne.
bool is_elision(std::string_view text, std::size_t behind) {
  constexpr std::array<std::string_view, 25> elided = {
      "em", "til",  "till",  "tis",   "twas", "twere", "cause", "cos", "coz",
      "n",  "bout", "round", "neath", "s",    "d",     "ll",    "re",  "ve",
      "t",  "ne",   "nen",   "rum",   "raus", "ran",   "er"};
  std::size_t end = behind;
  while (end < text.size() && is_word_character(code_point_at(text, end).value)) {
    end += code_point_at(text, end).size;
  }
  std::string word(text.substr(behind, end - behind));
  const auto digits = static_cast<std::size_t>(
      std::find_if_not(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) -
      word.begin());
  // '60s and the class of '98.
  if (digits == 2 && (word.size() == 2 || word.substr(2) == "s")) return true;
  if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z')
    word[0] = static_cast<char>(word[0] - 'A' + 'a');
  return std::find(elided.begin(), elided.end(), word) != elided.end();
}

// 6'2" and 6' 2": the mark at `at` closes a height, not a quotation.
bool is_inch_mark(std::string_view text, std::size_t at) {
  std::size_t i = at;
  while (i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9') --i;
  if (i == at) return false;
  while (i > 0 && text[i - 1] == ' ') --i;
  const char32_t foot = code_point_before(text, i).value;
  const std::size_t number = i - code_point_before(text, i).size;
  return contains(U"'’′", foot) && is_digit(code_point_before(text, number).value);
}

class Reader {
 public:
  Reader(std::string_view text, Span paragraph, GuillemetStyle style)
      : text_(text.substr(0, paragraph.end)), begin_(paragraph.begin), style_(style) {}

  [[nodiscard]] std::vector<QuotationMark> read() const {
    std::vector<QuotationMark> marks;
    for (std::size_t i = next_candidate(begin_); i < text_.size(); i = next_candidate(i)) {
      const CodePoint c = code_point_at(text_, i);
      const std::size_t size = is_twin(i, c) ? 2 * c.size : c.size;
      const std::optional<QuotationMark> mark = judge(i, size, c);
      if (mark) marks.push_back(*mark);
      i += size;
    }
    return marks;
  }

 private:
  // The first byte from `i` on that a mark can begin with: three in ASCII, and the lead bytes of
  // « and », of general punctuation, of Chinese and of full-width marks.
  [[nodiscard]] std::size_t next_candidate(std::size_t i) const {
    static constexpr ByteSet first_bytes("\"'`\xC2\xE2\xE3\xEF");
    return first_bytes.find(text_, i);
  }

  // ``so'' is how typewriters and old wires write double marks.
  [[nodiscard]] bool is_twin(std::size_t i, CodePoint c) const {
    if (!contains(U"'`’‘", c.value)) return false;
    return code_point_at(text_, i + c.size).value == c.value;
  }

  [[nodiscard]] Sides sides(std::size_t begin, std::size_t end) const {
    Sides around;
    if (begin > begin_) around.left = code_point_before(text_, begin).value;
    around.right = code_point_at(text_, end).value;
    return around;
  }

  [[nodiscard]] std::optional<QuotationMark> judge(std::size_t i, std::size_t size,
                                                   CodePoint c) const {
    if (c.value < 0x80 && !contains(U"\"'`", c.value)) return std::nullopt;
    const Span span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + size)};
    const Sides around = sides(i, i + size);
    const bool twin = size > c.size;
    switch (c.value) {
      case U'"':
      case U'＂':
        return straight(span, around);
      case U'“':
      case U'‟':
        return towards_opening(span, around);
      case U'”':
        return towards_closing(span, around);
      case U'„':
        return QuotationMark{.span = span, .opens = true};
      case U'\'':
        return twin ? straight(span, around) : straight_single(span, around);
      case U'`':
      case U'‘':
      case U'‛':
        return twin ? towards_opening(span, around) : opening_single(span, around);
      case U'’':
        return twin ? towards_closing(span, around) : closing_single(span, around);
      case U'‚':
        return low_single(span, around);
      case U'«':
      case U'»':
        return guillemet(span, MarkFamily::guillemets,
                         (c.value == U'«') == (style_ == GuillemetStyle::outward));
      case U'‹':
      case U'›':
        return guillemet(span, MarkFamily::single_guillemets,
                         (c.value == U'‹') == (style_ == GuillemetStyle::outward));
      case U'「':
      case U'」':
        return guillemet(span, MarkFamily::corner, c.value == U'「');
      case U'『':
      case U'』':
        return guillemet(span, MarkFamily::white_corner, c.value == U'『');
      default:
        return std::nullopt;
    }
  }

  [[nodiscard]] std::optional<QuotationMark> straight(Span span, Sides around) const {
    if (is_inch_mark(text_, span.begin)) return std::nullopt;
    QuotationMark mark{.span = span, .opens = around.opening(), .closes = around.closing()};
    mark.doubtful = is_digit(around.left);
    // 5"x7": measures, whatever stands around.
    if (!mark.opens && !mark.closes && is_digit(around.left)) return std::nullopt;
    return mark;
  }

  // The shape says opening; what stands around may say that it was set the wrong way, or that it
  // is the closing mark of a „German quotation“.
  [[nodiscard]] static QuotationMark towards_opening(Span span, Sides around) {
    const bool closes = around.closing() && !around.opening();
    return {.span = span, .opens = !closes, .closes = closes};
  }

  // The shape says closing; a ”Swedish quotation” begins with it as well.
  [[nodiscard]] static QuotationMark towards_closing(Span span, Sides around) {
    const bool opens = around.opening() && !around.closing();
    return {.span = span, .opens = opens, .closes = !opens};
  }

  [[nodiscard]] std::optional<QuotationMark> straight_single(Span span, Sides around) const {
    QuotationMark mark{.span = span, .family = MarkFamily::single, .infers = false};
    mark.closes = around.closing();
    mark.opens = around.opening() && !mark.closes && !is_elision(text_, span.end);
    mark.doubtful = mark.closes && is_apostrophe_like(around);
    if (!mark.opens && !mark.closes) return std::nullopt;
    return mark;
  }

  [[nodiscard]] std::optional<QuotationMark> opening_single(Span span, Sides around) const {
    QuotationMark mark{.span = span, .family = MarkFamily::single};
    mark.closes = around.closing() && !around.opening();
    mark.opens = around.opening() && !is_elision(text_, span.end);
    if (!mark.opens && !mark.closes) return std::nullopt;
    return mark;
  }

  [[nodiscard]] std::optional<QuotationMark> closing_single(Span span, Sides around) const {
    if (!around.closing()) return std::nullopt;
    return QuotationMark{.span = span,
                         .family = MarkFamily::single,
                         .closes = true,
                         .doubtful = is_apostrophe_like(around)};
  }

  [[nodiscard]] static std::optional<QuotationMark> low_single(Span span, Sides around) {
    if (!around.opening()) return std::nullopt;
    return QuotationMark{.span = span, .family = MarkFamily::single, .opens = true};
  }

  [[nodiscard]] static QuotationMark guillemet(Span span, MarkFamily family, bool opens) {
    return {.span = span, .family = family, .opens = opens, .closes = !opens};
  }

  // the boys' bus, goin' home: a letter before, a space behind.
  [[nodiscard]] static bool is_apostrophe_like(Sides around) {
    return contains(U"snSN", around.left) && is_space(around.right);
  }

  std::string_view text_;
  std::size_t begin_;
  GuillemetStyle style_;
};

}  // namespace

GuillemetStyle guillemet_style(std::string_view text) {
  for (std::size_t i = text.find('\xC2'); i != std::string_view::npos;
       i = text.find('\xC2', i + 1)) {
    const CodePoint c = code_point_at(text, i);
    if (c.value != U'«' && c.value != U'»') continue;
    const char32_t left = code_point_before(text, i).value;
    const bool first = left == 0 || is_space(left) || contains(U"([{–—-:", left);
    const char32_t right = code_point_at(text, i + c.size).value;
    if (first && c.value == U'«') return GuillemetStyle::outward;
    if (first && is_word_character(right)) return GuillemetStyle::inward;
  }
  return GuillemetStyle::outward;
}

std::vector<QuotationMark> find_quotation_marks(std::string_view text, Span paragraph,
                                                GuillemetStyle style) {
  return Reader(text, paragraph, style).read();
}

}  // namespace twosource
