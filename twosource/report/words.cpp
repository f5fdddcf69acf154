#include "twosource/report/words.hpp"

namespace twosource {

const char* words_of(FlagKind kind) {
  switch (kind) {
    case FlagKind::dangling_pronoun:
      return "pronoun without a name";
    case FlagKind::orphan_quote:
      return "quotation without a speaker";
    case FlagKind::stray_heading:
      return "stray heading";
    case FlagKind::off_topic:
      return "off the topic";
    case FlagKind::unintroduced_name:
      return "name not introduced";
    case FlagKind::repeated:
      return "told twice";
    case FlagKind::stale_time:
      return "older than the article";
    case FlagKind::spun:
      return "words of automatic rewording";
  }
  return "";
}

const char* words_of(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::agree:
      return "";
    case ClaimStatus::differ:
      return "disputed";
    case ClaimStatus::single:
      return "only one source";
    case ClaimStatus::update:
      return "changed since";
    case ClaimStatus::unclear:
      break;
  }
  return "independence not shown";
}

const char* remark_of(const BriefSentence& sentence) {
  const bool spoken = sentence.status == ClaimStatus::single && sentence.origins.size() > 1;
  return spoken ? "one speaker" : words_of(sentence.status);
}

const char* words_of(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::number:
      return "number";
    case ConflictKind::date:
      return "date";
    case ConflictKind::name:
      return "name";
    case ConflictKind::place:
      return "place";
    case ConflictKind::polarity:
      return "yes or no";
    case ConflictKind::framing:
      return "choice of words";
    case ConflictKind::attribution:
      break;
  }
  return "who said it";
}

const char* words_of(Stance stance) {
  switch (stance) {
    case Stance::says:
      return "says";
    case Stance::contradicts:
      return "contradicts";
    case Stance::other_number:
      break;
  }
  return "other number";
}

}  // namespace twosource
