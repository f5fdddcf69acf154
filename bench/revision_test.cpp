#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "bench/evaluations.hpp"

namespace twosource::bench {
namespace {

TEST_CASE("answers of a task that was not trained on are told copied or not") {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / "twosource-bench-revision";
  std::filesystem::create_directories(folder);
  const auto write = [&](const std::string& name, const std::string& bytes) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  };
  const std::string source =
      "The crew of the Brisa reached the harbour of Orlo with the last of their fuel after nine "
      "hours on the open sea.";
  std::string table = "File,Task,Category\n";
  for (const std::string task : {"a", "b"}) {
    write("orig_task" + task + ".txt", source);
    write("copy_task" + task + ".txt", source);
    write("own_task" + task + ".txt", "Barley is harvested early when summers are dry and hot.");
    table += "copy_task" + task + ".txt," + task + ",cut\nown_task" + task + ".txt," + task +
             ",non\norig_task" + task + ".txt," + task + ",orig\n";
  }
  write("file_information.csv", table);
  std::ostringstream out;
  const Result<Done> done = score_revision({{folder.string()}, {}}, out);
  std::filesystem::remove_all(folder);
  REQUIRE(done);
  CHECK(out.str().find("revision.answers: 4\n") != std::string::npos);
  CHECK(out.str().find("revision.two_way: 1.0000\n") != std::string::npos);
  CHECK_FALSE(score_revision({{folder.string()}, {}}, out));
}

}  // namespace
}  // namespace twosource::bench
