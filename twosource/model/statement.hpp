#pragma once

#include <string>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/article.hpp"

namespace twosource {

/// How a statement is given.
enum class StatementKind {
  direct,    ///< all of the content stands in quotation marks
  mixed,     ///< a part of it does
  indirect,  ///< nothing of it does
};

/// Who said what, as one article has it.
struct Statement {
  std::string id;
  ArticleIndex article = 0;
  StatementKind kind = StatementKind::indirect;
  std::vector<Span> content;  ///< in text order, never empty, never overlapping; with its marks
  Span cue;                   ///< "said", "according to"; empty: none, the marks alone tell
  Span source;                ///< "the minister", "she"; empty: the text names none
  double score = 0.0;         ///< how probable it is that source, cue and content are right, 0..1
};

const char* name_of(StatementKind kind);

}  // namespace twosource
