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
constexpr std::array<std::string_view, 17> acts = {
    "acquit", "appoint",  "arrest",    "convict", "elect",    "greet", "indict", "invite", "mean",
    "name",   "nominate", "prosecute", "refer",   "sentence", "sign",  "summon", "title"};
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
  bool any = false;      // a verb or a noun
  bool act = false;      // or silence, or a passive
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

// "to comment", "for comment on the figures"
bool is_comment(std::string_view text, Span content) {
  const std::string_view words = slice(text, content);
  return words.starts_with("to comment") || words.starts_with("for comment") ||
         words.starts_with("comment");
}

}  // namespace

bool is_reported(const Statement& statement, std::string_view text, const TaggedText& tagged) {
  if (statement.kind != StatementKind::indirect || statement.cue.empty()) return true;
  if (statement.score < least_score) return false;
  const Tokens cue = tokens_in(tagged, statement.cue);
  const bool behind = !statement.source.empty() && statement.cue.begin < statement.source.begin;
  if (is_passive(text, cue) && !behind) return false;
  const CueWords words = CueReader(text, cue).read();
  const Span first = statement.content.front();
  if (words.act || words.pending || is_comment(text, first)) return false;
  if (!words.any || words.speech >= UseShare::much) return true;
  const std::string_view content = slice(text, first);
  const bool clause = has_clause(tokens_in(tagged, first));
  if (words.speech == UseShare::some) return clause;
  if (words.thought >= UseShare::much)
    return clause || content.find(" as ") != std::string_view::npos;
  return clause && content.starts_with("that ");
}

}  // namespace twosource
