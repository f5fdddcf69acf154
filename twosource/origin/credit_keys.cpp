#include "twosource/origin/credit_keys.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "twosource/origin/owners.hpp"

namespace twosource {

OriginKey outlet_origin(const Article& article, OriginKind kind) {
  std::string name = article.outlet.empty() ? "#" + article.id : outlet_key(article.outlet);
  return {.kind = kind, .names = {std::move(name)}};
}

CreditKeys::CreditKeys(const StoryMaterial& material) : material_(material) {
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
    key.names.push_back(material_.names.agencies[agency].short_name);
  }
  std::ranges::sort(key.names);
  return key;
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
