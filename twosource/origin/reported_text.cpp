// Which of the shared text is a reporter's, who printed it before all others?
//
// Two parts of it that nobody else has together are a matter of two questions: the reporter may
// have written the one, and taken the other from an agency that is not among the articles. To fold
// those who print the one with those who print the other takes more than a date; so only the larger
// part is the reporter's for sure, and small ones beside it are unclear.
#include "twosource/origin/reported_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "twosource/origin/credit_keys.hpp"
#include "twosource/origin/wording.hpp"

namespace twosource {
namespace {

// The number of sentences from which an origin counts at all.
constexpr std::size_t min_known_sentences = 3;

bool is_reported(const SharedPrints& story, std::size_t i, ArticleIndex first, Beyond beyond) {
  const bool credited = std::ranges::any_of(
      story.shared.sentences[i].articles,
      [&](ArticleIndex article) { return story.prints.standing(article).credit.has_value(); });
  if (credited && !story.prints.credits_speak_of_the_rest(i, first)) return false;
  return beyond == Beyond::also || !story.prints.goes_beyond({i}, first);
}

void give_to(const SharedPrints& story, ArticleIndex reporter,
             const std::vector<std::size_t>& sentences, bool has_text, TextSources& found) {
  const Article& article = story.material.articles[reporter];
  const OriginKey own = outlet_origin(article, OriginKind::own);
  const OriginKey unclear = outlet_origin(article, OriginKind::unclear);
  std::vector<bool> open(story.shared.sentences.size(), false);
  for (const std::size_t i : sentences) open[i] = true;
  const auto parts = group_common_texts(story.shared, story.pairs, open);
  for (const std::vector<std::size_t>& part : parts) {
    const bool beside = has_text || parts.size() > 1;
    const bool weak =
        beside && (part.size() < min_known_sentences || story.prints.goes_beyond(part, reporter));
    for (const std::size_t i : part) found.keys[i] = weak ? unclear : own;
  }
  if (has_text) return;
  found.reasons[own].push_back(
      {.code = "published_earlier",
       .text = fmt::format("{} was published before the other articles that carry its text.",
                           describe(article)),
       .spans = {}});
}

}  // namespace

std::set<ArticleIndex> give_to_reporters(const SharedPrints& story, const std::vector<bool>& open,
                                         Beyond beyond, TextSources& found,
                                         std::set<ArticleIndex> known) {
  std::map<ArticleIndex, std::vector<std::size_t>> reported;
  for (std::size_t i = 0; i < story.shared.sentences.size(); ++i) {
    if (!open[i]) continue;
    const auto first = story.prints.reporter(i);
    if (first && is_reported(story, i, *first, beyond)) reported[*first].push_back(i);
  }
  for (const auto& [article, sentences] : reported) {
    give_to(story, article, sentences, !known.insert(article).second, found);
  }
  return known;
}

}  // namespace twosource
