// claim: whatever the texts of a story, its units lie in their sentences, one behind the other, and
// what they consist of lies in the text. Articles are parted by form feeds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/claim/units.hpp"
#include "twosource/read/plain.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"
#include "twosource/time/times.hpp"

namespace {

using namespace twosource;

void check(bool right) {
  if (!right) std::abort();
}

void add(Report& report, std::string_view text) {
  Article article = read_plain(std::string(text));
  article.language = "en";
  Analysis analysis = analyze_structure(article, analyze_words(article));
  analysis.language = "en";
  report.stories.front().articles.push_back(static_cast<ArticleIndex>(report.articles.size()));
  report.articles.push_back(std::move(article));
  report.analyses.push_back(std::move(analysis));
}

Report report_of(std::string_view bytes) {
  constexpr std::size_t most_articles = 8;
  Report report;
  report.stories.resize(1);
  while (!bytes.empty() && report.articles.size() < most_articles) {
    const std::string_view text = bytes.substr(0, bytes.find('\f'));
    bytes.remove_prefix(std::min(bytes.size(), text.size() + 1));
    add(report, text);
  }
  return report;
}

void check_quantity(const Quantity& quantity, Span unit) {
  check(quantity.span.contains(quantity.number) && quantity.span.overlaps(unit));
  check(!quantity.number.empty() && quantity.low <= quantity.high);
}

void check_unit(const Report& report, const std::vector<TaggedText>& tagged, const Unit& unit) {
  check(unit.article < report.articles.size());
  const std::size_t size = report.articles[unit.article].text.size();
  check(unit.sentence < report.analyses[unit.article].sentences.size());
  check(report.analyses[unit.article].sentences[unit.sentence].contains(unit.span));
  check(unit.token_begin < unit.token_end);
  check(unit.token_end <= tagged[unit.article].tokens.size());
  check(unit.action.empty() || unit.span.contains(unit.action));
  check(!unit.lemmas.empty());
  for (const Participant& each : unit.participants) {
    check(each.span.begin < each.span.end && each.span.end <= size);
    check(!each.entity || *each.entity < report.entities.size());
  }
  for (const Quantity& each : unit.quantities) check_quantity(each, unit.span);
  for (const TimeIndex time : unit.times) check(unit.span.contains(report.times[time].span));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_size = 1 << 15;  // longer inputs only cost time
  if (size > max_size) return 0;
  const std::string bytes(data, data + size);
  Report report = report_of(bytes);
  const std::vector<TaggedText> tagged =
      tag_stories(report.articles, report.analyses, report.stories, Jobs{1});
  Speech speech =
      attribute_speech({report.articles, report.analyses, report.stories, tagged, Jobs{1}});
  report.entities = std::move(speech.entities);
  report.statements = std::move(speech.statements);
  report.times = find_times(report.articles, report.analyses, Jobs{1});
  const std::vector<Unit> units = find_units(report, tagged, 0);
  for (std::size_t i = 0; i < units.size(); ++i) {
    check_unit(report, tagged, units[i]);
    const bool follows = i == 0 || units[i - 1].article < units[i].article ||
                         units[i - 1].span.end <= units[i].span.begin;
    check(follows);
  }
  return 0;
}
