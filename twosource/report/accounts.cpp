// Where the accounts agree and differ, for a reader.
//
// A claim has members all over a story; what a reader wants to know of it is who stands behind it.
// The articles of one origin are one voice, whoever printed it, so everything here counts by
// origin. A quotation has no origin: it counts for its speaker, and the origins around it are only
// those that report it. Of a conflict the two sides are put together again from the members: which
// articles have the same as the place that the conflict names.
#include "twosource/report/accounts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "twosource/report/speakers.hpp"

namespace twosource {
namespace {

template <class T>
std::vector<T> ascending(const std::set<T>& values) {
  return {values.begin(), values.end()};
}

std::optional<OriginIndex> origin_of(const Report& report, const ClaimMember& member) {
  if (member.origin) return member.origin;
  return origin_near(report, member.place.article, member.place.span.begin);
}

// The name of whoever says it, as the texts have it; empty where nobody is told.
std::string speaker_of(const Report& report, const std::optional<StatementIndex>& statement) {
  if (!statement || !report.statements[*statement].speaker) return {};
  return report.statements[*statement].speaker->name;
}

// The description that most members have, of equally frequent ones the first by the alphabet.
std::vector<std::string> most_frequent(const std::map<std::string, std::size_t>& descriptions) {
  const auto best =
      std::max_element(descriptions.begin(), descriptions.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == descriptions.end()) return {};
  return {best->first};
}

// Does the place lie in what the statement says, but for its marks?
bool is_content(const Statement& statement, Span place) {
  constexpr std::uint32_t marks = 4;  // bytes of a quotation mark and a blank
  return statement.content.front().begin <= place.begin + marks &&
         place.end <= statement.content.back().end + marks;
}

Account account_of(const Report& report, ClaimIndex index) {
  const Claim& claim = report.claims[index];
  Account account;
  account.claim = index;
  std::set<ArticleIndex> articles;
  std::set<OriginIndex> origins;
  std::map<std::string, std::size_t> descriptions;
  account.attributed = true;
  for (const ClaimMember& member : claim.members) {
    if (member.stance != Stance::says) continue;
    articles.insert(member.place.article);
    if (const auto origin = origin_of(report, member)) origins.insert(*origin);
    account.attributed = account.attributed && member.statement.has_value();
    std::string speaker = speaker_of(report, member.statement);
    if (!speaker.empty()) ++descriptions[std::move(speaker)];
    if (member.statement && member.place == claim.text)
      account.in_their_words = is_content(report.statements[*member.statement], claim.text.span);
  }
  account.articles = ascending(articles);
  account.origins = ascending(origins);
  account.attributed = account.attributed && !articles.empty();
  if (!account.attributed) return account;
  for (const EntityIndex i : claim.speakers) account.speakers.push_back(report.entities[i].name);
  if (account.speakers.empty()) account.speakers = most_frequent(descriptions);
  return account;
}

// The member that holds the words of a conflict's side.
const ClaimMember* member_at(const Claim& claim, const ArticleSpan& words) {
  const auto found = std::find_if(claim.members.begin(), claim.members.end(), [&](const auto& m) {
    return m.place.article == words.article && m.place.span.overlaps(words.span);
  });
  return found == claim.members.end() ? nullptr : &*found;
}

Span sentence_at(const Report& report, const ArticleSpan& place) {
  for (const Span sentence : report.analyses[place.article].sentences) {
    if (sentence.overlaps(place.span)) return sentence;
  }
  return place.span;
}

AccountSide side_of(const Report& report, const Claim& claim, const ArticleSpan& words,
                    const std::optional<StatementIndex>& statement,
                    const std::vector<OriginIndex>& origins) {
  AccountSide side;
  side.words = words;
  side.origins = origins;
  side.speaker = speaker_of(report, statement);
  side.sentence = {words.article, sentence_at(report, words)};
  const ClaimMember* holder = member_at(claim, words);
  side.clause = holder == nullptr ? side.sentence : holder->place;
  std::set<ArticleIndex> articles = {words.article};
  for (const ClaimMember& member : claim.members) {
    if (holder == nullptr || member.stance != holder->stance) continue;
    const std::optional<OriginIndex> origin = origin_of(report, member);
    const bool same = origin && std::binary_search(origins.begin(), origins.end(), *origin);
    if (same) articles.insert(member.place.article);
  }
  side.articles = ascending(articles);
  return side;
}

Difference difference_of(const Report& report, ClaimIndex index, std::uint32_t number) {
  const Claim& claim = report.claims[index];
  const ClaimConflict& conflict = claim.conflicts[number];
  return {index, number,
          side_of(report, claim, conflict.a, conflict.statement_a, conflict.origins_a),
          side_of(report, claim, conflict.b, conflict.statement_b, conflict.origins_b)};
}

std::vector<Account>& list_of(Accounts& accounts, ClaimStatus status) {
  switch (status) {
    case ClaimStatus::agree:
      return accounts.agreed;
    case ClaimStatus::single:
      return accounts.single;
    case ClaimStatus::differ:
    case ClaimStatus::update:
      return accounts.parted;
    case ClaimStatus::unclear:
      break;
  }
  return accounts.unclear;
}

// A matrix without rows: which origins have a column.
Matrix columns_of(const ReportView& view, StoryIndex story, const std::vector<ClaimIndex>& claims,
                  std::size_t limit) {
  const Report& report = view.report();
  std::map<OriginIndex, std::size_t> spoken;
  Matrix matrix;
  for (const ClaimIndex i : claims) {
    for (const ClaimMember& member : report.claims[i].members) {
      const std::optional<OriginIndex> origin = origin_of(report, member);
      matrix.others = matrix.others || !origin;
      if (origin) ++spoken[*origin];
    }
  }
  std::vector<OriginIndex> order;
  for (const OriginIndex i : view.origins_of_story(story)) {
    if (spoken.contains(i)) order.push_back(i);
  }
  const auto shown = [&](OriginIndex i) { return view.label(i) >= "A"; };
  std::vector<OriginIndex> chosen = order;
  std::stable_sort(chosen.begin(), chosen.end(), [&](OriginIndex a, OriginIndex b) {
    return std::tuple(shown(b), spoken[b]) < std::tuple(shown(a), spoken[a]);
  });
  matrix.others = matrix.others || chosen.size() > limit;
  chosen.resize(std::min(limit, chosen.size()));
  const std::set<OriginIndex> kept(chosen.begin(), chosen.end());
  std::copy_if(order.begin(), order.end(), std::back_inserter(matrix.columns),
               [&](OriginIndex i) { return kept.contains(i); });
  return matrix;
}

}  // namespace

Accounts accounts_of_story(const Report& report, StoryIndex story) {
  Accounts accounts;
  const std::span<const Claim> claims = of_story(report.claims, story);
  const auto first = static_cast<ClaimIndex>(claims.data() - report.claims.data());
  for (ClaimIndex i = first; i < first + claims.size(); ++i) {
    const Claim& claim = report.claims[i];
    list_of(accounts, claim.status).push_back(account_of(report, i));
    for (std::uint32_t k = 0; k < claim.conflicts.size(); ++k) {
      (claim.conflicts[k].update ? accounts.updates : accounts.differences)
          .push_back(difference_of(report, i, k));
    }
  }
  // Of those that stand alone or are unclear, what most articles repeat: it looks most like what it
  // is not.
  for (std::vector<Account>* list : {&accounts.single, &accounts.unclear}) {
    std::stable_sort(list->begin(), list->end(), [](const Account& a, const Account& b) {
      return a.articles.size() > b.articles.size();
    });
  }
  return accounts;
}

Matrix matrix_of(const ReportView& view, StoryIndex story, const std::vector<ClaimIndex>& claims,
                 std::size_t columns) {
  const Report& report = view.report();
  Matrix matrix = columns_of(view, story, claims, columns);
  std::map<OriginIndex, std::size_t> place;
  for (std::size_t i = 0; i < matrix.columns.size(); ++i) place[matrix.columns[i]] = i;
  const std::size_t width = matrix.columns.size() + (matrix.others ? 1 : 0);
  for (const ClaimIndex i : claims) {
    const std::vector<ClaimMember>& members = report.claims[i].members;
    std::vector<MatrixCell> row(width);
    for (std::uint32_t k = 0; k < members.size(); ++k) {
      const std::optional<OriginIndex> origin = origin_of(report, members[k]);
      const auto found = origin ? place.find(*origin) : place.end();
      row[found == place.end() ? width - 1 : found->second].push_back(k);
    }
    for (MatrixCell& cell : row) {
      std::stable_sort(cell.begin(), cell.end(), [&](std::uint32_t a, std::uint32_t b) {
        return members[a].stance < members[b].stance;
      });
    }
    matrix.rows.push_back(std::move(row));
  }
  return matrix;
}

std::string support_of(const ReportView& view, const Account& account) {
  const Claim& claim = view.report().claims[account.claim];
  const std::vector<OriginIndex>& origins = account.attributed ? account.origins : claim.origins;
  const std::string count = describe_origins(view, origins);
  const std::string letters = letters_of(view, origins);
  const std::string known = count.empty() ? "" : fmt::format("{} ({})", count, letters);
  if (!account.attributed) return known.empty() ? "no counted origin" : known;
  std::string who = account.speakers.size() > 1
                        ? fmt::format("{} speakers", account.speakers.size())
                        : "one speaker";
  if (!account.in_their_words && !account.speakers.empty())
    who += fmt::format(" ({})", names_of(account.speakers));
  if (known.empty()) return who;
  return fmt::format("{}, {} {} it", who, known, origins.size() == 1 ? "reports" : "report");
}

std::string names_of(const std::vector<std::string>& speakers) {
  constexpr std::size_t named = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(speakers.size(), named); ++i) {
    if (i > 0) out += ", ";
    out += speakers[i];
  }
  if (speakers.size() > named) out += fmt::format(" and {} more", speakers.size() - named);
  return out;
}

std::vector<ArticleIndex> articles_of(const std::vector<ArticleSpan>& places) {
  std::set<ArticleIndex> articles;
  for (const ArticleSpan& place : places) articles.insert(place.article);
  return ascending(articles);
}

std::string letters_of(const ReportView& view, const std::vector<OriginIndex>& origins) {
  std::vector<std::string> letters;
  letters.reserve(origins.size());
  for (const OriginIndex i : origins) letters.push_back(view.label(i));
  const auto shown = [](const std::string& label) { return label >= "A"; };
  std::sort(letters.begin(), letters.end(), [&](const std::string& a, const std::string& b) {
    return std::tuple(!shown(a), a.size(), a) < std::tuple(!shown(b), b.size(), b);
  });
  std::string out;
  for (const std::string& letter : letters) {
    if (!out.empty()) out += ' ';
    out += letter;
  }
  return out;
}

}  // namespace twosource
