#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"

namespace twosource {

/// Finds the words of a text, in order; the same everywhere in the library.
///
/// - A word is a maximal run of Unicode letters, marks and digits (general categories L, M, Nd)
///   that begins with a letter or a digit: "Selne", "2018", "3", "000" (of "3,000").
/// - Each ideograph is one word of its own, together with the marks behind it.
/// - An apostrophe (' ’ ‘ ʼ ʻ ＇) or an invisible character (soft hyphen, zero-width joiner and
///   non-joiner, word joiner) alone between a letter, mark or digit and a letter or digit does not
///   end the word: "don't" is one word. Anywhere else it is outside: the span of 'tis is "tis",
///   that of "the boys' bus" ends with the s, rock''n'roll is "rock" and "n'roll".
/// - The folded form is the NFKC case folding of the word without these characters: "Don’t",
///   "DON'T" and "dont" are equal. A run whose folded form is empty is no word.
///
/// `text` is valid UTF-8 below 4 GB. Linear; several hundred MB/s for ASCII.
std::vector<Word> find_words(std::string_view text);

/// The folded form of one word, given as it stands in the text.
std::string fold_word(std::string_view word);

/// The hash that `find_words` gives a word with this folded form. Different words of up to eight
/// bytes have different hashes; longer ones collide by chance once in 2^64.
std::uint64_t hash_folded(std::string_view folded);

/// True if both, as they stand in their texts, have the same folded form.
bool same_word(std::string_view a, std::string_view b);

}  // namespace twosource
