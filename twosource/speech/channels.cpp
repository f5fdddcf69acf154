// “…,” the ministry said in a statement carried by the agency: the ministry spoke, and the words
// came through the agency. Only what stands in the sentence of the cue is believed.
#include "twosource/speech/channels.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

#include "twosource/speech/roles.hpp"

namespace twosource {
namespace {

constexpr std::uint32_t reach = 5;  // tokens from the word to the name
// Tokens on either side of the cue: a sentence without an end is not searched for each of its
// statements.
constexpr std::uint32_t longest_way = 200;

bool in_content(const Statement& statement, std::uint32_t byte) {
  return std::any_of(statement.content.begin(), statement.content.end(),
                     [&](Span content) { return content.begin <= byte && byte < content.end; });
}

// How many tokens the words before an outlet's name take: "carried by", "told"; 0 for none.
std::uint32_t channel_words(std::string_view text, const TaggedText& tagged,
                            const Statement& statement, std::uint32_t token) {
  static const std::set<std::string_view> carried = {"carried",    "published",   "reported",
                                                     "quoted",     "cited",       "released",
                                                     "translated", "distributed", "relayed"};
  const std::string here = lower_form(text, tagged, token);
  if (here == "told" && statement.cue.contains(tagged.tokens[token].span)) return 1;
  const std::string next = lower_form(text, tagged, token + 1);
  if (carried.contains(here) && (next == "by" || next == "in")) return 2;
  return here == "interview" && (next == "with" || next == "on") ? 2 : 0;
}

// An organisation's name within a few tokens; a person's is whom one spoke to.
std::optional<std::string> outlet_behind(const ArticleNames& names, const Statement& statement,
                                         std::uint32_t token, std::uint32_t end) {
  const auto next =
      std::partition_point(names.mentions.begin(), names.mentions.end(),
                           [&](const ArticleMention& each) { return each.begin < token; });
  if (next == names.mentions.end() || next->begin >= std::min(end, token + reach))
    return std::nullopt;
  if (next->kind != NameKind::organisation) return std::nullopt;
  if (!next->entity || statement.source.overlaps(next->span)) return std::nullopt;
  return names.entities[*next->entity].name;
}

}  // namespace

std::vector<std::string> find_channels(std::string_view text, const TaggedText& tagged,
                                       const ArticleNames& names, const Statement& statement) {
  std::vector<std::string> via;
  const std::uint32_t byte =
      statement.cue.empty() ? statement.content.front().begin : statement.cue.begin;
  const auto anchor =
      std::partition_point(tagged.tokens.begin(), tagged.tokens.end(),
                           [&](const Token& each) { return each.span.end <= byte; });
  if (anchor == tagged.tokens.end()) return via;
  const auto cue = static_cast<std::uint32_t>(anchor - tagged.tokens.begin());
  const auto [begin, end] = sentence_around(tagged, cue);
  const std::uint32_t last = std::min(end, cue + longest_way);
  for (std::uint32_t i = std::max(begin, cue - std::min(cue, longest_way)); i + 1 < last; ++i) {
    if (in_content(statement, tagged.tokens[i].span.begin)) continue;
    const std::uint32_t words = channel_words(text, tagged, statement, i);
    if (words == 0) continue;
    const auto name = outlet_behind(names, statement, i + words, end);
    if (name && std::find(via.begin(), via.end(), *name) == via.end()) via.push_back(*name);
  }
  return via;
}

}  // namespace twosource
