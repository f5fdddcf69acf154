// The best way to tag a sequence.
//
// Problem. Each token has a score for each tag, each pair of tags one for following each other. Of
// tags^tokens ways to tag a sentence find the one with the greatest sum.
//
// Idea (Viterbi 1967). The best way to a tag at one place goes through the best way to some tag at
// the place before, so one best way for each tag is all that has to be kept. Most tags are hopeless
// from the token alone ("the" is no verb): with a width, only the tags that the token's own
// features favour are followed.
//
// Scores are sums of whole numbers, so the answer is the same on every machine.
#include "twosource/base/sequence.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace twosource {

SequenceDecoder::SequenceDecoder(const LinearModel& model, std::size_t width)
    : model_(model),
      width_(width == 0 ? model.tag_count() : std::min(width, model.tag_count())),
      scores_(model.tag_count()) {
  assert(model.has_transitions());
}

// The width_ tags with the greatest scores_, ascending by tag; ties go to the earlier tag. For the
// few that are kept, putting each tag into its place among them is faster than a selection.
void SequenceDecoder::choose_tags() {
  const std::size_t count = scores_.size();
  chosen_.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const auto tag = static_cast<Tag>(i);
    if (width_ == count) {
      chosen_.push_back(tag);
      continue;
    }
    if (chosen_.size() == width_) {
      if (scores_[tag] <= scores_[chosen_.back()]) continue;
      chosen_.pop_back();
    }
    std::size_t place = chosen_.size();
    chosen_.push_back(tag);
    for (; place > 0 && scores_[chosen_[place - 1]] < scores_[tag]; --place)
      chosen_[place] = chosen_[place - 1];
    chosen_[place] = tag;
  }
  if (width_ < count) std::sort(chosen_.begin(), chosen_.end());
}

// Adds the states of a place, given those of the place before: [first, last) of states_.
void SequenceDecoder::step_from(std::size_t first, std::size_t last) {
  for (const Tag tag : chosen_) {
    std::int32_t best =
        first == last ? model_.start(tag) : std::numeric_limits<std::int32_t>::min();
    std::size_t before = 0;
    for (std::size_t i = first; i < last; ++i) {
      const std::int32_t sum = states_[i].score + model_.transition(states_[i].tag, tag);
      if (sum > best) {
        best = sum;
        before = i - first;
      }
    }
    states_.push_back({best + scores_[tag], tag, static_cast<std::uint8_t>(before)});
  }
}

const std::vector<Tag>& SequenceDecoder::decode(const FeatureRows& rows, std::size_t first,
                                                std::size_t last) {
  states_.clear();
  ends_.clear();
  tags_.assign(last - first, 0);
  std::size_t begin = 0;  // of the last place's states
  for (std::size_t row = first; row < last; ++row) {
    if (row + 1 < last) model_.prefetch(rows[row + 1]);
    model_.score(rows[row], scores_);
    choose_tags();
    const std::size_t end = states_.size();
    step_from(begin, end);
    begin = end;
    ends_.push_back(states_.size());
    // Only differences count; kept near 0, sums cannot overflow in the longest sequence.
    const std::int32_t base = states_[begin].score;
    for (std::size_t i = begin; i < states_.size(); ++i) states_[i].score -= base;
  }
  if (tags_.empty()) return tags_;
  const auto better = [](const State& a, const State& b) { return a.score < b.score; };
  auto at = static_cast<std::size_t>(
      std::max_element(states_.begin() + static_cast<std::ptrdiff_t>(begin), states_.end(),
                       better) -
      states_.begin());
  for (std::size_t place = tags_.size(); place-- > 0;) {
    tags_[place] = states_[at].tag;
    if (place > 0) at = (place > 1 ? ends_[place - 2] : 0) + states_[at].before;
  }
  return tags_;
}

namespace {

// Brings a row to sum 1; a row of zeros becomes even.
void scale(float* row, std::size_t size) {
  const float sum = std::accumulate(row, row + size, 0.0F);
  for (std::size_t i = 0; i < size; ++i)
    row[i] = sum > 0 ? row[i] / sum : 1.0F / static_cast<float>(size);
}

}  // namespace

// moves_: the odds of all transitions, laid out as in LinearWeights, less the greatest, which is a
// factor of all ways alike; so they stay in range.
void SequenceDecoder::weigh_transitions() {
  const std::size_t n = model_.tag_count();
  std::vector<std::int32_t> scores;
  for (std::size_t to = 0; to < n; ++to) scores.push_back(model_.start(static_cast<Tag>(to)));
  for (std::size_t from = 0; from < n; ++from) {
    for (std::size_t to = 0; to < n; ++to)
      scores.push_back(model_.transition(static_cast<Tag>(from), static_cast<Tag>(to)));
  }
  const std::int32_t greatest = *std::max_element(scores.begin(), scores.end());
  moves_.clear();
  for (const std::int32_t score : scores) {
    const bool allowed = score > LinearModel::forbidden;
    moves_.push_back(allowed ? std::exp(model_.step() * static_cast<float>(score - greatest))
                             : 0.0F);
  }
}

// forward_: how probable each tag is from what comes up to its place. Each row is scaled, which
// changes no marginal.
void SequenceDecoder::find_forward(const FeatureRows& rows) {
  const std::size_t n = model_.tag_count();
  emissions_.resize(rows.size() * n);
  forward_.assign(rows.size() * n, 0);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (row + 1 < rows.size()) model_.prefetch(rows[row + 1]);
    model_.score(rows[row], scores_);
    const std::int32_t best = *std::max_element(scores_.begin(), scores_.end());
    float* const here = &forward_[row * n];
    for (std::size_t from = 0; from < (row == 0 ? 1 : n); ++from) {
      const float before = row == 0 ? 1 : here[from - n];
      const float* const moves = &moves_[(row == 0 ? 0 : from + 1) * n];
      for (std::size_t to = 0; to < n; ++to) here[to] += before * moves[to];
    }
    for (std::size_t to = 0; to < n; ++to) {
      const float emission = std::exp(model_.step() * static_cast<float>(scores_[to] - best));
      emissions_[row * n + to] = emission;
      here[to] *= emission;
    }
    scale(here, n);
  }
}

const std::vector<float>& SequenceDecoder::marginals(const FeatureRows& rows) {
  const std::size_t n = model_.tag_count();
  weigh_transitions();
  find_forward(rows);
  std::vector<float> backward(n, 1.0F);
  std::vector<float> ahead(n);
  for (std::size_t row = rows.size(); row-- > 0;) {
    for (std::size_t tag = 0; tag < n; ++tag) {
      ahead[tag] = emissions_[row * n + tag] * backward[tag];
      forward_[row * n + tag] *= backward[tag];
    }
    scale(&forward_[row * n], n);
    for (std::size_t from = 0; from < n; ++from)
      backward[from] =
          std::inner_product(ahead.begin(), ahead.end(), &moves_[(from + 1) * n], 0.0F);
    scale(backward.data(), n);
  }
  return forward_;
}

std::int64_t SequenceDecoder::score(const FeatureRows& rows, const std::vector<Tag>& tags) const {
  std::int64_t sum = 0;
  std::vector<std::int32_t> scores(model_.tag_count());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    model_.score(rows[row], scores);
    sum += scores[tags[row]];
    sum += row == 0 ? model_.start(tags[row]) : model_.transition(tags[row - 1], tags[row]);
  }
  return sum;
}

}  // namespace twosource
