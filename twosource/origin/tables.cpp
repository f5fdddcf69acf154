#include "twosource/origin/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "twosource/base/embedded.hpp"

TWOSOURCE_EMBEDDED(agencies_tsv)
TWOSOURCE_EMBEDDED(owners_tsv)

namespace twosource {
namespace {

struct Row {
  std::size_t line = 0;
  std::vector<std::string_view> cells;
};

std::vector<std::string_view> split(std::string_view text, char border) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(border, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::vector<std::string> values(std::string_view cell) {
  std::vector<std::string> list;
  for (const std::string_view part : split(cell, ';')) {
    const std::string_view value = trim(part);
    if (!value.empty()) list.emplace_back(value);
  }
  return list;
}

std::vector<std::string> domains(std::string_view cell) {
  std::vector<std::string> list = values(cell);
  for (std::string& domain : list) {
    for (char& c : domain) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    if (domain.starts_with("www.")) domain.erase(0, 4);
  }
  return list;
}

/// The rows behind the line that names the columns. Cells missing at the end of a row are empty.
Result<std::vector<Row>> read_rows(std::string_view tsv, std::string_view table,
                                   std::size_t columns) {
  std::vector<Row> rows;
  std::size_t number = 0;
  bool named = false;
  for (const std::string_view line : split(tsv, '\n')) {
    ++number;
    if (trim(line).empty() || line.starts_with('#')) continue;
    if (!std::exchange(named, true)) continue;
    Row row{number, split(line, '\t')};
    if (row.cells.size() > columns) {
      return Error{ErrorKind::format,
                   fmt::format("{} line {}: {} columns where {} are known; separate columns by one "
                               "tab and values by `; `",
                               table, number, row.cells.size(), columns)};
    }
    row.cells.resize(columns);
    for (std::string_view& cell : row.cells) cell = trim(cell);
    if (row.cells.front().empty()) {
      return Error{ErrorKind::format,
                   fmt::format("{} line {}: the first column needs a name", table, number)};
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Sorts by name; the name that stands twice, or an empty view.
template <class T>
std::string_view sort_by_name(std::vector<T>& list, std::string T::*name) {
  std::ranges::sort(list, {}, name);
  const auto twice = std::ranges::adjacent_find(list, {}, name);
  return twice == list.end() ? std::string_view() : std::string_view((*twice).*name);
}

template <class T>
std::vector<T> merged(std::vector<T> base, std::vector<T> mine, std::string T::*name) {
  std::erase_if(base, [&](const T& entry) {
    return std::ranges::find(mine, entry.*name, name) != mine.end();
  });
  std::ranges::move(mine, std::back_inserter(base));
  std::ranges::sort(base, {}, name);
  return base;
}

OriginTables read_built_in() {
  // The embedded files are ours: a test reads them and holds them to their format.
  return {.agencies = parse_agencies(agencies_tsv()).value_or({}),
          .owners = parse_owners(owners_tsv()).value_or({})};
}

}  // namespace

const OriginTables& built_in_tables() {
  static const OriginTables tables = read_built_in();
  return tables;
}

Result<std::vector<Agency>> parse_agencies(std::string_view tsv) {
  constexpr std::size_t columns = 5;
  const Result<std::vector<Row>> rows = read_rows(tsv, "agency table", columns);
  if (!rows) return rows.error();
  std::vector<Agency> agencies;
  for (const Row& row : *rows) {
    if (row.cells[1] != "agency" && row.cells[1] != "release") {
      return Error{ErrorKind::format,
                   fmt::format("agency table line {}: the kind \"{}\" is not known; write `agency` "
                               "or `release`",
                               row.line, row.cells[1])};
    }
    agencies.push_back({.short_name = std::string(row.cells[0]),
                        .kind = row.cells[1] == "agency" ? AgencyKind::agency : AgencyKind::release,
                        .names = values(row.cells[2]),
                        .credits = values(row.cells[3]),
                        .domains = domains(row.cells[4])});
  }
  if (const std::string_view twice = sort_by_name(agencies, &Agency::short_name); !twice.empty()) {
    return Error{ErrorKind::format,
                 fmt::format("agency table: \"{}\" stands there twice; keep one line", twice)};
  }
  return agencies;
}

Result<std::vector<Owner>> parse_owners(std::string_view tsv) {
  constexpr std::size_t columns = 3;
  const Result<std::vector<Row>> rows = read_rows(tsv, "owner table", columns);
  if (!rows) return rows.error();
  std::vector<Owner> owners;
  for (const Row& row : *rows) {
    owners.push_back({.name = std::string(row.cells[0]),
                      .outlets = values(row.cells[1]),
                      .domains = domains(row.cells[2])});
  }
  if (const std::string_view twice = sort_by_name(owners, &Owner::name); !twice.empty()) {
    return Error{ErrorKind::format,
                 fmt::format("owner table: \"{}\" stands there twice; keep one line", twice)};
  }
  return owners;
}

OriginTables merge_tables(OriginTables base, OriginTables mine) {
  return {
      .agencies = merged(std::move(base.agencies), std::move(mine.agencies), &Agency::short_name),
      .owners = merged(std::move(base.owners), std::move(mine.owners), &Owner::name)};
}

}  // namespace twosource
