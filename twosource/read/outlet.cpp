#include "twosource/read/outlet.hpp"

#include <libpsl.h>

#include <algorithm>

namespace twosource {
namespace {

bool is_numeric_host(std::string_view host) {
  return host.find_first_not_of("0123456789.") == std::string_view::npos || host.front() == '[';
}

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("//");
  if (scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 2);
  } else if (url.find(':') < url.find('.')) {
    return {};  // mailto:, urn:, tag:
  }
  url = url.substr(0, url.find_first_of("/?#\\"));
  const std::size_t user = url.rfind('@');
  if (user != std::string_view::npos) url.remove_prefix(user + 1);
  if (!url.starts_with('[')) url = url.substr(0, url.find(':'));
  while (url.ends_with('.')) url.remove_suffix(1);
  if (url.find_first_of(" \t\r\n\"'<>") != std::string_view::npos) return {};
  std::string host(url);
  std::transform(host.begin(), host.end(), host.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return host;
}

std::string registrable_domain(std::string_view url) {
  const std::string host = host_of(url);
  if (host.find('.') == std::string::npos || is_numeric_host(host)) return {};
  const char* domain = psl_registrable_domain(psl_builtin(), host.c_str());
  return domain == nullptr ? std::string() : std::string(domain);
}

}  // namespace twosource
