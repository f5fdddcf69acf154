// Which fingerprints stand in more than one article?
//
// The fingerprints come as they stand in the texts: 32 bits of hash each, a million articles have
// 150 million. Equal ones must meet. A hash table of them would miss the cache with every look; so
// they are sorted instead, in three steps that each fit a cache:
//
//  1. slices by the upper bits of the hash, as many as keep a slice's keys (hash and ordinal in one
//     number) below some hundred megabytes; each thread works on one slice
//  2. the keys of a slice are dealt out to buckets by the next bits
//  3. each bucket, now small enough for the second-level cache, is sorted by two counting passes
//
// Neighbours with the same hash are one gram. Most stand alone and are dropped. What is left is
// written twice: gram by gram (where else does it stand?), article by article (what is in here?).
// An article asks for those before it: what thousands share is followed from the earliest ones, so
// none has to answer for all later ones at once.
//
// 32 bits would deceive two million times among 150 million fingerprints, and each time two texts
// would be looked at in vain. Eight bits more (the check) are compared inside a gram only.
#include "twosource/reuse/gram_index.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace twosource {
namespace {

constexpr std::size_t keys_in_slice = std::size_t{1} << 23U;   // 64 MB, and as much to sort
constexpr std::size_t keys_in_bucket = std::size_t{1} << 15U;  // 256 KB
constexpr std::size_t few_keys = 2048;                         // not worth the counters

std::uint32_t gram_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32U);
}
std::uint32_t ordinal_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key);
}

// How many bits make so many parts that none has much more than `wanted` of `count` keys.
unsigned bits_for(std::size_t count, std::size_t wanted) {
  return static_cast<unsigned>(std::bit_width(count / wanted));
}

struct SortRoom {
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> next;
};

// Sorts keys whose upper `known` bits are equal by the upper half; equal ones keep their order.
void sort_bucket(std::span<std::uint64_t> keys, unsigned known, SortRoom& room) {
  if (keys.size() < few_keys) {
    std::sort(keys.begin(), keys.end());  // by ordinal too, which is their order
    return;
  }
  const unsigned lower = (32 - known) / 2;
  const unsigned upper = 32 - known - lower;
  if (room.keys.size() < keys.size()) room.keys.resize(keys.size());
  const auto pass = [&](std::span<std::uint64_t> from, std::span<std::uint64_t> to, unsigned shift,
                        unsigned bits) {
    const std::size_t mask = (std::size_t{1} << bits) - 1;
    std::vector<std::uint32_t>& next = room.next;
    next.assign(mask + 1, 0);
    for (std::uint64_t key : from) ++next[(key >> shift) & mask];
    std::exclusive_scan(next.begin(), next.end(), next.begin(), 0U);
    for (std::uint64_t key : from) to[next[(key >> shift) & mask]++] = key;
  };
  pass(keys, room.keys, 32, lower);
  pass(std::span(room.keys).first(keys.size()), keys, 32 + lower, upper);
}

}  // namespace

void GramList::reserve(std::size_t articles, std::size_t fingerprints) {
  grams_.reserve(fingerprints);
  steps_.reserve(fingerprints);
  begins_.reserve(articles);
  first_.reserve(articles + 1);
}

void GramList::add_article(std::span<const Fingerprint> chosen, std::uint32_t begin) {
  std::uint32_t before = 0;
  for (const Fingerprint& fingerprint : chosen) {
    assert(fingerprint.word - before <= std::numeric_limits<std::uint8_t>::max());
    grams_.push_back(static_cast<std::uint32_t>(fingerprint.gram >> 32U));
    steps_.push_back({static_cast<std::uint8_t>(fingerprint.word - before),
                      static_cast<std::uint8_t>(fingerprint.gram)});
    before = fingerprint.word;
  }
  begins_.push_back(begin);
  first_.push_back(static_cast<std::uint32_t>(grams_.size()));
}

void GramList::append(const GramList& next) {
  const auto base = static_cast<std::uint32_t>(grams_.size());
  grams_.insert(grams_.end(), next.grams_.begin(), next.grams_.end());
  steps_.insert(steps_.end(), next.steps_.begin(), next.steps_.end());
  begins_.insert(begins_.end(), next.begins_.begin(), next.begins_.end());
  for (std::size_t i = 1; i < next.first_.size(); ++i) first_.push_back(base + next.first_[i]);
}

// What one slice of the hashes holds.
struct GramIndex::Slice {
  std::vector<Place> shared;            // gram by gram
  std::vector<std::uint32_t> ordinals;  // of each
  std::vector<Range> frequent;          // the followed places of frequent grams
  std::uint64_t dropped_repeats = 0;
};

class GramIndex::Builder {
 public:
  Builder(const GramList& grams, const PassageRules& rules)
      : list_(grams),
        rules_(rules),
        slice_bits_(bits_for(grams.size(), keys_in_slice)),
        bucket_bits_(std::max(slice_bits_, bits_for(grams.size(), keys_in_bucket))),
        bucket_sizes_(std::size_t{1} << bucket_bits_) {
    for (std::uint32_t gram : list_.grams_) ++bucket_sizes_[bucket_of(gram)];
    mark_blocks();
  }

  [[nodiscard]] std::size_t slices() const { return std::size_t{1} << slice_bits_; }

  [[nodiscard]] Slice make_slice(std::size_t slice) const {
    Slice made;
    SortRoom room;
    std::vector<std::uint64_t> keys = deal_out(slice);
    const std::size_t buckets = std::size_t{1} << (bucket_bits_ - slice_bits_);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
      const std::size_t size = bucket_sizes_[slice * buckets + i];
      const std::span<std::uint64_t> bucket = std::span(keys).subspan(begin, size);
      sort_bucket(bucket, bucket_bits_, room);
      add_grams(bucket, made);
      begin += size;
    }
    return made;
  }

 private:
  static constexpr std::uint32_t ordinals_in_block = 32;

  // Where a block of fingerprints begins, so that none has to be counted from far away.
  struct Block {
    ArticleIndex article;  // of its first fingerprint
    std::uint32_t word;    // of the fingerprint before, or where the article begins
  };

  struct Entry {
    Place place;
    std::uint32_t ordinal;
    std::uint8_t check;
  };

  [[nodiscard]] std::size_t bucket_of(std::uint32_t gram) const {
    return std::uint64_t{gram} << bucket_bits_ >> 32U;
  }

  void mark_blocks() {
    blocks_.reserve(list_.size() / ordinals_in_block + 2);
    for (std::size_t article = 0; article < list_.articles(); ++article) {
      std::uint32_t word = list_.begins_[article];
      for (std::uint32_t i = list_.first_[article]; i < list_.first_[article + 1]; ++i) {
        if (i % ordinals_in_block == 0) {
          blocks_.push_back({static_cast<ArticleIndex>(article), word});
        }
        word += list_.steps_[i].words;
      }
    }
    blocks_.push_back({static_cast<ArticleIndex>(list_.articles()), 0});
  }

  // The keys of a slice, bucket by bucket, in each by ordinal.
  [[nodiscard]] std::vector<std::uint64_t> deal_out(std::size_t slice) const {
    const std::size_t buckets = std::size_t{1} << (bucket_bits_ - slice_bits_);
    const std::size_t first = slice * buckets;
    std::vector<std::size_t> next(buckets);
    std::exclusive_scan(bucket_sizes_.begin() + static_cast<std::ptrdiff_t>(first),
                        bucket_sizes_.begin() + static_cast<std::ptrdiff_t>(first + buckets),
                        next.begin(), std::size_t{0});
    std::vector<std::uint64_t> keys(next.back() + bucket_sizes_[first + buckets - 1]);
    for (std::size_t ordinal = 0; ordinal < list_.size(); ++ordinal) {
      const std::uint32_t gram = list_.grams_[ordinal];
      const std::size_t bucket = bucket_of(gram) - first;
      if (bucket < buckets && !list_.shared_[ordinal]) {
        keys[next[bucket]++] = (std::uint64_t{gram} << 32U) | ordinal;
      }
    }
    return keys;
  }

  [[nodiscard]] ArticleIndex article_of(std::uint32_t ordinal) const {
    const auto begin = list_.first_.begin() + blocks_[ordinal / ordinals_in_block].article;
    const auto end = list_.first_.begin() + blocks_[ordinal / ordinals_in_block + 1].article;
    return static_cast<ArticleIndex>(std::upper_bound(begin + 1, end + 1, ordinal) - 1 -
                                     list_.first_.begin());
  }

  [[nodiscard]] Place place_of(ArticleIndex article, std::uint32_t ordinal) const {
    const std::uint32_t first = list_.first_[article];
    const std::uint32_t block = ordinal / ordinals_in_block;
    const std::uint32_t near = std::max(first, block * ordinals_in_block);
    std::uint32_t word = near == first ? list_.begins_[article] : blocks_[block].word;
    for (std::uint32_t i = near; i <= ordinal; ++i) word += list_.steps_[i].words;
    return {article & 0x7FFFFFFFU, 0, word & 0x7FFFFFFFU, 0};
  }

  void add_grams(std::span<const std::uint64_t> bucket, Slice& slice) const {
    std::vector<Entry> entries;
    for (std::size_t begin = 0; begin < bucket.size();) {
      std::size_t end = begin + 1;
      while (end < bucket.size() && gram_of(bucket[end]) == gram_of(bucket[begin])) ++end;
      if (end - begin > 1) add_hash(bucket.subspan(begin, end - begin), entries, slice);
      begin = end;
    }
  }

  // All fingerprints with the same 32 bits: one gram, hardly ever several.
  void add_hash(std::span<const std::uint64_t> keys, std::vector<Entry>& entries,
                Slice& slice) const {
    if (article_of(ordinal_of(keys.front())) == article_of(ordinal_of(keys.back()))) return;
    entries.clear();
    bool one_check = true;
    ArticleIndex article = 0;
    for (std::uint64_t key : keys) {
      const std::uint32_t ordinal = ordinal_of(key);
      if (entries.empty() || ordinal >= list_.first_[article + 1]) article = article_of(ordinal);
      const std::uint8_t check = list_.steps_[ordinal].check;
      entries.push_back({place_of(article, ordinal), ordinal, check});
      one_check = one_check && check == entries.front().check;
    }
    if (!one_check) {
      std::stable_sort(entries.begin(), entries.end(),
                       [](const Entry& x, const Entry& y) { return x.check < y.check; });
    }
    for (std::size_t begin = 0; begin < entries.size();) {
      std::size_t end = begin + 1;
      while (end < entries.size() && entries[end].check == entries[begin].check) ++end;
      add_gram(std::span(entries).subspan(begin, end - begin), slice);
      begin = end;
    }
  }

  // `gram` holds the places of one gram by article and place.
  void add_gram(std::span<const Entry> gram, Slice& slice) const {
    if (gram.front().place.article == gram.back().place.article) return;
    const std::size_t begin = slice.shared.size();
    std::size_t followed_end = begin;
    std::uint32_t articles = 0;
    std::uint32_t repeats = 0;
    for (const Entry& entry : gram) {
      if (slice.shared.size() == begin || slice.shared.back().article != entry.place.article) {
        ++articles;
        repeats = 0;
      }
      if (++repeats > rules_.repeats_followed) {
        ++slice.dropped_repeats;
        continue;
      }
      slice.shared.push_back(entry.place);
      slice.ordinals.push_back(entry.ordinal);
      if (articles <= rules_.articles_followed) followed_end = slice.shared.size();
    }
    slice.shared.back().last = 1;
    if (articles <= rules_.articles_all_pairs) return;
    slice.frequent.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(followed_end)});
    for (std::size_t i = begin; i < slice.shared.size(); ++i) slice.shared[i].frequent = 1;
  }

  const GramList& list_;
  PassageRules rules_;
  unsigned slice_bits_;
  unsigned bucket_bits_;
  std::vector<std::size_t> bucket_sizes_;
  std::vector<Block> blocks_;
};

GramIndex::GramIndex(GramList grams, const PassageRules& rules, Jobs jobs)
    : gram_words_(rules.gram_words) {
  grams.shared_.assign(grams.size(), false);
  shared_.reserve(grams.size());  // room that is not used costs nothing
  {
    const Builder builder(grams, rules);
    for (std::size_t begin = 0; begin < builder.slices(); begin += jobs.count) {
      std::vector<Slice> made(std::min<std::size_t>(jobs.count, builder.slices() - begin));
      parallel_for(jobs, made.size(),
                   [&](std::size_t i) { made[i] = builder.make_slice(begin + i); });
      for (const Slice& slice : made) add(slice, grams);
    }
  }
  // What is shared moves together, article by article.
  by_article_ = std::move(grams.grams_);
  first_.reserve(grams.articles() + 1);
  std::uint32_t kept = 0;
  for (std::size_t article = 0; article < grams.articles(); ++article) {
    first_.push_back(kept);
    for (std::uint32_t i = grams.first_[article]; i < grams.first_[article + 1]; ++i) {
      if (grams.shared_[i]) by_article_[kept++] = by_article_[i];
    }
  }
  first_.push_back(kept);
  grams = {};
  by_article_.resize(kept);
  by_article_.shrink_to_fit();
  for (const Range& range : frequent_) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      often_met_.push_back(shared_[i].article);
    }
  }
  std::sort(often_met_.begin(), often_met_.end());
  often_met_.erase(std::unique(often_met_.begin(), often_met_.end()), often_met_.end());
}

// No other slice will ask for these grams: their room takes up where they stand in shared_.
void GramIndex::add(const Slice& slice, GramList& grams) {
  const auto base = static_cast<std::uint32_t>(shared_.size());
  for (std::size_t i = 0; i < slice.ordinals.size(); ++i) {
    grams.grams_[slice.ordinals[i]] = base + static_cast<std::uint32_t>(i);
    grams.shared_[slice.ordinals[i]] = true;
  }
  shared_.insert(shared_.end(), slice.shared.begin(), slice.shared.end());
  for (const Range& range : slice.frequent) {
    frequent_.push_back({base + range.begin, base + range.end});
  }
  dropped_repeats_ += slice.dropped_repeats;
}

// The places of the same gram in earlier articles, as far as they are followed.
GramIndex::Range GramIndex::earlier(std::uint32_t place) const {
  const ArticleIndex article = shared_[place].article;
  if (shared_[place].frequent != 0) {
    Range range =
        *(std::upper_bound(frequent_.begin(), frequent_.end(), place,
                           [](std::uint32_t at, const Range& r) { return at < r.begin; }) -
          1);
    range.end = std::min(range.end, place);
    while (range.end > range.begin && shared_[range.end - 1].article == article) --range.end;
    return range;
  }
  Range range{place, place};
  while (range.begin > 0 && shared_[range.begin - 1].last == 0) --range.begin;
  while (range.end > range.begin && shared_[range.end - 1].article == article) --range.end;
  return range;
}

void GramIndex::add_hits_of(ArticleIndex b, std::vector<Hit>& hits) const {
  Range before;
  std::uint32_t before_word = 0;
  for (std::uint32_t i = first_[b]; i < first_[b + 1]; ++i) {
    const std::uint32_t here = by_article_[i];
    const std::uint32_t word = shared_[here].word;
    // A place whose gram before lay as far away as here in `b` continues that one's run, if the two
    // grams touch.
    const std::uint32_t step = word - before_word;  // means nothing for the first
    std::uint32_t known = step <= gram_words_ ? before.begin : before.end;
    const Range places = earlier(here);
    for (std::uint32_t p = places.begin; p < places.end; ++p) {
      const Place& place = shared_[p];
      const std::pair at(std::uint32_t{place.article}, std::uint32_t{place.word});
      const auto continued = [&] {
        return std::pair(std::uint32_t{shared_[known].article}, shared_[known].word + step);
      };
      while (known < before.end && continued() < at) ++known;
      if (known < before.end && continued() == at) continue;
      hits.push_back({place.article, b, place.word, word});
    }
    before = places;
    before_word = word;
  }
}

}  // namespace twosource
