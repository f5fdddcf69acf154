#include "twosource/origin/origins.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

// Two texts that share nothing, and a third for what an outlet adds of its own.
const std::string ferry =
    "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour, the "
    "coastguard said.\n\n"
    "The ship had left the island of Varn an hour earlier with ninety passengers on board, among "
    "them two school classes.\n\n"
    "Divers examined the hull until nightfall and found a crack below the waterline, according to "
    "the port's safety officer.\n\n"
    "The pier will stay closed for at least a week while engineers replace eleven of its wooden "
    "piles.";
const std::string bakery =
    "The oldest bakery of the quarter has baked its last loaf after a hundred and twelve years of "
    "business.\n\n"
    "Its owner, Ida Morrow, shut the shutters herself on Monday evening and gave the remaining "
    "rolls "
    "to the children of the street.\n\n"
    "A rise in the rent by more than a third had left her no choice, she explained while she wiped "
    "the counter.\n\n"
    "The landlord wants to let the rooms to a chain that sells telephones and has three branches "
    "in "
    "the city.";

std::string print(const std::string& before, const std::string& body,
                  const std::string& behind = {}) {
  std::string text = "A headline\n\n" + before;
  if (!before.empty() && !before.ends_with(' ')) text += "\n\n";
  text += body;
  if (!behind.empty()) text += "\n\n" + behind;
  return text;
}

TEST_CASE("an agency's text that many print is one origin, also where the credit was taken away") {
  const Newsroom newsroom({{.outlet = "Harbour Courier", .text = print("SELNE (NWA) — ", ferry)},
                           {.outlet = "Inland Post", .text = print("SELNE (NWA) — ", ferry)},
                           {.outlet = "Coast Mail", .text = print("", ferry)}});
  CHECK(newsroom.sum() == "1 shown, at most 1");
  CHECK(newsroom.counted() == "agency text (NWA) 0 1 2");
}

TEST_CASE("a text that one print gives to one agency and another to another is one of the two's") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("", ferry, "AFP")},
                           {.outlet = "Post", .text = print("", ferry, "Reuters")},
                           {.outlet = "Mail", .text = print("", ferry)}});
  CHECK(newsroom.counted() == "agency text (AFP or Reuters) 0 1 2");
  CHECK(newsroom.sum() == "1 shown, at most 1");
  const Newsroom both({{.outlet = "Courier", .text = print("", ferry, "AFP")},
                       {.outlet = "Post", .text = print("", ferry, "AFP/Reuters")},
                       {.outlet = "Mail", .text = print("", ferry)}});
  CHECK(both.counted() == "agency text (AFP) 0 1 2");
}

TEST_CASE("an agency text alone in its story is shown as the agency's") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("SELNE (NWA) — ", ferry)}});
  CHECK(newsroom.counted() == "agency text (NWA) 0");
  CHECK(newsroom.sum() == "1 shown, at most 1");
}

TEST_CASE("an article alone in its story without evidence is possible, not shown") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("", ferry)}});
  CHECK(newsroom.sum() == "0 shown, at most 1");
}

TEST_CASE("a byline with a dateline shows own reporting") {
  const Newsroom newsroom(
      {{.outlet = "Courier", .text = print("By Mara Lind\n\nSELNE — ", ferry)}});
  CHECK(newsroom.counted() == "own reporting: Courier 0");
}

TEST_CASE("a byline alone shows nothing, nor does a dateline alone") {
  CHECK(Newsroom({{.outlet = "Courier", .text = print("By Mara Lind", ferry)}}).sum() ==
        "0 shown, at most 1");
  CHECK(Newsroom({{.outlet = "Courier", .text = print("SELNE — ", ferry)}}).sum() ==
        "0 shown, at most 1");
}

TEST_CASE("the credit of a picture does not make the text the agency's") {
  const Newsroom newsroom(
      {{.outlet = "Courier", .text = print("The pier on Tuesday. Photo: AFP", ferry)},
       {.outlet = "Post", .text = print("", bakery, "(AP Photo/Jon Doe)")}});
  CHECK(newsroom.sum() == "0 shown, at most 2");
  CHECK(newsroom.origin_of(0, "The pier on Tuesday") == "-");
}

TEST_CASE("a contribution of an agency does not make the report the agency's") {
  const std::string note = "NWA contributed to this report.";
  const Newsroom newsroom({{.outlet = "Post", .text = print("", ferry, note)},
                           {.outlet = "Mail", .text = print("", ferry)},
                           {.outlet = "Echo", .text = print("VARN (NWA) — ", bakery)}});
  CHECK(newsroom.counted() ==
        "common text of 2 articles, source not among them 0 1\nagency text (NWA) 2");
}

TEST_CASE("texts of the same agency that share nothing are one origin of that agency") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("SELNE (AP) — ", ferry)},
                           {.outlet = "Post", .text = print("", bakery, "(AP)")}});
  CHECK(newsroom.counted() == "agency text (AP) 0 1");
}

TEST_CASE("texts of two agencies are two origins") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("SELNE (AP) — ", ferry)},
                           {.outlet = "Post", .text = print("", bakery, "© AFP")}});
  CHECK(newsroom.sum() == "2 shown, at most 2");
}

TEST_CASE("a text that several share and nobody signs is a common text: possible, not shown") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("", ferry)},
                           {.outlet = "Post", .text = print("", ferry)}});
  CHECK(newsroom.sum() == "0 shown, at most 1");
  CHECK(newsroom.counted() == "common text of 2 articles, source not among them 0 1");
}

TEST_CASE("a sentence that stands above two texts does not make them one") {
  const std::string lead =
      "Both the ferry and the bakery of Varn were closed on Tuesday by order of the harbour "
      "office, "
      "which gave no reasons for it at all.";
  const Newsroom newsroom({{.outlet = "Post", .text = print(lead, ferry)},
                           {.outlet = "Mail", .text = print(lead, ferry)},
                           {.outlet = "Times", .text = print(lead, bakery)},
                           {.outlet = "Echo", .text = print(lead, bakery)},
                           {.outlet = "Herald", .text = print(lead, ferry, bakery)}});
  CHECK(newsroom.counted() ==
        "common text of 3 articles, source not among them 0 1 4\n"
        "common text of 3 articles, source not among them 2 3 4");
}

TEST_CASE("an article stitched together from two others adds no origin") {
  const Newsroom newsroom(
      {{.outlet = "Courier",
        .text = print("By Mara Lind\n\nSELNE — ", ferry),
        .published = "2031-05-04 08:00"},
       {.outlet = "Post", .text = print("VARN (NWA) — ", bakery), .published = "2031-05-04 09:00"},
       {.outlet = "Mail", .text = print("", ferry, bakery), .published = "2031-05-04 10:00"}});
  CHECK(newsroom.counted() == "own reporting: Courier 0 2\nagency text (NWA) 1 2");
  CHECK(newsroom.sum() == "2 shown, at most 2");
}

TEST_CASE("without dates a shared text does not become the reporting of the one who signs it") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("By Mara Lind\n\nSELNE — ", ferry)},
                           {.outlet = "Mail", .text = print("", ferry)}});
  CHECK(newsroom.sum() == "0 shown, at most 1");
}

TEST_CASE("a copied text that says it told the Courier is the Courier's") {
  const std::string told =
      ferry +
      "\n\n“We heard a bang and then nothing at all for a whole minute,” the captain, Olaf "
      "Brandt, told the Courier in the harbour office.";
  const Newsroom newsroom({{.outlet = "Selne Courier", .text = print("", told)},
                           {.outlet = "Mail", .text = print("", told)}});
  CHECK(newsroom.counted() == "own reporting: Selne Courier 0 1");
}

TEST_CASE("shared quotations do not make two reports one") {
  const std::string speech =
      "“We will not rest until every single passenger of this ship has been brought home to his "
      "family,” the minister said.";
  const Newsroom newsroom(
      {{.outlet = "Courier", .text = print("By Mara Lind\n\nSELNE — ", ferry, speech)},
       {.outlet = "Post", .text = print("By Tom Brask\n\nSELNE — ", bakery, speech)}});
  CHECK(newsroom.sum() == "2 shown, at most 2");
  CHECK(newsroom.origin_of(0, "“We will") == "-");
}

TEST_CASE("versions of one outlet are one source") {
  const Newsroom newsroom({{.outlet = "Courier",
                            .text = print("By Mara Lind\n\nSELNE — ", ferry),
                            .published = "2031-05-04 08:00"},
                           {.outlet = "Courier",
                            .text = print("By Mara Lind\n\nSELNE — ", ferry, bakery),
                            .published = "2031-05-04 10:00"}});
  CHECK(newsroom.counted() == "own reporting: Courier 0 1");
  const Origins origins = newsroom.trace();
  REQUIRE(origins.lineage.size() == 1);
  CHECK(origins.lineage.front().kind == LineageKind::version);
  CHECK(origins.lineage.front().from == 0);
  CHECK(origins.lineage.front().to == 1);
}

TEST_CASE("a press release that two print is one origin") {
  const Newsroom newsroom({{.outlet = "Freight", .text = print("PRESS RELEASE", ferry)},
                           {.outlet = "Islander", .text = print("", ferry)}});
  CHECK(newsroom.counted() == "press release printed by Freight 0 1");
}

TEST_CASE("a sentence that names its source belongs to it") {
  const Newsroom newsroom(
      {{.outlet = "Coast FM",
        .text = print("", bakery,
                      "The Northwater News Agency reported that nine people had been hurt.")}});
  CHECK(newsroom.origin_of(0, "The Northwater") == "agency text (Northwater News Agency)");
  CHECK(newsroom.sum() == "0 shown, at most 1");
}

TEST_CASE("who only names an agency cites it, who prints its text carries it") {
  const std::string named = "Reuters reported that nine people had been hurt.";
  const Origins cited = Newsroom({{.outlet = "Courier", .text = print("", ferry, "Reuters")},
                                  {.outlet = "Post", .text = print("", ferry)},
                                  {.outlet = "Mail", .text = print("", bakery, named)}})
                            .trace();
  const auto reuters = std::ranges::find(cited.origins, OriginKind::agency, &Origin::kind);
  REQUIRE(reuters != cited.origins.end());
  CHECK(reuters->articles == std::vector<ArticleIndex>{0, 1, 2});
  CHECK(reuters->citing == std::vector<ArticleIndex>{2});
  const std::vector<Reason>& steps = cited.sums.front().steps;
  CHECK(std::ranges::any_of(steps, [](const Reason& step) {
    return step.text ==
           "2 of 3 articles carry the agency text (Reuters), 1 more cites it: one "
           "origin, however often it is printed.";
  }));
}

TEST_CASE("an origin counts from three sentences and 15 % of an article on") {
  const std::string two = ferry.substr(0, ferry.find("\n\n", ferry.find("\n\n") + 2));
  std::string long_text = bakery;
  for (int i = 0; i < 12; ++i) {
    long_text += "\n\nNumber " + std::to_string(i) +
                 " of the street was a tailor's until the war and has stood empty for years now.";
  }
  // Two sentences of the agency are too few.
  CHECK(Newsroom({{.outlet = "Courier", .text = print("SELNE (NWA) — ", two)}}).sum() ==
        "0 shown, at most 1");
  // Three short ones in a long article are too little.
  const std::string three =
      "Reuters reported one person hurt on Monday. Reuters reported two ships "
      "in port there. Reuters reported three piers shut.";
  const Newsroom little({{.outlet = "Courier", .text = print("", long_text, three)}});
  CHECK(little.counted() == "unclear: Courier 0");
  const Newsroom enough({{.outlet = "Courier", .text = print("", bakery, three)}});
  CHECK(enough.counted() == "unclear: Courier 0\nagency text (Reuters) 0");
}

TEST_CASE("what an article with a credit adds without a sign of its own does not widen the range") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("SELNE (NWA) — ", ferry)},
                           {.outlet = "Post", .text = print("SELNE (NWA) — ", ferry, bakery)}});
  CHECK(newsroom.sum() == "1 shown, at most 1");
}

TEST_CASE("a single credit does not take over a text that others share more of") {
  const std::string first = ferry.substr(0, ferry.find("\n\n"));
  const Newsroom newsroom({{.outlet = "Courier", .text = print("", ferry)},
                           {.outlet = "Post", .text = print("", ferry)},
                           {.outlet = "Mail", .text = print("SELNE (NWA) — ", bakery, first)}});
  CHECK(newsroom.counted() ==
        "common text of 3 articles, source not among them 0 1 2\nagency text (NWA) 2");
}

TEST_CASE("a text of one of two agencies does not count beside one of them") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("SELNE (AFP) — ", ferry)},
                           {.outlet = "Post", .text = print("", bakery, "AFP/Reuters")}});
  CHECK(newsroom.sum() == "1 shown, at most 1");
  CHECK(Newsroom({{.outlet = "Post", .text = print("", bakery, "AFP/Reuters")}}).counted() ==
        "agency text (AFP or Reuters) 0");
  CHECK(Newsroom({{.outlet = "Post", .text = print("", bakery, "(Agencies)")}}).counted() ==
        "agency text (agency not named) 0");
}

TEST_CASE("a credit of an outlet that is in the story means that outlet's reporting") {
  const Newsroom newsroom(
      {{.outlet = "KVLT", .text = print("By Mara Lind\n\nSELNE (KVLT) — ", ferry)},
       {.outlet = "Post", .text = print("SELNE (KVLT) — ", ferry)}});
  CHECK(newsroom.counted() == "own reporting: KVLT 0 1");
}

TEST_CASE("an outlet whose own people contributed credits itself") {
  const Newsroom newsroom(
      {{.outlet = "KVLT", .text = print("", ferry, "KVLT’s Mara Lind contributed to this report.")},
       {.outlet = "Post", .text = print("SELNE (KVLT) — ", bakery)}});
  CHECK(newsroom.counted() == "own reporting: KVLT 0 1");
}

TEST_CASE("the same origins come out for any order of the articles and any number of threads") {
  const std::vector<Print> prints = {
      {.outlet = "Courier",
       .text = print("By Mara Lind\n\nSELNE — ", bakery),
       .published = "2031-05-04 08:00"},
      {.outlet = "Post", .text = print("SELNE (NWA) — ", ferry), .published = "2031-05-04 09:00"},
      {.outlet = "Mail", .text = print("", ferry, bakery), .published = "2031-05-04 10:00"},
      {.outlet = "Herald", .text = print("", ferry), .published = "2031-05-04 11:00"}};
  const auto names = [](const Newsroom& newsroom, Jobs jobs) {
    std::set<std::pair<std::string, std::size_t>> list;
    const Origins origins = trace_origins(
        {newsroom.articles, newsroom.analyses, newsroom.copies, newsroom.stories, jobs},
        built_in_tables());
    for (const Origin& origin : origins.origins) {
      list.emplace(origin.name, origin.articles.size());
    }
    return list;
  };
  const std::vector<Print> reversed(prints.rbegin(), prints.rend());
  const auto expected = names(Newsroom(prints), Jobs{1});
  CHECK(names(Newsroom(prints), Jobs{4}) == expected);
  CHECK(names(Newsroom(reversed), Jobs{1}) == expected);
}

TEST_CASE("stories are traced each by itself, and no articles give no origins") {
  Newsroom newsroom({{.outlet = "Courier", .text = print("SELNE (NWA) — ", ferry)},
                     {.outlet = "Post", .text = print("SELNE (NWA) — ", ferry)}});
  newsroom.stories = {{.id = "a", .title = {}, .articles = {0}, .links = {}},
                      {.id = "b", .title = {}, .articles = {1}, .links = {}}};
  const Origins origins = newsroom.trace();
  REQUIRE(origins.sums.size() == 2);
  CHECK(origins.origins.size() == 2);
  CHECK(origins.origins[0].id != origins.origins[1].id);
  CHECK(trace_origins({}, built_in_tables()).origins.empty());
}

TEST_CASE("an article without text has no origin and does no harm") {
  const Newsroom newsroom({{.outlet = "Courier", .text = "A headline\n\n"},
                           {.outlet = "Post", .text = print("SELNE (NWA) — ", ferry)}});
  CHECK(newsroom.sum() == "1 shown, at most 1");
  const std::vector<Print> empty = {{.outlet = "Courier", .text = "A headline\n\n"}};
  CHECK(Newsroom(empty).sum() == "0 shown, at most 0");
}

TEST_CASE("every span of a reason lies in its article and every sum has its steps") {
  const Newsroom newsroom({{.outlet = "Courier", .text = print("SELNE (NWA) — ", ferry)},
                           {.outlet = "Mail", .text = print("", ferry, bakery)}});
  const Origins origins = newsroom.trace();
  for (const Origin& origin : origins.origins) {
    CHECK(origin.id.size() == 16);
    CHECK_FALSE(origin.reasons.empty());
    for (const Reason& reason : origin.reasons) {
      CHECK_FALSE(reason.text.empty());
      for (const ArticleSpan& place : reason.spans) {
        CHECK(place.span.end <= newsroom.articles[place.article].text.size());
        CHECK_FALSE(place.span.empty());
      }
    }
  }
  const Sum& sum = origins.sums.front();
  CHECK(sum.steps.size() >= 4);
  CHECK(sum.possible >= sum.shown);
}

}  // namespace
}  // namespace twosource
