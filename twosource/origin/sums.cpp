#include "twosource/origin/sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "twosource/origin/owners.hpp"
#include "twosource/origin/wording.hpp"

namespace twosource {
namespace {

constexpr std::size_t max_places = 8;

bool is_shown(const Origin& origin) {
  return origin.counted && (origin.kind == OriginKind::own || origin.kind == OriginKind::agency ||
                            origin.kind == OriginKind::release);
}

Reason step(std::string code, std::string text, std::vector<ArticleSpan> spans = {}) {
  return {.code = std::move(code), .text = std::move(text), .spans = std::move(spans)};
}

/// Outlets and owners, those known and the number of articles without.
struct Publishers {
  std::set<std::string> outlets;
  std::set<std::string> owners;
  std::size_t no_outlet = 0;
  std::size_t no_owner = 0;
};

Publishers find_publishers(const StoryMaterial& material, const OriginTables& tables) {
  Publishers found;
  for (const ArticleIndex index : material.story.articles) {
    const Article& article = material.articles[index];
    if (article.outlet.empty()) {
      ++found.no_outlet;
    } else {
      found.outlets.insert(outlet_key(article.outlet));
    }
    std::string owner = owner_of(article, tables);
    if (owner.empty()) {
      ++found.no_owner;
    } else {
      found.owners.insert(std::move(owner));
    }
  }
  return found;
}

std::string known_of(std::size_t known, std::string_view noun, std::size_t missing,
                     std::size_t articles) {
  if (missing == articles) return fmt::format("The {} of none of the articles is known.", noun);
  const std::string rest =
      missing == 0 ? ""
                   : fmt::format("; of {} the {} is not known", count_of(missing, "article"), noun);
  return fmt::format("They come from {}{}.", count_of(known, noun), rest);
}

/// The first place of each article in the origin, as proof.
std::vector<ArticleSpan> one_of_each(const Origin& origin) {
  std::vector<ArticleSpan> spans;
  for (const ArticleSpan& place : origin.passages) {
    if (spans.size() >= max_places) break;
    if (spans.empty() || spans.back().article != place.article) spans.push_back(place);
  }
  return spans;
}

std::string sentence_for(const StoryMaterial& material, const Origin& origin) {
  const std::size_t all = material.story.articles.size();
  const std::string carried =
      fmt::format("{} of {} {}", origin.articles.size(), count_of(all, "article"),
                  origin.articles.size() == 1 ? "carries" : "carry");
  switch (origin.kind) {
    case OriginKind::agency:
      return fmt::format("{} the {}: one origin, however often it is printed.", carried,
                         origin.name);
    case OriginKind::own:
      return fmt::format("{} {}: one origin.", carried, origin.name);
    case OriginKind::release:
      return fmt::format("{} a {}: one origin.", carried, origin.name);
    case OriginKind::common_text:
      return fmt::format(
          "{} a text whose source is not among them: one origin that is possible, "
          "but may be one of the others.",
          carried);
    case OriginKind::unclear:
      break;
  }
  const std::string who = describe(material.articles[origin.articles.front()]);
  return fmt::format("Nothing shows where the text of {} comes from: possible, not shown.", who);
}

const char* code_for(OriginKind kind) {
  switch (kind) {
    case OriginKind::agency:
      return "agency_origin";
    case OriginKind::own:
      return "own_origin";
    case OriginKind::release:
      return "release_origin";
    case OriginKind::common_text:
      return "common_origin";
    case OriginKind::unclear:
      break;
  }
  return "unclear_origin";
}

/// Articles all of whose sentences are quoted speech, captions or furniture have no origin at all.
bool has_text(const StoryMaterial& material) {
  return std::ranges::any_of(material.story.articles, [&](ArticleIndex article) {
    return material.readings[article].body_words > 0;
  });
}

}  // namespace

Sum sum_up(const StoryMaterial& material, StoryIndex story, const std::vector<KeyedOrigin>& origins,
           const OriginTables& tables) {
  const std::size_t articles = material.story.articles.size();
  const Publishers publishers = find_publishers(material, tables);
  Sum sum{.story = story,
          .articles = static_cast<std::uint32_t>(articles),
          .outlets = static_cast<std::uint32_t>(publishers.outlets.size()),
          .owners = static_cast<std::uint32_t>(publishers.owners.size()),
          .shown = 0,
          .possible = 0,
          .steps = {}};
  sum.steps.push_back(
      step("articles", fmt::format("The story has {}.", count_of(articles, "article"))));
  sum.steps.push_back(step(
      "outlets", known_of(publishers.outlets.size(), "outlet", publishers.no_outlet, articles)));
  sum.steps.push_back(
      step("owners", known_of(publishers.owners.size(), "owner", publishers.no_owner, articles)));
  std::size_t additions = 0;
  std::vector<ArticleSpan> small;
  for (const KeyedOrigin& entry : origins) {
    const Origin& origin = entry.origin;
    if (!origin.counted) {
      ++additions;
      if (small.size() < max_places && !origin.passages.empty())
        small.push_back(origin.passages.front());
      continue;
    }
    ++sum.possible;
    if (is_shown(origin)) ++sum.shown;
    sum.steps.push_back(
        step(code_for(origin.kind), sentence_for(material, origin), one_of_each(origin)));
  }
  if (additions > 0) {
    sum.steps.push_back(
        step("additions",
             fmt::format("{} too small to count, or may be one of the others.",
                         additions == 1 ? "1 more origin is"
                                        : fmt::format("{} more origins are", additions)),
             std::move(small)));
  }
  if (sum.possible == 0 && has_text(material)) {
    sum.possible = 1;
    sum.steps.push_back(
        step("too_short", "No origin is large enough to count; the text still has one."));
  }
  sum.steps.push_back(
      step("sum", sum.shown == sum.possible
                      ? fmt::format("{} shown.", count_of(sum.shown, "independent origin"))
                      : fmt::format("{} shown, at most {}.",
                                    count_of(sum.shown, "independent origin"), sum.possible)));
  return sum;
}

}  // namespace twosource
