#include "twosource/report/terminal.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/report/terminal_accounts.hpp"
#include "twosource/report/terminal_page.hpp"
#include "twosource/report/terminal_speech.hpp"
#include "twosource/report/view.hpp"

namespace twosource {
namespace {

// A screen holds about 50 lines: a story should fit on one, and a summary must end.
constexpr std::size_t stories_in_full = 6;
constexpr std::size_t steps_shown = 8;
constexpr std::size_t origins_shown = 8;
constexpr std::size_t origins_in_short = 3;
constexpr std::size_t articles_shown = 16;
constexpr std::size_t pairs_shown = 8;
constexpr std::size_t single_articles_shown = 20;
constexpr std::size_t reasons_shown = 2;
constexpr std::size_t problems_shown = 5;
constexpr std::size_t speakers_shown = 6;
constexpr std::size_t claims_shown = 5;

// One story in the summary, or all of it for a command of its own.
class StoryPrinter {
 public:
  StoryPrinter(const ReportView& view, TerminalPage& page, StoryIndex index)
      : view_(view), page_(page), index_(index), story_(view.report().stories[index]) {}

  void head() {
    page_.heading(title_or_none(story_.title));
    if (const Sum* sum = find_sum()) {
      page_.line(sum_line(*sum));
    } else {
      page_.line(counted(story_.articles.size(), "article", "articles"));
    }
  }

  // The last step is the sum itself: it is never left out.
  void steps(std::size_t limit) {
    const Sum* sum = find_sum();
    if (sum == nullptr) return;
    const char* label = "Counted";
    const std::size_t left = sum->steps.size() > limit ? sum->steps.size() - limit : 0;
    for (std::size_t i = 0; i < sum->steps.size(); ++i) {
      if (left > 0 && i + 1 == limit) more(left, "more step", "more steps");
      if (i + 1 < limit || i + 1 == sum->steps.size()) {
        page_.entry(std::exchange(label, ""), sum->steps[i].text);
      }
    }
  }

  void origins(std::size_t limit, std::size_t reasons) {
    const char* label = "Origins";
    std::size_t shown = 0, possible_left = 0, shown_left = 0, additions = 0;
    for (const OriginIndex i : view_.origins_of_story(index_)) {
      const Origin& origin = view_.report().origins.origins[i];
      if (!origin.counted && limit < all) {
        ++additions;
      } else if (shown >= limit) {
        ++(view_.label(i).front() == '?' ? possible_left : shown_left);
      } else {
        print_origin(std::exchange(label, ""), i, reasons);
        ++shown;
      }
    }
    if (shown_left > 0) more(shown_left, "more origin shown", "more origins shown");
    if (possible_left > 0) more(possible_left, "more possible origin", "more possible origins");
    if (additions > 0) {
      more(additions, "addition, too small to count", "additions, too small to count");
    }
  }

  void articles(std::size_t limit) {
    const char* label = "Articles";
    for (std::size_t i = 0; i < std::min(limit, story_.articles.size()); ++i) {
      print_article(std::exchange(label, ""), story_.articles[i]);
    }
    if (story_.articles.size() > limit) {
      more(story_.articles.size() - limit, "more article", "more articles");
    }
  }

  void copies(std::size_t limit) {
    const std::vector<PairSummary> pairs = view_.pairs_of_story(index_);
    const std::vector<PairSummary> chosen = closest_pairs(pairs, limit);
    const char* label = "Copies";
    for (const PairSummary& pair : chosen) {
      page_.item(std::exchange(label, ""), order_of(pair), describe(pair));
    }
    if (pairs.empty()) page_.entry(label, "No passage stands in two articles of this story.");
    if (pairs.size() > chosen.size()) {
      more(pairs.size() - chosen.size(), "more pair shares text", "more pairs share text");
    }
  }

  void links() {
    for (const StoryLink& link : story_.links) {
      page_.entry(
          "", fmt::format("{} and {}: {}", number_of(link.a), number_of(link.b), link.reason.text));
    }
  }

  void lineage() {
    const char* label = "Lineage";
    for (const std::uint32_t i : view_.lineage_of_story(index_)) {
      const Lineage& edge = view_.report().origins.lineage[i];
      const std::string from = edge.from_origin ? view_.label(edge.from) : number_of(edge.from);
      std::string text =
          fmt::format("{} of {} ({})", percent(edge.share), number_of(edge.to), name_of(edge.kind));
      for (const Reason& reason : edge.reasons) text += fmt::format(". {}", reason.text);
      page_.item(std::exchange(label, ""), fmt::format("{} → {}", from, number_of(edge.to)), text);
    }
  }

  static constexpr std::size_t all = static_cast<std::size_t>(-1);

 private:
  [[nodiscard]] const Sum* find_sum() const {
    const std::vector<Sum>& sums = view_.report().origins.sums;
    return index_ < sums.size() ? &sums[index_] : nullptr;
  }

  void more(std::size_t count, const char* singular, const char* plural) {
    page_.entry("", fmt::format("… {}", counted(count, singular, plural)));
  }

  void print_origin(const char* label, OriginIndex index, std::size_t reasons) {
    const Origin& origin = view_.report().origins.origins[index];
    std::vector<ArticleIndex> carrying;
    std::ranges::set_difference(origin.articles, origin.citing, std::back_inserter(carrying));
    std::string text = fmt::format("{} –", origin.name);
    if (!carrying.empty()) {
      text += fmt::format(" {} {}", carrying.size() == 1 ? "article" : "articles",
                          numbers_of(carrying));
    }
    if (!origin.citing.empty()) {
      text += fmt::format("{} cited in {}", carrying.empty() ? "" : ";", numbers_of(origin.citing));
    }
    for (std::size_t i = 0; i < std::min(reasons, origin.reasons.size()); ++i) {
      text += i == 0 ? ". " : " ";
      text += origin.reasons[i].text;
    }
    page_.item(label, view_.label(index), text);
  }

  void print_article(const char* label, ArticleIndex index) {
    const Article& article = view_.report().articles[index];
    const std::string letters = origin_letters(index);
    const std::size_t outlet_width = std::clamp<std::size_t>(page_.text_width() / 4, 10, 24);
    page_.row(label, {{number_of(index), 7},
                      {letters, 6},
                      {" ", 1},
                      {time_of(article), 17},
                      {outlet_of(article), outlet_width},
                      {" ", 1},
                      {title_or_none(title_of(article)), 0}});
  }

  // The origins that make up an article, those above a sixth of it: "A", "A C", "?".
  [[nodiscard]] std::string origin_letters(ArticleIndex index) const {
    constexpr double worth_naming = 0.15;  // the contract's share of a counted origin
    std::string letters;
    for (const OriginShare& each : view_.origins_of(index)) {
      if (each.share < worth_naming && !letters.empty()) break;
      if (!letters.empty()) letters += ' ';
      letters += view_.label(each.origin);
    }
    return letters;
  }

  const ReportView& view_;
  TerminalPage& page_;
  StoryIndex index_;
  const Story& story_;
};

void print_singles(const ReportView& view, TerminalPage& page,
                   const std::vector<ArticleIndex>& singles) {
  if (singles.empty()) return;
  page.heading(fmt::format("{} on {} own", counted(singles.size(), "article", "articles"),
                           singles.size() == 1 ? "its" : "their"));
  page.line("No other article here tells the same story.");
  for (std::size_t i = 0; i < std::min(singles.size(), single_articles_shown); ++i) {
    const Article& article = view.report().articles[singles[i]];
    page.row("", {{number_of(singles[i]), 7},
                  {time_of(article), 17},
                  {outlet_of(article), 20},
                  {" ", 1},
                  {title_or_none(title_of(article)), 0}});
  }
  if (singles.size() > single_articles_shown) {
    page.entry("", fmt::format("… {} more", singles.size() - single_articles_shown));
  }
  page.blank();
}

void print_problems(const Report& report, TerminalPage& page) {
  if (report.problems.empty()) return;
  page.heading(counted(report.problems.size(), "problem", "problems"));
  for (std::size_t i = 0; i < std::min(report.problems.size(), problems_shown); ++i) {
    page.entry(name_of(report.problems[i].kind), sentence_of(report.problems[i]));
  }
  if (report.problems.size() > problems_shown) {
    page.entry("", fmt::format("… {} more", report.problems.size() - problems_shown));
  }
  page.blank();
}

void print_coverage(const Report& report, TerminalPage& page) {
  const Coverage& coverage = report.coverage;
  page.heading("What this does not show");
  page.line(
      "“Shown” counts origins with evidence in the texts; “at most” adds those that are unclear. "
      "No "
      "shared text is no proof of independence.");
  if (coverage.undated > 0) {
    page.entry("Undated",
               fmt::format("{} of {}: who was first cannot be read from {} date.", coverage.undated,
                           counted(coverage.articles, "article", "articles"),
                           coverage.undated == 1 ? "its" : "their"));
  }
  if (coverage.no_outlet > 0) {
    page.entry("No outlet", fmt::format("{} of {}.", coverage.no_outlet,
                                        counted(coverage.articles, "article", "articles")));
  }
  std::vector<std::string> languages;
  for (const auto& [tag, count] : coverage.languages) {
    languages.push_back(fmt::format("{} {}", tag.empty() ? "not told" : tag, count));
  }
  if (!languages.empty()) page.entry("Languages", fmt::format("{}", fmt::join(languages, ", ")));
  const char* label = "Left out";
  for (const std::string& sentence : coverage.unanalysed) {
    page.entry(std::exchange(label, ""), sentence);
  }
}

// Every story with its head and what `print` has to say of it, then the problems.
void print_stories(const Report& report, TerminalPage& page,
                   void (*print)(const ReportView&, StoryIndex, TerminalPage&)) {
  const ReportView view(report);
  for (StoryIndex i = 0; i < report.stories.size(); ++i) {
    StoryPrinter(view, page, i).head();
    print(view, i, page);
    page.blank();
  }
  print_problems(report, page);
}

}  // namespace

std::string render_summary(const Report& report, const TerminalStyle& style) {
  const ReportView view(report);
  TerminalPage page(style);
  std::vector<ArticleIndex> singles;
  std::size_t printed = 0;
  for (StoryIndex i = 0; i < report.stories.size(); ++i) {
    if (report.stories[i].articles.size() < 2) {
      singles.insert(singles.end(), report.stories[i].articles.begin(),
                     report.stories[i].articles.end());
      continue;
    }
    StoryPrinter story(view, page, i);
    story.head();
    if (printed++ < stories_in_full) {
      story.steps(steps_shown);
      story.origins(origins_shown, reasons_shown);
      story.articles(articles_shown);
      print_accounts(view, i, claims_shown, page);
      print_who_said(view, i, speakers_shown, page);
      print_brief(view, i, claims_shown, page);
      story.copies(pairs_shown);
    } else {
      story.origins(origins_in_short, 0);
    }
    page.blank();
  }
  std::sort(singles.begin(), singles.end());
  print_singles(view, page, singles);
  print_problems(report, page);
  print_coverage(report, page);
  return page.take();
}

std::string render_articles(const Report& report, const TerminalStyle& style) {
  TerminalPage page(style);
  for (ArticleIndex i = 0; i < report.articles.size(); ++i) {
    const Article& article = report.articles[i];
    const std::size_t words = i < report.analyses.size() ? report.analyses[i].words.size() : 0;
    page.line(fmt::format("{} {}", number_of(i), title_or_none(title_of(article))));
    page.entry("", fmt::format("{} · {} · {} · {}", outlet_of(article), time_of(article),
                               counted(words, "word", "words"), article.path));
  }
  print_problems(report, page);
  return page.take();
}

std::string render_copies(const Report& report, const TerminalStyle& style) {
  const ReportView view(report);
  TerminalPage page(style);
  std::size_t next = 0;
  std::vector<const Copy*> copies;
  for (const Copy& copy : report.copies) copies.push_back(&copy);
  std::stable_sort(copies.begin(), copies.end(), [](const Copy* x, const Copy* y) {
    return std::pair(x->a, x->b) < std::pair(y->a, y->b);
  });
  for (const PairSummary& pair : view.all_pairs()) {
    page.heading(fmt::format("{}  {}", order_of(pair), describe(pair)));
    for (; next < copies.size() && copies[next]->a == pair.a && copies[next]->b == pair.b; ++next) {
      const Copy& copy = *copies[next];
      page.entry(
          name_of(copy.kind),
          fmt::format("{} equal, {:.0f} bits{}{}", counted(copy.equal_words, "word", "words"),
                      copy.surprisal, copy.quoted() ? ", quoted speech" : "",
                      copy.furniture ? ", site furniture"
                      : copy.formula ? ", names and set phrases"
                                     : ""));
      page.entry("", fmt::format("“{}”", slice(report.articles[copy.b].text, copy.b_span)));
    }
    page.blank();
  }
  if (copies.empty()) page.line("No passage stands in two articles.");
  print_problems(report, page);
  return page.take();
}

std::string render_stories(const Report& report, const TerminalStyle& style) {
  const ReportView view(report);
  TerminalPage page(style);
  for (StoryIndex i = 0; i < report.stories.size(); ++i) {
    StoryPrinter story(view, page, i);
    story.head();
    story.articles(StoryPrinter::all);
    story.links();
    page.blank();
  }
  print_problems(report, page);
  return page.take();
}

std::string render_origins(const Report& report, const TerminalStyle& style) {
  const ReportView view(report);
  TerminalPage page(style);
  for (StoryIndex i = 0; i < report.stories.size(); ++i) {
    StoryPrinter story(view, page, i);
    story.head();
    story.steps(StoryPrinter::all);
    story.origins(StoryPrinter::all, StoryPrinter::all);
    story.lineage();
    page.blank();
  }
  print_problems(report, page);
  print_coverage(report, page);
  return page.take();
}

std::string render_statements(const Report& report, const TerminalStyle& style) {
  TerminalPage page(style);
  print_stories(report, page, print_statements);
  print_coverage(report, page);
  return page.take();
}

std::string render_names(const Report& report, const TerminalStyle& style) {
  TerminalPage page(style);
  print_stories(report, page, print_names);
  return page.take();
}

std::string render_accounts(const Report& report, const TerminalStyle& style) {
  TerminalPage page(style);
  print_stories(report, page, print_all_accounts);
  print_coverage(report, page);
  return page.take();
}

std::string render_brief(const Report& report, const TerminalStyle& style) {
  TerminalPage page(style);
  print_stories(report, page, print_whole_brief);
  print_coverage(report, page);
  return page.take();
}

std::string render_times(const Report& report, const TerminalStyle& style) {
  TerminalPage page(style);
  for (ArticleIndex i = 0; i < report.articles.size(); ++i) {
    const Article& article = report.articles[i];
    page.line(fmt::format("{} {} · {}", number_of(i), title_or_none(title_of(article)),
                          time_of(article)));
    print_times(report, i, page);
  }
  print_problems(report, page);
  return page.take();
}

}  // namespace twosource
