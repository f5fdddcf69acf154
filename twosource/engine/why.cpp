#include "twosource/engine/why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "twosource/reuse/traces.hpp"
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

// The two of them alone say one thing, and the stories as wholes another.
std::optional<Reason> reason_of_company(const StoryPair& pair, bool same_story) {
  if (pair.joined == same_story) return std::nullopt;
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

PairExplanation explain(const Report& report, ArticleIndex a, ArticleIndex b) {
  PairExplanation pair{.a = a, .b = b};
  pair.same_story = are_in_one_story(report, a, b);
  pair.copies = copies_between(report, a, b);
  pair.shared_origins = origins_of_both(report, a, b);
  StoryPair story = explain_pair(report.articles, report.analyses, report.copies, a, b);
  if (auto company = reason_of_company(story, pair.same_story)) {
    pair.reasons.push_back(std::move(*company));
  }
  std::move(story.reasons.begin(), story.reasons.end(), std::back_inserter(pair.reasons));
  for (std::size_t copy : pair.copies) pair.reasons.push_back(copy_reason(report.copies[copy]));
  std::vector<Copy> copies;
  for (std::size_t copy : pair.copies) copies.push_back(report.copies[copy]);
  std::vector<Reason> traces = find_traces(report.articles, report.analyses, copies, a, b);
  std::move(traces.begin(), traces.end(), std::back_inserter(pair.reasons));
  for (OriginIndex origin : pair.shared_origins) {
    pair.reasons.push_back(origin_reason(report.origins.origins[origin], a, b));
  }
  return pair;
}

}  // namespace twosource
