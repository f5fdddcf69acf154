#pragma once

#include <string>
#include <vector>

#include "bench/bench.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/token.hpp"

namespace twosource::bench {

/// Who said what as an annotator marked it. Spans are those of the file, less white space at their
/// ends, in text order; pieces of one line with nothing but spaces between them are one.
struct MarkedAttribution {
  std::vector<Span> source;  ///< empty: the text names none
  std::vector<Span> cue;
  std::vector<Span> content;
};

struct MarkedArticle {
  std::string name;  ///< of the text file, without ".txt"
  Article article;
  Analysis analysis;
  TaggedText tagged;
  std::vector<MarkedAttribution> attributions;
};

/// Reads PolNeAR (github.com/networkdynamics/PolNeAR): folders with text/*.txt and
/// attributions/*.ann, given by one of PATH... or lying anywhere below one.
///
/// Of a text with several annotators the first file by name is taken; a text without annotations is
/// left out. By name, each article once. An error if there is none or a file is not what it should
/// be.
Result<std::vector<MarkedArticle>> read_polnear(const Request& request);

/// True for the tenth of the training articles that is never trained on: thresholds and choices are
/// tuned on it.
bool is_tuning_part(const std::string& name);

}  // namespace twosource::bench
