// base/linear_model and base/sequence: whatever the bytes of a model file, it is refused or safe to
// use. The checksum would stop nearly every change, so it is put right first.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "twosource/base/hash.hpp"
#include "twosource/base/linear_model.hpp"
#include "twosource/base/sequence.hpp"

namespace {

void check(bool right) {
  if (!right) std::abort();
}

// Makes size and checksum (docs/formats/model.md) those of the bytes.
void seal(std::string& bytes) {
  constexpr std::size_t checked_from = 24;
  if (bytes.size() < checked_from) return;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const std::uint64_t sum = twosource::hash_bytes(std::string_view(bytes).substr(checked_from));
  std::memcpy(&bytes[12], &size, sizeof size);
  std::memcpy(&bytes[16], &sum, sizeof sum);
}

void use(const twosource::LinearModel& model) {
  twosource::FeatureRows rows;
  for (std::uint64_t i = 0; i < 64; ++i) {
    rows.add(i << 58U);  // every region of the buckets
    rows.add(twosource::feature_of(1, i));
    rows.end_row();
  }
  double sum = 0;
  for (const double share : model.probabilities(rows[0])) sum += share;
  check(sum > 0.99 && sum < 1.01);
  if (!model.has_transitions()) return;
  twosource::SequenceDecoder decoder(model);
  for (const twosource::Tag tag : decoder.decode(rows)) check(tag < model.tag_count());
  check(decoder.marginals(rows).size() == rows.size() * model.tag_count());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_size = 1 << 16;  // longer inputs only cost time
  if (size > max_size) return 0;
  std::string bytes(data, data + size);
  const auto as_it_is = twosource::LinearModel::open(bytes);
  if (as_it_is) use(*as_it_is);
  seal(bytes);
  const auto sealed = twosource::LinearModel::open(bytes);
  if (sealed) use(*sealed);
  return 0;
}
