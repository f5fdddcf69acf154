#pragma once

#include <cstdint>

#include "twosource/claim/lemmas.hpp"
#include "twosource/claim/units.hpp"

namespace twosource {

/// The verbs of a clause that say one thing together: "had not been found", "failed to agree".
struct VerbGroup {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t main = 0;  ///< the token of the verb that names the action
  bool finite = false;
  bool negated = false;
  bool passive = false;
  Modality modality = Modality::fact;
};

/// The group that begins with the verb, the modal or the "to" at token `begin`, in the tokens up to
/// `end`. Linear in its length.
VerbGroup read_verb_group(const LemmaText& text, std::uint32_t begin, std::uint32_t end);

/// Does a verb go on with the "to" behind it as one action: "failed to", "is expected to"?
bool goes_on_with_to(std::uint64_t lemma);

}  // namespace twosource
