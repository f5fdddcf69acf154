#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "bench/evaluations.hpp"
#include "bench/mapped_texts.hpp"
#include "bench/passage_truth.hpp"

namespace twosource::bench {
namespace {

// A folder of generated articles that goes away with the test.
class Generated {
 public:
  explicit Generated(std::uint64_t articles)
      : path_(std::filesystem::temp_directory_path() /
              fmt::format("twosource-passages-{}", getpid())) {
    Request request;
    request.articles = articles;
    request.output = path_.string();
    std::ostringstream out;
    REQUIRE(generate(request, out));
  }
  ~Generated() { std::filesystem::remove_all(path_); }
  Generated(const Generated&) = delete;
  Generated& operator=(const Generated&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE(
    "passages in generated articles: nearly all that was copied is found, and no run missing") {
  const Generated folder(300);
  Request request;
  request.paths = {folder.path()};
  std::ostringstream out;
  REQUIRE(time_passages(request, out));
  CHECK(out.str().find("\npassages.articles: 300\n") != std::string::npos);
  CHECK(out.str().find("\npassages.oracle_missing: 0\n") != std::string::npos);

  const Result<MappedTexts> mapped = MappedTexts::open(folder.path(), 0);
  REQUIRE(mapped);
  PassageTruth truth(mapped->texts().size());
  const TruthRecall nothing = truth.measure(folder.path());
  CHECK(nothing.articles == 300);
  CHECK(nothing.passages > 50);
  CHECK(nothing.found == 0);
  find_archive_passages(mapped->texts(), Jobs{1}, archive_rules,
                        [&](const PlacedPassages& found) { truth.take(found); });
  const TruthRecall recall = truth.measure(folder.path());
  CHECK(recall.bytes == nothing.bytes);
  CHECK(recall.found <= recall.bytes);
  CHECK(recall.share() > 0.9);
  CHECK(truth.measure(folder.path() + "/nothing-here").articles == 0);
}

TEST_CASE("passages between the same articles at another place are not what was copied") {
  const Generated folder(300);
  const Result<MappedTexts> mapped = MappedTexts::open(folder.path(), 0);
  REQUIRE(mapped);
  PassageTruth truth(mapped->texts().size());
  find_archive_passages(mapped->texts(), Jobs{1}, archive_rules, [&](PlacedPassages found) {
    for (AlignedRun& run : found.runs) run.a = run.b = {0, 1};
    truth.take(found);
  });
  CHECK(truth.measure(folder.path()).found == 0);
}

}  // namespace twosource::bench
