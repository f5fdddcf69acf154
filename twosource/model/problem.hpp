#pragma once

#include <string>

#include "twosource/base/result.hpp"

namespace twosource {

/// Something that could not be read or used, and stopped nothing else.
struct Problem {
  std::string path;
  ErrorKind kind = ErrorKind::unreadable;
  std::string message;  ///< one sentence: what, where, what to do
  auto operator<=>(const Problem&) const = default;
};

}  // namespace twosource
