#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/generator/draft.hpp"
#include "bench/generator/newsrooms.hpp"
#include "twosource/base/span.hpp"

namespace twosource::bench {

/// A text as it is stored, with the place of every piece in it. The pieces are numbered as
/// Piece::from_piece counts them: in text order, credits and furniture included.
struct StoredText {
  std::string id;
  std::string text;  ///< title, blank line, body
  std::uint32_t body_begin = 0;
  std::vector<const Piece*> pieces;
  std::vector<Span> spans;  ///< of each piece
};

/// Lays out all texts of a family; the result points into it. Ids are drawn from seed and family
/// and tell nothing of the order.
std::vector<StoredText> store_family(const Family& family, std::uint64_t seed);

/// Sentences of one text that stand in a row in another: what a detector should find.
struct TruePassage {
  std::uint32_t from = 0;  ///< texts of the family
  std::uint32_t to = 0;
  Span from_span;
  Span to_span;
  Change change = Change::same;  ///< the strongest of its sentences
};

/// What each text took from its parents, by text and place. A passage ends where the source goes
/// on differently; passages from the same sentences in one row are one.
std::vector<TruePassage> true_passages(const Family& family, const std::vector<StoredText>& texts);

/// A first text that counts for the story: it carries at least 3 sentences and 15 % of the words
/// of some article, sentences that are mostly quoted speech left out.
struct TrueOrigin {
  std::uint32_t first = 0;
  std::vector<std::uint32_t> articles;  ///< texts of the family that carry sentences of it
  bool counted = false;
};

/// The first texts of the sentences of these texts (those of one found story, say).
std::vector<TrueOrigin> true_origins(const Family& family, const std::vector<std::uint32_t>& texts);

/// One family as lines of JSON, and the stored texts of its articles in the same order.
struct FamilyLines {
  std::vector<std::string> articles;  ///< a record each that `twosource run` reads
  std::vector<std::string> texts;     ///< the stored text of each
  std::string sources;                ///< records of the texts that are not in the collection
  std::string truth;                  ///< docs/formats/lineage-truth.md
};

/// Articles come in an order that tells nothing.
FamilyLines write_family(const Family& family, std::uint64_t seed, const Newsrooms& newsrooms);

}  // namespace twosource::bench
