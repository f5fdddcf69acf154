#pragma once

#include <string>
#include <string_view>

namespace twosource {

/// A declared language as a BCP 47 tag with its usual case ("en_us" gives "en-US"); empty for what
/// is no tag ("English", "x-default").
std::string language_tag(std::string_view declared);

}  // namespace twosource
