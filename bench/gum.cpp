#include "bench/gum.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource::bench {
namespace {

constexpr std::array<std::string_view, 8> free_genres = {
    "academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage"};

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

int to_number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = 10 * number + (digit - '0');
  return number;
}

// The columns of a line: 1 number ("3", "3-4" for a contraction over the tokens 3 and 4, "3.1"
// unspoken), 2 form, 3 lemma, 5 tag, 10 notes.
struct Columns {
  explicit Columns(std::string_view line) {
    for (std::string_view& column : all) column = take(line, '\t');
  }
  [[nodiscard]] bool spoken() const { return all[0].find('.') == std::string_view::npos; }
  [[nodiscard]] bool contraction() const { return all[0].find('-') != std::string_view::npos; }
  [[nodiscard]] int number() const { return to_number(all[0].substr(0, all[0].find('-'))); }
  [[nodiscard]] int last() const { return to_number(all[0].substr(all[0].find('-') + 1)); }
  [[nodiscard]] std::string_view form() const { return all[1]; }
  [[nodiscard]] bool has_note(std::string_view note) const {
    return all[9].find(note) != std::string_view::npos;
  }
  std::array<std::string_view, 10> all;
};

class GumReader {
 public:
  explicit GumReader(GumLayout layout) : layout_(layout) {}

  GumDocument read(std::string_view conllu) {
    while (!conllu.empty()) {
      const std::string_view line = take(conllu, '\n');
      if (line.empty()) {
        end_sentence();
      } else if (line.front() != '#') {
        take_line(Columns(line));
      } else if (line.starts_with("# newpar")) {
        begins_paragraph_ = true;
      }
    }
    end_sentence();
    return std::move(document_);
  }

 private:
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(document_.text.size());
  }

  void take_line(const Columns& columns) {
    if (!columns.spoken()) return;
    if (columns.contraction() || columns.number() > contraction_end_) {
      begin_word(columns);
      if (columns.contraction()) {
        contraction_end_ = columns.last();
        return;
      }
    }
    add_token(columns);
  }

  // Appends a form to the text, behind a space if there was one.
  void begin_word(const Columns& columns) {
    if (!in_sentence_) {
      const bool parts = layout_ == GumLayout::between_sentences || begins_paragraph_;
      if (!document_.text.empty()) document_.text += parts ? "\n\n" : " ";
      begins_paragraph_ = false;
      sentence_begin_ = size();
    } else if (space_before_) {
      document_.text += ' ';
    }
    in_sentence_ = true;
    space_before_ = !columns.has_note("SpaceAfter=No");
    place_ = size();
    document_.text += columns.form();
  }

  // A token takes the next bytes of its word; what does not fit ("gon" of "gonna" does, "na" does,
  // odd spellings need not) ends where the word does.
  void add_token(const Columns& columns) {
    const std::uint32_t end =
        std::min(size(), place_ + static_cast<std::uint32_t>(columns.form().size()));
    document_.tokens.push_back({{place_, end},
                                std::string(columns.all[4]),
                                std::string(columns.all[2]),
                                columns.has_note("Discourse="),
                                std::string(columns.all[9])});
    place_ = end;
  }

  void end_sentence() {
    if (in_sentence_) document_.sentences.push_back({sentence_begin_, size()});
    in_sentence_ = false;
    contraction_end_ = 0;
  }

  GumLayout layout_;
  GumDocument document_;
  bool begins_paragraph_ = false;
  std::uint32_t sentence_begin_ = 0;
  std::uint32_t place_ = 0;
  int contraction_end_ = 0;
  bool in_sentence_ = false;
  bool space_before_ = false;
};

std::string name_of_file(const std::string& path) {
  const std::string file = path.substr(path.rfind('/') + 1);
  return file.substr(0, file.rfind('.'));
}

// "news" of "GUM_news_iodine"; empty for what is not read.
std::string_view genre_of(std::string_view name) {
  if (take(name, '_') != "GUM") return {};
  const std::string_view genre = take(name, '_');
  const auto* const found = std::find(free_genres.begin(), free_genres.end(), genre);
  return found == free_genres.end() ? std::string_view() : *found;
}

}  // namespace

bool GumDocument::held_out() const {
  return hash_bytes(name) % 5 == 0;
}

Result<std::vector<GumDocument>> read_gum(std::span<const std::string> paths, GumLayout layout) {
  const FoundInputs inputs = find_inputs(paths);
  for (const FileProblem& problem : inputs.problems) return problem.error;
  std::vector<GumDocument> documents;
  for (const std::string& path : inputs.files) {
    const std::string name = name_of_file(path);
    const std::string_view genre = genre_of(name);
    if (genre.empty() || path.substr(path.rfind('.')) != ".conllu") continue;
    const Result<std::string> bytes = read_file(path, max_input_bytes);
    if (!bytes) return bytes.error();
    GumDocument document = GumReader(layout).read(*bytes);
    document.name = name;
    document.genre = genre;
    documents.push_back(std::move(document));
  }
  if (documents.empty())
    return Error{ErrorKind::missing, "no GUM_news_*.conllu or its like lies under the paths"};
  std::sort(documents.begin(), documents.end(),
            [](const GumDocument& a, const GumDocument& b) { return a.name < b.name; });
  return documents;
}

TaggedText tokens_of(const GumDocument& document) {
  return find_tokens(document.text, find_words(document.text), document.sentences);
}

std::vector<std::size_t> align(const GumDocument& document, const TaggedText& tagged) {
  std::vector<std::size_t> numbers;
  std::size_t number = 0;
  for (const Token& token : tagged.tokens) {
    while (number + 1 < document.tokens.size() &&
           document.tokens[number].span.end <= token.span.begin)
      ++number;
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace twosource::bench
