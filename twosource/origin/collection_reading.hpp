#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/origin/reading.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

/// What every article of a collection shows by itself. Direction and origins both look at it, so it
/// is read once.
struct CollectionReading {
  SourceNames names;
  std::vector<ArticleReading> articles;  ///< by article; empty for one that was not read
};

/// Which articles are read.
enum class ReadWhich { all, with_copies };

struct ReadingOptions {
  Jobs jobs;
  ReadWhich which = ReadWhich::all;
};

/// Reads the articles of a collection. `copies` say which parts are furniture. Linear in the texts.
CollectionReading read_collection(std::span<const Article> articles,
                                  std::span<const Analysis> analyses, std::span<const Copy> copies,
                                  const OriginTables& tables, const ReadingOptions& options = {});

}  // namespace twosource
