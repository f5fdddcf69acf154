#include "tests/cases/case_story.hpp"

#include <utility>

#include "tests/cases/case_articles.hpp"
#include "twosource/base/parallel.hpp"
#include "twosource/brief/brief.hpp"
#include "twosource/brief/timeline.hpp"
#include "twosource/claim/claims.hpp"
#include "twosource/flag/flags.hpp"
#include "twosource/origin/direction.hpp"
#include "twosource/origin/origins.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"
#include "twosource/time/times.hpp"

namespace twosource::tests {

CaseStory story_of(const GoldenCase& golden) {
  constexpr Jobs jobs{1};
  CaseStory made;
  Report& report = made.report;
  report.articles = articles_of(golden);
  if (report.articles.empty())
    report.articles.push_back(make_article("article", golden.text_of("article")));
  Story story;
  story.id = "story";
  for (const Article& article : report.articles) {
    story.articles.push_back(static_cast<ArticleIndex>(report.analyses.size()));
    report.analyses.push_back(analyze_structure(article, analyze_words(article)));
  }
  report.stories.push_back(std::move(story));
  const OriginTables& tables = built_in_tables();
  report.copies = direct_copies(report.articles, report.analyses,
                                find_copies(report.articles, report.analyses, jobs).copies, tables);
  report.origins = trace_origins(
      {report.articles, report.analyses, report.copies, report.stories, jobs}, tables);
  made.tagged = tag_stories(report.articles, report.analyses, report.stories, jobs);
  Speech speech = attribute_speech(
      {report.articles, report.analyses, report.stories, made.tagged, jobs, report.copies});
  report.entities = std::move(speech.entities);
  report.statements = std::move(speech.statements);
  report.times = find_times(report.articles, report.analyses, jobs);
  report.claims = compare_accounts(report, made.tagged, jobs).claims;
  report.flags = find_flags(report, made.tagged, jobs);
  report.timeline = find_moments(report, made.tagged, jobs);
  report.brief = write_brief(report, made.tagged, jobs);
  return made;
}

}  // namespace twosource::tests
