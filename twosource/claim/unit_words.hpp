#pragma once

#include <cstdint>

namespace twosource {

/// What a word does to the meaning of its clause: the classes of tables/unit_words.tsv, in the
/// order of that table.
enum class UnitWord : std::uint8_t {
  auxiliary,
  future,
  may,
  would,
  plan,
  possible,
  fails,
  does,
  goes,
  negative,
  none,
  subordinate,
  preposition,
  condition,
  without,
  denies,
  asks,
  governs,
  hearsay,
  light,
};

/// Is the word with this lemma (of `governs` with this form) of the class? One access to a small
/// table.
bool is_word(std::uint64_t lemma, UnitWord kind);

}  // namespace twosource
