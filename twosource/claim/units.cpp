#include "twosource/claim/units.hpp"

namespace twosource {

std::vector<Unit> find_units(const Report& /*report*/, std::span<const TaggedText> /*tagged*/,
                             StoryIndex /*story*/) {
  return {};
}

}  // namespace twosource
