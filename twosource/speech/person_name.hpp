#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace twosource {

enum class Gender : std::uint8_t { unknown, woman, man };

/// A person's name as its parts, for comparing: "Mr. Kim Jong-un" is kim, jong, un of a man.
struct PersonName {
  std::vector<std::string> parts;  ///< in Latin letters, lower-case, without accents and titles
  Gender title = Gender::unknown;  ///< what "Mr" or "Mrs" says
  bool family_first = false;       ///< the first part is, or can be, the family name

  [[nodiscard]] bool is_full() const { return parts.size() > 1; }
  /// All parts in one: "kimjongun".
  [[nodiscard]] std::string key() const;
};

/// Reads a name as it stands in a text. Titles in front ("Mr", "President", "Secretary of State")
/// and generations behind ("Jr.") are no parts; a hyphen parts, an apostrophe does not. "Orlo, Ana"
/// is ana, orlo. A name that is nothing but a title keeps it.
PersonName parse_person_name(std::string_view name);

/// Can `part` alone stand for this name, as a family name does?
bool can_be_family_name(const PersonName& name, std::string_view part);

/// Are two full names in one text those of one person? Equal but for hyphens, spaces and accents;
/// or one has a middle name or initial more; or one given name is an initial or the short form of
/// the other; or the order is turned round; or one ends with the other ("Honest Ana Orlo").
bool same_person(const PersonName& a, const PersonName& b);

/// What a woman's or a man's given name and the title tell.
Gender gender_of(const PersonName& name);

/// How alike two names of persons are, 0..1: spelling errors, transliterations, order, initials,
/// short forms, middle names and words written together are forgiven in part. From
/// `likely_same_name` on two names are more likely than not one person's, if nothing else is known.
double name_likeness(std::string_view a, std::string_view b);
constexpr double likely_same_name = 0.8;

/// Letters, with one bit for each kind of them that is there.
struct Spelling {
  std::string letters;
  std::uint64_t kinds = 0;
};

/// A name made ready to be compared with many others.
struct SpelledName {
  struct Part {
    Spelling written;
    Spelling sound;                        ///< what transliteration leaves of it
    std::vector<std::size_t> short_forms;  ///< sets of short forms that it is in
    double weight = 1.0;
  };
  std::vector<Part> parts;
  Spelling together;  ///< all parts in one
};

SpelledName spell_name(std::string_view name);

/// As of the names themselves.
double name_likeness(const SpelledName& a, const SpelledName& b);

/// False only if the likeness is below `floor` (> 0); many times faster than asking for it.
bool may_be_alike(const SpelledName& a, const SpelledName& b, double floor);

}  // namespace twosource
