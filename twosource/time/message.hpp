#pragma once

#include <optional>

#include "twosource/time/resolve.hpp"

namespace twosource {

/// The value of what only tables/message_rules.tsv knows: numbered weeks and days, parts of a month
/// or a year ("the first two weeks of May", "end of month"), and what it knows to the day ("two
/// months ago"). None for other actions and where the
/// calendar has no such thing. All dates that leave a year, a month or a week open are the last
/// before the day of telling; without one nothing is resolved.
std::optional<ResolvedTime> resolve_message(const TimeMatch& match, const TimeAnchors& anchors);

}  // namespace twosource
