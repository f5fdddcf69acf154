#include "twosource/report/accounts.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "twosource/report/example_report.hpp"
#include "twosource/report/terminal.hpp"

namespace twosource {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The text in one line, since a terminal breaks it where it likes.
std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const char blank = c == '\n' ? ' ' : c;
    if (blank != ' ' || (!out.empty() && out.back() != ' ')) out += blank;
  }
  return out;
}

TEST_CASE("claims are sorted by how the accounts stand to them") {
  const Report report = example_report();
  const Accounts accounts = accounts_of_story(report, 0);
  CHECK(accounts.agreed.size() == 1);
  CHECK(accounts.parted.size() == 3);
  CHECK(accounts.differences.size() == 2);
  CHECK(accounts.updates.size() == 1);
  CHECK(accounts.single.size() == 2);
  CHECK(accounts.unclear.size() == 1);
  CHECK(accounts_of_story(report, 1).agreed.empty());
  CHECK(accounts_of_story(Report{}, 0).single.empty());
}

TEST_CASE("who contradicts does not say it, and copies stand behind their origin") {
  const Report report = example_report();
  const Accounts accounts = accounts_of_story(report, 0);
  const Account& number = accounts.parted.front();
  CHECK(number.articles == std::vector<ArticleIndex>{0, 1, 2});
  CHECK(number.origins == std::vector<OriginIndex>{0});
  const Difference& difference = accounts.differences.front();
  CHECK(difference.a.speaker == "the harbour police");
  CHECK(difference.b.speaker == "Edda Falk");
  CHECK(difference.a.articles == std::vector<ArticleIndex>{0, 1, 2});
  CHECK(difference.b.articles == std::vector<ArticleIndex>{3});
  CHECK(accounts.differences.back().b.articles == std::vector<ArticleIndex>{4, 5});
}

TEST_CASE("one utterance is one speaker, however many origins report it") {
  const Report report = example_report();
  const ReportView view(report);
  const Accounts accounts = accounts_of_story(report, 0);
  const Account& spoken = accounts.single.front();
  CHECK(spoken.attributed);
  CHECK(spoken.in_their_words);
  CHECK(spoken.speakers == std::vector<std::string>{"Ilva Torrend"});
  CHECK(support_of(view, spoken) == "one speaker, 2 origins, at most 3 (A B ?2) report it");
  CHECK(support_of(view, accounts.agreed.front()) == "2 origins (A B)");
  CHECK(support_of(view, accounts.unclear.front()) == "no counted origin");
}

TEST_CASE("nobody's words are put into the mouth of the speaker") {
  Report report = example_report();
  const ReportView view(report);
  report.claims[4].text.span.end += 24;  // "... said Ilva Torrend" is not what she said
  report.claims[4].members.front().place = report.claims[4].text;
  const Account spoken = accounts_of_story(report, 0).single.front();
  CHECK_FALSE(spoken.in_their_words);
  CHECK(has(support_of(view, spoken), "one speaker (Ilva Torrend), 2 origins"));
}

TEST_CASE("an article that says it in its own name makes it an account, not speech") {
  Report report = example_report();
  report.claims[4].members.back().statement.reset();
  const Account account = accounts_of_story(report, 0).single.front();
  CHECK_FALSE(account.attributed);
  CHECK(account.speakers.empty());
}

TEST_CASE("of descriptions the most frequent one is taken, and names go before them") {
  Report report = example_report();
  report.claims[4].speakers.clear();
  report.statements[7].speaker = Speaker{{}, "a driver"};
  const Account account = accounts_of_story(report, 0).single.front();
  CHECK(account.speakers == std::vector<std::string>{"Ilva Torrend"});
}

TEST_CASE("the matrix has a column for each origin that speaks, and every member once") {
  const Report report = example_report();
  const ReportView view(report);
  const Matrix matrix = matrix_of(view, 0, {0, 1, 2, 3}, 10);
  CHECK(matrix.columns.size() == 4);
  CHECK_FALSE(matrix.others);
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    std::vector<std::uint32_t> members;
    REQUIRE(matrix.rows[row].size() == 4);
    for (const MatrixCell& cell : matrix.rows[row])
      members.insert(members.end(), cell.begin(), cell.end());
    std::sort(members.begin(), members.end());
    REQUIRE(members.size() == report.claims[row].members.size());
    for (std::uint32_t i = 0; i < members.size(); ++i) CHECK(members[i] == i);
  }
  CHECK(matrix.rows[1][0].size() == 3);  // three prints of the agency's text: one voice
  CHECK(matrix.rows[1][1].size() == 1);
  CHECK(matrix.rows[1][2].empty());
}

TEST_CASE("columns beyond the limit are one, those that are shown stay") {
  const Report report = example_report();
  const ReportView view(report);
  const Matrix matrix = matrix_of(view, 0, {0, 1, 2, 3}, 2);
  REQUIRE(matrix.columns.size() == 2);
  CHECK(view.label(matrix.columns[0]) == "A");
  CHECK(view.label(matrix.columns[1]) == "B");
  CHECK(matrix.others);
  CHECK(matrix.rows[2].back().size() == 2);
}

TEST_CASE("a summary says who agrees, who differs and who is alone") {
  const std::string text = one_line(render_summary(example_report(), {}));
  CHECK(has(text,
            "Agreed the northern basin stayed closed until the evening · 2 origins (A B) [1] "
            "[3] [4]"));
  CHECK(has(text,
            "Differs the harbour police said: Three dock workers (A, 3 articles) | Edda Falk "
            "said: Four people (B, [4]) · number"));
  CHECK(has(text, "(A, [1] [3]) | no ship will be turned away (?1, [5] [6]) · yes or no"));
  CHECK(has(text, "Developed Crane falls in port of Selne"));
  CHECK(has(text, "one speaker, 2 origins, at most 3 (A B ?2) report it"));
  CHECK(has(text, "Unclear Somebody should ask who signed the papers · no counted origin [7]"));
  CHECK(has(text, "2031-05-04 morning a loading crane fell"));
  CHECK(has(text, "(disputed, 1 origin)"));
  CHECK(has(text, "Odd [3] off the topic [7] pronoun without a name"));
  CHECK_FALSE(has(text, "confirmed"));
}

TEST_CASE("long lists say how much they leave out and which command has it") {
  Report report = example_report();
  for (int i = 0; i < 40; ++i) report.claims.insert(report.claims.begin(), report.claims[0]);
  for (int i = 0; i < 9; ++i) report.timeline.push_back(report.timeline[0]);
  const std::string text = one_line(render_summary(report, {}));
  CHECK(has(text, "… 36 more: twosource compare"));
  CHECK(has(text, "… 6 more: twosource brief"));
}

TEST_CASE("of many moments the summary has those that most origins tell, in the order of time") {
  Report report = example_report();
  const Moment last = report.timeline.back();
  report.timeline.pop_back();
  for (int i = 0; i < 9; ++i) report.timeline.push_back(report.timeline[0]);
  report.timeline.push_back(last);
  report.timeline.back().origins = {0, 1};
  const std::string text = one_line(render_summary(report, {}));
  CHECK(has(text, "2031-03 The crane had stood idle since a storm in March [1] [2] 2031-05-04 "));
  CHECK(has(text, "morning a loading crane fell"));
  CHECK(has(text, "… 6 more: twosource brief"));
}

TEST_CASE("what one speaker said is no single source where several report it") {
  Report report = example_report();
  report.brief[2].origins = {0, 1};
  CHECK(has(one_line(render_summary(report, {})), "(one speaker, 2 origins)"));
  CHECK(has(one_line(render_summary(example_report(), {})), "(only one source, 1 origin)"));
}

TEST_CASE("commands of their own print all of it") {
  const Report report = example_report();
  const std::string accounts = one_line(render_accounts(report, {}));
  CHECK(has(accounts,
            "“Cargo will be sent to the southern quay for the coming week and no ship "
            "will be turned away.”"));
  CHECK(has(accounts, "The harbour police speak of three, Edda Falk of four."));
  CHECK(has(accounts, "No claims were found."));  // the story of one article
  const std::string brief = one_line(render_brief(report, {}));
  CHECK(
      has(brief, "Odd [3] off the topic: “Readers sent us pictures of the scene.” – Nothing else"));
  const std::string times = render_times(report, {});
  CHECK(has(times, "early on Sunday        time      2031-05-04TMO"));
  CHECK(has(times, "?  no_anchor"));
}

}  // namespace
}  // namespace twosource
