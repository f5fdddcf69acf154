#include "bench/generator/newsrooms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace twosource::bench {
namespace {

constexpr std::size_t all_outlets = 600;
constexpr std::size_t all_agencies = 12;
constexpr double with_furniture = 0.3;
constexpr std::uint64_t newsroom_seed = 0x64657363;

constexpr auto kinds =
    std::to_array<std::string_view>({"Courier", "Herald", "Gazette", "Observer", "Post", "Times",
                                     "Mail", "Tribune", "Chronicle", "Echo"});

// What stands under articles, in the words of this program.
constexpr auto furniture_lines = std::to_array<std::string_view>({
    "{0} brings you the stories that matter to the people of {1}, every morning and for free.",
    "Do you know more about this story? Write to the desk of {0}; we protect whoever talks to us.",
    "Readers of {0} pay for this work. From two crowns a week you help to keep {1} informed.",
    "Sign up for the evening letter of {0}, with all that happened in {1} in five minutes.",
    "{0} corrects its mistakes openly; a list of all corrections of the past year is on our page.",
    "Comments under this article are open for three days and are read by the staff of {0}.",
});

std::string lower_letters(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

std::vector<std::string> furniture_of(const std::string& outlet, const std::string& town,
                                      Random& random) {
  std::vector<std::string> lines;
  for (const std::string_view line : furniture_lines) {
    if (random.chance(0.5)) lines.push_back(fmt::format(fmt::runtime(line), outlet, town));
  }
  return lines;
}

}  // namespace

Newsrooms found_newsrooms(const Language& language) {
  Random random(newsroom_seed);
  Newsrooms newsrooms;
  while (newsrooms.outlets.size() < all_outlets) {
    const std::string& town = language.name(random);
    const std::string_view kind = kinds[random.below(kinds.size())];
    Newsroom outlet{fmt::format("The {} {}", town, kind),
                    fmt::format("{}{}.example", lower_letters(town), lower_letters(kind)),
                    {}};
    const bool known =
        std::any_of(newsrooms.outlets.begin(), newsrooms.outlets.end(),
                    [&](const Newsroom& other) { return other.name == outlet.name; });
    if (known) continue;
    if (random.chance(with_furniture)) outlet.furniture = furniture_of(outlet.name, town, random);
    newsrooms.outlets.push_back(std::move(outlet));
  }
  while (newsrooms.agencies.size() < all_agencies) {
    const std::string& town = language.name(random);
    Agency agency{fmt::format("{} News Agency", town),
                  fmt::format("{}{}NA", town[0], static_cast<char>(town[1] - 'a' + 'A'))};
    // Two agencies with the same letters could not be told apart by anybody.
    const bool known =
        std::any_of(newsrooms.agencies.begin(), newsrooms.agencies.end(),
                    [&](const Agency& other) { return other.short_name == agency.short_name; });
    if (!known) newsrooms.agencies.push_back(std::move(agency));
  }
  return newsrooms;
}

}  // namespace twosource::bench
