#include "cli/outcome.hpp"

namespace twosource::cli {

int extract(const Options& options) {
  return with_report(options, Depth::articles, [&](const Report& report) {
    return write_records(options, report, RecordKind::extracts, render_articles);
  });
}

}  // namespace twosource::cli
