#include "twosource/origin/owners.hpp"

#include <algorithm>
#include <cstddef>

#include "twosource/origin/lines.hpp"

namespace twosource {
namespace {

std::string owner_by_host(std::string_view host, const OriginTables& tables) {
  std::string_view best;
  std::string owner;
  for (const Owner& entry : tables.owners) {
    for (const std::string& domain : entry.domains) {
      if (domain.size() > best.size() && is_below(host, domain)) {
        best = domain;
        owner = entry.name;
      }
    }
  }
  return owner;
}

std::string owner_by_name(std::string_view outlet, const OriginTables& tables) {
  const std::string key = outlet_key(outlet);
  for (const Owner& entry : tables.owners) {
    const bool fits = std::ranges::any_of(
        entry.outlets, [&](const std::string& name) { return outlet_key(name) == key; });
    if (fits) return entry.name;
  }
  return {};
}

std::string initials(std::string_view words) {
  std::string letters;
  bool fresh = true;
  for (const char c : words) {
    if (c != ' ' && fresh) letters.push_back(c);
    fresh = c == ' ';
  }
  return letters;
}

}  // namespace

std::string url_host(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) {
    url.remove_prefix(user + 1);
  }
  std::string host = lower_ascii(url.substr(0, url.find(':')));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

bool is_below(std::string_view host, std::string_view domain) {
  if (domain.empty() || !host.ends_with(domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

std::string outlet_key(std::string_view outlet) {
  std::string key = lower_ascii(outlet);
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

bool names_outlet(const Article& article, std::string_view form) {
  const std::string key = outlet_key(form);
  if (key.size() < 2) return false;
  if (!article.outlet.empty()) {
    const std::string outlet = outlet_key(article.outlet);
    if (key == outlet || key == initials(outlet) || key == initials(lower_ascii(article.outlet))) {
      return true;
    }
  }
  // "KVLT" is kvlt.example, "KVL" is kvl58.example; but "AA" is not aawsat.example.
  constexpr std::size_t min_prefix = 4;
  const std::string host = url_host(article.url);
  const std::string label = host.substr(0, host.find('.'));
  if (!label.starts_with(key)) return false;
  const bool number = label.find_first_not_of("0123456789", key.size()) == std::string::npos;
  return number || key.size() >= min_prefix;
}

std::string owner_of(const Article& article, const OriginTables& tables) {
  if (!article.owner.empty()) return article.owner;
  const std::string host = url_host(article.url);
  if (!host.empty()) {
    if (std::string owner = owner_by_host(host, tables); !owner.empty()) return owner;
  }
  return article.outlet.empty() ? std::string() : owner_by_name(article.outlet, tables);
}

}  // namespace twosource
