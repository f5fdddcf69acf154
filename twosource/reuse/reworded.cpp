// Who told it in other words?
//
//     A   The Maren Dawn, a 92-metre vessel operated by Skarn Line, was 300 metres from its berth
//         when it hit the northern end of the breakwater at 7:40 p.m.
//     B   The 92-metre Maren Dawn, which belongs to the Skarn Line, collided with the mole's
//     northern
//         tip at 7:40 p.m., when only 300 metres separated it from its berth.
//
// Not three words in a row are equal, yet B was written from A. How can one tell? Not by this
// sentence alone: two reporters at the same quay have the same ship, hour and distance. But a
// reporter who writes from a text goes on to its next sentence, and tells its facts in its order,
// and has next to nothing of his own between. Over some sentences that does not happen by chance.
//
// 1. Sentences of two articles that share at least two rare words, names or numbers are candidates
//    (shared_terms.cpp), and so are their neighbours; one sentence may also stand for two.
// 2. Each candidate is matched word by word through lemmas and synonyms (sentence_match.cpp). One
//    that contradicts (another number, a "not") is out.
// 3. Candidates are chained in the order of both texts. A step gains what its sentences have in
//    common beyond half of what they say, and a skipped sentence costs. That is local alignment
//    (Smith and Waterman 1981) with sentences for letters and the merges of Gale and Church (1993).
// 4. A chain counts by its length and by how much of what either side says there the other says as
//    well: the fewer the sentences, the more. One sentence alone must be told word by word, in the
//    same order, with the same names and numbers.
//
// On 100 events told by three outlets each, where almost everything was written independently,
// no chain of three sentences is left. Sentences that stand in the other article anyhow (`copies`)
// are no candidates, but a chain that they frame needs less.
//
// Cost: linear in what rare words share, then the square of the sentences that do.
#include "twosource/reuse/reworded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "twosource/reuse/content.hpp"
#include "twosource/reuse/moved.hpp"
#include "twosource/reuse/quoted_words.hpp"
#include "twosource/reuse/sentence_chains.hpp"
#include "twosource/reuse/sentence_match.hpp"
#include "twosource/reuse/shared_terms.hpp"
#include "twosource/text/frequencies.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// A word in more articles than that is no lead; a story of that many articles has rarer ones.
constexpr std::uint32_t most_articles = 64;
constexpr std::uint32_t alike_terms = 4;
constexpr std::ptrdiff_t many_alike = 4;
// Who moves so many words in a row moves paragraphs; each is a copy of its own.
constexpr std::uint32_t block_words = 150;
// What the words of a moved stretch must weigh: as much as those of an edited copy.
constexpr double moved_bits = 110.0;

// What a chain of so many sentences must have in common, by the side that says more of its own.
// Read by hand on ground_news_2025 and basil: below, the sentences begin to be two reporters'
// accounts of one fact.
constexpr std::array<float, 7> needed_coverage = {1.0F, 0.85F, 0.75F, 0.6F, 0.55F, 0.55F, 0.5F};
constexpr std::array<float, 4> needed_bits = {0.0F, 85.0F, 140.0F, 150.0F};
// One or two sentences must keep the order of words, too.
constexpr float needed_order = 0.75F;
constexpr std::size_t few_steps = 2;

// The share of the pairs that stand in the same order on both sides.
float order_share(const Chain& chain) {
  std::size_t ordered = 0;
  std::size_t all = 0;
  for (const Step* step : chain) {
    std::vector<std::uint32_t> tails;  // of the longest ascending sequences
    for (const WordPair& pair : step->match.pairs) {
      const auto at = std::lower_bound(tails.begin(), tails.end(), pair.b);
      if (at == tails.end()) {
        tails.push_back(pair.b);
      } else {
        *at = pair.b;
      }
    }
    ordered += tails.size();
    all += step->match.pairs.size();
  }
  return static_cast<float>(ordered) / static_cast<float>(all);
}

// Sentences right before and behind the chain that both sides have in a copy: 0 to 2.
std::size_t context_of(const Chain& chain, const KnownSide& a, const KnownSide& b) {
  const Step& front = *chain.front();
  const Step& back = *chain.back();
  std::size_t context = 0;
  if (front.a > 0 && front.b > 0 && a.known[front.a - 1] && b.known[front.b - 1]) ++context;
  if (back.a_end() < a.known.size() && back.b_end() < b.known.size() && a.known[back.a_end()] &&
      b.known[back.b_end()]) {
    ++context;
  }
  return context;
}

// Whether the chain is a copy in other words, and not two accounts of the same facts.
bool is_rewording(const Chain& chain, const KnownSide& a, const KnownSide& b) {
  const Step& front = *chain.front();
  const Step& back = *chain.back();
  float a_matched = 0.0F;
  float b_matched = 0.0F;
  bool all_kept = true;
  for (const Step* step : chain) {
    a_matched += step->match.a_matched;
    b_matched += step->match.b_matched;
    all_kept = all_kept && !step->match.numbers_lost && !step->match.names_differ;
  }
  const std::size_t length = chain.size() + context_of(chain, a, b);
  const float coverage = std::min(a_matched / a.weight(front.a, back.a_end()),
                                  b_matched / b.weight(front.b, back.b_end()));
  const auto at = [](const auto& table, std::size_t i) {
    return table[std::min(i, table.size() - 1)];
  };
  if (coverage < at(needed_coverage, length)) return false;
  if (std::min(a_matched, b_matched) < at(needed_bits, chain.size())) return false;
  return chain.size() > few_steps || (all_kept && order_share(chain) >= needed_order);
}

// The words that stand for one another, with the equal words around each pair ("of the").
class RunMaker {
 public:
  RunMaker(const Article& a, const Analysis& in_a, const Article& b, const Analysis& in_b)
      : a_(a), in_a_(in_a), b_(b), in_b_(in_b) {}

  // Adds the pairs of a step whose words are [a_first, a_last) and [b_first, b_last).
  void add(const Step& step, const Rewording& bounds) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    a_taken_.assign(bounds.a_last - bounds.a_first, false);
    b_taken_.assign(bounds.b_last - bounds.b_first, false);
    for (const WordPair& pair : step.match.pairs) take(pair.a, pair.b, bounds, pairs);
    for (const WordPair& pair : step.match.pairs) {
      for (std::uint32_t i = 1; joins(pair.a - i, pair.b - i, bounds); ++i) {
        take(pair.a - i, pair.b - i, bounds, pairs);
      }
      for (std::uint32_t i = 1; joins(pair.a + i, pair.b + i, bounds); ++i) {
        take(pair.a + i, pair.b + i, bounds, pairs);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [i, j] : pairs) append(i, j);
  }

  std::vector<MeaningRun> runs;
  std::uint32_t equal_words = 0;

 private:
  using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

  void take(std::uint32_t i, std::uint32_t j, const Rewording& bounds, Pairs& pairs) {
    a_taken_[i - bounds.a_first] = true;
    b_taken_[j - bounds.b_first] = true;
    pairs.emplace_back(i, j);
  }

  // Places before the bounds are huge: the numbers have no sign.
  [[nodiscard]] bool joins(std::uint32_t i, std::uint32_t j, const Rewording& bounds) const {
    return i - bounds.a_first < a_taken_.size() && j - bounds.b_first < b_taken_.size() &&
           !a_taken_[i - bounds.a_first] && !b_taken_[j - bounds.b_first] && is_equal(i, j);
  }

  [[nodiscard]] bool is_equal(std::uint32_t i, std::uint32_t j) const {
    return in_a_.words[i].hash == in_b_.words[j].hash &&
           same_word(slice(a_.text, in_a_.words[i].span), slice(b_.text, in_b_.words[j].span));
  }

  void append(std::uint32_t i, std::uint32_t j) {
    const bool equal = is_equal(i, j);
    if (equal) ++equal_words;
    if (!runs.empty() && runs.back().equal == equal && runs.back().a + runs.back().size == i &&
        runs.back().b + runs.back().size == j) {
      ++runs.back().size;
    } else {
      runs.push_back({i, j, 1, equal});
    }
  }

  const Article& a_;
  const Analysis& in_a_;
  const Article& b_;
  const Analysis& in_b_;
  std::vector<bool> a_taken_;
  std::vector<bool> b_taken_;
};

// Which sentences lie in copies that are known, at least by half.
std::vector<bool> known_sentences(const ArticleContent& content, const Analysis& analysis,
                                  std::vector<Span> copied) {
  std::vector<bool> known(content.sentences.size(), false);
  std::sort(copied.begin(), copied.end());
  std::size_t next = 0;
  std::uint32_t end = 0;  // the farthest of the copies before `next`
  for (std::size_t i = 0; i < known.size() && !copied.empty(); ++i) {
    const SentenceContent& sentence = content.sentences[i];
    std::uint32_t covered = 0;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const Span word = analysis.words[w].span;
      while (next < copied.size() && copied[next].begin <= word.begin) {
        end = std::max(end, copied[next++].end);
      }
      covered += word.end <= end ? 1 : 0;
    }
    known[i] = 2 * covered >= sentence.last_word - sentence.first_word;
  }
  return known;
}

// Copies of one pair of articles, as positions in the list of all.
struct PairCopies {
  std::span<const Copy> all;
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] std::vector<Span> spans(Span Copy::*side) const {
    std::vector<Span> spans;
    for (std::size_t i = first; i < last; ++i) spans.push_back(all[i].*side);
    return spans;
  }
  // Whether two of them changed places.
  [[nodiscard]] bool cross() const {
    std::vector<std::pair<Span, Span>> places;
    for (std::size_t i = first; i < last; ++i) places.emplace_back(all[i].a_span, all[i].b_span);
    std::sort(places.begin(), places.end());
    return !std::is_sorted(places.begin(), places.end(),
                           [](const auto& x, const auto& y) { return x.second < y.second; });
  }
};

bool touch(Span x, Span y) {
  return x.begin < y.end && y.begin < x.end;
}

// What one article was found to share with later ones.
struct Found {
  std::vector<Rewording> rewordings;
  std::vector<std::size_t> replaced;
};

class RewordingFinder {
 public:
  RewordingFinder(std::span<const Article> articles, std::span<const Analysis> analyses,
                  std::span<const ArticleContent> contents, std::span<const Copy> copies)
      : articles_(articles), analyses_(analyses), contents_(contents), copies_(copies) {}

  // The rewordings between article a and the later ones.
  [[nodiscard]] Found find(const SharedTerms& shared, ArticleIndex a) const {
    Found found;
    const std::vector<SentencePair> pairs = shared.pairs_of(a);
    ChainSearch search(contents_[a]);
    for (std::size_t first = 0; first < pairs.size();) {
      std::size_t last = first;
      while (last < pairs.size() && pairs[last].b == pairs[first].b) ++last;
      compare(a, std::span(pairs).subspan(first, last - first), search, found);
      first = last;
    }
    return found;
  }

 private:
  void compare(ArticleIndex a, std::span<const SentencePair> seeds, ChainSearch& search,
               Found& found) const {
    const ArticleIndex b = seeds.front().b;
    const std::size_t first = found.rewordings.size();
    const PairCopies copies = copies_of(a, b);
    std::vector<Span> a_copied = copies.spans(&Copy::a_span);
    std::vector<Span> b_copied = copies.spans(&Copy::b_span);
    if (copies.cross() || any_alike(seeds, a, b)) {
      for (Rewording& stretch :
           find_moved(articles_[a], analyses_[a], a, articles_[b], analyses_[b], b)) {
        if (!replace(copies, stretch, found.replaced)) continue;
        a_copied.push_back(span_of(analyses_[a], stretch.a_first, stretch.a_last));
        b_copied.push_back(span_of(analyses_[b], stretch.b_first, stretch.b_last));
        found.rewordings.push_back(std::move(stretch));
      }
    }
    if (search.look_at(contents_[b], seeds)) {
      find_chains(a, b, search, a_copied, b_copied, found.rewordings);
    }
    std::sort(found.rewordings.begin() + static_cast<std::ptrdiff_t>(first), found.rewordings.end(),
              [](const Rewording& x, const Rewording& y) { return x.a_first < y.a_first; });
  }

  // NOLINTNEXTLINE(readability-function-size): both sides, and where the findings go
  void find_chains(ArticleIndex a, ArticleIndex b, ChainSearch& search,
                   const std::vector<Span>& a_copied, const std::vector<Span>& b_copied,
                   std::vector<Rewording>& found) const {
    const KnownSide left{contents_[a], known_sentences(contents_[a], analyses_[a], a_copied)};
    const KnownSide right{contents_[b], known_sentences(contents_[b], analyses_[b], b_copied)};
    for (const Chain& chain : search.find(left, right)) {
      if (is_rewording(chain, left, right)) add(a, b, chain, left, right, found);
    }
  }

  static Span span_of(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
    return {analysis.words[first].span.begin, analysis.words[last - 1].span.end};
  }

  [[nodiscard]] PairCopies copies_of(ArticleIndex a, ArticleIndex b) const {
    const std::pair pair(a, b);
    const auto first = std::partition_point(copies_.begin(), copies_.end(), [&](const Copy& copy) {
      return std::pair(copy.a, copy.b) < pair;
    });
    const auto last = std::partition_point(
        first, copies_.end(), [&](const Copy& copy) { return std::pair(copy.a, copy.b) == pair; });
    return {copies_, static_cast<std::size_t>(first - copies_.begin()),
            static_cast<std::size_t>(last - copies_.begin())};
  }

  // Whether two sentences share most of what they say by equal words, or many pairs of them share
  // something: these may be shuffled.
  [[nodiscard]] bool any_alike(std::span<const SentencePair> seeds, ArticleIndex a,
                               ArticleIndex b) const {
    const auto several = [](const SentencePair& seed) { return seed.terms >= alike_terms; };
    if (std::count_if(seeds.begin(), seeds.end(), several) >= many_alike) return true;
    return std::any_of(seeds.begin(), seeds.end(), [&](const SentencePair& seed) {
      const SentenceContent& x = contents_[a].sentences[seed.a_sentence];
      const SentenceContent& y = contents_[b].sentences[seed.b_sentence];
      return seed.terms >= alike_terms && 2 * seed.weight > std::max(x.weight, y.weight);
    });
  }

  // Widens a stretch by the copies that touch it on both sides and whose place it takes; they are
  // `replaced`. False where one of them is larger than the stretch itself or a block of its own.
  bool replace(const PairCopies& copies, Rewording& stretch,
               std::vector<std::size_t>& replaced) const {
    const Analysis& in_a = analyses_[stretch.a];
    const Analysis& in_b = analyses_[stretch.b];
    const Span a = span_of(in_a, stretch.a_first, stretch.a_last);
    const Span b = span_of(in_b, stretch.b_first, stretch.b_last);
    std::vector<std::size_t> inside;
    for (std::size_t i = copies.first; i < copies.last; ++i) {
      const Copy& copy = copies.all[i];
      if (!touch(copy.a_span, a) || !touch(copy.b_span, b)) continue;
      if (copy.equal_words > std::min(stretch.equal_words, block_words)) return false;
      inside.push_back(i);
    }
    for (const std::size_t i : inside) {
      const Copy& copy = copies.all[i];
      stretch.a_first = std::min(stretch.a_first, word_at(in_a, copy.a_span.begin));
      stretch.a_last = std::max(stretch.a_last, word_at(in_a, copy.a_span.end));
      stretch.b_first = std::min(stretch.b_first, word_at(in_b, copy.b_span.begin));
      stretch.b_last = std::max(stretch.b_last, word_at(in_b, copy.b_span.end));
    }
    const std::uint32_t longer =
        std::max(stretch.a_last - stretch.a_first, stretch.b_last - stretch.b_first);
    if (2 * stretch.equal_words < longer || !is_own(stretch)) return false;
    replaced.insert(replaced.end(), inside.begin(), inside.end());
    return true;
  }

  // Whether half of the equal words are quoted speech on neither side, and these weigh enough. Two
  // reporters who arrange the same quotations in their own order have not copied.
  [[nodiscard]] bool is_own(const Rewording& stretch) const {
    const Analysis& in_a = analyses_[stretch.a];
    const Analysis& in_b = analyses_[stretch.b];
    const std::vector<bool> a =
        quoted_words(in_a, stretch.a_first, stretch.a_last - stretch.a_first);
    const std::vector<bool> b =
        quoted_words(in_b, stretch.b_first, stretch.b_last - stretch.b_first);
    std::vector<std::uint64_t> own;
    for (const MeaningRun& run : stretch.runs) {
      for (std::uint32_t i = 0; i < run.size; ++i) {
        if (a[run.a - stretch.a_first + i] || b[run.b - stretch.b_first + i]) continue;
        own.push_back(in_a.words[run.a + i].hash);
      }
    }
    return 2 * own.size() >= stretch.equal_words &&
           PairFrequencies(in_a.language, in_b.language).bits_of(std::move(own)) >= moved_bits;
  }

  // The first word that does not begin before the byte.
  static std::uint32_t word_at(const Analysis& analysis, std::uint32_t byte) {
    const auto at = std::partition_point(analysis.words.begin(), analysis.words.end(),
                                         [&](const Word& word) { return word.span.begin < byte; });
    return static_cast<std::uint32_t>(at - analysis.words.begin());
  }

  // A sentence that is copied word for word in the middle of a chain cuts it in two.
  // NOLINTNEXTLINE(readability-function-size): both sides, and where the findings go
  void add(ArticleIndex a, ArticleIndex b, const Chain& chain, const KnownSide& left,
           const KnownSide& right, std::vector<Rewording>& found) const {
    for (std::size_t first = 0; first < chain.size();) {
      std::size_t last = first + 1;
      while (last < chain.size() && !left.any_known(chain[last - 1]->a_end(), chain[last]->a) &&
             !right.any_known(chain[last - 1]->b_end(), chain[last]->b)) {
        ++last;
      }
      found.push_back(make(a, b, std::span(chain).subspan(first, last - first)));
      first = last;
    }
  }

  [[nodiscard]] Rewording make(ArticleIndex a, ArticleIndex b,
                               std::span<const Step* const> steps) const {
    RunMaker runs(articles_[a], analyses_[a], articles_[b], analyses_[b]);
    for (const Step* step : steps) runs.add(*step, bounds_of(a, b, *step, *step));
    Rewording rewording = bounds_of(a, b, *steps.front(), *steps.back());
    rewording.equal_words = runs.equal_words;
    rewording.runs = std::move(runs.runs);
    return rewording;
  }

  [[nodiscard]] Rewording bounds_of(ArticleIndex a, ArticleIndex b, const Step& front,
                                    const Step& back) const {
    const std::vector<SentenceContent>& in_a = contents_[a].sentences;
    const std::vector<SentenceContent>& in_b = contents_[b].sentences;
    return {.a = a,
            .b = b,
            .a_first = in_a[front.a].first_word,
            .a_last = in_a[back.a_end() - 1].last_word,
            .b_first = in_b[front.b].first_word,
            .b_last = in_b[back.b_end() - 1].last_word,
            .runs = {}};
  }

  std::span<const Article> articles_;
  std::span<const Analysis> analyses_;
  std::span<const ArticleContent> contents_;
  std::span<const Copy> copies_;
};

}  // namespace

Rewordings find_rewordings(std::span<const Article> articles, std::span<const Analysis> analyses,
                           std::span<const Copy> copies, Jobs jobs) {
  const std::vector<ArticleContent> contents = read_contents(articles, analyses, jobs);
  const SharedTerms shared(contents, most_articles);
  const RewordingFinder finder(articles, analyses, contents, copies);
  std::vector<Found> parts(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    parts[i] = finder.find(shared, static_cast<ArticleIndex>(i));
  });
  Rewordings result;
  for (Found& part : parts) {
    std::move(part.rewordings.begin(), part.rewordings.end(), std::back_inserter(result.found));
    result.replaced.insert(result.replaced.end(), part.replaced.begin(), part.replaced.end());
  }
  std::sort(result.replaced.begin(), result.replaced.end());
  if (shared.frequent_terms() > 0) {
    result.limits.push_back(fmt::format(
        "{} words, names and numbers stand in more than {} articles each and were no lead to "
        "reworded sentences, so one that shares nothing rarer can be missing",
        shared.frequent_terms(), most_articles));
  }
  if (shared.repeated_terms() > 0) {
    result.limits.push_back(fmt::format(
        "{} words, names and numbers stand in more than {} sentences of one article each and led "
        "to reworded sentences from the first of them only, so one that shares nothing else can be "
        "missing",
        shared.repeated_terms(), most_sentences_of_word));
  }
  return result;
}

}  // namespace twosource
