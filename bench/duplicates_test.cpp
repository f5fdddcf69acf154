#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "bench/evaluations.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

constexpr const char* small_collection =
    "<REUTERS NEWID=\"1\"><TEXT><BODY>The harbour of Selne was shut on Monday after divers found "
    "cracks in the eastern pier &lt;the old one>, the port authority said on Monday.\n&#3;</BODY>"
    "</TEXT></REUTERS>\n"
    "<REUTERS NEWID=\"2\"><TEXT><BODY>The harbour of Selne was shut on Monday after divers found "
    "cracks in the eastern pier &lt;the old one>, the port authority said on Friday.\n&#3;</BODY>"
    "</TEXT></REUTERS>\n"
    "<REUTERS NEWID=\"3\"><TEXT><BODY>Too short.</BODY></TEXT></REUTERS>\n"
    "<REUTERS NEWID=\"4\"><TEXT>no body</TEXT></REUTERS>\n"
    "<REUTERS NEWID=\"5\"><TEXT><BODY>Brightwell Inc. has opened a second yard on the island of "
    "Orlo, where forty people are to build ferries for the northern islands.</BODY></TEXT>"
    "</REUTERS>\n";

TEST_CASE("bench duplicates reads Reuters files, counts pairs and writes the truth") {
  const TemporaryFolder folder;
  Request request;
  request.paths = {folder.write("reut2-000.sgm", small_collection)};
  request.output = folder.at("truth");
  std::ostringstream out;
  REQUIRE(find_duplicates(request, out));
  CHECK(out.str().find("duplicates.articles: 3\n") != std::string::npos);
  CHECK(out.str().find("duplicates.true_pairs: 1\n") != std::string::npos);
  CHECK(out.str().find("duplicates.recall: 1.0000\n") != std::string::npos);
  CHECK(out.str().find("duplicates.precision: 1.0000\n") != std::string::npos);
  // 25 words, 21 grams; the last word is in one.
  CHECK(folder.read("truth/truth.tsv") == "1\t2\t0.909091\n");
  CHECK(folder.read("truth/articles.jsonl").find("pier <the old one>, the") != std::string::npos);
}

TEST_CASE("bench duplicates says what it takes where there are no articles") {
  const TemporaryFolder folder;
  Request request;
  request.paths = {folder.write("empty.sgm", "nothing")};
  std::ostringstream out;
  CHECK_FALSE(find_duplicates(request, out));
}

}  // namespace
}  // namespace twosource::bench
