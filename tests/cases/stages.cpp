#include "tests/cases/stages.hpp"

#include <array>

namespace twosource::tests {

std::span<const Stage> stages() {
  static constexpr std::array all = {
      Stage{"text", render_text},     Stage{"reuse", render_reuse},   Stage{"story", render_story},
      Stage{"origin", render_origin}, Stage{"speech", render_speech}, Stage{"time", render_time},
      Stage{"claim", render_claim},   Stage{"flag", render_flag},     Stage{"brief", render_brief},
  };
  return all;
}

}  // namespace twosource::tests
