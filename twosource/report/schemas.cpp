// The schemas lie in schemas/, a file for each definition; a file refers to another by
// "#/$defs/<name>". What is printed is the file with the definitions that it reaches, so that a
// validator needs nothing else.
#include "twosource/report/schemas.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <set>

#include "twosource/base/embedded.hpp"
#include "twosource/base/json.hpp"

TWOSOURCE_EMBEDDED(schema_article)
TWOSOURCE_EMBEDDED(schema_articles)
TWOSOURCE_EMBEDDED(schema_brief)
TWOSOURCE_EMBEDDED(schema_brief_sentence)
TWOSOURCE_EMBEDDED(schema_claim)
TWOSOURCE_EMBEDDED(schema_claims)
TWOSOURCE_EMBEDDED(schema_conflict)
TWOSOURCE_EMBEDDED(schema_copies)
TWOSOURCE_EMBEDDED(schema_copy)
TWOSOURCE_EMBEDDED(schema_coverage)
TWOSOURCE_EMBEDDED(schema_entities)
TWOSOURCE_EMBEDDED(schema_entity)
TWOSOURCE_EMBEDDED(schema_flag)
TWOSOURCE_EMBEDDED(schema_id)
TWOSOURCE_EMBEDDED(schema_interval)
TWOSOURCE_EMBEDDED(schema_lineage)
TWOSOURCE_EMBEDDED(schema_member)
TWOSOURCE_EMBEDDED(schema_moment)
TWOSOURCE_EMBEDDED(schema_origin)
TWOSOURCE_EMBEDDED(schema_origins)
TWOSOURCE_EMBEDDED(schema_pair)
TWOSOURCE_EMBEDDED(schema_pairs)
TWOSOURCE_EMBEDDED(schema_problem)
TWOSOURCE_EMBEDDED(schema_reason)
TWOSOURCE_EMBEDDED(schema_report)
TWOSOURCE_EMBEDDED(schema_span)
TWOSOURCE_EMBEDDED(schema_speaker)
TWOSOURCE_EMBEDDED(schema_statement)
TWOSOURCE_EMBEDDED(schema_statements)
TWOSOURCE_EMBEDDED(schema_stories)
TWOSOURCE_EMBEDDED(schema_story)
TWOSOURCE_EMBEDDED(schema_sum)
TWOSOURCE_EMBEDDED(schema_time)
TWOSOURCE_EMBEDDED(schema_times)

namespace twosource {
namespace {

struct Definition {
  std::string_view name;
  std::string_view (*text)();
};

constexpr std::array definitions = {
    Definition{"article", schema_article},
    Definition{"articles", schema_articles},
    Definition{"brief", schema_brief},
    Definition{"brief_sentence", schema_brief_sentence},
    Definition{"claim", schema_claim},
    Definition{"claims", schema_claims},
    Definition{"conflict", schema_conflict},
    Definition{"copies", schema_copies},
    Definition{"copy", schema_copy},
    Definition{"coverage", schema_coverage},
    Definition{"entities", schema_entities},
    Definition{"entity", schema_entity},
    Definition{"flag", schema_flag},
    Definition{"id", schema_id},
    Definition{"interval", schema_interval},
    Definition{"lineage", schema_lineage},
    Definition{"member", schema_member},
    Definition{"moment", schema_moment},
    Definition{"origin", schema_origin},
    Definition{"origins", schema_origins},
    Definition{"pair", schema_pair},
    Definition{"pairs", schema_pairs},
    Definition{"problem", schema_problem},
    Definition{"reason", schema_reason},
    Definition{"report", schema_report},
    Definition{"span", schema_span},
    Definition{"speaker", schema_speaker},
    Definition{"statement", schema_statement},
    Definition{"statements", schema_statements},
    Definition{"stories", schema_stories},
    Definition{"story", schema_story},
    Definition{"sum", schema_sum},
    Definition{"time", schema_time},
    Definition{"times", schema_times},
};

const Definition* find_definition(std::string_view name) {
  const auto* found = std::find_if(definitions.begin(), definitions.end(),
                                   [&](const Definition& each) { return each.name == name; });
  return found == definitions.end() ? nullptr : found;
}

Json read_definition(const Definition& definition) {
  Result<Json> schema = parse_json(definition.text());
  assert(schema);  // a file of ours; the tests read all of them
  return std::move(*schema);
}

// Adds the names that `schema` refers to, directly.
void collect_references(const Json& schema, std::set<std::string>& names) {
  constexpr std::string_view prefix = "#/$defs/";
  if (const Json::Array* items = schema.array()) {
    for (const Json& item : *items) collect_references(item, names);
  }
  const Json::Object* members = schema.object();
  if (members == nullptr) return;
  const std::string_view reference = schema.text_at("$ref");
  if (reference.starts_with(prefix)) names.emplace(reference.substr(prefix.size()));
  for (const Json::Member& member : *members) collect_references(member.second, names);
}

// All definitions that `schema` reaches, through others too.
std::set<std::string> reachable(const Json& schema) {
  std::set<std::string> known;
  std::set<std::string> fresh;
  collect_references(schema, fresh);
  while (!fresh.empty()) {
    std::set<std::string> next;
    for (const std::string& name : fresh) {
      if (!known.insert(name).second) continue;
      const Definition* definition = find_definition(name);
      assert(definition != nullptr);
      collect_references(read_definition(*definition), next);
    }
    fresh = std::move(next);
  }
  return known;
}

}  // namespace

std::vector<std::string> schema_names() {
  std::vector<std::string> names;
  names.reserve(definitions.size());
  for (const Definition& each : definitions) names.emplace_back(each.name);
  return names;
}

Result<std::string> json_schema(std::string_view name) {
  const Definition* definition = find_definition(name);
  if (definition == nullptr) {
    return Error{ErrorKind::usage, fmt::format("There is no schema \"{}\"; the names are {}.", name,
                                               fmt::join(schema_names(), ", "))};
  }
  const Json schema = read_definition(*definition);
  Json::Object out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                      {"$id", fmt::format("urn:twosource:{}:1", name)}};
  for (const Json::Member& member : *schema.object()) out.push_back(member);
  Json::Object parts;
  for (const std::string& part : reachable(schema)) {
    parts.emplace_back(part, read_definition(*find_definition(part)));
  }
  if (!parts.empty()) out.emplace_back("$defs", std::move(parts));
  return to_json(out, true) + "\n";
}

}  // namespace twosource
