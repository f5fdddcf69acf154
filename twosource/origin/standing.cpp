#include "twosource/origin/standing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "twosource/origin/credit_keys.hpp"
#include "twosource/origin/wording.hpp"

namespace twosource {
namespace {

// Shorter quotations ("we are ready to talk") are said in the same words by many.
constexpr std::size_t min_quotation_words = 8;
// Five words in a row rarely meet by chance, and an edited quotation still shares some of them.
constexpr std::size_t gram_words = 5;
constexpr std::size_t min_unique_quotations = 2;

std::uint64_t gram_at(std::span<const Word> words, std::size_t i) {
  std::uint64_t hash = 0;
  for (std::size_t k = 0; k < gram_words; ++k) {
    hash = (hash ^ words[i + k].hash) * 0x9E3779B97F4A7C15ULL;  // the golden ratio's multiplier
    hash ^= hash >> 29U;
  }
  return hash;
}

/// Quotations that no other article of the story has, for each article of the story.
std::vector<std::vector<Span>> unique_quotations(const StoryMaterial& material) {
  constexpr ArticleIndex several = UINT32_MAX;
  const std::vector<ArticleIndex>& members = material.story.articles;
  std::vector<std::vector<Span>> unique(members.size());
  if (members.size() < 2) return unique;  // alone, everything is unique and shows nothing
  std::unordered_map<std::uint64_t, ArticleIndex> owner;  // looked up, never walked
  for (const ArticleIndex article : members) {
    const std::vector<Word>& words = material.analyses[article].words;
    for (std::size_t i = 0; i + gram_words <= words.size(); ++i) {
      const auto [at, fresh] = owner.emplace(gram_at(words, i), article);
      if (!fresh && at->second != article) at->second = several;
    }
  }
  for (std::size_t m = 0; m < members.size(); ++m) {
    const Analysis& analysis = material.analyses[members[m]];
    for (const Quotation& quotation : analysis.quotations) {
      const auto first = std::ranges::lower_bound(analysis.words, quotation.content.begin, {},
                                                  [](const Word& word) { return word.span.begin; });
      auto i = static_cast<std::size_t>(first - analysis.words.begin());
      const auto inside = [&](std::size_t word) {
        return word < analysis.words.size() &&
               analysis.words[word].span.end <= quotation.content.end;
      };
      std::size_t size = 0;
      while (inside(i + size)) ++size;
      if (size < min_quotation_words) continue;
      bool alone = true;
      for (; alone && inside(i + gram_words - 1); ++i) {
        alone = owner.find(gram_at(analysis.words, i))->second == members[m];
      }
      if (alone) unique[m].push_back(quotation.span);
    }
  }
  return unique;
}

Reason reason(std::string code, std::string text, std::vector<ArticleSpan> spans) {
  std::erase_if(spans, [](const ArticleSpan& place) { return place.span.empty(); });
  return {.code = std::move(code), .text = std::move(text), .spans = std::move(spans)};
}

/// The sentences that only this article has and that claim own reporting.
std::vector<ArticleSpan> claims(const StoryMaterial& material, ArticleIndex article,
                                const std::set<SentenceRef>& shared) {
  std::vector<ArticleSpan> spans;
  const ArticleReading& reading = material.readings[article];
  for (std::uint32_t i = 0; i < reading.sentences.size(); ++i) {
    const SentenceReading& sentence = reading.sentences[i];
    if (sentence.own_word && !shared.contains({article, i})) {
      spans.push_back({article, *sentence.own_word});
    }
  }
  return spans;
}

void add_own(Standing& standing, const StoryMaterial& material, ArticleIndex index,
             std::vector<ArticleSpan> claimed, const std::vector<Span>& quotations) {
  const ArticleReading& reading = material.readings[index];
  const std::string who = describe(material.articles[index]);
  if (!claimed.empty()) {
    standing.own.push_back(reason(
        "told_outlet", fmt::format("{} says that it was told or saw this itself.", who), claimed));
  }
  if (standing.credit) return;
  const SourceMark* byline = reading.find(MarkKind::byline);
  const SourceMark* own_byline = reading.find(MarkKind::outlet_byline);
  const SourceMark* dateline = reading.find(MarkKind::dateline);
  if (own_byline != nullptr) {
    standing.own.push_back(reason("outlet_byline",
                                  fmt::format("A byline names an author of {}.", who),
                                  {{index, own_byline->span}}));
  }
  const SourceMark* author = own_byline != nullptr ? own_byline : byline;
  if (author == nullptr) return;
  if (dateline != nullptr) {
    standing.own.push_back(reason("byline_dateline",
                                  fmt::format("{} names an author and the place of writing.", who),
                                  {{index, author->span}, {index, dateline->span}}));
  }
  if (quotations.size() >= min_unique_quotations && !standing.shared_credit) {
    std::vector<ArticleSpan> spans = {{index, author->span}};
    for (const Span quotation : quotations) spans.push_back({index, quotation});
    standing.own.push_back(
        reason("unique_quotations",
               fmt::format("{} names an author and has {} that no other article has.", who,
                           count_of(quotations.size(), "quotation")),
               std::move(spans)));
  }
}

}  // namespace

std::vector<Standing> find_standings(const StoryMaterial& material, const SharedText& shared) {
  std::set<SentenceRef> places;
  for (const SharedSentence& sentence : shared.sentences) {
    places.insert(sentence.places.begin(), sentence.places.end());
  }
  const CreditKeys keys(material);
  const std::vector<std::vector<Span>> quotations = unique_quotations(material);
  std::vector<Standing> standings(material.story.articles.size());
  for (std::size_t m = 0; m < standings.size(); ++m) {
    const ArticleIndex index = material.story.articles[m];
    const ArticleReading& reading = material.readings[index];
    Standing& standing = standings[m];
    standing.release = reading.find(MarkKind::release) != nullptr;
    for (const SourceMark& item : reading.marks.items) {
      std::optional<OriginKey>* slot = nullptr;
      if (item.kind == MarkKind::agency_file) slot = &standing.file;
      if (item.kind == MarkKind::credit) slot = &standing.credit;
      if (item.kind == MarkKind::shared_credit) slot = &standing.shared_credit;
      if (slot == nullptr) continue;
      const OriginKey key = keys.key(item.agencies);
      if (key == outlet_origin(material.articles[index], OriginKind::own)) {
        standing.own.push_back(reason(
            "own_credit", fmt::format("{} credits itself.", describe(material.articles[index])),
            {{index, item.span}}));
        continue;
      }
      // The most exact credit counts: one named agency before several, these before "agencies".
      const auto rank = [](const OriginKey& other) {
        return other.names.empty() ? SIZE_MAX : other.names.size();
      };
      if (!*slot || rank(key) < rank(**slot)) *slot = key;
    }
    add_own(standing, material, index, claims(material, index, places), quotations[m]);
  }
  return standings;
}

}  // namespace twosource
