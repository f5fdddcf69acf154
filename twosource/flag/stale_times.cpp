// Is this "Sunday" another Sunday?
//
// A passage that an older article has already keeps its "on Sunday" and "yesterday" when it is
// taken over days later, and then they mean other days. The proof is in the dates: the same words
// in the same passage resolve to different days in the two articles, because the articles were
// published at least two days apart. Dates that the user set by flag prove nothing.
#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "twosource/flag/kinds.hpp"

namespace twosource {
namespace {

constexpr std::int64_t least_apart = std::int64_t{2} * 86400;  // seconds

std::optional<std::int64_t> published(const Article& article) {
  if (!article.published || article.published->source == DateSource::flag) return std::nullopt;
  return article.published->unix_seconds;
}

// One side of a copy that has this article's passage, and the other side.
struct Sides {
  Span here;
  ArticleIndex other = 0;
  Span there;
};

std::optional<Sides> older_side(const ArticleReading& article, const Copy& copy) {
  const bool is_a = copy.a == article.index();
  if ((!is_a && copy.b != article.index()) || copy.furniture) return std::nullopt;
  const Sides sides =
      is_a ? Sides{copy.a_span, copy.b, copy.b_span} : Sides{copy.b_span, copy.a, copy.a_span};
  const auto mine = published(article.article());
  const auto theirs = published(article.report().articles[sides.other]);
  if (!mine || !theirs || *mine - *theirs < least_apart) return std::nullopt;
  return sides;
}

bool is_sure(const TimeExpression& time) {
  return time.interval && time.doubt == TimeDoubt::none && time.kind == TimeKind::date;
}

// The expression with the same words in the other side whose neighbours are the same too: the only
// one there with these words.
const TimeExpression* twin_of(const Report& report, const TimeExpression& time,
                              const Sides& sides) {
  const std::string_view words = slice(report.articles[time.article].text, time.span);
  const TimeExpression* twin = nullptr;
  for (const TimeExpression& other : report.times) {
    if (other.article != sides.other || !sides.there.contains(other.span)) continue;
    if (slice(report.articles[other.article].text, other.span) != words) continue;
    if (twin != nullptr) return nullptr;
    twin = &other;
  }
  return twin;
}

}  // namespace

std::vector<Flag> find_stale_times(const ArticleReading& article) {
  const Report& report = article.report();
  std::vector<Flag> flags;
  for (const Copy& copy : report.copies) {
    const auto sides = older_side(article, copy);
    if (!sides) continue;
    for (const TimeExpression& time : report.times) {
      if (time.article != article.index() || !sides->here.contains(time.span) || !is_sure(time))
        continue;
      const TimeExpression* twin = twin_of(report, time, *sides);
      if (twin == nullptr || !is_sure(*twin) || twin->value == time.value) continue;
      Reason reason{
          "older_copy",
          fmt::format("an older article has the passage, and there it means {}", twin->value),
          {{article.index(), time.span}, {twin->article, twin->span}}};
      flags.push_back(make_flag(
          article, FlagKind::stale_time, time.span,
          fmt::format("“{}” is taken over from an older text, where it was {}; by the date of this "
                      "article it would be {}.",
                      article.text_of(time.span), twin->value, time.value),
          {std::move(reason)}));
    }
  }
  return flags;
}

}  // namespace twosource
