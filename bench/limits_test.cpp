#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <string>

#include "bench/evaluations.hpp"
#include "bench/limit_cases.hpp"

namespace twosource::bench {
namespace {

constexpr std::uint64_t few_articles = 8000;  // 80 copies, 160 footers, 400 KB for the long one

}  // namespace

TEST_CASE("bad input gets a right answer, or one that says what is unclear") {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / fmt::format("twosource-limits-test-{}", getpid());
  std::filesystem::create_directories(folder);
  for (const std::span<const LimitCase> cases : {engine_limits(), index_limits()}) {
    for (const LimitCase& one : cases) {
      INFO(one.name);
      const LimitOutcome outcome = one.run(
          {.articles = few_articles, .seed = 1, .jobs = Jobs{2}, .folder = folder.string()});
      CHECK(outcome.articles > 0);
      for (const std::string& wrong : outcome.wrong) FAIL_CHECK(wrong);
    }
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("the bench of bad input prints a line for each kind and the count of wrong answers") {
  std::ostringstream out;
  Request request;
  request.articles = 2000;
  REQUIRE(push_limits(request, out));
  const std::string text = out.str();
  for (const std::span<const LimitCase> cases : {engine_limits(), index_limits()}) {
    for (const LimitCase& one : cases) {
      CHECK(text.find(fmt::format("\nlimits.{}_seconds: ", one.name)) != std::string::npos);
    }
  }
  CHECK(text.find("\nlimits.wrong: 0\n") != std::string::npos);
  request.articles = 10;
  CHECK_FALSE(push_limits(request, out));
}

TEST_CASE("an expectation that does not hold is told") {
  LimitOutcome outcome;
  expect(outcome, true, "well");
  CHECK(outcome.wrong.empty());
  expect(outcome, false, "not well");
  CHECK(outcome.wrong == std::vector<std::string>{"not well"});
}

}  // namespace twosource::bench
