#pragma once

#include <string_view>

namespace twosource {

/// True if a clause of reporting stands in the text: a comma, then a word of reporting with at most
/// three words before it that can be its subject ("…, said Orlo", "…, the mayor said", "…, sagte
/// er"). "…, I said" is the speaker's own and does not count.
bool reports_speech(std::string_view text);

}  // namespace twosource
