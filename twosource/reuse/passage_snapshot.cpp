// A passage index as bytes, and back; docs/formats/passage-index.md gives the layout.
//
// Slots are an accident of history, so articles are written by time and id, and the places of a
// gram by article: the same articles give the same bytes. Reading trusts nothing: first the
// checksum, which finds damage; then every number is held to what a writer could have written,
// since a checksum can be forged; the index is handed out only when all is well.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/reuse/passage_index.hpp"

namespace twosource {
namespace {

constexpr std::string_view magic = "2s-passg";
constexpr std::uint32_t version = 1;
constexpr std::size_t header_size = 76;
constexpr std::size_t article_size = 12;  // and the id
constexpr std::size_t shard_size = 8;     // and its places
constexpr std::size_t posting_size = 12;
constexpr std::size_t chunk_size = std::size_t{1} << 20U;  // hashed at once
constexpr std::uint32_t most_words = std::uint32_t{1} << 31U;

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, sizeof(Number)> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i) & 0xFFU);
  }
  out.append(bytes.data(), bytes.size());
}

template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return static_cast<Number>(number);
}

std::array<std::uint32_t, 9> numbers_of(const PassageRules& rules) {
  return {rules.gram_words,         rules.window_grams,      rules.shortest,
          rules.widest_gap,         rules.grow_gap,          rules.grow_run,
          rules.articles_all_pairs, rules.articles_followed, rules.repeats_followed};
}

PassageRules rules_of(const std::array<std::uint32_t, 9>& numbers) {
  return {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4],
          numbers[5], numbers[6], numbers[7], numbers[8]};
}

// Beyond these a rule is no rule; they keep what a forged snapshot can ask for small.
bool are_rules(const std::array<std::uint32_t, 9>& numbers) {
  const PassageRules rules = rules_of(numbers);
  return rules.gram_words > 0 && rules.window_grams > 0 && rules.articles_all_pairs > 0 &&
         *std::max_element(numbers.begin(), numbers.end()) < 256 &&
         rules.shortest + 1 >= rules.gram_words + rules.window_grams;
}

// Hands on what is written and hashes it in chunks; the checksum is the hash of their hashes.
class Checksummed {
 public:
  explicit Checksummed(const std::function<void(std::string_view)>& take) : take_(take) {}

  std::string& room() { return room_; }
  void flush_full() {
    while (room_.size() >= chunk_size) flush(chunk_size);
  }
  void finish() {
    if (!room_.empty()) flush(room_.size());
    append_number(room_, hash_bytes(hashes_));
    take_(room_);
  }

 private:
  void flush(std::size_t size) {
    const std::string_view chunk = std::string_view(room_).substr(0, size);
    append_number(hashes_, hash_bytes(chunk));
    take_(chunk);
    room_.erase(0, size);
  }

  const std::function<void(std::string_view)>& take_;
  std::string room_;
  std::string hashes_;
};

std::uint64_t checksum_of(std::string_view bytes) {
  std::string hashes;
  for (std::size_t at = 0; at < bytes.size(); at += chunk_size) {
    append_number(hashes, hash_bytes(bytes.substr(at, chunk_size)));
  }
  return hash_bytes(hashes);
}

Error damaged(std::string_view what) {
  return {ErrorKind::damaged, fmt::format("the index snapshot {}; build the index anew", what)};
}

}  // namespace

class SnapshotWriter {
 public:
  explicit SnapshotWriter(const PassageIndex& index)
      : index_(index), order_(index.by_id_.size()), rank_(index.held_.size()) {
    std::transform(index.by_id_.begin(), index.by_id_.end(), order_.begin(),
                   [](const auto& entry) { return entry.second; });
    std::sort(order_.begin(), order_.end(),
              [&](std::uint32_t x, std::uint32_t y) { return index.is_earlier(x, y); });
    for (std::uint32_t i = 0; i < order_.size(); ++i) rank_[order_[i]] = i;
  }

  void write(Checksummed& out) const {
    write_header(out.room());
    for (std::uint32_t slot : order_) {
      const PassageIndex::Held& held = index_.held_[slot];
      append_number(out.room(), held.time);
      append_number(out.room(), static_cast<std::uint32_t>(held.id.size()));
      out.room() += held.id;
      out.flush_full();
    }
    for (std::uint32_t i = 0; i < index_.shards_.size(); ++i) {
      const PassageIndex::Shard& shard = index_.shards_[i];
      if (shard.empty()) continue;
      append_number(out.room(), i);
      append_number(out.room(), static_cast<std::uint32_t>(shard.size()));
      write_places(shard, out.room());
      out.flush_full();
    }
  }

 private:
  void write_header(std::string& out) const {
    out += magic;
    append_number(out, version);
    for (std::uint32_t number : numbers_of(index_.rules_)) append_number(out, number);
    append_number(out, std::uint64_t{order_.size()});
    append_number(out, index_.places_);
    append_number(out, ids_size());
    append_number(out, filled_shards());
  }

  [[nodiscard]] std::uint32_t filled_shards() const {
    return static_cast<std::uint32_t>(
        std::count_if(index_.shards_.begin(), index_.shards_.end(),
                      [](const PassageIndex::Shard& shard) { return !shard.empty(); }));
  }

  [[nodiscard]] std::uint64_t ids_size() const {
    std::uint64_t size = 0;
    for (std::uint32_t slot : order_) size += index_.held_[slot].id.size();
    return size;
  }

  void write_places(const PassageIndex::Shard& shard, std::string& out) const {
    PassageIndex::Shard sorted = shard;
    for (PassageIndex::Posting& posting : sorted) posting.slot = rank_[posting.slot];
    if (!std::is_sorted(sorted.begin(), sorted.end())) std::sort(sorted.begin(), sorted.end());
    for (const PassageIndex::Posting& posting : sorted) {
      append_number(out, posting.gram);
      append_number(out, posting.slot);
      append_number(out, posting.word);
    }
  }

  const PassageIndex& index_;
  std::vector<std::uint32_t> order_;  // slots by time and id
  std::vector<std::uint32_t> rank_;   // of each slot
};

class SnapshotReader {
 public:
  explicit SnapshotReader(std::string_view bytes) : bytes_(bytes) {}

  Result<PassageIndex> read() {
    if (bytes_.substr(0, magic.size()) != magic) {
      return Error{ErrorKind::format, "these bytes are no snapshot of a passage index"};
    }
    if (bytes_.size() < magic.size() + sizeof(version)) return damaged("is cut off");
    const auto written = number_at<std::uint32_t>(bytes_, magic.size());
    if (written != version) {
      return Error{ErrorKind::format,
                   fmt::format("the index snapshot has format {}, this program reads format {}; "
                               "build the index anew",
                               written, version)};
    }
    if (bytes_.size() < header_size + sizeof(std::uint64_t)) return damaged("is cut off");
    const std::size_t end = bytes_.size() - sizeof(std::uint64_t);
    if (number_at<std::uint64_t>(bytes_, end) != checksum_of(bytes_.substr(0, end))) {
      return damaged("is damaged or cut off");
    }
    bytes_ = bytes_.substr(0, end);
    return read_whole();
  }

 private:
  Result<PassageIndex> read_whole() {
    std::array<std::uint32_t, 9> numbers{};
    for (std::uint32_t& number : numbers) number = take<std::uint32_t>();
    if (!are_rules(numbers)) return damaged("has impossible rules");
    PassageIndex index(rules_of(numbers));
    const auto articles = take<std::uint64_t>();
    const auto places = take<std::uint64_t>();
    const auto ids = take<std::uint64_t>();
    const auto shards = take<std::uint32_t>();
    if (!fits(articles, places, ids, shards)) return damaged("has impossible sizes");
    if (!read_articles(index, articles)) return damaged("has impossible articles");
    if (!read_shards(index, shards)) return damaged("has impossible places");
    index.places_ = places;
    return index;
  }

  // The next number of the header.
  template <class Number>
  Number take() {
    const auto number = number_at<Number>(bytes_, at_);
    at_ += sizeof(Number);
    return number;
  }

  // Whether the numbers say how long the snapshot is. None may be so large that the sum wraps.
  [[nodiscard]] bool fits(std::uint64_t articles, std::uint64_t places, std::uint64_t ids,
                          std::uint64_t shards) const {
    const std::uint64_t most = bytes_.size();
    if (articles > most || places > most || ids > most) return false;
    return header_size + articles * article_size + ids + shards * shard_size +
               places * posting_size ==
           most;
  }

  [[nodiscard]] bool read_articles(PassageIndex& index, std::uint64_t articles) {
    for (std::uint32_t slot = 0; slot < articles; ++slot) {
      if (bytes_.size() - at_ < article_size) return false;
      const auto time = number_at<std::int64_t>(bytes_, at_);
      const auto size = number_at<std::uint32_t>(bytes_, at_ + 8);
      at_ += article_size;
      if (bytes_.size() - at_ < size) return false;
      index.held_.push_back({std::string(bytes_.substr(at_, size)), time});
      at_ += size;
      if (slot > 0 && !index.is_earlier(slot - 1, slot)) return false;
      if (!index.by_id_.emplace(index.held_.back().id, slot).second) return false;
    }
    return true;
  }

  [[nodiscard]] bool read_shards(PassageIndex& index, std::uint32_t shards) {
    std::size_t next = 0;  // the smallest number that the next shard may have
    for (std::uint32_t i = 0; i < shards; ++i) {
      if (bytes_.size() - at_ < shard_size) return false;
      const std::size_t number = number_at<std::uint32_t>(bytes_, at_);
      const std::size_t size = number_at<std::uint32_t>(bytes_, at_ + 4);
      at_ += shard_size;
      if (number < next || number >= index.shards_.size()) return false;
      if (size == 0 || (bytes_.size() - at_) / posting_size < size) return false;
      next = number + 1;
      index.shards_[number].resize(size);
      if (!read_places(index.shards_[number], index.held_.size())) return false;
    }
    return at_ == bytes_.size();
  }

  [[nodiscard]] bool read_places(PassageIndex::Shard& shard, std::size_t articles) {
    for (PassageIndex::Posting& posting : shard) {
      posting.gram = number_at<std::uint32_t>(bytes_, at_);
      posting.slot = number_at<std::uint32_t>(bytes_, at_ + 4);
      posting.word = number_at<std::uint32_t>(bytes_, at_ + 8);
      at_ += posting_size;
      if (posting.slot >= articles || posting.word >= most_words) return false;
    }
    return std::adjacent_find(shard.begin(), shard.end(),
                              [](const auto& x, const auto& y) { return x >= y; }) == shard.end();
  }

  std::string_view bytes_;
  std::size_t at_ = magic.size() + sizeof(version);
};

void PassageIndex::save(const std::function<void(std::string_view)>& take) const {
  Checksummed out(take);
  SnapshotWriter(*this).write(out);
  out.finish();
}

Result<PassageIndex> PassageIndex::load(std::string_view snapshot) {
  return SnapshotReader(snapshot).read();
}

}  // namespace twosource
