#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/origin.hpp"
#include "twosource/model/story.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

/// What a test says of one article beside its text.
struct Print {
  std::string outlet;
  std::string text;       ///< headline, blank line, body; paragraphs by blank lines
  std::string published;  ///< "2031-05-04" or "2031-05-04 17:30"; empty: unknown
  std::vector<std::string> authors;
  std::string url;
};

/// An article whose id and path are `name`.
Article make_print(const std::string& name, const Print& print);

/// A small newsroom for tests: articles of one story, the copies found the slow and obvious way.
struct Newsroom {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  std::vector<Copy> copies;    ///< undirected
  std::vector<Story> stories;  ///< one, of all articles

  explicit Newsroom(const std::vector<Print>& prints);

  [[nodiscard]] Origins trace(const OriginTables& tables = built_in_tables()) const;
  /// "2 shown, at most 3".
  [[nodiscard]] std::string sum() const;
  /// The counted origins, one a line, each with the numbers of its articles: "agency text (NWA) 0
  /// 1".
  [[nodiscard]] std::string counted() const;
  /// The name of the origin of the sentence of this article that begins so; "-" for none, "?" if
  /// there is no such sentence.
  [[nodiscard]] std::string origin_of(ArticleIndex article, std::string_view begin) const;
};

/// Every run of at least eight equal words between the bodies of two articles; runs with at most
/// six other words between them on either side are one edited copy. Quadratic.
std::vector<Copy> plain_copies(const std::vector<Article>& articles,
                               const std::vector<Analysis>& analyses);

}  // namespace twosource
