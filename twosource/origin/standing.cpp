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

/// Which article has which five words in a row. Looked up, never walked.
using Grams = std::unordered_map<std::uint64_t, ArticleIndex>;
constexpr ArticleIndex several_articles = UINT32_MAX;

Grams collect_grams(const StoryMaterial& material) {
  Grams grams;
  for (const ArticleIndex article : material.story.articles) {
    const std::vector<Word>& words = material.analyses[article].words;
    for (std::size_t i = 0; i + gram_words <= words.size(); ++i) {
      const auto [at, fresh] = grams.emplace(gram_at(words, i), article);
      if (!fresh && at->second != article) at->second = several_articles;
    }
  }
  return grams;
}

/// The words of a part of a text.
std::span<const Word> words_in(const Analysis& analysis, Span part) {
  const auto begin_of = [](const Word& word) { return word.span.begin; };
  const auto first = std::ranges::lower_bound(analysis.words, part.begin, {}, begin_of);
  const auto last = std::ranges::lower_bound(analysis.words, part.end, {}, begin_of);
  return {first, last};
}

/// Quotations of an article that no other article of the story has.
std::vector<Span> unique_quotations(const Analysis& analysis, ArticleIndex article,
                                    const Grams& grams) {
  std::vector<Span> unique;
  for (const Quotation& quotation : analysis.quotations) {
    const std::span<const Word> words = words_in(analysis, quotation.content);
    if (words.size() < min_quotation_words) continue;
    bool alone = true;
    for (std::size_t i = 0; alone && i + gram_words <= words.size(); ++i) {
      alone = grams.find(gram_at(words, i))->second == article;
    }
    if (alone) unique.push_back(quotation.span);
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
             const std::vector<ArticleSpan>& claimed, const std::vector<Span>& quotations) {
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

/// The most exact credit counts: one named agency before several, these before "agencies".
void keep_most_exact(std::optional<OriginKey>& slot, const OriginKey& key) {
  const auto rank = [](const OriginKey& other) {
    return other.names.empty() ? SIZE_MAX : other.names.size();
  };
  if (!slot || rank(key) < rank(*slot)) slot = key;
}

void add_credits(Standing& standing, const StoryMaterial& material, ArticleIndex index,
                 const CreditKeys& keys) {
  const Article& article = material.articles[index];
  for (const SourceMark& mark : material.readings[index].marks.items) {
    std::optional<OriginKey>* slot = nullptr;
    if (mark.kind == MarkKind::agency_file) slot = &standing.file;
    if (mark.kind == MarkKind::credit || mark.kind == MarkKind::reprint) slot = &standing.credit;
    if (mark.kind == MarkKind::shared_credit) slot = &standing.shared_credit;
    // "CNN's X contributed to this report", in CNN's own, credits itself; elsewhere it says
    // nothing.
    if (slot == nullptr && mark.kind != MarkKind::contribution) continue;
    const OriginKey key = keys.key(mark);
    if (key == outlet_origin(article, OriginKind::own)) {
      standing.own.push_back(reason("own_credit",
                                    fmt::format("{} credits itself.", describe(article)),
                                    {{index, mark.span}}));
    } else if (slot != nullptr) {
      keep_most_exact(*slot, key);
    }
  }
}

/// The standings of the articles of the outlet whose own reporting this key is.
std::vector<std::size_t> members_of(const StoryMaterial& material, const OriginKey& outlet) {
  std::vector<std::size_t> members;
  for (std::size_t m = 0; m < material.story.articles.size(); ++m) {
    const Article& article = material.articles[material.story.articles[m]];
    if (outlet_origin(article, OriginKind::own) == outlet) members.push_back(m);
  }
  return members;
}

/// What an article is as a whole.
OriginKey whole_of(const Standing& standing, const Article& article) {
  if (standing.file) return *standing.file;
  if (standing.credit) return *standing.credit;
  return outlet_origin(article, standing.own.empty() ? OriginKind::unclear : OriginKind::own);
}

/// One print of a text, and the article of the outlet that its note names. `said` is the note.
void follow(Standing& print, Standing& source, const Article& article, bool feed, Reason said) {
  if (!feed && !source.file && !source.credit && !source.shared_credit) {
    source.own.push_back(std::move(said));
  }
  print.credit = whole_of(source, article);
  if (feed) print.own.clear();
}

/// What is reprinted from an outlet of the story is what that outlet's article is: an agency's
/// where it credits one. Otherwise an editor's note shows that the outlet wrote it; a machine's
/// does not.
void follow_reprints(std::vector<Standing>& standings, const StoryMaterial& material,
                     const CreditKeys& keys) {
  for (std::size_t m = 0; m < standings.size(); ++m) {
    const ArticleIndex index = material.story.articles[m];
    const ArticleReading& reading = material.readings[index];
    const SourceMark* note = reading.find(MarkKind::reprint);
    if (note == nullptr) note = reading.find(MarkKind::feed_copy);
    if (note == nullptr) continue;
    const OriginKey key = keys.key(*note);
    const bool feed = note->kind == MarkKind::feed_copy;
    if (feed ? standings[m].credit.has_value() : standings[m].credit != key) continue;
    for (const std::size_t source : members_of(material, key)) {
      if (source == m || standings[source].release) continue;
      const Article& first = material.articles[material.story.articles[source]];
      follow(standings[m], standings[source], first, feed,
             reason("reprint",
                    fmt::format("{} says that it reprints a text of {}.",
                                describe(material.articles[index]), describe(first)),
                    {{index, note->span}}));
    }
  }
}

}  // namespace

std::vector<Standing> find_standings(const StoryMaterial& material, const SharedText& shared) {
  std::set<SentenceRef> places;
  for (const SharedSentence& sentence : shared.sentences) {
    places.insert(sentence.places.begin(), sentence.places.end());
  }
  const CreditKeys keys(material);
  const Grams grams = collect_grams(material);
  const bool alone = material.story.articles.size() < 2;  // then everything is unique
  std::vector<Standing> standings(material.story.articles.size());
  for (std::size_t m = 0; m < standings.size(); ++m) {
    const ArticleIndex index = material.story.articles[m];
    Standing& standing = standings[m];
    standing.release = material.readings[index].find(MarkKind::release) != nullptr;
    add_credits(standing, material, index, keys);
    std::vector<Span> quotations;
    if (!alone) quotations = unique_quotations(material.analyses[index], index, grams);
    add_own(standing, material, index, claims(material, index, places), quotations);
  }
  follow_reprints(standings, material, keys);
  return standings;
}

}  // namespace twosource
