#include "twosource/report/html_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/report/html_accounts.hpp"
#include "twosource/report/html_data.hpp"
#include "twosource/report/html_speech.hpp"
#include "twosource/report/html_text.hpp"
#include "twosource/report/lineage_svg.hpp"
#include "twosource/report/printable.hpp"
#include "twosource/report/published.hpp"

namespace twosource {
namespace {

// What a reader takes in at once; the rest unfolds or stands in report.json.
constexpr std::size_t excerpt_columns = 90;     // of the one that is always shown
constexpr std::size_t long_columns = 400;       // of those that unfold
constexpr std::size_t excerpts_of_reason = 12;  // that unfold
constexpr std::size_t bare_columns = 24;        // shorter ones are shown among their neighbours
constexpr std::size_t context_bytes = 48;
constexpr std::uint32_t steps_in_full = 9;
constexpr std::size_t unclear_in_full = 4;
constexpr std::size_t sentences_of_origin = 20;
constexpr std::size_t pairs_in_table = 12;
constexpr std::size_t letters_shown = 6;

template <class... Args>
void put(std::string& out, fmt::format_string<Args...> pattern, Args&&... args) {
  fmt::format_to(std::back_inserter(out), pattern, std::forward<Args>(args)...);
}

// Up to `most` bytes of context before or behind a place, whole words of the same line.
std::string_view context_before(std::string_view text, std::uint32_t at, std::size_t most) {
  std::string_view line = text.substr(0, at);
  line.remove_prefix(line.rfind('\n') + 1);  // npos + 1 is 0
  if (line.size() <= most) return line;
  line.remove_prefix(line.size() - most);
  return line.substr(std::min(line.find(' '), line.size()));
}

std::string_view context_behind(std::string_view text, std::uint32_t at, std::size_t most) {
  const std::string_view line = text.substr(at, text.find('\n', at) - at);
  if (line.size() <= most) return line;
  return line.substr(0, line.substr(0, most).rfind(' ') + 1);
}

// The words of a place; a few of them say nothing without those around them.
std::string excerpt(const Report& report, const ArticleSpan& place, std::size_t columns) {
  const Article& article = report.articles[place.article];
  const std::string words = printable(slice(article.text, place.span));
  const std::vector<std::string> lines = wrap_text(words, columns);
  std::string shown = escape_html(lines.front()) + (lines.size() > 1 ? " …" : "");
  if (display_width(words) < bare_columns) {
    const std::string_view before = context_before(article.text, place.span.begin, context_bytes);
    const std::string_view behind = context_behind(article.text, place.span.end, context_bytes);
    shown = fmt::format("{}{}<b>{}</b>{}{}", html_line(before), before.ends_with(' ') ? " " : "",
                        shown, behind.starts_with(' ') ? " " : "", html_line(behind));
  }
  const std::string language =
      article.language.empty() ? "" : fmt::format(R"( lang="{}")", html_line(article.language));
  return fmt::format(R"({} <span class="excerpt"{} dir="auto">{}</span>)",
                     html_number(place.article), language, shown);
}

// What the name of such an origin does not say by itself.
const char* remark(OriginKind kind) {
  switch (kind) {
    case OriginKind::agency:
      return "news agency";
    case OriginKind::release:
      return "press release";
    case OriginKind::common_text:
      return "common text: its source is not in the collection";
    case OriginKind::own:
    case OriginKind::unclear:
      break;
  }
  return "";
}

std::string time_element(const Article& article) {
  if (!article.published) return "undated";
  return fmt::format(R"(<time datetime="{}">{}</time>)", rfc3339(*article.published),
                     readable_time(*article.published));
}

class StorySection {
 public:
  StorySection(const ReportView& view, RecordMaker& maker, StoryIndex index)
      : view_(view),
        report_(view.report()),
        maker_(maker),
        index_(index),
        number_(index + 1),
        story_(report_.stories[index]) {}

  std::string make() {
    put(out_, R"(<section class="story" id="story-{0}" aria-labelledby="story-{0}-title">)",
        number_);
    put(out_, "\n<h2 id=\"story-{}-title\" dir=\"auto\">{}</h2>\n", number_,
        html_name(title_or_none(story_.title)));
    add_sum();
    add_origins();
    out_ += accounts_part(view_, maker_, index_) + timeline_part(view_, index_);
    add_lineage();
    out_ += speech_part(view_, index_);
    add_reader();
    add_articles();
    out_ += "</section>\n";
    return std::move(out_);
  }

 private:
  void add_link_of_sum(std::uint64_t count, const char* singular, const char* plural) {
    put(out_, "<li><strong>{}</strong> {}</li>", count, count == 1 ? singular : plural);
  }

  void add_sum() {
    if (index_ >= report_.origins.sums.size()) return;
    const Sum& sum = report_.origins.sums[index_];
    out_ += R"(<ol class="sum" aria-label="The sum">)";
    add_link_of_sum(sum.articles, "article", "articles");
    add_link_of_sum(sum.outlets, "outlet", "outlets");
    if (sum.owners > 0) add_link_of_sum(sum.owners, "known owner", "known owners");
    put(out_,
        R"(<li class="answer"><strong>{}</strong> independent {} shown, at most <strong>{}</strong></li></ol>)",
        sum.shown, sum.shown == 1 ? "origin" : "origins", sum.possible);
    out_ += '\n' + brief_part(view_, index_) + "<h3>How this was counted</h3>\n";
    add_steps(sum.steps);
  }

  // The last step is the sum itself; those in the middle fold away where they are many.
  void add_steps(const std::vector<Reason>& steps) {
    if (steps.size() <= steps_in_full + 1) {
      out_ += reason_list(report_, steps, "steps");
      return;
    }
    const auto middle = steps.begin() + steps_in_full;
    out_ += reason_list(report_, {steps.begin(), middle}, "steps");
    put(out_, "<details class=\"more\"><summary>{}</summary>{}</details>",
        counted(steps.size() - steps_in_full - 1, "more step", "more steps"),
        reason_list(report_, {middle, steps.end() - 1}, "steps"));
    out_ += reason_list(report_, {steps.back()}, "steps");
  }

  void add_origin_row(OriginIndex i) {
    const Origin& origin = report_.origins.origins[i];
    put(out_, R"(<tr><th scope="row"><span class="letter {}">{}</span></th>)", name_of(origin.kind),
        view_.label(i));
    put(out_, R"(<td>{}<span class="quiet remark">{}</span></td><td class="numbers">)",
        html_sentence(origin.name, report_.articles.size()), remark(origin.kind));
    for (const ArticleIndex article : origin.articles) {
      if (!std::ranges::binary_search(origin.citing, article)) out_ += html_number(article) + " ";
    }
    if (!origin.citing.empty()) out_ += "cited in ";
    for (const ArticleIndex article : origin.citing) out_ += html_number(article) + " ";
    put(out_, "</td><td>{}", reason_list(report_, origin.reasons, "reasons"));
    add_sentences(origin);
    out_ += "</td></tr>\n";
  }

  // The sentences of the first article that carries the origin; the others repeat them.
  void add_sentences(const Origin& origin) {
    if (origin.passages.empty()) return;
    const ArticleIndex first = origin.passages.front().article;
    put(out_, "<details><summary>{} in {}</summary><p>First in {}:</p><ul class=\"sentences\">",
        counted(origin.passages.size(), "sentence", "sentences"),
        counted(origin.articles.size(), "article", "articles"), html_number(first));
    std::size_t shown = 0;
    for (const ArticleSpan& passage : origin.passages) {
      if (passage.article != first || ++shown > sentences_of_origin) continue;
      put(out_, R"(<li dir="auto">{}</li>)",
          html_line(slice(report_.articles[first].text, passage.span)));
    }
    if (shown > sentences_of_origin) {
      put(out_, "<li class=\"quiet\">… {} more</li>", shown - sentences_of_origin);
    }
    out_ += "</ul></details>";
  }

  void add_origin_table(const std::vector<OriginIndex>& origins, const char* caption) {
    put(out_,
        R"(<div class="scroll" role="region" tabindex="0" aria-label="{0}"><table class="origins"><caption class="hidden">{0}</caption><thead><tr><th scope="col">Letter</th><th scope="col">Origin</th><th scope="col">Articles</th><th scope="col">Evidence</th></tr></thead><tbody>)",
        caption);
    for (const OriginIndex i : origins) add_origin_row(i);
    out_ += "</tbody></table></div>\n";
  }

  void add_origins() {
    std::vector<OriginIndex> main;
    std::vector<OriginIndex> folded;
    std::size_t unclear = 0;
    for (const OriginIndex i : view_.origins_of_story(index_)) {
      const Origin& origin = report_.origins.origins[i];
      const bool extra = view_.label(i).front() == '?' && ++unclear > unclear_in_full;
      (!origin.counted || extra ? folded : main).push_back(i);
    }
    if (main.empty() && folded.empty()) return;
    out_ += "<h3>Origins</h3>\n";
    if (!main.empty()) add_origin_table(main, "Origins of this story");
    if (folded.empty()) return;
    put(out_, "<details class=\"more\"><summary>{}: unclear, or too small to count</summary>\n",
        counted(folded.size(), "more", "more"));
    add_origin_table(folded, "Unclear origins and origins too small to count");
    out_ += "</details>\n";
  }

  void add_lineage() {
    out_ += "<h3>Who took text from whom</h3>\n<figure>";
    put(out_,
        R"(<div class="scroll drawing" role="region" tabindex="0" aria-label="Drawing: who took text from whom">{}</div>)",
        lineage_svg(view_, index_));
    out_ +=
        "<figcaption>Time runs to the right, long gaps are shortened; a lane is an outlet. A "
        "filled "
        "mark is not known to have taken text, of a dotted one nothing is known. "
        "<a href=\"#legend\">Legend</a></figcaption></figure>\n";
    const auto edges = view_.lineage_of_story(index_);
    if (edges.empty()) {
      out_ +=
          "<p>No article is shown to have taken text from another. That is no proof that each "
          "stands on its own.</p>\n";
      return;
    }
    out_ +=
        R"(<details class="more"><summary>The same as a table</summary><div class="scroll" role="region" tabindex="0" aria-label="Lineage as a table"><table><caption class="hidden">Who took text from whom</caption><thead><tr><th scope="col">Article</th><th scope="col">What it took</th><th scope="col">Evidence</th></tr></thead><tbody>)";
    for (const std::uint32_t i : edges) {
      const Lineage& edge = report_.origins.lineage[i];
      put(out_, "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", html_number(edge.to),
          html_sentence(describe(view_, edge), report_.articles.size()),
          reason_list(report_, edge.reasons, "reasons"));
    }
    out_ += "</tbody></table></div></details>\n";
  }

  void add_reader() {
    const std::vector<PairSummary> pairs = view_.pairs_of_story(index_);
    put(out_, "<h3 id=\"read-{}\">Shared text, side by side</h3>\n", number_);
    if (pairs.empty()) {
      out_ += "<p>No passage stands in two articles of this story.</p>\n";
    } else {
      add_pair_list(pairs);
    }
    put(out_,
        "<div class=\"reader\" data-story=\"{0}\"><noscript><p>Reading two articles side by side "
        "needs JavaScript, which is switched off; their texts stand below.</p></noscript></div>\n"
        "<script type=\"application/json\" id=\"data-{0}\">{1}</script>\n",
        number_, reader_data(view_, maker_, index_));
  }

  void add_pair_list(const std::vector<PairSummary>& pairs) {
    const std::vector<PairSummary> chosen = closest_pairs(pairs, pairs_in_table);
    out_ += "<ul class=\"pairs\">";
    for (const PairSummary& pair : chosen) {
      put(out_,
          R"(<li><a class="read" href="#read-{}" data-story="{}" data-a="{}" data-b="{}">{}</a> {}.</li>)",
          number_, number_, pair.a + 1, pair.b + 1, order_of(pair),
          html_sentence(describe(pair), report_.articles.size()));
    }
    if (pairs.size() > chosen.size()) {
      put(out_, "<li class=\"quiet\">… {}: choose them below.</li>",
          counted(pairs.size() - chosen.size(), "more pair shares text", "more pairs share text"));
    }
    out_ += "</ul>\n";
  }

  void add_articles() {
    out_ += "<h3>Articles</h3>\n<ol class=\"articles\">\n";
    for (const ArticleIndex article : story_.articles) out_ += article_item(view_, article);
    out_ += "</ol>\n";
  }

  const ReportView& view_;
  const Report& report_;
  RecordMaker& maker_;
  StoryIndex index_;
  std::uint32_t number_;
  const Story& story_;
  std::string out_;
};

// The first place is always to be seen, the others unfold.
void add_places(std::string& out, const Report& report, const std::vector<ArticleSpan>& places) {
  if (places.empty()) return;
  put(out, " {}", excerpt(report, places.front(), excerpt_columns));
  if (places.size() < 2) return;
  put(out, R"(<details class="places"><summary>{}</summary><ul class="sentences">)",
      counted(places.size(), "place", "places"));
  for (std::size_t i = 0; i < std::min(places.size(), excerpts_of_reason); ++i) {
    put(out, "<li>{}</li>", excerpt(report, places[i], long_columns));
  }
  if (places.size() > excerpts_of_reason) {
    put(out, R"(<li class="quiet">… {} more, all in report.json</li>)",
        places.size() - excerpts_of_reason);
  }
  out += "</ul></details>";
}

std::string origin_summary(const ReportView& view, ArticleIndex index) {
  std::string out;
  for (const OriginShare& each : view.origins_of(index)) {
    const Origin& origin = view.report().origins.origins[each.origin];
    put(out, R"(<li><span class="letter {}">{}</span> {} <span class="quiet">{}</span></li>)",
        name_of(origin.kind), view.label(each.origin), percent(each.share), html_line(origin.name));
  }
  return out.empty() ? out : fmt::format("<ul class=\"shares\">{}</ul>", out);
}

}  // namespace

std::string story_section(const ReportView& view, RecordMaker& maker, StoryIndex story) {
  return StorySection(view, maker, story).make();
}

std::string article_item(const ReportView& view, ArticleIndex index) {
  const Article& article = view.report().articles[index];
  const std::string language = html_line(article.language);
  const std::string language_attribute =
      language.empty() ? "" : fmt::format(" lang=\"{}\"", language);
  std::string out;
  put(out, R"(<li id="article-{0}"><p class="headline"><span class="n">[{0}]</span> {1}</p>)",
      index + 1, html_name(title_or_none(title_of(article)), article.language));
  put(out, R"(<p class="meta">{}, {})", html_name(outlet_of(article)), time_element(article));
  if (!article.owner.empty()) put(out, ", owner {}", html_name(article.owner));
  put(out, R"(, <span class="path">{}</span>)", html_line(article.path));
  if (article.url.starts_with("https://") || article.url.starts_with("http://")) {
    put(out, R"(, <a href="{}" rel="noreferrer noopener">original</a>)", escape_html(article.url));
  }
  put(out, "</p>{}{}", origin_summary(view, index), flag_list(view, index));
  put(out,
      "<details><summary>Text, {}</summary><div class=\"stored\" id=\"text-{}\"{} "
      "dir=\"auto\">{}</div></details></li>\n",
      counted(view.report().analyses[index].words.size(), "word", "words"), index + 1,
      language_attribute, flagged_text(view, index));
  return out;
}

std::string html_origins(const ReportView& view, const std::vector<OriginIndex>& origins) {
  std::string out = describe_origins(view, origins);
  std::vector<OriginIndex> order = origins;
  std::stable_partition(order.begin(), order.end(), [&](OriginIndex i) {
    return view.label(i).front() >= 'A';  // behind "+" and "?"
  });
  for (std::size_t i = 0; i < std::min(order.size(), letters_shown); ++i)
    put(out, R"( <span class="letter {}">{}</span>)",
        name_of(view.report().origins.origins[order[i]].kind), view.label(order[i]));
  return order.size() > letters_shown ? out + " …" : out;
}

std::string reason_list(const Report& report, const std::vector<Reason>& reasons,
                        const char* css_class) {
  if (reasons.empty()) return {};
  std::string out = fmt::format("<ul class=\"{}\">", css_class);
  for (const Reason& reason : reasons) {
    put(out, "<li>{}", html_sentence(reason.text, report.articles.size()));
    add_places(out, report, reason.spans);
    out += "</li>";
  }
  return out + "</ul>";
}

}  // namespace twosource
