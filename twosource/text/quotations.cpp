// Quotations: pairing marks that writers, editors and web pages have mangled.
//
// Problem. In `"I came," he said. "I saw."` the marks alternate, and counting them would do; but
// one lost mark turns every quotation behind it inside out, and everything the reporter wrote
// becomes speech. That is the worst error here, as quoted words are not counted as copied.
//
// Idea. quotation_marks.cpp tells for each mark whether it can open, close or both, from its shape
// and the characters beside it. The pairing then reads a paragraph once and holds one open mark:
//   - nothing open: a mark that can only close is an orphan and is passed over;
//   - open, and a mark of the family that can close: a quotation;
//   - open, and a mark that can only open: the first was never closed; it is dropped, the new one
//     is held.
// Double marks, guillemets and corner marks are paired first, single ones, which are apostrophes
// more often than not, only around and outside of them.
//
// Example. `"A, he said. "B," she said.`: the second mark can only open, so A opened nothing and
// "B," is found.
//
// Cost. One pass; looking ahead for a better closing mark stops at the next mark that opens.
#include "twosource/text/quotations.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

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

// The quotations of one paragraph, and the mark that is open at its end.
struct Paired {
  std::vector<Quotation> quotations;
  std::optional<QuotationMark> open;
};

class Pairing {
 public:
  Pairing(std::string_view text, const Marks& marks) : text_(text), marks_(marks) {}

  [[nodiscard]] Paired pair() {
    for (std::size_t i = 0; i < marks_.size(); ++i) take(i);
    return {std::move(found_), open_};
  }

 private:
  void take(std::size_t i) {
    const QuotationMark& mark = marks_[i];
    if (!open_) {
      if (mark.opens || (tells_nothing(mark) && closes_next(i))) open_ = mark;
      return;
    }
    if (mark.family != open_->family) return;  // nested: the outer quotation counts
    if (mark.closes || tells_nothing(mark)) {
      if (!mark.doubtful || !closes_next(i)) close(mark);
    } else {
      open_ = mark;
    }
  }

  // The next mark of the family closes and is the better one for it.
  [[nodiscard]] bool closes_next(std::size_t i) const {
    for (std::size_t next = i + 1; next < marks_.size(); ++next) {
      if (marks_[next].family != marks_[i].family) continue;
      return !marks_[next].opens && !marks_[next].doubtful;
    }
    return false;
  }

  void close(const QuotationMark& mark) {
    const Span inside = trim(text_, {open_->span.end, mark.span.begin});
    if (has_word(slice(text_, inside))) {
      found_.push_back({.span = {open_->span.begin, mark.span.end}, .content = inside});
    }
    open_.reset();
  }

  std::string_view text_;
  const Marks& marks_;
  std::optional<QuotationMark> open_;
  std::vector<Quotation> found_;
};

Marks only(const Marks& marks, bool single) {
  Marks kept;
  std::copy_if(
      marks.begin(), marks.end(), std::back_inserter(kept),
      [&](const QuotationMark& mark) { return (mark.family == MarkFamily::single) == single; });
  return kept;
}

// Adds a quotation in single marks, unless it cuts through one in double marks; those inside it
// give way to it.
void add_outside(std::vector<Quotation>& quotations, const Quotation& added) {
  const auto cuts = [&](const Quotation& other) {
    return other.span.overlaps(added.span) && !added.span.contains(other.span);
  };
  if (std::any_of(quotations.begin(), quotations.end(), cuts)) return;
  std::erase_if(quotations,
                [&](const Quotation& other) { return added.span.contains(other.span); });
  quotations.push_back(added);
}

Marks outside_of(Marks marks, const std::vector<Quotation>& quotations) {
  std::erase_if(marks, [&](const QuotationMark& mark) {
    return std::any_of(quotations.begin(), quotations.end(), [&](const Quotation& quotation) {
      return quotation.span.contains(mark.span);
    });
  });
  return marks;
}

// Marks in double families first; single ones around and outside of them.
Paired pair_paragraph(std::string_view text, const Marks& marks) {
  Paired paired = Pairing(text, only(marks, false)).pair();
  Marks single = outside_of(only(marks, true), paired.quotations);
  if (paired.open) {
    std::erase_if(single, [&](const QuotationMark& mark) {
      return mark.span.begin > paired.open->span.begin;
    });
  }
  const Paired pairs = Pairing(text, single).pair();
  for (const Quotation& quotation : pairs.quotations) add_outside(paired.quotations, quotation);
  if (!paired.open && pairs.open && pairs.open->infers) paired.open = pairs.open;
  std::sort(paired.quotations.begin(), paired.quotations.end(),
            [](const Quotation& a, const Quotation& b) { return a.span < b.span; });
  return paired;
}

bool opens_paragraph(const Marks& marks, Span paragraph, MarkFamily family) {
  return !marks.empty() && marks.front().span.begin == paragraph.begin && marks.front().opens &&
         marks.front().family == family;
}

// Whether a mark that is never closed may be trusted to quote all that follows it. Speech begins a
// paragraph or a sentence or follows a colon or a comma; a mark in mid-sentence is a lost scare
// quote. If the next paragraph does not open the quotation again, less is believed.
bool quotes_the_rest(std::string_view text, Span paragraph, const QuotationMark& open,
                     bool reopened) {
  if (open.span.begin == paragraph.begin) return true;
  const std::uint32_t end = trim(text, {paragraph.begin, open.span.begin}).end;
  const char32_t before = code_point_before(text, end).value;
  return before == U':' || (reopened && (before == U',' || is_sentence_terminal(before)));
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
    const Paired paired = pair_paragraph(text, marks[i]);
    const std::size_t first = found.size();
    found.insert(found.end(), paired.quotations.begin(), paired.quotations.end());
    const bool continued = goes_on;
    goes_on = false;
    if (paired.open) {
      const Span rest{paired.open->span.end, paragraphs[i].end};
      const bool reopened = i + 1 < paragraphs.size() &&
                            opens_paragraph(marks[i + 1], paragraphs[i + 1], paired.open->family);
      const bool trusted = quotes_the_rest(text, paragraphs[i], *paired.open, reopened);
      if (trusted && has_word(slice(text, rest)) && !reports_speech(slice(text, rest))) {
        found.push_back({.span = {paired.open->span.begin, rest.end},
                         .content = trim(text, rest),
                         .closed = false});
        goes_on = reopened;
      }
    }
    if (continued && first < found.size()) found[first].continued = true;
  }
  return found;
}

}  // namespace twosource
