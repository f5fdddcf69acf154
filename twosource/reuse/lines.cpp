// What stands in an article's file and is not its text?
//
// Below a report stand the headlines of others, a list of dated videos, the countries that a form
// offers. Two articles of one site, or of two sites with one list, have them in common without
// having a sentence in common. No words tell them, as headlines are made of the same words as news.
// Their shape does: a paragraph that does not end as a sentence does is a line. It takes an article
// that otherwise ends its sentences; some outlets and some languages print no full stops, and
// nothing of theirs is a line.
//
// A headline is short. What goes on for sixty words without an end is a list if most of its words
// are names; else it is a paragraph whose end was cut.
//
// "Jory Tamm contributed to this report" ends like a sentence and is told by its words
// (tables/prompts.tsv): whoever worked on two reports, that does not make one of the other. So does
// the note on who the author is. And a page's style sheet is told by its braces and semicolons.
#include "twosource/reuse/lines.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/reuse/prompts.hpp"

namespace twosource {
namespace {

constexpr std::size_t longest_headline_words = 25;
constexpr std::size_t longest_credit_words = 50;
constexpr std::size_t longest_author_note_words = 100;
// Code has so many signs a word that prose has hardly ever.
constexpr double code_signs = 0.25;
constexpr std::size_t shortest_list_words = 60;
constexpr double names_of_list = 0.5;
// So much of an article must be sentences before anything in it is a line.
constexpr std::size_t least_prose_words = 60;
// Share of a copy's words, on both sides, that must stand in lines.
constexpr double lines_share = 0.8;

// Full stops of the scripts that have one; a colon and a comma lead on to the next paragraph.
bool ends_sentence(char32_t c) {
  return std::u32string_view(U".!?…:;,。！？؟۔।॥։።").find(c) != std::u32string_view::npos;
}

bool closes(char32_t c) {
  return std::u32string_view(U"\"'”’“‘»«›‹)]」』 ").find(c) != std::u32string_view::npos;
}

bool is_code(std::string_view paragraph, std::size_t words) {
  const auto signs = std::count_if(paragraph.begin(), paragraph.end(), [](char c) {
    return std::string_view("{}<>=;").find(c) != std::string_view::npos;
  });
  return static_cast<double>(signs) > code_signs * static_cast<double>(words);
}

// On who worked on the report or who wrote it.
bool is_note(const Analysis& analysis, std::size_t first, std::size_t count) {
  return (count <= longest_credit_words && is_credit_line(analysis, first, count)) ||
         (count <= longest_author_note_words && is_author_note(analysis, first, count));
}

// Which words of one article stand in lines.
class Lines {
 public:
  Lines(const Article& article, const Analysis& analysis)
      : text_(article.text), words_(analysis.words), in_line_(analysis.words.size(), false) {
    std::vector<std::pair<std::size_t, std::size_t>> lines;
    std::size_t prose = 0;
    std::size_t of_lines = 0;
    std::size_t word = analysis.body_word;
    for (const Span& paragraph : analysis.paragraphs) {
      while (word < words_.size() && words_[word].span.begin < paragraph.begin) ++word;
      const std::size_t begin = word;
      while (word < words_.size() && words_[word].span.begin < paragraph.end) ++word;
      const std::string_view text = text_.substr(paragraph.begin, paragraph.size());
      const bool finished = is_finished_paragraph(text);
      if (is_note(analysis, begin, word - begin) || is_code(text, word - begin) ||
          (!finished && is_list(begin, word))) {
        mark(begin, word);
      } else if (finished) {
        prose += word - begin;
      } else if (word - begin <= longest_headline_words) {
        of_lines += word - begin;
        lines.emplace_back(begin, word);
      }
    }
    if (prose < std::max(least_prose_words, of_lines)) return;
    for (const auto& [begin, end] : lines) mark(begin, end);
  }

  [[nodiscard]] bool have_most_of(Span span) const {
    const auto first = std::partition_point(
        words_.begin(), words_.end(), [&](const Word& w) { return w.span.begin < span.begin; });
    const auto last = std::partition_point(first, words_.end(),
                                           [&](const Word& w) { return w.span.begin < span.end; });
    const auto marked = std::count(in_line_.begin() + (first - words_.begin()),
                                   in_line_.begin() + (last - words_.begin()), true);
    return static_cast<double>(marked) >= lines_share * static_cast<double>(last - first);
  }

 private:
  void mark(std::size_t begin, std::size_t end) {
    std::fill(in_line_.begin() + static_cast<std::ptrdiff_t>(begin),
              in_line_.begin() + static_cast<std::ptrdiff_t>(end), true);
  }

  [[nodiscard]] bool is_list(std::size_t begin, std::size_t end) const {
    if (end - begin < shortest_list_words) return false;
    const auto names = std::count_if(
        words_.begin() + static_cast<std::ptrdiff_t>(begin),
        words_.begin() + static_cast<std::ptrdiff_t>(end),
        [&](const Word& word) { return is_upper(code_point_at(text_, word.span.begin).value); });
    return static_cast<double>(names) >= names_of_list * static_cast<double>(end - begin);
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  std::vector<bool> in_line_;
};

}  // namespace

bool is_finished_paragraph(std::string_view paragraph) {
  std::size_t end = paragraph.size();
  while (end > 0) {
    const CodePoint last = code_point_before(paragraph, end);
    if (ends_sentence(last.value)) return true;
    if (!closes(last.value)) return false;
    end -= last.size;
  }
  return false;
}

std::vector<bool> find_copied_lines(std::span<const Article> articles,
                                    std::span<const Analysis> analyses,
                                    std::span<const Copy> copies) {
  std::vector<std::unique_ptr<const Lines>> lines(articles.size());  // of articles with copies
  const auto are_lines = [&](ArticleIndex article, Span span) {
    if (!lines[article]) {
      lines[article] = std::make_unique<const Lines>(articles[article], analyses[article]);
    }
    return lines[article]->have_most_of(span);
  };
  std::vector<bool> found;
  found.reserve(copies.size());
  for (const Copy& copy : copies) {
    found.push_back(are_lines(copy.a, copy.a_span) && are_lines(copy.b, copy.b_span));
  }
  return found;
}

}  // namespace twosource
