#include "twosource/speech/article_names.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// A text of one sentence a line, with its names marked by hand: [p:Ana Orlo], [o:...], [l:...].
// Parts of speech are told by the first letter: enough for what is tested here.
struct Marked {
  std::string text;
  TaggedText tagged;
  ArticleNames names;
};

Marked gather(std::string_view source) {
  Marked marked;
  marked.text = "nothing new\n";  // the title
  std::vector<std::pair<Span, NameKind>> places;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] != '[') {
      marked.text += source[i];
      continue;
    }
    const std::size_t close = source.find(']', i);
    const char kind = source[i + 1];
    const auto begin = static_cast<std::uint32_t>(marked.text.size());
    marked.text += source.substr(i + 3, close - i - 3);
    places.push_back({{begin, static_cast<std::uint32_t>(marked.text.size())},
                      kind == 'p'   ? NameKind::person
                      : kind == 'o' ? NameKind::organisation
                                    : NameKind::place});
    i = close;
  }
  std::vector<Span> sentences;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i <= marked.text.size(); ++i) {
    if (i < marked.text.size() && marked.text[i] != '\n') continue;
    if (i > begin) sentences.push_back({begin, i});
    begin = i + 1;
  }
  marked.tagged = find_tokens(marked.text, find_words(marked.text), sentences);
  for (Token& token : marked.tagged.tokens) {
    const std::string_view word = slice(marked.text, token.span);
    const bool capital = word[0] >= 'A' && word[0] <= 'Z';
    token.part = word == ","                                     ? PartOfSpeech::comma
                 : word == "."                                   ? PartOfSpeech::stop
                 : word == "the" || word == "The" || word == "a" ? PartOfSpeech::dt
                 : word == "of" || word == "for"                 ? PartOfSpeech::in
                 : word == "'s"                                  ? PartOfSpeech::pos
                 : word == "said"                                ? PartOfSpeech::vbd
                 : capital                                       ? PartOfSpeech::nnp
                                                                 : PartOfSpeech::nn;
  }
  for (const auto& [place, kind] : places) {
    NameMention name;
    name.kind = kind;
    const auto at = [&](std::uint32_t byte) {
      return static_cast<std::uint32_t>(
          std::partition_point(marked.tagged.tokens.begin(), marked.tagged.tokens.end(),
                               [&](const Token& token) { return token.span.end <= byte; }) -
          marked.tagged.tokens.begin());
    };
    name.begin = at(place.begin);
    name.end = at(place.end - 1) + 1;
    marked.tagged.names.push_back(name);
  }
  marked.names = gather_names(marked.text, marked.tagged);
  return marked;
}

TEST_CASE("a family name belongs to the full name, before and behind it") {
  const Marked marked = gather("[p:Orlo] said no\n[p:Ana Orlo] said so\nMs [p:Orlo] said yes");
  REQUIRE(marked.names.entities.size() == 1);
  CHECK(marked.names.entities[0].name == "Ana Orlo");
  CHECK(marked.names.entities[0].mentions.size() == 3);
}

TEST_CASE("with two persons of one family name the title decides, or nobody does") {
  const Marked marked = gather(
      "[p:Anna Orlo] said so\n\n[p:Peter Orlo] said no\n\nMr [p:Orlo] said yes\n\n[p:Orlo] said "
      "so");
  REQUIRE(marked.names.entities.size() == 2);
  CHECK(marked.names.entities[1].mentions.size() == 2);
  CHECK_FALSE(marked.names.mentions[3].entity.has_value());
}

TEST_CASE("family names stand first in some languages") {
  const Marked marked =
      gather("[p:Kim Yong Chol] said so\n[p:Kim] said no\n[p:Kim Yong-chol] said");
  REQUIRE(marked.names.entities.size() == 1);
  CHECK(marked.names.entities[0].mentions.size() == 3);
}

TEST_CASE("initials and the end of a longer name are the organisation") {
  const Marked marked =
      gather("[o:Northern Weather Agency] said so\n[o:NWA] said no\n[o:Weather Agency] said yes");
  REQUIRE(marked.names.entities.size() == 1);
  CHECK(marked.names.entities[0].name == "Northern Weather Agency");
}

TEST_CASE("what stands beside a name says what somebody is") {
  const Marked marked = gather(
      "spokeswoman [p:Ana Orlo] said so\n[p:Leo Marn], the engineer of the bridge, said no\n"
      "The minister, [p:Ida Tessen], said yes");
  REQUIRE(marked.names.entities.size() == 3);
  REQUIRE_FALSE(marked.names.entities[0].roles.empty());
  CHECK(marked.names.entities[0].roles[0].head == "spokesperson");
  CHECK(marked.names.entities[0].gender == Gender::woman);
  REQUIRE_FALSE(marked.names.entities[1].roles.empty());
  CHECK(marked.names.entities[1].roles[0].head == "engineer");
  REQUIRE_FALSE(marked.names.entities[2].roles.empty());
  CHECK(marked.names.entities[2].roles[0].head == "minister");
}

TEST_CASE("a name that is mostly a person's is one everywhere") {
  const Marked marked = gather("[p:Ana Orlo] said so\n[o:Orlo] said no\n[p:Orlo] said yes");
  CHECK(marked.names.entities.size() == 1);
}

TEST_CASE("nothing gives nothing") {
  CHECK(gather_names("", {}).entities.empty());
}

}  // namespace
}  // namespace twosource
