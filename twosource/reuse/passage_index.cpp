// The passage index for articles that come one after the other.
//
// The batch path (passages.cpp) sorts all fingerprints at once. Here they come in small lots, and
// each lot is looked up and then kept. A hash table would do, but it is large, it moves everything
// when it grows (a second of waiting, once in a while), and its order tells of its history. So
// the fingerprints are dealt out by the upper 16 bits of the hash to 65,536 short sorted arrays.
// With a million articles each holds some two thousand entries: a place is found by bisection, and
// made by moving on average 13 KB, which is faster than two cache misses. Nothing is ever
// rebuilt, so no insertion waits for one.
//
// Cost: for each fingerprint one bisection and, when inserted, one move; beyond some ten million
// articles the moves weigh. What shares a gram is then compared like in the batch path.
#include "twosource/reuse/passage_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "twosource/reuse/compare.hpp"
#include "twosource/reuse/fingerprints.hpp"

namespace twosource {
namespace {

constexpr unsigned shard_bits = 16;

std::size_t shard_of(std::uint64_t gram) {
  return gram >> (64 - shard_bits);
}
std::uint32_t in_shard(std::uint64_t gram) {
  return static_cast<std::uint32_t>(gram >> (32 - shard_bits));
}

// The grams of one text: each once, with its places.
struct TextGrams {
  struct Gram {
    std::uint64_t gram = 0;
    std::uint32_t first = 0;  // into words
    std::uint32_t count = 0;
  };
  std::vector<Gram> grams;
  std::vector<std::uint32_t> words;
  std::uint64_t dropped_repeats = 0;

  [[nodiscard]] std::span<const std::uint32_t> words_of(const Gram& gram) const {
    return std::span(words).subspan(gram.first, gram.count);
  }
};

TextGrams choose_grams(const WordText& text, const PassageRules& rules) {
  FingerprintSelector selector(rules.gram_words, rules.window_grams);
  const std::span<const Fingerprint> found = selector.select(text.words.subspan(text.body_word));
  std::vector<Fingerprint> chosen(found.begin(), found.end());
  // 48 bits of the hash are held, and so many are compared.
  const auto held_bits = [](const Fingerprint& f) { return f.gram >> (32 - shard_bits); };
  std::sort(chosen.begin(), chosen.end(), [&](const Fingerprint& x, const Fingerprint& y) {
    return std::tuple(held_bits(x), x.word) < std::tuple(held_bits(y), y.word);
  });
  TextGrams grams;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (i == 0 || held_bits(chosen[i]) != held_bits(chosen[i - 1])) {
      grams.grams.push_back({chosen[i].gram, static_cast<std::uint32_t>(grams.words.size()), 0});
    }
    TextGrams::Gram& gram = grams.grams.back();
    if (gram.count == rules.repeats_followed) {
      ++grams.dropped_repeats;
      continue;
    }
    ++gram.count;
    grams.words.push_back(chosen[i].word + text.body_word);
  }
  return grams;
}

// What left something out of one match.
struct Limits {
  std::uint64_t frequent_grams = 0;
  std::uint64_t dropped_repeats = 0;
  std::uint64_t missing_texts = 0;

  [[nodiscard]] std::vector<std::string> sentences(const PassageRules& rules) const {
    std::vector<std::string> limits;
    if (frequent_grams > 0) {
      limits.push_back(fmt::format(
          "{} sequences of {} words stand in more than {} articles each; each was followed only to "
          "the {} earliest of its articles, so a passage made of nothing else can be missing with "
          "a later one",
          frequent_grams, rules.gram_words, rules.articles_all_pairs, rules.articles_followed));
    }
    if (dropped_repeats > 0) {
      limits.push_back(fmt::format(
          "{} repetitions of a sequence of {} words inside the text were not followed (more than "
          "{} of the same), so a passage made of nothing else can be missing",
          dropped_repeats, rules.gram_words, rules.repeats_followed));
    }
    if (missing_texts > 0) {
      limits.push_back(fmt::format(
          "{} held articles were not compared: their texts were not to be had or are not those "
          "that were inserted",
          missing_texts));
    }
    return limits;
  }
};

// Compares one text with the held articles that share grams with it.
class Matcher {
 public:
  Matcher(const WordText& text, const PassageRules& rules) : text_(text), rules_(rules) {}

  // `hits` are those of one held article, whose text this is; false if it cannot be its text.
  bool compare(std::span<const Hit> hits, const BodyText& held, PlacedPassages& shared) {
    const WordText other = read_words(held, room_);
    const bool fits = std::all_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return hit.a_word >= other.body_word && hit.a_word < other.words.size();
    });
    if (!fits) return false;
    runs_.clear();
    compare_pair(other, text_, hits, rules_, shared.passages, runs_);
    for (Passage& passage : shared.passages) {
      passage.a = 0;
      passage.b = 1;
    }
    for (const WordRun& run : runs_) shared.runs.push_back(place_of(run, other, text_));
    return true;
  }

 private:
  const WordText& text_;
  PassageRules rules_;
  std::vector<Word> room_;
  std::vector<WordRun> runs_;
};

}  // namespace

PassageIndex::PassageIndex(const PassageRules& rules)
    : rules_(rules), shards_(std::size_t{1} << shard_bits) {}

bool PassageIndex::is_earlier(std::uint32_t slot, std::uint32_t other) const {
  const Held& x = held_[slot];
  const Held& y = held_[other];
  return std::tie(x.time, x.id) < std::tie(y.time, y.id);
}

std::span<const PassageIndex::Posting> PassageIndex::find(std::uint64_t gram) const {
  const Shard& shard = shards_[shard_of(gram)];
  const std::uint32_t key = in_shard(gram);
  const auto begin = std::partition_point(shard.begin(), shard.end(),
                                          [&](const Posting& p) { return p.gram < key; });
  auto end = begin;
  while (end != shard.end() && end->gram == key) ++end;
  return {begin, end};
}

// The slots of the `articles_followed` earliest articles of a gram that, with the text to be
// matched, stands in more than are all paired.
std::optional<std::vector<std::uint32_t>> PassageIndex::if_frequent(
    std::span<const Posting> postings) const {
  if (postings.size() < rules_.articles_all_pairs) return std::nullopt;
  std::vector<std::uint32_t> slots;
  for (const Posting& posting : postings) {
    if (slots.empty() || slots.back() != posting.slot) slots.push_back(posting.slot);
  }
  if (slots.size() < rules_.articles_all_pairs) return std::nullopt;
  std::sort(slots.begin(), slots.end(),
            [&](std::uint32_t x, std::uint32_t y) { return is_earlier(x, y); });
  slots.resize(std::min<std::size_t>(slots.size(), rules_.articles_followed));
  return slots;
}

Matches PassageIndex::match(const BodyText& text, const FindText& find_text) const {
  std::vector<Word> room;
  const WordText words = read_words(text, room);
  const TextGrams grams = choose_grams(words, rules_);
  Limits limits;
  limits.dropped_repeats = grams.dropped_repeats;
  std::vector<Hit> hits;
  for (const TextGrams::Gram& gram : grams.grams) {
    const std::span<const Posting> postings = find(gram.gram);
    const std::optional<std::vector<std::uint32_t>> followed = if_frequent(postings);
    limits.frequent_grams += static_cast<std::uint64_t>(followed.has_value());
    for (const Posting& posting : postings) {
      if (followed && std::count(followed->begin(), followed->end(), posting.slot) == 0) continue;
      for (std::uint32_t word : grams.words_of(gram)) {
        hits.push_back({posting.slot, 0, posting.word, word});
      }
    }
  }
  sort_hits(hits);

  Matcher matcher(words, rules_);
  Matches found;
  for (std::size_t first = 0; first < hits.size();) {
    std::size_t last = first + 1;
    while (last < hits.size() && hits[last].a == hits[first].a) ++last;
    Match match{held_[hits[first].a].id, {}};
    const std::optional<BodyText> held = find_text(match.id);
    const bool compared =
        held && matcher.compare(std::span(hits).subspan(first, last - first), *held, match.shared);
    if (!compared) ++limits.missing_texts;
    if (!match.shared.passages.empty()) found.matches.push_back(std::move(match));
    first = last;
  }
  std::sort(found.matches.begin(), found.matches.end(),
            [](const Match& x, const Match& y) { return x.id < y.id; });
  found.limits = limits.sentences(rules_);
  return found;
}

Result<Done> PassageIndex::insert(std::string_view id, std::int64_t time, const BodyText& text) {
  if (holds(id)) {
    return Error{ErrorKind::duplicate,
                 fmt::format("an article with the id {} is held already", id)};
  }
  std::uint32_t slot = 0;
  if (free_.empty()) {
    slot = static_cast<std::uint32_t>(held_.size());
    held_.push_back({std::string(id), time});
  } else {
    slot = free_.back();
    free_.pop_back();
    held_[slot] = {std::string(id), time};
  }
  by_id_.emplace(held_[slot].id, slot);
  std::vector<Word> room;
  const TextGrams grams = choose_grams(read_words(text, room), rules_);
  for (const TextGrams::Gram& gram : grams.grams) add(slot, gram.gram, grams.words_of(gram));
  return Done{};
}

void PassageIndex::add(std::uint32_t slot, std::uint64_t gram,
                       std::span<const std::uint32_t> words) {
  Shard& shard = shards_[shard_of(gram)];
  const std::span<const Posting> known = find(gram);
  const auto begin = static_cast<std::size_t>(known.data() - shard.data());
  if (!make_room(shard, begin, begin + known.size(), slot)) return;
  // Shards grow alike, so doubling would leave half of the memory empty at once.
  if (shard.size() + words.size() > shard.capacity()) {
    shard.reserve(shard.size() + shard.size() / 8 + words.size() + 8);
  }
  std::vector<Posting> postings;
  postings.reserve(words.size());
  for (std::uint32_t word : words) postings.push_back({in_shard(gram), slot, word});
  shard.insert(shard.begin() + static_cast<std::ptrdiff_t>(begin), postings.begin(),
               postings.end());
  places_ += postings.size();
}

// Sees to it that a gram is held for its `articles_all_pairs` earliest articles only: drops the
// latest one where [begin, end) of the shard holds so many. False if that would be `slot`.
bool PassageIndex::make_room(Shard& shard, std::size_t begin, std::size_t end, std::uint32_t slot) {
  if (end - begin < rules_.articles_all_pairs) return true;
  std::uint32_t articles = 0;
  std::uint32_t latest = shard[begin].slot;
  for (std::size_t i = begin; i < end; ++i) {
    if (i == begin || shard[i].slot != shard[i - 1].slot) ++articles;
    if (is_earlier(latest, shard[i].slot)) latest = shard[i].slot;
  }
  if (articles < rules_.articles_all_pairs) return true;
  if (is_earlier(latest, slot)) return false;
  const auto first = shard.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = shard.begin() + static_cast<std::ptrdiff_t>(end);
  const auto kept =
      std::remove_if(first, last, [&](const Posting& posting) { return posting.slot == latest; });
  places_ -= static_cast<std::uint64_t>(last - kept);
  shard.erase(kept, last);
  return true;
}

std::size_t PassageIndex::expire(std::int64_t before) {
  std::vector<bool> old(held_.size(), false);
  std::size_t count = 0;
  for (auto held = by_id_.begin(); held != by_id_.end();) {
    if (held_[held->second].time >= before) {
      ++held;
      continue;
    }
    ++count;
    old[held->second] = true;
    held = by_id_.erase(held);
  }
  if (count == 0) return 0;
  for (std::uint32_t slot = 0; slot < old.size(); ++slot) {
    if (!old[slot]) continue;
    held_[slot] = {};
    free_.push_back(slot);
  }
  for (Shard& shard : shards_) {
    places_ -= std::erase_if(shard, [&](const Posting& posting) { return old[posting.slot]; });
    if (shard.size() < shard.capacity() / 2) shard.shrink_to_fit();
  }
  return count;
}

}  // namespace twosource
