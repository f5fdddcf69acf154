#include "bench/passage_twin.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "twosource/reuse/compare.hpp"

namespace twosource::bench {
namespace {

constexpr std::uint32_t sequence_words = 12;
constexpr std::size_t articles_in_block = 1000;
constexpr std::size_t most_pairs = 20000;  // of either sort; half a millisecond each

std::uint64_t hash_sequence(std::span<const Word> words) {
  std::uint64_t hash = 0;
  for (const Word& word : words) hash = (hash ^ word.hash) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

std::span<const Word> body_of(const WordText& text) {
  return text.words.subspan(text.body_word);
}

// The hashes of all sequences of `size` words.
template <class Use>
void for_all_sequences(const WordText& text, std::uint32_t size, const Use& use) {
  const std::span<const Word> words = body_of(text);
  for (std::size_t at = 0; at + size <= words.size(); ++at) {
    use(hash_sequence(words.subspan(at, size)));
  }
}

// All maximal runs of twelve equal words or more.
std::vector<WordRun> maximal_runs(const WordText& a, const WordText& b) {
  std::vector<WordRun> runs;
  const auto same = [&](std::size_t i, std::size_t j) {
    return a.words[i].hash == b.words[j].hash;
  };
  for (std::uint32_t i = a.body_word; i < a.words.size(); ++i) {
    for (std::uint32_t j = b.body_word; j < b.words.size(); ++j) {
      if (!same(i, j) || (i > a.body_word && j > b.body_word && same(i - 1, j - 1))) continue;
      std::uint32_t size = 1;
      while (i + size < a.words.size() && j + size < b.words.size() && same(i + size, j + size)) {
        ++size;
      }
      if (size >= sequence_words) runs.push_back({i, j, size});
    }
  }
  return runs;
}

using PassageRuns = std::vector<std::vector<AlignedRun>>;

bool lies_inside_one(const PassageRuns& passages, const AlignedRun& run) {
  return std::any_of(passages.begin(), passages.end(), [&](const std::vector<AlignedRun>& runs) {
    return std::any_of(runs.begin(), runs.end(), [&](const AlignedRun& known) {
      return known.a.contains(run.a) && known.b.contains(run.b);
    });
  });
}

bool mostly_told(const PassageRuns& passages, std::span<const Word> words, Span AlignedRun::*side) {
  std::size_t told = 0;
  for (const Word& word : words) {
    told += std::any_of(passages.begin(), passages.end(), [&](const auto& runs) {
      return (runs.front().*side).begin <= word.span.begin &&
             word.span.end <= (runs.back().*side).end;
    });
  }
  return 2 * told >= words.size();
}

}  // namespace

// What one reading of all texts tells of the sampled ones.
struct PassageTwin::Scanned {
  std::set<Pair> rare;
  std::set<Pair> frequent;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> articles_of_gram;
};

PassageTwin::PassageTwin(std::span<const BodyText> texts, const PassageRules& rules,
                         std::size_t sampled)
    : texts_(texts), rules_(rules) {
  const std::size_t step = std::max<std::size_t>(1, texts.size() / sampled);
  for (std::size_t i = step / 2; i < texts.size(); i += step) {
    sampled_.insert(static_cast<ArticleIndex>(i));
  }
}

void PassageTwin::take(const PlacedPassages& found) {
  for (const Passage& passage : found.passages) {
    if (sampled_.count(passage.a) + sampled_.count(passage.b) == 0) continue;
    const auto first = found.runs.begin() + static_cast<std::ptrdiff_t>(passage.first_run);
    passages_[{passage.a, passage.b}].emplace_back(
        first, first + static_cast<std::ptrdiff_t>(passage.run_count));
  }
}

// NOLINTNEXTLINE(readability-function-cognitive-complexity): one pass, one loop in another
PassageTwin::Scanned PassageTwin::scan(Jobs jobs) const {
  boost::unordered_flat_map<std::uint64_t, std::vector<ArticleIndex>> wanted;
  Scanned scanned;
  std::vector<Word> room;
  for (ArticleIndex i : sampled_) {
    const WordText text = read_words(texts_[i], room);
    for_all_sequences(text, sequence_words, [&](std::uint64_t hash) {
      std::vector<ArticleIndex>& articles = wanted[hash];
      if (articles.empty() || articles.back() != i) articles.push_back(i);
    });
    for_all_sequences(text, rules_.gram_words,
                      [&](std::uint64_t hash) { scanned.articles_of_gram[hash] = 0; });
  }
  struct Part {
    std::vector<std::pair<std::uint64_t, ArticleIndex>> places;  // of wanted sequences
    std::vector<std::uint64_t> grams;
  };
  std::vector<Part> parts((texts_.size() + articles_in_block - 1) / articles_in_block);
  parallel_for(jobs, parts.size(), [&](std::size_t block) {
    std::vector<Word> words;
    const std::size_t end = std::min(texts_.size(), (block + 1) * articles_in_block);
    for (std::size_t i = block * articles_in_block; i < end; ++i) {
      const auto article = static_cast<ArticleIndex>(i);
      const WordText text = read_words(texts_[i], words);
      boost::unordered_flat_set<std::uint64_t> seen;
      for_all_sequences(text, sequence_words, [&](std::uint64_t hash) {
        if (wanted.contains(hash) && seen.insert(hash).second) {
          parts[block].places.emplace_back(hash, article);
        }
      });
      seen.clear();
      for_all_sequences(text, rules_.gram_words, [&](std::uint64_t hash) {
        if (scanned.articles_of_gram.contains(hash) && seen.insert(hash).second) {
          parts[block].grams.push_back(hash);
        }
      });
    }
  });
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> articles_of_sequence;
  for (const Part& part : parts) {
    for (const auto& [hash, article] : part.places) ++articles_of_sequence[hash];
    for (std::uint64_t gram : part.grams) ++scanned.articles_of_gram[gram];
  }
  for (const Part& part : parts) {
    for (const auto& [hash, article] : part.places) {
      const bool frequent = articles_of_sequence[hash] > rules_.articles_all_pairs;
      for (ArticleIndex other : wanted[hash]) {
        if (other == article) continue;
        (frequent ? scanned.frequent : scanned.rare).insert(std::minmax(other, article));
      }
    }
  }
  for (const Pair& pair : scanned.rare) scanned.frequent.erase(pair);
  return scanned;
}

void PassageTwin::judge(Pair pair, const Scanned& scanned, Recall& recall) const {
  std::vector<Word> a_room;
  std::vector<Word> b_room;
  const WordText a = read_words(texts_[pair.first], a_room);
  const WordText b = read_words(texts_[pair.second], b_room);
  const auto known = passages_.find(pair);
  const PassageRuns passages = known == passages_.end() ? PassageRuns{} : known->second;
  // Grams of unsampled articles are not counted, but the run's stand in a sampled one.
  const auto is_limited = [&](const WordRun& run) {
    std::uint32_t rare_in_a_row = 0;
    for (std::uint32_t i = run.a; i + rules_.gram_words <= run.a + run.size; ++i) {
      const std::uint64_t gram = hash_sequence(a.words.subspan(i, rules_.gram_words));
      const bool frequent = scanned.articles_of_gram.at(gram) > rules_.articles_all_pairs;
      rare_in_a_row = frequent ? 0 : rare_in_a_row + 1;
      if (rare_in_a_row == rules_.window_grams) return false;
    }
    return true;
  };
  ++recall.pairs;
  for (const WordRun& run : maximal_runs(a, b)) {
    ++recall.runs;
    if (lies_inside_one(passages, place_of(run, a, b))) {
      ++recall.found;
    } else if (mostly_told(passages, a.words.subspan(run.a, run.size), &AlignedRun::a) &&
               mostly_told(passages, b.words.subspan(run.b, run.size), &AlignedRun::b)) {
      ++recall.repeated;
    } else if (is_limited(run)) {
      ++recall.limited;
    }
  }
}

Recall PassageTwin::judge_all(const std::set<Pair>& all, const Scanned& scanned, Jobs jobs) const {
  std::vector<Pair> pairs(all.begin(), all.end());
  const std::size_t step = pairs.size() / most_pairs + 1;
  for (std::size_t i = 0; i * step < pairs.size(); ++i) pairs[i] = pairs[i * step];
  pairs.resize((pairs.size() + step - 1) / step);
  std::vector<Recall> parts(pairs.size());
  parallel_for(jobs, pairs.size(), [&](std::size_t i) { judge(pairs[i], scanned, parts[i]); });
  Recall recall;
  for (const Recall& part : parts) {
    recall.pairs += part.pairs;
    recall.runs += part.runs;
    recall.found += part.found;
    recall.repeated += part.repeated;
    recall.limited += part.limited;
  }
  return recall;
}

Recalls PassageTwin::measure(Jobs jobs) const {
  const Scanned scanned = scan(jobs);
  return {judge_all(scanned.rare, scanned, jobs), judge_all(scanned.frequent, scanned, jobs)};
}

}  // namespace twosource::bench
