#include "twosource/report/speakers.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace twosource {
namespace {

// The origin of the sentence, or of the nearest one of the article that has an origin.
std::optional<OriginIndex> origin_of(const Report& report, const Statement& statement) {
  const auto& sentences = report.analyses[statement.article].sentences;
  const std::uint32_t byte = statement.content.front().begin;
  const auto behind = std::partition_point(sentences.begin(), sentences.end(),
                                           [&](Span each) { return each.end <= byte; });
  const auto place = static_cast<std::int64_t>(behind - sentences.begin());
  const auto& all = report.origins.sentences;
  const auto [begin, end] = std::equal_range(
      all.begin(), all.end(), SentenceOrigin{statement.article, 0, 0},
      [](const SentenceOrigin& a, const SentenceOrigin& b) { return a.article < b.article; });
  if (begin == end) return std::nullopt;
  const auto distance = [&](const SentenceOrigin& each) {
    return std::abs(static_cast<std::int64_t>(each.sentence) - place);
  };
  return std::min_element(begin, end,
                          [&](const SentenceOrigin& a, const SentenceOrigin& b) {
                            return distance(a) < distance(b);
                          })
      ->origin;
}

template <class T>
std::vector<T> ascending(const std::set<T>& values) {
  return {values.begin(), values.end()};
}

// What more likely than not is no statement, or one with wrong borders, stays in the JSON. A
// quotation is shown whatever the score: the words themselves are beyond doubt.
bool is_shown(const Statement& statement) {
  constexpr double more_likely_than_not = 0.5;
  return statement.kind == StatementKind::direct || statement.score >= more_likely_than_not;
}

Said collect(const Report& report, std::vector<StatementIndex> statements) {
  Said said;
  std::set<ArticleIndex> articles;
  std::set<OriginIndex> origins;
  for (const StatementIndex i : statements) {
    const Statement& statement = report.statements[i];
    articles.insert(statement.article);
    if (const auto origin = origin_of(report, statement)) origins.insert(*origin);
    said.conflict = said.conflict || !statement.conflicts.empty();
  }
  said.statements = std::move(statements);
  said.articles = ascending(articles);
  said.origins = ascending(origins);
  return said;
}

// Persons and organisations before the unnamed, who are parted by their description, and these
// before nobody.
using SpeakerKey = std::tuple<int, EntityIndex, std::string>;

SpeakerKey key_of(const std::optional<Speaker>& speaker) {
  if (!speaker) return {2, 0, {}};
  if (speaker->entity) return {0, *speaker->entity, {}};
  return {1, 0, speaker->name};
}

// The statements of one speaker, by the first one with the same words.
using Groups = std::map<StatementIndex, std::vector<StatementIndex>>;

SpeakerPart part_of(const Report& report, const SpeakerKey& key, const Groups& groups) {
  SpeakerPart part;
  if (std::get<0>(key) == 0) part.entity = std::get<1>(key);
  part.name = part.entity ? report.entities[*part.entity].name : std::get<2>(key);
  std::set<ArticleIndex> articles;
  for (const auto& [head, statements] : groups) {
    part.said.push_back(collect(report, statements));
    articles.insert(part.said.back().articles.begin(), part.said.back().articles.end());
  }
  part.articles = ascending(articles);
  std::stable_sort(part.said.begin(), part.said.end(), [](const Said& a, const Said& b) {
    return a.articles.size() > b.articles.size();
  });
  return part;
}

}  // namespace

std::vector<SpeakerPart> speakers_of_story(const Report& report, StoryIndex story) {
  std::map<SpeakerKey, Groups> by_speaker;
  const auto first =
      std::partition_point(report.statements.begin(), report.statements.end(),
                           [&](const Statement& each) { return each.story < story; });
  for (auto each = first; each != report.statements.end() && each->story == story; ++each) {
    if (!is_shown(*each)) continue;
    const auto index = static_cast<StatementIndex>(each - report.statements.begin());
    by_speaker[key_of(each->speaker)][each->same_as.value_or(index)].push_back(index);
  }
  std::vector<std::pair<int, SpeakerPart>> parts;
  parts.reserve(by_speaker.size());
  for (const auto& [key, groups] : by_speaker) {
    parts.emplace_back(std::get<0>(key), part_of(report, key, groups));
  }
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.second.articles.size() != b.second.articles.size())
      return a.second.articles.size() > b.second.articles.size();
    return a.second.said.size() > b.second.said.size();
  });
  std::vector<SpeakerPart> speakers;
  speakers.reserve(parts.size());
  for (auto& part : parts) speakers.push_back(std::move(part.second));
  return speakers;
}

std::string words_of(const Report& report, const Statement& statement) {
  std::string words;
  for (const Span piece : statement.content) {
    if (!words.empty()) words += " … ";
    words += slice(report.articles[statement.article].text, piece);
  }
  return words;
}

}  // namespace twosource
