#include "bench/lineage_truth.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace twosource::bench {
namespace {

using Index = std::uint32_t;

}  // namespace

SentenceKey key_of(const Piece& piece) {
  return {piece.first, piece.number, piece.first == none ? piece.utterance : none};
}

FamilyTruth::FamilyTruth(const Family& family, const std::vector<StoredText>& stored)
    : family_(family), stored_(stored), sentences_(family.texts.size()) {
  for (Index t = 0; t < stored.size(); ++t) {
    for (const Piece* piece : stored[t].pieces) {
      if (tells(*piece)) sentences_[t].emplace(key_of(*piece), piece->text);
    }
  }
}

bool FamilyTruth::could_come_from(Index text, Index other) const {
  if (family_.texts[other].written >= family_.texts[text].written) return false;
  return std::ranges::any_of(family_.texts[text].parents, [&](const Parent& parent) {
    return parent.text == other || holds_all_taken(text, parent.text, other);
  });
}

std::set<Index> FamilyTruth::ancestors_of(Index text) const {
  std::set<Index> ancestors;
  for (const Parent& parent : family_.texts[text].parents) {
    ancestors.insert(parent.text);
    ancestors.merge(ancestors_of(parent.text));
  }
  return ancestors;
}

bool FamilyTruth::leaves_trace(Index text, bool dated) const {
  return std::ranges::any_of(family_.texts[text].parents, [&](const Parent& parent) {
    const Text& source = family_.texts[parent.text];
    if (!source.hidden || family_.texts[text].credited == source.first) return true;
    for (Index other = 0; other < family_.texts.size(); ++other) {
      if (other == text || family_.texts[other].hidden) continue;
      if (!share_of_first(text, other, source.first)) continue;
      const bool older = family_.texts[other].written < family_.texts[text].written;
      if (!dated || older || has_more(other, text, source.first)) return true;
    }
    return false;
  });
}

bool FamilyTruth::leaves_trace(const TrueOrigin& origin) const {
  Index earliest = origin.articles.front();
  for (const Index article : origin.articles) {
    if (family_.texts[article].credited == origin.first) return true;
    if (family_.texts[article].written < family_.texts[earliest].written) earliest = article;
  }
  return std::ranges::any_of(
      origin.articles, [&](Index article) { return has_more(article, earliest, origin.first); });
}

bool FamilyTruth::took_enough(Index text) const {
  std::map<Index, std::pair<std::uint32_t, std::uint32_t>> taken;
  std::uint32_t all = 0;
  for (const Piece* piece : stored_[text].pieces) {
    if (!tells(*piece)) continue;
    const std::uint32_t words = words_in(piece->text);
    all += words;
    if (piece->from == none) continue;
    ++taken[piece->from].first;
    taken[piece->from].second += words;
  }
  return std::ranges::any_of(taken, [&](const auto& entry) {
    return entry.second.first >= story_sentences && entry.second.second >= story_share * all;
  });
}

std::set<Index> FamilyTruth::firsts_of(Index text) const {
  std::set<Index> firsts;
  for (const auto& [key, words] : sentences_[text]) {
    if (std::get<0>(key) != none) firsts.insert(std::get<0>(key));
  }
  return firsts;
}

std::set<Index> FamilyTruth::utterances_of(Index text) const {
  std::set<Index> utterances;
  for (const auto& [key, words] : sentences_[text]) {
    if (std::get<2>(key) != none) utterances.insert(std::get<2>(key));
  }
  return utterances;
}

bool FamilyTruth::share_of_first(Index x, Index y, Index first) const {
  return std::ranges::any_of(sentences_[x], [&](const auto& sentence) {
    return std::get<0>(sentence.first) == first && sentences_[y].contains(sentence.first);
  });
}

bool FamilyTruth::has_more(Index x, Index y, Index first) const {
  return std::ranges::any_of(sentences_[x], [&](const auto& sentence) {
    return std::get<0>(sentence.first) == first && !sentences_[y].contains(sentence.first);
  });
}

bool FamilyTruth::holds_all_taken(Index text, Index parent, Index other) const {
  return std::ranges::all_of(stored_[text].pieces, [&](const Piece* piece) {
    if (piece->from != parent) return true;
    const Piece& source = *stored_[parent].pieces[piece->from_piece];
    const auto found = sentences_[other].find(key_of(source));
    return found != sentences_[other].end() && found->second == source.text;
  });
}

}  // namespace twosource::bench
