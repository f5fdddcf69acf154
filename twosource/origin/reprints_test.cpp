#include "twosource/origin/reprints.hpp"

#include <doctest/doctest.h>

#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

Span whole(std::string_view line) {
  return {0, static_cast<std::uint32_t>(line.size())};
}

std::string note(std::string_view line) {
  const auto found = read_reprint_note(line, whole(line));
  return found ? found->outlet : "-";
}

const PressIndex& press() {
  static const PressIndex index(
      std::vector<Owner>{{.name = "Lantern",
                          .outlets = {"Selne Courier", "The Harbour Post", "Lookout"},
                          .domains = {}}},
      {});
  return index;
}

std::string copyright(std::string_view line) {
  const auto found = read_copyright(line, whole(line), press());
  return found ? found->outlet : "-";
}

std::string signature(std::string_view line) {
  static const AgencyIndex agencies(built_in_tables().agencies);
  const auto found = read_signed_reprint(line, whole(line), press(), agencies);
  return found ? found->outlet : "-";
}

TEST_CASE("a note that the text is another outlet's names it") {
  CHECK(note("This article originally appeared in The Selne Courier.") == "Selne Courier");
  CHECK(note("- This article originally appeared in The Selne Courier") == "Selne Courier");
  CHECK(note("This story was first published by Lantern News, a nonprofit newsroom.") ==
        "Lantern News");
  CHECK(note("This post was originally published to The Varn Tribune on May 3, 2031.") ==
        "Varn Tribune");
  CHECK(note("This story was first published at varnindependent.example.") ==
        "varnindependent.example");
  CHECK(note("Originally published at Varn Health News") == "Varn Health News");
  CHECK(note("Republished with permission from the Selne Courier.") == "Selne Courier");
  CHECK(note("Reprinted by permission of The Selne Courier") == "Selne Courier");
  CHECK(note("This article is republished from The Lookout under a Creative Commons license. "
             "Read the original article.") == "Lookout");
  CHECK(note("First published in Spanish by Varn Service and translated here.") == "Varn Service");
  CHECK(note("The post Ferry runs aground appeared first on Selne Courier.") == "Selne Courier");
  CHECK(note("This story appeared on courier.example, 2031-05-03 13:58:00.") == "courier.example");
  CHECK(note("“Ferry runs aground” was first published by The Selne Courier, a newspaper.") ==
        "Selne Courier");
  CHECK(note("Read more. This article first appeared on Varn Institute and is republished with "
             "permission.") == "Varn Institute");
}

TEST_CASE("a note that names no outlet, and news about a publication, name nothing") {
  for (const char* line :
       {"This article was originally published on May 3, 2031.",
        "This article was first published in 2029.", "Originally published: May 3, 2031",
        "This article has been updated since it was first published to correct a name.",
        "The letter was first published by the Selne Courier.",
        "The story was first published by the Selne Courier and led to an inquiry.",
        "A version of this article appears in print on May 3.",
        "An earlier version of this article was published by mistake.",
        "This post was originally published on this site",
        "The report appeared on Monday in the Selne Courier.",
        "He first appeared in The Selne Courier as a young man.",
        "This report was first published on Monday.",
        "First Published:", "His writing has also appeared in The Selne Courier.",
        "This article was first published in English.", "appeared on", "published by", ""}) {
    CAPTURE(line);
    CHECK(note(line) == "-");
  }
}

TEST_CASE("a copyright line counts only for an outlet that is known") {
  CHECK(copyright("Copyright 2031 Selne Courier") == "Selne Courier");
  CHECK(copyright("© 2031 Selne Courier. All rights reserved.") == "Selne Courier");
  CHECK(copyright("Copyright (c) 2031 The Selne Courier Company") == "Selne Courier");
  CHECK(copyright("Copyright © 2031, Lookout") == "Lookout");
  CHECK(copyright("Copyright 2031 Selne Courier Holdings") == "-");
  CHECK(copyright("Copyright 2031 Lantern Media. All rights reserved.") == "-");
  CHECK(copyright("The copyright of 2031 is Selne Courier's") == "-");
  CHECK(copyright("2031 Selne Courier") == "-");
  CHECK(copyright("Copyright 2031") == "-");
}

TEST_CASE("an outlet behind the author's name signs, also through a distributor") {
  CHECK(signature("By Mara Lind, Selne Courier") == "Selne Courier");
  CHECK(signature("By Mara Lind | The Harbour Post") == "The Harbour Post");
  CHECK(signature("By Mara Lind, Selne Courier (TNS)") == "Selne Courier");
  CHECK(signature("Selne Courier via AP") == "Selne Courier");
  CHECK(signature("By Mara Lookout") == "-");
  CHECK(signature("By Mara Lind, Selne Courier Council") == "-");
  CHECK(signature("By Mara Lind, Selne Courier (retired)") == "-");
  CHECK(signature("Selne Courier") == "-");
}

const std::string ferry =
    "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour.\n\n"
    "The ship had left the island of Varn an hour earlier with ninety passengers on board.\n\n"
    "Divers examined the hull until nightfall and found a crack below the waterline.\n\n"
    "The pier will stay closed for at least a week while engineers replace eleven piles.";

Print reprinted(const std::string& outlet, const std::string& note_line) {
  return {.outlet = outlet,
          .text = "Ferry\n\nBy Mara Lind\n\nSELNE — " + ferry + "\n\n" + note_line};
}

TEST_CASE("a signed and datelined reprint is the absent outlet's, not the printer's") {
  const Newsroom newsroom(
      {reprinted("Inland Post", "This article originally appeared in The Selne Courier."),
       {.outlet = "Coast Mail", .text = "Ferry\n\n" + ferry}});
  CHECK(newsroom.counted() == "own reporting: Selne Courier, reprinted 0 1");
  CHECK(newsroom.sum() == "1 shown, at most 1");
}

TEST_CASE("two reprints of one absent outlet are one origin") {
  const Newsroom newsroom(
      {reprinted("Inland Post", "This article originally appeared in The Selne Courier."),
       reprinted("Coast Mail", "Republished from selnecourier.example")});
  CHECK(newsroom.sum() == "1 shown, at most 1");
}

TEST_CASE("a reprint of an outlet of the collection is that outlet's own") {
  const Newsroom newsroom(
      {reprinted("Inland Post", "This article originally appeared in The Selne Courier."),
       {.outlet = "Selne Courier", .text = "Ferry\n\n" + ferry}});
  CHECK(newsroom.counted() == "own reporting: Selne Courier 0 1");
}

TEST_CASE("what an outlet of the collection has from an agency stays the agency's in reprints") {
  const Newsroom newsroom(
      {reprinted("Inland Post", "This article originally appeared in The Selne Courier."),
       {.outlet = "Selne Courier", .text = "Ferry\n\nSELNE (AP) — " + ferry}});
  CHECK(newsroom.counted() == "agency text (AP) 0 1");
}

TEST_CASE("an outlet's note about itself and a note that names an agency are no reprints") {
  CHECK(Newsroom({reprinted("Selne Courier", "This article first appeared in the Selne Courier.")})
            .counted() == "own reporting: Selne Courier 0");
  CHECK(Newsroom({reprinted("Inland Post", "This story was originally published by Reuters.")})
            .counted() == "agency text (Reuters) 0");
}

}  // namespace
}  // namespace twosource
