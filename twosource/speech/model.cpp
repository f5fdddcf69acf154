// The weights of the tagger, in memory and as a file (docs/formats/speech-model.md).
//
// A row holds the weights of all roles of one feature, a byte each, so that one access to memory
// serves them all. Most features of a text were never seen in training; the index tells so from
// half a megabyte of bits before any row is touched.
#include "twosource/speech/model.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

#include "twosource/base/hash.hpp"
#include "twosource/speech/packed_rows.hpp"

namespace twosource {
namespace {

constexpr std::string_view magic = "2SSPEECH";
constexpr std::uint32_t version = 1;
constexpr std::size_t checked_from = 24;
constexpr std::uint8_t highest_level = 6;  // of a cue

class Writer {
 public:
  template <class T>
  void put(T value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));  // little-endian machines only, as all of ours are
    bytes_.append(bytes, sizeof(T));
  }
  void put_bytes(std::string_view bytes) { bytes_ += bytes; }
  [[nodiscard]] std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

// Takes values off the front; once something is missing all further values are 0 and `failed`.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  template <class T>
  T take() {
    T value{};
    if (rest_.size() < sizeof(T)) {
      failed_ = true;
      rest_ = {};
      return value;
    }
    std::memcpy(&value, rest_.data(), sizeof(T));
    rest_.remove_prefix(sizeof(T));
    return value;
  }
  void take_rows(std::span<PassWeights::Row> rows) {
    const std::size_t size = unpack_rows(rest_, rows);
    failed_ = failed_ || size > rest_.size();
    rest_.remove_prefix(std::min(size, rest_.size()));
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

void write_pass(Writer& writer, const PassWeights& pass) {
  writer.put(pass.step);
  for (const auto& of_history : pass.junctions) {
    for (float weight : of_history) writer.put(weight);
  }
  for (std::uint64_t bits : pass.index.bits()) writer.put(bits);
  for (const PassWeights::Row& row : pass.rows) {
    std::uint16_t present = 0;
    for (std::size_t r = 0; r < row_width; ++r) {
      if (row[r] != 0) present = static_cast<std::uint16_t>(present | 1U << r);
    }
    writer.put(present);
    for (std::int8_t weight : row) {
      if (weight != 0) writer.put(weight);
    }
  }
}

PassWeights read_pass(Reader& reader) {
  PassWeights pass;
  pass.step = reader.take<float>();
  for (auto& of_history : pass.junctions) {
    for (float& weight : of_history) weight = reader.take<float>();
  }
  std::vector<std::uint64_t> bits(std::size_t{1} << (RowIndex::key_bits - 6));
  for (std::uint64_t& block : bits) block = reader.take<std::uint64_t>();
  if (reader.failed()) return pass;
  pass.index = RowIndex(bits);
  pass.rows.resize(pass.index.size());
  reader.take_rows(pass.rows);
  return pass;
}

bool is_sound(const PassWeights& pass) {
  bool finite = std::isfinite(pass.step) && std::abs(pass.step) <= 1.0F;
  for (const auto& of_history : pass.junctions) {
    for (float weight : of_history) finite = finite && std::abs(weight) < 100.0F;
  }
  return finite;
}

using RowSum = std::array<std::int16_t, row_width>;  // 127 times some hundred features fits

// By value: bytes of a row could alias a sum that is referred to, and then nothing is vectorised.
RowSum add_rows(RowSum sum, const std::vector<std::uint32_t>& keys, std::size_t token,
                std::size_t of_token, const PassWeights& weights) {
  constexpr std::size_t most = 256;  // features of a token
  std::array<std::uint32_t, most> rows;
  const std::size_t count =
      weights.index.rows_of(keys.data() + token * of_token, std::min(of_token, most), rows.data());
  for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&weights.rows[rows[i]]);
  for (std::size_t i = 0; i < count; ++i) {
    const PassWeights::Row& row = weights.rows[rows[i]];
    for (std::size_t r = 0; r < row_width; ++r) sum[r] = static_cast<std::int16_t>(sum[r] + row[r]);
  }
  return sum;
}

ScoreRow to_scores(const RowSum& sum, float step) {
  ScoreRow scores;
  for (std::size_t r = 0; r < row_width; ++r) scores[r] = static_cast<float>(sum[r]) * step;
  return scores;
}

Error damaged() {
  return Error{ErrorKind::damaged, "the model of statements is cut off or was changed"};
}

}  // namespace

RowIndex::RowIndex(const std::vector<std::uint64_t>& bits) : RowIndex() {
  for (std::size_t i = 0; i < blocks_.size() && i < bits.size(); ++i) {
    blocks_[i] = {bits[i], static_cast<std::uint32_t>(size_)};
    size_ += bit_count(bits[i]);
  }
}

std::vector<std::uint64_t> RowIndex::bits() const {
  std::vector<std::uint64_t> bits;
  for (const Block& block : blocks_) bits.push_back(block.bits);
  return bits;
}

ChainInput score_unit(const SpeechUnit& unit, const UnitFeatures& features,
                      const PassWeights& weights, const UnitFeatures* more) {
  ChainInput input;
  for (std::size_t i = 0; i < unit.tokens.size(); ++i) {
    RowSum roles{};
    RowSum begins{};
    roles = add_rows(roles, features.roles, i, features.roles_of_token, weights);
    begins = add_rows(begins, features.begins, i, features.begins_of_token, weights);
    if (more != nullptr) {
      roles = add_rows(roles, more->roles, i, more->roles_of_token, weights);
      begins = add_rows(begins, more->begins, i, more->begins_of_token, weights);
    }
    input.roles.push_back(to_scores(roles, weights.step));
    input.begins.push_back(to_scores(begins, weights.step));
    input.starts_sentence.push_back(unit.tokens[i].starts_sentence ? 1 : 0);
  }
  return input;
}

std::string write_segment_model(const SegmentModel& model) {
  Writer body;
  std::vector<std::pair<std::uint32_t, std::uint8_t>> lexicon(model.lexicon.begin(),
                                                              model.lexicon.end());
  std::sort(lexicon.begin(), lexicon.end());
  body.put(static_cast<std::uint32_t>(lexicon.size()));
  for (const auto& [word, level] : lexicon) {
    body.put(word);
    body.put(level);
  }
  for (const PassWeights& pass : model.passes) write_pass(body, pass);
  Writer file;
  file.put_bytes(magic);
  file.put(version);
  file.put(static_cast<std::uint32_t>(checked_from + body.bytes().size()));
  file.put(hash_bytes(body.bytes()));
  file.put_bytes(body.bytes());
  return std::move(file.bytes());
}

Result<SegmentModel> read_segment_model(std::string_view bytes) {
  if (!bytes.starts_with(magic))
    return Error{ErrorKind::format, "the file is no model of statements"};
  Reader head(bytes.substr(magic.size()));
  const auto file_version = head.take<std::uint32_t>();
  const auto size = head.take<std::uint32_t>();
  const auto sum = head.take<std::uint64_t>();
  if (!head.failed() && file_version > version)
    return Error{ErrorKind::format,
                 "the model of statements was made by a later version of twosource"};
  if (head.failed() || file_version != version || size != bytes.size() ||
      hash_bytes(bytes.substr(checked_from)) != sum)
    return damaged();
  Reader reader(bytes.substr(checked_from));
  SegmentModel model;
  bool sound = true;
  const auto words = reader.take<std::uint32_t>();
  for (std::uint32_t i = 0; i < words && !reader.failed(); ++i) {
    const auto word = reader.take<std::uint32_t>();
    const auto level = reader.take<std::uint8_t>();
    sound = sound && level >= 1 && level <= highest_level;
    model.lexicon[word] = level;
  }
  for (PassWeights& pass : model.passes) pass = read_pass(reader);
  sound = sound && is_sound(model.passes[0]) && is_sound(model.passes[1]);
  if (reader.failed() || !reader.at_end() || !sound) return damaged();
  return model;
}

}  // namespace twosource
