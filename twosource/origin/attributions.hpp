#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "twosource/base/span.hpp"
#include "twosource/origin/agencies.hpp"

namespace twosource {

/// A sentence that says whose reporting it is.
struct Attribution {
  std::uint32_t source = 0;  ///< in the index
  Span span;                 ///< of the name
  bool first = false;        ///< "first reported by"
};

/// "the Northwater News Agency reported", "according to Reuters", "told AFP", "selon l'AFP". Naming
/// a source is not enough: "Reuters shares rose" and "a photographer of Reuters was hurt" attribute
/// nothing. The index may hold agencies or outlets.
std::optional<Attribution> find_attribution(std::string_view text, Span sentence,
                                            const AgencyIndex& sources);

/// "The agency also said", "The news agency reports": a sentence that goes on with the source named
/// in the sentence before. The span of "The agency".
std::optional<Span> find_continued_attribution(std::string_view text, Span sentence);

/// The place where a sentence claims own reporting for its outlet: "told the Courier", "the Courier
/// has learned", "seen by this newspaper", "our correspondent". `names` are the outlet's own
/// (outlet_names).
std::optional<Span> find_own_word(std::string_view text, Span sentence,
                                  std::span<const std::string> names);

}  // namespace twosource
