#include "twosource/report/html_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "twosource/report/html_text.hpp"
#include "twosource/report/printable.hpp"

namespace twosource {
namespace {

using Pair = std::pair<ArticleIndex, ArticleIndex>;

// What the reader marks first decides the letter: speech is no copying, furniture neither.
const char* mark_of(const Copy& copy) {
  if (copy.furniture) return "F";
  if (copy.quoted()) return "Q";
  if (copy.formula) return "N";
  if (copy.kind == CopyKind::reworded) return "R";
  return copy.kind == CopyKind::verbatim ? "V" : "E";
}

class DataMaker {
 public:
  DataMaker(const ReportView& view, RecordMaker& maker, StoryIndex story)
      : view_(view), report_(view.report()), maker_(maker), story_(story) {
    for (const OriginIndex i : view.origins_of_story(story)) {
      for (const ArticleSpan& passage : report_.origins.origins[i].passages) {
        origins_[passage.article].emplace_back(passage.span, i);
      }
    }
    for (const std::uint32_t i : view.copies_of_story(story)) {
      copies_[{report_.copies[i].a, report_.copies[i].b}].push_back(&report_.copies[i]);
    }
  }

  Json make() {
    Json::Array articles;
    for (const ArticleIndex member : report_.stories[story_].articles) {
      articles.push_back(article(member));
    }
    Json::Array pairs;
    for (const PairSummary& summary : view_.pairs_of_story(story_)) pairs.push_back(pair(summary));
    return Json::Object{{"articles", std::move(articles)}, {"pairs", std::move(pairs)}};
  }

 private:
  Json::Array offsets(ArticleIndex article, Span span) {
    const RecordMaker::CodePoints points = maker_.code_points({article, span});
    return {points.start, points.end};
  }

  Json article(ArticleIndex index) {
    const Article& source = report_.articles[index];
    Json::Array speech;
    for (const Quotation& quotation : report_.analyses[index].quotations) {
      speech.emplace_back(offsets(index, quotation.span));
    }
    Json::Array letters;
    std::vector<std::pair<Span, OriginIndex>>& stretches = origins_[index];
    std::sort(stretches.begin(), stretches.end());
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      if (i > 0 && stretches[i].second == stretches[i - 1].second) continue;
      letters.emplace_back(Json::Array{offsets(index, stretches[i].first).front(),
                                       view_.label(stretches[i].second)});
    }
    return Json::Object{{"n", index + 1},
                        {"source", printable(fmt::format("[{}] {}, {}", index + 1,
                                                         outlet_of(source), time_of(source)))},
                        {"headline", printable(title_or_none(title_of(source)))},
                        {"title", offsets(index, source.title)},
                        {"speech", std::move(speech)},
                        {"origins", std::move(letters)}};
  }

  static std::string how(const PairSummary& pair) {
    if (pair.furniture_only() || pair.quoted_only()) return {};
    if (!pair.source.empty()) {
      return fmt::format("{}; both have it from {}", describe_kind(pair), pair.source);
    }
    const ArticleIndex first = pair.direction == Direction::a_to_b ? pair.a : pair.b;
    return fmt::format("{}; {}", describe_kind(pair),
                       pair.direction == Direction::unknown
                           ? "who was first is open"
                           : fmt::format("{} had it first", number_of(first)));
  }

  Json pair(const PairSummary& summary) {
    std::vector<const Copy*> copies = copies_[{summary.a, summary.b}];
    std::stable_sort(copies.begin(), copies.end(),
                     [](const Copy* x, const Copy* y) { return x->a_span < y->a_span; });
    Json::Array passages;
    for (const Copy* copy : copies) passages.push_back(passage(*copy));
    return Json::Object{{"a", summary.a + 1},
                        {"b", summary.b + 1},
                        {"how", how(summary)},
                        {"into_a", percent(summary.share_a)},
                        {"into_b", percent(summary.share_b)},
                        {"quoted", summary.quoted_a},
                        {"passages", std::move(passages)}};
  }

  Json passage(const Copy& copy) {
    Json::Object out = {{"mark", mark_of(copy)},
                        {"a", offsets(copy.a, copy.a_span)},
                        {"b", offsets(copy.b, copy.b_span)},
                        {"words", copy.equal_words}};
    if (copy.kind == CopyKind::verbatim) return out;
    Json::Array runs;
    for (const AlignedRun& run : copy.runs) {
      Json::Array entry = offsets(copy.a, run.a);
      for (Json& offset : offsets(copy.b, run.b)) entry.push_back(std::move(offset));
      runs.emplace_back(std::move(entry));
    }
    out.emplace_back("runs", std::move(runs));
    return out;
  }

  const ReportView& view_;
  const Report& report_;
  RecordMaker& maker_;
  StoryIndex story_;
  std::map<ArticleIndex, std::vector<std::pair<Span, OriginIndex>>> origins_;
  std::map<Pair, std::vector<const Copy*>> copies_;
};

}  // namespace

std::string reader_data(const ReportView& view, RecordMaker& maker, StoryIndex story) {
  return script_json(DataMaker(view, maker, story).make());
}

}  // namespace twosource
