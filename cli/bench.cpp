#include "bench/bench.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/terminal.hpp"

namespace twosource::cli {

int bench(const std::string& name, const bench::Request& request) {
  const auto known = bench::benches();
  if (name.empty()) {
    for (const bench::Bench& entry : known) {
      print(
          fmt::format("{:<14} {}\n{:<14} PATH: {}\n", entry.name, entry.summary, "", entry.paths));
    }
    return exit_done;
  }
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const bench::Bench& entry) { return entry.name == name; });
  if (found == known.end()) {
    complain(fmt::format("no bench is called {} (twosource bench lists them)", name));
    return exit_usage;
  }
  const Result<Done> done = found->run(request, std::cout);
  std::cout.flush();
  if (done) return exit_done;
  complain(done.error().message);
  return exit_nothing;
}

}  // namespace twosource::cli
