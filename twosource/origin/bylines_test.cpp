#include "twosource/origin/bylines.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

const AgencyIndex& known() {
  static const AgencyIndex index(built_in_tables().agencies);
  return index;
}

std::string show(const std::optional<SourceMark>& mark) {
  if (!mark) return "-";
  std::string text;
  switch (mark->kind) {
    case MarkKind::credit:
      text = "all";
      break;
    case MarkKind::shared_credit:
      text = "some";
      break;
    case MarkKind::outlet_byline:
      return "outlet";
    default:
      return "person";
  }
  for (const std::uint32_t agency : mark->agencies) text += " " + known()[agency].short_name;
  return text;
}

Article courier(std::string text) {
  Article article{.text = std::move(text), .outlet = "The Selne Courier"};
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  return article;
}

std::string line(std::string text) {
  const Article article = courier(std::move(text));
  return show(read_byline(article, article.body, known()));
}

std::string author(const std::string& name) {
  return show(read_author(courier("Mara Lind\nText."), name, known()));
}

TEST_CASE("a byline names a person, the outlet or an agency") {
  CHECK(line("By Mara Lind") == "person");
  CHECK(line("By Mara Lind and Tom Brask in Port Ansel") == "person");
  CHECK(line("Von Mara Lind") == "person");
  CHECK(line("By Mara Lind, Selne Courier") == "outlet");
  CHECK(line("By Mara Lind, Courier correspondent") == "outlet");
  CHECK(line("By our correspondent") == "outlet");
  CHECK(line("By The Associated Press") == "all AP");
  CHECK(line("By AFP") == "all AFP");
  CHECK(line("By MARA LIND, AP Diplomatic Writer") == "all AP");
  CHECK(line("Mara Lind, The Associated Press") == "all AP");
  CHECK(line("By Agencies") == "all");
}

TEST_CASE("a person with an agency signs a shared text") {
  CHECK(line("By Mara Lind and AP") == "some AP");
  CHECK(line("Von Mara Lind und dpa") == "some dpa");
  CHECK(author("The Selne Courier and AFP") == "some AFP");
}

TEST_CASE("a sentence that begins like a byline is none") {
  CHECK(line("By Monday the storm had reached the coast and the ferries stayed in port.") == "-");
  CHECK(line("By then it was too late") == "-");
  CHECK(line("Von hier aus fuhren die Boote") == "-");
  CHECK(line("By") == "-");
}

TEST_CASE("a person and the short name of an agency behind a comma credit a picture") {
  CHECK(line("Mara Lind, AP") == "-");
}

TEST_CASE("authors of the metadata are read the same way, with their place if they have one") {
  CHECK(author("Mara Lind") == "person");
  CHECK(author("Reuters") == "all Reuters");
  CHECK(author("Newsroom") == "-");
  CHECK(author("The Selne Courier") == "-");
  CHECK(author("") == "-");
  CHECK(read_author(courier("By Mara Lind\nText."), "Mara Lind", known())->span == Span{3, 12});
  CHECK(read_author(courier("Text."), "Mara Lind", known())->span.empty());
}

TEST_CASE("an outlet is also named by the end of its name") {
  CHECK(outlet_names({.outlet = "The Selne Courier"}) ==
        std::vector<std::string>{"Selne Courier", "Courier"});
  CHECK(outlet_names({.outlet = "Coast FM"}) == std::vector<std::string>{"Coast FM"});
  CHECK(outlet_names({}).empty());
}

}  // namespace
}  // namespace twosource
