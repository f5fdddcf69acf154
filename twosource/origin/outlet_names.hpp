#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/origin/agencies.hpp"
#include "twosource/origin/lines.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

/// The name of an outlet or a company at a place of a text, and the tokens that it takes.
struct NameFound {
  Span span;
  std::size_t tokens = 0;
};

/// The name that begins at token `first`: up to seven capitalised words with "of", "the", "&" and
/// the like between them ("The Bank of Selne"), or an internet domain ("courier.example"). A
/// leading "the" is no part of it. Nothing for days, months and languages.
std::optional<NameFound> read_name(std::string_view text, std::span<const LineToken> tokens,
                                   std::size_t first);

/// A name for comparing: letters and digits in ASCII lower case, without "the" in front; of a
/// domain its last label but the country or class ("https://www.courier.example" and "The Courier"
/// are both "courier").
std::string name_key(std::string_view name);

/// Whether this may be another name of the article's outlet: equal keys, or the begin of one is the
/// other; or the outlet's domain is made of the begins of the name's words, as "nytimes" is of "The
/// New York Times" and "smh" of "Sydney Morning Herald".
bool may_be_outlet(const Article& article, std::string_view name);

/// Outlets that a text may name as the one it was taken from: those of the table of owners and
/// those of the collection.
class PressIndex {
 public:
  struct Outlet {
    std::string_view name;
    std::string_view owner;  ///< empty: not known
    std::size_t tokens = 0;
  };

  PressIndex() : PressIndex({}, {}) {}
  PressIndex(std::span<const Owner> owners, std::span<const std::string> outlets);

  /// The longest name that begins at token `first`.
  [[nodiscard]] std::optional<Outlet> match(std::string_view text,
                                            std::span<const LineToken> tokens,
                                            std::size_t first) const;

 private:
  AgencyIndex outlets_;
  std::vector<std::string> owners_;  ///< of each outlet of the index
};

}  // namespace twosource
