// Writes a collection of generated articles with its truth: who took what from whom.
//
//   articles.jsonl  records that `twosource run` reads; from 100,000 articles on in several files,
//                   articles-01.jsonl and so on, since one input is limited to 1 GiB
//   truth.jsonl     docs/formats/lineage-truth.md
//   sources.jsonl   the texts that articles were copied from and that are not in the collection
//   texts.bin       the stored texts (title, blank line, body) of all articles in their order, one
//                   behind the other; texts.idx: where each begins and the last ends, 64-bit little
//                   endian. For who maps files and needs nothing but texts.
//
// Families are grown independently, each from random numbers of its own, on several threads; the
// bytes depend on the base texts, --articles and --seed only. PATH names base texts; without one a
// made-up language is used.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "bench/evaluations.hpp"
#include "bench/generator/press.hpp"
#include "bench/generator/truth.hpp"

namespace twosource::bench {
namespace {

constexpr std::uint64_t default_articles = 10000;
constexpr std::uint64_t articles_a_file = 100000;

static_assert(std::endian::native == std::endian::little, "texts.idx is written as it lies");

// The files of one collection, written in order.
class Collection {
 public:
  explicit Collection(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::error_code ignored;  // what went wrong shows when the files are opened
    std::filesystem::create_directories(folder_, ignored);
    for (const char* name : {"truth.jsonl", "sources.jsonl", "texts.bin", "texts.idx"}) {
      files_.emplace_back(folder_ / name, std::ios::binary);
    }
    write_offset();
  }

  void add(const FamilyLines& family) {
    files_[0] << family.truth;
    files_[1] << family.sources;
    for (std::size_t i = 0; i < family.articles.size(); ++i) {
      if (articles_ % articles_a_file == 0) open_next();
      ++articles_;
      records_ << family.articles[i];
      files_[2] << family.texts[i];
      bytes_ += family.texts[i].size();
      write_offset();
    }
  }

  [[nodiscard]] bool close() {
    bool good = articles_ == 0 || records_.good();
    records_.close();
    for (std::ofstream& file : files_) {
      file.close();
      good = good && file.good();
    }
    return good;
  }

  [[nodiscard]] std::uint64_t articles() const { return articles_; }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  void open_next() {
    const std::uint64_t part = articles_ / articles_a_file;
    if (records_.is_open()) records_.close();
    records_.open(folder_ / (part == 0 ? std::string("articles.jsonl")
                                       : fmt::format("articles-{:02}.jsonl", part)),
                  std::ios::binary);
  }
  void write_offset() {
    std::array<char, sizeof(bytes_)> offset{};
    std::memcpy(offset.data(), &bytes_, sizeof(bytes_));
    files_[3].write(offset.data(), offset.size());
  }

  std::filesystem::path folder_;
  std::ofstream records_;
  std::vector<std::ofstream> files_;
  std::uint64_t articles_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace

Result<Done> generate(const Request& request, std::ostream& out) {
  if (request.output.empty()) {
    return Error{ErrorKind::usage, "bench generate wants a folder to write to: -o DIR"};
  }
  const Result<std::unique_ptr<Press>> press = open_press(request.paths);
  if (!press) return press.error();
  const FamilyRules rules{.date_missing = 0.05, .date_late = 0.02};
  const std::uint64_t wanted = request.articles == 0 ? default_articles : request.articles;
  Collection collection(request.output);
  std::uint64_t families = 0;
  while (collection.articles() < wanted) {
    const std::vector<PlannedFamily> planned =
        plan_families(**press, request.seed, rules, families, wanted - collection.articles());
    if (planned.empty()) {
      out << fmt::format("The base texts are enough for {} articles.\n", collection.articles());
      break;
    }
    std::vector<FamilyLines> lines(planned.size());
    parallel_for(request.jobs, planned.size(), [&](std::size_t i) {
      const Family family = grow(**press, request.seed, rules, planned[i]);
      lines[i] = write_family(family, request.seed, (*press)->newsrooms);
    });
    for (const FamilyLines& family : lines) collection.add(family);
    families += planned.size();
  }
  if (!collection.close()) {
    return Error{ErrorKind::unwritable,
                 fmt::format("{} cannot be written; is there room?", request.output)};
  }
  out << fmt::format("generate.articles: {}\ngenerate.families: {}\ngenerate.megabytes: {:.1f}\n",
                     collection.articles(), families,
                     static_cast<double>(collection.bytes()) / 1e6);
  return Done{};
}

}  // namespace twosource::bench
