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

const std::map<std::uint64_t, TimeDirection>& cues() {
  static const std::map<std::uint64_t, TimeDirection> read = [] {
    std::map<std::uint64_t, TimeDirection> all;
    std::string_view table = time_directions();
    while (!table.empty()) {
      std::string_view line = table.substr(0, table.find('\n'));
      table.remove_prefix(std::min(table.size(), line.size() + 1));
      if (line.starts_with('#')) continue;
      const std::size_t tab = std::min(line.find('\t'), line.size() - 1);
      const TimeDirection direction =
          line.starts_with("future") ? TimeDirection::ahead : TimeDirection::behind;
      line.remove_prefix(tab + 1);
      while (!line.empty()) {
        const std::string_view word = line.substr(0, line.find(' '));
        line.remove_prefix(std::min(line.size(), word.size() + 1));
        all.emplace(hash_folded(word), direction);
      }
    }
    return all;
  }();
  return read;
}

TimeDirection cue_of(std::string_view text, const Word& word) {
  const auto cue = cues().find(word.hash);
  if (cue != cues().end()) return cue->second;
  const std::string_view form = slice(text, word.span);
  const bool past = form.size() > 3 && form.ends_with("ed") && form.front() >= 'a';
  return past ? TimeDirection::behind : TimeDirection::unknown;
}

// "is to meet".
bool is_being(const Word& word) {
  return word.hash == hash_folded("is") || word.hash == hash_folded("are");
}

}  // namespace

TimeDirection direction_of(std::string_view text, std::span<const Word> sentence, std::size_t begin,
                           std::size_t end) {
  // "to be paid", "expected to be", "will have": the first of two decides, so a past form right
  // behind a word that looks ahead does not count.
  const std::uint64_t to = hash_folded("to");
  TimeDirection nearest = TimeDirection::unknown;
  const std::size_t first = begin - std::min(begin, words_before);
  for (std::size_t i = begin; i-- > first;) {
    TimeDirection cue = cue_of(text, sentence[i]);
    if (i > 0 && sentence[i].hash == to && is_being(sentence[i - 1])) cue = TimeDirection::ahead;
    if (cue == TimeDirection::unknown) continue;
    if (nearest == TimeDirection::unknown) nearest = cue;
    const bool close = begin - i <= 6;
    if (cue == TimeDirection::ahead && close) return cue;
    if (!close) break;
    const std::uint64_t said = hash_folded("said");
    if (sentence[i].hash == said) return cue;
  }
  if (nearest != TimeDirection::unknown) return nearest;
  const std::size_t last = std::min(sentence.size(), end + words_behind);
  for (std::size_t i = end; i < last; ++i) {
    const TimeDirection cue = cue_of(text, sentence[i]);
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
