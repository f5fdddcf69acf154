#include "twosource/speech/model.hpp"

#include <doctest/doctest.h>

#include <string>

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

TEST_CASE("a file that is no model, a damaged one and one of a later version are refused") {
  const std::string bytes = write_segment_model(small_model());
  CHECK(read_segment_model("").error().kind == ErrorKind::format);
  CHECK(read_segment_model("an article about the harbour").error().kind == ErrorKind::format);
  CHECK(read_segment_model(bytes.substr(0, 10)).error().kind == ErrorKind::damaged);
  CHECK(read_segment_model(bytes.substr(0, bytes.size() - 1)).error().kind == ErrorKind::damaged);
  std::string changed = bytes;
  changed[100] = static_cast<char>(changed[100] ^ 1);
  CHECK(read_segment_model(changed).error().kind == ErrorKind::damaged);
  std::string later = bytes;
  later[8] = 2;
  CHECK(read_segment_model(later).error().message.find("later version") != std::string::npos);
}

}  // namespace
}  // namespace twosource
