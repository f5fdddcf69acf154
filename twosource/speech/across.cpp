// The other articles know who spoke.
//
// Article 1 quotes “The road ahead will be hard” and names Ana Orlo; article 2 has the same words
// behind a sentence about somebody else, article 3 says "a senior official". Statements with the
// same words (same_words.cpp), or of which one is the copy of the other (copied.cpp), are one
// utterance, and an utterance has one speaker:
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
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "twosource/speech/copied.hpp"
#include "twosource/speech/roles.hpp"
#include "twosource/speech/same_words.hpp"
#include "twosource/text/governments.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using Group = std::vector<StatementIndex>;

class Sharer {
 public:
  Sharer(std::span<const Article> articles, const StoryNames& names,
         std::vector<Statement>& statements)
      : articles_(articles), names_(names), statements_(statements) {}

  // `wholes` are longer statements that have the words of the group.
  void share(const Group& group, const Group& wholes) {
    for (std::size_t i = 1; i < group.size(); ++i) statements_[group[i]].same_as = group.front();
    take_fuller_names(those_resolved(group, ResolvedBy::named));
    const Group named = those_resolved(group, ResolvedBy::named);
    if (mark_conflicts(named)) return;
    for (const Group& known : {named, only_one(those_resolved(wholes, ResolvedBy::named)),
                               only_one(those_resolved(group, ResolvedBy::role))}) {
      if (known.empty()) continue;
      give(group, known);
      return;
    }
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

  // Nobody if there are two.
  [[nodiscard]] Group only_one(Group group) const {
    return speakers_of(group).size() == 1 ? std::move(group) : Group();
  }

  [[nodiscard]] NameKind kind_of(StatementIndex i) const {
    return names_.entities[*statements_[i].speaker->entity].kind;
  }

  // Two persons; or two organisations in whose quotation marks the words are: in a reporter's words
  // one body is named for another. Each statement points to the first of every other speaker.
  bool mark_conflicts(const Group& named) {
    bool any = false;
    for (const StatementIndex i : named) {
      std::set<EntityIndex> others = {*statements_[i].speaker->entity};
      for (const StatementIndex j : named) {
        if (!can_conflict(i, j) || !others.insert(*statements_[j].speaker->entity).second) continue;
        statements_[i].conflicts.push_back(j);
        any = true;
      }
    }
    return any;
  }

  [[nodiscard]] bool can_conflict(StatementIndex i, StatementIndex j) const {
    const auto has_marks = [&](StatementIndex each) {
      return statements_[each].kind != StatementKind::indirect;
    };
    return kind_of(i) == kind_of(j) &&
           (kind_of(i) == NameKind::person || (has_marks(i) && has_marks(j)));
  }

  // "Quintet" is the fuller "Selne Harbour Quintet" where both are named for the same words.
  void take_fuller_names(const Group& named) {
    for (const StatementIndex i : named) {
      const auto fuller = std::find_if(named.begin(), named.end(), [&](StatementIndex j) {
        return is_end_of(statements_[i].speaker->name, statements_[j].speaker->name);
      });
      if (fuller != named.end()) take_from(*fuller, statements_[i]);
    }
  }

  static bool is_end_of(std::string_view end, std::string_view name) {
    return name.size() > end.size() + 1 && name.ends_with(end) &&
           name[name.size() - end.size() - 1] == ' ';
  }

  void take_from(StatementIndex best, Statement& statement) {
    const Statement& from = statements_[best];
    statement.reasons = {reason_for(statement, from)};
    statement.speaker = from.speaker;
    statement.resolved_by = ResolvedBy::across_articles;
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
    const Speaker speaker = *statements_[best].speaker;
    for (const StatementIndex i : group) {
      Statement& statement = statements_[i];
      if (i == best || !may_take(statement, kind_of(best))) continue;
      const bool same = statement.speaker && statement.speaker->entity == speaker.entity;
      if (!same) take_from(best, statement);
    }
  }

  // A description ("a senior official") is a person's.
  static bool may_take(const Statement& statement, NameKind kind) {
    switch (statement.resolved_by) {
      case ResolvedBy::named:
      case ResolvedBy::role:
        return false;
      case ResolvedBy::unnamed:
        return kind == NameKind::person;
      case ResolvedBy::pronoun:
      case ResolvedBy::adjacent:
      case ResolvedBy::across_articles:
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

// Initials of all words but small ones: "un" of "United Nations".
bool is_initials_of(std::string_view initials, std::string_view name) {
  std::string first;
  for (const Word& word : find_words(name)) {
    const std::string_view form = slice(name, word.span);
    if (form.front() >= 'A' && form.front() <= 'Z') first += fold_word(form.substr(0, 1));
  }
  return first.size() > 1 && place_key(initials) == first;
}

bool are_spellings(const Entity& a, const Entity& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == NameKind::person) return name_likeness(a.name, b.name) >= likely_same_name;
  return is_initials_of(a.name, b.name) || is_initials_of(b.name, a.name);
}

// Two that are named for the same words, with names that are alike: the one that is named more has
// the smaller index and stays.
std::optional<Spellings> find_spellings(const Group& group, const StoryNames& names,
                                        const std::vector<Statement>& statements) {
  std::set<EntityIndex> speakers;
  for (const StatementIndex i : group) {
    const Statement& statement = statements[i];
    if (statement.resolved_by == ResolvedBy::named && statement.speaker &&
        statement.speaker->entity)
      speakers.insert(*statement.speaker->entity);
  }
  // What so many are named for is a phrase, and tells nothing of their names.
  constexpr std::size_t most_speakers = 24;
  if (speakers.size() > most_speakers) return std::nullopt;
  for (auto a = speakers.begin(); a != speakers.end(); ++a) {
    for (auto b = std::next(a); b != speakers.end(); ++b) {
      if (are_spellings(names.entities[*a], names.entities[*b])) return Spellings{*a, *b};
    }
  }
  return std::nullopt;
}

void join(const Spellings& two, StoryNames& names, std::vector<Statement>& statements) {
  Entity& kept = names.entities[two.into];
  std::string other = names.entities[two.from].name;
  ArticleSpan place = names.entities[two.from].mentions.front();
  // The full name is the name, the initials are its other form.
  if (kept.kind != NameKind::person && is_initials_of(kept.name, other)) {
    std::swap(kept.name, other);
    place = kept.mentions.front();
  }
  Reason reason{"spelling",
                fmt::format("“{}” is a spelling of it: both are named for the same words.", other),
                {place}};
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

namespace {

bool is_named(const Statement& statement) {
  return statement.resolved_by == ResolvedBy::named && statement.speaker &&
         statement.speaker->entity;
}

// One person, or two descriptions of which one is the begin of the other: "a person familiar with
// the inquiry who was not authorised to speak".
bool same_speaker(const Statement& a, const Statement& b) {
  if (!a.speaker || !b.speaker) return false;
  if (a.speaker->entity || b.speaker->entity) return a.speaker->entity == b.speaker->entity;
  return a.speaker->name.starts_with(b.speaker->name) ||
         b.speaker->name.starts_with(a.speaker->name);
}

// Is it one utterance in both places of a copied passage? Most of the content must be copied. In
// other words it is still one if nothing speaks against it (two named speakers); retold more freely
// only if it is known to be one speaker's and has the same numbers.
bool is_copied(const CopiedStatements& pair, std::span<const Utterance> utterances,
               std::span<const Statement> statements) {
  constexpr double most = 0.7;
  constexpr double nearly_all = 0.8;
  constexpr double half = 0.5;
  const Utterance& words_a = utterances[pair.a];
  const Utterance& words_b = utterances[pair.b];
  const Statement& a = statements[pair.a];
  const Statement& b = statements[pair.b];
  if (words_a.decisive != words_b.decisive) return false;
  if (has_quotation(words_a) && has_quotation(words_b)) return false;  // the words have told
  if (pair.share >= most) {
    const bool two_named = is_named(a) && is_named(b) && !same_speaker(a, b);
    return pair.equal >= nearly_all || !two_named;
  }
  if (pair.share >= half && same_words_moved(words_a, words_b)) return true;
  const bool retold = a.kind == StatementKind::indirect && b.kind == StatementKind::indirect;
  return retold && !words_a.decisive.empty() && same_speaker(a, b);
}

// Lower-case words of a description, without what stands before it: "A State Department
// spokeswoman" is state, department, spokesperson.
std::vector<std::string> description_words(std::string_view name) {
  std::vector<std::string> words;
  for (const Word& word : find_words(name)) words.push_back(fold_word(slice(name, word.span)));
  if (!words.empty() && (words.front() == "a" || words.front() == "an" || words.front() == "the"))
    words.erase(words.begin());
  if (!words.empty()) words.back() = neutral_noun(words.back());
  return words;
}

// Can the description be this one? The noun and all before it must be in one of the roles, and it
// must say more than the noun.
bool has_role(std::span<const Role> roles, const std::vector<std::string>& description) {
  if (description.size() < 2) return false;
  return std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
    return role.head == description.back() &&
           std::all_of(description.begin(), description.end() - 1, [&](const std::string& word) {
             return std::find(role.words.begin(), role.words.end(), word) != role.words.end();
           });
  });
}

// The only person of the story whom the description of the speaker fits.
std::optional<EntityIndex> described_person(const StoryNames& names, const Statement& statement) {
  if (statement.resolved_by != ResolvedBy::unnamed || !statement.speaker) return std::nullopt;
  const std::vector<std::string> description = description_words(statement.speaker->name);
  std::optional<EntityIndex> found;
  for (EntityIndex i = 0; i < names.entities.size(); ++i) {
    if (names.entities[i].kind != NameKind::person || !has_role(names.roles[i], description))
      continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

// Statements that are one utterance: the same words, or copied, or few words of one speaker.
class Utterances {
 public:
  Utterances(const SharedText& text, const StoryNames& names,
             const std::vector<Statement>& statements) {
    std::vector<Utterance> words;
    words.reserve(statements.size());
    for (const Statement& each : statements)
      words.push_back(utterance_of(each, text.articles[each.article], text.analyses[each.article]));
    same_ = group_same_words(words);
    for (std::size_t i = 0; i < same_.head.size(); ++i)
      groups_[same_.head[i]].push_back(static_cast<StatementIndex>(i));
    for (const CopiedStatements& pair :
         find_copied_statements(text.analyses, text.copies, statements)) {
      if (is_copied(pair, words, statements)) join(same_.head[pair.a], same_.head[pair.b]);
    }
    join_few_words(names, words, statements);
    part_inner(statements);
  }

  // Ascending, each with at least one statement.
  [[nodiscard]] std::vector<Group> groups() const {
    std::vector<Group> all;
    for (const auto& [head, group] : groups_) all.push_back(group);
    return all;
  }

  // What contains the words of one of the group, and more.
  [[nodiscard]] Group wholes_of(const Group& group) const {
    std::set<std::size_t> wholes;
    for (const StatementIndex i : group)
      wholes.insert(same_.wholes[i].begin(), same_.wholes[i].end());
    return {wholes.begin(), wholes.end()};
  }

 private:
  // “very firm” is too little to tell an utterance by. It is enough if besides half of the other
  // words are the same, and one article names the only person of the story who is what the other
  // article says: "a State Department spokesperson".
  void join_few_words(const StoryNames& names, const std::vector<Utterance>& words,
                      const std::vector<Statement>& statements) {
    constexpr std::size_t fewest = 2;
    std::map<std::vector<std::uint64_t>, Group> by_quoted;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].quoted.size() >= fewest && !has_quotation(words[i]))
        by_quoted[words[i].quoted].push_back(static_cast<StatementIndex>(i));
    }
    for (const auto& [quoted, group] : by_quoted) {
      for (const StatementIndex i : group) {
        const std::optional<EntityIndex> person = described_person(names, statements[i]);
        if (!person) continue;
        const auto named = std::find_if(group.begin(), group.end(), [&](StatementIndex j) {
          return is_named(statements[j]) && statements[j].speaker->entity == person &&
                 share_half(words[i], words[j]);
        });
        if (named != group.end()) join(same_.head[i], same_.head[*named]);
      }
    }
  }

  // What stands inside another statement is another's ("Orlo rejected the union's criticism that …
  // was late"), though the words are the same: out of its group and away from its whole.
  void part_inner(const std::vector<Statement>& statements) {
    std::map<std::size_t, Group> parted;  // by the first of them
    for (auto& [head, group] : groups_) {
      Group inner;
      for (const StatementIndex i : group) {
        if (std::any_of(group.begin(), group.end(), [&](StatementIndex j) {
              return i != j && is_inside(statements[i], statements[j]);
            }))
          inner.push_back(i);
      }
      if (inner.empty()) continue;
      std::erase_if(group, [&](StatementIndex i) {
        return std::binary_search(inner.begin(), inner.end(), i);
      });
      for (const StatementIndex i : inner) same_.wholes[i].clear();
      parted.emplace(inner.front(), std::move(inner));
    }
    std::vector<Group> all;
    for (auto& [head, group] : groups_) all.push_back(std::move(group));
    for (auto& [head, group] : parted) all.push_back(std::move(group));
    groups_.clear();
    for (Group& group : all) groups_.emplace(group.front(), std::move(group));
    for (std::size_t i = 0; i < statements.size(); ++i) {
      std::erase_if(same_.wholes[i],
                    [&](std::size_t whole) { return is_inside(statements[i], statements[whole]); });
    }
  }

  // Of two with the same content neither is inside the other.
  static bool is_inside(const Statement& inner, const Statement& outer) {
    if (inner.article != outer.article) return false;
    const auto length = [](const Statement& statement) {
      std::uint32_t bytes = 0;
      for (const Span piece : statement.content) bytes += piece.size();
      return bytes;
    };
    const auto overlaps = [&](Span piece) {
      return std::any_of(outer.content.begin(), outer.content.end(),
                         [&](Span other) { return piece.overlaps(other); });
    };
    return length(inner) < length(outer) &&
           std::any_of(inner.content.begin(), inner.content.end(), overlaps);
  }

  void join(std::size_t a, std::size_t b) {
    if (a == b) return;
    Group& into = groups_[std::min(a, b)];
    const Group from = std::move(groups_[std::max(a, b)]);
    groups_.erase(std::max(a, b));
    for (const StatementIndex i : from) same_.head[i] = std::min(a, b);
    into.insert(into.end(), from.begin(), from.end());
    std::sort(into.begin(), into.end());
  }

  SameWords same_;
  std::map<std::size_t, Group> groups_;
};

}  // namespace

void share_speakers(const SharedText& text, StoryNames& names, std::vector<Statement>& statements) {
  const Utterances utterances(text, names, statements);
  const std::vector<Group> groups = utterances.groups();
  for (const Group& group : groups) {
    while (const auto two = find_spellings(group, names, statements)) {
      join(*two, names, statements);
    }
  }
  Sharer sharer(text.articles, names, statements);
  for (const Group& group : groups) sharer.share(group, utterances.wholes_of(group));
}

}  // namespace twosource
