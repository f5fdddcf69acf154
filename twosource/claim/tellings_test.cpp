#include "twosource/claim/tellings.hpp"

#include <doctest/doctest.h>

#include <string>
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

/// The tellings of a text in which each byte is a verb of its own.
std::vector<Unit> told_by(const std::vector<Unit>& units, PartOfSpeech part = PartOfSpeech::vbd) {
  Report report;
  report.articles.emplace_back().text = std::string(40, '.');
  std::vector<TaggedText> tagged(1);
  for (std::uint32_t i = 0; i < 40; ++i) tagged[0].tokens.push_back({{i, i + 1}, 0, part});
  return tellings_of(report, tagged, units);
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
  const std::vector<Unit> tellings = told_by(std::vector{first, second});
  CHECK(spans_of(tellings) == Spans{{0, 20}, {11, 20}});
  CHECK(tellings[0].lemmas == std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6});
  CHECK(tellings[0].action == Span{12, 14});
  CHECK(tellings[0].negated);
  CHECK(tellings[0].quantities.size() == 1);
  CHECK(tellings[0].token_end == 20);
}

TEST_CASE("what is too short counts only within a whole") {
  CHECK(spans_of(told_by(std::vector{unit_of(1, {0, 10}, {1, 2})})).empty());
  CHECK(spans_of(told_by(std::vector{unit_of(1, {0, 10}, {1, 1, 1})})).empty());
  CHECK(spans_of(
            told_by(std::vector{unit_of(1, {0, 10}, {1, 2}), unit_of(1, {10, 20}, {3, 4, 5})})) ==
        Spans{{0, 20}, {10, 20}});
}

TEST_CASE("a part without a subject counts only within a whole, or with a number") {
  Unit part = unit_of(1, {0, 10}, {1, 2, 3});
  part.participants.clear();
  CHECK(told_by(std::vector{part}).empty());
  part.quantities.resize(1);
  CHECK(told_by(std::vector{part}).size() == 1);
  part.quantities.clear();
  part.sentence = 0;
  CHECK(told_by(std::vector{part}).size() == 1);
  part.modality = Modality::question;
  CHECK(told_by(std::vector{part}).empty());
}

TEST_CASE("a verb in its base form needs the words before it") {
  Unit unit = unit_of(1, {0, 10}, {1, 2, 3});
  unit.action = {0, 3};
  CHECK(told_by({unit}).empty());
  unit.quantities.resize(1);
  CHECK(told_by({unit}).size() == 1);
  CHECK(told_by({unit}, PartOfSpeech::vb).empty());
}

TEST_CASE("who asks tells nothing") {
  const std::string text = "Asked whether she knew him";
  Report report;
  report.articles.emplace_back().text = text;
  std::vector<TaggedText> tagged(1);
  tagged[0].tokens = {{{0, 5}}, {{6, 13}}, {{14, 17}}, {{18, 22}}, {{23, 26}}};
  Unit unit = unit_of(1, {0, 26}, {1, 2, 3});
  unit.token_end = 5;
  CHECK(tellings_of(report, tagged, {unit}).empty());
  unit.token_begin = 2;
  CHECK(tellings_of(report, tagged, {unit}).size() == 1);
}

TEST_CASE("two sentences, or two voices that are no one's frame, are no whole") {
  CHECK(spans_of(told_by(
            std::vector{unit_of(1, {0, 10}, {1, 2, 3}), unit_of(2, {11, 20}, {4, 5, 6})})) ==
        Spans{{0, 10}, {11, 20}});
  CHECK(spans_of(told_by(
            std::vector{unit_of(1, {0, 10}, {1, 2, 3}, 0), unit_of(1, {11, 20}, {4, 5, 6}, 1)})) ==
        Spans{{0, 10}, {11, 20}});
}

TEST_CASE("a sentence with one statement is told as a whole in its speaker's name") {
  const std::vector<Unit> tellings =
      told_by(std::vector{unit_of(1, {0, 10}, {1, 2, 3}), unit_of(1, {11, 20}, {4, 5, 6}, 4)});
  CHECK(spans_of(tellings) == Spans{{0, 20}, {0, 10}, {11, 20}});
  CHECK(tellings[0].statement == StatementIndex{4});
  CHECK_FALSE(tellings[1].statement.has_value());
}

}  // namespace twosource
