#include "twosource/claim/quantities.hpp"

namespace twosource {

std::vector<Quantity> find_quantities(std::string_view /*text*/, const TaggedText& /*tagged*/,
                                      std::uint32_t /*begin*/, std::uint32_t /*end*/) {
  return {};
}

bool can_both_be_true(const Quantity& a, const Quantity& b) {
  return a.low <= b.high && b.low <= a.high;
}

}  // namespace twosource
