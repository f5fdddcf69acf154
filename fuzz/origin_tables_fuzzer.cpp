// origin/tables and the reading of credits: a table that is accepted has names, and any text can be
// read with it; every span found lies in the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "twosource/origin/agencies.hpp"
#include "twosource/origin/marks.hpp"
#include "twosource/origin/tables.hpp"

namespace {

void check(bool right) {
  if (!right) std::abort();
}

void read_with(const std::vector<twosource::Agency>& agencies, const std::string& text) {
  const twosource::AgencyIndex index(agencies);
  twosource::Article article{.text = text, .outlet = "Selne Courier", .authors = {text}};
  article.body = {0, static_cast<std::uint32_t>(text.size())};
  const twosource::PressIndex press(twosource::built_in_tables().owners, {});
  const twosource::ArticleMarks found = twosource::find_marks(article, index, press);
  if (found.issuer) check(found.issuer->end <= text.size());
  for (const twosource::SourceMark& item : found.items) {
    check(item.span.begin <= item.span.end && item.span.end <= text.size());
    for (const std::uint32_t agency : item.agencies) check(agency < index.size());
  }
  for (const twosource::Span span : found.no_news) check(span.end <= text.size());
  twosource::discover_agencies({&article, 1}, index, twosource::Jobs{1});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_size = 1 << 16;  // longer inputs only cost time
  if (size > max_size) return 0;
  const std::string text(data, data + size);
  const auto owners = twosource::parse_owners(text);
  if (owners) {
    for (const twosource::Owner& owner : *owners) check(!owner.name.empty());
  }
  const auto agencies = twosource::parse_agencies(text);
  if (agencies) {
    for (const twosource::Agency& agency : *agencies) check(!agency.short_name.empty());
    read_with(*agencies, text);
  }
  read_with(twosource::built_in_tables().agencies, text);
  return 0;
}
