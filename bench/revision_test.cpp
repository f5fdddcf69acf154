#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>
#include <string>

#include "bench/evaluations.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

TEST_CASE("answers of a task that was not trained on are told copied or not") {
  const TemporaryFolder folder;
  const std::string source =
      "The crew of the Brisa reached the harbour of Orlo with the last of their fuel after nine "
      "hours on the open sea.";
  std::string table = "File,Task,Category\n";
  for (const std::string task : {"a", "b"}) {
    folder.write(fmt::format("orig_task{}.txt", task), source);
    folder.write(fmt::format("copy_task{}.txt", task), source);
    folder.write(fmt::format("own_task{}.txt", task),
                 "Barley is harvested early when summers are dry and hot.");
    table += fmt::format(
        "copy_task{0}.txt,{0},cut\nown_task{0}.txt,{0},non\norig_task{0}.txt,{0},orig\n", task);
  }
  folder.write("file_information.csv", table);
  std::ostringstream out;
  const Result<Done> done = score_revision({{folder.path()}, {}}, out);
  REQUIRE(done);
  CHECK(out.str().find("revision.answers: 4\n") != std::string::npos);
  CHECK(out.str().find("revision.two_way: 1.0000\n") != std::string::npos);
  CHECK_FALSE(score_revision({{folder.at("missing")}, {}}, out));
}

}  // namespace
}  // namespace twosource::bench
