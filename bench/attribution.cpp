// Who said what (S1, S2, S3), measured on PolNeAR (github.com/networkdynamics/PolNeAR: political
// news in English; source, cue and content of each attribution marked by hand).
//
// Data: PATH... are folders with text/*.txt and attributions/*.ann, as data/dev. The texts are read
// as plain articles, whole. One annotator a text: the first by name. Spans of both sides are
// widened to whole tokens (twosource/speech/tokens.hpp) and then compared; marks are tokens, so a
// comma or a quotation mark too many is an error.
//
// A content in several pieces counts piece by piece in S1, whole in S3. A source that belongs to
// several cues counts once. F1 = 2 · right / (found + gold), summed over the texts.
//   S1  exact pieces of content, sources, cues. By kind: pieces of content that stand in quotation
//       marks wholly (direct), in part (mixed), not at all (indirect), each side by itself.
//   S2  tokens of content; exact direct pieces. "Same words": marks at the ends of a piece do not
//       count, since annotators leave out one mark of a pair here and there.
//   S3  source, cue and content all exact, on the attributions of speech: those with a word of
//       reporting in the cue or a quotation mark in the content, each side by itself.
//
// The data mark denials, refusals and what people back or want, too; a report leaves those out. So
// the tagger is measured first, as it marks; then what find_statements takes for said, under
// "said": there every left-out attribution is a miss.
//
// Reliability: of the second, by score; right in substance means: an attribution has the
// same source and cue, or touches them, and at least 80 % of the content's tokens of both in
// common. The error of calibration is the mean difference of the two over the bins of each kind.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "bench/polnear.hpp"
#include "twosource/speech/statements.hpp"
#include "twosource/speech/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource::bench {
namespace {

// Tokens [first, second) of one article.
using Range = std::pair<std::size_t, std::size_t>;

struct Attribution {
  std::vector<Range> source;
  std::vector<Range> cue;
  std::vector<Range> content;
  StatementKind kind = StatementKind::indirect;
  bool is_speech = false;
  double score = 1;
};

struct Pieces {
  std::set<Range> sources;
  std::set<Range> cues;
  std::array<std::set<Range>, 3> contents;  // by kind
  std::set<Range> direct_words;             // direct pieces less the marks at their ends
  std::set<std::size_t> content_tokens;
};

struct Score {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;

  template <class T>
  void add(const std::set<T>& found_ones, const std::set<T>& gold_ones) {
    found += found_ones.size();
    gold += gold_ones.size();
    for (const T& one : found_ones) right += gold_ones.count(one);
  }
  [[nodiscard]] double precision() const { return ratio(right, found); }
  [[nodiscard]] double recall() const { return ratio(right, gold); }
  [[nodiscard]] double f1() const { return ratio(2 * right, found + gold); }
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  }
};

constexpr std::size_t score_bins = 5;

struct Scores {
  Score content;
  Score source;
  Score cue;
  Score tokens;
  std::array<Score, 3> by_kind;
  Score direct_words;
  Score whole;
  Score whole_speech;
  struct Bin {
    std::size_t statements = 0;
    std::size_t right = 0;
    double sum = 0;
  };
  std::array<std::array<Bin, score_bins>, 3> bins;  // by kind
};

// Verbs and nouns of reporting, and "according to".
bool is_reporting_word(std::string_view folded) {
  static const std::set<std::string, std::less<>> words = {
      "said",       "says",       "say",        "saying",     "told",         "tell",
      "tells",      "telling",    "asked",      "asks",       "asking",       "added",
      "adds",       "adding",     "wrote",      "writes",     "writing",      "tweeted",
      "tweet",      "tweets",     "tweeting",   "replied",    "replies",      "replying",
      "answered",   "responded",  "responds",   "responding", "announced",    "announces",
      "announcing", "reported",   "reports",    "report",     "reporting",    "stated",
      "states",     "stating",    "statement",  "according",  "noted",        "notes",
      "noting",     "explained",  "explains",   "explaining", "argued",       "argues",
      "arguing",    "claimed",    "claims",     "claiming",   "warned",       "warns",
      "warning",    "insisted",   "insists",    "insisting",  "acknowledged", "acknowledges",
      "admitted",   "admits",     "declared",   "declares",   "declaring",    "suggested",
      "suggests",   "suggesting", "confirmed",  "confirms",   "denied",       "denies",
      "denying",    "predicted",  "predicts",   "pointed",    "quipped",      "joked",
      "recalled",   "recalls",    "remarked",   "commented",  "concluded",    "concludes",
      "continued",  "continues",  "described",  "describes",  "describing",   "called",
      "calling",    "calls",      "accused",    "accuses",    "accusing",     "urged",
      "urges",      "urging",     "mentioned",  "mentions",   "testified",    "testifies",
      "shouted",    "asserted",   "asserts",    "asserting",  "alleged",      "alleges",
      "alleging",   "complained", "criticized", "criticised", "praised",      "promised",
      "promises",   "vowed",      "vows",       "pledged",    "declined",     "spoke",
      "spoken",     "speaking",   "remarks",    "words",      "quoted",       "quotes",
      "reiterated", "repeated",   "tweeting",   "thanked",    "apologized",   "referred",
      "referring"};
  return words.contains(folded);
}

class Reader {
 public:
  explicit Reader(const MarkedArticle& marked)
      : text_(marked.article.text), quotations_(marked.analysis.quotations) {
    for (const SpeechUnit& unit : speech_units(text_, marked.analysis, marked.tagged)) {
      for (const SpeechToken& token : unit.tokens) {
        tokens_.push_back(token.span);
        is_mark_.push_back(token.shape == mark_shape);
      }
    }
  }

  [[nodiscard]] Attribution read(const std::vector<Span>& source, const std::vector<Span>& cue,
                                 const std::vector<Span>& content) const {
    Attribution attribution;
    attribution.source = ranges_of(source);
    attribution.cue = ranges_of(cue);
    attribution.content = ranges_of(content);
    attribution.kind = statement_kind(text_, content, quotations_);
    attribution.is_speech = attribution.kind != StatementKind::indirect || reports(cue);
    return attribution;
  }

  [[nodiscard]] Pieces pieces_of(const std::vector<Attribution>& attributions) const {
    Pieces pieces;
    for (const Attribution& attribution : attributions) {
      pieces.sources.insert(attribution.source.begin(), attribution.source.end());
      pieces.cues.insert(attribution.cue.begin(), attribution.cue.end());
      for (const Range& range : attribution.content) {
        const std::size_t kind = kind_of(range);
        pieces.contents[kind].insert(range);
        if (kind == 0) pieces.direct_words.insert(without_marks(range));
        for (std::size_t i = range.first; i < range.second; ++i) pieces.content_tokens.insert(i);
      }
    }
    return pieces;
  }

 private:
  [[nodiscard]] std::vector<Range> ranges_of(const std::vector<Span>& spans) const {
    std::vector<Range> ranges;
    for (Span span : spans) {
      const auto begin = std::partition_point(tokens_.begin(), tokens_.end(),
                                              [&](Span token) { return token.end <= span.begin; });
      const auto end = std::partition_point(begin, tokens_.end(),
                                            [&](Span token) { return token.begin < span.end; });
      if (begin < end) ranges.emplace_back(begin - tokens_.begin(), end - tokens_.begin());
    }
    return ranges;
  }

  [[nodiscard]] std::size_t kind_of(const Range& range) const {
    const std::vector<Span> piece = {{tokens_[range.first].begin, tokens_[range.second - 1].end}};
    return static_cast<std::size_t>(statement_kind(text_, piece, quotations_));
  }

  [[nodiscard]] Range without_marks(Range range) const {
    while (range.first < range.second && is_mark_[range.first]) ++range.first;
    while (range.first < range.second && is_mark_[range.second - 1]) --range.second;
    return range;
  }

  [[nodiscard]] bool reports(const std::vector<Span>& cue) const {
    return std::any_of(cue.begin(), cue.end(), [&](Span span) {
      const std::string_view words = slice(text_, span);
      const std::vector<Word> found = find_words(words);
      return std::any_of(found.begin(), found.end(), [&](const Word& word) {
        return is_reporting_word(fold_word(slice(words, word.span)));
      });
    });
  }

  std::string_view text_;
  const std::vector<Quotation>& quotations_;
  std::vector<Span> tokens_;
  std::vector<bool> is_mark_;
};

std::size_t tokens_in(const std::vector<Range>& ranges) {
  std::size_t sum = 0;
  for (const Range& range : ranges) sum += range.second - range.first;
  return sum;
}

std::size_t common_tokens(const std::vector<Range>& a, const std::vector<Range>& b) {
  std::size_t sum = 0;
  for (const Range& one : a) {
    for (const Range& other : b) {
      const std::size_t begin = std::max(one.first, other.first);
      const std::size_t end = std::min(one.second, other.second);
      sum += end > begin ? end - begin : 0;
    }
  }
  return sum;
}

bool touch(const std::vector<Range>& a, const std::vector<Range>& b) {
  return (a.empty() && b.empty()) || common_tokens(a, b) > 0;
}

bool right_in_substance(const Attribution& found, const std::vector<Attribution>& gold) {
  return std::any_of(gold.begin(), gold.end(), [&](const Attribution& marked) {
    const std::size_t common = common_tokens(found.content, marked.content);
    const std::size_t all = tokens_in(found.content) + tokens_in(marked.content) - common;
    return touch(found.source, marked.source) && touch(found.cue, marked.cue) &&
           5 * common >= 4 * all;
  });
}

using WholeSet = std::set<std::tuple<std::vector<Range>, std::vector<Range>, std::vector<Range>>>;

WholeSet wholes(const std::vector<Attribution>& attributions, bool only_speech) {
  WholeSet set;
  for (const Attribution& attribution : attributions) {
    if (only_speech && !attribution.is_speech) continue;
    set.insert({attribution.source, attribution.cue, attribution.content});
  }
  return set;
}

using Find = decltype(&find_statements);

void add_article(Scores& scores, const MarkedArticle& marked, Find find) {
  const Reader reader(marked);
  std::vector<Attribution> gold;
  for (const MarkedAttribution& one : marked.attributions) {
    gold.push_back(reader.read(one.source, one.cue, one.content));
  }
  std::vector<Attribution> found;
  for (const Statement& statement :
       find(0, marked.article, marked.analysis, marked.tagged, SpeechTagger::built_in())) {
    const auto list = [](Span span) {
      return span.empty() ? std::vector<Span>{} : std::vector<Span>{span};
    };
    found.push_back(reader.read(list(statement.source), list(statement.cue), statement.content));
    found.back().score = statement.score;
  }
  const Pieces found_pieces = reader.pieces_of(found);
  const Pieces gold_pieces = reader.pieces_of(gold);
  scores.source.add(found_pieces.sources, gold_pieces.sources);
  scores.cue.add(found_pieces.cues, gold_pieces.cues);
  scores.tokens.add(found_pieces.content_tokens, gold_pieces.content_tokens);
  scores.direct_words.add(found_pieces.direct_words, gold_pieces.direct_words);
  for (std::size_t kind = 0; kind < 3; ++kind) {
    scores.by_kind[kind].add(found_pieces.contents[kind], gold_pieces.contents[kind]);
    scores.content.add(found_pieces.contents[kind], gold_pieces.contents[kind]);
  }
  scores.whole.add(wholes(found, false), wholes(gold, false));
  scores.whole_speech.add(wholes(found, true), wholes(gold, true));
  for (const Attribution& one : found) {
    const auto place = static_cast<std::size_t>(one.score * score_bins);
    const auto kind = static_cast<std::size_t>(one.kind);
    Scores::Bin& bin = scores.bins[kind][std::min(place, score_bins - 1)];
    ++bin.statements;
    bin.sum += one.score;
    bin.right += right_in_substance(one, gold) ? 1 : 0;
  }
}

void print_row(std::ostream& out, std::string_view name, const Score& score) {
  out << fmt::format("{:<36}{:>8}{:>8}{:>8.1f}{:>8.1f}{:>8.1f}\n", name, score.gold, score.found,
                     score.precision(), score.recall(), score.f1());
}

// How many statements have such a score, its mean, and the share that is right in substance.
void print_reliability(std::ostream& out, const Scores& scores) {
  out << fmt::format("{:<12}{:^24}{:^24}{:^24}\n", "score", "direct", "mixed", "indirect");
  for (std::size_t i = 0; i < score_bins; ++i) {
    out << fmt::format("{:.1f} - {:.1f}   ", 0.2 * static_cast<double>(i),
                       0.2 * static_cast<double>(i + 1));
    for (const auto& bins : scores.bins) {
      const Scores::Bin& bin = bins[i];
      const double n = std::max<double>(1, static_cast<double>(bin.statements));
      out << fmt::format("{:>8}{:>8.2f}{:>8.2f}", bin.statements, bin.sum / n,
                         static_cast<double>(bin.right) / n);
    }
    out << "\n";
  }
}

// Mean difference of score and share of right ones over the bins, weighted by their statements.
double calibration_error(const Scores& scores) {
  double difference = 0;
  double all = 0;
  for (const auto& bins : scores.bins) {
    for (const Scores::Bin& bin : bins) {
      difference += std::abs(bin.sum - static_cast<double>(bin.right));
      all += static_cast<double>(bin.statements);
    }
  }
  return 100.0 * difference / std::max(1.0, all);
}

void print_table(const Scores& scores, std::string_view name, std::ostream& out) {
  out << fmt::format("{:<36}{:>8}{:>8}{:>8}{:>8}{:>8}\n", name, "gold", "found", "prec", "recall",
                     "F1");
  print_row(out, "S1 content, exact", scores.content);
  print_row(out, "   direct", scores.by_kind[0]);
  print_row(out, "   direct, same words", scores.direct_words);
  print_row(out, "   mixed", scores.by_kind[1]);
  print_row(out, "   indirect", scores.by_kind[2]);
  print_row(out, "S1 source, exact", scores.source);
  print_row(out, "S1 cue, exact", scores.cue);
  print_row(out, "S2 content, tokens", scores.tokens);
  print_row(out, "S3 all exact, speech", scores.whole_speech);
  print_row(out, "   all exact, all attributions", scores.whole);
}

void print_figures(const Scores& scores, std::string_view prefix, std::ostream& out) {
  const auto line = [&](std::string_view key, const Score& score) {
    out << fmt::format("attribution.{}{}: {:.1f}\n", prefix, key, score.f1());
  };
  line("content", scores.content);
  line("source", scores.source);
  line("cue", scores.cue);
  line("content_tokens", scores.tokens);
  line("direct", scores.by_kind[0]);
  line("direct_words", scores.direct_words);
  line("mixed", scores.by_kind[1]);
  line("indirect", scores.by_kind[2]);
  line("whole_speech", scores.whole_speech);
  line("whole", scores.whole);
}

}  // namespace

Result<Done> measure_attribution(const Request& request, std::ostream& out) {
  Result<std::vector<MarkedArticle>> articles = read_polnear(request);
  if (!articles) return articles.error();
  Scores marked;
  Scores said;
  for (const MarkedArticle& article : *articles) {
    add_article(marked, article, find_attributions);
    add_article(said, article, find_statements);
  }
  out << fmt::format("PolNeAR, {} texts\n", articles->size());
  print_table(marked, "as marked", out);
  print_table(said, "said", out);
  print_reliability(out, said);
  print_figures(marked, "", out);
  print_figures(said, "said_", out);
  out << fmt::format("attribution.calibration_error: {:.1f}\n", calibration_error(said));
  return Done{};
}

}  // namespace twosource::bench
