#include "twosource/base/unicode.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/translit.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace twosource {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view ellipsis = "…";

UChar32 icu(char32_t c) {
  return static_cast<UChar32>(c);
}

std::uint32_t categories(char32_t c) {
  return U_MASK(u_charType(icu(c)));
}

// Terminals disagree about rare characters; these rules are those of the common wcwidth tables.
std::size_t columns(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  constexpr std::uint32_t invisible = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  const bool inner_jamo = c >= 0x1160 && c <= 0x11FF;  // written inside the syllable before them
  if ((categories(c) & invisible) != 0 || inner_jamo) return 0;
  const int width = u_getIntPropertyValue(icu(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[byte]);
  if (first < 0x80) return {first, 1};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t next = byte;
  UChar32 c = 0;
  U8_NEXT(bytes, next, text.size(), c);
  if (c < 0) return {replacement, 1};
  return {static_cast<char32_t>(c), static_cast<std::uint32_t>(next - byte)};
}

CodePoint code_point_before(std::string_view text, std::size_t byte) {
  if (byte == 0) return {};
  std::size_t start = byte - 1;
  while (start > 0 && byte - start < 4 &&
         (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) {
    --start;
  }
  const CodePoint found = code_point_at(text.substr(0, byte), start);
  if (start + found.size == byte) return found;
  return {replacement, 1};
}

std::string to_utf8(char32_t code_point) {
  std::string bytes(U8_LENGTH(icu(code_point)), '\0');
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, icu(code_point));
  return bytes;
}

bool is_letter(char32_t c) {
  return (categories(c) & U_GC_L_MASK) != 0;
}

bool is_mark(char32_t c) {
  return (categories(c) & U_GC_M_MASK) != 0;
}

bool is_digit(char32_t c) {
  return (categories(c) & U_GC_ND_MASK) != 0;
}

bool is_ideograph(char32_t c) {
  return u_hasBinaryProperty(icu(c), UCHAR_IDEOGRAPHIC) != 0;
}

bool is_upper(char32_t c) {
  return (categories(c) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

bool is_lower(char32_t c) {
  return u_isULowercase(icu(c)) != 0;
}

bool is_space(char32_t c) {
  return u_isUWhiteSpace(icu(c)) != 0 || c == 0x200B;
}

bool is_sentence_terminal(char32_t c) {
  return u_hasBinaryProperty(icu(c), UCHAR_S_TERM) != 0;
}

std::string fold(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(error);
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (normalizer != nullptr) normalizer->normalizeUTF8(0, piece, sink, nullptr, error);
  return folded;
}

namespace {

void to_lower_ascii(std::string& text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
}

std::string transliterated(std::string_view text) {
  // Made once, then only read: ICU's transliterators may be shared.
  static const std::unique_ptr<const icu::Transliterator> transliterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<const icu::Transliterator>(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; [^\\u0020-\\u007E] Remove", UTRANS_FORWARD, status));
  }();
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (transliterator) transliterator->transliterate(wide);
  std::string latin;
  wide.toUTF8String(latin);
  return latin;
}

// The dashes, quotation marks and dots that English is printed with, U+2010 to U+2027: they depend
// on nothing around them, and ICU takes microseconds for each.
constexpr char32_t first_mark = 0x2010;
constexpr char32_t last_mark = 0x2027;

const std::string& latin_mark(char32_t mark) {
  static const auto marks = [] {
    std::array<std::string, last_mark - first_mark + 1> made;
    for (char32_t c = first_mark; c <= last_mark; ++c)
      made.at(c - first_mark) = transliterated(to_utf8(c));
    return made;
  }();
  return marks.at(mark - first_mark);
}

// None if there is more than ASCII and those marks.
std::optional<std::string> printed_english(std::string_view text) {
  std::string latin;
  latin.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<signed char>(text[i]) > 0) {
      latin += text[i++];
      continue;
    }
    const CodePoint c = code_point_at(text, i);
    if (c.value < first_mark || c.value > last_mark) return std::nullopt;
    latin += latin_mark(c.value);
    i += c.size;
  }
  return latin;
}

}  // namespace

std::string to_latin(std::string_view text) {
  std::optional<std::string> simple = printed_english(text);
  std::string latin = simple ? std::move(*simple) : transliterated(text);
  to_lower_ascii(latin);
  return latin;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    width += columns(c.value);
    i += c.size;
  }
  return width;
}

std::string truncate_to_width(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t used = 1;  // the ellipsis
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    used += columns(c.value);
    if (used > width) break;
    end += c.size;
  }
  return std::string(text.substr(0, end)).append(ellipsis);
}

std::string main_script(std::string_view text) {
  std::map<std::string, std::size_t> letters;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.size;
    if (!is_letter(c.value)) continue;
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(icu(c.value), &error);
    if (script > USCRIPT_INHERITED) ++letters[uscript_getShortName(script)];
  }
  std::pair<std::string, std::size_t> most;
  for (const auto& [script, count] : letters) {
    if (count > most.second) most = {script, count};
  }
  return most.first;
}

struct SentenceBreaker::State {
  UBreakIterator* breaks = nullptr;
  UText text = UTEXT_INITIALIZER;

  State() {
    UErrorCode error = U_ZERO_ERROR;
    breaks = ubrk_open(UBRK_SENTENCE, "", nullptr, 0, &error);
  }
  ~State() {
    if (breaks != nullptr) ubrk_close(breaks);
    utext_close(&text);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

SentenceBreaker::SentenceBreaker() : state_(std::make_unique<State>()) {}
SentenceBreaker::~SentenceBreaker() = default;
SentenceBreaker::SentenceBreaker(SentenceBreaker&& other) noexcept = default;
SentenceBreaker& SentenceBreaker::operator=(SentenceBreaker&& other) noexcept = default;

std::vector<std::uint32_t> SentenceBreaker::borders(std::string_view text) {
  std::vector<std::uint32_t> found;
  UErrorCode error = U_ZERO_ERROR;
  utext_openUTF8(&state_->text, text.data(), static_cast<std::int64_t>(text.size()), &error);
  if (state_->breaks == nullptr || U_FAILURE(error) != 0) return found;
  ubrk_setUText(state_->breaks, &state_->text, &error);
  ubrk_first(state_->breaks);
  for (std::int32_t at = ubrk_next(state_->breaks); at != UBRK_DONE;
       at = ubrk_next(state_->breaks)) {
    if (static_cast<std::size_t>(at) < text.size()) found.push_back(static_cast<std::uint32_t>(at));
  }
  return found;
}

}  // namespace twosource
