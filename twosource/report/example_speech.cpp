#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "twosource/report/example_report.hpp"

namespace twosource {
namespace {

Span find(const Report& report, ArticleIndex article, std::string_view words) {
  const std::size_t at = report.articles[article].text.find(words);
  const auto begin = static_cast<std::uint32_t>(at == std::string::npos ? 0 : at);
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

Entity make_entity(const Report& report, std::string id, NameKind kind, std::string role,
                   const std::vector<std::pair<ArticleIndex, std::string>>& mentions) {
  Entity entity;
  entity.id = std::move(id);
  entity.kind = kind;
  entity.name = mentions.front().second;
  entity.roles = {std::move(role)};
  for (const auto& [article, form] : mentions) {
    entity.mentions.push_back({article, find(report, article, form)});
    const auto known =
        std::find_if(entity.variants.begin(), entity.variants.end(),
                     [&name = form](const NameVariant& each) { return each.name == name; });
    if (known == entity.variants.end()) {
      entity.variants.push_back({form, 1});
    } else {
      ++known->count;
    }
  }
  return entity;
}

class Sayings {
 public:
  explicit Sayings(Report& report) : report_(report) {}

  Statement& add(ArticleIndex article, StatementKind kind, std::string_view content,
                 std::string_view source, std::string_view cue) {
    Statement statement;
    statement.id = fmt_id(report_.statements.size());
    statement.article = article;
    statement.kind = kind;
    statement.content = {find(report_, article, content)};
    if (!source.empty()) statement.source = find(report_, article, source);
    if (!cue.empty()) statement.cue = find(report_, article, cue);
    statement.score = 0.8;
    report_.statements.push_back(std::move(statement));
    return report_.statements.back();
  }

  // Said by an entity, or by someone who is only described.
  static void give(Statement& statement, std::optional<EntityIndex> entity, std::string name,
                   ResolvedBy by) {
    statement.speaker = Speaker{entity, std::move(name)};
    statement.resolved_by = by;
  }

 private:
  static std::string fmt_id(std::size_t number) {
    std::string digits = std::to_string(number);
    return std::string(16 - digits.size(), '0') + digits;
  }

  Report& report_;
};

}  // namespace

void add_example_speech(Report& report) {
  constexpr std::string_view quote =
      "“We heard the cables sing and then the whole arm came down in front of us,”";
  report.entities = {
      make_entity(report, "e000000000000001", NameKind::person, "crane driver",
                  {{0, "Ilva Torrend"}, {1, "Ilva Torrend"}, {3, "Torrend"}}),
      make_entity(report, "e000000000000002", NameKind::person, "surgeon", {{3, "Edda Falk"}})};
  report.entities[0].reasons = {{"family_name",
                                 "Only one person of the story can be meant by “Torrend”.",
                                 {report.entities[0].mentions[2]}}};
  Sayings sayings(report);
  for (const ArticleIndex article : {ArticleIndex{0}, ArticleIndex{1}}) {
    Statement& police = sayings.add(article, StatementKind::indirect,
                                    "Three dock workers were hurt", "the harbour police", "said");
    Sayings::give(police, std::nullopt, "the harbour police", ResolvedBy::unnamed);
    if (article > 0) police.same_as = 0;
    Statement& spoken =
        sayings.add(article, StatementKind::direct, quote, "Ilva Torrend, a crane driver", "");
    Sayings::give(spoken, 0, "Ilva Torrend", ResolvedBy::named);
    if (article > 0) spoken.same_as = 1;
  }
  Statement& surgeon = sayings.add(3, StatementKind::indirect, "Four people were taken to hospital",
                                   "the surgeon on duty, Dr Edda Falk", "told");
  Sayings::give(surgeon, 1, "Edda Falk", ResolvedBy::named);
  Statement& told = sayings.add(3, StatementKind::direct, quote, "Torrend", "");
  Sayings::give(told, 0, "Ilva Torrend", ResolvedBy::named);
  told.same_as = 1;
  told.via = {"The Harbour Post"};
  sayings.add(5, StatementKind::indirect, "the shops expect no shortage", "", "").score = 0.2;
  Statement& again = sayings.add(6, StatementKind::direct, quote, "a driver", "quoted");
  Sayings::give(again, 0, "Ilva Torrend", ResolvedBy::across_articles);
  again.same_as = 1;
  again.reasons = {{"same_words",
                    "The same words stand in Northwater News Agency, which names Ilva Torrend.",
                    {{0, find(report, 0, "Ilva Torrend, a crane driver")}}}};
}

void add_hostile_speech(Report& report) {
  constexpr std::string_view words = "<img src=x onerror=alert(1)>";
  Entity entity = make_entity(report, "e000000000000001", NameKind::person, "</h4><script>",
                              {{0, "</script>"}, {1, "document.title='owned'"}});
  entity.name = "</script><b>\x1b[31m";
  entity.reasons = {{"spelling", "<script>alert(7)</script>", {}}};
  report.entities = {std::move(entity)};
  Sayings sayings(report);
  Statement& first = sayings.add(0, StatementKind::mixed, words, "</script>", "<script>");
  Sayings::give(first, 0, report.entities[0].name, ResolvedBy::named);
  first.via = {"<script>alert(8)</script>"};
  Statement& second = sayings.add(1, StatementKind::direct, words, "", "");
  Sayings::give(second, std::nullopt, "<script>\xE2\x80\xAE", ResolvedBy::unnamed);
}

}  // namespace twosource
