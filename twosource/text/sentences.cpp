// Sentences: the borders of Unicode's rules, judged again with what news needs.
//
// Problem. In `He met Gen. Orlo of the U.S. Army at 5 p.m. Monday. "Never!" she cried.` Unicode's
// rules (UAX 29) see six sentences; there are two. In "after the talks.The next day" they see one.
//
// Idea. Candidates are the borders that ICU finds, and the places it never offers: a full stop
// with no space behind it, a full stop before a number, an ellipsis before a capital. Each
// candidate is then judged by what stands around it:
//   - a full stop: the word before it, by the tables of sentence_words.tsv and by its shape
//     (initial, letters with points between, number), and the word behind it;
//   - an exclamation or question mark: it ends nothing before a lower-case word, nor, when a
//     closing quotation mark stands behind it, before a name and a word of reporting;
//   - everywhere: what has no letter or digit is no sentence and stays with its neighbour.
// When in doubt the border stays, as the copy is found either way, but an origin is counted
// sentence by sentence.
//
// Cost. Linear; ICU takes most of the time (docs/benchmarks.md).
#include "twosource/text/sentences.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "twosource/text/byte_set.hpp"
#include "twosource/text/sentence_words.hpp"
#include "twosource/text/spans.hpp"

namespace twosource {
namespace {

bool is_word_character(char32_t c) {
  return is_letter(c) || is_digit(c);
}

// Offset of the first letter or digit from `i` on; the size of the text if there is none.
std::size_t first_word(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    const CodePoint c = code_point_at(text, i);
    if (is_word_character(c.value)) return i;
    i += c.size;
  }
  return i;
}

// Offset behind the last letter or digit; 0 if there is none.
std::size_t words_end(std::string_view text) {
  std::size_t i = text.size();
  while (i > 0) {
    const CodePoint c = code_point_before(text, i);
    if (is_word_character(c.value)) return i;
    i -= c.size;
  }
  return i;
}

bool is_closing(char32_t c) {
  constexpr std::u32string_view closing = U"\"'”’“‘»«›‹)]}」』】）";
  return closing.find(c) != std::u32string_view::npos;
}

bool is_opening(char32_t c) {
  constexpr std::u32string_view opening = U"\"'“‘„‚«»‹›([{「『【（—–-•*·";
  return opening.find(c) != std::u32string_view::npos || is_space(c);
}

bool is_quotation_mark(char32_t c) {
  constexpr std::u32string_view marks = U"\"'”’“‘»«›‹";
  return marks.find(c) != std::u32string_view::npos;
}

bool is_terminal(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…';
}

// The token that ends at `end`: letters and digits with full stops, hyphens or apostrophes inside.
// Of a longer one its last bytes: no abbreviation is as long.
std::string_view token_before(std::string_view text, std::size_t end) {
  constexpr std::size_t longest = 64;
  std::size_t begin = end;
  while (begin > 0 && end - begin < longest) {
    const CodePoint c = code_point_before(text, begin);
    const bool inner = c.value == U'.' || c.value == U'-' || c.value == U'\'' || c.value == U'’';
    if (!is_word_character(c.value) && !is_mark(c.value) && !inner) break;
    begin -= c.size;
  }
  // What is inner only between letters is none at the front.
  while (begin < end && !is_word_character(code_point_at(text, begin).value)) {
    begin += code_point_at(text, begin).size;
  }
  return text.substr(begin, end - begin);
}

// The word that begins at or behind `begin`, past opening marks and spaces.
std::string_view word_behind(std::string_view text, std::size_t begin) {
  CodePoint c = code_point_at(text, begin);
  while (c.size > 0 && is_opening(c.value)) {
    begin += c.size;
    c = code_point_at(text, begin);
  }
  std::size_t end = begin;
  while (c.size > 0 &&
         (is_word_character(c.value) || is_mark(c.value) || c.value == U'\'' || c.value == U'’')) {
    end += c.size;
    c = code_point_at(text, end);
  }
  return text.substr(begin, end - begin);
}

// A place where a sentence may end, and what stands around it.
struct Border {
  std::size_t stop = 0;     // offset of the last terminal mark
  char32_t terminal = 0;    // that mark; 0: there is none
  bool quoted = false;      // a quotation mark closes behind it
  bool spaced = false;      // white space follows
  std::size_t next = 0;     // offset where the next sentence would begin
  std::string_view before;  // the token before the terminal mark
  std::string_view behind;  // the next word
};

Border describe(std::string_view block, std::size_t next) {
  Border border;
  border.next = next;
  std::size_t i = next;
  for (CodePoint c = code_point_before(block, i); c.size > 0; c = code_point_before(block, i)) {
    if (!is_space(c.value) && !is_closing(c.value)) break;
    border.spaced = border.spaced || is_space(c.value);
    border.quoted = border.quoted || is_quotation_mark(c.value);
    i -= c.size;
  }
  const CodePoint last = code_point_before(block, i);
  border.stop = i - last.size;
  if (is_terminal(last.value) || is_sentence_terminal(last.value)) border.terminal = last.value;
  border.before = token_before(block, border.stop);
  border.behind = word_behind(block, next);
  return border;
}

char32_t first_of(std::string_view word) {
  return code_point_at(word, 0).value;
}

bool is_single_letter(std::string_view token) {
  const CodePoint c = code_point_at(token, 0);
  return c.size == token.size() && is_letter(c.value);
}

bool is_number(std::string_view token) {
  return !token.empty() &&
         std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_roman_number(std::string_view token) {
  return !token.empty() && token.find_first_not_of("IVX") == std::string_view::npos;
}

// "U.S", "Ph.D", "a.m": every part before a point is short.
bool has_inner_points(std::string_view token) {
  return token.find('.') != std::string_view::npos && token.find('.') <= 2;
}

class Judge {
 public:
  Judge(std::string_view block, const SentenceWords& words, bool ordinals)
      : block_(block), words_end_(words_end(block)), words_(words), ordinals_(ordinals) {}

  // `first` is where the first word of the sentence stands that would end here.
  [[nodiscard]] bool ends_sentence(const Border& border, std::size_t first) const {
    const bool word_on_both_sides = first < border.stop && border.next < words_end_;
    if (border.terminal == 0 || !word_on_both_sides) return false;
    if (is_lower(first_of(border.behind))) return false;
    if (border.terminal == U'.') return full_stop_ends(border, first);
    if (border.quoted) return !reported_by_name(border.next);
    return true;
  }

 private:
  [[nodiscard]] bool begins(std::string_view word) const {
    return words_.has(word, SentenceWord::begin);
  }

  [[nodiscard]] bool full_stop_ends(const Border& border, std::size_t first) const {
    const std::string_view token = border.before;
    if (token.empty()) return true;
    if (is_list_mark(token, border, first)) return false;
    if (border.quoted) return true;
    if (words_.has(token, SentenceWord::never)) return false;
    if (words_.has(token, SentenceWord::capital)) return capital_begins(border.behind);
    if (words_.has(token, SentenceWord::starter)) return starter_begins(border);
    if (words_.has(token, SentenceWord::number)) return !is_digit(first_of(border.behind));
    if (needs_starter(token)) return starter_begins(border);
    return true;
  }

  // A number or a letter alone at the beginning counts the points of a list: "2. Elect".
  [[nodiscard]] static bool is_list_mark(std::string_view token, const Border& border,
                                         std::size_t first) {
    const bool mark = (is_number(token) && token.size() <= 2) || is_single_letter(token);
    return mark && first + token.size() >= border.stop;
  }

  [[nodiscard]] bool needs_starter(std::string_view token) const {
    if (is_single_letter(token) || has_inner_points(token)) return true;
    return ordinals_ && ((is_number(token) && token.size() <= 2) || is_roman_number(token));
  }

  [[nodiscard]] bool capital_begins(std::string_view word) const {
    return is_upper(first_of(word)) && !words_.has(word, SentenceWord::calendar);
  }

  // "B. A. Orlo": the A is an initial, not a beginning.
  [[nodiscard]] bool starter_begins(const Border& border) const {
    const std::size_t end =
        static_cast<std::size_t>(border.behind.data() - block_.data()) + border.behind.size();
    const bool initial = is_single_letter(border.behind) && block_.substr(end, 1) == ".";
    return begins(border.behind) && !initial;
  }

  // "Really?" Ana Orlo asked: up to three capitalised words, then a word of reporting.
  [[nodiscard]] bool reported_by_name(std::size_t next) const {
    for (int i = 0; i < 4; ++i) {
      const std::string_view word = word_behind(block_, next);
      if (words_.has(word, SentenceWord::cue)) return i > 0;
      if (!is_upper(first_of(word)) || (i > 0 && begins(word))) return false;
      next = static_cast<std::size_t>(word.data() - block_.data()) + word.size();
    }
    return false;
  }

  std::string_view block_;
  std::size_t words_end_;
  const SentenceWords& words_;
  bool ordinals_;
};

// Whether the place lies in "example.com/News", "a.b@c.de" or "www.Harbour.example".
bool is_address(std::string_view block, std::size_t at) {
  constexpr std::size_t longest_half = 256;
  std::size_t begin = at;
  while (begin > 0 && at - begin < longest_half && block[begin - 1] != ' ') --begin;
  std::size_t end = at;
  while (end < block.size() && end - at < longest_half && block[end] != ' ') ++end;
  const std::string_view token = block.substr(begin, end - begin);
  return token.find_first_of("/@") != std::string_view::npos || token.substr(0, 4) == "www.";
}

// "talks.The": a word of at least two lower-case letters or a year, then a capitalised word.
bool is_glued(std::string_view block, std::size_t stop, std::size_t next) {
  const CodePoint last = code_point_before(block, stop);
  const CodePoint last_but_one = code_point_before(block, stop - last.size);
  if (last.size == 0 || last_but_one.size == 0) return false;
  const bool word = is_lower(last.value) && is_lower(last_but_one.value);
  const bool year = is_number(token_before(block, stop)) && token_before(block, stop).size() == 4;
  const std::string_view behind = word_behind(block, next);
  const CodePoint first = code_point_at(behind, 0);
  const CodePoint second = code_point_at(behind, first.size);
  const bool capitalised = is_upper(first.value) && (second.size == 0 || is_lower(second.value));
  return (word || year) && capitalised && !is_address(block, stop);
}

// Places that ICU does not offer.
std::vector<std::size_t> other_candidates(std::string_view block) {
  constexpr ByteSet first_bytes(".!?\xE2");  // of terminal marks; E2 is that of "…"
  std::vector<std::size_t> found;
  for (std::size_t i = first_bytes.find(block, 0); i < block.size();
       i = first_bytes.find(block, i)) {
    const CodePoint c = code_point_at(block, i);
    const std::size_t stop = i;
    i += c.size;
    if (!is_terminal(c.value)) continue;
    std::size_t next = i;
    CodePoint behind = code_point_at(block, next);
    while (behind.size > 0 && is_closing(behind.value)) {
      next += behind.size;
      behind = code_point_at(block, next);
    }
    const std::size_t closed = next;
    while (behind.size > 0 && is_space(behind.value)) {
      next += behind.size;
      behind = code_point_at(block, next);
    }
    if (next > closed || is_glued(block, stop, next)) found.push_back(next);
  }
  return found;
}

std::vector<std::size_t> all_candidates(SentenceBreaker& breaker, std::string_view block) {
  std::vector<std::size_t> candidates = other_candidates(block);
  for (std::uint32_t border : breaker.borders(block)) candidates.push_back(border);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return candidates;
}

}  // namespace

SentenceFinder::SentenceFinder(std::string_view language)
    : words_(&SentenceWords::of(language)), ordinals_(language.substr(0, 2) == "de") {}

std::vector<Span> SentenceFinder::find(std::string_view text, Span block) {
  std::string flat(slice(text, block));
  // A wrapped line ends no sentence; for UAX 29 every line feed would.
  std::replace_if(
      flat.begin(), flat.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  const Judge judge(flat, *words_, ordinals_);
  std::vector<Span> sentences;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    const auto at = [&](std::size_t i) { return block.begin + static_cast<std::uint32_t>(i); };
    const Span sentence = trim(text, {at(begin), at(end)});
    if (!sentence.empty()) sentences.push_back(sentence);
    begin = end;
  };
  std::size_t first = first_word(flat, 0);
  for (std::size_t candidate : all_candidates(breaker_, flat)) {
    if (!judge.ends_sentence(describe(flat, candidate), first)) continue;
    close(candidate);
    first = first_word(flat, candidate);
  }
  close(flat.size());
  return sentences;
}

std::vector<Span> find_sentences(std::string_view text, Span block, std::string_view language) {
  return SentenceFinder(language).find(text, block);
}

}  // namespace twosource
