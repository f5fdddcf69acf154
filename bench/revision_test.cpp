#include <doctest/doctest.h>

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
    folder.write("orig_task" + task + ".txt", source);
    folder.write("copy_task" + task + ".txt", source);
    folder.write("own_task" + task + ".txt",
                 "Barley is harvested early when summers are dry and hot.");
    table += "copy_task" + task + ".txt," + task + ",cut\nown_task" + task + ".txt," + task +
             ",non\norig_task" + task + ".txt," + task + ",orig\n";
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
