#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"
#include "twosource/speech/article_names.hpp"
#include "twosource/speech/article_view.hpp"

namespace twosource {

/// An entity where an article names it.
struct EntityMention {
  Span span;
  EntityIndex entity = 0;
};

/// Which entities of a story are one country, whatever the name: "U.S.", "America".
class Countries {
 public:
  Countries(const Report& report, StoryIndex story);

  /// The one of them that is named most often; the entity itself if it is no country.
  [[nodiscard]] EntityIndex one_of(EntityIndex entity) const;
  /// The country that these words name, if the story has it as an entity.
  [[nodiscard]] std::optional<EntityIndex> named(std::string_view words) const;

 private:
  std::map<std::string, EntityIndex, std::less<>> by_key_;
  std::map<EntityIndex, EntityIndex> same_;
};

/// For whom the pronouns and descriptions of one article stand. Whatever leaves two answers open
/// gets none.
class References {
 public:
  /// `mentions` are those of the article, `statements` its statements by their place in the
  /// report's list, both in text order. All must outlive this.
  References(const Report& report, ArticleIndex article, const TaggedText& tagged,
             std::span<const EntityMention> mentions, std::span<const StatementIndex> statements);
  // Parts of it look at one another.
  References(const References&) = delete;
  References& operator=(const References&) = delete;

  /// Who is named at these bytes.
  [[nodiscard]] std::optional<EntityIndex> named_at(Span words) const;

  /// Who is "he", "she" or "I" at a token; `statement` is whose content it stands in, `others` are
  /// named in the same clause.
  [[nodiscard]] std::optional<EntityIndex> meant_by_pronoun(
      std::uint32_t token, std::optional<StatementIndex> statement,
      std::span<const EntityIndex> others) const;

  /// Who is "the minister", given by the token of the noun: only one person of the article has that
  /// role.
  [[nodiscard]] std::optional<EntityIndex> meant_by_role(std::uint32_t noun) const;

 private:
  [[nodiscard]] std::optional<EntityIndex> speaker_of(StatementIndex statement) const;
  [[nodiscard]] std::optional<EntityIndex> speaking_person(
      std::optional<StatementIndex> statement) const;
  [[nodiscard]] std::optional<EntityIndex> antecedent_of(std::uint32_t token, std::string_view form,
                                                         std::span<const EntityIndex> others) const;
  [[nodiscard]] std::optional<std::uint32_t> local_of(EntityIndex entity) const;
  [[nodiscard]] bool can_be(EntityIndex entity, Gender gender) const;
  [[nodiscard]] bool goes_on_with_speaker(std::uint32_t token, StatementIndex statement,
                                          Gender gender) const;

  const Report& report_;
  std::span<const EntityMention> mentions_;
  SpeakerInput input_;
  ArticleNames names_;
  ArticleView view_;
  std::vector<std::optional<EntityIndex>> entities_;  // by place in names_.entities
  std::vector<Statement> before_;  // the article's statements, speakers by names_.entities
};

}  // namespace twosource
