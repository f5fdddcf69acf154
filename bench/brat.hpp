#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "twosource/base/result.hpp"

namespace twosource::bench {

/// A half-open range of code points.
struct BratRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A text-bound annotation: "T3  Content 115 290;300 310  the words".
struct BratMark {
  std::string kind;
  std::vector<BratRange> ranges;  ///< in the order of the file; never empty, each begin < end
};

/// An event: "E1  Attribution:T4 Content:T3 Cue:T2 Source:T1". A role that the file numbers because
/// it stands more than once ("Content2") is given without its number.
struct BratEvent {
  std::vector<std::pair<std::string, std::string>> roles;  ///< role, id of the mark
};

/// What one brat standoff file says of its text. Relations, attributes and notes are left out.
struct BratFile {
  std::map<std::string, BratMark> marks;  ///< by id ("T3")
  std::vector<BratEvent> events;          ///< in the order of the file
};

/// Reads brat standoff (https://brat.nlplab.org/standoff.html). Lines that begin otherwise than T
/// or E and a tab-separated id are left out: the text of a mark may hold line breaks. A mark with
/// a range that is no range is an error. Linear.
Result<BratFile> parse_brat(std::string_view standoff);

}  // namespace twosource::bench
