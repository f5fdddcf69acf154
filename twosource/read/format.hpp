#pragma once

#include <string_view>

#include "twosource/base/result.hpp"

namespace twosource {

/// The formats that are read.
enum class Format { plain, html, json };

/// Refuses what no text reader should see: files of programs, pictures, archives and documents that
/// are known by their first bytes. Error `binary`, whose message says what it is and what to do.
Result<Done> refuse_binary(std::string_view bytes);

/// Tells the format of a text by how it begins. `text` may still hold broken bytes.
///
/// `json` means only that it looks like JSON: an object or an array of values opens it. Error
/// `format`: a format that is known and not read (feeds, NewsML, WARC, e-mail, agency wire, other
/// XML), so that its markup is never taken for an article.
Result<Format> tell_format(std::string_view text);

}  // namespace twosource
