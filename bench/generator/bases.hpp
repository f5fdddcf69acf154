#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "bench/generator/draft.hpp"
#include "bench/generator/random.hpp"
#include "bench/generator/writer.hpp"
#include "twosource/base/result.hpp"

namespace twosource::bench {

/// One text to grow a family from, cut into sentences.
struct BaseText {
  Draft draft;                         ///< without the sentences below
  std::vector<std::string> sentences;  ///< its last ones: for whoever adds something of his own
  std::vector<Utterance> utterances;   ///< spoken words taken out of it
};

/// Independent texts about one event.
struct BaseEvent {
  std::vector<BaseText> texts;
};

/// Reads base texts from whatever `twosource run` reads.
///
/// Records with `event` or `story` are put together by it; other texts by threes, in their order;
/// a text longer than 8 KB (a book) is cut into pieces of about 4 KB. Left out are texts of fewer
/// than ten sentences, texts that name a news agency (nobody knows whose they are), and texts that
/// share twelve words in a row, outside quotations, with an earlier one of their event. An error
/// where nothing is left.
Result<std::vector<BaseEvent>> read_base_events(std::span<const std::string> paths);

/// Writes about that event, each text once. The order of the texts is drawn.
std::unique_ptr<Writer> write_from_base(const BaseEvent& event, Random& random);

}  // namespace twosource::bench
