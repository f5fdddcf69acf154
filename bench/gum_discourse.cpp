// GUM writes everything beside the tokens into one column:
// `Entity=(8-person-new-nnnnn-cf4-1-coref)` opens and closes mentions at a token, with the entity
// first, its kind second and the place of the head within the mention sixth;
// `Discourse=attribution-positive:4->3:0:sem-atsrc-28-_+...` says that unit 4, which begins here,
// attributes unit 3 to what the document's token 28 says.
#include "bench/gum_discourse.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace twosource::bench {
namespace {

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

// The field of the last column, without its name; empty if it has none.
std::string_view note_of(const GumToken& token, std::string_view name) {
  std::string_view rest = token.notes;
  while (!rest.empty()) {
    std::string_view field = take(rest, '|');
    if (field.starts_with(name)) return field.substr(name.size());
  }
  return {};
}

std::optional<std::uint32_t> number_at(std::string_view& rest) {
  std::uint32_t number = 0;
  const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (read.ec != std::errc{}) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
  return number;
}

class MentionReader {
 public:
  explicit MentionReader(const GumDocument& document) : document_(document) {}

  std::vector<GumMention> read() {
    for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
      std::string_view rest = note_of(document_.tokens[i], "Entity=");
      while (!rest.empty()) read_bracket(i, rest);
    }
    std::sort(done_.begin(), done_.end(), [](const GumMention& a, const GumMention& b) {
      return std::pair(a.begin, b.end) < std::pair(b.begin, a.end);
    });
    return std::move(done_);
  }

 private:
  // "(8-person-...-coref)", "(8-person-...", "8)"
  void read_bracket(std::uint32_t token, std::string_view& rest) {
    const bool opens = rest.front() == '(';
    if (opens) rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find_first_of("()"), rest.size());
    std::string_view fields = rest.substr(0, end);
    rest.remove_prefix(end);
    const bool closes = !rest.empty() && rest.front() == ')';
    if (closes) rest.remove_prefix(1);
    std::string entity(take(fields, opens ? '-' : ')'));
    // Parts of a mention that is not in one piece are numbered: "8[1/2]".
    entity = entity.substr(0, entity.find('['));
    if (opens) open(token, entity, fields);
    if (closes) close(token, entity);
  }

  void open(std::uint32_t token, const std::string& entity, std::string_view fields) {
    GumMention mention;
    mention.entity = entity;
    mention.begin = token;
    mention.kind = std::string(take(fields, '-'));
    for (int i = 0; i < 3; ++i) take(fields, '-');
    mention.head = token + number_at(fields).value_or(1) - 1;
    open_.push_back(std::move(mention));
  }

  void close(std::uint32_t token, const std::string& entity) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].entity != entity) continue;
      open_[i].end = token + 1;
      open_[i].head = std::min(open_[i].head, token);
      done_.push_back(std::move(open_[i]));
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }

  const GumDocument& document_;
  std::vector<GumMention> open_;
  std::vector<GumMention> done_;
};

// The tokens that say who: of "sem-atsrc-31-41-_" 31 to 41, of "sem-atsrc-146,161-_" the first.
std::optional<std::pair<std::uint32_t, std::uint32_t>> source_of(std::string_view relation) {
  constexpr std::string_view name = "sem-atsrc-";
  const std::size_t at = relation.find(name);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = relation.substr(at + name.size());
  const auto first = number_at(rest);
  if (!first || *first == 0) return std::nullopt;
  auto last = first;
  if (rest.size() > 1 && rest.front() == '-') {
    rest.remove_prefix(1);
    if (const auto number = number_at(rest)) last = number;
  }
  if (*last < *first) return std::nullopt;
  return std::pair(*first - 1, *last);
}

}  // namespace

std::vector<GumMention> mentions_of(const GumDocument& document) {
  return MentionReader(document).read();
}

std::vector<GumAttribution> attributions_of(const GumDocument& document) {
  std::map<std::uint32_t, std::uint32_t> begin_of_unit;  // number, token
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    std::string_view note = note_of(document.tokens[i], "Discourse=");
    take(note, ':');
    if (const auto unit = number_at(note)) begin_of_unit.emplace(*unit, i);
  }
  const auto span_of = [&](std::uint32_t unit) -> Span {
    const auto found = begin_of_unit.find(unit);
    if (found == begin_of_unit.end()) return {};
    const auto next = std::next(found);
    const std::uint32_t end = next == begin_of_unit.end()
                                  ? static_cast<std::uint32_t>(document.tokens.size())
                                  : next->second;
    return {document.tokens[found->second].span.begin, document.tokens[end - 1].span.end};
  };
  std::vector<GumAttribution> attributions;
  for (const GumToken& token : document.tokens) {
    std::string_view notes = note_of(token, "Discourse=");
    while (!notes.empty()) {
      std::string_view relation = take(notes, ';');
      if (take(relation, ':') != "attribution-positive") continue;
      const auto source = source_of(relation);
      take(relation, '>');
      const auto unit = number_at(relation);
      if (!source || !unit || source->second > document.tokens.size()) continue;
      const Span content = span_of(*unit);
      if (!content.empty()) attributions.push_back({content, source->first, source->second});
    }
  }
  return attributions;
}

const GumMention* smallest_around(const std::vector<GumMention>& mentions, std::uint32_t begin,
                                  std::uint32_t end) {
  const GumMention* best = nullptr;
  for (const GumMention& each : mentions) {
    if (each.begin > begin || each.end < end) continue;
    if (best == nullptr || each.end - each.begin < best->end - best->begin) best = &each;
  }
  return best;
}

std::string entity_of(const GumDocument& document, const std::vector<GumMention>& mentions,
                      std::span<const Span> places) {
  std::map<std::string, std::size_t> votes;
  for (const Span place : places) {
    const std::uint32_t begin = gum_token_at(document, place.begin);
    const std::uint32_t end = gum_token_at(document, place.end - 1) + 1;
    if (const GumMention* mention = smallest_around(mentions, begin, end)) ++votes[mention->entity];
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(),
      [](const auto& one, const auto& other) { return one.second < other.second; });
  return most == votes.end() ? std::string() : most->first;
}

std::uint32_t gum_token_at(const GumDocument& document, std::uint32_t byte) {
  const auto found =
      std::partition_point(document.tokens.begin(), document.tokens.end(),
                           [&](const GumToken& token) { return token.span.end <= byte; });
  return static_cast<std::uint32_t>(found - document.tokens.begin());
}

}  // namespace twosource::bench
