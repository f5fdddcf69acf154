#include "twosource/report/terminal_speech.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/report/speakers.hpp"

namespace twosource {
namespace {

constexpr std::size_t numbers_shown = 12;
constexpr std::size_t words_shown = 240;  // columns of a statement in the summary
constexpr std::size_t wordings_shown = 4;
constexpr std::size_t conflicts_shown = 3;
constexpr std::size_t forms_shown = 8;

// "direct, 3 articles, 1 origin, via the agency": how, how often, through whom.
std::string facts_of(const ReportView& view, const Said& said) {
  const Statement& best = view.report().statements[said.best];
  std::string facts = fmt::format("{}, {}", name_of(best.kind),
                                  counted(said.articles.size(), "article", "articles"));
  if (!said.origins.empty()) facts += fmt::format(", {}", describe_origins(view, said.origins));
  for (std::size_t i = 0; i < said.via.size(); ++i)
    facts += fmt::format("{}{}", i == 0 ? ", via " : ", ", said.via[i]);
  return facts;
}

// "Another speaker: Leo Marn [4]".
std::string others_of(const Said& said) {
  std::string text;
  for (const OtherSpeaker& other : said.others)
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : ", ", other.name, numbers_of(other.articles));
  return text;
}

const char* way_found(ResolvedBy by) {
  switch (by) {
    case ResolvedBy::pronoun:
      return ", by pronoun";
    case ResolvedBy::role:
      return ", by role";
    case ResolvedBy::adjacent:
      return ", the quotation before goes on";
    case ResolvedBy::across_articles:
      return ", by another article";
    case ResolvedBy::named:
    case ResolvedBy::unnamed:
    case ResolvedBy::unresolved:
      break;
  }
  return "";
}

class StatementPrinter {
 public:
  StatementPrinter(const ReportView& view, TerminalPage& page)
      : view_(view), report_(view.report()), page_(page) {}

  void print(const SpeakerPart& part) {
    page_.blank();
    page_.heading(name_of(part));
    std::size_t doubtful = 0;
    for (const Said& said : part.said) {
      if (said.doubtful) {
        ++doubtful;
      } else {
        print(said);
      }
    }
    if (doubtful > 0)
      page_.entry(
          "", fmt::format("… {}, in --json", counted(doubtful, "doubtful one", "doubtful ones")));
  }

 private:
  [[nodiscard]] std::string name_of(const SpeakerPart& part) const {
    if (part.kind == SpeakerKind::untold) return "Speaker not told";
    if (part.kind == SpeakerKind::unnamed) return fmt::format("({})", part.name);
    const std::vector<std::string>& roles = report_.entities[*part.entity].roles;
    return roles.empty() ? part.name : fmt::format("{}, {}", part.name, roles.front());
  }

  void print(const Said& said) {
    const Statement& best = report_.statements[said.best];
    page_.entry(twosource::name_of(best.kind), words_of(report_, best));
    std::string facts = fmt::format("  {}", numbers_of(said.articles));
    if (!said.origins.empty()) facts += fmt::format(" {}", describe_origins(view_, said.origins));
    for (std::size_t i = 0; i < said.via.size(); ++i)
      facts += fmt::format("{}{}", i == 0 ? ", via " : ", ", said.via[i]);
    facts += way_found(best.resolved_by);
    if (!said.across.empty() && best.resolved_by != ResolvedBy::across_articles)
      facts += fmt::format(", speaker of {} by the others", numbers_of(said.across));
    if (!said.silent.empty()) facts += fmt::format(", no name in {}", numbers_of(said.silent));
    page_.item("", "", facts);
    if (!said.others.empty())
      page_.item("", "",
                 fmt::format("{}{}", said.conflict ? "CONFLICT, another speaker: " : "also named: ",
                             others_of(said)));
    for (std::size_t i = 1; i < std::min(said.wordings.size(), wordings_shown); ++i) {
      const Wording& wording = said.wordings[i];
      page_.item("", "",
                 fmt::format("{} {}", numbers_of(wording.articles),
                             words_of(report_, report_.statements[wording.statement])));
    }
    if (said.wordings.size() > wordings_shown)
      page_.item("", "",
                 fmt::format("… {}", counted(said.wordings.size() - wordings_shown, "more wording",
                                             "more wordings")));
  }

  const ReportView& view_;
  const Report& report_;
  TerminalPage& page_;
};

void print_conflicts(const Report& report, const std::vector<SpeakerPart>& speakers,
                     TerminalPage& page) {
  const char* label = "Two speak";
  std::size_t count = 0;
  std::vector<StatementIndex> told;
  for (const SpeakerPart& part : speakers) {
    for (const Said& said : part.said) {
      if (!said.conflict) continue;
      const StatementIndex head =
          report.statements[said.statements.front()].same_as.value_or(said.statements.front());
      if (std::find(told.begin(), told.end(), head) != told.end()) continue;
      told.push_back(head);
      if (++count > conflicts_shown) continue;
      page.entry(std::exchange(label, ""),
                 fmt::format(
                     "{} · {} {}, but {}",
                     truncate_to_width(words_of(report, report.statements[said.best]), words_shown),
                     part.name, numbers_of(said.articles), others_of(said)));
    }
  }
  if (count > conflicts_shown)
    page.entry("", fmt::format("… {}", counted(count - conflicts_shown, "more such conflict",
                                               "more such conflicts")));
}

const char* heading_of(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return "Persons";
    case NameKind::organisation:
      return "Organisations";
    case NameKind::place:
      return "Places";
    case NameKind::people:
      return "Peoples";
    case NameKind::other:
      break;
  }
  return "Other names";
}

void print_name(const Report& report, const Entity& entity, TerminalPage& page) {
  const std::vector<NameForm> forms = forms_of(report, entity);
  std::string text = entity.name;
  if (!entity.roles.empty()) text += fmt::format(", {}", entity.roles.front());
  text += fmt::format(" · {}", counted(entity.mentions.size(), "mention", "mentions"));
  if (forms.size() == 1) text += fmt::format(" {}", numbers_of(forms.front().articles));
  page.entry("", text);
  for (std::size_t i = 0; forms.size() > 1 && i < std::min(forms.size(), forms_shown); ++i)
    page.item(
        "", "",
        fmt::format("{} {} {}", forms[i].name, forms[i].count, numbers_of(forms[i].articles)));
  if (forms.size() > forms_shown)
    page.item("", "",
              fmt::format("… {}", counted(forms.size() - forms_shown, "more form", "more forms")));
  for (const Reason& reason : entity.reasons) {
    if (reason.code == "spelling") page.item("", "", reason.text);
  }
}

}  // namespace

std::string numbers_of(std::span<const ArticleIndex> articles) {
  std::string out;
  for (std::size_t i = 0; i < std::min(articles.size(), numbers_shown); ++i) {
    if (i > 0) out += ' ';
    out += number_of(articles[i]);
  }
  if (articles.size() > numbers_shown)
    out += fmt::format(" and {} more", articles.size() - numbers_shown);
  return out;
}

void print_who_said(const ReportView& view, StoryIndex story, std::size_t limit,
                    TerminalPage& page) {
  const Report& report = view.report();
  const std::vector<SpeakerPart> speakers = speakers_of_story(report, story);
  print_conflicts(report, speakers, page);
  const char* label = "Who said";
  std::size_t shown = 0;
  std::size_t left = 0;
  for (const SpeakerPart& part : speakers) {
    if (part.kind != SpeakerKind::named || part.said.front().doubtful) continue;
    if (++shown > limit) {
      ++left;
      continue;
    }
    const Said& said = part.said.front();
    page.entry(
        std::exchange(label, ""),
        fmt::format("{}: {} · {}", part.name,
                    truncate_to_width(words_of(report, report.statements[said.best]), words_shown),
                    facts_of(view, said)));
  }
  if (left > 0) page.entry("", fmt::format("… {}", counted(left, "more speaker", "more speakers")));
}

void print_statements(const ReportView& view, StoryIndex story, TerminalPage& page) {
  StatementPrinter printer(view, page);
  for (const SpeakerPart& part : speakers_of_story(view.report(), story)) printer.print(part);
}

void print_names(const ReportView& view, StoryIndex story, TerminalPage& page) {
  std::optional<NameKind> kind;
  for (const Entity& entity : view.report().entities) {
    if (entity.story != story) continue;
    if (entity.kind != kind) {
      if (kind) page.blank();
      page.line(heading_of(entity.kind));
      kind = entity.kind;
    }
    print_name(view.report(), entity, page);
  }
}

}  // namespace twosource
