#include "twosource/base/gzip.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace twosource {
namespace {

constexpr std::string_view magic = "\x1f\x8b";
constexpr int gzip_window = 16 + MAX_WBITS;  // zlib's way to say: with a gzip header and checksum
constexpr std::size_t block_bytes = std::size_t{1} << 16U;

// One zlib inflater over one buffer; ends with the object.
class Inflater {
 public:
  explicit Inflater(std::string_view bytes) : rest_(bytes) {
    ready_ = inflateInit2(&stream_, gzip_window) == Z_OK;
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  // Appends the next block of output; false for damaged input.
  bool step(std::string& out) {
    if (!ready_ || (rest_.empty() && !member_done_)) return false;
    // zlib counts in 32 bits and does not write through next_in, though it is not const.
    const std::size_t offered =
        std::min<std::size_t>(rest_.size(), std::numeric_limits<uInt>::max());
    stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(rest_.data()));
    stream_.avail_in = static_cast<uInt>(offered);
    stream_.next_out = block_.data();
    stream_.avail_out = static_cast<uInt>(block_.size());
    const int code = inflate(&stream_, Z_NO_FLUSH);
    if (code != Z_OK && code != Z_STREAM_END) return false;
    rest_.remove_prefix(offered - stream_.avail_in);
    out.append(reinterpret_cast<const char*>(block_.data()), block_.size() - stream_.avail_out);
    if (code == Z_STREAM_END) start_next_member();
    return true;
  }
  [[nodiscard]] bool done() const { return member_done_ && rest_.empty(); }

 private:
  void start_next_member() {
    member_done_ = true;
    // Tapes and some archivers fill the last block with zeros.
    if (rest_.find_first_not_of('\0') == std::string_view::npos) rest_ = {};
    if (rest_.empty()) return;
    member_done_ = false;
    ready_ = inflateReset(&stream_) == Z_OK;
  }

  z_stream stream_{};
  std::string_view rest_;
  std::array<Bytef, block_bytes> block_{};
  bool ready_ = false;
  bool member_done_ = false;
};

}  // namespace

bool is_gzip(std::string_view bytes) {
  return bytes.starts_with(magic);
}

Result<std::string> gunzip(std::string_view bytes, std::size_t max_bytes) {
  Inflater inflater(bytes);
  std::string out;
  while (!inflater.done()) {
    if (!inflater.step(out)) {
      return Error{ErrorKind::damaged, "the gzip data is cut off or damaged; fetch the file again"};
    }
    if (out.size() > max_bytes) {
      return Error{ErrorKind::too_large,
                   fmt::format("unpacks to more than {} bytes; split it", max_bytes)};
    }
  }
  return out;
}

}  // namespace twosource
