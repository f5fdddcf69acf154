// Is this a town, or how somebody is called?
//
// cmake/make_name_lists.py lays the names into buckets by their key, so that looking one up
// compares no strings: 16 bits know the name again, 8 say in which lists it is.
#include "twosource/text/name_lists.hpp"

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstring>

#include "twosource/base/embedded.hpp"

TWOSOURCE_EMBEDDED(name_lists)

namespace twosource {
namespace {

static_assert(std::endian::native == std::endian::little, "the table is little-endian");

constexpr std::string_view magic{"2SNAMES\1", 8};
constexpr std::size_t header_size = 12;
constexpr std::size_t record_size = 3;

template <class T>
T load(const char* bytes, std::size_t at) {
  T value{};
  std::memcpy(&value, bytes + at, sizeof value);
  return value;
}

}  // namespace

NameLists NameLists::world() {
  const std::string_view bytes = name_lists();
  // The bytes are part of the program; if they are no table, the program was built wrong.
  assert(bytes.substr(0, magic.size()) == magic);
  const auto bits = load<std::uint32_t>(bytes.data(), magic.size());
  NameLists lists;
  lists.bucket_shift_ = 64 - bits;
  lists.buckets_ = bytes.data() + header_size;
  lists.records_ = lists.buckets_ + 4 * ((std::size_t{1} << bits) + 1);
  return lists;
}

NameListSet NameLists::of(std::uint64_t key) const {
  const std::size_t bucket = key >> bucket_shift_;
  const std::size_t begin = load<std::uint32_t>(buckets_, 4 * bucket);
  const std::size_t end = load<std::uint32_t>(buckets_, 4 * bucket + 4);
  for (std::size_t i = begin; i < end; ++i) {
    const char* const record = records_ + record_size * i;
    if (load<std::uint16_t>(record, 0) == static_cast<std::uint16_t>(key))
      return static_cast<NameListSet>(record[2]);
  }
  return 0;
}

}  // namespace twosource
