// text/tokens, parts_of_speech, clauses, lexicon: for any text tokens lie in it, in order, and each
// has a tag; sentences are cut at line feeds.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "twosource/base/unicode.hpp"
#include "twosource/text/clauses.hpp"
#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace {

void check(bool right) {
  if (!right) std::abort();
}

// Valid UTF-8 is what every stage behind reading works on.
std::string valid_text(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  std::string text;
  for (std::size_t i = 0; i < bytes.size();) {
    const twosource::CodePoint c = twosource::code_point_at(bytes, i);
    text += twosource::to_utf8(c.value);
    i += c.size;
  }
  return text;
}

std::vector<twosource::Span> lines_of(const std::string& text) {
  std::vector<twosource::Span> lines;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '\n') continue;
    lines.push_back({begin, i});
    begin = i + 1;
  }
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_size = 1 << 14;  // longer inputs only cost time
  if (size > max_size) return 0;
  const std::string text = valid_text(data, size);
  const std::vector<twosource::Span> lines = lines_of(text);
  twosource::TaggedText tagged = twosource::find_tokens(text, twosource::find_words(text), lines);
  check(tagged.sentence_ends.size() == lines.size());
  twosource::PartTagger().tag(text, tagged);
  twosource::ClauseFinder().find(tagged);
  const twosource::Lexicon lexicon = twosource::Lexicon::english();
  std::uint32_t at = 0;
  for (const twosource::Token& token : tagged.tokens) {
    check(at <= token.span.begin && token.span.begin < token.span.end);
    check(token.span.end <= text.size());
    check(static_cast<std::size_t>(token.part) < twosource::part_of_speech_count);
    check(lexicon.lemma_of(slice(text, token.span), token.part).size() <=
          std::size_t{8} * token.span.size());
    at = token.span.end;
  }
  std::uint32_t clause_before = 0;
  for (const std::uint32_t clause : tagged.clauses) {
    check(clause < tagged.tokens.size());
    check(clause == 0 || clause > clause_before);
    clause_before = clause;
  }
  return 0;
}
