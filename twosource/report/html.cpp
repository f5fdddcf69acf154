#include "twosource/report/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "twosource/base/embedded.hpp"
#include "twosource/report/html_story.hpp"
#include "twosource/report/html_text.hpp"
#include "twosource/report/json.hpp"
#include "twosource/report/lineage_svg.hpp"

TWOSOURCE_EMBEDDED(report_style)
TWOSOURCE_EMBEDDED(report_script)
TWOSOURCE_EMBEDDED(report_legend)

namespace twosource {
namespace {

template <class... Args>
void put(std::string& out, fmt::format_string<Args...> pattern, Args&&... args) {
  fmt::format_to(std::back_inserter(out), pattern, std::forward<Args>(args)...);
}

// Stories of one article are a list at the end: there is nothing to compare them with.
struct Contents {
  std::vector<StoryIndex> stories;
  std::vector<ArticleIndex> singles;
};

Contents contents_of(const Report& report) {
  Contents contents;
  std::vector<bool> in_story(report.articles.size(), false);
  for (StoryIndex i = 0; i < report.stories.size(); ++i) {
    if (report.stories[i].articles.size() < 2) continue;
    contents.stories.push_back(i);
    for (const ArticleIndex article : report.stories[i].articles) in_story[article] = true;
  }
  for (ArticleIndex i = 0; i < report.articles.size(); ++i) {
    if (!in_story[i]) contents.singles.push_back(i);
  }
  return contents;
}

std::string page_title(const Report& report, const Contents& contents) {
  if (contents.stories.size() == 1) {
    return fmt::format("{} – twosource",
                       title_or_none(report.stories[contents.stories.front()].title));
  }
  return fmt::format("{} in {} – twosource", counted(contents.stories.size(), "story", "stories"),
                     counted(report.articles.size(), "article", "articles"));
}

void add_head(std::string& out, const Report& report, const Contents& contents) {
  put(out,
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"generator\" content=\"twosource {}\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; "
      "script-src {}; base-uri 'none'; form-action 'none'\">\n",
      library_version(), csp_hash(report_style()), csp_hash(report_script()));
  put(out, "<title>{}</title>\n<style>{}</style>\n</head>\n",
      html_line(page_title(report, contents)), report_style());
}

void add_story_list(std::string& out, const Report& report, const Contents& contents) {
  out += "<nav aria-label=\"Contents\"><ol class=\"contents\">\n";
  for (const StoryIndex i : contents.stories) {
    put(out, "<li><a href=\"#story-{}\">{}</a>", i + 1,
        html_name(title_or_none(report.stories[i].title)));
    if (i < report.origins.sums.size()) {
      const std::size_t disputed = count_disputed(report, i);
      put(out, " <span class=\"quiet\">{}{}</span>", sum_line(report.origins.sums[i]),
          disputed == 0 ? "" : fmt::format(" · {} disputed", disputed));
    }
    out += "</li>\n";
  }
  if (!contents.singles.empty()) {
    put(out,
        "<li><a href=\"#singles\">{}</a> <span class=\"quiet\">no other article here tells "
        "the same story</span></li>\n",
        counted(contents.singles.size(), "article on its own", "articles on their own"));
  }
  if (!report.problems.empty()) {
    put(out, "<li><a href=\"#problems\">{}</a></li>\n",
        counted(report.problems.size(), "problem", "problems"));
  }
  out +=
      "<li><a href=\"#coverage\">What this does not show</a></li>\n"
      "<li><a href=\"#legend\">How to read this page</a></li>\n</ol></nav>\n";
}

void add_header(std::string& out, const Report& report, const Contents& contents) {
  put(out,
      "<body>\n<a class=\"skip\" href=\"#main\">Skip to the stories</a>\n<header>\n"
      "<p class=\"brand\">twosource</p>\n<h1>Who copied whom, and how many origins?</h1>\n"
      "<p class=\"lede\">{} in {}. An origin is <em>shown</em> where the texts hold evidence for "
      "it; <em>at most</em> adds those that are unclear. No shared text is no proof of "
      "independence.</p>\n",
      counted(report.articles.size(), "article", "articles"),
      counted(contents.stories.size(), "story", "stories"));
  add_story_list(out, report, contents);
  // The point of every arrow on the page.
  out +=
      "</header>\n<svg class=\"hidden\" width=\"0\" height=\"0\" "
      "aria-hidden=\"true\"><defs><marker "
      "id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"5\" refY=\"4\" markerWidth=\"9\" "
      "markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"point\" "
      "d=\"M0 0L8 4L0 8z\"/></marker></defs></svg>\n<main id=\"main\" tabindex=\"-1\">\n";
}

void add_singles(std::string& out, const ReportView& view, const Contents& contents) {
  if (contents.singles.empty()) return;
  out +=
      "<section id=\"singles\" aria-labelledby=\"singles-title\">\n"
      "<h2 id=\"singles-title\">Articles on their own</h2>\n"
      "<p>No other article of this collection tells the same story.</p>\n"
      "<ol class=\"articles\">\n";
  for (const ArticleIndex article : contents.singles) out += article_item(view, article);
  out += "</ol>\n</section>\n";
}

void add_problems(std::string& out, const Report& report) {
  if (report.problems.empty()) return;
  out +=
      "<section id=\"problems\" aria-labelledby=\"problems-title\">\n"
      "<h2 id=\"problems-title\">Problems</h2>\n<ul class=\"problems\">\n";
  for (const Problem& problem : report.problems) {
    put(out, "<li><strong>{}</strong> {}</li>\n", name_of(problem.kind),
        html_line(sentence_of(problem)));
  }
  out += "</ul>\n</section>\n";
}

void add_coverage(std::string& out, const Report& report) {
  const Coverage& coverage = report.coverage;
  out +=
      "<section id=\"coverage\" aria-labelledby=\"coverage-title\">\n"
      "<h2 id=\"coverage-title\">What this does not show</h2>\n"
      "<p>It does not say what is true. It says which texts are shared, and how many "
      "independent origins the texts show. Two reporters can be wrong together, and two texts "
      "without a common word can have one source.</p>\n<dl>\n";
  put(out, "<dt>Without a date</dt><dd>{} of {}</dd>\n", coverage.undated,
      counted(coverage.articles, "article", "articles"));
  put(out, "<dt>Without an outlet</dt><dd>{} of {}</dd>\n", coverage.no_outlet,
      counted(coverage.articles, "article", "articles"));
  out += "<dt>Languages</dt><dd>";
  const char* comma = "";
  for (const auto& [tag, count] : coverage.languages) {
    put(out, "{}{} {}", std::exchange(comma, ", "), tag.empty() ? "not told" : html_line(tag),
        count);
  }
  out += "</dd>\n";
  if (!coverage.unanalysed.empty()) {
    out += "<dt>Left out</dt>";
    for (const std::string& sentence : coverage.unanalysed) {
      put(out, "<dd>{}</dd>\n", html_line(sentence));
    }
  }
  out += "</dl>\n</section>\n";
}

void add_key(std::string& out, const std::string& picture, const char* text) {
  put(out, "<li>{} {}</li>", picture, text);
}

// The pictures are drawn by the same code as the drawings; the rest of the legend is a file.
void add_legend(std::string& out) {
  out +=
      "<section id=\"legend\" aria-labelledby=\"legend-title\">\n"
      "<h2 id=\"legend-title\">How to read this page</h2>\n<h3>The drawing</h3>\n"
      "<ul class=\"keys\">";
  add_key(out, legend_shape(OriginKind::own, false), "mostly own reporting");
  add_key(out, legend_shape(OriginKind::agency, false), "mostly a news agency’s text");
  add_key(out, legend_shape(OriginKind::release, false), "mostly a press release");
  add_key(out, legend_shape(OriginKind::common_text, false), "mostly a text that several share");
  add_key(out, legend_shape(OriginKind::unclear, false), "origin unclear");
  add_key(out, legend_shape(OriginKind::common_text, true),
          "a source that is not in the collection");
  add_key(out, legend_line(LineageKind::copy), "taken over word for word");
  add_key(out, legend_line(LineageKind::edit), "taken over and edited");
  add_key(out, legend_line(LineageKind::reword), "taken over in other words");
  add_key(out, legend_line(LineageKind::credit), "credited");
  add_key(out, legend_line(LineageKind::version), "later version of the same article");
  out +=
      "</ul>\n<p>The wider the line, the larger the share. The letter in a mark is that of "
      "the origin that most of the article comes from, the number beside it is the "
      "article’s.</p>\n";
  out += report_legend();
  out += "</section>\n";
}

}  // namespace

std::string render_html(const Report& report) {
  const ReportView view(report);
  RecordMaker maker(report);
  const Contents contents = contents_of(report);
  std::string out;
  add_head(out, report, contents);
  add_header(out, report, contents);
  for (const StoryIndex story : contents.stories) out += story_section(view, maker, story);
  add_singles(out, view, contents);
  add_problems(out, report);
  add_coverage(out, report);
  add_legend(out);
  put(out, "</main>\n<script>{}</script>\n</body>\n</html>\n", report_script());
  return out;
}

}  // namespace twosource
