// Weights by the million, looked up by hash, straight from the bytes of a file.
//
// Problem. A tagger asks some thirty features a word what they think of each tag. Most features
// were never seen in training; those that were have an opinion on two or three tags of fifty. A
// dense table would be ten times too large, a hash map of vectors would have to be built at every
// start.
//
// Idea. The features are sorted by their hash and cut into buckets by its top bits, one feature a
// bucket on average. The file holds where each bucket begins, and behind that the records of all
// buckets, in order: 16 other bits of the hash to know the feature by, then its tags and weights, a
// byte each. A lookup is one access to the list of buckets and one to the records.
//
//     bucket 5 ─► record 0x3A7F: 2 weights, NN +12, VB -7 | record 0xC102: 1 weight, NNP +31
//
// Two different features meet by chance if they share bucket and 16 bits: with one record a bucket
// once in 65,536.
//
// Safety. `open` walks over all records once and refuses the file if one of them leaves its bucket
// or names a tag that is not there; afterwards nothing has to be checked. The layout in full:
// docs/formats/model.md.
#include "twosource/base/linear_model.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

#include "twosource/base/hash.hpp"

namespace twosource {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

constexpr std::string_view magic{"2SLINEAR", 8};
constexpr std::uint32_t version = 1;
constexpr std::size_t checked_from = 24;  // magic, version, size and checksum stand before
constexpr std::size_t header_size = 52;
constexpr unsigned most_bucket_bits = 28;
constexpr float most_steps = 127;
constexpr std::size_t record_head = 3;
constexpr std::int16_t stored_forbidden = std::numeric_limits<std::int16_t>::min();

template <class T>
T load(std::string_view bytes, std::size_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <class T>
void store(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint16_t print_of(Feature feature) {
  return static_cast<std::uint16_t>(feature);
}

// What the header says about the parts behind it.
struct Header {
  std::uint32_t tags = 0;
  std::uint32_t bucket_bits = 0;
  float step = 1;
  std::uint32_t text_size = 0;
  std::uint32_t transitions = 0;
  std::uint32_t records_size = 0;
  std::uint32_t features = 0;

  [[nodiscard]] std::size_t buckets_size() const {
    return ((std::size_t{1} << bucket_bits) + 1) * sizeof(std::uint32_t);
  }
  [[nodiscard]] std::size_t file_size() const {
    return header_size + text_size + std::size_t{2} * transitions + buckets_size() + records_size;
  }
  [[nodiscard]] bool possible() const {
    const std::uint32_t full = tags * (tags + 1);
    return tags >= 1 && tags <= std::numeric_limits<Tag>::max() && bucket_bits >= 1 &&
           bucket_bits <= most_bucket_bits && (transitions == 0 || transitions == full) &&
           std::isfinite(step) && step > 0;
  }
};

Header read_header(std::string_view bytes) {
  return {load<std::uint32_t>(bytes, 24), load<std::uint32_t>(bytes, 28),
          load<float>(bytes, 32),         load<std::uint32_t>(bytes, 36),
          load<std::uint32_t>(bytes, 40), load<std::uint32_t>(bytes, 44),
          load<std::uint32_t>(bytes, 48)};
}

Error damaged() {
  return {ErrorKind::damaged, "the model file is cut off or was changed; fetch it again"};
}

// The lines of the text part; the last must be ended as well.
bool split_lines(std::string_view text, std::vector<std::string>& lines) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return false;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return true;
}

// Whether the records from `begin` to `end` fill that place exactly and name only tags below
// `tags`; counts them.
bool check_records(std::string_view records, std::size_t begin, std::size_t end, std::uint32_t tags,
                   std::size_t& count) {
  while (begin < end) {
    if (end - begin < record_head) return false;
    const std::size_t weights = byte_at(records, begin + 2);
    begin += record_head;
    if (end - begin < 2 * weights) return false;
    for (std::size_t i = 0; i < weights; ++i, begin += 2) {
      if (byte_at(records, begin) >= tags) return false;
    }
    ++count;
  }
  return true;
}

bool check_buckets(std::string_view buckets, std::string_view records, const Header& header) {
  std::size_t begin = 0;
  std::size_t count = 0;
  if (load<std::uint32_t>(buckets, 0) != 0) return false;
  for (std::size_t i = 4; i < buckets.size(); i += 4) {
    const std::size_t end = load<std::uint32_t>(buckets, i);
    if (end < begin || end > records.size()) return false;
    if (!check_records(records, begin, end, header.tags, count)) return false;
    begin = end;
  }
  return begin == records.size() && count == header.features;
}

}  // namespace

Result<LinearModel> LinearModel::open(std::string_view bytes) {
  if (bytes.substr(0, magic.size()) != magic)
    return Error{ErrorKind::format, "this is no model file of twosource"};
  if (bytes.size() < header_size) return damaged();
  const auto file_version = load<std::uint32_t>(bytes, 8);
  if (file_version > version)
    return Error{ErrorKind::format,
                 "the model file was made by a later version of twosource; update the program"};
  if (file_version != version || load<std::uint32_t>(bytes, 12) != bytes.size() ||
      load<std::uint64_t>(bytes, 16) != hash_bytes(bytes.substr(checked_from)))
    return damaged();
  const Header header = read_header(bytes);
  if (!header.possible() || header.file_size() != bytes.size()) return damaged();

  LinearModel model;
  model.step_ = header.step;
  model.features_ = header.features;
  model.bucket_shift_ = 64 - header.bucket_bits;
  std::string_view rest = bytes.substr(header_size);
  const auto take = [&rest](std::size_t size) {
    const std::string_view part = rest.substr(0, size);
    rest.remove_prefix(size);
    return part;
  };
  if (!split_lines(take(header.text_size), model.tags_) || model.tags_.size() != header.tags + 1)
    return damaged();
  model.name_ = model.tags_.front();
  model.tags_.erase(model.tags_.begin());
  const std::string_view transitions = take(std::size_t{2} * header.transitions);
  for (std::size_t i = 0; i < transitions.size(); i += 2) {
    const auto stored = load<std::int16_t>(transitions, i);
    model.transitions_.push_back(stored == stored_forbidden ? forbidden : stored);
  }
  model.buckets_ = take(header.buckets_size());
  model.records_ = rest;
  if (!check_buckets(model.buckets_, model.records_, header)) return damaged();
  return model;
}

std::optional<Tag> LinearModel::tag_named(std::string_view name) const {
  const auto found = std::find(tags_.begin(), tags_.end(), name);
  if (found == tags_.end()) return std::nullopt;
  return static_cast<Tag>(found - tags_.begin());
}

std::uint32_t LinearModel::bucket_begin(std::size_t bucket) const {
  return load<std::uint32_t>(buckets_, bucket * 4);
}

namespace {

// Adds the weights of the feature with this print, if its record stands in [at, end).
void add_record(const char* at, const char* end, std::uint16_t print,
                std::span<std::int32_t> scores) {
  while (at < end) {
    std::uint16_t found = 0;
    std::memcpy(&found, at, sizeof found);
    const std::size_t size = std::size_t{2} * static_cast<unsigned char>(at[2]);
    at += record_head;
    if (found == print) {
      for (const char* const last = at + size; at < last; at += 2)
        scores[static_cast<unsigned char>(at[0])] += static_cast<signed char>(at[1]);
      return;
    }
    at += size;
  }
}

}  // namespace

void LinearModel::add_scores(Feature feature, std::span<std::int32_t> scores) const {
  assert(scores.size() >= tags_.size());
  const std::size_t bucket = feature >> bucket_shift_;
  add_record(records_.data() + bucket_begin(bucket), records_.data() + bucket_begin(bucket + 1),
             print_of(feature), scores);
}

// Both accesses of a lookup go to places that no cache foresees. So the buckets of many features
// are looked up first, their records are asked for, and only then read.
void LinearModel::score(std::span<const Feature> features, std::span<std::int32_t> scores) const {
  assert(scores.size() >= tags_.size());
  constexpr std::size_t most = 32;
  std::array<std::pair<const char*, const char*>, most> places;
  std::fill(scores.begin(), scores.end(), 0);
  while (!features.empty()) {
    const std::span<const Feature> some = features.first(std::min(most, features.size()));
    for (std::size_t i = 0; i < some.size(); ++i) {
      const std::size_t bucket = some[i] >> bucket_shift_;
      places[i] = {records_.data() + bucket_begin(bucket),
                   records_.data() + bucket_begin(bucket + 1)};
      __builtin_prefetch(places[i].first);
    }
    for (std::size_t i = 0; i < some.size(); ++i)
      add_record(places[i].first, places[i].second, print_of(some[i]), scores);
    features = features.subspan(some.size());
  }
}

void LinearModel::prefetch(std::span<const Feature> features) const {
  for (const Feature feature : features)
    __builtin_prefetch(buckets_.data() + (feature >> bucket_shift_) * 4);
}

std::vector<double> LinearModel::probabilities(std::span<const Feature> features) const {
  std::vector<std::int32_t> scores(tags_.size());
  score(features, scores);
  const std::int32_t best = *std::max_element(scores.begin(), scores.end());
  std::vector<double> odds(scores.size());
  double sum = 0;
  for (std::size_t i = 0; i < scores.size(); ++i)
    sum += odds[i] = std::exp(static_cast<double>(step_) * (scores[i] - best));
  for (double& odd : odds) odd /= sum;
  return odds;
}

namespace {

// The size of a step such that the greatest weight fits into a byte and the greatest transition
// into two.
float step_for(const LinearWeights& weights) {
  float greatest = 0;
  for (const LinearWeights::Row& row : weights.rows) {
    for (const LinearWeights::Entry& entry : row.entries)
      greatest = std::max(greatest, std::abs(entry.weight));
  }
  for (const float weight : weights.transitions) {
    if (std::isfinite(weight)) greatest = std::max(greatest, std::abs(weight) / most_steps);
  }
  return greatest == 0 ? 1 : greatest / most_steps;
}

std::string record_of(const LinearWeights::Row& row, float step) {
  std::vector<std::pair<Tag, signed char>> kept;
  for (const LinearWeights::Entry& entry : row.entries) {
    const auto steps = static_cast<signed char>(std::lround(entry.weight / step));
    if (steps != 0) kept.emplace_back(entry.tag, steps);
  }
  if (kept.empty()) return {};
  std::sort(kept.begin(), kept.end());
  std::string record;
  store(record, print_of(row.feature));
  store(record, static_cast<unsigned char>(kept.size()));
  for (const auto& [tag, steps] : kept) {
    store(record, tag);
    store(record, steps);
  }
  return record;
}

std::string transitions_of(const LinearWeights& weights, float step) {
  std::string bytes;
  for (const float weight : weights.transitions) {
    const bool allowed = std::isfinite(weight);
    store(bytes,
          allowed ? static_cast<std::int16_t>(std::lround(weight / step)) : stored_forbidden);
  }
  return bytes;
}

std::string text_of(const LinearWeights& weights) {
  std::string text = weights.name + '\n';
  for (const std::string& tag : weights.tags) text += tag + '\n';
  return text;
}

using Records = std::vector<std::pair<Feature, std::string>>;

Records records_of(const LinearWeights& weights, float step) {
  Records records;
  for (const LinearWeights::Row& row : weights.rows) {
    std::string record = record_of(row, step);
    if (!record.empty()) records.emplace_back(row.feature, std::move(record));
  }
  std::sort(records.begin(), records.end());
  return records;
}

// Where each bucket begins, and behind the last where it ends.
std::string buckets_of(const Records& records, unsigned bucket_bits) {
  std::string bytes;
  std::uint32_t at = 0;
  auto next = records.begin();
  for (std::uint64_t bucket = 0; bucket < std::uint64_t{1} << bucket_bits; ++bucket) {
    store(bytes, at);
    for (; next != records.end() && next->first >> (64 - bucket_bits) == bucket; ++next)
      at += static_cast<std::uint32_t>(next->second.size());
  }
  store(bytes, at);
  return bytes;
}

}  // namespace

std::string write_linear_model(const LinearWeights& weights) {
  const float step = step_for(weights);
  const Records records = records_of(weights, step);
  const unsigned bits =
      std::clamp(static_cast<unsigned>(std::bit_width(records.size() / 2)), 1U, most_bucket_bits);
  const std::string text = text_of(weights);
  std::string joined;
  for (const auto& [feature, record] : records) joined += record;

  std::string checked;
  store(checked, static_cast<std::uint32_t>(weights.tags.size()));
  store(checked, static_cast<std::uint32_t>(bits));
  store(checked, step);
  store(checked, static_cast<std::uint32_t>(text.size()));
  store(checked, static_cast<std::uint32_t>(weights.transitions.size()));
  store(checked, static_cast<std::uint32_t>(joined.size()));
  store(checked, static_cast<std::uint32_t>(records.size()));
  checked += text + transitions_of(weights, step) + buckets_of(records, bits) + joined;

  std::string bytes(magic);
  store(bytes, version);
  store(bytes, static_cast<std::uint32_t>(checked_from + checked.size()));
  store(bytes, hash_bytes(checked));
  return bytes + checked;
}

}  // namespace twosource
