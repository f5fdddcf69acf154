// From copies of passages to shared sentences.
//
//   article 1:  [s1 .......][s2 ............][s3 .....]
//                   copy 1 covers s1 and most of s2
//   article 2:          [t4 .......][t5 .............]
//
// For every copy the equal runs are laid over the sentences of both sides, which gives, for each
// sentence, how many of its words the other article has and in which of its sentences they lie.
// Then s1 = t4 and s2 = t5 are joined, each pair by itself; s3 stays alone.
//
// Sentences and not whole articles are joined because articles are stitched together: one that
// prints half of an agency's text and half of a rival's must not make the two one text.
//
// Cost: each word of each copy is looked at once on both sides, and the links are sorted.
#include "twosource/origin/shared_text.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "twosource/origin/groups.hpp"

namespace twosource {
namespace {

// Below 70 % a sentence says something of its own; below half it is no longer the same text.
constexpr double covered_share = 0.7;
constexpr double equal_share = 0.5;
// A reworded sentence has few function words in common with its source; what it says was compared
// before. Without a counterpart to a third of its words it was only passed over.
constexpr double counterpart_share = 0.3;
// As in the sentences that are the speaker's: a fifth of them may be somebody else's.
constexpr double frame_share = 0.8;

// A copy says that two articles have a sentence in common; to be counted as one text they must
// have twice as much of it as the lightest copy, in bits. With less, a vote by 18 to 11 at half
// past twelve is told by two reporters in much the same words. Set by reading 100 folds of real
// news (bench/judged).
constexpr double joining_bits = 130.0;

/// How many words with a counterpart make a sentence shared. Where half of it is quoted speech,
/// what the reporter put around it must be the same: "said at a breakfast of the club" is soon
/// written twice.
double needed_words(const SentenceReading& sentence, bool reworded) {
  if (2 * sentence.quoted_words >= sentence.words) {
    const std::uint32_t frame = sentence.words - sentence.quoted_words;
    return sentence.quoted_words + frame_share * frame;
  }
  return (reworded ? counterpart_share : equal_share) * sentence.words;
}

/// A piece of a link: what one copy says of one sentence.
struct Piece {
  SentenceRef from;
  ArticleIndex other = 0;
  std::uint32_t to = 0;
  std::size_t first = 0;  ///< the first covered word of the article
  std::uint32_t covered = 0;
  std::uint32_t equal = 0;
  std::uint32_t copy = 0;
  bool reworded = false;
};

std::size_t first_word(std::span<const Word> words, std::uint32_t begin) {
  const auto found =
      std::ranges::lower_bound(words, begin, {}, [](const Word& word) { return word.span.begin; });
  return static_cast<std::size_t>(found - words.begin());
}

/// One side of a copy: its article's words and sentences.
struct Side {
  ArticleIndex article = 0;
  Span span;
  const Analysis& analysis;
  const ArticleReading& reading;

  [[nodiscard]] std::uint32_t sentence(std::size_t word) const {
    return reading.sentence_of_word[word];
  }
};

/// Pairs of sentences with the number of equal words between them, ascending.
using EqualWords = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>;

EqualWords count_equal(const Copy& copy, const Side& a, const Side& b) {
  EqualWords counts;
  for (const AlignedRun& run : copy.runs) {
    std::size_t x = first_word(a.analysis.words, run.a.begin);
    std::size_t y = first_word(b.analysis.words, run.b.begin);
    while (x < a.analysis.words.size() && y < b.analysis.words.size() &&
           a.analysis.words[x].span.end <= run.a.end && b.analysis.words[y].span.end <= run.b.end) {
      ++counts[{a.sentence(x++), b.sentence(y++)}];
    }
  }
  return counts;
}

/// Words in a row.
struct Row {
  std::size_t first = 0;
  std::uint32_t count = 0;
};

/// Sentences of one side with their words inside the copy.
std::map<std::uint32_t, Row> find_covered(const Side& side) {
  std::map<std::uint32_t, Row> rows;
  const std::vector<Word>& words = side.analysis.words;
  for (std::size_t i = first_word(words, side.span.begin);
       i < words.size() && words[i].span.end <= side.span.end; ++i) {
    ++rows.try_emplace(side.sentence(i), Row{i, 0}).first->second.count;
  }
  return rows;
}

/// A piece as far as its copy alone tells it.
struct PieceSource {
  ArticleIndex other = 0;
  std::uint32_t copy = 0;
  bool reworded = false;
};

void add_pieces(const Side& side, const PieceSource& source, const EqualWords& equal,
                std::vector<Piece>& pieces) {
  for (const auto& [sentence, covered] : find_covered(side)) {
    if (sentence == ArticleReading::no_sentence || !side.reading.sentences[sentence].counts()) {
      continue;
    }
    Piece piece{.from = {side.article, sentence},
                .other = source.other,
                .first = covered.first,
                .covered = covered.count,
                .copy = source.copy,
                .reworded = source.reworded};
    std::uint32_t best = 0;
    for (auto at = equal.lower_bound({sentence, 0}); at != equal.end(); ++at) {
      if (at->first.first != sentence) break;
      piece.equal += at->second;
      if (at->first.second != ArticleReading::no_sentence && at->second > best) {
        best = at->second;
        piece.to = at->first.second;
      }
    }
    if (best > 0) pieces.push_back(piece);
  }
}

EqualWords turned(const EqualWords& counts) {
  EqualWords result;
  for (const auto& [pair, count] : counts) result[{pair.second, pair.first}] += count;
  return result;
}

/// Of pieces that cover the same words, because the other article has the sentence twice, the first
/// remains.
std::vector<Piece> drop_doubles(std::span<const Piece> pieces) {
  std::vector<Piece> kept;
  for (const Piece& piece : pieces) {
    const bool doubled = std::ranges::any_of(kept, [&](const Piece& other) {
      const std::size_t begin = std::max(piece.first, other.first);
      const std::size_t end = std::min(piece.first + piece.covered, other.first + other.covered);
      return begin < end && 2 * (end - begin) > piece.covered;
    });
    if (!doubled) kept.push_back(piece);
  }
  return kept;
}

/// Joins the pieces of one sentence with one other article into a link, where they suffice.
std::vector<SentenceLink> join_pieces(std::vector<Piece> pieces,
                                      std::span<const ArticleReading> readings) {
  const auto key = [](const Piece& piece) { return std::pair(piece.from, piece.other); };
  std::ranges::sort(pieces, [&](const Piece& x, const Piece& y) {
    return key(x) != key(y) ? key(x) < key(y)
                            : std::pair(y.equal, x.copy) < std::pair(x.equal, y.copy);
  });
  std::vector<SentenceLink> links;
  for (std::size_t i = 0; i < pieces.size();) {
    const Piece& best = pieces[i];
    SentenceLink link{.from = best.from, .to = {best.other, best.to}, .copy = best.copy};
    std::size_t j = i;
    while (j < pieces.size() && key(pieces[j]) == key(best)) ++j;
    for (const Piece& piece : drop_doubles({&pieces[i], j - i})) {
      link.covered += piece.covered;
      link.equal += piece.equal;
      if (piece.reworded) link.reworded += piece.covered;
    }
    i = j;
    const SentenceReading& reading = readings[link.from.article].sentences[link.from.sentence];
    const std::uint32_t words = reading.words;
    link.covered = std::min(link.covered, words);  // copies overlap a little
    link.equal = std::min(link.equal, words);
    link.reworded = std::min(link.reworded, words);
    const double needed = needed_words(reading, 2 * link.reworded > link.covered);
    if (link.covered >= covered_share * words && link.equal >= needed) {
      links.push_back(link);
    }
  }
  return links;
}

bool shared_back(std::span<const SentenceLink> links, const SentenceLink& link) {
  const auto found = std::ranges::lower_bound(
      links, std::pair(link.to, link.from.article), {},
      [](const SentenceLink& other) { return std::pair(other.from, other.to.article); });
  return found != links.end() && found->from == link.to && found->to.article == link.from.article;
}

std::vector<SharedSentence> join_sentences(std::span<const SentenceLink> links) {
  std::vector<SentenceRef> places;
  for (const SentenceLink& link : links) places.push_back(link.from);
  places.erase(std::unique(places.begin(), places.end()), places.end());
  const auto position = [&](SentenceRef place) {
    return static_cast<std::size_t>(std::ranges::lower_bound(places, place) - places.begin());
  };
  Groups groups(places.size());
  for (const SentenceLink& link : links) {
    if (shared_back(links, link)) groups.join(position(link.from), position(link.to));
  }
  std::vector<std::size_t> number(places.size(), places.size());
  std::vector<SharedSentence> shared;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t root = groups.root(i);
    if (root == i) {
      number[i] = shared.size();
      shared.emplace_back();
    }
    shared[number[root]].places.push_back(places[i]);
  }
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    SharedSentence& sentence = shared[number[groups.root(position(links[i].from))]];
    sentence.links.push_back(i);
    sentence.articles.push_back(links[i].from.article);
    sentence.articles.push_back(links[i].to.article);
  }
  for (SharedSentence& sentence : shared) {
    std::ranges::sort(sentence.articles);
    sentence.articles.erase(std::unique(sentence.articles.begin(), sentence.articles.end()),
                            sentence.articles.end());
  }
  return shared;
}

/// The copies of the story that are evidence, of the pairs that have enough of it together.
std::vector<std::uint32_t> joining_copies(std::span<const Copy> copies,
                                          std::span<const std::uint32_t> story_copies) {
  std::map<std::pair<ArticleIndex, ArticleIndex>, double> bits;
  for (const std::uint32_t index : story_copies) {
    const Copy& copy = copies[index];
    if (copy.is_evidence()) bits[{copy.a, copy.b}] += copy.evidence;
  }
  std::vector<std::uint32_t> joining;
  for (const std::uint32_t index : story_copies) {
    const Copy& copy = copies[index];
    if (copy.is_evidence() && bits[{copy.a, copy.b}] >= joining_bits) joining.push_back(index);
  }
  return joining;
}

}  // namespace

SharedText find_shared_text(std::span<const Analysis> analyses,
                            std::span<const ArticleReading> readings, std::span<const Copy> copies,
                            std::span<const std::uint32_t> story_copies) {
  std::vector<Piece> pieces;
  for (const std::uint32_t index : joining_copies(copies, story_copies)) {
    const Copy& copy = copies[index];
    const Side a{copy.a, copy.a_span, analyses[copy.a], readings[copy.a]};
    const Side b{copy.b, copy.b_span, analyses[copy.b], readings[copy.b]};
    const EqualWords equal = count_equal(copy, a, b);
    const bool reworded = copy.kind == CopyKind::reworded;
    add_pieces(a, {copy.b, index, reworded}, equal, pieces);
    add_pieces(b, {copy.a, index, reworded}, turned(equal), pieces);
  }
  SharedText text;
  text.links = join_pieces(std::move(pieces), readings);
  text.sentences = join_sentences(text.links);
  return text;
}

}  // namespace twosource
