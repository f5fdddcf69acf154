#include "tests/cases/case_articles.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace twosource::tests {
namespace {

constexpr std::string_view article_mark = "article ";

int number_at(std::string_view text, std::size_t begin, std::size_t size) {
  int number = 0;
  if (begin + size <= text.size()) {
    std::from_chars(text.data() + begin, text.data() + begin + size, number);
  }
  return number;
}

// "2031-05-04" or "2031-05-04 17:30".
Published parse_published(std::string_view text) {
  const std::chrono::year_month_day day{
      std::chrono::year{number_at(text, 0, 4)},
      std::chrono::month{static_cast<unsigned>(number_at(text, 5, 2))},
      std::chrono::day{static_cast<unsigned>(number_at(text, 8, 2))}};
  Published published;
  published.precision = text.size() > 10 ? DatePrecision::minute : DatePrecision::day;
  published.unix_seconds =
      std::chrono::sys_seconds(std::chrono::sys_days(day)).time_since_epoch().count() +
      std::int64_t{3600} * number_at(text, 11, 2) + std::int64_t{60} * number_at(text, 14, 2);
  return published;
}

bool set_field(Article& article, std::string& title, std::string_view key, std::string_view value) {
  if (key == "title") {
    title = value;
  } else if (key == "outlet") {
    article.outlet = value;
  } else if (key == "owner") {
    article.owner = value;
  } else if (key == "url") {
    article.url = value;
  } else if (key == "language") {
    article.language = value;
  } else if (key == "author") {
    article.authors.emplace_back(value);
  } else if (key == "published") {
    article.published = parse_published(value);
  } else {
    return false;
  }
  return true;
}

}  // namespace

Article make_article(std::string_view name, std::string_view section) {
  Article article;
  article.id = article.path = name;
  std::string title;
  std::string_view rest = section;
  while (true) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) break;
    if (!set_field(article, title, line.substr(0, colon), line.substr(colon + 2))) break;
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  rest.remove_prefix(std::min(rest.find_first_not_of('\n'), rest.size()));
  article.title = {0, static_cast<std::uint32_t>(title.size())};
  article.text = title.empty() ? std::string(rest) : title + "\n\n" + std::string(rest);
  const auto size = static_cast<std::uint32_t>(article.text.size());
  article.body = {size - static_cast<std::uint32_t>(rest.size()), size};
  return article;
}

std::vector<Article> articles_of(const GoldenCase& golden) {
  std::vector<Article> articles;
  for (const Section& section : golden.sections) {
    if (section.name.compare(0, article_mark.size(), article_mark) != 0) continue;
    articles.push_back(make_article(section.name.substr(article_mark.size()), section.text));
  }
  return articles;
}

}  // namespace twosource::tests
