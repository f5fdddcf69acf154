#pragma once

#include <string>
#include <vector>

#include "twosource/base/result.hpp"
#include "twosource/base/span.hpp"
#include "twosource/model/statement.hpp"

namespace twosource::bench {

/// Who a reader says has spoken.
enum class JudgedSpeaker {
  named,    ///< someone whose name stands at `JudgedStatement::name`
  unnamed,  ///< someone whom the texts describe only
  nobody,   ///< the texts do not tell
};

/// A statement as a reader marked it. Spans are bytes of the text.
struct JudgedStatement {
  std::string text;  ///< first 16 hexadecimal digits of the text's SHA-256
  /// False: one may call it a statement or not (thoughts, statements inside statements). It is not
  /// asked for, and finding it is no error.
  bool is_asked = true;
  StatementKind kind = StatementKind::indirect;
  std::vector<Span> content;
  Span cue;     ///< empty: none
  Span source;  ///< empty: none
  JudgedSpeaker speaker = JudgedSpeaker::nobody;
  Span name;
  ResolvedBy resolved_by = ResolvedBy::unresolved;
};

/// Reads labels: lines `text asked kind content cue source speaker resolved_by` between tabs,
/// behind lines that begin with "#" and the line of these names. Spans are `begin-end`, several
/// between commas; "-" is none. A line that is not like that is an error that names it.
Result<std::vector<JudgedStatement>> read_judged_statements(const std::string& path);

}  // namespace twosource::bench
