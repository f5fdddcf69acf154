// Sentence borders (L1), measured on GUM (github.com/amir-zeldes/gum, annotations CC BY 4.0).
//
// Data: PATH... are the folder `dep` of GUM or files of it; read are the genres news, interview
// and speech (GUM_news_*.conllu and so on).
//
// Each document's text is put together again from its tokens: a space between two tokens unless
// the first says SpaceAfter=No; a blank line where a paragraph begins (`# newpar`) and where an
// inner block of one (`# newpar_block = p (3 s) | quote (2 s)`) is over. The text goes through
// analyze_structure as the body of an article, so paragraphs and language are found, not given.
//
// A border is the end of a sentence, counted in characters that are not white space, so that it
// does not matter to whom the space behind a sentence belongs. The end of the document is none.
//   inside   borders inside paragraphs only; what ends a paragraph is found by the blank line and
//            counts neither for nor against. The headline figure: the stricter of the two.
//   all      every border but the document's end.
// F1 = 2 · right / (found + gold), summed over documents.
//
// Documents are split by XXH3 of the file's name: "tuned" (even; their errors were looked at) and
// "held out" (odd; never looked at).
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::bench {
namespace {

constexpr std::array<std::string_view, 3> genres = {"news", "interview", "speech"};

// A border: how many characters that are not white space stand before it.
using Borders = std::set<std::size_t>;

struct Document {
  std::string text;
  std::vector<std::uint32_t> sentence_ends;   // byte offsets, without the last
  std::vector<std::uint32_t> paragraph_ends;  // byte offsets, without the last
};

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

// The sentence counts of "# newpar_block = p (7 s) | figure (1 s)": 7 and 1.
std::vector<int> block_lengths(std::string_view comment) {
  std::vector<int> lengths;
  for (std::size_t i = comment.find(" ("); i != std::string_view::npos;
       i = comment.find(" (", i + 1)) {
    int length = 0;
    std::size_t digit = i + 2;
    while (digit < comment.size() && comment[digit] >= '0' && comment[digit] <= '9') {
      length = 10 * length + (comment[digit++] - '0');
    }
    if (comment.substr(digit, 3) == " s)") lengths.push_back(length);
  }
  return lengths;
}

// Puts a document together from the lines of a CoNLL-U file.
class Builder {
 public:
  Document build(std::string_view conllu) {
    while (!conllu.empty()) take_line(take(conllu, '\n'));
    end_sentence();
    if (!document_.sentence_ends.empty()) document_.sentence_ends.pop_back();
    return std::move(document_);
  }

 private:
  void take_line(std::string_view line) {
    if (line.empty()) {
      end_sentence();
    } else if (line.substr(0, 8) == "# newpar") {
      new_paragraph_ = true;
      for (int length : block_lengths(line)) open_blocks_.push_back(length);
    } else if (line.front() != '#') {
      take_token(line);
    }
  }

  // Columns: 1 number ("3", "3-4" for a contraction over the tokens 3 and 4, "3.1" unspoken),
  // 2 form, 10 notes.
  void take_token(std::string_view line) {
    const std::string_view number = take(line, '\t');
    const std::string_view form = take(line, '\t');
    const std::string_view notes = line.substr(line.rfind('\t') + 1);
    if (number.find('.') != std::string_view::npos || is_inside_contraction(number)) return;
    if (new_paragraph_ && !document_.text.empty()) {
      document_.paragraph_ends.push_back(static_cast<std::uint32_t>(document_.text.size()));
      document_.text += "\n\n";
    } else if (space_before_ && !document_.text.empty()) {
      document_.text += ' ';
    }
    document_.text += form;
    space_before_ = notes.find("SpaceAfter=No") == std::string_view::npos;
    new_paragraph_ = false;
    in_sentence_ = true;
  }

  bool is_inside_contraction(std::string_view number) {
    const std::size_t dash = number.find('-');
    const int first = to_number(number.substr(0, dash));
    if (dash != std::string_view::npos) {
      contraction_end_ = to_number(number.substr(dash + 1));
      return false;
    }
    return first <= contraction_end_;
  }

  static int to_number(std::string_view digits) {
    int number = 0;
    for (char digit : digits) number = 10 * number + (digit - '0');
    return number;
  }

  void end_sentence() {
    if (!in_sentence_) return;
    in_sentence_ = false;
    contraction_end_ = 0;
    document_.sentence_ends.push_back(static_cast<std::uint32_t>(document_.text.size()));
    for (int& left : open_blocks_) new_paragraph_ = --left == 0 || new_paragraph_;
    std::erase(open_blocks_, 0);
  }

  Document document_;
  std::vector<int> open_blocks_;  // sentences that are left of each open block
  int contraction_end_ = 0;
  bool space_before_ = false;
  bool new_paragraph_ = false;
  bool in_sentence_ = false;
};

// White space in these texts is ASCII.
Borders borders_at(std::string_view text, const std::vector<std::uint32_t>& offsets) {
  Borders borders;
  std::size_t solid = 0;
  std::uint32_t i = 0;
  for (std::uint32_t offset : offsets) {
    for (; i < offset; ++i) solid += text[i] == ' ' || text[i] == '\n' ? 0 : 1;
    borders.insert(solid);
  }
  return borders;
}

Borders find_borders(const std::string& text) {
  Article article;
  article.text = text;
  article.body = {0, static_cast<std::uint32_t>(text.size())};
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  std::vector<std::uint32_t> ends;
  for (Span sentence : analysis.sentences) {
    if (!sentence.empty()) ends.push_back(sentence.end);
  }
  if (!ends.empty()) ends.pop_back();
  return borders_at(text, ends);
}

struct Score {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;

  void add(const Borders& found_borders, const Borders& gold_borders) {
    found += found_borders.size();
    gold += gold_borders.size();
    for (std::size_t border : found_borders) right += gold_borders.count(border);
  }
  Score& operator+=(const Score& other) {
    right += other.right;
    found += other.found;
    gold += other.gold;
    return *this;
  }
  [[nodiscard]] double precision() const { return ratio(right, found); }
  [[nodiscard]] double recall() const { return ratio(right, gold); }
  [[nodiscard]] double f1() const { return ratio(2 * right, found + gold); }
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

struct Scores {
  std::size_t documents = 0;
  Score inside;
  Score all;

  Scores& operator+=(const Scores& other) {
    documents += other.documents;
    inside += other.inside;
    all += other.all;
    return *this;
  }
};

Borders without(Borders borders, const Borders& removed) {
  for (std::size_t border : removed) borders.erase(border);
  return borders;
}

Scores score(const Document& document) {
  const Borders found = find_borders(document.text);
  const Borders gold = borders_at(document.text, document.sentence_ends);
  const Borders given = borders_at(document.text, document.paragraph_ends);
  Scores scores;
  scores.documents = 1;
  scores.inside.add(without(found, given), without(gold, given));
  scores.all.add(found, gold);
  return scores;
}

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view genre_of(const std::string& name) {
  const auto* found = std::find_if(genres.begin(), genres.end(), [&](std::string_view genre) {
    return name.compare(0, 5 + genre.size(), "GUM_" + std::string(genre) + "_") == 0;
  });
  return found == genres.end() ? std::string_view() : *found;
}

void print_row(std::ostream& out, std::string_view name, const Scores& scores) {
  out << fmt::format("{:<22}{:>5}{:>8}{:>9.4f}{:>9.4f}{:>9.4f}{:>9.4f}\n", name, scores.documents,
                     scores.inside.gold, scores.inside.precision(), scores.inside.recall(),
                     scores.inside.f1(), scores.all.f1());
}

using Table = std::map<std::pair<std::string_view, bool>, Scores>;  // by genre; true: tuned

void print_table(const Table& table, std::ostream& out) {
  Scores tuned;
  Scores held_out;
  out << fmt::format("{:<22}{:>5}{:>8}{:>9}{:>9}{:>9}{:>9}\n", "GUM", "docs", "borders", "prec",
                     "recall", "inside", "all F1");
  for (const auto& [key, scores] : table) {
    print_row(out, fmt::format("{} {}", key.first, key.second ? "(tuned)" : "(held out)"), scores);
    (key.second ? tuned : held_out) += scores;
  }
  print_row(out, "tuned half", tuned);
  print_row(out, "held-out half", held_out);
  Scores total = tuned;
  total += held_out;
  print_row(out, "all", total);
  out << fmt::format("sentences.f1: {:.4f}\n", total.inside.f1());
  out << fmt::format("sentences.f1_tuned: {:.4f}\n", tuned.inside.f1());
  out << fmt::format("sentences.f1_held_out: {:.4f}\n", held_out.inside.f1());
  out << fmt::format("sentences.f1_all_borders: {:.4f}\n", total.all.f1());
}

}  // namespace

Result<Done> measure_sentences(const Request& request, std::ostream& out) {
  const FoundInputs inputs = find_inputs(request.paths);
  for (const FileProblem& problem : inputs.problems) return problem.error;
  Table table;
  for (const std::string& path : inputs.files) {
    const std::string name = file_name(path);
    const std::string_view genre = genre_of(name);
    if (genre.empty()) continue;
    const Result<std::string> bytes = read_file(path, max_input_bytes);
    if (!bytes) return bytes.error();
    table[{genre, hash_bytes(name) % 2 == 0}] += score(Builder().build(*bytes));
  }
  if (table.empty())
    return Error{ErrorKind::missing,
                 "no GUM_news_*.conllu, GUM_interview_* or GUM_speech_* lies under the paths"};
  print_table(table, out);
  return Done{};
}

}  // namespace twosource::bench
