#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include <fmt/format.h>

#include "bench/evaluations.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace twosource::bench {
namespace {

// 13 bytes of a first line, then the body.
const std::string text =
    "The old ferry\n\n"
    "The ferry left the quay of Selne at noon, and the rain that had fallen since Monday went "
    "on.\n\n"
    "Anna Orlo said that the bridge would hold. The mayor of the town went home by the last "
    "train.\n";

std::string hash_of_text() {
  return sha256(text).substr(0, 16);
}

// A label of what Anna Orlo said, with her name or another word of the text as the speaker.
std::string label(const std::string& hash, const std::string& speaker) {
  const std::size_t name = text.find("Anna Orlo");
  const std::size_t content = text.find("that the bridge would hold");
  const std::size_t at = text.find(speaker);
  return fmt::format("{}\tyes\tindirect\t{}-{}\t{}-{}\t{}-{}\t{}-{}\tnamed\n", hash, content,
                     content + 26, name + 10, name + 14, name, name + 9, at, at + speaker.size());
}

std::string measure(const TemporaryFolder& folder, const std::string& labels) {
  folder.write("labels.tsv", labels);
  folder.write("ferry.txt", text);
  Request request;
  request.paths = {folder.path() + "/labels.tsv", folder.path() + "/ferry.txt"};
  std::ostringstream out;
  const Result<Done> done = measure_statements(request, out);
  return done ? out.str() : "error: " + done.error().message;
}

bool has(const std::string& text_of_bench, const std::string& line) {
  return text_of_bench.find(line + "\n") != std::string::npos;
}

TEST_CASE("a statement answers its label, and a speaker of another name is wrong") {
  const TemporaryFolder folder;
  const std::string right = measure(folder, label(hash_of_text(), "Anna Orlo"));
  CAPTURE(right);
  CHECK(has(right, "statements.recall: 1.0000"));
  CHECK(has(right, "statements.exact: 1.0000"));
  CHECK(has(right, "statements.speaker_right: 1"));
  const std::string wrong = measure(folder, label(hash_of_text(), "Selne"));
  CAPTURE(wrong);
  CHECK(has(wrong, "statements.speaker_right: 0"));
  CHECK(has(wrong, "statements.speaker_wrong: 1"));
}

TEST_CASE("labels of another text, broken labels and none are refused") {
  const TemporaryFolder folder;
  CHECK(measure(folder, label("0123456789abcdef", "Selne")).find("not among the files") !=
        std::string::npos);
  CHECK(measure(folder, "# nothing\n").find("holds no labels") != std::string::npos);
  CHECK(measure(folder, "0123456789abcdef\tyes\tindirect\t5-2\t-\t-\tnobody\tunresolved\n")
            .find("line 1 is no label") != std::string::npos);
  CHECK(measure(folder, hash_of_text() + "\tyes\tindirect\t5-20000\t-\t-\tnobody\tunresolved\n")
            .find("behind the end") != std::string::npos);
}

}  // namespace
}  // namespace twosource::bench
