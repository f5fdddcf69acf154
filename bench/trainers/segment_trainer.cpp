// Training of the tagger of statements.
//
// The gradient of the likelihood is what the model expects less what is true, token by token, for
// roles, beginnings and junctions; chain_marginals gives the first. News repeats itself, so every
// token has a hundred features that say nearly the same, and a model that sees them all learns to
// trust the rarest. Hence the dropout: each step sees half of them, and the weights are halved at
// the end. What was dropped and in which order the samples came is chance, so the model is the mean
// of several runs.
#include "bench/trainers/segment_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <random>

namespace twosource::bench {
namespace {

struct LearnedRow {
  ScoreRow weights{};
  ScoreRow squares{};
};

// Sums of weights of many states of one or more learners, for their mean.
struct Sums {
  std::vector<ScoreRow> rows;
  JunctionWeights junctions{};
  float states = 0;
};

// A sample whose features are numbers of rows.
struct Prepared {
  const SegmentSample* sample = nullptr;
  std::vector<std::uint32_t> roles;
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> role_ends;
  std::vector<std::uint32_t> begin_ends;
  std::vector<std::uint8_t> starts_sentence;
};

RowIndex index_of(const std::vector<const SegmentSample*>& samples, unsigned least_count) {
  std::vector<std::uint8_t> counts(std::size_t{1} << RowIndex::key_bits);
  for (const SegmentSample* sample : samples) {
    for (const auto* keys : {&sample->features.roles, &sample->features.begins}) {
      for (std::uint32_t key : *keys) {
        std::uint8_t& count = counts[RowIndex::place_of(key)];
        if (count < 255) ++count;
      }
    }
  }
  std::vector<std::uint64_t> bits(counts.size() / 64);
  for (std::size_t place = 0; place < counts.size(); ++place) {
    if (counts[place] >= least_count) bits[place / 64] |= std::uint64_t{1} << (place % 64);
  }
  return RowIndex(bits);
}

void number(const std::vector<std::uint32_t>& keys, std::size_t of_token, const RowIndex& index,
            std::vector<std::uint32_t>& rows, std::vector<std::uint32_t>& ends) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::uint32_t row = index.row_of(keys[i]);
    if (row != RowIndex::none) rows.push_back(row);
    if ((i + 1) % of_token == 0) ends.push_back(static_cast<std::uint32_t>(rows.size()));
  }
}

Prepared prepare(const SegmentSample& sample, const RowIndex& index) {
  Prepared prepared;
  prepared.sample = &sample;
  const UnitFeatures& features = sample.features;
  number(features.roles, features.roles_of_token, index, prepared.roles, prepared.role_ends);
  number(features.begins, features.begins_of_token, index, prepared.begins, prepared.begin_ends);
  for (const SpeechToken& token : sample.unit->tokens) {
    prepared.starts_sentence.push_back(token.starts_sentence ? 1 : 0);
  }
  return prepared;
}

class Learner {
 public:
  Learner(const SegmentTraining& training, std::size_t rows)
      : training_(training), rate_(training.rate), rows_(rows), random_(training.seed) {}

  void learn(const Prepared& prepared) {
    thin(prepared);
    const ChainInput input = score(prepared);
    ChainMarginals gradient = chain_marginals(input, junctions_);
    take_truth(prepared, gradient);
    for (std::size_t i = 0; i < input.roles.size(); ++i) {
      correct(gradient.roles[i], row_of(roles_, role_ends_, i));
      correct(gradient.begins[i], row_of(begins_, begin_ends_, i));
    }
    correct_junctions(gradient);
  }

  void end_epoch() { rate_ *= training_.decay; }

  void add_to(Sums& sums) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (std::size_t r = 0; r < row_width; ++r) sums.rows[i][r] += rows_[i].weights[r];
    }
    for (std::size_t h = 0; h < histories; ++h) {
      for (std::size_t k = 0; k <= segment_kinds; ++k) sums.junctions[h][k] += junctions_[h][k];
    }
    ++sums.states;
  }

  std::mt19937_64& random() { return random_; }

 private:
  using Rows = std::pair<const std::uint32_t*, const std::uint32_t*>;
  static Rows row_of(const std::vector<std::uint32_t>& rows, const std::vector<std::uint32_t>& ends,
                     std::size_t i) {
    return {rows.data() + (i == 0 ? 0 : ends[i - 1]), rows.data() + ends[i]};
  }

  // The features that this step sees.
  void thin(const Prepared& prepared) {
    thin(prepared.roles, prepared.role_ends, roles_, role_ends_);
    thin(prepared.begins, prepared.begin_ends, begins_, begin_ends_);
  }
  void thin(const std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& all_ends,
            std::vector<std::uint32_t>& kept, std::vector<std::uint32_t>& ends) {
    kept.clear();
    ends.clear();
    const auto limit = static_cast<std::uint32_t>(training_.dropout * 65536.0F);
    std::size_t i = 0;
    std::uint64_t bits = 0;
    int left = 0;
    for (std::uint32_t end : all_ends) {
      for (; i < end; ++i) {
        if (left == 0) {
          bits = random_();
          left = 4;
        }
        if ((bits & 0xFFFFU) >= limit) kept.push_back(all[i]);
        bits >>= 16U;
        --left;
      }
      ends.push_back(static_cast<std::uint32_t>(kept.size()));
    }
  }

  [[nodiscard]] ChainInput score(const Prepared& prepared) const {
    ChainInput input;
    const std::size_t n = prepared.role_ends.size();
    input.roles.resize(n);
    input.begins.resize(n);
    input.starts_sentence = prepared.starts_sentence;
    for (std::size_t i = 0; i < n; ++i) {
      add(input.roles[i], row_of(roles_, role_ends_, i));
      add(input.begins[i], row_of(begins_, begin_ends_, i));
    }
    return input;
  }
  void add(ScoreRow& sum, Rows rows) const {
    for (const std::uint32_t* row = rows.first; row != rows.second; ++row) {
      const ScoreRow& weights = rows_[*row].weights;
      for (std::size_t r = 0; r < row_width; ++r) sum[r] += weights[r];
    }
  }

  // Takes from the expected counts those of the right answer.
  static void take_truth(const Prepared& prepared, ChainMarginals& gradient) {
    const std::vector<Segment>& gold = prepared.sample->gold;
    std::size_t history = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < prepared.role_ends.size(); ++i) {
      const bool open = next < gold.size() && gold[next].begin <= i;
      const bool inside = open && gold[next].begin < i;
      if (i > 0 && prepared.starts_sentence[i] != 0 && !inside) {
        gradient.junctions[history][segment_kinds] -= 1;
        history = history_after(history, Event::sentence);
      }
      std::size_t role = outside_role;
      if (open) {
        const Segment& segment = gold[next];
        const auto kind = static_cast<std::size_t>(segment.kind);
        if (!inside) {
          gradient.junctions[history][kind] -= 1;
          gradient.begins[i][kind + segment_kinds * (history % events)] -= 1;
        }
        role = role_of(segment.kind, part_of(segment, i));
        if (i + 1 == segment.end) {
          history = history_after(history, static_cast<Event>(kind + 1));
          ++next;
        }
      }
      gradient.roles[i][role] -= 1;
    }
    gradient.junctions[history][segment_kinds] -= 1;
  }
  static SegmentPart part_of(const Segment& segment, std::size_t i) {
    if (segment.begin + 1 == segment.end) return SegmentPart::whole;
    if (i == segment.begin) return SegmentPart::begin;
    return i + 1 == segment.end ? SegmentPart::end : SegmentPart::middle;
  }

  void correct(const ScoreRow& gradient, Rows rows) {
    constexpr float settled = 2e-3F;  // nothing is left to learn here
    float most = 0;
    for (float g : gradient) most = std::max(most, std::abs(g));
    if (most < settled) return;
    for (const std::uint32_t* at = rows.first; at != rows.second; ++at) {
      LearnedRow& row = rows_[*at];
      for (std::size_t r = 0; r < row_width; ++r) {
        const float g = gradient[r] + training_.ridge * row.weights[r];
        row.squares[r] += g * g;
        row.weights[r] -= rate_ * g / std::sqrt(row.squares[r] + training_.damping);
      }
    }
  }

  void correct_junctions(const ChainMarginals& gradient) {
    for (std::size_t h = 0; h < histories; ++h) {
      for (std::size_t k = 0; k <= segment_kinds; ++k) {
        const float g = gradient.junctions[h][k] + training_.ridge * junctions_[h][k];
        junction_squares_[h][k] += g * g;
        junctions_[h][k] -= rate_ * g / std::sqrt(junction_squares_[h][k] + training_.damping);
      }
    }
  }

  SegmentTraining training_;
  float rate_;
  std::vector<LearnedRow> rows_;
  JunctionWeights junctions_{};
  JunctionWeights junction_squares_{};
  std::mt19937_64 random_;
  std::vector<std::uint32_t> roles_, role_ends_, begins_, begin_ends_;  // of the present step
};

// The weights of a row in steps; those that are too small to matter are 0.
PassWeights::Row in_steps(const ScoreRow& sums, float steps_of_one, int least_weight) {
  PassWeights::Row row{};
  for (std::size_t r = 0; r < row_width; ++r) {
    const long weight = std::lround(sums[r] * steps_of_one);
    if (std::abs(weight) >= least_weight) row[r] = static_cast<std::int8_t>(weight);
  }
  return row;
}

PassWeights mean_of(const Sums& sums, const RowIndex& index, const SegmentTraining& training) {
  constexpr float largest = 127;
  const float share = (1 - training.dropout) / sums.states;
  float most = 0;
  for (const ScoreRow& row : sums.rows) {
    for (float sum : row) most = std::max(most, std::abs(sum * share));
  }
  PassWeights found;
  found.step = most / largest;
  std::vector<std::uint64_t> bits = index.bits();
  std::uint32_t next = 0;
  for (std::uint64_t& block : bits) {
    const std::uint64_t all = block;
    for (std::uint64_t left = all; left != 0; left &= left - 1) {
      const PassWeights::Row row =
          in_steps(sums.rows[next++], share / found.step, training.least_weight);
      if (std::any_of(row.begin(), row.end(), [](auto weight) { return weight != 0; })) {
        found.rows.push_back(row);
      } else {
        block &= ~(left & (~left + 1));
      }
    }
  }
  found.index = RowIndex(bits);
  for (std::size_t h = 0; h < histories; ++h) {
    for (std::size_t k = 0; k <= segment_kinds; ++k) {
      const bool cue = k == static_cast<std::size_t>(SegmentKind::cue);
      const float boldness = k == segment_kinds ? 0 : cue ? 1.0F : 0.5F;
      found.junctions[h][k] = sums.junctions[h][k] / sums.states + boldness * training.boldness;
    }
  }
  return found;
}

// One run over the samples; the states of its last epoch go to `sums`.
void learn(const SegmentTraining& training, std::vector<const Prepared*> samples, Sums& sums) {
  constexpr std::size_t between_means = 1000;
  Learner learner(training, sums.rows.size());
  for (int epoch = 0; epoch < training.epochs; ++epoch) {
    for (std::size_t i = samples.size(); i > 1; --i) {
      std::swap(samples[i - 1], samples[learner.random()() % i]);
    }
    for (std::size_t i = 0; i < samples.size(); ++i) {
      learner.learn(*samples[i]);
      const bool last = i + 1 == samples.size();
      if (epoch + 1 == training.epochs && (last || i % between_means == between_means - 1))
        learner.add_to(sums);
    }
    learner.end_epoch();
  }
}

}  // namespace

PassWeights train_segments(const SegmentTraining& training,
                           const std::vector<const SegmentSample*>& samples) {
  const RowIndex index = index_of(samples, training.least_count);
  std::vector<Prepared> prepared;
  prepared.reserve(samples.size());
  for (const SegmentSample* sample : samples) prepared.push_back(prepare(*sample, index));
  std::vector<const Prepared*> order;
  order.reserve(prepared.size());
  for (const Prepared& one : prepared) order.push_back(&one);
  Sums sums;
  sums.rows.resize(index.size());
  for (int run = 0; run < training.runs; ++run) {
    SegmentTraining again = training;
    again.seed += static_cast<std::uint64_t>(run);
    learn(again, order, sums);
  }
  return mean_of(sums, index, training);
}

}  // namespace twosource::bench
