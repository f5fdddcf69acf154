#include "twosource/origin/attributions.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace twosource {
namespace {

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// Behind these words, with or without an article between, the name is the source of the sentence.
constexpr std::array<std::string_view, 14> telling = {
    "told",    "tells",     "telling", "laut",     "selon",   "según", "secondo",
    "segundo", "gegenüber", "informs", "informed", "zufolge", "dixit", "cites"};

// Two-word cues in front of the name.
struct Cue {
  std::string_view first;
  std::string_view second;
};
constexpr std::array<Cue, 40> cues = {
    {{"according", "to"}, {"reported", "by"},  {"cited", "by"},       {"quoted", "by"},
     {"seen", "by"},      {"reviewed", "by"},  {"obtained", "by"},    {"published", "by"},
     {"verified", "by"},  {"viewed", "by"},    {"interview", "with"}, {"interviews", "with"},
     {"statement", "to"}, {"comments", "to"},  {"comment", "to"},     {"spoke", "to"},
     {"speaking", "to"},  {"spoke", "with"},   {"speaking", "with"},  {"said", "to"},
     {"asked", "by"},     {"contacted", "by"}, {"reports", "by"},     {"report", "by"},
     {"tally", "by"},     {"count", "by"},     {"confirmed", "to"},   {"report", "from"},
     {"dijo", "a"},       {"declaró", "a"},    {"comentó", "a"},      {"afirmó", "a"},
     {"indicó", "a"},     {"à", "l"},          {"sagte", "der"},      {"sagte", "dem"},
     {"angaben", "von"},  {"bericht", "von"},  {"bericht", "der"},    {"shared", "with"}}};

// Right behind the name: it reports.
constexpr std::array<std::string_view, 26> reporting = {
    "reported",  "reports",   "reporting",  "learned",     "learnt",       "understands",
    "quoted",    "cited",     "revealed",   "berichtete",  "berichtet",    "meldete",
    "meldet",    "rapporte",  "rapportait", "informó",     "informa",      "reportó",
    "riferisce", "published", "tally",      "calculation", "calculations", "footage",
    "count",     "analysis"};

constexpr std::array<std::string_view, 10> people = {
    "journalist",     "journalists", "reporter", "reporters",    "correspondent",
    "correspondents", "team",        "crew",     "photographer", "photographers"};

// What an agency's people do when the sentence is theirs, not about them.
constexpr std::array<std::string_view, 14> witnessing = {
    "saw",      "seen",    "heard", "counted", "witnessed", "reported", "reports",
    "observed", "visited", "have",  "at",      "on",        "in",       "was"};

// Words that may stand between the cue and the name, or between the name and its verb.
constexpr std::array<std::string_view, 22> fillers = {
    "the",        "news",   "agency",    "agency's", "wire",
    "service",    "state",  "state-run", "official", "also",
    "has",        "had",    "have",      "first",    "earlier",
    "previously", "later",  "der",       "die",      "nachrichtenagentur",
    "agence",     "agencia"};

// Words for the outlet itself, behind a cue or "our": "told this newspaper".
constexpr std::array<std::string_view, 20> self_words = {
    "newspaper", "paper",     "website",  "reporter", "correspondent", "publication", "newsroom",
    "magazine",  "station",   "portal",   "channel",  "journalist",    "zeitung",     "redaktion",
    "diario",    "periódico", "giornale", "journal",  "korrespondent", "reporterin"};

/// The words of one sentence, folded, with their tokens.
struct Words {
  std::vector<LineToken> tokens;
  std::vector<std::string> folded;
};

Words read_words(std::string_view text, Span sentence) {
  Words words{.tokens = find_line_tokens(text, sentence), .folded = {}};
  words.folded.reserve(words.tokens.size());
  for (const LineToken& token : words.tokens) {
    words.folded.push_back(lower_ascii(slice(text, token.span)));
  }
  return words;
}

bool is_filler(const Words& words, std::size_t i) {
  if (!words.tokens[i].word)
    return words.folded[i] != "," && words.folded[i] != ";" && words.folded[i] != "." &&
           words.folded[i] != ":";
  return words.folded[i] == "s" || one_of(fillers, words.folded[i]);
}

/// A cue ends right before token `name`, fillers left out.
bool cue_before(const Words& words, std::size_t name) {
  std::size_t i = name;
  while (i > 0 && is_filler(words, i - 1)) --i;
  if (i == 0) return false;
  if (one_of(telling, words.folded[i - 1])) return true;
  if (i < 2) return false;
  const std::string& first = words.folded[i - 2];
  const std::string& second = words.folded[i - 1];
  if (second == "reports" || second == "reported") return first == ",";
  return std::ranges::any_of(
      cues, [&](const Cue& cue) { return cue.first == first && cue.second == second; });
}

/// The name ends before token `next`, and what follows makes it the one who reports.
bool cue_behind(const Words& words, std::size_t next) {
  bool agency = words.folded[next - 1] == "agency";
  bool denies = false;
  std::size_t i = next;
  while (i < words.tokens.size() && is_filler(words, i)) {
    agency = agency || words.folded[i] == "agency" || words.folded[i] == "service";
    ++i;
  }
  if (i >= words.tokens.size()) return false;
  const std::string& verb = words.folded[i];
  if (one_of(reporting, verb)) return true;
  if (agency && verb == "said") return true;
  if ((verb == "could" || verb == "is") && i + 1 < words.tokens.size()) {
    denies = words.folded[i + 1] == "not" || words.folded[i + 1] == "unable";
  }
  if (denies) {  // "AFP could not independently verify"
    const auto verify = [](const std::string& word) { return word.starts_with("verif"); };
    return std::ranges::any_of(words.folded, verify);
  }
  return one_of(people, verb) && i + 1 < words.tokens.size() &&
         one_of(witnessing, words.folded[i + 1]);
}

/// The number of tokens with which one of the outlet's names begins at `i`; 0 for none. A name of a
/// single word needs "the" in front, unless it is the outlet's whole name.
std::size_t match_name(std::string_view text, const Words& words, std::size_t i,
                       std::span<const std::string> names) {
  for (const std::string& name : names) {
    const std::uint32_t begin = words.tokens[i].span.begin;
    if (!text.substr(begin).starts_with(name)) continue;
    const std::uint32_t end = begin + static_cast<std::uint32_t>(name.size());
    std::size_t last = i;
    while (last < words.tokens.size() && words.tokens[last].span.end < end) ++last;
    if (last >= words.tokens.size() || words.tokens[last].span.end != end) continue;
    const bool alone = last == i && &name != names.data();
    if (alone && (i == 0 || words.folded[i - 1] != "the")) continue;
    return last - i + 1;
  }
  return 0;
}

bool self_before(const Words& words, std::size_t i) {
  if (!one_of(self_words, words.folded[i]) || i == 0) return false;
  const std::string& word = words.folded[i - 1];
  constexpr std::array<std::string_view, 11> own = {"this",    "our",    "unsere", "unserer",
                                                    "unserem", "dieser", "este",   "nuestro",
                                                    "notre",   "questo", "nostro"};
  if (!one_of(own, word)) return false;
  // "our reporter" claims by itself; "this newspaper" and "our website" need a cue: they stand in
  // imprints as well.
  return one_of(people, words.folded[i]) || cue_before(words, i - 1);
}

/// Whether it is worth to look at the words: the outlet's shortest name, which ends all others, or
/// "our", "this" and their sisters stand in the sentence.
bool may_claim(std::string_view sentence, std::span<const std::string> names) {
  constexpr std::array<std::string_view, 8> parts = {"our ",  "Our ",  "this ",   "unser",
                                                     "ieser", "este ", "nuestro", "otre "};
  const auto holds = [&](std::string_view word) {
    return sentence.find(word) != std::string_view::npos;
  };
  return (!names.empty() && holds(names.back())) || std::ranges::any_of(parts, holds) ||
         holds("uesto ") || holds("ostro ");
}

bool own_verb_behind(const Words& words, std::size_t next) {
  constexpr std::array<std::string_view, 6> verbs = {"learned",  "learnt",   "seen",
                                                     "obtained", "reviewed", "understands"};
  std::size_t i = next;
  while (i < words.tokens.size() && is_filler(words, i)) ++i;
  if (i >= words.tokens.size()) return false;
  if (one_of(verbs, words.folded[i])) return true;
  if (words.folded[i] == "was" &&
      i + 2 < words.tokens.size()) {  // "was told", "was allowed to read"
    return words.folded[i + 1] == "told" || words.folded[i + 1] == "allowed" ||
           words.folded[i + 1] == "shown";
  }
  return one_of(people, words.folded[i]);
}

}  // namespace

std::optional<Attribution> find_attribution(std::string_view text, Span sentence,
                                            const AgencyIndex& sources) {
  const std::vector<LineToken> tokens = find_line_tokens(text, sentence);
  Words words;
  for (std::size_t i = 0; i < tokens.size();) {
    const auto naming = sources.match(text, tokens, i);
    if (!naming) {
      ++i;
      continue;
    }
    const bool whole = !goes_on_as_name(text, tokens, i + naming->tokens - 1);
    if (!naming->credit_only && whole) {
      if (words.tokens.empty()) words = read_words(text, sentence);
      const std::size_t next = i + naming->tokens;
      if (cue_before(words, i) || cue_behind(words, next)) {
        const bool first =
            i >= 3 && words.folded[i - 1] == "by"
                ? words.folded[i - 3] == "first"
                : i >= 4 && words.folded[i - 1] == "the" && words.folded[i - 4] == "first";
        return Attribution{
            naming->agency, {tokens[i].span.begin, tokens[next - 1].span.end}, first};
      }
    }
    i += naming->tokens;
  }
  return std::nullopt;
}

std::optional<Span> find_continued_attribution(std::string_view text, Span sentence) {
  constexpr std::array<std::string_view, 12> verbs = {"said",   "says",   "reported", "reports",
                                                      "added",  "adds",   "cited",    "cites",
                                                      "quoted", "quotes", "wrote",    "writes"};
  const std::uint32_t begin = sentence.begin;
  const Words words = read_words(text, {begin, std::min(sentence.end, begin + 60)});
  std::size_t i = 0;
  if (words.folded.size() < 4 || words.folded[i] != "the") return std::nullopt;
  if (words.folded[++i] == "news") ++i;
  if (words.folded[i] != "agency") return std::nullopt;
  const Span name{words.tokens.front().span.begin, words.tokens[i].span.end};
  ++i;
  while (i < words.folded.size() && (words.folded[i] == "also" || words.folded[i] == "later")) ++i;
  if (i >= words.folded.size() || !one_of(verbs, words.folded[i])) return std::nullopt;
  return name;
}

std::optional<Span> find_own_word(std::string_view text, Span sentence,
                                  std::span<const std::string> names) {
  if (!may_claim(slice(text, sentence), names)) return std::nullopt;
  const Words words = read_words(text, sentence);
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    if (self_before(words, i)) {
      return Span{words.tokens[i - 1].span.begin, words.tokens[i].span.end};
    }
    const std::size_t count = match_name(text, words, i, names);
    if (count == 0) continue;
    if (cue_before(words, i) || own_verb_behind(words, i + count)) {
      return Span{words.tokens[i].span.begin, words.tokens[i + count - 1].span.end};
    }
  }
  return std::nullopt;
}

}  // namespace twosource
