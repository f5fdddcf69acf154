#pragma once

#include <string>
#include <string_view>

namespace twosource {

/// The language of a text as a BCP 47 tag ("en", "de", "pt-BR" is "pt", "zh-Hant"); empty if it
/// cannot be told: too little text, a mixture, or bytes that are not UTF-8.
std::string detect_language(std::string_view text);

/// The language of a text for which its document declares `declared`. The text decides; the
/// declaration counts only where the text alone cannot tell and its script is one that the
/// declared language is written in.
std::string settle_language(std::string_view text, std::string_view declared);

}  // namespace twosource
