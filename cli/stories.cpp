#include "cli/outcome.hpp"

namespace twosource::cli {

int stories(const Options& options) {
  return with_report(options, Depth::stories, [&](const Report& report) {
    return write_records(options, report, RecordKind::stories, render_stories);
  });
}

}  // namespace twosource::cli
