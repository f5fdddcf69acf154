// read/charset and read/plain: any bytes become valid text or one sentence.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/article_laws.hpp"
#include "twosource/read/plain.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  check_articles(twosource::read_bytes("input", bytes, {}));
  const twosource::Result<twosource::Decoded> decoded = twosource::decode_text(bytes, "shift_jis");
  if (!decoded) return 0;
  if (!twosource::is_utf8(decoded->text)) std::abort();
  if (!decoded->text.empty()) check_articles({{twosource::read_plain(decoded->text)}, {}});
  return 0;
}
