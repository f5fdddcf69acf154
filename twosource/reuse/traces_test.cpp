#include "twosource/reuse/traces.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "twosource/reuse/copies.hpp"
#include "twosource/text/made_articles_test.hpp"

namespace twosource {
namespace {

std::vector<std::string> codes(const std::vector<std::string>& texts) {
  MadeArticles made;
  for (const std::string& text : texts) {
    Article article = make_article("", text);
    article.language = "en";
    made.add(std::move(article));
  }
  const Reuse reuse = find_copies(made.articles, made.analyses, Jobs{1});
  std::vector<Copy> copies;
  std::copy_if(reuse.copies.begin(), reuse.copies.end(), std::back_inserter(copies),
               [](const Copy& copy) { return copy.a == 0 && copy.b == 1; });
  std::vector<std::string> found;
  for (const Reason& reason : find_traces(made.articles, made.analyses, copies, 1, 0)) {
    found.push_back(reason.code);
    CHECK_FALSE(reason.spans.empty());
  }
  return found;
}

bool has(const std::vector<std::string>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

TEST_CASE("the same misspelling is a trace, a rare word is none, nor is a third one's") {
  CHECK(has(codes({"The goverment fell on Monday.", "Nobody mourned when the goverment left."}),
            "same_misspelling"));
  CHECK_FALSE(has(codes({"The zither fell on Monday.", "Nobody mourned when the zither broke."}),
                  "same_misspelling"));
  CHECK_FALSE(has(
      codes({"The goverment fell.", "The goverment left.", "A goverment.", "Another goverment."}),
      "same_misspelling"));
}

TEST_CASE("details that nobody else has are a trace outside of shared passages only") {
  const std::string one = "A zither, two ocarinas and a glockenspiel lay in the dinghy.";
  const std::string two =
      "In the dinghy were ocarinas. There was a glockenspiel, and a zither too.";
  CHECK(has(codes({one, two}), "rare_details"));
  CHECK_FALSE(has(codes({one, one}), "rare_details"));
  CHECK_FALSE(has(codes({one, two, one, two}), "rare_details"));
  CHECK_FALSE(has(codes({one, "He said: “" + two + "”"}), "rare_details"));
}

TEST_CASE("telling words in the same order are a trace, in another order they are none") {
  const std::vector<std::string> words = {"bridge", "priest", "lottery", "twins",  "harbour",
                                          "crane",  "widow",  "bakery",  "goat",   "trumpet",
                                          "candle", "violin", "barrel",  "ladder", "anchor"};
  const auto told = [](const std::vector<std::string>& what, const std::string& between) {
    std::string text;
    for (const std::string& word : what) text += "The " + word + " " + between + ". ";
    return text;
  };
  CHECK(has(codes({told(words, "was here"), told(words, "could not be seen")}), "same_order"));
  std::vector<std::string> turned = words;
  std::reverse(turned.begin(), turned.end());
  CHECK_FALSE(
      has(codes({told(words, "was here"), told(turned, "could not be seen")}), "same_order"));
}

}  // namespace twosource
