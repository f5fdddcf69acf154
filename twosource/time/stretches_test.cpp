#include "twosource/time/stretches.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "twosource/text/analyze.hpp"
#include "twosource/time/calendar.hpp"
#include "twosource/time/times.hpp"

namespace twosource {
namespace {

std::string written(std::optional<std::int64_t> seconds, Grain grain) {
  return seconds ? write_time_value(value_of(point_at(*seconds, grain))) : "...";
}

// "words: begin .. end" of all stretches, both days or seconds; said on Sunday, 8 July 2018.
std::string stretches_in(std::string_view text) {
  Article article;
  article.text = text;
  article.body = {0, static_cast<std::uint32_t>(text.size())};
  const std::int64_t said = interval_of(*read_time_value("2018-07-08"))->begin;
  article.published = Published{said, DatePrecision::day, DateSource::metadata};
  Analysis analysis = analyze_structure(article, analyze_words(article));
  analysis.language = "en";
  std::string answer;
  for (const TimeStretch& stretch :
       time_stretches(article.text, read_times(0, article, analysis), said)) {
    if (!answer.empty()) answer += "; ";
    answer += slice(article.text, stretch.span);
    if (stretch.form == TimeStretch::Form::length) {
      answer += " = " + write_time_value(value_of(stretch.amount));
      continue;
    }
    const Grain grain = stretch.grain < Grain::day ? Grain::minute : Grain::day;
    answer += ": " + written(stretch.begin, grain) + " .. " + written(stretch.end, grain);
  }
  return answer;
}

TEST_CASE("one expression is one stretch") {
  CHECK(stretches_in("They left on 1 July 2018.") == "1 July 2018: 2018-07-01 .. 2018-07-02");
  CHECK(stretches_in("They left in June 2018.") == "June 2018: 2018-06-01 .. 2018-07-01");
  CHECK(stretches_in("They were away for three days.") == "three days = P3D");
}

TEST_CASE("two ends are one stretch") {
  CHECK(stretches_in("They sailed from 2 July to 10 July 2018.") ==
        "from 2 July to 10 July 2018: 2018-07-02 .. 2018-07-11");
  CHECK(stretches_in("They sailed between May 2016 and July 2017.") ==
        "between May 2016 and July 2017: 2016-05-01 .. 2017-08-01");
  CHECK(stretches_in("They sailed in May 2016 and July 2017.") ==
        "May 2016: 2016-05-01 .. 2016-06-01; July 2017: 2017-07-01 .. 2017-08-01");
}

TEST_CASE("a stretch may be open") {
  CHECK(stretches_in("It has been closed since June 2018.") ==
        "since June 2018: 2018-06-01 .. ...");
  CHECK(stretches_in("It was built before 2010.") == "before 2010: ... .. 2010-01-01");
  CHECK(stretches_in("It was sold after 2010.") == "after 2010: 2011-01-01 .. ...");
  CHECK(stretches_in("It stays closed until 31 July 2018.") ==
        "until 31 July 2018: ... .. 2018-08-01");
}

TEST_CASE("lengths are counted from the day on which they are told") {
  CHECK(stretches_in("It was closed for the last three months.") ==
        "the last three months: 2018-04-08 .. 2018-07-08");
  CHECK(stretches_in("It will be closed for the next three days.") ==
        "the next three days: 2018-07-09 .. 2018-07-12");
  CHECK(stretches_in("It will open in two weeks.") == "in two weeks: 2018-07-22 .. 2018-07-23");
  CHECK(stretches_in("It will open within two weeks.") ==
        "within two weeks: 2018-07-08 .. 2018-07-22");
}

TEST_CASE("days are counted from other days") {
  CHECK(stretches_in("It opens three weeks after 1 July 2018.") ==
        "three weeks after 1 July 2018: 2018-07-22 .. 2018-07-23");
  CHECK(stretches_in("It closed two days before 1 July 2018.") ==
        "two days before 1 July 2018: 2018-06-29 .. 2018-06-30");
}

TEST_CASE("without a time of telling a length is a length") {
  const std::string text = "the last three months";
  TimeExpression time;
  time.span = {0, static_cast<std::uint32_t>(text.size())};
  time.kind = TimeKind::duration;
  time.value = "P3M";
  const std::vector<TimeExpression> times = {time};
  CHECK(time_stretches(text, times, {}).at(0).form == TimeStretch::Form::length);
  CHECK(time_stretches(text, times, 0).at(0).form == TimeStretch::Form::range);
  CHECK(time_stretches("", {}, 0).empty());
}

}  // namespace
}  // namespace twosource
