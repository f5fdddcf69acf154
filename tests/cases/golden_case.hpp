#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/result.hpp"

namespace twosource::tests {

/// One part of a case: what is given, or what must come out.
struct Section {
  std::string name;
  std::string text;  ///< its lines, without blank lines at the beginning and the end
};

/// A case that a journalist can read and write:
///
///     # A full stop behind a title does not end the sentence.
///     -- text
///     Gen. Orlo left Selne. He flew home.
///     -- sentences
///     Gen. Orlo left Selne.
///     He flew home.
///
/// The first line says in a sentence what is shown. A second line `# known gap: why` marks a case
/// that must fail until somebody mends it. A section begins with a line `-- name`.
struct GoldenCase {
  std::string title;
  std::string known_gap;  ///< empty: the case must pass
  std::vector<Section> sections;

  /// The text of the first section of that name; empty if there is none.
  [[nodiscard]] std::string_view text_of(std::string_view name) const;
};

Result<GoldenCase> parse_case(std::string_view file);

/// The file of a case; parsing it gives the case again.
std::string write_case(const GoldenCase& golden);

}  // namespace twosource::tests
