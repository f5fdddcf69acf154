#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "bench/generator/draft.hpp"
#include "bench/generator/truth.hpp"

namespace twosource::bench {

/// One sentence as its family knows it, whatever became of its words: number `number` of first
/// text `first`, or an utterance.
using SentenceKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

SentenceKey key_of(const Piece& piece);

/// What can be asked of one family's truth. Points into what it is made from.
class FamilyTruth {
 public:
  FamilyTruth(const Family& family, const std::vector<StoredText>& stored);

  [[nodiscard]] const Family& family() const { return family_; }

  /// Whether `text` could as well have been made from `other`: an older text that holds, word for
  /// word, every sentence that it took from one of its parents.
  [[nodiscard]] bool could_come_from(std::uint32_t text, std::uint32_t other) const;

  /// Its parents, theirs, and so on.
  [[nodiscard]] std::set<std::uint32_t> ancestors_of(std::uint32_t text) const;

  /// Whether the two tell the same sentences in the same words, so that nothing but dates tells
  /// who was first.
  [[nodiscard]] bool are_twins(std::uint32_t x, std::uint32_t y) const {
    return sentences_[x] == sentences_[y];
  }

  /// Whether anything in the collection shows that `text` took it from elsewhere. The parent itself
  /// does; so does a credit. A source that is not there shows in others that print it as well: in
  /// an older one, or in one that has more of it. Without dates any of them does.
  [[nodiscard]] bool leaves_trace(std::uint32_t text, bool dated) const;

  /// Whether the collection shows that a first text is of none of the articles that print it: one
  /// credits it, or the earliest of them does not hold all that the others have.
  [[nodiscard]] bool leaves_trace(const TrueOrigin& origin) const;

  /// Whether it took so much of one parent that this is its lineage: 3 sentences, 15 % of its
  /// words.
  [[nodiscard]] bool took_enough(std::uint32_t text) const;

  [[nodiscard]] std::set<std::uint32_t> firsts_of(std::uint32_t text) const;
  [[nodiscard]] std::set<std::uint32_t> utterances_of(std::uint32_t text) const;

 private:
  [[nodiscard]] bool share_of_first(std::uint32_t x, std::uint32_t y, std::uint32_t first) const;
  [[nodiscard]] bool has_more(std::uint32_t x, std::uint32_t y, std::uint32_t first) const;
  [[nodiscard]] bool holds_all_taken(std::uint32_t text, std::uint32_t parent,
                                     std::uint32_t other) const;

  const Family& family_;
  const std::vector<StoredText>& stored_;
  std::vector<std::map<SentenceKey, std::string>> sentences_;  // by text
};

}  // namespace twosource::bench
