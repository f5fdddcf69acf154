#include "twosource/origin/outlet_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "twosource/origin/owners.hpp"

namespace twosource {
namespace {

constexpr std::size_t max_name_tokens = 10;  // "The Bank of Selne & Sons Ltd."
constexpr std::size_t max_name_words = 7;

constexpr std::array<std::string_view, 18> joints = {"of",  "the", "and", "&",  "de",  "del",
                                                     "du",  "la",  "le",  "di", "da",  "der",
                                                     "des", "für", "for", "-",  "van", "’"};

// Capitalised words that a name of one word cannot be.
constexpr std::array<std::string_view, 52> no_names = {
    "january",   "february", "march",     "april",    "may",     "june",      "july",    "august",
    "september", "october",  "november",  "december", "jan",     "feb",       "mar",     "apr",
    "jun",       "jul",      "aug",       "sept",     "sep",     "oct",       "nov",     "dec",
    "monday",    "tuesday",  "wednesday", "thursday", "friday",  "saturday",  "sunday",  "english",
    "spanish",   "french",   "german",    "italian",  "russian", "arabic",    "chinese", "hebrew",
    "persian",   "facebook", "twitter",   "x",        "youtube", "instagram", "tiktok",  "medium",
    "substack",  "linkedin", "telegram",  "reddit"};

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

bool is_number(std::string_view word) {
  return word.front() >= '0' && word.front() <= '9';
}

/// "courier.example": words joined by dots without a space, the last of two letters and more.
std::optional<NameFound> read_domain(std::string_view text, std::span<const LineToken> tokens,
                                     std::size_t first) {
  std::size_t last = first;
  const auto joined = [&](std::size_t i) {
    return i + 1 < tokens.size() && tokens[i].span.end == tokens[i + 1].span.begin;
  };
  const auto is = [&](std::size_t i, std::string_view mark) {
    return slice(text, tokens[i].span) == mark;
  };
  while (joined(last) && (is(last + 1, ".") || is(last + 1, "-")) && joined(last + 1) &&
         tokens[last + 2].word) {
    last += 2;
  }
  if (last == first || !is(last - 1, ".")) return std::nullopt;
  const std::string_view end = slice(text, tokens[last].span);
  const std::string_view begin = slice(text, tokens[first].span);
  // "U.S.Steel" and "St.Selne" are no domains; "AL.com" is one.
  if (end.size() < 2 || is_number(end) || lower_ascii(end) != end || begin.size() < 2) {
    return std::nullopt;
  }
  return NameFound{{tokens[first].span.begin, tokens[last].span.end}, last - first + 1};
}

/// Behind the last capitalised word or number of a name that begins at `first`.
std::size_t end_of_name(std::string_view text, std::span<const LineToken> tokens,
                        std::size_t first) {
  std::size_t end = first;
  std::size_t words = 0;
  for (std::size_t i = first; i < tokens.size() && i - first < max_name_tokens; ++i) {
    const std::string_view word = slice(text, tokens[i].span);
    if (one_of(joints, word)) continue;
    const bool part = tokens[i].word && (starts_upper(word) || is_number(word));
    if (!part || ++words > max_name_words) break;
    end = i + 1;
  }
  return end;
}

/// Letters of the begins of the words, in order: each word gives at least one, small words may give
/// none. The words are a handful, and most branches end at the first letter.
bool made_of(std::string_view label, std::span<const std::string> words) {
  if (words.empty()) return label.empty();
  const std::string& word = words.front();
  const std::span<const std::string> rest = words.subspan(1);
  const bool small = one_of(joints, word) || word == "news" || word == "online";
  if (small && made_of(label, rest)) return true;
  for (std::size_t taken = 1; taken <= std::min(word.size(), label.size()); ++taken) {
    if (label[taken - 1] != word[taken - 1]) return false;
    if (made_of(label.substr(taken), rest)) return true;
  }
  return false;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (const LineToken& token :
       find_line_tokens(name, {0, static_cast<std::uint32_t>(name.size())})) {
    constexpr std::size_t max_words = 8;
    if (token.word && words.size() < max_words) {
      words.push_back(lower_ascii(slice(name, token.span)));
    }
  }
  return words;
}

bool is_begin_of_other(std::string_view a, std::string_view b) {
  constexpr std::size_t min_shared = 4;
  return std::min(a.size(), b.size()) >= min_shared && (a.starts_with(b) || b.starts_with(a));
}

}  // namespace

std::optional<NameFound> read_name(std::string_view text, std::span<const LineToken> tokens,
                                   std::size_t first) {
  const auto word = [&](std::size_t i) {
    return i < tokens.size() ? slice(text, tokens[i].span) : std::string_view();
  };
  if (first < tokens.size() && lower_ascii(word(first)) == "the") ++first;
  if (first >= tokens.size() || !tokens[first].word) return std::nullopt;
  if (auto domain = read_domain(text, tokens, first)) return domain;
  if (!starts_upper(word(first))) return std::nullopt;
  const std::size_t end = end_of_name(text, tokens, first);
  const bool dated = end - first > 1 && is_number(word(first + 1));
  const bool odd = one_of(no_names, lower_ascii(word(first)));
  if (odd && (dated || end - first == 1)) return std::nullopt;
  return NameFound{{tokens[first].span.begin, tokens[end - 1].span.end}, end - first};
}

std::string name_key(std::string_view name) {
  if (const std::size_t scheme = name.find("://"); scheme != std::string_view::npos) {
    name.remove_prefix(scheme + 3);
  }
  std::string lower = lower_ascii(name);
  if (lower.starts_with("www.")) lower.erase(0, 4);
  if (lower.find(' ') == std::string::npos) {
    const std::size_t dot = lower.find('.');
    if (dot != std::string::npos && dot + 2 < lower.size()) lower.resize(dot);
  }
  std::string key = outlet_key(lower);
  std::erase_if(key, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
  });
  constexpr std::size_t min_behind_the = 4;
  if (key.starts_with("the") && key.size() >= 3 + min_behind_the) key.erase(0, 3);
  return key;
}

bool may_be_outlet(const Article& article, std::string_view name) {
  const std::string key = name_key(name);
  if (key.empty()) return false;
  const std::string outlet = name_key(article.outlet);
  if (!outlet.empty() && (key == outlet || is_begin_of_other(key, outlet))) return true;
  const std::string host = url_host(article.url);
  const std::vector<std::string> words = words_of(name);
  for (std::string_view domain = host; domain.find('.') != std::string_view::npos;
       domain = parent_domain(domain)) {
    const std::string_view label = domain.substr(0, domain.find('.'));
    const std::string label_key = name_key(label);
    if (key == label_key || is_begin_of_other(key, label_key)) return true;
    if (label.size() >= 2 && words.size() >= 2 && made_of(label, words)) return true;
  }
  return names_outlet(article, name);
}

PressIndex::PressIndex(std::span<const Owner> owners, std::span<const std::string> outlets)
    : outlets_({}) {
  std::map<std::string, std::string> owner_of;  // by name, so that the order is the same always
  for (const Owner& owner : owners) {
    for (const std::string& outlet : owner.outlets) {
      // "The Citizen (Tanzania)": no text names it so.
      if (outlet.find('(') == std::string::npos) owner_of.emplace(outlet, owner.name);
    }
  }
  for (const std::string& outlet : outlets) owner_of.emplace(outlet, std::string());
  std::vector<Agency> list;
  for (auto& [name, owner] : owner_of) {
    list.push_back({.short_name = name, .names = {name}, .credits = {}, .domains = {}});
    owners_.push_back(owner);
  }
  outlets_ = AgencyIndex(std::move(list));
}

std::optional<PressIndex::Outlet> PressIndex::match(std::string_view text,
                                                    std::span<const LineToken> tokens,
                                                    std::size_t first) const {
  const auto naming = outlets_.match(text, tokens, first);
  if (!naming) return std::nullopt;
  return Outlet{outlets_[naming->agency].short_name, owners_[naming->agency], naming->tokens};
}

}  // namespace twosource
