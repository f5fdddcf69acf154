// R1: all passages that the articles of a collection share, with verified places, on one thread.
//
// Timed is the way from texts to passages: words, fingerprints, index, comparison on the texts.
// Not timed: reading and unpacking the file. The figure is the median of five runs; a table shows
// how it grows with the number of articles. The peak of memory is that of the whole process after
// these runs, with the texts.
//
// Recall is measured against a slow twin that knows no fingerprints: for a hundred articles spread
// over the collection, the places of all their sequences of twelve words are looked up in all
// articles, and each pair so found is compared word by word with word. Every maximal run of twelve
// equal words must lie inside a passage of that pair. Counted apart are what repetition doubles
// (both sides mostly told by longer runs) and what the stated limit on frequent texts can explain:
// each window of eight words of the run holds a sequence of five that stands in more articles than
// are all paired. A run that is missing without such an excuse is an error.
//
// Data: any JSON Lines file with `text`; R1 is docs.jsonl.gz of insm-churnalism.
#include "twosource/reuse/passages.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <chrono>
#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "bench/collection.hpp"
#include "bench/evaluations.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t timed_runs = 5;
constexpr std::size_t sampled_articles = 100;
constexpr std::uint32_t sequence_words = 12;

struct Measured {
  std::size_t articles = 0;
  double megabytes = 0.0;
  double words_seconds = 0.0;
  double seconds = 0.0;  // with the words
  Passages found;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Measured run_once(std::span<const Article> articles) {
  Measured measured;
  measured.articles = articles.size();
  for (const Article& article : articles) {
    measured.megabytes += static_cast<double>(article.text.size()) / 1e6;
  }
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Analysis> analyses = analyze_light(articles);
  measured.words_seconds = seconds_since(start);
  measured.found = find_passages(articles, analyses, Jobs{1});
  measured.seconds = seconds_since(start);
  return measured;
}

Measured median_of(std::span<const Article> articles, std::size_t runs) {
  std::vector<Measured> all;
  for (std::size_t i = 0; i < runs; ++i) {
    all.push_back(run_once(articles));
    if (i > 0) all.back().found = {};
  }
  Passages found = std::move(all.front().found);
  std::sort(all.begin(), all.end(),
            [](const Measured& x, const Measured& y) { return x.seconds < y.seconds; });
  Measured median = std::move(all[runs / 2]);
  median.found = std::move(found);
  return median;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

// ---- The slow twin ----

struct Place {
  std::uint64_t sequence;  // hash of twelve words
  ArticleIndex article;
  auto operator<=>(const Place&) const = default;  // NOLINT(modernize-use-nullptr)
};

std::uint64_t hash_sequence(std::span<const Word> words) {
  std::uint64_t hash = 0;
  for (const Word& word : words) hash = (hash ^ word.hash) * 0x9E3779B97F4A7C15U;
  return hash;
}

std::span<const Word> body_of(const Analysis& analysis) {
  return std::span(analysis.words).subspan(analysis.body_word);
}

// Every stretch of twelve words of `analyses`, sorted; where `only` is given, only those in it.
std::vector<Place> places_of(std::span<const Analysis> analyses, ArticleIndex begin,
                             ArticleIndex end, const std::set<std::uint64_t>* only) {
  std::vector<Place> places;
  for (ArticleIndex i = begin; i < end; ++i) {
    const std::span<const Word> words = body_of(analyses[i]);
    for (std::size_t at = 0; at + sequence_words <= words.size(); ++at) {
      const std::uint64_t hash = hash_sequence(words.subspan(at, sequence_words));
      if (only == nullptr || only->count(hash) > 0) places.push_back({hash, i});
    }
  }
  return places;
}

// All maximal runs of twelve equal words or more, longest first.
std::vector<WordRun> maximal_runs(const Analysis& a, const Analysis& b) {
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
  std::sort(runs.begin(), runs.end(),
            [](const WordRun& x, const WordRun& y) { return x.size > y.size; });
  return runs;
}

struct Recall {
  std::size_t pairs = 0;
  std::size_t limited = 0;  // missing, and the stated limit can explain it
  std::size_t runs = 0;
  std::size_t found = 0;
  std::size_t repeated = 0;  // words told by other passages on both sides
};

// In how many articles each sequence of five words stands.
using GramCounts = boost::unordered_flat_map<std::uint64_t, std::uint32_t>;

GramCounts count_grams(std::span<const Analysis> analyses) {
  const std::uint32_t gram_words = PassageRules{}.gram_words;
  GramCounts counts;
  std::vector<std::uint64_t> grams;
  for (const Analysis& analysis : analyses) {
    const std::span<const Word> words = body_of(analysis);
    grams.clear();
    for (std::size_t at = 0; at + gram_words <= words.size(); ++at) {
      grams.push_back(hash_sequence(words.subspan(at, gram_words)));
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    for (std::uint64_t gram : grams) ++counts[gram];
  }
  return counts;
}

class Judge {
 public:
  Judge(std::span<const Analysis> analyses, const Passages& found)
      : analyses_(analyses), found_(found), grams_(count_grams(analyses)) {
    for (const Passage& passage : found.passages) {
      passages_[{passage.a, passage.b}].push_back(&passage);
    }
  }

  void add_pair(ArticleIndex a, ArticleIndex b) {
    ++recall_.pairs;
    const auto known = passages_.find({a, b});
    const List passages = known == passages_.end() ? List{} : known->second;
    for (const WordRun& run : maximal_runs(analyses_[a], analyses_[b])) {
      ++recall_.runs;
      if (lies_inside_one(passages, run)) {
        ++recall_.found;
      } else if (mostly_told(passages, run, &WordRun::a) &&
                 mostly_told(passages, run, &WordRun::b)) {
        ++recall_.repeated;
      } else if (is_limited(analyses_[a], run)) {
        ++recall_.limited;
      }
    }
  }

  [[nodiscard]] const Recall& recall() const { return recall_; }

 private:
  using List = std::vector<const Passage*>;

  [[nodiscard]] bool is_limited(const Analysis& a, const WordRun& run) const {
    const PassageRules rules;
    const auto is_frequent = [&](std::uint32_t word) {
      const std::span<const Word> gram = std::span(a.words).subspan(word, rules.gram_words);
      return grams_.at(hash_sequence(gram)) > rules.articles_all_pairs;
    };
    std::uint32_t rare_in_a_row = 0;
    for (std::uint32_t i = run.a; i + rules.gram_words <= run.a + run.size; ++i) {
      rare_in_a_row = is_frequent(i) ? 0 : rare_in_a_row + 1;
      if (rare_in_a_row == rules.window_grams) return false;
    }
    return true;
  }

  [[nodiscard]] bool lies_inside_one(const List& passages, const WordRun& run) const {
    return std::any_of(passages.begin(), passages.end(), [&](const Passage* passage) {
      const std::span<const WordRun> runs = runs_of(found_, *passage);
      return std::any_of(runs.begin(), runs.end(), [&](const WordRun& known) {
        return known.b - known.a == run.b - run.a && known.a <= run.a &&
               known.a + known.size >= run.a + run.size;
      });
    });
  }

  [[nodiscard]] bool mostly_told(const List& passages, const WordRun& run,
                                 std::uint32_t WordRun::*side) const {
    std::uint32_t told = 0;
    for (std::uint32_t word = run.*side; word < run.*side + run.size; ++word) {
      told += std::any_of(passages.begin(), passages.end(), [&](const Passage* passage) {
        const std::span<const WordRun> runs = runs_of(found_, *passage);
        return runs.front().*side <= word && word < runs.back().*side + runs.back().size;
      });
    }
    return 2 * told >= run.size;
  }

  std::span<const Analysis> analyses_;
  const Passages& found_;
  GramCounts grams_;
  std::map<std::pair<ArticleIndex, ArticleIndex>, List> passages_;
  Recall recall_;
};

Recall measure_recall(std::span<const Article> articles, const Passages& found) {
  const std::vector<Analysis> analyses = analyze_light(articles);
  const auto count = static_cast<ArticleIndex>(analyses.size());
  const ArticleIndex step = std::max<ArticleIndex>(1, count / sampled_articles);
  Judge judge(analyses, found);
  std::set<std::uint64_t> wanted;
  std::set<ArticleIndex> sampled;
  for (ArticleIndex i = step / 2; i < count; i += step) {
    sampled.insert(i);
    for (const Place& place : places_of(analyses, i, i + 1, nullptr)) wanted.insert(place.sequence);
  }
  std::vector<Place> places = places_of(analyses, 0, count, &wanted);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::set<std::pair<ArticleIndex, ArticleIndex>> pairs;
  for (auto first = places.begin(); first != places.end();) {
    const auto last = std::find_if(
        first, places.end(), [&](const Place& place) { return place.sequence != first->sequence; });
    for (auto a = first; a != last; ++a) {
      if (sampled.count(a->article) == 0) continue;
      for (auto b = first; b != last; ++b) {
        if (a->article != b->article) pairs.insert(std::minmax(a->article, b->article));
      }
    }
    first = last;
  }
  for (const auto& [a, b] : pairs) judge.add_pair(a, b);
  return judge.recall();
}

// ---- What is printed ----

void print_growth(std::span<const Article> articles, std::ostream& out) {
  out << "articles        MB   words s    all s     MB/s   passages\n";
  for (std::size_t count : {std::size_t{1000}, std::size_t{5000}, articles.size()}) {
    if (count > articles.size()) continue;
    const Measured part = median_of(articles.first(count), 3);
    out << fmt::format("{:8} {:9.1f} {:9.3f} {:8.3f} {:8.0f} {:10}\n", part.articles,
                       part.megabytes, part.words_seconds, part.seconds,
                       part.megabytes / part.seconds, part.found.passages.size());
  }
}

void print_recall(const Recall& recall, std::ostream& out) {
  const std::size_t missing = recall.runs - recall.found - recall.repeated - recall.limited;
  const auto share = [&](std::size_t part) {
    return recall.runs == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(recall.runs);
  };
  out << fmt::format(
      "\nOracle: {} pairs with an article of the sample share 12 words in a row.\nOf their {} "
      "maximal runs {} are reported, {} told already, {} left out by the stated limit, {} "
      "missing.\n",
      recall.pairs, recall.runs, recall.found, recall.repeated, recall.limited, missing);
  out << fmt::format("passages.oracle_runs: {}\npassages.oracle_limited: {}\n", recall.runs,
                     recall.limited);
  out << fmt::format("passages.oracle_missing: {}\n", missing);
  out << fmt::format("passages.recall: {:.4f}\npassages.recall_with_limits: {:.4f}\n",
                     share(recall.runs - missing), share(recall.found + recall.repeated));
}

}  // namespace

Result<Done> time_passages(const Request& request, std::ostream& out) {
  if (request.paths.size() != 1) {
    return Error{ErrorKind::usage, "bench passages takes one JSON Lines file of articles"};
  }
  const Result<std::vector<Article>> articles =
      read_collection(request.paths.front(), {{{"outlet", "publication"}}});
  if (!articles) return articles.error();

  const Measured measured = median_of(*articles, timed_runs);
  const double peak = peak_megabytes();
  print_growth(*articles, out);
  for (const std::string& limit : measured.found.limits) out << "limit: " << limit << "\n";
  out << fmt::format("\npassages.articles: {}\npassages.megabytes: {:.1f}\n", measured.articles,
                     measured.megabytes);
  out << fmt::format("passages.seconds: {:.3f}\npassages.words_seconds: {:.3f}\n", measured.seconds,
                     measured.words_seconds);
  out << fmt::format("passages.megabytes_per_second: {:.0f}\npassages.peak_megabytes: {:.0f}\n",
                     measured.megabytes / measured.seconds, peak);
  out << fmt::format("passages.found: {}\n", measured.found.passages.size());
  print_recall(measure_recall(*articles, measured.found), out);
  return Done{};
}

}  // namespace twosource::bench
