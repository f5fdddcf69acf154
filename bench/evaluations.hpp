#pragma once

#include <iosfwd>

#include "bench/bench.hpp"

namespace twosource::bench {

// Each is written in the file of its own name, with its data set, its measure and its source on
// top of that file.

}  // namespace twosource::bench
