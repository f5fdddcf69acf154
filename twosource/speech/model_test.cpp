#include "twosource/speech/model.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <string_view>

#include "twosource/base/hash.hpp"

namespace twosource {
namespace {

SegmentModel small_model() {
  SegmentModel model;
  model.lexicon = {{7, 3}, {9, 6}};
  std::vector<std::uint64_t> bits(std::size_t{1} << (RowIndex::key_bits - 6));
  bits[0] = 0b101;
  bits.back() = std::uint64_t{1} << 63U;
  PassWeights& pass = model.passes[1];
  pass.index = RowIndex(bits);
  pass.rows = {{1, -2}, {}, {127}};
  pass.step = 0.5F;
  pass.junctions[3][2] = -1.5F;
  return model;
}

TEST_CASE("the index knows which keys have a row, and which") {
  const RowIndex index = small_model().passes[1].index;
  constexpr unsigned below = 32 - RowIndex::key_bits;
  CHECK(index.size() == 3);
  CHECK(index.row_of(0) == 0);
  CHECK(index.row_of(1U << below) == RowIndex::none);
  CHECK(index.row_of(2U << below) == 1);
  CHECK(index.row_of(~0U) == 2);
}

TEST_CASE("a model comes back from its file as it was") {
  const std::string bytes = write_segment_model(small_model());
  const auto read = read_segment_model(bytes);
  REQUIRE(read);
  CHECK(read->lexicon == small_model().lexicon);
  CHECK(read->passes[1].rows == small_model().passes[1].rows);
  CHECK(read->passes[1].junctions == small_model().passes[1].junctions);
  CHECK(write_segment_model(*read) == bytes);
}

const std::string cut_or_changed = "the model of statements is cut off or was changed";

std::string message_of(std::string_view file) {
  const auto model = read_segment_model(file);
  return model ? std::string() : model.error().message;
}

TEST_CASE("a file that is no model, a damaged one and one of a later version are refused") {
  const std::string bytes = write_segment_model(small_model());
  CHECK(read_segment_model("").error().kind == ErrorKind::format);
  CHECK(message_of("an article about the harbour") == "the file is no model of statements");
  CHECK(read_segment_model(bytes.substr(0, 10)).error().kind == ErrorKind::damaged);
  std::string later = bytes;
  later[8] = 2;
  CHECK(read_segment_model(later).error().kind == ErrorKind::format);
  CHECK(message_of(later) == "the model of statements was made by a later version of twosource");
  std::string earlier = bytes;
  earlier[8] = 0;
  CHECK(message_of(earlier) == cut_or_changed);
}

TEST_CASE("a file that was cut off anywhere or has one bit changed is refused") {
  const std::string bytes = write_segment_model(small_model());
  for (std::size_t size = 8; size < bytes.size(); size += 1 + size / 3) {
    CAPTURE(size);
    CHECK(message_of(std::string_view(bytes).substr(0, size)) == cut_or_changed);
  }
  CHECK(message_of(bytes.substr(0, bytes.size() - 1)) == cut_or_changed);
  CHECK(message_of(bytes + "x") == cut_or_changed);
  std::string changed = bytes;
  for (std::size_t at = 12; at < bytes.size(); at += 1 + at / 3) {
    CAPTURE(at);
    for (const char bit : {'\x01', '\x10'}) {
      changed[at] = static_cast<char>(bytes[at] ^ bit);
      CHECK(message_of(changed) == cut_or_changed);
    }
    changed[at] = bytes[at];
  }
}

TEST_CASE("a file whose parts contradict each other is refused though its checksum is right") {
  const std::string bytes = write_segment_model(small_model());
  const auto with = [&](std::size_t at, std::string_view value) {
    std::string lying = bytes;
    lying.replace(at, value.size(), value);
    const auto size = static_cast<std::uint32_t>(lying.size());
    const std::uint64_t sum = hash_bytes(std::string_view(lying).substr(24));
    std::memcpy(&lying[12], &size, sizeof size);
    std::memcpy(&lying[16], &sum, sizeof sum);
    return lying;
  };
  using namespace std::string_view_literals;
  CHECK(message_of(with(24, bytes.substr(24, 1))).empty());
  constexpr std::size_t first_pass = 24 + 4 + 2 * 5;
  constexpr std::size_t bits = first_pass + 4 + 2000;
  CHECK(message_of(with(24, "\xFF\xFF\xFF\xFF")) == cut_or_changed);            // words
  CHECK(message_of(with(24 + 4 + 4, "\x07")) == cut_or_changed);                // a level of 7
  CHECK(message_of(with(24 + 4 + 4, "\0"sv)) == cut_or_changed);                // of none
  CHECK(message_of(with(first_pass, "\0\0\x80\x7F"sv)) == cut_or_changed);      // an endless step
  CHECK(message_of(with(first_pass + 4, "\0\0\xC0\x7F"sv)) == cut_or_changed);  // no number
  CHECK(message_of(with(first_pass + 4, "\0\0\xC8\x42"sv)) == cut_or_changed);  // 100
  CHECK(message_of(with(bits, "\x01")) == cut_or_changed);                      // a row more
  CHECK(message_of(with(bytes.size() - 3, "\xFF\xFF")) == cut_or_changed);      // more weights
}

}  // namespace
}  // namespace twosource
