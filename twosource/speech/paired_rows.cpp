// Sums of rows of weights, for both passes of the tagger at once.
//
// Problem. A token has some hundred features in each pass, and more than half of them have a row
// somewhere in ten megabytes. The sums are nothing; waiting for the rows was a third of a run.
//
// Idea. What the first pass asks the second asks as well, so a row holds the weights of both, in
// half a cache line, and is waited for once. And nobody waits long: while the rows of one token are
// summed up, those of the next are on their way.
//
//     find the rows of token i, ask memory for them │ add up the rows of token i - 1 │ i + 1 ...
//
// Highway compiles the sums once for each vector unit and chooses one when the program starts; sums
// of whole numbers are the same everywhere.
#include "twosource/speech/paired_rows.hpp"

#include <algorithm>
#include <bit>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "twosource/speech/paired_rows.cpp"
#include <hwy/foreach_target.h>  // must stand before highway.h
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace twosource::HWY_NAMESPACE {

// Adds `count` rows of `table` to `sums`; a row has as many weights as there are sums.
void sum_rows(const std::int8_t* table, const std::uint32_t* rows, std::size_t count,
              std::int16_t* sums) {
  namespace hn = hwy::HWY_NAMESPACE;
  constexpr std::size_t width = 2 * row_width;
  const hn::CappedTag<std::int16_t, width> wide;
  const hn::Rebind<std::int8_t, decltype(wide)> narrow;
  for (std::size_t at = 0; at < width; at += hn::Lanes(wide)) {
    auto sum = hn::Load(wide, sums + at);
    for (std::size_t i = 0; i < count; ++i)
      sum = hn::Add(sum, hn::PromoteTo(wide, hn::Load(narrow, table + rows[i] * width + at)));
    hn::Store(sum, wide, sums + at);
  }
}

}  // namespace twosource::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace twosource {
namespace {

HWY_EXPORT(sum_rows);

constexpr std::size_t most_features = 256;  // of a token

struct FoundRows {
  std::array<std::uint32_t, most_features> rows;
  std::size_t count = 0;
};

}  // namespace

PairedRows::PairedRows(const PassWeights& first, const PassWeights& second) {
  const std::array passes = {&first, &second};
  std::array<std::vector<std::uint64_t>, 2> bits = {first.index.bits(), second.index.bits()};
  std::vector<std::uint64_t> either = bits[0];
  for (std::size_t i = 0; i < either.size(); ++i) either[i] |= bits[1][i];
  index_ = RowIndex(either);
  rows_.resize(index_.size());
  for (std::size_t pass = 0; pass < passes.size(); ++pass) {
    auto row = passes[pass]->rows.begin();
    std::size_t place = 0;
    for (std::size_t i = 0; i < either.size(); ++i) {
      for (std::uint64_t rest = either[i]; rest != 0; rest &= rest - 1, ++place) {
        if ((bits[pass][i] >> static_cast<unsigned>(std::countr_zero(rest)) & 1U) == 0) continue;
        std::copy(row->begin(), row->end(), rows_[place].weights.begin() + pass * row_width);
        ++row;
      }
    }
  }
}

void PairedRows::add_all(const std::vector<std::uint32_t>& keys, std::size_t of_token,
                         std::vector<PairedSum>& sums) const {
  const auto* const table = reinterpret_cast<const std::int8_t*>(rows_.data());
  const std::size_t looked_at = std::min(of_token, most_features);
  std::array<FoundRows, 2> found;  // of the last token and of this one, by turns
  for (std::size_t token = 0; token <= sums.size(); ++token) {
    if (token + 1 < sums.size()) index_.prefetch(&keys[(token + 1) * of_token], looked_at);
    if (token < sums.size()) {
      FoundRows& here = found[token % 2];
      here.count = index_.rows_of(&keys[token * of_token], looked_at, here.rows.data());
      for (std::size_t i = 0; i < here.count; ++i) __builtin_prefetch(&rows_[here.rows[i]]);
    }
    if (token == 0) continue;
    const FoundRows& before = found[(token - 1) % 2];
    HWY_DYNAMIC_DISPATCH(sum_rows)
    (table, before.rows.data(), before.count, sums[token - 1].values.data());
  }
}

void PairedRows::add(const UnitFeatures& features, PairedSums& sums) const {
  add_all(features.roles, features.roles_of_token, sums.roles);
  add_all(features.begins, features.begins_of_token, sums.begins);
}

ChainInput chain_input(const SpeechUnit& unit, const PairedSums& sums, std::size_t pass,
                       float step) {
  const auto to_scores = [&](const PairedSum& sum) {
    ScoreRow scores;
    for (std::size_t r = 0; r < row_width; ++r)
      scores[r] = static_cast<float>(sum.values[pass * row_width + r]) * step;
    return scores;
  };
  ChainInput input;
  const std::size_t size = unit.tokens.size();
  input.roles.reserve(size);
  input.begins.reserve(size);
  input.starts_sentence.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    input.roles.push_back(to_scores(sums.roles[i]));
    input.begins.push_back(to_scores(sums.begins[i]));
    input.starts_sentence.push_back(unit.tokens[i].starts_sentence ? 1 : 0);
  }
  return input;
}

}  // namespace twosource
#endif
