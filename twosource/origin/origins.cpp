// How many independent origins does a story have?
//
// Forty articles print the same sentences. The way to the answer, one file a step:
//
//   marks.cpp      whose text is it? credit lines, bylines, datelines, press-release marks
//   reading.cpp       the same for single sentences: "Reuters reported", "told the Courier"
//   shared_text.cpp   which sentences are the same, by verified copies
//   text_sources.cpp  whose are the shared ones
//   first_prints.cpp  what it says that somebody printed them first
//   text_between.cpp  what one print of a text has alone
//   standing.cpp      what an article shows for the sentences that nobody shares
//   tracing.cpp       each sentence → the key of its origin
//   counting.cpp      origins that are large enough count
//   lineage.cpp       who took what from whom
//   sums.cpp          articles → outlets → owners → origins, each step a sentence
//
// Example. Nine articles carry a text with "(NWA)" in seven datelines, one took the credit away,
// and one put its own lead before the text. All are one origin, the agency's; the lead is too small
// to count. A tenth shares only the minister's quotation with them, has a byline and a dateline:
// own reporting. The sum: 10 articles, 2 independent origins shown, at most 2.
#include "twosource/origin/origins.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

#include "twosource/origin/collection_reading.hpp"
#include "twosource/origin/counting.hpp"
#include "twosource/origin/lineage.hpp"
#include "twosource/origin/material.hpp"
#include "twosource/origin/owners.hpp"
#include "twosource/origin/reading.hpp"
#include "twosource/origin/sums.hpp"
#include "twosource/origin/tracing.hpp"

namespace twosource {
namespace {

/// What one story gives, with origins counted from zero.
struct StoryOrigins {
  std::vector<Origin> origins;
  std::vector<Lineage> lineage;
  Sum sum;
  std::vector<SentenceOrigin> sentences;
};

/// The copies with both sides in one story, for each story.
std::vector<std::vector<std::uint32_t>> copies_of_stories(const OriginInput& input) {
  constexpr StoryIndex none = UINT32_MAX;
  std::vector<StoryIndex> story_of(input.articles.size(), none);
  for (std::size_t s = 0; s < input.stories.size(); ++s) {
    for (const ArticleIndex article : input.stories[s].articles) {
      story_of[article] = static_cast<StoryIndex>(s);
    }
  }
  std::vector<std::vector<std::uint32_t>> copies(input.stories.size());
  for (std::uint32_t i = 0; i < input.copies.size(); ++i) {
    const StoryIndex story = story_of[input.copies[i].a];
    if (story != none && story == story_of[input.copies[i].b]) copies[story].push_back(i);
  }
  return copies;
}

StoryOrigins finish(const StoryMaterial& material, StoryIndex story, const OwnerIndex& owners) {
  const TracedStory traced = trace_story(material);
  const std::vector<KeyedOrigin> keyed = count_origins(material, traced, story);
  StoryOrigins result;
  result.lineage = find_lineage(material, traced, story, keyed, 0);
  result.sum = sum_up(material, story, keyed, owners);
  std::map<OriginKey, OriginIndex> index_of;
  for (const KeyedOrigin& entry : keyed) {
    index_of.emplace(entry.key, static_cast<OriginIndex>(result.origins.size()));
    result.origins.push_back(entry.origin);
  }
  for (std::size_t m = 0; m < material.story.articles.size(); ++m) {
    const auto& sentences = traced.sentences[m];
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      if (!sentences[i]) continue;
      result.sentences.push_back({material.story.articles[m], i, index_of.at(sentences[i]->key)});
    }
  }
  return result;
}

void append(Origins& all, StoryOrigins story) {
  const auto first = static_cast<OriginIndex>(all.origins.size());
  std::ranges::move(story.origins, std::back_inserter(all.origins));
  for (Lineage& edge : story.lineage) {
    if (edge.from_origin) edge.from += first;
    all.lineage.push_back(std::move(edge));
  }
  all.sums.push_back(std::move(story.sum));
  for (SentenceOrigin sentence : story.sentences) {
    sentence.origin += first;
    all.sentences.push_back(sentence);
  }
}

}  // namespace

Origins trace_origins(const OriginInput& input, const OriginTables& tables) {
  std::optional<CollectionReading> made;
  if (input.reading == nullptr) {
    made = read_collection(input.articles, input.analyses, input.copies, tables, {input.jobs});
  }
  const CollectionReading& reading = made ? *made : *input.reading;
  const std::vector<std::vector<std::uint32_t>> copies = copies_of_stories(input);
  const OwnerIndex owners(tables.owners);
  std::vector<StoryOrigins> stories(input.stories.size());
  parallel_for(input.jobs, stories.size(), [&](std::size_t s) {
    const StoryMaterial material{input.articles, input.analyses,   input.copies, reading.articles,
                                 reading.names,  input.stories[s], copies[s]};
    stories[s] = finish(material, static_cast<StoryIndex>(s), owners);
  });
  Origins all;
  for (StoryOrigins& story : stories) append(all, std::move(story));
  std::ranges::sort(all.sentences, {}, [](const SentenceOrigin& sentence) {
    return std::tuple(sentence.article, sentence.sentence);
  });
  return all;
}

}  // namespace twosource
