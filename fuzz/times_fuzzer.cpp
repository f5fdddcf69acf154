// times: whatever a text says and whenever it was published, its time expressions lie in it, in
// order and apart, each with a value that reads back, and so do the stretches made of them. The
// first line of the input is the time of publication in seconds; without a number there is none.
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/read/charset.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/time/calendar.hpp"
#include "twosource/time/stretches.hpp"
#include "twosource/time/times.hpp"

namespace {

using namespace twosource;

void check(bool right) {
  if (!right) std::abort();
}

// A value is either none or written back as it was read.
void check_value(std::string_view text) {
  const std::optional<TimeValue> value = read_time_value(text);
  if (!value) return;
  const std::optional<TimeValue> again = read_time_value(write_time_value(*value));
  check(again == value);
  const std::optional<TimeInterval> interval = interval_of(*value);
  check(!interval || interval->begin < interval->end);
}

void check_times(const Article& article, const std::vector<TimeExpression>& times) {
  std::uint32_t end = 0;
  for (const TimeExpression& time : times) {
    check(end <= time.span.begin && time.span.begin < time.span.end);
    check(time.span.end <= article.text.size());
    end = time.span.end;
    const std::optional<TimeValue> value = read_time_value(time.value);
    check(value && write_time_value(*value) == time.value);
    check(!time.interval || time.interval->begin < time.interval->end);
  }
}

void check_stretches(const Article& article, const std::vector<TimeExpression>& times) {
  const std::optional<std::int64_t> said =
      article.published ? std::optional(article.published->unix_seconds) : std::nullopt;
  std::uint32_t end = 0;
  for (const TimeStretch& stretch : time_stretches(article.text, times, said)) {
    check(end <= stretch.span.begin && stretch.span.begin < stretch.span.end);
    check(stretch.span.end <= article.text.size() && stretch.expression < times.size());
    check(!stretch.begin || !stretch.end || *stretch.begin < *stretch.end);
    end = stretch.span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_size = 1 << 15;  // longer inputs only cost time
  if (size > max_size) return 0;
  const std::string bytes(data, data + size);
  check_value(bytes);
  const std::string_view line = std::string_view(bytes).substr(0, bytes.find('\n'));
  check_value(line);
  Article article;
  article.text = bytes.substr(std::min(bytes.size(), line.size() + 1));
  if (!is_utf8(article.text)) return 0;
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  Published published;
  published.precision = DatePrecision::second;
  const auto [stopped, error] =
      std::from_chars(line.data(), line.data() + line.size(), published.unix_seconds);
  if (error == std::errc() && stopped != line.data()) article.published = published;
  Analysis analysis = analyze_structure(article, analyze_words(article));
  analysis.language = "en";
  for (const TimeStyle style : {TimeStyle::news, TimeStyle::message}) {
    const std::vector<TimeExpression> times = read_times(0, article, analysis, style);
    check_times(article, times);
    check_stretches(article, times);
  }
  return 0;
}
