#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "twosource/model/copy.hpp"
#include "twosource/model/story.hpp"

namespace twosource {

/// Position of an origin in the report's list.
using OriginIndex = std::uint32_t;

/// Where a first text comes from.
enum class OriginKind {
  own,          ///< an outlet's own reporting, on positive evidence
  agency,       ///< a news agency's text
  release,      ///< a press release
  common_text,  ///< a text that several share and whose source is not in the collection
  unclear,      ///< nothing shows where it comes from
};

/// A set of sentences that come from one first text.
struct Origin {
  std::string id;
  StoryIndex story = 0;
  OriginKind kind = OriginKind::unclear;
  std::string name;                    ///< for people: "agency text (NWA)", "own reporting: ..."
  std::vector<ArticleIndex> articles;  ///< that carry sentences of it, ascending
  std::vector<ArticleIndex> citing;    ///< of these, those that have no text of it in common with
                                       ///< others and only name it as a source, ascending
  std::vector<ArticleSpan> passages;   ///< its sentences
  bool counted = false;                ///< carries enough of some article to count for the story
  std::vector<Reason> reasons;
};

/// What an article took over.
enum class LineageKind { copy, edit, reword, credit, version };

/// An article's text, or a part of it, comes from another article or from an origin that is not
/// in the collection as an article.
struct Lineage {
  std::string id;
  StoryIndex story = 0;
  bool from_origin = false;  ///< `from` is an OriginIndex, not an ArticleIndex
  std::uint32_t from = 0;
  ArticleIndex to = 0;
  double share = 0.0;  ///< of the words of `to`, 0..1
  LineageKind kind = LineageKind::copy;
  std::vector<Reason> reasons;
};

/// The sum at the head of every story, each step with its reason.
struct Sum {
  StoryIndex story = 0;
  std::uint32_t articles = 0;
  std::uint32_t outlets = 0;
  std::uint32_t owners = 0;
  std::uint32_t shown = 0;     ///< counted origins with positive evidence
  std::uint32_t possible = 0;  ///< with the unclear ones counted as separate; never below `shown`
  std::vector<Reason> steps;
};

/// Which origin one sentence of one article has.
struct SentenceOrigin {
  ArticleIndex article = 0;
  std::uint32_t sentence = 0;  ///< index into Analysis::sentences
  OriginIndex origin = 0;
};

/// What the origin stage says of all stories.
struct Origins {
  std::vector<Origin> origins;            ///< story by story, counted ones first
  std::vector<Lineage> lineage;           ///< story by story
  std::vector<Sum> sums;                  ///< one for each story, in the stories' order
  std::vector<SentenceOrigin> sentences;  ///< by article and sentence; quoted speech has none
};

const char* name_of(OriginKind kind);
const char* name_of(LineageKind kind);

}  // namespace twosource
