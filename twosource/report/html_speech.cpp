// Who said what, on the page. A speaker is a heading; below it every thing said is one line, first
// the quotations, then what stands in the reporters' words, then what is doubtful, folded away. A
// line unfolds to the places: each wording in its sentence, with who has it and how the speaker was
// found. Two speakers of the same words stand above all others, in red.
#include "twosource/report/html_speech.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "twosource/report/html_story.hpp"
#include "twosource/report/html_text.hpp"
#include "twosource/report/speakers.hpp"

namespace twosource {
namespace {

// What a reader takes in at once; the rest unfolds or stands in report.json.
constexpr std::size_t speakers_in_full = 12;
constexpr std::size_t said_in_full = 5;   // of one kind
constexpr std::size_t said_at_most = 40;  // of one kind
constexpr std::size_t wordings_at_most = 8;
constexpr std::size_t conflicts_at_most = 12;
constexpr std::size_t outlets_named = 3;
constexpr std::size_t roles_shown = 2;
constexpr std::size_t forms_shown = 12;
constexpr std::size_t names_at_most = 150;
constexpr std::uint32_t context_bytes = 900;

template <class... Args>
void put(std::string& out, fmt::format_string<Args...> pattern, Args&&... args) {
  fmt::format_to(std::back_inserter(out), pattern, std::forward<Args>(args)...);
}

// In words how sure it is that source, cue and content are right.
const char* likelihood(double score) {
  constexpr double nine_in_ten = 0.9;
  constexpr double three_in_four = 0.75;
  constexpr double half = 0.5;
  if (score >= nine_in_ten) return "attribution very likely";
  if (score >= three_in_four) return "attribution likely";
  return score >= half ? "attribution uncertain" : "attribution doubtful";
}

const char* way_found(ResolvedBy by) {
  switch (by) {
    case ResolvedBy::named:
      return "named";
    case ResolvedBy::pronoun:
      return "told by a pronoun";
    case ResolvedBy::role:
      return "told by a role";
    case ResolvedBy::adjacent:
      return "the quotation before goes on";
    case ResolvedBy::across_articles:
      return "told by another article";
    case ResolvedBy::unnamed:
      return "not named";
    case ResolvedBy::unresolved:
      break;
  }
  return "speaker not told";
}

class SpeechPart {
 public:
  SpeechPart(const ReportView& view, StoryIndex story)
      : view_(view), report_(view.report()), story_(story) {}

  std::string make() {
    const std::vector<SpeakerPart> speakers = speakers_of_story(report_, story_);
    if (!speakers.empty()) {
      put(out_, "<h3 id=\"said-{}\">Who said what</h3>\n<div class=\"said\">\n", story_ + 1);
      add_conflicts(speakers);
      add_speakers(speakers);
      out_ += "</div>\n";
    }
    add_names();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string numbers(const std::vector<ArticleIndex>& articles) const {
    std::vector<std::string> links;
    links.reserve(articles.size());
    for (const ArticleIndex article : articles) links.push_back(html_number(article));
    return fmt::format("{}", fmt::join(links, " "));
  }

  // "[4] The Harbour Post, [7] Selne Courier".
  [[nodiscard]] std::string places(const std::vector<ArticleIndex>& articles) const {
    std::vector<std::string> out;
    out.reserve(articles.size());
    for (const ArticleIndex article : articles) {
      const std::string& outlet = report_.articles[article].outlet;
      out.push_back(fmt::format("{}{}{}", html_number(article), outlet.empty() ? "" : " ",
                                outlet.empty() ? "" : html_name(outlet)));
    }
    return fmt::format("{}", fmt::join(out, ", "));
  }

  // Same words, two speakers: each pair of them once, at the speaker who comes first.
  void add_conflicts(const std::vector<SpeakerPart>& speakers) {
    std::string list;
    std::size_t count = 0;
    std::vector<StatementIndex> told;
    for (const SpeakerPart& part : speakers) {
      for (const Said& said : part.said) {
        if (!said.conflict) continue;
        const Statement& first = report_.statements[said.statements.front()];
        const StatementIndex head = first.same_as.value_or(said.statements.front());
        if (std::find(told.begin(), told.end(), head) != told.end()) continue;
        told.push_back(head);
        if (++count > conflicts_at_most) continue;
        put(list, R"(<li dir="auto"><span class="words">{}</span> – {} in {})", words(said.best),
            html_name(part.name), places(said.articles));
        for (const OtherSpeaker& other : said.others)
          put(list, "; {} in {}", html_name(other.name), places(other.articles));
        list += "</li>";
      }
    }
    if (count == 0) return;
    put(out_,
        R"(<div class="conflict" role="note"><p><strong>{}</strong> Nobody is chosen: look it up.</p><ul>{})",
        count == 1 ? "Two speakers are named for the same words."
                   : fmt::format("Two speakers are named for the same words, {} times.", count),
        list);
    if (count > conflicts_at_most)
      put(out_, R"(<li class="quiet">… {} more, marked below</li>)", count - conflicts_at_most);
    out_ += "</ul></div>\n";
  }

  void add_speakers(const std::vector<SpeakerPart>& speakers) {
    std::vector<const SpeakerPart*> named, more, unnamed, untold;
    for (const SpeakerPart& part : speakers) {
      if (part.kind == SpeakerKind::unnamed) {
        unnamed.push_back(&part);
      } else if (part.kind == SpeakerKind::untold) {
        untold.push_back(&part);
      } else if (named.size() < speakers_in_full && !part.said.front().doubtful) {
        named.push_back(&part);
      } else {
        more.push_back(&part);
      }
    }
    for (const SpeakerPart* part : named) add_speaker(*part);
    add_folded(more, counted(more.size(), "more speaker", "more speakers"));
    add_folded(unnamed, counted(unnamed.size(), "source without a name", "sources without a name"));
    add_folded(untold, "Said by nobody in particular: the texts do not tell");
  }

  void add_folded(const std::vector<const SpeakerPart*>& parts, const std::string& summary) {
    if (parts.empty()) return;
    put(out_, "<details class=\"more\"><summary>{}</summary>\n", summary);
    for (const SpeakerPart* part : parts) add_speaker(*part);
    out_ += "</details>\n";
  }

  void add_speaker(const SpeakerPart& part) {
    out_ += "<section class=\"speaker\">\n<h4>";
    if (part.name.empty()) {
      out_ += "Speaker not told";
    } else {
      out_ += html_name(part.name);
    }
    if (part.entity) add_roles(report_.entities[*part.entity].roles);
    put(out_, R"( <span class="tally">{})", counted(part.articles.size(), "article", "articles"));
    if (!part.origins.empty()) put(out_, ", {}", html_origins(view_, part.origins));
    out_ += "</span></h4>\n";
    std::vector<const Said*> quoted, reported, doubtful;
    for (const Said& said : part.said) {
      const bool indirect = report_.statements[said.best].kind == StatementKind::indirect;
      (said.doubtful ? doubtful : indirect ? reported : quoted).push_back(&said);
    }
    add_list(quoted, "", said_in_full);
    add_list(reported, "In the reporters’ words", said_in_full);
    add_list(doubtful, "", 0);
    out_ += "</section>\n";
  }

  void add_roles(std::vector<std::string> roles) {
    if (roles.empty()) return;
    roles.resize(std::min(roles.size(), roles_shown));
    put(out_, R"( <span class="role">{}</span>)",
        html_line(fmt::format("{}", fmt::join(roles, ", "))));
  }

  // `in_full` of them, the rest folded; 0 for those that are doubtful.
  void add_list(const std::vector<const Said*>& said, const char* label, std::size_t in_full) {
    if (said.empty()) return;
    if (*label != '\0') put(out_, "<p class=\"apart\">{}</p>\n", label);
    const std::size_t open = std::min(said.size(), in_full);
    if (open > 0) add_items({said.begin(), said.begin() + static_cast<std::ptrdiff_t>(open)});
    if (said.size() == open) return;
    const std::size_t rest = said.size() - open;
    put(out_, "<details class=\"rest\"><summary>{}{}</summary>\n",
        open == 0 ? counted(rest, "doubtful one", "doubtful ones") : fmt::format("{} more", rest),
        open == 0 ? ": more likely than not, no statement or cut wrongly" : "");
    const std::size_t end = std::min(said.size(), std::max(open, said_at_most));
    add_items({said.begin() + static_cast<std::ptrdiff_t>(open),
               said.begin() + static_cast<std::ptrdiff_t>(end)});
    if (end < said.size())
      put(out_, "<p class=\"quiet\">… {} more, all in report.json</p>\n", said.size() - end);
    out_ += "</details>\n";
  }

  void add_items(const std::vector<const Said*>& said) {
    out_ += "<ul class=\"lines\">\n";
    for (const Said* each : said) add_said(*each);
    out_ += "</ul>\n";
  }

  [[nodiscard]] std::string words(StatementIndex i) const {
    return html_line(words_of(report_, report_.statements[i]));
  }

  void add_said(const Said& said) {
    const Statement& best = report_.statements[said.best];
    put(out_, R"(<li class="{}{}"><details><summary><span class="words" dir="auto">{}</span> )",
        name_of(best.kind), said.conflict ? " contested" : "", words(said.best));
    put(out_, R"(<span class="meta">{}</span></summary>)", meta(said));
    out_ += "<ul class=\"wordings\">";
    for (std::size_t i = 0; i < std::min(said.wordings.size(), wordings_at_most); ++i)
      add_wording(said.wordings[i]);
    if (said.wordings.size() > wordings_at_most)
      put(out_, R"(<li class="quiet">… {} more wordings, all in report.json</li>)",
          said.wordings.size() - wordings_at_most);
    out_ += "</ul>";
    if (!said.silent.empty())
      put(out_, "<p class=\"note\">No name is told in {}.</p>", places(said.silent));
    if (!said.across.empty())
      put(out_, "<p class=\"note\">{} {} not name the speaker; the other articles do.</p>",
          places(said.across), said.across.size() == 1 ? "does" : "do");
    for (const OtherSpeaker& other : said.others)
      put(out_, R"(<p class="note{}">{} in {}.</p>)", said.conflict ? " red" : "",
          fmt::format("{} is named for the same words", html_name(other.name)),
          places(other.articles));
    out_ += "</details></li>\n";
  }

  // Outlets, origins, way, wordings.
  [[nodiscard]] std::string meta(const Said& said) const {
    const Statement& best = report_.statements[said.best];
    std::vector<std::string> outlets;
    for (const ArticleIndex article : said.articles) {
      const Article& from = report_.articles[article];
      std::string outlet = from.outlet.empty() ? number_of(article) : html_name(from.outlet);
      if (std::find(outlets.begin(), outlets.end(), outlet) == outlets.end())
        outlets.push_back(std::move(outlet));
    }
    const std::size_t shown = std::min(outlets.size(), outlets_named);
    std::vector<std::string> parts;
    std::string who = fmt::format(
        "{}",
        fmt::join(outlets.begin(), outlets.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    if (outlets.size() > shown) put(who, " and {} more", outlets.size() - shown);
    parts.push_back(std::move(who));
    if (said.articles.size() > 1) parts.push_back(fmt::format("{} articles", said.articles.size()));
    if (!said.origins.empty()) parts.push_back(html_origins(view_, said.origins));
    if (!said.via.empty())
      parts.push_back(html_line(fmt::format("via {}", fmt::join(said.via, ", "))));
    if (best.kind != StatementKind::indirect) parts.emplace_back(name_of(best.kind));
    if (said.wordings.size() > 1) parts.push_back(fmt::format("{} wordings", said.wordings.size()));
    parts.emplace_back(way_found(best.resolved_by));
    parts.emplace_back(likelihood(said.score));
    std::string meta = fmt::format("{}", fmt::join(parts, " · "));
    if (said.conflict) {
      std::vector<std::string> names;
      for (const OtherSpeaker& other : said.others) names.push_back(html_name(other.name));
      meta += fmt::format(R"( <strong class="red">also said to be {}’s</strong>)",
                          fmt::join(names, ", "));
    }
    return meta;
  }

  void add_wording(const Wording& wording) {
    const Statement& statement = report_.statements[wording.statement];
    const std::string& language = report_.articles[statement.article].language;
    put(out_, R"(<li><p class="places">{}</p><blockquote dir="auto"{}>{}</blockquote>)",
        places(wording.articles),
        language.empty() ? "" : fmt::format(R"( lang="{}")", html_line(language)),
        context(statement));
    out_ += reason_list(report_, statement.reasons, "reasons");
    out_ += "</li>";
  }

  // The sentences of a statement, with its source, cue and content marked.
  [[nodiscard]] std::string context(const Statement& statement) const {
    struct Mark {
      Span span;
      const char* open;
      const char* close;
    };
    std::vector<Mark> marks;
    for (const Span piece : statement.content) marks.push_back({piece, "<mark>", "</mark>"});
    if (!statement.source.empty()) marks.push_back({statement.source, "<b>", "</b>"});
    if (!statement.cue.empty()) marks.push_back({statement.cue, "<u>", "</u>"});
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
    const std::string_view text = report_.articles[statement.article].text;
    const Span around =
        sentences_around(statement.article, {marks.front().span.begin, marks.back().span.end});
    std::string out = around.begin > 0 && text[around.begin - 1] != '\n' ? "… " : "";
    std::uint32_t at = around.begin;
    for (const Mark& mark : marks) {
      if (mark.span.begin < at || mark.span.end > around.end) continue;
      put(out, "{}{}{}{}", html_piece(text.substr(at, mark.span.begin - at)), mark.open,
          html_piece(slice(text, mark.span)), mark.close);
      at = mark.span.end;
    }
    return out + html_piece(text.substr(at, around.end - at));
  }

  [[nodiscard]] Span sentences_around(ArticleIndex article, Span place) const {
    Span around = place;
    for (const Span sentence : report_.analyses[article].sentences) {
      if (!sentence.overlaps(place)) continue;
      around.begin = std::min(around.begin, sentence.begin);
      around.end = std::max(around.end, sentence.end);
    }
    return around.size() > place.size() + context_bytes ? place : around;
  }

  void add_names() {
    const std::span<const Entity> names = of_story(report_.entities, story_);
    if (names.empty()) return;
    put(out_,
        R"(<h3 id="names-{}">Names</h3><details class="more"><summary>{}</summary><div class="scroll" role="region" tabindex="0" aria-label="Names"><table class="names"><caption class="hidden">Names of this story with their forms</caption><thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">Mentions</th><th scope="col">Forms, and where they stand</th></tr></thead><tbody>)",
        story_ + 1,
        counted(names.size(), "person, organisation or place",
                "persons, organisations and places"));
    const std::size_t shown = std::min(names.size(), names_at_most);
    for (const Entity& entity : names.first(shown)) add_name(entity);
    out_ += "</tbody></table></div>";
    if (shown < names.size())
      put(out_, "<p class=\"quiet\">… {} more, all in report.json</p>", names.size() - shown);
    out_ += "</details>\n";
  }

  void add_name(const Entity& entity) {
    put(out_, R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>)", html_name(entity.name),
        name_of(entity.kind), entity.mentions.size());
    const std::vector<NameForm> forms = forms_of(report_, entity);
    for (std::size_t i = 0; i < std::min(forms.size(), forms_shown); ++i) {
      if (i > 0) out_ += "; ";
      if (forms.size() > 1) put(out_, "{} {}: ", html_name(forms[i].name), forms[i].count);
      out_ += numbers(forms[i].articles);
    }
    if (forms.size() > forms_shown) put(out_, "; … {} more", forms.size() - forms_shown);
    out_ += reason_list(report_, entity.reasons, "reasons");
    out_ += "</td></tr>\n";
  }

  const ReportView& view_;
  const Report& report_;
  StoryIndex story_;
  std::string out_;
};

}  // namespace

std::string speech_part(const ReportView& view, StoryIndex story) {
  return SpeechPart(view, story).make();
}

}  // namespace twosource
