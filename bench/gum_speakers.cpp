// S6 on a second set: the attributions of GUM (github.com/amir-zeldes/gum), whose discourse layer
// says which clause is attributed by which words, and whose entity layer says whom these words
// mean.
//
// Data: PATHs are folders with its CoNLL-U files; genres with a free licence. A document is an
// article of its own, so nothing comes from another article. Every attribution is a question that
// is not denied, has its source marked, is not made in the first or second person ("I think that")
// and whose source is a person, an organisation or a place; "think", "know" and "find" are
// attributions, too, so many of the questions are no speech. The statement whose content covers
// most of the clause is the answer:
//   named     the document names the source somewhere. Answered if the statement has an entity as
//             its speaker; right if most mentions of that entity are mentions of the source.
//   other     it does not. Answered if there is a speaker at all; right if it has no entity, or
//   most
//             of its mentions are the source's.
// Precision is right / answered, coverage answered / found: what the tagger of statements does not
// find is counted in `asked` alone. Documents of the held-out fifth are told apart, as the rest
// taught the antecedents of pronouns.
#include "bench/gum_speakers.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bench/gum_discourse.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"

namespace twosource::bench {
namespace {

struct Score {
  std::size_t asked = 0;
  std::size_t found = 0;
  std::size_t answered = 0;
  std::size_t right = 0;

  void add(const Score& other) {
    asked += other.asked;
    found += other.found;
    answered += other.answered;
    right += other.right;
  }
};

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool is_first_or_second_person(std::string_view word) {
  static const std::set<std::string_view> words = {"i", "we", "you", "me", "us", "my", "our"};
  return words.contains(word);
}

class Judge {
 public:
  // Tells what it finds wrong or open, if it has where.
  Judge(const GumDocument& document, const Speech& speech, std::ostream* tell)
      : document_(document), speech_(speech), tell_(tell), mentions_(mentions_of(document)) {
    for (const GumMention& mention : mentions_) {
      if (document_.tokens[mention.head].tag.starts_with("NNP")) named_.insert(mention.entity);
    }
  }

  // Adds to `named` or `other`.
  void judge(const GumAttribution& question, std::map<std::string, Score>& rows) const {
    const GumMention* source =
        smallest_around(mentions_, question.source_begin, question.source_end);
    if (source == nullptr || !is_somebody(*source) || spoken_by_writer(question)) return;
    const bool is_named = named_.contains(source->entity);
    Score score;
    score.asked = 1;
    std::string way = "not found";
    if (const Statement* statement = covering(question.content)) {
      score.found = 1;
      way = name_of(statement->resolved_by);
      const bool has_entity = statement->speaker && statement->speaker->entity;
      score.answered = (is_named ? has_entity : statement->speaker.has_value()) ? 1 : 0;
      const bool same = has_entity && means(*statement->speaker->entity) == source->entity;
      score.right = score.answered == 1 && (same || (!is_named && !has_entity)) ? 1 : 0;
    }
    if (tell_ != nullptr && score.found == 1 && score.right == 0) tell(question, *source);
    rows[is_named ? "named" : "other"].add(score);
    rows["all"].add(score);
    rows[document_.genre].add(score);
    if (document_.held_out()) rows["held out"].add(score);
    if (score.answered == 1) rows["by " + way].add(score);
  }

 private:
  static bool is_somebody(const GumMention& mention) {
    return mention.kind == "person" || mention.kind == "organization" || mention.kind == "place";
  }

  void tell(const GumAttribution& question, const GumMention& source) const {
    const Statement* statement = covering(question.content);
    const auto words = [&](std::uint32_t begin, std::uint32_t end) {
      return slice(document_.text,
                   {document_.tokens[begin].span.begin, document_.tokens[end - 1].span.end});
    };
    *tell_ << fmt::format("{} “{}”: marked “{}” ({}), found {} by {}\n", document_.name,
                          slice(document_.text, question.content).substr(0, 50),
                          words(question.source_begin, question.source_end),
                          words(source.begin, std::min(source.end, source.begin + 8)),
                          statement->speaker ? statement->speaker->name : "-",
                          name_of(statement->resolved_by));
  }

  [[nodiscard]] bool spoken_by_writer(const GumAttribution& question) const {
    const Span word = document_.tokens[question.source_begin].span;
    return is_first_or_second_person(to_latin(slice(document_.text, word)));
  }

  [[nodiscard]] const Statement* covering(Span place) const {
    const Statement* best = nullptr;
    std::uint32_t most = place.size() / 2;
    for (const Statement& statement : speech_.statements) {
      std::uint32_t covered = 0;
      for (const Span content : statement.content) {
        if (!content.overlaps(place)) continue;
        covered += std::min(content.end, place.end) - std::max(content.begin, place.begin);
      }
      if (covered <= most) continue;
      most = covered;
      best = &statement;
    }
    return best;
  }

  // The entity of GUM that most mentions of ours belong to; empty for none.
  [[nodiscard]] std::string means(EntityIndex entity) const {
    std::vector<Span> places;
    for (const ArticleSpan& place : speech_.entities[entity].mentions) places.push_back(place.span);
    return entity_of(document_, mentions_, places);
  }

  const GumDocument& document_;
  const Speech& speech_;
  std::ostream* tell_;
  std::vector<GumMention> mentions_;
  std::set<std::string> named_;
};

std::string row(std::string_view name, const Score& score) {
  return fmt::format("{:<18}{:>7}{:>8}{:>10}{:>8}{:>11.3f}{:>10.3f}\n", name, score.asked,
                     score.found, score.answered, score.right, share(score.right, score.answered),
                     share(score.answered, score.found));
}

}  // namespace

Article article_of(const GumDocument& document) {
  Article article;
  article.id = document.name;
  article.text = document.text;
  article.body = {0, static_cast<std::uint32_t>(document.text.size())};
  return article;
}

Result<Done> measure_gum_speakers(const Request& request, std::ostream& out) {
  const auto documents = read_gum(request.paths, GumLayout::between_paragraphs);
  if (!documents) return documents.error();
  std::map<std::string, Score> rows;
  for (const GumDocument& document : *documents) {
    const std::vector<Article> articles = {article_of(document)};
    const std::vector<Analysis> analyses = {
        analyze_structure(articles.front(), analyze_words(articles.front()))};
    Story story;
    story.id = document.name;
    story.articles = {0};
    const std::vector<Story> stories = {story};
    const std::vector<TaggedText> tagged = tag_stories(articles, analyses, stories, request.jobs);
    const Speech speech = attribute_speech({articles, analyses, stories, tagged, request.jobs});
    const Judge judge(document, speech, request.output.empty() ? nullptr : &out);
    for (const GumAttribution& question : attributions_of(document)) judge.judge(question, rows);
  }
  out << fmt::format("{:<18}{:>7}{:>8}{:>10}{:>8}{:>11}{:>10}\n", "GUM", "asked", "found",
                     "answered", "right", "precision", "coverage");
  for (const auto& [name, score] : rows) out << row(name, score);
  const Score& all = rows["all"];
  out << fmt::format("speakers.gum_precision: {:.4f}\nspeakers.gum_coverage: {:.4f}\n",
                     share(all.right, all.answered), share(all.answered, all.found));
  return Done{};
}

}  // namespace twosource::bench
