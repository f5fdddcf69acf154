#include "twosource/report/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "twosource/report/published.hpp"

namespace twosource {
namespace {

using Spans = std::vector<Span>;

// Sorted, without overlaps.
Spans merged(Spans spans) {
  std::sort(spans.begin(), spans.end());
  Spans out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else if (!span.empty()) {
      out.push_back(span);
    }
  }
  return out;
}

// Index of the first word that begins at `byte` or later.
std::size_t word_at(const std::vector<Word>& words, std::uint32_t byte) {
  const auto found = std::lower_bound(
      words.begin(), words.end(), byte,
      [](const Word& word, std::uint32_t offset) { return word.span.begin < offset; });
  return static_cast<std::size_t>(found - words.begin());
}

bool covers(const Spans& spans, std::uint32_t byte) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), byte,
                                      [](std::uint32_t at, Span span) { return at < span.begin; });
  return after != spans.begin() && byte < std::prev(after)->end;
}

struct Shared {
  std::uint32_t plain = 0;
  std::uint32_t quoted = 0;
};

// Words under `copied` or `quoted` passages. A word is quoted speech if it stands between
// quotation marks, or if no passage but a quoted one covers it.
Shared count_shared(const Analysis& analysis, const Spans& copied, const Spans& quoted) {
  Spans speech;
  for (const Quotation& quotation : analysis.quotations) speech.push_back(quotation.span);
  Spans all = copied;
  all.insert(all.end(), quoted.begin(), quoted.end());
  const Spans plain = merged(copied);
  Shared shared;
  for (const Span span : merged(std::move(all))) {
    const std::size_t end = word_at(analysis.words, span.end);
    for (std::size_t i = word_at(analysis.words, span.begin); i < end; ++i) {
      const std::uint32_t at = analysis.words[i].span.begin;
      ++(covers(plain, at) && !covers(speech, at) ? shared.plain : shared.quoted);
    }
  }
  return shared;
}

double body_share(const Analysis& analysis, std::uint32_t words) {
  const auto all = static_cast<double>(analysis.words.size() - analysis.body_word);
  return all <= 0.0 ? 0.0 : std::min(1.0, words / all);
}

Direction common_direction(const std::vector<const Copy*>& copies) {
  Direction direction = Direction::unknown;
  for (const Copy* copy : copies) {
    if (copy->direction == Direction::unknown || copy->direction == direction) continue;
    if (direction != Direction::unknown) return Direction::unknown;
    direction = copy->direction;
  }
  return direction;
}

PairSummary summarize(const Report& report, const std::vector<const Copy*>& copies) {
  PairSummary pair;
  pair.a = copies.front()->a;
  pair.b = copies.front()->b;
  Spans copied_a, copied_b, quoted_a, quoted_b;
  for (const Copy* copy : copies) {
    if (copy->furniture) continue;
    if (copy->formula) {
      pair.formulas = true;
      continue;
    }
    (copy->quoted() ? quoted_a : copied_a).push_back(copy->a_span);
    (copy->quoted() ? quoted_b : copied_b).push_back(copy->b_span);
    if (copy->quoted()) continue;
    pair.verbatim = pair.verbatim || copy->kind == CopyKind::verbatim;
    pair.edited = pair.edited || copy->kind == CopyKind::edited;
    pair.reworded = pair.reworded || copy->kind == CopyKind::reworded;
  }
  const Shared a = count_shared(report.analyses[pair.a], copied_a, quoted_a);
  const Shared b = count_shared(report.analyses[pair.b], copied_b, quoted_b);
  pair.words_a = a.plain;
  pair.words_b = b.plain;
  pair.quoted_a = a.quoted;
  pair.quoted_b = b.quoted;
  pair.share_a = body_share(report.analyses[pair.a], a.plain);
  pair.share_b = body_share(report.analyses[pair.b], b.plain);
  pair.direction = common_direction(copies);
  return pair;
}

std::vector<PairSummary> summarize_pairs(const Report& report, std::vector<const Copy*> copies) {
  std::stable_sort(copies.begin(), copies.end(), [](const Copy* x, const Copy* y) {
    return std::tie(x->a, x->b) < std::tie(y->a, y->b);
  });
  std::vector<PairSummary> pairs;
  for (std::size_t i = 0; i < copies.size();) {
    std::vector<const Copy*> group;
    const Copy* first = copies[i];
    while (i < copies.size() && copies[i]->a == first->a && copies[i]->b == first->b) {
      group.push_back(copies[i++]);
    }
    pairs.push_back(summarize(report, group));
  }
  return pairs;
}

// A, B, ..., Z, AA, AB, ...
std::string letters(std::size_t number) {
  std::string out;
  for (++number; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('A' + (number - 1) % 26));
  }
  return out;
}

enum class LabelClass { evident, unclear, addition };

LabelClass label_class(const Origin& origin) {
  if (!origin.counted) return LabelClass::addition;
  const bool possible =
      origin.kind == OriginKind::unclear || origin.kind == OriginKind::common_text;
  return possible ? LabelClass::unclear : LabelClass::evident;
}

}  // namespace

ReportView::ReportView(const Report& report) : report_(report) {
  index_stories();
  label_origins();
  measure_origins();
  index_flags();
}

void ReportView::index_flags() {
  flags_.resize(report_.articles.size());
  for (std::uint32_t i = 0; i < report_.flags.size(); ++i) {
    flags_[report_.flags[i].place.article].push_back(i);
  }
  for (std::vector<std::uint32_t>& flags : flags_) {
    std::stable_sort(flags.begin(), flags.end(), [&](std::uint32_t a, std::uint32_t b) {
      return report_.flags[a].place.span < report_.flags[b].place.span;
    });
  }
}

void ReportView::index_stories() {
  const std::size_t stories = report_.stories.size();
  story_origins_.resize(stories);
  story_lineage_.resize(stories);
  story_copies_.resize(stories);
  const StoryIndex none = static_cast<StoryIndex>(stories);
  std::vector<StoryIndex> story_of(report_.articles.size(), none);
  for (StoryIndex story = 0; story < none; ++story) {
    for (const ArticleIndex article : report_.stories[story].articles) story_of[article] = story;
  }
  const Origins& origins = report_.origins;
  for (OriginIndex i = 0; i < origins.origins.size(); ++i) {
    story_origins_[origins.origins[i].story].push_back(i);
  }
  for (std::vector<OriginIndex>& list : story_origins_) {
    std::stable_sort(list.begin(), list.end(), [&](OriginIndex x, OriginIndex y) {
      return label_class(origins.origins[x]) < label_class(origins.origins[y]);
    });
  }
  for (std::uint32_t i = 0; i < origins.lineage.size(); ++i) {
    story_lineage_[origins.lineage[i].story].push_back(i);
  }
  for (std::uint32_t i = 0; i < report_.copies.size(); ++i) {
    const StoryIndex story = story_of[report_.copies[i].a];
    if (story != none && story == story_of[report_.copies[i].b]) story_copies_[story].push_back(i);
  }
}

void ReportView::label_origins() {
  labels_.resize(report_.origins.origins.size());
  for (const std::vector<OriginIndex>& list : story_origins_) {
    const auto count = [&](LabelClass wanted) {
      return std::count_if(list.begin(), list.end(), [&](OriginIndex i) {
        return label_class(report_.origins.origins[i]) == wanted;
      });
    };
    const bool many_unclear = count(LabelClass::unclear) > 1;
    const bool many_additions = count(LabelClass::addition) > 1;
    std::size_t evident = 0, unclear = 0, additions = 0;
    for (const OriginIndex i : list) {
      switch (label_class(report_.origins.origins[i])) {
        case LabelClass::evident:
          labels_[i] = letters(evident++);
          break;
        case LabelClass::unclear:
          labels_[i] = many_unclear ? fmt::format("?{}", ++unclear) : "?";
          break;
        case LabelClass::addition:
          labels_[i] = many_additions ? fmt::format("+{}", ++additions) : "+";
          break;
      }
    }
  }
}

void ReportView::measure_origins() {
  shares_.resize(report_.articles.size());
  sources_.resize(report_.articles.size());
  for (const Lineage& edge : report_.origins.lineage) {
    if (edge.from_origin) sources_[edge.to].push_back(edge.from);
  }
  for (OriginIndex i = 0; i < report_.origins.origins.size(); ++i) {
    for (const ArticleSpan& passage : report_.origins.origins[i].passages) {
      const std::vector<Word>& words = report_.analyses[passage.article].words;
      if (words.empty()) continue;
      const std::size_t inside =
          word_at(words, passage.span.end) - word_at(words, passage.span.begin);
      std::vector<OriginShare>& list = shares_[passage.article];
      auto known = std::find_if(list.begin(), list.end(),
                                [&](const OriginShare& each) { return each.origin == i; });
      if (known == list.end()) known = list.insert(list.end(), {i, 0.0});
      known->share += static_cast<double>(inside) / static_cast<double>(words.size());
    }
  }
  for (std::vector<OriginShare>& list : shares_) {
    std::stable_sort(list.begin(), list.end(),
                     [](const OriginShare& x, const OriginShare& y) { return x.share > y.share; });
  }
}

std::vector<PairSummary> ReportView::pairs_of_story(StoryIndex story) const {
  std::vector<const Copy*> copies;
  for (const std::uint32_t i : story_copies_[story]) copies.push_back(&report_.copies[i]);
  std::vector<PairSummary> pairs = summarize_pairs(report_, std::move(copies));
  for (PairSummary& pair : pairs) name_common_source(pair);
  std::stable_sort(pairs.begin(), pairs.end(), [](const PairSummary& x, const PairSummary& y) {
    return std::tuple(x.shared_words(), x.quoted_a) > std::tuple(y.shared_words(), y.quoted_a);
  });
  return pairs;
}

std::vector<PairSummary> ReportView::all_pairs() const {
  std::vector<const Copy*> copies;
  for (const Copy& copy : report_.copies) copies.push_back(&copy);
  std::vector<PairSummary> pairs = summarize_pairs(report_, std::move(copies));
  for (PairSummary& pair : pairs) name_common_source(pair);
  return pairs;
}

void ReportView::name_common_source(PairSummary& pair) const {
  if (pair.words_a == 0 && pair.words_b == 0) return;
  for (const OriginShare& each : shares_[pair.b]) {  // the largest first
    const std::vector<OriginIndex>& of_a = sources_[pair.a];
    const std::vector<OriginIndex>& of_b = sources_[pair.b];
    if (!report_.origins.origins[each.origin].counted) continue;  // listed nowhere by its label
    if (std::find(of_a.begin(), of_a.end(), each.origin) == of_a.end()) continue;
    if (std::find(of_b.begin(), of_b.end(), each.origin) == of_b.end()) continue;
    pair.source = labels_[each.origin];
    return;
  }
}

std::string sum_line(const Sum& sum) {
  const std::string shown = sum.shown == 0
                                ? "no independent origin"
                                : counted(sum.shown, "independent origin", "independent origins");
  return fmt::format("{} · {} · {} shown, at most {}", counted(sum.articles, "article", "articles"),
                     counted(sum.outlets, "outlet", "outlets"), shown, sum.possible);
}

std::string counted(std::uint64_t count, const char* singular, const char* plural) {
  return fmt::format("{} {}", count, count == 1 ? singular : plural);
}

std::string percent(double share) {
  const double rounded = std::round(share * 100.0);
  if (share > 0.0 && rounded < 1.0) return "under 1 %";
  if (share < 1.0 && rounded > 99.0) return "over 99 %";
  return fmt::format("{:.0f} %", rounded);
}

std::size_t count_disputed(const Report& report, StoryIndex story) {
  const std::span<const Claim> claims = of_story(report.claims, story);
  return static_cast<std::size_t>(
      std::count_if(claims.begin(), claims.end(),
                    [](const Claim& claim) { return claim.status == ClaimStatus::differ; }));
}

std::string describe_origins(const ReportView& view, std::span<const OriginIndex> origins) {
  const auto is_shown = [&](OriginIndex i) {
    const char first = view.label(i).empty() ? '?' : view.label(i).front();
    return first != '?' && first != '+';
  };
  const auto shown =
      static_cast<std::size_t>(std::count_if(origins.begin(), origins.end(), is_shown));
  if (origins.empty()) return {};
  if (shown == 0) return fmt::format("at most {}", counted(origins.size(), "origin", "origins"));
  const std::string sure = counted(shown, "origin", "origins");
  return shown == origins.size() ? sure : fmt::format("{}, at most {}", sure, origins.size());
}

std::string describe_kind(const PairSummary& pair) {
  if (pair.reworded) return pair.verbatim || pair.edited ? "partly reworded" : "in other words";
  if (pair.verbatim && pair.edited) return "partly edited";
  return pair.edited ? "edited" : "word for word";
}

std::string order_of(const PairSummary& pair) {
  const bool swapped = pair.direction == Direction::b_to_a;
  const bool open = pair.direction == Direction::unknown || !pair.source.empty();
  return fmt::format("{} {} {}", number_of(swapped ? pair.b : pair.a), open ? "–" : "→",
                     number_of(swapped ? pair.a : pair.b));
}

std::string describe(const PairSummary& pair) {
  if (pair.furniture_only() && pair.formulas) {
    return "names and set phrases only, no sign of copying";
  }
  if (pair.furniture_only()) return "the same site furniture only";
  const std::string quoted = counted(pair.quoted_a, "word", "words");
  if (pair.quoted_only()) return fmt::format("quoted speech only, {}", quoted);
  std::string text;
  if (pair.direction == Direction::unknown) {
    text = fmt::format("{} of {} and {} of {}, {}", percent(pair.share_a), number_of(pair.a),
                       percent(pair.share_b), number_of(pair.b), describe_kind(pair));
  } else {
    const bool to_b = pair.direction == Direction::a_to_b;
    text = fmt::format("{} of {} stands in {}, {}", percent(to_b ? pair.share_b : pair.share_a),
                       number_of(to_b ? pair.b : pair.a), number_of(to_b ? pair.a : pair.b),
                       describe_kind(pair));
  }
  if (!pair.source.empty()) {
    text += fmt::format("; both have it from {}", pair.source);
  } else if (pair.direction == Direction::unknown) {
    text += "; who was first is open";
  }
  if (pair.quoted_a > 0) text += fmt::format("; besides, {} of quoted speech", quoted);
  return text;
}

std::vector<PairSummary> closest_pairs(std::span<const PairSummary> pairs, std::size_t limit) {
  std::vector<PairSummary> chosen;
  std::set<ArticleIndex> told;
  for (const PairSummary& pair : pairs) {
    if (chosen.size() >= limit) break;
    if (pair.furniture_only() || (told.contains(pair.a) && told.contains(pair.b))) continue;
    told.insert({pair.a, pair.b});
    chosen.push_back(pair);
  }
  return chosen;
}

std::string number_of(ArticleIndex article) {
  return fmt::format("[{}]", article + 1);
}

std::string sentence_of(const Problem& problem) {
  if (problem.message.find(problem.path) != std::string::npos) return problem.message;
  return fmt::format("{}: {}", problem.path, problem.message);
}

std::string title_or_none(std::string_view title) {
  return title.empty() ? "(no title)" : std::string(title);
}

std::string time_of(const Article& article) {
  return article.published ? readable_time(*article.published) : "undated";
}

std::string outlet_of(const Article& article) {
  return article.outlet.empty() ? "(outlet unknown)" : article.outlet;
}

}  // namespace twosource
