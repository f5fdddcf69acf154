// Time expressions (T1), measured on TimeML documents (TimeBank, AQUAINT of TempEval-3, ...).
//
// Data: PATH... are folders or files; read is every .tml below them. The documents' time of
// creation is the time of publication; it is given, so it is not scored. The titles, where a
// document has them outside TEXT, are not read.
//
// Measures, as TempEval-3 (UzZaman et al. 2013) defines them for task A:
//   strict   F1 of expressions with exactly the gold's borders
//   relaxed  F1 of expressions that overlap one of the gold's, one to one, in text order
//   value    F1 of expressions that overlap and have the gold's `value`, letter by letter
//   type     the same for `type`
// F1 = 2 · right / (found + gold), summed over documents.
//
// Each path is a set of its own. Its documents are split by XXH3 of the file's name: "tuned" (even;
// their errors were looked at) and "held out" (odd; never looked at). --output FILE writes the
// disagreements of the tuned halves, one a line, for those who improve the rules.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "bench/evaluations.hpp"
#include "bench/read_text_times.hpp"
#include "bench/timeml.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/time/calendar.hpp"

namespace twosource::bench {
namespace {

struct Counts {
  std::size_t documents = 0;
  std::size_t found = 0;
  std::size_t gold = 0;
  std::size_t strict = 0;
  std::size_t relaxed = 0;
  std::size_t value = 0;
  std::size_t type = 0;

  Counts& operator+=(const Counts& other) {
    documents += other.documents;
    found += other.found;
    gold += other.gold;
    strict += other.strict;
    relaxed += other.relaxed;
    value += other.value;
    type += other.type;
    return *this;
  }
  [[nodiscard]] double f1(std::size_t right) const {
    return found + gold == 0 ? 0.0
                             : 2.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

// The time of creation as seconds; none where it names no day.
std::optional<std::int64_t> anchor_of(std::string_view created) {
  const std::optional<TimeValue> value = read_time_value(created);
  const std::optional<TimeInterval> interval = value ? interval_of(*value) : std::nullopt;
  return interval ? std::optional(interval->begin) : std::nullopt;
}

std::string type_of(TimeKind kind) {
  switch (kind) {
    case TimeKind::date:
      return "DATE";
    case TimeKind::time:
      return "TIME";
    case TimeKind::duration:
      return "DURATION";
    case TimeKind::set:
      break;
  }
  return "SET";
}

// A gold expression, one that was found, or both where they overlap.
struct Pair {
  const GoldTime* gold = nullptr;
  const TimeExpression* found = nullptr;
};

// Both lists are in text order and free of overlaps.
std::vector<Pair> paired(const std::vector<GoldTime>& gold,
                         const std::vector<TimeExpression>& found) {
  std::vector<Pair> pairs;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < gold.size() || j < found.size()) {
    if (j == found.size() || (i < gold.size() && gold[i].span.end <= found[j].span.begin)) {
      pairs.push_back({&gold[i++], nullptr});
    } else if (i == gold.size() || found[j].span.end <= gold[i].span.begin) {
      pairs.push_back({nullptr, &found[j++]});
    } else {
      pairs.push_back({&gold[i++], &found[j++]});
    }
  }
  return pairs;
}

Counts counted(const std::vector<Pair>& pairs) {
  Counts counts;
  counts.documents = 1;
  for (const Pair& pair : pairs) {
    counts.gold += pair.gold == nullptr ? 0 : 1;
    counts.found += pair.found == nullptr ? 0 : 1;
    if (pair.gold == nullptr || pair.found == nullptr) continue;
    ++counts.relaxed;
    counts.strict += pair.gold->span == pair.found->span ? 1 : 0;
    counts.value += pair.gold->value == pair.found->value ? 1 : 0;
    counts.type += pair.gold->type == type_of(pair.found->kind) ? 1 : 0;
  }
  return counts;
}

std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

void add_disagreements(std::string& lines, std::string_view name, const TimeMl& document,
                       const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    const Span gold = pair.gold == nullptr ? Span{} : pair.gold->span;
    const Span found = pair.found == nullptr ? Span{} : pair.found->span;
    const std::string gold_value = pair.gold == nullptr ? "-" : pair.gold->value;
    const std::string found_value = pair.found == nullptr ? "-" : pair.found->value;
    if (gold == found && gold_value == found_value) continue;
    const std::uint32_t at = pair.gold == nullptr ? found.begin : gold.begin;
    const std::uint32_t from = at < 60 ? 0 : at - 60;
    lines += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", name, document.created,
                         on_one_line(slice(document.text, gold)), gold_value,
                         on_one_line(slice(document.text, found)), found_value,
                         on_one_line(document.text.substr(from, 140)));
  }
}

void print_row(std::ostream& out, std::string_view name, const Counts& counts) {
  out << fmt::format("{:<34}{:>5}{:>6}{:>6}{:>8.4f}{:>9.4f}{:>8.4f}{:>8.4f}\n", name,
                     counts.documents, counts.gold, counts.found, counts.f1(counts.strict),
                     counts.f1(counts.relaxed), counts.f1(counts.value), counts.f1(counts.type));
}

void print_lines(std::ostream& out, std::string_view suffix, const Counts& counts) {
  out << fmt::format("timex.strict{}: {:.4f}\n", suffix, counts.f1(counts.strict));
  out << fmt::format("timex.relaxed{}: {:.4f}\n", suffix, counts.f1(counts.relaxed));
  out << fmt::format("timex.value{}: {:.4f}\n", suffix, counts.f1(counts.value));
}

struct Halves {
  Counts tuned;
  Counts held_out;
};

Result<Halves> measure_set(const std::string& path, std::string& disagreements) {
  const std::vector<std::string> paths = {path};
  const FoundInputs inputs = find_inputs(paths);
  for (const FileProblem& problem : inputs.problems) return problem.error;
  Halves halves;
  for (const std::string& file : inputs.files) {
    if (!file.ends_with(".tml")) continue;
    const Result<std::string> bytes = read_file(file, max_input_bytes);
    if (!bytes) return bytes.error();
    const Result<TimeMl> document = read_timeml(*bytes);
    if (!document) return document.error();
    const std::string name = file.substr(file.rfind('/') + 1);
    const std::vector<TimeExpression> found =
        read_text_times(document->text, anchor_of(document->created));
    const std::vector<Pair> pairs = paired(document->times, found);
    const bool tuned = hash_bytes(name) % 2 == 0;
    (tuned ? halves.tuned : halves.held_out) += counted(pairs);
    if (tuned) add_disagreements(disagreements, name, *document, pairs);
  }
  return halves;
}

}  // namespace

Result<Done> measure_time_expressions(const Request& request, std::ostream& out) {
  std::string disagreements = "file\tcreated\tgold\tvalue\tfound\tvalue\tcontext\n";
  Halves all;
  out << fmt::format("{:<34}{:>5}{:>6}{:>6}{:>8}{:>9}{:>8}{:>8}\n", "TimeML", "docs", "gold",
                     "found", "strict", "relaxed", "value", "type");
  for (const std::string& path : request.paths) {
    const Result<Halves> halves = measure_set(path, disagreements);
    if (!halves) return halves.error();
    const std::string name = path.substr(path.size() - std::min<std::size_t>(path.size(), 22));
    print_row(out, name + " (tuned)", halves->tuned);
    print_row(out, name + " (held out)", halves->held_out);
    all.tuned += halves->tuned;
    all.held_out += halves->held_out;
  }
  Counts total = all.tuned;
  total += all.held_out;
  if (total.documents == 0) return Error{ErrorKind::missing, "no .tml file lies under the paths"};
  print_row(out, "all", total);
  if (!request.output.empty()) {
    const Result<Done> written = write_file_whole(request.output, disagreements);
    if (!written) return written.error();
  }
  print_lines(out, "", total);
  print_lines(out, "_tuned", all.tuned);
  print_lines(out, "_held_out", all.held_out);
  return Done{};
}

}  // namespace twosource::bench
