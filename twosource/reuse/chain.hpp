#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource {

/// One article as the comparison sees it.
struct WordText {
  std::string_view text;
  std::span<const Word> words;  ///< of the whole text
  std::uint32_t body_word = 0;  ///< the first one that may be compared
};

/// Whether the words of the run, whose hashes are equal, are equal in the texts too: nearly always,
/// but only this makes it evidence. Fast where even the punctuation is the same.
bool is_equal_text(const WordText& a, const WordText& b, WordRun run);

/// The longest common subsequence of words [a_begin, a_end) and [b_begin, b_end), as runs in text
/// order. Quadratic: for gaps of some words.
std::vector<WordRun> align_gap(const WordText& a, WordRun before, const WordText& b, WordRun after);

/// Joins the runs of one pair of articles to passages: leaves out what repetition inside one
/// article doubles, bridges small gaps between neighbours, and lets the ends grow over small edits.
///
/// `runs` are all maximal runs of one pair. Each passage is a list of runs in text order of both
/// sides; the passages are ordered by their first run.
std::vector<std::vector<WordRun>> chain_runs(std::vector<WordRun> runs, const WordText& a,
                                             const WordText& b, const PassageRules& rules);

}  // namespace twosource
