// Parts of speech, lemmas and clauses of the models that ship, on the documents of GUM that no
// model was trained on (gum.hpp says which).
//
// Data: PATH... is the folder `dep` of GUM or files of it. Sentences are given as GUM has them; the
// tokens are our own. A token is right if it has the tag of the GUM token in which it begins (a
// hyphen inside a GUM token: HYPH). Lemmas are scored where both cut the same token, on nouns,
// verbs, adjectives and adverbs, without regard to case, with our own tags.
#include <algorithm>
#include <ctime>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "bench/gold.hpp"
#include "bench/gum.hpp"
#include "twosource/text/clauses.hpp"
#include "twosource/text/lexicon.hpp"
#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/words.hpp"

namespace twosource::bench {

std::vector<PartOfSpeech> gold_parts(const GumDocument& document, const TaggedText& tagged) {
  const std::vector<std::size_t> numbers = align(document, tagged);
  std::vector<PartOfSpeech> parts;
  for (std::size_t i = 0; i < tagged.tokens.size(); ++i) {
    const GumToken& gold = document.tokens[numbers[i]];
    const bool hyphen = slice(document.text, tagged.tokens[i].span) == "-" && gold.span.size() > 1;
    parts.push_back(hyphen ? PartOfSpeech::hyph
                           : part_named(gold.tag).value_or(PartOfSpeech::other));
  }
  return parts;
}

namespace {

struct Share {
  std::size_t right = 0;
  std::size_t all = 0;
  void add(bool is_right) {
    right += is_right ? 1 : 0;
    ++all;
  }
  [[nodiscard]] double value() const {
    return all == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(all);
  }
};

struct PartScores {
  std::size_t documents = 0;
  Share tags;
  Share verbs;  // of the gold verbs and modals
  Share lemmas;
  std::size_t borders_right = 0;  // of clauses, inside sentences
  std::size_t borders_found = 0;
  std::size_t borders_gold = 0;

  [[nodiscard]] double clause_f1() const {
    return static_cast<double>(2 * borders_right) /
           static_cast<double>(std::max<std::size_t>(borders_found + borders_gold, 1));
  }
};

bool has_lemma(PartOfSpeech part) {
  return is_verb(part) || is_noun(part) || is_adjective(part) || is_adverb(part);
}

void score_clauses(const GumDocument& document, const TaggedText& tagged, PartScores& scores) {
  std::vector<Tag> gold = gold_clauses(document, tagged);
  std::vector<Tag> found(gold.size());
  for (const std::uint32_t begin : tagged.clauses) found[begin] = 1;
  std::size_t sentence_begin = 0;
  for (const std::size_t end : tagged.sentence_ends) {
    for (std::size_t i = sentence_begin + 1; i < end; ++i) {
      scores.borders_right += found[i] & gold[i];
      scores.borders_found += found[i];
      scores.borders_gold += gold[i];
    }
    sentence_begin = end;
  }
}

void score_document(const GumDocument& document, PartTagger& tagger, PartScores& scores) {
  TaggedText tagged = tokens_of(document);
  tagger.tag(document.text, tagged);
  ClauseFinder().find(tagged);
  score_clauses(document, tagged, scores);
  const std::vector<PartOfSpeech> gold = gold_parts(document, tagged);
  const std::vector<std::size_t> numbers = align(document, tagged);
  const Lexicon lexicon = Lexicon::english();
  ++scores.documents;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const Token& token = tagged.tokens[i];
    scores.tags.add(token.part == gold[i]);
    if (is_verb(gold[i]) || gold[i] == PartOfSpeech::md) scores.verbs.add(token.part == gold[i]);
    const GumToken& gum = document.tokens[numbers[i]];
    if (gum.span == token.span && has_lemma(gold[i]))
      scores.lemmas.add(lexicon.lemma_of(slice(document.text, token.span), token.part) ==
                        fold_word(gum.lemma));
  }
}

// Tokens a second of processor time, from text to clauses, on one thread: the best of five rounds
// over the documents.
double tokens_per_second(const std::vector<GumDocument>& documents) {
  PartTagger tagger;
  ClauseFinder clauses;
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    const std::clock_t start = std::clock();
    std::size_t tokens = 0;
    for (const GumDocument& document : documents) {
      TaggedText tagged = tokens_of(document);
      tagger.tag(document.text, tagged);
      clauses.find(tagged);
      tokens += tagged.tokens.size();
    }
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(tokens) / seconds);
  }
  return best;
}

void print_row(std::ostream& out, const std::string& name, const PartScores& scores) {
  out << fmt::format("{:<12}{:>5}{:>9}{:>9.4f}{:>9.4f}{:>9.4f}{:>9.4f}\n", name, scores.documents,
                     scores.tags.all, scores.tags.value(), scores.verbs.value(),
                     scores.lemmas.value(), scores.clause_f1());
}

}  // namespace

Result<Done> measure_parts_of_speech(const Request& request, std::ostream& out) {
  const Result<std::vector<GumDocument>> documents = read_gum(request.paths);
  if (!documents) return documents.error();
  PartTagger tagger;
  std::map<std::string, PartScores> by_genre;
  PartScores reports;
  for (const GumDocument& document : *documents) {
    if (!document.held_out()) continue;
    score_document(document, tagger, by_genre[document.genre]);
    score_document(document, tagger, by_genre["all"]);
    if (document.genre == "news" || document.genre == "interview" || document.genre == "speech")
      score_document(document, tagger, reports);
  }
  out << fmt::format("{:<12}{:>5}{:>9}{:>9}{:>9}{:>9}{:>9}\n", "GUM", "docs", "tokens", "tags",
                     "verbs", "lemmas", "clauses");
  for (const auto& [genre, scores] : by_genre) print_row(out, genre, scores);
  print_row(out, "reports", reports);
  out << fmt::format("pos.accuracy: {:.4f}\n", reports.tags.value());
  out << fmt::format("pos.lemmas: {:.4f}\n", reports.lemmas.value());
  out << fmt::format("pos.clauses: {:.4f}\n", reports.clause_f1());
  out << fmt::format("pos.tokens_per_second: {:.0f}\n", tokens_per_second(*documents));
  return Done{};
}

}  // namespace twosource::bench
