#include "twosource/base/files.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iterator>

#include "twosource/base/gzip.hpp"
#include "twosource/base/temporary_folder_test.hpp"

namespace fs = std::filesystem;
using namespace twosource;

namespace {

constexpr std::size_t enough = 1 << 20;

std::size_t entries_of(const TemporaryFolder& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
}

std::string zipped(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string input = bytes;
  std::string out(compressBound(static_cast<uLong>(bytes.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

FoundInputs find(std::vector<std::string> inputs) {
  return find_inputs(inputs);
}

ErrorKind kind_of(const Result<std::string>& result) {
  REQUIRE_FALSE(result.has_value());
  return result.error().kind;
}

}  // namespace

TEST_CASE("a folder gives all its files in the order of their names, hidden ones left out") {
  const TemporaryFolder scratch;
  const std::string b = scratch.write("b.txt", "b");
  const std::string a = scratch.write("sub/deep/a.html", "a");
  scratch.write(".hidden", "x");
  scratch.write(".git/config", "x");
  const FoundInputs found = find({scratch.path()});
  CHECK(found.files == std::vector<std::string>{b, a});
  CHECK(found.problems.empty());
}

TEST_CASE("a file named twice, also by another spelling or a link, is one file") {
  const TemporaryFolder scratch;
  const std::string a = scratch.write("a.txt", "a");
  fs::create_symlink(a, scratch.at("z.txt"));
  const FoundInputs found =
      find({a, scratch.path() + "/./a.txt", scratch.at("z.txt"), scratch.path()});
  CHECK(found.files == std::vector<std::string>{a});
}

TEST_CASE("the order of the inputs changes nothing") {
  const TemporaryFolder scratch;
  const std::string a = scratch.write("one/a.txt", "a");
  fs::create_directory_symlink(scratch.at("one"), scratch.at("two"));
  const FoundInputs forth = find({scratch.at("one"), scratch.at("two"), "-"});
  const FoundInputs back = find({"-", scratch.at("two"), scratch.at("one")});
  CHECK(forth.files == back.files);
  CHECK(forth.files == std::vector<std::string>{"-", a});
}

TEST_CASE("a loop of links is a problem and everything else is found") {
  const TemporaryFolder scratch;
  const std::string a = scratch.write("sub/a.txt", "a");
  fs::create_directory_symlink(scratch.path(), scratch.at("sub/back"));
  fs::create_symlink(scratch.at("y"), scratch.at("x"));
  fs::create_symlink(scratch.at("x"), scratch.at("y"));
  const FoundInputs found = find({scratch.path()});
  CHECK(found.files == std::vector<std::string>{a});
  REQUIRE(found.problems.size() == 3);
  CHECK(found.problems[0].path == scratch.at("sub/back"));
  CHECK(found.problems[0].error.message ==
        scratch.at("sub/back") + ": a link back to a folder above it, not followed; remove it");
  CHECK(found.problems[1].error.message ==
        scratch.at("x") + ": a loop of links; remove or mend it");
}

TEST_CASE("a maze of links costs no more than the folders it connects") {
  const TemporaryFolder scratch;
  // Thirty folders with two links each to the next: 2^30 ways to the one file.
  for (int i = 0; i < 30; ++i) {
    const fs::path folder = scratch.at("maze/" + std::to_string(i));
    fs::create_directories(folder);
    fs::create_directory_symlink(scratch.at("maze/" + std::to_string(i + 1)), folder / "left");
    fs::create_directory_symlink(scratch.at("maze/" + std::to_string(i + 1)), folder / "right");
  }
  scratch.write("maze/30/a.txt", "a");
  CHECK(find({scratch.at("maze/0")}).files.size() == 1);
}

TEST_CASE("a pattern that the shell left alone is expanded") {
  const TemporaryFolder scratch;
  const std::string a = scratch.write("a.txt", "a");
  const std::string b = scratch.write("b.txt", "b");
  scratch.write("c.html", "c");
  CHECK(find({scratch.at("*.txt")}).files == std::vector<std::string>{a, b});
  const FoundInputs none = find({scratch.at("*.pdf")});
  REQUIRE(none.problems.size() == 1);
  CHECK(none.problems[0].error.kind == ErrorKind::missing);
}

TEST_CASE("a file whose name looks like a pattern is that file") {
  const TemporaryFolder scratch;
  const std::string odd = scratch.write("what[1]*?.txt", "a");
  CHECK(find({odd}).files == std::vector<std::string>{odd});
}

TEST_CASE("what is not there, a dead link, an empty folder and a pipe are problems") {
  const TemporaryFolder scratch;
  fs::create_symlink(scratch.at("nothing"), scratch.at("dead"));
  fs::create_directory(scratch.at("empty"));
  ::mkfifo(scratch.at("pipe").c_str(), 0600);
  const FoundInputs found =
      find({scratch.at("gone"), scratch.at("dead"), scratch.at("empty"), scratch.at("pipe")});
  CHECK(found.files.empty());
  REQUIRE(found.problems.size() == 4);
  CHECK(found.problems[0].error.kind == ErrorKind::missing);
  CHECK(found.problems[1].error.kind == ErrorKind::empty);
  CHECK(found.problems[2].error.message ==
        scratch.at("gone") + ": no such file or folder; check the path");
  CHECK(found.problems[3].error.kind == ErrorKind::unreadable);
}

TEST_CASE("a file is read as it is, with every byte") {
  const TemporaryFolder scratch;
  const std::string bytes("a\0b\r\n\xff", 6);
  CHECK(*read_file(scratch.write("x", bytes), enough) == bytes);
  CHECK(read_file(scratch.write("y", ""), enough)->empty());
}

TEST_CASE("gzip is unpacked, also in several members and with zeros behind") {
  const TemporaryFolder scratch;
  const std::string long_text(300000, 'n');
  CHECK(*read_file(scratch.write("a.gz", zipped(long_text)), enough) == long_text);
  CHECK(*read_file(scratch.write("b", zipped("one ") + zipped("") + zipped("two")), enough) ==
        "one two");
  CHECK(*read_file(scratch.write("c", zipped("one") + std::string(512, '\0')), enough) == "one");
}

TEST_CASE("gzip that is cut off anywhere or corrupted is damaged") {
  const TemporaryFolder scratch;
  const std::string whole = zipped("The harbour of Selne was closed on Monday.");
  for (std::size_t size = 2; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(kind_of(gunzip(whole.substr(0, size), enough)) == ErrorKind::damaged);
  }
  std::string flipped = whole;
  flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 1);  // checksum
  CHECK(kind_of(gunzip(flipped, enough)) == ErrorKind::damaged);
  CHECK(kind_of(gunzip(whole + "tail", enough)) == ErrorKind::damaged);
}

TEST_CASE("what is larger than the limit is refused, packed or not") {
  const TemporaryFolder scratch;
  const std::string bomb = zipped(std::string(std::size_t{20} << 20U, '\0'));
  CHECK(bomb.size() < 200000);
  CHECK(kind_of(read_file(scratch.write("bomb.gz", bomb), enough)) == ErrorKind::too_large);
  const std::string large = scratch.write("large", std::string(1001, 'x'));
  CHECK(kind_of(read_file(large, 1000)) == ErrorKind::too_large);
  CHECK(read_file(large, 1001).has_value());
}

TEST_CASE("a folder, a pipe, a device and nothing at all are refused at once") {
  const TemporaryFolder scratch;
  ::mkfifo(scratch.at("pipe").c_str(), 0600);
  CHECK(kind_of(read_file(scratch.path(), enough)) == ErrorKind::unreadable);
  CHECK(kind_of(read_file(scratch.at("pipe"), enough)) == ErrorKind::unreadable);
  CHECK(kind_of(read_file("/dev/zero", enough)) == ErrorKind::unreadable);
  CHECK(kind_of(read_file(scratch.at("gone"), enough)) == ErrorKind::missing);
  CHECK(read_file(scratch.at("gone"), enough).error().message ==
        scratch.at("gone") + ": no such file; check the path");
}

TEST_CASE("a file that one may not read is named with what to do") {
  if (::geteuid() == 0) return;  // the superuser may read everything
  const TemporaryFolder scratch;
  const std::string path = scratch.write("secret", "x");
  ::chmod(path.c_str(), 0);
  CHECK(read_file(path, enough).error().message ==
        path + ": you may not read it; check permissions");
}

TEST_CASE("a file is written whole, and an older one replaced") {
  const TemporaryFolder scratch;
  const std::string path = scratch.write("report.json", "old");
  CHECK(write_file_whole(path, "new").has_value());
  CHECK(scratch.read("report.json") == "new");
  CHECK(write_file_whole(scratch.at("second"), "").has_value());
  CHECK(scratch.read("second").empty());
  CHECK(entries_of(scratch) == 2);
}

TEST_CASE("writing follows a link and leaves it a link") {
  const TemporaryFolder scratch;
  const std::string target = scratch.write("target", "old");
  fs::create_symlink(target, scratch.at("link"));
  CHECK(write_file_whole(scratch.at("link"), "new").has_value());
  CHECK(fs::is_symlink(scratch.at("link")));
  CHECK(scratch.read("target") == "new");
}

TEST_CASE("a full disk gives one sentence, and the device is still a device") {
  const Result<Done> written = write_file_whole("/dev/full", "some bytes");
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().kind == ErrorKind::unwritable);
  CHECK(written.error().message ==
        "/dev/full: cannot be written (No space left on device); make room on the disk");
  CHECK(fs::is_character_file("/dev/full"));
  CHECK(write_file_whole("/dev/null", "some bytes").has_value());
}

TEST_CASE("a disk that fills up while writing leaves the old file and nothing else") {
  const TemporaryFolder scratch;
  const std::string path = scratch.write("report.json", "old");
  // A limit on the size of files fails in the middle of a write, as a full disk does.
  struct rlimit before {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const struct rlimit small { 1000, before.rlim_max };
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  const Result<Done> written = write_file_whole(path, std::string(5000, 'x'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  static_cast<void>(std::signal(SIGXFSZ, handler));
  CHECK_FALSE(written.has_value());
  CHECK(scratch.read("report.json") == "old");
  CHECK(entries_of(scratch) == 1);
}

TEST_CASE("after a failed write nothing new is there and the old file is as it was") {
  const TemporaryFolder scratch;
  CHECK_FALSE(write_file_whole(scratch.at("no/such/folder/x"), "x").has_value());
  fs::create_directory(scratch.at("folder"));
  CHECK_FALSE(write_file_whole(scratch.at("folder"), "x").has_value());
  CHECK(entries_of(scratch) == 1);
}
