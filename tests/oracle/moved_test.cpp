// The slow twin of find_moved: every word against every word for the pieces, every gap tried for
// the squares, every choice of pieces for the order.
#include "twosource/reuse/moved.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "twosource/text/made_articles_test.hpp"

namespace twosource {
namespace {

struct Piece {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t size = 0;
};
using Pieces = std::vector<Piece>;
using Words = std::vector<std::string>;

constexpr std::uint32_t gram_words = 3;
constexpr std::ptrdiff_t most_repeats = 4;

struct Side {
  std::vector<std::string> words;
  std::vector<bool> border;  // by word, and one behind the last
};

Side side_of(const Article& article, const Analysis& analysis) {
  Side side;
  for (const Word& word : analysis.words) {
    side.words.emplace_back(slice(article.text, word.span));
    side.border.push_back(std::ranges::any_of(
        analysis.sentences, [&](Span sentence) { return sentence.begin == word.span.begin; }));
  }
  side.border.push_back(true);
  return side;
}

class Twin {
 public:
  Twin(Side a, Side b) : a_(std::move(a)), b_(std::move(b)) {}

  // "a_first-a_last b_first-b_last: run run", as show() writes it.
  [[nodiscard]] std::vector<std::string> find() const {
    std::vector<Pieces> shuffled;
    for (const Pieces& wide : squares(all_pieces(), 40)) {
      if (wide.size() < 2) continue;
      if (is_shuffled(apart(wide))) {
        shuffled.push_back(apart(wide));
        continue;
      }
      for (const Pieces& narrow : squares(wide, 12)) {
        if (narrow.size() > 1 && is_shuffled(apart(narrow))) shuffled.push_back(apart(narrow));
      }
    }
    // The one with most words first, then what lies beside it on both sides.
    std::vector<std::string> lines;
    while (!shuffled.empty()) {
      const Pieces best = *std::ranges::min_element(shuffled, {}, [](const Pieces& pieces) {
        return std::tuple(-std::int64_t{words_of(pieces)}, extent(pieces, &Piece::a).first,
                          extent(pieces, &Piece::b).first);
      });
      const auto [a_first, a_last] = extent(best, &Piece::a);
      const auto [b_first, b_last] = extent(best, &Piece::b);
      lines.push_back(fmt::format("{}-{} {}-{}:", a_first, a_last, b_first, b_last));
      for (const Piece& piece : best) {
        lines.back() += fmt::format(" {}={}+{}", piece.a, piece.b, piece.size);
      }
      std::erase_if(shuffled, [&](const Pieces& other) {
        return overlap(other, best, &Piece::a) || overlap(other, best, &Piece::b);
      });
    }
    std::ranges::sort(lines);
    return lines;
  }

 private:
  [[nodiscard]] bool equal(std::size_t i, std::size_t j) const {
    return i < a_.words.size() && j < b_.words.size() && a_.words[i] == b_.words[j];
  }

  // Whether the three words at i of a come too often in b.
  [[nodiscard]] bool is_formula(std::size_t i) const {
    std::ptrdiff_t times = 0;
    for (std::size_t j = 0; j < b_.words.size(); ++j) times += has_gram(i, j) ? 1 : 0;
    return times > most_repeats;
  }
  [[nodiscard]] bool has_gram(std::size_t i, std::size_t j) const {
    return equal(i, j) && equal(i + 1, j + 1) && equal(i + 2, j + 2);
  }

  // Maximal runs, less formulas at their beginning.
  [[nodiscard]] Pieces all_pieces() const {
    Pieces pieces;
    for (std::uint32_t i = 0; i < a_.words.size(); ++i) {
      for (std::uint32_t j = 0; j < b_.words.size(); ++j) {
        if (!equal(i, j) || (i > 0 && j > 0 && equal(i - 1, j - 1))) continue;
        std::uint32_t size = 0;
        while (equal(i + size, j + size)) ++size;
        std::uint32_t skip = 0;
        while (skip + gram_words <= size && is_formula(i + skip)) ++skip;
        if (skip + gram_words <= size) pieces.push_back({i + skip, j + skip, size - skip});
      }
    }
    return pieces;
  }

  // Parts that no gap divides, found by dividing at one gap after the other.
  static std::vector<Pieces> squares(const Pieces& pieces, std::uint32_t gap) {
    for (auto axis : {&Piece::a, &Piece::b}) {
      for (const Piece& border : pieces) {
        Pieces before;
        Pieces behind;
        for (const Piece& piece : pieces) {
          (piece.*axis < border.*axis ? before : behind).push_back(piece);
        }
        if (before.empty() || extent(before, axis).second + gap >= border.*axis) continue;
        std::vector<Pieces> parts = squares(before, gap);
        for (Pieces& part : squares(behind, gap)) parts.push_back(std::move(part));
        return parts;
      }
    }
    return {pieces};
  }

  static std::pair<std::uint32_t, std::uint32_t> extent(const Pieces& pieces,
                                                        std::uint32_t Piece::*axis) {
    std::uint32_t first = UINT32_MAX;
    std::uint32_t last = 0;
    for (const Piece& piece : pieces) {
      first = std::min(first, piece.*axis);
      last = std::max(last, piece.*axis + piece.size);
    }
    return {first, last};
  }

  static bool overlap(const Pieces& x, const Pieces& y, std::uint32_t Piece::*axis) {
    const auto [x_first, x_last] = extent(x, axis);
    const auto [y_first, y_last] = extent(y, axis);
    return x_first < y_last && y_first < x_last;
  }

  static std::uint32_t words_of(const Pieces& pieces) {
    std::uint32_t words = 0;
    for (const Piece& piece : pieces) words += piece.size;
    return words;
  }

  // The longest first; of equal ones that nearest to both beginnings.
  static Pieces apart(Pieces pieces) {
    Pieces kept;
    while (!pieces.empty()) {
      const Piece best = *std::ranges::min_element(pieces, {}, [](const Piece& p) {
        return std::tuple(-std::int64_t{p.size}, p.a + p.b, std::min(p.a, p.b), p.a);
      });
      kept.push_back(best);
      std::erase_if(pieces, [&](const Piece& p) {
        return (p.a < best.a + best.size && best.a < p.a + p.size) ||
               (p.b < best.b + best.size && best.b < p.b + p.size);
      });
    }
    std::ranges::sort(kept, {}, &Piece::a);
    return kept;
  }

  // Words of the heaviest pieces from `i` on that stand behind `b` in order: with or without each.
  static std::uint32_t most_in_order(const Pieces& pieces, std::size_t i, std::int64_t b) {
    if (i == pieces.size()) return 0;
    const std::uint32_t without = most_in_order(pieces, i + 1, b);
    if (pieces[i].b <= b) return without;
    return std::max(without, pieces[i].size + most_in_order(pieces, i + 1, pieces[i].b));
  }

  [[nodiscard]] bool is_shuffled(const Pieces& pieces) const {
    const auto [a_first, a_last] = extent(pieces, &Piece::a);
    const auto [b_first, b_last] = extent(pieces, &Piece::b);
    const std::uint32_t longer = std::max(a_last - a_first, b_last - b_first);
    const std::uint32_t words = words_of(pieces);
    std::uint32_t in_sentences = 0;
    for (const Piece& piece : pieces) {
      const bool whole = a_.border[piece.a] && a_.border[piece.a + piece.size] &&
                         b_.border[piece.b] && b_.border[piece.b + piece.size];
      in_sentences += whole ? piece.size : 0;
    }
    Words left(a_.words.begin() + a_first, a_.words.begin() + a_last);
    Words right(b_.words.begin() + b_first, b_.words.begin() + b_last);
    std::ranges::sort(left);
    std::ranges::sort(right);
    Words common;
    std::ranges::set_intersection(left, right, std::back_inserter(common));
    return longer >= 20 && most_in_order(pieces, 0, -1) <= (1 - 0.12) * words &&
           in_sentences <= 0.6 * words && static_cast<double>(common.size()) >= 0.6 * longer;
  }

  Side a_;
  Side b_;
};

std::vector<std::string> show(const std::vector<Rewording>& found) {
  std::vector<std::string> lines;
  for (const Rewording& stretch : found) {
    std::string line = fmt::format("{}-{} {}-{}:", stretch.a_first, stretch.a_last, stretch.b_first,
                                   stretch.b_last);
    std::uint32_t equal = 0;
    for (const MeaningRun& run : stretch.runs) {
      line += fmt::format(" {}={}+{}", run.a, run.b, run.size);
      equal += run.size;
    }
    CHECK(equal == stretch.equal_words);
    lines.push_back(line);
  }
  std::ranges::sort(lines);
  return lines;
}

// With a and b in each other's place.
std::vector<Rewording> turned(std::vector<Rewording> found) {
  for (Rewording& stretch : found) {
    std::swap(stretch.a_first, stretch.b_first);
    std::swap(stretch.a_last, stretch.b_last);
    for (MeaningRun& run : stretch.runs) std::swap(run.a, run.b);
    std::ranges::sort(stretch.runs, {}, &MeaningRun::a);
  }
  return found;
}

// Pieces of some words that stand in both texts, each text in its own order, with words of its own
// between them; few different words, so that formulas come, too.
std::vector<Words> random_pieces(std::mt19937& random, std::size_t count, std::size_t alphabet) {
  std::vector<Words> pieces(count);
  for (Words& piece : pieces) {
    for (std::size_t size = 3 + random() % 7; size > 0; --size) {
      piece.push_back(fmt::format("w{}", random() % alphabet));
    }
  }
  return pieces;
}

std::string text_of(std::mt19937& random, const std::vector<Words>& pieces, char own) {
  std::string text;
  for (const Words& piece : pieces) {
    if (random() % 8 == 0) continue;
    for (const std::string& word : piece) text += word + " ";
    // Seldom so much that a gap opens.
    for (std::size_t count = random() % 12 == 0 ? random() % 50 : random() % 3; count > 0;
         --count) {
      text += fmt::format("{}{} ", own, random() % 1000);
    }
    if (random() % 4 == 0) text += ". W ";
  }
  return text;
}

}  // namespace

TEST_CASE("moved: the slow twin agrees on random texts of shuffled pieces") {
  std::size_t stretches = 0;
  std::size_t without = 0;
  for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
    std::mt19937 random(seed);
    const std::size_t alphabet = seed % 3 == 0 ? 12 : 400;
    std::vector<Words> pieces = random_pieces(random, 1 + random() % 14, alphabet);
    MadeArticles made;
    made.add(make_article("", text_of(random, pieces, 'a')));
    if (random() % 4 != 0) std::ranges::shuffle(pieces, random);
    made.add(make_article("", text_of(random, pieces, 'b')));
    CAPTURE(seed);
    // Formulas are told from one side: from that whose text comes first.
    const std::size_t x = made.articles[1].text < made.articles[0].text ? 1 : 0;
    const std::size_t y = 1 - x;
    const std::vector<Rewording> found =
        find_moved(made.articles[x], made.analyses[x], 0, made.articles[y], made.analyses[y], 1);
    const Twin twin(side_of(made.articles[x], made.analyses[x]),
                    side_of(made.articles[y], made.analyses[y]));
    CHECK(show(found) == twin.find());
    CHECK(show(found) == show(turned(find_moved(made.articles[y], made.analyses[y], 0,
                                                made.articles[x], made.analyses[x], 1))));
    stretches += found.size();
    without += found.empty() ? 1 : 0;
  }
  // Both answers were asked for.
  CHECK(stretches > 100);
  CHECK(without > 100);
}

}  // namespace twosource
