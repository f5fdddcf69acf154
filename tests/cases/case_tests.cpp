// Runs golden cases: case_tests [--received FOLDER] CASES... where CASES are folders
// tests/cases/<stage> or files in them. Prints a diff for each case that fails. With --received,
// the files as they would have to be are written to FOLDER/<stage>/; scripts/approve.py shows them
// and puts them in place.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/cases/golden_case.hpp"
#include "tests/cases/stages.hpp"

namespace twosource::tests {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  int passed = 0;
  int failed = 0;
  int known_gaps = 0;
};

std::vector<fs::path> find_cases(const std::vector<fs::path>& inputs) {
  std::vector<fs::path> files;
  for (const fs::path& input : inputs) {
    if (!fs::is_directory(input)) {
      files.push_back(input);
      continue;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(input)) {
      if (entry.path().extension() == ".case") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// The longest common subsequence of lines, in the plainest way: cases are short.
void print_diff(const std::string& expected, const std::string& received) {
  const std::vector<std::string> a = lines_of(expected);
  const std::vector<std::string> b = lines_of(received);
  std::vector<std::vector<std::size_t>> common(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] =
          a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      std::printf("      %s\n", a[i].c_str());
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      std::printf("    - %s\n", a[i++].c_str());
    } else {
      std::printf("    + %s\n", b[j++].c_str());
    }
  }
}

const Stage* find_stage(const fs::path& path) {
  const std::string name = fs::absolute(path).parent_path().filename();
  const auto all = stages();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Stage& stage) { return stage.name == name; });
  return found == all.end() ? nullptr : &*found;
}

// The case as it would have to be, with every computed section computed anew.
GoldenCase compute(const GoldenCase& golden, const Stage& stage) {
  GoldenCase received = golden;
  for (Section& section : received.sections) {
    section.text = stage.render(golden, section.name).value_or(section.text);
  }
  return received;
}

bool computes_something(const GoldenCase& golden, const Stage& stage) {
  return std::any_of(golden.sections.begin(), golden.sections.end(), [&](const Section& section) {
    return stage.render(golden, section.name).has_value();
  });
}

void report(const fs::path& path, const GoldenCase& golden, const GoldenCase& received) {
  std::printf("%s: %s\n", path.c_str(), golden.title.c_str());
  for (std::size_t i = 0; i < golden.sections.size(); ++i) {
    if (golden.sections[i].text == received.sections[i].text) continue;
    std::printf("  %s (- as the case says, + as it came out)\n", golden.sections[i].name.c_str());
    print_diff(golden.sections[i].text, received.sections[i].text);
  }
}

bool fail(Outcome& outcome, const fs::path& path, const std::string& why) {
  std::printf("%s: %s\n", path.c_str(), why.c_str());
  ++outcome.failed;
  return false;
}

// Runs one case; returns the file as it would have to be, or nothing if the case says so already.
std::string run_case(const fs::path& path, Outcome& outcome) {
  const Stage* stage = find_stage(path);
  const Result<GoldenCase> golden = parse_case(read_all(path));
  if (stage == nullptr || !golden) {
    fail(outcome, path,
         stage == nullptr ? "no stage has the name of its folder" : golden.error().message);
    return {};
  }
  if (!computes_something(*golden, *stage)) {
    fail(outcome, path, "none of its sections is one that the stage computes");
    return {};
  }
  const GoldenCase received = compute(*golden, *stage);
  const bool equal = write_case(*golden) == write_case(received);
  if (equal && golden->known_gap.empty()) {
    ++outcome.passed;
  } else if (equal) {
    fail(outcome, path, "passes by surprise; take out its line `# known gap`");
  } else if (!golden->known_gap.empty()) {
    ++outcome.known_gaps;
    std::printf("%s: known gap: %s\n", path.c_str(), golden->known_gap.c_str());
  } else {
    ++outcome.failed;
    report(path, *golden, received);
    return write_case(received);
  }
  return {};
}

int run(const std::vector<fs::path>& inputs, const fs::path& received_folder) {
  Outcome outcome;
  for (const fs::path& path : find_cases(inputs)) {
    const std::string received = run_case(path, outcome);
    if (received.empty() || received_folder.empty()) continue;
    const fs::path folder = received_folder / fs::absolute(path).parent_path().filename();
    fs::create_directories(folder);
    std::ofstream(folder / path.filename(), std::ios::binary) << received;
  }
  std::printf("%d cases passed, %d failed, %d known gaps\n", outcome.passed, outcome.failed,
              outcome.known_gaps);
  return outcome.failed == 0 && outcome.passed > 0 ? 0 : 1;
}

}  // namespace
}  // namespace twosource::tests

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> inputs(argv + 1, argv + argc);
  std::filesystem::path received;
  if (inputs.size() >= 2 && inputs[0] == "--received") {
    received = inputs[1];
    inputs.erase(inputs.begin(), inputs.begin() + 2);
  }
  return twosource::tests::run(inputs, received);
}
