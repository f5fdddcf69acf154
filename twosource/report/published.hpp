#pragma once

#include <string>

#include "twosource/model/article.hpp"

namespace twosource {

/// RFC 3339 in UTC, as exact as it is known: "2031-05-04", or "2031-05-04T10:20:00Z".
std::string rfc3339(const Published& published);

/// The same for people: "2031-05-04", "2031-05-04 10:20".
std::string readable_time(const Published& published);

}  // namespace twosource
