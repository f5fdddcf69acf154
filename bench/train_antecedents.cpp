// Trains the model of antecedents, models/antecedents (see README.md there), and compares it with
// the rules.
//
// Data: PATH... is the folder `dep` of GUM or files of it. Every "he" and "she" outside quotations
// is a question; its candidates (speech/candidates.hpp) are those that the program finds itself,
// and right is the one most of whose mentions are the pronoun's in GUM's entity layer. Where the
// antecedent is not named, no candidate is right. Learned are the documents that are not held out;
// written to --output (default: en.model).
//
// Compared, on documents that the asked model did not see (five parts by document, each answered by
// a model of the four others): how many questions are answered and how many of the answers are
// right, by the rules, by the model at several limits, and by the rules with the model where they
// leave it open and it holds one candidate for 0.9 likely, which is what the program does; of all
// pronouns, and of those that are the source of a statement.
#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/evaluations.hpp"
#include "bench/gum_discourse.hpp"
#include "bench/gum_speakers.hpp"
#include "bench/trainers/classifier_trainer.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/speech/antecedents.hpp"
#include "twosource/speech/candidates.hpp"
#include "twosource/speech/speakers.hpp"
#include "twosource/speech/statements.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource::bench {
namespace {

struct Question {
  std::vector<std::vector<Feature>> candidates;
  std::vector<bool> right;
  bool is_source = false;
  bool held_out = false;
  std::size_t part = 0;          // of five, by document
  std::optional<bool> by_rules;  // right or wrong, where the rules answer
};

class Asker {
 public:
  Asker(const GumDocument& document, std::vector<Question>& questions)
      : document_(document), mentions_(mentions_of(document)), questions_(questions) {}

  void ask() {
    const Article article = article_of(document_);
    const Analysis analysis = analyze_structure(article, analyze_words(article));
    const TaggedText tagged = TextTagger().tag(article, analysis);
    const ArticleNames names = gather_names(article.text, tagged);
    std::vector<Statement> statements =
        find_statements(0, article, analysis, tagged, SpeechTagger::built_in());
    const SpeakerInput input = {0, article, analysis, tagged};
    resolve_speakers(input, names, statements, Antecedents::by_rules);
    for (const ArticleEntity& entity : names.entities) means_.push_back(gold_of(names, entity));
    const ArticleView view(input, names);
    for (std::uint32_t i = 0; i < tagged.tokens.size(); ++i) {
      if (tagged.tokens[i].part != PartOfSpeech::prp) continue;
      if (view.in_quotation(view.begin_of(i))) continue;
      const std::string form = view.word(i);
      if (form == "he" || form == "she") ask_about(view, statements, {i, form, nullptr, {}});
    }
  }

 private:
  [[nodiscard]] std::string gold_of(const ArticleNames& names, const ArticleEntity& entity) const {
    std::vector<Span> places;
    for (const std::uint32_t i : entity.mentions) places.push_back(names.mentions[i].span);
    return entity_of(document_, mentions_, places);
  }

  void ask_about(const ArticleView& view, const std::vector<Statement>& statements,
                 Pronoun pronoun) {
    const Span place = view.tagged().tokens[pronoun.token].span;
    const std::array<Span, 1> places = {place};
    const std::string gold = entity_of(document_, mentions_, places);
    if (gold.empty()) return;
    Question question;
    question.held_out = document_.held_out();
    question.part = hash_bytes(document_.name) / 5 % 5;
    std::size_t next = 0;
    while (next < statements.size() && start_of(statements[next]) <= place.begin &&
           statements[next].source != place)
      ++next;
    question.is_source = next < statements.size() && statements[next].source == place;
    if (question.is_source) pronoun.not_meant = entities_named_in(view.names(), statements[next]);
    pronoun.before = statement_before(view, statements, next);
    for (const Candidate& candidate : candidates_for(view, pronoun)) {
      question.candidates.push_back(candidate.features);
      question.right.push_back(means_[candidate.entity] == gold);
    }
    const auto ruled = find_antecedent(view, pronoun, Antecedents::by_rules);
    if (ruled && ruled->speaker.entity) question.by_rules = means_[*ruled->speaker.entity] == gold;
    questions_.push_back(std::move(question));
  }

  const GumDocument& document_;
  std::vector<GumMention> mentions_;
  std::vector<std::string> means_;  // of each entity
  std::vector<Question>& questions_;
};

std::string train(const std::vector<const Question*>& questions, std::uint64_t seed) {
  std::vector<Example> examples;
  for (const Question* question : questions) {
    for (std::size_t i = 0; i < question->candidates.size(); ++i)
      examples.push_back({question->candidates[i], static_cast<Tag>(question->right[i] ? 1 : 0)});
  }
  const ClassifierTraining training{.name = "antecedents en",
                                    .tags = {"other", "meant"},
                                    .epochs = 40,
                                    .seed = seed,
                                    .least_count = 3,
                                    .rate = 0.05F,
                                    .ridge = 1.0F,
                                    .lasso = 0.2F};
  return write_linear_model(train_classifier(training, examples));
}

struct Score {
  std::size_t asked = 0;
  std::size_t answered = 0;
  std::size_t right = 0;
};

std::string row(std::string_view name, const Score& score) {
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  return fmt::format("{:<24}{:>7}{:>10}{:>8}{:>11.3f}{:>10.3f}\n", name, score.asked,
                     score.answered, score.right, share(score.right, score.answered),
                     share(score.answered, score.asked));
}

// How probable each question's best candidate is, and whether it is right.
struct Answer {
  double probability = 0;
  bool right = false;
};

std::optional<Answer> best_of(const LinearModel& model, const Question& question) {
  std::optional<Answer> best;
  for (std::size_t i = 0; i < question.candidates.size(); ++i) {
    const double probability = model.probabilities(question.candidates[i])[1];
    if (!best || probability > best->probability) best = Answer{probability, question.right[i]};
  }
  return best;
}

constexpr std::array<double, 6> limits = {0.5, 0.6, 0.7, 0.8, 0.85, 0.9};

// How the ways to answer do on the same questions.
struct Comparison {
  Score rules;
  Score both;
  std::array<Score, limits.size()> model;
  std::array<Score, 10> said;  // by the probability of the best candidate, in tenths
};

void count(Score& score, std::optional<bool> answer) {
  ++score.asked;
  score.answered += answer ? 1 : 0;
  score.right += answer.value_or(false) ? 1 : 0;
}

std::optional<bool> sure_answer(const std::optional<Answer>& answer, double limit) {
  if (!answer || answer->probability < limit) return std::nullopt;
  return answer->right;
}

void add(const Question& question, const std::optional<Answer>& answer, Comparison& comparison) {
  count(comparison.rules, question.by_rules);
  count(comparison.both,
        question.by_rules ? question.by_rules : sure_answer(answer, limits.back()));
  for (std::size_t i = 0; i < limits.size(); ++i)
    count(comparison.model.at(i), sure_answer(answer, limits.at(i)));
  if (!answer) return;
  const auto tenth = static_cast<std::size_t>(answer->probability * 10);
  count(comparison.said.at(std::min<std::size_t>(9, tenth)), answer->right);
}

void print(std::string_view title, const Comparison& comparison, std::ostream& out) {
  out << row(title, comparison.rules) << row("  rules, then model", comparison.both);
  for (std::size_t i = 0; i < limits.size(); ++i)
    out << row(fmt::format("  model, from {:.2f}", limits.at(i)), comparison.model.at(i));
  for (std::size_t i = 0; i < comparison.said.size(); ++i)
    out << row(fmt::format("    said 0.{}..", i), comparison.said.at(i));
}

using Answers = std::vector<std::optional<Answer>>;

// Each question answered by a model that learned from the other parts.
Result<Answers> answer_by_parts(const std::vector<Question>& questions, std::uint64_t seed) {
  Answers answers(questions.size());
  for (std::size_t part = 0; part < 5; ++part) {
    std::vector<const Question*> learned;
    for (const Question& question : questions) {
      if (question.part != part) learned.push_back(&question);
    }
    const std::string bytes = train(learned, seed);
    const Result<LinearModel> model = LinearModel::open(bytes);
    if (!model) return model.error();
    for (std::size_t q = 0; q < questions.size(); ++q) {
      if (questions[q].part == part) answers[q] = best_of(*model, questions[q]);
    }
  }
  return answers;
}

}  // namespace

Result<Done> train_antecedents(const Request& request, std::ostream& out) {
  const auto documents = read_gum(request.paths, GumLayout::between_paragraphs);
  if (!documents) return documents.error();
  std::vector<Question> questions;
  for (const GumDocument& document : *documents) Asker(document, questions).ask();
  const Result<Answers> answered = answer_by_parts(questions, request.seed);
  if (!answered) return answered.error();
  const Answers& answers = *answered;
  out << fmt::format("{:<24}{:>7}{:>10}{:>8}{:>11}{:>10}\n", "he, she", "asked", "answered",
                     "right", "precision", "coverage");
  Comparison all;
  Comparison sources;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    add(questions[q], answers[q], all);
    if (questions[q].is_source) add(questions[q], answers[q], sources);
  }
  print("all, by rules", all, out);
  print("sources, by rules", sources, out);
  std::vector<const Question*> learned;
  for (const Question& question : questions) {
    if (!question.held_out) learned.push_back(&question);
  }
  const std::string model = train(learned, request.seed);
  out << fmt::format("train-antecedents.questions: {}\ntrain-antecedents.bytes: {}\n",
                     learned.size(), model.size());
  return write_file_whole(request.output.empty() ? "en.model" : request.output, model);
}

}  // namespace twosource::bench
