#include "twosource/origin/counting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/origin/credit_keys.hpp"
#include "twosource/origin/wording.hpp"

namespace twosource {
namespace {

// The contract's measure of what counts for a story.
constexpr std::uint32_t min_sentences = 3;
constexpr double min_share = 0.15;
// A reader wants proof, not all of it: so many places are shown under one reason.
constexpr std::size_t max_places = 8;

std::string join(const std::vector<std::string>& names, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? fmt::format(" {} ", last) : ", ";
    text += names[i];
  }
  return text;
}

/// One origin on its way to the reader.
class Describer {
 public:
  Describer(const StoryMaterial& material, const TracedStory& traced)
      : material_(material), traced_(traced), credits_(material) {
    const std::vector<ArticleIndex>& members = material.story.articles;
    for (std::size_t m = 0; m < members.size(); ++m) position_[members[m]] = m;
  }

  [[nodiscard]] KeyedOrigin describe_origin(StoryIndex story, const OriginKey& key,
                                            const std::map<ArticleIndex, Portion>& portions) const {
    Origin origin{.story = story, .kind = key.kind};
    for (const auto& [article, portion] : portions) {
      origin.articles.push_back(article);
      const bool cites = portion.words > 0 && portion.attributed_words == portion.words;
      if (cites) origin.citing.push_back(article);
    }
    origin.passages = passages(key, origin.articles);
    origin.name = name(key, origin.articles);
    origin.counted = std::ranges::any_of(
        portions, [&](const auto& entry) { return is_enough(entry.first, entry.second); });
    origin.reasons = reasons(key, portions);
    std::string names;
    for (const std::string& part : key.names) names += part + "\n";
    origin.id = make_id("origin", {material_.story.id, name_of(key.kind), names});
    return {key, std::move(origin)};
  }

 private:
  [[nodiscard]] bool is_enough(ArticleIndex article, const Portion& portion) const {
    return portion.sentences >= min_sentences &&
           portion.words >= min_share * material_.readings[article].body_words;
  }

  [[nodiscard]] std::vector<ArticleSpan> passages(const OriginKey& key,
                                                  std::span<const ArticleIndex> articles) const {
    std::vector<ArticleSpan> spans;
    for (const ArticleIndex article : articles) {
      const auto& sentences = traced_.sentences[position_.at(article)];
      for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (!sentences[i] || sentences[i]->key != key) continue;
        spans.push_back({article, material_.analyses[article].sentences[i]});
      }
    }
    return spans;
  }

  [[nodiscard]] std::string outlet_name(const OriginKey& key) const {
    for (const ArticleIndex article : material_.story.articles) {
      const Article& candidate = material_.articles[article];
      if (outlet_origin(candidate, key.kind) == key) return describe(candidate);
    }
    for (const ArticleIndex article : material_.story.articles) {
      for (const SourceMark& item : material_.readings[article].marks.items) {
        if (item.kind != MarkKind::reprint || credits_.key(item) != key) continue;
        return fmt::format("{}, reprinted", item.outlet);
      }
    }
    return key.names.front();
  }

  [[nodiscard]] std::string name(const OriginKey& key,
                                 std::span<const ArticleIndex> articles) const {
    switch (key.kind) {
      case OriginKind::agency:
        return key.names.empty() ? "agency text (agency not named)"
                                 : fmt::format("agency text ({})", join(key.names, "or"));
      case OriginKind::own:
        return fmt::format("own reporting: {}", outlet_name(key));
      case OriginKind::release:
        return release_name(key, articles);
      case OriginKind::common_text:
        return fmt::format("common text of {}, source not among them",
                           count_of(articles.size(), "article"));
      case OriginKind::unclear:
        break;
    }
    return fmt::format("unclear: {}", outlet_name(key));
  }

  /// The articles that are this release and the name of its issuer in each.
  [[nodiscard]] std::vector<ArticleSpan> issuers(const OriginKey& key) const {
    std::vector<ArticleSpan> found;
    for (const auto& [article, release] : traced_.sources.releases) {
      const auto& issuer = material_.readings[article].marks.issuer;
      if (release == key && issuer) found.push_back({article, *issuer});
    }
    return found;
  }

  [[nodiscard]] std::string release_name(const OriginKey& key,
                                         std::span<const ArticleIndex> articles) const {
    const std::vector<ArticleSpan> named = issuers(key);
    if (named.empty()) {
      return fmt::format("press release printed by {}",
                         describe(material_.articles[articles.front()]));
    }
    return fmt::format("press release of {}",
                       slice(material_.articles[named.front().article].text, named.front().span));
  }

  [[nodiscard]] std::vector<Reason> reasons(const OriginKey& key,
                                            const std::map<ArticleIndex, Portion>& portions) const {
    std::vector<Reason> list;
    add_credits(key, portions, list);
    for (const std::string& letters : credits_.abbreviations(key)) {
      list.push_back({.code = "same_agency",
                      .text = fmt::format("{} is taken for {}: no other agency named here fits.",
                                          letters, key.names.front()),
                      .spans = {}});
    }
    add_releases(key, portions, list);
    add_attributions(key, portions, list);
    add_own(key, portions, list);
    add_sharing(key, portions, list);
    const auto chosen = traced_.sources.reasons.find(key);
    if (chosen != traced_.sources.reasons.end()) {
      list.insert(list.end(), chosen->second.begin(), chosen->second.end());
    }
    if (key.kind == OriginKind::common_text) {
      list.push_back({.code = "no_source",
                      .text = "Nothing in these articles shows whose text it was first.",
                      .spans = {}});
    }
    if (key.kind == OriginKind::unclear) {
      list.push_back({.code = "no_evidence",
                      .text = "No credit, byline with dateline or claim of own reporting shows "
                              "where these sentences come from.",
                      .spans = {}});
    }
    return list;
  }

  /// The places in an article that show this kind of evidence for this key.
  [[nodiscard]] std::vector<ArticleSpan> marks_for(ArticleIndex article, MarkKind kind,
                                                   const OriginKey& key) const {
    std::vector<ArticleSpan> spans;
    for (const SourceMark& item : material_.readings[article].marks.items) {
      if (item.kind != kind || credits_.key(item) != key) continue;
      spans.push_back({article, item.span});
    }
    return spans;
  }

  void add_credits(const OriginKey& key, const std::map<ArticleIndex, Portion>& portions,
                   std::vector<Reason>& list) const {
    struct Credit {
      MarkKind kind;
      const char* code;
      const char* one;
      const char* several;
    };
    constexpr Credit credits[] = {
        {MarkKind::agency_file, "agency_file", "is the agency's own file",
         "are the agency's own files"},
        {MarkKind::credit, "credit_line", "carries its credit line", "carry its credit line"},
        {MarkKind::shared_credit, "shared_credit", "says that its material was used",
         "say that its material was used"},
        {MarkKind::reprint, "reprint", "says that it is reprinted from there",
         "say that they are reprinted from there"}};
    if (key.kind != OriginKind::agency && key.kind != OriginKind::own) return;
    for (const Credit& credit : credits) {
      std::vector<ArticleSpan> spans;
      std::size_t articles = 0;
      for (const auto& [article, portion] : portions) {
        const std::vector<ArticleSpan> found = marks_for(article, credit.kind, key);
        if (!found.empty()) ++articles;
        for (const ArticleSpan& place : found) {
          if (!place.span.empty() && spans.size() < max_places) spans.push_back(place);
        }
      }
      if (articles == 0) continue;
      list.push_back({.code = credit.code,
                      .text = fmt::format("{} {}.", count_of(articles, "article"),
                                          articles == 1 ? credit.one : credit.several),
                      .spans = std::move(spans)});
    }
  }

  void add_releases(const OriginKey& key, const std::map<ArticleIndex, Portion>& portions,
                    std::vector<Reason>& list) const {
    if (key.kind != OriginKind::release) return;
    std::vector<ArticleSpan> spans;
    for (const auto& [article, portion] : portions) {
      for (const SourceMark& item : material_.readings[article].marks.items) {
        if (item.kind != MarkKind::release || item.span.empty()) continue;
        if (spans.size() < max_places) spans.push_back({article, item.span});
      }
    }
    list.push_back({.code = "release_mark",
                    .text = "The text bears the marks of a press release.",
                    .spans = std::move(spans)});
    std::vector<ArticleSpan> named = issuers(key);
    if (named.empty()) return;
    if (named.size() > max_places) named.resize(max_places);
    list.push_back({.code = "release_issuer",
                    .text = "The text names who issued it.",
                    .spans = std::move(named)});
  }

  void add_attributions(const OriginKey& key, const std::map<ArticleIndex, Portion>& portions,
                        std::vector<Reason>& list) const {
    std::vector<ArticleSpan> spans;
    for (const auto& [article, portion] : portions) {
      if (portion.attributed_words == 0) continue;
      const auto& sentences = traced_.sentences[position_.at(article)];
      for (std::size_t i = 0; i < sentences.size() && spans.size() < max_places; ++i) {
        if (!sentences[i] || sentences[i]->ground != Ground::attributed) continue;
        if (sentences[i]->key != key) continue;
        const SentenceReading& reading = material_.readings[article].sentences[i];
        spans.push_back({article, reading.agency ? reading.agency->span : reading.outlet->span});
      }
    }
    if (spans.empty()) return;
    list.push_back(
        {.code = "attributed",
         .text = fmt::format("{} it as the source.",
                             spans.size() == 1 ? "1 sentence names"
                                               : fmt::format("{} sentences name", spans.size())),
         .spans = std::move(spans)});
  }

  void add_own(const OriginKey& key, const std::map<ArticleIndex, Portion>& portions,
               std::vector<Reason>& list) const {
    if (key.kind != OriginKind::own) return;
    for (const auto& [article, portion] : portions) {
      if (outlet_origin(material_.articles[article], OriginKind::own) != key) continue;
      const std::vector<Reason>& own = traced_.standings[position_.at(article)].own;
      list.insert(list.end(), own.begin(), own.end());
    }
  }

  /// "6 articles share 14 sentences of it", with one sentence of each.
  void add_sharing(const OriginKey& key, const std::map<ArticleIndex, Portion>& portions,
                   std::vector<Reason>& list) const {
    std::size_t sentences = 0;
    std::size_t articles = 0;
    std::vector<ArticleSpan> spans;
    for (std::size_t i = 0; i < traced_.shared.sentences.size(); ++i) {
      if (traced_.sources.keys[i] == key) ++sentences;
    }
    for (const auto& [article, portion] : portions) {
      if (portion.copied_words == 0) continue;
      ++articles;
      if (spans.size() < max_places) spans.push_back(longest_copied(article, key));
    }
    if (articles == 0) return;
    list.push_back(
        {.code = "shared_text",
         .text = fmt::format("{} of it {} in {}.", count_of(sentences, "sentence"),
                             sentences == 1 ? "stands" : "stand", count_of(articles, "article")),
         .spans = std::move(spans)});
  }

  [[nodiscard]] ArticleSpan longest_copied(ArticleIndex article, const OriginKey& key) const {
    Span best;
    const auto& sentences = traced_.sentences[position_.at(article)];
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (!sentences[i] || sentences[i]->ground != Ground::copied) continue;
      const Span span = material_.analyses[article].sentences[i];
      if (sentences[i]->key == key && span.size() > best.size()) best = span;
    }
    return {article, best};
  }

  const StoryMaterial& material_;
  const TracedStory& traced_;
  CreditKeys credits_;
  std::map<ArticleIndex, std::size_t> position_;
};

/// "AFP or Reuters" beside a counted text of AFP may be the same text; an agency that is not named
/// may be any.
void fold_unsure_agencies(std::vector<KeyedOrigin>& origins) {
  const auto is_sure = [](const KeyedOrigin& entry) {
    return entry.key.kind == OriginKind::agency && entry.key.names.size() == 1 &&
           entry.origin.counted;
  };
  for (KeyedOrigin& unsure : origins) {
    if (unsure.key.kind != OriginKind::agency || unsure.key.names.size() == 1) continue;
    if (!unsure.origin.counted) continue;
    const auto may_be = [&](const KeyedOrigin& sure) {
      return is_sure(sure) && (unsure.key.names.empty() ||
                               std::ranges::find(unsure.key.names, sure.key.names.front()) !=
                                   unsure.key.names.end());
    };
    const auto found = std::ranges::find_if(origins, may_be);
    if (found == origins.end()) continue;
    unsure.origin.counted = false;
    unsure.origin.reasons.push_back(
        {.code = "may_be_other_origin",
         .text = fmt::format("It may be {}, which counts already.", found->origin.name),
         .spans = {}});
  }
}

/// What an outlet prints beside its own reporting, and nothing tells where it is from, is most
/// simply its own as well: a later version without the dateline, the part of a report that nobody
/// copied.
void fold_rest_of_outlets(std::vector<KeyedOrigin>& origins) {
  for (KeyedOrigin& rest : origins) {
    if (rest.key.kind != OriginKind::unclear || !rest.origin.counted) continue;
    const auto is_own = [&](const KeyedOrigin& own) {
      return own.key.kind == OriginKind::own && own.origin.counted &&
             own.key.names == rest.key.names;
    };
    const auto found = std::ranges::find_if(origins, is_own);
    if (found == origins.end()) continue;
    rest.origin.counted = false;
    rest.origin.reasons.push_back(
        {.code = "may_be_other_origin",
         .text = fmt::format("It may be {}, which counts already.", found->origin.name),
         .spans = {}});
  }
}

std::size_t longest(const Origin& origin) {
  return origin.passages.size();
}

}  // namespace

std::vector<KeyedOrigin> count_origins(const StoryMaterial& material, const TracedStory& traced,
                                       StoryIndex story) {
  const Describer describer(material, traced);
  std::vector<KeyedOrigin> origins;
  for (const auto& [key, portions] : traced.portions) {
    origins.push_back(describer.describe_origin(story, key, portions));
  }
  fold_unsure_agencies(origins);
  fold_rest_of_outlets(origins);
  for (KeyedOrigin& entry : origins) {
    if (entry.origin.counted || std::ranges::any_of(entry.origin.reasons, [](const Reason& reason) {
          return reason.code == "may_be_other_origin";
        })) {
      continue;
    }
    entry.origin.reasons.push_back(
        {.code = "too_small",
         .text = "It has fewer than 3 whole sentences, or less than 15 % of the words, of every "
                 "article; so it is an addition and does not count.",
         .spans = {}});
  }
  std::ranges::sort(origins, [](const KeyedOrigin& x, const KeyedOrigin& y) {
    return std::tuple(!x.origin.counted, y.origin.articles.size(), longest(y.origin), x.key) <
           std::tuple(!y.origin.counted, x.origin.articles.size(), longest(x.origin), y.key);
  });
  return origins;
}

}  // namespace twosource
