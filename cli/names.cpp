#include "cli/outcome.hpp"

namespace twosource::cli {

int names(const Options& options) {
  return with_report(options, Depth::statements, [&](const Report& report) {
    return write_records(options, report, RecordKind::entities, render_names);
  });
}

}  // namespace twosource::cli
