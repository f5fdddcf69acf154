// Names (S4): F1 of persons, organisations and places, on articles that no model was trained on.
//
// Data: PATH... is the folder processed_annotated of en-worldwide-newswire; read are the articles
// that are held out (newswire.hpp). Sentences and tokens are our own. A name is right if it
// begins and ends with the gold name's first and last token and is of its kind: what we find is
// brought to the article's own tokens first.
//
// Measured are the names as the models give them. What a reader gets is mended afterwards
// (name_mending.hpp), which the line "mended" shows: the corpus takes a town and its country for
// one place in a fifth of the cases.
#include <algorithm>
#include <array>

#include <ostream>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "bench/newswire.hpp"
#include "twosource/text/name_mending.hpp"
#include "twosource/text/names.hpp"

namespace twosource::bench {
namespace {

struct NameScore {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;

  NameScore& operator+=(const NameScore& other) {
    right += other.right;
    found += other.found;
    gold += other.gold;
    return *this;
  }
  [[nodiscard]] double precision() const { return ratio(right, found); }
  [[nodiscard]] double recall() const { return ratio(right, gold); }
  [[nodiscard]] double f1() const { return ratio(2 * right, found + gold); }
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

using Names = std::set<std::tuple<std::uint32_t, std::uint32_t, NameKind>>;

// The names of an article by the numbers of its own tokens.
Names gold_of(const NewswireArticle& article) {
  Names names;
  std::size_t begin = 0;
  for (const Span block : article.blocks) {
    std::size_t end = begin;
    while (end < article.tokens.size() && article.tokens[end].end <= block.end) ++end;
    for (const NameMention& name :
         mentions_of(std::span(article.tags).subspan(begin, end - begin), begin))
      names.insert({name.begin, name.end, name.kind});
    begin = end;
  }
  return names;
}

// The names by the numbers of the article's own tokens.
Names in_gold_tokens(const NewswireArticle& article, const TaggedText& tagged,
                     const std::vector<NameMention>& mentions) {
  const auto token_at = [&](std::uint32_t byte) {
    const auto found = std::partition_point(article.tokens.begin(), article.tokens.end(),
                                            [byte](Span token) { return token.end <= byte; });
    return static_cast<std::uint32_t>(found - article.tokens.begin());
  };
  Names names;
  for (const NameMention& name : mentions) {
    const std::uint32_t first = token_at(tagged.tokens[name.begin].span.begin);
    const std::uint32_t last = token_at(tagged.tokens[name.end - 1].span.end - 1);
    names.insert({first, last + 1, name.kind});
  }
  return names;
}

using ScoreByKind = std::array<NameScore, name_kind_count>;

void add_scores(const Names& gold, const Names& found, ScoreByKind& by_kind) {
  for (const auto& name : gold) ++by_kind.at(static_cast<std::size_t>(std::get<2>(name))).gold;
  for (const auto& name : found) {
    NameScore& score = by_kind.at(static_cast<std::size_t>(std::get<2>(name)));
    ++score.found;
    score.right += gold.count(name);
  }
}

// Of persons, organisations and places together.
NameScore first_three(const ScoreByKind& by_kind) {
  NameScore sum;
  for (std::size_t i = 0; i < 3; ++i) sum += by_kind.at(i);
  return sum;
}

}  // namespace

Result<Done> measure_names(const Request& request, std::ostream& out) {
  const Result<std::vector<NewswireArticle>> articles = read_newswire(request.paths);
  if (!articles) return articles.error();
  NameFinder finder;
  ScoreByKind by_kind{};
  ScoreByKind mended{};
  for (const NewswireArticle& article : *articles) {
    if (!article.held_out()) continue;
    const Names gold = gold_of(article);
    const TaggedText tagged = tag_article(article);
    const std::vector<NameMention> found = finder.find(article.text, tagged);
    add_scores(gold, in_gold_tokens(article, tagged, found), by_kind);
    add_scores(gold, in_gold_tokens(article, tagged, mend_names(article.text, tagged, found)),
               mended);
  }
  constexpr std::array<std::string_view, name_kind_count> names = {"person", "organisation",
                                                                   "place", "people", "other"};
  out << fmt::format("{:<14}{:>8}{:>9}{:>9}{:>9}\n", "kind", "names", "prec", "recall", "F1");
  for (std::size_t i = 0; i < names.size(); ++i) {
    const NameScore& score = by_kind.at(i);
    out << fmt::format("{:<14}{:>8}{:>9.4f}{:>9.4f}{:>9.4f}\n", names.at(i), score.gold,
                       score.precision(), score.recall(), score.f1());
  }
  for (const auto& [name, three] :
       {std::pair("first three", first_three(by_kind)), std::pair("mended", first_three(mended))})
    out << fmt::format("{:<14}{:>8}{:>9.4f}{:>9.4f}{:>9.4f}\n", name, three.gold, three.precision(),
                       three.recall(), three.f1());
  out << fmt::format("names.f1: {:.4f}\nnames.mended_f1: {:.4f}\n", first_three(by_kind).f1(),
                     first_three(mended).f1());
  return Done{};
}

}  // namespace twosource::bench
