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
#include "twosource/origin/parents.hpp"
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
      : material_(material), traced_(traced), story_(story), parents_(material, traced) {
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
      versions_.insert(pair);
      edges_.push_back(std::move(edge));
    }
  }

  void add_origin(const KeyedOrigin& entry, OriginIndex index) {
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
      const bool own = (key.kind == OriginKind::own || key.kind == OriginKind::unclear) &&
                       outlet_origin(material_.articles[article], key.kind) == key;
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

  /// How the text was taken over.
  [[nodiscard]] static LineageKind kind_of(const Portion& portion) {
    if (2 * portion.reworded_words >= portion.copied_words) return LineageKind::reword;
    const bool edited = portion.equal_words < copy_equal_share * portion.copied_words;
    return edited ? LineageKind::edit : LineageKind::copy;
  }

  void add_edge(const KeyedOrigin& entry, OriginIndex index, const std::set<ArticleIndex>& sources,
                ArticleIndex article, const Portion& portion) {
    if (entry.key.kind == OriginKind::unclear && portion.copied_words == 0) return;
    const bool copied = 2 * portion.copied_words >= portion.words;
    const std::optional<Parent> parent =
        portion.copied_words > 0 ? parents_.find(article, entry.key, sources) : std::nullopt;
    // What a later version took over with the earlier one needs no edge of its own.
    if (parent && versions_.contains({article, parent->article})) return;
    const LineageKind kind = copied ? kind_of(portion) : LineageKind::credit;
    Lineage edge = make_edge(article, share_of(article, portion.words), kind);
    if (parent) {
      edge.from = parent->article;
      if (grow_edge(edge)) return;
      edge.reasons.push_back(reason_for(article, *parent, sources));
    } else {
      edge.from_origin = true;
      edge.from = index;
      origin_ids_[index] = entry.origin.id;
      edge.reasons = reasons_of(entry, article, copied);
    }
    edges_.push_back(std::move(edge));
  }

  /// One edge for all that an article took from another, whosever text it was.
  bool grow_edge(const Lineage& edge) {
    const auto [at, fresh] = edge_of_.emplace(Pair(edge.to, edge.from), edges_.size());
    if (fresh) return false;
    Lineage& same = edges_[at->second];
    same.share = std::min(1.0, same.share + edge.share);
    if (edge.kind == LineageKind::edit) same.kind = edge.kind;
    return true;
  }

  [[nodiscard]] Reason reason_for(ArticleIndex article, const Parent& parent,
                                  const std::set<ArticleIndex>& sources) const {
    const std::string who = describe(material_.articles[article]);
    const std::string whom = describe(material_.articles[parent.article]);
    Reason reason{.code = "copied_from", .text = {}, .spans = {}};
    if (sources.contains(parent.article)) {
      reason.text = fmt::format("{} shares these passages with {}, whose text it is.", who, whom);
    } else {
      reason.code = "nearest_copy";
      reason.text = fmt::format("{} has {} of {} that the other prints of the text do not have.",
                                who, count_of(parent.edits, "word"), whom);
    }
    const auto shared = shared_.find({article, parent.article});
    if (shared != shared_.end()) reason.spans = copy_places(shared->second);
    return reason;
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
  Parents parents_;
  std::map<Pair, Shared> shared_;        ///< what the first has in common with the second
  std::map<Pair, std::size_t> edge_of_;  ///< to, from: the edge between two articles
  std::set<Pair> versions_;              ///< later, earlier
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
