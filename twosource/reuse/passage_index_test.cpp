#include "twosource/reuse/passage_index.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace twosource {
namespace {

const std::string sentence =
    "The two ministers met behind closed doors for nearly three hours, an official in the harbour "
    "town said late on Monday";

std::string own_words(int number, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += fmt::format("word{}x{} ", number, i);
  return text;
}

// An index with its texts, as a program would keep them.
struct Desk {
  PassageIndex index;
  std::map<std::string, std::string, std::less<>> texts;

  void insert(const std::string& id, std::int64_t time, const std::string& text) {
    texts[id] = text;
    REQUIRE(index.insert(id, time, {texts[id], 0}).has_value());
  }
  [[nodiscard]] Matches match(std::string_view text, std::uint32_t body_begin = 0) const {
    return index.match({text, body_begin}, [&](std::string_view id) -> std::optional<BodyText> {
      const auto found = texts.find(id);
      if (found == texts.end()) return std::nullopt;
      return BodyText{found->second, 0};
    });
  }
  [[nodiscard]] std::string saved() const {
    std::string bytes;
    index.save([&](std::string_view piece) { bytes += piece; });
    return bytes;
  }
};

std::vector<std::string> ids_of(const Matches& found) {
  std::vector<std::string> ids;
  for (const Match& match : found.matches) ids.push_back(match.id);
  return ids;
}

// Three articles, two of which share the sentence.
Desk small_desk() {
  Desk desk;
  desk.insert("a", 100, "In the morning it rained. " + sentence + ".");
  desk.insert("b", 200, own_words(1, 30));
  desk.insert("c", 300, sentence + ". " + own_words(2, 30));
  return desk;
}

}  // namespace

TEST_CASE("a new text is matched with those held, and the places are those of the passage") {
  const Desk desk = small_desk();
  const std::string text = "Nobody was hurt. " + sentence + " again.";
  const Matches found = desk.match(text);
  CHECK(found.limits.empty());
  REQUIRE(ids_of(found) == std::vector<std::string>{"a", "c"});
  for (const Match& match : found.matches) {
    REQUIRE(match.shared.passages.size() == 1);
    const AlignedRun& run = match.shared.runs.at(0);
    CHECK(slice(desk.texts.find(match.id)->second, run.a) == sentence);
    CHECK(slice(text, run.b) == sentence);
  }
}

TEST_CASE("what stands before the body of a new text is not matched") {
  const Desk desk = small_desk();
  const std::string text = sentence + "\n\nNobody was hurt.";
  CHECK(desk.match(text).matches.size() == 2);
  CHECK(desk.match(text, static_cast<std::uint32_t>(sentence.size())).matches.empty());
}

TEST_CASE("an id that is held already is refused, and the index is as it was") {
  Desk desk = small_desk();
  const std::string before = desk.saved();
  const Result<Done> again = desk.index.insert("b", 900, {sentence, 0});
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().kind == ErrorKind::duplicate);
  CHECK(desk.saved() == before);
}

TEST_CASE("what is older than the given time expires, and its place is used again") {
  Desk desk = small_desk();
  CHECK(desk.index.expire(100) == 0);
  CHECK(desk.index.expire(250) == 2);
  CHECK(desk.index.size() == 1);
  CHECK(ids_of(desk.match(sentence)) == std::vector<std::string>{"c"});
  desk.insert("a", 400, sentence);
  CHECK(ids_of(desk.match(sentence)) == std::vector<std::string>{"a", "c"});
  CHECK(desk.index.expire(1000) == 2);
  CHECK(desk.index.places() == 0);
  CHECK(desk.match(sentence).matches.empty());
}

TEST_CASE("a held article whose text is gone or another is not compared, and that is said") {
  Desk desk = small_desk();
  desk.texts.erase("a");
  desk.texts["c"] = "Gone.";
  const Matches found = desk.match(sentence);
  CHECK(found.matches.empty());
  REQUIRE(found.limits.size() == 1);
  CHECK(found.limits[0].rfind("2 held articles were not compared", 0) == 0);
}

TEST_CASE("a text in hundreds of articles is held for few and followed to the earliest") {
  Desk desk;
  for (int i = 0; i < 300; ++i) {
    desk.insert(fmt::format("{:03}", i), i, own_words(i, 3) + sentence + " " + own_words(i, 9));
  }
  const std::uint64_t places = desk.index.places();
  desk.insert("another", 1000, sentence);
  CHECK(desk.index.places() <= places + 8);
  const Matches found = desk.match(sentence);
  CHECK(found.limits.size() == 1);
  CHECK(found.matches.size() < 64);
  for (int i = 0; i < 8; ++i)
    CHECK(found.matches.at(static_cast<std::size_t>(i)).id == fmt::format("{:03}", i));
}

TEST_CASE("a snapshot reloads to the same index") {
  const Desk desk = small_desk();
  const std::string bytes = desk.saved();
  Result<PassageIndex> loaded = PassageIndex::load(bytes);
  REQUIRE(loaded.has_value());
  Desk again{std::move(*loaded), desk.texts};
  CHECK(again.saved() == bytes);
  CHECK(ids_of(again.match(sentence)) == ids_of(desk.match(sentence)));
  again.insert("d", 50, sentence);
  CHECK(ids_of(again.match(sentence)) == std::vector<std::string>{"a", "c", "d"});
}

TEST_CASE("a snapshot does not tell in which order the articles came") {
  Desk forth;
  Desk back;
  const auto text = [](int i) { return own_words(i % 7, 40) + sentence; };
  for (int i = 0; i < 150; ++i) forth.insert(fmt::format("{}", i), i / 3, text(i));
  for (int i = 150; i-- > 0;) back.insert(fmt::format("{}", i), i / 3, text(i));
  back.insert("old", -5, "A short one.");
  back.index.expire(0);
  CHECK(forth.saved() == back.saved());
}

TEST_CASE("a snapshot that is cut, changed or foreign is refused in one sentence") {
  const std::string bytes = small_desk().saved();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(PassageIndex::load(std::string_view(bytes).substr(0, size)).has_value());
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    const Result<PassageIndex> loaded = PassageIndex::load(changed);
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().message.find('\n') == std::string::npos);
  }
  CHECK_FALSE(PassageIndex::load(bytes + "x").has_value());
  CHECK(PassageIndex::load("PK and so on").error().message ==
        "these bytes are no snapshot of a passage index");
  std::string newer = bytes;
  newer[8] = 2;
  CHECK(PassageIndex::load(newer).error().message ==
        "the index snapshot has format 2, this program reads format 1; build the index anew");
}

TEST_CASE("an empty index has a snapshot too, and empty texts can be held") {
  Desk desk;
  desk.insert("empty", 0, "");
  desk.insert("one", 0, "word");
  CHECK(desk.match("").matches.empty());
  CHECK(desk.match("word").matches.empty());
  CHECK(PassageIndex::load(desk.saved()).has_value());
  CHECK(PassageIndex::load(Desk{}.saved()).has_value());
}

}  // namespace twosource
