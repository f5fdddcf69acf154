#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/parallel.hpp"

namespace twosource::bench {

/// How large the bad input is, and where its files may lie.
struct LimitScale {
  std::uint64_t articles = 1000000;  ///< of the largest collection; the others are parts of that
  std::uint64_t seed = 1;
  Jobs jobs;
  std::string folder;
};

/// What became of one kind of bad input.
struct LimitOutcome {
  std::size_t articles = 0;  ///< handed in
  double megabytes = 0.0;
  double seconds = 0.0;  ///< of the stages measured, without making the input
  double processor_seconds = 0.0;
  double peak_megabytes = 0.0;     ///< of the process while they ran
  std::vector<std::string> wrong;  ///< a sentence for each thing that must not be; empty: right
  std::string answer;              ///< what the engine says of it
};

/// Measures `work` into the times and the peak of `outcome`.
void measure_into(LimitOutcome& outcome, const std::function<void()>& work);

/// Notes `what` as wrong unless it holds.
void expect(LimitOutcome& outcome, bool holds, std::string_view what);

/// One kind of bad input.
struct LimitCase {
  std::string_view name;
  LimitOutcome (*run)(const LimitScale& scale);
  bool grows = true;  ///< with `articles`: then its exponent says something
};

/// Through the whole engine, as `twosource run` does it: limit_cases.cpp.
std::span<const LimitCase> engine_limits();

/// Through the archive path and the index of passages: limit_index.cpp.
std::span<const LimitCase> index_limits();

}  // namespace twosource::bench
