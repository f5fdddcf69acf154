#pragma once

#include <map>
#include <span>

#include "twosource/origin/material.hpp"
#include "twosource/origin/shared_text.hpp"
#include "twosource/origin/standing.hpp"

namespace twosource {

/// The release that each article with the marks of one is. Articles that share text or name the
/// same issuer are one release, named by the first of them. Linear in the shared sentences.
std::map<ArticleIndex, OriginKey> name_releases(const StoryMaterial& material,
                                                const SharedText& shared,
                                                std::span<const Standing> standings);

}  // namespace twosource
