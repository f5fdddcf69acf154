#pragma once

#include <string>

#include "bench/generator/random.hpp"

namespace twosource::bench {

/// An English sentence in other words: synonyms, other ways to say numbers of things and times,
/// a clause moved behind the comma. Names and numbers stay.
///
/// The table is written for the generator by hand. No detector reads it, and it is not made from
/// any thesaurus, so that what it does to a text is no copy of what a detector undoes.
std::string say_in_other_words(const std::string& sentence, Random& random);

}  // namespace twosource::bench
