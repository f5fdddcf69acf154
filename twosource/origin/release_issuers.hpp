#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "twosource/model/article.hpp"

namespace twosource {

/// Who issued a text that is known to be a press release, where it says so: "SOURCE Varn Works",
/// "Press release of the Harbour Office of Selne", "Issued by Varn Works", "About Varn Works", the
/// first words behind the dateline of a distributor, or the employer of the media contact; the
/// strongest sign first. The weaker ones (from "About" on) must name somebody whom the text names
/// once more. `openings` are the ends of datelines that name a distributor. The span of the name.
std::optional<Span> find_issuer(const Article& article, std::span<const std::uint32_t> openings);

}  // namespace twosource
