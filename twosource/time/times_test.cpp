#include "twosource/time/times.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "twosource/text/analyze.hpp"
#include "twosource/time/calendar.hpp"

namespace twosource {
namespace {

constexpr std::int64_t seconds_of_day = 86'400;

// "words=value" of each time in a text of that day, joined by "; ".
std::string times_of(const std::string& text, std::optional<Day> published) {
  Article article;
  article.id = "article";
  article.text = text;
  article.body = {0, static_cast<std::uint32_t>(text.size())};
  article.language = "en";
  if (published) {
    article.published = Published{published->time_since_epoch().count() * seconds_of_day,
                                  DatePrecision::day, DateSource::metadata};
  }
  Analysis analysis = analyze_structure(article, analyze_words(article));
  analysis.language = "en";
  std::string all;
  for (const TimeExpression& time : read_times(0, article, analysis)) {
    CHECK(time.article == 0);
    CHECK(time.span.end <= text.size());
    all += fmt::format("{}{}={}", all.empty() ? "" : "; ", slice(text, time.span), time.value);
  }
  return all;
}

const Day sunday{std::chrono::year{2018} / 7 / 8};

TEST_CASE("news looks back: a weekday is the last one, and today's is today") {
  CHECK(times_of("They met on Saturday.", sunday) == "Saturday=2018-07-07");
  CHECK(times_of("They met on Sunday.", sunday) == "Sunday=2018-07-08");
  CHECK(times_of("They met on Monday.", sunday) == "Monday=2018-07-02");
  CHECK(times_of("They will meet on Monday.", sunday) == "Monday=2018-07-09");
}

TEST_CASE("without a date of publication the unknown stays open") {
  CHECK(times_of("They met on Sunday.", std::nullopt) == "Sunday=XXXX-WXX-7");
  CHECK(times_of("They met on June 12.", std::nullopt) == "June 12=XXXX-06-12");
  CHECK(times_of("They met on June 12, 2018.", std::nullopt) == "June 12, 2018=2018-06-12");
}

TEST_CASE("the night before counts from the time that was told last") {
  CHECK(times_of("They met on Friday. He had slept badly the night before.", sunday) ==
        "Friday=2018-07-06; the night before=2018-07-05TNI");
}

TEST_CASE("words that only look like times are none") {
  CHECK(times_of("Mrs May may march. August Marn read the Sunday Times.", sunday).empty());
  CHECK(times_of("The price fell to $19.50 and 2000 people came.", sunday).empty());
}

TEST_CASE("a text of nothing but times is read in linear time") {
  // A hundred thousand of them: what is quadratic would not end within the test's time.
  std::string text = "It was on ";
  for (int i = 0; i < 100'000; ++i) text += "Monday ";
  const std::string found = times_of(text, sunday);
  CHECK(std::count(found.begin(), found.end(), ';') == 99'999);
}

TEST_CASE("an empty text has no times") {
  CHECK(times_of("", sunday).empty());
}

}  // namespace
}  // namespace twosource
