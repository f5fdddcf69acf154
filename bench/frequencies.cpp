// Counts how common words are: the program behind models/frequency/*.tsv (see README.md there).
//
// Data: any collection of news texts. PATH... are files and folders; news_texts.hpp says what is
// read.
//
// Counted are words as find_words defines them, folded. Agency reports come many times over, so
// each different line of text counts once, however many texts have it, and a text counts as a
// document if at least 50 words of it count. Tables of figures (more than a tenth of the words
// have digits) are left out. Of several languages the most frequent is counted.
//
// Printed is the table: words of at least three documents, the most frequent forty thousand.
#include <algorithm>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "bench/news_texts.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/text/language.hpp"
#include "twosource/text/words.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t most_words = 40'000;
constexpr std::uint32_t fewest_documents = 3;
constexpr std::size_t shortest_document = 50;

struct Count {
  std::uint64_t tokens = 0;
  std::uint32_t documents = 0;
  std::uint32_t last_document = 0;
};

struct Corpus {
  std::uint64_t tokens = 0;
  std::uint32_t documents = 0;
  std::unordered_map<std::string, Count> words;
};

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Counter {
 public:
  void count(const std::string& text) {
    std::vector<std::string> words;
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::string_view line = take_line(rest);
      if (!lines_.insert(hash_bytes(line)).second) continue;
      for (const Word& word : find_words(line)) words.push_back(fold_word(slice(line, word.span)));
    }
    const auto figures =
        static_cast<std::size_t>(std::count_if(words.begin(), words.end(), has_digit));
    if (words.size() >= shortest_document && 10 * figures <= words.size()) {
      add(corpora_[detect_language(text)], words);
    }
  }

  // The language with the most tokens, and its counts; the unknown one never wins.
  [[nodiscard]] std::pair<std::string, const Corpus*> largest() const {
    std::pair<std::string, const Corpus*> most{"", nullptr};
    for (const auto& [language, corpus] : corpora_) {
      if (language.empty()) continue;
      if (most.second == nullptr || corpus.tokens > most.second->tokens) most = {language, &corpus};
    }
    return most;
  }

 private:
  static void add(Corpus& corpus, const std::vector<std::string>& words) {
    ++corpus.documents;
    corpus.tokens += words.size();
    for (const std::string& word : words) {
      Count& count = corpus.words[word];
      ++count.tokens;
      if (count.last_document != corpus.documents) ++count.documents;
      count.last_document = corpus.documents;
    }
  }

  std::unordered_set<std::uint64_t> lines_;
  std::map<std::string, Corpus> corpora_;
};

void print_table(const std::string& language, const Corpus& corpus, std::ostream& out) {
  std::vector<std::pair<std::string, Count>> rows;
  for (const auto& row : corpus.words) {
    if (row.second.documents >= fewest_documents) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::pair(b.second.tokens, a.first) < std::pair(a.second.tokens, b.first);
  });
  rows.resize(std::min(rows.size(), most_words));
  out << "# Words of news, folded: word, how often it came, in how many documents. README.md "
         "beside\n"
         "# this file says from which texts and with which command.\n";
  out << fmt::format("# language: {}\n# tokens: {}\n# documents: {}\n", language, corpus.tokens,
                     corpus.documents);
  for (const auto& [word, count] : rows) {
    out << fmt::format("{}\t{}\t{}\n", word, count.tokens, count.documents);
  }
}

}  // namespace

Result<Done> count_frequencies(const Request& request, std::ostream& out) {
  Counter counter;
  const FoundInputs inputs = find_inputs(request.paths);
  for (const FileProblem& problem : inputs.problems) return problem.error;
  for (const std::string& path : inputs.files) {
    Result<std::string> bytes = read_file(path, max_input_bytes);
    if (!bytes) return bytes.error();
    for (const std::string& text : news_texts(path, *bytes)) counter.count(text);
  }
  const auto [language, corpus] = counter.largest();
  if (corpus == nullptr)
    return Error{ErrorKind::empty, "no text of a known language lies under the paths"};
  print_table(language, *corpus, out);
  return Done{};
}

}  // namespace twosource::bench
