#include "twosource/text/language.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>  // the header of CLD2 forgets it
#include <utility>

#include <cld2/public/compact_lang_det.h>

#include "twosource/base/unicode.hpp"

namespace twosource {
namespace {

// A language is that of the text if at least this share of it, in per cent, is in the language.
constexpr int main_share = 70;
// Below this many bytes of letters the detector guesses (a headline of five words and less).
constexpr int shortest_text = 40;
// Some three hundred words: the detector is sure long before, and it is the slowest step of the
// rich part.
constexpr std::size_t longest_text = 2048;

// Scripts of the languages that are not written in Latin letters; the rest are.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> scripts = {
    {{"ar", "Arab"}, {"be", "Cyrl"}, {"bg", "Cyrl"}, {"bn", "Beng"}, {"el", "Grek"}, {"fa", "Arab"},
     {"he", "Hebr"}, {"hi", "Deva"}, {"hy", "Armn"}, {"ja", "Hani"}, {"ka", "Geor"}, {"kk", "Cyrl"},
     {"ko", "Hang"}, {"mk", "Cyrl"}, {"mr", "Deva"}, {"ru", "Cyrl"}, {"sr", "Cyrl"}, {"ta", "Taml"},
     {"th", "Thai"}, {"uk", "Cyrl"}, {"ur", "Arab"}, {"zh", "Hani"}}};

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

bool written_in(std::string_view language, std::string_view script) {
  const auto* known = std::find_if(scripts.begin(), scripts.end(),
                                   [&](const auto& entry) { return entry.first == language; });
  if (known == scripts.end()) return script == "Latn";
  return script == known->second || (language == "ja" && (script == "Hira" || script == "Kana")) ||
         (language == "sr" && script == "Latn");
}

std::string lowered(std::string_view tag) {
  std::string result(tag);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

// The detector's own codes where BCP 47 has others.
std::string bcp47(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  return std::string(code);
}

std::string_view head(std::string_view text) {
  std::size_t end = std::min(text.size(), longest_text);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
    --end;
  return text.substr(0, end);
}

// The detector reads outside its tables where bytes are not UTF-8.
bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == 0xFFFD && c.size == 1) return false;
    at += c.size;
  }
  return true;
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string_view beginning = head(text);
  if (!is_utf8(beginning)) return {};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(beginning.data(), static_cast<int>(beginning.size()), true,
                              languages.data(), percents.data(), &bytes, &reliable);
  const bool known =
      languages[0] != CLD2::UNKNOWN_LANGUAGE && languages[0] != CLD2::TG_UNKNOWN_LANGUAGE;
  if (!reliable || !known || percents[0] < main_share || bytes < shortest_text) return {};
  return bcp47(CLD2::LanguageCode(languages[0]));
}

std::string settle_language(std::string_view text, std::string_view declared) {
  std::string detected = detect_language(text);
  if (!detected.empty() || declared.empty()) return detected;
  const std::string language = lowered(primary(declared));
  return written_in(language, main_script(head(text))) ? language : std::string();
}

}  // namespace twosource
