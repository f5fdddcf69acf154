#include "twosource/reuse/copies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/reuse/evidence.hpp"
#include "twosource/reuse/furniture.hpp"
#include "twosource/reuse/lines.hpp"
#include "twosource/reuse/passages.hpp"
#include "twosource/reuse/quoted_words.hpp"
#include "twosource/reuse/reworded.hpp"
#include "twosource/text/frequencies.hpp"

namespace twosource {
namespace {

// The contract's shortest copy: so many equal words in a row are told whatever they are.
constexpr std::uint32_t always_told_words = 12;
// Below these a passage that is shorter than the rule says nothing: set phrases, offices and names
// reach them. Eight words of plain news carry about 70 bits, twelve about 110.
constexpr double rare_sentence_bits = 70.0;
constexpr double rare_edited_bits = 110.0;

// Words [first, last] of one article.
struct Side {
  const Analysis& analysis;
  std::size_t first;
  std::size_t last;

  [[nodiscard]] Span span() const {
    return {analysis.words[first].span.begin, analysis.words[last].span.end};
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(last - first + 1); }
};

double quoted_share(const Side& side) {
  const std::vector<bool> quoted = quoted_words(side.analysis, side.first, side.size());
  return static_cast<double>(std::count(quoted.begin(), quoted.end(), true)) / side.size();
}

// Whether the words of `side` are exactly those that lie in `unit`.
bool fills(const Side& side, Span unit) {
  const std::vector<Word>& words = side.analysis.words;
  return unit.contains(side.span()) &&
         (side.first == 0 || words[side.first - 1].span.begin < unit.begin) &&
         (side.last + 1 == words.size() || words[side.last + 1].span.end > unit.end);
}

bool is_whole_sentence(const Side& side) {
  const std::vector<Span>& sentences = side.analysis.sentences;
  const auto behind = std::partition_point(sentences.begin(), sentences.end(),
                                           [&](Span s) { return s.begin <= side.span().begin; });
  return behind != sentences.begin() && fills(side, *(behind - 1));
}

bool is_whole_quotation(const Side& side) {
  return std::any_of(side.analysis.quotations.begin(), side.analysis.quotations.end(),
                     [&](const Quotation& q) { return fills(side, q.content); });
}

// Bits of the distinct equal words in the language: a word that comes twice is no news the second
// time.
double language_bits(const Analysis& a, const Analysis& b, std::span<const WordRun> runs) {
  std::vector<std::uint64_t> hashes;
  for (const WordRun& run : runs) {
    for (std::uint32_t i = 0; i < run.size; ++i) hashes.push_back(a.words[run.a + i].hash);
  }
  return PairFrequencies(a.language, b.language).bits_of(std::move(hashes));
}

Span span_of(const Analysis& analysis, std::uint32_t first, std::uint32_t size) {
  return {analysis.words[first].span.begin, analysis.words[first + size - 1].span.end};
}

std::string id_of(const Copy& copy, const Article& a, const Article& b) {
  return make_id("copy",
                 {a.id, b.id, std::to_string(copy.a_span.begin), std::to_string(copy.a_span.end),
                  std::to_string(copy.b_span.begin), std::to_string(copy.b_span.end)});
}

// A rewording as a passage to be weighed: other words that mean the same weigh as much as equal
// ones.
void append(Passages& passages, const Rewording& rewording) {
  const auto first = static_cast<std::uint32_t>(passages.runs.size());
  for (const MeaningRun& run : rewording.runs) passages.runs.push_back({run.a, run.b, run.size});
  passages.passages.push_back({rewording.a, rewording.b, first,
                               static_cast<std::uint32_t>(rewording.runs.size()),
                               rewording.equal_words});
}

void append(Passages& passages, std::span<const WordRun> runs, Passage passage) {
  passage.first_run = static_cast<std::uint32_t>(passages.runs.size());
  passages.runs.insert(passages.runs.end(), runs.begin(), runs.end());
  passages.passages.push_back(passage);
}

class CopyMaker {
 public:
  CopyMaker(std::span<const Article> articles, std::span<const Analysis> analyses,
            const Passages& found)
      : articles_(articles), analyses_(analyses), found_(found) {}

  // Nothing where the passage is too short for what its words weigh.
  [[nodiscard]] std::optional<Copy> make(const Passage& passage) const {
    const Analysis& in_a = analyses_[passage.a];
    const Analysis& in_b = analyses_[passage.b];
    const std::span<const WordRun> runs = runs_of(found_, passage);
    const WordRun& last = runs.back();
    const Side a{in_a, runs.front().a, last.a + std::size_t{last.size} - 1};
    const Side b{in_b, runs.front().b, last.b + std::size_t{last.size} - 1};
    const double bits = language_bits(in_a, in_b, runs);
    if (!is_long(runs) && !is_rare(a, b, runs.size(), bits)) return std::nullopt;

    Copy copy;
    copy.a = passage.a;
    copy.b = passage.b;
    copy.a_span = a.span();
    copy.b_span = b.span();
    copy.kind = runs.size() == 1 ? CopyKind::verbatim : CopyKind::edited;
    copy.words_a = a.size();
    copy.words_b = b.size();
    copy.equal_words = passage.equal_words;
    copy.quoted_share_a = quoted_share(a);
    copy.quoted_share_b = quoted_share(b);
    copy.id = id_of(copy, articles_[copy.a], articles_[copy.b]);
    for (const WordRun& run : runs) {
      copy.runs.push_back({span_of(in_a, run.a, run.size), span_of(in_b, run.b, run.size)});
    }
    return copy;
  }

  // Edited where half of the words are equal, as the contract has it; reworded where fewer are.
  [[nodiscard]] Copy make_reworded(const Rewording& rewording) const {
    const Analysis& in_a = analyses_[rewording.a];
    const Analysis& in_b = analyses_[rewording.b];
    const Side a{in_a, rewording.a_first, rewording.a_last - std::size_t{1}};
    const Side b{in_b, rewording.b_first, rewording.b_last - std::size_t{1}};
    Copy copy;
    copy.a = rewording.a;
    copy.b = rewording.b;
    copy.a_span = a.span();
    copy.b_span = b.span();
    copy.words_a = a.size();
    copy.words_b = b.size();
    copy.equal_words = rewording.equal_words;
    copy.kind = copy.similarity() >= 0.5 ? CopyKind::edited : CopyKind::reworded;
    copy.quoted_share_a = quoted_share(a);
    copy.quoted_share_b = quoted_share(b);
    copy.id = id_of(copy, articles_[copy.a], articles_[copy.b]);
    for (const MeaningRun& run : rewording.runs) {
      copy.runs.push_back(
          {span_of(in_a, run.a, run.size), span_of(in_b, run.b, run.size), run.equal});
    }
    return copy;
  }

 private:
  static bool is_long(std::span<const WordRun> runs) {
    return std::any_of(runs.begin(), runs.end(),
                       [](const WordRun& run) { return run.size >= always_told_words; });
  }

  static bool is_rare(const Side& a, const Side& b, std::size_t runs, double bits) {
    if (runs > 1) return bits >= rare_edited_bits;
    return bits >= rare_sentence_bits && ((is_whole_sentence(a) && is_whole_sentence(b)) ||
                                          (is_whole_quotation(a) && is_whole_quotation(b)));
  }

  std::span<const Article> articles_;
  std::span<const Analysis> analyses_;
  const Passages& found_;
};

// A light passage between two articles that share much else is no accident: with so many bits of
// other copies it needs this share of what it would need alone, with fewer more.
constexpr double company_bits = 1000.0;
constexpr double light_copy_share = 0.75;

// Two renderings of one fact have words of one meaning too: a copy in other words needs more, and
// in any company.
constexpr double reworded_needs = 1.5;

// Marks the formulas among `copies`, which are all those of one pair. `lines`: which of them are
// no text at all.
void mark_formulas(std::span<Copy> copies, const std::vector<bool>& lines, std::size_t first_line,
                   double formula_bits) {
  double company = 0.0;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const Copy& copy = copies[i];
    if (!copy.quoted() && !copy.furniture && !lines[first_line + i] &&
        copy.evidence >= formula_bits) {
      company += copy.evidence;
    }
  }
  const double relief = (1.0 - light_copy_share) * std::min(1.0, company / company_bits);
  const double needed = (1.0 - relief) * formula_bits;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    Copy& copy = copies[i];
    const double of_kind = copy.kind == CopyKind::reworded ? reworded_needs * formula_bits : needed;
    copy.formula = !copy.quoted() && (lines[first_line + i] || copy.evidence < of_kind);
  }
}

void mark_formulas(std::vector<Copy>& copies, const std::vector<bool>& lines, double formula_bits) {
  for (std::size_t first = 0; first < copies.size();) {
    std::size_t last = first + 1;
    while (last < copies.size() && copies[last].a == copies[first].a &&
           copies[last].b == copies[first].b) {
      ++last;
    }
    mark_formulas(std::span(copies).subspan(first, last - first), lines, first, formula_bits);
    first = last;
  }
}

void add_reasons(Copy& copy, bool lines) {
  const std::vector<ArticleSpan> places = {{copy.a, copy.a_span}, {copy.b, copy.b_span}};
  if (copy.quoted()) {
    const double share = std::max(copy.quoted_share_a, copy.quoted_share_b);
    copy.reasons.push_back(
        {"quoted_speech",
         fmt::format("{:.0f} % of its words are quoted speech: shared, but not copied",
                     100 * share),
         places});
  }
  if (lines && copy.formula) {
    copy.reasons.push_back(
        {"lines", "headlines, a list or a line of credits: no text that anybody takes over",
         places});
  } else if (copy.formula) {
    copy.reasons.push_back(
        {"formula",
         fmt::format("{:.0f} bits outside quotations: two writers arrive at such words by "
                     "themselves",
                     copy.evidence),
         places});
  }
  if (copy.furniture) {
    copy.reasons.push_back(
        {"outlet_repeats", "the same block stands in unrelated articles of an outlet", places});
  }
}

// Copies, and the passages that they are.
struct MadeCopies {
  std::vector<Copy> copies;
  Passages passages;
};

// The copies among the passages found.
MadeCopies make_copies(const CopyMaker& maker, const Passages& found, Jobs jobs) {
  std::vector<std::optional<Copy>> made(found.passages.size());
  parallel_for(jobs, made.size(), [&](std::size_t i) { made[i] = maker.make(found.passages[i]); });
  MadeCopies result;
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (!made[i]) continue;
    result.copies.push_back(std::move(*made[i]));
    append(result.passages, runs_of(found, found.passages[i]), found.passages[i]);
  }
  return result;
}

// Puts the rewordings in, and takes those copies out whose place they take.
void add_rewordings(MadeCopies& made, const Rewordings& reworded, const CopyMaker& maker) {
  const auto drop_replaced = [&](auto& list) {
    std::size_t position = 0;
    std::erase_if(list, [&](const auto&) {
      return std::binary_search(reworded.replaced.begin(), reworded.replaced.end(), position++);
    });
  };
  drop_replaced(made.copies);
  drop_replaced(made.passages.passages);
  for (const Rewording& rewording : reworded.found) {
    made.copies.push_back(maker.make_reworded(rewording));
    append(made.passages, rewording);
  }
}

}  // namespace

Reuse find_copies(std::span<const Article> articles, std::span<const Analysis> analyses,
                  Jobs jobs) {
  Passages found = find_passages(articles, analyses, jobs);
  const CopyMaker maker(articles, analyses, found);
  MadeCopies made = make_copies(maker, found, jobs);
  Rewordings reworded = find_rewordings(articles, analyses, made.copies, jobs);
  add_rewordings(made, reworded, maker);
  // The collection is read for the words of all copies together.
  const CollectionWords words(analyses, made.passages);
  const std::vector<PassageWeight> weights =
      weigh_passages(words, articles, analyses, made.passages, jobs);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    made.copies[i].surprisal = weights[i].surprisal;
    made.copies[i].evidence = weights[i].evidence;
  }

  Reuse reuse;
  reuse.copies = std::move(made.copies);
  std::stable_sort(reuse.copies.begin(), reuse.copies.end(), [](const Copy& x, const Copy& y) {
    return std::tuple(x.a, x.b, x.a_span) < std::tuple(y.a, y.b, y.a_span);
  });
  const std::vector<bool> furniture = find_furniture(articles, analyses, reuse.copies);
  const std::vector<bool> lines = find_copied_lines(articles, analyses, reuse.copies);
  for (std::size_t i = 0; i < reuse.copies.size(); ++i) {
    reuse.copies[i].furniture = furniture[i];
  }
  mark_formulas(reuse.copies, lines, words.formula_bits());
  for (std::size_t i = 0; i < reuse.copies.size(); ++i) add_reasons(reuse.copies[i], lines[i]);
  reuse.unanalysed = std::move(found.limits);
  std::move(reworded.limits.begin(), reworded.limits.end(), std::back_inserter(reuse.unanalysed));
  return reuse;
}

}  // namespace twosource
