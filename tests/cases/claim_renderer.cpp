// Given: `article`, or sections `article NAME` of one story. Computed:
//   units  one line a unit: its words | the action, with "not" and how it is told, where that is no
//          fact | its participants, "subject:", "object:" and "with:", each with the entity for
//          which it stands behind "=", "=?" behind a pronoun that is not resolved | quantities,
//          with their values | times. Parts at the end that are empty are left out; "-" for other
//          ones.
//   conflicts  one line for each thing in which two units of different articles part, whether or
//          not they are found to speak of one fact: its kind, "update" where things went on |
//          article: words | article: words
//   claims what more than one article tells, and what is contradicted, one a line: status | its
//          words | the articles that tell it | how many origins | its speakers; a conflict follows
//          on a line of its own: "  " its kind, "update" | words of one side, whose they are and
//          how many origins | the other side | the note. `single` in front of the section's name
//          lists what only one article has.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/cases/case_story.hpp"
#include "tests/cases/stages.hpp"
#include "twosource/claim/conflicts.hpp"
#include "twosource/claim/units.hpp"

namespace twosource::tests {
namespace {

std::string words_at(const Article& article, Span span) {
  std::string words(slice(article.text, span));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

const char* name_of_modality(Modality modality) {
  switch (modality) {
    case Modality::fact:
      return "";
    case Modality::plan:
      return ", plan";
    case Modality::possible:
      return ", possible";
    case Modality::condition:
      return ", condition";
    case Modality::question:
      return ", question";
  }
  return "";
}

const char* name_of_role(Participant::Role role) {
  switch (role) {
    case Participant::Role::subject:
      return "subject";
    case Participant::Role::object:
      return "object";
    case Participant::Role::other:
      return "with";
  }
  return "";
}

std::string render_participant(const Report& report, const Article& article,
                               const Participant& participant) {
  std::string entity;
  if (participant.entity) {
    entity = fmt::format("={}", report.entities[*participant.entity].name);
  } else if (participant.pronoun) {
    entity += "=?";
  }
  return fmt::format("{}: {}{}", name_of_role(participant.role),
                     words_at(article, participant.span), entity);
}

std::string render_quantity(const Article& article, const Quantity& quantity) {
  return fmt::format("{} [{} to {}{}{}]", words_at(article, quantity.span), quantity.low,
                     quantity.high, quantity.unit.empty() ? "" : " ", quantity.unit);
}

std::string render_unit(const Report& report, const Unit& unit) {
  const Article& article = report.articles[unit.article];
  std::vector<std::string> participants;
  for (const Participant& each : unit.participants)
    participants.push_back(render_participant(report, article, each));
  std::vector<std::string> quantities;
  for (const Quantity& each : unit.quantities) quantities.push_back(render_quantity(article, each));
  std::vector<std::string> times;
  for (const TimeIndex time : unit.times) times.push_back(report.times[time].value);
  std::vector<std::string> parts = {
      words_at(article, unit.span),
      fmt::format("{}{}{}", unit.negated ? "not " : "", words_at(article, unit.action),
                  name_of_modality(unit.modality)),
      fmt::format("{}", fmt::join(participants, "; ")),
      fmt::format("{}", fmt::join(quantities, "; ")), fmt::format("{}", fmt::join(times, "; "))};
  while (parts.back().empty()) parts.pop_back();
  for (std::string& part : parts) {
    if (part.empty()) part.assign(1, '-');
  }
  return fmt::format("{}", fmt::join(parts, " | "));
}

std::string render_conflict(const Report& report, const SlotConflict& conflict, const Unit& a,
                            const Unit& b) {
  const Article& in_a = report.articles[a.article];
  const Article& in_b = report.articles[b.article];
  return fmt::format("{}{} | {}: {} | {}: {}", name_of(conflict.kind),
                     conflict.update ? ", update" : "", in_a.id, words_at(in_a, conflict.a),
                     in_b.id, words_at(in_b, conflict.b));
}

std::vector<std::string> render_conflicts(const CaseStory& made, const std::vector<Unit>& units) {
  std::vector<std::string> lines;
  for (const Unit& a : units) {
    for (const Unit& b : units) {
      if (a.article >= b.article) continue;
      for (const SlotConflict& each : find_conflicts(made.report, made.tagged, a, b))
        lines.push_back(render_conflict(made.report, each, a, b));
    }
  }
  return lines;
}

std::string words_at(const Report& report, const ArticleSpan& place) {
  return words_at(report.articles[place.article], place.span);
}

/// "north, east" for the articles that take this stance.
std::vector<std::string> articles_of(const Report& report, const Claim& claim) {
  std::vector<std::string> names;
  for (const ClaimMember& member : claim.members) {
    const std::string& name = report.articles[member.place.article].id;
    if (member.stance == Stance::says && (names.empty() || names.back() != name))
      names.push_back(name);
  }
  return names;
}

std::string render_side(const Report& report, const ArticleSpan& place,
                        std::optional<StatementIndex> statement, std::size_t origins) {
  std::string speaker;
  if (statement) {
    const std::optional<Speaker>& found = report.statements[*statement].speaker;
    speaker = fmt::format(", {}", found ? found->name : "?");
  }
  return fmt::format("{} [{}{}, {}]", words_at(report, place), report.articles[place.article].id,
                     speaker, origins);
}

std::string render_conflict(const Report& report, const ClaimConflict& conflict) {
  return fmt::format(
      "  {}{} | {} | {} | {}", name_of(conflict.kind), conflict.update ? ", update" : "",
      render_side(report, conflict.a, conflict.statement_a, conflict.origins_a.size()),
      render_side(report, conflict.b, conflict.statement_b, conflict.origins_b.size()),
      conflict.note);
}

std::string render_claims(const Report& report, bool of_one_article) {
  std::vector<std::string> lines;
  for (const Claim& claim : report.claims) {
    const std::vector<std::string> articles = articles_of(report, claim);
    const bool alone = articles.size() == 1 && claim.conflicts.empty();
    if (alone != of_one_article) continue;
    std::vector<std::string> speakers;
    for (const EntityIndex speaker : claim.speakers)
      speakers.push_back(report.entities[speaker].name);
    lines.push_back(fmt::format("{} | {} | {} | {}{}{}", name_of(claim.status),
                                words_at(report, claim.text), fmt::join(articles, ", "),
                                claim.origins.size(), speakers.empty() ? "" : " | ",
                                fmt::join(speakers, ", ")));
    for (const ClaimConflict& conflict : claim.conflicts)
      lines.push_back(render_conflict(report, conflict));
  }
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace

std::optional<std::string> render_claim(const GoldenCase& golden, std::string_view output) {
  if (output == "claims" || output == "single claims")
    return render_claims(story_of(golden).report, output != "claims");
  if (output != "units" && output != "conflicts") return std::nullopt;
  const CaseStory made = story_of(golden);
  const std::vector<Unit> units = find_units(made.report, made.tagged, 0);
  if (output == "conflicts")
    return fmt::format("{}", fmt::join(render_conflicts(made, units), "\n"));
  std::vector<std::string> lines;
  lines.reserve(units.size());
  for (const Unit& unit : units) lines.push_back(render_unit(made.report, unit));
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace twosource::tests
