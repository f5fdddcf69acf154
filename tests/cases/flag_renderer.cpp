// Given: `article`, or sections `article NAME` of one story. Computed: `flags`, one line each:
// article | kind | the words | the note.
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/cases/case_story.hpp"
#include "tests/cases/stages.hpp"

namespace twosource::tests {

std::optional<std::string> render_flag(const GoldenCase& golden, std::string_view output) {
  if (output != "flags") return std::nullopt;
  const CaseStory story = story_of(golden);
  std::vector<std::string> lines;
  for (const Flag& flag : story.report.flags) {
    const Article& article = story.report.articles[flag.place.article];
    lines.push_back(fmt::format("{} | {} | {} | {}", article.id, name_of(flag.kind),
                                slice(article.text, flag.place.span), flag.note));
  }
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace twosource::tests
