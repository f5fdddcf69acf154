// Given: `article`, or sections `article NAME` of one story. Computed:
//   timeline  one line each: date | text | the articles that tell it, that of the text first
//   brief     one line each: status | text | the articles that carry it, that of the text first
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/cases/case_story.hpp"
#include "tests/cases/stages.hpp"

namespace twosource::tests {
namespace {

std::string names_of(const Report& report, const std::vector<ArticleSpan>& places) {
  std::vector<std::string> names;
  names.reserve(places.size());
  for (const ArticleSpan& place : places) names.push_back(report.articles[place.article].id);
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::optional<std::string> render_brief(const GoldenCase& golden, std::string_view output) {
  if (output != "timeline" && output != "brief") return std::nullopt;
  const CaseStory story = story_of(golden);
  std::vector<std::string> lines;
  if (output == "timeline") {
    for (const Moment& moment : story.report.timeline) {
      lines.push_back(fmt::format("{} | {} | {}", moment.date, moment.text,
                                  names_of(story.report, moment.sources)));
    }
  } else {
    for (const BriefSentence& sentence : story.report.brief) {
      lines.push_back(fmt::format("{} | {} | {}", name_of(sentence.status), sentence.text,
                                  names_of(story.report, sentence.cites)));
    }
  }
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace twosource::tests
