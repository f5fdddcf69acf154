#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/statement.hpp"

namespace twosource {

/// What a statement is compared by.
struct Utterance {
  std::vector<std::uint64_t> quoted;  ///< hashes of the words in quotation marks, in order
  std::vector<std::uint64_t> all;     ///< of all words of the content
};

/// The words of one statement; `analysis` is its article's.
Utterance utterance_of(const Statement& statement, const Analysis& analysis);

/// Are these the same words, or nearly: at least five quoted words of which four in five are in the
/// other one's quoted words, in order; or, without quotation marks, eight words with as many in
/// common as four in five of the longer?
bool same_words(const Utterance& a, const Utterance& b);

/// For each utterance the first one with the same words, or itself. Candidates come from shared
/// runs of three words, so the cost grows with what is shared and not with all pairs.
std::vector<std::size_t> group_same_words(std::span<const Utterance> utterances);

}  // namespace twosource
