#include "twosource/engine/analyses.hpp"

#include <algorithm>

#include "twosource/text/analyze.hpp"

namespace twosource {
namespace {

// So many articles lie between two signs of life: a fraction of a second of work.
constexpr std::size_t batch_size = 256;

}  // namespace

std::vector<Analysis> analyze_all(std::span<const Article> articles, Jobs jobs, const Tell& tell) {
  std::vector<Analysis> analyses(articles.size());
  for (std::size_t start = 0; start < articles.size(); start += batch_size) {
    tell.stage("reading words and sentences", start, articles.size());
    const std::size_t count = std::min(batch_size, articles.size() - start);
    parallel_for(jobs, count, [&](std::size_t i) {
      const Article& article = articles[start + i];
      analyses[start + i] = analyze_structure(article, analyze_words(article));
    });
  }
  return analyses;
}

}  // namespace twosource
