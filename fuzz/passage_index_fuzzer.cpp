// Any bytes as a snapshot of a passage index: as they are, and once more with the checksum that
// they would need, since otherwise nothing would ever get past it. What is loaded must be written
// again as the same bytes, and must not fail when it is used with texts that it never saw.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "twosource/base/hash.hpp"
#include "twosource/reuse/passage_index.hpp"

namespace {

using namespace twosource;

constexpr std::size_t longest_input = 1 << 16;
constexpr std::string_view text =
    "The two ministers met behind closed doors for nearly three hours, an official in the harbour "
    "town said late on Monday. The two ministers met behind closed doors again.";

void require(bool holds) {
  if (!holds) std::abort();
}

void append_number(std::string& out, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8)
    out += static_cast<char>(number >> shift & 0xFFU);
}

// The checksum of docs/formats/passage-index.md for what fits into one of its chunks.
void append_checksum(std::string& bytes) {
  std::string hashes;
  append_number(hashes, hash_bytes(bytes));
  append_number(bytes, hash_bytes(hashes));
}

void check(std::string_view bytes) {
  Result<PassageIndex> index = PassageIndex::load(bytes);
  if (!index) {
    require(!index.error().message.empty());
    return;
  }
  std::string saved;
  index->save([&](std::string_view piece) { saved += piece; });
  require(saved == bytes);
  const auto find_text = [](std::string_view id) -> std::optional<BodyText> {
    if (id.size() % 3 == 2) return std::nullopt;
    return BodyText{text, id.size() % 3 == 1 ? 10U : 0U};
  };
  require(index->match({text, 0}, find_text).matches.size() <= index->size());
  require(index->insert("a new id", 5, {text, 0}).has_value() || index->holds("a new id"));
  index->expire(0);
  const std::size_t left = index->size();
  require(index->expire(std::int64_t{1} << 62U) <= left);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > longest_input) return 0;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  append_checksum(bytes);
  check(bytes);
  return 0;
}
