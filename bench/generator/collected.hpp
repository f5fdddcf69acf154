#pragma once

#include <cstdint>
#include <vector>

#include "bench/generator/press.hpp"
#include "bench/generator/truth.hpp"
#include "twosource/base/parallel.hpp"
#include "twosource/model/article.hpp"

namespace twosource::bench {

/// Families in memory, and their articles as `twosource run` would read them.
struct Collected {
  struct Place {
    std::uint32_t family = 0;
    std::uint32_t text = 0;  ///< of the family
  };
  std::vector<Family> families;
  std::vector<std::vector<StoredText>> stored;  ///< of each family; points into `families`
  std::vector<Article> articles;                ///< in canonical order
  std::vector<Place> places;                    ///< of each article
};

/// What is to be collected.
struct Wanted {
  std::uint64_t articles = 0;  ///< fewer where the base texts are used up
  std::uint64_t seed = 1;
  FamilyRules rules;
};

Collected collect(const Press& press, const Wanted& wanted, Jobs jobs);

}  // namespace twosource::bench
