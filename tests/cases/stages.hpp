#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tests/cases/golden_case.hpp"

namespace twosource::tests {

/// How the cases of one folder, tests/cases/<name>, are computed.
struct Stage {
  std::string_view name;
  /// What must stand in the section `output`, computed from the others; nothing if the section is
  /// not one that the stage computes, but one that is given.
  std::optional<std::string> (*render)(const GoldenCase& golden, std::string_view output);
};

/// All stages that have cases, in the order of the way of the data. To add one: write
/// `render_<stage>` in <stage>_renderer.cpp, declare it below, list it in stages.cpp and in
/// CMakeLists.txt here.
std::span<const Stage> stages();

std::optional<std::string> render_text(const GoldenCase& golden, std::string_view output);
std::optional<std::string> render_reuse(const GoldenCase& golden, std::string_view output);
std::optional<std::string> render_story(const GoldenCase& golden, std::string_view output);
std::optional<std::string> render_origin(const GoldenCase& golden, std::string_view output);
std::optional<std::string> render_speech(const GoldenCase& golden, std::string_view output);
std::optional<std::string> render_time(const GoldenCase& golden, std::string_view output);
std::optional<std::string> render_claim(const GoldenCase& golden, std::string_view output);
std::optional<std::string> render_flag(const GoldenCase& golden, std::string_view output);
std::optional<std::string> render_brief(const GoldenCase& golden, std::string_view output);

}  // namespace twosource::tests
