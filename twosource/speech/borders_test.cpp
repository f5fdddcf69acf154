#include "twosource/speech/borders.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "twosource/text/analyze.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

// A paragraph whose segments are marked: "{s:Orlo} {q:said} {c:that it holds} until …". Returns the
// contents after mending, each in brackets.
class Marked {
 public:
  explicit Marked(std::string_view marked) {
    article_.text = "The old town\n\n";
    for (std::size_t i = 0; i < marked.size(); ++i) {
      if (marked[i] == '{') {
        const char kind = marked[i + 1];
        kinds_.push_back(kind == 's'   ? SegmentKind::source
                         : kind == 'q' ? SegmentKind::cue
                                       : SegmentKind::content);
        begins_.push_back(article_.text.size());
        i += 2;
      } else if (marked[i] == '}') {
        ends_.push_back(article_.text.size());
      } else {
        article_.text += marked[i];
      }
    }
    article_.title = {0, 12};
    article_.body = {14, static_cast<std::uint32_t>(article_.text.size())};
    article_.language = "en";
  }

  std::string mended() {
    Analysis analysis = analyze_structure(article_, analyze_words(article_));
    analysis.language = "en";
    const TaggedText tagged = TextTagger().tag(article_, analysis);
    const SpeechUnit unit = speech_units(article_.text, analysis, tagged).back();
    std::vector<Segment> segments;
    for (std::size_t s = 0; s < kinds_.size(); ++s) segments.push_back(segment(unit, s));
    mend_borders(unit, segments);
    std::string contents;
    for (const Segment& each : segments) {
      if (each.kind != SegmentKind::content) continue;
      contents += "[";
      contents += slice(article_.text,
                        {unit.tokens[each.begin].span.begin, unit.tokens[each.end - 1].span.end});
      contents += "]";
    }
    return contents;
  }

 private:
  [[nodiscard]] Segment segment(const SpeechUnit& unit, std::size_t s) const {
    Segment segment{kinds_[s], 0, 0};
    while (unit.tokens[segment.begin].span.begin < begins_[s]) ++segment.begin;
    segment.end = segment.begin;
    while (segment.end < unit.tokens.size() && unit.tokens[segment.end].span.end <= ends_[s])
      ++segment.end;
    return segment;
  }

  Article article_;
  std::vector<SegmentKind> kinds_;
  std::vector<std::size_t> begins_;
  std::vector<std::size_t> ends_;
};

TEST_CASE("a content takes the marks that stand beside it") {
  CHECK(Marked("{s:Orlo} {q:said}: “{c:We were never asked.}”").mended() ==
        "[“We were never asked.”]");
  CHECK(Marked("{s:Orlo} {q:said}: {c:“We were never asked.}”").mended() ==
        "[“We were never asked.”]");
}

TEST_CASE("what a noun reports ends before the verb of the sentence") {
  CHECK(Marked("{s:Orlo’s} {q:claim} {c:that the bridge was closed was denied}.").mended() ==
        "[that the bridge was closed]");
  CHECK(Marked("{s:Orlo} {q:said} {c:that the bridge was closed and was safe}.").mended() ==
        "[that the bridge was closed and was safe]");
}

TEST_CASE("what someone says in a relative clause ends with it") {
  CHECK(Marked("Marn, {s:who} {q:called} {c:the plan “reckless”, will meet her on Friday}.")
            .mended() == "[the plan “reckless”]");
}

TEST_CASE("a quotation that is a sentence ends with its mark") {
  CHECK(Marked("{s:They} {q:sang} {c:“Bring the ferry home” as the boat came in}.").mended() ==
        "[“Bring the ferry home”]");
  CHECK(Marked("{s:They} {q:asked for} {c:“peace and quiet” in the old town}.").mended() ==
        "[“peace and quiet” in the old town]");
}

}  // namespace
}  // namespace twosource
