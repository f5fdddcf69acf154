#include "twosource/reuse/copies.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/text/made_articles_test.hpp"

namespace twosource {
namespace {

struct Written {
  std::string_view title;
  std::string_view outlet;
  std::string body;
};

MadeArticles collect(const std::vector<Written>& written) {
  MadeArticles collection;
  for (const Written& source : written) {
    Article article = make_article(source.title, source.body);
    article.outlet = source.outlet;
    collection.add(std::move(article));
  }
  return collection;
}

Reuse find(const MadeArticles& collection, unsigned jobs = 1) {
  return find_copies(collection.articles, collection.analyses, Jobs{jobs});
}

const std::string sentence =
    "The two ministers met behind closed doors for nearly three hours, an official in the harbour "
    "town said late on Monday.";
const std::string own =
    "Snow fell on the hills of Arn that night and nobody in the valley had seen a thing.";

}  // namespace

TEST_CASE("a copy knows its places, its words and how unlikely they are") {
  const MadeArticles collection = collect(
      {{"Talks", "Selne Post", own + " " + sentence}, {"Ministers meet", "Arn Herald", sentence}});
  const Reuse reuse = find(collection);
  REQUIRE(reuse.copies.size() == 1);
  const Copy& copy = reuse.copies[0];
  const std::string_view shared = std::string_view(sentence).substr(0, sentence.size() - 1);
  CHECK(slice(collection.articles[0].text, copy.a_span) == shared);
  CHECK(slice(collection.articles[1].text, copy.b_span) == shared);
  CHECK(copy.kind == CopyKind::verbatim);
  CHECK(copy.words_a == 21);
  CHECK(copy.words_b == 21);
  CHECK(copy.equal_words == 21);
  CHECK(copy.similarity() == 1.0);
  CHECK(copy.surprisal > 100.0);
  CHECK(copy.surprisal < 400.0);
  CHECK_FALSE(copy.quoted());
  CHECK_FALSE(copy.furniture);
  CHECK(copy.direction == Direction::unknown);
  CHECK(copy.id.size() == 16);
  REQUIRE(copy.runs.size() == 1);
  CHECK(copy.runs[0].a == copy.a_span);
}

TEST_CASE("words that come twice are surprising once") {
  const std::string verse =
      "row row row your boat row row row your boat row row row your boat home";
  const Reuse repeated = find(collect({{"", "", verse}, {"", "", verse}}));
  const Reuse plain = find(collect({{"", "", sentence}, {"", "", sentence}}));
  REQUIRE(repeated.copies.size() == 1);
  REQUIRE(plain.copies.size() == 1);
  CHECK(repeated.copies[0].surprisal < plain.copies[0].surprisal / 3);
}

TEST_CASE("a shared quotation is marked as quoted speech, also where one side lost the speaker") {
  const std::string quotation =
      "“We are glad about these talks, but talks alone do not open a single one of our harbours "
      "before the winter”";
  const Reuse reuse = find(collect({{"", "", "The minister said: " + quotation + ". " + own},
                                    {"", "", quotation + ". Nobody answered."}}));
  REQUIRE(reuse.copies.size() == 1);
  CHECK(reuse.copies[0].quoted());
  CHECK(reuse.copies[0].quoted_share_a == 1.0);
  REQUIRE(reuse.copies[0].reasons.size() == 1);
  CHECK(reuse.copies[0].reasons[0].code == "quoted_speech");
}

TEST_CASE("eight to eleven equal words are a copy as a whole sentence only") {
  const std::string short_sentence = "Fishermen barricaded the customs quay in Selne.";
  const MadeArticles whole = collect(
      {{"", "", own + " " + short_sentence}, {"", "", short_sentence + " The mayor was abroad."}});
  CHECK(find(whole).copies.empty());  // seven words
  const std::string long_sentence = "Angry fishermen barricaded the customs quay in Selne again.";
  CHECK(find(collect({{"", "", own + " " + long_sentence},
                      {"", "", long_sentence + " The mayor was abroad."}}))
            .copies.size() == 1);
  CHECK(find(collect({{"", "", own + " " + long_sentence},
                      {"", "", "On Monday " + long_sentence + " The mayor was abroad."}}))
            .copies.empty());
  CHECK(find(collect({{"", "", own + " It was the first of many of its kind."},
                      {"", "", "It was the first of many of its kind."}}))
            .copies.empty());
}

TEST_CASE("names, offices and what happened to them are a formula where all write them") {
  // Every article of the story has the words in a sentence of its own; two have thirteen in a row.
  const std::string arrested =
      "former president Edda Marn was arrested on Friday by the Criminal Investigation Department";
  const std::vector<Written> written = {
      {"Marn held", "Selne Post",
       "Police said that " + arrested + " over the sale of a quay. " + own},
      {"Marn in custody", "Arn Herald",
       "At noon " + arrested + ", which had asked her twice about her travels."},
      {"Who is Edda Marn", "Orlo Times",
       "Few thought that former president Edda Marn was rich. She was seen by the Criminal "
       "Investigation Department as a witness only, until she was arrested on Friday morning."},
      {"Crowds call for Marn", "Daily Marenian",
       "Crowds want former president Edda Marn was what the mayor heard all day. Why she was "
       "arrested on Friday nobody knew. Members of the Criminal Investigation Department watched."},
      {"A day in court", "Arn Courier",
       "The court sent former president Edda Marn home. Her driver was arrested on Friday by the "
       "Criminal Investigation Department, too, and stays there."},
      {"Opinion", "Hill Gazette",
       "It is no small thing that a former president was arrested on Friday by the coast guard. "
       "Edda Marn was loved. Nobody loves the Criminal Investigation Department today."}};
  const Reuse story = find(collect(written));
  const auto between = [&](const Reuse& reuse, ArticleIndex a, ArticleIndex b) {
    return *std::find_if(reuse.copies.begin(), reuse.copies.end(),
                         [&](const Copy& copy) { return copy.a == a && copy.b == b; });
  };
  const Copy formula = between(story, 0, 1);
  CHECK(formula.equal_words == 13);
  CHECK(formula.formula);
  CHECK_FALSE(formula.is_evidence());
  REQUIRE(formula.reasons.size() == 1);
  CHECK(formula.reasons[0].code == "formula");

  // The others make the words cheap; the sentence is dear however many reprint it.
  const Copy alone = find(collect({written[0], written[1]})).copies.at(0);
  CHECK(alone.surprisal > formula.surprisal);
  std::vector<Written> reprints;
  reprints.reserve(12);
  for (int i = 0; i < 12; ++i) {
    reprints.push_back({"Ministers meet", "", fmt::format("Number {}. ", i) + sentence});
  }
  const Reuse reprinted = find(collect(reprints));
  for (const Copy& copy : reprinted.copies) CHECK(copy.is_evidence());
}

TEST_CASE("a statement with a little of its frame is no evidence") {
  const std::string framed =
      "pledged to make “a lasting gift to the widows and orphans of the drowned pilots of the "
      "northern lighthouse”";
  const Reuse reuse = find(collect({{"", "", "On Sunday the band " + framed + ". " + own},
                                    {"", "", "The organisers, too, " + framed + "."}}));
  REQUIRE(reuse.copies.size() == 1);
  CHECK(reuse.copies[0].surprisal > 2 * reuse.copies[0].evidence);
  CHECK_FALSE(reuse.copies[0].is_evidence());
}

TEST_CASE("an edited passage tells its runs and what share is equal") {
  const std::string changed =
      "The two ministers met behind closed doors for almost three hours, an official in the port "
      "said late on Monday.";
  const MadeArticles collection = collect({{"", "", sentence}, {"", "", changed}});
  const Reuse reuse = find(collection);
  REQUIRE(reuse.copies.size() == 1);
  const Copy& copy = reuse.copies[0];
  CHECK(copy.kind == CopyKind::edited);
  CHECK(copy.words_a == 21);
  CHECK(copy.words_b == 20);
  CHECK(copy.equal_words == 18);
  REQUIRE(copy.runs.size() == 3);
  CHECK(slice(changed, copy.runs[2].b) == "said late on Monday");
}

TEST_CASE("a foot line under unrelated articles of an outlet is furniture, its news is not") {
  const std::string foot =
      " Do you want to read more of what happens in Selne? Write your address here and get our "
      "letter every morning.";
  std::vector<Written> written = {
      {"Ferry strands off Arn", "Selne Post", sentence + foot},
      {"Choir sings for a new roof", "Selne Post", own + foot},
      {"Apple harvest begins early", "Selne Post", "The apples of Orlo are red this year." + foot},
      {"Ministers meet in the harbour", "Arn Herald", sentence}};
  const Reuse reuse = find(collect(written));
  REQUIRE(reuse.copies.size() == 4);
  for (const Copy& copy : reuse.copies) CHECK(copy.furniture == (copy.b != 3));

  // A story that grows is no furniture.
  const Reuse grown = find(collect({{"Ferry strands off Arn", "Selne Post", sentence},
                                    {"Ferry off Arn: what we know", "Selne Post", sentence + own},
                                    {"All safe after ferry accident", "Selne Post", sentence}}));
  CHECK(grown.copies.size() == 3);
  for (const Copy& copy : grown.copies) CHECK_FALSE(copy.furniture);
}

TEST_CASE("what two articles of an outlet have at their foot is furniture between them only") {
  const std::string note =
      " Jory Tamm has sailed every strait of the north and writes of what the tide brings in.";
  const std::string middle = " And then the wind came up and blew for a week without a pause.";
  const Reuse reuse =
      find(collect({{"Ferry strands off Arn", "Selne Post", sentence + note},
                    {"Choir sings for a new roof", "Selne Post", own + note},
                    {"Apple harvest begins", "Orlo Times", "The apples are red." + note}}));
  REQUIRE(reuse.copies.size() == 3);
  for (const Copy& copy : reuse.copies) CHECK(copy.furniture == (copy.b == 1));

  // In the middle of longer texts the same words may be an agency's.
  const std::string rest =
      " The sun rose, the boats went out again, gulls cried over the mole and children ran along "
      "the beach to see what the sea had left, which was wood, nets, three shoes and a drowned hen";
  const Reuse background =
      find(collect({{"Ferry strands off Arn", "Selne Post",
                     sentence + " " + own + middle + rest + " of the mayor’s."},
                    {"Choir sings for a new roof", "Selne Post",
                     "The choir of Orlo sang for a day and a night, in the nave and outside of it, "
                     "until the bishop promised to give half of what the roof will cost." +
                         middle +
                         " Money was found in the old chest, silver and gold, a ring with "
                         "a stone, two letters nobody could read, and a map of some other island, "
                         "which the bishop keeps."}}));
  REQUIRE(background.copies.size() == 1);
  CHECK_FALSE(background.copies[0].furniture);
}

TEST_CASE("the other stories below an article are furniture of the page") {
  // Numbered sentences: no two articles share one unless they are given the same numbers.
  const auto story = [](int first, int last) {
    std::string text;
    for (int i = first; i < last; ++i) {
      text += fmt::format(
          "{0}Boat {1} of the harbour brought a{2} crates of b{2} and c{2} to quay d{2}. ",
          i % 4 == 0 ? "\n\n" : "", i, i * 7919 % 10007);
    }
    return text;
  };
  const std::string others = "\n\nMayor promises a lighthouse to the fishermen" + story(100, 140) +
                             "\n\nHerring comes back to the northern strait again" +
                             story(140, 160);
  const Reuse reuse =
      find(collect({{"Ferry and harbour", "Selne Post", story(0, 12) + others},
                    {"Harbour gets a choir", "Selne Post", story(20, 32) + others},
                    {"Mayor promises a lighthouse", "Arn Herald", story(100, 140)}}));
  REQUIRE(reuse.copies.size() >= 3);
  for (const Copy& copy : reuse.copies) CHECK(copy.furniture == (copy.b == 1));

  // A report that goes on unchanged under a new lead has no headline there.
  const Reuse updated =
      find(collect({{"Ferry and harbour", "Selne Post", story(0, 12) + story(100, 160)},
                    {"Harbour and ferry", "Selne Post", story(20, 32) + story(100, 160)}}));
  REQUIRE_FALSE(updated.copies.empty());
  for (const Copy& copy : updated.copies) CHECK_FALSE(copy.furniture);
}

TEST_CASE("a prompt is furniture by its words, also of two sister sites under the same news") {
  const std::string prompt =
      " Help us tell what happens at sea. Join the conversation as a VIP member and use promo code "
      "GULL to get 60% off your membership.";
  const Reuse reuse = find(collect({{"Ministers meet in Selne", "Selne Post", sentence + prompt},
                                    {"Ministers meet", "Harbour Voice", own + prompt},
                                    {"Ministers in Selne", "Arn Herald", sentence}}));
  REQUIRE(reuse.copies.size() == 2);
  CHECK(reuse.copies[0].furniture);
  CHECK_FALSE(reuse.copies[1].furniture);
}

TEST_CASE("headlines of other stories are no evidence where the articles end their sentences") {
  const std::string headline =
      "\n\nMayor of Orlo promises a second lighthouse before the herring comes back to the strait";
  const auto article = [&](const std::string& text) { return text + " " + text + headline; };
  const auto evidence = [](const Reuse& reuse) { return reuse.copies.at(0).is_evidence(); };
  const std::string here =
      "The choir of Selne sang in the nave all night. Its master says that money is short this "
      "year, as it was when the roof came down. Nobody knows who will pay for the candles.";
  const std::string there =
      "A barge with apples ran aground below the old mill. Children carried home what they could "
      "hold, and a dog was seen swimming after the last basket. The skipper laughed about it.";
  CHECK_FALSE(evidence(find(
      collect({{"Choir", "Selne Post", article(here)}, {"Barge", "Arn Herald", article(there)}}))));
  // As a sentence the same words are taken over.
  CHECK(evidence(find(collect({{"Choir", "Selne Post", article(here) + "."},
                               {"Barge", "Arn Herald", article(there) + "."}}))));
  // An article without full stops has no lines.
  CHECK(evidence(find(collect({{"Choir", "Selne Post", headline + headline.substr(0, 8)},
                               {"Barge", "Arn Herald", headline}}))));
}

TEST_CASE("who the author is and a page's style sheet are no text that anybody takes over") {
  const auto evidence = [](const std::string& foot) {
    const Reuse reuse = find(collect({{"Ferry strands off Arn", "", own + "\n\n" + foot},
                                      {"Ferry towed to Selne", "", sentence + "\n\n" + foot}}));
    REQUIRE(reuse.copies.size() == 1);
    return reuse.copies[0].is_evidence();
  };
  const std::string life =
      " the Selne Post. He grew up among eel fishers, has sailed every strait of the north and "
      "plays the accordion at weddings.";
  CHECK(evidence("Jory Tamm was born above the office of" + life));
  CHECK_FALSE(evidence("Jory Tamm is a reporter for" + life));
  CHECK_FALSE(
      evidence(".lantern{margin-bottom:16px;clear:both;background-size:10px} .mast{height:380px;"
               "display:none;content:none} .keel{padding-left:12px;overflow:hidden}"));
}

TEST_CASE("the more two articles share, the less more of it needs") {
  const std::string light = "Edda Marn and Jory Tamm and Ilvo Taspar Quennel were to be with them";
  const std::string heavy =
      "A barge with apples ran aground below the old mill, and children carried home what they "
      "could hold while the skipper laughed and a dog swam after the last basket of the harvest. "
      "Nobody knows who will pay for the candles, as money is short this year, as it was when the "
      "roof came down and the bell was sold to a brewer from beyond the hills.";
  const auto light_copy = [&](const std::string& company) {
    return find(collect({{"Choir", "", "So " + light + ".\n\n" + own + "\n\n" + company},
                         {"Barge", "", "Or " + light + "?\n\n" + company}}))
        .copies.at(0);
  };
  CHECK(light_copy("").formula);
  CHECK(light_copy(heavy).is_evidence());
}

TEST_CASE("a foot line is furniture also between two articles with like headlines") {
  const std::string foot =
      " Do you want to read more of what happens in Selne? Write your address here and get our "
      "letter every morning.";
  const Reuse reuse =
      find(collect({{"Ferry strands off Arn", "Selne Post", sentence + foot},
                    {"Thief flees by ferry", "Selne Post", own + foot},
                    {"Apple harvest begins early", "Selne Post", "The apples are red." + foot}}));
  REQUIRE(reuse.copies.size() == 3);
  for (const Copy& copy : reuse.copies) CHECK(copy.furniture);
}

TEST_CASE("a foot line that four outlets share under unrelated articles is furniture") {
  const std::string foot =
      " All rights reserved. This material may not be published, broadcast, rewritten or passed "
      "on.";
  const Reuse reuse = find(collect({{"Ferry strands off Arn", "Selne Post", sentence + foot},
                                    {"Choir sings for a roof", "Arn Herald", own + foot},
                                    {"Apple harvest begins", "Orlo Times", "Red apples." + foot},
                                    {"Budget fails", "Daily Marenian", "Votes were few." + foot}}));
  REQUIRE(reuse.copies.size() == 6);
  for (const Copy& copy : reuse.copies) CHECK(copy.furniture);
}

TEST_CASE("copies have ids of their own, and threads do not change a byte of them") {
  std::vector<Written> written;
  written.reserve(30);
  for (int i = 0; i < 30; ++i) {
    written.push_back({"Ministers meet", "Selne Post", sentence + fmt::format(" Number {}.", i)});
  }
  const MadeArticles collection = collect(written);
  const Reuse one = find(collection, 1);
  const Reuse four = find(collection, 4);
  REQUIRE(one.copies.size() == 30 * 29 / 2);
  REQUIRE(one.copies.size() == four.copies.size());
  std::set<std::string> ids;
  for (std::size_t i = 0; i < one.copies.size(); ++i) {
    CHECK(one.copies[i].id == four.copies[i].id);
    CHECK(one.copies[i].furniture == four.copies[i].furniture);
    ids.insert(one.copies[i].id);
  }
  CHECK(ids.size() == one.copies.size());
}

TEST_CASE("where two articles are in two languages, it makes no difference which comes first") {
  const std::string changed =
      "The two ministers met behind closed doors for almost three hours, an official in the "
      "harbour city said late on Monday.";
  MadeArticles forth = collect({{"", "", sentence}, {"", "", changed}});
  MadeArticles back = collect({{"", "", changed}, {"", "", sentence}});
  for (const std::string other : {"", "de"}) {
    forth.analyses[1].language = other;
    back.analyses[0].language = other;
    const Reuse one = find(forth);
    const Reuse two = find(back);
    REQUIRE(one.copies.size() == 1);
    REQUIRE(two.copies.size() == 1);
    CHECK(one.copies[0].surprisal == two.copies[0].surprisal);
    CHECK(one.copies[0].evidence == two.copies[0].evidence);
  }
}

}  // namespace twosource
