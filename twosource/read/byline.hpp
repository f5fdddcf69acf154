#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace twosource {

/// The people that a byline names: "By Ann Example and Bo Sample, Political Editor" gives both
/// names. Offices, outlets' staff and anything that does not look like a name are left out; so is
/// everything where the line reads like a sentence.
std::vector<std::string> authors_of(std::string_view byline);

/// Whether the line is a byline by its first word ("By", "Von", "Par", "Por", "Door", "Di") and
/// names someone.
bool is_byline(std::string_view line);

}  // namespace twosource
