#include "twosource/base/hash.hpp"

#include <openssl/evp.h>
#include <xxhash.h>

#include <array>

namespace twosource {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_field(std::string& out, std::string_view field) {
  out += std::to_string(field.size());
  out += ':';
  out += field;
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string make_id(std::string_view type, std::initializer_list<std::string_view> fields) {
  std::string content;
  append_field(content, type);
  for (std::string_view field : fields) append_field(content, field);
  const std::uint64_t high = XXH3_128bits(content.data(), content.size()).high64;
  std::string id(16, '0');
  for (std::size_t i = 0; i < id.size(); ++i) id[i] = hex_digits[(high >> (60 - 4 * i)) & 15U];
  return id;
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string hex;
  hex.reserve(2 * std::size_t{size});
  for (unsigned int i = 0; i < size; ++i) {
    hex += hex_digits[digest.at(i) >> 4U];
    hex += hex_digits[digest.at(i) & 15U];
  }
  return hex;
}

}  // namespace twosource
