// The slow twin of find_traces for details and order: every word looked up in every article, every
// ordered pair of words tried. (Misspellings are told word by word; traces_test.cpp has them.)
#include "twosource/reuse/traces.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "twosource/origin/newsroom_test.hpp"
#include "twosource/text/frequencies.hpp"
#include "twosource/text/made_articles_test.hpp"

namespace twosource {
namespace {

struct Place {
  std::size_t a = 0;
  std::size_t b = 0;
  std::uint64_t hash = 0;
};

class Twin {
 public:
  Twin(const MadeArticles& made, const std::vector<Copy>& copies) : made_(made), copies_(copies) {}

  // "rare_details" and "same_order", each with the places shown.
  [[nodiscard]] std::vector<std::string> find() const {
    std::vector<std::string> lines;
    std::vector<Place> details;
    std::vector<Place> telling;
    for (const Place& place : shared()) {
      if (bits(place) >= 15.0 && others_with(place.hash) <= 1) details.push_back(place);
      if (bits(place) >= 10.0) telling.push_back(place);
    }
    if (details.size() >= 3) lines.push_back(line("rare_details", details));
    const auto all = static_cast<double>(telling.size());
    const auto ordered = static_cast<double>(longest_order(telling));
    if (all >= 12 && ordered >= 0.8 * all && ordered > 2.0 * std::sqrt(all)) {
      lines.push_back(line("same_order", telling));
    }
    return lines;
  }

 private:
  [[nodiscard]] const Analysis& analysis(std::size_t article) const {
    return made_.analyses[article];
  }

  static double bits(const Place& place) {
    return WordFrequencies::background("en").bits(place.hash);
  }

  [[nodiscard]] bool is_quoted(std::size_t article, std::size_t word) const {
    return std::ranges::any_of(analysis(article).quotations, [&](const Quotation& quotation) {
      return quotation.content.contains(analysis(article).words[word].span);
    });
  }

  [[nodiscard]] std::optional<std::size_t> first_place(std::size_t article,
                                                       std::uint64_t hash) const {
    for (std::size_t i = analysis(article).body_word; i < analysis(article).words.size(); ++i) {
      if (analysis(article).words[i].hash == hash && !is_quoted(article, i)) return i;
    }
    return std::nullopt;
  }

  // Words of both, at their first places, in no passage of the pair.
  [[nodiscard]] std::vector<Place> shared() const {
    std::vector<Place> places;
    for (std::size_t i = analysis(0).body_word; i < analysis(0).words.size(); ++i) {
      const std::uint64_t hash = analysis(0).words[i].hash;
      const std::optional<std::size_t> in_b = first_place(1, hash);
      if (first_place(0, hash) != i || !in_b) continue;
      const bool copied = std::ranges::any_of(copies_, [&](const Copy& copy) {
        return copy.a_span.contains(analysis(0).words[i].span) ||
               copy.b_span.contains(analysis(1).words[*in_b].span);
      });
      if (!copied) places.push_back({i, *in_b, hash});
    }
    return places;
  }

  [[nodiscard]] std::size_t others_with(std::uint64_t hash) const {
    std::size_t count = 0;
    for (std::size_t i = 2; i < made_.articles.size(); ++i) {
      count += std::ranges::any_of(analysis(i).words,
                                   [&](const Word& word) { return word.hash == hash; })
                   ? 1
                   : 0;
    }
    return count;
  }

  static std::size_t longest_order(const std::vector<Place>& places) {
    std::vector<std::size_t> best(places.size(), 1);
    std::size_t longest = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (places[j].b < places[i].b) best[i] = std::max(best[i], best[j] + 1);
      }
      longest = std::max(longest, best[i]);
    }
    return longest;
  }

  [[nodiscard]] std::string line(const std::string& code, const std::vector<Place>& places) const {
    std::string line = code;
    for (std::size_t i = 0; i < std::min<std::size_t>(places.size(), 6); ++i) {
      line += fmt::format(" {}={}", analysis(0).words[places[i].a].span.begin,
                          analysis(1).words[places[i].b].span.begin);
    }
    return line;
  }

  const MadeArticles& made_;
  const std::vector<Copy>& copies_;
};

std::vector<std::string> show(const std::vector<Reason>& reasons) {
  std::vector<std::string> lines;
  for (const Reason& reason : reasons) {
    if (reason.code == "same_misspelling") continue;
    std::string line = reason.code;
    for (std::size_t i = 0; i + 1 < reason.spans.size(); i += 2) {
      CHECK(reason.spans[i].article == 0);
      CHECK(reason.spans[i + 1].article == 1);
      line += fmt::format(" {}={}", reason.spans[i].span.begin, reason.spans[i + 1].span.begin);
    }
    lines.push_back(line);
  }
  return lines;
}

const std::vector<std::string>& telling_words() {
  static const std::vector<std::string> words = {
      "bridge", "priest", "lottery", "twins",  "harbour", "crane",   "widow",   "bakery",
      "goat",   "violin", "candle",  "barrel", "ladder",  "trumpet", "lantern", "zither",
      "dinghy", "anchor", "ocarina", "sleigh", "marimba", "cassock", "tugboat", "gramophone"};
  return words;
}

// An article that takes some of the words, in their order or in another, some of them in quotes.
std::string random_text(std::mt19937& random, std::vector<std::string> words) {
  if (random() % 3 == 0) std::ranges::shuffle(words, random);
  std::string text = "It began so. ";
  for (const std::string& word : words) {
    if (random() % 9 == 0) continue;
    const std::string sentence =
        fmt::format("The {} was {} there. ", word, random() % 2 == 0 ? "still" : "not");
    text += random() % 10 == 0 ? fmt::format("“{}” said one of them. ", sentence) : sentence;
  }
  return text;
}

}  // namespace

TEST_CASE("traces: the slow twin agrees on random stories") {
  std::size_t details = 0;
  std::size_t orders = 0;
  std::size_t nothing = 0;
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::string> words = telling_words();
    std::ranges::shuffle(words, random);
    MadeArticles made;
    for (std::size_t count = 2 + random() % 5; count > 0; --count) {
      const std::size_t most = made.articles.size() < 2 ? words.size() : 8;
      const std::vector<std::string> taken(words.begin(),
                                           words.begin() + static_cast<std::ptrdiff_t>(most));
      Article article = make_article("", random_text(random, taken));
      article.language = "en";
      made.add(std::move(article));
    }
    std::vector<Copy> copies = plain_copies(made.articles, made.analyses);
    std::erase_if(copies, [](const Copy& copy) { return copy.a != 0 || copy.b != 1; });
    CAPTURE(seed);
    const std::vector<std::string> found =
        show(find_traces(made.articles, made.analyses, copies, 0, 1));
    CHECK(found == Twin(made, copies).find());
    CHECK(found == show(find_traces(made.articles, made.analyses, copies, 1, 0)));
    for (const std::string& line : found) ++(line.starts_with("rare") ? details : orders);
    nothing += found.empty() ? 1 : 0;
  }
  // All answers were asked for.
  CHECK(details > 10);
  CHECK(orders > 10);
  CHECK(nothing > 10);
}

}  // namespace twosource
