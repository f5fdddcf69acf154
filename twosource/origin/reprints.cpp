// Small papers fill their pages with what larger ones wrote, and say so:
//
//   This article originally appeared in The Selne Courier.
//   Republished from the Selne Courier under a Creative Commons licence.
//   By Mara Lind, Selne Courier (TNS)
//   Copyright 2031 Selne Courier
//
// Such a text is the Courier's, byline, dateline and all, also where no article of the Courier is
// among those that were read. News are full of sentences that sound alike ("the letter was first
// published by the Courier"), so the note must speak of itself: "this article", or nobody at all.
// Whom a note may name is open; a copyright line and a signature are believed only where they name
// an outlet that is known as one, because owners and employers stand there too.
#include "twosource/origin/reprints.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace twosource {
namespace {

constexpr std::uint32_t max_note_bytes = 420;

constexpr std::array<std::string_view, 24> texts = {
    "article",  "story",   "report",     "piece",         "post",      "essay",
    "column",   "feature", "commentary", "opinion",       "analysis",  "interview",
    "op-ed",    "item",    "dispatch",   "investigation", "editorial", "content",
    "artículo", "beitrag", "artikel",    "text",          "blog",      "news"};

// What stands between "this" and the noun.
constexpr std::array<std::string_view, 8> which = {"above", "following", "preceding", "news",
                                                   "blog",  "opinion",   "guest",     "special"};

/// "originally published", "first appeared": what was done with the text, before.
constexpr std::array<std::string_view, 4> before = {"originally", "first", "previously",
                                                    "initially"};
constexpr std::array<std::string_view, 5> printed = {"published", "appeared", "ran", "posted",
                                                     "printed"};
constexpr std::array<std::string_view, 5> again = {"republished", "reprinted", "reposted",
                                                   "syndicated", "crossposted"};
constexpr std::array<std::string_view, 7> prepositions = {"by", "in",  "on",  "at",
                                                          "to", "via", "from"};

// What may stand behind the name; anything else, and the words were no name.
constexpr std::array<std::string_view, 27> behind_name = {
    ".",  ",",    ";",   ")",     ":",       "-",    "–",    "—",         "|",
    "(",  "[",    "and", "under", "with",    "on",   "at",   "in",        "as",
    "by", "here", "is",  "was",   "website", "site", "blog", "newspaper", "magazine"};

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// The tokens of one line, with their words folded.
struct Line {
  std::string_view text;
  std::vector<LineToken> tokens;
  std::vector<std::string> folded;

  Line(std::string_view whole, Span line) : text(whole), tokens(find_line_tokens(whole, line)) {
    for (const LineToken& token : tokens) folded.push_back(lower_ascii(slice(text, token.span)));
  }
  [[nodiscard]] std::string_view at(std::size_t i) const {
    return i < folded.size() ? std::string_view(folded[i]) : std::string_view();
  }
};

/// A full stop that ends a sentence: a space behind it and a capital or a mark.
bool ends_sentence(const Line& line, std::size_t i) {
  const std::string_view mark = line.at(i);
  if (mark != "." && mark != "!" && mark != "?") return false;
  return i + 1 >= line.tokens.size() || line.tokens[i + 1].span.begin > line.tokens[i].span.end;
}

/// Index behind "this article", "the above news story"; nothing for "the story".
std::optional<std::size_t> behind_pointed(const Line& line, std::size_t i) {
  bool pointed = line.at(i) == "this";
  if (!pointed && line.at(i) != "the") return std::nullopt;
  ++i;
  while (one_of(which, line.at(i)) &&
         (one_of(texts, line.at(i + 1)) || one_of(which, line.at(i + 1)))) {
    pointed = pointed || line.at(i) == "above" || line.at(i) == "following";
    ++i;
  }
  return pointed && one_of(texts, line.at(i)) ? std::optional(i + 1) : std::nullopt;
}

/// Index behind the words that say which text it is: "This article was", "The post ... ", none.
/// Nothing: the sentence speaks of something else.
std::optional<std::size_t> behind_subject(const Line& line, std::size_t first, std::size_t verb) {
  std::size_t i = first;
  while (i < verb && !line.tokens[i].word) ++i;
  if (i == verb) return i;
  const bool quoted = line.at(first) == "“" || line.at(first) == "\"";
  if (quoted && (line.at(verb - 2) == "”" || line.at(verb - 2) == "\"")) return verb;  // a title
  if (line.at(i) == "the" && line.at(i + 1) == "post" && line.at(verb) == "appeared") return verb;
  const auto text = behind_pointed(line, i);
  if (!text) return std::nullopt;
  constexpr std::array<std::string_view, 7> helpers = {"was",   "is",   "has", "been",
                                                       "being", "also", "here"};
  i = *text;
  while (i < verb && one_of(helpers, line.at(i))) ++i;
  return i == verb ? std::optional(i) : std::nullopt;
}

/// Index behind "originally published", "appeared first", "republished with permission"; nothing
/// where no such verb begins at `i`.
std::optional<std::size_t> behind_verb(const Line& line, std::size_t i) {
  if (one_of(before, line.at(i)) && one_of(printed, line.at(i + 1))) return i + 2;
  if (one_of(printed, line.at(i)) && one_of(before, line.at(i + 1))) return i + 2;
  // "This story appeared on courier.example": of itself, as only a feed says.
  if (line.at(i) == "appeared" && line.at(i + 1) == "on") return i + 1;
  if (!one_of(again, line.at(i))) return std::nullopt;
  ++i;
  if (line.at(i) == "here") ++i;
  if (line.at(i) == "with" || line.at(i) == "by") {
    std::size_t to = i + 1;
    if (line.at(to) == "the") ++to;
    if (line.at(to) == "kind") ++to;
    if (line.at(to) == "permission") {
      i = to + 1;
      if (line.at(i) == "of") return i + 1;
    }
  }
  return i;
}

/// The outlet named behind the verb, "in English by the Selne Courier".
std::optional<NameFound> named_behind(const Line& line, std::size_t i, std::size_t* at) {
  if (line.at(i - 1) != "of" && !one_of(prepositions, line.at(i))) return std::nullopt;
  if (one_of(prepositions, line.at(i))) {
    ++i;
    // "in Spanish by IPS"
    if (one_of(prepositions, line.at(i + 1)) && line.at(i - 1) == "in") i += 2;
  }
  if (line.at(i) == "https" || line.at(i) == "http") i += 4;
  const std::size_t start = line.at(i) == "the" ? i + 1 : i;
  const auto name = read_name(line.text, line.tokens, i);
  if (!name) return std::nullopt;
  *at = start + name->tokens;
  const bool ends = *at >= line.tokens.size() || one_of(behind_name, line.at(*at));
  return ends ? name : std::nullopt;
}

Reprint make_reprint(const Line& line, std::size_t first, std::size_t behind, Span name) {
  std::size_t last = behind;
  while (last < line.tokens.size() && !ends_sentence(line, last)) ++last;
  last = std::min(last, line.tokens.size() - 1);
  return {.span = {line.tokens[first].span.begin, line.tokens[last].span.end},
          .outlet = std::string(slice(line.text, name)),
          .owner = {},
          .feed = false};
}

Reprint reprint_of(const PressIndex::Outlet& outlet, Span span) {
  return {.span = span,
          .outlet = std::string(outlet.name),
          .owner = std::string(outlet.owner),
          .feed = false};
}

/// Index behind "Copyright (c) 2031"; 0 where the line does not begin so.
std::size_t behind_copyright(const Line& line) {
  constexpr std::array<std::string_view, 6> fillers = {"(", "c", ")", "™", "&", ","};
  bool sign = false;
  bool year = false;
  std::size_t i = 0;
  for (; i < line.tokens.size(); ++i) {
    const std::string_view word = line.at(i);
    const bool is_sign = word == "copyright" || word == "©";
    const bool is_year = word.size() == 4 && word.starts_with("20");
    if (!is_sign && !is_year && !one_of(fillers, word)) break;
    sign = sign || is_sign;
    year = year || is_year;
  }
  return sign && year ? i : 0;
}

/// Index behind "(TNS)" or "via AP"; `i` itself where nothing of the kind stands there.
std::size_t behind_distributor(const Line& line, std::size_t i, const AgencyIndex& agencies) {
  const bool handed = line.at(i) == "(" || line.at(i) == "via" || line.at(i) == "/";
  if (!handed || i + 1 >= line.tokens.size()) return i;
  const auto agency = agencies.match(line.text, line.tokens, i + 1);
  if (!agency) return i;
  const std::size_t end = i + 1 + agency->tokens;
  return line.at(end) == ")" ? end + 1 : end;
}

}  // namespace

std::optional<Reprint> read_reprint_note(std::string_view text, Span line_span) {
  // Most lines have none of the words; a search is cheaper than tokens.
  const std::string lower = lower_ascii(slice(text, line_span));
  constexpr std::array<std::string_view, 7> hints = {
      "appeared", "published", "reprinted", "reposted", "syndicated", "posted", "first ran"};
  if (std::ranges::none_of(
          hints, [&](std::string_view hint) { return lower.find(hint) != std::string::npos; })) {
    return std::nullopt;
  }
  const Line line(text, line_span);
  std::size_t first = 0;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    if (i > 0 && ends_sentence(line, i - 1)) first = i;
    const auto behind = behind_verb(line, i);
    if (!behind || !behind_subject(line, first, i)) continue;
    std::size_t end = 0;
    const auto name = named_behind(line, *behind, &end);
    if (!name) continue;
    Reprint found = make_reprint(line, first, end, name->span);
    // "The post ... appeared first on", "This story appeared on": sites that copy feeds say so.
    found.feed = line.at(i) == "appeared";
    return found;
  }
  return std::nullopt;
}

std::optional<Reprint> read_copyright(std::string_view text, Span line_span,
                                      const PressIndex& press) {
  if (line_span.size() > max_note_bytes) return std::nullopt;
  const Line line(text, line_span);
  const std::size_t sign = behind_copyright(line);
  const std::size_t name = line.at(sign) == "the" ? sign + 1 : sign;
  if (sign == 0 || name >= line.tokens.size()) return std::nullopt;
  std::optional<PressIndex::Outlet> outlet = press.match(text, line.tokens, sign);
  std::size_t end = sign;
  if (!outlet) {
    outlet = press.match(text, line.tokens, name);
    end = name;
  }
  if (!outlet) return std::nullopt;
  end += outlet->tokens;
  if (line.at(end) == "company") ++end;  // "© 2031 The Selne Courier Company"
  if (end < line.tokens.size() && line.at(end) != "." && line.at(end) != ",") return std::nullopt;
  return reprint_of(*outlet, line_span);
}

std::optional<Reprint> read_signed_reprint(std::string_view text, Span line_span,
                                           const PressIndex& press, const AgencyIndex& agencies) {
  const Line line(text, line_span);
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const bool apart = i == 0 || !line.tokens[i - 1].word ||
                       (line.at(i - 1) == "the" && i >= 2 && !line.tokens[i - 2].word);
    if (!apart) continue;
    const auto outlet = press.match(text, line.tokens, i);
    if (!outlet || agencies.match(text, line.tokens, i)) continue;  // "By Mara Lind, CNN"
    const std::size_t behind = i + outlet->tokens;
    const std::size_t end = behind_distributor(line, behind, agencies);
    // An outlet alone is the head of the page.
    if (end != line.tokens.size() || (i == 0 && end == behind)) continue;
    return reprint_of(*outlet, line_span);
  }
  return std::nullopt;
}

}  // namespace twosource
