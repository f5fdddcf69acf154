#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// What the library needs to know of Unicode, in standard types only. Texts are valid UTF-8; bytes
// that are not are taken one by one as U+FFFD, so that no function here can run off a text.
// All functions are pure and may be called from any thread.

namespace twosource {

/// A code point and the number of bytes it takes in the text; `size` 0: there is none.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;
};

/// The code point that begins at the byte offset `byte`; size 0 at the end of the text.
CodePoint code_point_at(std::string_view text, std::size_t byte);

/// The code point that ends at the byte offset `byte`; size 0 at the start of the text.
CodePoint code_point_before(std::string_view text, std::size_t byte);

/// The UTF-8 of one code point, which must not be a surrogate.
std::string to_utf8(char32_t code_point);

bool is_letter(char32_t c);     ///< general category L*
bool is_mark(char32_t c);       ///< general category M*
bool is_digit(char32_t c);      ///< general category Nd
bool is_ideograph(char32_t c);  ///< property Ideographic: Chinese characters, Tangut, Nüshu
bool is_upper(char32_t c);      ///< an upper-case or title-case letter
bool is_lower(char32_t c);      ///< property Lowercase
bool is_space(char32_t c);      ///< property White_Space, and the zero-width space
bool is_sentence_terminal(char32_t c);  ///< property Sentence_Terminal: . ! ? 。 ؟ । and so on

/// NFKC case folding (UAX 31): "Straße" and "STRASSE" become "strasse", the ligature "ﬁ" becomes
/// "fi", an "E" with a combining accent becomes "é"; invisible characters go.
std::string fold(std::string_view text);

/// The text in the 26 Latin letters, lower-case, digits and ASCII marks: accents go, other scripts
/// are transliterated as ICU does ("Lavrov" for "Лавров"), what has no such form is dropped. For
/// comparing names; no text is shown so. Fast for ASCII.
std::string to_latin(std::string_view text);

/// How many columns a text takes on a terminal: 2 for East Asian wide characters, 0 for marks,
/// controls and invisible characters. A tab counts 0: take it out before.
std::size_t display_width(std::string_view text);

/// The text itself if it is no wider than `width`, else its longest beginning that leaves room
/// for the "…" behind it. Marks stay with the character they stand on.
std::string truncate_to_width(std::string_view text, std::size_t width);

/// ISO 15924 code ("Latn", "Cyrl", "Hani") of the script that most letters of the text have; empty
/// for a text without letters.
std::string main_script(std::string_view text);

/// Finds sentence borders as Unicode Standard Annex 29 defines them. Making one is costly (it
/// loads rules); using it is not. One thread at a time.
class SentenceBreaker {
 public:
  SentenceBreaker();
  ~SentenceBreaker();
  SentenceBreaker(SentenceBreaker&& other) noexcept;
  SentenceBreaker& operator=(SentenceBreaker&& other) noexcept;
  SentenceBreaker(const SentenceBreaker&) = delete;
  SentenceBreaker& operator=(const SentenceBreaker&) = delete;

  /// Byte offsets of the borders inside `text`, ascending, without 0 and the text's end. White
  /// space behind a sentence belongs to it. A line feed is always a border.
  std::vector<std::uint32_t> borders(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace twosource
