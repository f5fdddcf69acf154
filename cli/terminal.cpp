#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace twosource::cli {
namespace {

constexpr unsigned default_width = 80;
constexpr unsigned narrowest = 40;  // below this the columns of the summary have no room

bool variable_is_set(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody calls setenv
  return value != nullptr && *value != '\0';
}

bool wants_color(When when) {
  if (when != When::automatic) return when == When::always;
  const char* term = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe)
  const bool dumb = term != nullptr && std::strcmp(term, "dumb") == 0;
  return !variable_is_set("NO_COLOR") && !dumb && isatty(STDOUT_FILENO) == 1;
}

unsigned terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return default_width;
  return size.ws_col < narrowest ? narrowest : size.ws_col;
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

TerminalStyle style_of(const Options& options) {
  return {.width = terminal_width(), .color = wants_color(options.color)};
}

bool print(std::string_view text) {
  if (write_all(STDOUT_FILENO, text)) return true;
  if (errno == EPIPE) return true;
  complain(fmt::format("standard output cannot be written ({}): free some space or write elsewhere",
                       std::strerror(errno)));  // NOLINT(concurrency-mt-unsafe)
  return false;
}

void complain(std::string_view sentence) {
  write_all(STDERR_FILENO, fmt::format("twosource: {}\n", sentence));
}

ProgressLine::ProgressLine(const Options& options) : terminal_(isatty(STDERR_FILENO) == 1) {
  enabled_ = options.progress == When::always ||
             (options.progress == When::automatic && terminal_ && !options.quiet);
}

ProgressLine::~ProgressLine() {
  if (drawn_ && terminal_) write_all(STDERR_FILENO, "\r\x1b[K");
}

void ProgressLine::show(const Progress& progress) {
  if (!enabled_) return;
  const bool new_stage = progress.stage != stage_;
  if (!terminal_ && !new_stage) return;
  stage_ = progress.stage;
  drawn_ = true;
  const std::string count =
      progress.total == 0 ? "" : fmt::format(" {}/{}", progress.done, progress.total);
  write_all(STDERR_FILENO, terminal_ ? fmt::format("\r\x1b[K{}{}", progress.stage, count)
                                     : fmt::format("{}\n", progress.stage));
}

}  // namespace twosource::cli
