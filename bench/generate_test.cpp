#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/evaluations.hpp"
#include "twosource/base/code_points.hpp"
#include "twosource/base/json.hpp"
#include "twosource/base/span.hpp"
#include "twosource/base/temporary_folder_test.hpp"
#include "twosource/read/collection.hpp"
#include "twosource/read/read.hpp"

namespace twosource::bench {
namespace {

constexpr std::uint64_t wanted_articles = 400;

// What one call wrote, by name of file.
using Files = std::map<std::string, std::string>;

Files generate_with(std::uint64_t seed, unsigned jobs) {
  const TemporaryFolder folder;
  std::ostringstream out;
  Request request;
  request.jobs = Jobs{jobs};
  request.articles = wanted_articles;
  request.seed = seed;
  request.output = folder.path();
  REQUIRE(generate(request, out));
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    const std::string name = entry.path().filename().string();
    files[name] = folder.read(name);
  }
  return files;
}

std::map<std::string, std::string> stored_texts(const std::string& name, const std::string& lines) {
  std::vector<ReadOutcome> outcomes;
  outcomes.push_back(read_bytes(name, lines, {}));
  std::map<std::string, std::string> texts;
  for (Article& article : settle(std::move(outcomes)).articles) {
    texts[article.id] = std::move(article.text);
  }
  return texts;
}

std::vector<Json> records_in(std::string_view lines) {
  std::vector<Json> records;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const Result<Json> record = parse_json(lines.substr(0, end));
    REQUIRE(record);
    records.push_back(*record);
    lines.remove_prefix(end + 1);
  }
  return records;
}

std::uint32_t number_at(const Json& list, std::size_t index) {
  return static_cast<std::uint32_t>((*list.array())[index].number(-1.0));
}

// A place of four numbers; code points and bytes have to name the same place.
Span span_in(const Json& place, const std::string& text) {
  REQUIRE(place.array() != nullptr);
  REQUIRE(place.array()->size() == 4);
  const Span span{number_at(place, 2), number_at(place, 3)};
  REQUIRE(span.begin < span.end);
  REQUIRE(span.end <= text.size());
  const CodePointMap map(text);
  CHECK(map.at(span.begin) == number_at(place, 0));
  CHECK(map.at(span.end) == number_at(place, 1));
  return span;
}

struct Generated {
  Files files;
  std::map<std::string, std::string> texts;  // of articles and sources
  std::vector<Json> truth;
  std::map<std::string, const Json*> by_id;
};

Generated generated_collection() {
  Generated made;
  made.files = generate_with(7, 2);
  made.texts = stored_texts("articles.jsonl", made.files["articles.jsonl"]);
  made.texts.merge(stored_texts("sources.jsonl", made.files["sources.jsonl"]));
  made.truth = records_in(made.files["truth.jsonl"]);
  for (const Json& record : made.truth) made.by_id[std::string(record.text_at("id"))] = &record;
  return made;
}

TEST_CASE("the same seed gives the same bytes on any number of threads, another seed others") {
  const Files one = generate_with(3, 1);
  CHECK(one.size() == 5);
  CHECK(one == generate_with(3, 3));
  CHECK(one.at("articles.jsonl") != generate_with(4, 1).at("articles.jsonl"));
}

TEST_CASE("texts.bin holds the stored texts in the order of the records") {
  Generated made = generated_collection();
  const std::string& offsets = made.files["texts.idx"];
  REQUIRE(offsets.size() == (wanted_articles + 1) * sizeof(std::uint64_t));
  std::uint64_t begin = 0;
  std::size_t number = 0;
  for (const Json& record : records_in(made.files["articles.jsonl"])) {
    std::uint64_t end = 0;
    std::memcpy(&end, offsets.data() + ++number * sizeof(end), sizeof(end));
    CHECK(made.files["texts.bin"].substr(begin, end - begin) ==
          made.texts.at(std::string(record.text_at("id"))));
    begin = end;
  }
  CHECK(number == wanted_articles);
  CHECK(begin == made.files["texts.bin"].size());
}

TEST_CASE("every passage of the truth stands at its places in both texts") {
  const Generated made = generated_collection();
  std::map<std::string, int> kinds;
  for (const Json& record : made.truth) {
    const Json* passages = record.find("passages");
    if (passages == nullptr) continue;
    const std::string& text = made.texts.at(std::string(record.text_at("id")));
    for (const Json& passage : *passages->array()) {
      const std::string& source = made.texts.at(std::string(passage.text_at("from")));
      const std::string_view to = slice(text, span_in(*passage.find("at"), text));
      const std::string_view from = slice(source, span_in(*passage.find("from_at"), source));
      const std::string kind(passage.text_at("kind"));
      ++kinds[kind];
      CHECK_FALSE(to.empty());
      if (kind == "edited") CHECK(to != from);
    }
  }
  CHECK(kinds["verbatim"] > 100);
  CHECK(kinds["edited"] > 20);
}

TEST_CASE("sentences with the same origin and number are the same text unless it was changed") {
  const Generated made = generated_collection();
  std::size_t same = 0;
  std::size_t compared = 0;
  std::map<std::string, std::string_view> first;
  for (const Json& record : made.truth) {
    const Json* sentences = record.find("sentences");
    if (sentences == nullptr) continue;
    const std::string& text = made.texts.at(std::string(record.text_at("id")));
    std::uint32_t last_end = 0;
    for (const Json& sentence : *sentences->array()) {
      const Span span = span_in(*sentence.find("at"), text);
      CHECK(span.begin >= last_end);
      last_end = span.end;
      if (sentence.find("number") == nullptr) continue;
      const std::string key = std::string(record.text_at("story")) + "/" +
                              to_json(*sentence.find("origin")) + "/" +
                              to_json(*sentence.find("number"));
      const auto [known, is_new] = first.emplace(key, slice(text, span));
      if (is_new) continue;
      ++compared;
      same += known->second == slice(text, span) ? 1 : 0;
    }
  }
  CHECK(compared > 1000);
  CHECK(same > compared / 2);
  CHECK(same < compared);
}

TEST_CASE("parents exist, are older, and no text descends from itself") {
  const Generated made = generated_collection();
  std::size_t edges = 0;
  std::size_t hidden = 0;
  for (const Json& record : made.truth) {
    const Json* parents = record.find("parents");
    if (parents == nullptr) continue;
    CHECK(made.texts.contains(std::string(record.text_at("id"))));
    for (const Json& parent : *parents->array()) {
      const Json& source = *made.by_id.at(std::string(parent.text_at("id")));
      // Times of one form compare as text; strictly older parents make no cycle.
      CHECK(source.text_at("written") < record.text_at("written"));
      CHECK(source.text_at("story") == record.text_at("story"));
      const bool is_hidden = source.text_at("type") == "source";
      CHECK(*parent.find("hidden")->boolean() == is_hidden);
      CHECK(parent.find("share")->number() > 0.0);
      CHECK(parent.find("share")->number() <= 1.0);
      ++edges;
      hidden += is_hidden ? 1 : 0;
    }
  }
  CHECK(edges > 150);
  CHECK(hidden > 50);
  CHECK(hidden < edges);
}

TEST_CASE("a story counts the origins that its own list counts") {
  const Generated made = generated_collection();
  std::set<std::string> seen;
  for (const Json& record : made.truth) {
    if (record.text_at("type") != "story") continue;
    std::size_t counted = 0;
    for (const Json& origin : *record.find("origins")->array()) {
      counted += *origin.find("counted")->boolean() ? 1 : 0;
      CHECK_FALSE(origin.find("articles")->array()->empty());
    }
    CHECK(counted == static_cast<std::size_t>(record.find("counted")->number()));
    CHECK(counted >= 1);
    for (const Json& article : *record.find("articles")->array()) {
      CHECK(seen.insert(*article.string()).second);
    }
  }
  CHECK(seen.size() == wanted_articles);
}

TEST_CASE("generate without a folder says what it wants") {
  std::ostringstream out;
  const Result<Done> done = generate({}, out);
  REQUIRE_FALSE(done);
  CHECK(done.error().kind == ErrorKind::usage);
}

}  // namespace
}  // namespace twosource::bench
