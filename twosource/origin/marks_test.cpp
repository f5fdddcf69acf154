#include "twosource/origin/marks.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

const std::string paragraph =
    "\n\nThe ferry had left the island of Varn an hour earlier with ninety passengers on board.";

const AgencyIndex& known() {
  static const AgencyIndex index(built_in_tables().agencies);
  return index;
}

std::vector<MarkKind> kinds(const Print& print) {
  std::vector<MarkKind> found;
  for (const SourceMark& item : find_marks(make_print("a", print), known()).items) {
    found.push_back(item.kind);
  }
  return found;
}

bool shows(const Print& print, MarkKind kind) {
  const std::vector<MarkKind> found = kinds(print);
  return std::ranges::find(found, kind) != found.end();
}

Print body(const std::string& text) {
  return {.outlet = "Selne Courier", .text = "Title\n\n" + text};
}

TEST_CASE("the agency's own file is known by its domain or its outlet") {
  Print print = body("Text." + paragraph);
  print.url = "https://apnews.com/article/1";
  CHECK(shows(print, MarkKind::agency_file));
  print.url.clear();
  print.outlet = "Reuters";
  CHECK(shows(print, MarkKind::agency_file));
  print.outlet = "Selne Courier";
  CHECK_FALSE(shows(print, MarkKind::agency_file));
}

TEST_CASE("a file of a service that distributes press releases is a release") {
  Print print = body("Text." + paragraph);
  print.url = "https://www.prnewswire.com/1";
  CHECK(shows(print, MarkKind::release));
  CHECK(shows(body("SELNE, May 3, 2031 /PRNewswire/ -- Text." + paragraph), MarkKind::release));
}

TEST_CASE("a lone agency between two paragraphs belongs to a picture") {
  std::string text = "SELNE" + paragraph;
  for (int i = 0; i < 4; ++i) text += paragraph;
  text += "\n\nAFP";
  for (int i = 0; i < 5; ++i) text += paragraph;
  CHECK_FALSE(shows(body(text), MarkKind::credit));
  CHECK(shows(body(text + "\n\nAFP"), MarkKind::credit));
  CHECK(shows(body("AFP\n\n" + text), MarkKind::credit));
}

TEST_CASE("the marks of a press release are read, each alone or two weak ones together") {
  CHECK(shows(body("PRESS RELEASE" + paragraph), MarkKind::release));
  CHECK(shows(body("Pressemitteilung:" + paragraph), MarkKind::release));
  CHECK(shows(body("Selne, 4 March – For immediate release" + paragraph), MarkKind::release));
  CHECK(shows(body("Text." + paragraph + "\n\nNotes to editors\n\nText."), MarkKind::release));
  CHECK(shows(body("Text." + paragraph + "\n\n– ENDS –\n\nContact: Mara Lind, 0800 555"),
              MarkKind::release));
}

TEST_CASE("what an office publishes on its own pages is a release") {
  const auto is_release = [](const char* url) {
    Print print = body("Text." + paragraph);
    print.url = url;
    return shows(print, MarkKind::release);
  };
  CHECK(is_release("https://www.gov.uk/news/statement"));
  CHECK(is_release("https://www.state.gov/1"));
  CHECK(is_release("https://www.diplomatie.gouv.fr/1"));
  CHECK(is_release("https://ec.europa.eu/1"));
  CHECK_FALSE(is_release("https://govnews.example/1"));
  CHECK_FALSE(is_release("https://www.mygov.example/1"));
  CHECK_FALSE(is_release("https://go.example/gov.uk"));
  CHECK_FALSE(is_release("https://www.pna.gov.ph/1"));  // an agency
}

TEST_CASE("a credit behind the last quotation of a text credits it") {
  const std::string last =
      "\n\n“The harbour stays closed until the wind goes down,” she said. “No one will sail.”";
  CHECK(shows(body("Text." + paragraph + paragraph + last + " — AFP"), MarkKind::credit));
  CHECK_FALSE(shows(body("Text." + paragraph + paragraph + last), MarkKind::credit));
}

TEST_CASE("one weak mark or a sentence about a press release is none") {
  CHECK_FALSE(
      shows(body("Text." + paragraph + "\n\nContact: desk@courier.example"), MarkKind::release));
  CHECK_FALSE(shows(body("The ministry said in a press release that it would wait." + paragraph),
                    MarkKind::release));
  CHECK_FALSE(shows(body("Press releases of the ministry are on its page." + paragraph),
                    MarkKind::release));
  CHECK_FALSE(shows(body("It all ends" + paragraph), MarkKind::release_hint));
}

TEST_CASE("lines that only carry marks are listed as saying nothing") {
  const Article article = make_print(
      "a",
      body("Selne Courier\n\nTuesday, 4 March 2031, 12:30\n\nBy Mara Lind\n\nSELNE — It began." +
           paragraph + "\n\nPhoto: AFP"));
  std::string lines;
  for (const Span span : find_marks(article, known()).no_news) {
    lines += std::string(slice(article.text, span)) + "|";
  }
  CHECK(lines == "Selne Courier|Tuesday, 4 March 2031, 12:30|By Mara Lind|Photo: AFP|");
}

TEST_CASE("a sentence with a year is not taken for a date line") {
  const Article article = make_print("a", body("In 2031 the ferry sank off Varn." + paragraph));
  CHECK(find_marks(article, known()).no_news.empty());
}

TEST_CASE("an article without a body shows nothing") {
  Article article{.text = "Title", .title = {0, 5}, .body = {5, 5}};
  CHECK(find_marks(article, known()).items.empty());
  CHECK(find_marks({}, known()).items.empty());
}

}  // namespace
}  // namespace twosource
