#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/result.hpp"
#include "twosource/base/span.hpp"

namespace twosource::bench {

/// A TIMEX3 of a TimeML document.
struct GoldTime {
  Span span;          ///< in `TimeMl::text`
  std::string type;   ///< "DATE", "TIME", "DURATION", "SET"
  std::string value;  ///< may be empty
};

/// The text of a TimeML document with its time expressions.
struct TimeMl {
  std::string text;             ///< what stands in TEXT, without tags
  std::string created;          ///< value of the time of creation; empty for none
  std::vector<GoldTime> times;  ///< in TEXT, in order; without empty ones and the time of creation
};

/// Reads TimeML 1.2.1 (timeml.org) as TimeBank and the TempEval sets are written: tags of other
/// names inside TEXT are left out, the five entities of XML and numbers ("&#233;") are decoded. The
/// error says what is missing.
Result<TimeMl> read_timeml(std::string_view xml);

}  // namespace twosource::bench
