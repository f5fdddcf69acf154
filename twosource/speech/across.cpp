// The other articles know who spoke.
//
// Article 1 quotes “The road ahead will be hard” and names Ana Orlo; article 2 has the same words
// behind a sentence about somebody else, article 3 says "a senior official". Statements with the
// same words (same_words.cpp) are one utterance, and an utterance has one speaker:
//
//   - If exactly one speaker is named, statements whose speaker is unresolved, unnamed, or only
//     guessed otherwise (a pronoun, a neighbour) get it, with the place it comes from. A role
//     counts as named if nobody is.
//   - If two persons are named, nobody is right for sure: both stay with their articles, the
//     statements are each other's conflicts, and those without a speaker stay without one.
//   - A person and an organisation are no conflict: one speaks for the other. Nor are two persons
//     whose names are alike ("Edda Quist", "Edda Kvist"): they are one, spelt in two ways.
#include "twosource/speech/across.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "twosource/speech/same_words.hpp"

namespace twosource {
namespace {

using Group = std::vector<StatementIndex>;

class Sharer {
 public:
  Sharer(std::span<const Article> articles, const StoryNames& names,
         std::vector<Statement>& statements)
      : articles_(articles), names_(names), statements_(statements) {}

  void share(const Group& group) {
    for (std::size_t i = 1; i < group.size(); ++i) statements_[group[i]].same_as = group.front();
    const Group named = those_resolved(group, ResolvedBy::named);
    if (mark_conflicts(named)) return;
    if (named.empty()) {
      const Group roles = those_resolved(group, ResolvedBy::role);
      if (!roles.empty() && speakers_of(roles).size() == 1) give(group, roles);
      return;
    }
    give(group, named);
  }

 private:
  [[nodiscard]] Group those_resolved(const Group& group, ResolvedBy by) const {
    Group chosen;
    for (const StatementIndex i : group) {
      const Statement& statement = statements_[i];
      if (statement.resolved_by == by && statement.speaker && statement.speaker->entity)
        chosen.push_back(i);
    }
    return chosen;
  }

  [[nodiscard]] std::set<EntityIndex> speakers_of(const Group& group) const {
    std::set<EntityIndex> speakers;
    for (const StatementIndex i : group) speakers.insert(*statements_[i].speaker->entity);
    return speakers;
  }

  [[nodiscard]] NameKind kind_of(StatementIndex i) const {
    return names_.entities[*statements_[i].speaker->entity].kind;
  }

  // Two named speakers of one kind.
  bool mark_conflicts(const Group& named) {
    bool any = false;
    for (const StatementIndex i : named) {
      for (const StatementIndex j : named) {
        const bool differ = statements_[i].speaker->entity != statements_[j].speaker->entity;
        if (!differ || kind_of(i) != kind_of(j)) continue;
        statements_[i].conflicts.push_back(j);
        any = true;
      }
    }
    return any;
  }

  // The statement that tells best who spoke: a person's name before an organisation's, the
  // earliest.
  [[nodiscard]] StatementIndex best_of(const Group& known) const {
    return *std::min_element(known.begin(), known.end(), [&](StatementIndex a, StatementIndex b) {
      return std::pair(kind_of(a), a) < std::pair(kind_of(b), b);
    });
  }

  void give(const Group& group, const Group& known) {
    const StatementIndex best = best_of(known);
    const Statement& from = statements_[best];
    for (const StatementIndex i : group) {
      Statement& statement = statements_[i];
      if (i == best || !may_take(statement)) continue;
      const bool same = statement.speaker && statement.speaker->entity == from.speaker->entity;
      if (same) continue;
      statement.reasons.clear();
      statement.reasons.push_back(reason_for(statement, from));
      statement.speaker = from.speaker;
      statement.resolved_by = ResolvedBy::across_articles;
    }
  }

  static bool may_take(const Statement& statement) {
    switch (statement.resolved_by) {
      case ResolvedBy::named:
      case ResolvedBy::role:
        return false;
      case ResolvedBy::pronoun:
      case ResolvedBy::adjacent:
      case ResolvedBy::across_articles:
      case ResolvedBy::unnamed:
      case ResolvedBy::unresolved:
        return true;
    }
    return false;
  }

  [[nodiscard]] Reason reason_for(const Statement& statement, const Statement& from) const {
    const Article& article = articles_[from.article];
    const std::string where = statement.article == from.article ? std::string("this article")
                              : article.outlet.empty()          ? std::string("another article")
                                                                : article.outlet;
    Reason reason{
        "same_words",
        fmt::format("The same words stand in {}, which names {}.", where, from.speaker->name),
        {}};
    if (!from.source.empty()) reason.spans.push_back({from.article, from.source});
    reason.spans.push_back({from.article, from.content.front()});
    return reason;
  }

  std::span<const Article> articles_;
  const StoryNames& names_;
  std::vector<Statement>& statements_;
};

}  // namespace

namespace {

struct Spellings {
  EntityIndex into = 0;
  EntityIndex from = 0;
};

// Two persons who are named for the same words, with names that are alike: the one that is named
// more has the smaller index and stays.
std::optional<Spellings> find_spellings(const Group& group, const StoryNames& names,
                                        const std::vector<Statement>& statements) {
  std::set<EntityIndex> persons;
  for (const StatementIndex i : group) {
    const Statement& statement = statements[i];
    if (statement.resolved_by != ResolvedBy::named || !statement.speaker) continue;
    const std::optional<EntityIndex>& entity = statement.speaker->entity;
    if (entity && names.entities[*entity].kind == NameKind::person) persons.insert(*entity);
  }
  for (auto a = persons.begin(); a != persons.end(); ++a) {
    for (auto b = std::next(a); b != persons.end(); ++b) {
      const double alike = name_likeness(names.entities[*a].name, names.entities[*b].name);
      if (alike >= likely_same_name) return Spellings{*a, *b};
    }
  }
  return std::nullopt;
}

void join(const Spellings& two, StoryNames& names, std::vector<Statement>& statements) {
  const Entity& other = names.entities[two.from];
  Reason reason{
      "spelling",
      fmt::format("“{}” is a spelling of it: both are named for the same words.", other.name),
      {other.mentions.front()}};
  join_entities(names, two.from, two.into, std::move(reason));
  for (Statement& statement : statements) {
    if (!statement.speaker || !statement.speaker->entity) continue;
    EntityIndex& entity = *statement.speaker->entity;
    if (entity == two.from) entity = two.into;
    if (entity > two.from) --entity;
    statement.speaker->name = names.entities[entity].name;
  }
}

}  // namespace

void share_speakers(std::span<const Article> articles, std::span<const Analysis> analyses,
                    StoryNames& names, std::vector<Statement>& statements) {
  std::vector<Utterance> utterances;
  utterances.reserve(statements.size());
  for (const Statement& each : statements)
    utterances.push_back(utterance_of(each, analyses[each.article]));
  const std::vector<std::size_t> first = group_same_words(utterances);
  std::map<std::size_t, Group> groups;
  for (std::size_t i = 0; i < first.size(); ++i)
    groups[first[i]].push_back(static_cast<StatementIndex>(i));
  for (const auto& [head, group] : groups) {
    while (const auto two = find_spellings(group, names, statements)) {
      join(*two, names, statements);
    }
  }
  Sharer sharer(articles, names, statements);
  for (const auto& [head, group] : groups) {
    if (group.size() > 1) sharer.share(group);
  }
}

}  // namespace twosource
