// Which stretches of a sentence can be units?
//
//     The mayor said | the ferry struck a breakwater | and twelve were hurt .
//
// The borders of clauses come from a model and miss some, so a second finite verb in a clause cuts
// it again, before the words that join the two or before the verb's own subject. What somebody says
// is cut off from the words that say who says it. Afterwards pieces without a verb go to their
// neighbours: what stands before a clause to that clause, the rest to the clause before; a verb
// that goes on with "to" takes the infinitive to itself wherever the model put a border.
#include "twosource/claim/pieces.hpp"

#include <algorithm>
#include <utility>

#include "twosource/claim/unit_words.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;

class Cutter {
 public:
  Cutter(const LemmaText& text, std::span<const NounPhrase> phrases,
         const StatementTokens& statements, std::uint32_t begin, std::uint32_t end)
      : text_(text), phrases_(phrases), statements_(statements), begin_(begin), end_(end) {}

  std::vector<Piece> cut() {
    const std::vector<std::uint32_t> borders = find_borders();
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) add(borders[i], borders[i + 1]);
    move_subjects();
    join_verbless();
    return std::move(pieces_);
  }

 private:
  [[nodiscard]] PartOfSpeech part(std::uint32_t i) const {
    return i >= begin_ && i < end_ ? text_.part(i) : other;
  }

  // --- borders --------------------------------------------------------------------------------

  [[nodiscard]] std::vector<std::uint32_t> find_borders() const {
    const std::vector<std::uint32_t>& clauses = text_.tagged.clauses;
    std::vector<std::uint32_t> borders = {begin_};
    auto clause = std::upper_bound(clauses.begin(), clauses.end(), begin_);
    for (std::uint32_t i = begin_ + 1; i < end_; ++i) {
      while (clause != clauses.end() && *clause < i) ++clause;
      const bool of_clause = clause != clauses.end() && *clause == i && !goes_on(i);
      if (statements_.goes_on[i] != 0) continue;
      if (of_clause || statements_.content[i] != statements_.content[i - 1] || is_behind_mark(i))
        borders.push_back(i);
    }
    borders.push_back(end_);
    return borders;
  }

  // "failed | to agree" is one action.
  [[nodiscard]] bool goes_on(std::uint32_t i) const {
    return part(i) == to && is_verb(part(i - 1)) && goes_on_with_to(text_.lemma(i - 1));
  }

  // A colon, a semicolon or a dash, but no joint.
  [[nodiscard]] bool is_behind_mark(std::uint32_t i) const { return part(i - 1) == colon; }

  // --- verbs ----------------------------------------------------------------------------------

  void add(std::uint32_t begin, std::uint32_t end) {
    std::optional<VerbGroup> verb = find_verb(begin, end, true);
    while (verb) {
      const std::optional<VerbGroup> next = find_verb(verb->end, end, true);
      if (!next) break;
      const std::uint32_t border = border_between(*verb, *next);
      push(begin, border, verb);
      begin = border;
      verb = next;
    }
    if (!verb) verb = find_verb(begin, end, false);
    push(begin, end, verb);
  }

  [[nodiscard]] std::optional<VerbGroup> find_verb(std::uint32_t begin, std::uint32_t end,
                                                   bool finite) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (phrase_at(i) != nullptr) continue;
      const bool starts = finite ? is_finite(part(i)) : is_verb(part(i)) || is_infinitive(i);
      if (!starts || governs(i) || part(i + 1) == hyph) continue;
      VerbGroup group = read_verb_group(text_, before_adverbs(begin, i), end);
      if (finite) read_inverted(end, group);
      return group;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_infinitive(std::uint32_t i) const {
    return part(i) == to && (part(i + 1) == vb || (part(i + 1) == open_quote && part(i + 2) == vb));
  }

  // "following the talks": a preposition.
  [[nodiscard]] bool governs(std::uint32_t i) const {
    return part(i) == vbg && is_word(text_.token(i).hash, UnitWord::governs);
  }

  // "Did the mayor know": the subject stands inside the group.
  void read_inverted(std::uint32_t end, VerbGroup& group) const {
    const bool asks = group.end == group.begin + 1 && group.end < end &&
                      is_word(text_.lemma(group.main), UnitWord::auxiliary);
    if (!asks && part(group.main) != md) return;
    const NounPhrase* const subject = phrase_at(group.end);
    if (subject == nullptr || subject->end >= end || part(subject->end) != vb) return;
    const VerbGroup rest = read_verb_group(text_, subject->end, end);
    group.main = rest.main;
    group.end = rest.end;
    group.negated = group.negated != rest.negated;
  }

  // The group begins with its verb; what denies it may stand before: "never went".
  [[nodiscard]] std::uint32_t before_adverbs(std::uint32_t begin, std::uint32_t i) const {
    const bool denied =
        i > begin && is_word(text_.lemma(i - 1), UnitWord::negative) && is_adverb(part(i - 1));
    return denied ? i - 1 : i;
  }

  [[nodiscard]] const NounPhrase* phrase_at(std::uint32_t token) const {
    const auto phrase = std::partition_point(phrases_.begin(), phrases_.end(),
                                             [&](const NounPhrase& p) { return p.end <= token; });
    return phrase != phrases_.end() && phrase->begin <= token ? &*phrase : nullptr;
  }

  [[nodiscard]] bool joins(std::uint32_t i) const {
    const PartOfSpeech p = part(i);
    if (p == wdt || p == wp || p == wrb) return true;
    return p == in && is_word(text_.lemma(i), UnitWord::subordinate) && !may_join(i);
  }
  [[nodiscard]] bool may_join(std::uint32_t i) const {
    return part(i) == in && is_word(text_.lemma(i), UnitWord::preposition);
  }

  [[nodiscard]] std::uint32_t border_between(const VerbGroup& a, const VerbGroup& b) const {
    std::uint32_t weak = b.begin;
    for (std::uint32_t i = b.begin; i-- > a.end;) {
      if (joins(i)) return i;
      // A comma or "and" may as well part two subjects: the last before a word that joins.
      if (weak == b.begin && (part(i) == cc || part(i) == comma || may_join(i)))
        weak = part(i) == comma ? i + 1 : i;
    }
    if (weak != b.begin) return weak;
    std::uint32_t border = b.begin;
    while (border > a.end && is_adverb(part(border - 1))) --border;
    if (border > a.end) {
      if (const NounPhrase* const subject = phrase_at(border - 1)) border = subject->begin;
    }
    return std::max(border, a.end);
  }

  void push(std::uint32_t begin, std::uint32_t end, const std::optional<VerbGroup>& verb) {
    if (begin == end) return;
    Piece piece{begin, end, verb, statements_.content[begin], false};
    for (std::uint32_t i = begin; i < end && !piece.statement; ++i) {
      // A cue that is the verb itself, or stands in a piece without one.
      const bool decides = !verb || verb->main == i || (i >= verb->begin && i < verb->end);
      if (statements_.reports[i] != 0 && decides) piece.reports = true;
    }
    pieces_.push_back(piece);
  }

  // "he believes Orlo | will come": the border is before the subject.
  void move_subjects() {
    for (std::size_t i = 1; i < pieces_.size(); ++i) {
      Piece& before = pieces_[i - 1];
      Piece& piece = pieces_[i];
      const bool bare = piece.verb && piece.verb->finite && piece.verb->begin == piece.begin;
      if (!bare || before.reports || before.statement != piece.statement) continue;
      const NounPhrase* const subject = phrase_at(piece.begin - 1);
      const bool has_room = before.verb && before.verb->finite && subject != nullptr &&
                            subject->begin >= before.verb->end;
      if (!has_room || begins_relative(before)) continue;
      before.end = piece.begin = subject->begin;
    }
  }

  [[nodiscard]] bool begins_relative(const Piece& piece) const {
    const PartOfSpeech p = part(piece.begin);
    return p == wdt || p == wp || p == wrb;
  }

  // --- pieces without a verb ------------------------------------------------------------------

  [[nodiscard]] static bool can_join(const Piece& a, const Piece& b) {
    return a.statement == b.statement && !a.reports && !b.reports;
  }

  void join_verbless() {
    std::size_t next = pieces_.empty() ? 0 : pieces_.size() - 1;
    for (std::size_t i = next; i-- > 0;) {
      if (pieces_[i].verb || !joins_next(pieces_[i], pieces_[next])) {
        next = i;
        continue;
      }
      pieces_[next].begin = pieces_[i].begin;
      pieces_[i].end = pieces_[i].begin;
    }
    std::vector<Piece> joined;
    for (const Piece& piece : pieces_) {
      if (piece.begin == piece.end) continue;
      const bool belongs_before =
          !piece.verb && !joined.empty() && joined.back().verb && can_join(joined.back(), piece);
      if (belongs_before) {
        joined.back().end = piece.end;
      } else {
        joined.push_back(piece);
      }
    }
    pieces_ = std::move(joined);
  }

  // "Despite the storm, | the ferry sailed"; but not "The ferry, | which left at noon".
  [[nodiscard]] bool joins_next(const Piece& piece, const Piece& next) const {
    const PartOfSpeech p = part(next.begin);
    const bool is_relative = p == wdt || p == wp || p == wrb || p == cc;
    return next.verb && !is_relative && can_join(piece, next) && part(piece.end - 1) != colon &&
           (next.verb->finite || piece.begin == begin_);
  }

  const LemmaText& text_;
  std::span<const NounPhrase> phrases_;
  const StatementTokens& statements_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::vector<Piece> pieces_;
};

}  // namespace

namespace {

class Marker {
 public:
  Marker(const TaggedText& tagged, std::span<const Statement> statements)
      : tagged_(tagged), statements_(statements) {
    const std::size_t size = tagged.tokens.size();
    marked_.content.resize(size);
    marked_.quoted.resize(size);
    marked_.reports.resize(size);
    marked_.goes_on.resize(size);
  }

  void mark(StatementIndex index) {
    const Statement& statement = statements_[index];
    // "thanked the builders": what is thanked is no content to be cut off, there is no verb in it.
    const bool has_verb = std::any_of(statement.content.begin(), statement.content.end(),
                                      [&](Span content) { return verb_in(content); });
    if (!has_verb && statement.kind == StatementKind::indirect) return;
    const std::uint32_t object = object_of_cue(statement);
    for (const Span content : statement.content) {
      for_tokens(content, [&](std::size_t i) {
        if (i >= object) own(index, i, has_verb);
      });
    }
    if (!has_verb || object > 0) return;
    for (const Span words : {statement.cue, statement.source})
      for_tokens(words, [&](std::size_t i) { marked_.reports[i] = 1; });
  }

  StatementTokens take() { return std::move(marked_); }

 private:
  template <typename Use>
  void for_tokens(Span span, Use use) const {
    const auto& tokens = tagged_.tokens;
    const auto first = std::partition_point(
        tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= span.begin; });
    for (auto i = static_cast<std::size_t>(first - tokens.begin());
         i < tokens.size() && tokens[i].span.begin < span.end; ++i)
      use(i);
  }

  [[nodiscard]] bool verb_in(Span content) const {
    bool found = false;
    for_tokens(content, [&](std::size_t i) {
      const PartOfSpeech part = tagged_.tokens[i].part;
      found = found || is_verb(part) || part == md;
    });
    return found;
  }

  // "rejected a request | to pay", "denied a report | that she had paid": what the cue has as its
  // object is told by the article. Returns where the clause behind it begins; 0 if there is none.
  [[nodiscard]] std::uint32_t object_of_cue(const Statement& statement) const {
    const Span content = statement.content.front();
    if (statement.kind != StatementKind::indirect || statement.cue.empty()) return 0;
    if (statement.cue.end > content.begin || content.begin - statement.cue.end > 1) return 0;
    static const std::uint64_t that = hash_folded("that");
    std::vector<std::uint32_t> inside;
    for_tokens(content, [&](std::size_t i) { inside.push_back(static_cast<std::uint32_t>(i)); });
    if (inside.empty() || tagged_.tokens[inside.front()].hash == that) return 0;
    for (const std::uint32_t i : inside) {
      const PartOfSpeech part = tagged_.tokens[i].part;
      const bool border = std::binary_search(tagged_.clauses.begin(), tagged_.clauses.end(), i);
      if (i > inside.front() && border)
        return part == to || part == in || part == wdt || part == wp ? i : 0;
      if (is_verb(part) || part == md) return 0;
    }
    return 0;
  }

  [[nodiscard]] std::uint32_t size_of(StatementIndex index) const {
    const Statement& statement = statements_[index];
    return statement.content.back().end - statement.content.front().begin;
  }

  // The innermost statement has the token.
  void own(StatementIndex index, std::size_t token, bool has_verb) {
    auto& owner = has_verb ? marked_.content[token] : marked_.quoted[token];
    if (!owner || size_of(index) < size_of(*owner)) owner = index;
  }

  const TaggedText& tagged_;
  std::span<const Statement> statements_;
  StatementTokens marked_;
};

}  // namespace

StatementTokens mark_statements(const TaggedText& tagged, std::span<const Statement> statements,
                                std::span<const StatementIndex> of_article) {
  Marker marker(tagged, statements);
  for (const StatementIndex index : of_article) marker.mark(index);
  return marker.take();
}

std::vector<Piece> cut_sentence(const LemmaText& text, std::span<const NounPhrase> phrases,
                                const StatementTokens& statements, std::uint32_t begin,
                                std::uint32_t end) {
  if (begin == end) return {};
  return Cutter(text, phrases, statements, begin, end).cut();
}

}  // namespace twosource
