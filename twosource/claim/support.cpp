// Who stands behind a claim: how many origins, or only one man whom everybody quotes?
//
// Forty articles with one sentence are one origin if they have it from one text, and "the mayor
// said" in forty articles of ten origins is one mayor. So the two are counted apart: origins that
// tell a thing in their own name, and speakers to whom it is given. Only the first can agree.
#include "twosource/claim/support.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace twosource {
namespace {

void sort_once(std::vector<std::uint32_t>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

constexpr double least_share_of_main = 0.6;

}  // namespace

bool speaks_for_itself(const Origin& origin) {
  return origin.counted && (origin.kind == OriginKind::own || origin.kind == OriginKind::agency ||
                            origin.kind == OriginKind::release);
}

SentenceOrigins::SentenceOrigins(const Report& report)
    : report_(report), main_(report.articles.size()), of_title_(report.articles.size()) {
  std::map<std::pair<ArticleIndex, OriginIndex>, std::uint32_t> bytes;
  for (const SentenceOrigin& sentence : report.origins.sentences) {
    bytes[{sentence.article, sentence.origin}] +=
        report.analyses[sentence.article].sentences[sentence.sentence].size();
  }
  std::vector<std::uint32_t> most(report.articles.size());
  std::vector<std::uint32_t> all(report.articles.size());
  for (const auto& [key, count] : bytes) {
    all[key.first] += count;
    if (count <= most[key.first]) continue;
    most[key.first] = count;
    main_[key.first] = key.second;
  }
  // The title of a stitched article may be from any part of it.
  for (std::size_t i = 0; i < main_.size(); ++i) {
    if (most[i] >= least_share_of_main * all[i]) of_title_[i] = main_[i];
  }
}

std::optional<OriginIndex> SentenceOrigins::of(ArticleIndex article, std::uint32_t sentence) const {
  const auto place = [](const SentenceOrigin& s) { return std::pair(s.article, s.sentence); };
  const auto at =
      std::ranges::lower_bound(report_.origins.sentences, std::pair(article, sentence), {}, place);
  if (at != report_.origins.sentences.end() && place(*at) == std::pair(article, sentence))
    return at->origin;
  return sentence == 0 ? of_title_[article] : std::nullopt;
}

std::optional<OriginIndex> SentenceOrigins::reporter(ArticleIndex article,
                                                     std::uint32_t sentence) const {
  const std::optional<OriginIndex> origin = of(article, sentence);
  return origin ? origin : main_[article];
}

Support support_of(const Report& report, const SentenceOrigins& sentences,
                   std::span<const ClaimMember> members) {
  Support support;
  std::optional<ArticleIndex> before;
  for (const ClaimMember& member : members) {
    if (before != member.place.article) ++support.articles;
    before = member.place.article;
    const auto reporter = sentences.reporter(member.place.article, member.sentence);
    if (reporter) {
      support.origins.push_back(*reporter);
    } else {
      support.origin_unknown = true;
    }
    if (!member.statement) {
      support.told = true;
      if (member.origin) support.asserting.push_back(*member.origin);
      continue;
    }
    support.said = true;
    const std::optional<Speaker>& speaker = report.statements[*member.statement].speaker;
    if (speaker && speaker->entity) support.speakers.push_back(*speaker->entity);
  }
  sort_once(support.origins);
  sort_once(support.asserting);
  sort_once(support.speakers);
  return support;
}

std::vector<OriginIndex> counted_of(const Report& report, std::span<const OriginIndex> origins) {
  if (origins.size() == 1) return {origins.begin(), origins.end()};
  std::vector<OriginIndex> counted;
  std::ranges::copy_if(origins, std::back_inserter(counted),
                       [&](OriginIndex origin) { return report.origins.origins[origin].counted; });
  return counted;
}

ClaimStatus status_of(const Report& report, const Support& support) {
  const auto shown = std::ranges::count_if(support.asserting, [&](OriginIndex index) {
    const Origin& origin = report.origins.origins[index];
    return speaks_for_itself(origin);
  });
  if (shown >= 2) return ClaimStatus::agree;
  if (support.articles <= 1) return ClaimStatus::single;
  // One speaker, whoever reports it; somebody unnamed may be the one who is named elsewhere.
  if (!support.told && support.speakers.size() <= 1) return ClaimStatus::single;
  if (support.origins.size() <= 1 && !support.origin_unknown) return ClaimStatus::single;
  return ClaimStatus::unclear;
}

}  // namespace twosource
