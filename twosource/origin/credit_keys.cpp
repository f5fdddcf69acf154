#include "twosource/origin/credit_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "twosource/origin/abbreviations.hpp"
#include "twosource/origin/outlet_names.hpp"
#include "twosource/origin/owners.hpp"

namespace twosource {
namespace {

/// The agencies that the articles of the story credit or name as their source.
std::set<std::uint32_t> agencies_of(const StoryMaterial& material) {
  std::set<std::uint32_t> named;
  for (const ArticleIndex index : material.story.articles) {
    const ArticleReading& reading = material.readings[index];
    for (const SourceMark& mark : reading.marks.items) {
      named.insert(mark.agencies.begin(), mark.agencies.end());
    }
    for (const SentenceReading& sentence : reading.sentences) {
      if (sentence.agency) named.insert(sentence.agency->source);
    }
  }
  return named;
}

}  // namespace

OriginKey outlet_origin(const Article& article, OriginKind kind) {
  std::string name = article.outlet.empty() ? "#" + article.id : outlet_key(article.outlet);
  return {.kind = kind, .names = {std::move(name)}};
}

std::optional<OriginKey> one_of(const std::vector<OriginKey>& credited) {
  if (credited.empty()) return std::nullopt;
  const auto names_agency = [](const OriginKey& key) {
    return key.kind == OriginKind::agency && !key.names.empty();
  };
  if (credited.size() == 1 || !std::ranges::all_of(credited, names_agency)) return credited.front();
  std::vector<std::string> in_all = credited.front().names;
  std::vector<std::string> in_any;
  for (const OriginKey& key : credited) {
    std::vector<std::string> both;
    std::ranges::set_intersection(in_all, key.names, std::back_inserter(both));
    in_all = std::move(both);
    std::vector<std::string> either;
    std::ranges::set_union(in_any, key.names, std::back_inserter(either));
    in_any = std::move(either);
  }
  return OriginKey{OriginKind::agency, in_all.empty() ? std::move(in_any) : std::move(in_all)};
}

bool may_mean(const OriginKey& credit, const OriginKey& key) {
  return credit.kind == key.kind && std::ranges::includes(key.names, credit.names);
}

CreditKeys::CreditKeys(const StoryMaterial& material)
    : material_(material),
      full_names_(find_full_names(material.names.agencies, agencies_of(material))) {
  for (const ArticleIndex index : material.story.articles) {
    const Article& article = material.articles[index];
    const bool agency = material.readings[index].find(MarkKind::agency_file) != nullptr;
    if (!article.outlet.empty() && !agency) outlets_.push_back(index);
  }
}

OriginKey CreditKeys::key(std::span<const std::uint32_t> agencies) const {
  OriginKey key{.kind = OriginKind::agency, .names = {}};
  for (const std::uint32_t agency : agencies) {
    if (agencies.size() == 1) {
      if (const auto outlet = outlet_of(material_.names.agencies[agency])) {
        return outlet_origin(material_.articles[*outlet], OriginKind::own);
      }
    }
    key.names.push_back(material_.names.agencies[full(agency)].short_name);
  }
  std::ranges::sort(key.names);
  key.names.erase(std::unique(key.names.begin(), key.names.end()), key.names.end());
  return key;
}

OriginKey CreditKeys::key(const SourceMark& mark) const {
  if (mark.kind != MarkKind::reprint && mark.kind != MarkKind::feed_copy) return key(mark.agencies);
  for (const ArticleIndex index : outlets_) {
    const Article& article = material_.articles[index];
    if (may_be_outlet(article, mark.outlet)) return outlet_origin(article, OriginKind::own);
  }
  // No outlet's own key begins so: what is outside is told from what is among the articles.
  return {.kind = OriginKind::own, .names = {fmt::format("~{}", name_key(mark.outlet))}};
}

std::vector<std::string> CreditKeys::abbreviations(const OriginKey& key) const {
  std::vector<std::string> found;
  if (key.kind != OriginKind::agency || key.names.size() != 1) return found;
  for (const auto& [abbreviation, agency] : full_names_) {
    if (material_.names.agencies[agency].short_name != key.names.front()) continue;
    found.push_back(material_.names.agencies[abbreviation].short_name);
  }
  return found;
}

std::uint32_t CreditKeys::full(std::uint32_t agency) const {
  const auto found = full_names_.find(agency);
  return found == full_names_.end() ? agency : found->second;
}

std::optional<ArticleIndex> CreditKeys::outlet_of(const Agency& agency) const {
  for (const ArticleIndex index : outlets_) {
    const auto names = [&](const std::string& form) {
      return names_outlet(material_.articles[index], form);
    };
    if (std::ranges::any_of(agency.names, names) || std::ranges::any_of(agency.credits, names)) {
      return index;
    }
  }
  return std::nullopt;
}

}  // namespace twosource
