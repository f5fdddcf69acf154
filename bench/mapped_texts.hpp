#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "twosource/base/result.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource::bench {

/// The texts of a folder that `bench generate` wrote, mapped and not read: texts.bin and texts.idx.
class MappedTexts {
 public:
  /// The first `articles` of them; all for 0.
  static Result<MappedTexts> open(const std::string& folder, std::size_t articles);

  MappedTexts(MappedTexts&& other) noexcept;
  MappedTexts& operator=(MappedTexts&& other) noexcept;
  MappedTexts(const MappedTexts&) = delete;
  MappedTexts& operator=(const MappedTexts&) = delete;
  ~MappedTexts();

  [[nodiscard]] std::span<const BodyText> texts() const { return texts_; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  MappedTexts() = default;

  void* map_ = nullptr;
  std::size_t size_ = 0;
  std::vector<BodyText> texts_;
};

}  // namespace twosource::bench
