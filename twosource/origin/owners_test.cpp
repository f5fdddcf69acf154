#include "twosource/origin/owners.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

OriginTables owners(std::vector<Owner> list) {
  return {.agencies = {}, .owners = std::move(list)};
}

TEST_CASE("the host of a URL is lower case, without www, port and user") {
  CHECK(url_host("https://www.Courier.example:8080/a?b#c") == "courier.example");
  CHECK(url_host("http://me@post.example") == "post.example");
  CHECK(url_host("courier.example/a").empty());
  CHECK(url_host("").empty());
}

TEST_CASE("a host is below a domain only at a dot") {
  CHECK(is_below("news.post.example", "post.example"));
  CHECK(is_below("post.example", "post.example"));
  CHECK_FALSE(is_below("outpost.example", "post.example"));
  CHECK_FALSE(is_below("post.example", ""));
}

TEST_CASE("the owner that the article names stands before any table") {
  const Article article{.outlet = "Selne Courier", .owner = "Lantern"};
  CHECK(owner_of(article, owners({{"Other", {"Selne Courier"}, {}}})) == "Lantern");
}

TEST_CASE("the owner is found by the longest domain, else by the outlet's name") {
  const OriginTables tables = owners(
      {{"Small", {}, {"blog.post.example"}}, {"Large", {"The Selne Courier"}, {"post.example"}}});
  CHECK(owner_of({.url = "https://blog.post.example/1"}, tables) == "Small");
  CHECK(owner_of({.url = "https://www.post.example/1"}, tables) == "Large");
  CHECK(owner_of({.outlet = "selne courier"}, tables) == "Large");
}

TEST_CASE("an outlet that no table knows has no owner") {
  CHECK(owner_of({.outlet = "Inland Tribune", .url = "https://inland.example"}, built_in_tables())
            .empty());
}

TEST_CASE("an outlet is named by its name, its initials or its domain") {
  const Article article{.outlet = "The Selne Courier", .url = "https://courier5.example/x"};
  CHECK(names_outlet(article, "Selne Courier"));
  CHECK(names_outlet(article, "SC"));
  CHECK(names_outlet(article, "Courier"));
  CHECK_FALSE(names_outlet(article, "NWA"));
  CHECK_FALSE(names_outlet(article, "CO"));
  CHECK_FALSE(names_outlet(article, "C"));
}

}  // namespace
}  // namespace twosource
