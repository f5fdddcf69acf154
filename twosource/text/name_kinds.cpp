// Is "Selne" a person, a place or a company? A tagger sees one place at a time and errs in some;
// the story as a whole knows. A country is a place whatever the tagger says, unless most say
// otherwise.
#include "twosource/text/name_kinds.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

#include "twosource/text/governments.hpp"

namespace twosource {

void agree_on_kinds(std::span<const Article* const> articles, std::span<TaggedText> tagged) {
  constexpr std::size_t fewest = 3;
  const auto key_of = [&](std::size_t article, const NameMention& name) {
    const auto& tokens = tagged[article].tokens;
    return place_key(slice(articles[article]->text,
                           {tokens[name.begin].span.begin, tokens[name.end - 1].span.end}));
  };
  // "U.S." is nobody's name.
  const auto has_full_stop = [&](std::size_t article, const NameMention& name) {
    const auto& tokens = tagged[article].tokens;
    return slice(articles[article]->text, tokens[name.begin].span).find('.') !=
           std::string_view::npos;
  };
  std::map<std::string, std::array<std::size_t, name_kind_count>> votes;
  for (std::size_t a = 0; a < tagged.size(); ++a) {
    for (const NameMention& name : tagged[a].names)
      ++votes[key_of(a, name)][static_cast<std::size_t>(name.kind)];
  }
  for (std::size_t a = 0; a < tagged.size(); ++a) {
    for (NameMention& name : tagged[a].names) {
      const auto& counts = votes[key_of(a, name)];
      const auto most = std::max_element(counts.begin(), counts.end());
      const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
      const std::size_t places = counts[static_cast<std::size_t>(NameKind::place)];
      if (is_country(key_of(a, name)) && (2 * places > all || has_full_stop(a, name))) {
        name.kind = NameKind::place;
      } else if (*most >= fewest && 4 * *most >= 3 * all) {
        name.kind = static_cast<NameKind>(most - counts.begin());
      }
    }
  }
}

}  // namespace twosource
