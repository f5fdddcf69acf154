#include "cli/outcome.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "twosource/engine/output.hpp"
#include "twosource/engine/pipeline.hpp"

namespace twosource::cli {
namespace {

constexpr std::size_t problems_shown = 20;  // more would bury the answer; all are in the JSON

void list_problems(const Options& options, const Report& report) {
  if (options.quiet) return;
  const std::size_t shown =
      options.verbose ? report.problems.size() : std::min(problems_shown, report.problems.size());
  for (std::size_t i = 0; i < shown; ++i) {
    complain(report.problems[i].message);
  }
  if (shown < report.problems.size()) {
    complain(fmt::format("and {} more problems (all with -v, or under \"problems\" in --json)",
                         report.problems.size() - shown));
  }
}

bool single_origin(const Report& report) {
  return std::any_of(report.origins.sums.begin(), report.origins.sums.end(),
                     [](const Sum& sum) { return sum.articles >= 2 && sum.shown < 2; });
}

// A development in time is no conflict: its claim is an update.
bool conflict(const Report& report) {
  return std::any_of(report.claims.begin(), report.claims.end(),
                     [](const Claim& claim) { return claim.status == ClaimStatus::differ; });
}

// A folded duplicate was read: it is listed, and yet nothing is missing.
bool is_failure(const Problem& problem) {
  return problem.kind != ErrorKind::duplicate;
}

// As deep as the command goes, and deep enough to know whether the condition holds. `times` leaves
// out what lies before it: with a condition it is taken along.
Depth depth_for(Depth depth, const std::string& fail_on) {
  if (fail_on.empty()) return depth;
  if (fail_on == "conflict" || depth == Depth::times) return std::max(depth, Depth::claims);
  return std::max(depth, Depth::origins);
}

int exit_code_of(const Options& options, const Report& report) {
  if (report.articles.empty()) return exit_nothing;
  if (std::any_of(report.problems.begin(), report.problems.end(), is_failure)) return exit_partly;
  if (options.fail_on == "single-origin" && single_origin(report)) return exit_condition;
  if (options.fail_on == "conflict" && conflict(report)) return exit_condition;
  return exit_done;
}

}  // namespace

int with_report(const Options& options, Depth depth,
                const std::function<Delivery(const Report&)>& use) {
  Settings settings = options.settings;
  settings.depth = depth_for(depth, options.fail_on);
  const Result<Report> report = [&] {
    ProgressLine line(options);
    settings.progress = [&line](const Progress& progress) { line.show(progress); };
    return analyze(settings);
  }();
  if (!report) {
    complain(report.error().message);
    return exit_usage;
  }
  // An empty page helps nobody; an empty document tells a program why.
  const bool nothing = report->articles.empty();
  const bool for_people = !options.json && !options.json_lines;
  const Delivery delivery = nothing && for_people ? Delivery::sent : use(*report);
  if (delivery != Delivery::shown) list_problems(options, *report);
  if (nothing) complain("nothing readable among the inputs");
  return delivery == Delivery::failed ? int{exit_nothing} : exit_code_of(options, *report);
}

Delivery deliver(const Options& options, const std::string& text) {
  if (options.output.empty()) return print(text) ? Delivery::sent : Delivery::failed;
  const Result<Done> written = write_output(options.output, text);
  if (written) return Delivery::sent;
  complain(written.error().message);
  return Delivery::failed;
}

Delivery write_records(const Options& options, const Report& report, RecordKind kind,
                       const Render& render) {
  if (options.json) return deliver(options, records_json(report, kind, JsonShape::document));
  if (options.json_lines) return deliver(options, records_json(report, kind, JsonShape::lines));
  TerminalStyle style = style_of(options);
  if (!options.output.empty()) {
    style.color = options.color == When::always;
    return deliver(options, render(report, style));
  }
  return print(render(report, style)) ? Delivery::shown : Delivery::failed;
}

}  // namespace twosource::cli
