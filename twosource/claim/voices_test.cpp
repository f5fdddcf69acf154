#include "twosource/claim/voices.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

/// Two articles with one quotation of two words each, bytes 10 to 20; three statements: two of
/// speaker 0, one of speaker 1; entities: two persons and an organisation.
struct Made {
  Report report;
  Unit a;
  Unit b;

  Made() {
    report.analyses.resize(2);
    for (Analysis& analysis : report.analyses) {
      analysis.quotations.push_back({.span = {9, 21}, .content = {10, 20}});
      analysis.words = {{{0, 8}, 1}, {{10, 14}, 2}, {{15, 20}, 3}, {{22, 30}, 4}};
    }
    for (const EntityIndex speaker : {0U, 0U, 1U}) {
      report.statements.emplace_back().speaker = Speaker{speaker, ""};
    }
    report.entities.resize(3);
    report.entities[2].kind = NameKind::organisation;
    b.article = 1;
    a.span = b.span = {0, 30};
    a.verb = b.verb = 77;
  }

  [[nodiscard]] double same() const {
    return likeness_of_voices(report, a, b, {.same = 0.4, .about = 0.8}).same;
  }
};

Participant doer(EntityIndex entity) {
  return {.entity = entity, .role = Participant::Role::subject};
}

}  // namespace

TEST_CASE("one speaker says one thing, surely where both quote the same words") {
  Made made;
  CHECK(made.same() == 0.4);
  made.a.statement = 0;
  CHECK(made.same() == 0.4);
  made.b.statement = 1;
  CHECK(made.same() == 0.8);
  made.report.analyses[1].words[2].hash = 5;
  CHECK(made.same() == doctest::Approx(0.6));
  made.b.statement = 2;
  CHECK(made.same() == 0.4);
}

TEST_CASE("what other people do, or one of the two does not do, is not the same") {
  Made made;
  made.a.participants = {doer(0)};
  made.b.participants = {doer(0)};
  CHECK(made.same() == 0.4);
  made.b.participants = {doer(1)};
  CHECK(made.same() == 0.0);
  // An organisation acts through its people.
  made.b.participants = {doer(2)};
  CHECK(made.same() == 0.4);
  made.b.negated = true;
  CHECK(made.same() == 0.0);
  made.b.verb = 78;
  CHECK(made.same() == 0.4);
}

}  // namespace twosource
