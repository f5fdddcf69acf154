// Which words of a sentence are what somebody said, where no quotation marks tell?
//
// "Police said the bridge had been closed in the night", "The bridge had been closed, according to
// police" and "The bridge had been closed in the night, police said". The word of reporting leads
// to what follows if much follows; at the end of a sentence, behind a comma, it looks back. Without
// grammar this is right often enough for a weight, and for no more than that.
#include "twosource/reuse/reported_words.hpp"

#include <algorithm>
#include <string_view>

#include "twosource/base/unicode.hpp"
#include "twosource/reuse/set_terms.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// "…, the mayor of Selne told reporters": words of the one who said it.
constexpr std::size_t longest_subject = 6;
// Fewer words than these behind "said" name who said it, to whom and when.
constexpr std::size_t shortest_clause = 7;

// Half open, in word indices.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class SentenceReader {
 public:
  SentenceReader(std::string_view text, const std::vector<Word>& words, Stretch sentence)
      : text_(text), words_(words), sentence_(sentence) {}

  [[nodiscard]] Stretch reported() const {
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (is_according_to(i)) return around_according_to(i);
      if (is_reporting(words_[i].hash)) return around_cue(i);
    }
    return {};
  }

 private:
  [[nodiscard]] bool is_according_to(std::size_t i) const {
    static const std::uint64_t according = hash_folded("according");
    static const std::uint64_t to = hash_folded("to");
    return words_[i].hash == according && i + 1 < sentence_.end && words_[i + 1].hash == to;
  }

  [[nodiscard]] bool comma_behind(std::size_t i) const {
    return i + 1 < words_.size() &&
           text_.substr(words_[i].span.end, words_[i + 1].span.begin - words_[i].span.end)
                   .find(',') != std::string_view::npos;
  }

  [[nodiscard]] Stretch around_according_to(std::size_t i) const {
    if (i > sentence_.begin) return {sentence_.begin, i};
    while (i < sentence_.end && !comma_behind(i)) ++i;
    return {std::min(i + 1, sentence_.end), sentence_.end};
  }

  [[nodiscard]] Stretch around_cue(std::size_t cue) const {
    const Stretch behind{cue + 1, sentence_.end};
    std::size_t subject = cue;  // its first word
    while (subject > sentence_.begin && cue - subject <= longest_subject &&
           !comma_behind(subject - 1)) {
      --subject;
    }
    if (subject == sentence_.begin || !comma_behind(subject - 1)) return behind;
    const bool leads_on = subject == cue && behind.end - behind.begin >= shortest_clause;
    return leads_on ? behind : Stretch{sentence_.begin, subject};
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  Stretch sentence_;
};

}  // namespace

std::vector<bool> reported_words(const Article& article, const Analysis& analysis,
                                 std::size_t first, std::size_t count) {
  std::vector<bool> reported(count, false);
  if (count == 0) return reported;
  const std::vector<Word>& words = analysis.words;
  const std::size_t last = first + count;
  const auto word_at = [&](std::uint32_t offset) {
    return static_cast<std::size_t>(
        std::partition_point(words.begin(), words.end(),
                             [offset](const Word& w) { return w.span.begin < offset; }) -
        words.begin());
  };
  auto sentence =
      std::partition_point(analysis.sentences.begin(), analysis.sentences.end(),
                           [&](const Span& s) { return s.end <= words[first].span.begin; });
  for (; sentence != analysis.sentences.end() && sentence->begin < words[last - 1].span.end;
       ++sentence) {
    const Stretch found =
        SentenceReader(article.text, words, {word_at(sentence->begin), word_at(sentence->end)})
            .reported();
    const std::size_t begin = std::max(found.begin, first);
    for (std::size_t i = begin; i < std::min(found.end, last); ++i) reported[i - first] = true;
  }
  return reported;
}

}  // namespace twosource
