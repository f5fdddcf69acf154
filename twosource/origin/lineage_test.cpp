// Who took what from whom, one test for each way in which articles come from each other.
#include "twosource/origin/lineage.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "twosource/origin/newsroom_test.hpp"
#include "twosource/origin/origins.hpp"

namespace twosource {
namespace {

const std::vector<std::string> ferry = {
    "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour, the "
    "coastguard said.",
    "The ship had left the island of Varn an hour earlier with ninety passengers on board, among "
    "them two school classes.",
    "Divers examined the hull until nightfall and found a crack below the waterline, according to "
    "the port's safety officer.",
    "The pier will stay closed for at least a week while engineers replace eleven of its wooden "
    "piles.",
    "A second ferry has taken over the line and runs every ninety minutes from the western quay "
    "of the old fishing port.",
    "Two of the hurt were treated for bruises and went home; the third has a broken wrist and was "
    "kept in hospital overnight."};
const std::vector<std::string> bakery = {
    "The oldest bakery of the quarter has baked its last loaf after a hundred and twelve years of "
    "business.",
    "Its owner, Ida Morrow, shut the shutters herself on Monday evening and gave the remaining "
    "rolls to the children of the street.",
    "A rise in the rent by more than a third had left her no choice, she explained while she wiped "
    "the counter.",
    "The landlord wants to let the rooms to a chain that sells telephones and has three branches "
    "in the city."};

const std::vector<std::string> school = {
    "The village school of Upper Tarn will open again in autumn after nine years in which its "
    "children rode the bus.",
    "Forty-one pupils have been enrolled so far, twice as many as the council had hoped for when "
    "it voted on the plan.",
    "A carpenter from the next valley is making the desks from larch that fell in the January "
    "storm.",
    "The new head teacher, Runa Calloway, taught mathematics on a research ship before she "
    "applied for the post.",
    "Parents have dug a garden behind the gymnasium, where every class is to grow beans and "
    "keep a row of hives."};

std::string text_of(const std::vector<std::string>& sentences) {
  std::string text = "A headline";
  for (const std::string& sentence : sentences) text += "\n\n" + sentence;
  return text;
}

std::vector<std::string> first_of(const std::vector<std::string>& sentences, std::size_t count) {
  return {sentences.begin(), sentences.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::vector<std::string> changed(std::vector<std::string> sentences, std::size_t at,
                                 const std::string& from, const std::string& to) {
  const std::size_t found = sentences[at].find(from);
  REQUIRE(found != std::string::npos);
  sentences[at].replace(found, from.size(), to);
  return sentences;
}

std::vector<std::string> joined(std::vector<std::string> first,
                                const std::vector<std::string>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// B's edits of the ferry text, in three sentences.
std::vector<std::string> edited() {
  std::vector<std::string> text = changed(ferry, 0, "people were hurt", "men were injured badly");
  text = changed(text, 1, "ninety passengers", "some ninety paying guests");
  return changed(text, 2, "until nightfall", "well into the evening");
}

/// "0 -> 1, (agency text (NWA)) -> 2".
std::string edges(const Newsroom& room) {
  const Origins origins = room.trace();
  std::string text;
  for (const Lineage& edge : origins.lineage) {
    if (!text.empty()) text += ", ";
    text += edge.from_origin ? fmt::format("({})", origins.origins[edge.from].name)
                             : fmt::format("{}", edge.from);
    text += fmt::format(" -> {}", edge.to);
    if (edge.kind == LineageKind::version) text += " version";
  }
  return text;
}

bool has_edge(const std::vector<Print>& prints, const std::string& edge) {
  return edges(Newsroom(prints)).find(edge) != std::string::npos;
}

Print print(const std::string& outlet, const std::vector<std::string>& sentences,
            const std::string& hour = {}) {
  return {.outlet = outlet,
          .text = text_of(sentences),
          .published = hour.empty() ? "" : "2031-05-04 " + hour};
}

TEST_CASE("copies of an article that was there first come from it") {
  CHECK(
      edges(Newsroom({print("Courier", ferry, "08:00"), print("Post", first_of(ferry, 4), "09:00"),
                      print("Mail", first_of(ferry, 3), "10:00")})) == "0 -> 1, 0 -> 2");
}

TEST_CASE("a copy of a copy comes from the copy whose edits it has") {
  CHECK(edges(Newsroom({print("Courier", ferry, "08:00"), print("Post", edited(), "09:00"),
                        print("Mail", first_of(edited(), 5), "10:00")})) == "0 -> 1, 1 -> 2");
}

TEST_CASE("of two copies with the same edits the later one comes from the earlier") {
  CHECK(edges(Newsroom({print("Courier", ferry, "08:00"),
                        print("Post", first_of(edited(), 5), "10:00"),
                        print("Mail", edited(), "09:00")})) == "2 -> 1, 0 -> 2");
}

TEST_CASE("without dates the copy that kept more of the agency's own file is the nearer one") {
  Print agency = print("AP", ferry);
  agency.url = "https://apnews.com/1";
  const std::vector<std::string> further =
      changed(edited(), 3, "at least a week", "seven days or longer");
  CHECK(edges(Newsroom({agency, print("Post", edited()), print("Mail", further)})) ==
        "0 -> 1, 1 -> 2");
}

TEST_CASE("prints of a text outside the story come from that text") {
  Print one =
      print("Post", changed(ferry, 1, "ninety passengers", "some ninety paying guests"), "08:00");
  Print two = print("Mail", changed(ferry, 2, "until nightfall", "well into the evening"), "09:00");
  one.text = "A headline\n\nSELNE (NWA) — " + one.text.substr(12);
  two.text = "A headline\n\nSELNE (NWA) — " + two.text.substr(12);
  CHECK(edges(Newsroom({one, two})) == "(agency text (NWA)) -> 0, (agency text (NWA)) -> 1");
}

TEST_CASE("a copy of a print whose source is outside has the print's edits and no other's") {
  const std::vector<std::string> other =
      changed(ferry, 3, "at least a week", "seven days or longer");
  CHECK(edges(Newsroom({print("Post", edited(), "08:00"), print("Mail", ferry, "08:00"),
                        print("Echo", other, "08:00"), print("Star", ferry, "08:00"),
                        print("Times", edited(), "11:00")})) ==
        "(common text of 5 articles, source not among them) -> 0, "
        "(common text of 5 articles, source not among them) -> 1, "
        "(common text of 5 articles, source not among them) -> 2, "
        "(common text of 5 articles, source not among them) -> 3, 0 -> 4");
}

TEST_CASE("an article stitched together from two comes from both") {
  CHECK(edges(Newsroom({print("Courier", ferry, "08:00"), print("Post", bakery, "08:30"),
                        print("Mail", joined(first_of(ferry, 3), bakery), "09:00")})) ==
        "1 -> 2, 0 -> 2");
}

TEST_CASE("an article that lifts a passage keeps its own origin for the rest") {
  const Newsroom room({print("Courier", ferry, "08:00"),
                       print("Post", joined(bakery, first_of(ferry, 2)), "09:00")});
  CHECK(edges(room) == "0 -> 1");
  CHECK(room.sum() == "0 shown, at most 2");
  CHECK(room.origin_of(1, "The oldest bakery") == "unclear: Post");
  CHECK(room.origin_of(1, "Three people") == "unclear: Courier");
}

TEST_CASE("a new version of an outlet's article is a version and no second source") {
  const Newsroom room({print("Courier", ferry, "08:00"),
                       print("Courier", joined(ferry, first_of(bakery, 1)), "09:00")});
  CHECK(edges(room) == "0 -> 1 version");
  CHECK(room.sum() == "0 shown, at most 1");
}

TEST_CASE("without dates the version that has grown is the later one") {
  CHECK(edges(Newsroom({print("Courier", joined(ferry, first_of(bakery, 2))),
                        print("Courier", ferry)})) == "1 -> 0 version");
  CHECK(edges(Newsroom(
            {print("Courier", ferry), print("Courier", joined(ferry, first_of(bakery, 2)))})) ==
        "0 -> 1 version");
  // A date says more.
  CHECK(edges(Newsroom({print("Courier", joined(ferry, first_of(bakery, 2)), "08:00"),
                        print("Courier", ferry, "09:00")})) == "0 -> 1 version");
}

TEST_CASE("an earlier article that has every word needs no agency beside it") {
  Print credited = print("Mail", changed(ferry, 2, "until nightfall", "all day"), "11:00");
  credited.text = "A headline\n\nSELNE (NWA) — " + credited.text.substr(12);
  const auto from = [&](const std::vector<std::string>& earlier, const std::string& credit) {
    Print copy = print("Echo", ferry, "10:00");
    copy.text = "A headline\n\n" + credit + copy.text.substr(12);
    return has_edge({print("Post", earlier, "08:00"), copy, credited}, "0 -> 1");
  };
  CHECK(from(ferry, ""));
  CHECK_FALSE(from(ferry, "SELNE (NWA) — "));
  CHECK_FALSE(from(changed(ferry, 3, "at least a week", "seven days"), ""));
  CHECK_FALSE(from(changed(ferry, 3, "at least a week", "at least one whole week"), ""));
}

TEST_CASE("without dates who took a passage apart had it from where it stands together") {
  const std::vector<std::string> source = joined(ferry, first_of(bakery, 1));
  const std::vector<std::string> apart = {school[0], ferry[1], school[1], ferry[2],
                                          school[2], ferry[3], school[3]};
  CHECK(has_edge({print("Courier", source), print("Post", apart)}, "0 -> 1"));
  CHECK(has_edge({print("Post", apart), print("Courier", source)}, "1 -> 0"));
  CHECK_FALSE(has_edge({print("Post", apart), print("Courier", source)}, "0 -> 1"));
  // A third that has more of it shows that the source may be elsewhere.
  const std::vector<std::string> third = joined(first_of(ferry, 4), first_of(school, 1));
  CHECK_FALSE(
      has_edge({print("Courier", source), print("Post", apart), print("Mail", third)}, "0 -> 1"));
}

TEST_CASE("without dates who shows nothing had it from the one that reported") {
  Print reported = print("Courier", ferry);
  reported.authors = {"Ida Morrow"};
  reported.text = "A headline\n\nSELNE — " + reported.text.substr(12);
  const Print bare = print("Post", first_of(ferry, 4));
  CHECK(has_edge({reported, bare}, "0 -> 1"));
  CHECK(has_edge({bare, reported}, "1 -> 0"));
  Print rival = reported;
  rival.outlet = "Post";
  CHECK_FALSE(has_edge({reported, rival}, "0 -> 1"));
  Print credited = bare;
  credited.text = "A headline\n\nSELNE (NWA) — " + bare.text.substr(12);
  CHECK_FALSE(has_edge({reported, credited}, "0 -> 1"));
  CHECK_FALSE(has_edge({reported, print("Post", joined(school, first_of(ferry, 1)))}, "0 -> 1"));
}

TEST_CASE("without dates an article that two strangers make up was put together from them") {
  const std::vector<std::string> both = joined(first_of(ferry, 3), first_of(school, 3));
  for (const char* edge : {"0 -> 2", "1 -> 2"}) {
    CHECK(has_edge({print("Courier", ferry), print("Post", school), print("Mail", both)}, edge));
  }
  for (const char* edge : {"1 -> 0", "2 -> 0"}) {
    CHECK(has_edge({print("Mail", both), print("Courier", ferry), print("Post", school)}, edge));
  }
  // Two that share text are no strangers, and what does not go on may be cut from the other.
  CHECK_FALSE(has_edge(
      {print("Courier", ferry), print("Post", joined(school, {ferry[5]})), print("Mail", both)},
      "0 -> 2"));
  CHECK_FALSE(has_edge({print("Courier", first_of(ferry, 3)), print("Post", first_of(school, 3)),
                        print("Mail", both)},
                       "0 -> 2"));
}

TEST_CASE("a source that nobody dates and nothing shows stays outside") {
  CHECK(edges(Newsroom({print("Courier", ferry), print("Post", ferry)})) ==
        "(common text of 2 articles, source not among them) -> 0, "
        "(common text of 2 articles, source not among them) -> 1");
}

TEST_CASE("a shared quotation makes no edge") {
  const std::string speech =
      "“We will not rest until every single passenger of this ship has been brought home to his "
      "family and every question has been answered in public,” the minister said.";
  CHECK(edges(Newsroom({print("Courier", joined(ferry, {speech}), "08:00"),
                        print("Post", joined(bakery, {speech}), "09:00")}))
            .empty());
}

}  // namespace
}  // namespace twosource
