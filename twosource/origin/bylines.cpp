#include "twosource/origin/bylines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "twosource/origin/owners.hpp"

namespace twosource {
namespace {

// Two authors with their posts; what is longer is a sentence.
constexpr std::uint32_t max_byline_bytes = 180;
constexpr std::size_t max_byline_tokens = 28;
// Lines in which the name of an author from the metadata is looked for.
constexpr std::uint32_t author_bytes = 600;

constexpr std::array<std::string_view, 14> openings = {"By",  "BY",  "Von",  "VON",  "Par",
                                                       "PAR", "Por", "POR",  "Di",   "Door",
                                                       "Av",  "Af",  "Text", "Texte"};

// Small words that stand between the names and posts of a byline.
constexpr std::array<std::string_view, 40> between_names = {
    "and",    "und",      "et",    "y",         "e",          "in",
    "for",    "of",       "the",   "at",        "with",       "from",
    "de",     "van",      "von",   "der",       "bin",        "al",
    "to",     "on",       "staff", "writer",    "reporter",   "correspondent",
    "editor", "senior",   "chief", "political", "diplomatic", "news",
    "agency", "agencies", "wire",  "services",  "updated",    "published",
    "min",    "read",     "ago",   "writers"};

// Words in an author's name that no person bears.
constexpr std::array<std::string_view, 30> not_a_person = {
    "desk",      "staff",     "editor",        "editors",     "team",     "newsroom",
    "bureau",    "admin",     "redaktion",     "news",        "web",      "online",
    "reporter",  "reporters", "correspondent", "writer",      "agencies", "agency",
    "report",    "wire",      "wires",         "contributor", "the",      "by",
    "redacción", "rédaction", "media",         "service",     "network",  "times"};

// Lines by which an outlet says: one of ours wrote this.
constexpr std::array<std::string_view, 12> outlet_signatures = {
    "staff reporter",      "our correspondent",      "by our correspondent",
    "own correspondent",   "by staff reporter",      "by our reporter",
    "our reporter",        "from our correspondent", "by our staff reporter",
    "by a staff reporter", "special correspondent",  "by our special correspondent"};

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// What a list of names holds: agencies, people, the outlet.
struct Signers {
  std::vector<std::uint32_t> agencies;
  bool unnamed_agencies = false;
  bool shared = false;     ///< an agency behind "and" or "with"
  std::size_t person = 0;  ///< capitalised words that name neither agency nor outlet
  bool only_names = true;  ///< no small word that a byline does not have
};

bool joins(std::string_view word) {
  constexpr std::array<std::string_view, 8> joints = {"and", "und",  "et", "y",
                                                      "e",   "with", "&",  "mit"};
  return one_of(joints, word);
}

void add_agency(Signers& signers, const std::optional<Naming>& naming) {
  if (!naming) {
    signers.unnamed_agencies = true;
  } else if (std::ranges::find(signers.agencies, naming->agency) == signers.agencies.end()) {
    signers.agencies.push_back(naming->agency);
  }
}

void add_word(Signers& signers, std::string_view shown, const std::string& word) {
  const bool number = shown.front() >= '0' && shown.front() <= '9';
  if (starts_upper(shown)) {
    if (!one_of(not_a_person, word)) ++signers.person;
  } else if (!number && !one_of(between_names, word)) {
    signers.only_names = false;
  }
}

Signers read_signers(std::string_view text, std::span<const LineToken> tokens, std::size_t first,
                     const AgencyIndex& index) {
  Signers signers;
  std::string before;
  for (std::size_t i = first; i < tokens.size();) {
    const std::string word = lower_ascii(slice(text, tokens[i].span));
    const auto naming = index.match(text, tokens, i);
    if (naming || word == "agencies" || word == "wires") {
      signers.shared = signers.shared || (i > first && joins(before));
      add_agency(signers, naming);
      i += naming ? naming->tokens : 1;
      before.clear();
      continue;
    }
    if (tokens[i].word) add_word(signers, slice(text, tokens[i].span), word);
    before = word;
    ++i;
  }
  return signers;
}

std::optional<std::uint32_t> find_ci(std::string_view text, std::string_view name) {
  const std::size_t at = lower_ascii(text).find(lower_ascii(name));
  if (at == std::string::npos) return std::nullopt;
  return static_cast<std::uint32_t>(at);
}

bool names_own_outlet(const Article& article, std::string_view line) {
  const std::vector<std::string> names = outlet_names(article);
  return std::ranges::any_of(
      names, [&](const std::string& name) { return line.find(name) != std::string_view::npos; });
}

SourceMark judge(const Article& article, Span line, std::string_view words,
                 const Signers& signers) {
  SourceMark mark{.kind = MarkKind::byline, .span = line, .agencies = signers.agencies};
  const bool outlet = names_own_outlet(article, words);
  if (!signers.agencies.empty() || signers.unnamed_agencies) {
    const bool shared = signers.shared && (signers.person > 0 || outlet);
    mark.kind = shared ? MarkKind::shared_credit : MarkKind::credit;
  } else if (outlet) {
    mark.kind = MarkKind::outlet_byline;
  }
  return mark;
}

/// "Jon Doe, The Associated Press": a person, a comma, the full name of an agency, nothing else.
/// "Jon Doe, AP" is how pictures are credited.
bool is_signed_by_agency(std::string_view text, std::span<const LineToken> tokens,
                         const AgencyIndex& index) {
  constexpr std::size_t max_tokens = 10;
  if (tokens.size() > max_tokens || tokens.size() < 5) return false;
  for (std::size_t i = 3; i < tokens.size(); ++i) {
    const auto naming = index.match(text, tokens, i);
    if (!naming || naming->tokens < 2) continue;
    const bool the = lower_ascii(slice(text, tokens[i - 1].span)) == "the";
    const std::size_t comma = the ? i - 2 : i - 1;
    return slice(text, tokens[comma].span) == "," && i + naming->tokens == tokens.size() &&
           starts_upper(slice(text, tokens[0].span)) && starts_upper(slice(text, tokens[1].span));
  }
  return false;
}

}  // namespace

std::vector<std::string> outlet_names(const Article& article) {
  std::vector<std::string> names;
  std::string_view name = article.outlet;
  if (name.starts_with("The ") || name.starts_with("the ")) name.remove_prefix(4);
  // A last word of less than four letters ("FM", "24") is no name.
  constexpr std::size_t min_name = 4;
  while (!name.empty()) {
    if (name.size() >= min_name || name.size() == article.outlet.size()) names.emplace_back(name);
    const std::size_t space = name.find(' ');
    if (space == std::string_view::npos) break;
    name.remove_prefix(space + 1);
    if (!starts_upper(name)) break;
  }
  return names;
}

std::optional<SourceMark> read_byline(const Article& article, Span line,
                                      const AgencyIndex& agencies) {
  if (line.size() > max_byline_bytes) return std::nullopt;
  const std::string_view text = article.text;
  const std::string_view words = slice(text, line);
  const std::vector<LineToken> tokens = find_line_tokens(text, line);
  if (tokens.size() > max_byline_tokens || tokens.empty()) return std::nullopt;
  if (one_of(outlet_signatures, lower_ascii(words))) {
    return SourceMark{.kind = MarkKind::outlet_byline, .span = line, .agencies = {}};
  }
  if (is_signed_by_agency(text, tokens, agencies)) {
    return judge(article, line, words, read_signers(text, tokens, 0, agencies));
  }
  if (tokens.size() < 2 || !one_of(openings, slice(text, tokens.front().span))) return std::nullopt;
  const Signers signers = read_signers(text, tokens, 1, agencies);
  const bool names_somebody =
      signers.person > 0 || !signers.agencies.empty() || signers.unnamed_agencies;
  const bool sentence = words.ends_with('.') && words.size() > max_byline_bytes / 2;
  if (!signers.only_names || !names_somebody || sentence) return std::nullopt;
  return judge(article, line, words, signers);
}

std::optional<SourceMark> read_author(const Article& article, std::string_view author,
                                      const AgencyIndex& agencies) {
  const Span whole{0, static_cast<std::uint32_t>(author.size())};
  const std::vector<LineToken> tokens = find_line_tokens(author, whole);
  if (tokens.empty()) return std::nullopt;
  const Signers signers = read_signers(author, tokens, 0, agencies);
  const bool agency = !signers.agencies.empty() || signers.unnamed_agencies;
  // A person has two names; "Newsroom" and "The Courier" are no persons.
  if (!agency && signers.person < 2) return std::nullopt;
  if (!agency && outlet_key(author) == outlet_key(article.outlet)) return std::nullopt;
  const std::string_view head = std::string_view(article.text).substr(0, author_bytes);
  const std::optional<std::uint32_t> found = find_ci(head, author);
  const auto size = static_cast<std::uint32_t>(author.size());
  const Span span = found ? Span{*found, *found + size} : Span{};
  return judge(article, span, author, signers);
}

}  // namespace twosource
