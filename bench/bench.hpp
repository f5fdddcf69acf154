#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/base/result.hpp"

namespace twosource::bench {

/// What `twosource bench NAME PATH...` was asked for.
struct Request {
  std::vector<std::string> paths;  ///< folders or files of a public data set, as its bench says
  Jobs jobs;
  std::uint64_t articles = 0;  ///< how many to generate or to hold; 0: what the bench says
  std::uint64_t seed = 1;      ///< of what is generated
  std::string output;          ///< where to write what is generated; empty: the bench says
};

/// One evaluation or timing. It prints a table for people to `out` and closes with lines
/// `NAME.key: value` for programs. A missing or foreign data set is an error, never a zero.
struct Bench {
  std::string_view name;
  std::string_view summary;  ///< one line: what is measured, on which public data set
  std::string_view paths;    ///< what PATH... must name
  Result<Done> (*run)(const Request& request, std::ostream& out);
};

/// All benches, by name.
std::span<const Bench> benches();

}  // namespace twosource::bench
