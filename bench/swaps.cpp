// C3: does a sentence contradict another one that differs by a word or two?
//
// Measured on Breaking NLI (Glockner, Shwartz and Goldberg, ACL 2018; CC BY-SA): a sentence, and
// the same with one word exchanged for an opposite, another number, colour, country and so on, or
// for a synonym. The answer is what `compare_terms` says of the exchanged words; a pair whose words
// are in no known relation is answered as no contradiction, as a comparison of accounts has to. The
// measure is balanced accuracy: the mean of the shares that are right among the contradictions and
// among the entailments. Pairs marked as neutral are left out.
//
// Data: PATH is dataset.jsonl. Nothing was learnt from it. Errors of the first tenth by hash are
// told with --output.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/evaluations.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/base/json.hpp"
#include "twosource/text/word_relations.hpp"
#include "twosource/text/words.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t largest_file = std::size_t{64} << 20U;

// What is left of two sentences without the words that both begin and end with.
struct Swap {
  std::vector<std::uint64_t> a;
  std::vector<std::uint64_t> b;
};

std::vector<std::uint64_t> hashes_of(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  for (const Word& word : find_words(text)) hashes.push_back(word.hash);
  return hashes;
}

Swap find_swap(std::string_view a, std::string_view b) {
  Swap swap{hashes_of(a), hashes_of(b)};
  const auto drop_common = [](std::vector<std::uint64_t>& x, std::vector<std::uint64_t>& y) {
    const auto [end_x, end_y] = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
    x.erase(x.begin(), end_x);
    y.erase(y.begin(), end_y);
    std::reverse(x.begin(), x.end());
    std::reverse(y.begin(), y.end());
  };
  drop_common(swap.a, swap.b);
  const std::vector<std::uint64_t> rest = swap.a;
  drop_common(swap.a, swap.b);
  // The word behind may belong to a term with them: "living" of "living room".
  if (swap.a.size() < rest.size()) {
    const std::uint64_t behind = rest.at(rest.size() - swap.a.size() - 1);
    swap.a.push_back(behind);
    swap.b.push_back(behind);
  }
  return swap;
}

// Takes "not" and its like out; true if there was one.
bool take_negation(std::vector<std::uint64_t>& words) {
  static const std::vector<std::uint64_t> negations = hashes_of("not no never without nobody none");
  return std::erase_if(words, [&](std::uint64_t word) {
           return std::find(negations.begin(), negations.end(), word) != negations.end();
         }) > 0;
}

bool contradicts(Swap swap) {
  const bool negated = take_negation(swap.a) != take_negation(swap.b);
  const WordRelation relation = compare_terms(swap.a, swap.b).relation;
  const bool against = relation == WordRelation::opposite || relation == WordRelation::contrast;
  return against != negated;
}

struct Score {
  std::size_t contradictions = 0;
  std::size_t found = 0;
  std::size_t entailments = 0;
  std::size_t kept = 0;
};

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void judge(const Json& pair, bool tell, Score& score, std::ostream& out) {
  const bool contradiction = pair.text_at("gold_label") == "contradiction";
  const bool found = contradicts(find_swap(pair.text_at("sentence1"), pair.text_at("sentence2")));
  ++(contradiction ? score.contradictions : score.entailments);
  if (contradiction == found) ++(contradiction ? score.found : score.kept);
  if (tell && contradiction != found) {
    out << fmt::format("{} {}: {} | {}\n", contradiction ? "missed" : "wrong",
                       pair.text_at("category"), pair.text_at("sentence1"),
                       pair.text_at("sentence2"));
  }
}

void print(const std::map<std::string, Score>& scores, std::ostream& out) {
  Score all;
  out << fmt::format("{:<20}{:>15}{:>9}{:>13}{:>9}\n", "category", "contradictions", "right",
                     "entailments", "right");
  const auto line = [&](std::string_view name, const Score& score) {
    out << fmt::format("{:<20}{:>15}{:>8.1f}%{:>13}{:>8.1f}%\n", name, score.contradictions,
                       percent(score.found, score.contradictions), score.entailments,
                       percent(score.kept, score.entailments));
  };
  for (const auto& [category, score] : scores) {
    line(category, score);
    all.contradictions += score.contradictions;
    all.found += score.found;
    all.entailments += score.entailments;
    all.kept += score.kept;
  }
  line("all", all);
  const double found = percent(all.found, all.contradictions);
  const double kept = percent(all.kept, all.entailments);
  out << fmt::format("swaps.contradictions: {:.2f}\nswaps.entailments: {:.2f}\n", found, kept);
  out << fmt::format("swaps.balanced_accuracy: {:.2f}\n", (found + kept) / 2);
}

}  // namespace

Result<Done> measure_swaps(const Request& request, std::ostream& out) {
  if (request.paths.size() != 1)
    return Error{ErrorKind::usage, "bench swaps wants dataset.jsonl of Breaking NLI"};
  const Result<std::string> bytes = read_file(request.paths.front(), largest_file);
  if (!bytes) return bytes.error();
  std::map<std::string, Score> scores;
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const Result<Json> pair = parse_json(line);
    if (!pair || pair->text_at("sentence1").empty() || pair->text_at("gold_label").empty())
      return Error{ErrorKind::format,
                   fmt::format("{} is not as Breaking NLI writes it", request.paths.front())};
    if (pair->text_at("gold_label") == "neutral") continue;
    const bool tell = !request.output.empty() && hash_bytes(line) % 10 == 0;
    judge(*pair, tell, scores[std::string(pair->text_at("category"))], out);
  }
  print(scores, out);
  return Done{};
}

}  // namespace twosource::bench
