// What does a text say, one thing at a time?
//
// A sentence is cut to pieces with one verb each (pieces.hpp). Of a piece the verb group tells the
// action and how it is told (verb_groups.hpp), the noun phrases who takes part (participants.hpp).
// A piece without a subject has that of the clause before it, or of the clause that it introduces;
// a relative clause has the phrase before it. The words that introduce a statement are no unit, and
// neither are pieces without a verb, but for headlines. What a speaker denies is the denial of it.
#include "twosource/claim/units.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "twosource/claim/lemmas.hpp"
#include "twosource/claim/mended_parts.hpp"
#include "twosource/claim/noun_phrases.hpp"
#include "twosource/claim/participants.hpp"
#include "twosource/claim/pieces.hpp"
#include "twosource/claim/references.hpp"
#include "twosource/claim/unit_words.hpp"
#include "twosource/claim/verb_groups.hpp"
#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;
using Role = Participant::Role;

// What the report knows of one article, in text order.
struct ArticleFacts {
  std::vector<EntityMention> mentions;
  std::vector<TimeIndex> times;
  std::vector<StatementIndex> statements;
};

class ArticleReader {
 public:
  // All that is given must outlive this.
  ArticleReader(const Report& report, const TaggedText& tagged, const ArticleFacts& facts,
                const Countries& countries, ArticleIndex article)
      : report_(report),
        tagged_(tagged),
        facts_(facts),
        countries_(countries),
        article_(article),
        text_(find_lemmas(report.articles[article].text, tagged)),
        statements_(mark_statements(tagged, report.statements, facts.statements)),
        references_(report, article, tagged, facts.mentions, facts.statements) {
    keep_times_whole();
  }

  void read(std::vector<Unit>& units) {
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < tagged_.sentence_ends.size(); ++i) {
      const std::uint32_t end = tagged_.sentence_ends[i];
      read_sentence(static_cast<std::uint32_t>(i), begin, end, units);
      begin = end;
    }
  }

 private:
  void keep_times_whole() {
    for (const TimeIndex index : facts_.times) {
      const Span time = report_.times[index].span;
      for (std::uint32_t i = first_token(time) + 1;
           i < tagged_.tokens.size() && text_.token(i).span.begin < time.end; ++i)
        statements_.goes_on[i] = 1;
    }
  }

  void read_sentence(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end,
                     std::vector<Unit>& units) {
    if (begin == end) return;
    phrases_ = find_noun_phrases(tagged_, begin, end);
    const std::vector<Piece> pieces = cut_sentence(text_, phrases_, statements_, begin, end);
    Shared shared;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      Unit unit = read_piece(pieces[i], sentence, end);
      add_subject(pieces[i], shared, unit);
      if (const auto first = first_before_verb(pieces[i], unit))
        shared[pieces[i].statement] = *first;
      if (is_unit(pieces[i], unit)) units.push_back(std::move(unit));
    }
  }

  // The subject of the clause before, by who says it.
  using Shared = std::map<std::optional<StatementIndex>, Participant>;

  // The grammatical subject, which a next clause may share.
  [[nodiscard]] static std::optional<Participant> first_before_verb(const Piece& piece,
                                                                    const Unit& unit) {
    if (!piece.verb) return std::nullopt;
    const Role role = piece.verb->passive ? Role::object : Role::subject;
    for (const Participant& each : unit.participants) {
      if (each.role == role && each.span.end <= unit.action.begin) return each;
    }
    return std::nullopt;
  }

  [[nodiscard]] static bool is_unit(const Piece& piece, const Unit& unit) {
    if (piece.reports || unit.lemmas.empty()) return false;
    // "Updated: 22 August": nobody did anything.
    if (piece.verb && piece.verb->passive && unit.participants.empty()) return false;
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
    std::erase_if(unit.quantities, [&](const Quantity& each) { return is_date(each.number); });
    for (const TimeIndex time : facts_.times) {
      if (unit.span.contains(report_.times[time].span)) unit.times.push_back(time);
    }
    add_lemmas(unit);
    for (std::uint32_t i = unit.token_begin; i < unit.token_end && !unit.statement; ++i)
      unit.statement = statements_.quoted[i];
    return unit;
  }

  // Part of a day or a time; a duration is a quantity as well.
  [[nodiscard]] bool is_date(Span number) const {
    return std::any_of(facts_.times.begin(), facts_.times.end(), [&](TimeIndex index) {
      const TimeExpression& time = report_.times[index];
      return time.kind != TimeKind::duration && time.span.overlaps(number);
    });
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
    // Of a piece of marks alone nothing is left.
    if (unit.token_begin == unit.token_end) return;
    if (is_word(text_.lemma(unit.token_begin), UnitWord::condition))
      unit.modality = std::max(unit.modality, Modality::condition);
    if (text_.word(sentence_end - 1) == "?") unit.modality = Modality::question;
    apply_cue(piece, unit);
    apply_governor(piece, unit);
  }

  // "accusations by Selne that ...", "fears that ...": whose content it is decides.
  void apply_governor(const Piece& piece, Unit& unit) const {
    static const std::uint64_t that = hash_folded("that");
    constexpr std::uint32_t farthest = 8;
    if (unit.statement || piece.begin == 0 || text_.part(piece.begin) != in) return;
    if (text_.lemma(piece.begin) != that) return;
    const std::uint32_t last = piece.begin > farthest ? piece.begin - farthest : 0;
    bool hearsay = false;
    for (std::uint32_t i = piece.begin; i-- > last;) {
      const std::uint64_t lemma = text_.lemma(i);
      hearsay = hearsay || (is_noun(text_.part(i)) && is_word(lemma, UnitWord::hearsay));
      if (text_.part(i) == stop) break;
      if (!is_verb(text_.part(i))) continue;
      if (is_word(lemma, UnitWord::denies)) unit.negated = !unit.negated;
      hearsay = hearsay || is_word(lemma, UnitWord::possible);
      if (is_word(lemma, UnitWord::plan)) unit.modality = std::max(unit.modality, Modality::plan);
      break;
    }
    if (hearsay) unit.modality = std::max(unit.modality, Modality::possible);
  }

  // "will decide whether to do nothing": nothing is done, but it is decided.
  [[nodiscard]] bool verb_between(const VerbGroup& verb, std::uint32_t token) const {
    for (std::uint32_t i = verb.end; i < token; ++i) {
      if (is_verb(text_.part(i))) return true;
    }
    return false;
  }

  // "no", "nobody" in a subject or an object; "without" before what was not done.
  [[nodiscard]] bool denies(const Piece& piece, std::uint32_t i) const {
    const bool in_group = piece.verb && i >= piece.verb->begin && i < piece.verb->end;
    if (in_group) return false;
    if (is_word(text_.lemma(i), UnitWord::none))
      return !piece.verb || !verb_between(*piece.verb, i);
    return piece.verb && i + 1 == piece.verb->begin && is_word(text_.lemma(i), UnitWord::without);
  }

  // Of what somebody denies the relative clauses and the reasons stay as they are: "denied that the
  // bridge, which opened in May, was closed because it shook".
  [[nodiscard]] bool is_told(const Piece& piece) const {
    static const std::uint64_t that = hash_folded("that");
    std::uint32_t begin = piece.begin;
    while (begin + 1 < piece.end && is_punctuation(text_.part(begin))) ++begin;
    const bool reason =
        text_.part(begin) == wrb || (text_.part(begin) == in && text_.lemma(begin) != that &&
                                     is_word(text_.lemma(begin), UnitWord::subordinate));
    return !reason && !is_relative(piece);
  }

  void apply_cue(const Piece& piece, Unit& unit) const {
    if (!unit.statement) return;
    const Statement& statement = report_.statements[*unit.statement];
    const Span cue = statement.cue;
    // "Rejected the report: 'It is wrong'": what stands in marks is what was said.
    const bool told = is_told(piece) && (statement.kind == StatementKind::indirect ||
                                         is_that(statement.content.front()));
    for (std::uint32_t i = first_token(cue); i < tagged_.tokens.size(); ++i) {
      if (text_.token(i).span.begin >= cue.end) break;
      if (told && is_word(text_.lemma(i), UnitWord::denies)) unit.negated = !unit.negated;
      if (is_word(text_.lemma(i), UnitWord::asks)) unit.modality = Modality::question;
    }
  }

  [[nodiscard]] bool is_that(Span content) const {
    const std::uint32_t first = first_token(content);
    return first < tagged_.tokens.size() && text_.word(first) == "that";
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
    std::vector<NounPhrase> open;  // by participant
    for (const RoledPhrase& each : find_roles(text_, phrases_, piece)) {
      const auto phrase = without_time(each.phrase);
      if (!phrase) continue;
      unit.participants.push_back(make_participant(*phrase, each.role));
      open.push_back(*phrase);
    }
    resolve(open, unit);
  }

  // The phrase without a time at its end: "a meeting Friday night". None if it is a time.
  [[nodiscard]] std::optional<NounPhrase> without_time(NounPhrase phrase) const {
    const Span head = text_.token(phrase.head).span;
    for (const TimeIndex index : facts_.times) {
      const TimeExpression& time = report_.times[index];
      if (time.kind == TimeKind::duration || !time.span.contains(head)) continue;
      std::uint32_t end = phrase.head;
      while (end > phrase.begin && time.span.overlaps(text_.token(end - 1).span)) --end;
      if (end == phrase.begin || !is_noun(text_.part(end - 1))) return std::nullopt;
      phrase.end = end;
      phrase.head = end - 1;
    }
    return phrase;
  }

  [[nodiscard]] Participant make_participant(const NounPhrase& phrase, Role role) const {
    Participant made;
    made.span = {text_.token(phrase.begin).span.begin, text_.token(phrase.end - 1).span.end};
    made.head = text_.lemma(phrase.head);
    made.role = role;
    made.pronoun = text_.part(phrase.head) == prp;
    made.entity = references_.named_at(text_.token(phrase.head).span);
    if (made.entity) {
      made.entity = countries_.one_of(*made.entity);
    } else if (is_proper_noun(text_.part(phrase.head))) {
      made.entity = countries_.named(slice(text_.text, made.span));
    }
    return made;
  }

  // Pronouns and descriptions; whom the clause names is not "he".
  void resolve(const std::vector<NounPhrase>& phrases, Unit& unit) const {
    std::vector<EntityIndex> named;
    for (const Participant& each : unit.participants) {
      if (each.entity) named.push_back(*each.entity);
    }
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      Participant& each = unit.participants[i];
      if (each.entity) continue;
      each.entity = each.pronoun
                        ? references_.meant_by_pronoun(phrases[i].head, unit.statement, named)
                        : references_.meant_by_role(phrases[i].head);
    }
  }

  // Gives a piece without a subject the one that it shares with another.
  void add_subject(const Piece& piece, const Shared& shared, Unit& unit) const {
    if (!piece.verb) return;
    const Role role = piece.verb->passive ? Role::object : Role::subject;
    const bool has_own = std::any_of(unit.participants.begin(), unit.participants.end(),
                                     [&](const Participant& p) { return p.role == role; });
    std::optional<Participant> found;
    if (is_relative(piece)) {
      found = of_relative(piece, has_own, role);
    } else if (!has_own) {
      found = stands_behind_noun(piece) ? phrase_before(piece.begin) : std::nullopt;
      const auto before = shared.find(piece.statement);
      if (!found && before != shared.end() && begins_with_verb(piece)) found = before->second;
      if (!found && !piece.verb->finite && begins_with_verb(piece)) found = speaker_of(piece);
      if (found) found->role = role;
    }
    if (found) unit.participants.insert(unit.participants.begin(), *found);
  }

  // Stands nothing before the verb that could be a subject?
  [[nodiscard]] bool begins_with_verb(const Piece& piece) const {
    for (std::uint32_t i = piece.begin; i < piece.verb->begin; ++i) {
      const PartOfSpeech p = text_.part(i);
      if (!is_punctuation(p) && !is_adverb(p) && p != cc && p != in && p != wrb && p != to)
        return false;
    }
    return true;
  }

  // "the bridge, which fell": the bridge; "the bridge which they built": as the object. Before
  // "that" and a subject of its own a noun may also be what is explained: "the fear that it fell".
  [[nodiscard]] std::optional<Participant> of_relative(const Piece& piece, bool has_own,
                                                       Role role) const {
    static const std::uint64_t that = hash_folded("that");
    std::uint32_t begin = piece.begin;
    while (begin + 1 < piece.end && is_punctuation(text_.part(begin))) ++begin;
    if (has_own && text_.lemma(begin) == that) return std::nullopt;
    auto found = phrase_before(piece.begin);
    if (found) found->role = has_own ? Role::object : role;
    return found;
  }

  // "the work | to be done", "remains of soldiers | killed in the war"
  [[nodiscard]] bool stands_behind_noun(const Piece& piece) const {
    const bool bare = piece.verb->passive && !piece.verb->finite &&
                      piece.verb->begin == piece.begin && piece.begin > 0;
    return bare && is_noun(text_.part(piece.begin - 1));
  }

  // "promised to go": who promised.
  [[nodiscard]] std::optional<Participant> speaker_of(const Piece& piece) const {
    if (!piece.statement) return std::nullopt;
    const Statement& statement = report_.statements[*piece.statement];
    if (!statement.speaker || !statement.speaker->entity || statement.source.empty())
      return std::nullopt;
    Participant made;
    made.span = statement.source;
    made.entity = statement.speaker->entity;
    const std::uint32_t begin = first_token(statement.source);
    std::uint32_t head = begin;
    for (std::uint32_t i = begin; i < tagged_.tokens.size(); ++i) {
      if (text_.token(i).span.begin >= statement.source.end) break;
      if (is_noun(text_.part(i)) || text_.part(i) == prp) head = i;
    }
    made.head = text_.lemma(head);
    made.pronoun = text_.part(head) == prp;
    return made;
  }

  // Not where a speaker's words begin: "told reporters that".
  [[nodiscard]] bool is_relative(const Piece& piece) const {
    static const std::uint64_t what = hash_folded("what");
    std::uint32_t begin = piece.begin;
    while (begin + 1 < piece.end && is_punctuation(text_.part(begin))) ++begin;
    if (begin > 0 && statements_.content[begin] != statements_.content[begin - 1]) return false;
    return text_.part(begin) == wdt || (text_.part(begin) == wp && text_.lemma(begin) != what);
  }

  // The phrase that ends last before a token; one in apposition to a person is that person.
  [[nodiscard]] std::optional<Participant> phrase_before(std::uint32_t token) const {
    const auto behind =
        std::partition_point(phrases_.begin(), phrases_.end(),
                             [&](const NounPhrase& phrase) { return phrase.end <= token; });
    if (behind == phrases_.begin()) return std::nullopt;
    Participant made = make_participant(*(behind - 1), Role::subject);
    if (made.entity || behind - phrases_.begin() < 2) return made;
    const NounPhrase& own = *(behind - 1);
    const NounPhrase& before = *(behind - 2);
    const bool apposed = before.end + 1 == own.begin && text_.part(before.end) == comma &&
                         text_.part(own.begin) == dt;
    const auto entity = references_.named_at(text_.token(before.head).span);
    if (apposed && entity && report_.entities[*entity].kind == NameKind::person)
      made.entity = entity;
    return made;
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
  const Countries& countries_;
  ArticleIndex article_;
  LemmaText text_;
  StatementTokens statements_;
  References references_;
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
    std::sort(each.mentions.begin(), each.mentions.end(),
              [](const EntityMention& a, const EntityMention& b) {
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
  const Countries countries(report, story);
  PartTagger tagger;
  for (std::size_t i = 0; i < of_story.articles.size(); ++i) {
    const ArticleIndex article = of_story.articles[i];
    const TaggedText mended = mend_parts(report.articles[article].text, tagged[article], tagger);
    ArticleReader(report, mended, facts[i], countries, article).read(units);
  }
  return units;
}

}  // namespace twosource
