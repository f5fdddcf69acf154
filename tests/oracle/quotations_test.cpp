// The slow twin of find_quotations pairs by the definition: it looks at every pair of marks of a
// paragraph and asks whether it is one, with quantifiers instead of a scan. It takes the marks as
// quotation_marks.hpp judges them, which has tests of its own. Then the laws that no twin is needed
// for.
#include "twosource/text/quotations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/small_inputs.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/text/paragraphs.hpp"
#include "twosource/text/quotation_marks.hpp"
#include "twosource/text/reporting.hpp"

namespace twosource {
namespace {

using Marks = std::vector<QuotationMark>;

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    i += c.size;
  }
  return false;
}

bool is_single(const QuotationMark& mark) {
  return mark.family == MarkFamily::single;
}

class Twin {
 public:
  Twin(std::string_view text, Span paragraph)
      : text_(text), marks_(find_quotation_marks(text, paragraph, guillemet_style(text))) {}

  [[nodiscard]] std::vector<Span> pairs() const {
    std::vector<Pair> doubles = choose(marks_of(false, {}));
    enclose(doubles, marks_of(false, {}));
    std::vector<Span> all = spans_of(choose(marks_of(true, doubles)));
    for (Span span : spans_of(doubles)) {
      if (!lies_in(all, span)) all.push_back(span);
    }
    std::sort(all.begin(), all.end());
    return all;
  }

 private:
  struct Pair {
    Span span;
    bool has_words = false;
  };

  [[nodiscard]] static std::vector<Span> spans_of(const std::vector<Pair>& pairs) {
    std::vector<Span> spans;
    for (const Pair& pair : pairs) {
      if (pair.has_words) spans.push_back(pair.span);
    }
    return spans;
  }

  [[nodiscard]] static bool lies_in(const std::vector<Span>& spans, Span inner) {
    return std::any_of(spans.begin(), spans.end(),
                       [&](Span outer) { return outer.contains(inner); });
  }

  [[nodiscard]] static bool lies_in(const std::vector<Pair>& pairs, Span inner) {
    return std::any_of(pairs.begin(), pairs.end(),
                       [&](const Pair& pair) { return pair.span.contains(inner); });
  }

  [[nodiscard]] Pair make_pair(const QuotationMark& open, const QuotationMark& close) const {
    return {{open.span.begin, close.span.end},
            has_word(slice(text_, {open.span.end, close.span.begin}))};
  }

  // The marks of the single family, or of all others, outside of the quotations `taken`.
  [[nodiscard]] Marks marks_of(bool single, const std::vector<Pair>& taken) const {
    Marks marks;
    for (const QuotationMark& mark : marks_) {
      if (is_single(mark) == single && !lies_in(spans_of(taken), mark.span)) marks.push_back(mark);
    }
    return marks;
  }

  [[nodiscard]] std::vector<Pair> choose(const Marks& marks) const {
    std::vector<Pair> chosen;
    std::size_t from = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      for (std::size_t j = i + 1; j < marks.size(); ++j) {
        if (i < from || !is_pair(marks, i, j)) continue;
        chosen.push_back(make_pair(marks[i], marks[j]));
        from = j + 1;
      }
    }
    return chosen;
  }

  // Speech begins the paragraph or follows a colon, a comma or the end of a sentence.
  [[nodiscard]] bool introduced(const QuotationMark& open) const {
    std::string_view before = text_.substr(0, open.span.begin);
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    return open.span.begin == 0 ||
           (!before.empty() &&
            std::string_view(":,.").find(before.back()) != std::string_view::npos);
  }

  // Outer quotations in the same marks: the surely closing marks that are left over, in order, each
  // with the last opening mark of its family that is left over since the one before.
  void enclose(std::vector<Pair>& pairs, const Marks& marks) const {
    const std::vector<Pair> inner = pairs;
    for (std::size_t j = 0; j < marks.size(); ++j) {
      if (!is_left_closing(marks, j, inner)) continue;
      std::optional<std::size_t> open;
      for (std::size_t i = 0; i < j; ++i) {
        if (marks[i].family != marks[j].family || lies_in(inner, marks[i].span)) continue;
        if (is_left_closing(marks, i, inner)) open.reset();
        if (can_open(marks, i)) open = i;
      }
      if (open && introduced(marks[*open])) add_outer(pairs, make_pair(marks[*open], marks[j]));
    }
  }

  [[nodiscard]] static bool is_left_closing(const Marks& marks, std::size_t j,
                                            const std::vector<Pair>& pairs) {
    return marks[j].closes && !marks[j].doubtful && !can_open(marks, j) &&
           !lies_in(pairs, marks[j].span);
  }

  void add_outer(std::vector<Pair>& pairs, const Pair& outer) const {
    if (!outer.has_words || reports_speech(slice(text_, outer.span))) return;
    const bool cuts = std::any_of(pairs.begin(), pairs.end(), [&](const Pair& other) {
      return other.has_words && other.span.overlaps(outer.span) && !outer.span.contains(other.span);
    });
    if (cuts) return;
    std::erase_if(pairs, [&](const Pair& other) { return outer.span.contains(other.span); });
    pairs.push_back(outer);
  }

  // The next mark of the family behind `i` surely closes.
  [[nodiscard]] static bool sure_close_follows(const Marks& marks, std::size_t i) {
    for (std::size_t k = i + 1; k < marks.size(); ++k) {
      if (marks[k].family == marks[i].family) return !marks[k].opens && !marks[k].doubtful;
    }
    return false;
  }

  [[nodiscard]] static bool can_open(const Marks& marks, std::size_t i) {
    return marks[i].opens || (!marks[i].closes && sure_close_follows(marks, i));
  }

  [[nodiscard]] static bool can_close(const Marks& marks, std::size_t j) {
    const bool only_opens = marks[j].opens && !marks[j].closes;
    return !only_opens && !(marks[j].doubtful && sure_close_follows(marks, j));
  }

  [[nodiscard]] static bool is_pair(const Marks& marks, std::size_t i, std::size_t j) {
    if (marks[i].family != marks[j].family || !can_open(marks, i) || !can_close(marks, j))
      return false;
    for (std::size_t k = i + 1; k < j; ++k) {
      if (marks[k].family != marks[i].family) continue;
      const bool only_opens = marks[k].opens && !marks[k].closes;
      if (only_opens || can_close(marks, k)) return false;
    }
    return true;
  }

  std::string_view text_;
  Marks marks_;
};

std::vector<Span> closed_quotations(const std::string& text, Span paragraph) {
  std::vector<Span> spans;
  for (const Quotation& quotation : find_quotations(text, std::vector<Span>{paragraph})) {
    if (quotation.closed) spans.push_back(quotation.span);
  }
  return spans;
}

// One that is never closed swallows what stands behind it, so only what stands before is compared.
void check_pairs(const std::string& text) {
  const Span paragraph{0, static_cast<std::uint32_t>(text.size())};
  std::uint32_t end = paragraph.end;
  for (const Quotation& quotation : find_quotations(text, std::vector<Span>{paragraph})) {
    if (!quotation.closed) end = quotation.span.begin;
  }
  std::vector<Span> expected = Twin(text, paragraph).pairs();
  std::erase_if(expected, [&](Span span) { return span.begin > end; });
  if (closed_quotations(text, paragraph) == expected) return;
  CAPTURE(text);
  FAIL("the quotations differ");
}

void check_laws(const std::string& text) {
  const std::vector<Span> paragraphs =
      find_paragraphs(text, {0, static_cast<std::uint32_t>(text.size())});
  std::uint32_t end = 0;
  bool lawful = true;
  for (const Quotation& quotation : find_quotations(text, paragraphs)) {
    const Span span = quotation.span;
    const auto inside = [&](Span paragraph) { return paragraph.contains(span); };
    lawful = lawful && span.begin >= end && span.contains(quotation.content);
    lawful = lawful && std::any_of(paragraphs.begin(), paragraphs.end(), inside);
    lawful = lawful && has_word(slice(text, quotation.content));
    lawful = lawful && quotation.content.begin > span.begin;
    lawful = lawful && quotation.closed == (quotation.content.end < span.end);
    end = span.end;
  }
  if (lawful) return;
  CAPTURE(text);
  FAIL("a law of quotations is broken");
}

TEST_CASE("quotations agree with their twin on all small texts") {
  tests::for_all_strings({"a", " ", "\"", "“", "”", ".", "'", "1"}, 6, check_pairs);
  tests::for_all_strings({"a", " ", "'", "‘", "’", "\"", "s"}, 5, check_pairs);
  tests::for_all_strings({"a ", " \"a", "a\" ", ": ", "“", "”", " «", "» "}, 5, check_pairs);
  tests::for_all_strings({"a ", "\"", "«", "»", " '", "' ", "„", "“"}, 5, check_pairs);
}

TEST_CASE("quotations agree with their twin on random texts") {
  tests::for_random_strings({"aha", "s", " ", ",",  "\"", "“", "”",  "„",  "'", "‘",
                             "’",   "«", "»", "「", "」", "1", "''", "``", ":", ", said"},
                            50, 20'000, check_pairs);
}

TEST_CASE("quotations lie in paragraphs, never overlap and hold words, on small and random texts") {
  const tests::Strings alphabet = {"a", " ", "\"", "“", "”", ".\n", "'", ": ", "«", "»"};
  tests::for_all_strings(alphabet, 5, check_laws);
  tests::for_random_strings(alphabet, 50, 10'000, check_laws);
}

}  // namespace
}  // namespace twosource
