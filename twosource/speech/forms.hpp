#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "twosource/model/token.hpp"
#include "twosource/speech/tokens.hpp"

namespace twosource {

/// A run of tokens [begin, end) of one unit; empty: there is none.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  bool operator==(const TokenRange&) const = default;
};

/// A statement that the form of its text shows, whatever the tagger thinks of it.
struct ReportingForm {
  TokenRange source;
  TokenRange cue;
  TokenRange content;  ///< never empty
  double score = 0;    ///< how probable it is right
  /// What the tagger makes of the same words is wrong, whoever it thinks speaks.
  bool replaces = false;
};

/// A unit with what is known of its names. `first` is the place of its first token in `tagged`.
struct UnitView {
  std::string_view text;
  const TaggedText& tagged;
  const SpeechUnit& unit;
  std::uint32_t first = 0;
};

/// What a run of tokens is as a speaker, if it is one noun phrase.
enum class SpeakerPhrase : std::uint8_t {
  none,
  person,  ///< ends with a person's name: "Mayor Ana Orlo"
  office,  ///< "police", "the harbour minister", "report": whoever stands so before a colon speaks
  body,    ///< an organisation's name
  place,   ///< a place's, which may stand for its government, and is a topic as often
  anyone,  ///< another noun for persons: "mother of two"
};
SpeakerPhrase speaker_phrase(const UnitView& view, TokenRange range);

/// The statement of a headline: "Police: driver was asleep", "Driver was asleep: police", "Orlo:
/// bridge ‘will hold’", "‘We were never asked’: Orlo on the closure". A colon stands behind a topic
/// just as well ("Ferry: what we know"), so both sides have to look like speech. Linear.
std::optional<ReportingForm> headline_form(const UnitView& view);

/// Does a colon behind `source` introduce what it says? False for "Analysis: …", "Q: …", "Ferry:
/// what we know".
bool is_colon_of_speech(const UnitView& view, TokenRange source, TokenRange content);

/// The statements that a paragraph's nouns and fixed phrases report: "the warning by the ministry
/// that tolls will rise", "Orlo's claim that …", "in the words of Orlo, “…”", and clauses with
/// their speaker behind them: "…, sources familiar with the matter said." Linear.
std::vector<ReportingForm> paragraph_forms(const UnitView& view);

/// Is the token a noun that reports what the "that" behind it begins: "claim", "warnings"?
bool is_reporting_noun(const SpeechToken& token);

/// "claims that were made": the word at `that` stands for the noun before it.
bool is_relative_clause(const SpeechUnit& unit, std::uint32_t that);

/// Where the clause ends that "that" at `that` begins as part of a noun phrase: behind its last
/// token. "Orlo's claim that the bridge was closed | angered the council."
std::uint32_t end_of_noun_clause(const SpeechUnit& unit, std::uint32_t that);

}  // namespace twosource
