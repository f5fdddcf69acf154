// The definitions stand on top of bench/lineage.cpp.
#include "bench/lineage_judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "bench/lineage_truth.hpp"

namespace twosource::bench {
namespace {

using Index = std::uint32_t;

// How the article was made from the parent it has most of.
const char* operation_name(const Text& text) {
  return name_of(text.parents.front().operation);
}

std::uint32_t overlap(Span x, Span y) {
  const std::uint32_t begin = std::max(x.begin, y.begin);
  const std::uint32_t end = std::min(x.end, y.end);
  return begin < end ? end - begin : 0;
}

class Judge {
 public:
  Judge(const Collected& collected, const Answers& answers)
      : collected_(collected), answers_(answers) {
    for (std::size_t f = 0; f < collected.families.size(); ++f) {
      truths_.emplace_back(collected.families[f], collected.stored[f]);
    }
    for (const Lineage& edge : answers.origins.lineage) {
      // Sorted by share: the first one to an article is the largest.
      top_edges_.emplace(edge.to, &edge);
    }
  }

  LineageFigures judge() {
    for (ArticleIndex article = 0; article < collected_.articles.size(); ++article) {
      judge_parent(article);
    }
    judge_hidden();
    judge_folds();
    judge_recall();
    for (const Copy& copy : answers_.copies) judge_precision(copy);
    figures_.counts = judge_counts(collected_, answers_.stories, answers_.origins.sums);
    return std::move(figures_);
  }

 private:
  using Pair = std::pair<ArticleIndex, ArticleIndex>;
  enum class Verdict { right, wrong, unknown };

  // ---- Parents ----

  void judge_parent(ArticleIndex article) {
    const auto [f, t] = collected_.places[article];
    const Text& text = collected_.families[f].texts[t];
    const auto found = top_edges_.find(article);
    const Lineage* edge = found == top_edges_.end() ? nullptr : found->second;
    if (text.parents.empty()) {
      figures_.false_parents.add(edge != nullptr);
      if (edge != nullptr) figures_.false_edges.push_back(answer(article, edge));
      return;
    }
    if (!truths_[f].leaves_trace(t, collected_.articles[article].published.has_value())) {
      ++figures_.traceless;
      return;
    }
    const Verdict verdict = verdict_on(article, edge);
    const bool enough = truths_[f].took_enough(t);
    const bool ancestor = verdict != Verdict::right && names_ancestor(article, edge);
    add(figures_.parents[enough ? "all" : "small"], verdict, ancestor);
    if (!enough) return;
    add(figures_.parents[operation_name(text)], verdict, ancestor);
    if (verdict != Verdict::right) figures_.examples.push_back(example(article, edge, verdict));
  }

  [[nodiscard]] bool names_ancestor(ArticleIndex article, const Lineage* edge) const {
    if (edge == nullptr) return false;
    const Index f = collected_.places[article].family;
    const Index t = collected_.places[article].text;
    return std::ranges::any_of(truths_[f].ancestors_of(t), [&](Index ancestor) {
      const Text& text = collected_.families[f].texts[ancestor];
      if (edge->from_origin) {
        return text.hidden && is_text_of(answers_.origins.origins[edge->from], article, text.first);
      }
      const Collected::Place from = collected_.places[edge->from];
      return from.family == f && from.text == ancestor;
    });
  }

  static void add(ParentTally& tally, Verdict verdict, bool ancestor) {
    tally.ancestor += ancestor ? 1 : 0;
    tally.right += verdict == Verdict::right ? 1 : 0;
    tally.wrong += verdict == Verdict::wrong ? 1 : 0;
    tally.unknown += verdict == Verdict::unknown ? 1 : 0;
  }

  [[nodiscard]] Verdict verdict_on(ArticleIndex article, const Lineage* edge) const {
    if (edge == nullptr) return Verdict::unknown;
    const Index f = collected_.places[article].family;
    const Index t = collected_.places[article].text;
    const FamilyTruth& truth = truths_[f];
    if (!edge->from_origin) {
      const Collected::Place from = collected_.places[edge->from];
      return from.family == f && truth.could_come_from(t, from.text) ? Verdict::right
                                                                     : Verdict::wrong;
    }
    const Origin& origin = answers_.origins.origins[edge->from];
    const std::vector<Text>& texts = truth.family().texts;
    for (Index other = 0; other < texts.size(); ++other) {
      if (texts[other].hidden && truth.could_come_from(t, other) &&
          is_text_of(origin, article, texts[other].first)) {
        return Verdict::right;
      }
    }
    if (origin.kind == OriginKind::own) return Verdict::wrong;
    // Twins without dates: that both are one text is all that can be known.
    const bool undated = !collected_.articles[article].published.has_value();
    const bool twin = std::ranges::any_of(origin.articles, [&](ArticleIndex other) {
      const Collected::Place place = collected_.places[other];
      return other != article && place.family == f && truth.are_twins(t, place.text) &&
             truth.could_come_from(t, place.text);
    });
    return undated && twin ? Verdict::right : Verdict::unknown;
  }

  /// Whether most of what the engine gives to the origin in this article is of that first text.
  [[nodiscard]] bool is_text_of(const Origin& origin, ArticleIndex article, Index first) const {
    if (origin.kind == OriginKind::own) return false;
    const auto [f, t] = collected_.places[article];
    const StoredText& stored = collected_.stored[f][t];
    std::uint32_t all = 0;
    std::uint32_t right = 0;
    for (const ArticleSpan& passage : origin.passages) {
      if (passage.article != article) continue;
      for (std::size_t i = 0; i < stored.pieces.size(); ++i) {
        const std::uint32_t bytes = overlap(stored.spans[i], passage.span);
        all += bytes;
        if (stored.pieces[i]->first == first) right += bytes;
      }
    }
    return all > 0 && 2 * right >= all;
  }

  [[nodiscard]] std::string answer(ArticleIndex article, const Lineage* edge) const {
    const std::string& id = collected_.articles[article].id;
    if (edge == nullptr) return id + ": nothing";
    if (!edge->from_origin) {
      return fmt::format("{}: article {}, share {:.2f}", id, collected_.articles[edge->from].id,
                         edge->share);
    }
    const Origin& origin = answers_.origins.origins[edge->from];
    return fmt::format("{}: origin \"{}\" with {} articles, share {:.2f}", id, origin.name,
                       origin.articles.size(), edge->share);
  }

  [[nodiscard]] std::string example(ArticleIndex article, const Lineage* edge,
                                    Verdict verdict) const {
    const auto [f, t] = collected_.places[article];
    const Text& text = collected_.families[f].texts[t];
    const Index parent = text.parents.front().text;
    return fmt::format(
        "{}, {} of {}{}, says of {}", verdict == Verdict::wrong ? "wrong" : "unknown",
        operation_name(text), collected_.stored[f][parent].id,
        collected_.families[f].texts[parent].hidden ? " (hidden)" : "", answer(article, edge));
  }

  // ---- Hidden sources ----

  void judge_hidden() {
    for (Index f = 0; f < collected_.families.size(); ++f) {
      std::vector<Index> articles;
      const std::vector<Text>& texts = collected_.families[f].texts;
      for (Index t = 0; t < texts.size(); ++t) {
        if (!texts[t].hidden) articles.push_back(t);
      }
      for (const TrueOrigin& origin : true_origins(collected_.families[f], articles)) {
        if (collected_.families[f].firsts[origin.first].kind == FirstKind::own) continue;
        if (!origin.counted || origin.articles.size() < 2) continue;
        if (!truths_[f].leaves_trace(origin)) continue;
        figures_.hidden.add(is_found(f, origin));
      }
    }
  }

  [[nodiscard]] bool is_found(Index family, const TrueOrigin& truth) const {
    return std::ranges::any_of(answers_.origins.origins, [&](const Origin& origin) {
      if (origin.kind == OriginKind::own || origin.kind == OriginKind::unclear) return false;
      return origin.articles.size() >= 2 &&
             std::ranges::all_of(origin.articles, [&](ArticleIndex article) {
               const Collected::Place place = collected_.places[article];
               return place.family == family &&
                      std::ranges::find(truth.articles, place.text) != truth.articles.end();
             });
    });
  }

  // ---- Folds ----

  void judge_folds() {
    const std::set<Pair> folded = folded_pairs();
    for (const auto& [a, b] : folded) {
      if (collected_.places[a].family != collected_.places[b].family) ++figures_.foreign_folds;
    }
    std::map<Index, std::vector<ArticleIndex>> families;
    for (ArticleIndex i = 0; i < collected_.places.size(); ++i) {
      families[collected_.places[i].family].push_back(i);
    }
    for (const auto& [family, articles] : families) {
      for (const auto& [a, b] : pairs_of(articles)) judge_fold(a, b, folded.contains({a, b}));
    }
  }

  [[nodiscard]] std::set<Pair> folded_pairs() const {
    std::set<Pair> folded;
    for (const Origin& origin : answers_.origins.origins) {
      if (origin.kind == OriginKind::unclear) continue;
      const std::vector<Pair> pairs = pairs_of(origin.articles);
      folded.insert(pairs.begin(), pairs.end());
    }
    return folded;
  }

  /// Of articles in ascending order.
  static std::vector<Pair> pairs_of(const std::vector<ArticleIndex>& articles) {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < articles.size(); ++i) {
      for (std::size_t j = i + 1; j < articles.size(); ++j) {
        pairs.emplace_back(articles[i], articles[j]);
      }
    }
    return pairs;
  }

  void judge_fold(ArticleIndex a, ArticleIndex b, bool folded) {
    const FamilyTruth& truth = truths_[collected_.places[a].family];
    const Index x = collected_.places[a].text;
    const Index y = collected_.places[b].text;
    if (collected_.families[collected_.places[a].family].texts[x].outlet ==
        collected_.families[collected_.places[a].family].texts[y].outlet) {
      return;  // all reporting of one outlet is one origin
    }
    if (meet(truth.firsts_of(x), truth.firsts_of(y))) return;
    const bool quotes = meet(truth.utterances_of(x), truth.utterances_of(y));
    (quotes ? figures_.quotation_folds : figures_.independent_folds).add(folded);
    if (!folded) return;
    for (const Origin& origin : answers_.origins.origins) {
      const auto has = [&](ArticleIndex each) {
        return std::ranges::find(origin.articles, each) != origin.articles.end();
      };
      if (origin.kind == OriginKind::unclear || !has(a) || !has(b)) continue;
      figures_.folds.push_back(fmt::format("{} {} share \"{}\"", collected_.articles[a].id,
                                           collected_.articles[b].id, origin.name));
    }
  }

  static bool meet(const std::set<Index>& x, const std::set<Index>& y) {
    return std::ranges::any_of(x, [&](Index each) { return y.contains(each); });
  }

  // ---- Passages ----

  void judge_recall() {
    std::map<std::pair<ArticleIndex, ArticleIndex>, std::vector<const Copy*>> copies;
    for (const Copy& copy : answers_.copies) copies[{copy.a, copy.b}].push_back(&copy);
    std::map<std::pair<Index, Index>, ArticleIndex> articles;
    for (ArticleIndex i = 0; i < collected_.places.size(); ++i) {
      articles[{collected_.places[i].family, collected_.places[i].text}] = i;
    }
    for (ArticleIndex child = 0; child < collected_.places.size(); ++child) {
      const auto [f, t] = collected_.places[child];
      const StoredText& stored = collected_.stored[f][t];
      for (std::size_t i = 0; i < stored.pieces.size(); ++i) {
        const Piece& piece = *stored.pieces[i];
        if (piece.from == none || collected_.families[f].texts[piece.from].hidden) continue;
        const ArticleIndex parent = articles.at({f, piece.from});
        const std::uint32_t covered =
            covered_bytes(copies[std::minmax(child, parent)], child, stored.spans[i]);
        const std::uint32_t bytes = stored.spans[i].end - stored.spans[i].begin;
        add_bytes(figures_.recall["all"], covered, bytes);
        add_bytes(figures_.recall[operation_name(collected_.families[f].texts[t])], covered, bytes);
        add_bytes(figures_.recall[name_of(piece.change)], covered, bytes);
      }
    }
  }

  static void add_bytes(Tally& tally, std::uint32_t part, std::uint32_t whole) {
    tally.part += part;
    tally.whole += whole;
  }

  static std::uint32_t covered_bytes(const std::vector<const Copy*>& copies, ArticleIndex article,
                                     Span span) {
    std::vector<bool> covered(span.end - span.begin);
    for (const Copy* copy : copies) {
      const Span side = copy->a == article ? copy->a_span : copy->b_span;
      for (std::uint32_t at = std::max(side.begin, span.begin); at < std::min(side.end, span.end);
           ++at) {
        covered[at - span.begin] = true;
      }
    }
    return static_cast<std::uint32_t>(std::ranges::count(covered, true));
  }

  void judge_precision(const Copy& copy) {
    if (copy.furniture) return;
    const Collected::Place a = collected_.places[copy.a];
    const Collected::Place b = collected_.places[copy.b];
    std::set<SentenceKey> keys;
    const StoredText& other = collected_.stored[b.family][b.text];
    for (std::size_t i = 0; i < other.pieces.size(); ++i) {
      if (a.family == b.family && overlap(other.spans[i], copy.b_span) > 0) {
        keys.insert(key_of(*other.pieces[i]));
      }
    }
    const StoredText& stored = collected_.stored[a.family][a.text];
    for (std::size_t i = 0; i < stored.pieces.size(); ++i) {
      if (!tells(*stored.pieces[i])) continue;
      const std::uint32_t bytes = overlap(stored.spans[i], copy.a_span);
      const bool right = keys.contains(key_of(*stored.pieces[i]));
      add_bytes(figures_.precision[name_of(copy.kind)], right ? bytes : 0, bytes);
      add_bytes(figures_.precision["all"], right ? bytes : 0, bytes);
    }
  }

  const Collected& collected_;
  const Answers& answers_;
  std::vector<FamilyTruth> truths_;
  std::map<ArticleIndex, const Lineage*> top_edges_;
  LineageFigures figures_;
};

}  // namespace

LineageFigures judge_lineage(const Collected& collected, const Answers& answers) {
  return Judge(collected, answers).judge();
}

CountTally judge_counts(const Collected& collected, const std::vector<Story>& stories,
                        const std::vector<Sum>& sums) {
  CountTally tally;
  for (const Sum& sum : sums) {
    const std::vector<ArticleIndex>& articles = stories[sum.story].articles;
    if (articles.size() < 2) continue;
    std::map<Index, std::vector<Index>> families;
    for (const ArticleIndex article : articles) {
      families[collected.places[article].family].push_back(collected.places[article].text);
    }
    double truth = 0.0;
    for (const auto& [family, texts] : families) {
      for (const TrueOrigin& origin : true_origins(collected.families[family], texts)) {
        truth += origin.counted ? 1.0 : 0.0;
      }
    }
    if (truth == 0.0) continue;
    ++tally.stories;
    tally.possible_error += std::abs(sum.possible - truth) / truth;
    tally.shown_error += std::abs(sum.shown - truth) / truth;
    tally.inside += sum.shown <= truth && truth <= sum.possible ? 1 : 0;
  }
  return tally;
}

}  // namespace twosource::bench
