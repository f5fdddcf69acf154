// Near-duplicates: which of a million articles are the same one, a little changed?
//
// Problem. Two articles are near-duplicates if the sets of their grams, five words in a row, have a
// Jaccard index of one half or more. Comparing all pairs is out of the question, and even an index
// of all grams costs more than reading the text.
//
// Idea. Grams are hashed; call a hash small if few of the text's hashes are below it. Take the 16
// smallest of each text as its sketch. Of the 16 smallest hashes of two texts together, each is in
// both texts with a probability equal to the Jaccard index, and one that is in both is in both
// sketches. So the number of shared hashes in the sketches of a pair at the threshold is as the
// number of heads of 16 coins: at least 3 in 998 of 1,000 cases, and above the threshold more
// often. Every pair of sketches with so many is a candidate, and candidates are compared on all
// their grams.
//
//     text        words -> grams -> sketch of 16        one pass, nothing but the sketch is kept
//     collection  sketches sorted by hash -> pairs that share 3 or more -> exact Jaccard index
//
// Sixteen hashes for an article are few, and one hash that is shared already tells much: no
// banding, no second hash function.
//
// A. Broder: On the resemblance and containment of documents, Sequences 1997, has the sketch of the
// smallest hashes; P. Li, C. Koenig: b-Bit Minwise Hashing, WWW 2010, and others have many hash
// functions or bins instead, which is what one needs to compare sketches alone. Here the text is
// at hand, so a sketch has only to find.
//
// Repetition. Texts with the same grams are folded into the first of them before pairs are made. A
// gram that stands in more than `articles_all_pairs` texts (a footer, or a thousand variants of one
// text) leads each of them to the first ones only, and the result says so.
#include "twosource/reuse/near_duplicates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "twosource/reuse/hash_set.hpp"
#include "twosource/reuse/sketch.hpp"

namespace twosource {
namespace {

using Hashes = std::vector<std::uint64_t>;

// Works on texts in parts, each part with its own buffers.
constexpr std::size_t part_size = 256;

template <class Body>
void for_parts(Jobs jobs, std::size_t count, std::size_t size, const Body& body) {
  parallel_for(jobs, (count + size - 1) / size,
               [&](std::size_t part) { body(part * size, std::min(count, (part + 1) * size)); });
}

template <class Body>
void for_parts(Jobs jobs, std::size_t count, const Body& body) {
  for_parts(jobs, count, part_size, body);
}

class Finder {
 public:
  Finder(std::span<const std::string_view> texts, Jobs jobs, const NearDuplicateRules& rules)
      : texts_(texts), jobs_(jobs), rules_(rules), size_(sketch_size(rules.threshold)) {}

  NearDuplicates find() {
    make_sketches();
    fold_same();
    sort_sketches();
    note_groups();
    find_candidates();
    verify();
    return std::move(found_);
  }

 private:
  // A hash of a sketch, sorted among all of them.
  struct Entry {
    std::uint64_t hash = 0;
    ArticleIndex text = 0;
    std::uint32_t place = 0;  // in the sketch
  };

  [[nodiscard]] std::uint64_t* sketch_of(std::size_t text) {
    return hashes_.data() + text * size_.hashes;
  }
  [[nodiscard]] const std::uint64_t* sketch_of(std::size_t text) const {
    return hashes_.data() + text * size_.hashes;
  }

  void make_sketches() {
    sketches_.resize(texts_.size());
    hashes_.resize(texts_.size() * size_.hashes);
    for_parts(jobs_, texts_.size(), [&](std::size_t begin, std::size_t end) {
      Sketcher sketcher(rules_.gram_words, size_.hashes);
      for (std::size_t i = begin; i < end; ++i) {
        sketches_[i] = sketcher.sketch(texts_[i], sketch_of(i));
      }
    });
  }

  // The distinct grams of one text.
  [[nodiscard]] Hashes distinct_grams(ArticleIndex text, std::vector<Word>& words,
                                      HashSet& set) const {
    read_all_words(texts_[text], words);
    Hashes grams;
    grams.reserve(words.size());
    set.reset(words.size());
    for_each_gram(words, rules_.gram_words, [&](std::uint64_t gram) {
      if (set.insert(gram)) grams.push_back(gram);
    });
    return grams;
  }

  // True if both have the same grams: nearly always their bytes are the same already.
  [[nodiscard]] bool same_grams(ArticleIndex a, ArticleIndex b) const {
    if (texts_[a] == texts_[b]) return true;
    std::vector<Word> words;
    HashSet set;
    Hashes first = distinct_grams(a, words, set);
    Hashes second = distinct_grams(b, words, set);
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    return first == second;
  }

  // Texts with the same grams, as often, have the same sum.
  void fold_same() {
    std::vector<ArticleIndex> order;
    for (ArticleIndex i = 0; i < sketches_.size(); ++i) {
      if (sketches_[i].size > 0) order.push_back(i);
    }
    const auto key = [&](ArticleIndex i) {
      return std::tuple(sketches_[i].sum, sketches_[i].grams, i);
    };
    std::sort(order.begin(), order.end(),
              [&](ArticleIndex a, ArticleIndex b) { return key(a) < key(b); });
    folded_.assign(sketches_.size(), false);
    ArticleIndex first = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const bool same = i > 0 && sketches_[order[i]].sum == sketches_[first].sum &&
                        sketches_[order[i]].grams == sketches_[first].grams &&
                        same_grams(first, order[i]);
      if (!same) {
        first = order[i];
        continue;
      }
      folded_[order[i]] = true;
      found_.same.push_back({order[i], first});
    }
    std::sort(found_.same.begin(), found_.same.end());
  }

  // Calls `body` with every hash of every sketch that is not folded into another.
  template <class Body>
  void each_entry(const Body& body) const {
    for (ArticleIndex i = 0; i < sketches_.size(); ++i) {
      if (folded_[i]) continue;
      const std::uint64_t* hashes = sketch_of(i);
      for (std::uint32_t k = 0; k < sketches_[i].size; ++k) body(Entry{hashes[k], i, k});
    }
  }

  // Sorts the hashes of all sketches. The low bits choose a bucket of about sixty, and each bucket
  // is sorted by itself, in the first cache.
  void sort_sketches() {
    std::size_t count = 0;
    each_entry([&](const Entry&) { ++count; });
    const std::size_t buckets = std::bit_ceil(count / 64 + 1);
    std::vector<std::size_t> ends(buckets + 1);
    each_entry([&](const Entry& entry) { ++ends[(entry.hash & (buckets - 1)) + 1]; });
    for (std::size_t i = 1; i <= buckets; ++i) ends[i] += ends[i - 1];
    entries_.resize(count);
    each_entry([&](const Entry& entry) { entries_[ends[entry.hash & (buckets - 1)]++] = entry; });
    for_parts(jobs_, buckets, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        sort_bucket(std::span(entries_).subspan(i == 0 ? 0 : ends[i - 1],
                                                ends[i] - (i == 0 ? 0 : ends[i - 1])));
      }
    });
  }

  static void sort_bucket(std::span<Entry> bucket) {
    std::sort(bucket.begin(), bucket.end(), [](const Entry& x, const Entry& y) {
      return x.hash != y.hash ? x.hash < y.hash : x.text < y.text;
    });
  }

  // Notes for each hash of each sketch where those equal to it begin.
  void note_groups() {
    groups_.assign(hashes_.size(), none);
    std::size_t limited = 0;
    std::size_t largest = 0;
    for (std::size_t begin = 0; begin < entries_.size();) {
      std::size_t end = begin + 1;
      while (end < entries_.size() && entries_[end].hash == entries_[begin].hash) ++end;
      for (std::size_t i = begin + 1; i < end; ++i) {
        const Entry& entry = entries_[i];
        groups_[std::size_t{entry.text} * size_.hashes + entry.place] =
            static_cast<std::uint32_t>(begin);
      }
      if (end - begin > rules_.articles_all_pairs + 1) {
        ++limited;
        largest = std::max(largest, end - begin);
      }
      begin = end;
    }
    if (limited == 0) return;
    found_.limits.push_back(fmt::format(
        "{} sampled sequences of {} words stand in more than {} different articles (the most "
        "frequent in {}); through them each was compared with the first {} only",
        limited, rules_.gram_words, rules_.articles_all_pairs, largest, rules_.articles_all_pairs));
  }

  // Pairs at the threshold share at least so many grams of all, so short texts need fewer.
  [[nodiscard]] std::uint32_t needed(const Sketch& a, const Sketch& b) const {
    const double shared = rules_.threshold / (1.0 + rules_.threshold) * (a.size + b.size);
    return std::min(size_.shared, static_cast<std::uint32_t>(std::ceil(shared - 1e-9)));
  }

  // Of the smallest hashes of two texts together, how many are in both?
  [[nodiscard]] std::uint32_t shared_of_smallest(ArticleIndex a, ArticleIndex b) const {
    const std::uint64_t* x = sketch_of(a);
    const std::uint64_t* y = sketch_of(b);
    const std::uint64_t* const x_end = x + sketches_[a].size;
    const std::uint64_t* const y_end = y + sketches_[b].size;
    std::uint32_t shared = 0;
    for (std::uint32_t i = 0; i < size_.hashes && x != x_end && y != y_end; ++i) {
      const std::uint64_t first = *x;
      const std::uint64_t second = *y;
      shared += static_cast<std::uint32_t>(first == second);
      x += static_cast<std::ptrdiff_t>(first <= second);
      y += static_cast<std::ptrdiff_t>(second <= first);
    }
    return shared;
  }

  // For each text the earlier ones whose sketches share enough.
  void find_candidates() {
    candidates_.resize(texts_.size());
    // Few parts: each counts for all texts.
    const std::size_t size = std::max(part_size, texts_.size() / 64);
    for_parts(jobs_, texts_.size(), size, [&](std::size_t begin, std::size_t end) {
      std::vector<std::uint16_t> counts(texts_.size());
      std::vector<ArticleIndex> partners;
      for (std::size_t i = begin; i < end; ++i) {
        const auto text = static_cast<ArticleIndex>(i);
        if (folded_[text]) continue;
        count_partners(text, counts, partners);
        for (ArticleIndex partner : partners) {
          const std::uint32_t enough = needed(sketches_[text], sketches_[partner]);
          if (counts[partner] >= enough && shared_of_smallest(text, partner) >= enough) {
            candidates_[text].push_back(partner);
          }
          counts[partner] = 0;
        }
        std::sort(candidates_[text].begin(), candidates_[text].end());
      }
    });
  }

  // The earlier texts of every group that the text is in, and in how many of them each is.
  void count_partners(ArticleIndex text, std::vector<std::uint16_t>& counts,
                      std::vector<ArticleIndex>& partners) const {
    partners.clear();
    for (std::uint32_t k = 0; k < sketches_[text].size; ++k) {
      const std::uint32_t group = groups_[std::size_t{text} * size_.hashes + k];
      if (group == none) continue;
      for (std::uint32_t i = 0; i < rules_.articles_all_pairs; ++i) {
        const ArticleIndex partner = entries_[group + i].text;
        if (partner >= text) break;  // the text itself is in the group
        if (counts[partner]++ == 0) partners.push_back(partner);
      }
    }
  }

  // The distinct grams of all texts that are or have a candidate.
  [[nodiscard]] std::vector<Hashes> read_candidates() const {
    std::vector<bool> wanted(texts_.size());
    for (ArticleIndex i = 0; i < texts_.size(); ++i) {
      for (ArticleIndex partner : candidates_[i]) wanted[partner] = wanted[i] = true;
    }
    std::vector<Hashes> grams(texts_.size());
    for_parts(jobs_, texts_.size(), [&](std::size_t begin, std::size_t end) {
      std::vector<Word> words;
      HashSet set;
      for (std::size_t i = begin; i < end; ++i) {
        if (wanted[i]) grams[i] = distinct_grams(static_cast<ArticleIndex>(i), words, set);
      }
    });
    return grams;
  }

  void verify() {
    const std::vector<Hashes> grams = read_candidates();
    std::vector<std::vector<NearDuplicate>> verified(texts_.size());
    for_parts(jobs_, texts_.size(), [&](std::size_t begin, std::size_t end) {
      HashSet set;
      for (std::size_t i = begin; i < end; ++i) {
        verified[i] = verify_text(static_cast<ArticleIndex>(i), grams, set);
      }
    });
    for (const auto& pairs : verified) {
      found_.pairs.insert(found_.pairs.end(), pairs.begin(), pairs.end());
    }
    std::sort(found_.pairs.begin(), found_.pairs.end());
  }

  // The candidates of one text that reach the threshold.
  [[nodiscard]] std::vector<NearDuplicate> verify_text(ArticleIndex text,
                                                       const std::vector<Hashes>& grams,
                                                       HashSet& set) const {
    std::vector<NearDuplicate> pairs;
    if (candidates_[text].empty()) return pairs;
    set.reset(grams[text].size());
    for (std::uint64_t gram : grams[text]) set.insert(gram);
    for (ArticleIndex partner : candidates_[text]) {
      const double index = jaccard(set, grams[text].size(), grams[partner]);
      if (index >= rules_.threshold) pairs.push_back({partner, text, index});
    }
    return pairs;
  }

  // The index of a set and a list of distinct grams; 0 as soon as it cannot reach the threshold.
  [[nodiscard]] double jaccard(const HashSet& a, std::size_t a_size, const Hashes& b) const {
    const auto index = [&](std::size_t shared) {
      return static_cast<double>(shared) / static_cast<double>(a_size + b.size() - shared);
    };
    constexpr std::size_t step = 32;
    std::size_t shared = 0;
    for (std::size_t begin = 0; begin < b.size(); begin += step) {
      const std::size_t end = std::min(b.size(), begin + step);
      for (std::size_t i = begin; i < end; ++i)
        shared += static_cast<std::size_t>(a.contains(b[i]));
      const std::size_t most = std::min(a_size, shared + b.size() - end);
      if (index(most) < rules_.threshold) return 0.0;
    }
    return index(shared);
  }

  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::span<const std::string_view> texts_;
  Jobs jobs_;
  NearDuplicateRules rules_;
  SketchSize size_;
  std::vector<Sketch> sketches_;
  Hashes hashes_;                      // the sketches, `size_.hashes` for each text
  std::vector<bool> folded_;           // has the grams of an earlier text
  std::vector<Entry> entries_;         // by hash and text
  std::vector<std::uint32_t> groups_;  // beside `hashes_`: first entry with this hash; none: itself
  std::vector<std::vector<ArticleIndex>> candidates_;  // of each text, earlier ones
  NearDuplicates found_;
};

}  // namespace

NearDuplicates find_near_duplicates(std::span<const std::string_view> texts, Jobs jobs,
                                    const NearDuplicateRules& rules) {
  return Finder(texts, jobs, rules).find();
}

}  // namespace twosource
