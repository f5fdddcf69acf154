#include "bench/generator/operations.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace twosource::bench {
namespace {

bool can_be_taken(const Piece& piece) {
  return piece.role == PieceRole::text || piece.role == PieceRole::quotation;
}

void drop_empty(std::vector<Paragraph>& paragraphs) {
  std::erase_if(paragraphs, [](const Paragraph& paragraph) { return paragraph.empty(); });
}

/// Keeps the sentences [begin, end), counted over all paragraphs.
void keep_sentences(std::vector<Paragraph>& paragraphs, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t number = 0;
  for (Paragraph& paragraph : paragraphs) {
    std::erase_if(paragraph, [&](const Piece& /*piece*/) {
      const std::uint32_t here = number++;
      return here < begin || here >= end;
    });
  }
  drop_empty(paragraphs);
}

std::vector<std::string> words_of(std::string_view sentence) {
  std::vector<std::string> words;
  while (!sentence.empty()) {
    const std::size_t end = std::min(sentence.find(' '), sentence.size());
    words.emplace_back(sentence.substr(0, end));
    sentence.remove_prefix(std::min(end + 1, sentence.size()));
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string sentence;
  for (const std::string& word : words) {
    if (!sentence.empty()) sentence += ' ';
    sentence += word;
  }
  return sentence;
}

/// Small letters only: no name, number, quotation mark or end of a clause.
bool is_plain(const std::string& word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void misspell(std::string& word, Random& random) {
  if (word.size() < 4) return;
  const std::size_t at = random.between(1, static_cast<std::uint32_t>(word.size()) - 2);
  std::swap(word[at], word[at + 1]);
}

/// Words, and phrases of a few words, are put in, left out or changed; the last word stays.
void edit_words(std::vector<std::string>& words, std::size_t at, Writer& writer, Random& random) {
  const std::size_t phrase = random.between(2, 7);
  const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
  const auto last =
      words.begin() + static_cast<std::ptrdiff_t>(std::min(at + phrase, words.size() - 1));
  switch (random.below(8)) {
    case 0:
      misspell(words[at], random);
      return;
    case 1:
      words.insert(place, writer.word(random));
      return;
    case 2:
      words.erase(place);
      return;
    case 3:
    case 4: {
      std::vector<std::string> added;
      for (std::size_t i = 0; i < phrase; ++i) added.push_back(writer.word(random));
      words.insert(place, added.begin(), added.end());
      return;
    }
    case 5:
    case 6:
      words.erase(place, last);
      return;
    default:
      words[at] = writer.word(random);
  }
}

void edit_sentence(Piece& piece, Writer& writer, Random& random) {
  std::vector<std::string> words = words_of(piece.text);
  constexpr std::size_t shortest = 5;
  const std::uint32_t edits = random.between(1, 3);
  for (std::uint32_t i = 0; i < edits && words.size() > shortest; ++i) {
    const std::size_t at = random.between(1, static_cast<std::uint32_t>(words.size()) - 2);
    if (is_plain(words[at])) edit_words(words, at, writer, random);
  }
  std::string text = joined(words);
  if (text == piece.text) return;
  piece.text = std::move(text);
  piece.change = Change::edited;
}

/// Nobody changes what somebody else said.
bool may_be_changed(const Piece& piece) {
  return piece.role == PieceRole::text && piece.text.find('"') == std::string::npos &&
         piece.text.find("“") == std::string::npos;
}

}  // namespace

std::uint32_t count_sentences(const std::vector<Paragraph>& paragraphs) {
  std::uint32_t count = 0;
  for (const Paragraph& paragraph : paragraphs) {
    count +=
        static_cast<std::uint32_t>(std::count_if(paragraph.begin(), paragraph.end(), can_be_taken));
  }
  return count;
}

std::vector<Paragraph> take_all(const Text& text, std::uint32_t source) {
  std::vector<Paragraph> taken = text.draft.paragraphs;
  std::uint32_t number = 0;
  for (Paragraph& paragraph : taken) {
    for (Piece& piece : paragraph) {
      piece.from = source;
      piece.from_piece = number++;
      piece.change = Change::same;
    }
    std::erase_if(paragraph, [](const Piece& piece) { return !can_be_taken(piece); });
  }
  drop_empty(taken);
  return taken;
}

void trim_from_end(std::vector<Paragraph>& paragraphs, double share) {
  const std::uint32_t all = count_sentences(paragraphs);
  const auto kept = static_cast<std::uint32_t>(share * all);
  keep_sentences(paragraphs, 0, std::max(kept, 3U));
}

std::vector<Paragraph> lift_passage(std::vector<Paragraph> paragraphs, std::uint32_t count,
                                    Random& random) {
  const std::uint32_t all = count_sentences(paragraphs);
  count = std::min(count, all);
  const std::uint32_t begin = random.between(0, all - count);
  keep_sentences(paragraphs, begin, begin + count);
  return paragraphs;
}

void cut_inside(std::vector<Paragraph>& paragraphs, double share, Random& random) {
  bool is_head = true;
  for (Paragraph& paragraph : paragraphs) {
    std::erase_if(paragraph, [&](const Piece& /*piece*/) {
      return !std::exchange(is_head, false) && random.chance(share);
    });
  }
  drop_empty(paragraphs);
}

void reorder(std::vector<Paragraph>& paragraphs, Random& random) {
  if (paragraphs.size() < 3) return;
  const auto moves = std::max<std::size_t>(1, paragraphs.size() / 5);
  for (std::size_t i = 0; i < moves; ++i) {
    const std::size_t x = 1 + random.below(paragraphs.size() - 1);
    const std::size_t y = 1 + random.below(paragraphs.size() - 1);
    std::swap(paragraphs[x], paragraphs[y]);
  }
}

void edit_sentences(std::vector<Paragraph>& paragraphs, double share, Writer& writer,
                    Random& random) {
  for (Paragraph& paragraph : paragraphs) {
    for (Piece& piece : paragraph) {
      if (may_be_changed(piece) && random.chance(share)) edit_sentence(piece, writer, random);
    }
  }
}

void reword_sentences(std::vector<Paragraph>& paragraphs, Writer& writer, Random& random) {
  for (Paragraph& paragraph : paragraphs) {
    for (Piece& piece : paragraph) {
      if (!may_be_changed(piece)) continue;
      std::string text = writer.reworded(piece.text, random);
      if (text == piece.text) continue;
      piece.text = std::move(text);
      piece.change = Change::reworded;
    }
  }
}

}  // namespace twosource::bench
