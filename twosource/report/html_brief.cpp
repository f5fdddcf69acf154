// The brief at the head of a story, and its timeline. Both are in the sources' own words, so every
// line says whose, and how many origins stand behind it.
#include <fmt/format.h>

#include <iterator>
#include <span>
#include <utility>

#include "twosource/report/accounts.hpp"
#include "twosource/report/html_accounts.hpp"
#include "twosource/report/html_parts.hpp"
#include "twosource/report/html_story.hpp"
#include "twosource/report/html_text.hpp"
#include "twosource/report/published.hpp"
#include "twosource/report/words.hpp"

namespace twosource {
namespace {

constexpr std::size_t sentences_in_full = 8;
constexpr std::size_t sentences_at_most = 40;
constexpr std::size_t moments_in_full = 15;
constexpr std::size_t moments_at_most = 100;

template <class... Args>
void put(std::string& out, fmt::format_string<Args...> pattern, Args&&... args) {
  fmt::format_to(std::back_inserter(out), pattern, std::forward<Args>(args)...);
}

}  // namespace

std::string brief_part(const ReportView& view, StoryIndex story) {
  const std::span<const BriefSentence> sentences = of_story(view.report().brief, story);
  if (sentences.empty()) return {};
  std::string out;
  put(out, "<h3 id=\"brief-{}\">In short, in the sources’ own words</h3>\n<ul class=\"brief\">",
      story + 1);
  HtmlFold fold(out, sentences.size(), sentences_in_full, sentences_at_most);
  for (std::size_t i = 0; i < fold.shown(); ++i) {
    fold.before(i, "</ul>", "<ul class=\"brief\">");
    const BriefSentence& sentence = sentences[i];
    const std::string remark = remark_of(sentence);
    put(out, R"(<li class="{}"><span dir="auto">{}</span> {} <span class="quiet">{}{}</span></li>)",
        name_of(sentence.status), html_line(sentence.text),
        html_numbers(articles_of(sentence.cites)), html_origins(view, sentence.origins),
        remark.empty() ? "" : fmt::format(R"( <strong>{}</strong>)", remark));
    out += '\n';
  }
  out += "</ul>\n";
  fold.end();
  return out;
}

std::string timeline_part(const ReportView& view, StoryIndex story) {
  const std::span<const Moment> moments = of_story(view.report().timeline, story);
  if (moments.empty()) return {};
  std::string out;
  put(out, "<h3 id=\"timeline-{}\">Timeline</h3>\n<ol class=\"timeline\">", story + 1);
  HtmlFold fold(out, moments.size(), moments_in_full, moments_at_most);
  for (std::size_t i = 0; i < fold.shown(); ++i) {
    fold.before(i, "</ol>", "<ol class=\"timeline\">");
    const Moment& moment = moments[i];
    put(out, R"(<li><span class="date">{}</span> <span><span dir="auto">{}</span> {} )",
        html_line(readable_value(moment.date)), html_short(moment.text),
        html_numbers(articles_of(moment.sources)));
    put(out, R"(<span class="quiet">{}</span></span></li>)", html_origins(view, moment.origins));
    out += '\n';
  }
  out += "</ol>\n";
  fold.end();
  return out;
}

}  // namespace twosource
