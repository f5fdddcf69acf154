#include "bench/bench.hpp"

#include <array>

#include "bench/evaluations.hpp"

namespace twosource::bench {
namespace {

// By name; one line each, to be read as the list of what can be measured.
constexpr std::array<Bench, 0> all_benches = {};

}  // namespace

std::span<const Bench> benches() {
  return all_benches;
}

}  // namespace twosource::bench
