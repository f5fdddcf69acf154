#include "twosource/text/governments.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "twosource/base/embedded.hpp"
#include "twosource/base/unicode.hpp"

TWOSOURCE_EMBEDDED(governments)

namespace twosource {
namespace {

struct Table {
  std::set<std::string_view> countries;
  std::map<std::string_view, std::string_view> country_of_seat;
  std::map<std::string_view, std::string_view> country_of_name;
};

// Takes what stands before the next `separator` off `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const std::string_view field = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), field.size() + 1));
  return field;
}

const Table& table() {
  static const Table read = [] {
    Table all;
    std::string_view rest = governments();
    while (!rest.empty()) {
      std::string_view line = take(rest, '\n');
      if (line.starts_with('#')) continue;
      const std::string_view country = take(line, '\t');
      all.countries.insert(country);
      std::string_view seats = take(line, '\t');
      std::string_view names = take(line, '\t');
      while (!seats.empty()) all.country_of_seat.emplace(take(seats, '|'), country);
      while (!names.empty()) all.country_of_name.emplace(take(names, '|'), country);
    }
    return all;
  }();
  return read;
}

// "u n" is "un": initials, with full stops or without.
std::string without_stops(std::string key) {
  for (std::size_t i = 1; i < key.size(); i += 2) {
    if (key[i] != ' ') return key;
  }
  std::erase(key, ' ');
  return key;
}

}  // namespace

std::string place_key(std::string_view name) {
  std::string key;
  for (const char c : to_latin(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      key += c;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
  if (key.ends_with(' ')) key.pop_back();
  const auto& names = table().country_of_name;
  if (const auto found = names.find(key); found != names.end()) return std::string(found->second);
  if (key.starts_with("the ") && key.size() > 4 && key != "the hague") key.erase(0, 4);
  if (const auto found = names.find(key); found != names.end()) return std::string(found->second);
  return without_stops(std::move(key));
}

std::string country_of_seat(std::string_view place_key) {
  const auto& seats = table().country_of_seat;
  const auto found = seats.find(place_key);
  return found == seats.end() ? std::string() : std::string(found->second);
}

bool is_country(std::string_view place_key) {
  return table().countries.contains(place_key);
}

}  // namespace twosource
