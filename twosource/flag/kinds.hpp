#pragma once

#include <vector>

#include "twosource/flag/article_reading.hpp"

namespace twosource {

// One function for each kind of flag; what each takes for odd stands on top of its file. All of
// them would rather overlook a passage than flag a sound one. Linear in the text unless said.

/// "He", "they", "that", "we" at the head of a sentence with nothing before that they could mean.
std::vector<Flag> find_dangling_pronouns(const ArticleReading& article);

/// Quotations of their own behind a sentence that is not their speaker's.
std::vector<Flag> find_orphan_quotes(const ArticleReading& article);

/// A single short line without a full stop in the middle of running text.
std::vector<Flag> find_stray_headings(const ArticleReading& article);

/// Family names and roles that stand for somebody whom the text has not introduced.
std::vector<Flag> find_unintroduced_names(const ArticleReading& article);

/// What automatic rewording does to names: their capitals lost, another abbreviation beside the
/// usual one, a form that nobody else has.
std::vector<Flag> find_spun_words(const ArticleReading& article);

/// Sentences that tell once more what one before has told. Quadratic in the sentences that share a
/// rare word.
std::vector<Flag> find_repetitions(const ArticleReading& article);

/// Sentences none of whose telling words stand anywhere else in the story. For all articles at
/// once.
std::vector<Flag> find_off_topic(const StoryReading& story);

/// Passages that an older article has already, with a date that counts from the day of writing.
std::vector<Flag> find_stale_times(const ArticleReading& article);

}  // namespace twosource
