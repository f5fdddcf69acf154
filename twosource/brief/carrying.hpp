#pragma once

#include "twosource/brief/story_sentences.hpp"

namespace twosource {

/// Does sentence `other` tell what `sentence` tells, so that it may be cited for it? It has all its
/// numbers, names everybody and everything that it names, denies as it does, tells it in its own
/// name if `sentence` does, and has nearly all of its other telling words or words that mean the
/// same. Not symmetric: it may tell more. Costs the product of their words at worst.
bool carries(const StorySentences& sentences, SentencePlace sentence, SentencePlace other);

/// The share of the weight of telling words that stand among others or have a synonym there, 0..1.
double share_of_meaning(const std::vector<TellingWord>& words,
                        const std::vector<TellingWord>& others);

}  // namespace twosource
