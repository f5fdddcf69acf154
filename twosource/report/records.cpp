#include "twosource/report/records.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "twosource/base/hash.hpp"
#include "twosource/report/published.hpp"
#include "twosource/report/speakers.hpp"

namespace twosource {
namespace {

// What is not known is null, never an empty text.
Json or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}

Json published_or_null(const std::optional<Published>& published) {
  return published.has_value() ? Json(rfc3339(*published)) : Json();
}

Json names(std::vector<std::string> list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  Json::Array out;
  for (std::string& name : list) {
    if (!name.empty()) out.emplace_back(std::move(name));
  }
  return out;
}

// Sentence 0 is the title, an empty span where there is none. Without the rich analysis the number
// is not known.
Json count_sentences(const Analysis& analysis) {
  if (analysis.sentences.empty()) return {};
  return static_cast<std::size_t>(std::count_if(analysis.sentences.begin(),
                                                analysis.sentences.end(),
                                                [](Span sentence) { return !sentence.empty(); }));
}

Json::Object article_fields(const Article& article, const Analysis& analysis) {
  const std::string& language = analysis.language.empty() ? article.language : analysis.language;
  const std::optional<Published>& published = article.published;
  return {{"type", "article"},
          {"id", article.id},
          {"path", article.path},
          {"title", or_null(title_of(article))},
          {"outlet", or_null(article.outlet)},
          {"owner", or_null(article.owner)},
          {"url", or_null(article.url)},
          {"published", published_or_null(published)},
          {"published_source", published ? Json(name_of(published->source)) : Json()},
          {"published_precision", published ? Json(name_of(published->precision)) : Json()},
          {"language", or_null(language)},
          {"text_sha256", sha256(article.text)},
          {"chars", CodePointMap(article.text).size()},
          {"words", analysis.words.size()},
          {"sentences", count_sentences(analysis)}};
}

}  // namespace

RecordMaker::RecordMaker(const Report& report)
    : report_(report), origins_of_story_(report.stories.size()), maps_(report.articles.size()) {
  for (OriginIndex i = 0; i < report.origins.origins.size(); ++i) {
    origins_of_story_[report.origins.origins[i].story].push_back(i);
  }
}

Json RecordMaker::article(ArticleIndex index) const {
  static const Analysis none;
  return article_fields(report_.articles[index],
                        index < report_.analyses.size() ? report_.analyses[index] : none);
}

Json RecordMaker::extract(ArticleIndex index) const {
  Json record = article(index);
  const Article& source = report_.articles[index];
  Json::Array authors(source.authors.begin(), source.authors.end());
  record.object()->emplace_back("authors", std::move(authors));
  record.object()->emplace_back("text", source.text);
  return record;
}

Json RecordMaker::story(StoryIndex index) {
  const Story& story = report_.stories[index];
  Json::Array articles;
  std::vector<std::string> outlets;
  std::vector<std::string> owners;
  std::optional<Published> first;
  std::optional<Published> last;
  for (const ArticleIndex member : story.articles) {
    const Article& article = report_.articles[member];
    articles.emplace_back(article.id);
    outlets.push_back(article.outlet);
    owners.push_back(article.owner);
    if (!article.published) continue;
    const std::int64_t time = article.published->unix_seconds;
    if (!first || time < first->unix_seconds) first = article.published;
    if (!last || time > last->unix_seconds) last = article.published;
  }
  Json::Array counted;
  Json::Array additions;
  for (const OriginIndex i : origins_of_story_[index]) {
    const Origin& origin = report_.origins.origins[i];
    (origin.counted ? counted : additions).emplace_back(origin.id);
  }
  Json::Array links;
  for (const StoryLink& link : story.links) {
    links.emplace_back(Json::Object{{"a", report_.articles[link.a].id},
                                    {"b", report_.articles[link.b].id},
                                    {"reasons", reasons({link.reason})}});
  }
  const std::vector<Sum>& sums = report_.origins.sums;
  return Json::Object{{"type", "story"},
                      {"id", story.id},
                      {"title", or_null(story.title)},
                      {"articles", std::move(articles)},
                      {"outlets", names(std::move(outlets))},
                      {"owners", names(std::move(owners))},
                      {"origins", std::move(counted)},
                      {"additions", std::move(additions)},
                      {"sum", index < sums.size() ? sum(sums[index]) : Json()},
                      {"first", published_or_null(first)},
                      {"last", published_or_null(last)},
                      {"links", std::move(links)}};
}

Json RecordMaker::copy(std::size_t index) {
  const Copy& copy = report_.copies[index];
  return Json::Object{{"type", "copy"},
                      {"id", copy.id},
                      {"a", span({copy.a, copy.a_span})},
                      {"b", span({copy.b, copy.b_span})},
                      {"kind", name_of(copy.kind)},
                      {"quoted", copy.quoted()},
                      {"furniture", copy.furniture},
                      {"formula", copy.formula},
                      {"similarity", copy.similarity()},
                      {"surprisal", copy.surprisal},
                      {"evidence", copy.evidence},
                      {"direction", name_of(copy.direction)},
                      {"words_a", copy.words_a},
                      {"words_b", copy.words_b},
                      {"equal_words", copy.equal_words},
                      {"reasons", reasons(copy.reasons)}};
}

Json RecordMaker::origin(OriginIndex index) {
  const Origin& origin = report_.origins.origins[index];
  Json::Array articles;
  for (const ArticleIndex article : origin.articles) {
    articles.emplace_back(report_.articles[article].id);
  }
  Json::Array citing;
  for (const ArticleIndex article : origin.citing) {
    citing.emplace_back(report_.articles[article].id);
  }
  return Json::Object{{"type", "origin"},
                      {"id", origin.id},
                      {"story", report_.stories[origin.story].id},
                      {"kind", name_of(origin.kind)},
                      {"name", origin.name},
                      {"articles", std::move(articles)},
                      {"citing", std::move(citing)},
                      {"passages", spans(origin.passages)},
                      {"counted", origin.counted},
                      {"reasons", reasons(origin.reasons)}};
}

Json RecordMaker::lineage(std::size_t index) {
  const Lineage& lineage = report_.origins.lineage[index];
  const std::string& from = lineage.from_origin ? report_.origins.origins[lineage.from].id
                                                : report_.articles[lineage.from].id;
  return Json::Object{{"type", "lineage"},
                      {"id", lineage.id},
                      {"story", report_.stories[lineage.story].id},
                      {"from", from},
                      {"from_type", lineage.from_origin ? "origin" : "article"},
                      {"to", report_.articles[lineage.to].id},
                      {"share", lineage.share},
                      {"kind", name_of(lineage.kind)},
                      {"reasons", reasons(lineage.reasons)}};
}

Json RecordMaker::entity(EntityIndex index) {
  const Entity& entity = report_.entities[index];
  Json::Array variants;
  for (const NameForm& form : forms_of(report_, entity)) {
    Json::Array articles;
    for (const ArticleIndex article : form.articles)
      articles.emplace_back(report_.articles[article].id);
    variants.emplace_back(Json::Object{
        {"name", form.name}, {"count", form.count}, {"articles", std::move(articles)}});
  }
  Json::Array roles(entity.roles.begin(), entity.roles.end());
  return Json::Object{{"type", "entity"},
                      {"id", entity.id},
                      {"story", report_.stories[entity.story].id},
                      {"name", entity.name},
                      {"kind", name_of(entity.kind)},
                      {"roles", std::move(roles)},
                      {"mentions", spans(entity.mentions)},
                      {"variants", std::move(variants)},
                      {"reasons", reasons(entity.reasons)}};
}

Json RecordMaker::statement(StatementIndex index) {
  const Statement& statement = report_.statements[index];
  Json::Array content;
  for (const Span piece : statement.content) content.push_back(span({statement.article, piece}));
  Json::Array via(statement.via.begin(), statement.via.end());
  Json::Array conflicts;
  for (const StatementIndex i : statement.conflicts) {
    conflicts.emplace_back(report_.statements[i].id);
  }
  return Json::Object{
      {"type", "statement"},
      {"id", statement.id},
      {"story", report_.stories[statement.story].id},
      {"kind", name_of(statement.kind)},
      {"content", std::move(content)},
      {"cue", span_or_null(statement.article, statement.cue)},
      {"source", span_or_null(statement.article, statement.source)},
      {"speaker", speaker(index)},
      {"via", std::move(via)},
      {"resolved_by", name_of(statement.resolved_by)},
      {"score", statement.score},
      {"same_as", statement.same_as ? Json(report_.statements[*statement.same_as].id) : Json()},
      {"conflicts", std::move(conflicts)},
      {"reasons", reasons(statement.reasons)}};
}

Json RecordMaker::pair(const PairExplanation& pair) {
  Json::Array copies;
  for (const std::size_t i : pair.copies) copies.push_back(copy(i));
  Json::Array origins;
  for (const OriginIndex i : pair.shared_origins) {
    origins.emplace_back(report_.origins.origins[i].id);
  }
  const std::string& a = report_.articles[pair.a].id;
  const std::string& b = report_.articles[pair.b].id;
  return Json::Object{{"type", "pair"},
                      {"id", make_id("pair", {a, b})},
                      {"a", a},
                      {"b", b},
                      {"same_story", pair.same_story},
                      {"shared_origins", std::move(origins)},
                      {"copies", std::move(copies)},
                      {"reasons", reasons(pair.reasons)}};
}

Json RecordMaker::problem(std::size_t index) const {
  const Problem& problem = report_.problems[index];
  const char* kind = name_of(problem.kind);
  return Json::Object{{"type", "problem"},
                      {"id", make_id("problem", {problem.path, kind, problem.message})},
                      {"path", problem.path},
                      {"kind", kind},
                      {"message", problem.message}};
}

Json RecordMaker::coverage() const {
  const Coverage& coverage = report_.coverage;
  Json::Object languages;
  // BCP 47: `und` is the tag of a language that is not told.
  for (const auto& [tag, count] : coverage.languages) {
    languages.emplace_back(tag.empty() ? "und" : tag, count);
  }
  Json::Array unanalysed(coverage.unanalysed.begin(), coverage.unanalysed.end());
  return Json::Object{{"articles", coverage.articles},
                      {"undated", coverage.undated},
                      {"no_outlet", coverage.no_outlet},
                      {"languages", std::move(languages)},
                      {"unanalysed", std::move(unanalysed)}};
}

RecordMaker::CodePoints RecordMaker::code_points(const ArticleSpan& place) {
  std::optional<CodePointMap>& map = maps_[place.article];
  if (!map) map.emplace(report_.articles[place.article].text);
  return {map->at(place.span.begin), map->at(place.span.end)};
}

Json RecordMaker::span(const ArticleSpan& place) {
  const Article& article = report_.articles[place.article];
  const CodePoints points = code_points(place);
  return Json::Object{{"article", article.id},      {"start", points.start},
                      {"end", points.end},          {"byte_start", place.span.begin},
                      {"byte_end", place.span.end}, {"exact", slice(article.text, place.span)}};
}

Json RecordMaker::span_or_null(ArticleIndex article, Span place) {
  return place.empty() ? Json() : span({article, place});
}

Json RecordMaker::spans(const std::vector<ArticleSpan>& places) {
  Json::Array out;
  out.reserve(places.size());
  for (const ArticleSpan& place : places) out.push_back(span(place));
  return out;
}

Json RecordMaker::reasons(const std::vector<Reason>& list) {
  Json::Array out;
  out.reserve(list.size());
  for (const Reason& reason : list) {
    out.emplace_back(
        Json::Object{{"code", reason.code}, {"text", reason.text}, {"spans", spans(reason.spans)}});
  }
  return out;
}

Json RecordMaker::sum(const Sum& sum) {
  return Json::Object{{"articles", sum.articles}, {"outlets", sum.outlets},
                      {"owners", sum.owners},     {"shown", sum.shown},
                      {"possible", sum.possible}, {"steps", reasons(sum.steps)}};
}

}  // namespace twosource
