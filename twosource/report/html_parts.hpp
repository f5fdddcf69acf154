#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/report/view.hpp"

// Pieces of the page that several of its parts need.

namespace twosource {

/// Links to articles: "[1] [4] and 7 more".
std::string html_numbers(const std::vector<ArticleIndex>& articles);

/// Text of an article on one line, cut where it is very long.
std::string html_short(std::string_view text);

/// A list whose end is folded away: writes what goes around the items from `in_full` on.
class HtmlFold {
 public:
  HtmlFold(std::string& out, std::size_t count, std::size_t in_full, std::size_t at_most)
      : out_(out), count_(count), in_full_(in_full), at_most_(at_most) {}

  /// How many items to write.
  [[nodiscard]] std::size_t shown() const { return count_ < at_most_ ? count_ : at_most_; }

  /// To be called before the item with this index is written, with the list's tags.
  void before(std::size_t index, const char* close, const char* open);

  /// To be called behind the end of the list.
  void end();

 private:
  std::string& out_;
  std::size_t count_;
  std::size_t in_full_;
  std::size_t at_most_;
};

}  // namespace twosource
