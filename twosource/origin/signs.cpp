#include "twosource/origin/signs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "twosource/origin/attributions.hpp"
#include "twosource/origin/bylines.hpp"
#include "twosource/origin/direction.hpp"
#include "twosource/origin/text_signs.hpp"
#include "twosource/origin/wording.hpp"

namespace twosource {
namespace {

// By these an agency's file outweighs any date, and a date all that texts show, if barely.
constexpr double agency_file_weight = 9.0;
constexpr double release_weight = 8.0;
constexpr double told_weight = 5.0;
constexpr double earlier_weight = 4.5;
// What texts show is shown by several signs that depend on each other.
constexpr double max_text_weight = 3.0;

/// Signs of the first of two articles that do not come from comparing their texts.
class Judge {
 public:
  Judge(std::span<const Article> articles, const CollectionReading& reading)
      : articles_(articles), reading_(reading) {}

  [[nodiscard]] std::optional<Sign> source_file(ArticleIndex first, ArticleIndex second) const {
    for (const MarkKind kind : {MarkKind::agency_file, MarkKind::release}) {
      if (reading_.articles[first].find(kind) == nullptr) continue;
      if (reading_.articles[second].find(kind) != nullptr) continue;
      const bool agency = kind == MarkKind::agency_file;
      return Sign{
          .weight = agency ? agency_file_weight : release_weight,
          .reason = {.code = agency ? "agency_file" : "release_file",
                     .text = fmt::format("{} is {}, {} is not.", describe(articles_[first]),
                                         agency ? "the agency's own file" : "a press release",
                                         describe(articles_[second])),
                     .spans = spans_of(first, kind)}};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Sign> earlier(ArticleIndex first, ArticleIndex second) const {
    if (compare_published(articles_[first], articles_[second]) >= 0) return std::nullopt;
    return Sign{
        .weight = earlier_weight,
        .reason = {.code = "published_earlier",
                   .text = fmt::format("{} was published before {}.", describe(articles_[first]),
                                       describe(articles_[second])),
                   .spans = {}}};
  }

 private:
  [[nodiscard]] std::vector<ArticleSpan> spans_of(ArticleIndex article, MarkKind kind) const {
    std::vector<ArticleSpan> spans;
    for (const SourceMark& item : reading_.articles[article].marks.items) {
      if (item.kind == kind && !item.span.empty()) spans.push_back({article, item.span});
    }
    return spans;
  }

  std::span<const Article> articles_;
  const CollectionReading& reading_;
};

/// The passage as `second` prints it names `first`: "told the Courier".
std::optional<Sign> told(std::span<const Article> articles, ArticleIndex first, ArticleIndex second,
                         Span passage) {
  const Article& source = articles[first];
  const Article& copy = articles[second];
  if (source.outlet.empty() || source.outlet == copy.outlet) return std::nullopt;
  std::vector<std::string> names = outlet_names(source);
  for (const std::string& own : outlet_names(copy)) std::erase(names, own);
  if (names.empty()) return std::nullopt;
  const std::optional<Span> word = find_own_word(copy.text, passage, names);
  // "our reporter" is whoever prints it.
  if (!word || std::ranges::find(names, slice(copy.text, *word)) == names.end()) {
    return std::nullopt;
  }
  return Sign{.weight = told_weight,
              .reason = {.code = "names_outlet",
                         .text = fmt::format("The passage in {} names {} as the one that was told.",
                                             describe(copy), source.outlet),
                         .spans = {{second, *word}}}};
}

/// Adds a sign where exactly one side has it.
void add_one_sided(std::vector<Sign>& signs, std::optional<Sign> a, std::optional<Sign> b) {
  if (a.has_value() == b.has_value()) return;
  Sign sign = a ? std::move(*a) : std::move(*b);
  sign.a_first = a.has_value();
  signs.push_back(std::move(sign));
}

bool comes_from_text(const Sign& sign) {
  const std::string& code = sign.reason.code;
  return code != "agency_file" && code != "release_file" && code != "names_outlet" &&
         code != "published_earlier" && code != "credits_other";
}

}  // namespace

std::optional<Sign> told_sign(std::span<const Article> articles, ArticleIndex a, Span a_passage,
                              ArticleIndex b, Span b_passage) {
  std::vector<Sign> signs;
  add_one_sided(signs, told(articles, a, b, b_passage), told(articles, b, a, a_passage));
  return signs.empty() ? std::nullopt : std::optional(std::move(signs.front()));
}

double sum_of(std::span<const Sign> signs) {
  double texts = 0.0;
  double others = 0.0;
  for (const Sign& sign : signs) {
    (comes_from_text(sign) ? texts : others) += sign.a_first ? sign.weight : -sign.weight;
  }
  return others + std::clamp(texts, -max_text_weight, max_text_weight);
}

std::vector<Sign> pair_signs(const Evidence& evidence, ArticleIndex a, ArticleIndex b) {
  const Judge judge(evidence.articles, evidence.reading);
  std::vector<Sign> signs;
  add_one_sided(signs, judge.source_file(a, b), judge.source_file(b, a));
  add_one_sided(signs, judge.earlier(a, b), judge.earlier(b, a));
  std::ranges::move(text_signs(evidence, a, b), std::back_inserter(signs));
  return signs;
}

}  // namespace twosource
