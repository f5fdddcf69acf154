#include "twosource/speech/copied.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

struct Pair {
  std::string a;
  std::string b;
  std::vector<Analysis> analyses = std::vector<Analysis>(2);
  std::vector<Statement> statements;
  Copy copy;

  Pair(std::string first, std::string second) : a(std::move(first)), b(std::move(second)) {
    analyses[0].words = find_words(a);
    analyses[1].words = find_words(b);
    copy.b = 1;
    copy.a_span = {0, static_cast<std::uint32_t>(a.size())};
    copy.b_span = {0, static_cast<std::uint32_t>(b.size())};
  }

  static Span find(std::string_view text, std::string_view part) {
    const auto at = static_cast<std::uint32_t>(text.find(part));
    return {at, at + static_cast<std::uint32_t>(part.size())};
  }

  void add_run(std::string_view in_a, std::string_view in_b, bool equal = true) {
    copy.runs.push_back({find(a, in_a), find(b, in_b), equal});
  }

  void say(ArticleIndex article, std::string_view content) {
    Statement statement;
    statement.article = article;
    statement.content = {find(article == 0 ? a : b, content)};
    statements.push_back(statement);
  }

  // A line for each pair: which two, how many hundredths stand for each other and are equal.
  [[nodiscard]] std::string found() const {
    const std::vector<const Copy*> copies = {&copy};
    std::string lines;
    for (const auto& [x, y, share, equal] : find_copied_statements(analyses, copies, statements))
      lines += fmt::format("{} {} {:.0f} {:.0f};", x, y, 100 * share, 100 * equal);
    return lines;
  }
};

TEST_CASE("contents at the same place of a copied passage are one, however short") {
  Pair pair("The line said that fares would be paid back. It was late.",
            "The line said fares would be paid back on Monday. It was late.");
  pair.add_run("The line said", "The line said");
  pair.add_run("fares would be paid back", "fares would be paid back");
  pair.say(0, "fares would be paid back");
  pair.say(0, "It was late");
  pair.say(1, "fares would be paid back on Monday");
  CHECK(pair.found() == "0 2 71 71;");
}

TEST_CASE("moved words stand for each other, words that no run has for none") {
  Pair pair("She said visibility at the time was low.", "She said visibility was low at the time.");
  pair.add_run("She said visibility", "She said visibility");
  pair.add_run("was low", "was low");
  pair.say(0, "visibility at the time was low");
  pair.say(1, "visibility was low at the time");
  CHECK(pair.found() == "0 1 50 50;");
  pair.add_run("at the time", "at the time");
  CHECK(pair.found() == "0 1 100 100;");
}

TEST_CASE("a run in other words stands for the whole of the other") {
  Pair pair("He said ten persons had been hurt.", "He said a group of ten got injured.");
  pair.add_run("ten persons had been hurt", "a group of ten got injured", false);
  pair.say(0, "ten persons had been hurt");
  pair.say(1, "a group of ten got injured");
  CHECK(pair.found() == "0 1 100 0;");
}

TEST_CASE("the shares are of the longer content, and furniture says nothing") {
  Pair pair("The mayor said the bridge would stay closed.",
            "The mayor said the bridge would stay closed and that nobody knew until when.");
  pair.add_run("the bridge would stay closed", "the bridge would stay closed");
  pair.say(0, "the bridge would stay closed");
  pair.say(1, "the bridge would stay closed and that nobody knew until when");
  pair.say(1, "nobody knew until when");
  CHECK(pair.found() == "0 1 45 45;");
  pair.copy.furniture = true;
  CHECK(pair.found().empty());
}

}  // namespace
}  // namespace twosource
