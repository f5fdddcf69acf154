// Finding the files that a command's inputs stand for.
//
// Folders are walked without recursion over an explicit list. A folder is known by its device and
// inode, not by its name: each is read once, so a maze of links costs no more than the folders it
// connects. Inputs and entries are taken in the order of their names, which makes the answer the
// same whatever the order on the command line or on the disk.
#include <fmt/format.h>
#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "twosource/base/files.hpp"

namespace twosource {
namespace {

namespace fs = std::filesystem;

using FileKey = std::pair<dev_t, ino_t>;

struct Folder {
  fs::path path;
  std::vector<FileKey> above;  // itself and the folders that led here
};

class Finder {
 public:
  void add_input(const std::string& input) {
    if (input == "-") {
      files_.insert(input);
      return;
    }
    struct stat status {};
    if (::lstat(input.c_str(), &status) == 0) {
      add_path(fs::path(input), {});
    } else if (input.find_first_of("*?[") != std::string::npos) {
      add_pattern(input);
    } else if (errno == ENOENT || errno == ENOTDIR) {
      report(input, ErrorKind::missing, "no such file or folder; check the path");
    } else {
      report(input, ErrorKind::unreadable, std::strerror(errno));
    }
  }

  void walk() {
    while (!folders_.empty()) {
      const Folder folder = std::move(folders_.back());
      folders_.pop_back();
      list(folder);
    }
  }

  FoundInputs take() {
    FoundInputs found;
    found.files.assign(files_.begin(), files_.end());
    found.problems = std::move(problems_);
    std::sort(found.problems.begin(), found.problems.end(),
              [](const FileProblem& a, const FileProblem& b) {
                return std::tie(a.path, a.error.message) < std::tie(b.path, b.error.message);
              });
    return found;
  }

 private:
  void report(const fs::path& path, ErrorKind kind, std::string_view what) {
    problems_.push_back({path.string(), {kind, fmt::format("{}: {}", path.string(), what)}});
  }

  void add_pattern(const std::string& pattern) {
    glob_t matches{};
    const int code = ::glob(pattern.c_str(), 0, nullptr, &matches);
    for (std::size_t i = 0; code == 0 && i < matches.gl_pathc; ++i) {
      add_path(fs::path(matches.gl_pathv[i]), {});
    }
    ::globfree(&matches);
    if (code != 0) report(pattern, ErrorKind::missing, "the pattern matches no file");
  }

  void add_path(const fs::path& path, const std::vector<FileKey>& above) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      report_broken(path, errno);
    } else if (S_ISDIR(status.st_mode)) {
      add_folder(path, {status.st_dev, status.st_ino}, above);
    } else if (S_ISREG(status.st_mode)) {
      add_file(path);
    } else {
      report(path, ErrorKind::unreadable, "a device or pipe, not a file; pipe it into - instead");
    }
  }

  void report_broken(const fs::path& path, int code) {
    if (code == ENOENT) {
      report(path, ErrorKind::missing, "the link leads to nothing; remove or mend it");
    } else if (code == ELOOP) {
      report(path, ErrorKind::unreadable, "a loop of links; remove or mend it");
    } else {
      report(path, ErrorKind::unreadable, std::strerror(code));
    }
  }

  // One file has one canonical path, whatever link or spelling leads to it.
  void add_file(const fs::path& path) {
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    if (!seen_files_.insert(error ? path.string() : canonical.string()).second) return;
    files_.insert(path.lexically_normal().string());
  }

  void add_folder(const fs::path& path, FileKey key, std::vector<FileKey> above) {
    if (std::find(above.begin(), above.end(), key) != above.end()) {
      report(path, ErrorKind::unreadable,
             "a link back to a folder above it, not followed; remove it");
      return;
    }
    if (!seen_folders_.insert(key).second) return;
    above.push_back(key);
    folders_.push_back({path, std::move(above)});
  }

  void list(const Folder& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry(folder.path, error), end; !error && entry != end;
         entry.increment(error)) {
      if (entry->path().filename().native().front() != '.') entries.push_back(entry->path());
    }
    if (error) {
      report(folder.path, ErrorKind::unreadable,
             fmt::format("the folder cannot be opened ({})", error.message()));
      return;
    }
    if (entries.empty()) {
      report(folder.path, ErrorKind::empty, "the folder holds no files");
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) add_path(entry, folder.above);
  }

  std::set<std::string> files_;
  std::set<std::string> seen_files_;
  std::set<FileKey> seen_folders_;
  std::vector<Folder> folders_;
  std::vector<FileProblem> problems_;
};

}  // namespace

FoundInputs find_inputs(std::span<const std::string> inputs) {
  std::vector<std::string> sorted(inputs.begin(), inputs.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  Finder finder;
  for (const std::string& input : sorted) {
    finder.add_input(input);
    finder.walk();
  }
  return finder.take();
}

}  // namespace twosource
