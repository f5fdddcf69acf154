// All shared passages of a collection, without comparing all articles with all.
//
//  1. choose fingerprints of every body (fingerprints.cpp)
//  2. sort them: equal ones of different articles are hits (gram_index.cpp)
//  3. extend the first hit of each run to both sides until the words differ (compare.cpp)
//  4. join the runs of each pair to passages, bridging small edits (chain.cpp)
//
// With grams of 5 words and windows of 4, every run of 8 equal words holds a hit, so every maximal
// run of 8 is found and none twice.
//
// The words of an archive do not fit into memory, but its fingerprints do: 8 bytes for twenty of
// text. So the words are made for step 1 and dropped, and made again in step 3 for the articles at
// hand. To make them seldom, the articles are compared in blocks: each article of a block with all
// earlier ones that it shares a gram with. These stand in the same block, or a little before, or
// they are the few that frequent grams are followed from, whose words are kept.
//
// A text that thousands of articles share (a standing footer, an agency report that all print)
// would give millions of pairs. Its grams are followed from their 8 earliest articles only, so
// each later article still meets the earliest ones, the work stays linear, and `limits` says so.
#include "twosource/reuse/passages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "twosource/reuse/chain.hpp"
#include "twosource/reuse/compare.hpp"
#include "twosource/reuse/gram_index.hpp"

namespace twosource {
namespace {

// Articles are handed to threads in blocks, whose words an archive holds (10 KB an article).
constexpr std::size_t held_block = 64;
constexpr std::size_t archive_block = 512;
// Articles outside the block whose words are kept from one comparison to the next ones.
constexpr std::size_t kept_in_block = 64;
// Articles that frequent grams are followed from and whose words are kept all the time.
constexpr std::size_t kept_often_met = 16384;
// Blocks between two moments at which threads wait for each other.
constexpr std::size_t blocks_in_round = 32;

// Where the comparison takes its texts from.
class Texts {
 public:
  Texts() = default;
  Texts(const Texts&) = delete;
  Texts& operator=(const Texts&) = delete;
  virtual ~Texts() = default;

  [[nodiscard]] virtual std::size_t size() const = 0;
  [[nodiscard]] virtual std::size_t bytes() const = 0;
  /// One article with its words, which may lie in `room`.
  virtual WordText text(std::size_t i, std::vector<Word>& room) const = 0;
  /// The words around the hit's place in a will be asked for soon.
  virtual void fetch(const Hit& /*hit*/) const {}
};

class HeldTexts : public Texts {
 public:
  HeldTexts(std::span<const Article> articles, std::span<const Analysis> analyses) {
    texts_.reserve(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
      texts_.push_back({articles[i].text, analyses[i].words, analyses[i].body_word});
      bytes_ += articles[i].text.size();
    }
  }

  [[nodiscard]] std::size_t size() const override { return texts_.size(); }
  [[nodiscard]] std::size_t bytes() const override { return bytes_; }
  WordText text(std::size_t i, std::vector<Word>& /*room*/) const override { return texts_[i]; }
  void fetch(const Hit& hit) const override {
    const Word* word = &texts_[hit.a].words[hit.a_word];
    __builtin_prefetch(word);
    __builtin_prefetch(word + 4);  // a cache line holds four words
  }

 private:
  std::vector<WordText> texts_;
  std::size_t bytes_ = 0;
};

class ArchiveTexts : public Texts {
 public:
  explicit ArchiveTexts(std::span<const BodyText> texts) : texts_(texts) {}

  [[nodiscard]] std::size_t size() const override { return texts_.size(); }
  [[nodiscard]] std::size_t bytes() const override {
    std::size_t sum = 0;
    for (const BodyText& text : texts_) sum += text.text.size();
    return sum;
  }
  WordText text(std::size_t i, std::vector<Word>& room) const override {
    return read_words(texts_[i], room);
  }

 private:
  std::span<const BodyText> texts_;
};

// What the articles of one block share with earlier ones, by b, a and place in a.
struct Found {
  std::vector<Passage> passages;
  std::vector<WordRun> runs;
  std::vector<AlignedRun> places;  // of the runs in the texts, where wanted
};

class Finder {
 public:
  Finder(const Texts& texts, const PassageRules& rules, std::size_t block)
      : texts_(texts), rules_(rules), block_(block) {}

  [[nodiscard]] std::size_t blocks() const { return (texts_.size() + block_ - 1) / block_; }

  [[nodiscard]] GramIndex make_index(Jobs jobs) const {
    GramList all;
    // Six bytes a word, two of window + 1 grams chosen, and a quarter more to be safe.
    all.reserve(texts_.size(), texts_.bytes() / (rules_.window_grams + 1) * 2 / 5);
    for (std::size_t begin = 0; begin < blocks(); begin += blocks_in_round) {
      std::vector<GramList> parts(std::min(blocks_in_round, blocks() - begin));
      parallel_for(jobs, parts.size(), [&](std::size_t i) { parts[i] = choose(begin + i); });
      for (const GramList& part : parts) all.append(part);
    }
    return GramIndex(std::move(all), rules_, jobs);
  }

  // Makes the words of the articles that many others meet, once for all.
  void keep_often_met(const GramIndex& index, Jobs jobs) {
    const std::size_t count = std::min(kept_often_met, index.often_met().size());
    often_met_.assign(index.often_met().begin(),
                      index.often_met().begin() + static_cast<std::ptrdiff_t>(count));
    kept_.resize(count);
    parallel_for(jobs, count, [&](std::size_t i) { kept_[i] = make_side(often_met_[i], {}); });
  }

  // The passages of the articles of one block with earlier ones.
  [[nodiscard]] Found passages(const GramIndex& index, std::size_t block, bool with_places) const {
    const std::size_t begin = block * block_;
    const std::size_t end = std::min(texts_.size(), begin + block_);
    std::vector<Hit> hits;
    for (std::size_t b = begin; b < end; ++b) {
      index.add_hits_of(static_cast<ArticleIndex>(b), hits);
    }
    sort_hits(hits);
    Sides sides(*this, begin, end);
    Found found;
    for (std::size_t first = 0; first < hits.size();) {
      const Hit& hit = hits[first];
      std::size_t last = first + 1;
      while (last < hits.size() && hits[last].b == hit.b && hits[last].a == hit.a) ++last;
      // Each earlier article lies somewhere else in memory; half of the time would go by waiting.
      if (last < hits.size()) texts_.fetch(hits[last]);
      const WordText b = sides.of(hit.b);
      const WordText a = sides.of(hit.a);
      const std::size_t known = found.runs.size();
      compare_pair(a, b, std::span(hits).subspan(first, last - first), rules_, found.passages,
                   found.runs);
      if (with_places) {
        for (std::size_t i = known; i < found.runs.size(); ++i) {
          found.places.push_back(place_of(found.runs[i], a, b));
        }
      }
      first = last;
    }
    return found;
  }

 private:
  struct Side {
    std::vector<Word> room;
    WordText text;
    bool made = false;
    std::size_t article = 0;
  };

  // The words that the comparisons of one block ask for.
  class Sides {
   public:
    Sides(const Finder& finder, std::size_t begin, std::size_t end)
        : finder_(finder), begin_(begin), block_(end - begin), others_(kept_in_block) {}

    // Valid until another article outside the block is asked for.
    WordText of(std::size_t article) {
      if (article >= begin_) return made(block_[article - begin_], article);
      const std::vector<ArticleIndex>& kept = finder_.often_met_;
      const auto known = std::lower_bound(kept.begin(), kept.end(), article);
      if (known != kept.end() && *known == article) {
        return finder_.kept_[static_cast<std::size_t>(known - kept.begin())].text;
      }
      return made(others_[article % kept_in_block], article);
    }

   private:
    WordText made(Side& side, std::size_t article) {
      if (!side.made || side.article != article) {
        side = finder_.make_side(article, std::move(side.room));
      }
      return side.text;
    }

    const Finder& finder_;
    std::size_t begin_;
    std::vector<Side> block_;
    std::vector<Side> others_;
  };

  [[nodiscard]] Side make_side(std::size_t article, std::vector<Word> room) const {
    Side side;
    side.room = std::move(room);
    side.text = texts_.text(article, side.room);
    side.made = true;
    side.article = article;
    return side;
  }

  [[nodiscard]] GramList choose(std::size_t block) const {
    const std::size_t begin = block * block_;
    const std::size_t end = std::min(texts_.size(), begin + block_);
    FingerprintSelector selector(rules_.gram_words, rules_.window_grams);
    GramList chosen;
    std::vector<Word> room;
    for (std::size_t i = begin; i < end; ++i) {
      const WordText text = texts_.text(i, room);
      chosen.add_article(selector.select(text.words.subspan(text.body_word)), text.body_word);
    }
    return chosen;
  }

  const Texts& texts_;
  PassageRules rules_;
  std::size_t block_;
  std::vector<ArticleIndex> often_met_;
  std::vector<Side> kept_;  // of these
};

// The parts lie by b, then a, then place; a stable count by a gives the order of the contract.
Passages by_first_article(std::vector<Found> parts, std::size_t articles) {
  std::vector<std::size_t> next(articles + 1, 0);
  std::size_t runs = 0;
  for (const Found& part : parts) {
    for (const Passage& passage : part.passages) ++next[passage.a + std::size_t{1}];
    runs += part.runs.size();
  }
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  struct Source {
    std::uint32_t part;
    std::uint32_t passage;
  };
  std::vector<Source> order(next.back());
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    for (std::uint32_t i = 0; i < parts[part].passages.size(); ++i) {
      order[next[parts[part].passages[i].a]++] = {part, i};
    }
  }
  Passages found;
  found.passages.reserve(order.size());
  found.runs.reserve(runs);
  for (const Source& source : order) {
    const Found& part = parts[source.part];
    Passage passage = part.passages[source.passage];
    const auto first = part.runs.begin() + static_cast<std::ptrdiff_t>(passage.first_run);
    passage.first_run = static_cast<std::uint32_t>(found.runs.size());
    found.passages.push_back(passage);
    found.runs.insert(found.runs.end(), first,
                      first + static_cast<std::ptrdiff_t>(passage.run_count));
  }
  return found;
}

std::vector<std::string> name_limits(const GramIndex& index, const PassageRules& rules) {
  std::vector<std::string> limits;
  if (index.frequent_grams() > 0) {
    limits.push_back(fmt::format(
        "{} sequences of {} words stand in more than {} articles each; each was followed only from "
        "the {} earliest of its articles, so a passage made of nothing else can be missing between "
        "two later ones",
        index.frequent_grams(), rules.gram_words, rules.articles_all_pairs,
        rules.articles_followed));
  }
  if (index.dropped_repeats() > 0) {
    limits.push_back(fmt::format(
        "{} repetitions of a sequence of {} words inside one article were not followed (more than "
        "{} in that article), so a passage made of nothing else can be missing",
        index.dropped_repeats(), rules.gram_words, rules.repeats_followed));
  }
  return limits;
}

}  // namespace

Passages find_passages(std::span<const Article> articles, std::span<const Analysis> analyses,
                       Jobs jobs, const PassageRules& rules) {
  const HeldTexts texts(articles, analyses);
  const Finder finder(texts, rules, held_block);
  const GramIndex index = finder.make_index(jobs);
  std::vector<Found> parts(finder.blocks());
  parallel_for(jobs, parts.size(),
               [&](std::size_t i) { parts[i] = finder.passages(index, i, false); });

  Passages found = by_first_article(std::move(parts), articles.size());
  found.limits = name_limits(index, rules);
  return found;
}

std::vector<std::string> find_archive_passages(
    std::span<const BodyText> texts, Jobs jobs, const PassageRules& rules,
    const std::function<void(const PlacedPassages&)>& take) {
  const ArchiveTexts source(texts);
  Finder finder(source, rules, archive_block);
  const GramIndex index = finder.make_index(jobs);
  finder.keep_often_met(index, jobs);
  for (std::size_t begin = 0; begin < finder.blocks(); begin += blocks_in_round) {
    std::vector<PlacedPassages> parts(std::min(blocks_in_round, finder.blocks() - begin));
    parallel_for(jobs, parts.size(), [&](std::size_t i) {
      Found found = finder.passages(index, begin + i, true);
      parts[i] = {std::move(found.passages), std::move(found.places)};
    });
    for (const PlacedPassages& part : parts) {
      if (!part.passages.empty()) take(part);
    }
  }
  return name_limits(index, rules);
}

}  // namespace twosource
