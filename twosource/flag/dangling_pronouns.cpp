// Is there anybody whom "he" can mean?
//
// A sentence that was lifted out of another text keeps its pronouns and loses what they stood for.
// Only a pronoun at the head of a sentence is judged, outside of quotations, behind no more than
// "but" or "later":
//
//   he, she     nobody in this paragraph and the two before can be meant; or several can, and
//               neither does one of them lead the sentence before nor has `speech` found whom
//               the words belong to
//   they        report something, but nobody before is several, and no organisation or country
//   that, this  "appeared to be a reference to", and nothing before was said
//   we, I       in the reporter's own words, though the text speaks of itself nowhere else
//
// Persons, in contrast to things, are named before they are "he", so the lack of a name is proof. A
// thing may be a whole sentence: for "it" there is always something, and nothing is flagged.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "twosource/flag/kinds.hpp"
#include "twosource/speech/person_name.hpp"
#include "twosource/speech/roles.hpp"

namespace twosource {
namespace {

// So many paragraphs before its own can name whom a pronoun means.
constexpr std::uint32_t paragraphs_back = 3;

bool can_be(Gender one, Gender other) {
  return one == Gender::unknown || other == Gender::unknown || one == other;
}

struct Opening {
  std::uint32_t token = 0;
  std::string form;
};

class Search {
 public:
  explicit Search(const ArticleReading& article) : article_(article) {}

  [[nodiscard]] std::vector<Flag> find() const {
    std::vector<Flag> flags;
    const auto sentences = article_.sentences();
    for (std::size_t s = 1; s < sentences.size(); ++s) {
      auto opening = opening_of(sentences[s]);
      if (!opening) opening = source_of(sentences[s]);
      if (!opening) continue;
      if (auto flag = judge(s, *opening)) flags.push_back(std::move(*flag));
    }
    return flags;
  }

 private:
  // The pronoun that leads the sentence, behind "but", "later" and the like.
  [[nodiscard]] std::optional<Opening> opening_of(const ReadSentence& sentence) const {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (article_.in_quotation(article_.tagged().tokens[i].span.begin)) return std::nullopt;
      const PartOfSpeech p = article_.part(i);
      if (p == PartOfSpeech::prp || p == PartOfSpeech::dt) return Opening{i, article_.word(i)};
      if (p != PartOfSpeech::cc && !is_adverb(p) && p != PartOfSpeech::comma) return std::nullopt;
    }
    return std::nullopt;
  }

  // The pronoun that a quotation at the head of the sentence is given to: "…", he said.
  [[nodiscard]] std::optional<Opening> source_of(const ReadSentence& sentence) const {
    if (sentence.begin == sentence.end ||
        !article_.in_quotation(article_.tagged().tokens[sentence.begin].span.begin)) {
      return std::nullopt;
    }
    for (const Statement* statement : article_.statements_in(sentence.span)) {
      if (statement->source.empty() || !sentence.span.contains(statement->source)) continue;
      const std::uint32_t token = article_.token_at(statement->source.begin);
      const std::string form = article_.word(token);
      if (form == "he" || form == "she") return Opening{token, form};
      return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Flag> judge(std::size_t s, const Opening& opening) const {
    const std::string& form = opening.form;
    if (form == "he") return judge_person(s, opening, Gender::man);
    if (form == "she") return judge_person(s, opening, Gender::woman);
    if (form == "they") return judge_they(s, opening);
    if (form == "that" || form == "this") return judge_reference(s, opening);
    if (form == "we" || form == "i") return judge_first_person(s, opening);
    return std::nullopt;
  }

  [[nodiscard]] Flag flag_of(std::size_t s, const Opening& opening, std::string note,
                             const char* code, std::string why) const {
    const Span pronoun = article_.tagged().tokens[opening.token].span;
    Reason reason{code, std::move(why), {{article_.index(), pronoun}}};
    return make_flag(article_, FlagKind::dangling_pronoun, article_.sentences()[s].span,
                     std::move(note), {std::move(reason)});
  }

  [[nodiscard]] std::string_view shown(const Opening& opening) const {
    return article_.form(opening.token);
  }

  // --- he, she --------------------------------------------------------------------------------

  // Who can be meant by words of a sentence outside of quotations.
  struct Persons {
    std::set<std::uint32_t> named;
    bool described = false;  // "the guard", "he"
    bool lead = false;       // one of them leads the sentence as its subject
  };

  [[nodiscard]] Gender gender_of_entity(EntityIndex entity) const {
    const Entity& each = article_.report().entities[entity];
    Gender gender = gender_of(parse_person_name(each.name));
    for (const NameVariant& variant : each.variants) {
      if (gender == Gender::unknown) gender = gender_of(parse_person_name(variant.name));
    }
    return gender;
  }

  [[nodiscard]] bool may_be_person(EntityIndex entity, Gender gender) const {
    const Entity& each = article_.report().entities[entity];
    return each.kind == NameKind::person && can_be(gender_of_entity(entity), gender);
  }

  [[nodiscard]] Persons persons_of(const ReadSentence& sentence, Gender gender) const {
    Persons persons;
    for (const ReadMention& mention : article_.mentions_in(sentence.span)) {
      if (!may_be_person(mention.entity, gender)) continue;
      if (article_.in_quotation(mention.span.begin)) continue;
      persons.named.insert(mention.entity);
    }
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (article_.in_quotation(article_.tagged().tokens[i].span.begin)) continue;
      const std::string word = article_.word(i);
      const bool same = gender == Gender::man ? word == "he" || word == "his" || word == "him"
                                              : word == "she" || word == "her";
      if (same) persons.described = true;
      const auto role = role_phrase(article_.text(), article_.tagged(), i);
      if (role && !role->plural && can_be(role->gender, gender)) persons.described = true;
    }
    persons.lead = leads(sentence, gender);
    return persons;
  }

  // Does the sentence begin with a person alone, by name, role or pronoun, whom its verb follows?
  [[nodiscard]] bool leads(const ReadSentence& sentence, Gender gender) const {
    std::uint32_t end = sentence.begin;
    while (end < sentence.end && !is_finite(article_.part(end))) ++end;
    bool person = false;
    for (std::uint32_t i = sentence.begin; i < end; ++i) {
      // "Orlo and Marn": none of the two alone.
      if (article_.part(i) == PartOfSpeech::cc && person) return false;
      const std::string word = article_.word(i);
      if (word == (gender == Gender::man ? "he" : "she")) person = true;
      const auto role = role_phrase(article_.text(), article_.tagged(), i);
      if (role && !role->plural && can_be(role->gender, gender)) person = true;
      for (const ReadMention& mention : article_.mentions_in(article_.tagged().tokens[i].span))
        person = person || may_be_person(mention.entity, gender);
    }
    return person;
  }

  // Has `speech` found out whose words a statement with this pronoun as its source are?
  [[nodiscard]] bool is_resolved(std::size_t s, const Opening& opening) const {
    const Span pronoun = article_.tagged().tokens[opening.token].span;
    for (const Statement* statement : article_.statements_in(article_.sentences()[s].span)) {
      if (statement->source.overlaps(pronoun)) return statement->speaker.has_value();
    }
    return false;
  }

  // Did somebody who can be meant say what the sentence tells?
  [[nodiscard]] bool has_speaker(const ReadSentence& sentence, Gender gender) const {
    for (const Statement* statement : article_.statements_in(sentence.span)) {
      // What only another article tells is not before the reader's eyes.
      if (!statement->speaker || statement->resolved_by == ResolvedBy::across_articles) continue;
      const auto entity = statement->speaker->entity;
      if (!entity || may_be_person(*entity, gender)) return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<Flag> judge_person(std::size_t s, const Opening& opening,
                                                 Gender gender) const {
    if (is_resolved(s, opening)) return std::nullopt;
    const auto sentences = article_.sentences();
    const std::uint32_t here = sentences[s].paragraph;
    for (std::size_t before = s; before-- > 0;) {
      const ReadSentence& other = sentences[before];
      if (before > 0 && other.paragraph + paragraphs_back < here) break;
      const Persons persons = persons_of(other, gender);
      if (persons.named.empty() && !persons.described && !has_speaker(other, gender)) continue;
      if (is_open(s, before, persons)) {
        return flag_of(s, opening,
                       fmt::format("“{}” can be several persons: the sentence before leads with "
                                   "none of them.",
                                   shown(opening)),
                       "several_meant", "more than one of those named before can be meant");
      }
      return std::nullopt;
    }
    return flag_of(
        s, opening,
        fmt::format("Nobody is named shortly before whom “{}” could mean.", shown(opening)),
        "nobody_meant", "no person that fits is named in the paragraphs before");
  }

  // Only what somebody reports with a pronoun, right behind a sentence that names two or more and
  // leads with none: elsewhere the reader knows from the matter who is meant.
  [[nodiscard]] bool is_open(std::size_t s, std::size_t before, const Persons& persons) const {
    return before + 1 == s && persons.named.size() > 1 && !persons.lead && reports(s);
  }

  // Is the sentence what somebody said, by the pronoun or by nobody who is known?
  [[nodiscard]] bool reports(std::size_t s) const {
    const auto statements = article_.statements_in(article_.sentences()[s].span);
    return !statements.empty() &&
           std::none_of(statements.begin(), statements.end(), [](const Statement* statement) {
             return statement->speaker && statement->speaker->entity;
           });
  }

  // --- they -----------------------------------------------------------------------------------

  [[nodiscard]] std::optional<Flag> judge_they(std::size_t s, const Opening& opening) const {
    if (is_resolved(s, opening)) return std::nullopt;
    const Span pronoun = article_.tagged().tokens[opening.token].span;
    const auto statements = article_.statements_in(article_.sentences()[s].span);
    const bool source = std::any_of(
        statements.begin(), statements.end(),
        [&](const Statement* statement) { return statement->source.overlaps(pronoun); });
    if (!source) return std::nullopt;
    const auto sentences = article_.sentences();
    const std::uint32_t here = sentences[s].paragraph;
    for (std::size_t before = s; before-- > 0;) {
      const ReadSentence& other = sentences[before];
      if (before > 0 && other.paragraph + 1 < here) break;
      if (has_several(other, s)) return std::nullopt;
    }
    return flag_of(s, opening,
                   fmt::format("Nobody shortly before can say something as “{}”.", shown(opening)),
                   "nobody_meant", "no group, organisation or pair of persons stands before");
  }

  // Can somebody in a sentence be "they", and is not spoken of in sentence `s` itself?
  [[nodiscard]] bool has_several(const ReadSentence& sentence, std::size_t s) const {
    static const std::set<std::string_view> pronouns = {"they", "their", "them", "who"};
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const auto role = role_phrase(article_.text(), article_.tagged(), i);
      if (pronouns.contains(article_.word(i)) || article_.part(i) == PartOfSpeech::nnps ||
          (role && role->plural)) {
        return true;
      }
    }
    const auto statements = article_.statements_in(sentence.span);
    return std::any_of(statements.begin(), statements.end(),
                       [&](const Statement* statement) { return has_group(*statement); }) ||
           names_several(sentence, s);
  }

  // Is the speaker a group, or somebody unnamed, who may be one?
  [[nodiscard]] bool has_group(const Statement& statement) const {
    return statement.speaker &&
           (!statement.speaker->entity || is_group(*statement.speaker->entity));
  }

  // Organisations may stand anywhere; two persons must not be those that the sentence is about.
  [[nodiscard]] bool names_several(const ReadSentence& sentence, std::size_t s) const {
    std::set<EntityIndex> spoken_of;
    for (const ReadMention& mention : article_.mentions_in(article_.sentences()[s].span))
      spoken_of.insert(mention.entity);
    std::set<EntityIndex> persons;
    for (const ReadMention& mention : article_.mentions_in(sentence.span)) {
      const NameKind kind = article_.report().entities[mention.entity].kind;
      if (kind == NameKind::organisation) return true;
      const bool meant = !spoken_of.contains(mention.entity) && !is_named_in_text(mention, s);
      if (kind == NameKind::person && meant) persons.insert(mention.entity);
    }
    return persons.size() >= 2;
  }

  [[nodiscard]] bool is_group(EntityIndex entity) const {
    return article_.report().entities[entity].kind != NameKind::person;
  }

  // "Kim-Trump summit" is no mention of either, but it names both.
  [[nodiscard]] bool is_named_in_text(const ReadMention& mention, std::size_t s) const {
    const std::string_view name = article_.text_of(mention.span);
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    return article_.text_of(article_.sentences()[s].span).find(last) != std::string_view::npos;
  }

  // --- that, this -----------------------------------------------------------------------------

  // "That appeared to be a reference to": to words, so some must have been said.
  [[nodiscard]] std::optional<Flag> judge_reference(std::size_t s, const Opening& opening) const {
    const ReadSentence& sentence = article_.sentences()[s];
    if (opening.token + 1 >= sentence.end || !is_finite(article_.part(opening.token + 1)))
      return std::nullopt;
    if (s > 1 && (!refers(sentence, opening.token) || quotes_before(s))) return std::nullopt;
    return flag_of(s, opening,
                   fmt::format("Nothing was quoted before that “{}” could mean.", shown(opening)),
                   "nothing_meant", "a reference to words, and none stand before it");
  }

  [[nodiscard]] bool refers(const ReadSentence& sentence, std::uint32_t token) const {
    static const std::set<std::string_view> words = {"reference", "allusion", "swipe", "nod",
                                                     "jab"};
    const std::uint32_t end = std::min(sentence.end, token + 8);
    for (std::uint32_t i = token; i < end; ++i) {
      if (words.contains(article_.word(i))) return true;
    }
    return false;
  }

  [[nodiscard]] bool quotes_before(std::size_t s) const {
    const auto sentences = article_.sentences();
    for (std::size_t before = s; before-- > 1;) {
      if (sentences[before].paragraph + 1 < sentences[s].paragraph) return false;
      if (sentences[before].quoted > 0) return true;
    }
    return false;
  }

  // --- we, I ----------------------------------------------------------------------------------

  [[nodiscard]] std::optional<Flag> judge_first_person(std::size_t s,
                                                       const Opening& opening) const {
    const auto sentences = article_.sentences();
    std::size_t speaks = 0;
    for (std::size_t other = 1; other < sentences.size(); ++other)
      speaks += speaks_of_itself(sentences[other]) ? 1 : 0;
    if (speaks != 1 || !article_.statements_in(sentences[s].span).empty()) return std::nullopt;
    return flag_of(s, opening,
                   fmt::format("Nobody speaks here who could say “{}”: it stands outside of "
                               "quotation marks.",
                               shown(opening)),
                   "nobody_speaks", "the text speaks of itself nowhere else");
  }

  [[nodiscard]] bool speaks_of_itself(const ReadSentence& sentence) const {
    static const std::set<std::string_view> words = {"we", "i",   "our",  "us",  "me",
                                                     "my", "i'm", "i've", "ours"};
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const PartOfSpeech p = article_.part(i);
      if (p != PartOfSpeech::prp && p != PartOfSpeech::prps) continue;
      if (words.contains(article_.word(i)) &&
          !article_.in_quotation(article_.tagged().tokens[i].span.begin)) {
        return true;
      }
    }
    return false;
  }

  const ArticleReading& article_;
};

}  // namespace

std::vector<Flag> find_dangling_pronouns(const ArticleReading& article) {
  return Search(article).find();
}

}  // namespace twosource
