// base/json: what can be parsed is written and parsed again to the same bytes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "twosource/base/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using twosource::Json;
  using twosource::Result;
  const std::string text(data, data + size);
  const Result<Json> first = twosource::parse_json(text);
  if (!first) return 0;
  const std::string written = twosource::to_json(*first);
  const Result<Json> second = twosource::parse_json(written);
  if (!second || twosource::to_json(*second) != written) std::abort();
  return 0;
}
