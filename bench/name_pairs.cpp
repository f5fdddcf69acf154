// S5: are two names one person's? F1 on the pairs of name_bench
// (github.com/opensanctions/nomenklatura, contrib/name_bench; MIT): spelling errors,
// transliterations, orders, initials, and names that only look alike.
//
// Data: PATH is cases.csv. Only pairs of persons count. A pair is answered yes from a likeness of
// `likely_same_name` on. The constants of `name_likeness` were set by reason after a look at some
// of the pairs; none was fitted. Halves by the hash of the line show how steady the figure is;
// errors are told (--output) for the first only.
#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bench/evaluations.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/speech/person_name.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t largest_file = std::size_t{16} << 20U;

// The fields of one line of CSV; quoted ones may hold commas, and a doubled mark is one.
std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      fields.back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  return fields;
}

struct Score {
  std::size_t pairs = 0;
  std::size_t same = 0;
  std::size_t found = 0;
  std::size_t right = 0;
  [[nodiscard]] double precision() const { return ratio(right, found); }
  [[nodiscard]] double recall() const { return ratio(right, same); }
  [[nodiscard]] double f1() const { return ratio(2 * right, found + same); }
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  }
};

using Scores = std::array<Score, 3>;  // halves, all

// The pair of one line, if it is one of persons.
void judge(std::string_view line, bool tell, Scores& scores, std::ostream& out) {
  const std::vector<std::string> fields = fields_of(line);
  if (fields.size() < 5 || fields[1] != "Person") return;
  const bool same = fields[4] == "true";
  const double likeness = name_likeness(fields[2], fields[3]);
  const bool found = likeness >= likely_same_name;
  const std::size_t half = hash_bytes(line) % 2;
  if (tell && half == 0 && same != found)
    out << fmt::format("{} {:.2f} {} | {}\n", same ? "missed" : "wrong", likeness, fields[2],
                       fields[3]);
  for (Score* score : {&scores.at(half), &scores[2]}) {
    ++score->pairs;
    score->same += same ? 1 : 0;
    score->found += found ? 1 : 0;
    score->right += same && found ? 1 : 0;
  }
}

void print(const Scores& scores, std::ostream& out) {
  constexpr std::array<std::string_view, 3> names = {"first half", "other half", "all"};
  out << fmt::format("{:<12}{:>7}{:>7}{:>11}{:>9}{:>7}\n", "pairs of", "all", "same", "precision",
                     "recall", "F1");
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const Score& score = scores.at(i);
    out << fmt::format("{:<12}{:>7}{:>7}{:>11.1f}{:>9.1f}{:>7.1f}\n", names.at(i), score.pairs,
                       score.same, score.precision(), score.recall(), score.f1());
  }
  out << fmt::format("name-pairs.f1: {:.2f}\nname-pairs.other_half_f1: {:.2f}\n", scores[2].f1(),
                     scores[1].f1());
}

}  // namespace

Result<Done> measure_name_pairs(const Request& request, std::ostream& out) {
  if (request.paths.size() != 1)
    return Error{ErrorKind::usage, "bench name-pairs wants cases.csv of name_bench"};
  const Result<std::string> bytes = read_file(request.paths.front(), largest_file);
  if (!bytes) return bytes.error();
  Scores scores;
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    judge(line, !request.output.empty(), scores, out);
  }
  if (scores[2].pairs == 0)
    return Error{ErrorKind::format, fmt::format("{} has no pairs of persons as name_bench has them",
                                                request.paths.front())};
  print(scores, out);
  return Done{};
}

}  // namespace twosource::bench
