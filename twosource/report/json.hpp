#pragma once

#include <string>
#include <string_view>

#include "twosource/model/report.hpp"

namespace twosource {

/// Which records to write. `extracts` are articles with their text and authors; `origins` bring
/// the lineage with them, `statements` the entities that they name, `claims` all that they point
/// to, `brief` the timeline, the flags and the origins.
enum class RecordKind {
  articles,
  extracts,
  copies,
  stories,
  origins,
  statements,
  entities,
  times,
  claims,
  brief
};

/// One JSON document with problems and coverage, or a record a line (JSON Lines).
enum class JsonShape { document, lines };

/// The whole report, schema `twosource/report/1` (docs/formats/report.md): what `report.json`
/// holds. As lines: all records, articles first, then stories, copies, origins, lineage, entities,
/// statements, times, claims, flags, timeline, brief, problems.
///
/// The same report gives the same bytes. Valid JSON in UTF-8 whatever the articles hold, one
/// record a line in both shapes, a line break at the end. Linear in what it writes.
std::string report_json(const Report& report, JsonShape shape = JsonShape::document);

/// The records of one kind. A document has the schema `twosource/<name_of(kind)>/1` and closes with
/// problems and coverage; lines hold nothing but the records.
std::string records_json(const Report& report, RecordKind kind, JsonShape shape);

/// The key under which records of the kind stand in a document.
const char* name_of(RecordKind kind);

/// The version of the library: "0.1.0".
std::string_view library_version();

}  // namespace twosource
