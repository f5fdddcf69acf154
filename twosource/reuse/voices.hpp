#pragma once

#include <span>
#include <vector>

#include "twosource/reuse/evidence.hpp"

namespace twosource {

/// Whose a word is: the writer's; somebody's who is reported; somebody's who is quoted.
enum class Voice { writer, reported, quoted };

/// For each word of each run whose it is. It is enough if one side has quotation marks, or tells
/// who said it. Reported words are looked for only in passages with quoted ones: what stands far
/// from any quotation has mostly been worded by the writer. Linear in the passage, and with
/// quotations in its sentences.
std::vector<std::vector<Voice>> find_voices(PassageSide a, PassageSide b,
                                            std::span<const WordRun> runs);

}  // namespace twosource
