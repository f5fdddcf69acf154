#include "cli/outcome.hpp"

namespace twosource::cli {

int statements(const Options& options) {
  return with_report(options, Depth::statements, [&](const Report& report) {
    return write_records(options, report, RecordKind::statements, render_statements);
  });
}

}  // namespace twosource::cli
