#pragma once

#include <cstdint>

#include "bench/generator/draft.hpp"
#include "bench/generator/newsrooms.hpp"
#include "bench/generator/writer.hpp"

namespace twosource::bench {

/// How often what happens, and how dates lie. The defaults are those of all published figures: set
/// by comparison with real stories (docs/formats/lineage-truth.md) before anything was tuned.
struct FamilyRules {
  double lone_share = 0.25;      ///< families of one article: noise
  double hidden_share = 0.8;     ///< families with a source that is not in the collection
  double second_hidden = 0.35;   ///< of those of eight articles and more: with a second one
  double unsigned_share = 0.25;  ///< of the hidden sources: no agency's

  // What an article is, after the first; the rest are copies of one text.
  double own_share = 0.35;
  double merge_share = 0.08;
  double version_share = 0.05;

  // How a copy is made; the rest are reprints.
  double from_hidden = 0.65;  ///< copied from a hidden source where there is one
  double trim_share = 0.25;
  double lift_share = 0.5;
  double new_lead = 0.2;
  double cut = 0.5;  ///< loses sentences inside as well
  double sentences_cut = 0.2;
  double reordered = 0.1;
  double edited = 0.6;
  double reworded = 0.06;
  double extended = 0.15;
  double credit_kept = 0.6;

  double sentences_edited = 0.5;  ///< of an edited copy
  double quotes_press = 0.4;      ///< own articles that print what was said to all
  double evidence = 0.7;          ///< own articles that show their reporting

  double date_missing = 0.0;
  double date_late = 0.0;  ///< the page says when it was last changed
};

/// Who writes and who prints.
struct World {
  const Newsrooms& newsrooms;
  Writer& writer;
  FamilyRules rules;
};

/// How many articles the family of that number has if texts do not run out: one, or 3 to 60, small
/// families more often than large ones.
std::uint32_t family_size(std::uint64_t seed, std::uint64_t number, const FamilyRules& rules);

/// Dates are drawn apart, so that other rules for dates change nothing else.
///
/// Grows a family of up to `size` articles (fewer where the writer runs out of texts).
Family grow_family(const World& world, std::uint64_t number, std::uint32_t size, Random& random);

}  // namespace twosource::bench
