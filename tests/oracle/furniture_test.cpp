// The slow twin of find_furniture: for every word of every article, who else prints it.
#include "twosource/reuse/furniture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "twosource/origin/newsroom_test.hpp"
#include "twosource/reuse/prompts.hpp"
#include "twosource/text/headline.hpp"
#include "twosource/text/made_articles_test.hpp"

namespace twosource {
namespace {

using WordSet = std::set<std::size_t>;  // indices of words

class Twin {
 public:
  Twin(const MadeArticles& made, const std::vector<Copy>& copies) : made_(made), copies_(copies) {}

  [[nodiscard]] std::vector<bool> find() const {
    std::vector<WordSet> furniture;
    for (ArticleIndex i = 0; i < made_.articles.size(); ++i) furniture.push_back(furniture_of(i));
    std::vector<bool> flags = judge(furniture);
    for (std::size_t i = 0; i < copies_.size(); ++i) {
      const Copy& copy = copies_[i];
      if (!flags[i] || outlet(copy.a).empty() || outlet(copy.a) != outlet(copy.b)) continue;
      furniture[copy.a].merge(words_in(copy.a, copy.a_span));
      furniture[copy.b].merge(words_in(copy.b, copy.b_span));
    }
    flags = judge(furniture);
    for (std::size_t i = 0; i < copies_.size(); ++i) {
      const Copy& copy = copies_[i];
      const bool foot_of_two =
          outlet(copy.a) == outlet(copy.b) && is_repeat(copy) && is_only_foot(copy);
      if (foot_of_two || is_site_text(copy.a, copy.a_span) || is_site_text(copy.b, copy.b_span)) {
        flags[i] = true;
      }
    }
    return flags;
  }

 private:
  [[nodiscard]] std::string outlet(ArticleIndex i) const {
    const Article& article = made_.articles[i];
    if (!article.outlet.empty() || article.url.empty()) return article.outlet;
    std::string host = article.url.substr(std::string("https://").size());
    if (host.starts_with("www.")) host = host.substr(4);
    return host.substr(0, host.find('/'));
  }

  [[nodiscard]] WordSet words_in(ArticleIndex i, Span span) const {
    WordSet words;
    for (std::size_t w = 0; w < made_.analyses[i].words.size(); ++w) {
      const std::uint32_t begin = made_.analyses[i].words[w].span.begin;
      if (begin >= span.begin && begin < span.end) words.insert(w);
    }
    return words;
  }

  [[nodiscard]] bool is_site_text(ArticleIndex i, Span span) const {
    const WordSet words = words_in(i, span);
    return is_prompt(made_.analyses[i], *words.begin(), words.size());
  }

  // Whether a copy counts at all: both have an outlet, and they are about other things.
  [[nodiscard]] bool is_repeat(const Copy& copy) const {
    if (outlet(copy.a).empty() || outlet(copy.b).empty()) return false;
    const auto headline = [&](ArticleIndex i) {
      return telling_headline_words(made_.articles[i], made_.analyses[i].language);
    };
    const auto a = headline(copy.a);
    const auto b = headline(copy.b);
    if (!a.empty() && !b.empty()) return are_unrelated(a, b);
    double shared = 0;
    for (const Copy& other : copies_) {
      if (other.a == copy.a && other.b == copy.b) shared += other.equal_words;
    }
    const auto body = [&](ArticleIndex i) { return words_in(i, made_.articles[i].body).size(); };
    return shared <= 0.25 * static_cast<double>(std::min(body(copy.a), body(copy.b)));
  }

  [[nodiscard]] bool is_only_foot(const Copy& copy) const {
    const auto same_pair = [&](const Copy& other) {
      return other.a == copy.a && other.b == copy.b;
    };
    return std::ranges::count_if(copies_, same_pair) == 1 && is_foot(copy.a, copy.a_span) &&
           is_foot(copy.b, copy.b_span);
  }

  [[nodiscard]] bool is_foot(ArticleIndex i, Span span) const {
    const WordSet words = words_in(i, span);
    const WordSet body = words_in(i, made_.articles[i].body);
    return words.size() <= 60 &&
           (*words.begin() < *body.begin() + 30 || *words.rbegin() + 31 >= *body.rbegin() + 1);
  }

  [[nodiscard]] WordSet furniture_of(ArticleIndex article) const {
    std::map<std::size_t, std::set<ArticleIndex>> articles;  // by word: of the same outlet
    std::map<std::size_t, std::set<std::string>> outlets;    // by word: others
    for (const Copy& copy : copies_) {
      if ((copy.a != article && copy.b != article) || !is_repeat(copy)) continue;
      const ArticleIndex other = copy.a == article ? copy.b : copy.a;
      const WordSet words = words_in(article, copy.a == article ? copy.a_span : copy.b_span);
      if (outlet(other) == outlet(article)) {
        for (const std::size_t word : words) articles[word].insert(other);
      } else if (is_only_foot(copy)) {
        for (const std::size_t word : words) outlets[word].insert(outlet(other));
      }
    }
    WordSet furniture = words_of_many(articles, 2);
    furniture.merge(words_of_many(outlets, 3));
    return furniture;
  }

  template <class Who>
  static WordSet words_of_many(const std::map<std::size_t, std::set<Who>>& who, std::size_t least) {
    WordSet words;
    for (const auto& [word, others] : who) {
      if (others.size() >= least) words.insert(word);
    }
    return words;
  }

  [[nodiscard]] std::vector<bool> judge(const std::vector<WordSet>& furniture) const {
    std::vector<bool> flags;
    const auto is_mostly = [&](ArticleIndex i, Span span) {
      const WordSet words = words_in(i, span);
      const auto inside = std::ranges::count_if(
          words, [&](std::size_t word) { return furniture[i].contains(word); });
      return static_cast<double>(inside) >= 0.8 * static_cast<double>(words.size());
    };
    for (const Copy& copy : copies_) {
      flags.push_back(is_mostly(copy.a, copy.a_span) || is_mostly(copy.b, copy.b_span));
    }
    return flags;
  }

  const MadeArticles& made_;
  const std::vector<Copy>& copies_;
};

std::string words_of(std::mt19937& random, std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += fmt::format("w{} ", random() % 100'000);
  return text + ".\n\n";
}

// Some articles of some outlets, made of a few blocks and of words of their own.
MadeArticles random_collection(std::mt19937& random) {
  std::vector<std::string> blocks;
  for (std::size_t i = 0; i < 4; ++i) blocks.push_back(words_of(random, 8 + random() % 60));
  blocks.emplace_back(
      "Subscribe to our newsletter and follow us on our channel for more news like this.\n\n");
  const std::vector<std::string> titles = {"Ferry hits breakwater", "Ferry back in port",
                                           "Choir sings in Orlo", "Snow on the hills", ""};
  MadeArticles made;
  const std::size_t count = 2 + random() % 9;
  const std::size_t outlets = 1 + random() % 5;
  while (made.articles.size() < count) {
    std::string body;
    for (std::size_t paragraphs = 1 + random() % 4; paragraphs > 0; --paragraphs) {
      body += words_of(random, 5 + random() % 40);
      if (random() % 2 == 0) body += blocks[random() % blocks.size()];
    }
    if (random() % 2 == 0) body += blocks.front();
    Article article = make_article(titles[random() % titles.size()], body);
    const std::size_t number = random() % outlets;
    if (random() % 6 != 0) {
      article.outlet = fmt::format("o{}.example", number);
    } else if (random() % 2 == 0) {
      article.url = fmt::format("https://www.o{}.example/{}", number, made.articles.size());
    }
    made.add(std::move(article));
  }
  return made;
}

}  // namespace

TEST_CASE("furniture: the slow twin agrees on random collections") {
  std::size_t furniture = 0;
  std::size_t text = 0;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    const MadeArticles made = random_collection(random);
    const std::vector<Copy> copies = plain_copies(made.articles, made.analyses);
    CAPTURE(seed);
    const std::vector<bool> found = find_furniture(made.articles, made.analyses, copies);
    CHECK(found == Twin(made, copies).find());
    furniture += static_cast<std::size_t>(std::ranges::count(found, true));
    text += static_cast<std::size_t>(std::ranges::count(found, false));
  }
  // Both answers were asked for.
  CHECK(furniture > 100);
  CHECK(text > 100);
}

}  // namespace twosource
