#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "bench/evaluations.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

constexpr const char* cases = R"([
  {"Input": "The boats of Selne left on July 1, 2018.",
   "Context": {"ReferenceDateTime": "2018-07-08T00:00:00"},
   "Results": [{"Text": "july 1, 2018", "Start": 27, "End": 38, "TypeName": "datetimeV2.date",
                "Resolution": {"values": [
                  {"timex": "2018-07-01", "type": "date", "value": "2018-07-01"}]}}]},
  {"Input": "They were at sea for 3 days.",
   "Context": {"ReferenceDateTime": "2018-07-08T00:00:00"},
   "Results": [{"Text": "3 days", "Start": 21, "End": 26, "TypeName": "datetimeV2.duration",
                "Resolution": {"values": [
                  {"timex": "P3D", "type": "duration", "value": "1"}]}}]},
  {"Input": "Nobody asked.", "Results": [],
   "NotSupported": "dotnet, javascript, java, python"}
])";

TEST_CASE("a value counts where type and value are equal") {
  const TemporaryFolder folder;
  Request request;
  request.paths = {folder.write("cases.json", std::string("\xEF\xBB\xBF") + cases)};
  std::ostringstream out;
  REQUIRE(measure_time_values(request, out));
  const std::string text = out.str();
  CHECK(text.find("time-values.exact: 0.5000\n") != std::string::npos);
  CHECK(text.find("time-values.exact_same_place: 0.5000\n") != std::string::npos);
  CHECK(text.find("time-values.found: 1.0000\n") != std::string::npos);
  CHECK(text.find("time-values.skipped: 1\n") != std::string::npos);
}

TEST_CASE("a file without cases is an error, not a score") {
  const TemporaryFolder folder;
  std::ostringstream out;
  Request request;
  request.paths = {folder.write("none.json", "[]")};
  CHECK_FALSE(measure_time_values(request, out));
  request.paths = {folder.write("other.json", "{}")};
  CHECK_FALSE(measure_time_values(request, out));
  request.paths = {folder.path() + "/missing.json"};
  CHECK_FALSE(measure_time_values(request, out));
}

}  // namespace
}  // namespace twosource::bench
