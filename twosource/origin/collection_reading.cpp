#include "twosource/origin/collection_reading.hpp"

#include <cstddef>

namespace twosource {

CollectionReading read_collection(std::span<const Article> articles,
                                  std::span<const Analysis> analyses, std::span<const Copy> copies,
                                  const OriginTables& tables, const ReadingOptions& options) {
  std::vector<std::vector<Span>> furniture(articles.size());
  std::vector<bool> wanted(articles.size(), options.which == ReadWhich::all);
  for (const Copy& copy : copies) {
    wanted[copy.a] = wanted[copy.b] = true;
    if (!copy.furniture) continue;
    furniture[copy.a].push_back(copy.a_span);
    furniture[copy.b].push_back(copy.b_span);
  }
  CollectionReading reading{
      .names = collect_names(articles, tables.agencies, options.jobs, tables.owners),
      .articles = std::vector<ArticleReading>(articles.size())};
  parallel_for(options.jobs, articles.size(), [&](std::size_t i) {
    if (!wanted[i]) return;
    reading.articles[i] = examine_article(articles[i], analyses[i], furniture[i], reading.names);
  });
  return reading;
}

}  // namespace twosource
