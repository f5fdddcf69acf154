// Do two units say the same, or at least speak of one fact?
//
// Two logistic models over the numbers of pair_features.cpp, trained together on pairs of news
// texts (models/claims/README.md). `about` learned what is true of two accounts of one fact even if
// they contradict each other; `same` learned to tell those apart, too. A claim that is put together
// from units that do not belong together is the worst that can happen, so both are calibrated, and
// who asks chooses the limit.
#include "twosource/claim/likeness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

#include "twosource/base/embedded.hpp"
#include "twosource/claim/pair_features.hpp"

TWOSOURCE_EMBEDDED(claims_en)

namespace twosource {
namespace {

struct Weights {
  PairFeatures same{};
  PairFeatures about{};
};

// name TAB weight for `same` TAB weight for `about`; features that are not named weigh nothing. Our
// own file, so nothing can be wrong with it.
Weights parse(std::string_view tsv) {
  Weights weights;
  const auto& names = pair_feature_names();
  while (!tsv.empty()) {
    const std::string_view line = tsv.substr(0, tsv.find('\n'));
    tsv.remove_prefix(std::min(tsv.size(), line.size() + 1));
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    const auto name = std::find(names.begin(), names.end(), line.substr(0, first));
    if (second == std::string_view::npos || name == names.end()) continue;
    const auto i = static_cast<std::size_t>(name - names.begin());
    weights.same.at(i) = std::strtod(std::string(line.substr(first + 1)).c_str(), nullptr);
    weights.about.at(i) = std::strtod(std::string(line.substr(second + 1)).c_str(), nullptr);
  }
  return weights;
}

double probability(const PairFeatures& weights, const PairFeatures& features) {
  double score = 0.0;
  for (std::size_t i = 0; i < features.size(); ++i) score += weights[i] * features[i];
  return 1.0 / (1.0 + std::exp(-score));
}

}  // namespace

UnitLikeness compare_units(const ComparedUnit& a, const ComparedUnit& b) {
  static const Weights weights = parse(claims_en());
  if (a.weight <= 0.0 || b.weight <= 0.0) return {};
  const PairFeatures features = pair_features(a, b);
  return {probability(weights.same, features), probability(weights.about, features)};
}

}  // namespace twosource
