#include "bench/judged_statements.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "twosource/base/files.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t largest_file = std::size_t{16} << 20U;
constexpr std::size_t columns = 8;
constexpr std::size_t hash_digits = 16;
using Fields = std::array<std::string_view, columns>;

// The part of `rest` before the separator, which is taken off it.
std::string_view next_part(std::string_view& rest, char separator) {
  const std::string_view part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  return part;
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "12-40"; "-" is an empty span.
std::optional<Span> span_of(std::string_view text) {
  if (text == "-") return Span{};
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto begin = number(text.substr(0, dash));
  const auto end = number(text.substr(dash + 1));
  if (!begin || !end || *begin >= *end) return std::nullopt;
  return Span{*begin, *end};
}

std::optional<StatementKind> kind_of(std::string_view name) {
  for (const auto kind : {StatementKind::direct, StatementKind::mixed, StatementKind::indirect}) {
    if (name == name_of(kind)) return kind;
  }
  return std::nullopt;
}

std::optional<ResolvedBy> way_of(std::string_view name) {
  for (const auto way :
       {ResolvedBy::named, ResolvedBy::pronoun, ResolvedBy::role, ResolvedBy::adjacent,
        ResolvedBy::across_articles, ResolvedBy::unnamed, ResolvedBy::unresolved}) {
    if (name == name_of(way)) return way;
  }
  return std::nullopt;
}

bool read_speaker(std::string_view field, JudgedStatement& statement) {
  if (field == "unnamed" || field == "nobody") {
    statement.speaker = field == "nobody" ? JudgedSpeaker::nobody : JudgedSpeaker::unnamed;
    return true;
  }
  const auto name = span_of(field);
  if (!name || name->empty()) return false;
  statement.speaker = JudgedSpeaker::named;
  statement.name = *name;
  return true;
}

std::optional<JudgedStatement> statement_of(const Fields& fields) {
  const auto& [text, asked, kind_name, content, cue_span, source_span, speaker, way_name] = fields;
  JudgedStatement statement;
  statement.text = text;
  statement.is_asked = asked == "yes";
  if (text.size() != hash_digits || (asked != "yes" && asked != "no")) return std::nullopt;
  std::string_view rest = content;
  while (!rest.empty()) {
    const auto span = span_of(next_part(rest, ','));
    if (!span || span->empty()) return std::nullopt;
    statement.content.push_back(*span);
  }
  const auto kind = kind_of(kind_name);
  const auto cue = span_of(cue_span);
  const auto source = span_of(source_span);
  const auto way = way_of(way_name);
  if (statement.content.empty() || !kind || !cue || !source || !way) return std::nullopt;
  if (!read_speaker(speaker, statement)) return std::nullopt;
  statement.kind = *kind;
  statement.cue = *cue;
  statement.source = *source;
  statement.resolved_by = *way;
  return statement;
}

}  // namespace

Result<std::vector<JudgedStatement>> read_judged_statements(const std::string& path) {
  const Result<std::string> bytes = read_file(path, largest_file);
  if (!bytes) return bytes.error();
  std::vector<JudgedStatement> statements;
  std::string_view rest = *bytes;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = next_part(rest, '\n');
    if (line.empty() || line.front() == '#' || line.starts_with("text\t")) continue;
    Fields fields;
    std::string_view left = line;
    for (std::string_view& field : fields) field = next_part(left, '\t');
    auto statement = statement_of(fields);
    if (!statement || !left.empty()) {
      return Error{ErrorKind::format,
                   fmt::format("{} line {} is no label of a statement", path, number)};
    }
    statements.push_back(std::move(*statement));
  }
  if (statements.empty())
    return Error{ErrorKind::format, fmt::format("{} holds no labels of statements", path)};
  return statements;
}

}  // namespace twosource::bench
