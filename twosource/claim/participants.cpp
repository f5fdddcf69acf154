// Who did what to whom?
//
// English tells it by order: the noun phrases before the verb that no preposition governs are the
// subject, those behind it the object, all others play some other part. "And" and a comma carry a
// role on to the next phrase, and what somebody owns has the role, not the owner. In the passive
// subject and object change places, and who stands behind "by" is the subject. "There are" has its
// subject behind it.
#include "twosource/claim/participants.hpp"

#include <algorithm>
#include <optional>

#include "twosource/claim/hedges.hpp"
#include "twosource/claim/unit_words.hpp"
#include "twosource/text/lexicon.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;
using Role = Participant::Role;

class RoleFinder {
 public:
  RoleFinder(const LemmaText& text, const Piece& piece) : text_(text), piece_(piece) {}

  std::vector<RoledPhrase> find(std::span<const NounPhrase> phrases) {
    for (NounPhrase phrase : phrases) {
      if (phrase.begin < piece_.begin || phrase.end > piece_.end || is_age(phrase)) continue;
      phrase.begin = with_hedge(phrase);
      if (is_rest_of_title(phrase)) {
        found_.back().phrase.end = phrase.end;
        found_.back().phrase.head = phrase.head;
      } else if (!found_.empty() && phrase.begin > piece_.begin && part(phrase.begin - 1) == pos) {
        found_.push_back({phrase, found_.back().role});
        found_[found_.size() - 2].role = Role::other;
      } else {
        found_.push_back({phrase, role_of(phrase)});
      }
    }
    demote_adjuncts();
    if (piece_.verb && piece_.verb->passive) turn();
    skip_there();
    return std::move(found_);
  }

 private:
  [[nodiscard]] PartOfSpeech part(std::uint32_t i) const { return text_.part(i); }

  [[nodiscard]] bool is_before_verb(const NounPhrase& phrase) const {
    return !piece_.verb || phrase.end <= piece_.verb->main;
  }

  // "Ada Orlo, 43, said"
  [[nodiscard]] bool is_age(const NounPhrase& phrase) const {
    return part(phrase.head) == cd && phrase.begin > piece_.begin && phrase.end < piece_.end &&
           part(phrase.begin - 1) == comma && part(phrase.end) == comma;
  }

  // "[Secretary] of [State Ana Orlo]", "[Ministry] of [Foreign Affairs]": one.
  [[nodiscard]] bool is_rest_of_title(const NounPhrase& phrase) const {
    static const std::uint64_t of = hash_folded("of");
    if (found_.empty() || found_.back().phrase.end + 1 != phrase.begin) return false;
    if (text_.lemma(phrase.begin - 1) != of || !is_proper_noun(part(phrase.begin))) return false;
    const auto& names = text_.tagged.names;
    const auto name = std::partition_point(
        names.begin(), names.end(), [&](const NameMention& n) { return n.end <= phrase.head; });
    if (name == names.end() || name->begin > phrase.head) return false;
    const std::uint32_t before = found_.back().phrase.head;
    if (name->begin <= before) return true;
    return name->kind == NameKind::person && name->begin > phrase.begin && is_title(before);
  }

  // "Secretary", "secretary", "director"
  [[nodiscard]] bool is_title(std::uint32_t noun) const {
    static const Lexicon lexicon = Lexicon::english();
    return has_kind(lexicon.kinds_of(text_.token(noun).hash), WordKind::person_noun);
  }

  // Where "at least" begins before "15 people".
  [[nodiscard]] std::uint32_t with_hedge(const NounPhrase& phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
      if (part(i) != cd) continue;
      return std::min(phrase.begin, i - hedge_before(text_.tagged, piece_.begin, i).tokens);
    }
    return phrase.begin;
  }

  [[nodiscard]] Role role_of(const NounPhrase& phrase) const {
    const bool before = is_before_verb(phrase);
    if (phrase.begin == piece_.begin) return before ? Role::subject : Role::object;
    std::uint32_t left = phrase.begin - 1;
    while (left > piece_.begin && (is_adverb(part(left)) || part(left) == open_quote)) --left;
    const PartOfSpeech p = part(left);
    const bool joined = p == cc || p == comma;
    if (joined && !found_.empty() && before == is_before_verb(found_.back().phrase)) {
      // A phrase behind a comma before the verb can be the subject behind an adverbial.
      if (!(before && p == comma && found_.back().role == Role::other)) return found_.back().role;
    }
    if (is_preposition(left)) return Role::other;
    return before ? Role::subject : Role::object;
  }

  [[nodiscard]] bool is_preposition(std::uint32_t i) const {
    const PartOfSpeech p = part(i);
    if (p == vbg && is_word(text_.token(i).hash, UnitWord::governs)) return true;
    const bool either = is_word(text_.lemma(i), UnitWord::preposition);
    const bool conjunction =
        is_word(text_.lemma(i), UnitWord::subordinate) && (!either || begins_piece(i));
    return (p == in && !conjunction) || p == to;
  }

  // Are there but marks and an "and" before it?
  [[nodiscard]] bool begins_piece(std::uint32_t i) const {
    while (i > piece_.begin && (is_punctuation(part(i - 1)) || part(i - 1) == cc)) --i;
    return i == piece_.begin;
  }

  // "After the talks, the minister left": what only a conjunction governs is no subject if another
  // stands behind a comma.
  void demote_adjuncts() {
    demote_explained();
    if (part(piece_.begin) != in || found_.size() < 2 || found_.front().role != Role::subject)
      return;
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const NounPhrase& phrase = found_[i].phrase;
      const bool after_comma = is_before_verb(phrase) && part(phrase.begin - 1) == comma;
      if (!after_comma || found_[i].role != Role::subject) continue;
      for (std::size_t k = 0; k < i; ++k) found_[k].role = Role::other;
    }
  }

  // "claims that the dam is safe": the dam is.
  void demote_explained() {
    static const std::uint64_t that = hash_folded("that");
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const NounPhrase& phrase = found_[i].phrase;
      const std::uint32_t left = phrase.begin - 1;
      if (!is_before_verb(phrase) || part(left) != in || text_.lemma(left) != that) continue;
      for (std::size_t k = 0; k < i; ++k) found_[k].role = Role::other;
    }
  }

  [[nodiscard]] bool is_agent(const RoledPhrase& each) const {
    static const std::uint64_t by = hash_folded("by");
    const NounPhrase* phrase = &each.phrase;
    // "by the mayor's guards"
    if (phrase != &found_.front().phrase && phrase->begin > piece_.begin &&
        part(phrase->begin - 1) == pos) {
      const auto at = static_cast<std::size_t>(&each - found_.data());
      phrase = &found_[at - 1].phrase;
    }
    return phrase->begin > piece_.begin && text_.lemma(phrase->begin - 1) == by &&
           !is_before_verb(*phrase);
  }

  void turn() {
    for (RoledPhrase& each : found_) {
      const bool owns = each.phrase.end < piece_.end && part(each.phrase.end) == pos;
      if (is_agent(each) && !owns) {
        each.role = Role::subject;
      } else if (each.role == Role::subject) {
        each.role = Role::object;
      } else if (each.role == Role::object) {
        each.role = Role::other;
      }
    }
  }

  void skip_there() {
    const auto there = std::find_if(found_.begin(), found_.end(), [&](const RoledPhrase& each) {
      return part(each.phrase.head) == ex;
    });
    if (there == found_.end()) return;
    const auto real = std::find_if(
        there, found_.end(), [](const RoledPhrase& each) { return each.role == Role::object; });
    if (real != found_.end()) real->role = Role::subject;
    found_.erase(there);
  }

  const LemmaText& text_;
  const Piece& piece_;
  std::vector<RoledPhrase> found_;
};

}  // namespace

std::vector<RoledPhrase> find_roles(const LemmaText& text, std::span<const NounPhrase> phrases,
                                    const Piece& piece) {
  return RoleFinder(text, piece).find(phrases);
}

}  // namespace twosource
