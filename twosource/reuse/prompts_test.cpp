#include "twosource/reuse/prompts.hpp"

#include <doctest/doctest.h>

#include <string_view>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

bool prompts(std::string_view text) {
  Analysis analysis;
  analysis.words = find_words(text);
  return is_prompt(analysis, 0, analysis.words.size());
}

}  // namespace

TEST_CASE("what a site says to its readers is a prompt") {
  CHECK(prompts("Join Harbour VIP and use promo code GULL to get 60% off your membership."));
  CHECK(prompts("Sign up for The Tide, our daily newsletter, and never miss a flood."));
  CHECK(prompts("Would you like to comment on this article? Sign up (it's quick) or sign in now."));
  CHECK(prompts("Folgen Sie uns und abonnieren Sie unseren Newsletter."));
  CHECK(prompts("© 2031 Selne Post. All rights reserved. Privacy policy. Terms of use."));
}

TEST_CASE("who worked on a report is told in a line of credits") {
  Analysis analysis;
  analysis.words = find_words("Jory Tamm in Orlo contributed to this report.");
  CHECK(is_credit_line(analysis, 0, analysis.words.size()));
  CHECK_FALSE(is_credit_line(analysis, 0, analysis.words.size() - 1));
}

TEST_CASE("asking readers for their opinion is a prompt, asking a minister is none") {
  CHECK(prompts("Please share your thoughts on the bridge below, we value your opinions."));
  CHECK(prompts("Join the conversation as a VIP member and tell us what you think."));
  CHECK_FALSE(prompts("What do you think of the bridge, the minister was asked, and he laughed."));
}

TEST_CASE("a note on the author is told by its phrases") {
  Analysis analysis;
  analysis.words = find_words("Jory Tamm is a reporter for the Post. Follow him on the ferry.");
  CHECK(is_author_note(analysis, 0, analysis.words.size()));
  CHECK_FALSE(is_author_note(analysis, 0, 5));
  CHECK_FALSE(is_credit_line(analysis, 0, analysis.words.size()));
}

TEST_CASE("a report about such things is none") {
  CHECK_FALSE(prompts(""));
  CHECK_FALSE(prompts(
      "The Selne Post lost a third of its subscribers within a year, its publisher said on Monday, "
      "and blamed the ferry company, which no longer lets passengers read the paper for nothing."));
  CHECK_FALSE(prompts("The minister did not respond to a request for comment on Facebook."));
  CHECK_FALSE(prompts("Fishermen were told to sign up for the lottery by which berths are given."));
}

}  // namespace twosource
