#include <fmt/format.h>

#include "cli/outcome.hpp"
#include "twosource/engine/output.hpp"
#include "twosource/report/html.hpp"

namespace twosource::cli {
namespace {

// With -o the folder gets both files; standard output keeps the summary (or the JSON asked for).
bool write_folder(const Options& options, const Report& report) {
  if (options.output.empty()) return true;
  for (const auto& [name, bytes] : {std::pair{"report.json", report_json(report)},
                                    std::pair{"report.html", render_html(report)}}) {
    const Result<Done> written = write_output(options.output + "/" + name, bytes);
    if (written) continue;
    complain(written.error().message);
    return false;
  }
  if (options.verbose)
    complain(fmt::format("wrote report.json and report.html to {}", options.output));
  return true;
}

Delivery write_answer(const Options& options, const Report& report) {
  if (options.json || options.json_lines) {
    const JsonShape shape = options.json ? JsonShape::document : JsonShape::lines;
    return print(report_json(report, shape)) ? Delivery::sent : Delivery::failed;
  }
  return print(render_summary(report, style_of(options))) ? Delivery::shown : Delivery::failed;
}

}  // namespace

int run(const Options& options) {
  return with_report(options, Depth::all, [&](const Report& report) {
    return write_folder(options, report) ? write_answer(options, report) : Delivery::failed;
  });
}

}  // namespace twosource::cli
