// The story in short, in the sources' own words.
//
// Every claim that may be told looks for its sentence: among the sentences of its members the one
// that can stand alone (self_contained), tells little else, and stands early in its article. The
// brief then takes claims in this order, as long as there is room:
//
//   1. what most independent origins agree on; without any such thing, what the
//      headlines tell
//   2. where accounts part: the sentence of either side, one after the other
//   3. the rest, by how many origins and articles carry the sentence and how much of what the
//      story's headlines tell is in it
//
// A sentence that tells mostly what one before it has told is left out. It cites the place of its
// text first, then of every other article the sentence that carries it (carrying): a member that
// only says a part of it is no citation. What is left of the origins after
// that decides whether "agree" may stand beside it.
#include "twosource/brief/brief.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "twosource/base/hash.hpp"
#include "twosource/brief/carrying.hpp"
#include "twosource/brief/story_sentences.hpp"

namespace twosource {
namespace {

constexpr std::size_t most_sentences = 8;
constexpr std::size_t fewest_sentences = 3;
constexpr std::size_t most_words = 180;
constexpr std::size_t most_conflicts = 2;
constexpr double surely_in_conflict = 0.5;  // Claim::score
constexpr double same_matter = 0.3;         // share of one side of a conflict in the other
constexpr double same_text = 0.7;
constexpr double worth_comparing = 0.4;  // share of equal words from which sentences are compared
constexpr double told_already = 0.5;  // share in one sentence of the brief that makes another idle
constexpr double least_of_sentence = 0.12;  // share of the sentence that the claim itself makes up

using Places = std::vector<SentencePlace>;

std::size_t room_for(std::size_t articles) {
  const auto more = static_cast<std::size_t>(2 * std::log2(static_cast<double>(articles) + 1));
  return std::min(most_sentences, fewest_sentences + more);
}

// A claim's sentence, or that of one of the sides of a conflict.
struct Choice {
  SentencePlace place;
  ClaimIndex claim = 0;
  double weight = 0;
};

class StoryBrief {
 public:
  StoryBrief(const Report& report, const StoryReading& reading)
      : report_(report), reading_(reading), sentences_(reading) {
    index_words();
  }

  std::vector<BriefSentence> write() {
    collect();
    take_agreements();
    if (brief_.empty()) take_first();
    take_conflicts();
    take_rest();
    return std::move(brief_);
  }

 private:
  // --- choosing -------------------------------------------------------------------------------

  void collect() {
    for (std::size_t c = 0; c < report_.claims.size(); ++c) {
      const Claim& claim = report_.claims[c];
      if (claim.story != reading_.story) continue;
      if (auto choice = choose(static_cast<ClaimIndex>(c))) choices_.push_back(*choice);
    }
    for (Choice& choice : choices_) choice.weight = weigh(choice);
    std::stable_sort(choices_.begin(), choices_.end(), [&](const Choice& a, const Choice& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.place < b.place;
    });
  }

  // Origins first, then articles, then how much of the headlines it tells, then how near the head
  // of its article it stands.
  [[nodiscard]] double weigh(const Choice& choice) const {
    const Places places = places_of(choice.place);
    const auto origins = static_cast<double>(origins_of(sentences_, places).size());
    const double early = 1.0 / (1.0 + choice.place.sentence / 3.0);
    return 4.0 * std::log2(1.0 + origins) +
           2.0 * std::log2(1.0 + static_cast<double>(places.size())) +
           8.0 * sentences_.share_of_headlines(choice.place) + 2.0 * early;
  }

  // The best sentence among those that say it.
  [[nodiscard]] std::optional<Choice> choose(ClaimIndex index) const {
    std::optional<Choice> best;
    double best_score = 0;
    for (const ClaimMember& member : report_.claims[index].members) {
      if (member.stance != Stance::says) continue;
      const auto place = sentences_.place_of(member.place.article, member.sentence);
      if (!place) continue;
      const double score = score_of(member, *place);
      if (score <= 0 || (best && score <= best_score)) continue;
      best = Choice{*place, index};
      best_score = score;
    }
    return best;
  }

  // 0: it cannot be told with this sentence.
  [[nodiscard]] double score_of(const ClaimMember& member, SentencePlace place) const {
    if (place.sentence == 0 || !sentences_.can_stand_alone(place)) return 0;
    const ReadSentence& sentence = sentences_.at(place);
    const double share = static_cast<double>(member.place.span.size()) / sentence.span.size();
    if (share < least_of_sentence) return 0;
    const double early = 1.0 / (1.0 + place.sentence / 5.0);
    const double known = sentences_.origin_of(place) ? 0.3 : 0.0;
    const double brief = 1.0 / (1.0 + (sentence.end - sentence.begin) / 30.0);
    return 0.5 * share + early + known + brief;
  }

  void take_agreements() {
    for (const Choice& choice : choices_) {
      if (status_of(choice, origins_of(sentences_, places_of(choice.place))) == ClaimStatus::agree)
        take(choice);
    }
  }

  // Nothing is agreed: the sentence that tells most of what the headlines tell goes before the
  // rest.
  void take_first() {
    const Choice* best = nullptr;
    double best_weight = 0;
    for (const Choice& choice : choices_) {
      const double early = 1.0 / (1.0 + choice.place.sentence);
      const double weight = choice.weight * (early + sentences_.share_of_headlines(choice.place));
      if (best != nullptr && weight <= best_weight) continue;
      best = &choice;
      best_weight = weight;
    }
    if (best == nullptr) return;
    for (const ClaimConflict& conflict : report_.claims[best->claim].conflicts) {
      if (take_conflict(best->claim, conflict)) return;
    }
    take(*best);
  }

  // Both sides or none.
  void take_conflicts() {
    std::size_t taken = 0;
    for (std::size_t c = 0; c < report_.claims.size() && taken < most_conflicts; ++c) {
      const Claim& claim = report_.claims[c];
      if (claim.story != reading_.story || claim.score < surely_in_conflict) continue;
      for (const ClaimConflict& conflict : claim.conflicts) {
        if (!take_conflict(static_cast<ClaimIndex>(c), conflict)) continue;
        ++taken;
        break;
      }
    }
  }

  bool take_conflict(ClaimIndex claim, const ClaimConflict& conflict) {
    const auto a = sentence_with(conflict.a);
    const auto b = sentence_with(conflict.b);
    // An article that has both sides tells of the dispute; here accounts must part.
    if (!a || !b || a->article == b->article) return false;
    if (!stands_alone(*a) || !stands_alone(*b)) return false;
    const bool of_numbers = conflict.kind == ConflictKind::number;
    if (!of_numbers && (!sentences_.can_stand_alone(*a) || !sentences_.can_stand_alone(*b)))
      return false;
    if (is_told(*a) || is_told(*b) || !fits(*a, 2, *b)) return false;
    const double one = share_in(sentences_.words_of(*a), sentences_.words_of(*b));
    const double other = share_in(sentences_.words_of(*b), sentences_.words_of(*a));
    // Of one matter; and not one text in two versions, unless they count differently or deny.
    const bool apart = of_numbers || conflict.kind == ConflictKind::polarity;
    // Two numbers of one thing may have nothing else in common.
    if (!of_numbers && std::max(one, other) < same_matter) return false;
    if (!apart && std::max(one, other) > same_text) return false;
    add({*a, claim});
    add({*b, claim});
    return true;
  }

  // Headlines do, and the second line of one, which has no full stop either.
  [[nodiscard]] bool stands_alone(SentencePlace place) const {
    constexpr std::uint32_t head = 2;
    if (sentences_.can_stand_alone(place)) return true;
    const std::string text = sentences_.text_of(place);
    return place.sentence < head && !text.empty() && text.find_last_of(".?!\"”") != text.size() - 1;
  }

  // The sentence that has some words; a headline is one where a number stands in dispute.
  [[nodiscard]] std::optional<SentencePlace> sentence_with(const ArticleSpan& words) const {
    const auto first = sentences_.place_of(words.article, 0);
    if (!first) return std::nullopt;
    const auto all = reading_.articles[first->article].sentences();
    for (std::uint32_t s = 0; s < all.size(); ++s) {
      if (all[s].span.contains(words.span)) return SentencePlace{first->article, s};
    }
    return std::nullopt;
  }

  void take_rest() {
    for (const Choice& choice : choices_) {
      const ClaimStatus status = report_.claims[choice.claim].status;
      if (status != ClaimStatus::differ && status != ClaimStatus::update &&
          is_of_story(choice.place)) {
        take(choice);
      }
    }
  }

  [[nodiscard]] bool is_of_story(SentencePlace place) const {
    return sentences_.is_of_story(place) || places_of(place).size() > 1;
  }

  void take(const Choice& choice) {
    if (fits(choice.place, 1, choice.place) && !is_told(choice.place)) add(choice);
  }

  // Is there room for so many sentences, these one or two?
  [[nodiscard]] bool fits(SentencePlace one, std::size_t count, SentencePlace other) const {
    std::size_t words = words_ + words_in(one);
    if (count == 2) words += words_in(other);
    return brief_.size() + count <= room_for(reading_.articles.size()) && words <= most_words;
  }

  [[nodiscard]] std::size_t words_in(SentencePlace place) const {
    const Span span = sentences_.at(place).span;
    const auto& words = sentences_.article_of(place).analysis().words;
    return static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [&](const Word& word) { return span.contains(word.span); }));
  }

  [[nodiscard]] bool is_told(SentencePlace place) const {
    const auto& words = sentences_.words_of(place);
    return std::any_of(told_.begin(), told_.end(), [&](SentencePlace before) {
      const auto& other = sentences_.words_of(before);
      return std::max(share_of_meaning(words, other), share_of_meaning(other, words)) >=
             told_already;
    });
  }

  // --- citing ---------------------------------------------------------------------------------

  void index_words() {
    for (std::uint32_t a = 0; a < reading_.articles.size(); ++a) {
      const auto count = static_cast<std::uint32_t>(reading_.articles[a].sentences().size());
      for (std::uint32_t s = 1; s < count; ++s) {
        for (const TellingWord& word : sentences_.words_of({a, s}))
          index_[word.lemma].push_back({a, s});
      }
    }
  }

  // The places that carry a sentence: itself, and of every other article the one that has most of
  // its words.
  [[nodiscard]] Places places_of(SentencePlace place) const {
    const auto& words = sentences_.words_of(place);
    std::map<SentencePlace, double> shared;
    double all = 0;
    for (const TellingWord& word : words) {
      all += word.weight;
      const auto known = index_.find(word.lemma);  // of a title there may be none
      if (known == index_.end()) continue;
      for (const SentencePlace other : known->second) shared[other] += word.weight;
    }
    std::map<std::uint32_t, std::pair<double, SentencePlace>> best;  // by article
    for (const auto& [other, weight] : shared) {
      if (other.article == place.article || weight < worth_comparing * all) continue;
      auto& found = best[other.article];
      if (weight <= found.first || !carries(sentences_, place, other)) continue;
      found = {weight, other};
    }
    Places places = {place};
    for (const auto& [article, found] : best) {
      if (found.first > 0) places.push_back(found.second);
    }
    return places;
  }

  // What may be said of its standing, by what is cited.
  [[nodiscard]] ClaimStatus status_of(const Choice& choice,
                                      const std::vector<OriginIndex>& origins) const {
    const ClaimStatus status = report_.claims[choice.claim].status;
    if (status != ClaimStatus::agree || origins.size() > 1) return status;
    return origins.size() == 1 ? ClaimStatus::single : ClaimStatus::unclear;
  }

  void add(const Choice& choice) {
    const Places places = places_of(choice.place);
    BriefSentence sentence;
    sentence.story = reading_.story;
    sentence.text = sentences_.text_of(choice.place);
    sentence.claim = choice.claim;
    for (const SentencePlace place : places) sentence.cites.push_back(sentences_.span_of(place));
    sentence.origins = origins_of(sentences_, places);
    sentence.status = status_of(choice, sentence.origins);
    sentence.id = make_id("brief_sentence", {report_.stories[reading_.story].id, sentence.text,
                                             fmt::format("{}", brief_.size())});
    words_ += words_in(choice.place);
    told_.push_back(choice.place);
    brief_.push_back(std::move(sentence));
  }

  const Report& report_;
  const StoryReading& reading_;
  StorySentences sentences_;
  std::map<std::uint64_t, Places> index_;  // the sentences that have a lemma
  std::vector<Choice> choices_;
  std::vector<BriefSentence> brief_;
  Places told_;
  std::size_t words_ = 0;
};

}  // namespace

std::vector<BriefSentence> write_brief(const Report& report, std::span<const TaggedText> tagged,
                                       Jobs jobs) {
  std::vector<std::vector<BriefSentence>> by_story(report.stories.size());
  parallel_for(jobs, report.stories.size(), [&](std::size_t s) {
    const StoryReading reading = read_story(report, tagged, static_cast<StoryIndex>(s));
    by_story[s] = StoryBrief(report, reading).write();
  });
  std::vector<BriefSentence> brief;
  for (std::vector<BriefSentence>& some : by_story)
    std::move(some.begin(), some.end(), std::back_inserter(brief));
  return brief;
}

}  // namespace twosource
