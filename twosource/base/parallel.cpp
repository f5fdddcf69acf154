#include "twosource/base/parallel.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <thread>

namespace twosource {

void parallel_for(Jobs jobs, std::size_t count, const std::function<void(std::size_t)>& body) {
  if (jobs.count <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) body(i);
    return;
  }
  // Without this TBB complains on standard error about more threads than the machine has.
  const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, jobs.count);
  tbb::task_arena arena(static_cast<int>(jobs.count));
  arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, body); });
}

Jobs all_jobs() {
  return {std::max(1U, std::thread::hardware_concurrency())};
}

}  // namespace twosource
