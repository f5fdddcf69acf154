// Who is this?
//
// News introduces a person by the full name or by name and office, and says the family name from
// then on. Where the family name alone comes first, the sentence that introduced it is missing. The
// same holds for "the spokesman said" where no spokesman was mentioned.
//
// Headlines shorten names, so the title introduces nobody by a family name, but does by a full one.
// A bare name is only sure to lack its introduction if the story, elsewhere, has the full name; or
// if it is a listed family name, or stands beside somebody with office and full name, as the
// subject of its sentence. Whom several articles of the story call by the bare name at once needs
// none.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include <fmt/format.h>

#include "twosource/flag/kinds.hpp"
#include "twosource/speech/person_name.hpp"
#include "twosource/speech/roles.hpp"
#include "twosource/text/name_lists.hpp"

namespace twosource {
namespace {

constexpr std::size_t longest_office = 8;  // tokens between "and" and a name

class Search {
 public:
  explicit Search(const ArticleReading& article) : article_(article) {}

  [[nodiscard]] std::vector<Flag> find() const {
    std::vector<Flag> flags;
    find_names(flags);
    find_roles(flags);
    return flags;
  }

 private:
  [[nodiscard]] const Entity& entity_of(const ReadMention& mention) const {
    return article_.report().entities[mention.entity];
  }
  [[nodiscard]] bool is_full(const ReadMention& mention) const {
    return parse_person_name(article_.text_of(mention.span)).is_full();
  }

  // --- names ----------------------------------------------------------------------------------

  void find_names(std::vector<Flag>& flags) const {
    std::set<EntityIndex> seen;
    const std::uint32_t body = article_.article().body.begin;
    for (const ReadMention& mention : article_.mentions()) {
      if (entity_of(mention).kind != NameKind::person) continue;
      if (mention.span.begin < body) {
        if (is_full(mention)) seen.insert(mention.entity);
        continue;
      }
      if (!seen.insert(mention.entity).second) continue;
      if (is_full(mention) || article_.in_quotation(mention.span.begin)) continue;
      if (!lacks_introduction(mention) || is_household_name(mention.entity)) continue;
      flags.push_back(flag_of(mention));
    }
  }

  [[nodiscard]] bool lacks_introduction(const ReadMention& mention) const {
    const std::uint32_t token = article_.token_at(mention.span.begin);
    const std::uint32_t behind = article_.token_at(mention.span.end);
    if (is_introduced_before(token) || is_introduced_behind(behind)) return false;
    if (parse_person_name(entity_of(mention).name).is_full())
      return is_subject(behind) || comes_back_in_full(mention);
    return is_subject(behind) && (is_family_name(token) || stands_beside_introduced(behind));
  }

  // "Orlo and Foreign Minister Ana Marn": the other one of the two is introduced.
  [[nodiscard]] bool stands_beside_introduced(std::uint32_t behind) const {
    if (article_.part(behind) != PartOfSpeech::cc) return false;
    const auto& tokens = article_.tagged().tokens;
    const auto last = std::min<std::size_t>(behind + longest_office, tokens.size() - 1);
    for (const ReadMention& mention :
         article_.mentions_in({tokens[behind].span.end, tokens[last].span.end})) {
      if (entity_of(mention).kind == NameKind::person)
        return is_full(mention) && is_introduced_before(article_.token_at(mention.span.begin));
    }
    return false;
  }

  // Everybody knows who it is: more than one article of the story begins with the bare name.
  [[nodiscard]] bool is_household_name(EntityIndex entity) const {
    std::size_t bare = 0;
    const auto& mentions = article_.report().entities[entity].mentions;
    std::set<ArticleIndex> seen;
    for (const ArticleSpan& mention : mentions) {
      const Article& article = article_.report().articles[mention.article];
      if (mention.span.begin < article.body.begin || !seen.insert(mention.article).second) continue;
      if (!parse_person_name(slice(article.text, mention.span)).is_full()) ++bare;
    }
    return bare > 1;
  }

  // "Minister Orlo", "the player Orlo"; "Mr Orlo" is none.
  [[nodiscard]] bool is_introduced_before(std::uint32_t token) const {
    if (token == 0) return false;
    const auto role = role_phrase(article_.text(), article_.tagged(), token - 1);
    if (role) return true;
    const PartOfSpeech before = article_.part(token - 1);
    return is_proper_noun(before) && !is_courtesy(article_.word(token - 1));
  }

  static bool is_courtesy(const std::string& word) {
    return word == "mr" || word == "mr." || word == "mrs" || word == "mrs." || word == "ms" ||
           word == "ms.";
  }

  // "Orlo, the minister", "Orlo (Greens)".
  [[nodiscard]] bool is_introduced_behind(std::uint32_t behind) const {
    if (behind + 1 >= article_.tagged().tokens.size()) return false;
    const PartOfSpeech p = article_.part(behind);
    return p == PartOfSpeech::open_bracket ||
           (p == PartOfSpeech::comma && !is_verb(article_.part(behind + 1)));
  }

  // A verb follows, or "and" with another name: not "the Orlo plan".
  [[nodiscard]] bool is_subject(std::uint32_t behind) const {
    if (behind + 1 >= article_.tagged().tokens.size()) return false;
    const PartOfSpeech p = article_.part(behind);
    if (is_finite(p)) return true;
    return p == PartOfSpeech::cc || (is_adverb(p) && is_finite(article_.part(behind + 1)));
  }

  [[nodiscard]] bool is_family_name(std::uint32_t token) const {
    const NameListSet lists = NameLists::world().of(article_.tagged().tokens[token].hash);
    const auto has = [&](NameList list) {
      return (lists >> static_cast<unsigned>(list) & 1U) != 0;
    };
    return has(NameList::family) && !has(NameList::given) && !has(NameList::territory) &&
           !has(NameList::city);
  }

  // The introduction stands behind: the order of the passages is not that of one writer.
  [[nodiscard]] bool comes_back_in_full(const ReadMention& mention) const {
    return std::any_of(article_.mentions().begin(), article_.mentions().end(),
                       [&](const ReadMention& other) {
                         return other.entity == mention.entity && other.span > mention.span &&
                                !article_.in_quotation(other.span.begin) && is_full(other);
                       });
  }

  [[nodiscard]] Flag flag_of(const ReadMention& mention) const {
    const std::string_view name = article_.text_of(mention.span);
    const Entity& entity = entity_of(mention);
    std::string note = fmt::format("“{}” is not introduced before.", name);
    std::vector<ArticleSpan> spans = {{article_.index(), mention.span}};
    if (parse_person_name(entity.name).is_full()) {
      note = fmt::format("“{}” is not introduced before; the story knows {}.", name, entity.name);
      for (const ArticleSpan& other : entity.mentions) {
        const std::string_view form =
            slice(article_.report().articles[other.article].text, other.span);
        if (!parse_person_name(form).is_full()) continue;
        spans.push_back(other);
        break;
      }
    }
    Reason reason{"first_mention", "the first mention is the family name alone", std::move(spans)};
    return make_flag(article_, FlagKind::unintroduced_name, mention.span, std::move(note),
                     {std::move(reason)});
  }

  // --- roles ----------------------------------------------------------------------------------

  void find_roles(std::vector<Flag>& flags) const {
    std::set<std::string> seen;
    for (const ReadSentence& sentence :
         article_.sentences().subspan(std::min<std::size_t>(1, article_.sentences().size()))) {
      for (const Statement* statement : article_.statements_in(sentence.span)) {
        if (statement->source.empty() || !sentence.span.contains(statement->source)) continue;
        if (statement->speaker && statement->speaker->entity) continue;
        const auto role = definite_source(*statement);
        if (!role || !seen.insert(*role).second) continue;
        if (is_mentioned_before(*role, statement->source)) continue;
        flags.push_back(flag_of(*statement, *role));
      }
    }
  }

  // "The spokesman", "the official": a role that is no more than that.
  [[nodiscard]] std::optional<std::string> definite_source(const Statement& statement) const {
    static const std::set<std::string_view> heads = {
        "spokesperson", "official", "source",  "analyst",  "expert",     "aide",
        "adviser",      "advisor",  "witness", "analysts", "researcher", "professor"};
    const std::uint32_t first = article_.token_at(statement.source.begin);
    const std::uint32_t end = article_.token_at(statement.source.end);
    if (end != first + 2 || article_.word(first) != "the") return std::nullopt;
    // By the word alone: in front of an adverb the tagger takes "official" for an adjective.
    std::string head = neutral_noun(article_.word(first + 1));
    if (!heads.contains(head)) return std::nullopt;
    return head;
  }

  [[nodiscard]] bool is_mentioned_before(const std::string& head, Span source) const {
    const std::uint32_t end = article_.token_at(source.begin);
    for (std::uint32_t i = 0; i < end; ++i) {
      const auto other = role_phrase(article_.text(), article_.tagged(), i);
      if (other && other->role.head == head) return true;
    }
    return false;
  }

  [[nodiscard]] Flag flag_of(const Statement& statement, const std::string& role) const {
    const std::string_view words = article_.text_of(statement.source);
    Reason reason{"first_mention",
                  fmt::format("no {} is mentioned before", role),
                  {{article_.index(), statement.source}}};
    return make_flag(article_, FlagKind::unintroduced_name, statement.source,
                     fmt::format("Nobody before is introduced whom “{}” could mean.", words),
                     {std::move(reason)});
  }

  const ArticleReading& article_;
};

}  // namespace

std::vector<Flag> find_unintroduced_names(const ArticleReading& article) {
  return Search(article).find();
}

}  // namespace twosource
