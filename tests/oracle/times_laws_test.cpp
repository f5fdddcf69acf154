// What holds of the times of any text whatever: random words, numbers and marks, with any date of
// publication or none.
#include "twosource/time/times.hpp"

#include <doctest/doctest.h>

#include <array>
#include <iterator>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/text/analyze.hpp"
#include "twosource/time/calendar.hpp"

namespace twosource {
namespace {

constexpr std::int64_t seconds_of_day = 86'400;

constexpr std::string_view word_list =
    "the a in on at last next this two ten 7 31 29 2018 0001 9999 10000 July Feb. May "
    "Sunday Mondays week weeks years day ago later before night early late end first "
    "quarter 1990s half and every p.m. 9:15 24:00 midnight few noon summer century "
    "fiscal now recent Easter tomorrow tonight weekend decade centuries 12/31 1/1/9999 "
    "30 February 1950-53 nine hundred million will be ordered to has called said it "
    "99999999999999999999 "
    "½ été “ ”";
constexpr std::array marks = {" ",  " ", " ", " ",  " ",    "-",
                              ", ", "/", ":", ". ", "\n\n", "\xe2\x80\x93"};

std::vector<std::string> all_words() {
  std::istringstream read{std::string(word_list)};
  return {std::istream_iterator<std::string>(read), {}};
}

std::string random_text(std::mt19937& random, const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t left = 1 + random() % 40; left > 0; --left) {
    text += words[random() % words.size()];
    text += marks[random() % marks.size()];
  }
  return text;
}

std::optional<Published> random_publication(std::mt19937& random) {
  constexpr std::array days = {first_calendar_day, last_calendar_day,
                               Day{std::chrono::year{2024} / 2 / 29},
                               Day{std::chrono::year{2031} / 3 / 4}};
  const std::size_t choice = random() % (days.size() + 1);
  if (choice == days.size()) return std::nullopt;
  const auto second = static_cast<std::int64_t>(random() % seconds_of_day);
  const std::int64_t midnight = days[choice].time_since_epoch().count() * seconds_of_day;
  const bool whole_day = random() % 2 == 0;
  return Published{midnight + (whole_day ? 0 : second),
                   whole_day ? DatePrecision::day : DatePrecision::second, DateSource::metadata};
}

void check_time(const TimeExpression& time, const Article& article) {
  CAPTURE(time.value);
  CHECK(time.span.begin < time.span.end);
  CHECK(time.span.end <= article.text.size());
  CHECK(!time.id.empty());
  const auto value = read_time_value(time.value);
  REQUIRE(value.has_value());
  CHECK(write_time_value(*value) == time.value);
  if (!time.interval) return;
  CHECK(time.interval->begin < time.interval->end);
  CHECK(time.kind != TimeKind::set);
  CHECK(time.interval == interval_of(*value));
}

TEST_CASE("times of any text lie in it, in order, apart, with a value that reads back") {
  std::mt19937 random(5'052'031);
  const std::vector<std::string> known = all_words();
  std::size_t count = 0;
  for (int round = 0; round < 3'000; ++round) {
    Article article;
    article.id = "article";
    article.text = random_text(random, known);
    article.body = {0, static_cast<std::uint32_t>(article.text.size())};
    article.language = "en";
    article.published = random_publication(random);
    CAPTURE(article.text);
    Analysis analysis = analyze_structure(article, analyze_words(article));
    analysis.language = "en";
    std::uint32_t behind = 0;
    for (const TimeExpression& time : read_times(0, article, analysis)) {
      CHECK(time.span.begin >= behind);
      behind = time.span.end;
      check_time(time, article);
      ++count;
    }
  }
  CHECK(count > 10'000);
}

}  // namespace
}  // namespace twosource
