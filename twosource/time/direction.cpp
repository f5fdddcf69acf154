// Does the sentence look back or ahead?
//
// News is told in the past, so a time lies behind unless a word says otherwise: "will meet on
// Sunday", "is due in Selne on Sunday". The verb is nearly always before the time and close to it,
// and the nearest one decides: "said on Friday that the bridge will close".
#include "twosource/time/direction.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(time_directions)

namespace twosource {
namespace {

constexpr std::size_t words_before = 14;
constexpr std::size_t words_behind = 8;
constexpr std::size_t words_to_speaking = 4;

enum class Cue : std::uint8_t { ahead, behind, plan, told };

const std::map<std::uint64_t, Cue>& cues() {
  static const std::map<std::uint64_t, Cue> read = [] {
    std::map<std::uint64_t, Cue> all;
    std::string_view table = time_directions();
    while (!table.empty()) {
      std::string_view line = table.substr(0, table.find('\n'));
      table.remove_prefix(std::min(table.size(), line.size() + 1));
      if (line.starts_with('#')) continue;
      const std::size_t tab = std::min(line.find('\t'), line.size() - 1);
      Cue cue = line.starts_with("future") ? Cue::ahead : Cue::behind;
      if (line.starts_with("plan")) cue = Cue::plan;
      if (line.starts_with("told")) cue = Cue::told;
      line.remove_prefix(tab + 1);
      while (!line.empty()) {
        const std::string_view word = line.substr(0, line.find(' '));
        line.remove_prefix(std::min(line.size(), word.size() + 1));
        all.emplace(hash_folded(word), cue);
      }
    }
    return all;
  }();
  return read;
}

bool is_word(std::span<const Word> sentence, std::size_t i, std::string_view folded) {
  return i < sentence.size() && sentence[i].hash == hash_folded(folded);
}

// "could not be found": it was not.
bool is_denied_past(std::span<const Word> sentence, std::size_t i) {
  for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
    if (is_word(sentence, i - back, "could")) return true;
  }
  return false;
}

TimeDirection cue_at(std::string_view text, std::span<const Word> sentence, std::size_t i) {
  const bool before_to = is_word(sentence, i + 1, "to");
  if (before_to && (is_word(sentence, i, "is") || is_word(sentence, i, "are")))
    return TimeDirection::ahead;
  const std::string_view form = slice(text, sentence[i].span);
  const bool is_name = i > 0 && form.front() >= 'A' && form.front() <= 'Z';  // "May", "Will Marn"
  const auto cue = cues().find(sentence[i].hash);
  if (cue != cues().end() && !is_name) {
    if (cue->second == Cue::plan) return before_to ? TimeDirection::ahead : TimeDirection::unknown;
    if (cue->second == Cue::told) return TimeDirection::told;
    if (cue->second == Cue::behind) return TimeDirection::behind;
    const bool denied = is_word(sentence, i, "be") && is_denied_past(sentence, i);
    return denied ? TimeDirection::behind : TimeDirection::ahead;
  }
  const bool past = form.size() > 3 && form.ends_with("ed") && form.front() >= 'a';
  return past ? TimeDirection::behind : TimeDirection::unknown;
}

}  // namespace

TimeDirection direction_of(std::string_view text, std::span<const Word> sentence, std::size_t begin,
                           std::size_t end) {
  const std::size_t first = begin - std::min(begin, words_before);
  for (std::size_t i = begin; i-- > first;) {
    const TimeDirection cue = cue_at(text, sentence, i);
    if (cue == TimeDirection::unknown) continue;
    // The participle of "to be paid" looks ahead as its "be" does.
    const std::size_t be = i - std::min<std::size_t>(i, 2);
    for (std::size_t k = be; k < i; ++k) {
      if (is_word(sentence, k, "be")) return cue_at(text, sentence, k);
    }
    return cue;
  }
  const std::size_t last = std::min(sentence.size(), end + words_behind);
  for (std::size_t i = end; i < last; ++i) {
    const TimeDirection cue = cue_at(text, sentence, i);
    if (cue != TimeDirection::unknown) return cue;
  }
  return TimeDirection::unknown;
}

bool stands_by_speaking(std::span<const Word> sentence, std::size_t begin) {
  const std::array<std::uint64_t, 6> speaking = {hash_folded("said"),  hash_folded("told"),
                                                 hash_folded("added"), hash_folded("wrote"),
                                                 hash_folded("says"),  hash_folded("tweeted")};
  for (std::size_t i = begin - std::min(begin, words_to_speaking); i < begin; ++i) {
    if (std::find(speaking.begin(), speaking.end(), sentence[i].hash) != speaking.end())
      return true;
  }
  return false;
}

}  // namespace twosource
