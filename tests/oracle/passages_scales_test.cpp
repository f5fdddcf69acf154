// The slow twin of find_archive_passages and of PassageIndex: find_passages, which holds all words
// and sees all articles at once.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "twosource/reuse/passage_index.hpp"
#include "twosource/reuse/passages.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource {
namespace {

struct Collection {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  std::vector<BodyText> texts;
};

// Articles that take stretches of each other, with punctuation, a title and changed words.
std::vector<std::string> random_bodies(std::mt19937& random, std::size_t count) {
  std::vector<std::vector<std::string>> sources;
  std::vector<std::string> bodies;
  while (bodies.size() < count) {
    std::vector<std::string> words;
    while (words.size() < 150) {
      const bool own = sources.empty() || random() % 3 == 0;
      for (std::size_t i = random() % 40; own && i > 0; --i) {
        words.push_back(fmt::format("wort{}", random() % 700));
      }
      if (own) continue;
      const std::vector<std::string>& source = sources[random() % sources.size()];
      const std::size_t begin = random() % source.size();
      const std::size_t end = std::min(source.size(), begin + random() % 60);
      for (std::size_t i = begin; i < end; ++i) {
        words.push_back(random() % 20 == 0 ? "ändern" : source[i]);
      }
    }
    std::string body;
    for (const std::string& word : words) body += word + (random() % 12 == 0 ? ". " : " ");
    sources.push_back(std::move(words));
    bodies.push_back(std::move(body));
  }
  return bodies;
}

Collection collect(const std::vector<std::string>& bodies) {
  Collection collection;
  for (const std::string& body : bodies) {
    Article article;
    article.text = "Sturm über dem Hafen von Selne am späten Montag abend\n\n" + body;
    article.body.begin = static_cast<std::uint32_t>(article.text.size() - body.size());
    article.body.end = static_cast<std::uint32_t>(article.text.size());
    collection.articles.push_back(article);
  }
  for (const Article& article : collection.articles) {
    collection.analyses.push_back(analyze_words(article));
    collection.texts.push_back({article.text, article.body.begin});
  }
  return collection;
}

std::string line_of(ArticleIndex a, ArticleIndex b, const AlignedRun& run) {
  return fmt::format("{}:{} {}-{} {}-{}", a, b, run.a.begin, run.a.end, run.b.begin, run.b.end);
}

// One line for each run, so that a difference can be read, in the order of find_passages; the
// archive gives them by the later article.
std::vector<std::string> lines_of_archive(const Collection& collection, Jobs jobs,
                                          const PassageRules& rules, bool limited = false) {
  std::vector<std::pair<ArticleIndex, ArticleIndex>> pairs;
  std::vector<std::pair<std::pair<ArticleIndex, ArticleIndex>, std::string>> placed;
  const auto take = [&](const PlacedPassages& found) {
    for (const Passage& passage : found.passages) {
      pairs.emplace_back(passage.b, passage.a);
      for (std::uint32_t i = 0; i < passage.run_count; ++i) {
        placed.push_back({{passage.a, passage.b},
                          line_of(passage.a, passage.b, found.runs[passage.first_run + i])});
      }
    }
  };
  CHECK(find_archive_passages(collection.texts, jobs, rules, take).empty() == !limited);
  CHECK(std::is_sorted(pairs.begin(), pairs.end()));
  std::stable_sort(placed.begin(), placed.end(),
                   [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<std::string> lines;
  for (auto& [pair, line] : placed) lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> lines_in_memory(const Collection& collection, const PassageRules& rules) {
  std::vector<std::string> lines;
  const Passages found = find_passages(collection.articles, collection.analyses, Jobs{1}, rules);
  for (const Passage& passage : found.passages) {
    for (const WordRun& run : runs_of(found, passage)) {
      const std::vector<Word>& a = collection.analyses[passage.a].words;
      const std::vector<Word>& b = collection.analyses[passage.b].words;
      const Span in_a{a[run.a].span.begin, a[run.a + run.size - 1].span.end};
      const Span in_b{b[run.b].span.begin, b[run.b + run.size - 1].span.end};
      lines.push_back(line_of(passage.a, passage.b, {in_a, in_b}));
    }
  }
  return lines;
}

// Each article is matched with those before it, then held.
std::vector<std::string> lines_one_by_one(const Collection& collection, const PassageRules& rules) {
  std::vector<std::string> lines;
  PassageIndex index(rules);
  const auto number_of = [](std::string_view id) {
    return static_cast<ArticleIndex>(std::stoul(std::string(id)));
  };
  const auto find_text = [&](std::string_view id) -> std::optional<BodyText> {
    return collection.texts[number_of(id)];
  };
  for (ArticleIndex b = 0; b < collection.texts.size(); ++b) {
    const Matches found = index.match(collection.texts[b], find_text);
    CHECK(found.limits.empty());
    for (const Match& match : found.matches) {
      for (const AlignedRun& run : match.shared.runs) {
        lines.push_back(line_of(number_of(match.id), b, run));
      }
    }
    CHECK(index.insert(std::to_string(b), 0, collection.texts[b]).has_value());
  }
  return lines;
}

}  // namespace

TEST_CASE("archive: the same passages in the same order as with all words in memory") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    const Collection collection = collect(random_bodies(random, 1 + random() % 90));
    for (const PassageRules& rules : {PassageRules{}, archive_rules}) {
      const std::vector<std::string> expected = lines_in_memory(collection, rules);
      CHECK(lines_of_archive(collection, Jobs{1}, rules) == expected);
      CHECK(lines_of_archive(collection, Jobs{3}, rules) == expected);
    }
  }
}

TEST_CASE("index: what comes one by one is matched as all at once") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    const Collection collection = collect(random_bodies(random, 1 + random() % 50));
    for (const PassageRules& rules : {PassageRules{}, archive_rules}) {
      std::vector<std::string> expected = lines_in_memory(collection, rules);
      std::vector<std::string> found = lines_one_by_one(collection, rules);
      std::sort(expected.begin(), expected.end());
      std::sort(found.begin(), found.end());
      CHECK(found == expected);
    }
  }
}

TEST_CASE("archive: a footer under all articles, and what they share beside it") {
  std::mt19937 random(11);
  std::vector<std::string> bodies = random_bodies(random, 400);
  for (std::string& body : bodies) {
    body +=
        "Abonnieren Sie unseren Brief und lesen Sie jeden Morgen vor dem Kaffee das Neueste vom "
        "Hafen und aus der ganzen Stadt.";
  }
  const Collection collection = collect(bodies);
  const std::vector<std::string> expected = lines_in_memory(collection, archive_rules);
  CHECK(expected.size() > 400 * 8);
  CHECK(lines_of_archive(collection, Jobs{1}, archive_rules, true) == expected);
  CHECK(lines_of_archive(collection, Jobs{3}, archive_rules, true) == expected);
}

TEST_CASE("archive: more articles than one block holds") {
  std::mt19937 random(7);
  std::vector<std::string> bodies = random_bodies(random, 12);
  for (int i = 0; i < 1500; ++i) bodies.push_back(fmt::format("Kurz gesagt {}.", i));
  const std::vector<std::string> more = random_bodies(random, 6);
  bodies.insert(bodies.end(), more.begin(), more.end());
  bodies.insert(bodies.end(), bodies.begin(), bodies.begin() + 12);
  const Collection collection = collect(bodies);
  const std::vector<std::string> expected = lines_in_memory(collection, archive_rules);
  CHECK(expected.size() > 12);
  CHECK(lines_of_archive(collection, Jobs{2}, archive_rules) == expected);
}

}  // namespace twosource
