#include "twosource/time/times.hpp"

#include <iterator>
#include <utility>

namespace twosource {

std::vector<TimeExpression> read_times(ArticleIndex /*index*/, const Article& /*article*/,
                                       const Analysis& /*analysis*/) {
  return {};
}

std::vector<TimeExpression> find_times(std::span<const Article> articles,
                                       std::span<const Analysis> analyses, Jobs jobs) {
  std::vector<std::vector<TimeExpression>> found(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    found[i] = read_times(static_cast<ArticleIndex>(i), articles[i], analyses[i]);
  });
  std::vector<TimeExpression> all;
  for (std::vector<TimeExpression>& one : found)
    all.insert(all.end(), std::make_move_iterator(one.begin()), std::make_move_iterator(one.end()));
  return all;
}

}  // namespace twosource
