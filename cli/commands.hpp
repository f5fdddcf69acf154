#pragma once

#include <string>
#include <vector>

#include "bench/bench.hpp"
#include "twosource/engine/settings.hpp"

namespace twosource::cli {

/// Exit codes of the contract.
enum ExitCode : int {
  exit_done = 0,
  exit_condition = 1,  ///< a --fail-on condition holds
  exit_usage = 2,      ///< wrong usage
  exit_partly = 3,     ///< done, some inputs unreadable; wins over exit_condition
  exit_nothing = 4,    ///< nothing readable
  exit_interrupted = 130,
};

enum class When { automatic, always, never };

/// The flags that every command takes.
struct Options {
  Settings settings;
  bool json = false;
  bool json_lines = false;
  std::string output;  ///< run: a folder; other commands: a file; empty: standard output
  std::string fail_on;
  std::string config;  ///< TOML file with flags; those of the command line win
  bool quiet = false;
  bool verbose = false;
  When progress = When::automatic;
  When color = When::automatic;
};

int run(const Options& options);
int extract(const Options& options);
int copies(const Options& options);
int stories(const Options& options);
int origins(const Options& options);
int statements(const Options& options);
int names(const Options& options);
int times(const Options& options);
int compare(const Options& options);
int brief(const Options& options);
int why(const Options& options, const std::vector<std::string>& names);
int bench(const std::string& name, const bench::Request& request);
int schema(const std::string& name);

}  // namespace twosource::cli
