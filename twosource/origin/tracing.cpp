#include "twosource/origin/tracing.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "twosource/origin/credit_keys.hpp"
#include "twosource/origin/owners.hpp"

namespace twosource {
namespace {

/// The shared sentence that each place belongs to.
using SharedPlaces = std::map<SentenceRef, std::size_t>;

class Tracer {
 public:
  Tracer(const StoryMaterial& material, TracedStory story)
      : material_(material), credits_(material), story_(std::move(story)) {}

  TracedStory trace() {
    const std::vector<ArticleIndex>& members = material_.story.articles;
    const SharedPlaces places = shared_places();
    story_.sentences.resize(members.size());
    for (std::size_t m = 0; m < members.size(); ++m) {
      const ArticleReading& reading = material_.readings[members[m]];
      story_.sentences[m].resize(reading.sentences.size());
      for (std::uint32_t i = 0; i < reading.sentences.size(); ++i) {
        if (!reading.sentences[i].counts()) continue;
        const auto place = places.find({members[m], i});
        const std::size_t shared = place == places.end() ? no_shared : place->second;
        // "This story was first reported by X" reports nothing itself.
        if (reading.sentences[i].outlet && reading.sentences[i].outlet->first) continue;
        story_.sentences[m][i] = trace_sentence(m, i, shared);
        weigh({members[m], i}, *story_.sentences[m][i]);
      }
    }
    return std::move(story_);
  }

 private:
  static constexpr std::size_t no_shared = SIZE_MAX;

  [[nodiscard]] SharedPlaces shared_places() const {
    SharedPlaces places;
    for (std::size_t i = 0; i < story_.shared.sentences.size(); ++i) {
      if (!story_.sources.keys[i]) continue;
      for (const SentenceRef place : story_.shared.sentences[i].places) places.emplace(place, i);
    }
    return places;
  }

  [[nodiscard]] TracedSentence trace_sentence(std::size_t member, std::uint32_t sentence,
                                              std::size_t shared) const {
    if (shared != no_shared) return {*story_.sources.keys[shared], Ground::copied};
    const ArticleIndex article = material_.story.articles[member];
    const SentenceReading& reading = material_.readings[article].sentences[sentence];
    if (reading.own_word && !story_.standings[member].file) {
      return {outlet_origin(material_.articles[article], OriginKind::own), Ground::rest};
    }
    if (reading.agency) {
      const OriginKey key = credits_.key(std::span(&reading.agency->source, 1));
      return {key, key == rest_of(member) ? Ground::rest : Ground::attributed};
    }
    if (reading.outlet) {
      if (const auto other =
              member_of(material_.names.outlets[reading.outlet->source].short_name)) {
        return {rest_of(*other), Ground::attributed};
      }
    }
    const auto around = story_.sources.filled_in.find({article, sentence});
    if (around != story_.sources.filled_in.end()) return {around->second, Ground::rest};
    return {rest_of(member), Ground::rest};
  }

  /// What an article's sentences are that show nothing themselves.
  [[nodiscard]] OriginKey rest_of(std::size_t member) const {
    const Standing& standing = story_.standings[member];
    const ArticleIndex article = material_.story.articles[member];
    if (standing.file) return *standing.file;
    if (standing.release) return story_.sources.releases.find(article)->second;
    if (standing.credit) return *standing.credit;
    return outlet_origin(material_.articles[article],
                         standing.own.empty() ? OriginKind::unclear : OriginKind::own);
  }

  [[nodiscard]] std::optional<std::size_t> member_of(const std::string& outlet) const {
    for (std::size_t m = 0; m < material_.story.articles.size(); ++m) {
      if (material_.articles[material_.story.articles[m]].outlet == outlet) return m;
    }
    return std::nullopt;
  }

  void weigh(SentenceRef place, const TracedSentence& traced) {
    const SentenceReading& reading = material_.readings[place.article].sentences[place.sentence];
    Portion& portion = story_.portions[traced.key][place.article];
    if (reading.prose) ++portion.sentences;
    portion.words += reading.words;
    if (traced.ground == Ground::attributed) portion.attributed_words += reading.words;
    if (traced.ground != Ground::copied) return;
    portion.copied_words += reading.words;
    SentenceLink nearest;
    const std::vector<SentenceLink>& links = story_.shared.links;
    auto link = std::ranges::lower_bound(links, place, {}, &SentenceLink::from);
    for (; link != links.end() && link->from == place; ++link) {
      if (link->equal > nearest.equal) nearest = *link;
    }
    portion.equal_words += nearest.equal;
    if (2 * nearest.reworded > nearest.covered) portion.reworded_words += reading.words;
  }

  const StoryMaterial& material_;
  CreditKeys credits_;
  TracedStory story_;
};

}  // namespace

TracedStory trace_story(const StoryMaterial& material) {
  TracedStory story;
  story.shared = find_shared_text(material.analyses, material.readings, material.copies,
                                  material.story_copies);
  story.standings = find_standings(material, story.shared);
  story.words = SharedWords(material.analyses, material.copies, material.story_copies);
  story.sources = find_text_sources(material, story.shared, story.words, story.standings);
  return Tracer(material, std::move(story)).trace();
}

}  // namespace twosource
