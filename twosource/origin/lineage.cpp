#include "twosource/origin/lineage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/origin/credit_keys.hpp"
#include "twosource/origin/direction.hpp"
#include "twosource/origin/owners.hpp"
#include "twosource/origin/wording.hpp"

namespace twosource {
namespace {

// Corrected spellings and a cut clause leave nine words of ten; below that somebody edited.
constexpr double copy_equal_share = 0.9;
// Versions of one article keep most of it; an outlet's second article on the story does not.
constexpr double version_share = 0.6;

using Pair = std::pair<ArticleIndex, ArticleIndex>;

/// What one article shares with another: words of whole sentences, and the copies that hold them.
struct Shared {
  std::uint32_t words = 0;
  std::set<std::uint32_t> copies;
};

class Edges {
 public:
  Edges(const StoryMaterial& material, const TracedStory& traced, StoryIndex story)
      : material_(material), traced_(traced), story_(story) {
    for (const SentenceLink& link : traced.shared.links) {
      Shared& shared = shared_[{link.from.article, link.to.article}];
      shared.words += material.readings[link.from.article].sentences[link.from.sentence].words;
      shared.copies.insert(link.copy);
    }
  }

  void add_versions() {
    for (const auto& [pair, shared] : shared_) {
      const auto [later, earlier] = pair;
      if (!is_version(later, earlier, shared)) continue;
      Lineage edge = make_edge(later, share_of(later, shared.words), LineageKind::version);
      edge.from = earlier;
      edge.reasons.push_back({.code = "same_outlet",
                              .text = fmt::format("Both are of {} and share most of the text.",
                                                  material_.articles[later].outlet),
                              .spans = copy_places(shared)});
      edges_.push_back(std::move(edge));
    }
  }

  void add_origin(const KeyedOrigin& entry, OriginIndex index) {
    if (entry.key.kind == OriginKind::unclear) return;
    const std::set<ArticleIndex> sources = sources_of(entry.key);
    for (const auto& [article, portion] : traced_.portions.at(entry.key)) {
      if (!sources.contains(article)) add_edge(entry, index, sources, article, portion);
    }
  }

  std::vector<Lineage> take() {
    for (Lineage& edge : edges_) {
      const std::string from =
          edge.from_origin ? fmt::format("origin {}", edge.from) : material_.articles[edge.from].id;
      edge.id =
          make_id("lineage", {material_.story.id, edge.from_origin ? origin_ids_[edge.from] : from,
                              material_.articles[edge.to].id, name_of(edge.kind)});
    }
    std::ranges::sort(edges_, [](const Lineage& x, const Lineage& y) {
      return std::tuple(x.to, -x.share, x.from_origin, x.from, x.kind) <
             std::tuple(y.to, -y.share, y.from_origin, y.from, y.kind);
    });
    return std::move(edges_);
  }

 private:
  [[nodiscard]] Lineage make_edge(ArticleIndex to, double share, LineageKind kind) const {
    return {.id = {}, .story = story_, .to = to, .share = share, .kind = kind, .reasons = {}};
  }

  [[nodiscard]] double share_of(ArticleIndex article, std::uint32_t words) const {
    const std::uint32_t all = material_.readings[article].body_words;
    return all == 0 ? 0.0 : std::min(1.0, static_cast<double>(words) / all);
  }

  /// `later` is a version of `earlier`: published later, or behind it in the list where no date
  /// tells.
  [[nodiscard]] bool is_version(ArticleIndex later, ArticleIndex earlier,
                                const Shared& shared) const {
    const Article& x = material_.articles[later];
    const Article& y = material_.articles[earlier];
    if (x.outlet.empty() || outlet_key(x.outlet) != outlet_key(y.outlet)) return false;
    const int order = compare_published(y, x);
    if (order > 0 || (order == 0 && earlier > later)) return false;
    const std::uint32_t shorter =
        std::min(material_.readings[later].body_words, material_.readings[earlier].body_words);
    return shared.words >= version_share * shorter;
  }

  /// The places of the copies on both sides.
  [[nodiscard]] std::vector<ArticleSpan> copy_places(const Shared& shared) const {
    std::vector<ArticleSpan> places;
    for (const std::uint32_t index : shared.copies) {
      const Copy& copy = material_.copies[index];
      places.push_back({copy.a, copy.a_span});
      places.push_back({copy.b, copy.b_span});
    }
    return places;
  }

  /// The articles of the story that are the source itself.
  [[nodiscard]] std::set<ArticleIndex> sources_of(const OriginKey& key) const {
    std::set<ArticleIndex> sources;
    for (std::size_t m = 0; m < material_.story.articles.size(); ++m) {
      const ArticleIndex article = material_.story.articles[m];
      const Standing& standing = traced_.standings[m];
      const bool file = standing.file && *standing.file == key;
      const bool own = key.kind == OriginKind::own &&
                       outlet_origin(material_.articles[article], OriginKind::own) == key;
      if (file || own || is_release_file(article, key)) sources.insert(article);
    }
    return sources;
  }

  /// A release that the distributing service itself shows, by its domain.
  [[nodiscard]] bool is_release_file(ArticleIndex article, const OriginKey& key) const {
    const auto release = traced_.sources.releases.find(article);
    if (release == traced_.sources.releases.end() || release->second != key) return false;
    return std::ranges::any_of(material_.readings[article].marks.items, [](const SourceMark& item) {
      return item.kind == MarkKind::release && item.span.empty();
    });
  }

  void add_edge(const KeyedOrigin& entry, OriginIndex index, const std::set<ArticleIndex>& sources,
                ArticleIndex article, const Portion& portion) {
    std::optional<ArticleIndex> best;
    std::uint32_t words = 0;
    for (const ArticleIndex source : sources) {
      const auto shared = shared_.find({article, source});
      if (shared != shared_.end() && shared->second.words > words) {
        best = source;
        words = shared->second.words;
      }
    }
    const bool copied = 2 * portion.copied_words >= portion.words;
    const bool edited = portion.equal_words < copy_equal_share * portion.copied_words;
    const LineageKind kind =
        !copied ? LineageKind::credit : (edited ? LineageKind::edit : LineageKind::copy);
    Lineage edge = make_edge(article, share_of(article, portion.words), kind);
    if (best) {
      edge.from = *best;
      edge.reasons.push_back(
          {.code = "copied_from",
           .text = fmt::format("{} shares these passages with {}, whose text it is.",
                               describe(material_.articles[article]),
                               describe(material_.articles[*best])),
           .spans = copy_places(shared_.at({article, *best}))});
    } else {
      edge.from_origin = true;
      edge.from = index;
      origin_ids_[index] = entry.origin.id;
      edge.reasons = reasons_of(entry, article, copied);
    }
    edges_.push_back(std::move(edge));
  }

  /// Why the article is tied to an origin outside the collection: the reasons of the origin that
  /// have a place in this article.
  [[nodiscard]] std::vector<Reason> reasons_of(const KeyedOrigin& entry, ArticleIndex article,
                                               bool copied) const {
    std::vector<Reason> reasons;
    if (copied) {
      Reason shared{.code = "shared_text",
                    .text = fmt::format("Other articles carry the same text as {}.",
                                        describe(material_.articles[article])),
                    .spans = {}};
      for (const auto& [pair, found] : shared_) {
        if (pair.first != article || !carries(entry, pair.second)) continue;
        shared.spans = copy_places(found);
        break;
      }
      reasons.push_back(std::move(shared));
    }
    for (const Reason& reason : entry.origin.reasons) {
      if (reason.code == "shared_text") continue;
      Reason here{.code = reason.code, .text = reason.text, .spans = {}};
      for (const ArticleSpan& place : reason.spans) {
        if (place.article == article) here.spans.push_back(place);
      }
      if (!here.spans.empty()) reasons.push_back(std::move(here));
    }
    return reasons;
  }

  [[nodiscard]] static bool carries(const KeyedOrigin& entry, ArticleIndex article) {
    return std::ranges::binary_search(entry.origin.articles, article);
  }

  const StoryMaterial& material_;
  const TracedStory& traced_;
  StoryIndex story_;
  std::map<Pair, Shared> shared_;  ///< what the first has in common with the second
  std::map<OriginIndex, std::string> origin_ids_;
  std::vector<Lineage> edges_;
};

}  // namespace

std::vector<Lineage> find_lineage(const StoryMaterial& material, const TracedStory& traced,
                                  StoryIndex story, std::span<const KeyedOrigin> origins,
                                  OriginIndex first_origin) {
  Edges edges(material, traced, story);
  edges.add_versions();
  for (std::size_t i = 0; i < origins.size(); ++i) {
    edges.add_origin(origins[i], first_origin + static_cast<OriginIndex>(i));
  }
  return edges.take();
}

}  // namespace twosource
