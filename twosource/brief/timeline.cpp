#include "twosource/brief/timeline.hpp"

namespace twosource {

std::vector<Moment> find_moments(const Report& /*report*/, std::span<const TaggedText> /*tagged*/,
                                 Jobs /*jobs*/) {
  return {};
}

}  // namespace twosource
