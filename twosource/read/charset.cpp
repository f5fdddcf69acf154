// From bytes to text.
//
// A page's own word on its charset is often wrong, its bytes seldom are: a text with letters above
// 127 that is valid UTF-8 by chance is rarer than a page that says "iso-8859-1" and is UTF-8. So
// the bytes are asked first. What is lost in decoding is counted, never hidden.
#include "twosource/read/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// The detector's answer is taken from here on. Western pages with few accents get 20 to 30,
// Cyrillic ones about 37; below, its answers contradict each other on slightly longer samples.
constexpr int least_confidence = 20;

// Enough text for the detector, which is slow (about 50 MB/s).
constexpr std::size_t detected_bytes = std::size_t{1} << 16U;

// A head is looked through this far; the standard asks for 1024, real pages need more.
constexpr std::size_t head_bytes = 4096;

// UTF-16 text of any language has zero bytes for at least its blanks and line ends on one side.
constexpr double least_zero_share = 0.02;

// More control characters than this make no text: `file` draws the line in the same way.
constexpr double most_controls = 0.01;

struct Mark {
  std::string_view bytes;
  const char* charset;
};

// The longer marks first: UTF-32LE begins with UTF-16LE's.
constexpr std::array<Mark, 5> marks = {{{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                        {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                        {"\xEF\xBB\xBF", "UTF-8"},
                                        {"\xFF\xFE", "UTF-16LE"},
                                        {"\xFE\xFF", "UTF-16BE"}}};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;
using Detector = std::unique_ptr<UCharsetDetector, CloseDetector>;

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

// True where eight bytes hold none above 127: most of the news.
bool is_ascii_block(const char* bytes) {
  std::uint64_t block = 0;
  std::memcpy(&block, bytes, sizeof block);
  return (block & 0x8080808080808080U) == 0;
}

// The end of the code point at `at`, or `at` itself where the bytes are none.
std::size_t next_code_point(std::string_view bytes, std::size_t at) {
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, 4));
  const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data() + at);
  std::int32_t length = 0;
  UChar32 code_point = 0;
  U8_NEXT(start, length, size, code_point);
  return code_point < 0 ? at : at + static_cast<std::size_t>(length);
}

// The end of the maximal run of broken bytes at `at`, as the Unicode standard cuts them.
std::size_t skip_broken(std::string_view bytes, std::size_t at) {
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, 4));
  const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data() + at);
  std::int32_t length = 0;
  UChar32 code_point = 0;
  U8_NEXT(start, length, size, code_point);
  return at + static_cast<std::size_t>(std::max(length, 1));
}

// How many code points above 127 are valid, and how many places are broken.
struct Utf8Count {
  std::size_t valid = 0;
  std::size_t broken = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    if (at + 8 <= bytes.size() && is_ascii_block(bytes.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t end = next_code_point(bytes, at);
    if (end == at) {
      ++count.broken;
      at = skip_broken(bytes, at);
    } else {
      if (end > at + 1) ++count.valid;
      at = end;
    }
  }
  return count;
}

Result<Decoded> convert(std::string_view bytes, const char* charset) {
  // ICU counts in 32 bits, and one byte can become three.
  if (bytes.size() > INT32_MAX / 3) return Error{ErrorKind::too_large, "too large to be decoded"};
  UErrorCode code = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset, &code));
  if (U_FAILURE(code) != 0) return Error{ErrorKind::encoding, "an unknown charset"};
  Decoded decoded;
  const char* name = ucnv_getStandardName(ucnv_getName(converter.get(), &code), "IANA", &code);
  decoded.charset = name == nullptr ? charset : name;
  std::vector<UChar> wide(bytes.size() + 1);
  const char* source = bytes.data();
  UChar* target = wide.data();
  code = U_ZERO_ERROR;
  ucnv_toUnicode(converter.get(), &target, wide.data() + wide.size(), &source,
                 bytes.data() + bytes.size(), nullptr, 1, &code);
  if (U_FAILURE(code) != 0) return Error{ErrorKind::encoding, "cannot be decoded"};
  const auto units = static_cast<std::int32_t>(target - wide.data());
  decoded.text.resize(3 * static_cast<std::size_t>(units));
  std::int32_t length = 0;
  u_strToUTF8WithSub(decoded.text.data(), static_cast<std::int32_t>(decoded.text.size()), &length,
                     wide.data(), units, 0xFFFD, nullptr, &code);
  decoded.text.resize(static_cast<std::size_t>(length));
  if (U_FAILURE(code) != 0) return Error{ErrorKind::encoding, "cannot be decoded"};
  decoded.lost = count_of(decoded.text, replacement);
  return decoded;
}

// UTF-16 without a mark: zero bytes, all on one side.
const char* silent_utf16(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') ++zeros.at(i % 2);
  }
  const double enough = least_zero_share * static_cast<double>(bytes.size());
  if (zeros[0] == 0 && static_cast<double>(zeros[1]) > enough) return "UTF-16LE";
  if (zeros[1] == 0 && static_cast<double>(zeros[0]) > enough) return "UTF-16BE";
  return nullptr;
}

// WHATWG reads Latin-1 as windows-1252 everywhere, because that is what pages mean by it.
std::string web_name(std::string_view charset) {
  std::string name(charset);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (name == "iso-8859-1" || name == "latin1" || name == "ascii" || name == "us-ascii") {
    return "windows-1252";
  }
  return name;
}

bool is_single_byte(const std::string& charset) {
  UErrorCode code = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset.c_str(), &code));
  return U_SUCCESS(code) != 0 && ucnv_getMaxCharSize(converter.get()) == 1;
}

// Unicode's own forms come with a mark or are valid UTF-8; a page in ASCII that names one is wrong.
bool is_unicode_name(std::string_view charset) {
  return charset.starts_with("utf") || charset.starts_with("ucs") || charset.starts_with("unicode");
}

Result<Decoded> detect(std::string_view bytes) {
  UErrorCode code = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&code));
  const std::string_view sample = bytes.substr(0, detected_bytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &code);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &code);
  const char* name = U_SUCCESS(code) != 0 && match != nullptr ? ucsdet_getName(match, &code) : "";
  const bool sure = match != nullptr && ucsdet_getConfidence(match, &code) >= least_confidence &&
                    U_SUCCESS(code) != 0 && !is_unicode_name(web_name(name));
  Result<Decoded> decoded = convert(bytes, sure ? web_name(name).c_str() : "windows-1252");
  if (decoded) decoded->guessed = !sure;
  return decoded;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
}

bool has_controls(std::string_view text) {
  const auto controls = std::count_if(text.begin(), text.end(), is_control);
  return static_cast<double>(controls) > most_controls * static_cast<double>(text.size());
}

Result<Decoded> decode_any(std::string_view bytes, const std::string& declared) {
  for (const Mark& mark : marks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.remove_prefix(mark.bytes.size());
    return mark.charset == std::string_view("UTF-8") ? Result<Decoded>(repair_utf8(bytes))
                                                     : convert(bytes, mark.charset);
  }
  if (std::memchr(bytes.data(), '\0', bytes.size()) != nullptr) {
    const char* charset = silent_utf16(bytes);
    if (charset != nullptr) return convert(bytes, charset);
    return Error{ErrorKind::binary, "zero bytes"};
  }
  const Utf8Count count = count_utf8(bytes);
  const bool usable = !declared.empty() && !is_unicode_name(declared);
  if (usable && (count.broken > 0 || !is_single_byte(declared))) {
    Result<Decoded> decoded = convert(bytes, declared.c_str());
    if (decoded && decoded->lost == 0) return decoded;
  }
  if (count.broken <= count.valid) return repair_utf8(bytes);
  return detect(bytes);
}

// The value behind `name` and "=" in a tag of that kind: head = "<meta charset=utf-8>".
std::string value_in(std::string_view head, std::string_view tag, std::string_view name) {
  for (std::size_t at = head.find(name); at != std::string_view::npos;
       at = head.find(name, at + 1)) {
    const std::size_t opened = head.rfind('<', at);
    if (opened == std::string_view::npos || !head.substr(opened).starts_with(tag)) continue;
    const std::string_view rest = trim(head.substr(at + name.size()));
    if (!rest.starts_with('=')) continue;
    const std::size_t begin = std::min(rest.find_first_not_of("= \t\r\n\"'"), rest.size());
    const std::string_view value = rest.substr(begin);
    return std::string(value.substr(0, value.find_first_of(" \t\r\n\"'>;/?")));
  }
  return {};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  return count_utf8(bytes).broken == 0;
}

Decoded repair_utf8(std::string_view bytes) {
  Decoded decoded{{}, "UTF-8"};
  decoded.text.reserve(bytes.size());
  std::size_t written = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (at + 8 <= bytes.size() && is_ascii_block(bytes.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t end = next_code_point(bytes, at);
    if (end > at) {
      at = end;
      continue;
    }
    decoded.text.append(bytes.substr(written, at - written)).append(replacement);
    ++decoded.lost;
    at = written = skip_broken(bytes, at);
  }
  decoded.text.append(bytes.substr(written));
  return decoded;
}

Result<Decoded> decode_text(std::string_view bytes, std::string_view declared) {
  Result<Decoded> decoded =
      bytes.empty() ? Result<Decoded>(Decoded{{}, "UTF-8"}) : decode_any(bytes, web_name(declared));
  if (!decoded) return decoded;
  if (has_controls(decoded->text)) return Error{ErrorKind::binary, "control characters"};
  return decoded;
}

std::string declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, head_bytes));
  std::transform(head.begin(), head.end(), head.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string named = value_in(head, "<meta", "charset");
  return named.empty() ? value_in(head, "<?xml", "encoding") : named;
}

}  // namespace twosource
