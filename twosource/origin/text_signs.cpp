// Which of two texts was there first, as far as the texts themselves tell.
//
//   A:  [s1][s2][s3][s4][s5][s6][s7]        news is written so that it can be cut from the end:
//   B:  [ lead ][s1][s2]    [s4][s5]        B left s3, s6 and s7 out and put its own lead on top
//
// Copying loses: the end is cut, sentences and words are left out, 1,214 becomes 1,200, "Ana Torv,
// the harbour master" becomes "Torv". What is added stands on top. None of it proves anything by
// itself, since the first take of an agency's text is shorter than the second; so the signs are
// weighed, and they are not looked at at all where both sides may be customers of a third:
//
// - one of the two credits an agency;
// - a third article has the same text and shares more of it with B than A has. Then A is not where
//   B has it from;
// - or a third has text of A and none of B. Then A may be stitched together from the two.
//
// The weights are set by hand, by what editors do to copy; they are no measured frequencies.
#include "twosource/origin/text_signs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "twosource/origin/lines.hpp"
#include "twosource/origin/owners.hpp"
#include "twosource/origin/wording.hpp"

namespace twosource {
namespace {

constexpr double credits_other_weight = 3.5;
constexpr double new_lead_weight = 1.3;
constexpr double cut_end_weight = 1.2;
constexpr double nothing_own_weight = 0.8;
constexpr double cut_inside_weight = 0.6;
constexpr double rounded_weight = 1.0;
constexpr double shortened_name_weight = 0.5;
constexpr double dateline_weight = 0.7;
constexpr double byline_weight = 0.4;
// Several of a kind count up to so many times.
constexpr double max_repeats = 2.0;

// Two sentences that two articles share have no order and no end to speak of.
constexpr std::size_t min_shared_sentences = 3;
constexpr double shared_share = 0.7;
constexpr double own_share = 0.3;
// A line below the text ("Read more …") is no cut; two sentences of news have so many words.
constexpr std::size_t min_cut_sentences = 2;
constexpr std::size_t min_cut_words = 30;
constexpr std::size_t min_lead_words = 12;
enum class Part { shared, own, mixed };

/// One sentence of one side.
struct Item {
  std::uint32_t sentence = 0;
  std::size_t words = 0;
  Part part = Part::mixed;
};

/// How the shared sentences lie in one article.
struct Layout {
  std::vector<Item> items;
  std::size_t shared = 0;
  std::size_t own = 0;
  std::size_t own_words = 0;
  std::size_t all_words = 0;
  std::size_t before = 0;  ///< own sentences in front of the first shared one
  std::size_t before_words = 0;
  std::size_t inside = 0;  ///< between shared ones
  std::size_t after = 0;
  std::size_t after_words = 0;
  Span lead;    ///< the own text in front
  Span ending;  ///< the own text behind
  Span gap;     ///< the first own sentence between
};

std::vector<Item> items_of(const ArticleReading& reading, const SharedWithOther& shared) {
  std::vector<std::size_t> covered(reading.sentences.size(), 0);
  for (std::size_t i = 0; i < reading.sentence_of_word.size(); ++i) {
    const std::uint32_t sentence = reading.sentence_of_word[i];
    if (sentence != ArticleReading::no_sentence && has_word(shared.covered, i)) ++covered[sentence];
  }
  std::vector<Item> items;
  for (std::uint32_t i = 1; i < reading.sentences.size(); ++i) {
    const SentenceReading& sentence = reading.sentences[i];
    if (sentence.silent || !sentence.prose) continue;
    const double share = static_cast<double>(covered[i]) / sentence.words;
    const Part part =
        share >= shared_share ? Part::shared : (share < own_share ? Part::own : Part::mixed);
    items.push_back({i, sentence.words, part});
  }
  return items;
}

Span joined(Span first, Span second) {
  return first.empty() ? second : Span{first.begin, second.end};
}

Layout lay_out(const Analysis& analysis, const ArticleReading& reading,
               const SharedWithOther& shared) {
  Layout layout{.items = items_of(reading, shared)};
  std::size_t pending = 0;  // own sentences since the last shared one
  std::size_t pending_words = 0;
  Span pending_span;
  for (const Item& item : layout.items) {
    layout.all_words += item.words;
    if (item.part == Part::own) {
      ++layout.own;
      layout.own_words += item.words;
      ++pending;
      pending_words += item.words;
      pending_span = joined(pending_span, analysis.sentences[item.sentence]);
      continue;
    }
    if (layout.shared == 0) {
      layout.before = pending;
      layout.before_words = pending_words;
      layout.lead = pending_span;
    } else if (pending > 0) {
      layout.inside += pending;
      if (layout.gap.empty()) layout.gap = pending_span;
    }
    pending = pending_words = 0;
    pending_span = {};
    if (item.part == Part::shared) ++layout.shared;
  }
  layout.after = pending;
  layout.after_words = pending_words;
  layout.ending = pending_span;
  return layout;
}

/// The passages of both sides stand in the same order.
bool same_order(const SharedWithOther& shared) {
  std::vector<std::pair<Span, Span>> pairs;
  for (std::size_t i = 0; i < shared.passages.size(); ++i) {
    pairs.emplace_back(shared.passages[i], shared.opposite[i]);
  }
  std::ranges::sort(pairs);
  return std::ranges::is_sorted(pairs, {}, [](const auto& pair) { return pair.second.begin; });
}

class Weigher {
 public:
  Weigher(const Evidence& evidence, ArticleIndex a, ArticleIndex b)
      : articles_(evidence.articles),
        analyses_(evidence.analyses),
        reading_(evidence.reading),
        shared_(evidence.shared),
        a_(a),
        b_(b) {}

  std::vector<Sign> weigh() {
    add_credits(a_, b_);
    add_credits(b_, a_);
    if (credits_agency(a_) || credits_agency(b_)) return std::move(signs_);
    const SharedWithOther* of_a = shared_.find(a_, b_);
    const SharedWithOther* of_b = shared_.find(b_, a_);
    if (of_a == nullptr || of_b == nullptr) return std::move(signs_);
    const Layout a = lay_out(analyses_[a_], reading_.articles[a_], *of_a);
    const Layout b = lay_out(analyses_[b_], reading_.articles[b_], *of_b);
    if (std::min(a.shared, b.shared) < min_shared_sentences) return std::move(signs_);
    const bool a_may = !third_has_more(shared_, a_, b_);
    const bool b_may = !third_has_more(shared_, b_, a_);
    const bool ordered = same_order(*of_a);
    if (a_may && !may_be_stitched(a_, b_)) add_layout(a_, b_, a, b, ordered);
    if (b_may && !may_be_stitched(b_, a_)) add_layout(b_, a_, b, a, ordered);
    if (a_may) add_marks(a_, b_);
    if (b_may) add_marks(b_, a_);
    if (a_may && b_may) add_edits(*of_a, *of_b);
    return std::move(signs_);
  }

 private:
  void add(ArticleIndex first, double weight, std::string code, std::string text,
           std::vector<ArticleSpan> spans) {
    std::erase_if(spans, [](const ArticleSpan& place) { return place.span.empty(); });
    signs_.push_back({.a_first = first == a_,
                      .weight = weight,
                      .reason = {std::move(code), std::move(text), std::move(spans)}});
  }

  [[nodiscard]] bool credits_agency(ArticleIndex article) const {
    const ArticleReading& reading = reading_.articles[article];
    return reading.find(MarkKind::credit) != nullptr ||
           reading.find(MarkKind::shared_credit) != nullptr;
  }

  /// The other says that it has something from `first`.
  void add_credits(ArticleIndex first, ArticleIndex second) {
    if (articles_[first].outlet.empty()) return;
    const std::string key = outlet_key(articles_[first].outlet);
    for (const SentenceReading& sentence : reading_.articles[second].sentences) {
      if (!sentence.outlet) continue;
      if (outlet_key(reading_.names.outlets[sentence.outlet->source].short_name) != key) continue;
      add(first, credits_other_weight, "credits_other",
          fmt::format("{} names {} as a source.", describe(articles_[second]),
                      articles_[first].outlet),
          {{second, sentence.outlet->span}});
      return;
    }
  }

  /// A third article has text of `first` and none of `second`: then `first` may be stitched
  /// together from the two, and that it has more than either shows nothing.
  [[nodiscard]] bool may_be_stitched(ArticleIndex first, ArticleIndex second) const {
    const WordSet& common = shared_.find(first, second)->covered;
    std::size_t looked_at = 0;
    for (const SharedWithOther& third : shared_.of(first)) {
      if (third.other == second) continue;
      if (++looked_at > max_thirds) break;
      if (count_missing(third.covered, common) < min_cut_words) continue;
      const SharedWithOther* with_second = shared_.find(second, third.other);
      if (with_second == nullptr || count_words(with_second->covered) < min_passage_words)
        return true;
    }
    return false;
  }

  void add_layout(ArticleIndex first, ArticleIndex second, const Layout& source, const Layout& copy,
                  bool ordered) {
    const std::string one = describe(articles_[first]);
    const std::string two = describe(articles_[second]);
    if (source.before == 0 && copy.before > 0 && copy.before_words >= min_lead_words) {
      add(first, new_lead_weight, "new_lead",
          fmt::format("{} has text of its own above the opening of {}.", two, one),
          {{second, copy.lead}});
    }
    if (ordered && source.before == 0 && copy.after == 0 && source.after >= min_cut_sentences &&
        source.after_words >= min_cut_words) {
      add(first, cut_end_weight, "cut_from_end",
          fmt::format("{} goes on for {} where {} ends.", one, count_of(source.after, "sentence"),
                      two),
          {{first, source.ending}});
    }
    if (source.inside > 0 && copy.inside == 0) {
      add(first, cut_inside_weight * std::min(max_repeats, static_cast<double>(source.inside)),
          "cut_inside",
          fmt::format("{} has {} between the shared ones that {} has not.", one,
                      count_of(source.inside, "sentence"), two),
          {{first, source.gap}});
    }
    if (copy.own == 0 && source.own >= min_shared_sentences &&
        4 * source.own_words >= source.all_words) {
      add(first, nothing_own_weight, "nothing_own",
          fmt::format("{} has nothing that {} has not, {} has {} more.", two, one, one,
                      count_of(source.own, "sentence")),
          {});
    }
  }

  void add_marks(ArticleIndex first, ArticleIndex second) {
    const ArticleReading& one = reading_.articles[first];
    const ArticleReading& two = reading_.articles[second];
    const auto author = [](const ArticleReading& reading) {
      const SourceMark* own = reading.find(MarkKind::outlet_byline);
      return own != nullptr ? own : reading.find(MarkKind::byline);
    };
    const SourceMark* dateline = one.find(MarkKind::dateline);
    if (dateline != nullptr && two.find(MarkKind::dateline) == nullptr) {
      add(first, dateline_weight, "dateline",
          fmt::format("{} names the place of writing, {} does not.", describe(articles_[first]),
                      describe(articles_[second])),
          {{first, dateline->span}});
    }
    const SourceMark* byline = author(one);
    if (byline != nullptr && author(two) == nullptr) {
      add(first, byline_weight, "byline",
          fmt::format("{} names an author, {} does not.", describe(articles_[first]),
                      describe(articles_[second])),
          {{first, byline->span}});
    }
  }

  /// What stands between two equal runs, on both sides.
  void add_edits(const SharedWithOther& of_a, const SharedWithOther& of_b) {
    Changes changes;
    for (std::size_t i = 0; i < of_a.passages.size(); ++i) {
      read_changes(of_a.passages[i], of_a.equal, of_b.passages[i], of_b.equal, changes);
    }
    add_change(changes.rounded_by_b, changes.rounded_by_a, rounded_weight, "number_rounded",
               "gives a number less exactly than");
    add_change(changes.shortened_by_b, changes.shortened_by_a, shortened_name_weight,
               "name_shortened", "gives a name shorter than");
  }

  using Places = std::vector<std::pair<Span, Span>>;  ///< in a, in b
  struct Changes {
    Places rounded_by_a;
    Places rounded_by_b;
    Places shortened_by_a;
    Places shortened_by_b;
  };

  void add_change(const Places& by_b, const Places& by_a, double weight, const char* code,
                  const char* does) {
    if (by_b.size() == by_a.size()) return;
    const bool b_did = by_b.size() > by_a.size();
    const Places& places = b_did ? by_b : by_a;
    const double times = std::min(
        max_repeats,
        static_cast<double>(b_did ? by_b.size() - by_a.size() : by_a.size() - by_b.size()));
    add(b_did ? a_ : b_, weight * times, code,
        fmt::format("{} {} {}.", describe(articles_[b_did ? b_ : a_]), does,
                    describe(articles_[b_did ? a_ : b_])),
        {{a_, places.front().first}, {b_, places.front().second}});
  }

  /// The words of one side that are not equal, in groups between the equal ones. Both sides of a
  /// passage have the same number of equal words in the same order, unless words were moved; then
  /// nothing is read.
  [[nodiscard]] static std::vector<std::vector<std::size_t>> gaps_of(const Analysis& analysis,
                                                                     Span passage,
                                                                     const WordSet& equal) {
    std::vector<std::vector<std::size_t>> gaps(1);
    for (std::size_t i = first_word_at(analysis.words, passage.begin);
         i < analysis.words.size() && analysis.words[i].span.end <= passage.end; ++i) {
      if (has_word(equal, i)) {
        gaps.emplace_back();
      } else {
        gaps.back().push_back(i);
      }
    }
    return gaps;
  }

  void read_changes(Span a, const WordSet& equal_a, Span b, const WordSet& equal_b,
                    Changes& changes) const {
    const auto gaps_a = gaps_of(analyses_[a_], a, equal_a);
    const auto gaps_b = gaps_of(analyses_[b_], b, equal_b);
    if (gaps_a.size() != gaps_b.size()) return;
    for (std::size_t i = 0; i < gaps_a.size(); ++i) {
      if (gaps_a[i].empty() && gaps_b[i].empty()) continue;
      compare_gaps(gaps_a[i], gaps_b[i], changes);
    }
  }

  void compare_gaps(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b,
                    Changes& changes) const {
    constexpr std::size_t max_words = 8;
    if (a.size() > max_words || b.size() > max_words) return;
    const Span in_a = span_of(a_, a);
    const Span in_b = span_of(b_, b);
    const std::string number_a = digits_of(articles_[a_].text, in_a);
    const std::string number_b = digits_of(articles_[b_].text, in_b);
    if (is_rounded(number_a, number_b)) changes.rounded_by_b.emplace_back(in_a, in_b);
    if (is_rounded(number_b, number_a)) changes.rounded_by_a.emplace_back(in_a, in_b);
    if (b.empty() && is_name(a_, a)) changes.shortened_by_b.emplace_back(in_a, in_b);
    if (a.empty() && is_name(b_, b)) changes.shortened_by_a.emplace_back(in_a, in_b);
  }

  [[nodiscard]] Span span_of(ArticleIndex article, const std::vector<std::size_t>& words) const {
    if (words.empty()) return {};
    const std::vector<Word>& all = analyses_[article].words;
    return {all[words.front()].span.begin, all[words.back()].span.end};
  }

  static std::string digits_of(std::string_view text, Span span) {
    std::string digits;
    for (const char c : slice(text, span)) {
      if (c >= '0' && c <= '9') digits.push_back(c);
    }
    return digits;
  }

  /// "1214" and "1200", or "1000": the same size, the same begin, and zeros.
  static bool is_rounded(std::string_view exact, std::string_view round) {
    if (exact.size() < 3 || exact.size() != round.size() || exact == round) return false;
    const auto significant = [](std::string_view digits) {
      return digits.find_last_not_of('0') + 1;
    };
    const std::size_t kept = significant(round);
    return kept > 0 && kept < significant(exact) && exact.substr(0, 1) == round.substr(0, 1);
  }

  /// One to three capitalised words right before a capitalised word that both sides have: a first
  /// name, an office.
  [[nodiscard]] bool is_name(ArticleIndex article, const std::vector<std::size_t>& words) const {
    constexpr std::size_t max_name = 3;
    if (words.empty() || words.size() > max_name) return false;
    const Analysis& analysis = analyses_[article];
    const std::size_t next = words.back() + 1;
    if (next >= analysis.words.size()) return false;
    const auto upper = [&](std::size_t i) {
      return starts_upper(slice(articles_[article].text, analysis.words[i].span));
    };
    const std::vector<std::uint32_t>& sentences = reading_.articles[article].sentence_of_word;
    const bool opening = words.front() == 0 || sentences[words.front() - 1] != sentences[next];
    return !opening && upper(next) && std::ranges::all_of(words, upper);
  }

  std::span<const Article> articles_;
  std::span<const Analysis> analyses_;
  const CollectionReading& reading_;
  const SharedWords& shared_;
  ArticleIndex a_;
  ArticleIndex b_;
  std::vector<Sign> signs_;
};

}  // namespace

std::vector<Sign> text_signs(const Evidence& evidence, ArticleIndex a, ArticleIndex b) {
  return Weigher(evidence, a, b).weigh();
}

}  // namespace twosource
