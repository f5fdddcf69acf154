#include "twosource/engine/output.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "twosource/base/files.hpp"

namespace twosource {

Result<Done> write_output(const std::string& path, std::string_view bytes) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) {
    return Error{ErrorKind::unwritable,
                 fmt::format("{}: the folder cannot be made ({}); choose another place",
                             folder.string(), error.message())};
  }
  return write_file_whole(path, bytes);
}

}  // namespace twosource
