// Who is who inside one article.
//
//   1. Every full name of a person ("Ana Orlo", "Kim Jong-un") is compared with those before it.
//   2. A single name ("Orlo", "Mr Kim") belongs to the one person who has it as a family name,
//      wherever in the text that person is introduced: headlines come first and say only "Orlo".
//      Where several have it, title ("Ms", "Chairman") and the paragraph decide, or nobody does.
//   3. What stands beside a name says what the person is: "spokesman Leo Marn", "Orlo, the mayor of
//      Selne, ...". Such roles find later who "the spokesman" is (speakers.cpp).
//   4. Organisations are one by their words, by initials that stand in brackets or are those of the
//      words, and by a shorter form that only one of them ends with. Places are one by their words.
//
// A tagger of names sees one place at a time, so a name may be a person here and a place there: the
// kind that most of its mentions have is the kind of all.
#include "twosource/speech/article_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "twosource/base/unicode.hpp"
#include "twosource/text/lexicon.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr std::uint32_t longest_apposition = 14;  // tokens until the head of what stands behind

std::string_view form(std::string_view text, const TaggedText& tagged, std::uint32_t token) {
  return slice(text, tagged.tokens[token].span);
}

PartOfSpeech part(const TaggedText& tagged, std::uint32_t token) {
  return tagged.tokens[token].part;
}

bool is_capitals(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(),
                                        [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

class Gatherer {
 public:
  Gatherer(std::string_view text, const TaggedText& tagged) : text_(text), tagged_(tagged) {}

  ArticleNames gather() {
    collect();
    agree_on_kinds();
    add_full_names();
    add_single_names();
    add_things();
    finish();
    return std::move(names_);
  }

 private:
  void collect() {
    title_end_ = tagged_.sentence_ends.empty() ? 0 : tagged_.sentence_ends.front();
    std::vector<NameMention> names;
    for (const NameMention& name : tagged_.names) {
      if (name.kind != NameKind::people && name.kind != NameKind::other) names.push_back(name);
    }
    add_missed(names);
    for (const NameMention& name : names) {
      ArticleMention mention;
      mention.begin = name.begin;
      mention.end = name.end;
      mention.kind = name.kind;
      while (mention.end > mention.begin + 1 &&
             (part(tagged_, mention.end - 1) == PartOfSpeech::pos || !is_word(mention.end - 1))) {
        --mention.end;
      }
      mention.span = {tagged_.tokens[mention.begin].span.begin,
                      tagged_.tokens[mention.end - 1].span.end};
      names_.mentions.push_back(mention);
      forms_.push_back(std::string(slice(text_, mention.span)));
      persons_.push_back(parse_person_name(forms_.back()));
    }
  }

  // The tagger finds "Ana Orlo" and now and then misses "Orlo": a capitalised word that is the
  // family name of somebody whom the article introduces in full is a name.
  void add_missed(std::vector<NameMention>& names) const {
    std::set<std::string> family_names;
    std::vector<bool> taken(tagged_.tokens.size());
    for (const NameMention& name : names) {
      std::fill(taken.begin() + name.begin, taken.begin() + name.end, true);
      const Span span = {tagged_.tokens[name.begin].span.begin,
                         tagged_.tokens[name.end - 1].span.end};
      const PersonName person = parse_person_name(slice(text_, span));
      if (name.kind == NameKind::person && name.end > name.begin + 1 && person.is_full() &&
          name.begin >= title_end_)
        family_names.insert(person.parts.back());
    }
    for (std::uint32_t i = title_end_; i < tagged_.tokens.size(); ++i) {
      if (taken[i] || part(tagged_, i) != PartOfSpeech::nnp) continue;
      if (family_names.contains(lower_form(text_, tagged_, i)))
        names.push_back({i, i + 1, NameKind::person});
    }
    std::sort(names.begin(), names.end());
  }

  [[nodiscard]] bool is_word(std::uint32_t token) const {
    const CodePoint c = code_point_at(text_, tagged_.tokens[token].span.begin);
    return is_letter(c.value) || is_digit(c.value);
  }

  // One kind for one form; a single name that is the family name of a person in full is a person's.
  void agree_on_kinds() {
    std::map<std::string, std::array<std::size_t, name_kind_count>> votes;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      ++votes[to_latin(forms_[i])][static_cast<std::size_t>(names_.mentions[i].kind)];
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const auto& counts = votes[to_latin(forms_[i])];
      const auto most = std::max_element(counts.begin(), counts.end());
      // A tie is decided by the order of the kinds: persons first.
      names_.mentions[i].kind = static_cast<NameKind>(most - counts.begin());
    }
    std::set<std::string> family_names;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (!is_person(i) || !persons_[i].is_full()) continue;
      if (forms_[i].find(' ') == std::string::npos) continue;
      family_names.insert(persons_[i].parts.back());
      if (persons_[i].family_first) family_names.insert(persons_[i].parts.front());
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      // "the Orlo-Marn talks": two persons in one word are none.
      const auto& parts = persons_[i].parts;
      if (is_person(i) && forms_[i].find(' ') == std::string::npos && parts.size() == 2 &&
          family_names.contains(parts[0]) && family_names.contains(parts[1])) {
        persons_[i].parts.clear();
      }
      const bool known_place =
          has_kind(Lexicon::english().kinds_of(tagged_.tokens[names_.mentions[i].begin].hash),
                   WordKind::place_name);
      if (!is_person(i) && !known_place && persons_[i].parts.size() == 1 &&
          !is_capitals(forms_[i]) && family_names.contains(persons_[i].parts.front())) {
        names_.mentions[i].kind = NameKind::person;
      }
    }
  }

  [[nodiscard]] bool is_person(std::size_t mention) const {
    return names_.mentions[mention].kind == NameKind::person;
  }

  [[nodiscard]] bool has_body() const { return title_end_ < tagged_.tokens.size(); }

  std::uint32_t add_entity(std::size_t mention) {
    ArticleEntity entity;
    entity.kind = names_.mentions[mention].kind;
    entity.name = forms_[mention];
    if (entity.kind == NameKind::person) {
      entity.person = persons_[mention];
      entity.gender = gender_of(entity.person);
    }
    names_.entities.push_back(std::move(entity));
    return static_cast<std::uint32_t>(names_.entities.size() - 1);
  }

  void give(std::size_t mention, std::uint32_t to) {
    names_.mentions[mention].entity = to;
    ArticleEntity& entity = names_.entities[to];
    if (entity.kind != NameKind::person) return;
    const PersonName& person = persons_[mention];
    if (person.parts.size() > entity.person.parts.size()) {
      entity.person.parts = person.parts;
      entity.person.family_first = person.family_first;
      entity.name = forms_[mention];
    }
    if (entity.person.title == Gender::unknown) entity.person.title = title_before(mention);
    if (entity.gender == Gender::unknown) entity.gender = gender_of(entity.person);
    for (Role& role : roles_beside(mention)) add_role(entity, std::move(role));
  }

  void add_role(ArticleEntity& entity, Role role) {
    const auto same = std::find(entity.roles.begin(), entity.roles.end(), role);
    if (same == entity.roles.end()) entity.roles.push_back(std::move(role));
    // "spokeswoman" says who she is where the given name does not.
    if (entity.gender == Gender::unknown) entity.gender = role_gender_;
  }

  // Those of the title last: they are compared with all others.
  void add_full_names() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (is_person(i) && persons_[i].is_full()) order.push_back(i);
    }
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t i) { return names_.mentions[i].begin >= title_end_; });
    for (const std::size_t i : order) {
      const std::optional<std::uint32_t> found = known_as(persons_[i]);
      // In a headline nearly every word has a capital: it introduces nobody.
      if (!found && names_.mentions[i].begin < title_end_ && has_body()) continue;
      give(i, found ? *found : add_entity(i));
    }
  }

  // Who has that full name: with the same letters, else the first of those who may be the same.
  [[nodiscard]] std::optional<std::uint32_t> known_as(const PersonName& name) const {
    std::optional<std::uint32_t> found;
    for (std::uint32_t e = 0; e < names_.entities.size(); ++e) {
      const PersonName& known = names_.entities[e].person;
      if (!same_person(known, name)) continue;
      if (known.key() == name.key()) return e;
      if (!found) found = e;
    }
    return found;
  }

  void add_single_names() {
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (!is_person(i) || persons_[i].parts.size() != 1) continue;
      std::vector<std::uint32_t> candidates = candidates_for(i);
      if (candidates.size() > 1) candidates = choose(i, std::move(candidates));
      if (candidates.size() == 1) give(i, candidates.front());
      if (candidates.empty()) give(i, add_entity(i));
    }
  }

  // Persons whose family name it is, else those whose given name it is.
  std::vector<std::uint32_t> candidates_for(std::size_t mention) {
    const std::string& name = persons_[mention].parts.front();
    const Gender title = title_before(mention);
    std::vector<std::uint32_t> by_family;
    std::vector<std::uint32_t> by_given;
    for (std::uint32_t e = 0; e < names_.entities.size(); ++e) {
      const ArticleEntity& entity = names_.entities[e];
      if (entity.kind != NameKind::person || entity.person.parts.empty()) continue;
      if (title != Gender::unknown && entity.gender != Gender::unknown && title != entity.gender)
        continue;
      if (can_be_family_name(entity.person, name)) {
        by_family.push_back(e);
      } else if (entity.person.is_full() && entity.person.parts.front() == name) {
        by_given.push_back(e);
      }
    }
    return by_family.empty() ? by_given : by_family;
  }

  // Of several persons with one name: the one with the title that stands before it, else the only
  // one of them whom the paragraph has named so far. Otherwise all stay.
  std::vector<std::uint32_t> choose(std::size_t mention, std::vector<std::uint32_t> candidates) {
    const std::uint32_t begin = names_.mentions[mention].begin;
    if (begin > 0) {
      if (const auto title = role_phrase(text_, tagged_, begin - 1)) {
        std::vector<std::uint32_t> with_title;
        for (const std::uint32_t e : candidates) {
          const auto& roles = names_.entities[e].roles;
          if (std::any_of(roles.begin(), roles.end(),
                          [&](const Role& role) { return role.head == title->role.head; })) {
            with_title.push_back(e);
          }
        }
        if (with_title.size() == 1) return with_title;
      }
    }
    std::set<std::uint32_t> near;
    for (std::size_t i = mention; i-- > 0;) {
      if (is_other_paragraph(names_.mentions[i].span.end, names_.mentions[mention].span.begin))
        break;
      const auto entity = names_.mentions[i].entity;
      if (entity && std::find(candidates.begin(), candidates.end(), *entity) != candidates.end())
        near.insert(*entity);
    }
    if (near.size() == 1) return {*near.begin()};
    return candidates;
  }

  [[nodiscard]] bool is_other_paragraph(std::uint32_t from, std::uint32_t to) const {
    return text_.substr(from, to - from).find('\n') != std::string_view::npos;
  }

  // What "Mr" or "Ms" before a name says.
  [[nodiscard]] Gender title_before(std::size_t mention) const {
    if (persons_[mention].title != Gender::unknown) return persons_[mention].title;
    const std::uint32_t begin = names_.mentions[mention].begin;
    if (begin == 0) return Gender::unknown;
    std::string before(form(text_, tagged_, begin - 1));
    while (before.ends_with('.')) before.pop_back();
    before.append(" x");
    return parse_person_name(before).title;
  }

  // "spokesman Leo Marn", "Leo Marn, the mayor's spokesman, ...", "the mayor's spokesman, Leo Marn"
  std::vector<Role> roles_beside(std::size_t mention) {
    std::vector<Role> roles;
    role_gender_ = Gender::unknown;
    const auto take = [&](const RolePhrase& phrase) {
      if (phrase.plural) return;
      roles.push_back(phrase.role);
      if (phrase.gender != Gender::unknown) role_gender_ = phrase.gender;
    };
    const ArticleMention& name = names_.mentions[mention];
    const auto [first, last] = sentence_around(tagged_, name.begin);
    if (const auto phrase = phrase_before(name.begin, first)) take(*phrase);
    for (std::uint32_t i = name.begin; i + 1 < name.end; ++i) {
      if (const auto phrase = role_phrase(text_, tagged_, i)) take(*phrase);  // inside the name
    }
    if (name.end + 1 < last && form(text_, tagged_, name.end) == ",") {
      if (const auto phrase = phrase_from(name.end + 1, last)) take(*phrase);
    }
    return roles;
  }

  // The phrase that ends where a name begins; with a comma between them only a definite one.
  [[nodiscard]] std::optional<RolePhrase> phrase_before(std::uint32_t name,
                                                        std::uint32_t first) const {
    if (name <= first) return std::nullopt;
    if (form(text_, tagged_, name - 1) != ",") return phrase_ending_at(name - 1, first);
    if (name < first + 2) return std::nullopt;
    auto phrase = phrase_ending_at(name - 2, first);
    if (!phrase || !phrase->definite) return std::nullopt;
    return phrase;
  }

  // The phrase whose last token is `end`: its head is there, or before an "of".
  [[nodiscard]] std::optional<RolePhrase> phrase_ending_at(std::uint32_t end,
                                                           std::uint32_t first) const {
    if (auto phrase = role_phrase(text_, tagged_, end)) return phrase;
    for (std::uint32_t i = end; i > first && end - i < longest_apposition; --i) {
      if (!goes_before_noun(part(tagged_, i)) && part(tagged_, i) != PartOfSpeech::dt) {
        if (lower_form(text_, tagged_, i) != "of") return std::nullopt;
        auto phrase = role_phrase(text_, tagged_, i - 1);
        if (phrase && phrase->end == end + 1) return phrase;
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  // The phrase that begins at a token: the last noun before anything that ends a noun phrase.
  [[nodiscard]] std::optional<RolePhrase> phrase_from(std::uint32_t begin,
                                                      std::uint32_t last) const {
    std::uint32_t i = begin;
    std::optional<std::uint32_t> head;
    while (i < last && i - begin < longest_apposition) {
      const PartOfSpeech p = part(tagged_, i);
      if (is_noun(p)) {
        head = i;
      } else if (!goes_before_noun(p) && p != PartOfSpeech::dt && p != PartOfSpeech::prps &&
                 p != PartOfSpeech::pos && !is_adverb(p)) {
        break;
      }
      ++i;
    }
    if (!head) return std::nullopt;
    return role_phrase(text_, tagged_, *head);
  }

  // Organisations and places.
  void add_things() {
    std::map<std::pair<NameKind, std::string>, std::uint32_t> known;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const NameKind kind = names_.mentions[i].kind;
      if (kind == NameKind::person) continue;
      const auto key = std::pair(kind, thing_key(forms_[i]));
      auto found = known.find(key);
      if (found == known.end()) {
        const auto other = kind == NameKind::organisation ? fuller_form(i) : std::nullopt;
        const std::uint32_t entity = other ? *other : add_entity(i);
        found = known.emplace(key, entity).first;
      }
      give(i, found->second);
      ArticleEntity& entity = names_.entities[found->second];
      if (forms_[i].size() > entity.name.size() && !is_capitals(forms_[i])) entity.name = forms_[i];
    }
  }

  static std::string thing_key(std::string_view form) {
    std::string key;
    std::string latin = to_latin(form);
    if (latin.starts_with("the ")) latin.erase(0, 4);
    for (const char c : latin) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ') key += c;
    }
    return key;
  }

  // The organisation of which the mention is the initials or the end: "NWA", "State Department".
  [[nodiscard]] std::optional<std::uint32_t> fuller_form(std::size_t mention) const {
    std::optional<std::uint32_t> found = name_before_bracket(mention);
    if (found) return found;
    const std::string key = thing_key(forms_[mention]);
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (i == mention || names_.mentions[i].kind != NameKind::organisation) continue;
      const auto entity = names_.mentions[i].entity;
      if (!entity) continue;
      const std::string other = thing_key(forms_[i]);
      const bool initials =
          is_initials(forms_[mention], forms_[i]) || is_initials(forms_[i], forms_[mention]);
      if (!is_end_of(key, other) && !is_end_of(other, key) && !initials) continue;
      if (found && *found != *entity) return std::nullopt;
      found = entity;
    }
    return found;
  }

  // "Northwater News Agency (NWA)"
  [[nodiscard]] std::optional<std::uint32_t> name_before_bracket(std::size_t mention) const {
    if (mention == 0 || !is_capitals(forms_[mention])) return std::nullopt;
    const ArticleMention& before = names_.mentions[mention - 1];
    const ArticleMention& here = names_.mentions[mention];
    const bool in_bracket = before.end + 1 == here.begin && form(text_, tagged_, before.end) == "(";
    const bool fits = before.kind == NameKind::organisation &&
                      holds_letters(forms_[mention - 1], forms_[mention]);
    return in_bracket && fits ? before.entity : std::nullopt;
  }

  // The letters stand in the name, in order: NWA in "Northwater News Agency", not in "Port Ansel".
  static bool holds_letters(std::string_view name, std::string_view letters) {
    const std::string latin = to_latin(name);
    std::size_t at = 0;
    for (const char letter : to_latin(letters)) {
      if (letter == '.') continue;
      at = latin.find(letter, at);
      if (at == std::string::npos) return false;
      ++at;
    }
    return true;
  }

  // "state department" of "marenian state department": whole words, more than one.
  static bool is_end_of(std::string_view end, std::string_view name) {
    return end.find(' ') != std::string_view::npos && name.size() > end.size() + 1 &&
           name.ends_with(end) && name[name.size() - end.size() - 1] == ' ';
  }

  // "NWA" of "Northwater News Agency".
  static bool is_initials(std::string_view letters, std::string_view name) {
    if (!is_capitals(letters) || name.find(' ') == std::string_view::npos) return false;
    std::string initials;
    bool starts = true;
    for (const char c : name) {
      if (starts && c >= 'A' && c <= 'Z') initials += c;
      starts = c == ' ' || c == '-';
    }
    std::string wanted(letters);
    std::erase(wanted, '.');
    return initials == wanted;
  }

  // Entities by their first mention, and their mentions.
  void finish() {
    std::vector<std::optional<std::uint32_t>> place(names_.entities.size());
    std::vector<ArticleEntity> ordered;
    for (std::uint32_t i = 0; i < names_.mentions.size(); ++i) {
      auto& entity = names_.mentions[i].entity;
      if (!entity) continue;
      auto& at = place[*entity];
      if (!at) {
        at = static_cast<std::uint32_t>(ordered.size());
        ordered.push_back(std::move(names_.entities[*entity]));
      }
      entity = at;
      ordered[*at].mentions.push_back(i);
    }
    names_.entities = std::move(ordered);
  }

  std::string_view text_;
  const TaggedText& tagged_;
  ArticleNames names_;
  std::vector<std::string> forms_;
  std::vector<PersonName> persons_;
  std::uint32_t title_end_ = 0;           // tokens
  Gender role_gender_ = Gender::unknown;  // what the roles of the last mention say
};

}  // namespace

ArticleNames gather_names(std::string_view text, const TaggedText& tagged) {
  return Gatherer(text, tagged).gather();
}

}  // namespace twosource
