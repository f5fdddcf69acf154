#pragma once

#include <cstdint>

namespace twosource {

/// The lists that a name can stand in, by bit.
enum class NameList : std::uint8_t {
  town,       ///< of more than 15,000 people
  city,       ///< of more than 200,000
  territory,  ///< a country or a part of one, by any of its names
  given,      ///< a person's given name
  family,     ///< a person's family name
};
using NameListSet = std::uint8_t;
constexpr unsigned name_list_count = 5;

/// The key of a name of several words: begin with the hash of the first (Token::hash), then extend
/// by one after the other. Hyphens are left out, so "Port-Louis" has two words.
constexpr std::uint64_t extend_name(std::uint64_t key, std::uint64_t word_hash) {
  // cmake/make_name_lists.py does the same.
  return (key ^ key >> 29U) * 0x9E3779B97F4A7C15U + word_hash;
}

/// Some 70,000 names of places and persons of the world, compiled from tables/places.tsv and
/// tables/person_names.tsv; embedded, used as they lie there. Cheap to copy; may be used from any
/// thread.
class NameLists {
 public:
  static NameLists world();

  /// The lists that have the name with this key: bit k for NameList k. One access to the table.
  /// Another name is taken for one of these once in some ten thousand times.
  [[nodiscard]] NameListSet of(std::uint64_t key) const;

 private:
  const char* buckets_ = nullptr;
  const char* records_ = nullptr;
  unsigned bucket_shift_ = 0;
};

/// Names of places have at most so many words.
constexpr unsigned longest_listed_name = 4;

}  // namespace twosource
