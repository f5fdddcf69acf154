// Whose is the text that several articles share?
//
// Signs are looked for sentence by sentence, because an article may be stitched together. What has
// no sign of its own goes with the text around it: if two articles share ten sentences and a third
// one, which printed eight of them, credits an agency, the other two are the agency's as well. The
// step is taken only between the two articles that share both, never along a chain of articles.
#include "twosource/origin/text_sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "twosource/origin/common_texts.hpp"
#include "twosource/origin/credit_keys.hpp"
#include "twosource/origin/direction.hpp"
#include "twosource/origin/first_prints.hpp"
#include "twosource/origin/owners.hpp"
#include "twosource/origin/releases.hpp"
#include "twosource/origin/reported_text.hpp"
#include "twosource/origin/stitched_credits.hpp"
#include "twosource/origin/text_between.hpp"
#include "twosource/origin/votes.hpp"
#include "twosource/origin/wording.hpp"

namespace twosource {
namespace {

// As many sentences of a known source must two articles share for the rest of what they share to be
// counted to it; it is the number from which an origin counts at all. Less is enough where it is
// half of what they share.
constexpr std::size_t min_known_sentences = 3;

// A short article whose every sentence stands in a long one is a trimmed print of it; one that has
// a fifth of its own is a rewrite with a credit of its own.
constexpr double nearly_all = 0.8;

class Sources {
 public:
  Sources(const StoryMaterial& material, const SharedText& shared, const SharedWords& words,
          std::span<const Standing> standings)
      : material_(material),
        shared_(shared),
        words_(words),
        prints_(material, shared, standings),
        inside_outlet_(shared.sentences.size(), false),
        contested_(shared.sentences.size(), false) {
    const std::vector<ArticleIndex>& members = material.story.articles;
    for (std::size_t m = 0; m < members.size(); ++m) standing_[members[m]] = &standings[m];
    found_.keys.resize(shared.sentences.size());
    found_.releases = name_releases(material, shared, standings);
  }

  TextSources find() {
    for (std::size_t i = 0; i < shared_.sentences.size(); ++i) {
      inside_outlet_[i] = is_inside_outlet(shared_.sentences[i]);
    }
    list_pairs();
    for (std::size_t i = 0; i < shared_.sentences.size(); ++i) {
      if (inside_outlet_[i]) continue;
      found_.keys[i] = signed_source(shared_.sentences[i]);
      contested_[i] = found_.keys[i] && (is_contested(*found_.keys[i], shared_.sentences[i]) ||
                                         is_of_earlier_reporter(*found_.keys[i], i));
      if (contested_[i]) found_.keys[i].reset();
    }
    for (std::size_t i = 0; i < shared_.sentences.size(); ++i) {
      if (!found_.keys[i]) continue;
      signed_carriers_[*found_.keys[i]].insert(shared_.sentences[i].articles.begin(),
                                               shared_.sentences[i].articles.end());
    }
    const std::set<ArticleIndex> reporters =
        give_to_reporters({material_, shared_, sentences_of_pair_, prints_}, open_sentences(),
                          Beyond::not_yet, found_);
    go_with_the_rest();
    give_to_reporters({material_, shared_, sentences_of_pair_, prints_}, open_sentences(),
                      Beyond::also, found_, reporters);
    for (const std::vector<std::size_t>& group :
         group_common_texts(shared_, sentences_of_pair_, open_sentences())) {
      settle(group);
    }
    fill_in_prints(material_, prints_, found_);
    return std::move(found_);
  }

 private:
  /// Whether each shared sentence still has no source.
  [[nodiscard]] std::vector<bool> open_sentences() const {
    std::vector<bool> open(shared_.sentences.size());
    for (std::size_t i = 0; i < open.size(); ++i) open[i] = !found_.keys[i] && !inside_outlet_[i];
    return open;
  }

  [[nodiscard]] const Standing& standing(ArticleIndex article) const {
    return *standing_.find(article)->second;
  }

  [[nodiscard]] bool is_inside_outlet(const SharedSentence& sentence) const {
    const std::string& outlet = material_.articles[sentence.articles.front()].outlet;
    return !outlet.empty() && std::ranges::all_of(sentence.articles, [&](ArticleIndex article) {
      return outlet_key(material_.articles[article].outlet) == outlet_key(outlet);
    });
  }

  static Votes& votes_for(const OriginKey& credit, Votes& credits, Votes& reprints) {
    return credit.kind == OriginKind::agency ? credits : reprints;
  }

  [[nodiscard]] std::optional<OriginKey> signed_source(const SharedSentence& sentence) const {
    Votes files;
    Votes releases;
    Votes credits;
    Votes shared_credits;
    Votes reprints;  // these say who printed it before, and an agency may have written it
    for (const ArticleIndex article : sentence.articles) {
      const Standing& shows = standing(article);
      if (shows.file) files.add(*shows.file);
      if (shows.release) releases.add(found_.releases.at(article));
      if (shows.credit) votes_for(*shows.credit, credits, reprints).add(*shows.credit);
      // "(With inputs from AFP)" in an article of the outlet's own says nothing of this sentence.
      if (shows.shared_credit && shows.own.empty()) shared_credits.add(*shows.shared_credit);
    }
    const bool alone = !speaks_for_others(sentence);
    for (const Votes* votes : {&files, &releases}) {
      if (auto key = votes->winner()) return key;
    }
    if (auto key = told_outlet(sentence)) return key;
    if (alone) return std::nullopt;
    for (const Votes* votes : {&credits, &shared_credits}) {
      if (auto key = one_of(votes->winners())) return key;
    }
    const auto reprinted = reprints.winner();
    return reprinted && holds_for_all(*reprinted, sentence) ? reprinted : std::nullopt;
  }

  /// What a feed's copy shows of an outlet whose own text is unclear holds for the two alone.
  [[nodiscard]] bool holds_for_all(const OriginKey& key, const SharedSentence& sentence) const {
    return key.kind == OriginKind::own ||
           std::ranges::all_of(sentence.articles, [&](ArticleIndex article) {
             return standing(article).credit == key ||
                    outlet_origin(material_.articles[article], OriginKind::unclear) == key;
           });
  }

  /// Whether the credits of the articles that carry a sentence hold for the others that carry it.
  /// A single article that credits an agency may have taken the sentence from the others. Its
  /// credit speaks for them where it shares nearly all it has or half of what one of them has; or
  /// three sentences, if nobody else without a credit shares so many with it or all others were
  /// published later.
  [[nodiscard]] bool speaks_for_others(const SharedSentence& sentence) const {
    std::vector<ArticleIndex> credited;
    std::vector<ArticleIndex> others;
    for (const ArticleIndex article : sentence.articles) {
      const bool credits = standing(article).credit || standing(article).shared_credit;
      (credits ? credited : others).push_back(article);
    }
    if (credited.empty() || others.empty()) return true;
    if (credited.size() > 1) {
      // A few that credit an agency may all have stitched its text together with a reporter's.
      const bool reported = std::ranges::any_of(
          others, [&](ArticleIndex other) { return !standing(other).own.empty(); });
      return !reported || 2 * credited.size() >= sentence.articles.size();
    }
    const ArticleIndex one = credited.front();
    const auto is_later = [&](ArticleIndex other) {
      return compare_published(material_.articles[one], material_.articles[other]) < 0;
    };
    const bool first = count_followers(one) <= 1 || std::ranges::all_of(others, is_later);
    return std::ranges::any_of(others, [&](ArticleIndex other) {
      const std::size_t shared = count_shared(one, other);
      return (first && shared >= min_known_sentences) ||
             static_cast<double>(shared) >= nearly_all * static_cast<double>(sentences_in(one)) ||
             2 * shared >= sentences_in(other);
    });
  }

  /// Whether the articles that credit this agency may all have stitched the sentence in from
  /// another text: at least half of the others that carry it are strangers to what else these have.
  [[nodiscard]] bool is_contested(const OriginKey& key, const SharedSentence& sentence) const {
    if (key.kind != OriginKind::agency) return false;
    std::vector<ArticleIndex> credited;
    std::vector<ArticleIndex> others;
    for (const ArticleIndex article : sentence.articles) {
      const Standing& shows = standing(article);
      if (shows.file == key) return false;
      const auto& credit = shows.credit ? shows.credit : shows.shared_credit;
      (credit && may_mean(*credit, key) ? credited : others).push_back(article);
    }
    // What a reporter had first needs no credit: it must speak of the rest.
    std::vector<ArticleIndex> members = material_.story.articles;
    std::erase_if(members, [&](ArticleIndex article) {
      return std::ranges::any_of(credited, [&](ArticleIndex one) { return reports(article, one); });
    });
    return may_be_stitched({credited, others}, members, sentences_of_pair_);
  }

  /// Whether the first had something before all others that it shares with the second, and shows
  /// own reporting.
  [[nodiscard]] bool reports(ArticleIndex first, ArticleIndex second) const {
    const auto pair = sentences_of_pair_.find(std::minmax(first, second));
    return pair != sentences_of_pair_.end() &&
           std::ranges::any_of(pair->second, [&](const PairSentence& shared) {
             return prints_.reporter(shared.sentence) == first;
           });
  }

  /// An agency's credit that speaks of other text, where somebody reported the sentence before.
  [[nodiscard]] bool is_of_earlier_reporter(const OriginKey& key, std::size_t i) const {
    if (key.kind != OriginKind::agency) return false;
    const auto first = prints_.reporter(i);
    return first && prints_.credits_speak_of_the_rest(i, *first);
  }

  /// Articles without a credit that share enough with this one.
  [[nodiscard]] std::size_t count_followers(ArticleIndex one) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(material_.story.articles, [&](ArticleIndex other) {
          const Standing& shows = standing(other);
          return other != one && !shows.credit && !shows.shared_credit &&
                 count_shared(one, other) >= min_known_sentences;
        }));
  }

  [[nodiscard]] std::size_t count_shared(ArticleIndex a, ArticleIndex b) const {
    return count_shared_sentences(sentences_of_pair_, a, b);
  }

  [[nodiscard]] std::size_t sentences_in(ArticleIndex article) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(material_.readings[article].sentences, &SentenceReading::counts));
  }

  /// "told the Courier", where the Courier carries the sentence and no other carrier claims it.
  [[nodiscard]] std::optional<OriginKey> told_outlet(const SharedSentence& sentence) const {
    std::set<OriginKey> outlets;
    for (const SentenceRef place : sentence.places) {
      const Article& article = material_.articles[place.article];
      const bool claims =
          material_.readings[place.article].sentences[place.sentence].own_word.has_value();
      if (claims) outlets.insert(outlet_origin(article, OriginKind::own));
    }
    return outlets.size() == 1 ? std::optional(*outlets.begin()) : std::nullopt;
  }

  /// Which shared sentences each pair of articles shares, by its links.
  void list_pairs() {
    for (std::size_t i = 0; i < shared_.sentences.size(); ++i) {
      if (inside_outlet_[i]) continue;
      for (const std::uint32_t index : shared_.sentences[i].links) {
        const SentenceLink& link = shared_.links[index];
        const auto [low, high] = std::minmax({link.from.article, link.to.article});
        std::vector<PairSentence>& list = sentences_of_pair_[{low, high}];
        if (list.empty() || list.back().sentence != i) list.push_back({i, link.copy});
      }
    }
  }

  void go_with_the_rest() {
    std::map<std::size_t, Votes> votes;
    std::map<std::size_t, std::size_t> against;  // votes for no source
    for (const auto& [pair, sentences] : sentences_of_pair_) {
      std::map<OriginKey, std::size_t> known;
      for (const PairSentence& shared : sentences) {
        if (const auto& key = found_.keys[shared.sentence]) ++known[*key];
      }
      // Two articles that share this and nothing known say that it is a text of its own.
      if (known.empty() && sentences.size() >= min_known_sentences) {
        for (const PairSentence& shared : sentences) against[shared.sentence] += sentences.size();
      }
      for (const auto& [key, count] : known) {
        for (const std::size_t i : goes_with(key, count, pair, sentences)) votes[i].add(key, count);
      }
    }
    for (const auto& [i, vote] : votes) {
      if (vote.most() >= against[i]) found_.keys[i] = vote.winner();
    }
  }

  /// The sentences without a source that go with the `count` ones of a known source, as far as the
  /// two articles show.
  [[nodiscard]] std::vector<std::size_t> goes_with(
      const OriginKey& key, std::size_t count, const ArticlePair& pair,
      const std::vector<PairSentence>& sentences) const {
    const bool enough = count >= min_known_sentences || 2 * count >= sentences.size();
    if (!enough && !is_of(key, pair)) return {};
    const std::set<std::uint32_t> passages = passages_with(key, sentences);
    std::vector<std::size_t> list;
    for (const PairSentence& shared : sentences) {
      if (found_.keys[shared.sentence] || contested_[shared.sentence]) continue;
      if (!is_among_alike(key, shared.sentence)) continue;
      if (enough || passages.contains(shared.copy)) list.push_back(shared.sentence);
    }
    return list;
  }

  /// At least two thirds of the articles that carry the sentence carry another one that is signed
  /// as this source's, and none of the rest shares more than this sentence with them.
  [[nodiscard]] bool is_among_alike(const OriginKey& key, std::size_t i) const {
    const auto found = signed_carriers_.find(key);
    if (found == signed_carriers_.end()) return false;
    const std::vector<ArticleIndex>& articles = shared_.sentences[i].articles;
    if (articles.size() > max_carriers) return true;
    std::size_t alike = 0;
    for (const ArticleIndex article : articles) {
      if (found->second.contains(article)) {
        ++alike;
      } else if (std::ranges::any_of(articles, [&](ArticleIndex other) {
                   return other != article && count_shared(article, other) > 1;
                 })) {
        return false;
      }
    }
    return 3 * alike >= 2 * articles.size();
  }

  /// One of the two is the outlet whose reporting it is. Then a single "told the Courier" speaks
  /// for the whole passage around it.
  [[nodiscard]] bool is_of(const OriginKey& key, const ArticlePair& pair) const {
    return outlet_origin(material_.articles[pair.first], OriginKind::own) == key ||
           outlet_origin(material_.articles[pair.second], OriginKind::own) == key;
  }

  [[nodiscard]] std::set<std::uint32_t> passages_with(
      const OriginKey& key, const std::vector<PairSentence>& sentences) const {
    std::set<std::uint32_t> copies;
    for (const PairSentence& shared : sentences) {
      if (found_.keys[shared.sentence] == key) copies.insert(shared.copy);
    }
    return copies;
  }

  /// Gives a group the own reporting of the article that had it first, or makes it a common text.
  void settle(const std::vector<std::size_t>& group) {
    std::map<ArticleIndex, std::size_t> carried;
    for (const std::size_t i : group) {
      for (const ArticleIndex article : shared_.sentences[i].articles) ++carried[article];
    }
    if (const auto printer = only_printer(group)) {
      settle_alone(group, *printer);
      return;
    }
    // The agency that one of them credits may have been first.
    const bool credited = std::ranges::any_of(
        carried, [&](const auto& entry) { return standing(entry.first).credit.has_value(); });
    const OriginKey common{OriginKind::common_text, {fmt::format("#{}", commons_)}};
    std::optional<OriginKey> key;
    for (const auto& [article, count] : carried) {
      const bool most =
          static_cast<double>(count) >= nearly_all * static_cast<double>(group.size());
      if (const auto first = first_print(article, carried, most, credited,
                                         credited && !is_rest_of_credits(group, article))) {
        if (2 * count < group.size()) continue;
        key = *first;
        if (first->kind == OriginKind::unclear && prints_.is_filled_in(group, article)) {
          found_.reasons.erase(*first);
          key.reset();
        }
        break;
      }
    }
    if (!key) ++commons_;
    for (const std::size_t i : group) found_.keys[i] = key.value_or(common);
    if (!key) give_rest_of_first(prints_, carried, common, found_);
  }

  /// The credits of those that print the group speak of other text.
  [[nodiscard]] bool is_rest_of_credits(const std::vector<std::size_t>& group,
                                        ArticleIndex first) const {
    return std::ranges::all_of(
        group, [&](std::size_t i) { return prints_.credits_speak_of_the_rest(i, first); });
  }

  /// The only article that has these sentences as sentences; the others have them inside longer
  /// ones.
  [[nodiscard]] std::optional<ArticleIndex> only_printer(
      const std::vector<std::size_t>& group) const {
    std::set<ArticleIndex> printers;
    for (const std::size_t i : group) {
      for (const SentenceRef place : shared_.sentences[i].places) printers.insert(place.article);
    }
    return printers.size() == 1 ? std::optional(*printers.begin()) : std::nullopt;
  }

  /// They go with the rest of that article, but never as its own reporting: others have them too.
  void settle_alone(const std::vector<std::size_t>& group, ArticleIndex printer) {
    const Standing& shows = standing(printer);
    if (shows.file || shows.release || shows.credit || shows.own.empty()) {
      for (const std::size_t i : group) inside_outlet_[i] = true;
      return;
    }
    for (const std::size_t i : group) {
      found_.keys[i] = outlet_origin(material_.articles[printer], OriginKind::unclear);
    }
  }

  /// No other carrier is earlier, as far as the dates tell.
  [[nodiscard]] bool may_be_first(ArticleIndex article,
                                  const std::map<ArticleIndex, std::size_t>& carried) const {
    return std::ranges::all_of(carried, [&](const auto& entry) {
      return compare_published(material_.articles[article], material_.articles[entry.first]) <= 0;
    });
  }

  /// One of the carriers says that this outlet reported it first.
  bool is_named_first(const Article& candidate, const OriginKey& own,
                      const std::map<ArticleIndex, std::size_t>& carried) {
    for (const auto& [other, named] : prints_.named_first(candidate.outlet)) {
      if (!carried.contains(other)) continue;
      found_.reasons[own].push_back(
          {.code = "first_reported_by",
           .text = fmt::format("{} says that {} reported it first.",
                               describe(material_.articles[other]), candidate.outlet),
           .spans = {{other, named}}});
      return true;
    }
    return false;
  }

  /// What the text is if this article was first: named as the first by another, or before all other
  /// carriers, by dates. Its own reporting where it shows that; else it
  /// is whatever the rest of the article is, if it has nearly all of the text and none of them
  /// credits an agency, `credited`. It is no outlet's where a credit speaks of it, `is_agencys`.
  std::optional<OriginKey> first_print(ArticleIndex article,
                                       const std::map<ArticleIndex, std::size_t>& carried,
                                       bool most, bool credited, bool is_agencys) {
    const Article& candidate = material_.articles[article];
    const OriginKey own = outlet_origin(candidate, OriginKind::own);
    if (most && !is_agencys && may_be_first(article, carried) &&
        is_named_first(candidate, own, carried)) {
      return own;
    }
    const bool shows_own = !standing(article).own.empty();
    if (credited || (!shows_own && !most)) return std::nullopt;
    for (const auto& [other, count] : carried) {
      const Article& later = material_.articles[other];
      const bool version = !candidate.outlet.empty() && later.outlet == candidate.outlet;
      if (other == article || version) continue;
      // What the texts alone show is not enough to fold two origins.
      if (compare_published(candidate, later) >= 0) return std::nullopt;
      if (third_has_more(words_, article, other)) return std::nullopt;
    }
    const OriginKey key = shows_own ? own : outlet_origin(candidate, OriginKind::unclear);
    const std::size_t others = carried.size() - 1;
    found_.reasons[key].push_back(
        {.code = "published_earlier",
         .text = fmt::format("{} was published before the {} its text.", describe(candidate),
                             others == 1 ? "other article that carries"
                                         : fmt::format("{} other articles that carry", others)),
         .spans = {}});
    return key;
  }

  const StoryMaterial& material_;
  const SharedText& shared_;
  const SharedWords& words_;
  FirstPrints prints_;
  std::map<ArticleIndex, const Standing*> standing_;
  std::vector<bool> inside_outlet_;
  std::vector<bool> contested_;  // signed by a credit that may speak of another text
  PairSentences sentences_of_pair_;
  std::map<OriginKey, std::set<ArticleIndex>> signed_carriers_;  // of sentences signed themselves
  TextSources found_;
  std::size_t commons_ = 0;
};

}  // namespace

TextSources find_text_sources(const StoryMaterial& material, const SharedText& shared,
                              const SharedWords& words, std::span<const Standing> standings) {
  return Sources(material, shared, words, standings).find();
}

}  // namespace twosource
