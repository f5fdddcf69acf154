// Sentences to tokens. The words are known already; what stands between them are numbers' commas,
// abbreviations' full stops and punctuation. A model that tags tokens was trained on texts cut the
// same way, so every rule here is part of what the models in models/ mean.
#include "twosource/text/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "twosource/base/unicode.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr std::string_view curly_apostrophe = "’";
// Behind an apostrophe at the end of a word; "n't" takes the letter before with it.
constexpr std::array<std::string_view, 6> clitics = {"'s", "'re", "'ve", "'ll", "'d", "'m"};

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == y; });
}

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::span<const Word> words) : text_(text), words_(words) {
    tagged_.tokens.reserve(words.size() + words.size() / 5);
  }

  void cut(Span sentence) {
    end_ = sentence.end;
    for (at_ = sentence.begin; at_ < end_;) take_token();
    tagged_.sentence_ends.push_back(static_cast<std::uint32_t>(tagged_.tokens.size()));
  }

  TaggedText take() { return std::move(tagged_); }

 private:
  [[nodiscard]] char byte(std::size_t i) const { return i < end_ ? text_[i] : '\0'; }

  // The word that begins at `begin`, if there is one inside the sentence.
  [[nodiscard]] const Word* word_at(std::uint32_t begin) const {
    std::size_t i = next_word_;
    while (i < words_.size() && words_[i].span.begin < begin) ++i;
    const bool found = i < words_.size() && words_[i].span.begin == begin;
    return found && words_[i].span.end <= end_ ? &words_[i] : nullptr;
  }

  void add(std::uint32_t end, std::uint64_t hash) {
    tagged_.tokens.push_back({{at_, end}, hash, PartOfSpeech::other});
    at_ = end;
  }

  void add_bytes(std::uint32_t end) { add(end, hash_folded(text_.substr(at_, end - at_))); }

  void take_token() {
    if (is_white(text_[at_])) {
      ++at_;
      return;
    }
    while (next_word_ < words_.size() && words_[next_word_].span.begin < at_) ++next_word_;
    const Word* word = word_at(at_);
    if (word == nullptr) return take_mark();
    if (take_address() || take_number(*word) || take_initials(*word) || take_clitic(*word)) return;
    take_word(*word);
  }

  // A web address: up to the next white space, without the punctuation at its end.
  bool take_address() {
    const std::string_view rest = text_.substr(at_, end_ - at_);
    if (rest.substr(0, 4) != "www." && rest.substr(0, 7) != "http://" &&
        rest.substr(0, 8) != "https://")
      return false;
    auto end =
        static_cast<std::uint32_t>(std::find_if(rest.begin(), rest.end(), is_white) - rest.begin());
    while (end > 0 && std::string_view(".,;:!?)\"'").find(rest[end - 1]) != std::string_view::npos)
      --end;
    if (word_ends_behind(at_ + end)) return false;
    add_bytes(at_ + end);
    return true;
  }

  // Whether a word goes on over `place`.
  [[nodiscard]] bool word_ends_behind(std::uint32_t place) const {
    for (std::size_t i = next_word_; i < words_.size() && words_[i].span.begin < place; ++i) {
      if (words_[i].span.end > place) return true;
    }
    return false;
  }

  bool take_number(const Word& word) {
    std::uint32_t end = word.span.end;
    if (!is_ascii_digit(text_[end - 1])) return false;
    for (;;) {
      const char mark = byte(end);
      if ((mark != ',' && mark != '.' && mark != ':') || !is_ascii_digit(byte(end + 1))) break;
      const Word* next = word_at(end + 1);
      if (next == nullptr || !is_ascii_digit(text_[end - 1])) break;
      end = next->span.end;
    }
    if (end == word.span.end) return false;
    add_bytes(end);
    return true;
  }

  // "U.S.": single letters, each with a full stop; the last may lack it.
  bool take_initials(const Word& word) {
    std::uint32_t end = word.span.end;
    if (word.span.size() != 1) return false;
    while (byte(end) == '.') {
      const Word* next = word_at(end + 1);
      if (next == nullptr || next->span.size() != 1) break;
      end = next->span.end;
    }
    if (end == word.span.end || is_ascii_digit(text_[end - 1])) return false;
    add_bytes(byte(end) == '.' ? end + 1 : end);
    return true;
  }

  bool take_clitic(const Word& word) {
    static const std::uint64_t cannot = hash_folded("cannot");
    static const std::uint64_t can = hash_folded("can");
    static const std::uint64_t negation = hash_folded("not");
    if (word.hash == cannot && word.span.size() == 6) {
      add(at_ + 3, can);
      add(at_ + 3, negation);
      return true;
    }
    const std::string_view whole = slice(text_, word.span);
    std::size_t apostrophe = whole.rfind('\'');
    std::size_t width = 1;
    if (apostrophe == std::string_view::npos) {
      apostrophe = whole.rfind(curly_apostrophe);
      width = curly_apostrophe.size();
    }
    if (apostrophe == std::string_view::npos) return false;
    const std::string_view tail = whole.substr(apostrophe + width);
    if (equal_ignoring_case(tail, "t") && apostrophe > 1 && lower(whole[apostrophe - 1]) == 'n') {
      split_word(word, apostrophe - 1, "n't");
      return true;
    }
    for (const std::string_view clitic : clitics) {
      if (!equal_ignoring_case(tail, clitic.substr(1))) continue;
      split_word(word, apostrophe, clitic);
      return true;
    }
    return false;
  }

  // The word up to `size` bytes, and the clitic, whose folded form is given.
  void split_word(const Word& word, std::size_t size, std::string_view clitic) {
    const std::uint32_t border = word.span.begin + static_cast<std::uint32_t>(size);
    const std::string_view head = text_.substr(word.span.begin, size);
    add(border, hash_folded(fold_word(head)));
    add(word.span.end, hash_folded(clitic));
  }

  void take_word(const Word& word) {
    add(word.span.end, word.hash);
    // The sentence goes on behind the full stop, so it is that of an abbreviation.
    const char behind = byte(at_ + 1);
    if (byte(at_) != '.' || (behind != ' ' && behind != ',' && behind != '-')) return;
    if (std::all_of(text_.begin() + at_ + 1, text_.begin() + end_, is_white)) return;
    tagged_.tokens.back().span.end = ++at_;
  }

  void take_mark() {
    const CodePoint mark = code_point_at(text_, at_);
    std::uint32_t end = at_ + mark.size;
    if (is_space(mark.value)) {
      at_ = end;
      return;
    }
    const bool runs = std::string_view("\"'`()[]{}").find(text_[at_]) == std::string_view::npos &&
                      mark.value < 0x80;
    while (runs && end < end_ && text_[end] == text_[at_]) ++end;
    add_bytes(std::min(end, end_));
  }

  std::string_view text_;
  std::span<const Word> words_;
  std::size_t next_word_ = 0;
  std::uint32_t at_ = 0;
  std::uint32_t end_ = 0;
  TaggedText tagged_;
};

}  // namespace

TaggedText find_tokens(std::string_view text, std::span<const Word> words,
                       std::span<const Span> sentences) {
  Tokenizer tokenizer(text, words);
  for (const Span sentence : sentences) tokenizer.cut(sentence);
  return tokenizer.take();
}

}  // namespace twosource
