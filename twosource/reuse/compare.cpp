// From hits to passages: what do two articles share around the places where they share a gram?
//
// A hit is extended to both sides until the words differ; what lies on the same diagonal inside the
// run is skipped. The run's words, so far equal by hash, are compared on the text. chain.cpp joins
// the runs of a pair to passages.
#include "twosource/reuse/compare.hpp"

#include <algorithm>
#include <utility>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// The maximal run of words with equal hashes around a hit; size 0 where the grams' hashes deceived.
WordRun extend(const WordText& a, const WordText& b, const Hit& hit) {
  const auto same = [&](std::uint32_t i, std::uint32_t j) {
    return a.words[i].hash == b.words[j].hash;
  };
  if (!same(hit.a_word, hit.b_word)) return {};
  WordRun run{hit.a_word, hit.b_word, 1};
  while (run.a > a.body_word && run.b > b.body_word && same(run.a - 1, run.b - 1)) {
    --run.a;
    --run.b;
    ++run.size;
  }
  while (run.a + run.size < a.words.size() && run.b + run.size < b.words.size() &&
         same(run.a + run.size, run.b + run.size)) {
    ++run.size;
  }
  return run;
}

// The parts of a run that hold on the text, where two different words of it have the same hash.
std::vector<WordRun> verified_parts(const WordText& a, const WordText& b, const WordRun& run) {
  std::vector<WordRun> parts;
  WordRun part{run.a, run.b, 0};
  for (std::uint32_t i = 0; i < run.size; ++i) {
    if (is_equal_text(a, b, {run.a + i, run.b + i, 1})) {
      ++part.size;
      continue;
    }
    parts.push_back(part);
    part = {run.a + i + 1, run.b + i + 1, 0};
  }
  parts.push_back(part);
  return parts;
}

// A text has fewer than 2^31 words, so the shifted diagonal fits 32 bits.
std::uint32_t diagonal_of(const Hit& hit) {
  return hit.b_word - hit.a_word + (std::uint32_t{1} << 31U);
}

// All maximal runs of one pair, each once.
std::vector<WordRun> find_runs(const WordText& a, const WordText& b, std::span<const Hit> hits,
                               std::uint32_t shortest) {
  std::vector<WordRun> runs;
  std::uint32_t diagonal = 0;
  std::uint32_t end = 0;
  for (const Hit& hit : hits) {
    if (diagonal_of(hit) == diagonal && hit.a_word < end) continue;
    diagonal = diagonal_of(hit);
    const WordRun run = extend(a, b, hit);
    end = run.a + run.size;
    if (run.size < shortest) continue;
    if (is_equal_text(a, b, run)) {
      runs.push_back(run);
      continue;
    }
    for (const WordRun& part : verified_parts(a, b, run)) {
      if (part.size >= shortest) runs.push_back(part);
    }
  }
  return runs;
}

}  // namespace

void sort_hits(std::vector<Hit>& hits) {
  const auto pair_of = [](const Hit& hit) { return (std::uint64_t{hit.b} << 32U) | hit.a; };
  const auto place_of = [](const Hit& hit) {
    return (std::uint64_t{diagonal_of(hit)} << 32U) | hit.a_word;
  };
  std::sort(hits.begin(), hits.end(), [&](const Hit& x, const Hit& y) {
    return pair_of(x) != pair_of(y) ? pair_of(x) < pair_of(y) : place_of(x) < place_of(y);
  });
}

WordText read_words(const BodyText& text, std::vector<Word>& room) {
  room = find_words(text.text);
  const auto body = std::partition_point(room.begin(), room.end(), [&](const Word& word) {
    return word.span.begin < text.body_begin;
  });
  return {text.text, room, static_cast<std::uint32_t>(body - room.begin())};
}

AlignedRun place_of(const WordRun& run, const WordText& a, const WordText& b) {
  return {{a.words[run.a].span.begin, a.words[run.a + run.size - 1].span.end},
          {b.words[run.b].span.begin, b.words[run.b + run.size - 1].span.end}};
}

// NOLINTNEXTLINE(readability-function-size): two texts, and two lists to append to
void compare_pair(const WordText& a, const WordText& b, std::span<const Hit> hits,
                  const PassageRules& rules, std::vector<Passage>& passages,
                  std::vector<WordRun>& runs) {
  std::vector<WordRun> equal = find_runs(a, b, hits, rules.shortest);
  if (equal.empty()) return;
  for (const std::vector<WordRun>& chained : chain_runs(std::move(equal), a, b, rules)) {
    Passage passage{.a = hits.front().a, .b = hits.front().b};
    passage.first_run = static_cast<std::uint32_t>(runs.size());
    passage.run_count = static_cast<std::uint32_t>(chained.size());
    for (const WordRun& run : chained) passage.equal_words += run.size;
    runs.insert(runs.end(), chained.begin(), chained.end());
    passages.push_back(passage);
  }
}

}  // namespace twosource
