#include "bench/brat.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace twosource::bench {
namespace {

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

std::optional<std::uint32_t> to_number(std::string_view digits) {
  std::uint32_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return number;
}

// "115 290;300 310"; nothing if it is not of that form.
std::vector<BratRange> ranges_of(std::string_view text) {
  std::vector<BratRange> ranges;
  while (!text.empty()) {
    std::string_view range = take(text, ';');
    const std::optional<std::uint32_t> begin = to_number(take(range, ' '));
    const std::optional<std::uint32_t> end = to_number(range);
    if (!begin || !end || *begin >= *end) return {};
    ranges.push_back({*begin, *end});
  }
  return ranges;
}

// "T3" or "E12": a letter and digits.
bool is_id(std::string_view id, char letter) {
  return id.size() > 1 && id.front() == letter && to_number(id.substr(1)).has_value();
}

BratEvent event_of(std::string_view text) {
  BratEvent event;
  while (!text.empty()) {
    std::string_view pair = take(text, ' ');
    std::string_view role = take(pair, ':');
    while (!role.empty() && role.back() >= '0' && role.back() <= '9') role.remove_suffix(1);
    if (!role.empty() && !pair.empty()) event.roles.emplace_back(role, pair);
  }
  return event;
}

}  // namespace

Result<BratFile> parse_brat(std::string_view standoff) {
  BratFile file;
  while (!standoff.empty()) {
    std::string_view line = take(standoff, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view id = take(line, '\t');
    if (is_id(id, 'T')) {
      std::string_view where = take(line, '\t');
      const std::string_view kind = take(where, ' ');
      std::vector<BratRange> ranges = ranges_of(where);
      if (ranges.empty())
        return Error{ErrorKind::format,
                     "the brat mark " + std::string(id) + " names no range of characters"};
      file.marks[std::string(id)] = {std::string(kind), std::move(ranges)};
    } else if (is_id(id, 'E')) {
      file.events.push_back(event_of(line));
    }
  }
  return file;
}

}  // namespace twosource::bench
