#pragma once

#include <cstdint>
#include <optional>

#include "twosource/base/span.hpp"
#include "twosource/speech/article_view.hpp"

namespace twosource {

/// The base of the noun phrase with which a source begins: without what only describes it behind a
/// comma, a preposition, a relative or a verb. Of "the bridge's engineer in Selne, Ana Orlo," it is
/// "the bridge's engineer"; "secretary of state" stays whole. `source` is not empty.
TokenRange head_of_source(const ArticleView& view, TokenRange source);

/// The name of who is meant, a place in `names().mentions`: the one that ends the head, or of the
/// person in apposition to it ("the bridge's engineer, Ana Orlo"; "a spokesman for the port, Leo
/// Marn"). None where the head is another: a spokesman for Orlo, Orlo's lawyer.
std::optional<std::uint32_t> name_in_source(const ArticleView& view, TokenRange source,
                                            TokenRange head);

/// Do two or more speak, with the mention as one of them: "Orlo and Marn", "police and Orlo"?
bool is_one_of_several(const ArticleView& view, TokenRange source, std::uint32_t mention);

/// The words that say who a source without a name is: "a senior official", "two of the guards",
/// "the ministry's report". None if its head is no noun for somebody who speaks or something that
/// is read, as the sources are that the tagger got wrong ("six metres of the bow").
std::optional<Span> description_of_source(const ArticleView& view, TokenRange source,
                                          TokenRange head);

}  // namespace twosource
