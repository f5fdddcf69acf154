#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/generator/language.hpp"

namespace twosource::bench {

/// An invented outlet.
struct Newsroom {
  std::string name;                    ///< "The Moruvel Courier"
  std::string domain;                  ///< "moruvelcourier.example"
  std::vector<std::string> furniture;  ///< lines under every article; empty for most
};

/// An invented news agency.
struct Agency {
  std::string name;        ///< "Moruvel News Agency"
  std::string short_name;  ///< "MNA"
};

/// Who publishes: the same for every seed and base.
struct Newsrooms {
  std::vector<Newsroom> outlets;
  std::vector<Agency> agencies;
};

Newsrooms found_newsrooms(const Language& language);

}  // namespace twosource::bench
