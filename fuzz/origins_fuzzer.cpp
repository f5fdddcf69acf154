// Any articles through reuse, stories and origins: whatever they say of each other, every sentence
// has at most one origin, places lie in their articles, and the sum adds up. An article is a line
// with outlet, author and day of publication, parted by tabs, and its text behind it; a form feed
// ends it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/origin/direction.hpp"
#include "twosource/origin/origins.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/story/stories.hpp"
#include "twosource/text/analyze.hpp"

namespace {

using namespace twosource;

constexpr std::size_t longest_input = 1 << 15;
constexpr std::size_t most_articles = 8;

void require(bool holds) {
  if (!holds) std::abort();
}

std::string_view take(std::string_view& rest, char end) {
  const std::size_t at = std::min(rest.find(end), rest.size());
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return taken;
}

Article make_article(std::string_view bytes, std::size_t number) {
  std::string_view head = take(bytes, '\n');
  Article article;
  article.id = std::to_string(number);
  article.outlet = take(head, '\t');
  const std::string_view author = take(head, '\t');
  if (!author.empty()) article.authors.emplace_back(author);
  if (!head.empty()) {
    article.published = {std::int64_t{86400} * (head.front() % 4), DatePrecision::day, {}};
  }
  article.text = bytes;
  const std::size_t line = std::min(article.text.find('\n'), article.text.size());
  article.title = {0, static_cast<std::uint32_t>(line)};
  article.body = {article.title.end, static_cast<std::uint32_t>(article.text.size())};
  return article;
}

void check(const Origins& origins, const std::vector<Article>& articles, std::size_t stories) {
  for (const Origin& origin : origins.origins) {
    require(!origin.name.empty() && origin.story < stories);
    require(std::is_sorted(origin.articles.begin(), origin.articles.end()));
    for (const ArticleSpan& passage : origin.passages) {
      require(articles[passage.article].body.contains(passage.span));
    }
  }
  for (const Lineage& edge : origins.lineage) {
    require(edge.from < (edge.from_origin ? origins.origins.size() : articles.size()));
    require(edge.to < articles.size() && edge.share >= 0.0 && edge.share <= 1.0);
    require(edge.from_origin || edge.from != edge.to);
  }
  require(origins.sums.size() == stories);
  for (const Sum& sum : origins.sums) require(sum.shown <= sum.possible);
  const auto place = [](const SentenceOrigin& s) { return std::pair(s.article, s.sentence); };
  for (std::size_t i = 0; i < origins.sentences.size(); ++i) {
    require(origins.sentences[i].origin < origins.origins.size());
    require(i == 0 || place(origins.sentences[i - 1]) < place(origins.sentences[i]));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > longest_input) return 0;
  // Articles are valid UTF-8; the reader sees to that, here they are ASCII.
  std::string bytes(data, data + size);
  for (char& c : bytes) c = static_cast<char>(c & 0x7F);
  std::string_view rest = bytes;
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  while (articles.size() < most_articles && !rest.empty()) {
    articles.push_back(make_article(take(rest, '\f'), articles.size()));
    analyses.push_back(analyze_structure(articles.back(), analyze_words(articles.back())));
  }
  const OriginTables& tables = built_in_tables();
  const std::vector<Copy> copies = direct_copies(
      articles, analyses, find_copies(articles, analyses, Jobs{1}).copies, tables, Jobs{1});
  const std::vector<Story> stories = group_stories(articles, analyses, copies, Jobs{1});
  check(trace_origins({articles, analyses, copies, stories, Jobs{1}}, tables), articles,
        stories.size());
  return 0;
}
