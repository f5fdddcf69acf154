// What does it say that an article printed a sentence before all others?
//
// A reporter's text is copied in parts, and each part stands in somebody's else text:
//
//   reporter        a b c R S T d e          10:00, signed
//   copy            x y R S z                12:00
//
// But a reporter also takes a passage from an agency, and prints it before the agency's customers:
//
//   reporter        a b c R S T d e          10:00, signed
//   customer        P Q R S T U V            12:00, "(NWA)"
//   another         P Q R S T U              13:00
//
// What the customers have around the passage is a text that the reporter does not have. So dates
// are believed where nothing around speaks against them.
#include "twosource/origin/first_prints.hpp"

#include <algorithm>

#include "twosource/origin/direction.hpp"
#include "twosource/origin/owners.hpp"

namespace twosource {
namespace {

// What an outlet adds to a text that it prints is a lead or a few sentences at the end.
constexpr std::size_t largest_addition = 5;
// Fewer sentences of a text may be lifted one by one.
constexpr std::size_t min_of_print = 3;
// Sentences on either side of a shared one that are looked at for the text around it.
constexpr std::size_t near = 2;

bool is_same_outlet(const Article& a, const Article& b) {
  return !a.outlet.empty() && outlet_key(a.outlet) == outlet_key(b.outlet);
}

}  // namespace

FirstPrints::FirstPrints(const StoryMaterial& material, const SharedText& shared,
                         std::span<const Standing> standings)
    : material_(material), shared_(shared) {
  std::map<SentenceRef, std::size_t> places;
  for (std::size_t i = 0; i < shared.sentences.size(); ++i) {
    for (const SentenceRef place : shared.sentences[i].places) places.emplace(place, i);
  }
  for (std::size_t m = 0; m < standings.size(); ++m) {
    const ArticleIndex article = material.story.articles[m];
    standing_[article] = &standings[m];
    std::vector<Line>& lines = lines_[article];
    const std::vector<SentenceReading>& sentences = material.readings[article].sentences;
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      const std::optional<Attribution>& outlet = sentences[i].outlet;
      if (outlet && outlet->first) {
        const std::string& name = material.names.outlets[outlet->source].short_name;
        named_first_[name].emplace_back(article, outlet->span);
      }
      if (!sentences[i].counts()) continue;
      const auto place = places.find({article, i});
      lines.push_back({i, place == places.end() ? not_shared : place->second});
    }
  }
}

const FirstPrints::Places& FirstPrints::named_first(const std::string& outlet) const {
  static const Places nobody;
  const auto found = named_first_.find(outlet);
  return found == named_first_.end() ? nobody : found->second;
}

bool FirstPrints::carries(ArticleIndex article, std::size_t shared) const {
  return std::ranges::binary_search(shared_.sentences[shared].articles, article);
}

bool FirstPrints::shows_nothing(ArticleIndex article) const {
  const Standing& shows = standing(article);
  return shows.own.empty() && !shows.file && !shows.release && !shows.credit;
}

std::optional<ArticleIndex> FirstPrints::first_of(std::span<const ArticleIndex> articles) const {
  const auto first = std::ranges::find_if(articles, [&](ArticleIndex one) {
    return std::ranges::all_of(articles, [&](ArticleIndex other) {
      const Article& a = material_.articles[one];
      const Article& b = material_.articles[other];
      const int order = compare_published(a, b);
      return one == other || order < 0 || (order == 0 && is_same_outlet(a, b));
    });
  });
  return first == articles.end() ? std::nullopt : std::optional(*first);
}

std::optional<ArticleIndex> FirstPrints::reporter(std::size_t shared) const {
  const auto first = first_of(shared_.sentences[shared].articles);
  if (!first) return std::nullopt;
  const Standing& shows = standing(*first);
  if (shows.own.empty() || shows.file || shows.release || shows.credit) return std::nullopt;
  return first;
}

bool FirstPrints::credits_speak_of_the_rest(std::size_t shared, ArticleIndex first) const {
  return std::ranges::all_of(shared_.sentences[shared].articles, [&](ArticleIndex article) {
    const Standing& shows = standing(article);
    if (shows.file || shows.release) return false;
    return (!shows.credit && !shows.shared_credit) || !is_amid(lines(article), shared, first);
  });
}

/// More than an addition, or something that others have as well.
bool FirstPrints::is_text(std::span<const Line> side, ArticleIndex first) const {
  if (side.size() > largest_addition) return true;
  return std::ranges::any_of(side, [&](const Line& line) {
    return line.shared != not_shared && !carries(first, line.shared);
  });
}

/// The sentence, with those around it that `first` has as well, stands amid other text; or the
/// article has hardly anything else.
bool FirstPrints::is_amid(const std::vector<Line>& lines, std::size_t shared,
                          ArticleIndex first) const {
  const auto at = std::ranges::find(lines, shared, &Line::shared);
  if (at == lines.end()) return true;  // inside a longer sentence
  // What another reporter had first is no agency's either.
  const auto of_first = [&](const Line& line) {
    return line.shared != not_shared && (carries(first, line.shared) || reporter(line.shared));
  };
  auto begin = at;
  while (begin != lines.begin() && of_first(*(begin - 1))) --begin;
  auto end = at;
  while (end != lines.end() && of_first(*end)) ++end;
  const bool before = is_text({lines.begin(), begin}, first);
  const bool behind = is_text({end, lines.end()}, first);
  return before == behind;
}

bool FirstPrints::goes_beyond(const std::vector<std::size_t>& group, ArticleIndex first) const {
  return std::ranges::any_of(group, [&](std::size_t shared) {
    return std::ranges::any_of(shared_.sentences[shared].articles, [&](ArticleIndex article) {
      if (article == first) return false;
      const std::vector<Line>& all = lines(article);
      const auto at = std::ranges::find(all, shared, &Line::shared);
      if (at == all.end()) return false;
      const auto from = at - std::min<std::ptrdiff_t>(near, at - all.begin());
      const auto to = at + std::min<std::ptrdiff_t>(near + 1, all.end() - at);
      return std::any_of(from, to, [&](const Line& line) {
        if (line.shared == not_shared || carries(first, line.shared)) return false;
        return std::ranges::any_of(
            shared_.sentences[line.shared].articles, [&](ArticleIndex third) {
              return third != article && carries(third, shared) &&
                     !is_same_outlet(material_.articles[third], material_.articles[article]);
            });
      });
    });
  });
}

bool FirstPrints::is_filled_in(const std::vector<std::size_t>& group, ArticleIndex first) const {
  std::map<ArticleIndex, std::size_t> carried;
  for (const std::size_t i : group) {
    for (const ArticleIndex article : shared_.sentences[i].articles) ++carried[article];
  }
  return std::ranges::any_of(carried, [&](const auto& entry) {
    if (entry.first == first || !shows_nothing(entry.first)) return false;
    const std::vector<Line>& all = lines(entry.first);
    const auto is_of_group = [&](const Line& line) {
      return line.shared != not_shared && std::ranges::find(group, line.shared) != group.end() &&
             carries(first, line.shared);
    };
    const auto begin = std::ranges::find_if(all, is_of_group);
    auto end = all.end();
    while (end != begin && !is_of_group(*(end - 1))) --end;
    // A passage may be scattered over an article that has nothing to do with it.
    const auto of_group = static_cast<std::size_t>(std::count_if(begin, end, is_of_group));
    if (of_group < min_of_print || 2 * of_group < static_cast<std::size_t>(end - begin))
      return false;
    return std::any_of(begin, end, [&](const Line& line) {
      return line.shared == not_shared || !carries(first, line.shared);
    });
  });
}

}  // namespace twosource
