// Fast readers against slow, obvious twins: on all small inputs, then on random ones.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "twosource/read/charset.hpp"
#include "twosource/read/dates.hpp"
#include "twosource/read/furniture.hpp"
#include "twosource/read/lean_html.hpp"
#include "twosource/read/page.hpp"
#include "twosource/read/page_blocks.hpp"

using namespace twosource;

namespace {

constexpr unsigned seed = 20310504;

// UTF-8 by the table of RFC 3629, one code point after the other.
bool is_utf8_slowly(const std::string& bytes) {
  const auto byte = [&](std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
  };
  const auto tail = [&](std::size_t at) { return byte(at) >= 0x80 && byte(at) <= 0xBF; };
  std::size_t at = 0;
  while (at < bytes.size()) {
    const unsigned first = byte(at);
    const unsigned second = byte(at + 1);
    if (first <= 0x7F) {
      at += 1;
    } else if (first >= 0xC2 && first <= 0xDF && tail(at + 1)) {
      at += 2;
    } else if (first >= 0xE0 && first <= 0xEF && tail(at + 1) && tail(at + 2) &&
               (first != 0xE0 || second >= 0xA0) && (first != 0xED || second <= 0x9F)) {
      at += 3;
    } else if (first >= 0xF0 && first <= 0xF4 && tail(at + 1) && tail(at + 2) && tail(at + 3) &&
               (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second <= 0x8F)) {
      at += 4;
    } else {
      return false;
    }
  }
  return true;
}

// Calls `check` with every string over the alphabet up to the length, the shortest first.
template <class Check>
void for_all(const std::vector<std::string>& alphabet, std::size_t length, Check check) {
  std::vector<std::string> texts = {""};
  for (std::size_t size = 0; size <= length; ++size) {
    std::vector<std::string> longer;
    for (const std::string& text : texts) {
      check(text);
      for (const std::string& letter : alphabet) longer.push_back(text + letter);
    }
    texts = std::move(longer);
  }
}

template <class Random>
std::string random_text(Random& random, const std::vector<std::string>& alphabet,
                        std::size_t most) {
  std::string text;
  for (std::size_t i = random() % (most + 1); i > 0; --i) {
    text += alphabet[random() % alphabet.size()];
  }
  return text;
}

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

// What readers see of a page, the page being parsed as it is.
std::string seen(std::string_view html) {
  const Page page = parse_page(html);
  std::vector<bool> hidden(page.nodes().size());
  for (NodeIndex i = 0; i < hidden.size(); ++i) {
    const Tag tag = page.node(i).tag;
    hidden[i] = tag == Tag::script || tag == Tag::style || tag == Tag::iframe;
  }
  std::string text;
  for (const PageBlock& block : find_blocks(page, 0, hidden)) text += block.text + "|";
  return text;
}

}  // namespace

TEST_CASE("UTF-8 is told from other bytes as the standard's table tells it") {
  const std::vector<std::string> bytes = {"a",    "\x80", "\xBF", "\xC1", "\xC2", "\xE0", "\xA0",
                                          "\xED", "\x9F", "\xF0", "\x90", "\xF4", "\x8F", "\xF5"};
  for_all(bytes, 4, [](const std::string& text) {
    if (is_utf8(text) == is_utf8_slowly(text)) return;
    CAPTURE(text.size());
    FAIL_CHECK("the two differ");
  });
  std::mt19937 random(seed);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random_text(random, bytes, 40);
    CAPTURE(seed);
    CAPTURE(i);
    CHECK(is_utf8(text) == is_utf8_slowly(text));
    const Decoded repaired = repair_utf8(text);
    CHECK(is_utf8_slowly(repaired.text));
    CHECK((repaired.lost == 0) == is_utf8_slowly(text));
    if (repaired.lost == 0) CHECK(repaired.text == text);
  }
}

TEST_CASE("every day of four centuries is as many days from 1970 as one counts") {
  constexpr std::array<int, 12> month_days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::int64_t seconds = -std::int64_t{135140} * 86400;  // 1 January 1600
  std::size_t wrong = 0;
  for (int year = 1600; year < 2000; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const int days =
          month == 2 && is_leap(year) ? 29 : month_days.at(static_cast<std::size_t>(month) - 1);
      for (int day = 1; day <= 31; ++day) {
        const auto date =
            parse_date(fmt::format("{:04}-{:02}-{:02}", year, month, day), DateSource::metadata);
        const bool in_calendar = day <= days && year >= 1605;
        if (date.has_value() != in_calendar) ++wrong;
        if (date && date->unix_seconds != seconds) ++wrong;
        if (day <= days) seconds += 86400;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(seconds == 946684800);  // 1 January 2000
}

TEST_CASE("the same day written in any form is the same day") {
  constexpr std::array<const char*, 12> names = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
  std::mt19937 random(seed);
  for (int i = 0; i < 2000; ++i) {
    const int year = 1990 + static_cast<int>(random() % 60);
    const int month = 1 + static_cast<int>(random() % 12);
    const int day = 1 + static_cast<int>(random() % 28);
    const int hour = static_cast<int>(random() % 24);
    const int minute = static_cast<int>(random() % 60);
    const char* name = names.at(static_cast<std::size_t>(month) - 1);
    const std::string half = hour < 12 ? "a.m." : "p.m.";
    const int twelve = hour % 12 == 0 ? 12 : hour % 12;
    const auto iso =
        parse_date(fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}Z", year, month, day, hour, minute),
                   DateSource::metadata);
    REQUIRE(iso.has_value());
    for (const std::string& form :
         {fmt::format("{:02} {:.3} {} {:02}:{:02} GMT", day, name, year, hour, minute),
          fmt::format("{} {}, {}, {}:{:02} {}", name, day, year, twelve, minute, half),
          fmt::format("{}.{}.{} {}:{:02} UTC", day, month, year, hour, minute),
          fmt::format("{:04}{:02}{:02}T{:02}{:02}00+0000", year, month, day, hour, minute)}) {
      CAPTURE(form);
      const auto other = parse_date(form, DateSource::metadata);
      REQUIRE(other.has_value());
      CHECK(other->unix_seconds == iso->unix_seconds);
    }
  }
}

TEST_CASE("a page made lean shows readers the same text") {
  const std::vector<std::string> pieces = {"a ",         "<p>",
                                           "</p>",       "<b>",
                                           "</b>",       "<script>x</script>",
                                           "<!-- c -->", "<div class=k>",
                                           "</div>",     "<li>",
                                           "<br>",       "<table>",
                                           "<tr>",       "<td>",
                                           "</table>",   "<style>p{}</style>",
                                           "&amp;",      "<h1>",
                                           "</h1>",      "<a href='x>y'>",
                                           "</a>",       "<i id=\"q\">",
                                           "</i>",       "<title>t</title>"};
  const auto same = [](const std::string& html) {
    const std::string lean = make_lean("<body>" + html).html;
    return seen(lean) == seen("<body>" + html);
  };
  std::size_t differing = 0;
  for_all(pieces, 3, [&](const std::string& html) {
    if (same(html)) return;
    ++differing;
    MESSAGE(html);
  });
  CHECK(differing == 0);
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    const std::string html = random_text(random, pieces, 25);
    CAPTURE(seed);
    CAPTURE(html);
    CHECK(same(html));
  }
}
