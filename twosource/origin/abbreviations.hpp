#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string_view>

#include "twosource/origin/agencies.hpp"

namespace twosource {

/// Two to six letters, none of them small: what an agency may be called in a dateline.
bool is_abbreviation(std::string_view word);

/// Whether the capitals are how the name is abbreviated: in order, the first letter of each word,
/// up to three first letters of a word that is not "News", "Press", "Agency" or the like. Words
/// such as "of" may be left out. So "NNA" and "NONA" fit "Northwater News Agency", and "NWA" does
/// not. At least three letters; ASCII.
bool abbreviates(std::string_view letters, std::string_view name);

/// The agencies that are known by nothing but an abbreviation and the agencies of the index whose
/// full name it stands for, both named in one story (`named`: positions in the index). Only where
/// the abbreviation fits the name of one agency of the whole index, nothing else named in the story
/// fits that agency, and that agency has no abbreviation of its own. Linear in the index for each
/// abbreviation.
std::map<std::uint32_t, std::uint32_t> find_full_names(const AgencyIndex& index,
                                                       const std::set<std::uint32_t>& named);

}  // namespace twosource
