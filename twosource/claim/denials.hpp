#pragma once

#include <vector>

#include "twosource/claim/facts.hpp"

namespace twosource {

/// Pairs of wordings of which one is what somebody says and the other tells that somebody else
/// denies it: "North Korea says the envoys acted like gangsters", "the secretary has dismissed
/// accusations by North Korea that he engaged in gangster-like behaviour". The denial
/// names the accuser, who is the one that speaks, and the two share a rare word. Kind polarity. By
/// `a`, then `b`. Linear in the units, and quadratic in the denials of a story with what its
/// speakers say.
std::vector<ComparedPair> compare_denials(const StoryUnits& story);

}  // namespace twosource
