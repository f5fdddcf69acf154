#pragma once

#include <cstdint>

namespace twosource {

/// Whose words they are if not the writer's (tables/set_terms.tsv). `hash` is that of the folded
/// word. Constant time.
///
/// Part of a title under which somebody holds office: "former", "minister".
bool is_of_office(std::uint64_t hash);
/// Part of the wording of a charge, a proceeding or a penalty: "conspiracy", "imprisonment".
bool is_of_law(std::uint64_t hash);
/// Says that somebody said something: "told", "announced".
bool is_reporting(std::uint64_t hash);

}  // namespace twosource
