#include "twosource/engine/tables.hpp"

#include <fmt/format.h>

#include <utility>

#include "twosource/base/files.hpp"

namespace twosource {
namespace {

// The built-in tables have a few hundred lines; a megabyte is room for every outlet of the world.
constexpr std::size_t max_table_bytes = std::size_t{8} << 20U;

Error wrong_table(const std::string& path, const Error& error) {
  return Error{ErrorKind::usage,
               fmt::format("the table {} cannot be used: {}", path, error.message)};
}

}  // namespace

Result<OriginTables> load_tables(const Settings& settings) {
  OriginTables mine;
  if (!settings.agencies_file.empty()) {
    const Result<std::string> text = read_file(settings.agencies_file, max_table_bytes);
    if (!text) return wrong_table(settings.agencies_file, text.error());
    auto agencies = parse_agencies(*text);
    if (!agencies) return wrong_table(settings.agencies_file, agencies.error());
    mine.agencies = std::move(agencies).value();
  }
  if (!settings.owners_file.empty()) {
    const Result<std::string> text = read_file(settings.owners_file, max_table_bytes);
    if (!text) return wrong_table(settings.owners_file, text.error());
    auto owners = parse_owners(*text);
    if (!owners) return wrong_table(settings.owners_file, owners.error());
    mine.owners = std::move(owners).value();
  }
  return merge_tables(built_in_tables(), std::move(mine));
}

}  // namespace twosource
