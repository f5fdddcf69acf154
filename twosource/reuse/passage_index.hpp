#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "twosource/base/result.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource {

/// What a text shares with one held article. In `shared` side a is the held article and side b the
/// text; the article indices of its passages are 0 and 1.
struct Match {
  std::string id;
  PlacedPassages shared;
};

struct Matches {
  std::vector<Match> matches;       ///< by id
  std::vector<std::string> limits;  ///< one sentence for each limit that left something out
};

/// Articles that come one after the other: each is matched with those that are held, and held for
/// those that come later.
///
/// Held are fingerprints, ids and times, about 2 KB for an article of 4 KB with `archive_rules`;
/// the texts stay with the caller, who gives those asked for. What `match` finds is what
/// find_archive_passages finds between the text and the held articles, verified on the texts, but
/// for frequent text: a sequence in more articles than are all paired is held for the earliest so
/// many only, and a text that comes later is compared with the few earliest of these; so all pairs
/// of the batch path are found, and others between articles that came before the limit was reached.
///
/// Not for several threads at once, except that calls of `match` and `save` may overlap.
class PassageIndex {
 public:
  /// Gives the text that was inserted under an id; nothing if it is not to be had. It must live
  /// until the next call or the end of `match`.
  using FindText = std::function<std::optional<BodyText>(std::string_view id)>;

  PassageIndex() : PassageIndex(archive_rules) {}
  explicit PassageIndex(const PassageRules& rules);
  PassageIndex(PassageIndex&&) = default;
  PassageIndex& operator=(PassageIndex&&) = default;
  PassageIndex(const PassageIndex&) = delete;  // by_id_ points into held_
  PassageIndex& operator=(const PassageIndex&) = delete;
  ~PassageIndex() = default;

  /// How many articles are held, and how many places of fingerprints.
  [[nodiscard]] std::size_t size() const { return by_id_.size(); }
  [[nodiscard]] std::uint64_t places() const { return places_; }
  [[nodiscard]] bool holds(std::string_view id) const { return by_id_.count(id) > 0; }

  /// The passages that a text shares with the held articles. Linear in the text and in the texts of
  /// the articles that share a gram with it.
  [[nodiscard]] Matches match(const BodyText& text, const FindText& find_text) const;

  /// Holds an article; `time` (Unix seconds, say) decides when it expires and who is earlier. An
  /// error if the id is held already.
  Result<Done> insert(std::string_view id, std::int64_t time, const BodyText& text);

  /// Drops the articles with a time before `before`; answers how many. Linear in what is held.
  std::size_t expire(std::int64_t before);

  /// Gives a snapshot piece by piece (docs/formats/passage-index.md). The bytes depend on the held
  /// articles alone, not on the order in which they came, except where a frequent sequence lost
  /// some of its earliest articles by expiry: later ones that were not held for it are not known.
  void save(const std::function<void(std::string_view)>& take) const;

  /// An index as it was saved. Anything that `save` did not write whole is an error: foreign bytes,
  /// a newer version, a cut or damaged snapshot.
  static Result<PassageIndex> load(std::string_view snapshot);

 private:
  friend class SnapshotReader;
  friend class SnapshotWriter;

  struct Held {
    std::string id;
    std::int64_t time = 0;
  };
  // A fingerprint of a held article.
  struct Posting {
    std::uint32_t gram;  // 32 bits of the hash; 16 more are those of the shard
    std::uint32_t slot;  // into held_
    std::uint32_t word;
    auto operator<=>(const Posting&) const = default;  // NOLINT(modernize-use-nullptr)
  };
  using Shard = std::vector<Posting>;  // by gram; the places of an article together

  [[nodiscard]] bool is_earlier(std::uint32_t slot, std::uint32_t other) const;
  [[nodiscard]] std::span<const Posting> find(std::uint64_t gram) const;
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> if_frequent(
      std::span<const Posting> postings) const;
  void add(std::uint32_t slot, std::uint64_t gram, std::span<const std::uint32_t> words);
  [[nodiscard]] bool make_room(Shard& shard, std::size_t begin, std::size_t end,
                               std::uint32_t slot);

  PassageRules rules_;
  std::vector<Shard> shards_;
  std::deque<Held> held_;                                      // by slot; some are free
  std::vector<std::uint32_t> free_;                            // slots
  std::unordered_map<std::string_view, std::uint32_t> by_id_;  // keys lie in held_
  std::uint64_t places_ = 0;
};

}  // namespace twosource
