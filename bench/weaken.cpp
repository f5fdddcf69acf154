// C4: does one claim weaken another? On ClaimDiff-W (Ko et al., "ClaimDiff: Comparing and
// Contrasting Claims on Contentious Issues", ACL 2023): pairs of sentences of two news articles on
// one topic.
//
// Data: PATH is ClaimDiff-weak-train.json. The set only measures; nothing that ships learned from
// it. So a small logistic model over the product's numbers (claim/pair_features) is fitted on nine
// tenths of the topics and asked about the tenth, in turn; the measure is the average precision of
// all pairs ranked by it, as a mean over the parts. Chance is the share of pairs that weaken.
// Beside it stands the area under the ROC curve, of the same ranking and of what the shipping
// weights make of the pairs: likely about one fact, unlikely the same.
#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/evaluations.hpp"
#include "bench/text_pairs.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/base/json.hpp"
#include "twosource/claim/likeness.hpp"

namespace twosource::bench {
namespace {

constexpr double penalty = 0.3;
constexpr std::size_t parts = 10;
constexpr std::size_t largest_file = std::size_t{64} << 20U;

Result<std::vector<TextPair>> read_claimdiff(const std::string& path) {
  const Result<std::string> bytes = read_file(path, largest_file);
  if (!bytes) return bytes.error();
  const Result<Json> json = parse_json(*bytes);
  if (!json) return json.error();
  std::vector<TextPair> pairs;
  const Json* data = json->find("data");
  if (data != nullptr && data->array() != nullptr) {
    for (const Json& pair : *data->array()) {
      const Json* relation = pair.find("relation");
      if (relation == nullptr) continue;
      pairs.push_back({std::string(pair.text_at("claim_a")), std::string(pair.text_at("claim_b")),
                       relation->number(), std::string(pair.text_at("topic"))});
    }
  }
  if (pairs.empty())
    return Error{ErrorKind::format, fmt::format("{} has no pairs as ClaimDiff has them", path)};
  return pairs;
}

struct Ranked {
  std::vector<double> fitted;
  std::vector<double> shipped;
  std::vector<bool> wanted;
};

}  // namespace

Result<Done> measure_weaken(const Request& request, std::ostream& out) {
  if (request.paths.size() != 1)
    return Error{ErrorKind::usage, "bench weaken wants ClaimDiff-weak-train.json"};
  const auto pairs = read_claimdiff(request.paths.front());
  if (!pairs) return pairs.error();
  TextReader reader;
  const std::vector<DenseRow> rows = feature_rows(*pairs, reader);
  double precision = 0.0;
  double chance = 0.0;
  std::size_t asked = 0;
  Ranked all;
  for (std::size_t part = 0; part < parts; ++part) {
    std::vector<DenseRow> learned;
    std::vector<double> golds;
    std::vector<std::size_t> held;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (hash_bytes((*pairs)[i].group) % parts == part) {
        held.push_back(i);
      } else {
        learned.push_back(rows[i]);
        golds.push_back((*pairs)[i].gold);
      }
    }
    const DenseModel model = fit_logistic(learned, golds, {}, penalty);
    Ranked here;
    for (const std::size_t i : held) {
      const TextPair& pair = (*pairs)[i];
      const UnitLikeness likeness = compare_units(reader.read(pair.a), reader.read(pair.b));
      here.fitted.push_back(model.score(rows[i]));
      here.shipped.push_back(likeness.about * (1.0 - likeness.same));
      here.wanted.push_back(pair.gold > 0.5);
    }
    const auto weaken = std::count(here.wanted.begin(), here.wanted.end(), true);
    all.fitted.insert(all.fitted.end(), here.fitted.begin(), here.fitted.end());
    all.shipped.insert(all.shipped.end(), here.shipped.begin(), here.shipped.end());
    all.wanted.insert(all.wanted.end(), here.wanted.begin(), here.wanted.end());
    if (weaken == 0) continue;
    ++asked;
    precision += average_precision(here.fitted, here.wanted);
    chance += static_cast<double>(weaken) / static_cast<double>(held.size());
  }
  const auto mean = [&](double sum) { return 100.0 * sum / static_cast<double>(asked); };
  out << fmt::format("{:<22}{:>8}{:>8}{:>8}\n", "ClaimDiff-W, by topic", "AP", "chance", "AUC")
      << fmt::format("{:<22}{:>8.1f}{:>8.1f}{:>8.1f}\n", "fitted, parts held out", mean(precision),
                     mean(chance), 100.0 * area_under_curve(all.fitted, all.wanted))
      << fmt::format("{:<22}{:>8.1f}{:>8}{:>8.1f}\n", "as it ships",
                     100.0 * average_precision(all.shipped, all.wanted), "",
                     100.0 * area_under_curve(all.shipped, all.wanted))
      << fmt::format("weaken.average_precision: {:.2f}\nweaken.chance: {:.2f}\n", mean(precision),
                     mean(chance));
  return Done{};
}

}  // namespace twosource::bench
