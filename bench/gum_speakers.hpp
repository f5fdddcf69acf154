#pragma once

#include <iosfwd>

#include "bench/bench.hpp"
#include "bench/gum.hpp"
#include "twosource/model/article.hpp"

namespace twosource::bench {

/// The second half of `bench speakers`: GUM's attributions. See the .cpp.
Result<Done> measure_gum_speakers(const Request& request, std::ostream& out);

/// A document as an article without a title.
Article article_of(const GumDocument& document);

}  // namespace twosource::bench
