#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/result.hpp"

namespace twosource {

/// The largest input that is read as a whole, before and after unpacking: a year of one outlet as
/// JSON Lines fits, a gzip bomb does not. Larger collections come in several files.
constexpr std::size_t max_input_bytes = std::size_t{1} << 30U;

/// A path that could not be used, and why.
struct FileProblem {
  std::string path;
  Error error;
};

/// What the inputs of a command stand for.
struct FoundInputs {
  std::vector<std::string> files;     ///< sorted; no file twice; "-" for standard input
  std::vector<FileProblem> problems;  ///< sorted by path
};

/// Finds the files that `inputs` name: a file, a folder (with everything below it), a glob
/// pattern that the shell left alone, or "-".
///
/// In folders hidden entries (".name") are left out and links are followed. A link that leads back
/// to a folder above it, a link to nothing, a folder that may not be opened or holds no file, and
/// a name or pattern that matches nothing are problems. The answer does not depend on the order of
/// the inputs. No file is opened.
FoundInputs find_inputs(std::span<const std::string> inputs);

/// The bytes of a file, or of standard input for "-"; gzip (one member or several) is recognised
/// by its first bytes and unpacked.
///
/// Only regular files are opened, so that no folder, device or pipe can hang the program. Uses at
/// most about twice `max_bytes` of memory, also for a gzip bomb; what is larger is `too_large`.
Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

/// Writes a file whole or not at all: a temporary file in the same folder, flushed to the disk and
/// renamed. A link is followed; a device ("/dev/stdout") is written to directly. After an error
/// nothing is left behind and an older file of that name is as it was.
Result<Done> write_file_whole(const std::string& path, std::string_view bytes);

}  // namespace twosource
