#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "bench/evaluations.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

const std::string fog = "The harbour of Selne was closed for a day because of fog, the port said.";
const std::string ferry = "Two ferries had to wait at sea until the pilots could see the lights.";

std::string score(const TemporaryFolder& folder) {
  std::ostringstream out;
  const Result<Done> done = extract({{folder.path()}, {}}, out);
  return done ? out.str() : "error: " + done.error().message;
}

bool has_line(const std::string& text, const std::string& line) {
  return text.find("\n" + line + "\n") != std::string::npos;
}

TEST_CASE("a body that is found whole scores one, and missing pages are counted") {
  const TemporaryFolder folder;
  folder.write("articles.json", R"({"a": {"articleBody": ")" + fog + " " + ferry +
                                    R"(", "title": "Fog", "date": "2031-05-04"},
                                    "b": {"articleBody": "x"}})");
  folder.write("html/a.html", "<h1>Fog</h1><p>" + fog + "</p><p>" + ferry + "</p>");
  const std::string table = score(folder);
  CHECK(has_line(table, "extract.f1: 1.0000"));
  CHECK(has_line(table, "1 pages of articles.json are missing"));
}

TEST_CASE("precision and recall are those of bags of four words") {
  const TemporaryFolder folder;
  // The truth has 15 words, so 12 shingles; the page has 29 words, 26 shingles, 12 of them right.
  folder.write("articles.json", R"({"a": {"articleBody": ")" + fog + R"("}})");
  folder.write("html/a.html", "<p>" + fog + "</p><p>" + ferry + "</p>");
  CHECK(has_line(score(folder), "extract.f1: 0.6316"));  // 2 * 12 / (12 + 26)
}

TEST_CASE("a folder without the data set is an error") {
  const TemporaryFolder folder;
  CHECK(score(folder).starts_with("error: "));
  folder.write("articles.json", "[]");
  CHECK(score(folder).ends_with("not an object of pages"));
  folder.write("articles.json", "{}");
  CHECK(score(folder).ends_with("no page of articles.json in html/"));
}

}  // namespace
}  // namespace twosource::bench
