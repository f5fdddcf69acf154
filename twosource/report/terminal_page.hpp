#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/report/terminal.hpp"

namespace twosource {

/// Builds a page of labelled, wrapped lines for a terminal. Everything given to it is made
/// printable here, so that no caller can forget it.
///
///     Label        text that goes on
///                  under itself
class TerminalPage {
 public:
  explicit TerminalPage(const TerminalStyle& style);

  /// A line in bold, wrapped.
  void heading(std::string_view text);
  /// Text at the left border, wrapped.
  void line(std::string_view text);
  /// Text beside a label; without a label under the text above.
  void entry(std::string_view label, std::string_view text);
  /// Text beside a mark, both in the column of an entry's text.
  void item(std::string_view label, std::string_view mark, std::string_view text);
  /// Cells in one line, cut to the width: the last cell takes the rest.
  struct Cell {
    std::string_view text;
    std::size_t width = 0;  ///< 0: the rest of the line
  };
  void row(std::string_view label, const std::vector<Cell>& cells);
  void blank();

  /// Columns right of the label.
  [[nodiscard]] std::size_t text_width() const;
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void put(std::size_t indent, std::string_view text);
  void put_label(std::string_view label);
  [[nodiscard]] std::string styled(std::string_view code, std::string_view text) const;

  std::size_t width_;
  bool color_;
  std::string out_;
};

}  // namespace twosource
