// Who is "she", who is "the engineer", and who speaks where nobody is named?
//
// A source is read from its head, the last noun before anything that only describes it: of "State
// Department spokeswoman Heather Orlo" that is the name, of "a spokesman for Orlo" it is the
// spokesman, who has no name, and of "Orlo's lawyer" the lawyer. Then, in this order:
//
//   named     the head is a name
//   role      the head is "the engineer", and exactly one engineer was introduced by name
//   unnamed   the head is another description: "officials", "a senior aide"
//   pronoun   "she": the speaker of the statement before, if nobody else was named since; else the
//             only person, or the subject of the sentence before, who can be meant. Whom the words
//             themselves name is not the speaker.
//   adjacent  no source: the speaker of a quotation goes on in the next one of the same paragraph,
//             or where a quotation runs over paragraphs
//
// Whatever leaves two answers open gets none. Texts that were stitched together from several put
// quotations behind persons who never said them; so a sentence that only reports what someone said
// does not lend its speaker to a quotation behind it.
#include "twosource/speech/speakers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "twosource/base/unicode.hpp"
#include "twosource/speech/channels.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using Words = std::set<std::string_view>;

// Tokens [begin, end).
struct Tokens {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
};

class Resolver {
 public:
  Resolver(const SpeakerInput& input, const ArticleNames& names)
      : input_(input), text_(input.article.text), tagged_(input.tagged), names_(names) {}

  void resolve(std::vector<Statement>& statements) {
    for (std::size_t i = 0; i < statements.size(); ++i) {
      Statement& statement = statements[i];
      const Statement* before = i == 0 ? nullptr : &statements[i - 1];
      find_speaker(statement, before);
      statement.via = find_channels(input_.article.text, tagged_, names_, statement);
    }
  }

 private:
  // --- tokens ---------------------------------------------------------------------------------

  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const {
    const auto found =
        std::partition_point(tagged_.tokens.begin(), tagged_.tokens.end(),
                             [&](const Token& token) { return token.span.end <= byte; });
    return static_cast<std::uint32_t>(found - tagged_.tokens.begin());
  }
  [[nodiscard]] Tokens tokens_of(Span span) const {
    if (span.empty()) return {};
    return {token_at(span.begin), token_at(span.end - 1) + 1};
  }
  [[nodiscard]] std::string word(std::uint32_t token) const {
    return to_latin(slice(text_, tagged_.tokens[token].span));
  }
  [[nodiscard]] PartOfSpeech part(std::uint32_t token) const { return tagged_.tokens[token].part; }
  [[nodiscard]] Tokens sentence_of(std::uint32_t token) const {
    const auto end =
        std::upper_bound(tagged_.sentence_ends.begin(), tagged_.sentence_ends.end(), token);
    const std::uint32_t begin = end == tagged_.sentence_ends.begin() ? 0 : *(end - 1);
    return {begin, end == tagged_.sentence_ends.end()
                       ? static_cast<std::uint32_t>(tagged_.tokens.size())
                       : *end};
  }
  // Which paragraph a place lies in: 0 for the title, then 1, 2, ...
  [[nodiscard]] std::size_t paragraph_of(std::uint32_t byte) const {
    const auto& all = input_.analysis.paragraphs;
    return static_cast<std::size_t>(
        std::partition_point(all.begin(), all.end(), [&](Span p) { return p.begin <= byte; }) -
        all.begin());
  }
  [[nodiscard]] bool in_quotation(std::uint32_t byte) const {
    const auto& all = input_.analysis.quotations;
    const auto next = std::partition_point(
        all.begin(), all.end(), [&](const Quotation& each) { return each.span.end <= byte; });
    return next != all.end() && next->span.begin <= byte;
  }

  // --- the source -----------------------------------------------------------------------------

  void find_speaker(Statement& statement, const Statement* before) {
    if (statement.source.empty()) {
      find_adjacent(statement, before);
      return;
    }
    const Tokens source = tokens_of(statement.source);
    const Tokens head = head_of(source);
    const std::string first = word(head.begin);
    if (head.end - head.begin == 1 && is_pronoun(head.begin)) {
      find_pronoun(statement, before, head.begin, first);
    } else if (const auto mention = named_head(source, head)) {
      set_named(statement, *mention, source);
    } else if (!find_role(statement, head)) {
      set_unnamed(statement, source);
    }
  }

  [[nodiscard]] bool is_pronoun(std::uint32_t token) const {
    const PartOfSpeech p = part(token);
    return p == PartOfSpeech::prp || p == PartOfSpeech::wp || p == PartOfSpeech::wdt;
  }

  // The base of a noun phrase: up to a comma, a preposition, a relative. "Secretary of State"
  // stays.
  [[nodiscard]] Tokens head_of(Tokens source) const {
    std::uint32_t end = source.begin;
    while (end < source.end) {
      const PartOfSpeech p = part(end);
      const bool of_title = p == PartOfSpeech::in && word(end) == "of" && end + 1 < source.end &&
                            !mention_from(end + 1, end + 2).has_value() &&
                            is_proper_noun(part(end + 1)) && end > source.begin &&
                            is_proper_noun(part(end - 1));
      const bool stops = p == PartOfSpeech::comma || p == PartOfSpeech::in ||
                         p == PartOfSpeech::to || p == PartOfSpeech::wp || p == PartOfSpeech::wdt ||
                         p == PartOfSpeech::open_bracket || p == PartOfSpeech::colon ||
                         p == PartOfSpeech::vbg || p == PartOfSpeech::vbd;
      // "the managing director", "the elected mayor"
      const bool modifies = (p == PartOfSpeech::vbg || p == PartOfSpeech::vbd) &&
                            end + 1 < source.end && goes_before_noun(part(end + 1));
      if (stops && !of_title && !modifies && end > source.begin && !in_mention(end)) break;
      ++end;
    }
    return {source.begin, std::max(end, source.begin + 1)};
  }

  [[nodiscard]] bool in_mention(std::uint32_t token) const {
    const auto& all = names_.mentions;
    return std::any_of(all.begin(), all.end(), [&](const ArticleMention& each) {
      return each.begin <= token && token < each.end;
    });
  }

  // A mention that begins in [begin, end).
  [[nodiscard]] std::optional<std::uint32_t> mention_from(std::uint32_t begin,
                                                          std::uint32_t end) const {
    for (std::uint32_t i = 0; i < names_.mentions.size(); ++i) {
      if (names_.mentions[i].begin >= begin && names_.mentions[i].begin < end) return i;
    }
    return std::nullopt;
  }

  // The mention that ends where the head does; or the person in apposition to a head without a
  // name: "the bridge's engineer, Ana Orlo"; "chairwoman of the board Ana Orlo".
  [[nodiscard]] std::optional<std::uint32_t> named_head(Tokens source, Tokens head) const {
    std::optional<std::uint32_t> named;
    for (std::uint32_t i = 0; i < names_.mentions.size(); ++i) {
      const ArticleMention& mention = names_.mentions[i];
      if (mention.end <= source.begin || mention.begin >= source.end) continue;
      // "Orlo's" as a source: the possessor of the words.
      const bool possessor = mention.end + 1 == head.end && head.end == source.end &&
                             part(mention.end) == PartOfSpeech::pos;
      const bool ends_head = mention.begin >= head.begin && (mention.end == head.end || possessor);
      const bool apposition = mention.kind == NameKind::person && head.end < source.end &&
                              part(head.end) == PartOfSpeech::comma &&
                              mention.begin == head.end + 1;
      if (ends_head) return i;
      if (apposition && !named) named = i;
    }
    if (named) return named;
    // "Secretary of State Mike Orlo": the only person, and the source ends with the name.
    for (std::uint32_t i = 0; i < names_.mentions.size(); ++i) {
      const ArticleMention& mention = names_.mentions[i];
      if (mention.kind == NameKind::person && mention.begin > source.begin &&
          mention.end == source.end && is_title_before(source.begin, mention.begin)) {
        return i;
      }
    }
    return std::nullopt;
  }

  // A role that is directly followed by the name: no comma, no "for".
  [[nodiscard]] bool is_title_before(std::uint32_t begin, std::uint32_t name) const {
    for (std::uint32_t i = begin; i < name; ++i) {
      const auto phrase = role_phrase(text_, tagged_, i);
      if (phrase && phrase->end == name) return true;
    }
    return false;
  }

  void set_named(Statement& statement, std::uint32_t mention, Tokens source) {
    const ArticleMention& name = names_.mentions[mention];
    // "Orlo and Marn": two speakers, and neither of them alone.
    const std::uint32_t next = name.end;
    const bool two =
        next < source.end && word(next) == "and" && mention_from(next, source.end).has_value();
    statement.resolved_by = ResolvedBy::named;
    if (!name.entity || two) {
      statement.speaker =
          Speaker{std::nullopt, std::string(slice(text_, two ? statement.source : name.span))};
      if (!name.entity) statement.resolved_by = ResolvedBy::unnamed;
      return;
    }
    set_entity(statement, *name.entity, ResolvedBy::named);
  }

  void set_entity(Statement& statement, std::uint32_t entity, ResolvedBy by) {
    statement.speaker = Speaker{entity, names_.entities[entity].name};
    statement.resolved_by = by;
  }

  void set_unnamed(Statement& statement, Tokens source) {
    // "which", "that" and the like point at nobody.
    const bool any_noun = has_noun(source);
    if (!any_noun) return;
    // The description up to the first comma says who; what follows explains.
    std::uint32_t end = source.begin + 1;
    while (end < source.end && part(end) != PartOfSpeech::comma) ++end;
    const Span description = {statement.source.begin, tagged_.tokens[end - 1].span.end};
    statement.speaker = Speaker{std::nullopt, std::string(slice(text_, description))};
    statement.resolved_by = ResolvedBy::unnamed;
  }

  [[nodiscard]] bool has_noun(Tokens source) const {
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
      const PartOfSpeech p = part(i);
      if (is_noun(p) || p == PartOfSpeech::cd || p == PartOfSpeech::jj || p == PartOfSpeech::dt)
        return true;
    }
    return false;
  }

  // --- roles ----------------------------------------------------------------------------------

  // "the engineer": the one who was introduced as such. A role that several have, or that anyone
  // could have, is unnamed.
  bool find_role(Statement& statement, Tokens head) {
    const auto phrase = role_phrase(text_, tagged_, head.end - 1);
    if (!phrase || phrase->plural || is_anyone(phrase->role)) return false;
    const bool capital_title = part(phrase->head) == PartOfSpeech::nnp;
    if (!phrase->definite && !capital_title) return false;
    std::set<std::uint32_t> with_role;
    std::set<std::uint32_t> with_words;
    for (std::uint32_t e = 0; e < names_.entities.size(); ++e) {
      const ArticleEntity& entity = names_.entities[e];
      if (entity.kind != NameKind::person || !can_be(entity.gender, phrase->gender)) continue;
      for (const Role& role : entity.roles) {
        if (role.head != phrase->role.head) continue;
        with_role.insert(e);
        if (has_words(role, phrase->role)) with_words.insert(e);
      }
    }
    const std::set<std::uint32_t>& fit = phrase->role.words.empty() ? with_role : with_words;
    if (fit.size() != 1 || with_role.size() > 2) return false;
    const std::uint32_t entity = *fit.begin();
    set_entity(statement, entity, ResolvedBy::role);
    add_reason(statement, "role",
               fmt::format("The article introduces {} as such.", names_.entities[entity].name),
               names_.mentions[names_.entities[entity].mentions.front()].span);
    return true;
  }

  // Every word of the shorter role is in the other one.
  static bool has_words(const Role& known, const Role& asked) {
    return std::all_of(asked.words.begin(), asked.words.end(), [&](const std::string& each) {
      return std::find(known.words.begin(), known.words.end(), each) != known.words.end();
    });
  }

  static bool can_be(Gender one, Gender other) {
    return one == Gender::unknown || other == Gender::unknown || one == other;
  }

  void add_reason(Statement& statement, const char* code, std::string text, Span place) const {
    statement.reasons.push_back({code, std::move(text), {{input_.index, place}}});
  }

  // --- pronouns -------------------------------------------------------------------------------

  void find_pronoun(Statement& statement, const Statement* before, std::uint32_t token,
                    const std::string& form) {
    static const Words relatives = {"who", "which", "that"};
    std::optional<std::uint32_t> found;
    if (relatives.contains(form)) {
      found = antecedent_of_relative(token);
    } else if (form == "he" || form == "she") {
      found = antecedent(statement, before, token, form == "he" ? Gender::man : Gender::woman);
    } else if (form == "it" || form == "they") {
      found = antecedent_thing(before, token);
    }
    if (!found) return;
    set_entity(statement, *found, ResolvedBy::pronoun);
    const ArticleEntity& entity = names_.entities[*found];
    std::uint32_t place = entity.mentions.front();
    for (const std::uint32_t i : entity.mentions) {
      if (names_.mentions[i].begin < token) place = i;
    }
    add_reason(statement, "pronoun", fmt::format("“{}” is {}, named last here.", form, entity.name),
               names_.mentions[place].span);
  }

  // "Orlo, who", "the engineer Orlo, a woman of 40, who": the name right before, or the only one of
  // the sentence.
  [[nodiscard]] std::optional<std::uint32_t> antecedent_of_relative(std::uint32_t token) const {
    const Tokens sentence = sentence_of(token);
    std::optional<std::uint32_t> only;
    for (const ArticleMention& mention : names_.mentions) {
      if (mention.begin < sentence.begin || mention.end > token || !mention.entity) continue;
      const bool touches = mention.end == token ||
                           (mention.end + 1 == token && part(mention.end) == PartOfSpeech::comma);
      if (touches) return mention.entity;
      if (only && *only != *mention.entity) return std::nullopt;
      only = mention.entity;
    }
    return std::nullopt;
  }

  // "he": see the top.
  [[nodiscard]] std::optional<std::uint32_t> antecedent(const Statement& statement,
                                                        const Statement* before,
                                                        std::uint32_t token, Gender gender) const {
    const std::size_t here = paragraph_of(tagged_.tokens[token].span.begin);
    const std::set<std::uint32_t> spoken_of = named_in(statement);
    const auto fits = [&](std::uint32_t entity) {
      return names_.entities[entity].kind == NameKind::person &&
             can_be(names_.entities[entity].gender, gender) && !spoken_of.contains(entity);
    };
    std::uint32_t from = begin_of_window(here);
    if (before != nullptr && before->speaker) {
      const std::uint32_t last = end_of(*before);
      const std::size_t there = paragraph_of(start_of(*before));
      if (there + 1 >= here && last <= tagged_.tokens[token].span.begin) {
        const bool continues = before->speaker->entity && fits(*before->speaker->entity);
        if (continues) {
          // Nobody else who could be meant was named since, in the reporter's own words.
          const std::set<std::uint32_t> since = persons_between(start_of(*before), token, fits);
          if (since.empty() || (since.size() == 1 && *since.begin() == *before->speaker->entity))
            return before->speaker->entity;
        }
      }
    }
    const std::set<std::uint32_t> near = persons_between(from, token, fits);
    const std::uint32_t unknown = static_cast<std::uint32_t>(names_.entities.size());
    if (near.empty() || near.contains(unknown)) return std::nullopt;
    if (near.size() == 1) return *near.begin();
    return subject_before(token, here, fits);
  }

  // Where the search for "he" begins: with the paragraph before.
  [[nodiscard]] std::uint32_t begin_of_window(std::size_t paragraph) const {
    const auto& all = input_.analysis.paragraphs;
    if (paragraph < 2 || all.empty()) return all.empty() ? 0 : all.front().begin;
    return all[paragraph - 2].begin;
  }

  template <class Fits>
  [[nodiscard]] std::set<std::uint32_t> persons_between(std::uint32_t from, std::uint32_t token,
                                                        const Fits& fits) const {
    std::set<std::uint32_t> persons;
    for (const ArticleMention& mention : names_.mentions) {
      if (mention.span.begin < from || mention.end > token) continue;
      if (in_quotation(mention.span.begin)) continue;
      if (mention.kind != NameKind::person) continue;
      // Someone who could be one of several: nobody is sure any more.
      const std::uint32_t unknown = static_cast<std::uint32_t>(names_.entities.size());
      if (!mention.entity) persons.insert(unknown);
      if (mention.entity && fits(*mention.entity)) persons.insert(*mention.entity);
    }
    return persons;
  }

  // The person with whom the sentence before begins, if the paragraph goes on with "he".
  template <class Fits>
  [[nodiscard]] std::optional<std::uint32_t> subject_before(std::uint32_t token, std::size_t here,
                                                            const Fits& fits) const {
    const Tokens sentence = sentence_of(token);
    if (sentence.begin == 0) return std::nullopt;
    const Tokens previous = sentence_of(sentence.begin - 1);
    if (paragraph_of(tagged_.tokens[previous.begin].span.begin) != here) return std::nullopt;
    // Named in this sentence before "he": then it is not clear.
    const std::set<std::uint32_t> named_here =
        persons_between(tagged_.tokens[sentence.begin].span.begin, token, fits);
    if (!named_here.empty()) return std::nullopt;
    for (const ArticleMention& mention : names_.mentions) {
      if (mention.begin < previous.begin || mention.begin >= previous.end) continue;
      if (mention.kind != NameKind::person) continue;
      const bool is_subject = mention.entity && fits(*mention.entity) &&
                              is_first_phrase(previous.begin, mention.begin) &&
                              verb_follows(mention.end, previous.end) &&
                              !in_quotation(mention.span.begin);
      return is_subject ? mention.entity : std::nullopt;
    }
    return std::nullopt;
  }

  // Nothing but titles stands before the name: no other subject, no preposition.
  [[nodiscard]] bool is_first_phrase(std::uint32_t begin, std::uint32_t name) const {
    for (std::uint32_t i = begin; i < name; ++i) {
      const PartOfSpeech p = part(i);
      if (!is_noun(p) && !is_adjective(p) && p != PartOfSpeech::dt && p != PartOfSpeech::pos)
        return false;
    }
    return true;
  }

  [[nodiscard]] bool verb_follows(std::uint32_t token, std::uint32_t end) const {
    if (token < end && is_finite(part(token))) return true;
    return token + 1 < end && is_adverb(part(token)) && is_finite(part(token + 1));
  }

  // "it", "they": the organisation or place that spoke right before.
  [[nodiscard]] std::optional<std::uint32_t> antecedent_thing(const Statement* before,
                                                              std::uint32_t token) const {
    if (before == nullptr || !before->speaker || !before->speaker->entity) return std::nullopt;
    const std::uint32_t entity = *before->speaker->entity;
    if (names_.entities[entity].kind == NameKind::person) return std::nullopt;
    const std::uint32_t place = tagged_.tokens[token].span.begin;
    if (paragraph_of(start_of(*before)) + 1 < paragraph_of(place)) return std::nullopt;
    for (const ArticleMention& mention : names_.mentions) {
      if (mention.span.begin < end_of(*before) || mention.end > token) continue;
      if (mention.kind == NameKind::organisation && mention.entity != entity) return std::nullopt;
    }
    return entity;
  }

  // Whom the content names.
  [[nodiscard]] std::set<std::uint32_t> named_in(const Statement& statement) const {
    std::set<std::uint32_t> entities;
    for (const ArticleMention& mention : names_.mentions) {
      if (!mention.entity) continue;
      for (const Span content : statement.content) {
        if (content.contains(mention.span)) entities.insert(*mention.entity);
      }
    }
    return entities;
  }

  static std::uint32_t start_of(const Statement& statement) {
    std::uint32_t start = statement.content.front().begin;
    if (!statement.cue.empty()) start = std::min(start, statement.cue.begin);
    if (!statement.source.empty()) start = std::min(start, statement.source.begin);
    return start;
  }
  static std::uint32_t end_of(const Statement& statement) {
    return std::max({statement.content.back().end, statement.cue.end, statement.source.end});
  }

  // --- no source ------------------------------------------------------------------------------

  void find_adjacent(Statement& statement, const Statement* before) {
    if (before == nullptr || !before->speaker || !statement.cue.empty()) return;
    if (statement.kind != StatementKind::direct || before->kind == StatementKind::indirect) return;
    const std::uint32_t start = statement.content.front().begin;
    const bool same_paragraph = paragraph_of(start) == paragraph_of(end_of(*before) - 1);
    const bool runs_on =
        is_continued(start) && paragraph_of(start) == paragraph_of(end_of(*before) - 1) + 1;
    if (!same_paragraph && !runs_on) return;
    // Between the two stands nothing but the end of a sentence.
    const std::string_view between = text_.substr(end_of(*before), start - end_of(*before));
    const bool clear = !has_word(between);
    if (!clear || end_of(*before) > start) return;
    statement.speaker = before->speaker;
    statement.resolved_by = before->speaker->entity ? ResolvedBy::adjacent : ResolvedBy::unnamed;
    add_reason(statement, "adjacent", "The quotation before it goes on.",
               before->source.empty() ? before->content.front() : before->source);
  }

  [[nodiscard]] bool is_continued(std::uint32_t byte) const {
    const auto& all = input_.analysis.quotations;
    return std::any_of(all.begin(), all.end(), [&](const Quotation& each) {
      return each.continued && each.span.begin <= byte && byte < each.span.end;
    });
  }

  static bool has_word(std::string_view text) { return !find_words(text).empty(); }

  const SpeakerInput& input_;
  std::string_view text_;
  const TaggedText& tagged_;
  const ArticleNames& names_;
};

}  // namespace

void resolve_speakers(const SpeakerInput& input, const ArticleNames& names,
                      std::vector<Statement>& statements) {
  Resolver(input, names).resolve(statements);
}

}  // namespace twosource
