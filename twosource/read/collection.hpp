#pragma once

#include <vector>

#include "twosource/read/read.hpp"

namespace twosource {

/// Makes one collection of what was read, the same for any order of `outcomes`.
///
/// Articles that are equal in text, outlet, address and time of publication fold into the one with
/// the smallest path, with a problem `duplicate` for each other one. Every article gets an id that
/// no other has: its own where it is given and unique, else one made from its content. Articles are
/// ordered by time of publication (undated last), then path ("a.jsonl:9" before "a.jsonl:10"), then
/// id; problems by path, kind and message.
ReadOutcome settle(std::vector<ReadOutcome> outcomes);

}  // namespace twosource
