// Bad input for the paths that hold millions of articles: one footer under all of them, through
// find_archive_passages and through PassageIndex, and snapshots that are none.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "bench/generator/language.hpp"
#include "bench/generator/random.hpp"
#include "bench/limit_cases.hpp"
#include "twosource/reuse/passage_index.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource::bench {
namespace {

constexpr std::string_view footer =
    "Sign up for the letter of our newsroom and have the stories of the day delivered to your door "
    "every morning before breakfast, free of charge and without a word of advertising.";
constexpr std::size_t words_of_own = 25;
constexpr std::size_t matched_articles = 1000;

// Short articles, each with words of its own and the same footer.
class Footers {
 public:
  explicit Footers(const LimitScale& scale) {
    const Language language;
    Random random(scale.seed);
    ends_.reserve(scale.articles);
    for (std::uint64_t i = 0; i < scale.articles; ++i) {
      for (std::size_t word = 0; word < words_of_own; ++word) all_ += language.word(random) + " ";
      all_ += footer;
      ends_.push_back(all_.size());
    }
  }

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] double megabytes() const { return static_cast<double>(all_.size()) / 1e6; }
  [[nodiscard]] BodyText text(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return {std::string_view(all_).substr(begin, ends_[i] - begin), 0};
  }

 private:
  std::string all_;
  std::vector<std::size_t> ends_;
};

bool says_frequent(const std::vector<std::string>& limits) {
  return std::ranges::any_of(limits, [](const std::string& limit) {
    return limit.find("stand in more than") != std::string::npos;
  });
}

// Every later article meets the eight earliest, and no more pairs are made than that.
LimitOutcome footer_archive(const LimitScale& scale) {
  const Footers footers(scale);
  std::vector<BodyText> texts(footers.size());
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = footers.text(i);
  LimitOutcome outcome;
  outcome.articles = texts.size();
  outcome.megabytes = footers.megabytes();
  std::uint64_t passages = 0;
  std::vector<std::uint8_t> met(texts.size(), 0);
  std::vector<std::string> limits;
  measure_into(outcome, [&] {
    limits = find_archive_passages(texts, scale.jobs, archive_rules, [&](const PlacedPassages& p) {
      passages += p.passages.size();
      for (const Passage& passage : p.passages) met[passage.b] |= passage.a == 0 ? 1U : 0U;
    });
  });
  expect(outcome, std::ranges::count(met, 1U) + 1 == static_cast<std::ptrdiff_t>(texts.size()),
         "an article does not meet the first one");
  expect(outcome, passages <= 64 * texts.size(), "the passages are not bounded");
  expect(outcome, texts.size() <= 64 || says_frequent(limits),
         "pairs were left out and nothing says so");
  outcome.answer = fmt::format("{} passages, the rest is said to be left out", passages);
  return outcome;
}

LimitOutcome footer_stream(const LimitScale& scale) {
  const Footers footers(scale);
  LimitOutcome outcome;
  outcome.articles = footers.size();
  outcome.megabytes = footers.megabytes();
  const auto find_text = [&](std::string_view id) -> std::optional<BodyText> {
    std::size_t number = 0;
    std::from_chars(id.data(), id.data() + id.size(), number);
    return footers.text(number);
  };
  PassageIndex index;
  const std::size_t first_matched = footers.size() - std::min(footers.size() / 2, matched_articles);
  std::size_t missing = 0;
  std::size_t silent = 0;
  std::size_t most = 0;
  bool refused = false;
  measure_into(outcome, [&] {
    for (std::size_t i = 0; i < footers.size(); ++i) {
      if (i >= first_matched) {
        const Matches found = index.match(footers.text(i), find_text);
        const bool first =
            std::ranges::any_of(found.matches, [](const Match& match) { return match.id == "0"; });
        missing += first ? 0 : 1;
        silent += i <= 64 || says_frequent(found.limits) ? 0 : 1;
        most = std::max(most, found.matches.size());
      }
      refused = refused ||
                !index.insert(std::to_string(i), static_cast<std::int64_t>(i), footers.text(i));
    }
  });
  expect(outcome, !refused, "an article is refused");
  expect(outcome, missing == 0, "a match leaves the earliest article out");
  expect(outcome, silent == 0, "articles were left out and nothing says so");
  // A gram across the border to the footer can stand in up to 64 articles, each with other words.
  expect(outcome, most <= std::size_t{64} * words_of_own, "the matches are not bounded");
  outcome.answer = fmt::format("{} places held, at most {} matches", index.places(), most);
  return outcome;
}

// ---- Snapshots ----

bool refuses(std::string_view snapshot) {
  const Result<PassageIndex> loaded = PassageIndex::load(snapshot);
  return !loaded && !loaded.error().message.empty() &&
         loaded.error().message.find('\n') == std::string::npos;
}

LimitOutcome bad_snapshots(const LimitScale& scale) {
  const Footers footers({.articles = 300, .seed = scale.seed, .jobs = {}, .folder = {}});
  PassageIndex index;
  for (std::size_t i = 0; i < footers.size(); ++i) {
    static_cast<void>(
        index.insert(std::to_string(i), static_cast<std::int64_t>(i), footers.text(i)));
  }
  std::string good;
  index.save([&](std::string_view piece) { good += piece; });
  LimitOutcome outcome;
  outcome.articles = footers.size();
  outcome.megabytes = static_cast<double>(good.size()) / 1e6;
  measure_into(outcome, [&] {
    Random random(scale.seed);
    for (int i = 0; i < 500; ++i) {
      expect(outcome, refuses(std::string_view(good).substr(0, random.below(good.size()))),
             "a snapshot that is cut off is loaded");
      std::string damaged = good;
      char& byte = damaged[random.below(good.size())];
      byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random.below(8)));
      expect(outcome, refuses(damaged), "a damaged snapshot is loaded");
    }
    std::string newer = good;
    newer[8] = static_cast<char>(newer[8] + 1);
    for (const std::string& foreign :
         {std::string(), std::string("{\"articles\": []}"), std::string("\x1F\x8B\x08\0", 4),
          std::string(1 << 20U, '\0'), good + good, newer}) {
      expect(outcome, refuses(foreign), "a foreign or newer snapshot is loaded");
    }
    const Result<PassageIndex> loaded = PassageIndex::load(good);
    std::string again;
    if (loaded) loaded->save([&](std::string_view piece) { again += piece; });
    expect(outcome, again == good, "a good snapshot does not come back as it was");
  });
  outcome.answer = "refused in one sentence each; the good one reloads";
  return outcome;
}

constexpr std::array all_cases = {
    LimitCase{"snapshots", bad_snapshots, false},
    LimitCase{"footer_archive", footer_archive},
    LimitCase{"footer_stream", footer_stream},
};

}  // namespace

std::span<const LimitCase> index_limits() {
  return all_cases;
}

}  // namespace twosource::bench
