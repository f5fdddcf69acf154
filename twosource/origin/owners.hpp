#pragma once

#include <string>
#include <string_view>

#include "twosource/model/article.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

/// The host of a URL in lower case, without "www." and port; empty where there is none.
std::string url_host(std::string_view url);

/// True where `host` is `domain` or lies below it.
bool is_below(std::string_view host, std::string_view domain);

/// A name for comparing outlets: ASCII lower case, without a leading "the".
std::string outlet_key(std::string_view outlet);

/// True where `form`, as in "(SC)" or "By the Courier", is a name of the article's own outlet: the
/// whole name, its initials, or the first label of its domain or a begin of four letters of it.
bool names_outlet(const Article& article, std::string_view form);

/// Who owns the article's outlet: what the article says itself, else what the table says of its
/// domain (the longest that fits), else of its outlet's name. Empty: not known.
std::string owner_of(const Article& article, const OriginTables& tables);

}  // namespace twosource
