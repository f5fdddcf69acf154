// speech/model: whatever the bytes of a model of statements, it is refused or safe to use: the
// statements that it finds in a text lie in it.
//
// Most of a model is a megabyte of bits, which no fuzzer would ever come by. So an input that
// begins with 'P' is a list of changes to a small model: four bytes each, place (three bytes, the
// lowest first) and new value; what is left over is cut off the end of the file. One that begins
// with 'F' is a file as it is. The checksum would stop nearly every change, so it is put right
// first.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/hash.hpp"
#include "twosource/read/plain.hpp"
#include "twosource/speech/model.hpp"
#include "twosource/speech/statements.hpp"
#include "twosource/speech/tokens.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tagging.hpp"

namespace {

using namespace twosource;

void check(bool right) {
  if (!right) std::abort();
}

// A row for every 64th place, weights as they come.
std::string small_model() {
  SegmentModel model;
  model.lexicon[speech_word_hash("said")] = 6;
  const std::vector<std::uint64_t> bits(std::size_t{1} << (RowIndex::key_bits - 6), 0x10);
  for (PassWeights& pass : model.passes) {
    pass.index = RowIndex(bits);
    pass.rows.resize(pass.index.size());
    pass.step = 0.05F;
    for (std::size_t i = 0; i < pass.rows.size(); ++i)
      pass.rows[i][i % row_width] = static_cast<std::int8_t>(i * 37 % 255);
  }
  return write_segment_model(model);
}

LinearModel some_links() {
  static const std::string bytes =
      write_linear_model({.name = "links", .tags = {"no", "yes"}, .rows = {}, .transitions = {}});
  const auto links = LinearModel::open(bytes);
  check(links.has_value());
  return *links;
}

// Makes size and checksum (docs/formats/speech-model.md) those of the bytes.
void seal(std::string& bytes) {
  constexpr std::size_t checked_from = 24;
  if (bytes.size() < checked_from) return;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const std::uint64_t sum = hash_bytes(std::string_view(bytes).substr(checked_from));
  std::memcpy(&bytes[12], &size, sizeof size);
  std::memcpy(&bytes[16], &sum, sizeof sum);
}

struct Text {
  Article article = read_plain(
      "The quay\n\n“The bridge is closed,” said Ana Orlo, “and nobody knows why.” The mayor told "
      "the Gazette that it “may open soon”, a spokesman said.\n\n“We were told nothing.”\n");
  Analysis analysis;
  TaggedText tagged;
  Text() {
    article.language = "en";
    analysis = analyze_structure(article, analyze_words(article));
    analysis.language = "en";
    tagged = TextTagger().tag(article, analysis);
  }
};

void use(const SegmentModel& model) {
  check(read_segment_model(write_segment_model(model)).has_value());
  static const LinearModel links = some_links();
  static const Text text;
  const SpeechTagger tagger(model, links);
  for (const Statement& one :
       find_statements(0, text.article, text.analysis, text.tagged, tagger)) {
    check(!one.content.empty());
    std::uint32_t end = 0;
    for (const Span span : one.content) {
      check(end <= span.begin && span.begin < span.end && span.end <= text.article.text.size());
      check(!span.overlaps(one.cue) && !span.overlaps(one.source));
      end = span.end;
    }
    check(one.cue.end <= text.article.text.size() && one.source.end <= text.article.text.size());
    check(one.score >= 0 && one.score <= 1);
  }
}

std::string changed_model(const std::uint8_t* data, std::size_t size) {
  static const std::string model = small_model();
  std::string bytes = model;
  for (; size >= 4; data += 4, size -= 4) {
    const std::size_t place =
        data[0] + (std::size_t{data[1]} << 8U) + (std::size_t{data[2]} << 16U);
    bytes[place % bytes.size()] = static_cast<char>(data[3]);
  }
  std::size_t cut = 0;
  for (; size > 0; ++data, --size) cut = cut * 256 + *data;
  bytes.resize(bytes.size() - std::min(cut, bytes.size()));
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_size = 1 << 12;  // longer inputs only cost time
  if (size < 1 || size > max_size) return 0;
  std::string bytes =
      data[0] == 'F' ? std::string(data + 1, data + size) : changed_model(data + 1, size - 1);
  (void)read_segment_model(bytes);
  seal(bytes);
  const auto model = read_segment_model(bytes);
  if (model) use(*model);
  return 0;
}
