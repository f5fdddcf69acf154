#include "bench/newswire.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/text/names.hpp"
#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/sentences.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource::bench {
namespace {

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

struct LabelName {
  std::string_view label;
  NameKind kind;
};
constexpr std::array labels = {
    LabelName{"Person", NameKind::person},  LabelName{"Organization", NameKind::organisation},
    LabelName{"Location", NameKind::place}, LabelName{"NORP", NameKind::people},
    LabelName{"Facility", NameKind::other}, LabelName{"Product", NameKind::other},
    LabelName{"Misc", NameKind::other},
};

// "B-Person": the tag that begins a person; "O" and labels that are no names: 0.
Tag tag_of(std::string_view label) {
  const std::string_view kind = label.substr(std::min<std::size_t>(label.size(), 2));
  const auto* const found = std::find_if(labels.begin(), labels.end(),
                                         [&](const LabelName& name) { return name.label == kind; });
  if (found == labels.end()) return 0;
  const int begins = label.front() == 'B' ? 1 : 2;
  return static_cast<Tag>(2 * static_cast<int>(found->kind) + begins);
}

bool one_of(std::string_view token, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), token) != list.end();
}

// Whether English writes no space before, behind the token.
bool joins_before(std::string_view token) {
  return one_of(
      token, {".",   ",",   ";",   ":",   "?",   "!",   "%",   ")",   "]",  "”",  "’",  "'s", "’s",
              "n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m"});
}
bool joins_behind(std::string_view token) {
  return one_of(token, {"-", "(", "[", "$", "“", "‘", "#"});
}

class ArticleReader {
 public:
  NewswireArticle read(std::string_view bytes) {
    while (!bytes.empty()) {
      std::string_view line = take(bytes, '\n');
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      const std::string_view token = take(line, '\t');
      if (token.empty()) {
        end_block();
      } else {
        // A second label is of a name inside a name: "New York" in "New York Times".
        add(token, line.empty() ? Tag{0} : tag_of(take(line, '\t')));
      }
    }
    end_block();
    return std::move(article_);
  }

 private:
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(article_.text.size());
  }

  void add(std::string_view token, Tag tag) {
    // A straight mark opens and closes in turn, as far as one sentence tells.
    const bool quote = token == "\"";
    const bool closes = quote && open_quote_;
    if (!in_block_) {
      begin_ = size();
      in_block_ = true;
    } else if (!join_next_ && !joins_before(token) && !closes &&
               !(behind_apostrophe_ && token == "s")) {
      article_.text += ' ';
    }
    if (quote) open_quote_ = !open_quote_;
    behind_apostrophe_ = one_of(token, {"'", "’"});
    join_next_ = joins_behind(token) || (quote && !closes);
    const std::uint32_t begin = size();
    article_.text += token;
    article_.tokens.push_back({begin, size()});
    article_.tags.push_back(tag);
  }

  void end_block() {
    if (in_block_) {
      article_.blocks.push_back({begin_, size()});
      article_.text += '\n';
    }
    in_block_ = open_quote_ = join_next_ = behind_apostrophe_ = false;
  }

  NewswireArticle article_;
  std::uint32_t begin_ = 0;
  bool in_block_ = false;
  bool open_quote_ = false;
  bool join_next_ = false;
  bool behind_apostrophe_ = false;
};

}  // namespace

bool NewswireArticle::held_out() const {
  return hash_bytes(name) % 10 == 0;
}

Result<std::vector<NewswireArticle>> read_newswire(std::span<const std::string> paths) {
  const FoundInputs inputs = find_inputs(paths);
  for (const FileProblem& problem : inputs.problems) return problem.error;
  std::vector<NewswireArticle> articles;
  for (const std::string& path : inputs.files) {
    if (path.substr(path.size() - std::min<std::size_t>(path.size(), 4)) != ".tsv") continue;
    const Result<std::string> bytes = read_file(path, max_input_bytes);
    if (!bytes) return bytes.error();
    articles.push_back(ArticleReader().read(*bytes));
    articles.back().name = path.substr(path.rfind('/') + 1);
  }
  if (articles.empty())
    return Error{ErrorKind::missing, "no *.tsv of en-worldwide-newswire lies under the paths"};
  std::sort(articles.begin(), articles.end(),
            [](const NewswireArticle& a, const NewswireArticle& b) { return a.name < b.name; });
  return articles;
}

TaggedText tag_article(const NewswireArticle& article) {
  std::vector<Span> sentences;
  SentenceFinder finder("en");
  for (const Span block : article.blocks) {
    const std::vector<Span> found = finder.find(article.text, block);
    sentences.insert(sentences.end(), found.begin(), found.end());
  }
  TaggedText tagged = find_tokens(article.text, find_words(article.text), sentences);
  PartTagger().tag(article.text, tagged);
  return tagged;
}

std::vector<Tag> gold_names(const NewswireArticle& article, const TaggedText& tagged) {
  std::vector<Tag> tags;
  std::size_t number = 0;
  std::size_t before = article.tokens.size();
  for (const Token& token : tagged.tokens) {
    while (number + 1 < article.tokens.size() && article.tokens[number].end <= token.span.begin)
      ++number;
    Tag tag = article.tags[number];
    if (tag % 2 == 1 && number == before) ++tag;  // a second piece goes on
    tags.push_back(tag);
    before = number;
  }
  return tags;
}

}  // namespace twosource::bench
