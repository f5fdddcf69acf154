// What shared text is not copying, because an outlet prints it under everything?
//
// "Sign up for our morning briefing" stands in twelve articles of the Selne Post, about floods, a
// football match and the budget. Two of them share nothing else, and have no word of their
// headlines in common: they are unrelated. A report that the Post printed three times as the story
// grew is repeated too, but its headlines go on about the same thing.
//
// So each copy between unrelated articles says of its words "repeated": on both sides. A word that
// is repeated with two other articles of its outlet (the block stands in three), or in the first
// or last words of articles of three other outlets (a chain of papers with one foot line), is
// furniture. A copy is furniture if most of its words are, on either side: a foot line that the
// Post repeats stays one where another paper took it along.
//
// What an outlet printed once or twice is taken for text wherever others have it, too: the other
// error would be worse, agency paragraphs that vanish from the sum. But between its own two
// unrelated articles the one block that they share, in their first or last words, is furniture: a
// note on the author, a line on the series. It is not looked for elsewhere.
//
// Some pages go on below the article with whole other stories, the same ones under whatever was
// printed that day. Two articles of one outlet that share nothing in their first hundred words, and
// then most of their text from a headline on to the end, are such pages. A report that was updated
// under a new lead goes on inside a sentence or a paragraph, not with a headline.
//
// "Join us and use our promo code" is furniture by its words alone (prompts.cpp): sister sites have
// it in common, under the same news.
#include "twosource/reuse/furniture.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "twosource/reuse/lines.hpp"
#include "twosource/reuse/prompts.hpp"
#include "twosource/text/headline.hpp"

namespace twosource {
namespace {

// A block counts from its third article on: the one at hand and two others.
constexpr int other_articles_of_outlet = 2;
// Foot lines shared by several outlets have to be seen in four of them.
constexpr int other_outlets = 3;
// A foot line: short, near the first or last word, and all that the two articles share.
constexpr std::uint32_t longest_foot_words = 60;
constexpr std::uint32_t foot_distance_words = 30;
// A page that goes on with other stories: so many words of an article of its own, then so many that
// both pages have, which are this part of the shorter page.
constexpr std::size_t own_article_words = 100;
constexpr std::uint32_t other_stories_words = 400;
constexpr double other_stories_share = 0.6;
constexpr std::size_t headline_words = 6;
// Without headlines articles are unrelated if they share at most this part of the shorter one.
constexpr double unrelated_share = 0.25;
// Share of a copy's words that must be furniture.
constexpr double furniture_share = 0.8;

// A stretch of one article's words that another article repeats.
struct Repeat {
  std::uint32_t source;  // who repeats it: an article or an outlet
  std::size_t begin;     // word indices
  std::size_t end;
  auto operator<=>(const Repeat&) const = default;  // NOLINT(modernize-use-nullptr)
};

// Host of a url without "www.": "https://www.post.example/a" gives "post.example".
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url.substr(0, url.find_first_of("/?#"));
}

// A number for each outlet; 0 for articles without one.
std::vector<std::uint32_t> number_outlets(std::span<const Article> articles) {
  std::map<std::string_view, std::uint32_t> numbers;
  std::vector<std::uint32_t> outlets;
  for (const Article& article : articles) {
    const std::string_view name = article.outlet.empty() ? host_of(article.url) : article.outlet;
    const auto next = static_cast<std::uint32_t>(numbers.size() + 1);
    outlets.push_back(name.empty() ? 0 : numbers.try_emplace(name, next).first->second);
  }
  return outlets;
}

class FurnitureFinder {
 public:
  FurnitureFinder(std::span<const Article> articles, std::span<const Analysis> analyses)
      : articles_(articles),
        analyses_(analyses),
        outlets_(number_outlets(articles)),
        by_article_(articles.size()),
        by_outlet_(articles.size()) {
    for (std::size_t i = 0; i < articles.size(); ++i) {
      headlines_.push_back(telling_headline_words(articles[i], analyses[i].language));
    }
  }

  // `copies` are all those of one pair.
  void add_pair(std::span<const Copy> copies) {
    const ArticleIndex a = copies.front().a;
    const ArticleIndex b = copies.front().b;
    if (outlets_[a] == 0 || outlets_[b] == 0) return;
    if (outlets_[a] == outlets_[b] && go_on_with_other_stories(copies)) {
      for (const Copy& copy : copies) alone_.insert(&copy);
    }
    if (!are_about_other_things(copies)) return;
    for (const Copy& copy : copies) {
      if (outlets_[a] == outlets_[b]) {
        if (copies.size() == 1 && is_foot(a, copy.a_span) && is_foot(b, copy.b_span)) {
          alone_.insert(&copy);
        }
        by_article_[a].push_back(repeat(b, a, copy.a_span));
        by_article_[b].push_back(repeat(a, b, copy.b_span));
      } else if (copies.size() == 1 && is_foot(a, copy.a_span) && is_foot(b, copy.b_span)) {
        by_outlet_[a].push_back(repeat(outlets_[b], a, copy.a_span));
        by_outlet_[b].push_back(repeat(outlets_[a], b, copy.b_span));
      }
    }
  }

  // To be called once all pairs are added: the words of every article that are furniture.
  std::vector<std::vector<Repeat>> take() {
    std::vector<std::vector<Repeat>> furniture(articles_.size());
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      furniture[i] = repeated(std::move(by_article_[i]), other_articles_of_outlet);
      const std::vector<Repeat> feet = repeated(std::move(by_outlet_[i]), other_outlets);
      furniture[i].insert(furniture[i].end(), feet.begin(), feet.end());
    }
    return furniture;
  }

  [[nodiscard]] bool have_one_outlet(const Copy& copy) const {
    return outlets_[copy.a] != 0 && outlets_[copy.a] == outlets_[copy.b];
  }

  // By its words, or by where it stands in two articles of its outlet: says nothing of other
  // copies.
  [[nodiscard]] bool is_furniture_alone(const Copy& copy) const {
    const auto [a_begin, a_end] = words_in(copy.a, copy.a_span);
    const auto [b_begin, b_end] = words_in(copy.b, copy.b_span);
    return alone_.contains(&copy) || is_prompt(analyses_[copy.a], a_begin, a_end - a_begin) ||
           is_prompt(analyses_[copy.b], b_begin, b_end - b_begin);
  }

  // The words that begin inside `span`.
  [[nodiscard]] std::pair<std::size_t, std::size_t> words_in(ArticleIndex article,
                                                             Span span) const {
    const std::vector<Word>& words = analyses_[article].words;
    const auto before = [&](std::uint32_t offset) {
      return static_cast<std::size_t>(
          std::partition_point(words.begin(), words.end(),
                               [offset](const Word& w) { return w.span.begin < offset; }) -
          words.begin());
    };
    return {before(span.begin), before(span.end)};
  }

 private:
  [[nodiscard]] std::size_t body_words(ArticleIndex article) const {
    return analyses_[article].words.size() - analyses_[article].body_word;
  }

  [[nodiscard]] bool are_about_other_things(std::span<const Copy> copies) const {
    const ArticleIndex a = copies.front().a;
    const ArticleIndex b = copies.front().b;
    if (!headlines_[a].empty() && !headlines_[b].empty()) {
      return are_unrelated(headlines_[a], headlines_[b]);
    }
    std::uint32_t shared = 0;
    for (const Copy& copy : copies) shared += copy.equal_words;
    const std::size_t shorter = std::min(body_words(a), body_words(b));
    return shared <= unrelated_share * static_cast<double>(shorter);
  }

  [[nodiscard]] bool go_on_with_other_stories(std::span<const Copy> copies) const {
    std::uint32_t shared = 0;
    const Copy* first_a = &copies.front();
    const Copy* first_b = &copies.front();
    for (const Copy& copy : copies) {
      shared += copy.equal_words;
      if (copy.a_span.begin < first_a->a_span.begin) first_a = &copy;
      if (copy.b_span.begin < first_b->b_span.begin) first_b = &copy;
    }
    const std::size_t shorter =
        std::min(body_words(copies.front().a), body_words(copies.front().b));
    return shared >= other_stories_words &&
           shared >= other_stories_share * static_cast<double>(shorter) &&
           begins_story_below(copies.front().a, first_a->a_span) &&
           begins_story_below(copies.front().b, first_b->b_span);
  }

  // Whether a headline begins within the first words of `span`, below an article of its own.
  [[nodiscard]] bool begins_story_below(ArticleIndex article, Span span) const {
    const std::size_t first = words_in(article, span).first;
    if (first < analyses_[article].body_word + own_article_words) return false;
    // The copy may begin with the end of a sentence that both have by chance.
    const std::string& text = articles_[article].text;
    const Span line = line_at(text, span.begin);
    const std::size_t next = text.find_first_not_of('\n', line.end);
    return is_headline(article, line) ||
           (next != std::string::npos &&
            is_headline(article, line_at(text, static_cast<std::uint32_t>(next))));
  }

  static Span line_at(const std::string& text, std::uint32_t offset) {
    const std::size_t before = offset == 0 ? std::string::npos : text.rfind('\n', offset - 1);
    const std::size_t end = std::min(text.find('\n', offset), text.size());
    return {before == std::string::npos ? 0 : static_cast<std::uint32_t>(before + 1),
            static_cast<std::uint32_t>(end)};
  }

  [[nodiscard]] bool is_headline(ArticleIndex article, Span line) const {
    const auto [begin, end] = words_in(article, line);
    return end - begin >= headline_words && end - begin <= longest_foot_words &&
           !is_finished_paragraph(slice(articles_[article].text, line));
  }

  [[nodiscard]] bool is_foot(ArticleIndex article, Span span) const {
    const auto [begin, end] = words_in(article, span);
    return end - begin <= longest_foot_words &&
           (begin < analyses_[article].body_word + foot_distance_words ||
            end + foot_distance_words >= analyses_[article].words.size());
  }

  [[nodiscard]] Repeat repeat(std::uint32_t source, ArticleIndex article, Span span) const {
    const auto [begin, end] = words_in(article, span);
    return {source, begin, end};
  }

  // The stretches that at least `sources` different sources repeat, in order.
  static std::vector<Repeat> repeated(std::vector<Repeat> repeats, int sources) {
    std::sort(repeats.begin(), repeats.end());
    std::vector<std::pair<std::size_t, int>> borders;  // place, +1 begin or -1 end of a source
    for (std::size_t i = 0; i < repeats.size();) {
      Repeat merged = repeats[i++];
      while (i < repeats.size() && repeats[i].source == merged.source &&
             repeats[i].begin <= merged.end) {
        merged.end = std::max(merged.end, repeats[i++].end);
      }
      borders.emplace_back(merged.begin, 1);
      borders.emplace_back(merged.end, -1);
    }
    std::sort(borders.begin(), borders.end());
    std::vector<Repeat> stretches;
    int open = 0;
    std::size_t begin = 0;
    for (const auto& [place, step] : borders) {
      if (step > 0 && open + step == sources) begin = place;
      if (step < 0 && open == sources) stretches.push_back({0, begin, place});
      open += step;
    }
    return stretches;
  }

  std::span<const Article> articles_;
  std::span<const Analysis> analyses_;
  std::vector<std::uint32_t> outlets_;
  std::vector<std::vector<std::uint64_t>> headlines_;
  std::vector<std::vector<Repeat>> by_article_;  // of each article: by others of its outlet
  std::set<const Copy*> alone_;                  // looked up, never walked
  std::vector<std::vector<Repeat>> by_outlet_;   // of each article: foot lines, by other outlets
};

bool is_mostly(const std::vector<Repeat>& furniture, std::size_t begin, std::size_t end) {
  // The two lists of an article can overlap; the better one counts, not their sum.
  std::vector<bool> covered(end - begin, false);
  for (const Repeat& stretch : furniture) {
    for (std::size_t i = std::max(begin, stretch.begin); i < std::min(end, stretch.end); ++i) {
      covered[i - begin] = true;
    }
  }
  const auto words = std::count(covered.begin(), covered.end(), true);
  return static_cast<double>(words) >= furniture_share * static_cast<double>(end - begin);
}

using Furniture = std::vector<std::vector<Repeat>>;  // of each article

std::vector<bool> judge(const FurnitureFinder& finder, const Furniture& furniture,
                        std::span<const Copy> copies) {
  std::vector<bool> flags;
  for (const Copy& copy : copies) {
    const auto [a_begin, a_end] = finder.words_in(copy.a, copy.a_span);
    const auto [b_begin, b_end] = finder.words_in(copy.b, copy.b_span);
    flags.push_back(is_mostly(furniture[copy.a], a_begin, a_end) ||
                    is_mostly(furniture[copy.b], b_begin, b_end));
  }
  return flags;
}

}  // namespace

std::vector<bool> find_furniture(std::span<const Article> articles,
                                 std::span<const Analysis> analyses, std::span<const Copy> copies) {
  FurnitureFinder finder(articles, analyses);
  for (std::size_t first = 0; first < copies.size();) {
    std::size_t last = first + 1;
    while (last < copies.size() && copies[last].a == copies[first].a &&
           copies[last].b == copies[first].b) {
      ++last;
    }
    finder.add_pair(copies.subspan(first, last - first));
    first = last;
  }
  Furniture furniture = finder.take();
  const std::vector<bool> flags = judge(finder, furniture, copies);
  // A block is furniture wherever its outlet prints it, also under two articles whose headlines
  // have a word in common.
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (!flags[i] || !finder.have_one_outlet(copies[i])) continue;
    for (const auto& [article, span] :
         {std::pair{copies[i].a, copies[i].a_span}, std::pair{copies[i].b, copies[i].b_span}}) {
      const auto [begin, end] = finder.words_in(article, span);
      furniture[article].push_back({0, begin, end});
    }
  }
  for (std::vector<Repeat>& stretches : furniture) {
    std::sort(stretches.begin(), stretches.end());
    stretches.erase(std::unique(stretches.begin(), stretches.end()), stretches.end());
  }
  std::vector<bool> judged = judge(finder, furniture, copies);
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (finder.is_furniture_alone(copies[i])) judged[i] = true;
  }
  return judged;
}

}  // namespace twosource
