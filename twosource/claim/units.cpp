// What does a text say, one thing at a time?
//
// A sentence is cut to pieces with one verb each (pieces.hpp). Of a piece the verb group tells the
// action and how it is told (verb_groups.hpp), the noun phrases who takes part (participants.hpp).
// A piece without a subject has that of the clause before it, or of the clause that it introduces;
// a relative clause has the phrase before it. The words that introduce a statement are no unit, and
// neither are pieces without a verb, but for headlines. What a speaker denies is the denial of it.
#include "twosource/claim/units.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "twosource/claim/lemmas.hpp"
#include "twosource/claim/noun_phrases.hpp"
#include "twosource/claim/participants.hpp"
#include "twosource/claim/pieces.hpp"
#include "twosource/claim/unit_words.hpp"
#include "twosource/claim/verb_groups.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;
using Role = Participant::Role;

// An entity where an article names it.
struct Mention {
  Span span;
  EntityIndex entity = 0;
};

// What the report knows of one article, in text order.
struct ArticleFacts {
  std::vector<Mention> mentions;
  std::vector<TimeIndex> times;
  std::vector<StatementIndex> statements;
};

class ArticleReader {
 public:
  ArticleReader(const Report& report, const TaggedText& tagged, const ArticleFacts& facts,
                ArticleIndex article)
      : report_(report),
        tagged_(tagged),
        facts_(facts),
        article_(article),
        text_(find_lemmas(report.articles[article].text, tagged)),
        statements_(mark_statements(tagged, report.statements, facts.statements)) {}

  void read(std::vector<Unit>& units) {
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < tagged_.sentence_ends.size(); ++i) {
      const std::uint32_t end = tagged_.sentence_ends[i];
      read_sentence(static_cast<std::uint32_t>(i), begin, end, units);
      begin = end;
    }
  }

 private:
  void read_sentence(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end,
                     std::vector<Unit>& units) {
    if (begin == end) return;
    phrases_ = find_noun_phrases(tagged_, begin, end);
    const std::vector<Piece> pieces = cut_sentence(text_, phrases_, statements_, begin, end);
    std::optional<Participant> subject;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      Unit unit = read_piece(pieces[i], sentence, end);
      add_subject(pieces, i, subject, unit);
      const auto own = std::find_if(unit.participants.begin(), unit.participants.end(),
                                    [](const Participant& p) { return p.role == Role::subject; });
      if (own != unit.participants.end()) subject = *own;
      if (is_unit(pieces[i], unit)) units.push_back(std::move(unit));
    }
  }

  [[nodiscard]] static bool is_unit(const Piece& piece, const Unit& unit) {
    if (piece.reports || unit.lemmas.empty()) return false;
    return piece.verb.has_value() || unit.sentence == 0;
  }

  [[nodiscard]] Unit read_piece(const Piece& piece, std::uint32_t sentence,
                                std::uint32_t sentence_end) const {
    Unit unit;
    unit.article = article_;
    unit.sentence = sentence;
    unit.statement = piece.statement;
    set_place(piece, unit);
    add_participants(piece, unit);
    set_action(piece, sentence_end, unit);
    unit.quantities = find_quantities(text_.text, tagged_, unit.token_begin, unit.token_end);
    for (const TimeIndex time : facts_.times) {
      if (unit.span.contains(report_.times[time].span)) unit.times.push_back(time);
    }
    add_lemmas(unit);
    return unit;
  }

  // Without the marks at its ends.
  void set_place(const Piece& piece, Unit& unit) const {
    std::uint32_t begin = piece.begin;
    std::uint32_t end = piece.end;
    while (begin < end && is_punctuation(text_.part(begin))) ++begin;
    while (end > begin && is_punctuation(text_.part(end - 1))) --end;
    unit.token_begin = begin;
    unit.token_end = end;
    if (begin < end) unit.span = {text_.token(begin).span.begin, text_.token(end - 1).span.end};
  }

  void set_action(const Piece& piece, std::uint32_t sentence_end, Unit& unit) const {
    if (piece.verb) {
      unit.action = text_.token(piece.verb->main).span;
      unit.verb = text_.lemma(piece.verb->main);
      unit.negated = piece.verb->negated;
      unit.modality = piece.verb->modality;
    }
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      if (denies(piece, i)) unit.negated = !unit.negated;
    }
    if (is_word(text_.lemma(unit.token_begin), UnitWord::condition))
      unit.modality = std::max(unit.modality, Modality::condition);
    if (text_.word(sentence_end - 1) == "?") unit.modality = Modality::question;
    apply_cue(unit);
  }

  // "no", "nobody" in a subject or an object; "without" before what was not done.
  [[nodiscard]] bool denies(const Piece& piece, std::uint32_t i) const {
    const bool in_group = piece.verb && i >= piece.verb->begin && i < piece.verb->end;
    if (in_group) return false;
    if (is_word(text_.lemma(i), UnitWord::none)) return true;
    return piece.verb && i + 1 == piece.verb->begin && is_word(text_.lemma(i), UnitWord::without);
  }

  void apply_cue(Unit& unit) const {
    if (!unit.statement) return;
    const Span cue = report_.statements[*unit.statement].cue;
    for (std::uint32_t i = first_token(cue); i < tagged_.tokens.size(); ++i) {
      if (text_.token(i).span.begin >= cue.end) break;
      if (is_word(text_.lemma(i), UnitWord::denies)) unit.negated = !unit.negated;
      if (is_word(text_.lemma(i), UnitWord::asks)) unit.modality = Modality::question;
    }
  }

  [[nodiscard]] std::uint32_t first_token(Span span) const {
    const auto& tokens = tagged_.tokens;
    return static_cast<std::uint32_t>(
        std::partition_point(tokens.begin(), tokens.end(),
                             [&](const Token& t) { return t.span.end <= span.begin; }) -
        tokens.begin());
  }

  // --- participants ---------------------------------------------------------------------------

  void add_participants(const Piece& piece, Unit& unit) const {
    for (const RoledPhrase& each : find_roles(text_, phrases_, piece)) {
      if (is_time(each.phrase)) continue;
      unit.participants.push_back(make_participant(each.phrase, each.role));
    }
  }

  [[nodiscard]] Participant make_participant(const NounPhrase& phrase, Role role) const {
    Participant made;
    made.span = {text_.token(phrase.begin).span.begin, text_.token(phrase.end - 1).span.end};
    made.head = text_.lemma(phrase.head);
    made.role = role;
    made.pronoun = text_.part(phrase.head) == prp;
    made.entity = entity_at(text_.token(phrase.head).span);
    return made;
  }

  [[nodiscard]] std::optional<EntityIndex> entity_at(Span head) const {
    const auto mention =
        std::partition_point(facts_.mentions.begin(), facts_.mentions.end(),
                             [&](const Mention& m) { return m.span.end <= head.begin; });
    if (mention == facts_.mentions.end() || !mention->span.overlaps(head)) return std::nullopt;
    return mention->entity;
  }

  [[nodiscard]] bool is_time(const NounPhrase& phrase) const {
    const Span head = text_.token(phrase.head).span;
    return std::any_of(facts_.times.begin(), facts_.times.end(),
                       [&](TimeIndex time) { return report_.times[time].span.contains(head); });
  }

  // Gives a piece without a subject the one that it shares with another.
  void add_subject(const std::vector<Piece>& pieces, std::size_t i,
                   const std::optional<Participant>& subject, Unit& unit) const {
    const Piece& piece = pieces[i];
    if (!piece.verb) return;
    const Role role = piece.verb->passive ? Role::object : Role::subject;
    const bool has_own = std::any_of(unit.participants.begin(), unit.participants.end(),
                                     [&](const Participant& p) { return p.role == role; });
    std::optional<Participant> shared;
    if (is_relative(piece)) {
      shared = phrase_before(piece.begin);
      if (shared) shared->role = has_own ? Role::object : role;
    } else if (!has_own) {
      shared = piece.verb->finite || i > 0 ? subject : std::nullopt;
      if (shared) shared->role = role;
    }
    if (shared) unit.participants.insert(unit.participants.begin(), *shared);
  }

  [[nodiscard]] bool is_relative(const Piece& piece) const {
    std::uint32_t begin = piece.begin;
    while (begin + 1 < piece.end && is_punctuation(text_.part(begin))) ++begin;
    return text_.part(begin) == wdt || text_.part(begin) == wp;
  }

  [[nodiscard]] std::optional<Participant> phrase_before(std::uint32_t token) const {
    for (auto phrase = phrases_.rbegin(); phrase != phrases_.rend(); ++phrase) {
      if (phrase->end <= token) return make_participant(*phrase, Role::subject);
    }
    return std::nullopt;
  }

  // --- words ----------------------------------------------------------------------------------

  void add_lemmas(Unit& unit) const {
    for (std::uint32_t i = unit.token_begin; i < unit.token_end; ++i) {
      if (is_content(i)) unit.lemmas.push_back(text_.lemma(i));
    }
  }

  [[nodiscard]] bool is_content(std::uint32_t i) const {
    const PartOfSpeech p = text_.part(i);
    const std::uint64_t lemma = text_.lemma(i);
    if (is_verb(p)) return !is_word(lemma, UnitWord::auxiliary);
    const bool kind = is_noun(p) || is_adjective(p) || is_adverb(p) || p == cd || p == fw;
    return kind && !is_word(lemma, UnitWord::light);
  }

  const Report& report_;
  const TaggedText& tagged_;
  const ArticleFacts& facts_;
  ArticleIndex article_;
  LemmaText text_;
  StatementTokens statements_;
  std::vector<NounPhrase> phrases_;  // of the sentence that is read
};

// By place in the story's list of articles.
std::vector<ArticleFacts> gather_facts(const Report& report, const Story& story,
                                       StoryIndex story_index) {
  std::vector<ArticleFacts> facts(story.articles.size());
  const auto of_article = [&](ArticleIndex article) -> ArticleFacts* {
    const auto at = std::lower_bound(story.articles.begin(), story.articles.end(), article);
    if (at == story.articles.end() || *at != article) return nullptr;
    return &facts[static_cast<std::size_t>(at - story.articles.begin())];
  };
  for (std::size_t i = 0; i < report.entities.size(); ++i) {
    if (report.entities[i].story != story_index) continue;
    for (const ArticleSpan& mention : report.entities[i].mentions) {
      if (ArticleFacts* const found = of_article(mention.article))
        found->mentions.push_back({mention.span, static_cast<EntityIndex>(i)});
    }
  }
  for (std::size_t i = 0; i < report.times.size(); ++i) {
    if (ArticleFacts* const found = of_article(report.times[i].article))
      found->times.push_back(static_cast<TimeIndex>(i));
  }
  for (std::size_t i = 0; i < report.statements.size(); ++i) {
    if (ArticleFacts* const found = of_article(report.statements[i].article))
      found->statements.push_back(static_cast<StatementIndex>(i));
  }
  for (ArticleFacts& each : facts) {
    std::sort(each.mentions.begin(), each.mentions.end(), [](const Mention& a, const Mention& b) {
      return std::pair(a.span, a.entity) < std::pair(b.span, b.entity);
    });
  }
  return facts;
}

}  // namespace

std::vector<Unit> find_units(const Report& report, std::span<const TaggedText> tagged,
                             StoryIndex story) {
  std::vector<Unit> units;
  const Story& of_story = report.stories[story];
  const std::vector<ArticleFacts> facts = gather_facts(report, of_story, story);
  for (std::size_t i = 0; i < of_story.articles.size(); ++i) {
    const ArticleIndex article = of_story.articles[i];
    ArticleReader(report, tagged[article], facts[i], article).read(units);
  }
  return units;
}

}  // namespace twosource
