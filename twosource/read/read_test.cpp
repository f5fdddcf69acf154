#include "twosource/read/read.hpp"

#include <doctest/doctest.h>

using namespace twosource;
using namespace std::string_literals;

namespace {

Problem only_problem(std::string_view bytes, const ReadOptions& options = {}) {
  const ReadOutcome outcome = read_bytes("in/a", bytes, options);
  CHECK(outcome.articles.empty());
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].path.starts_with("in/a"));
  return outcome.problems[0];
}

Article only_article(std::string_view bytes) {
  const ReadOutcome outcome = read_bytes("in/a", bytes, {});
  REQUIRE(outcome.articles.size() == 1);
  CHECK(outcome.articles[0].path.starts_with("in/a"));
  return outcome.articles[0];
}

}  // namespace

TEST_CASE("the format of an input is told from its content") {
  CHECK(title_of(only_article("Title\n\nThe body of it.\n")) == "Title");
  CHECK(title_of(only_article("{\"title\": \"Title\", \"text\": \"x\"}")) == "Title");
  CHECK(title_of(only_article("<html><title>Title</title><body><h1>Title</h1><p>The harbour was "
                              "closed for a day because of the fog on Monday.</p></body>")) ==
        "Title");
}

TEST_CASE("every input that cannot be read gets one sentence: what, where, what to do") {
  CHECK(only_problem("").message == "in/a: the file is empty; nothing to compare");
  CHECK(only_problem(" \n\t ").kind == ErrorKind::empty);
  CHECK(only_problem("\xFF\xFE").kind == ErrorKind::empty);  // a byte-order mark alone
  CHECK(only_problem("%PDF-1.4 x").message ==
        "in/a: a PDF document, not a text; save its text in a file");
  CHECK(only_problem("ab\0cd\0\0e"s).message ==
        "in/a: not a text (zero bytes); give pages, texts or JSON Lines");
  CHECK(only_problem("<rss></rss>").kind == ErrorKind::format);
  CHECK(only_problem("<html><body></body></html>").kind == ErrorKind::empty);
  CHECK(only_problem("{\"title\": \"x\"}").kind == ErrorKind::field);
}

TEST_CASE("a text larger than an article may be is refused before it is decoded") {
  ReadOptions options;
  options.max_article_bytes = 1000;
  const Problem problem = only_problem(std::string(1001, 'x'), options);
  CHECK(problem.kind == ErrorKind::too_large);
  CHECK(problem.message == "in/a: 1001 bytes, more than the 1000 of --max-article-bytes");
  CHECK(read_bytes("in/a", std::string(1000, 'x'), options).articles.size() == 1);
}

TEST_CASE("a line of 200 MB is one problem and the next line is read") {
  const std::string bytes =
      "{\"text\": \"" + std::string(std::size_t{200} << 20U, 'x') + "\"}\n{\"text\": \"two\"}\n";
  const ReadOutcome outcome = read_bytes("in/a", bytes, {});
  CHECK(outcome.articles.size() == 1);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].kind == ErrorKind::too_large);
}

TEST_CASE("a 200 MB file of one line, JSON or text, is one problem") {
  const std::string line(std::size_t{200} << 20U, 'x');
  CHECK(only_problem(line).kind == ErrorKind::too_large);
  CHECK(only_problem("{\"text\": \"" + line + "\"}").kind == ErrorKind::too_large);
}

TEST_CASE("broken UTF-8 is read, shown and reported") {
  const ReadOutcome outcome =
      read_bytes("in/a", "Caf\xC3\xA9 \xC3( closed\n\nThe harbour caf\xC3\xA9 was closed.", {});
  REQUIRE(outcome.articles.size() == 1);
  CHECK(title_of(outcome.articles[0]) == "Café \xEF\xBF\xBD( closed");
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].message ==
        "in/a: not all of it is UTF-8; U+FFFD stands for the rest (count: 1); save it as UTF-8");
}

TEST_CASE("a text in UTF-16 may hold any format") {
  std::string wide = "\xFF\xFE";
  for (const char c : "{\"title\": \"T\", \"text\": \"x\"}"s) wide += std::string{c, '\0'};
  CHECK(title_of(only_article(wide)) == "T");
}

TEST_CASE("a hundred thousand nested tags are read at once") {
  for (const char* tag : {"<div>", "<b>", "<table><tr><td>", "<p><b id=1>", "<ul><li>", "<svg>",
                          "<a href=x>", "<table><b>", "<![CDATA[", "<!--", "<div", "<title>",
                          "<template>", "<select><option>", "<font size=1>", "<ruby><rt>"}) {
    CAPTURE(tag);
    std::string page = "<html><body>";
    for (int i = 0; i < 100000; ++i) page += tag;
    page += "The harbour was closed for a day because of the fog, the port said on Monday.";
    static_cast<void>(read_bytes("in/a", page, {}));
  }
  std::string page;
  for (int i = 0; i < 100000; ++i) page += "<div>";
  page += "<p>The harbour was closed for a day because of the fog, the port said on Monday.";
  CHECK(only_article(page).text.find("The harbour was closed") != std::string::npos);
}

TEST_CASE("spans of every article lie inside its text") {
  for (const char* bytes : {"Title", "T\n\nB", "\n\n\xC3\xA9\n\n\xC3\xA9", "{\"text\": \"x\"}"}) {
    const Article article = only_article(bytes);
    CHECK(article.title.end <= article.text.size());
    CHECK(article.body.end <= article.text.size());
    CHECK(article.title.end <= article.body.begin);
  }
}
