#include "bench/memory.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>

namespace twosource::bench {

Memory memory_now() {
  Memory memory;
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    const auto value_of = [&line](const std::string& key) -> std::uint64_t {
      if (line.rfind(key, 0) != 0) return 0;
      return std::stoull(line.substr(key.size())) * 1024;
    };
    memory.own += value_of("RssAnon:");
    memory.mapped += value_of("RssFile:") + value_of("RssShmem:");
  }
  return memory;
}

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

MemoryWatch::MemoryWatch()
    : peak_(memory_now().own), watcher_([this] {
        while (!done_) {
          peak_ = std::max(peak_.load(), memory_now().own);
          std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
      }) {}

MemoryWatch::~MemoryWatch() {
  done_ = true;
  watcher_.join();
}

double MemoryWatch::peak_megabytes() const {
  return static_cast<double>(std::max(peak_.load(), memory_now().own)) / 1e6;
}

}  // namespace twosource::bench
