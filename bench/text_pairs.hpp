#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bench/dense_model.hpp"
#include "twosource/base/result.hpp"
#include "twosource/claim/compared_unit.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource::bench {

/// Two short texts and what a data set says of them.
struct TextPair {
  std::string a;
  std::string b;
  double gold = 0.0;
  std::string group;  ///< topic, question, year: pairs of one group are never parted
};

/// The tab-separated pairs of MSRP: label, two ids, two sentences; a headline first.
Result<std::vector<TextPair>> read_msrp(const std::string& path);

/// The tab-separated pairs of SemEval STS: score 0 to 5, two sentences. Lines without a score are
/// left out. `group` is the one given.
Result<std::vector<TextPair>> read_sts(const std::string& path, std::string_view group);

/// An answer of NAnCo: the words of a paragraph that answer a question.
struct Answer {
  std::string question;  ///< "Q2" to "Q9"
  std::string words;
  std::string paragraph;
  int cluster = 0;  ///< answers of a question that say the same have the same

  /// Questions 2, 3, 5 and 6 are there to tune and to learn from, the others to test.
  [[nodiscard]] bool tunes() const;
};

/// The answers in nanco_dataset.json.
Result<std::vector<Answer>> read_nanco(const std::string& path);

/// Makes texts ready to be compared, each once. English is taken for granted: a headline is too
/// short to tell.
class TextReader {
 public:
  const ComparedUnit& read(const std::string& text);

 private:
  TextTagger tagger_;
  std::map<std::string, ComparedUnit> units_;
};

/// The numbers of pair_features for each pair.
std::vector<DenseRow> feature_rows(const std::vector<TextPair>& pairs, TextReader& reader);

/// Area under the ROC curve: how often a case with gold ≥ `limit` has a greater score than another.
double area_under_curve(const std::vector<double>& scores, const std::vector<bool>& wanted);

/// Average precision of the ranking by score; ties count as one place.
double average_precision(const std::vector<double>& scores, const std::vector<bool>& wanted);

/// Pearson's correlation.
double correlation(const std::vector<double>& x, const std::vector<double>& y);

}  // namespace twosource::bench
