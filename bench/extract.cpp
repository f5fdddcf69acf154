// extract: how well the article is found on a page (X1), and how fast (X2).
//
// Data: a folder in the shape of scrapinghub/article-extraction-benchmark, as newspaper4k's
// article-extraction-dataset has it: `articles.json` (or .gz), an object of
// {page id: {articleBody, title, date, ...}}, and `html/<page id>.html` (or .gz). Pages that are
// missing are left out and counted.
//
// Measure: that benchmark's own. Body and truth are bags of shingles, four tokens long, a token
// being a run of letters, digits or underscores. For each page true and false positives and false
// negatives are normalised by their sum; precision and recall are averaged over the pages, F1 is
// that of the averages. The titles count as right when they are equal but for case and punctuation,
// the dates when they are at most a day apart (truth has no zone).
//
// Pages a second are those of one core: the processor time that reading took, unpacking and scoring
// left out.
//
// The pages are split by a hash of their id: rules were tuned on `even` alone.
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "bench/evaluations.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/base/json.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/read/dates.hpp"
#include "twosource/read/read.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t shingle_tokens = 4;
constexpr std::int64_t day_seconds = 86400;

struct Truth {
  std::string id;
  std::string body;
  std::string title;
  std::string date;
};

struct Score {
  double precision = 0;
  double recall = 0;
  bool has_prediction = false;
};

struct Sum {
  std::size_t pages = 0;
  std::size_t predicted = 0;
  std::size_t empty = 0;
  double precision = 0;
  double recall = 0;
  std::size_t titles = 0;
  std::size_t dates = 0;
  std::size_t dated = 0;  // pages whose truth has a date
};

bool is_token_char(char32_t c) {
  return c == U'_' || is_letter(c) || is_digit(c);
}

std::vector<std::uint64_t> tokens_of(std::string_view text) {
  std::vector<std::uint64_t> tokens;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_token_char(c.value)) {
      if (at > begin) tokens.push_back(hash_bytes(text.substr(begin, at - begin)));
      begin = at + c.size;
    }
    at += c.size;
  }
  if (begin < text.size()) tokens.push_back(hash_bytes(text.substr(begin)));
  return tokens;
}

// The bag: each shingle with how often it stands there. A text of fewer tokens is one shingle.
std::map<std::vector<std::uint64_t>, int> shingles_of(std::string_view text) {
  const std::vector<std::uint64_t> tokens = tokens_of(text);
  std::map<std::vector<std::uint64_t>, int> bag;
  if (tokens.empty()) return bag;
  const std::size_t size = std::min(shingle_tokens, tokens.size());
  for (std::size_t i = 0; i + size <= tokens.size(); ++i) {
    ++bag[{tokens.begin() + static_cast<std::ptrdiff_t>(i),
           tokens.begin() + static_cast<std::ptrdiff_t>(i + size)}];
  }
  return bag;
}

Score score_of(std::string_view truth, std::string_view prediction) {
  const auto expected = shingles_of(truth);
  const auto found = shingles_of(prediction);
  double hits = 0;
  double spurious = 0;
  double missed = 0;
  for (const auto& [shingle, count] : expected) {
    const auto same = found.find(shingle);
    const int there = same == found.end() ? 0 : same->second;
    hits += std::min(count, there);
    missed += std::max(0, count - there);
  }
  for (const auto& [shingle, count] : found) {
    const auto same = expected.find(shingle);
    spurious += std::max(0, count - (same == expected.end() ? 0 : same->second));
  }
  Score score;
  score.has_prediction = !found.empty();
  score.precision = hits > 0 ? hits / (hits + spurious) : 0;
  score.recall = hits > 0 ? hits / (hits + missed) : 0;
  return score;
}

double f1_of(double precision, double recall) {
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

Result<std::string> read_maybe_packed(const std::string& path) {
  Result<std::string> plain = read_file(path, max_input_bytes);
  return plain ? std::move(plain) : read_file(path + ".gz", max_input_bytes);
}

Result<std::vector<Truth>> read_truth(const std::string& folder) {
  Result<std::string> bytes = read_maybe_packed(folder + "/articles.json");
  if (!bytes) return bytes.error();
  Result<Json> json = parse_json(*bytes);
  if (!json) return json.error();
  if (json->object() == nullptr) {
    return Error{ErrorKind::format, folder + "/articles.json: not an object of pages"};
  }
  std::vector<Truth> truth;
  for (const auto& [id, record] : *json->object()) {
    truth.push_back({id, std::string(record.text_at("articleBody")),
                     std::string(record.text_at("title")), std::string(record.text_at("date"))});
  }
  return truth;
}

std::string bare(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    if (is_letter(c.value) || is_digit(c.value)) out += folded.substr(at, c.size);
    at += c.size;
  }
  return out;
}

bool same_day(const std::optional<Published>& a, const std::optional<Published>& b) {
  return a && b && std::abs(a->unix_seconds - b->unix_seconds) <= 2 * day_seconds - 1;
}

void add_page(Sum& sum, const Truth& truth, const ReadOutcome& outcome) {
  ++sum.pages;
  const Article none;
  const Article& article = outcome.articles.empty() ? none : outcome.articles.front();
  const Score score = score_of(truth.body, slice(article.text, article.body));
  sum.recall += score.recall;
  if (score.has_prediction) {
    sum.precision += score.precision;
    ++sum.predicted;
  } else {
    ++sum.empty;
  }
  if (bare(truth.title) == bare(title_of(article))) ++sum.titles;
  const std::optional<Published> date = parse_date(truth.date, DateSource::metadata);
  if (date) ++sum.dated;
  if (date && same_day(date, article.published)) ++sum.dates;
}

void print_row(std::ostream& out, std::string_view name, const Sum& sum) {
  const double precision =
      sum.precision / static_cast<double>(std::max<std::size_t>(1, sum.predicted));
  const double recall = sum.recall / static_cast<double>(std::max<std::size_t>(1, sum.pages));
  fmt::print(out, "{:<6} {:>6} {:>6} {:>10.4f} {:>8.4f} {:>8.4f} {:>8} {:>6}/{}\n", name, sum.pages,
             sum.empty, precision, recall, f1_of(precision, recall), sum.titles, sum.dates,
             sum.dated);
}

double f1_of(const Sum& sum) {
  return f1_of(sum.precision / static_cast<double>(std::max<std::size_t>(1, sum.predicted)),
               sum.recall / static_cast<double>(std::max<std::size_t>(1, sum.pages)));
}

Sum added(const Sum& a, const Sum& b) {
  return {a.pages + b.pages,         a.predicted + b.predicted, a.empty + b.empty,
          a.precision + b.precision, a.recall + b.recall,       a.titles + b.titles,
          a.dates + b.dates,         a.dated + b.dated};
}

}  // namespace

Result<Done> extract(const Request& request, std::ostream& out) {
  if (request.paths.size() != 1) {
    return Error{ErrorKind::usage, "extract: name one folder with articles.json and html/"};
  }
  const std::string& folder = request.paths.front();
  Result<std::vector<Truth>> truth = read_truth(folder);
  if (!truth) return truth.error();
  std::array<Sum, 2> halves;
  std::size_t missing = 0;
  std::size_t bytes = 0;
  double seconds = 0;
  for (const Truth& page : *truth) {
    const Result<std::string> html = read_maybe_packed(folder + "/html/" + page.id + ".html");
    if (!html) {
      ++missing;
      continue;
    }
    const std::clock_t start = std::clock();
    const ReadOutcome outcome = read_bytes(page.id, *html, {});
    seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    bytes += html->size();
    add_page(halves.at(hash_bytes(page.id) % 2), page, outcome);
  }
  const Sum all = added(halves[0], halves[1]);
  if (all.pages == 0)
    return Error{ErrorKind::missing, folder + ": no page of articles.json in html/"};
  fmt::print(out, "half    pages  empty  precision   recall       F1   titles  dates\n");
  print_row(out, "even", halves[0]);
  print_row(out, "odd", halves[1]);
  print_row(out, "all", all);
  fmt::print(out, "{} pages of articles.json are missing\n", missing);
  const double pages = static_cast<double>(all.pages);
  fmt::print(out, "extract.f1: {:.4f}\nextract.f1_even: {:.4f}\nextract.f1_odd: {:.4f}\n",
             f1_of(all), f1_of(halves[0]), f1_of(halves[1]));
  fmt::print(out, "extract.pages_per_second: {:.0f}\nextract.megabytes_per_second: {:.1f}\n",
             pages / seconds, static_cast<double>(bytes) / 1e6 / seconds);
  return Done{};
}

}  // namespace twosource::bench
