#include "bench/generator/press.hpp"

#include <algorithm>
#include <utility>

#include "bench/generator/random.hpp"

namespace twosource::bench {

Result<std::unique_ptr<Press>> open_press(std::span<const std::string> paths) {
  auto press = std::make_unique<Press>();
  if (paths.empty()) return press;
  Result<std::vector<BaseEvent>> events = read_base_events(paths);
  if (!events) return events.error();
  press->events = std::move(*events);
  return press;
}

std::vector<PlannedFamily> plan_families(const Press& press, std::uint64_t seed,
                                         const FamilyRules& rules, std::uint64_t first,
                                         std::uint64_t articles) {
  constexpr std::size_t most = 512;
  constexpr std::size_t articles_a_text = 4;  // few texts cannot feed a large family
  std::vector<PlannedFamily> families;
  for (std::uint64_t number = first; articles > 0 && families.size() < most; ++number) {
    if (!press.events.empty() && number >= press.events.size()) break;
    std::uint64_t size = std::min<std::uint64_t>(family_size(seed, number, rules), articles);
    if (!press.events.empty()) {
      size = std::min<std::uint64_t>(size, articles_a_text * press.events[number].texts.size());
    }
    families.push_back({number, static_cast<std::uint32_t>(size)});
    articles -= size;
  }
  return families;
}

Family grow(const Press& press, std::uint64_t seed, const FamilyRules& rules,
            const PlannedFamily& planned) {
  Random random(seed, planned.number);
  const std::unique_ptr<Writer> writer =
      press.events.empty() ? write_about_event(press.language, random)
                           : write_from_base(press.events[planned.number], random);
  const World world{press.newsrooms, *writer, rules};
  return grow_family(world, planned.number, planned.size, random);
}

}  // namespace twosource::bench
