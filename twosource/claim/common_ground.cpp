// Two sentences with the same two names look alike to any measure that weighs words by how rare
// they are: "Orlo was far more involved with Brandt than he had let on", "All that we know of
// Orlo's friendship with Brandt". In a story about these two, the names say nothing. So two units
// must share something else, and the deed of one must at least be mentioned in the other.
#include "twosource/claim/common_ground.hpp"

#include <algorithm>
#include <cstdint>

namespace twosource {
namespace {

bool is_plain(WordRole role) {
  return role == WordRole::noun || role == WordRole::verb || role == WordRole::describer ||
         role == WordRole::number;
}

bool has_key(const ComparedUnit& unit, std::uint32_t key) {
  return std::ranges::binary_search(unit.keys, key, {}, &MeaningKey::key);
}

bool share_plain_word(const ComparedUnit& a, const ComparedUnit& b) {
  return std::ranges::any_of(a.keys, [&](const MeaningKey& key) {
    return is_plain(a.words[key.word].role) && has_key(b, key.key);
  });
}

/// Does the first say what is done, by a verb that means something?
bool has_deed(const ComparedUnit& unit) {
  return unit.verb < unit.words.size() &&
         std::ranges::any_of(unit.keys,
                             [&](const MeaningKey& key) { return key.word == unit.verb; });
}

/// Is the first one's deed a word of the second?
bool mentions_deed(const ComparedUnit& a, const ComparedUnit& b) {
  return std::ranges::any_of(
      a.keys, [&](const MeaningKey& key) { return key.word == a.verb && has_key(b, key.key); });
}

}  // namespace

bool have_common_ground(const ComparedUnit& a, const ComparedUnit& b) {
  if (!share_plain_word(a, b)) return false;
  if (!has_deed(a) || !has_deed(b)) return true;
  return mentions_deed(a, b) || mentions_deed(b, a);
}

}  // namespace twosource
