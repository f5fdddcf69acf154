#include "twosource/origin/owners.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

std::string owner_of(const Article& article, const std::vector<Owner>& owners) {
  return OwnerIndex(owners).owner_of(article);
}

TEST_CASE("the host of a URL is lower case, without www, port and user") {
  CHECK(url_host("https://www.Courier.example:8080/a?b#c") == "courier.example");
  CHECK(url_host("http://me@post.example") == "post.example");
  CHECK(url_host("courier.example/a").empty());
  CHECK(url_host("").empty());
}

TEST_CASE("the domain above is what stands behind the first dot") {
  CHECK(parent_domain("news.post.example") == "post.example");
  CHECK(parent_domain("example").empty());
  CHECK(parent_domain("").empty());
}

TEST_CASE("the owner that the article names stands before any table") {
  const Article article{.outlet = "Selne Courier", .owner = "Lantern"};
  CHECK(owner_of(article, {{"Other", {"Selne Courier"}, {}}}) == "Lantern");
}

TEST_CASE("the owner is found by the longest domain, else by the outlet's name") {
  const std::vector<Owner> tables(
      {{"Small", {}, {"blog.post.example"}}, {"Large", {"The Selne Courier"}, {"post.example"}}});
  CHECK(owner_of({.url = "https://blog.post.example/1"}, tables) == "Small");
  CHECK(owner_of({.url = "https://www.post.example/1"}, tables) == "Large");
  CHECK(owner_of({.outlet = "selne courier"}, tables) == "Large");
  CHECK(owner_of({.url = "https://repost.example/1"}, tables).empty());
  CHECK(owner_of({}, tables).empty());
}

TEST_CASE("an outlet that no table knows has no owner") {
  CHECK(owner_of({.outlet = "Inland Tribune", .url = "https://inland.example"},
                 built_in_tables().owners)
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
