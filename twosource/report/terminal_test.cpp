#include "twosource/report/terminal.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "twosource/base/unicode.hpp"
#include "twosource/report/example_report.hpp"

namespace twosource {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST_CASE("a summary begins with the largest story and its sum") {
  const std::vector<std::string> lines = lines_of(render_summary(example_report(), {}));
  REQUIRE(lines.size() > 2);
  CHECK(lines[0] == "Crane falls in port of Selne, three hurt");
  CHECK(lines[1] == "7 articles · 6 outlets · 2 independent origins shown, at most 4");
}

TEST_CASE("a summary names every origin by its letter and every article by its number") {
  const std::string text = render_summary(example_report(), {});
  CHECK(has(text, "  Origins   A   agency text (NWA) – articles [1] [2] [3]"));
  CHECK(has(text, "            B   own reporting: The Harbour Post – article [4]"));
  CHECK(has(text, "            ?2  unclear: [7] – article [7]"));
  CHECK(has(text, "1 addition, too small to count"));
  CHECK(has(text, "[4]    B      2031-05-04 11:30 The Harbour Post"));
  CHECK(has(text, "[7]    ?2     undated          (outlet unknown)"));
}

TEST_CASE("a summary tells copied text from quoted speech and who has it from a third") {
  const std::string text = render_summary(example_report(), {120, false});
  CHECK(has(
      text,
      "[1] → [2] 77 % of [2] stands in [1], word for word; besides, 16 words of quoted speech"));
  CHECK(has(text, "[1] – [4] quoted speech only, 16 words"));
  CHECK(has(text, "both have it from ?1"));
  CHECK(has(text, "No shared text is no"));
}

TEST_CASE("without a common source an unknown order is admitted, and a known one is an arrow") {
  Report report = example_report();
  report.origins.lineage.clear();
  const std::string text = render_summary(report, {120, false});
  CHECK(has(text, "who was first is open"));
  CHECK_FALSE(has(text, "both have it from"));
}

TEST_CASE("a summary names speakers with what they said, and two of the same words") {
  Report report = example_report();
  const std::string text = render_summary(report, {});
  CHECK(has(text, "  Who said  Ilva Torrend: “We heard the cables sing"));
  CHECK(has(text, "direct, 4 articles"));
  CHECK_FALSE(has(text, "Two speak"));
  Statement& other = report.statements[5];
  other.speaker = Speaker{1, "Edda Falk"};
  other.conflicts = {1};
  report.statements[1].conflicts = {5};
  CHECK(has(render_summary(report, {120, false}), "  Two speak “We heard the cables sing"));
}

TEST_CASE("statements and names are told with their articles, the doubtful are only counted") {
  const std::string said = render_statements(example_report(), {120, false});
  CHECK(has(said, "Ilva Torrend, crane driver\n  direct    “We heard"));
  CHECK(has(said, "(the harbour police)\n  indirect  Three dock workers"));
  CHECK(has(said, "… 1 doubtful one, in --json"));
  CHECK_FALSE(has(said, "the shops expect"));
  const std::string names = render_names(example_report(), {120, false});
  CHECK(has(names, "Persons\n            Ilva Torrend, crane driver · 3 mentions"));
  CHECK(has(names, "Torrend 1 [4]"));
  CHECK(has(names, "Edda Falk, surgeon · 1 mention [4]"));
}

TEST_CASE("a summary closes with single articles, problems and what was not covered") {
  const std::string text = render_summary(example_report(), {});
  CHECK(text.find("1 article on its own") < text.find("1 problem"));
  CHECK(text.find("1 problem") < text.find("What this does not show"));
  CHECK(has(text, "  empty     notes/empty.txt"));
  CHECK(has(text, "  Undated   1 of 8 articles"));
}

TEST_CASE("no line of any command is wider than the terminal") {
  for (const Report& report : {example_report(), hostile_report(), large_report(24, 12)}) {
    for (const unsigned width : {40U, 57U, 80U, 120U}) {
      const TerminalStyle style{width, false};
      for (const std::string& text : {render_summary(report, style), render_articles(report, style),
                                      render_copies(report, style), render_stories(report, style),
                                      render_origins(report, style)}) {
        for (const std::string& line : lines_of(text)) {
          CAPTURE(line);
          CHECK(display_width(line) <= width);
        }
      }
    }
  }
}

TEST_CASE("articles cannot send control characters to the terminal") {
  const Report report = hostile_report();
  for (const std::string& text :
       {render_summary(report, {}), render_articles(report, {}), render_copies(report, {}),
        render_stories(report, {}), render_origins(report, {})}) {
    for (const char byte : text) {
      const auto code = static_cast<unsigned char>(byte);
      CHECK((code >= 0x20 || code == '\n'));
      CHECK(code != 0x7F);
    }
    CHECK_FALSE(has(text, "\u202E"));
  }
}

TEST_CASE("colour adds sequences and takes no words away") {
  const Report report = example_report();
  std::string colored = render_summary(report, {80, true});
  CHECK(has(colored, "\x1b[1m"));
  for (std::size_t at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == render_summary(report, {80, false}));
}

TEST_CASE("long stories and long lists are cut and say how much they leave out") {
  const std::string text = render_summary(large_report(180, 60), {});
  CHECK(lines_of(text).size() < 150);
  CHECK(has(text, "… 44 more articles"));
  CHECK(has(text, "more pairs share text"));
}

TEST_CASE("a report without stories and origins prints what it has") {
  Report report = example_report();
  report.stories.clear();
  report.origins = {};
  CHECK(has(render_copies(report, {}), "[1] → [2]"));
  CHECK(has(render_articles(report, {}), "[8] "));
  CHECK(has(render_summary(report, {}), "What this does not show"));
  CHECK(has(render_copies(Report{}, {}), "No passage stands in two articles."));
}

TEST_CASE("the command for copies shows each passage with its weight") {
  const std::string text = render_copies(example_report(), {});
  CHECK(has(text, "16 words equal, 152 bits, quoted speech"));
  CHECK(has(text, "“Three dock workers were injured when"));
}

TEST_CASE("the command for origins gives all reasons and the lineage") {
  const std::string text = render_origins(example_report(), {120, false});
  CHECK(has(text, "[3] repeats 61 words of [1] in the same order."));
  CHECK(has(text, "+   unclear: a sentence of [6]"));
  CHECK(has(text, "  Lineage   [1] → [2] 97 % of [2] (copy). Credit line “(NWA)”."));
  CHECK(has(text, "?1 → [5] 84 % of [5] (copy)"));
}

}  // namespace
}  // namespace twosource
