#include "twosource/claim/support.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

/// Four articles; origins: 0 agency (articles 0 and 1), 1 own reporting (2), 2 unclear (3), 3 own
/// reporting that does not count.
Report made_report() {
  Report report;
  report.articles.resize(4);
  report.analyses.resize(4);
  for (Analysis& analysis : report.analyses) analysis.sentences = {{0, 5}, {6, 30}, {31, 50}};
  for (const OriginKind kind :
       {OriginKind::agency, OriginKind::own, OriginKind::unclear, OriginKind::own}) {
    Origin origin;
    origin.kind = kind;
    origin.counted = report.origins.origins.size() < 3;
    report.origins.origins.push_back(origin);
  }
  report.origins.sentences = {{0, 1, 0}, {1, 1, 0}, {2, 1, 1}, {3, 1, 2}, {3, 2, 3}};
  Statement statement;
  statement.speaker = Speaker{.entity = 7, .name = "Mayor Orlo"};
  report.statements.push_back(statement);
  statement.speaker = Speaker{.entity = 8, .name = "Ada Velm"};
  report.statements.push_back(statement);
  return report;
}

ClaimStatus status(const Report& report, const std::vector<ClaimMember>& drafts) {
  const SentenceOrigins sentences(report);
  std::vector<ClaimMember> members = drafts;
  for (ClaimMember& member : members)
    member.origin = sentences.of(member.place.article, member.sentence);
  return status_of(report, support_of(report, sentences, members));
}

ClaimMember told(ArticleIndex article, std::uint32_t sentence = 1) {
  return {.place = {article, {}}, .sentence = sentence};
}

ClaimMember said(ArticleIndex article, StatementIndex statement) {
  return {.place = {article, {}}, .sentence = 1, .statement = statement};
}

}  // namespace

TEST_CASE("two origins that are shown agree") {
  CHECK(status(made_report(), {told(0), told(2)}) == ClaimStatus::agree);
}

TEST_CASE("two prints of one text are one origin") {
  CHECK(status(made_report(), {told(0), told(1)}) == ClaimStatus::single);
}

TEST_CASE("an origin that is not shown, or does not count, agrees with nobody") {
  CHECK(status(made_report(), {told(0), told(3)}) == ClaimStatus::unclear);
  CHECK(status(made_report(), {told(0), told(3, 2)}) == ClaimStatus::unclear);
}

TEST_CASE("one speaker whom many report stays one") {
  const Report report = made_report();
  CHECK(status(report, {said(0, 0), said(2, 0)}) == ClaimStatus::single);
  const SentenceOrigins sentences(report);
  const std::vector<ClaimMember> members = {said(0, 0), said(2, 0)};
  const Support support = support_of(report, sentences, members);
  CHECK(support.speakers == std::vector<EntityIndex>{7});
  CHECK(support.origins == std::vector<OriginIndex>{0, 1});
  CHECK(support.asserting.empty());
}

TEST_CASE("two speakers, or an origin and a speaker, confirm nothing") {
  CHECK(status(made_report(), {said(0, 0), said(2, 1)}) == ClaimStatus::unclear);
  CHECK(status(made_report(), {told(0), said(2, 0)}) == ClaimStatus::unclear);
}

TEST_CASE("a title and quoted speech are reported by what most of their article is from") {
  const Report report = made_report();
  const SentenceOrigins sentences(report);
  CHECK(sentences.of(2, 0) == OriginIndex{1});
  CHECK_FALSE(sentences.of(2, 2).has_value());
  CHECK(sentences.reporter(2, 2) == OriginIndex{1});
  // 24 bytes of one origin against 19 of another: the title may be from either.
  CHECK_FALSE(sentences.of(3, 0).has_value());
  CHECK(sentences.reporter(3, 3) == OriginIndex{2});
}

TEST_CASE("of several origins the counted ones are named, a lonely one always") {
  const Report report = made_report();
  CHECK(counted_of(report, std::vector<OriginIndex>{1, 3}) == std::vector<OriginIndex>{1});
  CHECK(counted_of(report, std::vector<OriginIndex>{3}) == std::vector<OriginIndex>{3});
}

}  // namespace twosource
