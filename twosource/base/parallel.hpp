#pragma once

#include <cstddef>
#include <functional>

namespace twosource {

/// How many threads a stage may use. Results never depend on it.
struct Jobs {
  unsigned count = 1;
};

/// Calls `body(i)` once for every i in [0, count), in any order, on up to `jobs.count` threads.
///
/// `body` must write only to what belongs to its own `i`; then the outcome is the same for any
/// number of threads. Returns when all calls have returned.
void parallel_for(Jobs jobs, std::size_t count, const std::function<void(std::size_t)>& body);

/// The number of hardware threads, at least 1.
Jobs all_jobs();

}  // namespace twosource
