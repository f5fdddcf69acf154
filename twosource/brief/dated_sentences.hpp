#pragma once

#include <span>
#include <vector>

#include "twosource/brief/story_sentences.hpp"
#include "twosource/model/time.hpp"

namespace twosource {

/// A sentence that says when something happened.
struct DatedSentence {
  SentencePlace place;
  const TimeExpression* time = nullptr;
  bool only_said = false;  ///< it dates no more than that somebody said something
};

/// The sentences of an article whose main action has a day, a part of it or something longer, in
/// text order, at most one date each. `times` are those of the article, by place; `article` is its
/// position in the story. Linear.
std::vector<DatedSentence> find_dated_sentences(const ArticleReading& article,
                                                std::uint32_t position,
                                                std::span<const TimeExpression> times);

}  // namespace twosource
