#pragma once

#include <string>
#include <string_view>

namespace twosource {

/// The host of an address or a bare host name, in lower case without port; empty for none.
std::string host_of(std::string_view url);

/// The registrable domain of an address or host: one publisher has one. "news.bbc.co.uk" gives
/// "bbc.co.uk" by the Public Suffix List that is built into libpsl. Empty for a numeric address, a
/// name without a dot, or a public suffix itself.
std::string registrable_domain(std::string_view url);

}  // namespace twosource
