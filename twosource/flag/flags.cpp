// What an attentive editor would mark in the margin.
//
// Texts that were put together from several show it at the seams: pronouns without their nouns,
// quotations behind the wrong person, names that nobody introduced. Each kind of oddness has a file
// of its own; here their answers are put in order. A passage gets one flag of each kind.
#include "twosource/flag/flags.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "twosource/base/hash.hpp"
#include "twosource/flag/kinds.hpp"

namespace twosource {
namespace {

void append(std::vector<Flag>& all, std::vector<Flag> some) {
  std::move(some.begin(), some.end(), std::back_inserter(all));
}

std::vector<Flag> flags_of_story(const Report& report, std::span<const TaggedText> tagged,
                                 StoryIndex story) {
  const StoryReading reading = read_story(report, tagged, story);
  std::vector<Flag> flags;
  for (const ArticleReading& article : reading.articles) {
    append(flags, find_dangling_pronouns(article));
    append(flags, find_orphan_quotes(article));
    append(flags, find_stray_headings(article));
    append(flags, find_unintroduced_names(article));
    append(flags, find_spun_words(article));
    append(flags, find_repetitions(article));
    append(flags, find_stale_times(article));
  }
  append(flags, find_off_topic(reading));
  const auto key = [](const Flag& flag) { return std::tie(flag.place, flag.kind); };
  std::stable_sort(flags.begin(), flags.end(),
                   [&](const Flag& a, const Flag& b) { return key(a) < key(b); });
  flags.erase(std::unique(flags.begin(), flags.end(),
                          [&](const Flag& a, const Flag& b) { return key(a) == key(b); }),
              flags.end());
  for (Flag& flag : flags) {
    flag.story = story;
    flag.id = make_id(
        "flag", {report.articles[flag.place.article].id, name_of(flag.kind),
                 fmt::format("{}", flag.place.span.begin), fmt::format("{}", flag.place.span.end)});
  }
  return flags;
}

}  // namespace

std::vector<Flag> find_flags(const Report& report, std::span<const TaggedText> tagged, Jobs jobs) {
  std::vector<std::vector<Flag>> by_story(report.stories.size());
  parallel_for(jobs, report.stories.size(), [&](std::size_t s) {
    by_story[s] = flags_of_story(report, tagged, static_cast<StoryIndex>(s));
  });
  std::vector<Flag> flags;
  for (std::vector<Flag>& some : by_story) append(flags, std::move(some));
  return flags;
}

}  // namespace twosource
