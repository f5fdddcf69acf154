#include "bench/collection.hpp"

#include <fmt/format.h>

#include <utility>

#include "twosource/base/files.hpp"
#include "twosource/read/collection.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::bench {

Result<std::vector<Article>> read_collection(const std::string& path, const FieldMap& fields) {
  std::vector<ReadOutcome> outcomes;
  {
    const Result<std::string> bytes = read_file(path, max_input_bytes);
    if (!bytes) return bytes.error();
    outcomes.push_back(read_bytes(path, *bytes, {.fields = fields}));
  }
  ReadOutcome settled = settle(std::move(outcomes));
  if (settled.articles.empty()) {
    return Error{ErrorKind::format, fmt::format("{} holds no articles", path)};
  }
  return std::move(settled.articles);
}

std::vector<Analysis> analyze_light(std::span<const Article> articles) {
  std::vector<Analysis> analyses;
  analyses.reserve(articles.size());
  for (const Article& article : articles) analyses.push_back(analyze_words(article));
  return analyses;
}

}  // namespace twosource::bench
