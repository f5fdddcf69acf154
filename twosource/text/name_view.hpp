#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "twosource/base/linear_model.hpp"
#include "twosource/model/token.hpp"
#include "twosource/text/name_lists.hpp"
#include "twosource/text/token_facts.hpp"
#include "twosource/text/word_classes.hpp"

namespace twosource {

/// A token as the features of names see it.
struct NameToken {
  TokenFacts facts;
  WordClass like;             ///< what unlabelled news tells of its word
  NameListSet lists = 0;      ///< the lists of names that have its word
  std::uint8_t in_place = 0;  ///< 0: in no listed place of several words; else 1 + 2 x list, and 1
                              ///< more behind its first word
  /// 0: not part of an abbreviation and what it stands for; else 1 for the abbreviation, 2 for the
  /// first word of what it stands for, 3 for the others; 4, 5, 6 where that has a small first
  /// letter. An abbreviation that was explained elsewhere in the text has it too.
  std::uint8_t explained = 0;
  std::uint64_t part = 255;
  std::uint64_t memory = 0;      ///< what its word mostly was in the first reading, and how surely
  std::uint64_t elsewhere = 0;   ///< how its word is written elsewhere in the text
  std::uint64_t run_memory = 0;  ///< what its place in runs of the same words mostly was
  /// The run of capitalised words it is in: its tokens [run_begin, run_end) of the sentence.
  std::size_t run_begin = 0;
  std::size_t run_end = 0;

  [[nodiscard]] bool capitalised() const { return (facts.shape & shape_capital) != 0; }
};

/// The tokens of a text as the features of names see them.
///
/// In a headline where nearly every word has a capital, words keep theirs only if they are written
/// with one elsewhere: in the text or, if that does not tell, in other news.
class NameView {
 public:
  /// `first` holds the tags of the first reading, for all tokens; empty before it.
  NameView(std::string_view text, const TaggedText& tagged, std::span<const Tag> first);

  struct Sentence {
    std::span<const NameToken> tokens;
    bool headline = false;
  };
  [[nodiscard]] std::size_t sentence_count() const { return sentences_.size(); }
  [[nodiscard]] Sentence sentence(std::size_t number) const {
    const Place& place = sentences_[number];
    return {std::span(tokens_).subspan(place.begin, place.end - place.begin), place.headline};
  }

 private:
  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool headline = false;
  };
  // How a word is written over the whole text, and what it was.
  struct WordRecord {
    std::uint32_t small = 0;
    std::uint32_t capital_inside = 0;  // with a capital, not at the beginning of a sentence
    std::array<std::uint32_t, name_kind_count + 1> kinds{};
  };

  [[nodiscard]] std::span<NameToken> tokens_of(const Place& place) {
    return std::span(tokens_).subspan(place.begin, place.end - place.begin);
  }
  void look_up(std::string_view text, const TaggedText& tagged);
  void record_spelling();
  void lower_headlines();
  [[nodiscard]] bool keeps_capital(const NameToken& token) const;
  struct ListedPlace {
    std::size_t size = 0;
    NameListSet lists = 0;
  };
  [[nodiscard]] ListedPlace listed_place(std::span<const NameToken> tokens, std::size_t i) const;
  void find_listed_places(std::span<NameToken> tokens) const;
  void explain_abbreviations(std::string_view text, const TaggedText& tagged);
  std::uint8_t mark_explained(std::size_t begin, std::size_t end);
  [[nodiscard]] bool is_bracketed_abbreviation(std::size_t i) const;
  void record_kinds(std::span<const Tag> first);
  void recall(bool second);
  void remember_runs(std::span<const Tag> first);

  std::vector<NameToken> tokens_;
  std::vector<Place> sentences_;
  std::unordered_map<std::uint64_t, WordRecord> records_;
  NameLists lists_ = NameLists::world();
};

}  // namespace twosource
