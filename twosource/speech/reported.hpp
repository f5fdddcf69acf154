#pragma once

#include <string_view>

#include "twosource/model/statement.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// Does the text report that somebody said, wrote or thinks this?
///
/// The tagger marks attributions of every sort, as its data do: also what people support, plan,
/// want or are charged with. A reader who asks who said what wants none of these, so only what
/// passes here goes into a report. Looks at the words of the cue and the form of the content.
/// `tagged` is the statement's article. Linear in the statement's length.
bool is_reported(const Statement& statement, std::string_view text, const TaggedText& tagged);

}  // namespace twosource
