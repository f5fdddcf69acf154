#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "bench/evaluations.hpp"
#include "bench/timeml.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

constexpr const char* small_document =
    "<?xml version=\"1.0\" ?>\n<TimeML>\n"
    "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2018-07-08\" "
    "functionInDocument=\"CREATION_TIME\">2018-07-08</TIMEX3></DCT>\n"
    "<TITLE>Boats</TITLE>\n"
    "<TEXT>Salt &amp; sons &#233; <EVENT eid=\"e1\" class=\"OCCURRENCE\">sailed</EVENT> on "
    "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2018-07-01\">July 1, 2018</TIMEX3>. The harbour of "
    "Selne <EVENT eid=\"e2\" class=\"STATE\">holds</EVENT> four boats and no "
    "<TIMEX3 tid=\"t2\" type=\"SET\" value=\"P1Z\">gloaming</TIMEX3>.</TEXT>\n"
    "<TIMEX3 tid=\"t3\" type=\"DATE\" value=\"2017\">outside</TIMEX3></TimeML>\n";

TEST_CASE("the text of a TimeML document comes without tags, its times with their places") {
  const Result<TimeMl> document = read_timeml(small_document);
  REQUIRE(document);
  CHECK(document->created == "2018-07-08");
  CHECK(document->text ==
        "Salt & sons é sailed on July 1, 2018. The harbour of Selne holds four boats and no "
        "gloaming.");
  REQUIRE(document->times.size() == 2);
  CHECK(slice(document->text, document->times[0].span) == "July 1, 2018");
  CHECK(document->times[0].value == "2018-07-01");
  CHECK(slice(document->text, document->times[1].span) == "gloaming");
  CHECK(document->times[1].type == "SET");
}

TEST_CASE("expressions are scored by place and value") {
  const TemporaryFolder folder;
  folder.write("selne.tml", small_document);
  std::ostringstream out;
  Request request;
  request.paths = {folder.path()};
  REQUIRE(measure_time_expressions(request, out));
  // One of two is found, and nothing else: 2 * 1 / (1 + 2).
  const std::string text = out.str();
  CHECK(text.find("timex.strict: 0.6667\n") != std::string::npos);
  CHECK(text.find("timex.relaxed: 0.6667\n") != std::string::npos);
  CHECK(text.find("timex.value: 0.6667\n") != std::string::npos);
}

TEST_CASE("a folder without TimeML is an error, not a score") {
  const TemporaryFolder folder;
  folder.write("notes.txt", "nothing");
  std::ostringstream out;
  Request request;
  request.paths = {folder.path()};
  CHECK_FALSE(measure_time_expressions(request, out));
  folder.write("broken.tml", "<TimeML><TEXT>cut");
  CHECK_FALSE(measure_time_expressions(request, out));
}

}  // namespace
}  // namespace twosource::bench
