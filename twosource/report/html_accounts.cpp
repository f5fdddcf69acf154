// Where the accounts agree and differ, on the page. First what contradicts each other, both sides
// beside each other with their speakers and origins; then the matrix, in which a row is a claim and
// a column an origin, so that forty prints of one agency's text are one voice; below every row the
// sentences unfold, with a way into the side-by-side view. What only one has is a list by origin:
// there is nothing to compare it with.
#include "twosource/report/html_accounts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/report/accounts.hpp"
#include "twosource/report/html_parts.hpp"
#include "twosource/report/html_story.hpp"
#include "twosource/report/html_text.hpp"
#include "twosource/report/words.hpp"

namespace twosource {
namespace {

// What a reader takes in at once; the rest unfolds or stands in report.json.
constexpr std::size_t columns_shown = 12;
constexpr std::size_t column_width = 48;  // of an origin's name
constexpr std::size_t differences_in_full = 6;
constexpr std::size_t differences_at_most = 60;
constexpr std::size_t rows_in_full = 8;  // of one status
constexpr std::size_t rows_at_most = 60;
constexpr std::size_t singles_of_origin = 25;
constexpr std::size_t origins_of_singles = 20;
constexpr std::size_t wordings_shown = 3;  // of one origin
constexpr std::uint32_t context_bytes = 700;

template <class... Args>
void put(std::string& out, fmt::format_string<Args...> pattern, Args&&... args) {
  fmt::format_to(std::back_inserter(out), pattern, std::forward<Args>(args)...);
}

std::string language_of(const Article& article) {
  return article.language.empty() ? "" : fmt::format(R"( lang="{}")", html_line(article.language));
}

// A sign beside the word, so that a row is read at a glance and without colour.
const char* sign_of(Stance stance) {
  switch (stance) {
    case Stance::says:
      return "●";
    case Stance::contradicts:
      return "✕";
    case Stance::other_number:
      break;
  }
  return "≠";
}

class AccountsPart {
 public:
  AccountsPart(const ReportView& view, RecordMaker& maker, StoryIndex story)
      : view_(view),
        report_(view.report()),
        maker_(maker),
        story_(story),
        accounts_(accounts_of_story(report_, story)) {}

  std::string make() {
    if (!accounts_.agreed.empty() || !accounts_.single.empty() || !accounts_.parted.empty() ||
        !accounts_.unclear.empty()) {
      put(out_,
          "<h3 id=\"accounts-{}\">Where the accounts agree and differ</h3>\n<div "
          "class=\"accounts\">\n",
          story_ + 1);
      add_standing();
      add_differences("Differs",
                      "These cannot both be right, or call one thing by opposite words. Nobody is "
                      "chosen: look it up.",
                      accounts_.differences, "clash");
      add_differences("Developed", "Things went on between the two: no contradiction.",
                      accounts_.updates, "update");
      add_matrix();
      add_singles();
      out_ += "</div>\n";
    }
    return std::move(out_);
  }

 private:
  void add_standing() {
    const auto part = [](std::size_t count, const char* what) {
      return fmt::format("<strong>{}</strong> {}", count, what);
    };
    put(out_, R"(<p class="standing">{}, {}, {}, {}. A voice is an origin, not an outlet.</p>)",
        part(accounts_.agreed.size(), "agreed by at least two independent origins"),
        part(accounts_.parted.size(), "told in two ways"),
        part(accounts_.single.size(), "told by one origin or one speaker alone"),
        part(accounts_.unclear.size(), "told by several that are not shown to be independent"));
    out_ += '\n';
  }

  // Opens two articles beside each other with these places marked.
  [[nodiscard]] std::string beside(const ArticleSpan& a, const ArticleSpan& b) {
    if (a.article == b.article) return {};
    const RecordMaker::CodePoints x = maker_.code_points(a);
    const RecordMaker::CodePoints y = maker_.code_points(b);
    return fmt::format(
        R"(<a class="read" href="#read-{0}" data-story="{0}" data-a="{1}" data-b="{2}" data-place-a="{3} {4}" data-place-b="{5} {6}">side by side</a>)",
        story_ + 1, a.article + 1, b.article + 1, x.start, x.end, y.start, y.end);
  }

  // The sentence around a place, with the place marked in it.
  [[nodiscard]] std::string marked(const ArticleSpan& sentence, const ArticleSpan& place) const {
    const Article& article = report_.articles[place.article];
    Span around = sentence.span;
    around.begin = std::min(around.begin, place.span.begin);
    around.end = std::max(around.end, place.span.end);
    if (around.size() > place.span.size() + context_bytes) around = place.span;
    const std::string_view text = article.text;
    return fmt::format(R"(<q dir="auto"{}>{}<mark>{}</mark>{}</q>)", language_of(article),
                       html_piece(text.substr(around.begin, place.span.begin - around.begin)),
                       html_piece(slice(text, place.span)),
                       html_piece(text.substr(place.span.end, around.end - place.span.end)));
  }

  [[nodiscard]] ArticleSpan sentence_of(const ClaimMember& member) const {
    const std::vector<Span>& sentences = report_.analyses[member.place.article].sentences;
    return {member.place.article,
            member.sentence < sentences.size() ? sentences[member.sentence] : member.place.span};
  }

  // ---- what differs ----

  void add_differences(const char* heading, const char* remark,
                       const std::vector<Difference>& differences, const char* css_class) {
    if (differences.empty()) return;
    put(out_, "<h4>{} <span class=\"quiet\">{}</span></h4>\n<ul class=\"differences\">", heading,
        remark);
    HtmlFold fold(out_, differences.size(), differences_in_full, differences_at_most);
    for (std::size_t i = 0; i < fold.shown(); ++i) {
      fold.before(i, "</ul>", "<ul class=\"differences\">");
      add_difference(differences[i], css_class);
    }
    out_ += "</ul>\n";
    fold.end();
  }

  void add_difference(const Difference& difference, const char* css_class) {
    const ClaimConflict& conflict = report_.claims[difference.claim].conflicts[difference.conflict];
    put(out_, R"(<li class="{}"><p class="kind"><strong>{}</strong> {} {}</p><div class="both">)",
        css_class, words_of(conflict.kind), html_sentence(conflict.note, report_.articles.size()),
        beside(difference.a.words, difference.b.words));
    add_side(difference.a);
    add_side(difference.b);
    out_ += "</div></li>\n";
  }

  void add_side(const AccountSide& side) {
    out_ += "<div class=\"one\"><p class=\"who\">";
    if (!side.speaker.empty()) {
      put(out_, "{} said", html_name(side.speaker));
    } else if (!side.origins.empty()) {
      out_ += html_line(report_.origins.origins[side.origins.front()].name);
    } else {
      out_ += html_name(outlet_of(report_.articles[side.words.article]));
    }
    const std::string origins = html_origins(view_, side.origins);
    put(out_, R"( <span class="quiet">{}{}{}</span></p><p>{}</p></div>)", origins,
        origins.empty() ? "" : " · ", html_numbers(side.articles),
        marked(side.sentence, side.words));
  }

  // ---- the matrix ----

  struct Group {
    const char* heading;
    const std::vector<Account>* accounts;
  };

  void add_matrix() {
    const Group groups[] = {{"Agreed: at least two independent origins", &accounts_.agreed},
                            {"Told in two ways", &accounts_.parted},
                            {"Told by several, not shown to be independent", &accounts_.unclear}};
    std::vector<ClaimIndex> claims;
    for (const Group& group : groups) {
      for (std::size_t i = 0; i < std::min(group.accounts->size(), rows_at_most); ++i)
        claims.push_back((*group.accounts)[i].claim);
    }
    if (claims.empty()) return;
    const Matrix matrix = matrix_of(view_, story_, claims, columns_shown);
    std::size_t row = 0;
    std::string folded;
    put(out_,
        "<h4>Who says what <span class=\"quiet\">A row is a claim, a column an "
        "origin</span></h4>\n");
    open_table(matrix, "Claims and what each origin says of them");
    for (const Group& group : groups) {
      if (group.accounts->empty()) continue;
      const std::size_t shown = std::min(group.accounts->size(), rows_at_most);
      put(out_,
          R"(<tbody><tr><th class="group" scope="rowgroup" colspan="{}"><span>{}</span></th></tr>)",
          width_of(matrix), group.heading);
      for (std::size_t i = 0; i < std::min(shown, rows_in_full); ++i)
        add_row(matrix, (*group.accounts)[i], row + i);
      out_ += "</tbody>\n";
      if (shown > rows_in_full) folded += rest_of(matrix, group, row + rows_in_full);
      row += shown;
    }
    out_ += "</table></div>\n";
    out_ += folded;
  }

  // The rows of a group that the table leaves out, in a table of their own.
  std::string rest_of(const Matrix& matrix, const Group& group, std::size_t row) {
    std::string before = std::exchange(out_, {});
    const std::size_t shown = std::min(group.accounts->size(), rows_at_most);
    put(out_, "<details class=\"rest\"><summary>{} more: {}</summary>",
        group.accounts->size() - rows_in_full, group.heading);
    open_table(matrix, group.heading);
    out_ += "<tbody>";
    for (std::size_t i = rows_in_full; i < shown; ++i)
      add_row(matrix, (*group.accounts)[i], row + i - rows_in_full);
    out_ += "</tbody></table></div>";
    if (group.accounts->size() > shown)
      put(out_, R"(<p class="quiet">… {} more, all in report.json</p>)",
          group.accounts->size() - shown);
    out_ += "</details>\n";
    return std::exchange(out_, std::move(before));
  }

  static std::size_t width_of(const Matrix& matrix) {
    return 1 + matrix.columns.size() + (matrix.others ? 1 : 0);
  }

  void open_table(const Matrix& matrix, const char* caption) {
    put(out_,
        R"(<div class="scroll" role="region" tabindex="0" aria-label="{0}"><table class="matrix"><caption class="hidden">{0}</caption><thead><tr><th scope="col">Claim</th>)",
        caption);
    for (const OriginIndex i : matrix.columns) add_column(i);
    if (matrix.others) out_ += R"(<th scope="col">others</th>)";
    out_ += "</tr></thead>\n";
  }

  // An origin folds the articles that print it; they unfold.
  void add_column(OriginIndex index) {
    const Origin& origin = report_.origins.origins[index];
    put(out_,
        R"(<th scope="col"><span class="letter {}">{}</span> {}<details><summary>{}</summary>{}</details></th>)",
        name_of(origin.kind), view_.label(index),
        html_line(truncate_to_width(origin.name, column_width)),
        counted(origin.articles.size(), "article", "articles"), html_numbers(origin.articles));
  }

  void add_row(const Matrix& matrix, const Account& account, std::size_t row) {
    put(out_, R"(<tr><th scope="row">{}</th>)", claim_text(account));
    for (const MatrixCell& cell : matrix.rows[row]) add_cell(account.claim, cell);
    put(out_, R"(</tr><tr class="unfold"><td colspan="{}"><details><summary>{}</summary>)",
        width_of(matrix), support_line(account));
    for (std::size_t i = 0; i < matrix.rows[row].size(); ++i) {
      if (matrix.rows[row][i].empty()) continue;
      out_ += "<div class=\"voice\">";
      if (i < matrix.columns.size()) {
        put(out_, R"(<span class="letter {}">{}</span>)",
            name_of(report_.origins.origins[matrix.columns[i]].kind),
            view_.label(matrix.columns[i]));
      } else {
        out_ += "<span class=\"quiet\">others</span>";
      }
      add_sentences(account.claim, matrix.rows[row][i]);
      out_ += "</div>";
    }
    put(out_, "{}</details></td></tr>\n",
        reason_list(report_, report_.claims[account.claim].reasons, "reasons quiet"));
  }

  [[nodiscard]] std::string claim_text(const Account& account) const {
    const ArticleSpan& place = report_.claims[account.claim].text;
    const Article& article = report_.articles[place.article];
    std::string who;
    if (!account.speakers.empty() && account.in_their_words)
      who = fmt::format("{} said: ", html_name(names_of(account.speakers)));
    return fmt::format(R"({}<span dir="auto"{}>{}</span>)", who, language_of(article),
                       html_short(slice(article.text, place.span)));
  }

  [[nodiscard]] std::string support_line(const Account& account) const {
    return fmt::format("{}, in {}", html_line(support_of(view_, account)),
                       counted(account.articles.size(), "article", "articles"));
  }

  void add_cell(ClaimIndex claim, const MatrixCell& cell) {
    if (cell.empty()) {
      out_ += R"(<td class="silent"><span class="hidden">silent</span></td>)";
      return;
    }
    std::vector<Stance> stances;
    for (const std::uint32_t i : cell) {
      const Stance stance = report_.claims[claim].members[i].stance;
      if (stances.empty() || stances.back() != stance) stances.push_back(stance);
    }
    put(out_, R"(<td class="{}">)", name_of(stances.back()));
    for (std::size_t i = 0; i < stances.size(); ++i)
      put(out_, R"({}<span class="sign" aria-hidden="true">{}</span> {})", i == 0 ? "" : "<br>",
          sign_of(stances[i]), words_of(stances[i]));
    out_ += "</td>";
  }

  // The places of one origin, each wording once, with all articles that have it.
  void add_sentences(ClaimIndex claim, const MatrixCell& cell) {
    struct Wording {
      const ClaimMember* first;
      std::vector<ArticleIndex> articles;
    };
    std::vector<Wording> wordings;
    std::map<std::string_view, std::size_t> known;
    for (const std::uint32_t i : cell) {
      const ClaimMember& member = report_.claims[claim].members[i];
      const std::string_view words =
          slice(report_.articles[member.place.article].text, member.place.span);
      const auto [found, is_new] = known.emplace(words, wordings.size());
      if (is_new) wordings.push_back({&member, {}});
      std::vector<ArticleIndex>& articles = wordings[found->second].articles;
      if (articles.empty() || articles.back() != member.place.article)
        articles.push_back(member.place.article);
    }
    out_ += "<ul class=\"sentences\">";
    for (std::size_t i = 0; i < std::min(wordings.size(), wordings_shown); ++i) {
      const ClaimMember& member = *wordings[i].first;
      put(out_, "<li>{} {}{} {}</li>", html_numbers(wordings[i].articles),
          member.stance == Stance::says
              ? ""
              : fmt::format(R"(<strong class="red">{}</strong> )", words_of(member.stance)),
          marked(sentence_of(member), member.place),
          beside(report_.claims[claim].text, member.place));
    }
    if (wordings.size() > wordings_shown)
      put(out_, R"(<li class="quiet">… {} in report.json</li>)",
          counted(wordings.size() - wordings_shown, "more wording", "more wordings"));
    out_ += "</ul>";
  }

  // ---- what only one has ----

  void add_singles() {
    if (accounts_.single.empty()) return;
    std::vector<const Account*> spoken;
    std::map<OriginIndex, std::vector<const Account*>> by_origin;
    std::vector<const Account*> others;
    for (const Account& account : accounts_.single) {
      if (account.attributed) {
        spoken.push_back(&account);
      } else if (account.origins.empty()) {
        others.push_back(&account);
      } else {
        by_origin[account.origins.front()].push_back(&account);
      }
    }
    put(out_, "<h4>Only one <span class=\"quiet\">However many articles repeat it</span></h4>\n");
    add_single_list("One speaker", spoken);
    std::size_t shown = 0;
    std::size_t left = 0;
    for (const OriginIndex i : view_.origins_of_story(story_)) {
      const auto found = by_origin.find(i);
      if (found == by_origin.end()) continue;
      if (++shown > origins_of_singles) {
        left += found->second.size();
        continue;
      }
      add_single_list(fmt::format(R"(<span class="letter {}">{}</span> {})",
                                  name_of(report_.origins.origins[i].kind), view_.label(i),
                                  html_line(report_.origins.origins[i].name)),
                      found->second);
    }
    add_single_list("Others", others);
    if (left > 0)
      put(out_, R"(<p class="quiet">… {} more of small origins, all in report.json</p>)", left);
  }

  void add_single_list(const std::string& heading, const std::vector<const Account*>& accounts) {
    if (accounts.empty()) return;
    put(out_, R"(<details class="more"><summary>{}: {}</summary><ul class="singles">)", heading,
        counted(accounts.size(), "thing", "things"));
    for (std::size_t i = 0; i < std::min(accounts.size(), singles_of_origin); ++i)
      put(out_, R"(<li>{} <span class="quiet">{}</span></li>)", claim_text(*accounts[i]),
          html_numbers(accounts[i]->articles));
    if (accounts.size() > singles_of_origin)
      put(out_, R"(<li class="quiet">… {} more, all in report.json</li>)",
          accounts.size() - singles_of_origin);
    out_ += "</ul></details>\n";
  }

  const ReportView& view_;
  const Report& report_;
  RecordMaker& maker_;
  StoryIndex story_;
  Accounts accounts_;
  std::string out_;
};

}  // namespace

std::string accounts_part(const ReportView& view, RecordMaker& maker, StoryIndex story) {
  return AccountsPart(view, maker, story).make();
}

}  // namespace twosource
