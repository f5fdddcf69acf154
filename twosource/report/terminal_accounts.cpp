// Where the accounts agree and differ, on a terminal. A line never says more than is known: what
// one speaker said is his, however many report it; what differs stands with both sides; a later
// toll is a development.
#include "twosource/report/terminal_accounts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/report/accounts.hpp"
#include "twosource/report/printable.hpp"
#include "twosource/report/published.hpp"
#include "twosource/report/terminal_speech.hpp"
#include "twosource/report/words.hpp"

namespace twosource {
namespace {

constexpr std::size_t words_shown = 160;  // columns of a claim in the summary
constexpr std::size_t side_shown = 110;   // columns of one side of a difference
constexpr std::size_t singles_shown = 3;  // there are many of them
constexpr std::size_t widest_date = 24;
constexpr std::size_t all = std::string::npos;  // no limit

std::string_view text_at(const Report& report, const ArticleSpan& place) {
  return slice(report.articles[place.article].text, place.span);
}

// One line of at most so many columns, without what ends a clause.
std::string short_text(std::string_view text, std::size_t columns) {
  std::string line = printable(text);
  while (!line.empty() && (line.back() == ',' || line.back() == ' ')) line.pop_back();
  return truncate_to_width(line, columns);
}

// "A, 9 articles", "B, [4]".
std::string behind(const ReportView& view, const AccountSide& side) {
  const std::string letters = letters_of(view, side.origins);
  const std::string where = side.articles.size() > 2
                                ? counted(side.articles.size(), "article", "articles")
                                : numbers_of(side.articles);
  return letters.empty() ? where : fmt::format("{}, {}", letters, where);
}

// Numbers and dates speak for themselves; of anything else the whole clause has to be read.
bool words_are_enough(ConflictKind kind) {
  return kind == ConflictKind::number || kind == ConflictKind::date;
}

class AccountPrinter {
 public:
  AccountPrinter(const ReportView& view, StoryIndex story, TerminalPage& page)
      : view_(view),
        report_(view.report()),
        page_(page),
        accounts_(accounts_of_story(report_, story)) {}

  void summary(std::size_t limit) {
    claims("Agreed", accounts_.agreed, limit, words_shown);
    differences("Differs", accounts_.differences, limit);
    differences("Developed", accounts_.updates, limit);
    claims("Only one", accounts_.single, std::min(limit, singles_shown), words_shown);
    claims("Unclear", accounts_.unclear, std::min(limit, singles_shown), words_shown);
  }

  void whole() {
    section("Agreed: at least two independent origins carry it", accounts_.agreed);
    parted("Differs: these cannot both be right", accounts_.differences);
    parted("Developed: the later account has it otherwise", accounts_.updates);
    section("Only one: one origin or one speaker, however many articles", accounts_.single);
    section("Unclear: told by several, not shown to be independent", accounts_.unclear);
    const bool nothing = accounts_.agreed.empty() && accounts_.parted.empty() &&
                         accounts_.single.empty() && accounts_.unclear.empty();
    if (nothing) page_.line("No claims were found.");
  }

 private:
  [[nodiscard]] std::string text_of(const Account& account, std::size_t columns) const {
    std::string words = short_text(text_at(report_, report_.claims[account.claim].text), columns);
    if (account.speakers.empty() || !account.in_their_words) return words;
    return fmt::format("{} said: {}", names_of(account.speakers), words);
  }

  [[nodiscard]] std::string support(const Account& account) const {
    return fmt::format("{} {}", support_of(view_, account), numbers_of(account.articles));
  }

  void claims(const char* label, const std::vector<Account>& list, std::size_t limit,
              std::size_t columns) {
    for (std::size_t i = 0; i < std::min(limit, list.size()); ++i) {
      page_.entry(std::exchange(label, ""),
                  fmt::format("{} · {}", text_of(list[i], columns), support(list[i])));
    }
    more(list.size(), limit);
  }

  void more(std::size_t count, std::size_t limit) {
    if (count > limit) page_.entry("", fmt::format("… {} more: twosource compare", count - limit));
  }

  [[nodiscard]] std::string side(const AccountSide& side, ConflictKind kind) const {
    const std::string words =
        short_text(text_at(report_, words_are_enough(kind) ? side.words : side.clause), side_shown);
    if (side.speaker.empty()) return fmt::format("{} ({})", words, behind(view_, side));
    return fmt::format("{} said: {} ({})", side.speaker, words, behind(view_, side));
  }

  [[nodiscard]] const ClaimConflict& conflict_of(const Difference& difference) const {
    return report_.claims[difference.claim].conflicts[difference.conflict];
  }

  void differences(const char* label, const std::vector<Difference>& list, std::size_t limit) {
    for (std::size_t i = 0; i < std::min(limit, list.size()); ++i) {
      const ConflictKind kind = conflict_of(list[i]).kind;
      page_.entry(std::exchange(label, ""), fmt::format("{}  |  {} · {}", side(list[i].a, kind),
                                                        side(list[i].b, kind), words_of(kind)));
    }
    more(list.size(), limit);
  }

  void section(const char* heading, const std::vector<Account>& list) {
    if (list.empty()) return;
    page_.blank();
    page_.line(heading);
    for (const Account& account : list) {
      page_.entry("", text_of(account, all));
      page_.item("", "", support(account));
    }
  }

  void parted(const char* heading, const std::vector<Difference>& list) {
    if (list.empty()) return;
    page_.blank();
    page_.line(heading);
    for (const Difference& difference : list) {
      const ClaimConflict& conflict = conflict_of(difference);
      const char* label = words_of(conflict.kind);
      for (const AccountSide* each : {&difference.a, &difference.b}) {
        std::string who = each->speaker.empty() ? "" : fmt::format("{} said, ", each->speaker);
        page_.entry(std::exchange(label, ""),
                    fmt::format("{} · {}{}: “{}”", text_at(report_, each->words), who,
                                behind(view_, *each), text_at(report_, each->sentence)));
      }
      if (!conflict.note.empty()) page_.item("", "", conflict.note);
    }
  }

  const ReportView& view_;
  const Report& report_;
  TerminalPage& page_;
  Accounts accounts_;
};

// So many moments that most origins and most places tell, in the order of time.
std::vector<const Moment*> best_told(std::span<const Moment> moments, std::size_t limit) {
  std::vector<const Moment*> chosen;
  for (const Moment& moment : moments) chosen.push_back(&moment);
  if (chosen.size() <= limit) return chosen;
  std::stable_sort(chosen.begin(), chosen.end(), [](const Moment* a, const Moment* b) {
    return std::pair(a->origins.size(), a->sources.size()) >
           std::pair(b->origins.size(), b->sources.size());
  });
  chosen.resize(limit);
  std::sort(chosen.begin(), chosen.end());  // they lie in one list
  return chosen;
}

void print_timeline(const ReportView& view, StoryIndex story, std::size_t limit,
                    TerminalPage& page) {
  const std::span<const Moment> moments = of_story(view.report().timeline, story);
  const std::vector<const Moment*> chosen = best_told(moments, limit);
  std::vector<std::string> dates;
  std::size_t wide = 0;
  for (const Moment* moment : chosen) {
    dates.push_back(printable(readable_value(moment->date)));
    wide = std::clamp(display_width(dates.back()), wide, widest_date);
  }
  const char* label = "Timeline";
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    page.item(std::exchange(label, ""), fit_text(dates[i], wide),
              fmt::format("{} {}", short_text(chosen[i]->text, limit < all ? words_shown : all),
                          numbers_of(articles_of(chosen[i]->sources))));
  }
  if (moments.size() > chosen.size())
    page.entry("", fmt::format("… {} more: twosource brief", moments.size() - chosen.size()));
}

void print_sentences(const ReportView& view, StoryIndex story, std::size_t limit,
                     TerminalPage& page) {
  const std::span<const BriefSentence> sentences = of_story(view.report().brief, story);
  const char* label = "Brief";
  for (const BriefSentence& sentence : sentences.first(std::min(limit, sentences.size()))) {
    const std::string origins = describe_origins(view, sentence.origins);
    std::string remark = remark_of(sentence);
    if (!remark.empty()) remark += ", ";
    page.entry(std::exchange(label, ""),
               fmt::format("{} {} ({}{})", printable(sentence.text),
                           numbers_of(articles_of(sentence.cites)), remark,
                           origins.empty() ? "no counted origin" : origins));
  }
  if (sentences.size() > limit)
    page.entry("", fmt::format("… {} more: twosource brief", sentences.size() - limit));
}

void print_flag_counts(const Report& report, StoryIndex story, std::size_t limit,
                       TerminalPage& page) {
  std::map<ArticleIndex, std::map<FlagKind, std::size_t>> flags;
  for (const Flag& flag : of_story(report.flags, story)) {
    ++flags[flag.place.article][flag.kind];
  }
  const char* label = "Odd";
  std::size_t shown = 0;
  for (const auto& [article, kinds] : flags) {
    if (++shown > limit) break;
    std::string text;
    for (const auto& [kind, count] : kinds)
      text += fmt::format("{}{}{}", text.empty() ? "" : ", ", words_of(kind),
                          count > 1 ? fmt::format(" ({})", count) : "");
    page.item(std::exchange(label, ""), number_of(article), text);
  }
  if (flags.size() > limit)
    page.entry("", fmt::format("… {}: twosource brief",
                               counted(flags.size() - limit, "more article", "more articles")));
}

}  // namespace

void print_accounts(const ReportView& view, StoryIndex story, std::size_t limit,
                    TerminalPage& page) {
  AccountPrinter(view, story, page).summary(limit);
}

void print_brief(const ReportView& view, StoryIndex story, std::size_t limit, TerminalPage& page) {
  print_timeline(view, story, limit, page);
  print_sentences(view, story, limit, page);
  print_flag_counts(view.report(), story, limit, page);
}

void print_all_accounts(const ReportView& view, StoryIndex story, TerminalPage& page) {
  AccountPrinter(view, story, page).whole();
}

void print_whole_brief(const ReportView& view, StoryIndex story, TerminalPage& page) {
  print_sentences(view, story, all, page);
  print_timeline(view, story, all, page);
  const char* label = "Odd";
  for (const Flag& flag : of_story(view.report().flags, story)) {
    const std::string_view words = text_at(view.report(), flag.place);
    // A note about a word or two names them itself.
    const std::string passage = flag.note.find(words) == std::string::npos
                                    ? fmt::format("“{}” – ", short_text(words, words_shown))
                                    : "";
    page.item(std::exchange(label, ""), number_of(flag.place.article),
              fmt::format("{}: {}{}", words_of(flag.kind), passage, flag.note));
  }
}

void print_times(const Report& report, ArticleIndex article, TerminalPage& page) {
  const std::size_t wide = std::clamp<std::size_t>(page.text_width() / 3, 14, 32);
  for (const TimeExpression& time : report.times) {
    if (time.article != article) continue;
    page.row("", {{text_at(report, {article, time.span}), wide},
                  {" ", 1},
                  {name_of(time.kind), 9},
                  {" ", 1},
                  {time.value, 0 == *name_of(time.doubt) ? 0 : wide},
                  {*name_of(time.doubt) == '\0' ? "" : " ? ", 3},
                  {name_of(time.doubt), 0}});
  }
}

}  // namespace twosource
