// Trains the models of statements, models/attribution (see README.md there).
//
// Data: PATH... is the folder data/train of PolNeAR. A tenth of the articles, by a hash of their
// names, is the tuning part: no segment is learned from it; the table shows F1 on it, and what the
// score of a statement means is learned from it. To --output (a folder, default: here) go
//   en.segments   the tagger: cue lexicon and two passes
//   en.links      which source and content belong to a cue, and the score of a statement
//
// The cue lexicon that a training article sees is counted without its own fifth, and what its first
// pass found comes from a model that was trained without its own third: else both would look more
// reliable than they are on new text.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "bench/polnear.hpp"
#include "bench/trainers/classifier_trainer.hpp"
#include "bench/trainers/segment_trainer.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/linear_model.hpp"
#include "twosource/speech/links.hpp"
#include "twosource/speech/model.hpp"
#include "twosource/speech/tagger.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t lexicon_folds = 5;
constexpr std::size_t pass_folds = 3;

// The right links of a unit, by the places of the segments.
using Links = std::set<std::pair<std::size_t, std::size_t>>;

struct Sample {
  const MarkedArticle* article = nullptr;
  std::size_t number = 0;  // of the article
  bool tuning = false;
  SpeechUnit unit;
  SegmentSample segments;
  Links links;                 // part, cue
  std::vector<Segment> first;  // what the first pass found
};

// The tokens that a span touches.
Segment tokens_of(const SpeechUnit& unit, Span span, SegmentKind kind) {
  const auto& tokens = unit.tokens;
  const auto begin = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const auto& t) { return t.span.end <= span.begin; });
  const auto end = std::partition_point(begin, tokens.end(),
                                        [&](const auto& t) { return t.span.begin < span.end; });
  return {kind, static_cast<std::uint32_t>(begin - tokens.begin()),
          static_cast<std::uint32_t>(end - tokens.begin())};
}

struct MarkedSegment {
  Segment segment;
  std::size_t attribution = 0;
};

// By their place; a segment of several attributions stands once for each.
std::vector<MarkedSegment> marked_segments(const SpeechUnit& unit,
                                           const std::vector<MarkedAttribution>& attributions) {
  std::vector<MarkedSegment> marked;
  for (std::size_t a = 0; a < attributions.size(); ++a) {
    const auto add = [&](const std::vector<Span>& spans, SegmentKind kind) {
      for (Span span : spans) {
        const Segment segment = tokens_of(unit, span, kind);
        if (segment.begin < segment.end) marked.push_back({segment, a});
      }
    };
    add(attributions[a].source, SegmentKind::source);
    add(attributions[a].cue, SegmentKind::cue);
    add(attributions[a].content, SegmentKind::content);
  }
  std::stable_sort(marked.begin(), marked.end(), [](const auto& a, const auto& b) {
    return std::tie(a.segment.begin, a.segment.end) < std::tie(b.segment.begin, b.segment.end);
  });
  return marked;
}

bool have_common(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

// The marked segments of a unit and which belong together. Of segments that overlap, the first.
void set_gold(Sample& sample, const std::vector<MarkedAttribution>& attributions) {
  std::vector<Segment>& gold = sample.segments.gold;
  std::vector<std::vector<std::size_t>> owners;  // attributions of each segment
  for (const MarkedSegment& one : marked_segments(sample.unit, attributions)) {
    if (gold.empty() || gold.back().end <= one.segment.begin) {
      gold.push_back(one.segment);
      owners.push_back({one.attribution});
    } else if (gold.back() == one.segment) {
      owners.back().push_back(one.attribution);
    }
  }
  for (std::size_t part = 0; part < gold.size(); ++part) {
    for (std::size_t cue = 0; cue < gold.size(); ++cue) {
      if (gold[part].kind == SegmentKind::cue || gold[cue].kind != SegmentKind::cue) continue;
      if (have_common(owners[part], owners[cue])) sample.links.insert({part, cue});
    }
  }
}

std::vector<Sample> samples_of(const std::vector<MarkedArticle>& articles) {
  std::vector<Sample> samples;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const MarkedArticle& marked = articles[a];
    for (SpeechUnit& unit : speech_units(marked.article.text, marked.analysis, marked.tagged)) {
      Sample& sample = samples.emplace_back();
      sample.article = &marked;
      sample.number = a;
      sample.tuning = is_tuning_part(marked.name);
      sample.unit = std::move(unit);
      set_gold(sample, marked.attributions);
    }
  }
  for (Sample& sample : samples) sample.segments.unit = &sample.unit;
  return samples;
}

struct Count {
  std::uint32_t all = 0;
  std::uint32_t cue = 0;
};
using Counts = std::unordered_map<std::uint32_t, Count>;

std::uint8_t level_of(Count count) {
  constexpr std::array<double, 5> limits = {0.01, 0.05, 0.15, 0.35, 0.65};
  if (count.all < 2) return 0;
  const double share = (count.cue + 0.2) / (count.all + 2.0);
  std::uint8_t level = 1;
  for (double limit : limits) level = static_cast<std::uint8_t>(level + (share >= limit ? 1 : 0));
  return level;
}

// The lexicon of the words outside of the tuning part; `without`: and outside of this fold.
CueLexicon lexicon_of(const std::vector<Sample>& samples, std::size_t without) {
  Counts counts;
  for (const Sample& sample : samples) {
    if (sample.tuning || sample.number % lexicon_folds == without) continue;
    for (const SpeechToken& token : sample.unit.tokens) ++counts[token.word].all;
    for (const Segment& segment : sample.segments.gold) {
      if (segment.kind != SegmentKind::cue) continue;
      for (std::uint32_t i = segment.begin; i < segment.end; ++i) {
        ++counts[sample.unit.tokens[i].word].cue;
      }
    }
  }
  CueLexicon lexicon;
  for (const auto& [word, count] : counts) {
    if (level_of(count) > 0) lexicon[word] = level_of(count);
  }
  return lexicon;
}

// Both, token by token.
UnitFeatures join_features(const UnitFeatures& a, const UnitFeatures& b) {
  UnitFeatures joined;
  joined.roles_of_token = a.roles_of_token + b.roles_of_token;
  joined.begins_of_token = a.begins_of_token + b.begins_of_token;
  const std::size_t tokens = a.roles_of_token == 0 ? 0 : a.roles.size() / a.roles_of_token;
  const auto append = [](std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from,
                         std::size_t i, std::size_t width) {
    const auto begin = from.begin() + static_cast<std::ptrdiff_t>(i * width);
    to.insert(to.end(), begin, begin + static_cast<std::ptrdiff_t>(width));
  };
  for (std::size_t i = 0; i < tokens; ++i) {
    append(joined.roles, a.roles, i, a.roles_of_token);
    append(joined.roles, b.roles, i, b.roles_of_token);
    append(joined.begins, a.begins, i, a.begins_of_token);
    append(joined.begins, b.begins, i, b.begins_of_token);
  }
  return joined;
}

class Trainer {
 public:
  Trainer(std::vector<Sample> samples, std::ostream& out)
      : samples_(std::move(samples)), out_(out) {
    for (Sample& sample : samples_) sample.segments.unit = &sample.unit;
    for (std::size_t fold = 0; fold < lexicon_folds; ++fold) {
      lexicons_.push_back(lexicon_of(samples_, fold));
    }
    model_.lexicon = lexicon_of(samples_, lexicon_folds);
  }

  SegmentModel train_segment_model(std::uint64_t seed) {
    SegmentTraining training{.seed = seed};
    ask_features(false);
    model_.passes[0] = train_segments(training, training_part(pass_folds));
    show("first pass", model_.passes[0]);
    for (std::size_t fold = 0; fold < pass_folds; ++fold) {
      const PassWeights others = train_segments(training, training_part(fold));
      for (Sample& sample : samples_) {
        if (!sample.tuning && fold_of(sample) == fold) sample.first = best(sample, others);
      }
    }
    for (Sample& sample : samples_) {
      if (sample.tuning) sample.first = best(sample, model_.passes[0]);
    }
    ask_features(true);
    model_.passes[1] = train_segments(training, training_part(pass_folds));
    show("second pass", model_.passes[1]);
    return model_;
  }

  std::vector<Example> link_examples() const {
    std::vector<Example> examples;
    for (const Sample& sample : samples_) {
      if (!sample.tuning) add_links(sample, examples);
    }
    return examples;
  }

  // From the tuning part: is a statement that was found right, by how sure its parts are?
  std::vector<Example> score_examples(const SpeechTagger& tagger, const LinearModel& links) const {
    std::vector<Example> examples;
    for (const Sample& sample : samples_) {
      if (!sample.tuning) continue;
      const TaggedUnit tagged = tagger.tag(sample.unit, sample.article->analysis.quotations);
      for (const LinkedStatement& one : link_segments(sample.unit, tagged.segments, links)) {
        Example& example = examples.emplace_back();
        add_score_features(sample.unit, tagged, one, example.features);
        example.tag = is_right(sample, tagged.segments, one) ? 1 : 0;
      }
    }
    return examples;
  }

 private:
  static std::size_t fold_of(const Sample& sample) {
    return sample.number / lexicon_folds % pass_folds;
  }

  void ask_features(bool second_pass) {
    for (Sample& sample : samples_) {
      const CueLexicon& lexicon =
          sample.tuning ? model_.lexicon : lexicons_[sample.number % lexicon_folds];
      UnitFeatures features =
          unit_features(sample.unit, sample.article->analysis.quotations, lexicon);
      if (second_pass) {
        features =
            join_features(features, second_pass_features(sample.unit, features, sample.first));
      }
      sample.segments.features = std::move(features);
    }
  }

  std::vector<const SegmentSample*> training_part(std::size_t without) const {
    std::vector<const SegmentSample*> part;
    for (const Sample& sample : samples_) {
      if (!sample.tuning && fold_of(sample) != without) part.push_back(&sample.segments);
    }
    return part;
  }

  static std::vector<Segment> best(const Sample& sample, const PassWeights& weights) {
    return best_segments(score_unit(sample.unit, sample.segments.features, weights),
                         weights.junctions);
  }

  // Counted from both sides, each right one is counted twice: the share of right ones is F1.
  struct Agreement {
    std::size_t all = 0;
    std::size_t right = 0;
    void add(bool is_right) {
      ++all;
      right += is_right ? 1 : 0;
    }
    [[nodiscard]] double f1() const {
      return 100.0 * static_cast<double>(right) /
             static_cast<double>(std::max<std::size_t>(all, 1));
    }
  };
  struct Agreements {
    std::array<Agreement, segment_kinds> exact;  // by kind
    Agreement tokens;                            // of content
    Agreement quoted;                            // contents that are quotations
  };

  static void compare(const SpeechUnit& unit, const std::vector<Segment>& ones,
                      const std::vector<Segment>& others, Agreements& agreements) {
    for (const Segment& one : ones) {
      const bool right = std::find(others.begin(), others.end(), one) != others.end();
      agreements.exact[static_cast<std::size_t>(one.kind)].add(right);
      if (one.kind != SegmentKind::content) continue;
      if (is_quotation(unit, one)) agreements.quoted.add(right);
      for (std::uint32_t i = one.begin; i < one.end; ++i) {
        agreements.tokens.add(is_content(others, i));
      }
    }
  }

  // F1 on the tuning part.
  void show(std::string_view name, const PassWeights& weights) const {
    Agreements f1;
    for (const Sample& sample : samples_) {
      if (!sample.tuning) continue;
      const std::vector<Segment> found = best(sample, weights);
      compare(sample.unit, sample.segments.gold, found, f1);
      compare(sample.unit, found, sample.segments.gold, f1);
    }
    out_ << fmt::format(
        "{:<12} {:>8} rows   source {:.1f}   cue {:.1f}   content {:.1f}   tokens {:.2f}   "
        "quoted {:.1f}\n",
        name, weights.rows.size(), f1.exact[0].f1(), f1.exact[1].f1(), f1.exact[2].f1(),
        f1.tokens.f1(), f1.quoted.f1());
    out_.flush();
  }

  static bool is_content(const std::vector<Segment>& segments, std::uint32_t token) {
    return std::any_of(segments.begin(), segments.end(), [&](const Segment& one) {
      return one.kind == SegmentKind::content && one.begin <= token && token < one.end;
    });
  }

  static bool is_quotation(const SpeechUnit& unit, const Segment& segment) {
    return std::all_of(unit.tokens.begin() + segment.begin, unit.tokens.begin() + segment.end,
                       [](const SpeechToken& token) { return token.quote != QuoteState::outside; });
  }

  static void add_links(const Sample& sample, std::vector<Example>& examples) {
    constexpr std::size_t farthest = 6;
    const std::vector<Segment>& gold = sample.segments.gold;
    for (std::size_t cue = 0; cue < gold.size(); ++cue) {
      if (gold[cue].kind != SegmentKind::cue) continue;
      const std::size_t first = cue > farthest ? cue - farthest : 0;
      for (std::size_t part = first; part < std::min(gold.size(), cue + farthest); ++part) {
        if (gold[part].kind == SegmentKind::cue) continue;
        Example& example = examples.emplace_back();
        add_link_features(sample.unit, gold, part, cue, example.features);
        example.tag = sample.links.contains({part, cue}) ? 1 : 0;
      }
    }
  }

  // As the bench counts "right in substance": source and cue touch, contents share 80 %.
  static bool is_right(const Sample& sample, const std::vector<Segment>& found,
                       const LinkedStatement& statement) {
    const std::vector<Segment>& gold = sample.segments.gold;
    if (!statement.cue) return false;
    for (std::size_t cue = 0; cue < gold.size(); ++cue) {
      const bool touches =
          gold[cue].kind == SegmentKind::cue && common(gold[cue], found[*statement.cue]) > 0;
      if (touches && is_of_cue(sample, found, statement, cue)) return true;
    }
    return false;
  }
  // Are source and content those that are marked for this cue?
  static bool is_of_cue(const Sample& sample, const std::vector<Segment>& found,
                        const LinkedStatement& statement, std::size_t cue) {
    const std::vector<Segment>& gold = sample.segments.gold;
    bool source = !statement.source;
    std::size_t shared = 0;
    std::size_t marked = 0;
    for (std::size_t part = 0; part < gold.size(); ++part) {
      if (!sample.links.contains({part, cue})) continue;
      if (gold[part].kind == SegmentKind::source) {
        source = statement.source && common(gold[part], found[*statement.source]) > 0;
        continue;
      }
      marked += gold[part].end - gold[part].begin;
      for (std::size_t i : statement.content) shared += common(gold[part], found[i]);
    }
    std::size_t all = marked - shared;
    for (std::size_t i : statement.content) all += found[i].end - found[i].begin;
    return source && 5 * shared >= 4 * all;
  }
  static std::size_t common(const Segment& a, const Segment& b) {
    const std::uint32_t begin = std::max(a.begin, b.begin);
    const std::uint32_t end = std::min(a.end, b.end);
    return end > begin ? end - begin : 0;
  }

  std::vector<Sample> samples_;
  std::ostream& out_;
  std::vector<CueLexicon> lexicons_;
  SegmentModel model_;
};

std::string train_links(const std::vector<Example>& examples, std::uint64_t seed) {
  ClassifierTraining training{.name = "attribution links en", .tags = {"no", "yes"}, .seed = seed};
  training.least_count = 3;
  training.lasso = 0.1F;
  training.ridge = 0.1F;
  return write_linear_model(train_classifier(training, examples));
}

}  // namespace

Result<Done> train_attribution(const Request& request, std::ostream& out) {
  const Result<std::vector<MarkedArticle>> articles = read_polnear(request);
  if (!articles) return articles.error();
  Trainer trainer(samples_of(*articles), out);
  const SegmentModel segments = trainer.train_segment_model(request.seed);
  std::vector<Example> examples = trainer.link_examples();
  const std::string only_links = train_links(examples, request.seed);
  const Result<LinearModel> links = LinearModel::open(only_links);
  if (!links) return links.error();
  const std::vector<Example> scores =
      trainer.score_examples(SpeechTagger(segments, *links), *links);
  examples.insert(examples.end(), scores.begin(), scores.end());
  const std::string linked = train_links(examples, request.seed);
  const std::string tagger = write_segment_model(segments);
  const std::filesystem::path folder = request.output.empty() ? "." : request.output;
  out << fmt::format("train-attribution.segments_bytes: {}\ntrain-attribution.links_bytes: {}\n",
                     tagger.size(), linked.size());
  const Result<Done> written = write_file_whole((folder / "en.segments").string(), tagger);
  if (!written) return written.error();
  return write_file_whole((folder / "en.links").string(), linked);
}

}  // namespace twosource::bench
