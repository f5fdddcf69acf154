#include "twosource/read/byline.hpp"

#include <algorithm>
#include <array>

#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

constexpr std::size_t max_byline = 160;  // longer lines are sentences
constexpr std::size_t max_name = 50;
constexpr std::size_t max_name_words = 5;  // "Maria da Silva e Souza"

constexpr auto openers = std::to_array<std::string_view>({"by ", "von ", "par ", "por ", "door "});

// A part with one of these is an office or a desk, not a person.
constexpr auto office_words = std::to_array<std::string_view>(
    {"correspondent", "editor",  "reporter", "writer",  "staff",     "bureau",   "desk",
     "news",          "agency",  "press",    "team",    "newsroom",  "agencies", "redaktion",
     "associated",    "reuters", "afp",      "dpa",     "tribune",   "times",    "post",
     "herald",        "gazette", "courier",  "daily",   "columnist", "analyst",  "producer",
     "contributor",   "service", "media",    "network", "tv",        "online",   "published",
     "updated",       "min",     "read",     "www",     "com"});

constexpr auto separators =
    std::to_array<std::string_view>({" and ", " und ", " et ", " & ", ";", ",", "|", " in ",
                                     " for ", " at ", " with ", "/", "\xC2\xB7", "\xE2\x80\xA2"});

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

std::string_view without_opener(std::string_view line) {
  const std::string start = lower(line.substr(0, 6));
  for (const std::string_view opener : openers) {
    if (start.starts_with(opener)) return trim(line.substr(opener.size()));
  }
  return line;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!(text = trim(text)).empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

bool starts_as_name(std::string_view word) {
  const char first = word.front();
  return (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
}

bool is_office(std::string_view word) {
  const std::string folded = lower(word);
  return std::find(office_words.begin(), office_words.end(), folded) != office_words.end();
}

bool is_person(std::string_view part) {
  const std::vector<std::string_view> words = words_of(part);
  if (words.size() < 2 || words.size() > max_name_words || part.size() > max_name) return false;
  if (part.find_first_of("0123456789@:()[]{}<>\"?!") != std::string_view::npos) return false;
  return starts_as_name(words.front()) && starts_as_name(words.back()) &&
         std::none_of(words.begin(), words.end(), is_office);
}

// Cuts at every separator.
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    std::size_t begin = line.size();
    std::size_t length = 0;
    for (const std::string_view separator : separators) {
      const std::size_t at = line.find(separator);
      if (at < begin) {
        begin = at;
        length = separator.size();
      }
    }
    parts.push_back(trim(line.substr(0, begin)));
    line.remove_prefix(std::min(begin + length, line.size()));
  }
  return parts;
}

}  // namespace

std::vector<std::string> authors_of(std::string_view byline) {
  const std::string line = on_one_line(byline);
  std::vector<std::string> authors;
  if (line.size() > max_byline) return authors;
  for (const std::string_view part : parts_of(without_opener(line))) {
    std::string name(trim(without_opener(part)));
    if (!is_person(name) || std::find(authors.begin(), authors.end(), name) != authors.end()) {
      continue;
    }
    authors.push_back(std::move(name));
  }
  return authors;
}

bool is_byline(std::string_view line) {
  line = trim(line);
  return without_opener(line).size() != line.size() && !line.ends_with('.') &&
         !authors_of(line).empty();
}

}  // namespace twosource
