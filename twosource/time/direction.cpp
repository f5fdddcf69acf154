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

enum class Cue : std::uint8_t { ahead, behind, plan, told, order };

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
      if (line.starts_with("order")) cue = Cue::order;
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

// What a word of the table says where it stands.
TimeDirection direction_of_cue(Cue cue, std::span<const Word> sentence, std::size_t i) {
  switch (cue) {
    case Cue::plan:
      return is_word(sentence, i + 1, "to") ? TimeDirection::ahead : TimeDirection::unknown;
    case Cue::told:
      return TimeDirection::told;
    case Cue::behind:
    case Cue::order:
      return TimeDirection::behind;
    case Cue::ahead:
      break;
  }
  const bool denied = is_word(sentence, i, "be") && is_denied_past(sentence, i);
  return denied ? TimeDirection::behind : TimeDirection::ahead;
}

TimeDirection cue_at(std::string_view text, std::span<const Word> sentence, std::size_t i) {
  if (is_word(sentence, i + 1, "to") && (is_word(sentence, i, "is") || is_word(sentence, i, "are")))
    return TimeDirection::ahead;
  const std::string_view form = slice(text, sentence[i].span);
  const bool is_name = i > 0 && form.front() >= 'A' && form.front() <= 'Z';  // "May", "Will Marn"
  const auto cue = cues().find(sentence[i].hash);
  if (cue != cues().end() && !is_name) return direction_of_cue(cue->second, sentence, i);
  const bool past = form.size() > 3 && form.ends_with("ed") && form.front() >= 'a';
  return past ? TimeDirection::behind : TimeDirection::unknown;
}

// "Late on Monday", "Friday morning": who orders something tells the day on which it is to be; the
// hour is that of the order.
bool names_part_of_day(std::span<const Word> expression) {
  static const std::array<std::uint64_t, 6> parts = {
      hash_folded("late"),      hash_folded("early"),   hash_folded("morning"),
      hash_folded("afternoon"), hash_folded("evening"), hash_folded("night")};
  return std::any_of(expression.begin(), expression.end(), [](const Word& word) {
    return std::find(parts.begin(), parts.end(), word.hash) != parts.end();
  });
}

// Is the "be" at `be` that of "ordered all sailings to be stopped"?
bool is_ordered(std::string_view text, std::span<const Word> sentence, std::size_t be) {
  if (be == 0 || !is_word(sentence, be - 1, "to")) return false;
  const std::size_t first = be - std::min(be, words_before);
  for (std::size_t i = be - 1; i-- > first;) {
    const auto cue = cues().find(sentence[i].hash);
    if (cue != cues().end() && cue->second == Cue::order) return true;
    if (cue_at(text, sentence, i) != TimeDirection::unknown) return false;
  }
  return false;
}

// "Has called a sitting on Thursday": the perfect never goes with a day behind, so the day is that
// of the sitting, or of something else.
bool is_perfect_on_day(std::span<const Word> sentence, std::size_t verb, std::size_t begin) {
  if (verb == 0 || verb + 2 >= begin || !is_word(sentence, begin - 1, "on")) return false;
  return is_word(sentence, verb - 1, "has") || is_word(sentence, verb - 1, "have");
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
      if (!is_word(sentence, k, "be")) continue;
      const bool order =
          names_part_of_day(sentence.subspan(begin, end - begin)) && is_ordered(text, sentence, k);
      return order ? TimeDirection::told : cue_at(text, sentence, k);
    }
    return is_perfect_on_day(sentence, i, begin) ? TimeDirection::unknown : cue;
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
