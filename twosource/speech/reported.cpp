// Is an attribution a statement?
//
//     kept      "said (the bridge will hold)", "accused (the company of lying)", "fears (the bridge
//               will fall)", "ruled (that the evidence was weak)"
//     left out  "backs (the plan)", "wants (to close the bridge)", "was sentenced (to five years)",
//               "discussed (the budget)", "will decide (whether he stays)"
//
// What a cue tells is looked up (text/reporting_words.hpp): speech, thought or neither. A word of
// thought needs a clause behind it, a word of neither a clause that begins with "that". Whatever
// the cue, quoted words of a sentence's length are somebody's. In the passive the subject is not
// who spoke; what "will" be said has not been said.
#include "twosource/speech/reported.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "twosource/text/lexicon.hpp"
#include "twosource/text/reporting_words.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using Tokens = std::span<const Token>;

Tokens tokens_in(const TaggedText& tagged, Span span) {
  const auto begin = std::partition_point(tagged.tokens.begin(), tagged.tokens.end(),
                                          [&](const Token& t) { return t.span.end <= span.begin; });
  const auto end = std::partition_point(begin, tagged.tokens.end(),
                                        [&](const Token& t) { return t.span.begin < span.end; });
  return {begin, end};
}

bool is_one_of(std::string_view lemma, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), lemma) != words.end();
}

// Below, of the indirect ones more than half are none, or have borders that mislead.
constexpr double least_score = 0.2;
// Verbs of communication that are acts or definitions: what follows was done or meant, not said.
constexpr std::array<std::string_view, 18> acts = {
    "acquit", "appoint",  "arrest", "convict",   "elect", "greet",    "indict", "invite", "mean",
    "name",   "nominate", "oppose", "prosecute", "refer", "sentence", "sign",   "summon", "title"};
// What is given out need not be words: "issued the order", "published a picture".
constexpr std::array<std::string_view, 6> givings = {"deliver", "issue",   "post",
                                                     "publish", "release", "share"};
// Of a passive with these the subject is who spoke: "was quoted as saying".
constexpr std::array<std::string_view, 4> quoted = {"quote", "cite", "hear", "record"};
// Speech by another sense than the usual one, or in the news only.
constexpr std::array<std::string_view, 13> in_the_news = {
    "accord",   "confirm", "reveal", "blast", "dismiss", "endorse", "highlight",
    "maintain", "reject",  "slam",   "rebut", "hail",    "decry"};
// Nothing is said: "declined to comment", "failed to explain".
constexpr std::array<std::string_view, 3> silent = {"decline", "refuse", "fail"};
// With a noun of speech behind them nobody is said to have spoken: "raised concerns about".
constexpr std::array<std::string_view, 9> causes = {"raise",   "fuel", "spark", "draw", "prompt",
                                                    "trigger", "face", "cause", "lead"};

// What the words of a cue tell together.
struct CueWords {
  UseShare speech = UseShare::none;
  UseShare thought = UseShare::none;
  bool any = false;  // a verb or a noun
  bool act = false;  // or silence
  bool giving = false;
  bool citing = false;
  bool pending = false;  // "will decide", "to announce", "has yet to say"
};

class CueReader {
 public:
  CueReader(std::string_view text, Tokens cue) : text_(text), cue_(cue) {}

  CueWords read() {
    for (std::size_t i = 0; i < cue_.size(); ++i) {
      const PartOfSpeech part = cue_[i].part;
      const std::string lemma = lexicon_.lemma_of(slice(text_, cue_[i].span), part);
      found_.pending = found_.pending || lemma == "yet" || lemma == "no" ||
                       (i == 0 && (part == PartOfSpeech::md || part == PartOfSpeech::to));
      if (lemma != "be" && lemma != "have" && lemma != "do" && (is_verb(part) || is_noun(part))) {
        add(lemma, part);
      }
    }
    found_.act = found_.act || (causes_ && by_noun_);
    return found_;
  }

 private:
  void add(const std::string& lemma, PartOfSpeech part) {
    ReportingUse use = is_verb(part) ? words_.of_verb(lemma) : words_.of_noun(lemma);
    // In headlines verbs are taken for nouns: "Orlo says".
    if (part == PartOfSpeech::nns) {
      const std::string verb = lexicon_.lemma_of(lemma, PartOfSpeech::vbz);
      use.speech = std::max(use.speech, words_.of_verb(verb).speech);
    }
    if (is_one_of(lemma, in_the_news)) use.speech = UseShare::most;
    found_.any = true;
    if (is_noun(part) && use.speech > found_.speech) by_noun_ = true;
    found_.speech = std::max(found_.speech, use.speech);
    found_.thought = std::max(found_.thought, use.thought);
    found_.act = found_.act || is_one_of(lemma, acts) || is_one_of(lemma, silent);
    found_.giving = found_.giving || is_one_of(lemma, givings);
    found_.citing = found_.citing || lemma == "cite";
    causes_ = causes_ || is_one_of(lemma, causes);
  }

  std::string_view text_;
  Tokens cue_;
  Lexicon lexicon_ = Lexicon::english();
  ReportingWords words_ = ReportingWords::english();
  CueWords found_;
  bool by_noun_ = false;
  bool causes_ = false;
};

// "was accused of", "have been charged with": but not "was quoted as saying".
bool is_passive(std::string_view text, Tokens cue) {
  const Lexicon lexicon = Lexicon::english();
  bool after_be = false;
  bool passive = false;
  for (const Token& token : cue) {
    if (!is_verb(token.part)) continue;
    const std::string lemma = lexicon.lemma_of(slice(text, token.span), token.part);
    passive = after_be && token.part == PartOfSpeech::vbn && !is_one_of(lemma, quoted);
    after_be = lemma == "be";
  }
  return passive;
}

bool has_clause(Tokens content) {
  return std::any_of(content.begin(), content.end(),
                     [](const Token& token) { return is_finite(token.part); });
}

// "citing (the coastguard)", "citing (officials)": the content is who was cited.
bool is_someone(std::string_view text, Tokens content) {
  const Lexicon lexicon = Lexicon::english();
  const auto noun = std::find_if(content.rbegin(), content.rend(),
                                 [](const Token& token) { return is_noun(token.part); });
  if (noun == content.rend()) return false;
  const std::string lemma = lexicon.lemma_of(slice(text, noun->span), noun->part);
  return is_proper_noun(noun->part) || lemma == "media" || lemma == "report" || lemma == "datum" ||
         has_kind(lexicon.kinds_of(hash_folded(lemma)), WordKind::person_noun);
}

// Is so much of the content quoted that somebody must have said it, whatever the cue? A word or two
// in marks can be a name or a doubt: "delivering shipments through “qualified parties”".
bool is_much_quoted(const Statement& statement, const TaggedText& tagged,
                    std::span<const Quotation> quotations) {
  constexpr std::size_t enough = 4;
  if (statement.kind == StatementKind::indirect) return false;
  if (statement.kind == StatementKind::direct) return true;
  std::size_t words = 0;
  for (const Span part : statement.content) {
    for (const Token& token : tokens_in(tagged, part)) {
      const auto behind = std::partition_point(
          quotations.begin(), quotations.end(),
          [&](const Quotation& one) { return one.content.end <= token.span.begin; });
      const bool inside = behind != quotations.end() && behind->content.begin <= token.span.begin;
      words += inside && !is_punctuation(token.part) ? 1 : 0;
    }
  }
  return words >= enough;
}

// Has the content the form that the cue asks for?
bool fits(const CueWords& cue, std::string_view content, Tokens tokens) {
  const bool clause = has_clause(tokens);
  if (cue.giving) return clause;
  if (cue.speech >= UseShare::much) return true;
  if (cue.speech == UseShare::some) return clause;
  if (cue.thought >= UseShare::much)
    return clause || content.find(" as ") != std::string_view::npos;
  return clause && content.starts_with("that ");
}

// "to comment", "for comment on the figures"
bool is_comment(std::string_view text, Span content) {
  const std::string_view words = slice(text, content);
  return words.starts_with("to comment") || words.starts_with("for comment") ||
         words.starts_with("comment");
}

}  // namespace

bool is_reported(const Statement& statement, std::string_view text, const TaggedText& tagged,
                 std::span<const Quotation> quotations) {
  if (statement.cue.empty() || is_much_quoted(statement, tagged, quotations)) return true;
  if (statement.score < least_score) return false;
  const Tokens cue = tokens_in(tagged, statement.cue);
  const bool behind = !statement.source.empty() && statement.cue.begin < statement.source.begin;
  if (is_passive(text, cue) && !behind) return false;
  const CueWords words = CueReader(text, cue).read();
  const Span first = statement.content.front();
  if (words.act || words.pending || is_comment(text, first)) return false;
  const Tokens content = tokens_in(tagged, first);
  if (words.citing && !has_clause(content) && is_someone(text, content)) return false;
  return !words.any || fits(words, slice(text, first), content);
}

}  // namespace twosource
