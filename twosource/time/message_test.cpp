#include "twosource/time/message.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "twosource/text/analyze.hpp"
#include "twosource/time/times.hpp"

namespace twosource {
namespace {

// "words = value" of all expressions of a message of Sunday, 8 July 2018.
std::string times_in(std::string_view text, TimeStyle style = TimeStyle::message) {
  Article article;
  article.text = text;
  article.body = {0, static_cast<std::uint32_t>(text.size())};
  const std::int64_t said = interval_of(*read_time_value("2018-07-08"))->begin;
  article.published = Published{said, DatePrecision::second, DateSource::metadata};
  Analysis analysis = analyze_structure(article, analyze_words(article));
  analysis.language = "en";
  std::string answer;
  for (const TimeExpression& time : read_times(0, article, analysis, style)) {
    if (!answer.empty()) answer += "; ";
    answer += std::string(slice(article.text, time.span)) + " = " + time.value;
  }
  return answer;
}

TEST_CASE("dates in every order, in small letters") {
  CHECK(times_in("off on 14 dec 2018") == "14 dec 2018 = 2018-12-14");
  CHECK(times_in("off on Dec/14") == "Dec/14 = 2017-12-14");
  CHECK(times_in("off on 6/22") == "6/22 = 2018-06-22");
  CHECK(times_in("off on 22/6") == "22/6 = 2018-06-22");
  CHECK(times_in("off on 2018/Sep/23") == "2018/Sep/23 = 2018-09-23");
  CHECK(times_in("born april twenty-second nineteen eighty six") ==
        "april twenty-second nineteen eighty six = 1986-04-22");
  CHECK(times_in("built in march of two thousand and five") ==
        "march of two thousand and five = 2005-03");
}

TEST_CASE("a date without a year is the last one before the message") {
  CHECK(times_in("seen on july 9") == "july 9 = 2017-07-09");
  CHECK(times_in("seen on july 8") == "july 8 = 2018-07-08");
  CHECK(times_in("seen on sunday") == "sunday = 2018-07-01");
  CHECK(times_in("seen on the 18th") == "the 18th = 2018-06-18");
  CHECK(times_in("seen on fri 13th") == "fri 13th = 2018-04-13");
}

TEST_CASE("weeks are numbered and picked") {
  CHECK(times_in("boats out in week 31") == "week 31 = 2018-W31");
  CHECK(times_in("boats out in week 27 of last year") == "week 27 of last year = 2017-W27");
  CHECK(times_in("the last week of june") == "the last week of june = 2018-W26");
  CHECK(times_in("the first two weeks of 2021") ==
        "the first two weeks of 2021 = 2021-W01/2021-W02");
  CHECK(times_in("the third month of next year") == "the third month of next year = 2019-03");
  CHECK(times_in("the fifth week of february 2018").find("W") == std::string::npos);
  CHECK(times_in("next week on tuesday") == "next week on tuesday = 2018-07-10");
  CHECK(times_in("next friday") == "next friday = 2018-07-13");
}

TEST_CASE("a unit has stages") {
  CHECK(times_in("later this month") == "later this month = 2018-07-16/2018-07-31");
  CHECK(times_in("earlier this year") == "earlier this year = 2018-01-01/2018-06-30");
  CHECK(times_in("the end of 2000") == "the end of 2000 = 2000-09-01/2000-12-31");
  CHECK(times_in("mid-november") == "mid-november = 2017-11-10/2017-11-20");
}

TEST_CASE("lengths are abbreviated, and days counted to the day") {
  CHECK(times_in("back in 3h") == "3h = PT3H");
  CHECK(times_in("for 2 wks") == "2 wks = P2W");
  CHECK(times_in("for 3.5years") == "3.5years = P3.5Y");
  CHECK(times_in("all day") == "all day = P1D");
  CHECK(times_in("two months ago") == "two months ago = 2018-05-08");
}

TEST_CASE("news reads none of this") {
  CHECK(times_in("He thought of the 18th, week 31 and 3h.", TimeStyle::news).empty());
  CHECK(times_in("It happened on Sunday.", TimeStyle::news) == "Sunday = 2018-07-08");
}

}  // namespace
}  // namespace twosource
