#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace twosource {

/// How far a run goes. Each depth computes exactly what a full run computes up to there; `times`
/// needs nothing of what lies between `articles` and itself, and leaves it out.
enum class Depth { articles, copies, stories, origins, statements, times, claims, all };

/// Where a long run stands: a stage's name, and how many of how many inputs are done (0 of 0 for
/// a stage that is one step).
struct Progress {
  std::string_view stage;
  std::size_t done = 0;
  std::size_t total = 0;
};

/// What a run is asked for.
struct Settings {
  std::vector<std::string> inputs;  ///< files, folders, globs, "-" for standard input
  std::vector<std::pair<std::string, std::string>> fields;  ///< our field -> the record's key
  std::string at;  ///< date of publication for articles that have none; empty: leave them undated
  std::size_t max_article_bytes = std::size_t{16} << 20U;
  unsigned jobs = 0;          ///< threads; 0: as many as the machine has
  std::string agencies_file;  ///< adds to the built-in table of agencies
  std::string owners_file;    ///< adds to the built-in table of owners
  Depth depth = Depth::all;
  bool one_story = false;  ///< all inputs are about one thing: none is put aside as another story
  std::function<void(const Progress&)> progress;  ///< called from the calling thread; may be empty
};

}  // namespace twosource
