#pragma once

#include <string_view>
#include <vector>

#include "tests/cases/golden_case.hpp"
#include "twosource/model/article.hpp"

namespace twosource::tests {

/// The articles of a case: its sections `-- article NAME`, in order; id and path are NAME.
///
/// A section may begin with lines `title: …`, `outlet: …`, `owner: …`, `url: …`, `language: …`,
/// `author: …` (one line each) and `published: 2031-05-04` or `2031-05-04 17:30` (UTC), closed by
/// a blank line. The rest is the body. The stored text is title, blank line, body, or the body
/// alone where no title is given.
std::vector<Article> articles_of(const GoldenCase& golden);

/// One article from the text of such a section.
Article make_article(std::string_view name, std::string_view section);

}  // namespace twosource::tests
