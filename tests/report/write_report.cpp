// Writes the renderers' outputs for a report made by hand, so that programs outside C++ (a JSON
// Schema validator, a browser) can look at them:
//
//     write_report example|hostile|large FOLDER
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include "twosource/report/example_report.hpp"
#include "twosource/report/html.hpp"
#include "twosource/report/json.hpp"
#include "twosource/report/schemas.hpp"
#include "twosource/report/terminal.hpp"

namespace {

using twosource::Report;

Report make_report(std::string_view name) {
  if (name == "hostile") return twosource::hostile_report();
  if (name == "large") return twosource::large_report(2000, 60);
  return twosource::example_report();
}

void write(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) {
    fmt::print(stderr, "{}: cannot be written\n", path);
    std::exit(1);
  }
}

void write_json(const std::string& stem, const Report& report) {
  using twosource::JsonShape;
  using twosource::RecordKind;
  write(stem + ".report.json", report_json(report));
  write(stem + ".report.jsonl", report_json(report, JsonShape::lines));
  for (const RecordKind kind :
       {RecordKind::extracts, RecordKind::copies, RecordKind::stories, RecordKind::origins,
        RecordKind::times, RecordKind::claims, RecordKind::brief}) {
    const std::string name = stem + "." + name_of(kind);
    write(name + ".json", records_json(report, kind, JsonShape::document));
    write(name + ".jsonl", records_json(report, kind, JsonShape::lines));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: write_report example|hostile|large FOLDER\n");
    return 2;
  }
  const std::string folder = argv[2];
  const std::string stem = fmt::format("{}/{}", folder, argv[1]);
  const Report report = make_report(argv[1]);
  write(stem + ".html", render_html(report));
  if (std::string_view(argv[1]) == "large") return 0;  // its JSON is a third of a gigabyte
  write_json(stem, report);
  for (const std::string& name : twosource::schema_names()) {
    write(fmt::format("{}/{}.schema.json", folder, name), *twosource::json_schema(name));
  }
  write(stem + ".txt", render_summary(report, {}));
  return 0;
}
