#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/text_pairs.hpp"
#include "twosource/base/result.hpp"

namespace twosource::bench {

/// A proposition of a summary, and a span of one of the summarised news documents that tells it.
struct AlignedSpans {
  std::string topic;
  std::string fact;      ///< the summary's proposition that both tell, as the set words it
  std::string sentence;  ///< of the summary, in which the proposition stands
  std::string summary;
  std::string document;
  std::string place;  ///< of the span: document and sentence
};

/// The rows of the CSV of SuperPAL.
Result<std::vector<AlignedSpans>> read_superpal(const std::string& path);

/// A text with one thing changed, so that it contradicts itself as it was: another number, another
/// name, a negation, the opposite word. For each of these, if the text has where to.
std::vector<std::string> contradictions_of(const std::string& text);

/// A text without what follows on its first clause; the text itself if it has one only.
std::string shortened(const std::string& text);

/// A pair to learn from.
struct ClaimExample {
  std::string a;
  std::string b;
  bool same = false;   ///< both say the same
  bool about = false;  ///< both speak of one fact
  double weight = 1.0;
  bool only_same = false;  ///< nothing is known of `about`
  bool made = false;       ///< one of both was changed by us
  std::string group;
};

/// Pairs of the same and of other propositions, of texts and their contradictions: within a topic.
std::vector<ClaimExample> examples_of(const std::vector<AlignedSpans>& spans);

/// Pairs of answers to one question of those that tune.
std::vector<ClaimExample> examples_of(const std::vector<Answer>& answers);

}  // namespace twosource::bench
