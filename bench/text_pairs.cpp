// Sets of labelled pairs of sentences, and how well scores follow the labels.
#include "bench/text_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include <fmt/format.h>

#include "twosource/base/files.hpp"
#include "twosource/base/json.hpp"
#include "twosource/claim/pair_features.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t largest_file = std::size_t{64} << 20U;

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

template <class Take>
Result<Done> for_each_line(const std::string& path, const Take& take) {
  const Result<std::string> bytes = read_file(path, largest_file);
  if (!bytes) return bytes.error();
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    take(fields_of(line));
  }
  return Done{};
}

// The cases from the greatest score to the smallest.
std::vector<std::size_t> ranking(const std::vector<double>& scores) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t x, std::size_t y) { return scores[x] > scores[y]; });
  return order;
}

}  // namespace

Result<std::vector<TextPair>> read_msrp(const std::string& path) {
  std::vector<TextPair> pairs;
  const Result<Done> read = for_each_line(path, [&](const std::vector<std::string>& fields) {
    if (fields.size() == 5 && (fields[0] == "0" || fields[0] == "1"))
      pairs.push_back({fields[3], fields[4], fields[0] == "1" ? 1.0 : 0.0, {}});
  });
  if (!read) return read.error();
  if (pairs.empty())
    return Error{ErrorKind::format, fmt::format("{} has no pairs as MSRP has them", path)};
  return pairs;
}

Result<std::vector<TextPair>> read_sts(const std::string& path, std::string_view group) {
  std::vector<TextPair> pairs;
  const Result<Done> read = for_each_line(path, [&](const std::vector<std::string>& fields) {
    if (fields.size() < 3 || fields[0].empty()) return;
    pairs.push_back(
        {fields[1], fields[2], std::strtod(fields[0].c_str(), nullptr), std::string(group)});
  });
  if (!read) return read.error();
  if (pairs.empty())
    return Error{ErrorKind::format, fmt::format("{} has no pairs as SemEval STS has them", path)};
  return pairs;
}

bool Answer::tunes() const {
  return question == "Q2" || question == "Q3" || question == "Q5" || question == "Q6";
}

Result<std::vector<Answer>> read_nanco(const std::string& path) {
  const Result<std::string> bytes = read_file(path, largest_file);
  if (!bytes) return bytes.error();
  const Result<Json> json = parse_json(*bytes);
  if (!json) return json.error();
  std::vector<Answer> answers;
  for (const Json& question : json->array() != nullptr ? *json->array() : Json::Array{}) {
    const Json* list = question.find("answers");
    if (list == nullptr || list->array() == nullptr) continue;
    for (const Json& answer : *list->array()) {
      const Json* cluster = answer.find("cluster_global");
      answers.push_back({std::string(answer.text_at("qid")), std::string(answer.text_at("Answer")),
                         std::string(answer.text_at("Paragraph")),
                         cluster == nullptr ? -1 : static_cast<int>(cluster->number())});
    }
  }
  if (answers.empty())
    return Error{ErrorKind::format, fmt::format("{} has no answers as NAnCo has them", path)};
  return answers;
}

const ComparedUnit& TextReader::read(const std::string& text) {
  const auto [at, is_new] = units_.try_emplace(text);
  if (!is_new) return at->second;
  Article article;
  article.text = text;
  article.language = "en";
  article.body = {0, static_cast<std::uint32_t>(text.size())};
  Analysis analysis = analyze_structure(article, analyze_words(article));
  analysis.language = "en";
  const TaggedText tagged = tagger_.tag(article, analysis);
  at->second =
      compared_unit(article.text, tagged, 0, static_cast<std::uint32_t>(tagged.tokens.size()));
  return at->second;
}

std::vector<DenseRow> feature_rows(const std::vector<TextPair>& pairs, TextReader& reader) {
  std::vector<DenseRow> rows;
  rows.reserve(pairs.size());
  for (const TextPair& pair : pairs) {
    const PairFeatures features = pair_features(reader.read(pair.a), reader.read(pair.b));
    rows.emplace_back(features.begin(), features.end());
  }
  return rows;
}

double area_under_curve(const std::vector<double>& scores, const std::vector<bool>& wanted) {
  const std::vector<std::size_t> order = ranking(scores);
  double above = 0.0;  // wanted ones before the place
  double sum = 0.0;
  double others = 0.0;
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    double yes = 0.0;
    double no = 0.0;
    for (; end < order.size() && scores[order[end]] == scores[order[i]]; ++end)
      wanted[order[end]] ? ++yes : ++no;
    sum += no * (above + yes / 2.0);
    above += yes;
    others += no;
    i = end;
  }
  return above * others > 0.0 ? sum / (above * others) : 0.0;
}

double average_precision(const std::vector<double>& scores, const std::vector<bool>& wanted) {
  const std::vector<std::size_t> order = ranking(scores);
  double right = 0.0;
  double sum = 0.0;
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    double yes = 0.0;
    for (; end < order.size() && scores[order[end]] == scores[order[i]]; ++end)
      yes += wanted[order[end]] ? 1.0 : 0.0;
    right += yes;
    sum += yes * right / static_cast<double>(end);
    i = end;
  }
  return right > 0.0 ? sum / right : 0.0;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const auto count = static_cast<double>(std::max<std::size_t>(x.size(), 1));
  const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / count;
  const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / count;
  double xy = 0.0;
  double xx = 0.0;
  double yy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mean_x) * (y[i] - mean_y);
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
  }
  return xx * yy > 0.0 ? xy / std::sqrt(xx * yy) : 0.0;
}

}  // namespace twosource::bench
