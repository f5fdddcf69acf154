#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource {

/// The article that a plain text file gives: title, blank line, body; no title, no blank line.
inline Article make_article(std::string_view title, std::string_view body) {
  Article article;
  article.text = title;
  article.title = {0, static_cast<std::uint32_t>(title.size())};
  if (!title.empty()) article.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(article.text.size());
  article.text += body;
  article.body = {begin, static_cast<std::uint32_t>(article.text.size())};
  return article;
}

/// Articles of a test with their analyses, both parts.
struct MadeArticles {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;

  /// Gives it an id if it has none: "article0" for the first.
  void add(Article article) {
    if (article.id.empty()) article.id = "article" + std::to_string(articles.size());
    analyses.push_back(analyze_structure(article, analyze_words(article)));
    articles.push_back(std::move(article));
  }
};

}  // namespace twosource
