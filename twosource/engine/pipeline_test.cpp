#include "twosource/engine/pipeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "twosource/base/temporary_folder_test.hpp"
#include "twosource/report/json.hpp"

namespace twosource {
namespace {

const std::string copied =
    "The lighthouse keeper of Odra found the missing fishing boat on Sunday morning, keel up and "
    "with its nets still out, two miles south of the reef that sailors call the Anvil.";

Settings settings_for(const TemporaryFolder& folder) {
  Settings settings;
  settings.inputs = {folder.path()};
  return settings;
}

TEST_CASE("two files that share a passage become one story with one copy") {
  const TemporaryFolder folder;
  folder.write("a.txt", "Missing boat found off Odra\n\n" + copied + " Nobody was on board.");
  folder.write("b.txt", "Keeper finds fishing boat\n\n" + copied + " The search goes on.");
  const Result<Report> report = analyze(settings_for(folder));
  REQUIRE(report);
  CHECK(report->articles.size() == 2);
  CHECK(report->copies.size() == 1);
  CHECK(report->stories.size() == 1);
  REQUIRE(report->origins.sums.size() == 1);
  CHECK(report->origins.sums.front().shown <= report->origins.sums.front().possible);
  CHECK(report->coverage.undated == 2);
}

TEST_CASE("each depth stops where it says, and computes the same up to there") {
  const TemporaryFolder folder;
  folder.write("a.txt", "Missing boat found off Odra\n\n" + copied);
  folder.write("b.txt", "Keeper finds fishing boat\n\n" + copied);
  Settings settings = settings_for(folder);
  const Result<Report> whole = analyze(settings);
  settings.depth = Depth::copies;
  const Result<Report> half = analyze(settings);
  REQUIRE(whole);
  REQUIRE(half);
  CHECK(half->stories.empty());
  CHECK(records_json(*half, RecordKind::copies, JsonShape::lines) ==
        records_json(*whole, RecordKind::copies, JsonShape::lines));
}

TEST_CASE("a date by flag fills what is missing and is said to come from the flag") {
  const TemporaryFolder folder;
  folder.write("a.txt", "Missing boat found off Odra\n\n" + copied);
  Settings settings = settings_for(folder);
  settings.at = "2031-03-04";
  const Result<Report> report = analyze(settings);
  REQUIRE(report);
  REQUIRE(report->articles.front().published);
  CHECK(report->articles.front().published->source == DateSource::flag);
}

TEST_CASE("a wrong request is an error; unreadable inputs are problems of a report") {
  const TemporaryFolder folder;
  Settings settings = settings_for(folder);
  settings.at = "next week";
  CHECK(analyze(settings).error().kind == ErrorKind::usage);
  settings.at.clear();
  settings.agencies_file = folder.path() + "/none.tsv";
  CHECK(analyze(settings).error().message.find("none.tsv") != std::string::npos);
  settings.agencies_file.clear();
  settings.inputs = {folder.path() + "/none.txt"};
  const Result<Report> report = analyze(settings);
  REQUIRE(report);
  CHECK(report->articles.empty());
  CHECK(report->problems.size() == 1);
}

TEST_CASE("the caller is told which stages a run goes through, in order") {
  const TemporaryFolder folder;
  folder.write("a.txt", "Missing boat found off Odra\n\n" + copied);
  std::vector<std::string> stages;
  Settings settings = settings_for(folder);
  settings.progress = [&](const Progress& progress) {
    if (stages.empty() || stages.back() != progress.stage) stages.emplace_back(progress.stage);
  };
  REQUIRE(analyze(settings));
  CHECK(stages == std::vector<std::string>{"reading", "reading words and sentences",
                                           "comparing articles", "grouping stories",
                                           "tracing origins", "reading stories",
                                           "finding who said what", "comparing accounts"});
}

}  // namespace
}  // namespace twosource
