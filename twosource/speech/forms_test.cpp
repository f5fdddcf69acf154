#include "twosource/speech/forms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/speech/attribute.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

// An English article: a headline and paragraphs.
struct Sample {
  Article article;
  Analysis analysis;

  Sample(const std::string& title, const std::string& body) {
    article.text = title + "\n\n" + body;
    article.title = {0, static_cast<std::uint32_t>(title.size())};
    article.body = {static_cast<std::uint32_t>(title.size()) + 2,
                    static_cast<std::uint32_t>(article.text.size())};
    article.language = "en";
    analysis = analyze_structure(article, analyze_words(article));
    analysis.language = "en";
  }
};

// The words of the headline's form: "speaker | words"; "none".
std::string headline(const std::string& title) {
  const Sample sample(title, "Anna Orlo, the mayor of Selne, met Leo Marn in the old town.");
  const TaggedText tagged = TextTagger().tag(sample.article, sample.analysis);
  const std::vector<SpeechUnit> units = speech_units(sample.article.text, sample.analysis, tagged);
  REQUIRE(units.front().is_title);
  const auto form = headline_form({sample.article.text, tagged, units.front(), 0});
  if (!form) return "none";
  const auto words = [&](TokenRange range) {
    const auto& tokens = units.front().tokens;
    return std::string(slice(sample.article.text,
                             {tokens[range.begin].span.begin, tokens[range.end - 1].span.end}));
  };
  return words(form->source) + " | " + words(form->content);
}

TEST_CASE("a headline's colon stands behind a speaker or before one") {
  CHECK(headline("Police: driver was asleep") == "Police | driver was asleep");
  CHECK(headline("Driver was asleep: police") == "police | Driver was asleep");
  CHECK(headline("Orlo: bridge ‘will hold’") == "Orlo | bridge ‘will hold’");
  CHECK(headline("‘We were never asked’: Orlo on the tolls") == "Orlo | ‘We were never asked’");
}

TEST_CASE("a headline's colon stands behind a topic, too") {
  CHECK(headline("Ferry: what we know") == "none");
  CHECK(headline("Orlo: mayor opens bridge") == "none");
  CHECK(headline("Selne: Three injured as cable snaps") == "none");
  CHECK(headline("Mayor opens bridge at noon") == "none");
  CHECK(headline("One: two: three") == "none");
}

bool on_border(std::string_view text, std::uint32_t byte) {
  return byte >= text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
}

void check_span(std::string_view text, Span span) {
  CHECK(span.begin <= span.end);
  CHECK(span.end <= text.size());
  CHECK(on_border(text, span.begin));
  CHECK(on_border(text, span.end));
}

// A mark that no part of any statement holds.
bool is_free(const std::vector<Statement>& statements, std::uint32_t byte) {
  return std::none_of(statements.begin(), statements.end(), [&](const Statement& one) {
    const auto holds = [&](Span span) { return span.begin <= byte && byte < span.end; };
    return holds(one.cue) || holds(one.source) ||
           std::any_of(one.content.begin(), one.content.end(), holds);
  });
}

// All of what stands between two marks is never a content without them.
void check_marks(const Sample& sample, const std::vector<Statement>& statements) {
  for (const Quotation& quotation : sample.analysis.quotations) {
    const bool left_out = quotation.closed && is_free(statements, quotation.span.begin) &&
                          is_free(statements, quotation.span.end - 1);
    if (!left_out) continue;
    for (const Statement& one : statements) {
      for (const Span content : one.content) CHECK(content != quotation.content);
    }
  }
}

void check_laws(const Sample& sample) {
  const std::vector<Story> stories = {{.id = "story", .articles = {0}}};
  const std::vector<Article> articles = {sample.article};
  const std::vector<Analysis> analyses = {sample.analysis};
  const std::vector<TaggedText> tagged = tag_stories(articles, analyses, stories, Jobs{1});
  const Speech speech = attribute_speech({articles, analyses, stories, tagged, Jobs{1}});
  const std::string& text = sample.article.text;
  std::uint32_t last = 0;
  for (const Statement& one : speech.statements) {
    check_span(text, one.cue);
    check_span(text, one.source);
    CHECK_FALSE((!one.cue.empty() && one.cue.overlaps(one.source)));
    std::uint32_t first = one.content.front().begin;
    for (const Span part : {one.cue, one.source})
      if (!part.empty()) first = std::min(first, part.begin);
    CHECK(first >= last);
    last = first;
    std::uint32_t end = 0;
    for (const Span content : one.content) {
      check_span(text, content);
      CHECK(content.begin >= end);
      CHECK(content.begin < content.end);
      CHECK_FALSE(content.overlaps(one.cue));
      CHECK_FALSE(content.overlaps(one.source));
      end = content.end;
    }
  }
  check_marks(sample, speech.statements);
}

TEST_CASE("whatever is said in whatever form, statements lie in the text, in order, with marks") {
  const std::vector<std::string> pieces = {"“",
                                           "”",
                                           "\"",
                                           "‘",
                                           "’",
                                           "said",
                                           "Orlo",
                                           ",",
                                           ".",
                                           "that",
                                           "the",
                                           "bridge",
                                           "\n\n",
                                           ":",
                                           "café",
                                           "claim",
                                           "by",
                                           "Anna",
                                           "will",
                                           "hold",
                                           "–",
                                           "in the words of",
                                           "what",
                                           "called",
                                           "according to",
                                           "sources",
                                           "who",
                                           "was",
                                           "’s",
                                           "not",
                                           "only",
                                           "police",
                                           "warning",
                                           "asked",
                                           "declined to comment",
                                           "From",
                                           "and"};
  for (std::uint32_t seed = 1; seed <= 250; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto words = [&](std::size_t longest) {
      std::string text = "The";
      for (std::size_t i = random() % longest; i > 0; --i) {
        if (random() % 4 != 0) text += " ";
        text += pieces[random() % pieces.size()];
      }
      return text;
    };
    std::string title = words(8);
    title.erase(std::remove(title.begin(), title.end(), '\n'), title.end());
    check_laws(Sample(title, words(60)));
  }
}

}  // namespace
}  // namespace twosource
