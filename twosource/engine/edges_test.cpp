// Comparing accounts, flags, timeline and brief on inputs at the edge: nothing or hardly anything
// to compare, dates that cannot be, languages that are not read. Whatever comes out must point at
// what is there, and must be the same bytes in any order and on any number of threads.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "twosource/base/temporary_folder_test.hpp"
#include "twosource/engine/pipeline.hpp"
#include "twosource/report/json.hpp"

namespace twosource {
namespace {

const std::string ferry =
    "The ferry Atlas ran aground on a sandbank off Great Skarn on Monday evening. Rescuers brought "
    "all 84 passengers ashore in three hours.";

struct Case {
  std::string title;
  std::string text;
  std::string published;
};

/// With an outlet of its own: the same article of the same outlet is read once.
std::string record_of(const Case& article, std::size_t number) {
  return fmt::format(
      R"({{"title": "{}", "text": "{}", "published": "{}", "outlet": "Courier of Ward {}"}})",
      article.title, article.text, article.published, number);
}

/// One file an article, named by its place; all as one story.
Report report_of(const std::vector<Case>& articles, unsigned jobs = 1) {
  const TemporaryFolder folder;
  Settings settings;
  settings.jobs = jobs;
  settings.one_story = true;
  settings.inputs = {folder.path()};
  for (std::size_t i = 0; i < articles.size(); ++i)
    folder.write(fmt::format("article{}.json", i), record_of(articles[i], i));
  const Result<Report> report = analyze(settings);
  REQUIRE(report);
  CHECK(report->problems.empty());
  return *report;
}

bool lies_in(const Report& report, const ArticleSpan& place) {
  return place.article < report.articles.size() && place.span.begin < place.span.end &&
         place.span.end <= report.articles[place.article].text.size();
}

bool are_counted(const Report& report, const std::vector<OriginIndex>& origins) {
  return std::ranges::is_sorted(origins) && std::ranges::all_of(origins, [&](OriginIndex origin) {
           return origin < report.origins.origins.size();
         });
}

void check_claims(const Report& report) {
  for (const Claim& claim : report.claims) {
    CHECK(lies_in(report, claim.text));
    CHECK(are_counted(report, claim.origins));
    CHECK_FALSE(claim.members.empty());
    for (const ClaimMember& member : claim.members) CHECK(lies_in(report, member.place));
    for (const ClaimConflict& conflict : claim.conflicts) {
      CHECK(lies_in(report, conflict.a));
      CHECK(lies_in(report, conflict.b));
    }
    // Agreement is two origins, a conflict two sides.
    CHECK((claim.status != ClaimStatus::agree || claim.origins.size() > 1));
    CHECK((claim.status != ClaimStatus::differ || !claim.conflicts.empty()));
  }
}

/// What is told points at what is there.
void check_places(const Report& report) {
  check_claims(report);
  for (const Flag& flag : report.flags) CHECK(lies_in(report, flag.place));
  for (const Moment& moment : report.timeline) {
    REQUIRE_FALSE(moment.sources.empty());
    for (const ArticleSpan& source : moment.sources) CHECK(lies_in(report, source));
  }
  for (const BriefSentence& sentence : report.brief) {
    REQUIRE_FALSE(sentence.cites.empty());
    for (const ArticleSpan& cite : sentence.cites) CHECK(lies_in(report, cite));
    CHECK((!sentence.claim || *sentence.claim < report.claims.size()));
  }
}

Report checked(const std::vector<Case>& articles) {
  Report report = report_of(articles);
  CHECK(report.articles.size() == articles.size());
  check_places(report);
  return report;
}

bool has_status(const Report& report, ClaimStatus status) {
  return std::ranges::any_of(report.claims,
                             [&](const Claim& claim) { return claim.status == status; });
}

TEST_CASE("no article: no account") {
  const TemporaryFolder folder;
  Settings settings;
  settings.inputs = {folder.path()};
  const Result<Report> report = analyze(settings);
  REQUIRE(report);
  CHECK(report->claims.empty());
  CHECK(report->flags.empty());
  CHECK(report->timeline.empty());
  CHECK(report->brief.empty());
}

TEST_CASE("one article has claims of its own, and nobody to agree or differ with") {
  const Report report = checked({{"Ferry stuck at Skarn", ferry, "2031-05-06"}});
  CHECK_FALSE(report.claims.empty());
  CHECK_FALSE(has_status(report, ClaimStatus::agree));
  CHECK_FALSE(has_status(report, ClaimStatus::differ));
}

TEST_CASE("articles of one sentence are compared by it") {
  const Report report =
      checked({{"", "Two people were killed when the ferry Atlas hit a rock.", "2031-05-06"},
               {"", "Five people were killed when the ferry Atlas hit a rock.", "2031-05-06"}});
  CHECK(has_status(report, ClaimStatus::differ));
}

TEST_CASE("equal articles confirm nothing, however many they are") {
  const Case article{"Ferry stuck at Skarn", ferry, "2031-05-06"};
  const Report report = checked({article, article, article});
  CHECK_FALSE(has_status(report, ClaimStatus::agree));
  CHECK_FALSE(has_status(report, ClaimStatus::differ));
  CHECK(std::ranges::all_of(report.claims,
                            [](const Claim& claim) { return claim.origins.size() < 2; }));
}

TEST_CASE("without a date no day is told, but what the text itself dates") {
  const Report report = checked({{"Ferry stuck", ferry, ""},
                                 {"Ferry afloat",
                                  "The ferry Atlas came free on 7 May 2031. She sailed to Port "
                                  "Ansel on Tuesday.",
                                  ""}});
  REQUIRE(report.timeline.size() == 1);
  CHECK(report.timeline.front().date == "2031-05-07");
}

TEST_CASE("dates at the ends of the calendar") {
  const std::string text = ferry + " The harbour was closed last week and opens next year.";
  for (const char* published : {"0001-01-01", "9999-12-31", "1970-01-01", "2032-02-29"})
    checked({{"Ferry stuck", text, published}, {"Ferry afloat", text, "2031-05-06"}});
}

TEST_CASE("an article may tell of days long after it appeared") {
  checked({{"Ferry stuck", "The ferry Atlas ran aground on 9 June 2044. " + ferry, "2031-05-06"},
           {"Ferry free", "On 9 June 1744 the ferry Atlas ran aground. " + ferry, "2031-05-05"}});
}

TEST_CASE("of a language that is not read nothing is told") {
  const Report report = checked(
      {{"Fähre vor Skarn gestrandet",
        "Die Fähre Atlas ist am Montagabend vor der Insel Groß Skarn auf eine Sandbank gelaufen. "
        "Die Retter brachten alle Fahrgäste innerhalb von drei Stunden an Land.",
        "2031-05-06"},
       {"Nacht auf der Sandbank",
        "Am Montagabend lief die Fähre Atlas vor der Insel Groß Skarn auf Grund. Niemand wurde "
        "verletzt, sagte der Kapitän der Zeitung am nächsten Morgen.",
        "2031-05-06"}});
  CHECK(report.claims.empty());
  CHECK(report.brief.empty());
}

TEST_CASE("an article whose text is its title") {
  checked({{"", "Two killed as ferry Atlas hits breakwater", "2031-05-06"},
           {"Ferry Atlas kills five", "Ferry Atlas kills five", "2031-05-06"},
           {"Ferry stuck at Skarn", ferry, "2031-05-06"}});
}

TEST_CASE("the same bytes in any order and on any number of threads") {
  std::vector<Case> articles;
  articles.reserve(12);
  for (int i = 0; i < 12; ++i) {
    articles.push_back(
        {fmt::format("Ferry stuck at Skarn, day {}", i),
         fmt::format("{} people were injured when the ferry Atlas hit the breakwater of Port Ansel "
                     "on Monday. The captain, Jonas Wick, said that crew member {} was asleep. {}",
                     10 + i % 3, i, i % 2 == 0 ? ferry : "The search goes on in the fog."),
         i % 4 == 0 ? "" : fmt::format("2031-05-{:02}", 6 + i)});
  }
  const TemporaryFolder folder;
  std::vector<std::string> files;
  files.reserve(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i)
    files.push_back(folder.write(fmt::format("article{}.json", i), record_of(articles[i], i)));
  const auto bytes_of = [&](unsigned jobs) {
    Settings settings;
    settings.jobs = jobs;
    settings.one_story = true;
    settings.inputs = files;
    const Result<Report> report = analyze(settings);
    REQUIRE(report);
    check_places(*report);
    CHECK_FALSE(report->claims.empty());
    return report_json(*report);
  };
  const std::string expected = bytes_of(1);
  std::mt19937 dice(7);
  for (const unsigned jobs : {1U, 2U, 4U}) {
    std::ranges::shuffle(files, dice);
    CHECK(bytes_of(jobs) == expected);
  }
}

}  // namespace
}  // namespace twosource
