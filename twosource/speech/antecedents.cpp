// Who is "she"?
//
//   who        the name or the description right before it, else the only person of the sentence
//   he, she    the speaker of the statement before, if nobody else who can be meant was named
//   since;
//              else the only person near, or the subject of the sentence before
//   it, they   the organisation or place that spoke right before
//
// Whom the words themselves name is not their speaker, and neither is a man "she". Persons named
// inside quotations are spoken of and do not count. Whatever leaves two answers open gets none.
#include "twosource/speech/antecedents.hpp"

#include <algorithm>
#include <string>

#include "twosource/speech/roles.hpp"
#include "twosource/speech/source_phrase.hpp"

namespace twosource {
namespace {

using Entities = std::set<std::uint32_t>;

bool can_be(Gender one, Gender other) {
  return one == Gender::unknown || other == Gender::unknown || one == other;
}

class Finder {
 public:
  Finder(const ArticleView& view, const Pronoun& pronoun)
      : view_(view), names_(view.names()), pronoun_(pronoun), token_(pronoun.token) {}

  [[nodiscard]] std::optional<Speaker> find() const {
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

 private:
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
      if (asks_about(mention)) continue;
      if (!mention.entity) persons.insert(unknown());
      if (mention.entity && fits(*mention.entity, gender)) persons.insert(*mention.entity);
    }
    return persons;
  }

  // Does "who" or "whom" between the name and the pronoun stand for the name?
  [[nodiscard]] bool asks_about(const ArticleMention& mention) const {
    if (token_ == 0 || view_.part(token_ - 1) != PartOfSpeech::wp) return false;
    return mention.end + 1 == token_ ||
           (mention.end + 2 == token_ && view_.part(mention.end) == PartOfSpeech::comma);
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
                              is_first_phrase(previous.begin, mention.begin) &&
                              verb_follows(mention.end, previous.end) &&
                              !view_.in_quotation(mention.span.begin);
      return is_subject ? mention.entity : std::nullopt;
    }
    return std::nullopt;
  }

  // Nothing but titles stands before the name: no other subject, no preposition.
  [[nodiscard]] bool is_first_phrase(std::uint32_t begin, std::uint32_t name) const {
    for (std::uint32_t i = begin; i < name; ++i) {
      const PartOfSpeech p = view_.part(i);
      if (!is_noun(p) && !is_adjective(p) && p != PartOfSpeech::dt && p != PartOfSpeech::pos)
        return false;
    }
    return true;
  }

  [[nodiscard]] bool verb_follows(std::uint32_t token, std::uint32_t end) const {
    if (token < end && is_finite(view_.part(token))) return true;
    return token + 1 < end && is_adverb(view_.part(token)) && is_finite(view_.part(token + 1));
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

std::optional<Speaker> find_antecedent(const ArticleView& view, const Pronoun& pronoun) {
  return Finder(view, pronoun).find();
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
