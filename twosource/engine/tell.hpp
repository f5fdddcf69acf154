#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "twosource/engine/settings.hpp"

namespace twosource {

/// Tells the caller where a run stands, if the caller wants to know.
class Tell {
 public:
  explicit Tell(const std::function<void(const Progress&)>& listener) : listener_(listener) {}

  void stage(std::string_view name, std::size_t done = 0, std::size_t total = 0) const {
    if (listener_) listener_({.stage = name, .done = done, .total = total});
  }

 private:
  const std::function<void(const Progress&)>& listener_;
};

}  // namespace twosource
