// Who is "she", who is "the engineer", and who speaks where nobody is named?
//
// The source is read from its head (source_phrase.hpp). Then, in this order:
//
//   named     the head is a name, or one stands in apposition to it
//   role      the head is "the engineer", and exactly one engineer was introduced by name
//   unnamed   the head is another description: "officials", "a senior aide"
//   pronoun   "she": see antecedents.cpp
//   adjacent  no source: the speaker of a quotation goes on in the next one of the same paragraph,
//             or where a quotation runs over paragraphs
//
// Whatever leaves two answers open gets none. Texts that were stitched together from several put
// quotations behind persons who never said them; so a sentence that only reports what someone said
// does not lend its speaker to a quotation behind it.
#include "twosource/speech/speakers.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "twosource/speech/antecedents.hpp"
#include "twosource/speech/channels.hpp"
#include "twosource/speech/source_phrase.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// Those who hold a role: all; and the ones whose role has every word that was asked for.
struct Holders {
  std::set<std::uint32_t> all;
  std::set<std::uint32_t> with_words;
};

// "The president" is neither the vice president nor the one who was before.
bool is_lesser(const Role& role) {
  static const std::set<std::string_view> words = {"vice",   "deputy", "former",    "ex",
                                                   "then",   "late",   "assistant", "associate",
                                                   "junior", "shadow", "onetime",   "erstwhile"};
  return std::any_of(role.words.begin(), role.words.end(),
                     [](const std::string& word) { return words.contains(word); });
}

class Resolver {
 public:
  Resolver(const SpeakerInput& input, const ArticleNames& names, Antecedents how)
      : view_(input, names), names_(names), how_(how) {}

  void resolve(std::vector<Statement>& statements) const {
    for (std::size_t i = 0; i < statements.size(); ++i) {
      Statement& statement = statements[i];
      find_speaker(statement, i == 0 ? nullptr : &statements[i - 1],
                   statement_before(view_, statements, i));
      statement.via = find_channels(view_.text(), view_.tagged(), names_, statement);
    }
  }

 private:
  // `before` is the statement before; `subject` the one before that "he" can go on with.
  void find_speaker(Statement& statement, const Statement* before, const Statement* subject) const {
    if (statement.source.empty()) {
      find_adjacent(statement, before);
      return;
    }
    const TokenRange source = view_.tokens_of(statement.source);
    const TokenRange head = head_of_source(view_, source);
    if (head.end - head.begin == 1 && is_pronoun(head.begin)) {
      find_pronoun(statement, subject, head.begin);
    } else if (const auto mention = name_in_source(view_, source, head)) {
      set_named(statement, *mention, source);
    } else if (names_person(source) || !find_role(statement, head)) {
      set_unnamed(statement, source, head);
    }
  }

  [[nodiscard]] bool is_pronoun(std::uint32_t token) const {
    const PartOfSpeech p = view_.part(token);
    return p == PartOfSpeech::prp || p == PartOfSpeech::wp || p == PartOfSpeech::wdt;
  }

  void set_named(Statement& statement, std::uint32_t mention, TokenRange source) const {
    const ArticleMention& name = names_.mentions[mention];
    // "Orlo and Marn": two speakers, and neither of them alone.
    const bool several = is_one_of_several(view_, source, mention);
    statement.resolved_by = ResolvedBy::named;
    if (!name.entity || several) {
      const Span words = several ? statement.source : name.span;
      statement.speaker = Speaker{std::nullopt, std::string(slice(view_.text(), words))};
      if (!name.entity) statement.resolved_by = ResolvedBy::unnamed;
      return;
    }
    set_entity(statement, *name.entity, ResolvedBy::named);
  }

  void set_entity(Statement& statement, std::uint32_t entity, ResolvedBy by) const {
    statement.speaker = Speaker{entity, names_.entities[entity].name};
    statement.resolved_by = by;
  }

  void set_unnamed(Statement& statement, TokenRange source, TokenRange head) const {
    const auto description = description_of_source(view_, source, head);
    if (!description) return;
    statement.speaker = Speaker{std::nullopt, std::string(slice(view_.text(), *description))};
    statement.resolved_by = ResolvedBy::unnamed;
  }

  void add_reason(Statement& statement, const char* code, std::string text, Span place) const {
    statement.reasons.push_back({code, std::move(text), {{view_.input().index, place}}});
  }

  // --- roles ----------------------------------------------------------------------------------

  // A description that names somebody else says more than a role.
  [[nodiscard]] bool names_person(TokenRange source) const {
    for (std::uint32_t i = view_.mention_from(source.begin); i < names_.mentions.size(); ++i) {
      if (names_.mentions[i].begin >= source.end) break;
      if (names_.mentions[i].kind == NameKind::person) return true;
    }
    return false;
  }

  // "the engineer": the one who was introduced as such. A role that several have, or that anyone
  // could have, is unnamed.
  bool find_role(Statement& statement, TokenRange head) const {
    const auto phrase = role_phrase(view_.text(), view_.tagged(), head.end - 1);
    if (!phrase || phrase->plural || is_anyone(phrase->role)) return false;
    const bool capital_title = view_.part(phrase->head) == PartOfSpeech::nnp;
    if (!phrase->definite && !capital_title) return false;
    const Holders holders = holders_of(*phrase);
    const std::set<std::uint32_t>& fit =
        phrase->role.words.empty() ? holders.all : holders.with_words;
    if (fit.size() != 1 || holders.all.size() > 2) return false;
    const std::uint32_t entity = *fit.begin();
    set_entity(statement, entity, ResolvedBy::role);
    add_reason(statement, "role",
               fmt::format("The article introduces {} as such.", names_.entities[entity].name),
               names_.mentions[names_.entities[entity].mentions.front()].span);
    return true;
  }

  [[nodiscard]] Holders holders_of(const RolePhrase& phrase) const {
    Holders holders;
    for (std::uint32_t e = 0; e < names_.entities.size(); ++e) {
      const ArticleEntity& entity = names_.entities[e];
      if (entity.kind != NameKind::person || !can_be(entity.gender, phrase.gender)) continue;
      for (const Role& role : entity.roles) {
        if (role.head != phrase.role.head) continue;
        if (is_lesser(role) && !is_lesser(phrase.role)) continue;
        holders.all.insert(e);
        if (has_words(role, phrase.role)) holders.with_words.insert(e);
      }
    }
    return holders;
  }

  // Every word of the role that was asked for is in the known one.
  static bool has_words(const Role& known, const Role& asked) {
    return std::all_of(asked.words.begin(), asked.words.end(), [&](const std::string& each) {
      return std::find(known.words.begin(), known.words.end(), each) != known.words.end();
    });
  }

  static bool can_be(Gender one, Gender other) {
    return one == Gender::unknown || other == Gender::unknown || one == other;
  }

  // --- pronouns -------------------------------------------------------------------------------

  void find_pronoun(Statement& statement, const Statement* before, std::uint32_t token) const {
    const std::string form = view_.word(token);
    auto found =
        find_antecedent(view_, {token, form, before, entities_named_in(names_, statement)}, how_);
    if (!found) return;
    statement.speaker = std::move(found->speaker);
    statement.score *= found->probability;
    const auto entity = statement.speaker->entity;
    statement.resolved_by = entity ? ResolvedBy::pronoun : ResolvedBy::unnamed;
    if (!entity) return;
    std::uint32_t place = names_.entities[*entity].mentions.front();
    for (const std::uint32_t i : names_.entities[*entity].mentions) {
      if (names_.mentions[i].begin < token) place = i;
    }
    add_reason(statement, "pronoun",
               fmt::format("“{}” is {}, named last here.", form, statement.speaker->name),
               names_.mentions[place].span);
  }

  // --- no source ------------------------------------------------------------------------------

  void find_adjacent(Statement& statement, const Statement* before) const {
    if (before == nullptr || !before->speaker || !statement.cue.empty()) return;
    if (statement.kind != StatementKind::direct || before->kind == StatementKind::indirect) return;
    const std::uint32_t start = statement.content.front().begin;
    const std::uint32_t end = end_of(*before);
    const std::size_t here = view_.paragraph_of(start);
    const std::size_t there = view_.paragraph_of(end - 1);
    const bool runs_on = is_continued(start) && here == there + 1;
    if (here != there && !runs_on) return;
    // Between the two stands nothing but the end of a sentence.
    if (end > start || has_word(view_.text().substr(end, start - end))) return;
    statement.speaker = before->speaker;
    statement.resolved_by = before->speaker->entity ? ResolvedBy::adjacent : ResolvedBy::unnamed;
    add_reason(statement, "adjacent", "The quotation before it goes on.",
               before->source.empty() ? before->content.front() : before->source);
  }

  [[nodiscard]] bool is_continued(std::uint32_t byte) const {
    const auto& all = view_.input().analysis.quotations;
    return std::any_of(all.begin(), all.end(), [&](const Quotation& each) {
      return each.continued && each.span.begin <= byte && byte < each.span.end;
    });
  }

  static bool has_word(std::string_view text) { return !find_words(text).empty(); }

  ArticleView view_;
  const ArticleNames& names_;
  Antecedents how_;
};

}  // namespace

void resolve_speakers(const SpeakerInput& input, const ArticleNames& names,
                      std::vector<Statement>& statements, Antecedents how) {
  Resolver(input, names, how).resolve(statements);
}

}  // namespace twosource
