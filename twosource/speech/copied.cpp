// Which statements were copied?
//
// "Passengers would get their fares back" stands in four prints of an agency's text. Six words are
// too few to tell by themselves that it is one utterance; but `reuse` has already found that the
// passages around them are copies, and which words stand for which. If two contents lie at the same
// place of a copied passage, they are one statement, however short, and even if an editor turned
// the words round ("visibility was below 50 metres at the time").
//
// For every word of a content the copy tells the word that it stands for. Words of an equal run
// stand for each other one by one; those of a run in other words stand for all of the other run.
#include "twosource/speech/copied.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

#include "twosource/speech/same_words.hpp"

namespace twosource {
namespace {

constexpr double least_share = 0.3;

// Indices of words [begin, end).
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end > begin ? end - begin : 0; }
};

Range words_in(Span place, const Analysis& analysis) {
  const std::span<const Word> words = words_inside(place, analysis);
  const auto begin = static_cast<std::size_t>(words.data() - analysis.words.data());
  return {begin, begin + words.size()};
}

Range both(Range a, Range b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

// A statement's words, piece by piece.
using Content = std::vector<Range>;

Content content_of(const Statement& statement, const Analysis& analysis) {
  Content content;
  for (const Span piece : statement.content) content.push_back(words_in(piece, analysis));
  return content;
}

std::size_t size_of(const Content& content) {
  std::size_t size = 0;
  for (const Range& piece : content) size += piece.size();
  return size;
}

struct WordRun {
  Range a;
  Range b;
  bool equal = true;
};

// How many words of either content stand for words of the other.
struct Standing {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t equal = 0;
};

Standing stand_for_each_other(const Content& a, const Content& b, std::span<const WordRun> runs) {
  Standing standing;
  for (const WordRun& run : runs) {
    for (const Range& piece_a : a) {
      const Range in_a = both(piece_a, run.a);
      if (in_a.size() == 0) continue;
      for (const Range& piece_b : b) {
        Range in_b = both(piece_b, run.b);
        if (in_b.size() == 0) continue;
        if (run.equal) {
          const std::size_t offset = run.b.begin;
          const Range image = {in_a.begin - run.a.begin + offset, in_a.end - run.a.begin + offset};
          in_b = both(image, in_b);
          standing.a += in_b.size();
          standing.equal += in_b.size();
        } else {
          standing.a += in_a.size();
        }
        standing.b += in_b.size();
      }
    }
  }
  return standing;
}

double share_of(std::size_t part, std::size_t all) {
  return all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
}

class Finder {
 public:
  Finder(std::span<const Analysis> analyses, std::span<const Statement> statements)
      : analyses_(analyses), statements_(statements) {
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const ArticleIndex article = statements[i].article;
      of_article_[article].push_back(static_cast<StatementIndex>(i));
      contents_.push_back(content_of(statements[i], analyses[article]));
    }
  }

  void find_in(const Copy& copy) {
    const auto in_a = inside(copy.a, copy.a_span);
    const auto in_b = inside(copy.b, copy.b_span);
    if (in_a.empty() || in_b.empty()) return;
    std::vector<WordRun> runs;
    for (const AlignedRun& run : copy.runs) {
      const Range a = words_in(run.a, analyses_[copy.a]);
      const Range b = words_in(run.b, analyses_[copy.b]);
      runs.push_back({a, b, run.equal && a.size() == b.size()});
    }
    for (const StatementIndex i : in_a) {
      for (const StatementIndex j : in_b) compare(i, j, runs);
    }
  }

  // The surest first, whatever the order of the copies.
  std::vector<CopiedStatements> take() {
    std::sort(found_.begin(), found_.end(),
              [](const CopiedStatements& x, const CopiedStatements& y) {
                return std::tuple(-x.share, -x.equal, x.a, x.b) <
                       std::tuple(-y.share, -y.equal, y.a, y.b);
              });
    return std::move(found_);
  }

 private:
  // The statements of which a content overlaps the place.
  [[nodiscard]] std::vector<StatementIndex> inside(ArticleIndex article, Span place) const {
    std::vector<StatementIndex> found;
    const auto all = of_article_.find(article);
    if (all == of_article_.end()) return found;
    for (const StatementIndex i : all->second) {
      const auto& content = statements_[i].content;
      if (std::any_of(content.begin(), content.end(),
                      [&](Span piece) { return piece.overlaps(place); }))
        found.push_back(i);
    }
    return found;
  }

  void compare(StatementIndex i, StatementIndex j, std::span<const WordRun> runs) {
    const Content& a = contents_[i];
    const Content& b = contents_[j];
    const Standing standing = stand_for_each_other(a, b, runs);
    const double share =
        std::min(share_of(standing.a, size_of(a)), share_of(standing.b, size_of(b)));
    if (share < least_share) return;
    const double equal = share_of(standing.equal, std::max(size_of(a), size_of(b)));
    found_.push_back({std::min(i, j), std::max(i, j), share, equal});
  }

  std::span<const Analysis> analyses_;
  std::span<const Statement> statements_;
  std::vector<Content> contents_;  // by statement
  std::map<ArticleIndex, std::vector<StatementIndex>> of_article_;
  std::vector<CopiedStatements> found_;
};

}  // namespace

std::vector<CopiedStatements> find_copied_statements(std::span<const Analysis> analyses,
                                                     std::span<const Copy* const> copies,
                                                     std::span<const Statement> statements) {
  Finder finder(analyses, statements);
  for (const Copy* copy : copies) {
    if (!copy->furniture) finder.find_in(*copy);
  }
  return finder.take();
}

}  // namespace twosource
