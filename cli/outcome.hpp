#pragma once

#include <functional>
#include <string>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "twosource/model/report.hpp"
#include "twosource/report/json.hpp"

namespace twosource::cli {

/// What became of a command's output.
enum class Delivery {
  failed,  ///< it could not be written, and that was said
  sent,    ///< written; whoever waits at the terminal has not seen the problems in it
  shown,   ///< a page for people went to standard output, problems included
};

/// What a command makes of a report for people to read.
using Render = std::function<std::string(const Report&, const TerminalStyle&)>;

/// The way of every command over inputs: analyze to `depth`, then `use` what came out. A wrong
/// request is one sentence and exit_usage; problems that no page has shown are listed on standard
/// error; the exit code follows the contract.
int with_report(const Options& options, Depth depth,
                const std::function<Delivery(const Report&)>& use);

/// Writes records of one kind as JSON, as JSON Lines or as text for people, to standard output or
/// to --output.
Delivery write_records(const Options& options, const Report& report, RecordKind kind,
                       const Render& render);

/// Writes text to standard output, or whole to --output. Never `shown`.
Delivery deliver(const Options& options, const std::string& text);

}  // namespace twosource::cli
