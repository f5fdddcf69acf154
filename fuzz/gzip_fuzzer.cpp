// Any bytes as a gzip file: unpacked within the limit, or an error in words. As inputs are seldom
// whole, the bytes are also tried behind the header that a file needs.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "twosource/base/gzip.hpp"

namespace {

constexpr std::size_t longest_output = 1 << 20;

void check(std::string_view bytes) {
  const twosource::Result<std::string> text = twosource::gunzip(bytes, longest_output);
  if (text ? text->size() > longest_output : text.error().message.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  check(bytes);
  const std::string header("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
  check(header + bytes);
  return 0;
}
