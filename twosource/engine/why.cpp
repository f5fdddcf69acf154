#include "twosource/engine/why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

#include "twosource/origin/collection_reading.hpp"
#include "twosource/origin/groups.hpp"
#include "twosource/origin/shared_words.hpp"
#include "twosource/origin/signs.hpp"
#include "twosource/reuse/traces.hpp"
#include "twosource/story/one_story.hpp"
#include "twosource/story/pair.hpp"

namespace twosource {
namespace {

// "[3]" and "3" name the third article.
std::optional<std::size_t> printed_number(std::string_view name) {
  if (name.starts_with('[') && name.ends_with(']')) name = name.substr(1, name.size() - 2);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

bool is_called(const Article& article, std::string_view name) {
  return article.id == name || article.path == name ||
         (article.path.ends_with(name) && article.path.size() > name.size() &&
          article.path[article.path.size() - name.size() - 1] == '/');
}

bool are_in_one_story(const Report& report, ArticleIndex a, ArticleIndex b) {
  return std::any_of(report.stories.begin(), report.stories.end(), [&](const Story& story) {
    return std::binary_search(story.articles.begin(), story.articles.end(), a) &&
           std::binary_search(story.articles.begin(), story.articles.end(), b);
  });
}

std::vector<std::size_t> copies_between(const Report& report, ArticleIndex a, ArticleIndex b) {
  std::vector<std::size_t> found;
  const auto [low, high] = std::minmax(a, b);
  for (std::size_t i = 0; i < report.copies.size(); ++i) {
    if (report.copies[i].a == low && report.copies[i].b == high) found.push_back(i);
  }
  return found;
}

std::vector<OriginIndex> origins_of_both(const Report& report, ArticleIndex a, ArticleIndex b) {
  std::vector<OriginIndex> found;
  for (std::size_t i = 0; i < report.origins.origins.size(); ++i) {
    const std::vector<ArticleIndex>& articles = report.origins.origins[i].articles;
    if (std::binary_search(articles.begin(), articles.end(), a) &&
        std::binary_search(articles.begin(), articles.end(), b)) {
      found.push_back(static_cast<OriginIndex>(i));
    }
  }
  return found;
}

Reason copy_reason(const Copy& copy) {
  return {"copy",
          fmt::format("{} passage of {} words (surprisal {:.0f} bits){}{}", name_of(copy.kind),
                      std::max(copy.words_a, copy.words_b), copy.surprisal,
                      copy.quoted() ? ", mostly quoted speech" : "",
                      copy.furniture ? ", site furniture that proves nothing"
                      : copy.formula ? ", names and set phrases that prove nothing"
                                     : ""),
          {{copy.a, copy.a_span}, {copy.b, copy.b_span}}};
}

Reason origin_reason(const Origin& origin, ArticleIndex a, ArticleIndex b) {
  Reason reason{"shared_origin", fmt::format("both carry sentences of {}", origin.name), {}};
  for (const ArticleSpan& passage : origin.passages) {
    if (passage.article == a || passage.article == b) reason.spans.push_back(passage);
  }
  return reason;
}

std::vector<std::uint32_t> positions_of(const std::vector<Copy>& copies) {
  std::vector<std::uint32_t> positions;
  for (std::uint32_t i = 0; i < copies.size(); ++i) {
    if (copies[i].is_evidence()) positions.push_back(i);
  }
  return positions;
}

// How many words an article has outside of its title.
std::size_t body_words(const Analysis& analysis) {
  return analysis.words.size() - analysis.body_word;
}

// What two articles share, against the shorter one.
struct Tie {
  std::size_t words = 0;
  double share = 0.0;
};

Tie tie_of(const Report& report, const SharedWords& shared, ArticleIndex a, ArticleIndex b) {
  const bool a_shorter = body_words(report.analyses[a]) <= body_words(report.analyses[b]);
  const ArticleIndex shorter = a_shorter ? a : b;
  const SharedWithOther* found = shared.find(shorter, a_shorter ? b : a);
  if (found == nullptr) return {};
  Tie tie{.words = count_words(found->covered)};
  const std::size_t all = body_words(report.analyses[shorter]);
  tie.share = all == 0 ? 0.0 : static_cast<double>(tie.words) / static_cast<double>(all);
  return tie;
}

// The share of the shorter article from which copied text alone joins two articles to a story.
constexpr double story_share = 0.2;

Reason share_reason(const Tie& tie) {
  return {"share",
          fmt::format("they share {} words that are evidence of copying, {:.0f} % of the shorter; "
                      "{:.0f} % alone make them one story",
                      tie.words, 100 * tie.share, 100 * story_share),
          {}};
}

// Every sign of who was first, with its weight, and what they add up to.
void add_direction(const Report& report, const OriginTables& tables, const PairExplanation& pair,
                   std::vector<Reason>& reasons) {
  const CollectionReading reading = read_collection(report.articles, report.analyses, report.copies,
                                                    tables, {{}, ReadWhich::with_copies});
  std::vector<std::uint32_t> all(report.copies.size());
  std::iota(all.begin(), all.end(), 0U);
  const SharedWords shared(report.analyses, report.copies, all);
  const auto [a, b] = std::minmax(pair.a, pair.b);
  std::vector<Sign> signs = pair_signs({report.articles, report.analyses, reading, shared}, a, b);
  const double sum = sum_of(signs);
  for (Sign& sign : signs) {
    sign.reason.text = fmt::format("{} (weight {:.1f} for [{}])", sign.reason.text, sign.weight,
                                   (sign.a_first ? a : b) + 1);
    reasons.push_back(std::move(sign.reason));
  }
  const std::string outcome = std::abs(sum) < min_direction_weight
                                  ? "so it is open who was first"
                                  : fmt::format("so [{}] was first", (sum > 0 ? a : b) + 1);
  reasons.push_back(
      {"direction",
       fmt::format("the signs of who was first add up to {:.1f}, those of the texts counted up to "
                   "3 together, and {:.0f} is needed: {}",
                   std::abs(sum), min_direction_weight, outcome),
       {}});
}

struct Edge {
  Tie tie;
  ArticleIndex x = 0;
  ArticleIndex y = 0;
};

// The links between the articles of an origin, the strongest first.
std::vector<Edge> edges_of(const Report& report, const SharedWords& shared, const Origin& origin) {
  std::vector<Edge> edges;
  for (const ArticleIndex x : origin.articles) {
    for (const SharedWithOther& with : shared.of(x)) {
      if (with.other <= x ||
          !std::binary_search(origin.articles.begin(), origin.articles.end(), with.other)) {
        continue;
      }
      edges.push_back({tie_of(report, shared, x, with.other), x, with.other});
    }
  }
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& x, const Edge& y) { return x.tie.words > y.tie.words; });
  return edges;
}

// The weakest link on the strongest way from one article of an origin to the other.
Reason held_reason(const Report& report, const SharedWords& shared, const Origin& origin,
                   ArticleIndex a, ArticleIndex b) {
  Groups groups(report.articles.size());
  for (const Edge& edge : edges_of(report, shared, origin)) {
    groups.join(edge.x, edge.y);
    if (groups.root(a) != groups.root(b)) continue;
    const bool direct = std::minmax(a, b) == std::minmax(edge.x, edge.y);
    return {"held_by",
            fmt::format("{} holds the two together {}: [{}] and [{}] share {} words, {:.0f} % of "
                        "the shorter",
                        origin.name, direct ? "directly" : "through others, at its weakest link",
                        edge.x + 1, edge.y + 1, edge.tie.words, 100 * edge.tie.share),
            {}};
  }
  return {"held_by",
          fmt::format("{} holds the two together by what they credit or name, not by shared text",
                      origin.name),
          {}};
}

// The two of them alone say one thing, and the stories as wholes another.
std::optional<Reason> reason_of_company(const Report& report, const StoryPair& pair,
                                        bool same_story) {
  if (pair.joined == same_story) return std::nullopt;
  if (same_story && is_given_as_one(report.stories))
    return Reason{given_as_one, "all articles were given as being about one thing", {}};
  if (same_story) {
    return Reason{"joined_by_others",
                  "the other articles of the story join the two; alone they are not alike enough",
                  {}};
  }
  return Reason{"stories_apart",
                "the articles of their two stories are not alike enough on average, although these "
                "two alone are",
                {}};
}

}  // namespace

Result<ArticleIndex> find_article(const Report& report, std::string_view name) {
  std::vector<ArticleIndex> found;
  for (ArticleIndex i = 0; i < report.articles.size(); ++i) {
    if (is_called(report.articles[i], name)) found.push_back(i);
  }
  const std::optional<std::size_t> number = printed_number(name);
  if (found.empty() && number && *number >= 1 && *number <= report.articles.size()) {
    return static_cast<ArticleIndex>(*number - 1);
  }
  if (found.size() == 1) return found.front();
  if (!found.empty()) {
    return Error{ErrorKind::usage,
                 fmt::format("{} articles are called {}; name one by its id", found.size(), name)};
  }
  return Error{
      ErrorKind::usage,
      fmt::format("no article is called {}; name it by its id, its path, or a number from 1 "
                  "to {} as run prints it",
                  name, report.articles.size())};
}

PairExplanation explain(const Report& report, const OriginTables& tables, ArticleIndex a,
                        ArticleIndex b) {
  PairExplanation pair{.a = a, .b = b};
  pair.same_story = are_in_one_story(report, a, b);
  pair.copies = copies_between(report, a, b);
  pair.shared_origins = origins_of_both(report, a, b);
  StoryPair story = explain_pair(report.articles, report.analyses, report.copies, a, b);
  if (auto company = reason_of_company(report, story, pair.same_story)) {
    pair.reasons.push_back(std::move(*company));
  }
  std::move(story.reasons.begin(), story.reasons.end(), std::back_inserter(pair.reasons));
  const SharedWords shared(report.analyses, report.copies, positions_of(report.copies));
  if (!pair.copies.empty()) pair.reasons.push_back(share_reason(tie_of(report, shared, a, b)));
  for (std::size_t copy : pair.copies) pair.reasons.push_back(copy_reason(report.copies[copy]));
  std::vector<Copy> copies;
  for (std::size_t copy : pair.copies) copies.push_back(report.copies[copy]);
  std::vector<Reason> traces = find_traces(report.articles, report.analyses, copies, a, b);
  std::move(traces.begin(), traces.end(), std::back_inserter(pair.reasons));
  if (!pair.copies.empty()) add_direction(report, tables, pair, pair.reasons);
  for (OriginIndex index : pair.shared_origins) {
    const Origin& origin = report.origins.origins[index];
    pair.reasons.push_back(origin_reason(origin, a, b));
    pair.reasons.push_back(held_reason(report, shared, origin, a, b));
  }
  return pair;
}

}  // namespace twosource
