// The JSON names of all enumerators, in one place because they are one vocabulary: contract.
#include "twosource/model/article.hpp"
#include "twosource/model/claim.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/entity.hpp"
#include "twosource/model/flag.hpp"
#include "twosource/model/origin.hpp"
#include "twosource/model/statement.hpp"
#include "twosource/model/time.hpp"

namespace twosource {

const char* name_of(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day:
      return "day";
    case DatePrecision::minute:
      return "minute";
    case DatePrecision::second:
      return "second";
  }
  return "day";
}

const char* name_of(DateSource source) {
  switch (source) {
    case DateSource::metadata:
      return "metadata";
    case DateSource::url:
      return "url";
    case DateSource::text:
      return "text";
    case DateSource::flag:
      return "flag";
  }
  return "metadata";
}

const char* name_of(CopyKind kind) {
  switch (kind) {
    case CopyKind::verbatim:
      return "verbatim";
    case CopyKind::edited:
      return "edited";
    case CopyKind::reworded:
      return "reworded";
  }
  return "verbatim";
}

const char* name_of(Direction direction) {
  switch (direction) {
    case Direction::unknown:
      return "unknown";
    case Direction::a_to_b:
      return "a_to_b";
    case Direction::b_to_a:
      return "b_to_a";
  }
  return "unknown";
}

const char* name_of(OriginKind kind) {
  switch (kind) {
    case OriginKind::own:
      return "own";
    case OriginKind::agency:
      return "agency";
    case OriginKind::release:
      return "release";
    case OriginKind::common_text:
      return "common_text";
    case OriginKind::unclear:
      return "unclear";
  }
  return "unclear";
}

const char* name_of(LineageKind kind) {
  switch (kind) {
    case LineageKind::copy:
      return "copy";
    case LineageKind::edit:
      return "edit";
    case LineageKind::reword:
      return "reword";
    case LineageKind::credit:
      return "credit";
    case LineageKind::version:
      return "version";
  }
  return "copy";
}

const char* name_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::direct:
      return "direct";
    case StatementKind::mixed:
      return "mixed";
    case StatementKind::indirect:
      return "indirect";
  }
  return "indirect";
}

const char* name_of(ResolvedBy resolved_by) {
  switch (resolved_by) {
    case ResolvedBy::named:
      return "named";
    case ResolvedBy::pronoun:
      return "pronoun";
    case ResolvedBy::role:
      return "role";
    case ResolvedBy::adjacent:
      return "adjacent";
    case ResolvedBy::across_articles:
      return "across_articles";
    case ResolvedBy::unnamed:
      return "unnamed";
    case ResolvedBy::unresolved:
      return "unresolved";
  }
  return "unresolved";
}

const char* name_of(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return "person";
    case NameKind::organisation:
      return "organisation";
    case NameKind::place:
      return "place";
    case NameKind::people:
      return "people";
    case NameKind::other:
      return "other";
  }
  return "other";
}

const char* name_of(TimeKind kind) {
  switch (kind) {
    case TimeKind::date:
      return "date";
    case TimeKind::time:
      return "time";
    case TimeKind::duration:
      return "duration";
    case TimeKind::set:
      return "set";
  }
  return "set";
}

const char* name_of(TimeDoubt doubt) {
  switch (doubt) {
    case TimeDoubt::no_anchor:
      return "no_anchor";
    case TimeDoubt::direction:
      return "direction";
    case TimeDoubt::narrative:
      return "narrative";
    case TimeDoubt::vague:
      return "vague";
    case TimeDoubt::none:
      return "";
  }
  return "";
}

const char* name_of(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::agree:
      return "agree";
    case ClaimStatus::differ:
      return "differ";
    case ClaimStatus::single:
      return "single";
    case ClaimStatus::update:
      return "update";
    case ClaimStatus::unclear:
      return "unclear";
  }
  return "unclear";
}

const char* name_of(ConflictKind kind) {
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
      return "polarity";
    case ConflictKind::framing:
      return "framing";
    case ConflictKind::attribution:
      return "attribution";
  }
  return "attribution";
}

const char* name_of(Stance stance) {
  switch (stance) {
    case Stance::contradicts:
      return "contradicts";
    case Stance::other_number:
      return "other_number";
    case Stance::says:
      return "says";
  }
  return "says";
}

const char* name_of(FlagKind kind) {
  switch (kind) {
    case FlagKind::dangling_pronoun:
      return "dangling_pronoun";
    case FlagKind::orphan_quote:
      return "orphan_quote";
    case FlagKind::stray_heading:
      return "stray_heading";
    case FlagKind::off_topic:
      return "off_topic";
    case FlagKind::unintroduced_name:
      return "unintroduced_name";
    case FlagKind::stale_time:
      return "stale_time";
    case FlagKind::spun:
      return "spun";
    case FlagKind::repeated:
      return "repeated";
  }
  return "repeated";
}

}  // namespace twosource
