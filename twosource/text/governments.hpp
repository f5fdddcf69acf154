#pragma once

#include <string>
#include <string_view>

namespace twosource {

/// A place's name for comparing: lower-case Latin letters and spaces, without "the"; a country's
/// other names ("U.S.", "DPRK") give the country.
std::string place_key(std::string_view name);

/// The key of the country whose government sits there ("Pyongyang"); empty if none does.
std::string country_of_seat(std::string_view place_key);

/// Is it a country of the table?
bool is_country(std::string_view place_key);

}  // namespace twosource
