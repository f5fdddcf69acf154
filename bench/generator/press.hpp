#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "bench/generator/bases.hpp"
#include "bench/generator/draft.hpp"
#include "bench/generator/family.hpp"
#include "bench/generator/language.hpp"
#include "bench/generator/newsrooms.hpp"
#include "twosource/base/result.hpp"

namespace twosource::bench {

/// All that families are grown from.
struct Press {
  Language language;
  Newsrooms newsrooms = found_newsrooms(language);
  std::vector<BaseEvent> events;  ///< base texts, one event a family; empty: made-up ones, no end
};

/// With the base texts at `paths`; without any, the made-up language.
Result<std::unique_ptr<Press>> open_press(std::span<const std::string> paths);

/// A family to be grown.
struct PlannedFamily {
  std::uint64_t number = 0;
  std::uint32_t size = 0;  ///< articles, if texts do not run out
};

/// Families from number `first` on, together at most `articles` and at most 512 of them; none where
/// the events are used up.
std::vector<PlannedFamily> plan_families(const Press& press, std::uint64_t seed,
                                         const FamilyRules& rules, std::uint64_t first,
                                         std::uint64_t articles);

/// Grows one; depends on nothing but the press, the seed, the rules and the plan.
Family grow(const Press& press, std::uint64_t seed, const FamilyRules& rules,
            const PlannedFamily& planned);

}  // namespace twosource::bench
