#include "tests/cases/golden_case.hpp"

#include <algorithm>
#include <cstddef>

namespace twosource::tests {
namespace {

constexpr std::string_view gap_mark = "# known gap: ";

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

void strip_blank_lines(std::string& text) {
  text.erase(0, std::min(text.find_first_not_of('\n'), text.size()));
  text.erase(text.find_last_not_of('\n') + 1);
}

}  // namespace

std::string_view GoldenCase::text_of(std::string_view name) const {
  const auto found = std::find_if(sections.begin(), sections.end(),
                                  [&](const Section& section) { return section.name == name; });
  return found == sections.end() ? std::string_view() : std::string_view(found->text);
}

Result<GoldenCase> parse_case(std::string_view file) {
  GoldenCase golden;
  std::string_view rest = file;
  const std::string_view title = take_line(rest);
  if (title.substr(0, 2) != "# ") {
    return Error{ErrorKind::format, "a case begins with a line `# what is shown`"};
  }
  golden.title = title.substr(2);
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.substr(0, 3) == "-- ") {
      golden.sections.push_back({std::string(line.substr(3)), {}});
    } else if (!golden.sections.empty()) {
      golden.sections.back().text.append(line).append("\n");
    } else if (line.substr(0, gap_mark.size()) == gap_mark) {
      golden.known_gap = line.substr(gap_mark.size());
    } else if (!line.empty()) {
      return Error{ErrorKind::format,
                   "a line stands before the first section: " + std::string(line)};
    }
  }
  for (Section& section : golden.sections) strip_blank_lines(section.text);
  return golden;
}

std::string write_case(const GoldenCase& golden) {
  std::string file = "# " + golden.title + "\n";
  if (!golden.known_gap.empty()) file.append(gap_mark).append(golden.known_gap).append("\n");
  for (const Section& section : golden.sections) {
    file.append("-- ").append(section.name).append("\n");
    if (!section.text.empty()) file.append(section.text).append("\n");
  }
  return file;
}

}  // namespace twosource::tests
