#include "cli/outcome.hpp"

namespace twosource::cli {

int origins(const Options& options) {
  return with_report(options, Depth::origins, [&](const Report& report) {
    return write_records(options, report, RecordKind::origins, render_origins);
  });
}

}  // namespace twosource::cli
