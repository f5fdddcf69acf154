#include "bench/passage_truth.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>

#include "twosource/base/json.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t sampled_articles = 20000;
constexpr std::size_t articles_in_row = 100;
// The articles of a family follow one another; no family is larger.
constexpr ArticleIndex largest_family = 128;

constexpr std::string_view article_line = R"({"type":"article","id":")";
constexpr std::string_view story_line = R"({"type":"story")";

// `[start, end, byte_start, byte_end]`: the bytes.
Span bytes_of(const Json* place) {
  if (place == nullptr || place->array() == nullptr || place->array()->size() != 4) return {};
  const Json::Array& numbers = *place->array();
  return {static_cast<std::uint32_t>(numbers[2].number()),
          static_cast<std::uint32_t>(numbers[3].number())};
}

}  // namespace

// The lines of the articles of one story, which all have the numbers from `first` on.
struct PassageTruth::Family {
  ArticleIndex first = 0;
  std::vector<std::string> lines;
};

PassageTruth::PassageTruth(std::size_t articles)
    : articles_(articles), step_(std::max<std::size_t>(1, articles / sampled_articles)) {}

bool PassageTruth::is_sampled(ArticleIndex article) const {
  return article < articles_ && article / articles_in_row % step_ == 0;
}

void PassageTruth::take(const PlacedPassages& found) {
  for (const Passage& passage : found.passages) {
    if (passage.b - passage.a > largest_family) continue;
    if (!is_sampled(passage.a) && !is_sampled(passage.b)) continue;
    const AlignedRun& front = found.runs[passage.first_run];
    const AlignedRun& back = found.runs[passage.first_run + passage.run_count - 1];
    places_[{passage.a, passage.b}].push_back(
        {{front.a.begin, back.a.end}, {front.b.begin, back.b.end}});
  }
}

std::uint64_t PassageTruth::bytes_found(Pair from_to, Span from, Span to) const {
  const auto [first, second] = std::minmax(from_to.first, from_to.second);
  const auto known = places_.find({first, second});
  if (known == places_.end()) return 0;
  std::vector<Span> covered;
  for (const Place& place : known->second) {
    const bool forth = from_to.first == first;
    const Span source = forth ? place.in_a : place.in_b;
    const Span taken = forth ? place.in_b : place.in_a;
    if (source.begin >= from.end || from.begin >= source.end) continue;
    covered.push_back({std::max(taken.begin, to.begin), std::min(taken.end, to.end)});
  }
  std::sort(covered.begin(), covered.end());
  std::uint64_t bytes = 0;
  std::uint32_t end = 0;
  for (const Span& span : covered) {
    if (span.end > std::max(span.begin, end)) bytes += span.end - std::max(span.begin, end);
    end = std::max(end, span.end);
  }
  return bytes;
}

void PassageTruth::judge(const Family& family, TruthRecall& recall) const {
  std::map<std::string_view, ArticleIndex, std::less<>> numbers;
  for (ArticleIndex i = 0; i < family.lines.size(); ++i) {
    const std::string_view line = family.lines[i];
    const std::size_t end = line.find('"', article_line.size());
    numbers.emplace(line.substr(article_line.size(), end - article_line.size()), family.first + i);
  }
  for (ArticleIndex i = 0; i < family.lines.size(); ++i) {
    const ArticleIndex to = family.first + i;
    if (!is_sampled(to)) continue;
    const Result<Json> article = parse_json(family.lines[i]);
    if (!article) continue;
    ++recall.articles;
    const Json* passages = article->find("passages");
    if (passages == nullptr || passages->array() == nullptr) continue;
    for (const Json& passage : *passages->array()) {
      const auto from = numbers.find(passage.text_at("from"));
      if (from == numbers.end() || from->second >= articles_) continue;
      const Span at = bytes_of(passage.find("at"));
      ++recall.passages;
      recall.bytes += at.size();
      recall.found += bytes_found({from->second, to}, bytes_of(passage.find("from_at")), at);
    }
  }
}

TruthRecall PassageTruth::measure(const std::string& folder) const {
  TruthRecall recall;
  std::ifstream file(folder + "/truth.jsonl", std::ios::binary);
  Family family;
  std::string line;
  while (family.first < articles_ && std::getline(file, line)) {
    if (line.starts_with(story_line)) {
      judge(family, recall);
      family = {static_cast<ArticleIndex>(family.first + family.lines.size()), {}};
    } else if (line.starts_with(article_line)) {
      family.lines.push_back(std::move(line));
    }
  }
  judge(family, recall);
  return recall;
}

}  // namespace twosource::bench
