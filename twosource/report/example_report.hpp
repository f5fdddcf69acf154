#pragma once

#include <cstdint>

#include "twosource/model/report.hpp"

// Reports made by hand, for the tests of the renderers only: no stage computes them.

namespace twosource {

/// Eight invented articles from Marenia: one story of seven with an agency text (copied word for
/// word and edited), own reporting, a press release whose first print is not in the collection, a
/// shared quotation, an undated article, an emoji before a passage; and one article in Arabic.
Report example_report();

/// Two articles that try to break out of every output: markup, `</script>`, terminal escapes,
/// bidirectional overrides, carriage returns, bytes that are no UTF-8 in a path.
Report hostile_report();

/// `articles` articles in stories of `story_size`, where each article after a story's first copies
/// half of it: for the size and the speed of the renderers.
Report large_report(std::uint32_t articles, std::uint32_t story_size);

/// What the first two of them have of statements and names.
void add_example_speech(Report& report);
void add_hostile_speech(Report& report);

/// What they have of times, claims, flags, timeline and brief: in the first one an agreement, a
/// conflict between speakers, one of yes and no, an update, what one speaker and what one origin
/// says.
void add_example_accounts(Report& report);
void add_hostile_accounts(Report& report);

}  // namespace twosource
