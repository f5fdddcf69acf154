// For whom do "he" and "the minister" stand?
//
//   I            the speaker of the statement, if that is a person
//   he, she      in what somebody says without quotation marks: the speaker, if no other person who
//                could be meant is named since; else whom the model of speech/antecedents.hpp finds
//   the minister the one person of the article that is given this role
//
// The names of the article are gathered as for its speakers, and tied to the entities of the report
// where both name the same words.
#include "twosource/claim/references.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "twosource/speech/antecedents.hpp"
#include "twosource/speech/roles.hpp"
#include "twosource/text/governments.hpp"

namespace twosource {
namespace {

// Of "he" and "she".
Gender gender_of(std::string_view pronoun) {
  return pronoun == "he" ? Gender::man : Gender::woman;
}

bool has_role(const ArticleEntity& entity, const Role& role) {
  return std::any_of(entity.roles.begin(), entity.roles.end(), [&](const Role& known) {
    return known.head == role.head &&
           std::all_of(role.words.begin(), role.words.end(), [&](const std::string& word) {
             return std::find(known.words.begin(), known.words.end(), word) != known.words.end();
           });
  });
}

}  // namespace

Countries::Countries(const Report& report, StoryIndex story) {
  for (std::size_t i = 0; i < report.entities.size(); ++i) {
    const Entity& entity = report.entities[i];
    if (entity.story != story || entity.kind != NameKind::place) continue;
    std::string key = place_key(entity.name);
    if (!is_country(key)) continue;
    const auto index = static_cast<EntityIndex>(i);
    const auto [known, is_new] = by_key_.emplace(std::move(key), index);
    if (entity.mentions.size() > report.entities[known->second].mentions.size())
      known->second = index;
  }
  for (std::size_t i = 0; i < report.entities.size(); ++i) {
    const Entity& entity = report.entities[i];
    if (entity.story != story || entity.kind != NameKind::place) continue;
    if (const auto country = named(entity.name))
      same_.emplace(static_cast<EntityIndex>(i), *country);
  }
}

EntityIndex Countries::one_of(EntityIndex entity) const {
  const auto found = same_.find(entity);
  return found == same_.end() ? entity : found->second;
}

std::optional<EntityIndex> Countries::named(std::string_view words) const {
  const auto found = by_key_.find(place_key(words));
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

References::References(const Report& report, ArticleIndex article, const TaggedText& tagged,
                       std::span<const EntityMention> mentions,
                       std::span<const StatementIndex> statements)
    : report_(report),
      mentions_(mentions),
      input_{article, report.articles[article], report.analyses[article], tagged},
      names_(gather_names(report.articles[article].text, tagged)),
      view_(input_, names_),
      entities_(names_.entities.size()) {
  for (const ArticleMention& mention : names_.mentions) {
    if (mention.entity && !entities_[*mention.entity])
      entities_[*mention.entity] = named_at(mention.span);
  }
  for (const StatementIndex index : statements) {
    before_.push_back(report.statements[index]);
    auto& speaker = before_.back().speaker;
    if (speaker && speaker->entity) speaker->entity = local_of(*speaker->entity);
  }
}

std::optional<EntityIndex> References::named_at(Span words) const {
  const auto mention =
      std::partition_point(mentions_.begin(), mentions_.end(),
                           [&](const EntityMention& m) { return m.span.end <= words.begin; });
  if (mention == mentions_.end() || !mention->span.overlaps(words)) return std::nullopt;
  return mention->entity;
}

std::optional<std::uint32_t> References::local_of(EntityIndex entity) const {
  const auto at = std::find(entities_.begin(), entities_.end(), std::optional(entity));
  if (at == entities_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(at - entities_.begin());
}

std::optional<EntityIndex> References::speaker_of(StatementIndex statement) const {
  const auto& speaker = report_.statements[statement].speaker;
  return speaker ? speaker->entity : std::nullopt;
}

bool References::can_be(EntityIndex entity, Gender gender) const {
  if (report_.entities[entity].kind != NameKind::person) return false;
  const auto local = local_of(entity);
  return !local || names_.entities[*local].gender == Gender::unknown ||
         names_.entities[*local].gender == gender;
}

// Is nobody else who can be "he" named in the sentence before the pronoun?
bool References::goes_on_with_speaker(std::uint32_t token, StatementIndex statement,
                                      Gender gender) const {
  const auto speaker = speaker_of(statement);
  if (!speaker || !can_be(*speaker, gender)) return false;
  const std::uint32_t begin = view_.begin_of(view_.sentence_of(token).begin);
  const std::uint32_t end = view_.begin_of(token);
  return std::none_of(mentions_.begin(), mentions_.end(), [&](const EntityMention& mention) {
    return mention.span.begin >= begin && mention.span.end <= end && mention.entity != *speaker &&
           can_be(mention.entity, gender);
  });
}

std::optional<EntityIndex> References::meant_by_pronoun(std::uint32_t token,
                                                        std::optional<StatementIndex> statement,
                                                        std::span<const EntityIndex> others) const {
  const std::string form = view_.word(token);
  const bool quoted = view_.in_quotation(view_.begin_of(token));
  if (form == "i" || form == "me") return quoted ? speaking_person(statement) : std::nullopt;
  // Whom a quotation calls "he" may be named outside of it.
  if (quoted || (form != "he" && form != "she")) return std::nullopt;
  if (statement && goes_on_with_speaker(token, *statement, gender_of(form))) {
    const auto speaker = speaker_of(*statement);
    if (std::find(others.begin(), others.end(), *speaker) == others.end()) return speaker;
  }
  return antecedent_of(token, form, others);
}

std::optional<EntityIndex> References::speaking_person(
    std::optional<StatementIndex> statement) const {
  if (!statement) return std::nullopt;
  const auto speaker = speaker_of(*statement);
  const bool person = speaker && report_.entities[*speaker].kind == NameKind::person;
  return person ? speaker : std::nullopt;
}

std::optional<EntityIndex> References::antecedent_of(std::uint32_t token, std::string_view form,
                                                     std::span<const EntityIndex> others) const {
  Pronoun pronoun;
  pronoun.token = token;
  pronoun.form = form;
  for (const EntityIndex other : others) {
    if (const auto local = local_of(other)) pronoun.not_meant.insert(*local);
  }
  for (const Statement& each : before_) {
    if (end_of(each) <= view_.begin_of(token)) pronoun.before = &each;
  }
  const auto found = find_antecedent(view_, pronoun);
  if (!found || !found->speaker.entity) return std::nullopt;
  return entities_[*found->speaker.entity];
}

std::optional<EntityIndex> References::meant_by_role(std::uint32_t noun) const {
  const auto phrase = role_phrase(view_.text(), view_.tagged(), noun);
  if (!phrase || phrase->plural || !phrase->definite || is_anyone(phrase->role))
    return std::nullopt;
  std::set<EntityIndex> holders;
  for (std::size_t i = 0; i < names_.entities.size(); ++i) {
    const ArticleEntity& entity = names_.entities[i];
    if (entity.kind != NameKind::person || !has_role(entity, phrase->role)) continue;
    if (!entities_[i]) return std::nullopt;
    holders.insert(*entities_[i]);
  }
  if (holders.size() != 1) return std::nullopt;
  return *holders.begin();
}

}  // namespace twosource
