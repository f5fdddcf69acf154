// S6: who is said to have said it? Measured on GUM (gum_speakers.cpp) and here on BASIL
// (github.com/launchnlp/BASIL): 100 events, each told by three outlets; phrases in quotations are
// marked with their speaker where the speaker is one of the article's main entities, else with
// "other".
//
// Data: PATH is articles.jsonl with `id`, `event`, `text`, `annotations`. The three articles of an
// event are a story. A marked phrase that stands once in the text is a question; the statement
// whose content covers most of it is the answer:
//   named     the speaker is marked by name. Answered if the statement has an entity as its
//   speaker;
//             right if the last word of the mark is a word of the entity's name or of one of its
//             variants.
//             A mark that names a group ("House_Democrats") is not asked: who of it spoke it does
//             not say.
//   other     anybody else. Answered if there is a speaker at all; wrong if it is one of the
//             article's main entities, by the same test.
// Precision is right / answered, coverage answered / asked; a phrase without a statement is not
// answered.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bench/collection.hpp"
#include "bench/evaluations.hpp"
#include "bench/gum_speakers.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/json.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20U;

struct Question {
  std::string phrase;
  std::string speaker;  // as it is marked: "Ana_Orlo", "other_anti"
  [[nodiscard]] bool is_other() const { return speaker.starts_with("other"); }
  [[nodiscard]] bool is_group() const;
};

struct Marked {
  std::string event;
  std::vector<Question> questions;
  std::set<std::string> main_entities;  // all marked speakers and targets of the article
};

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : to_latin(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// "Democratic_lawmakers": one of them spoke, and the mark does not say who.
bool Question::is_group() const {
  static const std::set<std::string, std::less<>> groups = {
      "lawmakers", "democrats", "republicans", "officials",  "members", "campaign", "party",
      "companies", "catholics", "plaintiffs",  "protestors", "naacp",   "buzzfeed", "secure"};
  const std::vector<std::string> words = words_of(speaker);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return groups.contains(word); });
}

bool names_it(std::string_view mark, std::string_view name) {
  const std::vector<std::string> wanted = words_of(mark);
  const std::vector<std::string> has = words_of(name);
  // Marks are cut at letters with accents: "Orl" is "Orlóf".
  constexpr std::size_t long_enough = 5;
  if (wanted.empty()) return false;
  const std::string& last = wanted.back();
  return std::any_of(has.begin(), has.end(), [&](const std::string& word) {
    return word == last || (last.size() >= long_enough && word.starts_with(last));
  });
}

Marked marks_of(const Json& record, const Json::Array& phrases) {
  Marked marked;
  marked.event = record.text_at("event");
  for (const Json& phrase : phrases) {
    const std::string_view target = phrase.text_at("target");
    if (!target.empty() && !target.starts_with("other")) marked.main_entities.emplace(target);
    if (phrase.text_at("quote") != "yes") continue;
    Question question{std::string(phrase.text_at("txt")), std::string(phrase.text_at("speaker"))};
    if (!question.is_other()) marked.main_entities.insert(question.speaker);
    marked.questions.push_back(std::move(question));
  }
  return marked;
}

Result<std::map<std::string, Marked>> read_marks(const std::string& path) {
  const Result<std::string> bytes = read_file(path, largest_file);
  if (!bytes) return bytes.error();
  std::map<std::string, Marked> marks;
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const Result<Json> record = parse_json(line);
    if (!record) continue;
    const Json* annotations = record->find("annotations");
    const Json* phrases =
        annotations == nullptr ? nullptr : annotations->find("phrase-level-annotations");
    if (phrases == nullptr || phrases->array() == nullptr) continue;
    marks[std::string(record->text_at("id"))] = marks_of(*record, *phrases->array());
  }
  if (marks.empty())
    return Error{ErrorKind::format, path + " has no records with annotations as BASIL has them"};
  return marks;
}

struct Score {
  std::size_t asked = 0;
  std::size_t found = 0;  // a statement covers it
  std::size_t answered = 0;
  std::size_t right = 0;

  void add(const Score& other) {
    asked += other.asked;
    found += other.found;
    answered += other.answered;
    right += other.right;
  }
  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

class Judge {
 public:
  Judge(std::span<const Article> articles, const Speech& speech, bool tell, std::ostream& out)
      : articles_(articles), speech_(speech), tell_(tell), out_(out) {}

  void judge(ArticleIndex index, const Marked& marked) {
    const std::string& text = articles_[index].text;
    for (const Question& question : marked.questions) {
      if (question.is_group()) continue;
      const std::size_t at = text.find(question.phrase);
      if (at == std::string::npos || text.find(question.phrase, at + 1) != std::string::npos)
        continue;
      const Span place = {static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + question.phrase.size())};
      ask(index, marked, question, place);
    }
  }

  Score named;
  Score other;
  std::map<ResolvedBy, Score> ways;
  std::array<Score, 5> by_score;  // of the statement, in fifths

 private:
  void ask(ArticleIndex index, const Marked& marked, const Question& question, Span place) {
    Score& score = question.is_other() ? other : named;
    ++score.asked;
    const Statement* statement = covering(index, place);
    if (statement == nullptr) return;
    ++score.found;
    const bool has_entity = statement->speaker && statement->speaker->entity;
    const bool answered = question.is_other() ? statement->speaker.has_value() : has_entity;
    if (!answered) {
      if (tell_) tell("open", index, question, *statement);
      return;
    }
    ++score.answered;
    Score& way = ways[statement->resolved_by];
    ++way.answered;
    const bool right =
        question.is_other()
            ? std::none_of(marked.main_entities.begin(), marked.main_entities.end(),
                           [&](const std::string& each) { return is_speaker(each, *statement); })
            : is_speaker(question.speaker, *statement);
    score.right += right ? 1 : 0;
    way.right += right ? 1 : 0;
    Score& fifth =
        by_score.at(std::min(by_score.size() - 1, static_cast<std::size_t>(statement->score * 5)));
    ++fifth.answered;
    fifth.right += right ? 1 : 0;
    if (!right && tell_) tell("wrong", index, question, *statement);
  }

  void tell(const char* what, ArticleIndex index, const Question& question,
            const Statement& statement) {
    out_ << fmt::format("{} {} {}: marked {}, found {} by {}; source at {}\n", what,
                        articles_[index].id.substr(0, 8), question.phrase.substr(0, 40),
                        question.speaker, statement.speaker ? statement.speaker->name : "-",
                        name_of(statement.resolved_by), statement.source.begin);
  }

  [[nodiscard]] bool is_speaker(std::string_view mark, const Statement& statement) const {
    if (!statement.speaker->entity) return false;
    const Entity& entity = speech_.entities[*statement.speaker->entity];
    if (names_it(mark, entity.name)) return true;
    return std::any_of(entity.variants.begin(), entity.variants.end(),
                       [&](const NameVariant& each) { return names_it(mark, each.name); });
  }

  [[nodiscard]] const Statement* covering(ArticleIndex index, Span place) const {
    const Statement* best = nullptr;
    std::uint32_t most = place.size() / 2;
    for (const Statement& statement : speech_.statements) {
      if (statement.article != index) continue;
      std::uint32_t covered = 0;
      for (const Span content : statement.content) {
        if (!content.overlaps(place)) continue;
        covered += std::min(content.end, place.end) - std::max(content.begin, place.begin);
      }
      if (covered > most) {
        most = covered;
        best = &statement;
      }
    }
    return best;
  }

  std::span<const Article> articles_;
  const Speech& speech_;
  bool tell_;
  std::ostream& out_;
};

std::vector<Story> stories_of(std::span<const Article> articles,
                              const std::map<std::string, Marked>& marks) {
  std::map<std::string, Story> by_event;
  for (ArticleIndex i = 0; i < articles.size(); ++i) {
    const auto marked = marks.find(articles[i].id);
    const std::string event = marked == marks.end() ? articles[i].id : marked->second.event;
    Story& story = by_event[event];
    story.id = event;
    story.articles.push_back(i);
  }
  std::vector<Story> stories;
  stories.reserve(by_event.size());
  for (auto& [event, story] : by_event) stories.push_back(std::move(story));
  return stories;
}

std::string row(std::string_view name, const Score& score) {
  return fmt::format("{:<18}{:>7}{:>8}{:>10}{:>8}{:>11.3f}{:>10.3f}\n", name, score.asked,
                     score.found, score.answered, score.right,
                     Score::share(score.right, score.answered),
                     Score::share(score.answered, score.asked));
}

}  // namespace

Result<Done> measure_speakers(const Request& request, std::ostream& out) {
  if (request.paths.empty())
    return Error{ErrorKind::usage,
                 "bench speakers wants articles.jsonl of BASIL, or folders of GUM"};
  if (!request.paths.front().ends_with(".jsonl")) return measure_gum_speakers(request, out);
  const Result<std::map<std::string, Marked>> marks = read_marks(request.paths.front());
  if (!marks) return marks.error();
  const Result<std::vector<Article>> articles = read_collection(request.paths.front(), {});
  if (!articles) return articles.error();
  std::vector<Analysis> analyses(articles->size());
  parallel_for(request.jobs, articles->size(), [&](std::size_t i) {
    analyses[i] = analyze_structure((*articles)[i], analyze_words((*articles)[i]));
  });
  const std::vector<Story> stories = stories_of(*articles, *marks);
  const std::vector<TaggedText> tagged = tag_stories(*articles, analyses, stories, request.jobs);
  const Speech speech = attribute_speech({*articles, analyses, stories, tagged, request.jobs});
  Judge judge(*articles, speech, !request.output.empty(), out);
  for (ArticleIndex i = 0; i < articles->size(); ++i) {
    const auto marked = marks->find((*articles)[i].id);
    if (marked != marks->end()) judge.judge(i, marked->second);
  }
  out << fmt::format("{:<18}{:>7}{:>8}{:>10}{:>8}{:>11}{:>10}\n", "marked", "asked", "found",
                     "answered", "right", "precision", "coverage");
  out << row("named", judge.named) << row("other", judge.other);
  Score all = judge.named;
  all.add(judge.other);
  out << row("all", all);
  for (const auto& [way, score] : judge.ways) out << row(name_of(way), score);
  for (std::size_t i = 0; i < judge.by_score.size(); ++i)
    out << row(fmt::format("score from {:.1f}", static_cast<double>(i) / 5), judge.by_score.at(i));
  out << fmt::format("speakers.precision: {:.4f}\nspeakers.coverage: {:.4f}\n",
                     Score::share(all.right, all.answered), Score::share(all.answered, all.asked));
  out << fmt::format("speakers.named_precision: {:.4f}\nspeakers.named_coverage: {:.4f}\n",
                     Score::share(judge.named.right, judge.named.answered),
                     Score::share(judge.named.answered, judge.named.asked));
  return Done{};
}

}  // namespace twosource::bench
