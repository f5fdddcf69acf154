// Who shuffled it?
//
//     A   [after nine hours] [the crew reached the harbour] [with the last of the fuel]
//     B   [with the last of the fuel] [the crew reached the harbour] [after nine hours]
//
// Pieces of three equal words and more are points in a plane, one axis for each text. Text that was
// copied in order lies on a diagonal; text that was shuffled fills a square: dense along both axes,
// and in no order. So the points are split where a gap opens along the first axis, the parts where
// one opens along the second, and so on until nothing splits any more. Chance equalities are dense
// along one axis at most and fall off.
//
// A square counts where most words of either side stand on the other, and a good part of them in
// another order. Where the pieces are whole sentences nobody shuffled anything: paragraphs changed
// places, and each of them is a copy of its own.
//
// Cost: a hash look-up for each word, sorting of the points.
#include "twosource/reuse/moved.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr std::uint32_t gram_words = 3;
// A sequence of three words that comes more often in a text is a formula of it.
constexpr std::size_t most_repeats = 4;
// Words without counterpart that may lie between two pieces; fewer where so many lead to no square.
constexpr std::uint32_t widest_gap = 40;
constexpr std::uint32_t narrow_gap = 12;
constexpr std::uint32_t fewest_words = 20;
constexpr double least_common = 0.6;    // of the words of the longer side
constexpr double least_moved = 0.12;    // of the words in pieces
constexpr double most_sentences = 0.6;  // of the words in pieces that are whole sentences

struct Piece {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t size = 0;
};

using Pieces = std::vector<Piece>;

// One side of the pair: words of the body and which of them begin or end a sentence.
class Text {
 public:
  Text(const Article& article, const Analysis& analysis) : article_(article), analysis_(analysis) {}

  [[nodiscard]] std::uint32_t first() const { return analysis_.body_word; }
  [[nodiscard]] std::uint32_t last() const {
    return static_cast<std::uint32_t>(analysis_.words.size());
  }
  [[nodiscard]] std::uint64_t hash(std::uint32_t word) const { return analysis_.words[word].hash; }
  [[nodiscard]] std::string_view word(std::uint32_t word) const {
    return slice(article_.text, analysis_.words[word].span);
  }
  // Whether a sentence begins with this word (or ends before it).
  [[nodiscard]] bool border(std::uint32_t word) const {
    if (word == last()) return true;
    const auto behind = std::partition_point(
        analysis_.sentences.begin(), analysis_.sentences.end(),
        [&](Span sentence) { return sentence.begin <= analysis_.words[word].span.begin; });
    return behind != analysis_.sentences.begin() &&
           (word == 0 || (behind - 1)->begin > analysis_.words[word - 1].span.begin);
  }

  [[nodiscard]] std::uint64_t gram(std::uint32_t word) const {
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < gram_words; ++i) {
      sum = (sum ^ hash(word + i)) * 0x9E3779B97F4A7C15U;
      sum ^= sum >> 29U;
    }
    return sum;
  }

 private:
  const Article& article_;
  const Analysis& analysis_;
};

// Where the sequences of gram_words words stand: a table with open addressing, and a list of the
// places of each.
class GramPlaces {
 public:
  explicit GramPlaces(const Text& text) {
    const std::uint32_t words = text.last() - text.first();
    slots_.resize(std::bit_ceil(std::size_t{2} * words + 2));
    next_.resize(words);
    first_ = text.first();
    // From the end, so that the lists ascend.
    for (std::uint32_t at = words < gram_words ? 0 : words - gram_words + 1; at-- > 0;) {
      const std::uint64_t gram = text.gram(first_ + at);
      Slot& slot = slots_[slot_of(gram)];
      slot.gram = gram;
      next_[at] = slot.first;
      slot.first = at + 1;
      ++slot.count;
    }
  }

  // Calls take(place) for each place of the sequence, ascending; for none where it is a formula.
  template <class Take>
  void for_each(std::uint64_t gram, const Take& take) const {
    const Slot& slot = slots_[slot_of(gram)];
    if (slot.count > most_repeats) return;
    for (std::uint32_t at = slot.first; at != 0; at = next_[at - 1]) take(first_ + at - 1);
  }

 private:
  struct Slot {
    std::uint64_t gram = 0;
    std::uint32_t first = 0;  // one more than the place among the words of the body; 0: none
    std::uint32_t count = 0;
  };

  // Of the sequence, or the free one that waits for it.
  [[nodiscard]] std::size_t slot_of(std::uint64_t gram) const {
    std::size_t slot = gram & (slots_.size() - 1);
    while (slots_[slot].count > 0 && slots_[slot].gram != gram) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
  }

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> next_;  // of each place: the next one of the same sequence
  std::uint32_t first_ = 0;
};

// All maximal runs of gram_words equal words and more.
Pieces find_pieces(const Text& a, const Text& b) {
  const GramPlaces places(b);
  Pieces pieces;
  std::vector<std::uint32_t> done(std::size_t{a.last()} + b.last());  // by diagonal: end in a
  for (std::uint32_t i = a.first(); i + gram_words <= a.last(); ++i) {
    places.for_each(a.gram(i), [&](std::uint32_t j) {
      std::uint32_t& end = done[std::size_t{j} + a.last() - i];
      if (i < end) return;
      std::uint32_t size = 0;
      while (i + size < a.last() && j + size < b.last() && a.hash(i + size) == b.hash(j + size)) {
        ++size;
      }
      end = i + size;
      if (size >= gram_words) pieces.push_back({i, j, size});
    });
  }
  return pieces;
}

// Splits pieces where a gap wider than `gap` opens along one axis.
std::vector<Pieces> split(Pieces pieces, std::uint32_t Piece::*axis, std::uint32_t gap) {
  std::sort(pieces.begin(), pieces.end(),
            [&](const Piece& x, const Piece& y) { return x.*axis < y.*axis; });
  std::vector<Pieces> parts;
  std::uint32_t end = 0;
  for (const Piece& piece : pieces) {
    if (parts.empty() || piece.*axis > end + gap) parts.emplace_back();
    parts.back().push_back(piece);
    end = std::max(end, piece.*axis + piece.size);
  }
  return parts;
}

std::vector<Pieces> find_squares(Pieces pieces, std::uint32_t gap) {
  std::vector<Pieces> squares;
  std::vector<Pieces> open = {std::move(pieces)};
  while (!open.empty()) {
    Pieces next = std::move(open.back());
    open.pop_back();
    bool whole = true;
    for (Pieces& by_a : split(std::move(next), &Piece::a, gap)) {
      std::vector<Pieces> by_b = split(std::move(by_a), &Piece::b, gap);
      // Whatever was split may split again along the other axis.
      whole = by_b.size() == 1;
      for (Pieces& part : by_b) (whole ? squares : open).push_back(std::move(part));
    }
  }
  return squares;
}

// Words of one side that are taken, as stretches: begin and end.
class Taken {
 public:
  [[nodiscard]] bool touches(std::uint32_t begin, std::uint32_t size) const {
    const auto next = ends_.upper_bound(begin);  // the first stretch that ends behind `begin`
    return next != ends_.end() && next->second < begin + size;
  }
  void add(std::uint32_t begin, std::uint32_t size) { ends_.emplace(begin + size, begin); }

 private:
  std::map<std::uint32_t, std::uint32_t> ends_;  // to begins; no two stretches touch
};

// Pieces that share no word, the longest first, in text order of a.
Pieces without_overlap(Pieces pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Piece& x, const Piece& y) {
    return std::tuple(y.size, x.a + x.b, std::min(x.a, x.b), x.a) <
           std::tuple(x.size, y.a + y.b, std::min(y.a, y.b), y.a);
  });
  Pieces kept;
  Taken in_a;
  Taken in_b;
  for (const Piece& piece : pieces) {
    if (in_a.touches(piece.a, piece.size) || in_b.touches(piece.b, piece.size)) continue;
    in_a.add(piece.a, piece.size);
    in_b.add(piece.b, piece.size);
    kept.push_back(piece);
  }
  std::sort(kept.begin(), kept.end(), [](const Piece& x, const Piece& y) { return x.a < y.a; });
  return kept;
}

std::uint32_t words_of(const Pieces& pieces) {
  std::uint32_t words = 0;
  for (const Piece& piece : pieces) words += piece.size;
  return words;
}

// Words of the heaviest series of pieces that stand in the same order on both sides. `pieces` are
// in text order of a and share no word.
std::uint32_t words_in_order(const Pieces& pieces) {
  // The weight of the heaviest series that ends at a place of b; those that end later and weigh no
  // more are dropped, so both places and weights ascend.
  std::map<std::uint32_t, std::uint32_t> heaviest;
  for (const Piece& piece : pieces) {
    const auto behind = heaviest.lower_bound(piece.b);
    const std::uint32_t before = behind == heaviest.begin() ? 0 : std::prev(behind)->second;
    const std::uint32_t weight = before + piece.size;
    auto outweighed = behind;
    while (outweighed != heaviest.end() && outweighed->second <= weight) ++outweighed;
    heaviest.erase(behind, outweighed);
    heaviest.emplace(piece.b, weight);
  }
  return heaviest.empty() ? 0 : heaviest.rbegin()->second;
}

class Square {
 public:
  Square(const Text& a, const Text& b, Pieces pieces)
      : a_(a), b_(b), pieces_(without_overlap(std::move(pieces))) {
    a_first_ = pieces_.front().a;
    b_first_ = pieces_.front().b;
    for (const Piece& piece : pieces_) {
      a_last_ = std::max(a_last_, piece.a + piece.size);
      b_first_ = std::min(b_first_, piece.b);
      b_last_ = std::max(b_last_, piece.b + piece.size);
    }
  }

  [[nodiscard]] bool is_shuffled() const {
    const std::uint32_t longer = std::max(a_last_ - a_first_, b_last_ - b_first_);
    const std::uint32_t words = words_of(pieces_);
    if (longer < fewest_words || words_in_order(pieces_) > (1 - least_moved) * words) return false;
    std::uint32_t in_sentences = 0;
    for (const Piece& piece : pieces_) {
      if (is_sentence(piece)) in_sentences += piece.size;
    }
    return in_sentences <= most_sentences * words && common_words() >= least_common * longer;
  }

  [[nodiscard]] Rewording stretch(ArticleIndex a, ArticleIndex b) const {
    Rewording found{.a = a,
                    .b = b,
                    .a_first = a_first_,
                    .a_last = a_last_,
                    .b_first = b_first_,
                    .b_last = b_last_,
                    .runs = {}};
    for (const Piece& piece : pieces_) {
      if (!is_equal_text(piece)) continue;
      found.runs.push_back({piece.a, piece.b, piece.size, true});
      found.equal_words += piece.size;
    }
    return found;
  }

 private:
  // Equal hashes are nearly always equal words, but only the text is evidence.
  [[nodiscard]] bool is_equal_text(const Piece& piece) const {
    for (std::uint32_t i = 0; i < piece.size; ++i) {
      if (!same_word(a_.word(piece.a + i), b_.word(piece.b + i))) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_sentence(const Piece& piece) const {
    return a_.border(piece.a) && a_.border(piece.a + piece.size) && b_.border(piece.b) &&
           b_.border(piece.b + piece.size);
  }

  // How many words both sides have, wherever they stand.
  [[nodiscard]] std::uint32_t common_words() const {
    std::unordered_map<std::uint64_t, std::uint32_t> left;
    for (std::uint32_t i = a_first_; i < a_last_; ++i) ++left[a_.hash(i)];
    std::uint32_t common = 0;
    for (std::uint32_t j = b_first_; j < b_last_; ++j) {
      const auto found = left.find(b_.hash(j));
      if (found == left.end() || found->second == 0) continue;
      --found->second;
      ++common;
    }
    return common;
  }

  const Text& a_;
  const Text& b_;
  Pieces pieces_;
  std::uint32_t a_first_ = 0;
  std::uint32_t a_last_ = 0;
  std::uint32_t b_first_ = 0;
  std::uint32_t b_last_ = 0;
};

std::vector<Rewording> find_stretches(const Text& left, ArticleIndex a, const Text& right,
                                      ArticleIndex b) {
  std::vector<Rewording> found;
  const auto take = [&](const Pieces& pieces) {
    if (pieces.size() < 2) return true;
    const Square square(left, right, pieces);
    if (!square.is_shuffled()) return false;
    found.push_back(square.stretch(a, b));
    return true;
  };
  for (Pieces& wide : find_squares(find_pieces(left, right), widest_gap)) {
    if (take(wide)) continue;
    for (const Pieces& narrow : find_squares(std::move(wide), narrow_gap)) take(narrow);
  }
  std::sort(found.begin(), found.end(), [](const Rewording& x, const Rewording& y) {
    return std::tuple(y.equal_words, x.a_first, x.b_first) <
           std::tuple(x.equal_words, y.a_first, y.b_first);
  });
  std::vector<Rewording> kept;
  for (Rewording& stretch : found) {
    if (std::all_of(kept.begin(), kept.end(), [&](const Rewording& other) {
          return (stretch.a_last <= other.a_first || other.a_last <= stretch.a_first) &&
                 (stretch.b_last <= other.b_first || other.b_last <= stretch.b_first);
        })) {
      kept.push_back(std::move(stretch));
    }
  }
  std::sort(kept.begin(), kept.end(),
            [](const Rewording& x, const Rewording& y) { return x.a_first < y.a_first; });
  return kept;
}

// The same stretch with a and b in each other's place.
void turn(Rewording& stretch) {
  std::swap(stretch.a, stretch.b);
  std::swap(stretch.a_first, stretch.b_first);
  std::swap(stretch.a_last, stretch.b_last);
  for (MeaningRun& run : stretch.runs) std::swap(run.a, run.b);
  std::sort(stretch.runs.begin(), stretch.runs.end(),
            [](const MeaningRun& x, const MeaningRun& y) { return x.a < y.a; });
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): two articles of three parts each
std::vector<Rewording> find_moved(const Article& article_a, const Analysis& in_a, ArticleIndex a,
                                  const Article& article_b, const Analysis& in_b, ArticleIndex b) {
  const Text left(article_a, in_a);
  const Text right(article_b, in_b);
  // Formulas are told from one side, and ties by the other. So the same one is always the first.
  if (slice(article_b.text, article_b.body) < slice(article_a.text, article_a.body)) {
    std::vector<Rewording> found = find_stretches(right, b, left, a);
    for (Rewording& stretch : found) turn(stretch);
    std::sort(found.begin(), found.end(),
              [](const Rewording& x, const Rewording& y) { return x.a_first < y.a_first; });
    return found;
  }
  return find_stretches(left, a, right, b);
}

}  // namespace twosource
