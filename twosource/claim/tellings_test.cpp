#include "twosource/claim/tellings.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace twosource {
namespace {

Unit unit_of(std::uint32_t sentence, Span span, std::vector<std::uint64_t> lemmas,
             std::optional<StatementIndex> statement = std::nullopt) {
  Unit unit;
  unit.sentence = sentence;
  unit.span = span;
  unit.token_begin = span.begin;
  unit.token_end = span.end;
  unit.lemmas = std::move(lemmas);
  unit.statement = statement;
  unit.action = {span.begin + 4, span.end};
  unit.participants.push_back({.span = {span.begin, span.begin + 3}});
  return unit;
}

std::vector<Span> spans_of(const std::vector<Unit>& units) {
  std::vector<Span> spans;
  for (const Unit& unit : units) spans.push_back(unit.span);
  return spans;
}

using Spans = std::vector<Span>;

}  // namespace

TEST_CASE("neighbouring clauses are told as a whole, too") {
  Unit first = unit_of(1, {0, 10}, {1, 2, 3});
  Unit second = unit_of(1, {11, 20}, {4, 5, 6});
  first.action = {};
  second.action = {12, 14};
  second.negated = true;
  second.quantities.resize(1);
  const std::vector<Unit> tellings = tellings_of(std::vector{first, second});
  CHECK(spans_of(tellings) == Spans{{0, 20}, {11, 20}});
  CHECK(tellings[0].lemmas == std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6});
  CHECK(tellings[0].action == Span{12, 14});
  CHECK(tellings[0].negated);
  CHECK(tellings[0].quantities.size() == 1);
  CHECK(tellings[0].token_end == 20);
}

TEST_CASE("what is too short counts only within a whole") {
  CHECK(spans_of(tellings_of(std::vector{unit_of(1, {0, 10}, {1, 2})})).empty());
  CHECK(spans_of(tellings_of(std::vector{unit_of(1, {0, 10}, {1, 1, 1})})).empty());
  CHECK(spans_of(tellings_of(
            std::vector{unit_of(1, {0, 10}, {1, 2}), unit_of(1, {10, 20}, {3, 4, 5})})) ==
        Spans{{0, 20}, {10, 20}});
}

TEST_CASE("a part without a subject counts only within a whole, or with a number") {
  Unit part = unit_of(1, {0, 10}, {1, 2, 3});
  part.participants.clear();
  CHECK(tellings_of(std::vector{part}).empty());
  part.quantities.resize(1);
  CHECK(tellings_of(std::vector{part}).size() == 1);
  part.quantities.clear();
  part.sentence = 0;
  CHECK(tellings_of(std::vector{part}).size() == 1);
  part.modality = Modality::question;
  CHECK(tellings_of(std::vector{part}).empty());
}

TEST_CASE("two sentences, or two voices that are no one's frame, are no whole") {
  CHECK(spans_of(tellings_of(
            std::vector{unit_of(1, {0, 10}, {1, 2, 3}), unit_of(2, {11, 20}, {4, 5, 6})})) ==
        Spans{{0, 10}, {11, 20}});
  CHECK(spans_of(tellings_of(
            std::vector{unit_of(1, {0, 10}, {1, 2, 3}, 0), unit_of(1, {11, 20}, {4, 5, 6}, 1)})) ==
        Spans{{0, 10}, {11, 20}});
}

TEST_CASE("a sentence with one statement is told as a whole in its speaker's name") {
  const std::vector<Unit> tellings =
      tellings_of(std::vector{unit_of(1, {0, 10}, {1, 2, 3}), unit_of(1, {11, 20}, {4, 5, 6}, 4)});
  CHECK(spans_of(tellings) == Spans{{0, 20}, {0, 10}, {11, 20}});
  CHECK(tellings[0].statement == StatementIndex{4});
  CHECK_FALSE(tellings[1].statement.has_value());
}

}  // namespace twosource
