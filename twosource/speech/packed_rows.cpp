// From rows without their zeros to whole rows.
//
// Problem. A million rows are unpacked at every start, and the bits that say where the weights go
// are different in each: with a branch for each bit this took most of the time to start.
//
// Idea. Eight bits name one of 256 ways to spread the next bytes over eight places; the ways stand
// in a table, and vector units spread bytes by such a table in one instruction.
#include "twosource/speech/packed_rows.hpp"

#include <algorithm>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "twosource/speech/packed_rows.cpp"
#include <hwy/foreach_target.h>  // must stand before highway.h
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace twosource::HWY_NAMESPACE {

constexpr std::size_t bits_size = 2;  // of the bits before each row

struct Spreads {
  std::array<std::uint64_t, 256> from{};  // for each of eight places its byte; 0x80: none
  std::array<std::uint8_t, 256> taken{};  // how many bytes are spread
};

constexpr Spreads make_spreads() {
  Spreads made;
  for (std::size_t bits = 0; bits < 256; ++bits) {
    for (unsigned place = 0; place < 8; ++place) {
      const bool here = (bits >> place & 1U) != 0;
      const std::uint64_t from = here ? made.taken[bits]++ : 0x80;
      made.from[bits] |= from << (8 * place);
    }
  }
  return made;
}

constexpr Spreads spreads = make_spreads();

// Unpacks as many rows as have a whole vector of bytes ahead; returns how many, and moves `at`.
#if HWY_TARGET == HWY_SCALAR

std::size_t unpack_fast(std::string_view, std::span<PackedRow>, std::size_t&) {
  return 0;  // all rows go the plain way
}

#else

std::size_t unpack_fast(std::string_view bytes, std::span<PackedRow> rows, std::size_t& at) {
  namespace hn = hwy::HWY_NAMESPACE;
  const hn::FixedTag<std::uint8_t, row_width> d;
  const hn::FixedTag<std::uint64_t, 2> halves;
  const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t row = 0;
  for (; row < rows.size() && at + bits_size + row_width <= bytes.size(); ++row) {
    const std::size_t low = data[at];
    const std::size_t high = data[at + 1];
    const std::uint64_t behind_low = spreads.taken[low] * std::uint64_t{0x0101010101010101};
    const auto from = hn::InterleaveLower(hn::Set(halves, spreads.from[low]),
                                          hn::Set(halves, spreads.from[high] + behind_low));
    const auto packed = hn::LoadU(d, data + at + bits_size);
    hn::StoreU(hn::TableLookupBytesOr0(packed, hn::BitCast(d, from)), d,
               reinterpret_cast<std::uint8_t*>(rows[row].data()));
    at += bits_size + spreads.taken[low] + spreads.taken[high];
  }
  return row;
}

#endif

}  // namespace twosource::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace twosource {
namespace {

HWY_EXPORT(unpack_fast);

// The plain way, one row; false if it is cut off.
bool unpack_row(std::string_view bytes, PackedRow& row, std::size_t& at) {
  if (bytes.size() - at < 2) return false;
  const unsigned bits = static_cast<unsigned char>(bytes[at]) |
                        static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1])) << 8U;
  at += 2;
  for (std::size_t r = 0; r < row_width; ++r) {
    row[r] = 0;
    if ((bits >> r & 1U) == 0) continue;
    if (at == bytes.size()) return false;
    row[r] = static_cast<std::int8_t>(bytes[at++]);
  }
  return true;
}

}  // namespace

std::size_t unpack_rows(std::string_view bytes, std::span<PackedRow> rows) {
  std::size_t at = 0;
  const std::size_t done = HWY_DYNAMIC_DISPATCH(unpack_fast)(bytes, rows, at);
  for (PackedRow& row : rows.subspan(done)) {
    if (!unpack_row(bytes, row, at)) return bytes.size() + 1;
  }
  return at;
}

}  // namespace twosource
#endif
