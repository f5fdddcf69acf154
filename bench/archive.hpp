#pragma once

#include <iosfwd>

#include "bench/bench.hpp"
#include "bench/passage_twin.hpp"

namespace twosource::bench {

/// `bench passages` on a folder of generated articles.
Result<Done> time_archive(const Request& request, std::ostream& out);

/// What the slow twin says, as a sentence and as `passages.` lines.
void print_recall(const Recalls& recalls, std::ostream& out);

}  // namespace twosource::bench
