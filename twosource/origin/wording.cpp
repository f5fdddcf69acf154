#include "twosource/origin/wording.hpp"

#include <fmt/format.h>

namespace twosource {

std::string describe(const Article& article) {
  if (!article.outlet.empty()) return article.outlet;
  const std::string_view title = title_of(article);
  return title.empty() ? article.path : fmt::format("“{}”", title);
}

std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace twosource
