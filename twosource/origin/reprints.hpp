#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "twosource/model/article.hpp"
#include "twosource/origin/outlet_names.hpp"

namespace twosource {

/// A place that says: this text was another outlet's first.
struct Reprint {
  Span span;           ///< the sentence that says so
  std::string outlet;  ///< as the text names it
  std::string owner;   ///< empty: not known
  bool feed = false;   ///< a machine's note: nobody says that the outlet wrote it
};

/// "This article originally appeared in The Selne Courier.", "Republished from the Courier with
/// permission", "The post ... appeared first on Courier." Anything may stand for the outlet; a
/// person, a date or "a partner" does not. Texts that only report what others published say it of
/// something else than "this article".
std::optional<Reprint> read_reprint_note(std::string_view text, Span line);

/// "Copyright 2031 Selne Courier. All rights reserved.", of an outlet of the index.
std::optional<Reprint> read_copyright(std::string_view text, Span line, const PressIndex& press);

/// A line that ends with an outlet of the index behind a comma, a bar or a dash: "By Mara Lind,
/// Selne Courier"; also with who distributes it: "By Mara Lind, Selne Courier (TNS)", "Selne
/// Courier via AP".
std::optional<Reprint> read_signed_reprint(std::string_view text, Span line,
                                           const PressIndex& press, const AgencyIndex& agencies);

}  // namespace twosource
