// Which sentences date an event?
//
// "Lifeboats brought the passengers ashore on Sunday" does; "the June 12 summit", "Monday's talks"
// and "soldiers killed in the war of 1950" only mention something that has a date. A date counts
// for the action of its sentence if
//
//   - it is sure: resolved to the calendar, without doubt, in the reporter's own words;
//   - no noun follows it, no possessive, and neither "the" nor "until" stands before it;
//   - its clause has a finite verb, is no relative or temporal one ("who", "after", "since") and
//     denies nothing;
//   - it does not belong to an event behind a preposition: "following talks on Sunday".
//
// A date beside a verb of saying tells when it was said; another date of the sentence goes first.
#include "twosource/brief/dated_sentences.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "twosource/text/lexicon.hpp"
#include "twosource/text/reporting_words.hpp"

namespace twosource {
namespace {

using Words = std::set<std::string_view>;

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class Finder {
 public:
  Finder(const ArticleReading& article, const ReadSentence& sentence)
      : article_(article), sentence_(sentence) {}

  // Does the time date the action of its clause? And is that no more than saying?
  struct Dating {
    bool dates = false;
    bool only_said = false;
  };
  [[nodiscard]] Dating dating_of(const TimeExpression& time) const {
    const Range tokens{article_.token_at(time.span.begin),
                       article_.token_at(time.span.end - 1) + 1};
    if (tokens.begin < sentence_.begin || tokens.end > sentence_.end) return {};
    if (article_.in_quotation(time.span.begin) || is_part_of_name(tokens)) return {};
    const Range clause = clause_of(tokens.begin);
    const auto verb = finite_verb(clause);
    if (!verb || is_subordinate(clause, tokens.begin) || is_denied(clause)) return {};
    if (belongs_to_event(clause, tokens.begin)) return {};
    return {true, is_saying(*verb, clause)};
  }

 private:
  // "June 12 summit", "Monday's talks", "the Oct. 7, 2023, attack"; and "until Monday", "by 2030",
  // where something ends or has to.
  [[nodiscard]] bool is_part_of_name(Range tokens) const {
    static const Words before = {"the", "until", "till", "through", "by", "before", "after"};
    if (tokens.begin > sentence_.begin && before.contains(article_.word(tokens.begin - 1)))
      return true;
    if (tokens.end >= sentence_.end) return false;
    const PartOfSpeech next = article_.part(tokens.end);
    return is_noun(next) || next == PartOfSpeech::pos || next == PartOfSpeech::hyph ||
           is_adjective(next);
  }

  [[nodiscard]] Range clause_of(std::uint32_t token) const {
    const auto& clauses = article_.tagged().clauses;
    const auto next = std::upper_bound(clauses.begin(), clauses.end(), token);
    Range clause{sentence_.begin, sentence_.end};
    if (next != clauses.begin()) clause.begin = std::max(clause.begin, *(next - 1));
    if (next != clauses.end()) clause.end = std::min(clause.end, *next);
    return clause;
  }

  [[nodiscard]] std::optional<std::uint32_t> finite_verb(Range clause) const {
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
      if (is_finite(article_.part(i))) return main_verb(i, clause.end);
    }
    return std::nullopt;
  }

  // "has been indicted": the last verb of the group.
  [[nodiscard]] std::uint32_t main_verb(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t verb = i;
    for (++i; i < end && (is_verb(article_.part(i)) || is_adverb(article_.part(i))); ++i) {
      if (is_verb(article_.part(i))) verb = i;
    }
    return verb;
  }

  // Is the time part of a relative or temporal clause? At the head of a sentence the clause ends at
  // the comma, and a preposition begins none: "After the talks on Monday, Orlo left".
  [[nodiscard]] bool is_subordinate(Range clause, std::uint32_t time) const {
    static const Words words = {"who",    "whom",    "which", "whose",  "when",   "after",
                                "before", "since",   "if",    "until",  "while",  "where",
                                "as",     "because", "once",  "though", "unless", "although"};
    std::uint32_t i = clause.begin;
    while (i < clause.end && is_punctuation(article_.part(i))) ++i;
    if (i == clause.end) return true;
    if (words.contains(article_.word(i))) {
      if (i > sentence_.begin) return true;
      bool verb = false;
      for (; i < clause.end && article_.part(i) != PartOfSpeech::comma; ++i)
        verb = verb || is_finite(article_.part(i));
      return verb && time < i;
    }
    // "the port, of which": a preposition before the pronoun.
    return i + 1 < clause.end && article_.part(i) == PartOfSpeech::in &&
           (article_.part(i + 1) == PartOfSpeech::wdt || article_.part(i + 1) == PartOfSpeech::wp);
  }

  [[nodiscard]] bool is_denied(Range clause) const {
    static const Words words = {"not", "n't", "never"};
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
      if (words.contains(article_.word(i))) return true;
    }
    return false;
  }

  // Goes back over "in Selne on" to a noun; is it an event behind a preposition?
  [[nodiscard]] bool belongs_to_event(Range clause, std::uint32_t time) const {
    static const Words events = {
        "summit",     "meeting",  "talks",   "war",      "election",  "attack",  "vote",
        "conference", "visit",    "crash",   "strike",   "strikes",   "debate",  "ceremony",
        "killing",    "shooting", "protest", "protests", "game",      "match",   "speech",
        "interview",  "trial",    "hearing", "invasion", "explosion", "attacks", "elections"};
    std::uint32_t i = time;
    while (i > clause.begin) {
      const PartOfSpeech p = article_.part(i - 1);
      if (p != PartOfSpeech::in && p != PartOfSpeech::to && p != PartOfSpeech::dt &&
          p != PartOfSpeech::cc && p != PartOfSpeech::hyph && !is_adjective(p) &&
          !is_proper_noun(p)) {
        break;
      }
      --i;
    }
    if (i == clause.begin || !events.contains(article_.word(i - 1))) return false;
    std::uint32_t head = i - 1;
    while (head > clause.begin && !is_verb(article_.part(head - 1)) &&
           article_.part(head - 1) != PartOfSpeech::in) {
      --head;
    }
    return head > clause.begin && !is_verb(article_.part(head - 1));
  }

  [[nodiscard]] bool is_saying(std::uint32_t verb, Range clause) const {
    const std::string lemma = Lexicon::english().lemma_of(article_.form(verb), article_.part(verb));
    static const Words plain = {"say", "tell", "add", "report", "write", "state", "comment"};
    return plain.contains(lemma) && clause.end > clause.begin;
  }

  const ArticleReading& article_;
  const ReadSentence& sentence_;
};

bool is_placed(const TimeExpression& time) {
  return time.interval && time.doubt == TimeDoubt::none &&
         (time.kind == TimeKind::date || time.kind == TimeKind::time);
}

}  // namespace

std::vector<DatedSentence> find_dated_sentences(const ArticleReading& article,
                                                std::uint32_t position,
                                                std::span<const TimeExpression> times) {
  std::vector<DatedSentence> dated;
  const auto sentences = article.sentences();
  auto time = times.begin();
  for (std::size_t s = 1; s < sentences.size(); ++s) {
    const Finder finder(article, sentences[s]);
    std::optional<DatedSentence> best;
    while (time != times.end() && time->span.begin < sentences[s].span.begin) ++time;
    for (; time != times.end() && time->span.begin < sentences[s].span.end; ++time) {
      if (!is_placed(*time)) continue;
      const auto dating = finder.dating_of(*time);
      if (!dating.dates || (best && (!best->only_said || dating.only_said))) continue;
      best = DatedSentence{{position, static_cast<std::uint32_t>(s)}, &*time, dating.only_said};
    }
    if (best) dated.push_back(*best);
  }
  return dated;
}

}  // namespace twosource
