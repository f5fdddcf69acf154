#include "twosource/engine/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "twosource/base/files.hpp"
#include "twosource/origin/owners.hpp"
#include "twosource/read/collection.hpp"
#include "twosource/read/dates.hpp"

namespace twosource {
namespace {

// So many files are read at once between two signs of life, and their bytes held in memory.
constexpr std::size_t batch_size = 64;

ReadOutcome read_one(const std::string& path, const ReadOptions& options) {
  const Result<std::string> bytes = read_file(path, max_input_bytes);
  if (bytes) return read_bytes(path, *bytes, options);
  ReadOutcome outcome;
  outcome.problems.push_back({path, bytes.error().kind, bytes.error().message});
  return outcome;
}

std::vector<ReadOutcome> read_files(const std::vector<std::string>& files,
                                    const ReadOptions& options, Jobs jobs, const Tell& tell) {
  std::vector<ReadOutcome> outcomes(files.size());
  for (std::size_t start = 0; start < files.size(); start += batch_size) {
    tell.stage("reading", start, files.size());
    const std::size_t count = std::min(batch_size, files.size() - start);
    parallel_for(jobs, count,
                 [&](std::size_t i) { outcomes[start + i] = read_one(files[start + i], options); });
  }
  return outcomes;
}

Result<std::optional<Published>> date_of_flag(const std::string& at) {
  if (at.empty()) return std::optional<Published>();
  std::optional<Published> date = parse_date(at, DateSource::flag);
  if (date) return date;
  return Error{
      ErrorKind::usage,
      fmt::format("--at wants a date such as 2031-05-04 or 2031-05-04T10:20:00Z; got {}", at)};
}

Result<FieldMap> fields_of(const Settings& settings) {
  for (const auto& [field, key] : settings.fields) {
    if (is_record_field(field)) continue;
    return Error{ErrorKind::usage,
                 fmt::format("--map knows no field {}; the fields are text, title, url, outlet, "
                             "owner, authors, date, language and id",
                             field)};
  }
  return FieldMap{settings.fields};
}

void date_undated(std::vector<Article>& articles, const std::optional<Published>& at) {
  for (Article& article : articles) {
    if (!article.published) article.published = at;
  }
}

}  // namespace

Result<ReadOutcome> read_inputs(const Settings& settings, const OriginTables& tables, Jobs jobs,
                                const Tell& tell) {
  const Result<std::optional<Published>> at = date_of_flag(settings.at);
  if (!at) return at.error();
  const Result<FieldMap> fields = fields_of(settings);
  if (!fields) return fields.error();

  const FoundInputs found = find_inputs(settings.inputs);
  const ReadOptions options{.fields = *fields, .max_article_bytes = settings.max_article_bytes};
  std::vector<ReadOutcome> outcomes = read_files(found.files, options, jobs, tell);
  for (ReadOutcome& outcome : outcomes) date_undated(outcome.articles, *at);
  ReadOutcome outcome = settle(std::move(outcomes));
  for (const FileProblem& problem : found.problems) {
    outcome.problems.push_back({problem.path, problem.error.kind, problem.error.message});
  }
  std::sort(outcome.problems.begin(), outcome.problems.end());
  const OwnerIndex owners(tables.owners);
  for (Article& article : outcome.articles) article.owner = owners.owner_of(article);
  return outcome;
}

}  // namespace twosource
