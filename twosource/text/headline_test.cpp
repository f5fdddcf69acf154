#include "twosource/text/headline.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace twosource {
namespace {

std::string headline(std::string_view title, std::string_view outlet = "",
                     std::string_view url = "") {
  Article article;
  article.text = title;
  article.title = {0, static_cast<std::uint32_t>(title.size())};
  article.outlet = outlet;
  article.url = url;
  return std::string(slice(article.text, headline_of(article)));
}

}  // namespace

TEST_CASE("an outlet's name behind a bar is no part of the headline") {
  CHECK(headline("Port of Selne reopens | Selne Post") == "Port of Selne reopens");
  CHECK(headline("Port reopens | Marenia | Selne Post") == "Port reopens | Marenia");
}

TEST_CASE("behind a dash only a name of the outlet goes") {
  CHECK(headline("Port reopens - Selne Post", "Selne Post") == "Port reopens");
  CHECK(headline("Port reopens – Selne Post", "", "https://www.selnepost.example/port") ==
        "Port reopens");
  CHECK(headline("Talks end – no deal", "Selne Post") == "Talks end – no deal");
}

TEST_CASE("a headline is never cut to nothing") {
  CHECK(headline("").empty());
  CHECK(headline(" | Selne Post") == " | Selne Post");
  CHECK(headline("Port reopens") == "Port reopens");
  CHECK(headline("Port reopens | what the fishermen of the old harbour say now") ==
        "Port reopens | what the fishermen of the old harbour say now");
}

}  // namespace twosource
