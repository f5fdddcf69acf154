#include "twosource/report/json.hpp"

#include <fmt/format.h>

#include <functional>

#include "twosource/base/json.hpp"
#include "twosource/report/records.hpp"

namespace twosource {
namespace {

struct Records {
  const char* key;
  std::size_t count;
  std::function<Json(std::size_t)> make;
};

// Records are made and written one at a time: nothing but the output grows with the report.
void append_lines(std::string& out, const Records& records) {
  for (std::size_t i = 0; i < records.count; ++i) {
    out += to_json(records.make(i));
    out += '\n';
  }
}

void append_list(std::string& out, const Records& records) {
  fmt::format_to(std::back_inserter(out), ",\n\"{}\": [", records.key);
  for (std::size_t i = 0; i < records.count; ++i) {
    out += i == 0 ? "\n" : ",\n";
    out += to_json(records.make(i));
  }
  out += records.count == 0 ? "]" : "\n]";
}

class ReportWriter {
 public:
  explicit ReportWriter(const Report& report) : report_(report), maker_(report) {}

  Records articles(bool with_text) {
    return {"articles", report_.articles.size(), [this, with_text](std::size_t i) {
              const auto index = static_cast<ArticleIndex>(i);
              return with_text ? maker_.extract(index) : maker_.article(index);
            }};
  }
  Records stories() {
    return {"stories", report_.stories.size(),
            [this](std::size_t i) { return maker_.story(static_cast<StoryIndex>(i)); }};
  }
  Records copies() {
    return {"copies", report_.copies.size(), [this](std::size_t i) { return maker_.copy(i); }};
  }
  Records origins() {
    return {"origins", report_.origins.origins.size(),
            [this](std::size_t i) { return maker_.origin(static_cast<OriginIndex>(i)); }};
  }
  Records lineage() {
    return {"lineage", report_.origins.lineage.size(),
            [this](std::size_t i) { return maker_.lineage(i); }};
  }
  Records entities() {
    return {"entities", report_.entities.size(),
            [this](std::size_t i) { return maker_.entity(static_cast<EntityIndex>(i)); }};
  }
  Records statements() {
    return {"statements", report_.statements.size(),
            [this](std::size_t i) { return maker_.statement(static_cast<StatementIndex>(i)); }};
  }
  Records times() {
    return {"times", report_.times.size(),
            [this](std::size_t i) { return maker_.time(static_cast<TimeIndex>(i)); }};
  }
  Records claims() {
    return {"claims", report_.claims.size(),
            [this](std::size_t i) { return maker_.claim(static_cast<ClaimIndex>(i)); }};
  }
  Records flags() {
    return {"flags", report_.flags.size(), [this](std::size_t i) { return maker_.flag(i); }};
  }
  Records timeline() {
    return {"timeline", report_.timeline.size(),
            [this](std::size_t i) { return maker_.moment(i); }};
  }
  Records brief() {
    return {"brief", report_.brief.size(),
            [this](std::size_t i) { return maker_.brief_sentence(i); }};
  }
  Records problems() {
    return {"problems", report_.problems.size(),
            [this](std::size_t i) { return maker_.problem(i); }};
  }
  std::vector<Records> of(RecordKind kind) {
    switch (kind) {
      case RecordKind::articles:
        return {articles(false)};
      case RecordKind::extracts:
        return {articles(true)};
      case RecordKind::copies:
        return {copies()};
      case RecordKind::stories:
        return {stories()};
      case RecordKind::origins:
        return {origins(), lineage()};
      case RecordKind::statements:
        return {statements(), entities()};
      case RecordKind::entities:
        return {entities()};
      case RecordKind::times:
        return {times()};
      case RecordKind::claims:
        return {claims(), origins(), statements(), entities()};
      case RecordKind::brief:
        return {brief(), timeline(), flags(), origins()};
    }
    return {};
  }

  std::string document(std::string_view schema, const std::vector<Records>& lists) {
    std::string out = fmt::format("{{\"schema\": \"twosource/{}/1\",\n\"version\": \"{}\"", schema,
                                  library_version());
    for (const Records& records : lists) append_list(out, records);
    append_list(out, problems());
    out += ",\n\"coverage\": " + to_json(maker_.coverage()) + "}\n";
    return out;
  }

 private:
  const Report& report_;
  RecordMaker maker_;
};

std::string lines_of(const std::vector<Records>& lists) {
  std::string out;
  for (const Records& records : lists) append_lines(out, records);
  return out;
}

}  // namespace

std::string report_json(const Report& report, JsonShape shape) {
  ReportWriter writer(report);
  std::vector<Records> lists = {writer.articles(false), writer.stories(),  writer.copies(),
                                writer.origins(),       writer.lineage(),  writer.entities(),
                                writer.statements(),    writer.times(),    writer.claims(),
                                writer.flags(),         writer.timeline(), writer.brief()};
  if (shape == JsonShape::document) return writer.document("report", lists);
  lists.push_back(writer.problems());
  return lines_of(lists);
}

std::string records_json(const Report& report, RecordKind kind, JsonShape shape) {
  ReportWriter writer(report);
  if (shape == JsonShape::lines) return lines_of(writer.of(kind));
  return writer.document(name_of(kind), writer.of(kind));
}

const char* name_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::articles:
    case RecordKind::extracts:
      return "articles";
    case RecordKind::copies:
      return "copies";
    case RecordKind::stories:
      return "stories";
    case RecordKind::origins:
      return "origins";
    case RecordKind::statements:
      return "statements";
    case RecordKind::entities:
      return "entities";
    case RecordKind::times:
      return "times";
    case RecordKind::claims:
      return "claims";
    case RecordKind::brief:
      return "brief";
  }
  return "articles";
}

std::string_view library_version() {
  return TWOSOURCE_VERSION;
}

}  // namespace twosource
