#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace twosource {

/// XXH3-64 of the bytes.
std::uint64_t hash_bytes(std::string_view bytes);

/// The first 16 hexadecimal digits of XXH3-128 over the type and the content fields of a record.
/// Fields are length-prefixed, so ("ab", "c") and ("a", "bc") give different ids.
std::string make_id(std::string_view type, std::initializer_list<std::string_view> fields);

/// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace twosource
