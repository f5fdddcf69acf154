#include "twosource/origin/credit_lines.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

const AgencyIndex& known() {
  static const AgencyIndex index(built_in_tables().agencies);
  return index;
}

Span whole(std::string_view line) {
  return {0, static_cast<std::uint32_t>(line.size())};
}

std::string show(std::string_view line, const std::optional<SourceMark>& mark) {
  if (!mark) return "-";
  std::string text = mark->kind == MarkKind::credit ? "all" : "some";
  if (mark->kind == MarkKind::contribution) text = "unsaid";
  for (const std::uint32_t agency : mark->agencies) text += " " + known()[agency].short_name;
  if (mark->span != whole(line)) text += " @" + std::string(slice(line, mark->span));
  return text;
}

std::string in_tail(std::string_view line) {
  return show(line, read_credit_line(line, whole(line), {.head = false, .tail = true}, known()));
}

std::string in_head(std::string_view line) {
  return show(line, read_credit_line(line, whole(line), {.head = true, .tail = false}, known()));
}

std::string closing(std::string_view line) {
  return show(line, read_closing_credit(line, whole(line), known()));
}

bool photo(std::string_view line) {
  return is_photo_line(line, whole(line), known());
}

TEST_CASE("a line that names only agencies credits the whole text") {
  CHECK(in_tail("AFP") == "all AFP");
  CHECK(in_tail("— Reuters") == "all Reuters");
  CHECK(in_tail("AFP/Reuters") == "all AFP Reuters");
  CHECK(in_tail("(Agencies)") == "all");
  CHECK(in_tail("© AFP") == "all AFP");
  CHECK(in_tail("© 2031 Agence France-Presse") == "all AFP");
  CHECK(in_tail("Source: Xinhua") == "all Xinhua");
  CHECK(in_tail("Quelle: dpa") == "all dpa");
  CHECK(in_tail("Accreditation: Reuters/AFP") == "all Reuters AFP");
  CHECK(in_head("The Associated Press") == "all AP");
}

TEST_CASE("notes that the whole text is an agency's are read") {
  CHECK(
      in_tail("Copyright 2031 The Associated Press. All rights reserved. This material may not be "
              "published.") == "all AP");
  CHECK(in_tail("This article was produced by AFP.") == "all AFP");
  CHECK(in_tail("This report by The Canadian Press was first published May 3, 2031.") ==
        "all Canadian Press");
  CHECK(in_tail("This report is auto-generated from PTI news service.") == "all PTI");
  CHECK(in_tail("(This story was not edited by us and comes from a syndicated feed.)") == "all");
  CHECK(in_tail("Associated Press writer Mara Lind in Selne contributed to this report.") ==
        "all AP");
  CHECK(in_tail("(Reporting by Mara Lind in Selne; Editing by Tom Brask)") == "all Reuters");
}

TEST_CASE("notes that material of an agency went in credit a part") {
  CHECK(in_tail("(With inputs from AP, AFP)") == "some AP AFP");
  CHECK(in_tail("(With AP inputs)") == "some AP");
  CHECK(in_tail("With agency reports") == "some");
  CHECK(in_tail("(FRANCE 24 with AFP)") == "some AFP");
  CHECK(in_tail("mit Material von dpa") == "some dpa");
  CHECK(in_tail("Con información de EFE") == "some EFE");
  CHECK(in_tail("The Associated Press contributed to this report.") == "unsaid AP");
  CHECK(in_tail("ABC/Reuters") == "some Reuters");
}

TEST_CASE("sentences that only name an agency credit nothing") {
  CHECK(in_tail("Reuters shares rose by two per cent on Monday.") == "-");
  CHECK(in_tail("She told the AP that she would stay.") == "-");
  CHECK(in_tail("UN agencies have warned of hunger for months.") == "-");
  CHECK(in_tail("Federal agencies will close on Monday with the approval of the president.") ==
        "-");
  CHECK(in_tail("Copyright 2031 Selne Courier. All rights reserved.") == "-");
  CHECK(in_tail("") == "-");
}

TEST_CASE("under a picture in the head the same words credit nothing") {
  CHECK(in_head("© AFP") == "-");
  CHECK(in_head("Source: AP") == "-");
}

TEST_CASE("the last paragraph may close with the credit") {
  CHECK(closing("The talks will go on in Selne on Monday. (Reuters)") == "all Reuters @(Reuters)");
  CHECK(closing("The talks will go on in Selne on Monday. — AFP") == "all AFP @— AFP");
  CHECK(closing("“The talks will go on,” he said. “On Monday.” REUTERS") == "all Reuters @REUTERS");
  CHECK(closing("The talks will go on in Selne on Monday. (Agencies)") == "all @(Agencies)");
  CHECK(closing("Die Gespräche gehen am Montag in Selne weiter. (dpa)") == "all dpa @(dpa)");
}

TEST_CASE("a paragraph that ends with the name inside its sentence has no credit") {
  CHECK(closing("He refused to answer the questions of the AP.") == "-");
  CHECK(closing("She works as a photographer for Reuters") == "-");
  CHECK(closing("The money goes to the agencies.") == "-");
}

TEST_CASE("credits of pictures are told from credits of texts") {
  for (const char* line :
       {"Photo: AFP", "The pier on Monday. (AP Photo/Jon Doe)", "REUTERS/Jon Doe",
        "The pier on Monday. Jon Doe/AP", "Cover photo: Jon Doe / Getty Images via AFP",
        "Foto: dpa", "A view of the harbour. Photograph: Jon Doe/Reuters",
        "Image credit: AFP via Getty Images"}) {
    CAPTURE(line);
    CHECK(photo(line));
  }
}

TEST_CASE("texts and their credits are not taken for pictures") {
  for (const char* line : {"AFP/Reuters", "(AFP)", "— Reuters", "By Mara Lind and Tom Brask",
                           "He showed a photo of the pier to Reuters.",
                           "A Reuters/Ipsos poll found that most were against it."}) {
    CAPTURE(line);
    CHECK_FALSE(photo(line));
  }
}

}  // namespace
}  // namespace twosource
