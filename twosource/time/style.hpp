#pragma once

#include <cstdint>

namespace twosource {

/// How people write times.
enum class TimeStyle : std::uint8_t {
  /// Articles: names of days and months have capitals, the words around tell past from future, and
  /// what is doubtful is no time.
  news,
  /// Notes and messages without context ("back tomorrow 3pm, dec 20-22 off"): case says little,
  /// units are abbreviated, weeks and days are numbered, and every date without a year is the last
  /// one before it is told. tables/message_rules.tsv comes before the rules of news.
  message,
};

}  // namespace twosource
