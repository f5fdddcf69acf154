// read/dates and the other readers of one field: a date read is a date of the calendar.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "twosource/read/byline.hpp"
#include "twosource/read/charset.hpp"
#include "twosource/read/dates.hpp"
#include "twosource/read/language_tag.hpp"
#include "twosource/read/outlet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  for (const auto& date : {twosource::parse_date(text, twosource::DateSource::metadata),
                           twosource::date_of_url(text)}) {
    constexpr std::int64_t largest = 40'000'000'000;  // beyond the year 3000
    if (date && (date->unix_seconds > largest || date->unix_seconds < -largest)) std::abort();
    const bool whole_day = date && date->precision == twosource::DatePrecision::day;
    if (whole_day && date->unix_seconds % 86400 != 0) std::abort();
  }
  static_cast<void>(twosource::language_tag(text));
  const std::string line = twosource::repair_utf8(text).text;
  static_cast<void>(twosource::registrable_domain(line));
  for (const std::string& name : twosource::authors_of(line)) {
    if (name.empty() || !twosource::is_utf8(name)) std::abort();
  }
  return 0;
}
