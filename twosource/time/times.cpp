// The times of an article, from the first word to the last.
//
//     They met on Sunday. The night before, ...       published 2018-07-08, a Sunday
//     rules     date: WEEKDAY 7   |  narrative: the PART night BEFORE
//     values    2018-07-08        |  2018-07-07TNI
//
// 1. pieces.cpp cuts the words into short runs that could hold a time.
// 2. grammar.cpp takes the longest expression at each place of a run, from the left.
// 3. traps.cpp throws out what is none: "August Marn".
// 4. resolve.cpp gives it its value; what it leaves open comes from the day of publication or from
//    the times told before.
//
// Inside quoted speech "today" is the day of speaking: where the sentence says when it was said,
// that day, else the day of publication.
#include "twosource/time/times.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/text/tagging.hpp"
#include "twosource/time/calendar.hpp"
#include "twosource/time/direction.hpp"
#include "twosource/time/grammar.hpp"
#include "twosource/time/message.hpp"
#include "twosource/time/pieces.hpp"
#include "twosource/time/resolve.hpp"
#include "twosource/time/traps.hpp"
#include "twosource/time/value.hpp"

namespace twosource {
namespace {

// The day by which a point of less than a day is written.
TimePoint written_day(const TimePoint& point) {
  TimePoint day;
  day.year = point.year;
  day.month = point.month;
  day.day = point.day;
  return day;
}

class TimeReader {
 public:
  TimeReader(ArticleIndex index, const Article& article, const Analysis& analysis, TimeStyle style)
      : grammar_(TimeGrammar::english(style)),
        index_(index),
        article_(article),
        analysis_(analysis) {
    if (!article.published) return;
    const Day day = day_at(article.published->unix_seconds);
    anchors_.published = point_of(day);
    if (article.published->precision != DatePrecision::day)
      anchors_.published_seconds = article.published->unix_seconds;
  }

  std::vector<TimeExpression> read() {
    for (TimeRun run = next_run(0); run.begin < run.end; run = next_run(run.end)) read_run(run);
    resolve_quoted();
    return std::move(found_);
  }

 private:
  [[nodiscard]] TimeRun next_run(std::size_t from) const {
    return next_time_run(article_.text, analysis_.words, from, grammar_);
  }

  void read_run(TimeRun run) {
    const std::span<const Word> words = analysis_.words;
    const std::vector<TimePiece> pieces =
        pieces_of(article_.text, words.subspan(run.begin, run.end - run.begin), grammar_);
    for (std::size_t at = 0; at < pieces.size();) {
      std::optional<TimeMatch> match = grammar_.match(pieces, at);
      if (!match) {
        ++at;
        continue;
      }
      // Behind the word that a rule only looks at, a longer expression may begin: "in the past" and
      // "the past two months".
      if (match->begin > at) {
        const std::optional<TimeMatch> inner = grammar_.match(pieces, match->begin);
        if (inner && inner->end > match->end) match = inner;
      }
      const Span span{pieces[match->begin].span.begin, pieces[match->end - 1].span.end};
      if (match->action != TimeAction::none) add(*match, span, run.begin);
      at = std::max(match->end, at + 1);
    }
  }

  // Index of the first word from `from` on that ends behind `position`.
  [[nodiscard]] std::size_t word_from(std::size_t from, std::uint32_t position) const {
    while (from < analysis_.words.size() && analysis_.words[from].span.end <= position) ++from;
    return from;
  }

  void add(TimeMatch match, Span span, std::size_t run_begin) {
    const std::span<const Word> words = analysis_.words;
    const std::size_t begin = word_from(std::max(run_begin, word_), span.begin);
    word_ = begin;
    std::size_t end = begin;
    while (end < words.size() && words[end].span.begin < span.end) ++end;
    const bool news = grammar_.style() == TimeStyle::news;
    if (news && is_no_time(article_.text, words, begin, end, match)) return;
    if (is_rate(article_.text, words, begin, match)) match.action = TimeAction::set;
    enter_sentence(span.begin);
    const std::size_t first = word_from(sentence_word_, sentence_.begin);
    sentence_word_ = first;
    std::size_t last = end;
    while (last < words.size() && words[last].span.end <= sentence_.end &&
           last < end + words_looked_at) {
      ++last;
    }
    const std::span<const Word> sentence = words.subspan(first, last - first);
    const TimeDirection direction =
        news ? direction_of(article_.text, sentence, begin - first, end - first)
             : TimeDirection::past;
    const std::optional<ResolvedTime> resolved = resolve(match, anchors_, direction);
    if (!resolved) return;
    tell(*resolved, match.action);
    if (is_quoted(span)) {
      quoted_.push_back({found_.size(), match, direction});
    } else if (stands_by_speaking(sentence, begin - first) && anchors_.told_here) {
      spoken_ = enclosing(*anchors_.told, Grain::day);
    }
    write(span, *resolved);
  }

  [[nodiscard]] std::optional<ResolvedTime> resolve(const TimeMatch& match,
                                                    const TimeAnchors& anchors,
                                                    TimeDirection direction) const {
    std::optional<ResolvedTime> resolved;
    if (grammar_.style() == TimeStyle::message) resolved = resolve_message(match, anchors);
    if (!resolved) resolved = resolve_time(match, anchors, direction);
    // No calendar has a 30 February or a year 10000.
    if (resolved && !read_time_value(write_time_value(resolved->value))) return std::nullopt;
    return resolved;
  }

  void enter_sentence(std::uint32_t position) {
    const std::vector<Span>& sentences = analysis_.sentences;
    while (next_sentence_ < sentences.size() && sentences[next_sentence_].begin <= position) {
      resolve_quoted();
      sentence_ = sentences[next_sentence_];
      ++next_sentence_;
      anchors_.told_here = false;
    }
  }

  [[nodiscard]] bool is_quoted(Span span) {
    const std::vector<Quotation>& quotations = analysis_.quotations;
    while (quotation_ < quotations.size() && quotations[quotation_].span.end <= span.begin)
      ++quotation_;
    return quotation_ < quotations.size() && quotations[quotation_].span.contains(span);
  }

  // The quoted times of a sentence that says when its words were said count from that day.
  void resolve_quoted() {
    if (spoken_) {
      TimeAnchors anchors = anchors_;
      anchors.published = spoken_;
      for (const Quoted& quoted : quoted_) {
        const auto resolved = resolve(quoted.match, anchors, quoted.direction);
        if (resolved) set_value(found_[quoted.found], *resolved);
      }
    }
    spoken_.reset();
    quoted_.clear();
  }

  // What the following times may count from.
  void tell(const ResolvedTime& resolved, TimeAction action) {
    if (resolved.kind == TimeKind::duration || resolved.kind == TimeKind::set) return;
    if (resolved.value.form != TimeValue::Form::point) return;
    const TimePoint& point = resolved.value.point;
    if (!interval_of(point)) return;
    if (point.grain <= Grain::day) {
      // The midnight that ends a day belongs to it: what follows is told of that day.
      const bool ends_day = point.grain < Grain::day && point.hour == hours_of_day;
      anchors_.told = ends_day ? written_day(point) : point;
      anchors_.told_here = true;
    } else {
      anchors_.period = point;
    }
    if (action == TimeAction::quarter && point.grain == Grain::quarter) anchors_.quarter = point;
  }

  void write(Span span, const ResolvedTime& resolved) {
    TimeExpression time;
    time.article = index_;
    time.span = span;
    set_value(time, resolved);
    found_.push_back(std::move(time));
  }

  void set_value(TimeExpression& time, const ResolvedTime& resolved) const {
    time.kind = resolved.kind;
    time.value = write_time_value(resolved.value);
    time.interval = resolved.kind == TimeKind::set ? std::nullopt : interval_of(resolved.value);
    time.doubt = resolved.doubt;
    time.id = make_id("time", {article_.id, std::to_string(time.span.begin),
                               std::to_string(time.span.end), time.value});
  }

  // A time inside quoted speech, which waits for the end of its sentence.
  struct Quoted {
    std::size_t found;
    TimeMatch match;
    TimeDirection direction;
  };

  static constexpr std::size_t words_looked_at = 10;
  static constexpr int hours_of_day = 24;

  const TimeGrammar& grammar_;
  ArticleIndex index_;
  const Article& article_;
  const Analysis& analysis_;
  TimeAnchors anchors_;
  Span sentence_;
  std::size_t next_sentence_ = 0;
  std::size_t word_ = 0;  // first word of the last time, so that no run is walked twice
  std::size_t sentence_word_ = 0;
  std::size_t quotation_ = 0;
  std::optional<TimePoint> spoken_;  // the day on which the sentence says that it was said
  std::vector<Quoted> quoted_;       // of this sentence
  std::vector<TimeExpression> found_;
};

}  // namespace

std::vector<TimeExpression> read_times(ArticleIndex index, const Article& article,
                                       const Analysis& analysis, TimeStyle style) {
  if (!is_english(analysis)) return {};
  return TimeReader(index, article, analysis, style).read();
}

std::vector<TimeExpression> find_times(std::span<const Article> articles,
                                       std::span<const Analysis> analyses, Jobs jobs) {
  std::vector<std::vector<TimeExpression>> found(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    found[i] = read_times(static_cast<ArticleIndex>(i), articles[i], analyses[i]);
  });
  std::vector<TimeExpression> all;
  for (std::vector<TimeExpression>& one : found)
    all.insert(all.end(), std::make_move_iterator(one.begin()), std::make_move_iterator(one.end()));
  return all;
}

}  // namespace twosource
