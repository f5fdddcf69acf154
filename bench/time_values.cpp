// Values of time expressions (T2), measured on the specifications of Recognizers-Text
// (github.com/microsoft/Recognizers-Text, MIT).
//
// Data: PATH... are files like Specs/DateTime/English/DateTimeModel.json: an array of cases with an
// Input, the moment at which it is said (Context.ReferenceDateTime) and the Results that are to be
// found, each with its place, its TypeName and the values that it may have.
//
// How a stretch of ours (time/stretches.hpp) is written in their notation, all in one place below
// (`told_as`): they give a `date` its day; a `daterange` a `start` and an `end`, where the end of a
// longer unit is the day behind it, and that of a range from one unit to another the first day of
// the other ("from August to October" ends on October 1); a `duration` its seconds, with 30 days a
// month and 365 a year. `time`, `timerange`, `datetime` and `datetimerange` are the same with a
// time of day; a `set` is compared by its TIMEX3 value.
//
// Which cases: those whose NotSupported names all four of Microsoft's platforms are skipped, and
// results without a value. Where a result lists several values, the past one before the future one,
// the first counts.
//
// A result is right if a stretch overlaps it and tells the same type and value to the letter;
// `exact` is the share of right ones among the results of the types date, daterange and duration.
// `same place` asks for equal borders besides: their borders take in prepositions that ours leave
// out. --output FILE writes the disagreements.
#include <algorithm>
#include <array>
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
#include "twosource/base/files.hpp"
#include "twosource/base/json.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/time/calendar.hpp"
#include "twosource/time/stretches.hpp"

namespace twosource::bench {
namespace {

constexpr std::array<std::string_view, 3> wanted_types = {"date", "daterange", "duration"};

// A result as Recognizers-Text writes it.
struct Wanted {
  Span span;
  std::string type;
  std::string value;  // "2016-11-07", "2016-11-07 2016-11-10", "3600", "P1D"
};

std::string moment(std::int64_t seconds, std::string_view type) {
  const std::string text = write_time_value(value_of(point_at(seconds, Grain::second)));
  if (type.starts_with("datetime")) return text.substr(0, 10) + ' ' + text.substr(11);
  return type.starts_with("date") ? text.substr(0, 10) : text.substr(11);
}

std::string seconds_text(const TimeAmount& amount) {
  std::int64_t thousandths = amount[Grain::second];
  TimeAmount larger = amount;
  larger[Grain::second] = 0;
  const std::optional<std::int64_t> seconds = seconds_of(larger);
  if (!seconds || thousandths < 0) return "unknown";
  thousandths += *seconds * TimeAmount::one;
  return fmt::format("{}", static_cast<double>(thousandths) / 1000);
}

// What a stretch says as a value of `type`, one of theirs; none where it is of another.
std::optional<std::string> told_as(std::string_view type, const TimeStretch& stretch,
                                   const std::string& set_value) {
  if (stretch.form == TimeStretch::Form::set)
    return type == "set" ? std::optional(set_value) : std::nullopt;
  if (stretch.form == TimeStretch::Form::length)
    return type == "duration" ? std::optional(seconds_text(stretch.amount)) : std::nullopt;
  const bool is_day = type == "date" || type == "daterange";
  if (is_day != (stretch.grain >= Grain::day)) return std::nullopt;
  const bool is_unit = stretch.form == TimeStretch::Form::unit && stretch.grain != Grain::day_part;
  if (is_unit == type.ends_with("range")) return std::nullopt;
  if (is_unit) return moment(*stretch.begin, type);
  const std::optional<std::int64_t> end = stretch.last ? stretch.last : stretch.end;
  return (stretch.begin ? moment(*stretch.begin, type) : "") + ' ' +
         (end ? moment(*end, type) : "");
}

// The byte at which the character number `place` begins; characters are counted as .NET does, in
// UTF-16 units.
std::uint32_t byte_at(std::string_view text, std::size_t place) {
  std::size_t byte = 0;
  std::size_t units = 0;
  while (byte < text.size() && units < place) {
    const auto lead = static_cast<unsigned char>(text[byte]);
    units += lead >= 0xF0U ? 2 : 1;
    ++byte;
    while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) ++byte;
  }
  return static_cast<std::uint32_t>(byte);
}

// The seconds of "2016-11-07T00:00:00".
std::optional<std::int64_t> reference_of(const Json& one_case) {
  const Json* const context = one_case.find("Context");
  if (context == nullptr) return std::nullopt;
  const std::optional<TimeValue> value =
      read_time_value(context->text_at("ReferenceDateTime").substr(0, 19));
  const std::optional<TimeInterval> interval = value ? interval_of(*value) : std::nullopt;
  return interval ? std::optional(interval->begin) : std::nullopt;
}

bool is_skipped(const Json& one_case) {
  const std::string platforms = fold(one_case.text_at("NotSupported"));
  const auto names = [&](std::string_view name) {
    return platforms.find(name) != std::string::npos;
  };
  // "javascript" contains "java".
  return names("dotnet") && names("python") && names("javascript") &&
         (names("java,") || platforms.ends_with("java"));
}

// A result as they tell it; without a type where it has no value.
Wanted wanted(std::string_view input, const Json& result) {
  Wanted answer;
  std::string_view type = result.text_at("TypeName");
  type.remove_prefix(std::min(type.size(), type.find('.') + 1));
  const Json* const resolution = result.find("Resolution");
  const Json* const values = resolution == nullptr ? nullptr : resolution->find("values");
  const Json* const start = result.find("Start");
  const Json* const end = result.find("End");
  if (values == nullptr || values->array() == nullptr || values->array()->empty() ||
      start == nullptr || end == nullptr)
    return answer;
  const Json& value = values->array()->front();
  answer.type = type;
  answer.span = {byte_at(input, static_cast<std::size_t>(start->number())),
                 byte_at(input, static_cast<std::size_t>(end->number()) + 1)};
  answer.value = value.text_at("value");
  if (type == "set") answer.value = value.text_at("timex");
  if (type == "duration") {
    const Result<Json> seconds = parse_json(answer.value);
    if (seconds && seconds->is_number()) answer.value = fmt::format("{}", seconds->number());
  }
  if (answer.value.empty())
    answer.value = fmt::format("{} {}", value.text_at("start"), value.text_at("end"));
  return answer;
}

struct Counts {
  std::size_t wanted = 0;
  std::size_t right = 0;
  std::size_t same_place = 0;
  std::size_t overlapped = 0;

  Counts& operator+=(const Counts& other) {
    wanted += other.wanted;
    right += other.right;
    same_place += other.same_place;
    overlapped += other.overlapped;
    return *this;
  }
};

struct Tally {
  std::map<std::string, Counts> types;
  std::size_t cases = 0;
  std::size_t skipped = 0;
  std::size_t foreign = 0;  // stretches of ours where nothing was to be found
  std::string disagreements;
};

// The stretches of an input, each with the value of its expression.
struct Found {
  std::vector<TimeExpression> times;
  std::vector<TimeStretch> stretches;
};

Found found_in(std::string_view input, std::optional<std::int64_t> reference) {
  Found found;
  found.times = read_text_times(input, reference, TimeStyle::message);
  found.stretches = time_stretches(input, found.times, reference);
  return found;
}

void judge(Tally& tally, std::string_view input, std::string_view reference, const Wanted& result,
           const Found& found) {
  Counts counts;
  counts.wanted = 1;
  std::string told = "-\t-\t-";
  for (const TimeStretch& stretch : found.stretches) {
    if (!stretch.span.overlaps(result.span)) continue;
    counts.overlapped = 1;
    const std::string& timex = found.times[stretch.expression].value;
    const std::optional<std::string> value = told_as(result.type, stretch, timex);
    told =
        fmt::format("{}\t{}\t{}", slice(input, stretch.span), timex, value.value_or("other type"));
    if (value != result.value) continue;
    counts.right = 1;
    if (stretch.span == result.span) counts.same_place = 1;
  }
  tally.types[result.type] += counts;
  if (counts.right == 1) return;
  tally.disagreements += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", reference, result.type,
                                     slice(input, result.span), result.value, told, input);
}

void judge_case(Tally& tally, const Json& one_case) {
  const Json* const results = one_case.find("Results");
  if (results == nullptr || results->array() == nullptr || is_skipped(one_case)) {
    ++tally.skipped;
    return;
  }
  ++tally.cases;
  const std::string_view input = one_case.text_at("Input");
  const Json* const context = one_case.find("Context");
  const std::string_view reference =
      context == nullptr ? "" : context->text_at("ReferenceDateTime");
  const Found found = found_in(input, reference_of(one_case));
  std::vector<Wanted> all;
  for (const Json& result : *results->array()) {
    all.push_back(wanted(input, result));
    if (!all.back().type.empty()) judge(tally, input, reference, all.back(), found);
  }
  for (const TimeStretch& one : found.stretches) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const Wanted& result) {
      return result.span.overlaps(one.span);
    });
    tally.foreign += known ? 0 : 1;
  }
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void print_row(std::ostream& out, std::string_view name, const Counts& counts) {
  out << fmt::format("{:<16}{:>8}{:>10.4f}{:>8.4f}{:>12.4f}\n", name, counts.wanted,
                     share(counts.overlapped, counts.wanted), share(counts.right, counts.wanted),
                     share(counts.same_place, counts.wanted));
}

void print(std::ostream& out, const Tally& tally) {
  out << fmt::format("{} cases, {} skipped\n", tally.cases, tally.skipped);
  out << fmt::format("{:<16}{:>8}{:>10}{:>8}{:>12}\n", "type", "results", "found", "exact",
                     "same place");
  Counts main;
  for (const auto& [type, counts] : tally.types) {
    print_row(out, type, counts);
    if (std::find(wanted_types.begin(), wanted_types.end(), type) != wanted_types.end())
      main += counts;
  }
  print_row(out, "date, range, dur", main);
  out << fmt::format("time-values.exact: {:.4f}\n", share(main.right, main.wanted));
  out << fmt::format("time-values.exact_same_place: {:.4f}\n", share(main.same_place, main.wanted));
  out << fmt::format("time-values.found: {:.4f}\n", share(main.overlapped, main.wanted));
  out << fmt::format("time-values.foreign: {}\n", tally.foreign);
  out << fmt::format("time-values.skipped: {}\n", tally.skipped);
}

}  // namespace

Result<Done> measure_time_values(const Request& request, std::ostream& out) {
  const FoundInputs inputs = find_inputs(request.paths);
  for (const FileProblem& problem : inputs.problems) return problem.error;
  Tally tally;
  tally.disagreements = "said\ttype\twords\tvalue\tfound\ttimex\tvalue\tinput\n";
  for (const std::string& path : inputs.files) {
    const Result<std::string> bytes = read_file(path, max_input_bytes);
    if (!bytes) return bytes.error();
    std::string_view text = *bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const Result<Json> cases = parse_json(text);
    if (!cases) return cases.error();
    if (cases->array() == nullptr)
      return Error{ErrorKind::format, path + ": this is no list of cases"};
    for (const Json& one_case : *cases->array()) judge_case(tally, one_case);
  }
  if (tally.types.empty()) return Error{ErrorKind::missing, "the files have no case with a value"};
  if (!request.output.empty()) {
    const Result<Done> written = write_file_whole(request.output, tally.disagreements);
    if (!written) return written.error();
  }
  print(out, tally);
  return Done{};
}

}  // namespace twosource::bench
