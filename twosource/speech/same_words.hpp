#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/statement.hpp"

namespace twosource {

/// What a statement is compared by.
struct Utterance {
  std::vector<std::uint64_t> quoted;  ///< hashes of the words in quotation marks, in order
  std::vector<std::uint64_t> all;     ///< of all words of the content
  /// Of `all`, ascending: those that make another statement of it, numbers and denials. A number
  /// has the hash of its digits, also in the lists above: "twelve" and "dozen" are "12".
  std::vector<std::uint64_t> decisive;
};

/// Adds the words of one place of `text` to an utterance; they are quoted if `in_marks`.
void add_words(std::string_view text, std::span<const Word> words, bool in_marks,
               Utterance& utterance);

/// The words of an article that lie in a place of it.
std::span<const Word> words_inside(Span place, const Analysis& analysis);

/// The words of one statement; `article` and `analysis` are its own.
Utterance utterance_of(const Statement& statement, const Article& article,
                       const Analysis& analysis);

/// Are these the same words, or nearly: at least five quoted words of which four in five are in the
/// other one's quoted words, in order; or, without quotation marks, eight words with as many in
/// common as four in five of the longer? A small part of a quotation needs six words, and fewer
/// than twelve must stand close together. Another number or one "not" more makes them different.
bool same_words(const Utterance& a, const Utterance& b);

/// Are these the same words in another order, but for one in ten?
bool same_words_moved(const Utterance& a, const Utterance& b);

/// Are half of the words of the shorter content in the other one too, in any order?
bool share_half(const Utterance& a, const Utterance& b);

/// Are there enough words in quotation marks to tell the utterance by them alone?
bool has_quotation(const Utterance& utterance);

/// Utterances put together by their words.
struct SameWords {
  std::vector<std::size_t> head;  ///< by utterance: the longest of its group, or itself
  /// By utterance: longer ones of other groups that have the same words, but more than the rest of
  /// its own group has; ascending.
  std::vector<std::vector<std::size_t>> wholes;
};

/// Puts together what has the same words, each with each. What fits several groups belongs to the
/// first, or to none if it has few words. Candidates come from shared runs of three words, so the
/// cost grows with what is shared and not with all pairs.
SameWords group_same_words(std::span<const Utterance> utterances);

}  // namespace twosource
