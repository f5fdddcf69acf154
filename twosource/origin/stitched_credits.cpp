// Of which part of an article does its credit speak?
//
// An article takes half of its text from an agency and half from a reporter, and names the agency
// below. Others print only the reporter's half. To count that to the agency would fold two origins
// that know nothing of each other. What gives it away: those others are strangers to the articles
// that print the agency's half, and few articles have both.
#include "twosource/origin/stitched_credits.hpp"

#include <algorithm>

namespace twosource {
namespace {

// A single sentence, lifted, says nothing of where the text around it is from.
constexpr std::size_t min_lifted = 2;

class Stitches {
 public:
  Stitches(const Carriers& carriers, std::span<const ArticleIndex> members,
           const PairSentences& pairs)
      : carriers_(carriers), members_(members), pairs_(pairs) {}

  [[nodiscard]] bool any() const {
    return std::ranges::any_of(members_, [&](ArticleIndex apart) {
      if (is_carrier(apart) || !shares_with_all_credited(apart, min_lifted)) return false;
      const auto strangers = std::ranges::count_if(carriers_.others, [&](ArticleIndex other) {
        return shares_with_all_credited(other, min_lifted) && !share(other, apart) &&
               !is_one_text(other, apart);
      });
      // One that credits the agency is doubted sooner than several that agree.
      const auto count = static_cast<std::size_t>(strangers);
      const std::size_t others = carriers_.others.size();
      return carriers_.credited.size() == 1 ? count > 0 && (2 * count >= others || count > 1)
                                            : 2 * count > others;
    });
  }

 private:
  [[nodiscard]] bool share(ArticleIndex a, ArticleIndex b) const {
    return a == b || count_shared_sentences(pairs_, a, b) > 0;
  }

  [[nodiscard]] bool is_carrier(ArticleIndex article) const {
    return std::ranges::binary_search(carriers_.credited, article) ||
           std::ranges::binary_search(carriers_.others, article);
  }

  [[nodiscard]] bool shares_with_all_credited(ArticleIndex article, std::size_t least) const {
    return std::ranges::all_of(carriers_.credited, [&](ArticleIndex credited) {
      return count_shared_sentences(pairs_, article, credited) >= least;
    });
  }

  /// Most of the articles that share text with either of two strangers share text with both.
  [[nodiscard]] bool is_one_text(ArticleIndex one, ArticleIndex two) const {
    std::size_t either = 0;
    std::size_t both = 0;
    for (const ArticleIndex third : members_) {
      const bool with_one = share(one, third);
      const bool with_two = share(two, third);
      either += with_one || with_two ? 1 : 0;
      both += with_one && with_two ? 1 : 0;
    }
    return 3 * both >= 2 * either;
  }

  const Carriers& carriers_;
  std::span<const ArticleIndex> members_;
  const PairSentences& pairs_;
};

}  // namespace

std::size_t count_shared_sentences(const PairSentences& pairs, ArticleIndex a, ArticleIndex b) {
  const auto [low, high] = std::minmax({a, b});
  const auto pair = pairs.find({low, high});
  return pair == pairs.end() ? 0 : pair->second.size();
}

bool may_be_stitched(const Carriers& carriers, std::span<const ArticleIndex> members,
                     const PairSentences& pairs) {
  if (carriers.others.empty() || carriers.credited.size() + carriers.others.size() > max_carriers) {
    return false;
  }
  return Stitches(carriers, members, pairs).any();
}

}  // namespace twosource
