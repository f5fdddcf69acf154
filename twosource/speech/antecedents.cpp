// Who is "she"?
//
//   who        the name or the description right before it, else the only person of the sentence
//   he, she    the speaker of the statement before, if nobody who can be meant was named since;
//              else the only person near, or the subject of the sentence before; else the person
//              named last, if a trained model is sure (candidates.hpp)
//   it, they   the organisation or place that spoke right before
//
// Whom the words themselves name is not their speaker, and neither is a man "she". Persons named
// inside quotations are spoken of and do not count. Whatever leaves two answers open gets none.
#include "twosource/speech/antecedents.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "twosource/speech/candidates.hpp"
#include "twosource/speech/roles.hpp"
#include "twosource/speech/source_phrase.hpp"

namespace twosource {
namespace {

using Entities = std::set<std::uint32_t>;

// Measured in models/antecedents: of those that the model holds this likely or likelier 19 of 20
// are right, and of those of the rules 9 of 10, whatever the model holds of them.
constexpr double sure_enough = 0.9;
constexpr double by_rules_at_least = 0.9;

bool can_be(Gender one, Gender other) {
  return one == Gender::unknown || other == Gender::unknown || one == other;
}

class Finder {
 public:
  Finder(const ArticleView& view, const Pronoun& pronoun)
      : view_(view), names_(view.names()), pronoun_(pronoun), token_(pronoun.token) {}

  [[nodiscard]] std::optional<Antecedent> find(Antecedents how) const {
    const std::string_view form = pronoun_.form;
    const bool person = form == "he" || form == "she";
    if (person && how == Antecedents::by_model) return likeliest();
    auto speaker = by_rule();
    if (!speaker) return std::nullopt;
    return Antecedent{std::move(*speaker), 1};
  }

 private:
  [[nodiscard]] std::optional<Speaker> by_rule() const {
    const std::string_view form = pronoun_.form;
    if (form == "who" || form == "which" || form == "that") {
      auto found = of_relative();
      const bool person =
          found && found->entity && names_.entities[*found->entity].kind == NameKind::person;
      return person && form != "who" ? std::nullopt : found;
    }
    if (form == "he") return of_person(Gender::man);
    if (form == "she") return of_person(Gender::woman);
    if (form == "it" || form == "they") return named(of_thing());
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Speaker> named(std::optional<std::uint32_t> entity) const {
    if (!entity) return std::nullopt;
    return Speaker{entity, names_.entities[*entity].name};
  }

  // The statement before, if it ends in this paragraph or the one before, and before the pronoun.
  [[nodiscard]] const Statement* statement_near() const {
    const Statement* before = pronoun_.before;
    if (before == nullptr || !before->speaker) return nullptr;
    const std::size_t here = view_.paragraph_of(view_.begin_of(token_));
    const std::size_t there = view_.paragraph_of(start_of(*before));
    return there + 1 >= here && end_of(*before) <= view_.begin_of(token_) ? before : nullptr;
  }

  // --- who ------------------------------------------------------------------------------------

  [[nodiscard]] std::optional<Speaker> of_relative() const {
    const TokenRange sentence = view_.sentence_of(token_);
    std::uint32_t end = token_;
    if (end > sentence.begin && view_.part(end - 1) == PartOfSpeech::comma) --end;
    if (end == sentence.begin) return std::nullopt;
    if (view_.in_mention(end - 1))
      return named(names_.mentions[view_.mention_from(end - 1)].entity);
    const Statement* before = pronoun_.before;
    if (before != nullptr && before->speaker && !before->source.empty() &&
        view_.tokens_of(before->source).end == end)
      return before->speaker;
    if (const auto phrase = role_phrase(view_.text(), view_.tagged(), end - 1)) {
      const Span words = view_.span_of({phrase->begin, end});
      return Speaker{std::nullopt, std::string(slice(view_.text(), words))};
    }
    return named(only_person_of(sentence));
  }

  // "Orlo, the minister for transport, who": the only name, and no other person is described but in
  // apposition to it.
  [[nodiscard]] std::optional<std::uint32_t> only_person_of(TokenRange sentence) const {
    std::optional<std::uint32_t> only;
    std::uint32_t end = 0;
    for (std::uint32_t i = view_.mention_from(sentence.begin); i < names_.mentions.size(); ++i) {
      const ArticleMention& mention = names_.mentions[i];
      if (mention.end > token_) break;
      if (mention.begin < sentence.begin || !mention.entity) continue;
      if (only && *only != *mention.entity) return std::nullopt;
      only = mention.entity;
      end = mention.end;
    }
    if (!only) return std::nullopt;
    std::size_t described = 0;
    for (std::uint32_t i = end; i < token_; ++i) {
      if (role_phrase(view_.text(), view_.tagged(), i)) ++described;
    }
    const std::size_t own = view_.part(end) == PartOfSpeech::comma ? 1 : 0;
    return described <= own ? only : std::nullopt;
  }

  // --- he, she --------------------------------------------------------------------------------

  [[nodiscard]] bool fits(std::uint32_t entity, Gender gender) const {
    const ArticleEntity& each = names_.entities[entity];
    return each.kind == NameKind::person && can_be(each.gender, gender) &&
           !pronoun_.not_meant.contains(entity);
  }

  // What the rules say, as probable as the model holds it; where they leave it open, the person
  // named last, if the model is sure.
  [[nodiscard]] std::optional<Antecedent> likeliest() const {
    const auto ruled = by_rule();
    if (ruled && !ruled->entity) return Antecedent{*ruled, 1};
    const LinearModel& model = antecedent_model();
    const std::vector<Candidate> candidates = candidates_for(view_, pronoun_);
    const auto probability = [&](const Candidate& one) {
      return model.probabilities(one.features)[1];
    };
    if (ruled) {
      const auto meant =
          std::find_if(candidates.begin(), candidates.end(),
                       [&](const Candidate& one) { return one.entity == *ruled->entity; });
      const double p = meant == candidates.end() ? 0.0 : probability(*meant);
      return Antecedent{*ruled, std::max(p, by_rules_at_least)};
    }
    // Only the one named last: with another named since, a likely answer is still a guess.
    if (candidates.empty() || probability(candidates.front()) < sure_enough) return std::nullopt;
    return Antecedent{*named(candidates.front().entity), probability(candidates.front())};
  }

  [[nodiscard]] std::optional<Speaker> of_person(Gender gender) const {
    if (const Statement* before = statement_near()) {
      const Entities since = persons_between(start_of(*before), gender);
      const auto entity = before->speaker->entity;
      if (!entity && is_described(*before, gender) && since.empty()) return before->speaker;
      if (!entity && is_described(*before, gender)) return std::nullopt;
      const bool only = since.empty() || (since.size() == 1 && entity && *since.begin() == *entity);
      if (entity && fits(*entity, gender) && only) return before->speaker;
    }
    const std::size_t here = view_.paragraph_of(view_.begin_of(token_));
    const Entities near = persons_between(begin_of_window(here), gender);
    if (near.empty() || near.contains(unknown())) return std::nullopt;
    if (near.size() == 1) return named(*near.begin());
    return named(subject_before(here, gender));
  }

  // Is the speaker of the statement one person who is only described: "a guard"?
  [[nodiscard]] bool is_described(const Statement& statement, Gender gender) const {
    if (statement.source.empty()) return false;
    const TokenRange head = head_of_source(view_, view_.tokens_of(statement.source));
    std::uint32_t noun = head.end - 1;
    // "a guard, who said": the noun stands before "who"
    if (view_.part(noun) == PartOfSpeech::wp && noun > 0) --noun;
    if (view_.part(noun) == PartOfSpeech::comma && noun > 0) --noun;
    const auto phrase = role_phrase(view_.text(), view_.tagged(), noun);
    return phrase && !phrase->plural && can_be(phrase->gender, gender);
  }

  // Where the search begins: with the paragraph before.
  [[nodiscard]] std::uint32_t begin_of_window(std::size_t paragraph) const {
    const auto& all = view_.input().analysis.paragraphs;
    if (paragraph < 2 || all.empty()) return all.empty() ? 0 : all.front().begin;
    return all[paragraph - 2].begin;
  }

  // Stands for someone who could be one of several: nobody is sure any more.
  [[nodiscard]] std::uint32_t unknown() const {
    return static_cast<std::uint32_t>(names_.entities.size());
  }

  // Those who can be meant and are named from a byte to the pronoun, in the reporter's own words.
  [[nodiscard]] Entities persons_between(std::uint32_t from, Gender gender) const {
    Entities persons;
    for (std::uint32_t i = view_.mention_from(view_.token_at(from)); i < names_.mentions.size();
         ++i) {
      const ArticleMention& mention = names_.mentions[i];
      if (mention.end > token_) break;
      if (mention.span.begin < from || mention.kind != NameKind::person) continue;
      if (view_.in_quotation(mention.span.begin)) continue;
      // "Orlo, who she said": not Orlo.
      if (is_asked_about(view_, mention, token_)) continue;
      if (!mention.entity) persons.insert(unknown());
      if (mention.entity && fits(*mention.entity, gender)) persons.insert(*mention.entity);
    }
    return persons;
  }

  // The person with whom the sentence before begins, if the paragraph goes on with "he".
  [[nodiscard]] std::optional<std::uint32_t> subject_before(std::size_t here, Gender gender) const {
    const TokenRange sentence = view_.sentence_of(token_);
    if (sentence.begin == 0) return std::nullopt;
    const TokenRange previous = view_.sentence_of(sentence.begin - 1);
    if (view_.paragraph_of(view_.begin_of(previous.begin)) != here) return std::nullopt;
    // Named in this sentence before "he": then it is not clear.
    if (!persons_between(view_.begin_of(sentence.begin), gender).empty()) return std::nullopt;
    for (std::uint32_t i = view_.mention_from(previous.begin); i < names_.mentions.size(); ++i) {
      const ArticleMention& mention = names_.mentions[i];
      if (mention.begin >= previous.end) break;
      if (mention.begin < previous.begin || mention.kind != NameKind::person) continue;
      const bool is_subject = mention.entity && fits(*mention.entity, gender) &&
                              begins_sentence(view_, mention) && verb_follows(view_, mention.end) &&
                              !view_.in_quotation(mention.span.begin);
      return is_subject ? mention.entity : std::nullopt;
    }
    return std::nullopt;
  }

  // --- it, they -------------------------------------------------------------------------------

  [[nodiscard]] std::optional<std::uint32_t> of_thing() const {
    const Statement* before = pronoun_.before;
    if (before == nullptr || !before->speaker || !before->speaker->entity) return std::nullopt;
    const std::uint32_t entity = *before->speaker->entity;
    if (names_.entities[entity].kind == NameKind::person) return std::nullopt;
    const std::uint32_t place = view_.begin_of(token_);
    if (view_.paragraph_of(start_of(*before)) + 1 < view_.paragraph_of(place)) return std::nullopt;
    for (const ArticleMention& mention : names_.mentions) {
      if (mention.span.begin < end_of(*before) || mention.end > token_) continue;
      if (mention.kind == NameKind::organisation && mention.entity != entity) return std::nullopt;
    }
    return entity;
  }

  const ArticleView& view_;
  const ArticleNames& names_;
  const Pronoun& pronoun_;
  std::uint32_t token_;
};

}  // namespace

std::optional<Antecedent> find_antecedent(const ArticleView& view, const Pronoun& pronoun,
                                          Antecedents how) {
  return Finder(view, pronoun).find(how);
}

std::set<std::uint32_t> entities_named_in(const ArticleNames& names, const Statement& statement) {
  std::set<std::uint32_t> entities;
  for (const ArticleMention& mention : names.mentions) {
    if (!mention.entity) continue;
    for (const Span content : statement.content) {
      if (content.contains(mention.span)) entities.insert(*mention.entity);
    }
  }
  return entities;
}

const Statement* statement_before(const ArticleView& view, std::span<const Statement> statements,
                                  std::size_t i) {
  while (i-- > 0) {
    const Statement& statement = statements[i];
    if (statement.source.empty()) return &statement;
    const TokenRange source = view.tokens_of(statement.source);
    const bool possessor =
        view.part(source.end - 1) == PartOfSpeech::pos ||
        (source.end < view.tagged().tokens.size() && view.part(source.end) == PartOfSpeech::pos);
    if (!possessor) return &statement;
  }
  return nullptr;
}

bool is_asked_about(const ArticleView& view, const ArticleMention& mention, std::uint32_t pronoun) {
  if (pronoun == 0 || view.part(pronoun - 1) != PartOfSpeech::wp) return false;
  return mention.end + 1 == pronoun ||
         (mention.end + 2 == pronoun && view.part(mention.end) == PartOfSpeech::comma);
}

bool begins_sentence(const ArticleView& view, const ArticleMention& mention) {
  for (std::uint32_t i = view.sentence_of(mention.begin).begin; i < mention.begin; ++i) {
    const PartOfSpeech p = view.part(i);
    if (!is_noun(p) && !is_adjective(p) && p != PartOfSpeech::dt && p != PartOfSpeech::pos)
      return false;
  }
  return true;
}

bool verb_follows(const ArticleView& view, std::uint32_t token) {
  const std::uint32_t end = token == 0 ? 0 : view.sentence_of(token - 1).end;
  if (token < end && is_finite(view.part(token))) return true;
  return token + 1 < end && is_adverb(view.part(token)) && is_finite(view.part(token + 1));
}

std::uint32_t start_of(const Statement& statement) {
  std::uint32_t start = statement.content.front().begin;
  if (!statement.cue.empty()) start = std::min(start, statement.cue.begin);
  if (!statement.source.empty()) start = std::min(start, statement.source.begin);
  return start;
}

std::uint32_t end_of(const Statement& statement) {
  return std::max({statement.content.back().end, statement.cue.end, statement.source.end});
}

}  // namespace twosource
