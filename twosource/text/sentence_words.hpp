#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace twosource {

/// What a word says about sentence borders; tables/sentence_words.tsv explains each.
enum class SentenceWord : std::uint8_t { never, starter, capital, number, begin, calendar, cue };

/// The words of one language that decide whether a full stop ends a sentence.
class SentenceWords {
 public:
  /// The table for a BCP 47 tag ("de-AT" takes "de"); all lists together for any other language.
  /// Lives as long as the program.
  static const SentenceWords& of(std::string_view language);

  /// `word` is given as it stands in the text, an abbreviation without its last full stop.
  [[nodiscard]] bool has(std::string_view word, SentenceWord kind) const;

 private:
  friend struct SentenceWordTables;
  void add(std::string_view word, SentenceWord kind);
  [[nodiscard]] std::uint8_t kinds_of(std::string_view word) const;

  std::map<std::string, std::uint8_t, std::less<>> kinds_;  // a set of bits for each word
};

}  // namespace twosource
