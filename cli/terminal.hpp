#pragma once

#include <string_view>

#include "cli/commands.hpp"
#include "twosource/report/terminal.hpp"

namespace twosource::cli {

/// Width of the terminal behind standard output (80 where it is none), and whether to use colour:
/// --color, then NO_COLOR and TERM=dumb, then whether standard output is a terminal.
TerminalStyle style_of(const Options& options);

/// Writes to standard output. A reader that went away (`| head`) is no error; a full disk is one
/// sentence on standard error, and false.
bool print(std::string_view text);

/// One line on standard error, `twosource: ` in front.
void complain(std::string_view sentence);

/// Shows where a long run stands, on one line of the terminal behind standard error that is
/// overwritten and wiped at the end; with --progress always and no terminal, a line a stage.
class ProgressLine {
 public:
  explicit ProgressLine(const Options& options);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const Progress& progress);

 private:
  bool enabled_ = false;
  bool terminal_ = false;
  bool drawn_ = false;
  std::string_view stage_;
};

}  // namespace twosource::cli
