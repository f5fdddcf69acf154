#include "twosource/report/html.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "twosource/base/json.hpp"
#include "twosource/report/example_report.hpp"
#include "twosource/report/html_accounts.hpp"
#include "twosource/report/html_data.hpp"
#include "twosource/report/html_story.hpp"
#include "twosource/report/html_text.hpp"

namespace twosource {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST_CASE("what is special in markup is escaped, everything else comes through unchanged") {
  CHECK(escape_html("<a href=\"x\" id='y'> & é 😀\n\t") ==
        "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt; &amp; é 😀\n\t");
  CHECK(escape_html("a\r\nb") == "a&#13;\nb");
  CHECK(escape_html(std::string_view("a\0b", 3)) == "a\uFFFDb");
  CHECK(escape_html("a\xff") == "a\uFFFD");
}

TEST_CASE("names lose control and direction characters and keep their direction to themselves") {
  CHECK(html_name("\u202Eevil\x1b", "ar") == "<bdi lang=\"ar\">evil</bdi>");
  CHECK(html_name("a<b") == "<bdi>a&lt;b</bdi>");
  CHECK(html_name("x", "en\"><script>") == "<bdi lang=\"en&quot;&gt;&lt;script&gt;\">x</bdi>");
}

TEST_CASE("numbers of articles in a sentence become links, other brackets stay") {
  CHECK(html_sentence("[2] of [3], [0] [4] [x] [2", 3) ==
        "<a class=\"n\" href=\"#article-2\">[2]</a> of <a class=\"n\" href=\"#article-3\">[3]</a>, "
        "[0] [4] [x] [2");
  CHECK(html_sentence("[99999999999999999999]", 3) == "[99999999999999999999]");
}

TEST_CASE("JSON inside a script element never holds the start of a tag or comment") {
  const std::string text = script_json(Json::Object{{"a", "</script><!--"}, {"<b", 1}});
  CHECK(text == R"({"a":"\u003c/script>\u003c!--","\u003cb":1})");
  CHECK(parse_json(text)->text_at("a") == "</script><!--");
}

TEST_CASE("the hash of a script is what the content security policy wants") {
  // echo -n "alert('Hello, world.');" | openssl sha256 -binary | openssl base64
  CHECK(csp_hash("alert('Hello, world.');") ==
        "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
  CHECK(csp_hash("").size() == std::string_view("'sha256-'").size() + 44);
}

TEST_CASE("the page forbids everything but its own style and script") {
  const std::string page = render_html(example_report());
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
  CHECK(has(page, "content=\"default-src 'none'; style-src 'sha256-"));
  CHECK_FALSE(has(page, "unsafe-inline"));
  CHECK_FALSE(has(page, " style=\""));
  CHECK_FALSE(has(page, " onclick="));
  CHECK_FALSE(has(page, "src="));
  CHECK(count(page, "<script>") == 1);
}

TEST_CASE("sum, origins, lineage table and texts stand in the page without script") {
  const Report report = example_report();
  const std::string page = render_html(report);
  CHECK(has(page, "<strong>2</strong> independent origins shown, at most <strong>4</strong>"));
  CHECK(has(page, "fold into the agency text of"));
  CHECK(has(page, "<span class=\"letter agency\">A</span>"));
  CHECK(has(page, "comes from <a class=\"n\" href=\"#article-1\">[1]</a>, word for word"));
  CHECK(has(page, "<svg class=\"lineage\" role=\"img\""));
  CHECK(has(page, "No shared text is no proof of independence."));
  for (const Article& article : report.articles) {
    CHECK(count(page, escape_html(slice(article.text, article.title)) + "\n\n") == 1);
  }
}

TEST_CASE("marks of flags leave the stored text as it is, also where they overlap") {
  Report report = example_report();
  const Span place = report.flags[1].place.span;
  report.flags.push_back(report.flags[1]);
  report.flags.back().place.span = {place.begin + 4, place.end + 2};
  report.flags.push_back(report.flags[1]);
  const ReportView view(report);
  std::string text = flagged_text(view, 6);
  CHECK(count(text, "<mark class=\"flag\"") == 2);
  for (const int number : {2, 3}) {
    const std::size_t begin = text.find(fmt::format("<mark class=\"flag\" id=\"flag-{}\"", number));
    REQUIRE(begin != std::string::npos);
    text.erase(begin, text.find('>', begin) + 1 - begin);
    text.erase(text.find("</mark>"), 7);
  }
  CHECK(text == escape_html(report.articles[6].text));
  CHECK(count(flag_list(view, 6), "<li>") == 3);
  CHECK(flag_list(view, 0).empty());
  CHECK(flagged_text(view, 0) == escape_html(report.articles[0].text));
}

TEST_CASE("rows are claims, columns origins: copies are folded into their origin") {
  const std::string page = render_html(example_report());
  CHECK(has(page, "<strong>1</strong> agreed by at least two independent origins"));
  CHECK(count(page, "<table class=\"matrix\">") == 1);
  // Three origins that say something of what stands in the table, one more that has the later
  // state.
  CHECK(count(page, "<summary>3 articles</summary>") == 1);
  CHECK(count(page, "<td class=\"other_number\">") == 1);
  CHECK(count(page, "<td class=\"contradicts\">") == 1);
  CHECK(has(page, "one speaker, 2 origins, at most 3 (A B ?2) report it") == false);  // no row
  CHECK(count(page, "<li class=\"clash\">") == 2);
  CHECK(count(page, "<li class=\"update\">") == 1);
  CHECK(has(page, "<bdi>Edda Falk</bdi> said"));
  CHECK(has(page, "data-a=\"1\" data-b=\"4\" data-place-a=\""));
}

TEST_CASE("hundreds of claims leave the page light") {
  Report report = example_report();
  const std::size_t before = render_html(report).size();
  const Claim claim = report.claims[1];
  report.claims.resize(report.claims.size() - 1);
  for (int i = 0; i < 2000; ++i) report.claims.push_back(claim);
  const std::string page = render_html(report);
  CHECK(page.size() < before + 500'000);
  CHECK(has(page, "more, all in report.json"));
}

TEST_CASE("nothing that an article says becomes markup") {
  const std::string page = render_html(hostile_report());
  CHECK(count(page, "<script>") == 1);
  CHECK(count(page, "<script") == 2);  // and the data of one story
  CHECK(count(page, "</script") == 2);
  CHECK_FALSE(has(page, "<img"));
  CHECK_FALSE(has(page, "<!-- "));
  CHECK_FALSE(has(page, "<b>path"));
  CHECK_FALSE(has(page, "<b>2031"));
  CHECK_FALSE(has(page, "\" onclick"));
  CHECK_FALSE(has(page, "<i>Outlet"));
  CHECK_FALSE(has(page, "\u202E</bdi>"));
  CHECK(has(page, "&#13;\nline 😀"));
}

TEST_CASE("a short place is shown among its neighbours, a long one is cut between words") {
  const Report report = example_report();
  const std::string page = render_html(report);
  CHECK(has(page, "Dr Edda Falk, <b>told The Harbour Post</b>. Two shift leaders"));
  CHECK(has(page, "<b>By Maro Quist</b>, at the northern quay."));
  const Reason reason{"code", "Text.", {{4, report.articles[4].body}, {5, {0, 8}}}};
  const std::string list = reason_list(report, {reason}, "reasons");
  CHECK(has(list, "has asked an outside engineer to …</span>"));
  CHECK(has(list, "<summary>2 places</summary>"));
}

TEST_CASE("a thing that was said unfolds to its places, with source, cue and content marked") {
  const std::string page = render_html(example_report());
  CHECK(has(page, "<h4><bdi>Ilva Torrend</bdi> <span class=\"role\">crane driver</span>"));
  CHECK(count(page, "<li class=\"direct\"><details>") == 1);
  CHECK(has(page, "<mark>Three dock workers were hurt</mark> when a loading crane"));
  CHECK(has(page, "<b>the harbour police</b> <u>said</u>"));
  CHECK(has(page, "[7]</a> does not name the speaker; the other articles do."));
  CHECK(has(page, "1 source without a name"));
  CHECK(has(page, "1 doubtful one"));
  CHECK_FALSE(has(page, "class=\"conflict\""));
}

TEST_CASE("two speakers of the same words stand above all others") {
  Report report = example_report();
  Statement& other = report.statements[5];
  other.speaker = Speaker{1, "Edda Falk"};
  other.conflicts = {1};
  for (const StatementIndex i : {1U, 3U}) report.statements[i].conflicts = {5};
  const std::string page = render_html(report);
  CHECK(count(page, "class=\"conflict\"") == 1);
  CHECK(count(page, "class=\"direct contested\"") == 2);
  CHECK(has(page, "also said to be <bdi>Edda Falk</bdi>’s"));
}

TEST_CASE("an address that is not of the web is no link") {
  Report report = example_report();
  report.articles[0].url = "javascript:alert(1)";
  report.articles[1].url = "https://example.org/?a=\"&b";
  const std::string page = render_html(report);
  CHECK_FALSE(has(page, "javascript:"));
  CHECK(has(page, "href=\"https://example.org/?a=&quot;&amp;b\" rel=\"noreferrer noopener\""));
}

TEST_CASE("the reader's data begin with the pair that shares most and count in code points") {
  const Report report = example_report();
  const ReportView view(report);
  RecordMaker maker(report);
  const Result<Json> data = parse_json(reader_data(view, maker, 0));
  REQUIRE(data);
  const Json& pair = (*data->find("pairs")->array())[0];
  CHECK(pair.find("a")->number() == 1);
  CHECK(pair.find("b")->number() == 3);
  CHECK(pair.text_at("into_b") == "84 %");
  CHECK(pair.text_at("how") == "edited; [1] had it first");
  const Json& passage = (*pair.find("passages")->array())[0];
  CHECK(passage.text_at("mark") == "E");
  CHECK(passage.find("runs")->array()->size() == 4);
  const std::string& text = report.articles[2].text;
  const std::size_t bytes = text.find("Three dock");
  CHECK((*passage.find("b")->array())[0].number() == static_cast<double>(bytes - 8));
}

TEST_CASE("quoted speech and furniture have their own letters") {
  Report report = example_report();
  for (Copy& copy : report.copies) copy.furniture = copy.a == 4;
  const ReportView view(report);
  RecordMaker maker(report);
  const std::string data = reader_data(view, maker, 0);
  CHECK(count(data, "\"mark\":\"F\"") == 1);
  CHECK(count(data, "\"mark\":\"Q\"") == 5);
  CHECK(count(data, "\"mark\":\"V\"") == 1);
  CHECK(count(data, "\"mark\":\"E\"") == 2);
}

TEST_CASE("long lists are folded: the page of a large story grows with its texts") {
  const std::string small = render_html(large_report(60, 60));
  const std::string large = render_html(large_report(600, 60));
  CHECK(large.size() < 11 * small.size());
  CHECK(count(small, "class=\"read\"") == 12);
  CHECK(has(small, "more pairs share text: choose them below"));
}

TEST_CASE("a report with nothing in it is a page that says so") {
  const std::string page = render_html(Report{});
  CHECK(has(page, "0 articles in 0 stories"));
  CHECK(has(page, "</html>"));
}

}  // namespace
}  // namespace twosource
