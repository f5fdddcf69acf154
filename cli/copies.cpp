#include "cli/outcome.hpp"

namespace twosource::cli {

int copies(const Options& options) {
  return with_report(options, Depth::copies, [&](const Report& report) {
    return write_records(options, report, RecordKind::copies, render_copies);
  });
}

}  // namespace twosource::cli
