// R3: near-duplicate articles, word 5-gram Jaccard index 0.5 or more, on one thread.
//
// Timed is the way from texts to verified pairs: words, grams, sketches, candidates, verification.
// Not timed: reading and unpacking the file. The figure is processor time, the fastest of seven
// runs. The peak of memory is that of the whole process after these runs, with the texts.
//
// Recall is measured against an exhaustive search that knows no sketches: all distinct grams of all
// articles, the rarest first. Two sets with an index of t or more share one of the rarest
// |A| - ceil(t |A|) + 1 grams of each (prefix filter: S. Chaudhuri, V. Ganti, R. Kaushik: A
// primitive operator for similarity joins in data cleaning, ICDE 2006), so each article is compared
// gram by gram with all that share one of these, and no pair can be missing. A pair that is found
// counts as right if the truth has it with the same index.
//
// Data: any JSON Lines file with `text` (R3: docs.jsonl.gz of insm-churnalism), or files of
// Reuters-21578 (reut2-*.sgm; bodies of 100 bytes or more). With -o DIR the texts and the true
// pairs are written there, as articles.jsonl (`id`, `text`) and truth.tsv (two ids and the index),
// for other tools to be measured on.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <limits>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/collection.hpp"
#include "bench/evaluations.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/json.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/reuse/near_duplicates.hpp"
#include "twosource/text/words.hpp"

namespace twosource::bench {
namespace {

constexpr int timed_runs = 7;

struct Text {
  std::string id;
  std::string text;
};

// ---- Reuters-21578 ----

constexpr std::size_t shortest_body = 100;

std::string decode_entity(std::string_view name) {
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "amp") return "&";
  return {};  // the others are control characters
}

// Latin-1 with entities to UTF-8.
std::string decode_body(std::string_view body) {
  std::string text;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const std::size_t end = body[i] == '&' ? body.find(';', i) : std::string_view::npos;
    if (end != std::string_view::npos && end - i < 8) {
      text += decode_entity(body.substr(i + 1, end - i - 1));
      i = end;
    } else {
      text += to_utf8(static_cast<unsigned char>(body[i]));
    }
  }
  return text;
}

// What stands between two marks behind `from`, which moves behind the second; empty for none.
std::string_view between(std::string_view text, std::string_view open, std::string_view close,
                         std::size_t& from) {
  const std::size_t begin = text.find(open, from);
  const std::size_t end =
      begin == std::string_view::npos ? begin : text.find(close, begin + open.size());
  from = end == std::string_view::npos ? end : end + close.size();
  return end == std::string_view::npos
             ? std::string_view{}
             : text.substr(begin + open.size(), end - begin - open.size());
}

void add_reuters(std::string_view file, std::vector<Text>& texts) {
  std::size_t at = 0;
  while (at != std::string_view::npos) {
    const std::string_view document = between(file, "<REUTERS", "</REUTERS>", at);
    std::size_t inside = 0;
    const std::string_view id = between(document, "NEWID=\"", "\"", inside);
    inside = 0;
    const std::string_view body = between(document, "<BODY>", "</BODY>", inside);
    if (body.size() >= shortest_body) texts.push_back({std::string(id), decode_body(body)});
  }
}

Result<std::vector<Text>> read_texts(const std::vector<std::string>& paths) {
  std::vector<Text> texts;
  for (const std::string& path : find_inputs(paths).files) {
    if (path.ends_with(".sgm")) {
      const Result<std::string> file = read_file(path, max_input_bytes);
      if (!file) return file.error();
      add_reuters(*file, texts);
    } else if (path.find(".json") != std::string::npos) {
      const Result<std::vector<Article>> articles =
          read_collection(path, {{{"outlet", "publication"}}});
      if (!articles) return articles.error();
      for (const Article& article : *articles) {
        texts.push_back({article.id, std::string(slice(article.text, article.body))});
      }
    }
  }
  if (texts.empty()) {
    return Error{ErrorKind::format,
                 "bench duplicates found no articles: it takes JSON Lines files "
                 "of articles or .sgm files of Reuters-21578"};
  }
  return texts;
}

// ---- The exhaustive search ----

using Grams = std::vector<std::uint32_t>;  // numbers of grams, the rarest first

std::vector<std::uint64_t> distinct_grams(std::string_view text, std::uint32_t gram_words) {
  const std::vector<Word> words = find_words(text);
  std::vector<std::uint64_t> grams;
  for (std::size_t i = 0; i + gram_words <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = i; k < i + gram_words; ++k) {
      hash = (hash ^ words[k].hash) * 0x9E3779B97F4A7C15U;  // the golden ratio's multiplier
      hash ^= hash >> 29U;
    }
    grams.push_back(hash);
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

std::vector<Grams> number_by_rarity(std::span<const Text> texts, std::uint32_t gram_words) {
  std::vector<std::vector<std::uint64_t>> hashes;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> numbers;  // first how often it stands
  for (const Text& text : texts) {
    hashes.push_back(distinct_grams(text.text, gram_words));
    for (std::uint64_t hash : hashes.back()) ++numbers[hash];
  }
  std::vector<std::pair<std::uint32_t, std::uint64_t>> order;
  for (const auto& [hash, count] : numbers) order.emplace_back(count, hash);
  std::sort(order.begin(), order.end());
  for (std::uint32_t i = 0; i < order.size(); ++i) numbers[order[i].second] = i;
  std::vector<Grams> numbered;
  for (const auto& of_text : hashes) {
    Grams& grams = numbered.emplace_back();
    for (std::uint64_t hash : of_text) grams.push_back(numbers[hash]);
    std::sort(grams.begin(), grams.end());
  }
  return numbered;
}

double jaccard(const Grams& a, const Grams& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    shared += static_cast<std::size_t>(a[i] == b[k]);
    const bool first = a[i] <= b[k];
    k += static_cast<std::size_t>(b[k] <= a[i]);
    i += static_cast<std::size_t>(first);
  }
  return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

std::vector<NearDuplicate> search_exhaustively(std::span<const Text> texts,
                                               const NearDuplicateRules& rules) {
  const std::vector<Grams> grams = number_by_rarity(texts, rules.gram_words);
  boost::unordered_flat_map<std::uint32_t, std::vector<ArticleIndex>> index;
  std::vector<ArticleIndex> seen(texts.size(), std::numeric_limits<ArticleIndex>::max());
  std::vector<NearDuplicate> pairs;
  for (ArticleIndex b = 0; b < grams.size(); ++b) {
    const auto count = static_cast<double>(grams[b].size());
    const double prefix = count - std::ceil(rules.threshold * count) + 1;
    for (std::size_t i = 0; i < std::min(grams[b].size(), static_cast<std::size_t>(prefix)); ++i) {
      std::vector<ArticleIndex>& earlier = index[grams[b][i]];
      for (ArticleIndex a : earlier) {
        if (std::exchange(seen[a], b) == b) continue;
        const double similarity = jaccard(grams[a], grams[b]);
        if (similarity >= rules.threshold) pairs.push_back({a, b, similarity});
      }
      earlier.push_back(b);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

// ---- What is measured ----

// With the pairs that follow from equal articles.
std::vector<NearDuplicate> all_pairs(const NearDuplicates& found, std::size_t texts) {
  std::vector<std::vector<ArticleIndex>> members(texts);
  for (ArticleIndex i = 0; i < texts; ++i) members[i] = {i};
  for (const SameGrams& same : found.same) members[same.first].push_back(same.article);
  std::vector<NearDuplicate> pairs;
  for (const auto& group : members) {
    for (std::size_t b = 1; b < group.size(); ++b) {
      for (std::size_t a = 0; a < b; ++a) pairs.push_back({group[a], group[b], 1.0});
    }
  }
  for (const NearDuplicate& pair : found.pairs) {
    for (ArticleIndex a : members[pair.a]) {
      for (ArticleIndex b : members[pair.b]) {
        pairs.push_back({std::min(a, b), std::max(a, b), pair.jaccard});
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <class Body>
double fastest_run(const Body& body) {
  double fastest = std::numeric_limits<double>::max();
  for (int run = 0; run < timed_runs; ++run) {
    const double start = processor_seconds();
    body();
    fastest = std::min(fastest, processor_seconds() - start);
  }
  return fastest;
}

Result<Done> write_truth(const std::string& folder, std::span<const Text> texts,
                         std::span<const NearDuplicate> truth) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) return Error{ErrorKind::unreadable, fmt::format("cannot make the folder {}", folder)};
  std::string lines;
  for (const Text& text : texts) {
    lines += to_json(Json::Object{{"id", text.id}, {"text", text.text}}) + "\n";
  }
  if (Result<Done> done = write_file_whole(folder + "/articles.jsonl", lines); !done) return done;
  lines.clear();
  for (const NearDuplicate& pair : truth) {
    lines += fmt::format("{}\t{}\t{:.6f}\n", texts[pair.a].id, texts[pair.b].id, pair.jaccard);
  }
  return write_file_whole(folder + "/truth.tsv", lines);
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

double share(std::size_t part, std::size_t of) {
  return of == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(of);
}

}  // namespace

Result<Done> find_duplicates(const Request& request, std::ostream& out) {
  const Result<std::vector<Text>> texts = read_texts(request.paths);
  if (!texts) return texts.error();
  std::vector<std::string_view> views;
  double megabytes = 0;
  for (const Text& text : *texts) {
    views.emplace_back(text.text);
    megabytes += static_cast<double>(text.text.size()) / 1e6;
  }

  const NearDuplicateRules rules;
  std::vector<Word> words;
  const double words_seconds = fastest_run([&] {
    for (std::string_view text : views) {
      words.clear();
      for (WordReader reader(text); reader.read(words);) {
      }
    }
  });
  NearDuplicates found;
  const double seconds = fastest_run([&] { found = find_near_duplicates(views, Jobs{1}, rules); });

  const double peak = peak_megabytes();
  const std::vector<NearDuplicate> truth = search_exhaustively(*texts, rules);
  const std::vector<NearDuplicate> pairs = all_pairs(found, views.size());
  std::vector<NearDuplicate> right;
  std::set_intersection(pairs.begin(), pairs.end(), truth.begin(), truth.end(),
                        std::back_inserter(right));
  const auto count = static_cast<double>(views.size());

  out << "articles       MB   words s    all s     MB/s   articles/s    pairs   recall  "
         "precision\n";
  out << fmt::format("{:8} {:8.1f} {:9.3f} {:8.3f} {:8.0f} {:12.0f} {:8} {:8.4f} {:10.4f}\n",
                     views.size(), megabytes, words_seconds, seconds, megabytes / seconds,
                     count / seconds, pairs.size(), share(right.size(), truth.size()),
                     share(right.size(), pairs.size()));
  for (const std::string& limit : found.limits) out << "limit: " << limit << "\n";
  out << fmt::format("\nduplicates.articles: {}\nduplicates.megabytes: {:.1f}\n", views.size(),
                     megabytes);
  out << fmt::format("duplicates.seconds: {:.4f}\nduplicates.words_seconds: {:.4f}\n", seconds,
                     words_seconds);
  out << fmt::format("duplicates.megabytes_per_second: {:.0f}\n", megabytes / seconds);
  out << fmt::format("duplicates.peak_megabytes: {:.0f}\n", peak);
  out << fmt::format("duplicates.articles_per_second: {:.0f}\n", count / seconds);
  out << fmt::format("duplicates.pairs: {}\nduplicates.true_pairs: {}\n", pairs.size(),
                     truth.size());
  out << fmt::format("duplicates.recall: {:.4f}\nduplicates.precision: {:.4f}\n",
                     share(right.size(), truth.size()), share(right.size(), pairs.size()));
  if (request.output.empty()) return Done{};
  return write_truth(request.output, *texts, truth);
}

}  // namespace twosource::bench
