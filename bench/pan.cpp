// Passages with true places (R5), in the format of the PAN text alignment tasks (2009 to 2014).
//
// Data: PATH... holds the folders `suspicious-documents` (NAME.txt with NAME.xml beside it) and
// `source-documents`. The XML says which passages were taken from where:
//
//     <feature name="plagiarism" type="artificial" obfuscation="random-shuffling"
//       this_offset="10" this_length="90" source_reference="source-document00001.txt"
//       source_offset="5" source_length="88"/>
//
// Offsets count characters. Kinds: obfuscation none is verbatim; random-shuffling and
// pos-preserving are shuffled; semantic-variation is reworded; type simulated is simulated.
//
// All documents go through find_copies as the bodies of articles, with the thresholds of the
// product. A detection is a copy between a suspicious document and a source, unless it is marked as
// furniture or as a formula. Measures are those of Potthast et al. (COLING 2010), macro-averaged:
//   precision    share of a detection's characters, in both documents, that a case covers
//   recall       share of a case's characters that detections cover
//   granularity  detections for each case that was detected
//   plagdet      F1 / log2(1 + granularity)
// For one kind, detections that lie in cases of other kinds are left out; what lies in no case
// counts against every kind.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "bench/evaluations.hpp"
#include "twosource/base/code_points.hpp"
#include "twosource/base/files.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::bench {
namespace {

enum class Kind { verbatim, shuffled, reworded, simulated };
constexpr std::array<std::string_view, 4> kind_names = {"verbatim", "shuffled", "reworded",
                                                        "simulated"};

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

Range common(Range x, Range y) {
  const std::uint32_t begin = std::max(x.begin, y.begin);
  return {begin, std::max(begin, std::min(x.end, y.end))};
}

// A passage of a suspicious document and its source, in characters: a true case or a detection.
struct Case {
  std::size_t document = 0;
  std::size_t source = 0;
  Range here;
  Range there;
  Kind kind = Kind::verbatim;
};

bool overlap(const Case& x, const Case& y) {
  return x.document == y.document && x.source == y.source && common(x.here, y.here).size() > 0 &&
         common(x.there, y.there).size() > 0;
}

// How many characters the ranges cover together.
std::uint32_t covered(std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const Range& x, const Range& y) { return x.begin < y.begin; });
  std::uint32_t sum = 0;
  std::uint32_t end = 0;
  for (const Range& range : ranges) {
    const std::uint32_t begin = std::max(range.begin, end);
    if (range.end > begin) sum += range.end - begin;
    end = std::max(end, range.end);
  }
  return sum;
}

// The share of `passage` that those of `others` cover that overlap it.
double covered_share(const Case& passage, const std::vector<Case>& others) {
  std::vector<Range> here;
  std::vector<Range> there;
  for (const Case& other : others) {
    if (!overlap(passage, other)) continue;
    here.push_back(common(passage.here, other.here));
    there.push_back(common(passage.there, other.there));
  }
  return static_cast<double>(covered(here) + covered(there)) /
         (passage.here.size() + passage.there.size());
}

struct Score {
  std::size_t cases = 0;
  std::size_t detections = 0;
  double precision = 0.0;
  double recall = 0.0;
  double granularity = 1.0;

  [[nodiscard]] double plagdet() const {
    if (precision + recall == 0.0) return 0.0;
    return 2 * precision * recall / (precision + recall) / std::log2(1.0 + granularity);
  }
};

Score score(const std::vector<Case>& cases, const std::vector<Case>& detections) {
  Score result{.cases = cases.size(), .detections = detections.size()};
  for (const Case& detection : detections) result.precision += covered_share(detection, cases);
  std::size_t found = 0;
  std::size_t pieces = 0;
  for (const Case& truth : cases) {
    result.recall += covered_share(truth, detections);
    const auto hits = static_cast<std::size_t>(std::count_if(
        detections.begin(), detections.end(), [&](const Case& d) { return overlap(truth, d); }));
    found += hits > 0 ? 1 : 0;
    pieces += hits;
  }
  if (!detections.empty()) result.precision /= static_cast<double>(detections.size());
  if (!cases.empty()) result.recall /= static_cast<double>(cases.size());
  if (found > 0) result.granularity = static_cast<double>(pieces) / static_cast<double>(found);
  return result;
}

// Detections less those that lie in cases of another kind and in none of `kind`.
std::vector<Case> without_other_kinds(const std::vector<Case>& detections,
                                      const std::vector<Case>& truth, Kind kind) {
  std::vector<Case> kept;
  for (const Case& detection : detections) {
    bool own = false;
    bool other = false;
    for (const Case& c : truth) {
      if (overlap(detection, c)) (c.kind == kind ? own : other) = true;
    }
    if (own || !other) kept.push_back(detection);
  }
  return kept;
}

// The value of ` name="value"` in a tag; empty if it is not there.
std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::string key = fmt::format(" {}=\"", name);
  const std::size_t begin = tag.find(key);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = tag.find('"', begin + key.size());
  return tag.substr(begin + key.size(), end == std::string_view::npos ? std::string_view::npos
                                                                      : end - begin - key.size());
}

std::optional<Range> range_of(std::string_view tag, std::string_view prefix) {
  Range range;
  std::uint32_t length = 0;
  const auto number = [&](std::string_view digits, std::uint32_t& into) {
    return !digits.empty() &&
           std::from_chars(digits.data(), digits.data() + digits.size(), into).ec == std::errc();
  };
  if (!number(attribute(tag, fmt::format("{}_offset", prefix)), range.begin) ||
      !number(attribute(tag, fmt::format("{}_length", prefix)), length)) {
    return std::nullopt;
  }
  range.end = range.begin + length;
  return range;
}

std::optional<Kind> kind_of(std::string_view tag) {
  if (attribute(tag, "type") == "simulated") return Kind::simulated;
  const std::string_view obfuscation = attribute(tag, "obfuscation");
  if (obfuscation == "none") return Kind::verbatim;
  if (obfuscation == "random-shuffling" || obfuscation == "pos-preserving") return Kind::shuffled;
  if (obfuscation == "semantic-variation") return Kind::reworded;
  return std::nullopt;
}

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

struct Corpus {
  std::vector<Article> articles;
  std::map<std::string, std::size_t> by_name;
  std::vector<bool> suspicious;
  std::vector<Case> truth;
};

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  return article;
}

Result<Done> read_truth(const std::string& path, Corpus& corpus) {
  const Result<std::string> xml = read_file(path, max_input_bytes);
  if (!xml) return xml.error();
  const std::string name = file_name(path);
  const auto document = corpus.by_name.find(name.substr(0, name.size() - 4) + ".txt");
  for (std::size_t at = xml->find("name=\"plagiarism\""); at != std::string::npos;
       at = xml->find("name=\"plagiarism\"", at + 1)) {
    const std::string_view tag = std::string_view(*xml).substr(at, xml->find('>', at) - at);
    const auto source = corpus.by_name.find(std::string(attribute(tag, "source_reference")));
    const std::optional<Range> here = range_of(tag, "this");
    const std::optional<Range> there = range_of(tag, "source");
    const std::optional<Kind> kind = kind_of(tag);
    if (document == corpus.by_name.end() || source == corpus.by_name.end() || !here || !there ||
        !kind) {
      return Error{ErrorKind::format, path + " has a <feature> that is not of the PAN format"};
    }
    corpus.truth.push_back({document->second, source->second, *here, *there, *kind});
  }
  return Done{};
}

Result<Corpus> read_corpus(const std::vector<std::string>& paths) {
  const FoundInputs inputs = find_inputs(paths);
  for (const FileProblem& problem : inputs.problems) return problem.error;
  Corpus corpus;
  for (const std::string& path : inputs.files) {
    const bool suspicious = path.find("suspicious-document") != std::string::npos;
    if (path.size() < 4 || path.compare(path.size() - 4, 4, ".txt") != 0 ||
        (!suspicious && path.find("source-document") == std::string::npos)) {
      continue;
    }
    Result<std::string> text = read_file(path, max_input_bytes);
    if (!text) return text.error();
    corpus.by_name[file_name(path)] = corpus.articles.size();
    corpus.suspicious.push_back(suspicious);
    corpus.articles.push_back(article_of(std::move(*text)));
    corpus.articles.back().id = file_name(path);
  }
  for (const std::string& path : inputs.files) {
    if (path.size() < 4 || path.compare(path.size() - 4, 4, ".xml") != 0) continue;
    if (const Result<Done> read = read_truth(path, corpus); !read) return read.error();
  }
  if (corpus.truth.empty()) {
    return Error{ErrorKind::missing,
                 "no suspicious-documents/*.xml with passages lie under the paths"};
  }
  return corpus;
}

std::vector<Case> detect(const Corpus& corpus, Jobs jobs) {
  std::vector<Analysis> analyses;
  std::vector<CodePointMap> maps;
  for (const Article& article : corpus.articles) {
    analyses.push_back(analyze_structure(article, analyze_words(article)));
    maps.emplace_back(article.text);
  }
  std::vector<Case> detections;
  for (const Copy& copy : find_copies(corpus.articles, analyses, jobs).copies) {
    if (copy.furniture || copy.formula || corpus.suspicious[copy.a] == corpus.suspicious[copy.b]) {
      continue;
    }
    const Range a{maps[copy.a].at(copy.a_span.begin), maps[copy.a].at(copy.a_span.end)};
    const Range b{maps[copy.b].at(copy.b_span.begin), maps[copy.b].at(copy.b_span.end)};
    detections.push_back(corpus.suspicious[copy.a] ? Case{copy.a, copy.b, a, b}
                                                   : Case{copy.b, copy.a, b, a});
  }
  return detections;
}

void print_row(std::ostream& out, std::string_view name, const Score& s) {
  out << fmt::format("{:<12}{:>6}{:>7}{:>11.4f}{:>9.4f}{:>13.3f}{:>9.4f}\n", name, s.cases,
                     s.detections, s.precision, s.recall, s.granularity, s.plagdet());
}

}  // namespace

Result<Done> score_pan_passages(const Request& request, std::ostream& out) {
  const Result<Corpus> corpus = read_corpus(request.paths);
  if (!corpus) return corpus.error();
  const std::vector<Case> detections = detect(*corpus, request.jobs);
  out << fmt::format("{:<12}{:>6}{:>7}{:>11}{:>9}{:>13}{:>9}\n", "PAN", "cases", "found",
                     "precision", "recall", "granularity", "plagdet");
  std::string lines;
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    const Kind kind = static_cast<Kind>(i);
    std::vector<Case> cases;
    for (const Case& c : corpus->truth) {
      if (c.kind == kind) cases.push_back(c);
    }
    const Score s = score(cases, without_other_kinds(detections, corpus->truth, kind));
    print_row(out, kind_names[i], s);
    lines += fmt::format("pan.{}: {:.4f}\n", kind_names[i], s.plagdet());
  }
  const Score all = score(corpus->truth, detections);
  print_row(out, "all", all);
  out << lines << fmt::format("pan.all: {:.4f}\n", all.plagdet());
  return Done{};
}

}  // namespace twosource::bench
