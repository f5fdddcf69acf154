// Where the runs of letters begin and end: the vector part of find_words.
//
// Problem. Half of the time of a scanner that reads byte by byte goes into asking each byte what it
// is, and into guessing wrongly where the word ends.
//
// Idea. Ask 64 bytes at once, in vectors, and keep one bit for each: is it a letter, a digit or not
// ASCII? Where a bit differs from the bit before it a field begins or ends; such edges are listed
// by counting zeros, so the time goes with the fields and not with the bytes.
//
//     text    divers found 3
//     field   11111101111101
//     edges   ^     ^^    ^^
//
// Highway compiles this file once for each vector unit and chooses one when the program starts.
// The target that has no vectors takes eight bytes in one register; it is also the one to read
// first. Measured on news: 0.9 GB/s for find_words with AVX2 or AVX-512, 0.74 without vectors.
#include "twosource/text/word_fields.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "twosource/text/word_fields.cpp"
#include <hwy/foreach_target.h>  // must stand before highway.h
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace twosource::HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR

// Adding 128 - c to a byte below 128 sets its top bit if it is at least c: eight comparisons at
// once. The multiplication gathers the eight top bits in the highest byte.
std::uint64_t field_bits(const char* text) {
  constexpr std::uint64_t every = 0x0101010101010101U;
  constexpr std::uint64_t top = 0x80 * every;
  const auto at_least = [](std::uint64_t bytes, unsigned c) { return bytes + (0x80 - c) * every; };
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < field_block; i += 8) {
    const std::uint64_t bytes = load_eight(text + i);
    const std::uint64_t low = bytes & ~top;
    const std::uint64_t lower = low | 0x20 * every;
    const std::uint64_t letter = at_least(lower, 'a') & ~at_least(lower, 'z' + 1);
    const std::uint64_t digit = at_least(low, '0') & ~at_least(low, '9' + 1);
    const std::uint64_t found = (letter | digit | bytes) & top;
    bits |= (((found >> 7U) * 0x0102040810204080U) >> 56U) << i;
  }
  return bits;
}

#else

std::uint64_t field_bits(const char* text) {
  namespace hn = hwy::HWY_NAMESPACE;
  const hn::CappedTag<std::uint8_t, field_block> d;
  const auto at_most = [](auto a, auto b) { return hn::Eq(hn::Min(a, b), a); };
  char bits[field_block / 8 + 8];  // some targets write eight bytes, whatever they need
  for (std::size_t i = 0; i < field_block; i += hn::Lanes(d)) {
    const auto bytes = hn::LoadU(d, reinterpret_cast<const std::uint8_t*>(text) + i);
    const auto lower = hn::Or(bytes, hn::Set(d, 0x20));
    const auto letter = at_most(hn::Sub(lower, hn::Set(d, 'a')), hn::Set(d, 'z' - 'a'));
    const auto digit = at_most(hn::Sub(bytes, hn::Set(d, '0')), hn::Set(d, 9));
    const auto not_ascii = at_most(hn::Set(d, 0x80), bytes);
    hn::StoreMaskBits(d, hn::Or(not_ascii, hn::Or(letter, digit)),
                      reinterpret_cast<std::uint8_t*>(bits) + i / 8);
  }
  return load_eight(bits);
}

#endif

std::size_t find_edges(const char* text, std::size_t blocks, std::uint16_t* edges) {
  std::uint16_t* next = edges;
  std::uint64_t before = 0;  // the bit of the byte in front of the block
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::size_t begin = block * field_block;
    const std::uint64_t bits = field_bits(text + begin);
    std::uint64_t changes = bits ^ (bits << 1U | before);
    before = bits >> (field_block - 1);
    while (changes != 0) {
      *next++ =
          static_cast<std::uint16_t>(begin + static_cast<unsigned>(std::countr_zero(changes)));
      changes &= changes - 1;
    }
  }
  return static_cast<std::size_t>(next - edges);
}

}  // namespace twosource::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace twosource {
namespace {
HWY_EXPORT(find_edges);
}  // namespace

std::size_t find_field_edges(const char* text, std::size_t blocks, std::uint16_t* edges) {
  return HWY_DYNAMIC_DISPATCH(find_edges)(text, blocks, edges);
}

}  // namespace twosource
#endif
