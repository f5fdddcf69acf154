// Quotations: pairing marks that writers, editors and web pages have mangled.
//
// Problem. In `"I came," he said. "I saw."` the marks alternate, and counting them would do; but
// one lost mark turns every quotation behind it inside out, and everything the reporter wrote
// becomes speech. That is the worst error here, as quoted words are not counted as copied.
//
// Idea. quotation_marks.cpp tells for each mark whether it can open, close or both, from its shape
// and the characters beside it. A mark that can open is paired with the next mark of its family
// that can close, unless a mark of the family that can only open comes first: then the first one
// was never closed and opens nothing. What stands between a pair is inside it and is not paired.
// Double marks, guillemets and corner marks are paired first, single ones, which are apostrophes
// more often than not, only around and outside of them.
//
// Speech in which the same marks stand once more is found when a closing mark is left over.
//
// Example. `"A, he said. "B," she said.`: the second mark can only open, so A opened nothing and
// "B," is found.
//
// Cost. Linear: a search for the closing mark looks at marks of its family only up to the first
// that can close or open.
// tests/oracle/quotations_test.cpp holds the pairing to a slow twin.
#include "twosource/text/quotations.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/text/quotation_marks.hpp"
#include "twosource/text/reporting.hpp"
#include "twosource/text/spans.hpp"

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

bool tells_nothing(const QuotationMark& mark) {
  return !mark.opens && !mark.closes;
}

bool only_opens(const QuotationMark& mark) {
  return mark.opens && !mark.closes;
}

// Words, and no clause that reports them.
bool is_speech(std::string_view quoted) {
  return has_word(quoted) && !reports_speech(quoted);
}

// How a mark that is not paired like others is introduced.
enum class Introduced { not_at_all, weakly, strongly };

// Speech begins a paragraph or follows a colon; less surely it follows a comma or a sentence. A
// mark in mid-sentence rather opens a scare quote.
Introduced introduced(std::string_view text, Span paragraph, const QuotationMark& open) {
  if (open.span.begin == paragraph.begin) return Introduced::strongly;
  const std::uint32_t end = trim(text, {paragraph.begin, open.span.begin}).end;
  const char32_t before = code_point_before(text, end).value;
  if (before == U':') return Introduced::strongly;
  return before == U',' || is_sentence_terminal(before) ? Introduced::weakly
                                                        : Introduced::not_at_all;
}

// The quotations of one paragraph, and its first mark that is never closed.
struct Paired {
  std::vector<Quotation> quotations;
  std::optional<QuotationMark> open;
};

class Pairing {
 public:
  Pairing(std::string_view text, Span paragraph, Marks marks)
      : text_(text), paragraph_(paragraph), marks_(std::move(marks)) {
    blocked_.fill(none);
  }

  [[nodiscard]] Paired pair() && {
    for (std::size_t i = 0; i < marks_.size();) i = take(i);
    return std::move(paired_);
  }

 private:
  // Answers of closing_mark: another mark opens first; the family has no further mark that counts.
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t never = none - 1;

  // Settles the mark and returns the next one to look at.
  std::size_t take(std::size_t i) {
    const QuotationMark& mark = marks_[i];
    if (!opens(i)) {
      if (mark.closes && !mark.doubtful) close_outer(mark);
      return i + 1;
    }
    const std::size_t closing = closing_mark(i);
    if (closing == none) {
      blocked_of(mark) = i;
      return i + 1;
    }
    if (closing == never) {
      if (!paired_.open && mark.infers) paired_.open = mark;
      return i + 1;
    }
    add(mark, marks_[closing]);
    return closing + 1;
  }

  [[nodiscard]] bool opens(std::size_t i) const {
    return marks_[i].opens || (tells_nothing(marks_[i]) && closes_next(i));
  }

  [[nodiscard]] std::size_t next_of_family(std::size_t i) const {
    std::size_t next = i + 1;
    while (next < marks_.size() && marks_[next].family != marks_[i].family) ++next;
    return next;
  }

  // The next mark of the family can close, and there is no doubt about it.
  [[nodiscard]] bool closes_next(std::size_t i) const {
    const std::size_t next = next_of_family(i);
    return next < marks_.size() && !marks_[next].opens && !marks_[next].doubtful;
  }

  [[nodiscard]] std::size_t closing_mark(std::size_t i) const {
    for (std::size_t j = next_of_family(i); j < marks_.size(); j = next_of_family(j)) {
      if (only_opens(marks_[j])) return none;
      if (!marks_[j].doubtful || !closes_next(j)) return j;
    }
    return never;
  }

  void add(const QuotationMark& open, const QuotationMark& close) {
    const Span inside = trim(text_, {open.span.end, close.span.begin});
    if (!has_word(slice(text_, inside))) return;
    paired_.quotations.push_back({.span = {open.span.begin, close.span.end}, .content = inside});
  }

  std::size_t& blocked_of(const QuotationMark& mark) {
    return blocked_.at(static_cast<std::size_t>(mark.family));
  }

  // “A “small” pier is a pier.”: a closing mark that is left over, and an opening one that was
  // blocked by a pair between them, enclose a quotation if that is how speech begins and if nobody
  // reports inside.
  void close_outer(const QuotationMark& close) {
    const std::size_t blocked = std::exchange(blocked_of(close), none);
    if (blocked == none || close.family == MarkFamily::single) return;
    const QuotationMark& open = marks_[blocked];
    if (introduced(text_, paragraph_, open) == Introduced::not_at_all) return;
    if (!is_speech(slice(text_, {open.span.end, close.span.begin}))) return;
    std::vector<Quotation>& found = paired_.quotations;
    const auto inner = std::partition_point(
        found.begin(), found.end(),
        [&](const Quotation& other) { return other.span.begin < open.span.begin; });
    if (inner != found.begin() && std::prev(inner)->span.end > open.span.begin) return;
    found.erase(inner, found.end());
    add(open, close);
  }

  std::string_view text_;
  Span paragraph_;
  Marks marks_;
  std::array<std::size_t, mark_families> blocked_{};  // the last opening mark of each family that
                                                      // another one followed; none: there is none
  Paired paired_;
};

Marks only(const Marks& marks, bool single) {
  Marks kept;
  std::copy_if(
      marks.begin(), marks.end(), std::back_inserter(kept),
      [&](const QuotationMark& mark) { return (mark.family == MarkFamily::single) == single; });
  return kept;
}

// `marks` without those inside a quotation; both are in text order.
Marks outside_of(const Marks& marks, const std::vector<Quotation>& quotations) {
  Marks outside;
  auto quotation = quotations.begin();
  for (const QuotationMark& mark : marks) {
    while (quotation != quotations.end() && quotation->span.end <= mark.span.begin) ++quotation;
    const bool inside = quotation != quotations.end() && quotation->span.contains(mark.span);
    if (!inside) outside.push_back(mark);
  }
  return outside;
}

// Both lists in text order as one. No quotation of `inner` reaches into one of `outer` from
// outside; those that lie in one give way to it.
std::vector<Quotation> merge(const std::vector<Quotation>& outer,
                             const std::vector<Quotation>& inner) {
  std::vector<Quotation> merged;
  auto next = inner.begin();
  for (const Quotation& quotation : outer) {
    while (next != inner.end() && next->span < quotation.span) merged.push_back(*next++);
    merged.push_back(quotation);
    while (next != inner.end() && quotation.span.contains(next->span)) ++next;
  }
  merged.insert(merged.end(), next, inner.end());
  return merged;
}

// Marks in double families first; single ones around and outside of them.
Paired pair_paragraph(std::string_view text, Span paragraph, const Marks& marks) {
  Paired paired = Pairing(text, paragraph, only(marks, false)).pair();
  const Marks others = outside_of(only(marks, true), paired.quotations);
  const Paired single = Pairing(text, paragraph, others).pair();
  paired.quotations = merge(single.quotations, paired.quotations);
  if (!paired.open) paired.open = single.open;
  return paired;
}

bool opens_paragraph(const Marks& marks, Span paragraph, MarkFamily family) {
  return !marks.empty() && marks.front().span.begin == paragraph.begin && marks.front().opens &&
         marks.front().family == family;
}

bool lies_inside(Span span, const std::vector<Quotation>& quotations) {
  return std::any_of(quotations.begin(), quotations.end(),
                     [&](const Quotation& quotation) { return quotation.span.contains(span); });
}

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, std::span<const Span> paragraphs) {
  const GuillemetStyle style = guillemet_style(text);
  std::vector<Marks> marks;
  marks.reserve(paragraphs.size());
  for (Span paragraph : paragraphs) marks.push_back(find_quotation_marks(text, paragraph, style));

  std::vector<Quotation> found;
  bool goes_on = false;  // the paragraph before left a quotation open that this one opens again
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    Paired paired = pair_paragraph(text, paragraphs[i], marks[i]);
    std::vector<Quotation>& quotations = paired.quotations;
    const bool continued = goes_on;
    goes_on = false;
    if (paired.open && !lies_inside(paired.open->span, quotations)) {
      const Span rest{paired.open->span.end, paragraphs[i].end};
      const bool reopened = i + 1 < paragraphs.size() &&
                            opens_paragraph(marks[i + 1], paragraphs[i + 1], paired.open->family);
      const Introduced how = introduced(text, paragraphs[i], *paired.open);
      const bool trusted = how == Introduced::strongly || (reopened && how == Introduced::weakly);
      if (trusted && is_speech(slice(text, rest))) {
        while (!quotations.empty() && rest.contains(quotations.back().span)) quotations.pop_back();
        quotations.push_back({.span = {paired.open->span.begin, rest.end},
                              .content = trim(text, rest),
                              .closed = false});
        goes_on = reopened;
      }
    }
    if (continued && !quotations.empty() && quotations.front().span.begin == paragraphs[i].begin) {
      quotations.front().continued = true;
    }
    found.insert(found.end(), quotations.begin(), quotations.end());
  }
  return found;
}

}  // namespace twosource
