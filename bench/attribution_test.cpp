#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "bench/evaluations.hpp"
#include "bench/polnear.hpp"

namespace twosource::bench {
namespace {

class Folder {
 public:
  Folder() {
    std::filesystem::create_directories(path_ / "text");
    std::filesystem::create_directories(path_ / "attributions");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] Request request() const {
    Request request;
    request.paths = {path_.string()};
    return request;
  }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / "twosource-bench-attribution";
};

constexpr const char* text =
    "The quay of Selne\n"
    "\n"
    "“Thé quay is safe,” said Ana Orlo. It was a cold morning in the harbour of the old town, and "
    "the boats stayed out.\n";

// Offsets are code points: the é is one.
constexpr const char* marks =
    "T1\tContent 19 38\tThé quay is safe,\n"
    "T2\tCue 39 43\tsaid\n"
    "T3\tSource 44 52\tAna Orlo\n"
    "E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3\n";

TEST_CASE("marks become spans of the stored text, the first annotator's") {
  const Folder folder;
  folder.write("text/selne.txt", text);
  folder.write("attributions/selne_b.ann", "T1\tCue 0 3\tThe\n");
  folder.write("attributions/selne_a.ann", marks);
  folder.write("text/nobody.txt", "No one marked this.\n");
  const auto articles = read_polnear(folder.request());
  REQUIRE(articles);
  REQUIRE(articles->size() == 1);
  const MarkedArticle& article = articles->front();
  REQUIRE(article.attributions.size() == 1);
  const MarkedAttribution& one = article.attributions.front();
  REQUIRE(one.source.size() == 1);
  CHECK(slice(article.article.text, one.source[0]) == "Ana Orlo");
  CHECK(slice(article.article.text, one.cue.at(0)) == "said");
  CHECK(slice(article.article.text, one.content.at(0)) == "“Thé quay is safe,”");
}

TEST_CASE("pieces with only white space between them are one") {
  const Folder folder;
  folder.write("text/selne.txt", text);
  folder.write("attributions/selne.ann",
               "T1\tContent 19 28;29 38\tThé quay\n"
               "E1\tContent:T1\n");
  const auto articles = read_polnear(folder.request());
  REQUIRE(articles);
  REQUIRE(articles->front().attributions.size() == 1);
  CHECK(articles->front().attributions[0].content.size() == 1);
}

TEST_CASE("what is found is scored against what is marked") {
  const Folder folder;
  folder.write("text/selne.txt", text);
  folder.write("attributions/selne.ann", marks);
  std::ostringstream out;
  REQUIRE(measure_attribution(folder.request(), out));
  CHECK(out.str().find("attribution.content: 100.0\n") != std::string::npos);
  CHECK(out.str().find("attribution.whole_speech: 100.0\n") != std::string::npos);
}

TEST_CASE("a statement that nobody marked costs") {
  const Folder folder;
  folder.write("text/selne.txt", text);
  folder.write("attributions/selne.ann", "T1\tCue 0 3\tThe\n");
  std::ostringstream out;
  REQUIRE(measure_attribution(folder.request(), out));
  CHECK(out.str().find("attribution.content: 0.0\n") != std::string::npos);
}

TEST_CASE("a folder without the data is an error, not a score") {
  const Folder folder;
  std::ostringstream out;
  CHECK_FALSE(measure_attribution(folder.request(), out));
  folder.write("text/selne.txt", text);
  folder.write("attributions/selne.ann", "T1\tCue x 3\tThe\n");
  CHECK_FALSE(measure_attribution(folder.request(), out));
}

}  // namespace
}  // namespace twosource::bench
