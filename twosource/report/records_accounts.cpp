// The records of what the accounts say: times, claims with their conflicts, flags, the timeline and
// the brief. Whatever stands in an article is written as a span, with its words; whoever speaks as
// {entity, name}; an origin as its id.
#include <algorithm>
#include <string>
#include <utility>

#include "twosource/report/published.hpp"
#include "twosource/report/records.hpp"

namespace twosource {
namespace {

Json interval_of(const std::optional<TimeInterval>& interval) {
  if (!interval) return {};
  return Json::Object{{"begin", wall_clock(interval->begin)}, {"end", wall_clock(interval->end)}};
}

}  // namespace

Json RecordMaker::time(TimeIndex index) {
  const TimeExpression& time = report_.times[index];
  const std::string_view doubt = name_of(time.doubt);
  return Json::Object{{"type", "time"},
                      {"id", time.id},
                      {"span", span({time.article, time.span})},
                      {"kind", name_of(time.kind)},
                      {"value", time.value},
                      {"interval", interval_of(time.interval)},
                      {"doubt", doubt.empty() ? Json() : Json(doubt)}};
}

Json RecordMaker::claim(ClaimIndex index) {
  const Claim& claim = report_.claims[index];
  Json::Array members;
  for (const ClaimMember& each : claim.members) members.push_back(member(each));
  Json::Array speakers;
  for (const EntityIndex i : claim.speakers) {
    speakers.emplace_back(
        Json::Object{{"entity", report_.entities[i].id}, {"name", report_.entities[i].name}});
  }
  Json::Array conflicts;
  for (const ClaimConflict& each : claim.conflicts) conflicts.push_back(conflict(each));
  return Json::Object{{"type", "claim"},
                      {"id", claim.id},
                      {"story", report_.stories[claim.story].id},
                      {"text", slice(report_.articles[claim.text.article].text, claim.text.span)},
                      {"place", span(claim.text)},
                      {"status", name_of(claim.status)},
                      {"members", std::move(members)},
                      {"origins", origin_ids(claim.origins)},
                      {"speakers", std::move(speakers)},
                      {"conflicts", std::move(conflicts)},
                      {"score", claim.score},
                      {"reasons", reasons(claim.reasons)}};
}

// A span with what stands there besides.
Json RecordMaker::member(const ClaimMember& member) {
  Json record = span(member.place);
  const std::vector<Span>& sentences = report_.analyses[member.place.article].sentences;
  const bool known = member.sentence < sentences.size();
  Json::Object& fields = *record.object();
  fields.emplace_back("stance", name_of(member.stance));
  fields.emplace_back("sentence",
                      known ? span({member.place.article, sentences[member.sentence]}) : Json());
  fields.emplace_back("statement", statement_id(member.statement));
  fields.emplace_back("origin",
                      member.origin ? Json(report_.origins.origins[*member.origin].id) : Json());
  return record;
}

Json RecordMaker::conflict(const ClaimConflict& conflict) {
  return Json::Object{{"kind", name_of(conflict.kind)},
                      {"a", span(conflict.a)},
                      {"b", span(conflict.b)},
                      {"speaker_a", speaker(conflict.statement_a)},
                      {"speaker_b", speaker(conflict.statement_b)},
                      {"statement_a", statement_id(conflict.statement_a)},
                      {"statement_b", statement_id(conflict.statement_b)},
                      {"origins_a", origin_ids(conflict.origins_a)},
                      {"origins_b", origin_ids(conflict.origins_b)},
                      {"update", conflict.update},
                      {"note", conflict.note}};
}

Json RecordMaker::flag(std::size_t index) {
  const Flag& flag = report_.flags[index];
  return Json::Object{{"type", "flag"},
                      {"id", flag.id},
                      {"story", report_.stories[flag.story].id},
                      {"span", span(flag.place)},
                      {"kind", name_of(flag.kind)},
                      {"note", flag.note},
                      {"reasons", reasons(flag.reasons)}};
}

Json RecordMaker::moment(std::size_t index) {
  const Moment& moment = report_.timeline[index];
  return Json::Object{{"type", "moment"},
                      {"id", moment.id},
                      {"story", report_.stories[moment.story].id},
                      {"date", moment.date},
                      {"interval", interval_of(moment.interval)},
                      {"text", moment.text},
                      {"sources", spans(moment.sources)},
                      {"origins", origin_ids(moment.origins)}};
}

Json RecordMaker::brief_sentence(std::size_t index) {
  const BriefSentence& sentence = report_.brief[index];
  return Json::Object{{"type", "brief_sentence"},
                      {"id", sentence.id},
                      {"story", report_.stories[sentence.story].id},
                      {"text", sentence.text},
                      {"status", name_of(sentence.status)},
                      {"claim", sentence.claim ? Json(report_.claims[*sentence.claim].id) : Json()},
                      {"cites", spans(sentence.cites)},
                      {"origins", origin_ids(sentence.origins)}};
}

Json RecordMaker::speaker(const std::optional<StatementIndex>& statement) const {
  if (!statement || !report_.statements[*statement].speaker) return {};
  const Speaker& speaker = *report_.statements[*statement].speaker;
  return Json::Object{
      {"entity", speaker.entity ? Json(report_.entities[*speaker.entity].id) : Json()},
      {"name", speaker.name}};
}

Json RecordMaker::statement_id(const std::optional<StatementIndex>& statement) const {
  return statement ? Json(report_.statements[*statement].id) : Json();
}

Json RecordMaker::origin_ids(const std::vector<OriginIndex>& origins) const {
  Json::Array ids;
  for (const OriginIndex i : origins) ids.emplace_back(report_.origins.origins[i].id);
  return ids;
}

}  // namespace twosource
