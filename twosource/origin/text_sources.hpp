#pragma once

#include <map>
#include <optional>
#include <vector>

#include "twosource/model/reason.hpp"
#include "twosource/origin/material.hpp"
#include "twosource/origin/shared_text.hpp"
#include "twosource/origin/shared_words.hpp"
#include "twosource/origin/standing.hpp"

namespace twosource {

/// Where the sentences that several articles share come from.
struct TextSources {
  /// One for each shared sentence. Empty: only versions of one outlet share it, so it is that
  /// outlet's like any other sentence.
  std::vector<std::optional<OriginKey>> keys;
  /// Why a source was chosen, where it does not show in the article's own standing.
  std::map<OriginKey, std::vector<Reason>> reasons;
  /// Sentences that nobody else has and that belong to a text around them.
  std::map<SentenceRef, OriginKey> filled_in;
  /// The release that each article with a release's marks is.
  std::map<ArticleIndex, OriginKey> releases;
};

/// Decides for each shared sentence whose it is, the strongest sign first:
///
/// 1. an agency's own file carries it;  2. a press release carries it;
/// 3. it says "told the Courier" and the Courier carries it;
/// 4. an article that carries it credits an agency (the one most carriers credit);
/// 5. two articles that share it share more text that has a source by 1-4: it is that text;
/// 6. of all who carry it one is the earliest, with dates, and shows own reporting; or others say
///    that the outlet reported it first;
/// 7. else it is a common text, one for all sentences shared by the same pair of articles.
///
/// A reporter who was the earliest goes before 4 and 5 where no credit speaks of the sentence and
/// nobody has more of the text around it (first_prints.hpp).
TextSources find_text_sources(const StoryMaterial& material, const SharedText& shared,
                              const SharedWords& words, std::span<const Standing> standings);

}  // namespace twosource
