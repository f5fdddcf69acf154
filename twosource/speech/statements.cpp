// From tagged segments to statements: what the tagger cannot know is put right by rule.
//
//   - Contents end where their clause does (borders.hpp), and not inside a phrase (breaks.hpp).
//   - What is denied, refused or only in quotation marks is no statement (no_statement.hpp).
//   - Headlines, nouns and fixed phrases report, too (forms.hpp).
//   - A paragraph that is a quotation, a dash and a name is a statement of that name: so press
//     releases end their quotations.
//   - A paragraph that ends with a colon and has a cue or a source but no content introduces the
//     quotation that the next paragraph begins with. So does "From Ana Orlo:".
#include "twosource/speech/statements.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/speech/borders.hpp"
#include "twosource/speech/breaks.hpp"
#include "twosource/speech/forms.hpp"
#include "twosource/speech/no_statement.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

// Letters and digits of `span` that lie in a quotation, and all of them.
struct Letters {
  std::size_t quoted = 0;
  std::size_t all = 0;
};

Letters letters_of(std::string_view text, Span span, std::span<const Quotation> quotations) {
  auto quotation =
      std::partition_point(quotations.begin(), quotations.end(),
                           [&](const Quotation& one) { return one.span.end <= span.begin; });
  Letters letters;
  for (std::uint32_t i = span.begin; i < span.end;) {
    const CodePoint c = code_point_at(text, i);
    if (is_letter(c.value) || is_digit(c.value)) {
      while (quotation != quotations.end() && quotation->content.end <= i) ++quotation;
      ++letters.all;
      if (quotation != quotations.end() && quotation->content.begin <= i) ++letters.quoted;
    }
    i += c.size;
  }
  return letters;
}

Span span_of(const SpeechUnit& unit, TokenRange range) {
  return {unit.tokens[range.begin].span.begin, unit.tokens[range.end - 1].span.end};
}

Span span_of(const SpeechUnit& unit, const Segment& segment) {
  return span_of(unit, TokenRange{segment.begin, segment.end});
}

bool overlap(const Segment& segment, TokenRange range) {
  return segment.begin < range.end && range.begin < segment.end;
}

// Does the statement of the tagger hold any word of the form?
bool touches(const std::vector<Segment>& segments, const LinkedStatement& linked,
             const ReportingForm& form) {
  const TokenRange all{std::min({form.source.begin, form.cue.begin, form.content.begin}),
                       std::max({form.source.end, form.cue.end, form.content.end})};
  return (linked.cue && overlap(segments[*linked.cue], all)) ||
         std::any_of(linked.content.begin(), linked.content.end(),
                     [&](std::size_t i) { return overlap(segments[i], all); });
}

bool has_finite_verb(const SpeechUnit& unit, std::size_t begin, std::size_t end) {
  return std::any_of(unit.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                     unit.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const SpeechToken& token) { return is_finite(token.part); });
}

// "dismissed | claims by Marn that …": nothing of the content is said by whoever dismisses them.
// With "said" before it, the end of the clause may have been missed.
bool is_only_noun(const SpeechUnit& unit, const std::vector<Segment>& segments,
                  const LinkedStatement& linked, const ReportingForm& form) {
  static const std::array<std::uint32_t, 5> says = {
      speech_word_hash("said"), speech_word_hash("says"), speech_word_hash("saying"),
      speech_word_hash("told"), speech_word_hash("added")};
  if (!linked.cue || linked.content.size() != 1) return false;
  const Segment& cue = segments[*linked.cue];
  const Segment& content = segments[linked.content.front()];
  const bool same_end = content.begin <= form.cue.begin && content.end <= form.content.end;
  if (!same_end || form.source.begin < form.cue.end || form.content.begin < form.cue.end)
    return false;
  return std::none_of(unit.tokens.begin() + cue.begin, unit.tokens.begin() + cue.end,
                      [](const SpeechToken& token) {
                        return std::find(says.begin(), says.end(), token.word) != says.end();
                      }) &&
         !has_finite_verb(unit, content.begin, form.cue.begin);
}

// Does one report the other? "Orlo said Marn's claim that … was wrong", "The navy had promised it,
// Marn said."
bool are_nested(const SpeechUnit& unit, const std::vector<Segment>& segments,
                const LinkedStatement& linked, const ReportingForm& form) {
  if (!linked.cue) return false;
  const Segment& cue = segments[*linked.cue];
  const Segment& content = segments[linked.content.front()];
  const std::uint32_t begin = std::min(form.cue.begin, form.content.begin);
  const bool holds = linked.content.size() == 1 && content.begin <= begin &&
                     form.content.end <= content.end && form.cue.end <= content.end &&
                     !is_only_noun(unit, segments, linked, form);
  const bool inside = form.content.begin <= std::min(cue.begin, content.begin) &&
                      std::max(cue.end, segments[linked.content.back()].end) <= form.content.end;
  return holds || inside;
}

// A cue that is a colon and does not introduce speech.
bool is_false_colon(const UnitView& view, const std::vector<Segment>& segments,
                    const LinkedStatement& linked) {
  if (!linked.cue || !linked.source) return false;
  const Segment& cue = segments[*linked.cue];
  if (view.unit.tokens[cue.begin].word != speech_word_hash(":")) return false;
  const Segment& source = segments[*linked.source];
  const Segment& content = segments[linked.content.front()];
  return !is_colon_of_speech(view, {source.begin, source.end}, {content.begin, content.end});
}

bool is_word(const SpeechToken& token) {
  return token.shape != mark_shape;
}

// The tokens of the quotation that the unit begins with: [0, end); 0: it begins with none.
std::uint32_t opening_quotation(const SpeechUnit& unit) {
  const std::int32_t quotation = unit.tokens.front().quotation;
  if (quotation < 0) return 0;
  std::uint32_t end = 0;
  while (end < unit.tokens.size() && unit.tokens[end].quotation == quotation) ++end;
  return end;
}

class Assembler {
 public:
  Assembler(ArticleIndex index, const Article& article, const Analysis& analysis,
            const TaggedText& names, const SpeechTagger& tagger)
      : index_(index), article_(article), analysis_(analysis), names_(names), tagger_(tagger) {}

  // From now on, take what the tagger marks as it is.
  void take_all() { only_said_ = false; }

  void add_unit(const SpeechUnit& unit) {
    const Introduction introduction = std::exchange(introduction_, {});
    if (const auto signed_one = signed_quotation(unit)) {
      statements_.push_back(finish(*signed_one));
      return;
    }
    TaggedUnit tagged = tagger_.tag(unit, analysis_.quotations);
    mend_breaks(unit, tagged.segments);
    mend_borders(unit, tagged.segments);
    const std::vector<Segment>& segments = tagged.segments;
    std::vector<LinkedStatement> linked = tagger_.link(unit, tagged);
    const auto is_none = [&](const LinkedStatement& one) {
      return only_said_ && is_no_statement(unit, segments, one);
    };
    std::erase_if(linked, is_none);
    if (only_said_) add_forms(unit, segments, linked);
    bool introduced = false;
    for (const LinkedStatement& one : part_stitched(unit, segments, linked)) {
      if (is_none(one)) continue;
      Statement statement = statement_of(unit, segments, one);
      if (introduction.is_one && !one.cue && segments[one.content.front()].begin == 0) {
        statement.cue = introduction.cue;
        statement.source = introduction.source;
        introduced = true;
      }
      statements_.push_back(finish(std::move(statement)));
    }
    if (introduction.is_one && !introduced && linked.empty()) add_introduced(unit, introduction);
    introduction_ = introduction_of(unit, tagged.segments, linked);
  }

  std::vector<Statement> take() {
    std::stable_sort(statements_.begin(), statements_.end(),
                     [](const auto& a, const auto& b) { return first_byte(a) < first_byte(b); });
    return std::move(statements_);
  }

 private:
  // What a paragraph that ends with a colon says of the next one.
  struct Introduction {
    bool is_one = false;
    Span cue;
    Span source;
  };
  static constexpr double by_rule = 0.9;             // where the form of the text leaves no doubt
  static constexpr std::uint32_t longest_name = 10;  // tokens

  // What the form of the text says is added, and what the tagger made of the same words dropped.
  // Where it saw another cue, it is believed.
  void add_forms(const SpeechUnit& unit, const std::vector<Segment>& segments,
                 std::vector<LinkedStatement>& linked) {
    const UnitView view{article_.text, names_, unit, first_token_of(unit)};
    std::erase_if(linked,
                  [&](const LinkedStatement& one) { return is_false_colon(view, segments, one); });
    std::vector<ReportingForm> forms;
    if (unit.is_title) {
      if (const auto form = headline_form(view)) forms.push_back(*form);
    } else {
      forms = paragraph_forms(view);
    }
    for (const ReportingForm& form : forms) {
      const auto contradicts = [&](const LinkedStatement& one) {
        if (form.replaces || !one.cue || !touches(segments, one, form) ||
            are_nested(unit, segments, one, form))
          return false;
        if (is_only_noun(unit, segments, one, form)) return false;
        return !overlap(segments[*one.cue], form.cue) || !one.source ||
               overlap(segments[*one.source], form.source);
      };
      if (std::any_of(linked.begin(), linked.end(), contradicts)) continue;
      std::erase_if(linked, [&](const LinkedStatement& one) {
        return touches(segments, one, form) &&
               (form.replaces || !are_nested(unit, segments, one, form));
      });
      Statement statement;
      statement.content = {span_of(unit, form.content)};
      statement.cue = span_of(unit, form.cue);
      statement.source = span_of(unit, form.source);
      statement.score = form.score;
      statements_.push_back(finish(std::move(statement)));
    }
  }

  [[nodiscard]] std::uint32_t first_token_of(const SpeechUnit& unit) const {
    const auto found = std::partition_point(
        names_.tokens.begin(), names_.tokens.end(),
        [&](const Token& token) { return token.span.begin < unit.tokens.front().span.begin; });
    return static_cast<std::uint32_t>(found - names_.tokens.begin());
  }

  // "Orlo said the bridge was safe. “It will hold.”": a quotation that is a sentence of its own,
  // behind one that only reports, may be anybody's: texts are stitched together so. It becomes a
  // statement without a source.
  static std::vector<LinkedStatement> part_stitched(const SpeechUnit& unit,
                                                    const std::vector<Segment>& segments,
                                                    const std::vector<LinkedStatement>& linked) {
    std::vector<LinkedStatement> parted;
    for (const LinkedStatement& one : linked) {
      parted.push_back(one);
      if (!one.cue || is_quoted(unit, segments[one.content.front()])) continue;
      const auto stitched =
          std::find_if(one.content.begin() + 1, one.content.end(), [&](std::size_t i) {
            const SpeechToken& first = unit.tokens[segments[i].begin];
            return segments[*one.cue].end <= segments[i].begin && first.starts_sentence &&
                   first.quote == QuoteState::opens;
          });
      if (stitched == one.content.end()) continue;
      LinkedStatement own;
      own.content.assign(stitched, one.content.end());
      own.score = one.score;
      parted.back().content.erase(parted.back().content.begin() + (stitched - one.content.begin()),
                                  parted.back().content.end());
      parted.push_back(std::move(own));
    }
    return parted;
  }

  static bool is_quoted(const SpeechUnit& unit, const Segment& segment) {
    return std::any_of(unit.tokens.begin() + segment.begin, unit.tokens.begin() + segment.end,
                       [](const SpeechToken& token) { return token.quote != QuoteState::outside; });
  }

  // “…,” – Commissioner Orlo
  [[nodiscard]] std::optional<Statement> signed_quotation(const SpeechUnit& unit) const {
    const std::uint32_t dash = opening_quotation(unit);
    const auto size = static_cast<std::uint32_t>(unit.tokens.size());
    if (dash == 0 || dash + 1 >= size || size - dash > longest_name) return std::nullopt;
    static const std::array<std::uint32_t, 2> dashes = {speech_word_hash("--"),
                                                        speech_word_hash("-")};
    const bool is_dash =
        std::find(dashes.begin(), dashes.end(), unit.tokens[dash].word) != dashes.end();
    const SpeechToken& name = unit.tokens[dash + 1];
    const bool capital = name.shape == capital_shape || name.shape == capitals_shape;
    if (!is_dash || !capital || has_finite_verb(unit, dash + 1, size)) return std::nullopt;
    Statement statement;
    statement.content = {{unit.tokens.front().span.begin, unit.tokens[dash - 1].span.end}};
    statement.cue = unit.tokens[dash].span;
    std::uint32_t end = size;
    while (end > dash + 2 && !is_word(unit.tokens[end - 1])) --end;
    statement.source = {name.span.begin, unit.tokens[end - 1].span.end};
    statement.score = by_rule;
    return statement;
  }

  static Introduction introduction_of(const SpeechUnit& unit, const std::vector<Segment>& segments,
                                      const std::vector<LinkedStatement>& linked) {
    Introduction introduction;
    if (!linked.empty() || unit.tokens.back().word != speech_word_hash(":")) return introduction;
    for (const Segment& segment : segments) {
      const Span span = span_of(unit, segment);
      if (segment.kind == SegmentKind::cue) introduction.cue = span;
      if (segment.kind == SegmentKind::source) introduction.source = span;
    }
    introduction.is_one = !introduction.cue.empty();
    if (!introduction.is_one) return from_someone(unit);
    return introduction;
  }

  // "From Ana Orlo:", "And from the chairwoman:"
  static Introduction from_someone(const SpeechUnit& unit) {
    const auto colon = static_cast<std::uint32_t>(unit.tokens.size() - 1);
    std::uint32_t from = 0;
    if (unit.tokens.front().word == speech_word_hash("and")) ++from;
    if (colon > longest_name || from + 1 >= colon) return {};
    if (unit.tokens[from].word != speech_word_hash("from")) return {};
    return {true,
            unit.tokens[colon].span,
            {unit.tokens[from + 1].span.begin, unit.tokens[colon - 1].span.end}};
  }

  // The next paragraph, where the tagger found nothing in it, if it begins with a quotation.
  void add_introduced(const SpeechUnit& unit, const Introduction& introduction) {
    const std::uint32_t end = opening_quotation(unit);
    if (end == 0) return;
    Statement statement;
    statement.content = {{unit.tokens.front().span.begin, unit.tokens[end - 1].span.end}};
    statement.cue = introduction.cue;
    statement.source = introduction.source;
    statement.score = by_rule;
    statements_.push_back(finish(std::move(statement)));
  }

  [[nodiscard]] static Statement statement_of(const SpeechUnit& unit,
                                              const std::vector<Segment>& segments,
                                              const LinkedStatement& linked) {
    Statement statement;
    for (std::size_t i : linked.content) statement.content.push_back(span_of(unit, segments[i]));
    if (linked.cue) statement.cue = span_of(unit, segments[*linked.cue]);
    if (linked.source) statement.source = span_of(unit, segments[*linked.source]);
    statement.score = linked.score;
    return statement;
  }

  [[nodiscard]] Statement finish(Statement statement) const {
    statement.article = index_;
    statement.kind = statement_kind(article_.text, statement.content, analysis_.quotations);
    const Span first = statement.content.front();
    statement.id =
        make_id("statement", {article_.id, std::to_string(first.begin), std::to_string(first.end),
                              std::to_string(statement.cue.begin)});
    return statement;
  }

  static std::uint32_t first_byte(const Statement& statement) {
    std::uint32_t first = statement.content.front().begin;
    if (!statement.cue.empty()) first = std::min(first, statement.cue.begin);
    if (!statement.source.empty()) first = std::min(first, statement.source.begin);
    return first;
  }

  ArticleIndex index_;
  const Article& article_;
  const Analysis& analysis_;
  const TaggedText& names_;
  const SpeechTagger& tagger_;
  bool only_said_ = true;
  Introduction introduction_;
  std::vector<Statement> statements_;
};

}  // namespace

StatementKind statement_kind(std::string_view text, std::span<const Span> content,
                             std::span<const Quotation> quotations) {
  Letters sum;
  for (Span span : content) {
    const Letters letters = letters_of(text, span, quotations);
    sum.quoted += letters.quoted;
    sum.all += letters.all;
  }
  if (sum.quoted == 0) return StatementKind::indirect;
  return sum.quoted == sum.all ? StatementKind::direct : StatementKind::mixed;
}

namespace {

std::vector<Statement> assemble(Assembler assembler, std::span<const SpeechUnit> units) {
  for (const SpeechUnit& unit : units) assembler.add_unit(unit);
  return assembler.take();
}

}  // namespace

std::vector<Statement> find_statements(ArticleIndex index, const Article& article,
                                       const Analysis& analysis, const TaggedText& tagged,
                                       const SpeechTagger& tagger) {
  if (!is_english(analysis)) return {};
  return assemble(Assembler(index, article, analysis, tagged, tagger),
                  speech_units(article.text, analysis, tagged));
}

std::vector<Statement> find_attributions(ArticleIndex index, const Article& article,
                                         const Analysis& analysis, const TaggedText& tagged,
                                         const SpeechTagger& tagger) {
  if (!is_english(analysis)) return {};
  Assembler assembler(index, article, analysis, tagged, tagger);
  assembler.take_all();
  return assemble(std::move(assembler), speech_units(article.text, analysis, tagged));
}

}  // namespace twosource
