// Pairs of news texts that say the same, speak of the same, or do neither.
//
// SuperPAL (Ernst et al., "Summary-Source Proposition-level Alignment", CoNLL 2021) aligns
// propositions of summaries of several news documents with spans of these documents. Two spans that
// tell one proposition say the same, and so do a span and its proposition. Spans of one topic that
// tell different propositions do not, unless some sentence tells both propositions: then nothing is
// known.
//
// A text and its first part say the same: a headline, and the sentence that goes on to tell when
// and why.
//
// The set has no contradictions. They are made: a number, a name, a negation or an opposite is
// changed in one of two texts that say the same, and then they no longer do, but still are about
// one fact.
#include "bench/aligned_spans.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "twosource/base/files.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t largest_file = std::size_t{64} << 20U;
constexpr double weight_of_made = 0.15;
constexpr double weight_of_copy = 1.0;
constexpr double weight_of_short = 0.5;
constexpr double weight_of_answer = 0.1;

// Rows of fields; quoted ones may hold commas and line feeds, and a doubled mark is one.
std::vector<std::vector<std::string>> read_csv(std::string_view bytes) {
  std::vector<std::vector<std::string>> rows(1);
  rows.back().emplace_back();
  bool quoted = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (quoted && c == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"') {
      rows.back().back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\n') {
      rows.emplace_back(1);
    } else if (quoted || c != '\r') {
      rows.back().back() += c;
    }
  }
  return rows;
}

// The set joins the parts of a span by three dots.
std::string joined(std::string_view text) {
  std::string whole;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dots = text.substr(i, 3) == "...";
    whole += dots || text[i] == '\n' ? ' ' : text[i];
    if (dots) i += 2;
  }
  return whole;
}

using Change = std::pair<std::string_view, std::string_view>;

constexpr auto negated = std::to_array<Change>({{" was ", " was not "},
                                                {" is ", " is not "},
                                                {" were ", " were not "},
                                                {" are ", " are not "},
                                                {" has ", " has not "},
                                                {" have ", " have not "},
                                                {" had ", " had not "},
                                                {" will ", " will not "},
                                                {" can ", " cannot "},
                                                {" could ", " could not "},
                                                {" would ", " would not "}});

constexpr auto opposites = std::to_array<Change>({{" accepted ", " rejected "},
                                                  {" increase", " decrease"},
                                                  {" rise", " fall"},
                                                  {" guilty ", " innocent "},
                                                  {" more ", " less "},
                                                  {" support", " oppose"},
                                                  {" before ", " after "},
                                                  {" largest ", " smallest "},
                                                  {" against ", " for "},
                                                  {" win", " lose"},
                                                  {" high", " low"},
                                                  {" first ", " last "},
                                                  {" man ", " woman "},
                                                  {" lower ", " higher "},
                                                  {" inside ", " outside "},
                                                  {" good ", " bad "},
                                                  {" cut ", " raise "},
                                                  {" hired ", " fired "},
                                                  {" refused ", " agreed "},
                                                  {" female", " male"},
                                                  {" joined ", " left "}});

constexpr auto number_words = std::to_array<Change>({{" two ", " five "},
                                                     {" three ", " eight "},
                                                     {" four ", " nine "},
                                                     {" five ", " three "},
                                                     {" one ", " four "},
                                                     {" six ", " two "},
                                                     {" million ", " billion "}});

template <std::size_t Size>
bool change_first(std::string& text, const std::array<Change, Size>& changes) {
  for (const auto& [from, to] : changes) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) continue;
    text.replace(at, from.size(), to);
    return true;
  }
  return false;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z');
}

// Each digit of the first number becomes the third one behind it.
bool change_digits(std::string& text) {
  const auto first = std::find_if(text.begin(), text.end(), is_digit);
  for (auto at = first; at != text.end() && (is_digit(*at) || *at == ','); ++at) {
    if (is_digit(*at)) *at = static_cast<char>('1' + (*at - '0' + 2) % 9);
  }
  return first != text.end();
}

// The last word with a capital inside the text.
bool change_name(std::string& text) {
  constexpr std::array<std::string_view, 6> names = {"Orlo",  "Selne",   "Veldmark",
                                                     "Harun", "Thornby", "Kessara"};
  for (std::size_t i = text.size(); i-- > 1;) {
    if (!is_capital(text[i]) || text[i - 1] != ' ') continue;
    std::size_t end = i;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end < i + 3) continue;
    text.replace(i, end - i, names.at(text.size() % names.size()));
    return true;
  }
  return false;
}

// A text and the proposition that it tells.
struct Told {
  std::string topic;
  std::string fact;
  std::string sentence;  // of the summary
  std::string text;
  std::string place;  // empty: it stands in the summary
};

// The propositions and the spans that tell them, each once.
std::vector<Told> texts_of(const std::vector<AlignedSpans>& spans) {
  std::vector<Told> told;
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  const auto add = [&](const AlignedSpans& span, const std::string& text, const std::string& at) {
    if (seen.insert({span.topic, span.fact, text}).second)
      told.push_back({span.topic, span.fact, span.sentence, text, at});
  };
  for (const AlignedSpans& span : spans) {
    add(span, span.summary, {});
    add(span, span.document, span.place);
  }
  return told;
}

using FactPairs = std::set<std::tuple<std::string, std::string, std::string>>;

// Topic and two propositions of it of which nothing is known, in both orders: one sentence, or the
// same words, tell both. The set cuts propositions finely, so these often are one fact.
FactPairs facts_in_one_place(const std::vector<Told>& told) {
  FactPairs pairs;
  for (const Told& a : told) {
    for (const Told& b : told) {
      const bool near =
          (!a.place.empty() && a.place == b.place) || a.text == b.text || a.sentence == b.sentence;
      if (near && a.topic == b.topic) pairs.insert({a.topic, a.fact, b.fact});
    }
  }
  return pairs;
}

void add_contradictions(const std::string& text, const Told& of,
                        std::vector<ClaimExample>& examples) {
  for (const std::string& other : contradictions_of(of.text))
    examples.push_back({text, other, false, true, weight_of_made, false, true, of.topic});
}

}  // namespace

Result<std::vector<AlignedSpans>> read_superpal(const std::string& path) {
  const Result<std::string> bytes = read_file(path, largest_file);
  if (!bytes) return bytes.error();
  const auto rows = read_csv(*bytes);
  std::map<std::string, std::size_t> columns;
  for (std::size_t i = 0; i < rows.front().size(); ++i) columns[rows.front()[i]] = i;
  std::vector<AlignedSpans> spans;
  for (const std::string_view name :
       {"topic", "scuText", "summarySpanText", "docSpanText", "documentFile", "docSentCharIdx"}) {
    if (!columns.contains(std::string(name)))
      return Error{ErrorKind::format,
                   fmt::format("{} has no column {} as SuperPAL has", path, name)};
  }
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const auto& row = rows[r];
    if (row.size() != rows.front().size()) continue;
    const auto at = [&](const char* name) -> const std::string& { return row[columns[name]]; };
    spans.push_back({at("topic"), at("summarySpanText"), at("scuText"),
                     joined(at("summarySpanText")), joined(at("docSpanText")),
                     fmt::format("{}@{}", at("documentFile"), at("docSentCharIdx"))});
  }
  return spans;
}

std::vector<std::string> contradictions_of(const std::string& text) {
  std::vector<std::string> made;
  const auto keep = [&](bool changed, std::string& other) {
    if (changed) made.push_back(other.substr(1, other.size() - 2));
  };
  // With spaces around, so that the first and the last word are found, too.
  const std::string padded = fmt::format(" {} ", text);
  std::string other = padded;
  keep(change_digits(other) || change_first(other, number_words), other);
  other = padded;
  keep(change_first(other, negated), other);
  other = padded;
  keep(change_first(other, opposites), other);
  other = padded;
  keep(change_name(other), other);
  return made;
}

std::string shortened(const std::string& text) {
  constexpr std::size_t least_bytes = 25;
  constexpr auto borders = std::to_array<std::string_view>(
      {", ", " after ", " when ", " while ", " as ", " which ", " because ", " and "});
  std::size_t end = text.size();
  for (const std::string_view border : borders) end = std::min(end, text.find(border, least_bytes));
  return text.substr(0, end);
}

std::vector<ClaimExample> examples_of(const std::vector<AlignedSpans>& spans) {
  const std::vector<Told> told = texts_of(spans);
  const FactPairs near = facts_in_one_place(told);
  std::vector<ClaimExample> examples;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const Told& a = told[i];
    examples.push_back({a.text, a.text, true, true, weight_of_copy, false, true, a.topic});
    add_contradictions(a.text, a, examples);
    if (const std::string part = shortened(a.text); part != a.text)
      examples.push_back({part, a.text, true, true, weight_of_short, false, true, a.topic});
    for (std::size_t j = 0; j < i; ++j) {
      const Told& b = told[j];
      if (a.topic != b.topic || a.text == b.text) continue;
      const bool same = a.fact == b.fact;
      if (!same && near.contains({a.topic, a.fact, b.fact})) continue;
      examples.push_back({a.text, b.text, same, same, 1.0, false, false, a.topic});
      if (same) add_contradictions(b.text, a, examples);
    }
  }
  return examples;
}

std::vector<ClaimExample> examples_of(const std::vector<Answer>& answers) {
  std::vector<ClaimExample> examples;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (answers[i].question != answers[j].question) continue;
      const bool same = answers[i].cluster == answers[j].cluster;
      examples.push_back({answers[i].words, answers[j].words, same, same, weight_of_answer, true,
                          false, answers[i].question});
    }
  }
  return examples;
}

}  // namespace twosource::bench
