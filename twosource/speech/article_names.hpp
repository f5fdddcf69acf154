#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/token.hpp"
#include "twosource/speech/person_name.hpp"
#include "twosource/speech/roles.hpp"

namespace twosource {

/// A name where it stands in an article.
struct ArticleMention {
  Span span;
  std::uint32_t begin = 0;  ///< tokens
  std::uint32_t end = 0;
  NameKind kind = NameKind::person;
  std::optional<std::uint32_t> entity;  ///< of ArticleNames; none: it could be of several
};

/// Who or what an article names.
struct ArticleEntity {
  NameKind kind = NameKind::person;
  std::string name;   ///< its fullest form as it stands in the text
  PersonName person;  ///< of a person: that form
  Gender gender = Gender::unknown;
  std::vector<Role> roles;
  std::vector<std::uint32_t> mentions;  ///< of ArticleNames, ascending
};

/// The names of one article, told apart and put together.
struct ArticleNames {
  std::vector<ArticleMention> mentions;  ///< in text order, persons, organisations and places
  std::vector<ArticleEntity> entities;   ///< by their first mention
};

/// Puts the names of an article together: the full name and the family name alone, with a title or
/// without; family names that stand first; organisations with their initials; one kind for one
/// name. Two persons with one family name stay two, and where it cannot be told which of them is
/// meant the mention belongs to none.
ArticleNames gather_names(std::string_view text, const TaggedText& tagged);

}  // namespace twosource
