#include "twosource/reuse/voices.hpp"

#include <algorithm>
#include <cstddef>

#include "twosource/reuse/quoted_words.hpp"
#include "twosource/reuse/reported_words.hpp"

namespace twosource {
namespace {

void mark(std::vector<Voice>& voices, const std::vector<bool>& words, Voice voice) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i]) voices[i] = std::max(voices[i], voice);
  }
}

}  // namespace

std::vector<std::vector<Voice>> find_voices(PassageSide a, PassageSide b,
                                            std::span<const WordRun> runs) {
  std::vector<std::vector<Voice>> voices;
  bool quotes = false;
  for (const WordRun& run : runs) {
    std::vector<Voice>& of_run = voices.emplace_back(run.size, Voice::writer);
    mark(of_run, quoted_words(a.analysis, run.a, run.size), Voice::quoted);
    mark(of_run, quoted_words(b.analysis, run.b, run.size), Voice::quoted);
    quotes |= std::find(of_run.begin(), of_run.end(), Voice::quoted) != of_run.end();
  }
  for (std::size_t i = 0; quotes && i < runs.size(); ++i) {
    const WordRun& run = runs[i];
    mark(voices[i], reported_words(a.article, a.analysis, run.a, run.size), Voice::reported);
    mark(voices[i], reported_words(b.article, b.analysis, run.b, run.size), Voice::reported);
  }
  return voices;
}

}  // namespace twosource
