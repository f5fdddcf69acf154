#include "cli/outcome.hpp"

namespace twosource::cli {

int times(const Options& options) {
  return with_report(options, Depth::times, [&](const Report& report) {
    return write_records(options, report, RecordKind::times, render_times);
  });
}

}  // namespace twosource::cli
