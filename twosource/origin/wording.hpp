#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "twosource/model/article.hpp"

namespace twosource {

/// An article in a sentence for people: its outlet, else its title in quotation marks, else its
/// path.
std::string describe(const Article& article);

/// "1 article", "3 articles".
std::string count_of(std::size_t count, std::string_view noun);

}  // namespace twosource
