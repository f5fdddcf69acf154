#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "bench/evaluations.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

const std::string sentence =
    "The crew of the Brisa reached the harbour of Orlo with the last of their fuel after nine "
    "hours on the open sea and went ashore.";

TEST_CASE("a passage that is found whole has plagdet 1, a kind without detections 0") {
  const TemporaryFolder folder;
  folder.write("source-document00001.txt", sentence + " Then it rained.");
  folder.write("suspicious-document00001.txt", sentence + " Nobody knows why.");
  const std::string size = std::to_string(sentence.size() - 1);
  const std::string places = "\" this_offset=\"0\" this_length=\"" + size +
                             "\" source_reference=\"source-document00001.txt\" source_offset=\"0\" "
                             "source_length=\"" +
                             size + "\"/>";
  folder.write("suspicious-document00001.xml",
               "<document><feature name=\"plagiarism\" type=\"artificial\" obfuscation=\"none" +
                   places + "</document>");
  std::ostringstream out;
  REQUIRE(score_pan_passages({{folder.path()}, {}}, out));
  CHECK(out.str().find("pan.verbatim: 1.0000\n") != std::string::npos);
  CHECK(out.str().find("pan.simulated: 0.0000\n") != std::string::npos);
}

TEST_CASE("a folder without passages is an error, not a score") {
  const TemporaryFolder folder;
  folder.write("source-document00001.txt", sentence);
  std::ostringstream out;
  CHECK_FALSE(score_pan_passages({{folder.path()}, {}}, out));
}

}  // namespace
}  // namespace twosource::bench
