#include "twosource/read/collection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <compare>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "twosource/base/hash.hpp"

namespace twosource {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes a run of digits without leading zeros; a lone zero stays.
std::string_view take_number(std::string_view& text) {
  while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) text.remove_prefix(1);
  const auto* end = std::find_if_not(text.begin(), text.end(), is_digit);
  const std::string_view number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(number.size());
  return number;
}

// Paths as people order them: numbers in them by value, everything else by bytes.
std::strong_ordering compare_paths(std::string_view a, std::string_view b) {
  const std::strong_ordering bytes = a <=> b;
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      const std::string_view x = take_number(a);
      const std::string_view y = take_number(b);
      const std::strong_ordering order = x.size() != y.size() ? x.size() <=> y.size() : x <=> y;
      if (std::is_neq(order)) return order;
      continue;
    }
    if (a.front() != b.front()) return a.substr(0, 1) <=> b.substr(0, 1);
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  if (a.empty() != b.empty()) return a.size() <=> b.size();
  return bytes;  // "a1" and "a01"
}

std::string published_text(const Article& article) {
  return article.published ? std::to_string(article.published->unix_seconds) : std::string();
}

// Content alone: two articles that are equal in it are one input given twice.
std::string content_id(const Article& article) {
  return make_id("article", {article.text, article.outlet, article.url, published_text(article)});
}

auto content_of(const Article& article) {
  return std::make_tuple(std::string_view(article.text), std::string_view(article.outlet),
                         std::string_view(article.url), published_text(article));
}

bool before(const Article& a, const Article& b) {
  if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
  if (a.published && a.published->unix_seconds != b.published->unix_seconds) {
    return a.published->unix_seconds < b.published->unix_seconds;
  }
  const std::strong_ordering paths = compare_paths(a.path, b.path);
  if (std::is_neq(paths)) return std::is_lt(paths);
  return a.id < b.id;
}

// Keeps the first of equal articles. Equal ones have equal times, so the sorted order puts the one
// with the smallest path first.
std::vector<Article> fold_duplicates(std::vector<Article> sorted, std::vector<Problem>& problems) {
  std::multimap<std::string, std::size_t> kept_by_content;
  std::vector<Article> kept;
  for (Article& article : sorted) {
    // Not the text alone: thousands of outlets print one text, and all would meet under one key.
    const std::string id = content_id(article);
    const auto [begin, end] = kept_by_content.equal_range(id);
    const auto same = std::find_if(begin, end, [&](const auto& entry) {
      return content_of(kept[entry.second]) == content_of(article);
    });
    if (same == end) {
      kept_by_content.emplace(id, kept.size());
      kept.push_back(std::move(article));
      continue;
    }
    problems.push_back({article.path, ErrorKind::duplicate,
                        fmt::format("{}: the same article as {}; counted once", article.path,
                                    kept[same->second].path)});
  }
  return kept;
}

// Own ids stay where one article alone has them; everyone else gets one from the content, with the
// path mixed in should that be somebody's own id.
void give_ids(std::vector<Article>& articles) {
  std::map<std::string, std::size_t> times;
  for (const Article& article : articles) ++times[article.id];
  std::set<std::string> taken;
  for (const Article& article : articles) {
    if (!article.id.empty() && times[article.id] == 1) taken.insert(article.id);
  }
  for (Article& article : articles) {
    if (!article.id.empty() && times[article.id] == 1) continue;
    article.id = content_id(article);
    while (!taken.insert(article.id).second) {
      article.id = make_id("article", {article.id, article.path});
    }
  }
}

}  // namespace

ReadOutcome settle(std::vector<ReadOutcome> outcomes) {
  ReadOutcome settled;
  std::vector<Article> articles;
  for (ReadOutcome& outcome : outcomes) {
    std::move(outcome.articles.begin(), outcome.articles.end(), std::back_inserter(articles));
    std::move(outcome.problems.begin(), outcome.problems.end(),
              std::back_inserter(settled.problems));
  }
  std::sort(articles.begin(), articles.end(), before);
  settled.articles = fold_duplicates(std::move(articles), settled.problems);
  give_ids(settled.articles);
  std::sort(settled.articles.begin(), settled.articles.end(), before);
  std::sort(settled.problems.begin(), settled.problems.end());
  return settled;
}

}  // namespace twosource
