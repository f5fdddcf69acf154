#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/generator/draft.hpp"
#include "bench/generator/random.hpp"

namespace twosource::bench {

/// Who writes what is new in one family: whole articles about its event, sentences to add to
/// others, words spoken to the press. Nothing is written twice.
class Writer {
 public:
  Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  virtual ~Writer() = default;

  /// Whether another whole article can be had.
  [[nodiscard]] virtual bool has_article() const = 0;
  virtual Draft article(Random& random) = 0;
  /// A new sentence; empty: there are no more.
  virtual std::string sentence(Random& random) = 0;
  /// New spoken words; empty words: there are no more.
  virtual Utterance utterance(Random& random) = 0;
  /// A word to put into a sentence.
  virtual std::string word(Random& random) = 0;
  /// The place that datelines name.
  virtual std::string place(Random& random) = 0;
  /// The sentence in other words; the same where its words have no others.
  virtual std::string reworded(const std::string& sentence, Random& random) = 0;
};

}  // namespace twosource::bench
