// How many were killed, how many injured? The number that accounts of one event part in most.
//
// "Twelve hurt as ferry hits wall in fog" and "Hospital counts seventeen injured" have one word in
// common at best, so no comparison of words sees that both count the same. But within one story,
// what happened to how many people is a slot of the event itself (MUC's templates of the 1990s
// filled it for every report). So a tally is compared with every other tally of the same fate.
//
// A false conflict is worse than a missed one. Parts ("ten of the injured", "three more") are left
// alone, and so are other events: another date, another place, a number that is several times the
// other. Reports of a war hold the tolls of many events; where the heads of a story's articles give
// many numbers of one fate, two of them are compared only if the sentences have more in common.
#include "twosource/claim/tallies.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "twosource/base/embedded.hpp"
#include "twosource/claim/conflict_kinds.hpp"
#include "twosource/claim/unit_pair.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(fates)

namespace twosource {
namespace {

constexpr std::array<std::string_view, 4> fate_names = {"killed", "injured", "missing", "arrested"};
constexpr std::size_t most_wordings = 400;
constexpr std::uint32_t news_sentences = 4;  // title and lead
constexpr std::uint32_t tokens_ahead = 5;    // "17 people have been injured"
constexpr std::uint32_t tokens_behind = 3;   // "number of injured as 12"
constexpr double surely_about = 0.9;
constexpr double most_apart = 3.0;    // 1,200 and 25 are two events
constexpr std::size_t one_event = 3;  // so many values of one fate at the head of the articles
constexpr std::size_t least_shared = 2;

struct FateWords {
  std::map<std::uint64_t, Fate> fates;
  std::vector<std::uint64_t> people;
};

const FateWords& fate_words() {
  static const FateWords words = [] {
    FateWords read;
    std::string_view table = fates();
    while (!table.empty()) {
      std::string_view line = table.substr(0, table.find('\n'));
      table.remove_prefix(std::min(table.size(), line.size() + 1));
      const std::size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      const auto fate = std::find(fate_names.begin(), fate_names.end(), line.substr(0, tab));
      for (line.remove_prefix(tab + 1); !line.empty();) {
        const std::string_view word = line.substr(0, line.find(' '));
        line.remove_prefix(std::min(line.size(), word.size() + 1));
        if (fate == fate_names.end()) {
          read.people.push_back(hash_folded(word));
        } else {
          read.fates.emplace(hash_folded(word), static_cast<Fate>(fate - fate_names.begin()));
        }
      }
    }
    return read;
  }();
  return words;
}

std::optional<Fate> fate_at(const UnitSide& side, std::uint32_t token) {
  const auto found = fate_words().fates.find(side.lemma_at(token));
  if (found == fate_words().fates.end()) return std::nullopt;
  return found->second;
}

bool are_people(std::uint64_t lemma) {
  const auto& words = fate_words();
  return lemma == 0 || words.fates.contains(lemma) ||
         std::find(words.people.begin(), words.people.end(), lemma) != words.people.end();
}

// A mark, a conjunction or a number parts one count from the next: "killed 3 and injured 12".
bool parts(PartOfSpeech part) {
  return is_punctuation(part) || part == PartOfSpeech::cc || part == PartOfSpeech::cd;
}

bool belongs_to_some(const UnitSide& side, std::uint32_t token) {
  const std::uint32_t first = std::max(side.unit.token_begin, token > 2 ? token - 2 : 0);
  for (std::uint32_t i = first; i < token; ++i) {
    if (side.token(i).part == PartOfSpeech::pos) return true;
  }
  return false;
}

// "In the past 24 hours 58 people were killed": of more than the event.
bool counts_over_time(const Report& report, const Unit& unit) {
  return std::any_of(unit.times.begin(), unit.times.end(),
                     [&](TimeIndex time) { return report.times[time].kind == TimeKind::duration; });
}

// Behind the number first, then before it.
std::optional<Fate> fate_of(const UnitSide& side, const Quantity& quantity) {
  const std::uint32_t behind = side.token_behind(quantity.number.end);
  const std::uint32_t last = std::min(side.unit.token_end, behind + tokens_ahead);
  for (std::uint32_t i = behind; i < last && !parts(side.token(i).part); ++i) {
    if (const auto fate = fate_at(side, i)) return fate;
    // "Twelve soldiers who were ..." is another clause.
    if (side.token(i).part == PartOfSpeech::wp || side.token(i).part == PartOfSpeech::wdt) break;
  }
  const std::uint32_t first = side.token_behind(quantity.span.begin);
  const std::uint32_t lowest =
      std::max(side.unit.token_begin, first > tokens_behind ? first - tokens_behind : 0);
  for (std::uint32_t i = first; i > lowest && !parts(side.token(i - 1).part); --i) {
    const auto fate = fate_at(side, i - 1);
    // "The journalists' death toll rose to five": of some only.
    if (fate) return belongs_to_some(side, i - 1) ? std::nullopt : fate;
  }
  return std::nullopt;
}

bool is_word_of_part(std::uint64_t lemma) {
  static const std::array<std::uint64_t, 16> words = [] {
    constexpr std::array<std::string_view, 16> names = {
        "of",   "more",  "another", "other",     "additional", "further", "including", "among",
        "each", "extra", "only",    "remaining", "per",        "former",  "than",      "not"};
    std::array<std::uint64_t, 16> hashes{};
    std::transform(names.begin(), names.end(), hashes.begin(), hash_folded);
    return hashes;
  }();
  return std::find(words.begin(), words.end(), lemma) != words.end();
}

// "Children under age 5", "under five", "aged 5".
bool is_age(const UnitSide& side, std::uint32_t number) {
  if (number == 0) return false;
  const auto is = [&](std::uint32_t i, std::string_view word) {
    return side.lemma_at(i) == hash_folded(word);
  };
  if (is(number - 1, "age") || is(number - 1, "aged")) return true;
  return number > 1 && (is(number - 1, "under") || is(number - 1, "over")) &&
         is_noun(side.token(number - 2).part);
}

// "Among the victims, 12 were killed in Selne": of some only.
bool begins_as_part(const UnitSide& side) {
  if (side.unit.token_begin >= side.unit.token_end) return false;
  const std::uint64_t first = side.lemma_at(side.unit.token_begin);
  return first == hash_folded("among") || first == hash_folded("of");
}

// "Ten of the injured", "three more people", "including two children", "not twelve".
bool is_part(const UnitSide& side, const Quantity& quantity) {
  const std::uint32_t first = side.token_behind(quantity.span.begin);
  const std::uint32_t behind = side.token_behind(quantity.number.end);
  const auto tokens = static_cast<std::uint32_t>(side.tagged.tokens.size());
  if (is_age(side, first) || is_age(side, side.token_behind(quantity.number.begin)) ||
      begins_as_part(side))
    return true;
  for (std::uint32_t i = first > 2 ? first - 2 : 0; i < first; ++i) {
    if (is_word_of_part(side.lemma_at(i))) return true;
  }
  for (std::uint32_t i = behind; i < std::min(tokens, behind + 2); ++i) {
    if (is_word_of_part(side.lemma_at(i))) return true;
  }
  return false;
}

struct TallyWording {
  std::uint32_t wording = 0;
  const Unit* unit = nullptr;
  Tally tally;
  [[nodiscard]] const Quantity& quantity() const { return unit->quantities[tally.quantity]; }
};

std::vector<TallyWording> gather(const StoryUnits& story) {
  std::vector<TallyWording> found;
  for (std::uint32_t w = 0; w < story.wordings.units.size() && found.size() < most_wordings; ++w) {
    const Unit& unit = story.units[story.wordings.units[w].front()];
    for (const Tally& tally : tallies_of(story.report, story.tagged, unit))
      found.push_back({w, &unit, tally});
  }
  return found;
}

bool tell_the_news(const Unit& unit) {
  return unit.sentence < news_sentences;
}

std::set<EntityIndex> places_of(const Report& report, const Unit& unit) {
  const Span sentence = report.analyses[unit.article].sentences[unit.sentence];
  std::set<EntityIndex> places;
  for (EntityIndex i = 0; i < report.entities.size(); ++i) {
    const Entity& entity = report.entities[i];
    if (entity.kind != NameKind::place) continue;
    if (std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const ArticleSpan& each) {
          return each.article == unit.article && sentence.contains(each.span);
        }))
      places.insert(i);
  }
  return places;
}

// "Killed 12 near Orvik in Selne" is a part of what was "killed in Selne" where there were many.
bool is_within(const Report& report, const Unit& a, const Unit& b) {
  const auto in_a = places_of(report, a);
  const auto in_b = places_of(report, b);
  return !in_a.empty() && !in_b.empty() && in_a.size() != in_b.size() &&
         (std::includes(in_a.begin(), in_a.end(), in_b.begin(), in_b.end()) ||
          std::includes(in_b.begin(), in_b.end(), in_a.begin(), in_a.end()));
}

// How many words that are no part of the tally do the two share?
std::size_t shared_words(const UnitPair& pair, const TallyWording& a, const TallyWording& b) {
  const auto count = [&](const UnitSide& side, const Quantity& quantity) {
    return static_cast<std::size_t>(
        std::count_if(side.words.begin(), side.words.end(), [&](const SlotWord& word) {
          return word.shared && !quantity.span.contains(word.span) && !are_people(word.lemma);
        }));
  };
  return std::min(count(pair.a, a.quantity()), count(pair.b, b.quantity()));
}

bool are_far_apart(const Quantity& a, const Quantity& b) {
  return std::max(a.value, b.value) > most_apart * std::min(a.value, b.value);
}

// By fate: the values that the heads of the articles give.
using HeadValues = std::map<Fate, std::set<double>>;

std::optional<ComparedPair> compare(const StoryUnits& story, const HeadValues& heads,
                                    const TallyWording& a, const TallyWording& b) {
  if (a.tally.fate != b.tally.fate || are_far_apart(a.quantity(), b.quantity()) ||
      can_both_be_true(a.quantity(), b.quantity())) {
    return std::nullopt;
  }
  if (counts_over_time(story.report, *a.unit) != counts_over_time(story.report, *b.unit))
    return std::nullopt;
  const UnitPair pair(story.report, story.tagged, *a.unit, *b.unit);
  if (pair.place() == SlotMatch::differs || pair.time() == SlotMatch::differs) return std::nullopt;
  if (!tell_the_news(*a.unit) || !tell_the_news(*b.unit)) return std::nullopt;
  const bool of_one_event = heads.at(a.tally.fate).size() <= one_event;
  if (!of_one_event && shared_words(pair, a, b) < least_shared) return std::nullopt;
  if (!of_one_event && is_within(story.report, *a.unit, *b.unit)) return std::nullopt;
  SlotConflict conflict =
      make_conflict(pair, ConflictKind::number, a.quantity().span, b.quantity().span);
  conflict.note = fmt::format("{} {} or {}", fate_names[static_cast<std::size_t>(a.tally.fate)],
                              a.quantity().value, b.quantity().value);
  conflict.topic = fate_names[static_cast<std::size_t>(a.tally.fate)];
  conflict.update = is_later_toll(pair, a.quantity(), b.quantity());
  return ComparedPair{a.wording, b.wording, {.same = 0.0, .about = surely_about}, {conflict}};
}

bool share_an_article(const StoryUnits& story, std::uint32_t a, std::uint32_t b) {
  const auto& x = story.wordings.units[a];
  const auto& y = story.wordings.units[b];
  return std::any_of(x.begin(), x.end(), [&](UnitIndex i) {
    return std::any_of(y.begin(), y.end(), [&](UnitIndex j) {
      return story.units[i].article == story.units[j].article;
    });
  });
}

}  // namespace

std::vector<Tally> tallies_of(const Report& report, std::span<const TaggedText> tagged,
                              const Unit& unit) {
  std::vector<Tally> tallies;
  if (unit.quantities.empty() || unit.negated || unit.modality != Modality::fact) return tallies;
  const UnitSide side(report, tagged, unit);
  for (std::uint32_t i = 0; i < unit.quantities.size(); ++i) {
    const Quantity& quantity = unit.quantities[i];
    if (!quantity.unit.empty() || !are_people(quantity.counted) || is_part(side, quantity))
      continue;
    if (const auto fate = fate_of(side, quantity)) tallies.push_back({*fate, i});
  }
  return tallies;
}

std::vector<ComparedPair> compare_tallies(const StoryUnits& story) {
  const std::vector<TallyWording> found = gather(story);
  HeadValues heads;
  for (const TallyWording& each : found) {
    std::set<double>& values = heads[each.tally.fate];
    if (tell_the_news(*each.unit)) values.insert(each.quantity().value);
  }
  std::vector<ComparedPair> pairs;
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::size_t j = i + 1; j < found.size(); ++j) {
      // An article that gives two numbers has seen no conflict: they count different things.
      if (share_an_article(story, found[i].wording, found[j].wording)) continue;
      if (auto pair = compare(story, heads, found[i], found[j])) pairs.push_back(std::move(*pair));
    }
  }
  return merge_pairs({}, std::move(pairs));
}

std::vector<ComparedPair> merge_pairs(std::vector<ComparedPair> pairs,
                                      std::vector<ComparedPair> more) {
  std::move(pairs.begin(), pairs.end(), std::back_inserter(more));
  const auto place = [](const ComparedPair& pair) { return std::tuple(pair.a, pair.b); };
  std::stable_sort(more.begin(), more.end(), [&](const ComparedPair& x, const ComparedPair& y) {
    return place(x) < place(y);
  });
  more.erase(std::unique(more.begin(), more.end(),
                         [&](const ComparedPair& x, const ComparedPair& y) {
                           return place(x) == place(y);
                         }),
             more.end());
  return more;
}

}  // namespace twosource
