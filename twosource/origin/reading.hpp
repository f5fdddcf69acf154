#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/origin/agencies.hpp"
#include "twosource/origin/attributions.hpp"
#include "twosource/origin/marks.hpp"

namespace twosource {

/// What one sentence shows by itself.
struct SentenceReading {
  std::uint32_t words = 0;
  std::uint32_t quoted_words = 0;  ///< of these, in quoted speech
  bool quoted = false;             ///< at least 80 % of its words are quoted speech
  bool silent = false;             ///< title, credit line, caption or furniture: it reports nothing
  bool prose = false;              ///< a whole sentence; a heading or a link counts for nothing
  std::optional<Attribution> agency;
  std::optional<Attribution> outlet;  ///< another outlet of the collection
  std::optional<Span> own_word;       ///< "told the Courier", in the Courier

  /// It has an origin of its own to be found.
  [[nodiscard]] bool counts() const { return !quoted && !silent && words > 0; }
};

/// What one article shows by itself, before it is compared with others.
struct ArticleReading {
  ArticleMarks marks;
  std::vector<SentenceReading> sentences;       ///< as in Analysis::sentences
  std::vector<std::uint32_t> sentence_of_word;  ///< no_sentence for words outside
  std::uint32_t body_words = 0;

  static constexpr std::uint32_t no_sentence = UINT32_MAX;

  /// The first evidence of this kind; null for none.
  [[nodiscard]] const SourceMark* find(MarkKind kind) const;
};

/// The names that readings look for: agencies, and the outlets of the collection. An outlet stands
/// in its index under its own name.
struct SourceNames {
  AgencyIndex agencies;
  AgencyIndex outlets;
  PressIndex press;  ///< outlets of the collection and of the table of owners
};

/// The agencies of the table, those that the texts themselves show, and the outlets' names, also
/// those of the owners' table.
SourceNames collect_names(std::span<const Article> articles, const std::vector<Agency>& table,
                          Jobs jobs, std::span<const Owner> owners = {});

/// Reads one article. `furniture` are the spans in it that furniture copies cover. Linear.
ArticleReading examine_article(const Article& article, const Analysis& analysis,
                               std::span<const Span> furniture, const SourceNames& names);

}  // namespace twosource
