#include "twosource/base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "twosource/base/gzip.hpp"

namespace twosource {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16U;
constexpr int max_temporary_names = 1000;  // left behind by runs that were killed

// An open file that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { static_cast<void>(close_now()); }
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool open() const { return fd_ >= 0; }
  bool close_now() {
    const bool closed = fd_ < 0 || ::close(fd_) == 0;
    fd_ = -1;
    return closed;
  }

 private:
  int fd_;
};

Error unreadable(const std::string& path, int code) {
  if (code == ENOENT || code == ENOTDIR) {
    return {ErrorKind::missing, fmt::format("{}: no such file; check the path", path)};
  }
  if (code == EACCES || code == EPERM) {
    return {ErrorKind::unreadable, fmt::format("{}: you may not read it; check permissions", path)};
  }
  return {ErrorKind::unreadable, fmt::format("{}: cannot be read ({})", path, std::strerror(code))};
}

Error too_large(const std::string& path, std::size_t max_bytes) {
  return {ErrorKind::too_large,
          fmt::format("{}: larger than {} bytes; split it into several files", path, max_bytes)};
}

// Reads to the end, but never more than one block beyond the limit.
Result<std::string> read_descriptor(int fd, const std::string& path, std::size_t max_bytes) {
  std::string bytes;
  while (bytes.size() <= max_bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + block_bytes);
    const ssize_t got = ::read(fd, bytes.data() + before, block_bytes);
    const int code = errno;
    bytes.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got == 0) return bytes;
    if (got < 0 && code != EINTR) return unreadable(path, code);
  }
  return too_large(path, max_bytes);
}

Result<Done> check_regular(int fd, const std::string& path, std::size_t max_bytes) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) return unreadable(path, errno);
  if (S_ISDIR(status.st_mode)) {
    return Error{ErrorKind::unreadable, fmt::format("{}: a folder, not a file", path)};
  }
  if (!S_ISREG(status.st_mode)) {
    return Error{ErrorKind::unreadable,
                 fmt::format("{}: a device or pipe, not a file; pipe it into - instead", path)};
  }
  if (static_cast<std::size_t>(status.st_size) > max_bytes) return too_large(path, max_bytes);
  return Done{};
}

Result<std::string> read_packed(const std::string& path, std::size_t max_bytes) {
  if (path == "-") return read_descriptor(STDIN_FILENO, "standard input", max_bytes);
  // Without O_NONBLOCK the opening of a pipe would wait for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.open()) return unreadable(path, errno);
  Result<Done> regular = check_regular(file.get(), path, max_bytes);
  if (!regular) return regular.error();
  return read_descriptor(file.get(), path, max_bytes);
}

Error unwritable(const std::string& path, int code) {
  const char* advice = code == ENOSPC || code == EDQUOT    ? "; make room on the disk"
                       : code == ENOENT || code == ENOTDIR ? "; create the folder first"
                       : code == EACCES || code == EPERM || code == EROFS ? "; check permissions"
                                                                          : "";
  return {ErrorKind::unwritable,
          fmt::format("{}: cannot be written ({}){}", path, std::strerror(code), advice)};
}

// 0, or the error number.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR) return errno;
    if (put > 0) bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

Result<Done> write_device(const std::string& path, std::string_view bytes) {
  Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!device.open()) return unwritable(path, errno);
  const int flags = ::fcntl(device.get(), F_GETFL);
  if (flags < 0 || ::fcntl(device.get(), F_SETFL, flags & ~O_NONBLOCK) != 0) {
    return unwritable(path, errno);
  }
  const int code = write_all(device.get(), bytes);
  if (code != 0) return unwritable(path, code);
  if (!device.close_now()) return unwritable(path, errno);
  return Done{};
}

// The file that a chain of links ends at; the path itself where there is none yet.
std::string link_target(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  return real == nullptr ? path : std::string(real.get());
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

// 0, or the error number; on success the bytes are on the disk.
int fill_temporary(int fd, std::string_view bytes) {
  const int code = write_all(fd, bytes);
  if (code != 0) return code;
  return ::fsync(fd) == 0 ? 0 : errno;
}

void flush_folder(const std::string& folder) {
  const Descriptor entry(::open(folder.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY));
  // The file is whole by now; a file system that cannot flush folders is no reason to fail.
  if (entry.open()) static_cast<void>(::fsync(entry.get()));
}

Result<Done> write_regular(const std::string& path, std::string_view bytes) {
  const std::string target = link_target(path);
  std::string temporary;
  int fd = -1;
  for (int i = 0; i < max_temporary_names && fd < 0; ++i) {
    temporary = fmt::format("{}.{}.{}.part", target, ::getpid(), i);
    fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno != EEXIST) return unwritable(path, errno);
  }
  Descriptor file(fd);
  if (!file.open()) return unwritable(path, EEXIST);
  int code = fill_temporary(file.get(), bytes);
  if (!file.close_now() && code == 0) code = errno;
  if (code == 0 && std::rename(temporary.c_str(), target.c_str()) != 0) code = errno;
  if (code != 0) {
    ::unlink(temporary.c_str());
    return unwritable(path, code);
  }
  flush_folder(folder_of(target));
  return Done{};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  Result<std::string> bytes = read_packed(path, max_bytes);
  if (!bytes || !is_gzip(*bytes)) return bytes;
  Result<std::string> unpacked = gunzip(*bytes, max_bytes);
  if (!unpacked) {
    return Error{unpacked.error().kind, fmt::format("{}: {}", path, unpacked.error().message)};
  }
  return unpacked;
}

Result<Done> write_file_whole(const std::string& path, std::string_view bytes) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return unwritable(path, EISDIR);
  // A device must not be replaced by a file of its name.
  if (exists && !S_ISREG(status.st_mode)) return write_device(path, bytes);
  return write_regular(path, bytes);
}

}  // namespace twosource
