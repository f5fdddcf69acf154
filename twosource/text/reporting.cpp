#include "twosource/text/reporting.hpp"

#include <cstddef>

#include "twosource/base/unicode.hpp"
#include "twosource/text/sentence_words.hpp"

namespace twosource {
namespace {

// The letters from the first letter at or behind `i` on, if only one space stands before them.
std::string_view next_word(std::string_view text, std::size_t i) {
  if (i < text.size() && text[i] == ' ') ++i;
  std::size_t end = i;
  for (CodePoint c = code_point_at(text, end); c.size > 0 && is_letter(c.value);
       c = code_point_at(text, end)) {
    end += c.size;
  }
  return text.substr(i, end - i);
}

bool reports_behind(std::string_view text, std::size_t comma) {
  constexpr int longest_subject = 3;
  const SentenceWords& words = SentenceWords::of("");
  std::size_t i = comma + 1;
  for (int n = 0; n <= longest_subject; ++n) {
    const std::string_view word = next_word(text, i);
    if (word.empty() || word == "I" || word == "we" || word == "ich" || word == "you") return false;
    if (words.has(word, SentenceWord::cue)) return true;
    i = static_cast<std::size_t>(word.data() - text.data()) + word.size();
  }
  return false;
}

}  // namespace

bool reports_speech(std::string_view text) {
  for (std::size_t comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', comma + 1)) {
    if (reports_behind(text, comma)) return true;
  }
  return false;
}

}  // namespace twosource
