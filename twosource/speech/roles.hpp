#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "twosource/model/token.hpp"
#include "twosource/speech/person_name.hpp"

namespace twosource {

/// What someone is said to be: "State Department spokeswoman" is the head "spokesperson" with the
/// words "state", "department".
struct Role {
  std::string head;                ///< lower-case, without woman or man
  std::vector<std::string> words;  ///< before it, and the one behind "of": lower-case
  std::string written;             ///< as the text has it, without an article before it
  /// Two ways to write it are one role.
  bool operator==(const Role& other) const { return head == other.head && words == other.words; }
};

/// A noun phrase for a person without a name: tokens [begin, end) with the head and what is before.
struct RolePhrase {
  Role role;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool definite = false;  ///< "the", "his", "Marenia's"
  std::uint32_t begin = 0;
  std::uint32_t head = 0;
  std::uint32_t end = 0;
};

/// The role phrase whose head is the noun at `token`; none if that is no noun for a person.
std::optional<RolePhrase> role_phrase(std::string_view text, const TaggedText& tagged,
                                      std::uint32_t token);

/// "spokeswoman" and "spokesman" are "spokesperson": the noun without woman or man.
std::string neutral_noun(std::string noun);

/// Does the description fit so many that "the official" is nobody in particular?
bool is_anyone(const Role& role);

/// Can the token stand before a noun in its phrase: noun, adjective, participle, number, hyphen?
bool goes_before_noun(PartOfSpeech part);

/// The tokens [first, second) of the sentence that holds a token.
std::pair<std::uint32_t, std::uint32_t> sentence_around(const TaggedText& tagged,
                                                        std::uint32_t token);

/// A token in Latin letters, lower-case.
std::string lower_form(std::string_view text, const TaggedText& tagged, std::uint32_t token);

}  // namespace twosource
