#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "twosource/base/result.hpp"

namespace twosource {

/// Bytes turned into text.
struct Decoded {
  std::string text;      ///< valid UTF-8 without a byte-order mark
  std::string charset;   ///< what the bytes were read as, by its IANA name
  std::size_t lost = 0;  ///< places where bytes were no text and U+FFFD stands now
  bool guessed = false;  ///< nothing in the bytes speaks clearly for this charset
};

/// Whether the bytes are valid UTF-8.
bool is_utf8(std::string_view bytes);

/// Copies `bytes` with U+FFFD for every maximal run of bytes that is not UTF-8.
Decoded repair_utf8(std::string_view bytes);

/// Decodes bytes: by their byte-order mark, else as UTF-8 where they are valid, else as `declared`
/// (a charset named by the document itself, or empty), else as broken UTF-8 where most of the bytes
/// above 127 are UTF-8, else by ICU's detector; where that is unsure, as windows-1252.
///
/// A declared multi-byte charset goes before "valid UTF-8", because short texts in one can look
/// like UTF-8 by chance. Error `binary`: the bytes are no text in any charset.
Result<Decoded> decode_text(std::string_view bytes, std::string_view declared);

/// The charset that an HTML page names in a meta element (or an XML declaration) in its first 4096
/// bytes; empty for none.
std::string declared_charset(std::string_view bytes);

}  // namespace twosource
