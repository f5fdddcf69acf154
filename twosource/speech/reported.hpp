#pragma once

#include <span>
#include <string_view>

#include "twosource/model/analysis.hpp"
#include "twosource/model/statement.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// Does the text report that somebody said, wrote or thinks this?
///
/// The tagger marks attributions of every sort, as its data do: also what people support, plan,
/// want or are charged with. A reader who asks who said what wants none of these, so only what
/// passes here goes into a report. Looks at the words of the cue and the form of the content.
/// `tagged` and `quotations` are the statement's article's. Linear in the statement's length.
bool is_reported(const Statement& statement, std::string_view text, const TaggedText& tagged,
                 std::span<const Quotation> quotations);

}  // namespace twosource
