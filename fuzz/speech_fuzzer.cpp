// speech: whatever the bytes of a model, it is refused or safe to use; whatever the text,
// statements, names and speakers lie in it. The first byte chooses which of the two is tried. The
// checksum would stop nearly every change of a model, so it is put right first.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "twosource/base/hash.hpp"
#include "twosource/read/plain.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/speech/model.hpp"
#include "twosource/text/analyze.hpp"

namespace {

using namespace twosource;

void check(bool right) {
  if (!right) std::abort();
}

void read_model(std::string bytes) {
  constexpr std::size_t checked_from = 24;
  (void)read_segment_model(bytes);
  if (bytes.size() < checked_from) return;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const std::uint64_t sum = hash_bytes(std::string_view(bytes).substr(checked_from));
  std::memcpy(&bytes[12], &size, sizeof size);
  std::memcpy(&bytes[16], &sum, sizeof sum);
  const auto sealed = read_segment_model(bytes);
  if (sealed) check(read_segment_model(write_segment_model(*sealed)).has_value());
}

void read_text(std::string text) {
  Article article = read_plain(std::move(text));
  article.language = "en";
  Analysis analysis = analyze_structure(article, analyze_words(article));
  analysis.language = "en";
  const ArticleSpeech speech = read_speech(0, article, analysis);
  for (const ArticleMention& mention : speech.names.mentions) {
    check(mention.span.begin < mention.span.end && mention.span.end <= article.text.size());
    check(!mention.entity || *mention.entity < speech.names.entities.size());
  }
  for (const Statement& one : speech.statements) {
    const bool has_entity = one.speaker && one.speaker->entity;
    check(!has_entity || *one.speaker->entity < speech.names.entities.size());
    check(!one.speaker || !one.speaker->name.empty());
    check(!one.content.empty());
    std::uint32_t end = 0;
    for (Span span : one.content) {
      check(end <= span.begin && span.begin < span.end && span.end <= article.text.size());
      check(!span.overlaps(one.cue) && !span.overlaps(one.source));
      end = span.end;
    }
    check(one.cue.end <= article.text.size() && one.source.end <= article.text.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_size = 1 << 15;  // longer inputs only cost time
  if (size < 1 || size > max_size) return 0;
  std::string bytes(data + 1, data + size);
  if (data[0] == 'M') {
    read_model(std::move(bytes));
  } else {
    read_text(std::move(bytes));
  }
  return 0;
}
