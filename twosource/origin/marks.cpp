// Which lines of an article show whose text it is.
//
//   Northwater ferry runs aground          the title is not read
//   By Mara Lind, Northwater News Agency   byline: a credit
//   Photo: NWA                             the agency's picture; says nothing of the text
//   SELNE (NWA) — The ferry ...            dateline: a credit
//   ...
//   (With inputs from agencies)            a shared credit: some of it is an agency's
//
// Where a line stands decides how it is read: a lone "AFP" between two paragraphs belongs to a
// picture, in the head or at the end it credits the text. So the article is cut into lines, the
// lines in the head and the tail are read, and the pictures' lines in between are only marked.
#include "twosource/origin/marks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "twosource/origin/bylines.hpp"
#include "twosource/origin/credit_lines.hpp"
#include "twosource/origin/datelines.hpp"
#include "twosource/origin/owners.hpp"
#include "twosource/origin/release_issuers.hpp"
#include "twosource/origin/reprints.hpp"

namespace twosource {
namespace {

// A paragraph of news has at least this many bytes; headings, captions and menus have fewer.
constexpr std::uint32_t min_prose_bytes = 60;
// The head reaches to the third paragraph, because summaries and captions stand above the report;
// the tail begins with the third paragraph from the end, because prompts of the site stand below.
constexpr std::size_t head_paragraphs = 3;
constexpr std::size_t tail_paragraphs = 3;
constexpr std::size_t head_lines = 14;
constexpr std::size_t tail_lines = 14;

constexpr std::array<std::string_view, 14> release_titles = {
    "press release",    "media release",        "news release",      "for immediate release",
    "pressemitteilung", "medienmitteilung",     "presseinformation", "communiqué de presse",
    "nota de prensa",   "comunicado de prensa", "comunicato stampa", "notes to editors",
    "note to editors",  "comunicado à imprensa"};

struct Hint {
  std::string_view phrase;
  bool opening = false;  ///< only at the begin of a line
};

// Each alone stands in news as well; two different ones do not.
constexpr std::array<Hint, 11> release_hints = {{{"contact:", true},
                                                 {"contacts:", true},
                                                 {"media contact", true},
                                                 {"press contact", true},
                                                 {"pressekontakt", true},
                                                 {"for further information", true},
                                                 {"for more information, contact", true},
                                                 {"said in a statement issued", false},
                                                 {"said in a press release", false},
                                                 {"in a press release issued", false},
                                                 {"in a statement issued", false}}};

/// "Press release", "Press release from the ministry", "Selne, 4 March – For immediate release".
bool is_release_title(std::string_view lower) {
  constexpr std::size_t max_bytes = 160;
  if (lower.size() > max_bytes) return false;
  if (lower.ends_with("for immediate release")) return true;
  return std::ranges::any_of(release_titles, [&](std::string_view title) {
    if (!lower.starts_with(title)) return false;
    const std::string_view rest = lower.substr(title.size());
    return rest.size() <= 1 || rest.front() == ':' || rest.starts_with(" from") ||
           rest.starts_with(" issued");
  });
}

// Under these names governments and unions of states publish, and nobody else may.
constexpr std::array<std::string_view, 14> office_domains = {
    "gov",      "mil",    "europa.eu", "gc.ca",   "canada.ca", "bund.de",  "bundesregierung.de",
    "admin.ch", "un.org", "nato.int",  "who.int", "imf.org",   "osce.org", "icc-cpi.int"};
// The same below the two letters of a state: "gov.uk", "diplomatie.gouv.fr".
constexpr std::array<std::string_view, 8> office_labels = {"gov", "gob", "gouv", "govt",
                                                           "gv",  "guv", "go",   "mil"};

/// What stands there is an office's own announcement, whoever prints it.
bool is_office(std::string_view host) {
  const auto is_below = [&](std::string_view domain) {
    return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                              host[host.size() - domain.size() - 1] == '.');
  };
  if (std::ranges::any_of(office_domains, is_below)) return true;
  constexpr std::size_t state_bytes = 3;  // ".uk"
  if (host.size() <= state_bytes || host[host.size() - state_bytes] != '.') return false;
  host.remove_suffix(state_bytes);
  return std::ranges::any_of(office_labels, is_below);
}

/// "ENDS", "- Ends -", "###": the end of a release.
bool is_end_mark(std::string_view lower) {
  std::string letters;
  for (const char c : lower) {
    if (c >= 'a' && c <= 'z') letters.push_back(c);
  }
  if (letters.empty()) return lower == "###";
  constexpr std::size_t longest_mark = 16;  // dashes of three bytes on both sides
  return letters == "ends" && lower.size() <= longest_mark;
}

/// A line that is a date: a year from 1900 to 2099 and at most two words that a date does not have
/// ("Published", "Updated").
bool is_date(std::string_view line) {
  constexpr std::size_t max_other_words = 2;
  constexpr std::array<std::string_view, 36> parts = {
      "january",  "february", "march",    "april",  "may", "june", "july",   "august",  "september",
      "october",  "november", "december", "jan",    "feb", "mar",  "apr",    "jun",     "jul",
      "aug",      "sep",      "sept",     "oct",    "nov", "dec",  "monday", "tuesday", "wednesday",
      "thursday", "friday",   "saturday", "sunday", "at",  "on",   "p",      "a",       "m"};
  bool year = false;
  std::size_t other = 0;
  for (const LineToken& token :
       find_line_tokens(line, {0, static_cast<std::uint32_t>(line.size())})) {
    const std::string_view word = slice(line, token.span);
    if (!token.word) continue;
    if (word.front() >= '0' && word.front() <= '9') {
      year = year || (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")));
    } else if (std::ranges::find(parts, lower_ascii(word)) == parts.end()) {
      ++other;
    }
  }
  return year && other <= max_other_words;
}

struct Line {
  Span span;
  LinePlace place;
  bool prose = false;
};

bool is_prose(std::string_view line) {
  if (line.size() < min_prose_bytes) return false;
  constexpr std::array<std::string_view, 13> ends = {".", "!", "?", ")", "\"", "'", ":",
                                                     "”", "’", "»", "…", "。", "।"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return line.ends_with(end); });
}

/// The lines of the body with their places. A line is in the head up to and with the third
/// paragraph, in the tail from the third paragraph before the end.
std::vector<Line> read_lines(const Article& article) {
  std::vector<Line> lines;
  for (const Span span : find_lines(article.text, article.body)) {
    lines.push_back({span, {}, is_prose(slice(article.text, span))});
  }
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < lines.size() && i < head_lines; ++i) {
    if (paragraphs >= head_paragraphs) break;
    lines[i].place.head = true;
    if (lines[i].prose) ++paragraphs;
  }
  paragraphs = 0;
  for (std::size_t i = lines.size(); i-- > 0 && lines.size() - i <= tail_lines;) {
    lines[i].place.tail = true;
    if (lines[i].prose && ++paragraphs >= tail_paragraphs) break;
  }
  return lines;
}

/// Known by nothing but the capitals in somebody's dateline: rather a broadcaster than an agency,
/// so an outlet of that name is an outlet.
bool is_abbreviation_only(const Agency& agency) {
  return agency.domains.empty() && agency.credits.empty() && agency.names.size() == 1 &&
         is_upper(agency.names.front());
}

class Reader {
 public:
  Reader(const Article& article, const AgencyIndex& agencies, const PressIndex& press)
      : article_(article), agencies_(agencies), press_(press) {}

  ArticleMarks read() {
    read_metadata();
    const std::vector<Line> lines = read_lines(article_);
    for (const Line& line : lines) read_line(line);
    if (hints_.size() >= 2) {
      for (SourceMark& item : found_.items) {
        if (item.kind == MarkKind::release_hint) item.kind = MarkKind::release;
      }
    }
    name_issuer();
    return std::move(found_);
  }

 private:
  void name_issuer() {
    bool release = false;
    for (const SourceMark& item : found_.items) release |= item.kind == MarkKind::release;
    if (release) found_.issuer = find_issuer(article_, distributed_);
  }

  void add(MarkKind kind, Span span, std::vector<std::uint32_t> agencies = {}) {
    add(SourceMark{.kind = kind, .span = span, .agencies = std::move(agencies)});
  }

  /// A credit of a service that distributes press releases marks a release.
  void add(SourceMark mark) {
    const auto distributes = [&](std::uint32_t agency) {
      return agencies_[agency].kind == AgencyKind::release;
    };
    if (!mark.agencies.empty() && std::ranges::all_of(mark.agencies, distributes)) {
      mark.kind = MarkKind::release;
    }
    found_.items.push_back(std::move(mark));
  }

  void read_metadata() {
    std::optional<std::uint32_t> own = agencies_.by_host(url_host(article_.url));
    if (!own && !article_.outlet.empty()) own = agencies_.by_name(article_.outlet);
    if (own && is_abbreviation_only(agencies_[*own])) own.reset();
    if (own) add(MarkKind::agency_file, {}, {*own});
    if (!own && is_office(url_host(article_.url))) add(MarkKind::release, {});
    for (const std::string& author : article_.authors) {
      std::optional<SourceMark> mark = read_author(article_, author, agencies_);
      if (!mark) continue;
      const Span whole{0, static_cast<std::uint32_t>(author.size())};
      const Span place = mark->span;
      if (!add_reprint(read_signed_reprint(author, whole, press_, agencies_), place)) {
        add(std::move(*mark));
      }
    }
  }

  void read_line(const Line& line) {
    const std::string_view text = article_.text;
    if (is_photo_line(text, line.span, agencies_)) {
      add(MarkKind::photo_credit, line.span);
      found_.no_news.push_back(line.span);
      return;
    }
    if (line.place.head && is_imprint(line.span)) {
      found_.no_news.push_back(line.span);
      return;
    }
    if (line.place.head || line.place.tail) {
      if (read_reprint(line.span)) return;
      std::optional<SourceMark> whole = read_byline(article_, line.span, agencies_);
      if (whole &&
          add_reprint(read_signed_reprint(text, line.span, press_, agencies_), line.span)) {
        found_.no_news.push_back(line.span);
        return;
      }
      if (!whole) whole = read_credit_line(text, line.span, line.place, agencies_);
      if (whole) {
        add(std::move(*whole));
        found_.no_news.push_back(line.span);
        return;
      }
    }
    if (line.place.head) read_opening(line);
    // "... on Monday.” — AFP" ends like no paragraph, so its length alone tells.
    if (line.place.tail && line.span.size() >= min_prose_bytes) {
      if (auto closing = read_closing_credit(text, line.span, agencies_)) add(std::move(*closing));
    }
    read_release_marks(line);
  }

  /// A note or a copyright line that names another outlet. True: the line says nothing else.
  bool read_reprint(Span line) {
    const std::string_view text = article_.text;
    const std::optional<Reprint> note = read_reprint_note(text, line);
    if (!note) return add_reprint(read_copyright(text, line, press_), line, &found_.no_news);
    found_.no_news.push_back(note->span);
    if (const auto agency = agency_named(note->outlet)) {
      add(MarkKind::credit, note->span, {*agency});
    } else {
      add_reprint(note, note->span);
    }
    constexpr std::uint32_t max_rest = 30;
    return line.size() <= note->span.size() + max_rest;
  }

  /// The agency of which the name, as a whole, is a form or the domain.
  [[nodiscard]] std::optional<std::uint32_t> agency_named(const std::string& name) const {
    const Span whole{0, static_cast<std::uint32_t>(name.size())};
    const std::vector<LineToken> tokens = find_line_tokens(name, whole);
    const auto naming = agencies_.match(name, tokens, 0);
    if (naming && naming->tokens == tokens.size()) return naming->agency;
    return agencies_.by_host(url_host("https://" + name));
  }

  /// Not where the outlet names itself or a sister that its owner signs for.
  bool add_reprint(const std::optional<Reprint>& found, Span place,
                   std::vector<Span>* no_news = nullptr) {
    if (!found || may_be_outlet(article_, found->outlet)) return false;
    if (!found->owner.empty() && found->owner == article_.owner) return false;
    add(SourceMark{.kind = found->feed ? MarkKind::feed_copy : MarkKind::reprint,
                   .span = place,
                   .agencies = {},
                   .outlet = found->outlet});
    if (no_news != nullptr) no_news->push_back(place);
    return true;
  }

  /// The outlet's name or the date of publication as a line of its own.
  [[nodiscard]] bool is_imprint(Span line) const {
    constexpr std::uint32_t max_date_bytes = 60;
    const std::string_view words = slice(article_.text, line);
    if (!article_.outlet.empty() && outlet_key(words) == outlet_key(article_.outlet)) return true;
    if (words.size() > max_date_bytes || words.ends_with('.')) return false;
    return is_date(words);
  }

  void read_opening(const Line& line) {
    const std::optional<Dateline> dateline = read_dateline(article_.text, line.span, agencies_);
    if (!dateline) return;
    if (!dateline->agencies.empty()) {
      add(MarkKind::credit, dateline->span, dateline->agencies);
      if (found_.items.back().kind == MarkKind::release) {
        distributed_.push_back(dateline->span.end);
      }
    } else if (line.prose) {
      add(MarkKind::dateline, dateline->span);
    }
  }

  void read_release_marks(const Line& line) {
    // Hints open a line or stand near its begin.
    constexpr std::size_t read_bytes = 320;
    const std::string_view words = slice(article_.text, line.span);
    const std::string lower = lower_ascii(words.substr(0, read_bytes));
    if (is_end_mark(lower) && words != "ends") return hint(line.span, "ends");
    if (is_release_title(lower)) {
      add(MarkKind::release, line.span);
      found_.no_news.push_back(line.span);
      return;
    }
    for (const Hint& entry : release_hints) {
      const std::size_t at = lower.find(entry.phrase);
      if (at == std::string::npos || (entry.opening && at != 0)) continue;
      return hint(line.span, entry.phrase);
    }
  }

  void hint(Span span, std::string_view phrase) {
    // "said in ..." twice is one hint.
    const std::string_view kind = phrase.substr(0, phrase.find(' '));
    hints_.insert(std::string(kind));
    if (kind == "ends") found_.no_news.push_back(span);
    add(MarkKind::release_hint, span);
  }

  const Article& article_;
  const AgencyIndex& agencies_;
  const PressIndex& press_;
  ArticleMarks found_;
  std::vector<std::uint32_t> distributed_;  ///< ends of the datelines of releases
  std::set<std::string> hints_;
};

}  // namespace

ArticleMarks find_marks(const Article& article, const AgencyIndex& agencies,
                        const PressIndex& press) {
  return Reader(article, agencies, press).read();
}

}  // namespace twosource
