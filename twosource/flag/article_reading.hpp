#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "twosource/model/entity.hpp"
#include "twosource/model/flag.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/statement.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// A sentence as the search for odd passages sees it.
struct ReadSentence {
  Span span;
  std::uint32_t begin = 0;  ///< its tokens [begin, end)
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;  ///< index into Analysis::paragraphs
  bool opens_paragraph = false;
  bool ends_paragraph = false;
  double quoted = 0;  ///< share of its words that are quoted speech, 0..1
};

/// A name in an article, and whose.
struct ReadMention {
  EntityIndex entity = 0;
  Span span;
};

/// One English article of a story with everything that the search for odd passages asks of it.
/// Valid as long as the report and the tagged texts.
class ArticleReading {
 public:
  ArticleReading(const Report& report, const TaggedText& tagged, ArticleIndex index);

  [[nodiscard]] ArticleIndex index() const { return index_; }
  [[nodiscard]] const Report& report() const { return report_; }
  [[nodiscard]] const Article& article() const { return report_.articles[index_]; }
  [[nodiscard]] const Analysis& analysis() const { return report_.analyses[index_]; }
  [[nodiscard]] const TaggedText& tagged() const { return tagged_; }
  [[nodiscard]] std::string_view text() const { return article().text; }
  [[nodiscard]] std::string_view text_of(Span span) const { return slice(text(), span); }

  /// Sentence 0 is the title; none at all for an article that is not English.
  [[nodiscard]] std::span<const ReadSentence> sentences() const { return sentences_; }
  /// By place.
  [[nodiscard]] std::span<const ReadMention> mentions() const { return mentions_; }
  /// Those that lie in a place.
  [[nodiscard]] std::span<const ReadMention> mentions_in(Span place) const;
  /// By place; those that have content there.
  [[nodiscard]] std::vector<const Statement*> statements_in(Span place) const;
  void add_mention(ReadMention mention) { mentions_.push_back(mention); }
  void add_statement(const Statement& statement) { statements_.push_back(&statement); }
  /// To be called when everything was added.
  void sort();

  [[nodiscard]] bool in_quotation(std::uint32_t byte) const;
  [[nodiscard]] PartOfSpeech part(std::uint32_t token) const { return tagged_.tokens[token].part; }
  /// In Latin letters, lower-case.
  [[nodiscard]] std::string word(std::uint32_t token) const;
  /// As it stands in the text.
  [[nodiscard]] std::string_view form(std::uint32_t token) const {
    return slice(text(), tagged_.tokens[token].span);
  }
  /// The first token that ends behind a byte.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const;

 private:
  const Report& report_;
  const TaggedText& tagged_;
  ArticleIndex index_;
  std::vector<ReadSentence> sentences_;
  std::vector<ReadMention> mentions_;
  std::vector<const Statement*> statements_;
};

/// The English articles of one story.
struct StoryReading {
  const Report& report;
  StoryIndex story = 0;
  std::vector<ArticleReading> articles;
};

StoryReading read_story(const Report& report, std::span<const TaggedText> tagged, StoryIndex story);

/// Does it have a finite verb and end as sentences do? Headings, captions, lines of tables do not.
bool is_whole_sentence(const ArticleReading& article, const ReadSentence& sentence);

/// A flag on a place of an article; the id is set when all are found.
Flag make_flag(const ArticleReading& article, FlagKind kind, Span place, std::string note,
               std::vector<Reason> reasons);

/// The text of a place in one line, at most `most` bytes of it, cut between words.
std::string short_text(std::string_view text, std::size_t most = 80);

}  // namespace twosource
