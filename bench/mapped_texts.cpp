#include "bench/mapped_texts.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <utility>

#include "twosource/base/files.hpp"

namespace twosource::bench {
namespace {

// Title, blank line, body.
BodyText split(std::string_view text) {
  const std::size_t title = text.find("\n\n");
  const std::size_t body = title == std::string_view::npos ? 0 : title + 2;
  return {text, static_cast<std::uint32_t>(body)};
}

}  // namespace

Result<MappedTexts> MappedTexts::open(const std::string& folder, std::size_t articles) {
  const Error foreign{ErrorKind::format,
                      fmt::format("{} has no texts.bin and texts.idx of `bench generate`", folder)};
  const Result<std::string> index = read_file(folder + "/texts.idx", max_input_bytes);
  if (!index) return foreign;
  std::vector<std::uint64_t> begins(index->size() / sizeof(std::uint64_t));
  if (begins.size() < 2) return foreign;
  std::memcpy(begins.data(), index->data(), begins.size() * sizeof(std::uint64_t));

  MappedTexts mapped;
  const int file = ::open((folder + "/texts.bin").c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return foreign;
  struct stat status {};
  if (fstat(file, &status) == 0 && std::is_sorted(begins.begin(), begins.end()) &&
      begins.back() == static_cast<std::uint64_t>(status.st_size)) {
    mapped.size_ = static_cast<std::size_t>(status.st_size);
    mapped.map_ = mmap(nullptr, mapped.size_, PROT_READ, MAP_PRIVATE, file, 0);
  }
  close(file);
  if (mapped.map_ == nullptr || mapped.map_ == MAP_FAILED) {
    mapped.map_ = nullptr;
    return foreign;
  }
  const std::size_t count = begins.size() - 1;
  const std::string_view all(static_cast<const char*>(mapped.map_), mapped.size_);
  for (std::size_t i = 0; i < (articles == 0 ? count : std::min(count, articles)); ++i) {
    mapped.texts_.push_back(split(all.substr(begins[i], begins[i + 1] - begins[i])));
  }
  return mapped;
}

MappedTexts::MappedTexts(MappedTexts&& other) noexcept
    : map_(std::exchange(other.map_, nullptr)),
      size_(other.size_),
      texts_(std::move(other.texts_)) {}

MappedTexts& MappedTexts::operator=(MappedTexts&& other) noexcept {
  std::swap(map_, other.map_);
  std::swap(size_, other.size_);
  texts_.swap(other.texts_);
  return *this;
}

MappedTexts::~MappedTexts() {
  if (map_ != nullptr) munmap(map_, size_);
}

std::size_t MappedTexts::bytes() const {
  std::size_t sum = 0;
  for (const BodyText& text : texts_) sum += text.text.size();
  return sum;
}

}  // namespace twosource::bench
