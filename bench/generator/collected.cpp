#include "bench/generator/collected.hpp"

#include <map>
#include <string>
#include <utility>

#include "twosource/read/collection.hpp"
#include "twosource/read/read.hpp"

namespace twosource::bench {

Collected collect(const Press& press, const Wanted& wanted, Jobs jobs) {
  Collected collected;
  std::uint64_t articles = 0;
  while (articles < wanted.articles) {
    const std::vector<PlannedFamily> planned = plan_families(
        press, wanted.seed, wanted.rules, collected.families.size(), wanted.articles - articles);
    if (planned.empty()) break;
    const std::size_t first = collected.families.size();
    collected.families.resize(first + planned.size());
    parallel_for(jobs, planned.size(), [&](std::size_t i) {
      collected.families[first + i] = grow(press, wanted.seed, wanted.rules, planned[i]);
    });
    for (const PlannedFamily& family : planned) articles += family.size;
  }
  std::string lines;
  std::map<std::string, Collected::Place> places;
  for (std::uint32_t f = 0; f < collected.families.size(); ++f) {
    const Family& family = collected.families[f];
    collected.stored.push_back(store_family(family, wanted.seed));
    for (std::uint32_t t = 0; t < family.texts.size(); ++t) {
      places[collected.stored[f][t].id] = {f, t};
    }
    for (const std::string& line : write_family(family, wanted.seed, press.newsrooms).articles) {
      lines += line;
    }
  }
  std::vector<ReadOutcome> outcomes;
  outcomes.push_back(read_bytes("articles.jsonl", lines, {}));
  collected.articles = settle(std::move(outcomes)).articles;
  for (const Article& article : collected.articles) {
    collected.places.push_back(places.at(article.id));
  }
  return collected;
}

}  // namespace twosource::bench
