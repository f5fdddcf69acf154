#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "twosource/time/grammar.hpp"

namespace twosource {

/// Words [begin, end) of an article that stand close together, could all belong to a time
/// expression, and one of which could tell one.
struct TimeRun {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The next run that begins at word `from` or behind it; empty at the end. Linear.
TimeRun next_time_run(std::string_view text, std::span<const Word> words, std::size_t from,
                      const TimeGrammar& grammar);

/// The words of a run with everything that they can be; marks between them are pieces as well, and
/// what is one number or one "p.m." is one piece.
std::vector<TimePiece> pieces_of(std::string_view text, std::span<const Word> run,
                                 const TimeGrammar& grammar);

}  // namespace twosource
