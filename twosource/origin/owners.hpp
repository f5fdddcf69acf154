#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "twosource/model/article.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

/// The host of a URL in lower case, without "www." and port; empty where there is none.
std::string url_host(std::string_view url);

/// The domain above: "post.example" of "news.post.example"; empty above the last.
std::string_view parent_domain(std::string_view domain);

/// A name for comparing outlets: ASCII lower case, without a leading "the".
std::string outlet_key(std::string_view outlet);

/// True where `form`, as in "(SC)" or "By the Courier", is a name of the article's own outlet: the
/// whole name, its initials, or the first label of its domain or a begin of four letters of it.
bool names_outlet(const Article& article, std::string_view form);

/// Looks owners up. Building it costs the size of the table, a look-up one hash for each label of
/// the host.
class OwnerIndex {
 public:
  explicit OwnerIndex(const std::vector<Owner>& owners);

  /// Who owns the article's outlet: what the article says itself, else what the table says of its
  /// domain (the longest that fits), else of its outlet's name. Empty: not known.
  [[nodiscard]] std::string owner_of(const Article& article) const;

 private:
  std::unordered_map<std::string, std::string> by_domain_;
  std::unordered_map<std::string, std::string> by_outlet_;  ///< by outlet_key
};

}  // namespace twosource
