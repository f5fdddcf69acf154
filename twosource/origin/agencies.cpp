#include "twosource/origin/agencies.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "twosource/origin/abbreviations.hpp"
#include "twosource/origin/datelines.hpp"
#include "twosource/origin/owners.hpp"

namespace twosource {
namespace {

// Lines in which a dateline may stand: behind headline, summary, byline and picture captions.
constexpr std::size_t dateline_lines = 12;
constexpr std::size_t max_name_words = 4;

/// What one article shows of agencies that no table knows.
struct Shown {
  std::set<std::string> names;
  std::set<std::pair<std::string, std::string>> links;  ///< name, abbreviation
  std::set<std::string> abbreviations;
};

bool is_name_ending(std::string_view text, std::span<const LineToken> tokens, std::size_t i) {
  if (i + 1 >= tokens.size()) return false;
  const std::string first = lower_ascii(slice(text, tokens[i].span));
  const std::string second = lower_ascii(slice(text, tokens[i + 1].span));
  if (!starts_upper(slice(text, tokens[i].span))) return false;
  if (!starts_upper(slice(text, tokens[i + 1].span))) return false;
  return (first == "news" || first == "press") && (second == "agency" || second == "service");
}

/// The first token of the name that ends with the tokens at `ending`: capitalised words in front.
std::size_t name_begin(std::string_view text, std::span<const LineToken> tokens,
                       std::size_t ending) {
  constexpr std::array<std::string_view, 6> not_a_name = {"The", "THE", "By", "BY", "A", "And"};
  std::size_t first = ending;
  while (first > 0 && ending - first < max_name_words && tokens[first - 1].word) {
    const std::string_view word = slice(text, tokens[first - 1].span);
    if (!starts_upper(word) || std::ranges::find(not_a_name, word) != not_a_name.end()) break;
    --first;
  }
  return first;
}

std::uint32_t length_bit(std::string_view word) {
  constexpr std::size_t longest = 31;  // longer ones share a bit
  return std::uint32_t{1} << std::min(word.size(), longest);
}

/// The abbreviation of the name in the tokens [first, behind): "Northwater News Agency (NWA)", or
/// "NWA (Northwater News Agency)". Empty for none.
std::string_view defined_beside(std::string_view text, std::span<const LineToken> tokens,
                                std::size_t first, std::size_t behind) {
  const auto at = [&](std::size_t i) {
    return i < tokens.size() ? slice(text, tokens[i].span) : std::string_view();
  };
  if (at(behind) == "(" && at(behind + 2) == ")" && is_abbreviation(at(behind + 1))) {
    return at(behind + 1);
  }
  if (first < 2 || at(first - 1) != "(" || at(behind) != ")") return {};
  return is_abbreviation(at(first - 2)) ? at(first - 2) : std::string_view();
}

void read_names(std::string_view text, Span line, const AgencyIndex& known, Shown& shown) {
  const std::vector<LineToken> tokens = find_line_tokens(text, line);
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (!is_name_ending(text, tokens, i)) continue;
    const std::size_t first = name_begin(text, tokens, i);
    if (first == i) continue;
    bool is_known = false;
    for (std::size_t k = first; k <= i; ++k) {
      is_known = is_known || known.match(text, tokens, k).has_value();
    }
    if (is_known) continue;
    const std::string name(slice(text, {tokens[first].span.begin, tokens[i + 1].span.end}));
    shown.names.insert(name);
    const std::string_view word = defined_beside(text, tokens, first, i + 2);
    if (!word.empty()) shown.links.emplace(name, word);
  }
}

Shown read_article(const Article& article, const AgencyIndex& known) {
  Shown shown;
  std::set<std::string> head_names;
  std::size_t number = 0;
  for (const Span line : find_lines(article.text, article.body)) {
    const std::string_view words = slice(article.text, line);
    const bool head = number++ < dateline_lines;
    if (words.find("gency") != std::string_view::npos ||
        words.find("GENCY") != std::string_view::npos ||
        words.find("ervice") != std::string_view::npos) {
      read_names(article.text, line, known, shown);
    }
    if (!head) continue;
    head_names = shown.names;
    const std::optional<Dateline> dateline = read_dateline(article.text, line, known);
    if (!dateline) continue;
    for (const std::string& word : dateline->unknown) {
      if (!names_outlet(article, word)) shown.abbreviations.insert(word);
    }
  }
  std::vector<std::string> signers = article.authors;
  signers.push_back(article.outlet);  // the agency's own file
  for (const std::string& signer : signers) {
    read_names(signer, {0, static_cast<std::uint32_t>(signer.size())}, known, shown);
    if (shown.names.contains(signer)) head_names.insert(signer);
  }
  if (head_names.size() == 1 && shown.abbreviations.size() == 1) {
    shown.links.emplace(*head_names.begin(), *shown.abbreviations.begin());
  }
  return shown;
}

/// One agency for each name with its abbreviation, and one for each abbreviation without a name.
std::vector<Agency> join(const std::vector<Shown>& all) {
  std::map<std::string, std::map<std::string, std::size_t>> names_of;  // abbreviation → name, times
  std::set<std::string> names;
  for (const Shown& shown : all) {
    names.insert(shown.names.begin(), shown.names.end());
    for (const std::string& word : shown.abbreviations) names_of[word];
    for (const auto& [name, word] : shown.links) ++names_of[word][name];
  }
  std::map<std::string, Agency> by_short;
  for (const auto& [word, candidates] : names_of) {
    Agency agency{.short_name = word, .names = {word}, .credits = {}, .domains = {}};
    const auto most = std::ranges::max_element(
        candidates, {}, [](const auto& candidate) { return candidate.second; });
    if (most != candidates.end() && names.erase(most->first) > 0) {
      agency.names.push_back(most->first);
    }
    by_short.emplace(word, std::move(agency));
  }
  for (const std::string& name : names) {
    by_short.emplace(name,
                     Agency{.short_name = name, .names = {name}, .credits = {}, .domains = {}});
  }
  std::vector<Agency> agencies;
  agencies.reserve(by_short.size());
  for (auto& [name, agency] : by_short) agencies.push_back(std::move(agency));
  return agencies;
}

}  // namespace

AgencyIndex::AgencyIndex(std::vector<Agency> agencies) : agencies_(std::move(agencies)) {
  for (std::uint32_t i = 0; i < agencies_.size(); ++i) {
    for (const std::string& name : agencies_[i].names) add(name, i, false);
    for (const std::string& credit : agencies_[i].credits) add(credit, i, true);
    for (const std::string& domain : agencies_[i].domains) by_domain_.emplace(domain, i);
    for (const std::string& name : agencies_[i].names) add_name(name, i);
    add_name(agencies_[i].short_name, i);
  }
  for (auto& [word, forms] : by_first_word_) {
    std::ranges::stable_sort(forms, std::ranges::greater(),
                             [](const Form& form) { return form.words.size(); });
  }
}

void AgencyIndex::add_name(std::string_view name, std::uint32_t agency) {
  std::string key = outlet_key(name);
  if (!key.empty()) by_name_.emplace(std::move(key), agency);
}

void AgencyIndex::add(std::string_view form, std::uint32_t agency, bool credit_only) {
  const Span whole{0, static_cast<std::uint32_t>(form.size())};
  const std::vector<LineToken> tokens = find_line_tokens(form, whole);
  if (tokens.empty()) return;
  Form entry{.words = {}, .agency = agency, .credit_only = credit_only};
  for (const LineToken& token : tokens) {
    const std::string_view word = slice(form, token.span);
    entry.words.push_back(tokens.size() == 1 ? std::string(word) : lower_ascii(word));
  }
  const std::string first = lower_ascii(slice(form, tokens.front().span));
  first_words_[static_cast<unsigned char>(first.front())] |= length_bit(first);
  by_first_word_[first].push_back(std::move(entry));
}

/// Most words of a text begin no name: one look at first letter and length spares the hash.
bool AgencyIndex::may_begin(std::string_view word) const {
  const char letter = word.front();
  const bool upper = letter >= 'A' && letter <= 'Z';
  const auto folded = static_cast<unsigned char>(upper ? letter - 'A' + 'a' : letter);
  return (first_words_[folded] & length_bit(word)) != 0;
}

std::optional<Naming> AgencyIndex::match(std::string_view text, std::span<const LineToken> tokens,
                                         std::size_t first) const {
  const std::string_view word = slice(text, tokens[first].span);
  if (!may_begin(word)) return std::nullopt;
  const auto found = by_first_word_.find(lower_ascii(word));
  if (found == by_first_word_.end()) return std::nullopt;
  const auto fits = [&](const Form& form) {
    return form.words.size() == 1 ? is_word(form, text, tokens, first)
                                  : is_phrase(form, text, tokens, first);
  };
  const auto form = std::ranges::find_if(found->second, fits);
  if (form == found->second.end()) return std::nullopt;
  return Naming{form->agency, form->words.size(), form->credit_only};
}

bool AgencyIndex::is_word(const Form& form, std::string_view text,
                          std::span<const LineToken> tokens, std::size_t first) {
  const std::string_view word = slice(text, tokens[first].span);
  if (form.words.front() != word) return false;
  const bool goes_on = goes_on_as_name(text, tokens, first);
  if (!is_upper(word)) return !goes_on;
  // Capitals are no part of a name in a credit: "AP Diplomatic Writer". But "BY NINA MORROW".
  const std::string_view next = goes_on ? slice(text, tokens[first + 1].span) : std::string_view();
  const bool capitals = !next.empty() && next.front() <= 'Z' && is_upper(next);
  return !(form.credit_only && capitals);
}

bool AgencyIndex::is_phrase(const Form& form, std::string_view text,
                            std::span<const LineToken> tokens, std::size_t first) {
  if (first + form.words.size() > tokens.size()) return false;
  // "the associated press of the village" in small letters is not a name.
  if (tokens[first].word && !starts_upper(slice(text, tokens[first].span))) return false;
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    if (lower_ascii(slice(text, tokens[first + i].span)) != form.words[i]) return false;
  }
  return true;
}

std::optional<std::uint32_t> AgencyIndex::by_host(std::string_view host) const {
  for (std::string_view domain = host; !domain.empty(); domain = parent_domain(domain)) {
    const auto found = by_domain_.find(std::string(domain));
    if (found != by_domain_.end()) return found->second;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> AgencyIndex::by_name(std::string_view name) const {
  const auto found = by_name_.find(outlet_key(name));
  return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

bool goes_on_as_name(std::string_view text, std::span<const LineToken> tokens, std::size_t i) {
  constexpr std::array<std::string_view, 14> offices = {
      "news",   "agency",  "staff",     "writer", "reporter", "correspondent", "editor",
      "report", "reports", "reporters", "photo",  "and",      "via",           "the"};
  if (i + 1 >= tokens.size() || !starts_upper(slice(text, tokens[i].span))) return false;
  const LineToken& next = tokens[i + 1];
  const std::uint32_t end = tokens[i].span.end;
  if (!next.word || next.span.begin != end + 1 || text[end] != ' ') return false;
  const std::string_view behind = slice(text, next.span);
  return starts_upper(behind) && std::ranges::find(offices, lower_ascii(behind)) == offices.end();
}

std::vector<Agency> discover_agencies(std::span<const Article> articles, const AgencyIndex& known,
                                      Jobs jobs) {
  std::vector<Shown> all(articles.size());
  parallel_for(jobs, articles.size(),
               [&](std::size_t i) { all[i] = read_article(articles[i], known); });
  return join(all);
}

}  // namespace twosource
