// Who did what to whom?
//
// English tells it by order: the noun phrases before the verb that no preposition governs are the
// subject, those behind it the object, all others play some other part. "And" and a comma carry a
// role on to the next phrase. In the passive subject and object change places, and who stands
// behind "by" is the subject.
#include "twosource/claim/participants.hpp"

#include <algorithm>
#include <optional>

#include "twosource/claim/unit_words.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;
using Role = Participant::Role;

class RoleFinder {
 public:
  RoleFinder(const LemmaText& text, const Piece& piece) : text_(text), piece_(piece) {}

  std::vector<RoledPhrase> find(std::span<const NounPhrase> phrases) {
    for (const NounPhrase& phrase : phrases) {
      if (phrase.begin < piece_.begin || phrase.end > piece_.end) continue;
      found_.push_back({phrase, role_of(phrase)});
    }
    demote_adjuncts();
    if (piece_.verb && piece_.verb->passive) turn();
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool is_before_verb(const NounPhrase& phrase) const {
    return !piece_.verb || phrase.end <= piece_.verb->begin;
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
    if (before) return is_preposition(left) ? Role::other : Role::subject;
    return is_preposition(left) ? Role::other : Role::object;
  }

  [[nodiscard]] bool is_preposition(std::uint32_t i) const {
    const PartOfSpeech p = part(i);
    if (p == pos) return false;
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
    const bool begins_so = part(piece_.begin) == in;
    if (!begins_so || found_.size() < 2 || found_.front().role != Role::subject) return;
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const NounPhrase& phrase = found_[i].phrase;
      if (!is_before_verb(phrase) || part(phrase.begin - 1) != comma) continue;
      if (found_[i].role == Role::subject) {
        for (std::size_t k = 0; k < i; ++k) found_[k].role = Role::other;
      }
    }
  }

  void turn() {
    static const std::uint64_t by = hash_folded("by");
    for (RoledPhrase& each : found_) {
      const std::uint32_t begin = each.phrase.begin;
      const bool agent =
          begin > piece_.begin && text_.lemma(begin - 1) == by && !is_before_verb(each.phrase);
      if (agent) {
        each.role = Role::subject;
      } else if (each.role == Role::subject) {
        each.role = Role::object;
      } else if (each.role == Role::object) {
        each.role = Role::other;
      }
    }
  }

  [[nodiscard]] PartOfSpeech part(std::uint32_t i) const { return text_.part(i); }

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
