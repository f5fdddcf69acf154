// text/word_classes: whatever the bytes of a file, it is refused or safe to use. The checksum would
// stop nearly every change, so it is put right first.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "twosource/base/hash.hpp"
#include "twosource/text/word_classes.hpp"

namespace {

void check(bool right) {
  if (!right) std::abort();
}

// Makes size and checksum (docs/formats/word-classes.md) those of the bytes.
void seal(std::string& bytes) {
  constexpr std::size_t checked_from = 24;
  if (bytes.size() < checked_from) return;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const std::uint64_t sum = twosource::hash_bytes(std::string_view(bytes).substr(checked_from));
  std::memcpy(&bytes[12], &size, sizeof size);
  std::memcpy(&bytes[16], &sum, sizeof sum);
}

void use(const twosource::WordClasses& classes) {
  for (std::uint64_t i = 0; i < 1024; ++i) {  // every region of the buckets
    const twosource::WordClass found = classes.of(i << 54U | i);
    check(found.fine <= classes.fine_count());
    check((found.fine == 0) == (found.coarse == 0));
    check(found.capitals <= twosource::capital_bands);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_size = 1 << 16;  // longer inputs only cost time
  if (size > max_size) return 0;
  std::string bytes(data, data + size);
  const auto as_it_is = twosource::WordClasses::open(bytes);
  if (as_it_is) use(*as_it_is);
  seal(bytes);
  const auto sealed = twosource::WordClasses::open(bytes);
  if (sealed) use(*sealed);
  return 0;
}
