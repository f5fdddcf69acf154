// Which words of two sentences are close?
//
// Of a dozen words here and a dozen there hardly any two have a meaning in common. Instead of
// comparing all with all, the meanings of one sentence's words go into a small table, and those of
// the other are looked up in it: two words that meet nowhere mean different things. Only those that
// meet are compared. One sentence is held against many, so its table is kept.
#include "twosource/reuse/close_words.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace twosource {
namespace {

// Free slots for each taken one: most look-ups find nothing, and should see so at once.
constexpr std::size_t room = 4;

}  // namespace

Closeness compare_words(const Synonyms& synonyms, const ContentWord& a, const ContentWord& b) {
  if (a.hash == b.hash) return Closeness::equal;
  if (a.lemma == b.lemma) return Closeness::lemma;
  if (a.number || b.number || (a.name && b.name)) return Closeness::none;
  return synonyms.compare(a.meanings, b.meanings);
}

CloseWordFinder::CloseWordFinder(const ArticleContent& content)
    : content_(content), tables_(content.sentences.size()) {}

// Numbers that two close words have in common: some bits of the word itself, then its classes. The
// lemma of a known word is one of these.
template <class Take>
void CloseWordFinder::for_each_meaning(const Synonyms& synonyms, const ContentWord& word,
                                       const Take& take) {
  take(static_cast<std::uint32_t>(word.hash >> 32U));
  for (std::uint32_t i = word.meanings.first; i < word.meanings.last; ++i) {
    take(synonyms.class_at(i) * 0x9E3779B1U);  // the golden ratio's multiplier
  }
}

void CloseWordFinder::fill(std::uint32_t sentence) {
  MeaningTable& table = tables_[sentence];
  const SentenceContent& filled = content_.sentences[sentence];
  std::size_t meanings = 0;
  for (const ContentWord& word : content_.words_of(filled)) {
    meanings += 1 + word.meanings.last - word.meanings.first;
  }
  table.slots.resize(std::bit_ceil(room * meanings + 2));
  table.shift = 32U - static_cast<unsigned>(std::countr_zero(table.slots.size()));
  for (std::uint32_t i = filled.first; i < filled.last; ++i) {
    for_each_meaning(content_.synonyms, content_.words[i], [&](std::uint32_t meaning) {
      std::size_t slot = meaning >> table.shift;
      while (table.slots[slot].word != UINT32_MAX) slot = (slot + 1) & (table.slots.size() - 1);
      table.slots[slot] = {meaning, i};
    });
  }
}

void CloseWordFinder::add(std::uint32_t a, const ArticleContent& other, std::uint32_t b,
                          std::vector<CloseWords>& found) {
  if (tables_[a].slots.empty()) fill(a);
  const MeaningTable& table = tables_[a];
  const std::size_t mask = table.slots.size() - 1;
  const SentenceContent& there = other.sentences[b];
  for (std::uint32_t j = there.first; j < there.last; ++j) {
    const ContentWord& word = other.words[j];
    met_.clear();
    for_each_meaning(other.synonyms, word, [&](std::uint32_t meaning) {
      for (std::size_t slot = meaning >> table.shift; table.slots[slot].word != UINT32_MAX;
           slot = (slot + 1) & mask) {
        if (table.slots[slot].meaning == meaning) met_.push_back(table.slots[slot].word);
      }
    });
    if (met_.empty()) continue;
    std::sort(met_.begin(), met_.end());
    met_.erase(std::unique(met_.begin(), met_.end()), met_.end());
    for (const std::uint32_t i : met_) {
      const Closeness closeness = compare_words(content_.synonyms, content_.words[i], word);
      if (closeness != Closeness::none) found.push_back({i, j, closeness});
    }
  }
}

}  // namespace twosource
