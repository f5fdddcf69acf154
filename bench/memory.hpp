#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace twosource::bench {

/// What the process holds in memory now, in bytes.
struct Memory {
  std::uint64_t own = 0;     ///< anonymous pages: what it allocated
  std::uint64_t mapped = 0;  ///< pages of mapped files, which the system can take back
};
Memory memory_now();

/// Processor time of the whole process: what it needs when no other program takes its cores.
double processor_seconds();

/// Watches the process's own memory from construction on, fifty times a second: the system keeps
/// no peak that leaves mapped files out.
class MemoryWatch {
 public:
  MemoryWatch();
  MemoryWatch(const MemoryWatch&) = delete;
  MemoryWatch& operator=(const MemoryWatch&) = delete;
  ~MemoryWatch();

  [[nodiscard]] double peak_megabytes() const;

 private:
  std::atomic<std::uint64_t> peak_{0};
  std::atomic<bool> done_{false};
  std::thread watcher_;
};

}  // namespace twosource::bench
