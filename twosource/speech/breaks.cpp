// Where does a content begin and end?
//
// The chain weighs single tokens and loses its way in long sentences. A few breaks cannot be right,
// whatever the weights say:
//
//     said (that the bridge over the river) will hold        a clause without its verb: to the end
//     said (the bridge) of Selne will hold                   nobody stops in front of "of"
//     fled from the (war)-ravaged east                       nor inside a word
//     told (the court he was sorry)                          whom it was told to is no content
//     (The rain went on.“It will hold,”) Orlo said           nor the sentence before a quotation
#include "twosource/speech/breaks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace twosource {
namespace {

class Mender {
 public:
  Mender(const SpeechUnit& unit, std::vector<Segment>& segments)
      : tokens_(unit.tokens), segments_(segments) {}

  void mend() {
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      if (segments_[s].kind != SegmentKind::content) continue;
      Segment& content = segments_[s];
      content.begin = at_quotation(content);
      if (s > 0) content.begin = behind_addressee(segments_[s - 1], content);
      if (is_quoted(content)) continue;
      content.end = behind_phrase(content, limit_of(s));
    }
  }

 private:
  [[nodiscard]] bool is_quoted(const Segment& content) const {
    return tokens_[content.end - 1].quote != QuoteState::outside;
  }

  // Up to where the content may grow: the next segment, or the end of its sentence.
  [[nodiscard]] std::uint32_t limit_of(std::size_t s) const {
    const auto next = s + 1 < segments_.size() ? segments_[s + 1].begin
                                               : static_cast<std::uint32_t>(tokens_.size());
    std::uint32_t end = segments_[s].end;
    while (end < next && !tokens_[end].starts_sentence) ++end;
    return end;
  }

  [[nodiscard]] bool is_wordlike(std::uint32_t i) const {
    return tokens_[i].shape != mark_shape || !is_punctuation(tokens_[i].part);
  }

  [[nodiscard]] bool follows_closely(std::uint32_t i) const {
    return i > 0 && tokens_[i].span.begin == tokens_[i - 1].span.end;
  }

  // A sentence that ends right in front of a quotation, without a space, is not part of it.
  [[nodiscard]] std::uint32_t at_quotation(const Segment& content) const {
    if (tokens_[content.begin].quote != QuoteState::outside) return content.begin;
    for (std::uint32_t i = content.begin + 1; i < content.end; ++i) {
      if (tokens_[i].quote == QuoteState::opens && tokens_[i - 1].part == PartOfSpeech::stop)
        return i;
    }
    return content.begin;
  }

  // "told the high court he was sorry": the content begins at "he".
  [[nodiscard]] std::uint32_t behind_addressee(const Segment& cue, const Segment& content) const {
    static const std::array<std::uint32_t, 3> tells = {
        speech_word_hash("told"), speech_word_hash("tells"), speech_word_hash("telling")};
    if (cue.kind != SegmentKind::cue || cue.end != content.begin) return content.begin;
    if (std::find(tells.begin(), tells.end(), tokens_[cue.end - 1].word) == tells.end())
      return content.begin;
    std::uint32_t i = content.begin;
    while (i < content.end && is_phrase(tokens_[i].part)) ++i;
    if (i == content.begin || i + 1 >= content.end) return content.begin;
    const bool subject = tokens_[i].part == PartOfSpeech::prp && is_finite(tokens_[i + 1].part);
    return subject ? i : content.begin;
  }

  static bool is_phrase(PartOfSpeech p) {
    return p == PartOfSpeech::dt || p == PartOfSpeech::prps || is_adjective(p) || is_noun(p);
  }

  // Where the phrase ends that the content breaks off in.
  [[nodiscard]] std::uint32_t behind_phrase(const Segment& content, std::uint32_t limit) const {
    std::uint32_t end = content.end;
    if (end < limit && breaks_word(end)) {
      while (end < limit && is_wordlike_or_joined(end)) ++end;
    }
    if (lacks_verb(content, end)) {
      while (end < limit) ++end;
      while (end > content.end && !is_wordlike(end - 1)) --end;
      return end;
    }
    while (end < limit && is_wordlike(end) && goes_on(end)) end = behind_words(end, limit);
    return end;
  }

  [[nodiscard]] bool breaks_word(std::uint32_t end) const {
    return follows_closely(end) && tokens_[end].part == PartOfSpeech::hyph;
  }

  [[nodiscard]] bool is_wordlike_or_joined(std::uint32_t i) const {
    return is_wordlike(i) || tokens_[i].part == PartOfSpeech::hyph;
  }

  [[nodiscard]] std::uint32_t behind_words(std::uint32_t i, std::uint32_t limit) const {
    while (i < limit && is_wordlike_or_joined(i)) ++i;
    return i;
  }

  // "that" and no verb up to `end`.
  [[nodiscard]] bool lacks_verb(const Segment& content, std::uint32_t end) const {
    const SpeechToken& first = tokens_[content.begin];
    if (first.word != speech_word_hash("that") || first.part != PartOfSpeech::in) return false;
    return std::none_of(tokens_.begin() + content.begin, tokens_.begin() + end,
                        [](const SpeechToken& token) { return is_finite(token.part); });
  }

  // Nobody stops in front of "of", or between a subject and its verb.
  [[nodiscard]] bool goes_on(std::uint32_t i) const {
    if (tokens_[i].word == speech_word_hash("of")) return true;
    return is_noun(tokens_[i - 1].part) && is_finite(tokens_[i].part);
  }

  const std::vector<SpeechToken>& tokens_;
  std::vector<Segment>& segments_;
};

}  // namespace

void mend_breaks(const SpeechUnit& unit, std::vector<Segment>& segments) {
  Mender(unit, segments).mend();
}

}  // namespace twosource
