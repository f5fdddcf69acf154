#include "cli/outcome.hpp"

namespace twosource::cli {

int brief(const Options& options) {
  return with_report(options, Depth::all, [&](const Report& report) {
    return write_records(options, report, RecordKind::brief, render_brief);
  });
}

}  // namespace twosource::cli
