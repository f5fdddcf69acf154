// Framing: who judges the same thing the other way?
//
// "'Productive' talks", "'regrettable' talks": the accounts do not contradict each other in a fact,
// they part in what they make of it, and most openly in headlines. The sentences around the two may
// have nothing else in common, so this is not looked for among sentences that are alike: every
// judging word (text/tables/tone.tsv) is taken with the noun that it is said of, and units are put
// together by that noun. A judgement is an adjective before its noun ("regrettable talks") or
// behind a form of "be" or "as" ("the talks were regrettable", "described the talks as
// regrettable") or behind what somebody calls so ("called the talks regrettable"); a "not" turns it
// round. The noun must stand right there: what "it" is, or what a clause with "that" narrows ("on
// conditions that are acceptable"), is not known well enough. Nor does a comparison judge ("a
// better deal" may be a bad one still), nor what could be.
//
// Many things of one name are not one thing. So the two sentences must have a name in common as
// well, and may not tell of two times or places. And one who speaks twice is one voice, in however
// many articles.
#include "twosource/claim/framing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "twosource/claim/conflict_kinds.hpp"
#include "twosource/claim/unit_pair.hpp"
#include "twosource/text/word_relations.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;

// Tokens of an article.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Judgement {
  std::uint64_t thing = 0;  // lemma of the noun
  Span span;                // the judging word
  bool good = false;
};

// Nouns of which a story has many: good news and bad news are no two views of one thing.
bool is_light(std::uint64_t noun) {
  static constexpr std::array<std::string_view, 32> words = {
      "thing",   "way",   "day",     "time",   "people", "man",  "woman",   "year",
      "part",    "idea",  "example", "one",    "news",   "week", "month",   "person",
      "life",    "world", "place",   "moment", "reason", "sign", "other",   "something",
      "nothing", "lot",   "word",    "kind",   "point",  "case", "country", "question"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return hash_folded(word) == noun; });
}

bool is_word_of(const UnitSide& side, std::uint32_t i, std::string_view word) {
  return side.lemma_at(i) == hash_folded(word);
}

bool is_mark(PartOfSpeech part) {
  return part == open_quote || part == close_quote || part == hyph;
}

// The last noun of the phrase that goes on behind a token; marks stand between: 'productive' talks.
// A verb there at the end of its clause is a noun that was taken for one: "called 'productive'
// talks."
std::optional<std::uint64_t> noun_behind(const UnitSide& side, Range range, std::uint32_t i) {
  std::optional<std::uint64_t> noun;
  for (++i; i < range.end; ++i) {
    const PartOfSpeech part = side.token(i).part;
    const bool last = i + 1 == range.end || is_punctuation(side.token(i + 1).part);
    if (is_noun(part) || (is_verb(part) && !noun && last)) {
      noun = side.lemma_at(i);
    } else if (noun || !(is_mark(part) || is_adjective(part))) {
      break;
    }
  }
  return noun;
}

// "The results of the talks": the talks.
std::uint64_t noun_of(const UnitSide& side, const Participant& participant) {
  static constexpr std::array<std::string_view, 5> parts = {"result", "outcome", "end", "course",
                                                            "conclusion"};
  const bool part = std::any_of(parts.begin(), parts.end(), [&](std::string_view word) {
    return hash_folded(word) == participant.head;
  });
  const std::uint32_t behind = side.token_behind(participant.span.end);
  if (!part || behind >= side.unit.token_end || !is_word_of(side, behind, "of"))
    return participant.head;
  for (const Participant& each : side.unit.participants) {
    if (each.span.begin > participant.span.end) return each.head;
  }
  return participant.head;
}

// Does a noun stand right before the verb group that ends before a token?
bool follows_noun(const UnitSide& side, Range range, std::uint32_t i) {
  const auto in_group = [](PartOfSpeech part) { return is_verb(part) || is_adverb(part); };
  while (i > range.begin && in_group(side.token(i - 1).part)) --i;
  if (i > range.begin && side.token(i - 1).part == close_quote) --i;
  return i > range.begin && is_noun(side.token(i - 1).part);
}

// "Calls the talks with Orlo 'regrettable'": the judgement stands behind its object.
bool calls(const UnitSide& side) {
  static constexpr std::array<std::string_view, 6> words = {"call",  "deem",  "find",
                                                            "label", "brand", "consider"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return hash_folded(word) == side.unit.verb; });
}

// What is judged behind a verb: the subject of "be", what is "described as" or called so.
std::optional<std::uint64_t> noun_before(const UnitSide& side, Range range, std::uint32_t i) {
  while (i > range.begin &&
         (is_adverb(side.token(i - 1).part) || side.token(i - 1).part == open_quote))
    --i;
  if (i == range.begin) return std::nullopt;
  const bool be = is_word_of(side, i - 1, "be");
  const bool linked = be || is_word_of(side, i - 1, "as");
  if (!linked && !calls(side)) return std::nullopt;
  if (!follows_noun(side, range, linked ? i - 1 : i)) return std::nullopt;
  const auto role = be ? Participant::Role::subject : Participant::Role::object;
  for (const Participant& each : side.unit.participants) {
    if (each.role == role && !each.pronoun && each.span.end <= side.token(i).span.begin)
      return noun_of(side, each);
  }
  return std::nullopt;
}

// "Aggressive" is a strategy's manner as often as a fault; WordNet has it among the hostile ones.
Tone tone_of(const WordRelations& table, const Token& token) {
  if (token.part != jj || token.hash == hash_folded("aggressive")) return Tone::none;
  return table.tone_of(table.find({&token.hash, 1}));
}

// Units of which the truth is left open judge nothing.
bool is_told(const Unit& unit) {
  return unit.modality == Modality::fact;
}

std::vector<Judgement> judgements_of(const UnitSide& side, Range range) {
  std::vector<Judgement> found;
  const WordRelations table = WordRelations::english();
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Tone tone = tone_of(table, side.token(i));
    if (tone == Tone::none) continue;
    std::optional<std::uint64_t> thing = noun_behind(side, range, i);
    const bool turned = !thing && side.unit.negated;
    if (!thing) thing = noun_before(side, range, i);
    if (thing && !is_light(*thing))
      found.push_back({*thing, side.token(i).span, (tone == Tone::good) != turned});
  }
  return found;
}

bool stands_in(const Entity& entity, ArticleIndex article, Span sentence) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const ArticleSpan& each) {
    return each.article == article && sentence.contains(each.span);
  });
}

bool share_a_name(const Report& report, const Unit& a, const Unit& b) {
  const Span in_a = report.analyses[a.article].sentences[a.sentence];
  const Span in_b = report.analyses[b.article].sentences[b.sentence];
  return std::any_of(report.entities.begin(), report.entities.end(), [&](const Entity& entity) {
    return stands_in(entity, a.article, in_a) && stands_in(entity, b.article, in_b);
  });
}

std::optional<EntityIndex> speaker_of(const Report& report, const Unit& unit) {
  if (!unit.statement) return std::nullopt;
  const auto& speaker = report.statements[*unit.statement].speaker;
  return speaker ? speaker->entity : std::nullopt;
}

// Two speakers, or a speaker and an account; of what nobody is said to have said, two outlets.
bool are_two_voices(const Report& report, const Unit& a, const Unit& b) {
  const auto speaker_a = speaker_of(report, a);
  const auto speaker_b = speaker_of(report, b);
  if (speaker_a || speaker_b) return speaker_a != speaker_b;
  const std::string& outlet_a = report.articles[a.article].outlet;
  const std::string& outlet_b = report.articles[b.article].outlet;
  return a.article != b.article && (outlet_a.empty() || outlet_a != outlet_b);
}

bool may_part(const UnitPair& pair) {
  if (!is_told(pair.a.unit) || !is_told(pair.b.unit)) return false;
  return pair.time() != SlotMatch::differs && pair.place() != SlotMatch::differs &&
         are_two_voices(pair.report(), pair.a.unit, pair.b.unit) &&
         share_a_name(pair.report(), pair.a.unit, pair.b.unit);
}

void compare(const UnitPair& pair, const Judgement& a, const Judgement& b,
             std::vector<SlotConflict>& found) {
  if (a.good != b.good && a.thing == b.thing && found.empty() && may_part(pair))
    found.push_back(make_conflict(pair, ConflictKind::framing, a.span, b.span));
}

// A unit with what stands between it and the next one of its sentence: "lashed out, hours after
// what Orlo had called 'productive' talks" is one unit, because what introduces a statement is
// none.
Range range_of(const TaggedText& tagged, std::span<const Unit> units, std::size_t i) {
  const Unit& unit = units[i];
  Range range{unit.token_begin, unit.token_end};
  if (unit.sentence < tagged.sentence_ends.size()) range.end = tagged.sentence_ends[unit.sentence];
  if (i + 1 < units.size() && units[i + 1].article == unit.article &&
      units[i + 1].token_begin >= unit.token_end)
    range.end = std::min(range.end, units[i + 1].token_begin);
  return range;
}

struct Judged {
  UnitIndex unit = 0;
  Judgement judgement;
};

}  // namespace

void find_framing_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found) {
  std::vector<SlotConflict> framings;
  const auto own = [](const Unit& unit) { return Range{unit.token_begin, unit.token_end}; };
  for (const Judgement& a : judgements_of(pair.a, own(pair.a.unit))) {
    for (const Judgement& b : judgements_of(pair.b, own(pair.b.unit)))
      compare(pair, a, b, framings);
  }
  found.insert(found.end(), framings.begin(), framings.end());
}

std::vector<Framing> find_framings(const Report& report, std::span<const TaggedText> tagged,
                                   std::span<const Unit> units) {
  std::map<std::uint64_t, std::vector<Judged>> by_thing;
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (const Judgement& each : judgements_of(UnitSide(report, tagged, units[i]),
                                               range_of(tagged[units[i].article], units, i)))
      by_thing[each.thing].push_back({static_cast<UnitIndex>(i), each});
  }
  std::vector<Framing> framings;
  const auto compare_units = [&](const Judged& a, const Judged& b) {
    if (a.unit == b.unit || a.judgement.good == b.judgement.good) return;
    std::vector<SlotConflict> found;
    compare(UnitPair(report, tagged, units[a.unit], units[b.unit]), a.judgement, b.judgement,
            found);
    if (!found.empty()) framings.push_back({a.unit, b.unit, found.front()});
  };
  for (const auto& [thing, judged] : by_thing) {
    for (std::size_t i = 0; i < judged.size(); ++i) {
      for (std::size_t j = i + 1; j < judged.size(); ++j) compare_units(judged[i], judged[j]);
    }
  }
  std::sort(framings.begin(), framings.end(), [](const Framing& x, const Framing& y) {
    return std::tie(x.a, x.b, x.conflict.a) < std::tie(y.a, y.b, y.conflict.a);
  });
  return framings;
}

}  // namespace twosource
