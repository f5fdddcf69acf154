#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "bench/evaluations.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

// Two paragraphs: "She left. He stayed; it rained." with a border behind the semicolon that no rule
// of ours finds, and "Don't go."
constexpr const char* small_document =
    "# newdoc id = GUM_news_selne\n"
    "# newpar\n"
    "# newpar_block = p (3 s)\n"
    "1\tShe\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "\n"
    "1\tHe\t_\t_\t_\t_\t_\t_\t_\tEntity=(1)\n"
    "2\tstayed\t_\t_\t_\t_\t_\t_\t_\tEntity=(1)|SpaceAfter=No\n"
    "3\t;\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "\n"
    "1\tit\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\trained\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tDo\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "3.1\tunspoken\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n";

TEST_CASE("borders inside paragraphs are scored apart from those that a blank line gives away") {
  const TemporaryFolder folder;
  folder.write("GUM_news_selne.conllu", small_document);
  folder.write("GUM_fiction_selne.conllu", "not read");
  std::ostringstream out;
  REQUIRE(measure_sentences({{folder.path()}, {}}, out));
  const std::string text = out.str();
  // Inside: one of two borders found, no false one. All: two of three.
  CHECK(text.find("sentences.f1: 0.6667\n") != std::string::npos);
  CHECK(text.find("sentences.f1_all_borders: 0.8000\n") != std::string::npos);
}

TEST_CASE("a folder without the data is an error, not a score") {
  const TemporaryFolder folder;
  folder.write("notes.txt", "nothing");
  std::ostringstream out;
  CHECK_FALSE(measure_sentences({{folder.path()}, {}}, out));
  CHECK_FALSE(measure_sentences({{folder.path() + "/missing"}, {}}, out));
}

}  // namespace
}  // namespace twosource::bench
