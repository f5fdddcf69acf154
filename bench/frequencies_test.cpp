#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "bench/evaluations.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

const std::string standing_line = "This report was written by the staff of the harbour gazette.\n";

// More than 50 words that are the same for every day but for one.
std::string report(const std::string& day) {
  return "On " + day +
         " the harbour of the old town was shut after divers had found long cracks in one of its "
         "two piers, and "
         "nobody would say when the ferries to the islands can use it again, as the mayor was "
         "away. People who work on "
         "the islands waited for hours in the rain before the first boat of the coast guard took "
         "them home at night.\n";
}

std::string count(const TemporaryFolder& folder) {
  std::ostringstream out;
  const Result<Done> done = count_frequencies({{folder.path()}, {}}, out);
  return done ? out.str() : "error: " + done.error().message;
}

bool has_line(const std::string& text, const std::string& line) {
  return text.find("\n" + line + "\n") != std::string::npos;
}

TEST_CASE("words of three documents are counted, lines that come again are not") {
  const TemporaryFolder folder;
  for (const std::string day : {"Monday", "Tuesday", "Friday"})
    folder.write(day + ".txt", standing_line + report(day));
  folder.write("again.txt", standing_line + report("Monday"));
  const std::string table = count(folder);
  CHECK(has_line(table, "# language: en"));
  CHECK(has_line(table, "# documents: 3"));
  CHECK(has_line(table, "ferries\t3\t3"));
  CHECK(has_line(table, "harbour\t4\t3"));  // the standing line counts once
  CHECK(table.find("monday") == std::string::npos);
}

TEST_CASE("of stories only the half with an even hash is counted") {
  const TemporaryFolder folder;
  std::string lines;
  int even = 0;
  for (const std::string name : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    lines += R"({"story": ")" + name + R"(", "text": ")" +
             report(name).substr(0, report(name).size() - 1) + "\"}\n";
    even += hash_bytes(name) % 2 == 0 ? 1 : 0;
  }
  folder.write("stories.jsonl", lines);
  CHECK(even > 0);
  CHECK(even < 8);
  CHECK(has_line(count(folder), "# documents: " + std::to_string(even)));
}

TEST_CASE("without a text there is no table") {
  const TemporaryFolder folder;
  folder.write("empty.txt", "");
  CHECK(count(folder).substr(0, 6) == "error:");
}

}  // namespace
}  // namespace twosource::bench
