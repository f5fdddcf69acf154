#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "twosource/model/reason.hpp"
#include "twosource/model/story.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// Position of an entity in the report's list.
using EntityIndex = std::uint32_t;

/// A form of a name, and how often the story has it.
struct NameVariant {
  std::string name;
  std::uint32_t count = 0;
};

/// A person, an organisation or a place that the articles of one story name.
struct Entity {
  std::string id;
  StoryIndex story = 0;
  NameKind kind = NameKind::person;
  std::string name;                   ///< the fullest form that most articles have
  std::vector<std::string> roles;     ///< "State Department spokeswoman"; of most articles first
  std::vector<ArticleSpan> mentions;  ///< by article and place; of them that are sure
  std::vector<NameVariant> variants;  ///< most frequent first
  std::vector<Reason> reasons;        ///< why forms that differ are taken for one
};

const char* name_of(NameKind kind);

}  // namespace twosource
