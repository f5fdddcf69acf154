#include "twosource/origin/sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <utility>

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

Publishers find_publishers(const StoryMaterial& material, const OwnerIndex& owners) {
  Publishers found;
  for (const ArticleIndex index : material.story.articles) {
    const Article& article = material.articles[index];
    if (article.outlet.empty()) {
      ++found.no_outlet;
    } else {
      found.outlets.insert(outlet_key(article.outlet));
    }
    std::string owner = owners.owner_of(article);
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

/// A step for one origin with evidence.
Reason step_for(const StoryMaterial& material, const Origin& origin) {
  const std::size_t all = material.story.articles.size();
  const std::size_t citing = origin.citing.size();
  const std::size_t carrying = origin.articles.size() - citing;
  const char* const cite = citing == 1 ? "cites" : "cite";
  const std::string articles = count_of(all, "article");
  const std::string carried = carrying == 0 ? fmt::format("{} of {} {}", citing, articles, cite)
                                            : fmt::format("{} of {} {}", carrying, articles,
                                                          carrying == 1 ? "carries" : "carry");
  const std::string cited =
      carrying == 0 || citing == 0 ? "" : fmt::format(", {} more {} it", citing, cite);
  std::vector<ArticleSpan> places = one_of_each(origin);
  switch (origin.kind) {
    case OriginKind::agency:
      return step("agency_origin",
                  fmt::format("{} the {}{}: one origin, however often it is printed.", carried,
                              origin.name, cited),
                  std::move(places));
    case OriginKind::release:
      return step("release_origin",
                  fmt::format("{} a {}{}: one origin.", carried, origin.name, cited),
                  std::move(places));
    default:
      return step("own_origin", fmt::format("{} {}{}: one origin.", carried, origin.name, cited),
                  std::move(places));
  }
}

/// One place of each origin, as proof.
std::vector<ArticleSpan> one_of_all(std::span<const Origin* const> origins) {
  std::vector<ArticleSpan> spans;
  for (const Origin* origin : origins) {
    if (spans.size() >= max_places) break;
    if (!origin->passages.empty()) spans.push_back(origin->passages.front());
  }
  return spans;
}

/// One step for all common texts: what is possible of one is possible of each.
Reason step_for_common(const StoryMaterial& material, std::span<const Origin* const> origins) {
  const std::string all = count_of(material.story.articles.size(), "article");
  if (origins.size() == 1) {
    return step("common_origin",
                fmt::format("{} of {} carry a text whose source is not among them: one origin that "
                            "is possible, but may be one of the others.",
                            origins.front()->articles.size(), all),
                one_of_each(*origins.front()));
  }
  return step("common_origin",
              fmt::format("{} texts stand in several articles each, and their sources are not "
                          "among them: each origin is possible, but may be one of the others.",
                          origins.size()),
              one_of_all(origins));
}

/// One step for all articles whose text nothing explains.
Reason step_for_unclear(const StoryMaterial& material, std::span<const Origin* const> origins) {
  constexpr std::size_t names_shown = 3;
  std::string who;
  for (std::size_t i = 0; i < std::min(names_shown, origins.size()); ++i) {
    const bool last = i + 1 == origins.size();
    if (i > 0) who += last ? " and " : ", ";
    who += describe(material.articles[origins[i]->articles.front()]);
  }
  if (origins.size() > names_shown) {
    who += fmt::format(" and {} more", origins.size() - names_shown);
  }
  return step("unclear_origin",
              fmt::format("Nothing shows where the text of {} comes from: {}possible, not shown.",
                          who, origins.size() == 1 ? "" : "each is "),
              one_of_all(origins));
}

/// The origins of a story by what can be said of them.
struct Sorted {
  std::vector<const Origin*> shown;
  std::vector<const Origin*> common;
  std::vector<const Origin*> unclear;
  std::vector<const Origin*> additions;
};

Sorted sort_origins(const std::vector<KeyedOrigin>& origins) {
  Sorted sorted;
  for (const KeyedOrigin& entry : origins) {
    const Origin& origin = entry.origin;
    if (!origin.counted) {
      sorted.additions.push_back(&origin);
    } else if (is_shown(origin)) {
      sorted.shown.push_back(&origin);
    } else if (origin.kind == OriginKind::common_text) {
      sorted.common.push_back(&origin);
    } else {
      sorted.unclear.push_back(&origin);
    }
  }
  return sorted;
}

std::vector<Reason> steps_for_origins(const StoryMaterial& material, const Sorted& sorted) {
  std::vector<Reason> steps;
  for (const Origin* origin : sorted.shown) steps.push_back(step_for(material, *origin));
  if (!sorted.common.empty()) steps.push_back(step_for_common(material, sorted.common));
  if (!sorted.unclear.empty()) steps.push_back(step_for_unclear(material, sorted.unclear));
  if (!sorted.additions.empty()) {
    const std::size_t count = sorted.additions.size();
    steps.push_back(step(
        "additions",
        fmt::format("{} too small to count, or may be one of the others.",
                    count == 1 ? "1 more origin is" : fmt::format("{} more origins are", count)),
        one_of_all(sorted.additions)));
  }
  return steps;
}

/// Articles all of whose sentences are quoted speech, captions or furniture have no origin at all.
bool has_text(const StoryMaterial& material) {
  return std::ranges::any_of(material.story.articles, [&](ArticleIndex article) {
    return material.readings[article].body_words > 0;
  });
}

}  // namespace

Sum sum_up(const StoryMaterial& material, StoryIndex story, const std::vector<KeyedOrigin>& origins,
           const OwnerIndex& owners) {
  const std::size_t articles = material.story.articles.size();
  const Publishers publishers = find_publishers(material, owners);
  const Sorted sorted = sort_origins(origins);
  const std::size_t possible = sorted.shown.size() + sorted.common.size() + sorted.unclear.size();
  Sum sum{.story = story,
          .articles = static_cast<std::uint32_t>(articles),
          .outlets = static_cast<std::uint32_t>(publishers.outlets.size()),
          .owners = static_cast<std::uint32_t>(publishers.owners.size()),
          .shown = static_cast<std::uint32_t>(sorted.shown.size()),
          .possible = static_cast<std::uint32_t>(possible),
          .steps = steps_for_origins(material, sorted)};
  sum.steps.insert(
      sum.steps.begin(),
      {step("articles", fmt::format("The story has {}.", count_of(articles, "article"))),
       step("outlets",
            known_of(publishers.outlets.size(), "outlet", publishers.no_outlet, articles)),
       step("owners", known_of(publishers.owners.size(), "owner", publishers.no_owner, articles))});
  if (sum.possible == 0 && has_text(material)) {
    sum.possible = 1;
    sum.steps.push_back(
        step("too_short", "No origin is large enough to count; the text still has one."));
  }
  const std::string shown = count_of(sum.shown, "independent origin");
  sum.steps.push_back(step("sum", sum.shown == sum.possible
                                      ? fmt::format("{} shown.", shown)
                                      : fmt::format("{} shown, at most {}.", shown, sum.possible)));
  return sum;
}

}  // namespace twosource
