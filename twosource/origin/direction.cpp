// Who had a passage first?
//
// One sign rarely decides and signs contradict each other: a page that was updated bears a later
// date than its copies. So each sign has a weight in log-odds (7 to 1 is 2.0), the weights for one
// side and for the other are added up, and a direction is given from 2.0 on. The agency's own file
// outweighs any date; an earlier date outweighs what the texts show, but not by much, and where
// date and text contradict each other strongly the direction stays open. A wrong direction is worse
// than none.
#include "twosource/origin/direction.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "twosource/origin/collection_reading.hpp"
#include "twosource/origin/shared_words.hpp"
#include "twosource/origin/signs.hpp"

namespace twosource {
namespace {

constexpr std::int64_t seconds_a_day = 86400;
constexpr std::int64_t seconds_a_minute = 60;

std::int64_t floor_to(std::int64_t seconds, std::int64_t unit) {
  const std::int64_t rest = ((seconds % unit) + unit) % unit;
  return seconds - rest;
}

std::int64_t unit_of(DatePrecision precision) {
  if (precision == DatePrecision::day) return seconds_a_day;
  return precision == DatePrecision::minute ? seconds_a_minute : 1;
}

std::optional<Published> dated(const Article& article) {
  if (!article.published || article.published->source == DateSource::flag) return std::nullopt;
  return article.published;
}

/// Sets the direction and its reasons, where the signs suffice.
void decide(Copy& copy, std::vector<Sign> signs) {
  const double sum = sum_of(signs);
  if (std::abs(sum) < min_direction_weight) return;
  const bool a_first = sum > 0;
  copy.direction = a_first ? Direction::a_to_b : Direction::b_to_a;
  std::ranges::stable_sort(signs, [&](const Sign& x, const Sign& y) {
    return std::pair(x.a_first != a_first, -x.weight) < std::pair(y.a_first != a_first, -y.weight);
  });
  for (Sign& sign : signs) {
    if (sign.a_first != a_first) sign.reason.text = "Against it: " + sign.reason.text;
    copy.reasons.push_back(std::move(sign.reason));
  }
}

/// The copies of each two articles, as positions, in the copies' order.
std::vector<std::vector<std::uint32_t>> group_by_pair(std::span<const Copy> copies) {
  std::map<std::pair<ArticleIndex, ArticleIndex>, std::vector<std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < copies.size(); ++i) {
    if (copies[i].quoted() || copies[i].furniture) continue;
    pairs[{copies[i].a, copies[i].b}].push_back(i);
  }
  std::vector<std::vector<std::uint32_t>> groups;
  groups.reserve(pairs.size());
  for (auto& [pair, list] : pairs) groups.push_back(std::move(list));
  return groups;
}

std::vector<std::uint32_t> all_positions(std::size_t count) {
  std::vector<std::uint32_t> positions(count);
  for (std::uint32_t i = 0; i < count; ++i) positions[i] = i;
  return positions;
}

}  // namespace

int compare_published(const Article& a, const Article& b) {
  const std::optional<Published> first = dated(a);
  const std::optional<Published> second = dated(b);
  if (!first || !second) return 0;
  const std::int64_t unit = std::max(unit_of(first->precision), unit_of(second->precision));
  const std::int64_t x = floor_to(first->unix_seconds, unit);
  const std::int64_t y = floor_to(second->unix_seconds, unit);
  return x < y ? -1 : (x > y ? 1 : 0);
}

std::vector<Copy> direct_copies(std::span<const Article> articles,
                                std::span<const Analysis> analyses, std::vector<Copy> copies,
                                const CollectionReading& reading, Jobs jobs) {
  const SharedWords shared(analyses, copies, all_positions(copies.size()));
  const std::vector<std::vector<std::uint32_t>> pairs = group_by_pair(copies);
  parallel_for(jobs, pairs.size(), [&](std::size_t i) {
    const Copy& any = copies[pairs[i].front()];
    const std::vector<Sign> of_pair =
        pair_signs({articles, analyses, reading, shared}, any.a, any.b);
    for (const std::uint32_t index : pairs[i]) {
      Copy& copy = copies[index];
      std::vector<Sign> signs = of_pair;
      if (auto told = told_sign(articles, copy.a, copy.a_span, copy.b, copy.b_span)) {
        signs.push_back(std::move(*told));
      }
      decide(copy, std::move(signs));
    }
  });
  return copies;
}

std::vector<Copy> direct_copies(std::span<const Article> articles,
                                std::span<const Analysis> analyses, std::vector<Copy> copies,
                                const OriginTables& tables, Jobs jobs) {
  const CollectionReading reading =
      read_collection(articles, analyses, copies, tables, {jobs, ReadWhich::with_copies});
  return direct_copies(articles, analyses, std::move(copies), reading, jobs);
}

}  // namespace twosource
