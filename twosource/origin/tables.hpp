#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/result.hpp"

namespace twosource {

/// What a wire service distributes.
enum class AgencyKind {
  agency,   ///< its own news texts
  release,  ///< press releases of others
};

/// A wire service and how texts show that they are its own.
struct Agency {
  std::string short_name;  ///< shown to readers; texts of one name fold into one origin
  AgencyKind kind = AgencyKind::agency;
  std::vector<std::string> names;    ///< in running text as well as in credits
  std::vector<std::string> credits;  ///< in credits, bylines and datelines only
  std::vector<std::string> domains;  ///< lower case, without "www."
};

/// Who decides over which outlets.
struct Owner {
  std::string name;
  std::vector<std::string> outlets;
  std::vector<std::string> domains;  ///< lower case, without "www."
};

/// What the origin stage knows of the world before it reads.
struct OriginTables {
  std::vector<Agency> agencies;  ///< by short name
  std::vector<Owner> owners;     ///< by name
};

/// The tables that come with the library (agencies.tsv and owners.tsv in this folder).
const OriginTables& built_in_tables();

/// Reads a table in the format that agencies.tsv explains on top: tab-separated columns, `#` starts
/// a comment line, the first other line names the columns and is skipped. The error names the line.
Result<std::vector<Agency>> parse_agencies(std::string_view tsv);

/// The same for owners.tsv.
Result<std::vector<Owner>> parse_owners(std::string_view tsv);

/// `mine` over `base`: entries of the same name are those of `mine`.
OriginTables merge_tables(OriginTables base, OriginTables mine);

}  // namespace twosource
