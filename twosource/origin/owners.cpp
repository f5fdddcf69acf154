#include "twosource/origin/owners.hpp"

#include <algorithm>
#include <cstddef>

#include "twosource/origin/lines.hpp"

namespace twosource {
namespace {

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

std::string_view parent_domain(std::string_view domain) {
  const std::size_t dot = domain.find('.');
  return dot == std::string_view::npos ? std::string_view() : domain.substr(dot + 1);
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

OwnerIndex::OwnerIndex(const std::vector<Owner>& owners) {
  for (const Owner& owner : owners) {
    for (const std::string& domain : owner.domains) by_domain_.emplace(domain, owner.name);
    for (const std::string& outlet : owner.outlets) {
      by_outlet_.emplace(outlet_key(outlet), owner.name);
    }
  }
}

std::string OwnerIndex::owner_of(const Article& article) const {
  if (!article.owner.empty()) return article.owner;
  const std::string host = url_host(article.url);
  for (std::string_view domain = host; !domain.empty(); domain = parent_domain(domain)) {
    const auto found = by_domain_.find(std::string(domain));
    if (found != by_domain_.end()) return found->second;
  }
  const auto found = by_outlet_.find(outlet_key(article.outlet));
  return found == by_outlet_.end() ? std::string() : found->second;
}

}  // namespace twosource
