#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace twosource::tests {

using Strings = std::vector<std::string>;

/// Calls `check` with every text of up to `longest` pieces of the alphabet, shortest first, so that
/// the first failure is the smallest.
template <class Check>
void for_all_strings(const Strings& alphabet, std::size_t longest, const Check& check) {
  Strings shorter = {""};
  for (std::size_t length = 0; length <= longest; ++length) {
    Strings longer;
    for (const std::string& text : shorter) {
      check(text);
      if (length == longest) continue;
      for (const std::string& piece : alphabet) longer.push_back(text + piece);
    }
    shorter.swap(longer);
  }
}

/// Calls `check` with `count` random texts of up to `longest` pieces. The seed is fixed and is
/// printed with every failure.
template <class Check>
void for_random_strings(const Strings& alphabet, std::size_t longest, std::size_t count,
                        const Check& check) {
  for (std::uint32_t seed = 1; seed <= count; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t length = random() % (longest + 1); length > 0; --length) {
      text += alphabet[random() % alphabet.size()];
    }
    CAPTURE(seed);
    check(text);
  }
}

}  // namespace twosource::tests
