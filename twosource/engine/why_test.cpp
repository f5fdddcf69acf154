#include "twosource/engine/why.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

Report three_articles() {
  Report report;
  for (const char* name : {"north/a.txt", "south/a.txt", "south/7"}) {
    Article article;
    article.id = std::string("id-of-") + name;
    article.path = name;
    report.articles.push_back(article);
  }
  return report;
}

TEST_CASE("an article is found by its id, its path, the end of its path, or its number") {
  const Report report = three_articles();
  CHECK(*find_article(report, "id-of-south/a.txt") == 1);
  CHECK(*find_article(report, "north/a.txt") == 0);
  CHECK(*find_article(report, "7") == 2);
  CHECK(*find_article(report, "1") == 0);
  CHECK(*find_article(report, "[3]") == 2);
}

TEST_CASE("a name that fits several articles or none is an error that says so") {
  const Report report = three_articles();
  CHECK(find_article(report, "a.txt").error().message.find("2 articles") == 0);
  CHECK(find_article(report, "b.txt").error().kind == ErrorKind::usage);
  CHECK(find_article(report, "4").error().message.find("from 1 to 3") != std::string::npos);
  CHECK(find_article(report, "0").error().kind == ErrorKind::usage);
}

}  // namespace
}  // namespace twosource
