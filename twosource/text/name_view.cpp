// What can be known of a token before its sentence is read for names.
//
// Beside what its letters show: what unlabelled news tells of its word, whether a list of places or
// persons has it, how it is written in the rest of the text, and (for the second reading) what it
// mostly was in the first.
//
// In a headline with capitals ("Progress Was Made On Port Talks") a capital says nothing, and a
// model that learned from running text takes every word for a name. So each word there gets the
// case that it has elsewhere, in this text or else in other news, before anything else looks at it.
#include "twosource/text/name_view.hpp"

#include <algorithm>

#include "twosource/base/features.hpp"

namespace twosource {
namespace {

constexpr std::size_t longest_run = 12;
// From this band on a word is mostly written with a capital (word_classes.hpp).
constexpr std::uint8_t mostly_capital = 5;

// In a headline all words of four letters and more have a capital, but perhaps for one of ten.
bool is_headline(std::span<const NameToken> tokens) {
  constexpr std::uint32_t four_letters = 1U << 24U;
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t long_small = 0;
  for (const NameToken& token : tokens) {
    if ((token.facts.shape & (shape_no_word | shape_digits)) != 0) continue;
    ++words;
    capitals += token.capitalised() ? 1 : 0;
    long_small += !token.capitalised() && token.facts.ending >= four_letters ? 1 : 0;
  }
  return words > 2 && 10 * capitals >= 6 * words && 9 * long_small <= capitals;
}

bool is_hyphen(const NameToken& token) {
  return token.facts.ending == '-';
}

bool is_link(const NameToken& token) {
  constexpr std::uint32_t word_of = 'o' << 8U | 'f';
  constexpr std::uint32_t word_for = 'f' << 16U | 'o' << 8U | 'r';
  return is_hyphen(token) || token.facts.ending == word_of || token.facts.ending == word_for;
}

// A run is capitalised words with at most one small word of a name ("of", "for") between two of
// them. Returns the place behind the run, or behind the token.
std::size_t mark_run(std::span<NameToken> tokens, std::size_t begin) {
  if (!tokens[begin].capitalised()) {
    tokens[begin].run_begin = tokens[begin].run_end = begin;
    return begin + 1;
  }
  std::size_t end = begin + 1;
  while (end < tokens.size() && end - begin < longest_run) {
    if (tokens[end].capitalised()) {
      ++end;
    } else if (end + 1 < tokens.size() && is_link(tokens[end]) && tokens[end + 1].capitalised()) {
      end += 2;
    } else {
      break;
    }
  }
  for (std::size_t i = begin; i < end; ++i) {
    tokens[i].run_begin = begin;
    tokens[i].run_end = end;
  }
  return end;
}

// The same for the same words.
std::uint64_t words_of_run(std::span<const NameToken> tokens) {
  std::uint64_t words = 0;
  for (const NameToken& token : tokens) words = feature_of(0, words, token.facts.word);
  return words;
}

std::uint8_t in_place_of(NameListSet lists) {
  std::uint8_t list = 0;
  if ((lists >> static_cast<unsigned>(NameList::city) & 1U) != 0) list = 1;
  if ((lists >> static_cast<unsigned>(NameList::territory) & 1U) != 0) list = 2;
  return static_cast<std::uint8_t>(1 + 2 * list);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// The token in [first, end) with which the words that `letters` abbreviates begin; `end`: they do
// not stand there. `bytes` gives the bytes of a token.
template <class Bytes>
std::size_t explained_from(std::size_t first, std::size_t end, std::string_view letters,
                           const Bytes& bytes) {
  constexpr int most_skipped = 2;
  int skipped = 0;
  std::size_t left = letters.size();
  for (std::size_t k = end; k-- > first;) {
    if (lower(bytes(k).front()) == lower(letters[left - 1])) {
      skipped = 0;
      if (--left == 0) return k;
    } else if (++skipped > most_skipped) {
      break;
    }
  }
  return end;
}

}  // namespace

NameView::NameView(std::string_view text, const TaggedText& tagged, std::span<const Tag> first)
    : tokens_(tagged.tokens.size()) {
  look_up(text, tagged);
  record_spelling();
  lower_headlines();
  for (const Place& place : sentences_) {
    const std::span<NameToken> tokens = tokens_of(place);
    for (std::size_t i = 0; i < tokens.size();) i = mark_run(tokens, i);
    find_listed_places(tokens);
  }
  explain_abbreviations(text, tagged);
  record_kinds(first);
  recall(!first.empty());
  if (!first.empty()) remember_runs(first);
}

void NameView::look_up(std::string_view text, const TaggedText& tagged) {
  static const Lexicon lexicon = Lexicon::english();
  const WordClasses& classes = WordClasses::english();
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    NameToken& token = tokens_[i];
    token.facts = facts_of(text, tagged.tokens[i], lexicon);
    token.part = static_cast<std::uint64_t>(tagged.tokens[i].part);
    token.like = classes.of(token.facts.word);
    if (token.capitalised()) token.lists = lists_.of(token.facts.word);
  }
  std::size_t begin = 0;
  for (const std::size_t end : tagged.sentence_ends) {
    sentences_.push_back({begin, end, false});
    sentences_.back().headline = is_headline(tokens_of(sentences_.back()));
    begin = end;
  }
}

void NameView::record_spelling() {
  for (const Place& place : sentences_) {
    for (std::size_t i = place.begin; i < place.end && !place.headline; ++i) {
      const NameToken& token = tokens_[i];
      if ((token.facts.shape & shape_no_word) != 0) continue;
      WordRecord& record = records_[token.facts.word];
      if (!token.capitalised()) ++record.small;
      if (token.capitalised() && i > place.begin) ++record.capital_inside;
    }
  }
}

bool NameView::keeps_capital(const NameToken& token) const {
  if ((token.facts.shape & (shape_digit | shape_mark_inside)) != 0) return true;
  const auto found = records_.find(token.facts.word);
  if (found != records_.end()) {
    const WordRecord& record = found->second;
    if (record.small != record.capital_inside) return record.capital_inside > record.small;
  }
  if (token.like.capitals > 0) return token.like.capitals >= mostly_capital;
  const bool ordinary = token.facts.kind < (1U << 16U) && token.facts.names == 0;
  return !ordinary;
}

void NameView::lower_headlines() {
  for (const Place& place : sentences_) {
    if (!place.headline) continue;
    for (NameToken& token : tokens_of(place)) {
      if (token.capitalised() && !keeps_capital(token))
        token.facts.shape &= static_cast<std::uint8_t>(~(shape_capital | shape_capitals));
    }
  }
}

// The longest listed place of several words that begins at `i`. Hyphens do not count.
NameView::ListedPlace NameView::listed_place(std::span<const NameToken> tokens,
                                             std::size_t i) const {
  ListedPlace longest;
  std::uint64_t key = tokens[i].facts.word;
  std::size_t words = 1;
  for (std::size_t k = i + 1; k < tokens.size() && words < longest_listed_name; ++k) {
    if (is_hyphen(tokens[k])) continue;
    if ((tokens[k].facts.shape & shape_no_word) != 0) break;
    key = extend_name(key, tokens[k].facts.word);
    ++words;
    const NameListSet found = tokens[k].capitalised() ? lists_.of(key) : NameListSet{0};
    if (found != 0) longest = {k + 1 - i, found};
  }
  return longest;
}

// From left to right.
void NameView::find_listed_places(std::span<NameToken> tokens) const {
  for (std::size_t i = 0; i < tokens.size();) {
    const ListedPlace place = tokens[i].capitalised() ? listed_place(tokens, i) : ListedPlace{};
    for (std::size_t k = i; k < i + place.size; ++k)
      tokens[k].in_place = static_cast<std::uint8_t>(in_place_of(place.lists) + (k > i ? 1 : 0));
    i += std::max<std::size_t>(place.size, 1);
  }
}

// "the Harbour Workers' Union (HWU)": from the last letter to the first each must begin a word,
// small words of names and clitics may stand between. What is not explained so stays as it is.
void NameView::explain_abbreviations(std::string_view text, const TaggedText& tagged) {
  std::unordered_map<std::uint64_t, std::uint8_t> known;
  const auto bytes = [&](std::size_t i) { return slice(text, tagged.tokens[i].span); };
  for (const Place& place : sentences_) {
    for (std::size_t i = place.begin + 2; i + 1 < place.end; ++i) {
      if (!is_bracketed_abbreviation(i)) continue;
      const std::size_t begin = explained_from(place.begin, i - 1, bytes(i), bytes);
      if (begin == i - 1) continue;
      known[tokens_[i].facts.word] = mark_explained(begin, i - 1);
    }
  }
  for (NameToken& token : tokens_) {
    const auto found = known.find(token.facts.word);
    if (found != known.end() && (token.facts.shape & shape_capitals) != 0)
      token.explained = found->second;
  }
}

// Returns what the abbreviation is to be marked with.
std::uint8_t NameView::mark_explained(std::size_t begin, std::size_t end) {
  const unsigned small = tokens_[begin].capitalised() ? 0 : 3;
  tokens_[begin].explained = static_cast<std::uint8_t>(2 + small);
  for (std::size_t k = begin + 1; k < end; ++k)
    tokens_[k].explained = static_cast<std::uint8_t>(3 + small);
  return static_cast<std::uint8_t>(1 + small);
}

bool NameView::is_bracketed_abbreviation(std::size_t i) const {
  const auto part = [&](std::size_t k) { return static_cast<PartOfSpeech>(tokens_[k].part); };
  return (tokens_[i].facts.shape & shape_capitals) != 0 &&
         part(i - 1) == PartOfSpeech::open_bracket && part(i + 1) == PartOfSpeech::close_bracket;
}

void NameView::record_kinds(std::span<const Tag> first) {
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (tokens_[i].capitalised()) ++records_[tokens_[i].facts.word].kinds.at((first[i] + 1U) / 2);
  }
}

void NameView::recall(bool second) {
  for (NameToken& token : tokens_) {
    const auto found = records_.find(token.facts.word);
    if (found == records_.end()) continue;
    const WordRecord& record = found->second;
    token.elsewhere = 1 + (record.small > 0 ? 1U : 0U) + (record.capital_inside > 0 ? 2U : 0U) +
                      (record.capital_inside > 2 ? 4U : 0U);
    if (!second) continue;
    const auto most = static_cast<std::size_t>(
        std::max_element(record.kinds.begin(), record.kinds.end()) - record.kinds.begin());
    std::uint32_t all = 0;
    for (const std::uint32_t count : record.kinds) all += count;
    if (all == 0) continue;
    const std::uint64_t sure = record.kinds.at(most) == all ? 1 : 0;
    const std::uint64_t often = all > 2 ? 2 : all - 1;
    token.memory = 1 + most * 8 + often * 2 + sure;
  }
}

// For each token of a run the tag that its place in equal runs mostly had, where there are others.
void NameView::remember_runs(std::span<const Tag> first) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> places;  // of the same token
  for (const Place& place : sentences_) {
    const std::span<const NameToken> tokens = tokens_of(place);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const NameToken& token = tokens[i];
      if (token.run_begin == token.run_end) continue;
      const std::uint64_t words =
          words_of_run(tokens.subspan(token.run_begin, token.run_end - token.run_begin));
      places[feature_of(1, words, i - token.run_begin)].push_back(place.begin + i);
    }
  }
  for (const auto& [words, same] : places) {
    if (same.size() < 2) continue;
    std::array<std::uint32_t, 256> counts{};
    for (const std::size_t token : same) ++counts.at(first[token]);
    const auto* const most = std::max_element(counts.begin(), counts.end());
    const auto tag = static_cast<std::uint64_t>(most - counts.begin());
    for (const std::size_t token : same)
      tokens_[token].run_memory = 1 + tag * 2 + (*most == same.size() ? 1U : 0U);
  }
}

}  // namespace twosource
