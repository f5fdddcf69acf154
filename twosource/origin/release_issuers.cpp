// Whose press release is it?
//
// Distributors print under every release who paid for it, and offices write it on top. Newspapers
// that pass a release on cut from the end, so often only "About Varn Works" or the name behind the
// dateline is left. These also occur in other texts; here the text is known to be a release, and
// the name must come once more in it.
#include "twosource/origin/release_issuers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/origin/lines.hpp"
#include "twosource/origin/outlet_names.hpp"

namespace twosource {
namespace {

constexpr std::uint32_t max_line_bytes = 200;

// Behind these at the begin of a line stands the issuer.
constexpr std::array<std::string_view, 17> stated = {"SOURCE ",
                                                     "SOURCE: ",
                                                     "Issued by ",
                                                     "Issued by: ",
                                                     "Press release of ",
                                                     "Press release from ",
                                                     "Press release by ",
                                                     "Press Release of ",
                                                     "Press Release from ",
                                                     "News release from ",
                                                     "Media release from ",
                                                     "News provided by ",
                                                     "Distributed by APO Group on behalf of ",
                                                     "Pressemitteilung der ",
                                                     "Pressemitteilung des ",
                                                     "Nota de prensa de ",
                                                     "Comunicato stampa di "};

constexpr std::array<std::string_view, 7> portraits = {
    "About ", "ABOUT ", "Über ", "À propos de ", "Acerca de ", "Sobre ", "Om "};

constexpr std::array<std::string_view, 7> contacts = {
    "media contact", "press contact",   "pressekontakt",  "contact:",
    "contacts:",     "media enquiries", "media inquiries"};

/// The name at `begin` of a line; `behind` is set to the text behind it in the line.
std::optional<Span> name_at(std::string_view text, Span rest, std::string_view* behind) {
  const std::vector<LineToken> tokens = find_line_tokens(text, rest);
  std::size_t first = 0;
  while (first < tokens.size() && !tokens[first].word) ++first;  // the dateline's last dash
  const auto name = read_name(text, tokens, first);
  if (!name) return std::nullopt;
  *behind = slice(text, {name->span.end, rest.end});
  return name->span;
}

bool is_closed(std::string_view behind) {
  while (!behind.empty() && behind.front() == ' ') behind.remove_prefix(1);
  constexpr std::array<std::string_view, 9> ends = {".", ":", ",", ";",           "(",
                                                    "–", "—", "-", "on behalf of"};
  return behind.empty() ||
         std::ranges::any_of(ends, [&](std::string_view end) { return behind.starts_with(end); });
}

/// The name behind one of these openings of the line.
template <std::size_t size>
std::optional<Span> behind_opening(std::string_view text, Span line,
                                   const std::array<std::string_view, size>& openings) {
  const std::string_view words = slice(text, line);
  for (const std::string_view opening : openings) {
    if (!words.starts_with(opening)) continue;
    const Span rest{line.begin + static_cast<std::uint32_t>(opening.size()), line.end};
    std::string_view behind;
    const auto name = name_at(text, rest, &behind);
    if (name && is_closed(behind)) return name;
  }
  return std::nullopt;
}

bool comes_again(std::string_view text, Span name) {
  const std::string_view words = slice(text, name);
  const std::size_t first = text.find(words);
  return first != name.begin || text.find(words, name.end) != std::string_view::npos;
}

/// "Varn Works, a maker of ...", "Varn Works (SEL: VRN) today announced".
std::optional<Span> behind_dateline(std::string_view text, std::uint32_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const Span rest{begin, static_cast<std::uint32_t>(end)};
  std::string_view behind;
  const auto name = name_at(text, rest, &behind);
  if (!name) return std::nullopt;
  while (!behind.empty() && behind.front() == ' ') behind.remove_prefix(1);
  constexpr std::array<std::string_view, 8> follow = {",",         "(",    "today", "announced",
                                                      "announces", "said", "has",   "will"};
  const bool follows =
      std::ranges::any_of(follow, [&](std::string_view word) { return behind.starts_with(word); });
  return follows ? name : std::nullopt;
}

/// "Media contact: Mara Lind, Varn Works, 0800 555": the last part that is a name.
std::optional<Span> of_contact(std::string_view text, Span line) {
  const std::string lower = lower_ascii(slice(text, line));
  if (std::ranges::none_of(contacts,
                           [&](std::string_view open) { return lower.starts_with(open); })) {
    return std::nullopt;
  }
  std::optional<Span> last;
  std::uint32_t comma = line.begin;
  for (std::uint32_t i = line.begin; i < line.end; ++i) {
    if (text[i] != ',') continue;
    comma = i + 1;
    std::string_view behind;
    const auto name = name_at(text, {comma, line.end}, &behind);
    if (name && is_closed(behind) && comes_again(text, *name)) last = name;
  }
  return last;
}

/// "About Varn Works" as a heading, not "About Selne there is much to say."
std::optional<Span> portrayed(std::string_view text, Span line) {
  const auto name = behind_opening(text, line, portraits);
  if (!name || !comes_again(text, *name)) return std::nullopt;
  // "About the Court" explains another; who speaks of himself gives his bare name.
  const std::string before = lower_ascii(text.substr(line.begin, name->begin - line.begin));
  if (before.ends_with(" the ")) return std::nullopt;
  const std::string_view rest = slice(text, {name->end, line.end});
  return rest.size() <= 1 || rest.starts_with(":") ? name : std::nullopt;
}

}  // namespace

std::optional<Span> find_issuer(const Article& article, std::span<const std::uint32_t> openings) {
  const std::string_view text = article.text;
  const std::vector<Span> lines = find_lines(text, article.body);
  for (const Span line : lines) {
    if (line.size() > max_line_bytes) continue;
    if (auto name = behind_opening(text, line, stated)) return name;
  }
  for (const Span line : lines) {
    if (auto name = portrayed(text, line)) return name;
  }
  for (const std::uint32_t begin : openings) {
    const auto name = behind_dateline(text, begin);
    if (name && comes_again(text, *name)) return name;
  }
  for (const Span line : lines) {
    if (auto name = of_contact(text, line)) return name;
  }
  return std::nullopt;
}

}  // namespace twosource
