#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/gum.hpp"
#include "twosource/base/linear_model.hpp"
#include "twosource/model/token.hpp"

namespace twosource::bench {

/// The right part of speech of each of our tokens, by the tags of GUM.
std::vector<PartOfSpeech> gold_parts(const GumDocument& document, const TaggedText& tagged);

/// For each of our tokens 1 if a discourse unit of GUM begins with it, else 0.
std::vector<Tag> gold_clauses(const GumDocument& document, const TaggedText& tagged);

/// A model of parts of speech, trained on these documents: the bytes of the file.
std::string train_part_model(const std::vector<GumDocument>& documents, std::uint64_t seed);

}  // namespace twosource::bench
