// What happened when?
//
// The lines are sentences that date an event (dated_sentences). Those of one day that tell the same
// are one line: copies of one sentence, places of one claim, or sentences that share most of what
// they tell. The line takes its words from the sentence that can stand alone best, and names every
// place that tells it. A story that dates more than fits shows what most articles and origins have.
//
// Dates of publication are no events, and what only one article says on the day that it says it
// ("the minister said on Monday") makes way first.
#include "twosource/brief/timeline.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/brief/dated_sentences.hpp"
#include "twosource/brief/story_sentences.hpp"

namespace twosource {
namespace {

constexpr double one_shares = 0.6;    // of what the one tells, in the other
constexpr double both_share = 0.35;   // of the other way round
constexpr double claim_shares = 0.3;  // if both are places of one claim
constexpr std::size_t fewest_lines = 6;
constexpr std::size_t lines_per_article = 2;
constexpr std::size_t most_lines = 20;
constexpr std::int64_t day = 86400;  // seconds

struct Event {
  std::vector<DatedSentence> members;  // by article and place
};

// What dates may stand for one event: the same day, or the same longer stretch.
std::pair<std::int64_t, std::int64_t> when(const TimeInterval& interval) {
  if (interval.end - interval.begin > day) return {interval.begin, interval.end};
  const std::int64_t first =
      (interval.begin >= 0 ? interval.begin : interval.begin - day + 1) / day;
  return {first * day, (first + 1) * day};
}

// The claims that each sentence tells.
using ClaimsOf = std::map<SentencePlace, std::vector<ClaimIndex>>;

ClaimsOf claims_of(const Report& report, StoryIndex story, const StorySentences& sentences) {
  ClaimsOf claims;
  for (std::size_t c = 0; c < report.claims.size(); ++c) {
    if (report.claims[c].story != story) continue;
    for (const ClaimMember& member : report.claims[c].members) {
      if (member.stance != Stance::says) continue;
      const auto place = sentences.place_of(member.place.article, member.sentence);
      if (place) claims[*place].push_back(static_cast<ClaimIndex>(c));
    }
  }
  return claims;
}

class Merger {
 public:
  Merger(const StorySentences& sentences, ClaimsOf claims)
      : sentences_(sentences), claims_(std::move(claims)) {}

  void add(const DatedSentence& dated) {
    const auto key = when(*dated.time->interval);
    auto& events = by_time_[key];
    for (const std::size_t candidate : candidates(key, dated.place)) {
      if (!is_same(events[candidate].members.front().place, dated.place)) continue;
      events[candidate].members.push_back(dated);
      return;
    }
    for (const TellingWord& word : sentences_.words_of(dated.place))
      index_[{key, word.lemma}].push_back(events.size());
    events.push_back({{dated}});
  }

  [[nodiscard]] std::vector<Event> take() {
    std::vector<Event> all;
    for (auto& [key, events] : by_time_)
      std::move(events.begin(), events.end(), std::back_inserter(all));
    return all;
  }

 private:
  using Key = std::pair<std::int64_t, std::int64_t>;

  // Events of that time that share at least two words with the sentence.
  [[nodiscard]] std::vector<std::size_t> candidates(const Key& key, SentencePlace place) const {
    std::map<std::size_t, int> shared;
    for (const TellingWord& word : sentences_.words_of(place)) {
      const auto found = index_.find({key, word.lemma});
      if (found == index_.end()) continue;
      for (const std::size_t event : found->second) ++shared[event];
    }
    std::vector<std::size_t> events;
    for (const auto& [event, count] : shared) {
      if (count > 1) events.push_back(event);
    }
    return events;
  }

  [[nodiscard]] bool is_same(SentencePlace a, SentencePlace b) const {
    const auto& x = sentences_.words_of(a);
    const auto& y = sentences_.words_of(b);
    const double one = share_in(x, y);
    const double other = share_in(y, x);
    if (std::min(one, other) >= claim_shares && share_claim(a, b)) return true;
    if (!has_all_numbers(x, y) && !has_all_numbers(y, x)) return false;
    return std::max(one, other) >= one_shares && std::min(one, other) >= both_share;
  }

  [[nodiscard]] bool share_claim(SentencePlace a, SentencePlace b) const {
    const auto x = claims_.find(a);
    const auto y = claims_.find(b);
    if (x == claims_.end() || y == claims_.end()) return false;
    return std::any_of(x->second.begin(), x->second.end(), [&](ClaimIndex claim) {
      return std::find(y->second.begin(), y->second.end(), claim) != y->second.end();
    });
  }

  const StorySentences& sentences_;
  ClaimsOf claims_;
  std::map<Key, std::vector<Event>> by_time_;
  std::map<std::pair<Key, std::uint64_t>, std::vector<std::size_t>> index_;
};

// The member whose sentence stands alone best: one of a counted origin, then the shortest.
std::optional<DatedSentence> clearest_of(const Event& event, const StorySentences& sentences) {
  std::optional<DatedSentence> best;
  const auto rank = [&](const DatedSentence& dated) {
    return std::tuple(!sentences.origin_of(dated.place), dated.only_said,
                      sentences.at(dated.place).span.size(), dated.place);
  };
  for (const DatedSentence& member : event.members) {
    if (!sentences.can_stand_alone(member.place)) continue;
    if (!best || rank(member) < rank(*best)) best = member;
  }
  return best;
}

// How much speaks for showing a line: articles, origins, and that more than words happened.
struct Weight {
  std::size_t articles = 0;
  std::size_t origins = 0;
  bool happened = false;
  [[nodiscard]] auto key() const { return std::tuple(articles, origins, happened); }
};

struct Line {
  Moment moment;
  Weight weight;
  SentencePlace place;
};

Line line_of(const Event& event, const DatedSentence& clearest, const StorySentences& sentences) {
  Line line;
  std::vector<SentencePlace> places;
  std::set<std::uint32_t> articles;
  for (const DatedSentence& member : event.members) {
    places.push_back(member.place);
    articles.insert(member.place.article);
    line.weight.happened = line.weight.happened || !member.only_said;
  }
  line.place = clearest.place;
  line.moment.date = clearest.time->value;
  line.moment.interval = *clearest.time->interval;
  line.moment.text = sentences.text_of(clearest.place);
  line.moment.sources.push_back(sentences.span_of(clearest.place));
  for (const SentencePlace place : places) {
    if (place != clearest.place) line.moment.sources.push_back(sentences.span_of(place));
  }
  line.moment.origins = origins_of(sentences, places);
  line.weight.articles = articles.size();
  line.weight.origins = line.moment.origins.size();
  return line;
}

// The weightiest lines, in the order of time; what takes longer before what lies in it.
std::vector<Moment> order(std::vector<Line> lines, std::size_t most) {
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return a.weight.key() != b.weight.key() ? a.weight.key() > b.weight.key() : a.place < b.place;
  });
  if (lines.size() > most) lines.resize(most);
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    const TimeInterval& x = a.moment.interval;
    const TimeInterval& y = b.moment.interval;
    return std::tuple(x.begin, -x.end, a.place) < std::tuple(y.begin, -y.end, b.place);
  });
  std::vector<Moment> moments;
  moments.reserve(lines.size());
  for (Line& line : lines) moments.push_back(std::move(line.moment));
  return moments;
}

std::vector<Moment> moments_of_story(const Report& report, std::span<const TaggedText> tagged,
                                     StoryIndex story) {
  const StoryReading reading = read_story(report, tagged, story);
  const StorySentences sentences(reading);
  Merger merger(sentences, claims_of(report, story, sentences));
  for (std::size_t a = 0; a < reading.articles.size(); ++a) {
    const ArticleReading& article = reading.articles[a];
    const auto begin =
        std::partition_point(report.times.begin(), report.times.end(),
                             [&](const TimeExpression& t) { return t.article < article.index(); });
    const auto end = std::partition_point(begin, report.times.end(), [&](const TimeExpression& t) {
      return t.article == article.index();
    });
    for (const DatedSentence& dated :
         find_dated_sentences(article, static_cast<std::uint32_t>(a), {begin, end})) {
      merger.add(dated);
    }
  }
  std::vector<Line> lines;
  for (const Event& event : merger.take()) {
    const auto clearest = clearest_of(event, sentences);
    if (!clearest) continue;
    Line line = line_of(event, *clearest, sentences);
    if (line.weight.articles > 1 || sentences.is_of_story(clearest->place))
      lines.push_back(std::move(line));
  }
  const std::size_t most =
      std::min(most_lines, fewest_lines + lines_per_article * reading.articles.size());
  std::vector<Moment> moments = order(std::move(lines), most);
  for (Moment& moment : moments) {
    moment.story = story;
    moment.id = make_id("moment", {report.stories[story].id, moment.date, moment.text});
  }
  return moments;
}

}  // namespace

std::vector<Moment> find_moments(const Report& report, std::span<const TaggedText> tagged,
                                 Jobs jobs) {
  std::vector<std::vector<Moment>> by_story(report.stories.size());
  parallel_for(jobs, report.stories.size(), [&](std::size_t s) {
    by_story[s] = moments_of_story(report, tagged, static_cast<StoryIndex>(s));
  });
  std::vector<Moment> moments;
  for (std::vector<Moment>& some : by_story)
    std::move(some.begin(), some.end(), std::back_inserter(moments));
  return moments;
}

}  // namespace twosource
