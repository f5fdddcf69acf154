#include "twosource/origin/direction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "twosource/origin/agencies.hpp"
#include "twosource/origin/attributions.hpp"
#include "twosource/origin/bylines.hpp"
#include "twosource/origin/marks.hpp"
#include "twosource/origin/reading.hpp"
#include "twosource/origin/wording.hpp"

namespace twosource {
namespace {

constexpr std::int64_t seconds_a_day = 86400;
constexpr std::int64_t seconds_a_minute = 60;

std::int64_t floor_to(std::int64_t seconds, std::int64_t unit) {
  const std::int64_t rest = ((seconds % unit) + unit) % unit;
  return seconds - rest;
}

std::int64_t unit_of(DatePrecision precision) {
  if (precision == DatePrecision::day) return seconds_a_day;
  return precision == DatePrecision::minute ? seconds_a_minute : 1;
}

std::optional<Published> dated(const Article& article) {
  if (!article.published || article.published->source == DateSource::flag) return std::nullopt;
  return article.published;
}

bool has(const ArticleMarks& marks, MarkKind kind) {
  return std::ranges::find(marks.items, kind, &SourceMark::kind) != marks.items.end();
}

/// A reason why side `first` had the passage before the other; nothing where none is seen.
class Judge {
 public:
  Judge(std::span<const Article> articles, std::span<const ArticleMarks> marks)
      : articles_(articles), marks_(marks) {}

  [[nodiscard]] std::optional<Reason> source_file(ArticleIndex first, ArticleIndex second) const {
    for (const MarkKind kind : {MarkKind::agency_file, MarkKind::release}) {
      if (!has(marks_[first], kind) || has(marks_[second], kind)) continue;
      const bool agency = kind == MarkKind::agency_file;
      return Reason{.code = agency ? "agency_file" : "release_file",
                    .text = fmt::format("{} is {}, {} is not.", describe(articles_[first]),
                                        agency ? "the agency's own file" : "a press release",
                                        describe(articles_[second])),
                    .spans = spans_of(first, kind)};
    }
    return std::nullopt;
  }

  /// The passage as `second` prints it names `first`: "told the Courier".
  [[nodiscard]] std::optional<Reason> named(ArticleIndex first, ArticleIndex second,
                                            Span passage) const {
    const Article& source = articles_[first];
    const Article& copy = articles_[second];
    if (source.outlet.empty() || source.outlet == copy.outlet) return std::nullopt;
    std::vector<std::string> names = outlet_names(source);
    for (const std::string& own : outlet_names(copy)) std::erase(names, own);
    if (names.empty()) return std::nullopt;
    const std::optional<Span> word = find_own_word(copy.text, passage, names);
    // "our reporter" is whoever prints it.
    if (!word || std::ranges::find(names, slice(copy.text, *word)) == names.end()) {
      return std::nullopt;
    }
    return Reason{.code = "names_outlet",
                  .text = fmt::format("The passage in {} names {} as the one that was told.",
                                      describe(copy), source.outlet),
                  .spans = {{second, *word}}};
  }

  [[nodiscard]] std::optional<Reason> earlier(ArticleIndex first, ArticleIndex second) const {
    if (compare_published(articles_[first], articles_[second]) >= 0) return std::nullopt;
    return Reason{.code = "published_earlier",
                  .text = fmt::format("{} was published before {}.", describe(articles_[first]),
                                      describe(articles_[second])),
                  .spans = {}};
  }

 private:
  [[nodiscard]] std::vector<ArticleSpan> spans_of(ArticleIndex article, MarkKind kind) const {
    std::vector<ArticleSpan> spans;
    for (const SourceMark& item : marks_[article].items) {
      if (item.kind == kind && !item.span.empty()) spans.push_back({article, item.span});
    }
    return spans;
  }

  std::span<const Article> articles_;
  std::span<const ArticleMarks> marks_;
};

/// Sets the direction where exactly one side has the reason.
bool decide(Copy& copy, std::optional<Reason> a_first, std::optional<Reason> b_first) {
  if (a_first.has_value() == b_first.has_value()) return false;
  copy.direction = a_first ? Direction::a_to_b : Direction::b_to_a;
  copy.reasons.push_back(a_first ? std::move(*a_first) : std::move(*b_first));
  return true;
}

void direct(Copy& copy, const Judge& judge) {
  if (copy.quoted() || copy.furniture) return;
  if (decide(copy, judge.source_file(copy.a, copy.b), judge.source_file(copy.b, copy.a))) return;
  if (decide(copy, judge.named(copy.a, copy.b, copy.b_span),
             judge.named(copy.b, copy.a, copy.a_span))) {
    return;
  }
  decide(copy, judge.earlier(copy.a, copy.b), judge.earlier(copy.b, copy.a));
}

}  // namespace

int compare_published(const Article& a, const Article& b) {
  const std::optional<Published> first = dated(a);
  const std::optional<Published> second = dated(b);
  if (!first || !second) return 0;
  const std::int64_t unit = std::max(unit_of(first->precision), unit_of(second->precision));
  const std::int64_t x = floor_to(first->unix_seconds, unit);
  const std::int64_t y = floor_to(second->unix_seconds, unit);
  return x < y ? -1 : (x > y ? 1 : 0);
}

std::vector<Copy> direct_copies(std::span<const Article> articles,
                                std::span<const Analysis> /*analyses*/, std::vector<Copy> copies,
                                const OriginTables& tables, Jobs jobs) {
  std::vector<bool> used(articles.size(), false);
  for (const Copy& copy : copies) used[copy.a] = used[copy.b] = true;
  const SourceNames names = collect_names(articles, tables.agencies, jobs);
  std::vector<ArticleMarks> marks(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    if (used[i]) marks[i] = find_marks(articles[i], names.agencies);
  });
  const Judge judge(articles, marks);
  parallel_for(jobs, copies.size(), [&](std::size_t i) { direct(copies[i], judge); });
  return copies;
}

}  // namespace twosource
