#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "twosource/claim/units.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// How two units fill the same slot.
enum class SlotMatch : std::uint8_t {
  open,     ///< one of them leaves it open, or it cannot be told
  same,     ///< both name the same, or one names a part of what the other names
  differs,  ///< both name something, and it is not the same
};

/// A word that says something: a noun, a verb, an adjective or an adverb. Numbers and times are
/// slots of their own.
struct SlotWord {
  Span span;
  std::uint64_t lemma = 0;
  PartOfSpeech part = PartOfSpeech::other;
  bool shared = false;  ///< the other unit says it too
};

/// One of two units that are compared slot by slot.
struct UnitSide {
  UnitSide(const Report& report, std::span<const TaggedText> tagged, const Unit& unit);

  [[nodiscard]] std::string_view words_at(Span span) const;
  [[nodiscard]] const Token& token(std::uint32_t i) const;
  [[nodiscard]] std::uint64_t lemma_at(std::uint32_t i) const;
  /// First token of the article that ends behind the byte; the number of tokens if none does.
  [[nodiscard]] std::uint32_t token_behind(std::uint32_t byte) const;
  /// The main verb with the auxiliaries and the negation in front of it.
  [[nodiscard]] Span verb_group() const;

  const Unit& unit;
  const Article& article;
  const TaggedText& tagged;
  std::vector<SlotWord> words;  ///< in text order
};

/// Two units with what they share. Linear in the words of one times those of the other.
class UnitPair {
 public:
  UnitPair(const Report& report, std::span<const TaggedText> tagged, const Unit& a, const Unit& b);

  UnitSide a;
  UnitSide b;

  /// Share of the words of the shorter side that the other has too, without those inside the two
  /// spans; 0 without words.
  struct Rest {
    std::size_t common = 0;
    double share = 0.0;
  };
  [[nodiscard]] Rest rest_without(Span in_a, Span in_b) const;

  /// The same verb, or two that mean the same. Open where one has no verb.
  [[nodiscard]] SlotMatch action() const { return action_; }
  /// Who takes part in one role; those who are only counted are left out.
  [[nodiscard]] SlotMatch participants(Participant::Role role) const;
  /// Where it happened, by the places that both name.
  [[nodiscard]] SlotMatch place() const { return place_; }
  /// When it happened, by all times that both name, also those whose resolution is in doubt.
  [[nodiscard]] SlotMatch time() const { return time_; }

  /// The numbers of what both count or measure.
  [[nodiscard]] SlotMatch numbers() const;

  /// Neither subject, object, place nor time differ.
  [[nodiscard]] bool fits() const;

  [[nodiscard]] const Report& report() const { return report_; }

 private:
  void share_entities();
  void share_words();
  [[nodiscard]] SlotMatch compare(const Participant& x, const Participant& y) const;
  [[nodiscard]] SlotMatch compare_actions() const;
  [[nodiscard]] SlotMatch compare_places() const;
  [[nodiscard]] SlotMatch compare_times() const;

  const Report& report_;
  SlotMatch action_ = SlotMatch::open;
  SlotMatch place_ = SlotMatch::open;
  SlotMatch time_ = SlotMatch::open;
};

/// Do two words mean the same, in whatever form?
bool same_meaning(std::uint64_t lemma_a, std::uint64_t lemma_b);

/// Do two participants stand for the same: one entity, or nouns that mean the same? Open where one
/// is a pronoun that nobody resolved, or only one has a name.
SlotMatch compare_participants(const Participant& a, const Participant& b);

}  // namespace twosource
