#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace twosource::bench {

/// No text, no piece, no article.
constexpr std::uint32_t none = 0xFFFFFFFFU;

/// What a piece of an article is.
enum class PieceRole {
  text,       ///< a sentence that somebody wrote
  quotation,  ///< a sentence that is mostly words spoken to several reporters at once
  credit,     ///< byline, dateline, credit line: no part of the story
  furniture,  ///< what the outlet puts under all its articles
};

/// How a sentence differs from the one it was taken from.
enum class Change { same, edited, reworded };

/// One sentence or line of an article, and where it comes from.
struct Piece {
  std::string text;
  PieceRole role = PieceRole::text;
  std::uint32_t first = none;   ///< the first text of the family that it belongs to
  std::uint32_t number = none;  ///< its number in that text
  std::uint32_t from = none;    ///< the text of the family that it was taken from
  std::uint32_t from_piece = none;
  Change change = Change::same;
  std::uint32_t utterance = none;  ///< the spoken words it holds, shared by several reporters
  std::uint32_t spoken_begin = 0;  ///< bytes of `text`: those words
  std::uint32_t spoken_end = 0;
};

/// Whether it says something of the event: no credit, no furniture.
bool tells(const Piece& piece);

/// Words of a sentence, as the generator parts them: by single blanks.
std::uint32_t words_in(std::string_view text);

/// So much of an article, in sentences and as a share of its words, makes a source one of its
/// story's.
constexpr std::uint32_t story_sentences = 3;
constexpr double story_share = 0.15;

using Paragraph = std::vector<Piece>;

/// An article in the making.
struct Draft {
  std::string title;
  std::vector<Paragraph> paragraphs;
};

/// Spoken words that several reporters may print.
struct Utterance {
  std::string words;    ///< without quotation marks
  std::string speaker;  ///< as a sentence names it
};

/// How one text of a family was made from another.
enum class Operation { reprint, trim, lift, merge, version };

/// What else was done on the way.
struct Touches {
  bool new_lead = false;
  bool cut = false;  ///< sentences inside it were dropped
  bool reordered = false;
  bool edited = false;
  bool reworded = false;
  bool extended = false;  ///< own sentences were added at the end
  bool credit_kept = false;
};

struct Parent {
  std::uint32_t text = none;
  Operation operation = Operation::reprint;
};

/// Whose a first text is.
enum class FirstKind {
  own,       ///< an outlet's reporting
  agency,    ///< a news agency's; no article of the collection is the agency's own
  anonymous  ///< somebody's whom no article names
};

/// A first text of the family: all that one outlet or agency wrote about the event.
struct FirstText {
  FirstKind kind = FirstKind::own;
  std::string name;             ///< the outlet or agency; empty for unsigned
  std::uint32_t sentences = 0;  ///< how many have been written
};

/// What the page says of the time.
enum class DateState { right, missing, late };

/// One text of a family: an article, or a source that is not in the collection.
struct Text {
  bool hidden = false;
  std::uint32_t first = none;   ///< the first text that its own sentences belong to
  std::uint32_t outlet = none;  ///< in the newsrooms; for hidden ones none
  std::string author;
  Draft draft;
  std::vector<Parent> parents;  ///< the one with the most words first
  Touches touches;
  std::uint32_t credited = none;  ///< the first text of the agency that it names
  std::int64_t written = 0;       ///< Unix seconds
  DateState date = DateState::right;
  std::int64_t published = 0;  ///< what the page says, unless missing
};

/// All articles about one event, with the sources that are not among them.
struct Family {
  std::uint64_t number = 0;
  std::vector<Text> texts;  ///< parents before children
  std::vector<FirstText> firsts;
};

/// The names in docs/formats/lineage-truth.md.
const char* name_of(PieceRole role);
const char* name_of(Change change);
const char* name_of(Operation operation);
const char* name_of(FirstKind kind);
const char* name_of(DateState state);

}  // namespace twosource::bench
