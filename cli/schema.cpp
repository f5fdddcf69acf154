#include "twosource/report/schemas.hpp"

#include "cli/terminal.hpp"

namespace twosource::cli {

int schema(const std::string& name) {
  if (name.empty()) {
    std::string list;
    for (const std::string& known : schema_names()) list += known + "\n";
    return print(list) ? exit_done : exit_nothing;
  }
  const Result<std::string> text = json_schema(name);
  if (!text) {
    complain(text.error().message);
    return exit_usage;
  }
  return print(*text) ? exit_done : exit_nothing;
}

}  // namespace twosource::cli
