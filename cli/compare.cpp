#include "cli/outcome.hpp"

namespace twosource::cli {

int compare(const Options& options) {
  return with_report(options, Depth::claims, [&](const Report& report) {
    return write_records(options, report, RecordKind::claims, render_accounts);
  });
}

}  // namespace twosource::cli
