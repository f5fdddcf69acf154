// Timings of single functions, with Google Benchmark: to see at once what a change costs. Figures
// that are quoted stand in docs/benchmarks.md; they are taken on real texts.
//
//     build/release/bench/kernels --benchmark_filter=words
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "twosource/text/analyze.hpp"
#include "twosource/text/language.hpp"
#include "twosource/text/paragraphs.hpp"
#include "twosource/text/quotations.hpp"
#include "twosource/text/sentences.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr std::string_view english =
    "The harbour of Selne was shut on Monday after divers found cracks in the eastern pier, the "
    "port authority said.\n"
    "\"We have known for years that the pier is old, but nobody expected this,\" said Mayor Ada B. "
    "Orlo, who met Gen. Tora Vane of the coast guard at 5 p.m. Monday. \"It must be closed.\"\n"
    "About 3,000 commuters use the ferries to the islands every day; the last inspection was in "
    "2019. The operator, Brightwell Inc., didn't answer questions about the repairs.\n";

constexpr std::string_view german =
    "Der Hafen von Selne wurde am Montag geschlossen, nachdem Taucher Risse im östlichen Pier "
    "gefunden hatten, erklärte die Behörde.\n"
    "„Wir wussten seit Jahren, dass der Pier alt ist, aber damit hat niemand gerechnet“, sagte "
    "Bürgermeisterin Ada Orlo am 3. Mai. Rund 3.000 Pendler nutzen täglich die Fähren. Über die "
    "Kosten der Ausbesserung, z. B. für Taucher, wollte sie nichts sagen.\n";

// About a megabyte, as one collection of articles would be.
std::string repeat(std::string_view piece) {
  std::string text;
  while (text.size() < 1'000'000) text += piece;
  return text;
}

Article article_of(std::string_view piece) {
  Article article;
  for (int i = 0; i < 8; ++i) article.text += piece;  // 4 to 5 kB, like most articles
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  return article;
}

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) *
                          static_cast<std::int64_t>(state.iterations()));
}

void words(benchmark::State& state, std::string_view piece) {
  const std::string text = repeat(piece);
  for (auto _ : state) benchmark::DoNotOptimize(find_words(text));
  count_bytes(state, text);
}

// Without a list of all words, as the stages that only need hashes read them.
void word_reader(benchmark::State& state, std::string_view piece) {
  const std::string text = repeat(piece);
  std::vector<Word> read;
  for (auto _ : state) {
    for (WordReader reader(text); reader.read(read); read.clear()) benchmark::DoNotOptimize(read);
  }
  count_bytes(state, text);
}

void paragraphs(benchmark::State& state, std::string_view piece) {
  const Article article = article_of(piece);
  for (auto _ : state) benchmark::DoNotOptimize(find_paragraphs(article.text, article.body));
  count_bytes(state, article.text);
}

void sentences(benchmark::State& state, std::string_view piece) {
  const Article article = article_of(piece);
  const std::vector<Span> blocks = find_paragraphs(article.text, article.body);
  for (auto _ : state) {
    SentenceFinder finder("");
    for (Span block : blocks) benchmark::DoNotOptimize(finder.find(article.text, block));
  }
  count_bytes(state, article.text);
}

void quotations(benchmark::State& state, std::string_view piece) {
  const Article article = article_of(piece);
  const std::vector<Span> blocks = find_paragraphs(article.text, article.body);
  for (auto _ : state) benchmark::DoNotOptimize(find_quotations(article.text, blocks));
  count_bytes(state, article.text);
}

void language(benchmark::State& state, std::string_view piece) {
  const Article article = article_of(piece);
  for (auto _ : state) benchmark::DoNotOptimize(detect_language(article.text));
  count_bytes(state, article.text);
}

void structure(benchmark::State& state, std::string_view piece) {
  const Article article = article_of(piece);
  for (auto _ : state) benchmark::DoNotOptimize(analyze_structure(article, Analysis{}));
  count_bytes(state, article.text);
}

BENCHMARK_CAPTURE(words, english, english);
BENCHMARK_CAPTURE(words, german, german);
BENCHMARK_CAPTURE(word_reader, english, english);
BENCHMARK_CAPTURE(word_reader, german, german);
BENCHMARK_CAPTURE(paragraphs, english, english);
BENCHMARK_CAPTURE(sentences, english, english);
BENCHMARK_CAPTURE(sentences, german, german);
BENCHMARK_CAPTURE(quotations, english, english);
BENCHMARK_CAPTURE(language, english, english);
BENCHMARK_CAPTURE(structure, english, english);
BENCHMARK_CAPTURE(structure, german, german);

}  // namespace
}  // namespace twosource

BENCHMARK_MAIN();
