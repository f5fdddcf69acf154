// Whose words are these?
//
// A quotation that makes up a whole sentence belongs to whoever the text around it says. In sound
// news its speaker stands in the same paragraph or has spoken in quotation marks just before. A
// quotation is an orphan if its sentence names no source and
//
//   - it is a paragraph of its own, and the paragraph before has no quoted speech that could go on;
//   or
//   - it follows a sentence of the same paragraph in which nobody speaks, or in which the one who
//     speaks is another one: the quotation names him, or another article says whose words they are;
//     or
//   - it follows a sentence without quoted words, and its full stop stands behind the closing mark:
//     it was cut off from its speaker;
//
// and the sentence behind it does not tell the speaker ("…", he said, comes with it).
#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "twosource/flag/kinds.hpp"

namespace twosource {
namespace {

constexpr double all_quoted = 0.95;  // share of words
constexpr double some_quoted = 0.2;
constexpr std::uint32_t least_tokens = 8;  // shorter ones are titles, mottos, exclamations

class Search {
 public:
  explicit Search(const ArticleReading& article) : article_(article) {}

  [[nodiscard]] std::vector<Flag> find() const {
    std::vector<Flag> flags;
    for (std::size_t s = 1; s < article_.sentences().size(); ++s) {
      if (const Statement* statement = lone_quotation(s)) {
        if (!is_orphan(s, *statement)) continue;
        flags.push_back(flag_of(s, *statement));
      }
    }
    return flags;
  }

 private:
  // The statement of a sentence that is nothing but a quotation without a source.
  [[nodiscard]] const Statement* lone_quotation(std::size_t s) const {
    const ReadSentence& sentence = article_.sentences()[s];
    if (sentence.quoted < all_quoted || sentence.end - sentence.begin < least_tokens)
      return nullptr;
    const auto statements = article_.statements_in(sentence.span);
    if (statements.size() != 1) return nullptr;
    const Statement* only = statements.front();
    const bool begins_here = sentence.span.contains(only->content.front());
    if (!only->source.empty() || !only->cue.empty() || !begins_here) return nullptr;
    const bool opens = article_.part(sentence.begin) == PartOfSpeech::open_quote;
    return opens && is_closed(sentence) ? only : nullptr;
  }

  // Excerpts whose marks are not closed are no speech.
  [[nodiscard]] bool is_closed(const ReadSentence& sentence) const {
    const auto& quotations = article_.analysis().quotations;
    return std::all_of(quotations.begin(), quotations.end(), [&](const Quotation& quotation) {
      return !quotation.span.overlaps(sentence.span) || quotation.closed;
    });
  }

  [[nodiscard]] bool is_orphan(std::size_t s, const Statement& statement) const {
    if (statement.resolved_by == ResolvedBy::across_articles) return !speaks_before(s, statement);
    if (statement.speaker) return false;
    const auto sentences = article_.sentences();
    if (s + 1 < sentences.size() && !sentences[s].ends_paragraph && names_speaker(s + 1))
      return false;
    if (s == 1) return false;  // a motto or a quotation to begin with
    if (sentences[s].opens_paragraph) return !quotes(s - 1, statement);
    if (is_cut_off(sentences[s]) && sentences[s - 1].quoted < some_quoted) return true;
    return !speaks_before(s, statement);
  }

  // “… for anybody”. and not “… for anybody.”: the full stop of a sentence stands inside the marks
  // that are around it; outside it closes a longer one, that went on with its speaker.
  [[nodiscard]] bool is_cut_off(const ReadSentence& sentence) const {
    return sentence.end - sentence.begin >= 2 &&
           article_.part(sentence.end - 1) == PartOfSpeech::stop &&
           article_.part(sentence.end - 2) == PartOfSpeech::close_quote;
  }

  // Does the sentence say whose words it or its neighbour has: "he said", "Those were the words
  // of"?
  [[nodiscard]] bool names_speaker(std::size_t s) const {
    const auto statements = article_.statements_in(article_.sentences()[s].span);
    return std::any_of(statements.begin(), statements.end(),
                       [](const Statement* one) { return !one->cue.empty(); });
  }

  // Does the paragraph that ends with sentence `last` quote somebody who can go on speaking?
  [[nodiscard]] bool quotes(std::size_t last, const Statement& statement) const {
    const auto sentences = article_.sentences();
    for (std::size_t s = last + 1; s-- > 1;) {
      if (sentences[s].paragraph != sentences[last].paragraph) return false;
      if (names_its_speaker(s, statement)) continue;
      if (sentences[s].quoted > some_quoted || somebody_reports(s)) return true;
    }
    return false;
  }

  [[nodiscard]] bool somebody_reports(std::size_t s) const {
    const auto statements = article_.statements_in(article_.sentences()[s].span);
    return std::any_of(statements.begin(), statements.end(), [](const Statement* one) {
      return !one->cue.empty() && one->speaker && one->speaker->entity;
    });
  }

  // Does somebody speak in the sentence before who can go on?
  [[nodiscard]] bool speaks_before(std::size_t s, const Statement& statement) const {
    if (s < 2) return false;
    const auto statements = article_.statements_in(article_.sentences()[s - 1].span);
    return std::any_of(statements.begin(), statements.end(), [&](const Statement* before) {
      if (statement.speaker && statement.speaker->entity && before->speaker)
        return before->speaker->entity == statement.speaker->entity;
      return true;
    });
  }

  // Whom the quotation names did not say it.
  [[nodiscard]] bool names_its_speaker(std::size_t s, const Statement& statement) const {
    for (const Statement* before : article_.statements_in(article_.sentences()[s].span)) {
      if (!before->speaker || !before->speaker->entity) continue;
      for (const ReadMention& mention : article_.mentions_in(statement.content.front())) {
        if (mention.entity == *before->speaker->entity) return true;
      }
    }
    return false;
  }

  [[nodiscard]] Flag flag_of(std::size_t s, const Statement& statement) const {
    std::vector<Reason> reasons = {
        {"no_source",
         "the sentence names no source, and nobody who could go on speaks before it",
         {{article_.index(), statement.content.front()}}}};
    std::string note =
        "A quotation without a speaker: the text before it does not say whose words "
        "these are.";
    if (statement.resolved_by == ResolvedBy::across_articles && statement.speaker) {
      note = fmt::format(
          "A quotation without a speaker: only another article says that the words "
          "are those of {}.",
          statement.speaker->name);
      reasons.insert(reasons.end(), statement.reasons.begin(), statement.reasons.end());
    }
    return make_flag(article_, FlagKind::orphan_quote, article_.sentences()[s].span,
                     std::move(note), std::move(reasons));
  }

  const ArticleReading& article_;
};

}  // namespace

std::vector<Flag> find_orphan_quotes(const ArticleReading& article) {
  return Search(article).find();
}

}  // namespace twosource
