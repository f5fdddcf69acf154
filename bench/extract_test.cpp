#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "bench/evaluations.hpp"

namespace twosource::bench {
namespace {

const std::string fog = "The harbour of Selne was closed for a day because of fog, the port said.";
const std::string ferry = "Two ferries had to wait at sea until the pilots could see the lights.";

class Folder {
 public:
  Folder() { std::filesystem::create_directories(path_ / "html"); }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string score() const {
    std::ostringstream out;
    const Result<Done> done = extract({{path_.string()}, {}}, out);
    return done ? out.str() : "error: " + done.error().message;
  }

 private:
  std::filesystem::path path_ = std::filesystem::temp_directory_path() / "twosource-bench-extract";
};

bool has_line(const std::string& text, const std::string& line) {
  return text.find("\n" + line + "\n") != std::string::npos;
}

TEST_CASE("a body that is found whole scores one, and missing pages are counted") {
  const Folder folder;
  folder.write("articles.json", R"({"a": {"articleBody": ")" + fog + " " + ferry +
                                    R"(", "title": "Fog", "date": "2031-05-04"},
                                    "b": {"articleBody": "x"}})");
  folder.write("html/a.html", "<h1>Fog</h1><p>" + fog + "</p><p>" + ferry + "</p>");
  const std::string table = folder.score();
  CHECK(has_line(table, "extract.f1: 1.0000"));
  CHECK(has_line(table, "1 pages of articles.json are missing"));
}

TEST_CASE("precision and recall are those of bags of four words") {
  const Folder folder;
  // The truth has 15 words, so 12 shingles; the page has 29 words, 26 shingles, 12 of them right.
  // right.
  folder.write("articles.json", R"({"a": {"articleBody": ")" + fog + R"("}})");
  folder.write("html/a.html", "<p>" + fog + "</p><p>" + ferry + "</p>");
  CHECK(has_line(folder.score(), "extract.f1: 0.6316"));  // 2 * 12 / (12 + 26)
}

TEST_CASE("a folder without the data set is an error") {
  const Folder folder;
  CHECK(folder.score().starts_with("error: "));
  folder.write("articles.json", "[]");
  CHECK(folder.score().ends_with("not an object of pages"));
  folder.write("articles.json", "{}");
  CHECK(folder.score().ends_with("no page of articles.json in html/"));
}

}  // namespace
}  // namespace twosource::bench
