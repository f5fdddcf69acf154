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
    const std::vector<Span> doubles = choose(false, {});
    std::vector<Span> all = choose(true, doubles);
    for (Span span : doubles) {
      const bool nested =
          std::any_of(all.begin(), all.end(), [&](Span outer) { return outer.contains(span); });
      if (!nested) all.push_back(span);
    }
    std::sort(all.begin(), all.end());
    return all;
  }

 private:
  // The marks that take part: those of single or of all other families, outside of `taken`.
  [[nodiscard]] bool takes_part(std::size_t i, bool single, const std::vector<Span>& taken) const {
    if (is_single(marks_[i]) != single) return false;
    return std::none_of(taken.begin(), taken.end(),
                        [&](Span span) { return span.contains(marks_[i].span); });
  }

  [[nodiscard]] std::vector<Span> choose(bool single, const std::vector<Span>& taken) const {
    Marks marks;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (takes_part(i, single, taken)) marks.push_back(marks_[i]);
    }
    std::vector<Span> chosen;
    std::size_t from = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      for (std::size_t j = i + 1; j < marks.size(); ++j) {
        if (i < from || !is_pair(marks, i, j)) continue;
        const Span inside{marks[i].span.end, marks[j].span.begin};
        if (has_word(slice(text_, inside)))
          chosen.push_back({marks[i].span.begin, marks[j].span.end});
        from = j + 1;
      }
    }
    return chosen;
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
  tests::for_all_strings({"a", " ", "'", "‘", "’", "\"", "s"}, 6, check_pairs);
  tests::for_all_strings({"a ", "\"", "«", "»", " '", "' ", "„", "“"}, 6, check_pairs);
}

TEST_CASE("quotations agree with their twin on random texts") {
  tests::for_random_strings({"aha", "s", " ", ",", "\"", "“", "”", "„", "'", "‘", "’", "«", "»",
                             "「", "」", "1", "''", "``", ":"},
                            50, 20'000, check_pairs);
}

TEST_CASE("quotations lie in paragraphs, never overlap and hold words, on small and random texts") {
  const tests::Strings alphabet = {"a", " ", "\"", "“", "”", ".\n", "'", ": ", "«", "»"};
  tests::for_all_strings(alphabet, 5, check_laws);
  tests::for_random_strings(alphabet, 50, 10'000, check_laws);
}

}  // namespace
}  // namespace twosource
