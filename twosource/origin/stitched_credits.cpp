// Of which part of an article does its credit speak?
//
// An article takes half of its text from an agency and half from a reporter, and names the agency
// below. Others print only the reporter's half. To count that to the agency would fold two origins
// that know nothing of each other. What gives it away: those others share nothing with the
// articles that print the agency's half.
#include "twosource/origin/stitched_credits.hpp"

#include <algorithm>

namespace twosource {
namespace {

// The number of sentences from which an origin counts at all.
constexpr std::size_t min_known_sentences = 3;
// A single sentence, lifted, says nothing of where the text around it is from.
constexpr std::size_t min_lifted = 2;

/// The articles that do not carry the sentence and share nothing with the others that do.
std::vector<ArticleIndex> find_apart(const Carriers& carriers,
                                     std::span<const ArticleIndex> members,
                                     const PairSentences& pairs) {
  std::vector<ArticleIndex> apart;
  for (const ArticleIndex third : members) {
    const bool shares = std::ranges::any_of(carriers.others, [&](ArticleIndex other) {
      return other == third || count_shared_sentences(pairs, other, third) > 0;
    });
    if (!shares && std::ranges::find(carriers.credited, third) == carriers.credited.end()) {
      apart.push_back(third);
    }
  }
  return apart;
}

}  // namespace

std::size_t count_shared_sentences(const PairSentences& pairs, ArticleIndex a, ArticleIndex b) {
  const auto [low, high] = std::minmax({a, b});
  const auto pair = pairs.find({low, high});
  return pair == pairs.end() ? 0 : pair->second.size();
}

bool may_be_stitched(const Carriers& carriers, std::span<const ArticleIndex> members,
                     const PairSentences& pairs) {
  const std::vector<ArticleIndex>& credited = carriers.credited;
  const std::vector<ArticleIndex>& others = carriers.others;
  if (others.empty() || credited.size() + others.size() > max_carriers) return false;
  const std::vector<ArticleIndex> apart = find_apart(carriers, members, pairs);
  const bool has_other_text = std::ranges::all_of(credited, [&](ArticleIndex one) {
    return std::ranges::any_of(apart, [&](ArticleIndex third) {
      return count_shared_sentences(pairs, one, third) >= min_known_sentences;
    });
  });
  if (!has_other_text) return false;
  const auto strangers = std::ranges::count_if(others, [&](ArticleIndex other) {
    return std::ranges::all_of(credited, [&](ArticleIndex one) {
      return count_shared_sentences(pairs, one, other) >= min_lifted;
    });
  });
  return strangers > 0 && 2 * static_cast<std::size_t>(strangers) >= others.size();
}

}  // namespace twosource
