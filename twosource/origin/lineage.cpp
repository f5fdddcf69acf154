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
  Edges(const StoryMaterial& material, const TracedStory& traced, StoryIndex story,
        std::span<const KeyedOrigin> origins, OriginIndex first_origin)
      : material_(material),
        traced_(traced),
        story_(story),
        origins_(origins),
        first_origin_(first_origin),
        sources_(find_sources()),
        parents_(material, traced, sources_) {
    for (const SentenceLink& link : traced.shared.links) {
      Shared& shared = shared_[{link.from.article, link.to.article}];
      shared.words += material.readings[link.from.article].sentences[link.from.sentence].words;
      shared.copies.insert(link.copy);
    }
    for (std::size_t i = 0; i < origins.size(); ++i) {
      for (const auto& [article, portion] : traced.portions.at(origins[i].key)) {
        origins_of_[article].push_back(i);
      }
    }
  }

  /// Of several earlier versions the one that it shares most with.
  void add_versions() {
    std::map<ArticleIndex, std::pair<std::uint32_t, ArticleIndex>> best;
    for (const auto& [pair, shared] : shared_) {
      const auto [later, earlier] = pair;
      if (!is_version(later, earlier, shared)) continue;
      const auto [at, fresh] = best.emplace(later, std::pair(shared.words, earlier));
      if (!fresh) at->second = std::max(at->second, std::pair(shared.words, earlier));
    }
    for (const auto& [later, found] : best) {
      const Shared& shared = shared_.at({later, found.second});
      Lineage edge = make_edge(later, share_of(later, shared.words), LineageKind::version);
      edge.from = found.second;
      edge.reasons.push_back({.code = "same_outlet",
                              .text = fmt::format("Both are of {} and share most of the text.",
                                                  material_.articles[later].outlet),
                              .spans = copy_places(shared)});
      versions_.emplace(later, found.second);
      edges_.push_back(std::move(edge));
    }
  }

  /// The edges into one article: from the articles and the origins that it was copied from.
  void add_article(ArticleIndex article) {
    const auto version = versions_.find(article);
    const std::vector<Parent> parents = parents_.find(
        article, version == versions_.end() ? std::nullopt : std::optional(version->second));
    for (const Parent& parent : parents) {
      if (!parent.is_origin) add_copy(article, parent);
    }
    const auto carried = origins_of_.find(article);
    if (carried == origins_of_.end()) return;
    for (const std::size_t i : carried->second) {
      if (is_source(article, origins_[i].key)) continue;
      add_rest(i, article, traced_.portions.at(origins_[i].key).at(article), parents);
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

  /// Versions grow: what was found out since is added, and little is taken out. Of equal ones the
  /// later is that behind in the list.
  [[nodiscard]] bool has_grown(ArticleIndex later, ArticleIndex earlier) const {
    const SharedWithOther* added = traced_.words.find(later, earlier);
    const SharedWithOther* left_out = traced_.words.find(earlier, later);
    const auto missing = [&](ArticleIndex article, const SharedWithOther* shared) {
      const std::size_t words = material_.analyses[article].words.size();
      return words - (shared == nullptr ? 0 : count_words(shared->covered));
    };
    return std::pair(missing(earlier, left_out), earlier) < std::pair(missing(later, added), later);
  }

  /// `later` is a version of `earlier`: published later, or grown where no date tells.
  [[nodiscard]] bool is_version(ArticleIndex later, ArticleIndex earlier,
                                const Shared& shared) const {
    const Article& x = material_.articles[later];
    const Article& y = material_.articles[earlier];
    if (x.outlet.empty() || outlet_key(x.outlet) != outlet_key(y.outlet)) return false;
    const int order = compare_published(y, x);
    if (order > 0 || (order == 0 && !has_grown(later, earlier))) return false;
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

  /// For each origin the articles of the story that are the source itself.
  [[nodiscard]] SourceArticles find_sources() const {
    SourceArticles sources;
    for (std::size_t m = 0; m < material_.story.articles.size(); ++m) {
      const ArticleIndex article = material_.story.articles[m];
      if (traced_.standings[m].file) sources[*traced_.standings[m].file].insert(article);
      for (const OriginKind kind : {OriginKind::own, OriginKind::unclear}) {
        sources[outlet_origin(material_.articles[article], kind)].insert(article);
      }
      const auto release = traced_.sources.releases.find(article);
      if (release != traced_.sources.releases.end() && is_release_file(article, release->second)) {
        sources[release->second].insert(article);
      }
    }
    return sources;
  }

  [[nodiscard]] bool is_source(ArticleIndex article, const OriginKey& key) const {
    const auto found = sources_.find(key);
    return found != sources_.end() && found->second.contains(article);
  }

  /// A release that the distributing service itself shows, by its domain.
  [[nodiscard]] bool is_release_file(ArticleIndex article, const OriginKey& key) const {
    const auto release = traced_.sources.releases.find(article);
    if (release == traced_.sources.releases.end() || release->second != key) return false;
    return std::ranges::any_of(material_.readings[article].marks.items, [](const SourceMark& item) {
      return item.kind == MarkKind::release && item.span.empty();
    });
  }

  /// How a text of so many words was taken over.
  [[nodiscard]] static LineageKind kind_of(std::uint32_t words, std::uint32_t equal,
                                           std::uint32_t reworded) {
    if (2 * reworded >= words) return LineageKind::reword;
    return equal < copy_equal_share * words ? LineageKind::edit : LineageKind::copy;
  }

  void add_copy(ArticleIndex article, const Parent& parent) {
    const LineageKind kind = kind_of(parent.words, parent.equal_words, parent.reworded_words);
    Lineage edge = make_edge(article, share_of(article, parent.words), kind);
    edge.from = parent.article;
    edge.reasons.push_back(reason_for(article, parent));
    edges_.push_back(std::move(edge));
  }

  /// What an article has of an origin and of no article of the story.
  void add_rest(std::size_t origin, ArticleIndex article, const Portion& portion,
                const std::vector<Parent>& parents) {
    const OriginKey& key = origins_[origin].key;
    if (key.kind == OriginKind::unclear && portion.copied_words == 0) return;
    std::uint32_t elsewhere = 0;
    bool from_origin = false;
    for (const Parent& parent : parents) {
      const auto taken = parent.taken.find(key);
      if (taken == parent.taken.end()) continue;
      from_origin = from_origin || parent.is_origin;
      if (!parent.is_origin) elsewhere += taken->second;
    }
    const std::uint32_t rest = portion.words - std::min(portion.words, elsewhere);
    // A credit that was copied with the text ties the article to nothing else.
    if (!from_origin && 2 * elsewhere >= portion.words) return;
    if (rest == 0 || (key.kind == OriginKind::unclear && !from_origin)) return;
    // What a later version took over with the earlier one needs no edge of its own.
    if (!from_origin && portion.copied_words > 0 && versions_.contains(article)) return;
    const bool copied = 2 * portion.copied_words >= portion.words;
    const LineageKind kind =
        copied ? kind_of(portion.copied_words, portion.equal_words, portion.reworded_words)
               : LineageKind::credit;
    Lineage edge = make_edge(article, share_of(article, rest), kind);
    edge.from_origin = true;
    edge.from = first_origin_ + static_cast<OriginIndex>(origin);
    origin_ids_[edge.from] = origins_[origin].origin.id;
    edge.reasons = reasons_of(origins_[origin], article, copied);
    edges_.push_back(std::move(edge));
  }

  [[nodiscard]] Reason reason_for(ArticleIndex article, const Parent& parent) const {
    const std::string who = describe(material_.articles[article]);
    const std::string whom = describe(material_.articles[parent.article]);
    Reason reason{.code = "copied_from", .text = {}, .spans = {}};
    if (parent.source) {
      reason.text = fmt::format("{} shares these passages with {}, whose text it is.", who, whom);
    } else {
      reason.code = "nearest_copy";
      reason.text = fmt::format(
          "{} has more of the text in common with {} than with any other "
          "that may have been its source.",
          who, whom);
      if (parent.edits > 0) {
        reason.text = fmt::format(
            "{} has {} of the text in common with {} that no other print "
            "explains.",
            who, count_of(parent.edits, "word"), whom);
      }
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
      for (auto at = shared_.lower_bound({article, 0});
           at != shared_.end() && at->first.first == article; ++at) {
        if (!carries(entry, at->first.second)) continue;
        shared.spans = copy_places(at->second);
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
  std::span<const KeyedOrigin> origins_;
  OriginIndex first_origin_;
  SourceArticles sources_;
  Parents parents_;
  std::map<Pair, Shared> shared_;                  ///< what the first has in common with the second
  std::map<ArticleIndex, ArticleIndex> versions_;  ///< later, earlier
  std::map<ArticleIndex, std::vector<std::size_t>> origins_of_;  ///< positions in `origins_`
  std::map<OriginIndex, std::string> origin_ids_;
  std::vector<Lineage> edges_;
};

}  // namespace

std::vector<Lineage> find_lineage(const StoryMaterial& material, const TracedStory& traced,
                                  StoryIndex story, std::span<const KeyedOrigin> origins,
                                  OriginIndex first_origin) {
  Edges edges(material, traced, story, origins, first_origin);
  edges.add_versions();
  for (const ArticleIndex article : material.story.articles) edges.add_article(article);
  return edges.take();
}

}  // namespace twosource
