// Any three texts through words, sentences, quotations, passages and copies; what is found must
// lie inside the texts, begin and end at words, and say what it says.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/reuse/copies.hpp"
#include "twosource/story/stories.hpp"
#include "twosource/text/analyze.hpp"

namespace {

using namespace twosource;

constexpr std::size_t longest_input = 1 << 16;

void require(bool holds) {
  if (!holds) std::abort();
}

// Texts in an analysis are valid UTF-8; the reader sees to that, here it is ASCII.
Article make_article(std::string_view text, std::size_t number) {
  Article article;
  article.id = std::to_string(number);
  for (char c : text) article.text += static_cast<char>(c & 0x7F);
  const std::size_t line = std::min(article.text.find('\n'), article.text.size());
  article.title = {0, static_cast<std::uint32_t>(line)};
  article.body = {article.title.end, static_cast<std::uint32_t>(article.text.size())};
  article.outlet = number % 2 == 0 ? "Selne Post" : "";
  return article;
}

bool begins_word(const Analysis& analysis, std::uint32_t offset) {
  for (const Word& word : analysis.words) {
    if (word.span.begin == offset) return true;
  }
  return false;
}

void check(const Copy& copy, const std::vector<Article>& articles,
           const std::vector<Analysis>& analyses) {
  require(copy.a < copy.b && copy.b < articles.size());
  require(articles[copy.a].body.contains(copy.a_span));
  require(articles[copy.b].body.contains(copy.b_span));
  require(begins_word(analyses[copy.a], copy.a_span.begin));
  require(begins_word(analyses[copy.b], copy.b_span.begin));
  const double least = copy.kind == CopyKind::reworded ? 0.0 : 0.5;
  require(copy.similarity() >= least && copy.similarity() <= 1.0);
  require(copy.quoted_share_a <= 1.0 && copy.quoted_share_b <= 1.0);
  for (const AlignedRun& run : copy.runs) {
    require(copy.a_span.contains(run.a) && copy.b_span.contains(run.b));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > longest_input) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  while (articles.size() < 8 && !rest.empty()) {
    const std::size_t end = std::min(rest.find('\f'), rest.size());
    articles.push_back(make_article(rest.substr(0, end), articles.size()));
    analyses.push_back(analyze_structure(articles.back(), analyze_words(articles.back())));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const Reuse reuse = find_copies(articles, analyses, Jobs{1});
  for (const Copy& copy : reuse.copies) check(copy, articles, analyses);
  std::size_t grouped = 0;
  for (const Story& story : group_stories(articles, analyses, reuse.copies, Jobs{1})) {
    grouped += story.articles.size();
    require(story.links.size() + 1 == story.articles.size());
  }
  require(grouped == articles.size());
  return 0;
}
