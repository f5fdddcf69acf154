// Who is who in the articles of one story.
//
// Inside an article a name was told apart from others (article_names.cpp). Articles spell names
// differently, and each introduces people in its own way, so the groups are joined step by step,
// the surest first:
//
//   1. names with the same key: letters only, accents, hyphens and spaces dropped; and initials
//      or a shorter form of a thing, if only one other has it
//   2. full names that differ by a middle name, an initial, a short form or the order, if only one
//      other person fits
//   3. a family name alone, if only one person of the story can be meant
//   4. a rare spelling of a frequent name (`name_likeness`), if the two keep the same company: they
//      share a role, or at least two others are named in the articles of both
//
// What fits two groups is joined to neither: two persons stay two.
#include "twosource/speech/story_names.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "twosource/base/hash.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/text/governments.hpp"

namespace twosource {
namespace {

// One entity of one article.
struct Local {
  std::size_t article = 0;  // position in the list, not an ArticleIndex
  std::uint32_t entity = 0;
};

// What is taken for one.
struct Group {
  NameKind kind = NameKind::person;
  PersonName person;
  Gender gender = Gender::unknown;
  std::vector<Local> members;
  std::vector<Role> roles;
  std::set<std::size_t> articles;
  std::size_t mentions = 0;
  struct Join {
    const char* code;
    std::string from;  // names of the two
    std::string into;
  };
  std::vector<Join> joins;
};

class Joiner {
 public:
  explicit Joiner(std::span<const NamesOfArticle> articles) : articles_(articles) {}

  std::vector<Group> join() {
    add_equal();
    join_initials();
    join_full_names();
    join_single_names();
    join_spellings();
    std::erase_if(groups_, [](const Group& group) { return group.members.empty(); });
    return std::move(groups_);
  }

 private:
  [[nodiscard]] const ArticleEntity& entity_of(Local local) const {
    return articles_[local.article].names->entities[local.entity];
  }

  void add(Group& group, Local local) {
    const ArticleEntity& entity = entity_of(local);
    group.members.push_back(local);
    group.articles.insert(local.article);
    group.mentions += entity.mentions.size();
    if (group.gender == Gender::unknown) group.gender = entity.gender;
    for (const Role& role : entity.roles) {
      if (std::find(group.roles.begin(), group.roles.end(), role) == group.roles.end())
        group.roles.push_back(role);
    }
    if (entity.person.parts.size() > group.person.parts.size()) group.person = entity.person;
  }

  // What an entity of an article is known by. A family name alone is no key: two articles may mean
  // two persons.
  [[nodiscard]] std::string key_of(Local local) const {
    const ArticleEntity& entity = entity_of(local);
    if (entity.kind != NameKind::person) return place_key(entity.name);
    return entity.person.is_full() ? entity.person.key() : std::string();
  }

  void add_equal() {
    std::map<std::pair<NameKind, std::string>, std::size_t> known;
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      const auto& entities = articles_[a].names->entities;
      for (std::uint32_t e = 0; e < entities.size(); ++e) {
        const std::string key = key_of({a, e});
        std::size_t group = groups_.size();
        if (!key.empty())
          group = known.emplace(std::pair(entities[e].kind, key), group).first->second;
        if (group == groups_.size()) {
          groups_.emplace_back();
          groups_.back().kind = entities[e].kind;
          groups_.back().person = entities[e].person;
        }
        add(groups_[group], {a, e});
      }
    }
  }

  // "NWA" of one article is the agency whose full name stands in another beside it, if only one
  // has this form.
  void join_initials() {
    std::map<std::pair<NameKind, std::string>, std::set<std::size_t>> having;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].kind == NameKind::person) continue;
      for (const Local local : groups_[g].members) {
        const NamesOfArticle& in = articles_[local.article];
        for (const std::uint32_t m : entity_of(local).mentions)
          having[{groups_[g].kind, place_key(slice(in.article->text, in.names->mentions[m].span))}]
              .insert(g);
      }
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].members.empty() || groups_[g].kind == NameKind::person) continue;
      const auto found = having.find({groups_[g].kind, key_of(groups_[g].members.front())});
      if (found == having.end()) continue;
      if (const auto other = most_of(found->second, g)) merge(g, *other, "name_form");
    }
  }

  // The one of the groups, but for `except`, that is named in three places of four.
  [[nodiscard]] std::optional<std::size_t> most_of(const std::set<std::size_t>& among,
                                                   std::size_t except) const {
    std::optional<std::size_t> most;
    std::size_t all = 0;
    for (const std::size_t g : among) {
      if (g == except || groups_[g].members.empty()) continue;
      all += groups_[g].mentions;
      if (!most || groups_[g].mentions > groups_[*most].mentions) most = g;
    }
    return most && 4 * groups_[*most].mentions >= 3 * all ? most : std::nullopt;
  }

  void merge(std::size_t from, std::size_t into, const char* code) {
    Group& source = groups_[from];
    Group& target = groups_[into];
    target.joins.push_back(
        {code, entity_of(source.members.front()).name, entity_of(target.members.front()).name});
    for (const Local local : source.members) add(target, local);
    source.members.clear();
  }

  [[nodiscard]] bool is_full_person(const Group& group) const {
    return !group.members.empty() && group.kind == NameKind::person && group.person.is_full();
  }

  static bool can_be(Gender a, Gender b) {
    return a == Gender::unknown || b == Gender::unknown || a == b;
  }

  // Longer names first, then frequent ones, so that "J. Orlo" looks for the full names.
  [[nodiscard]] std::vector<std::size_t> persons_by_fullness() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (is_full_person(groups_[i])) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const auto rank = [&](std::size_t i) {
        const Group& group = groups_[i];
        return std::tuple(group.person.key().size(), group.mentions, group.person.key());
      };
      return rank(a) > rank(b);
    });
    return order;
  }

  // The shorter of two compatible names joins the longer, if no other one fits.
  void join_full_names() {
    const std::vector<std::size_t> order = persons_by_fullness();
    for (std::size_t i = 0; i < order.size(); ++i) {
      std::vector<std::size_t> fit;
      for (std::size_t j = 0; j < i; ++j) {
        const Group& longer = groups_[order[j]];
        if (is_full_person(longer) && can_be(longer.gender, groups_[order[i]].gender) &&
            same_person(longer.person, groups_[order[i]].person)) {
          fit.push_back(order[j]);
        }
      }
      if (fit.size() == 1) merge(order[i], fit.front(), "name_form");
    }
  }

  // "Orlo" of an article that never says more.
  void join_single_names() {
    const std::size_t count = groups_.size();
    for (std::size_t i = 0; i < count; ++i) {
      Group& single = groups_[i];
      if (single.members.empty() || is_full_person(single) || single.kind == NameKind::place)
        continue;
      const std::string name = single_name(single);
      if (name.empty()) continue;
      std::vector<std::size_t> fit;
      for (std::size_t j = 0; j < count; ++j) {
        const Group& full = groups_[j];
        if (!is_full_person(full) || !can_be(full.gender, single.gender)) continue;
        if (can_be_family_name(full.person, name)) fit.push_back(j);
      }
      if (fit.size() == 1) merge(i, fit.front(), "family_name");
    }
    join_same_singles();
  }

  // The one word of a person's name; of an organisation's, if it could be a family name.
  [[nodiscard]] std::string single_name(const Group& group) const {
    if (group.kind == NameKind::person)
      return group.person.parts.empty() ? std::string() : group.person.parts.front();
    const std::string& name = entity_of(group.members.front()).name;
    const bool one_word = name.find(' ') == std::string::npos;
    const bool small =
        std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return one_word && small ? to_latin(name) : std::string();
  }

  // The same single name in several articles, which nobody introduces in full: one person, unless
  // full names of the story contend for it.
  void join_same_singles() {
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const Group& group = groups_[i];
      if (group.members.empty() || group.kind != NameKind::person || group.person.is_full() ||
          group.person.parts.empty()) {
        continue;
      }
      const std::string& name = group.person.parts.front();
      const bool contended = std::any_of(groups_.begin(), groups_.end(), [&](const Group& full) {
        return is_full_person(full) && can_be_family_name(full.person, name);
      });
      if (contended) continue;
      const auto [place, is_new] = known.emplace(name, i);
      if (!is_new) merge(i, place->second, "family_name");
    }
  }

  [[nodiscard]] std::vector<SpelledName> spell_names(const std::vector<std::size_t>& groups) const {
    std::vector<SpelledName> names;
    names.reserve(groups.size());
    for (const std::size_t g : groups)
      names.push_back(spell_name(entity_of(groups_[g].members.front()).name));
    return names;
  }

  // 0 if it is less than `floor`.
  static double likeness_from(double floor, const SpelledName& a, const SpelledName& b) {
    return may_be_alike(a, b, floor) ? name_likeness(a, b) : 0.0;
  }

  // Spelling variants: the rarer name joins the more frequent one.
  void join_spellings() {
    constexpr double sure_spelling = 0.88;
    constexpr double same_sound = 0.95;
    std::vector<std::size_t> order = persons_by_fullness();
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return groups_[a].mentions > groups_[b].mentions;
    });
    const std::vector<SpelledName> spelled = spell_names(order);
    for (std::size_t i = 1; i < order.size(); ++i) {
      std::vector<std::size_t> fit;
      for (std::size_t j = 0; j < i; ++j) {
        const Group& frequent = groups_[order[j]];
        const Group& rare = groups_[order[i]];
        if (frequent.members.empty() || frequent.mentions <= rare.mentions ||
            !can_be(frequent.gender, rare.gender)) {
          continue;
        }
        const double alike = likeness_from(sure_spelling, spelled[j], spelled[i]);
        if (alike < sure_spelling) continue;
        if (keep_company(frequent, rare, alike >= same_sound ? 1 : 2)) fit.push_back(order[j]);
      }
      if (fit.size() == 1) merge(order[i], fit.front(), "spelling");
    }
  }

  // The same role, or `fewest` others that are named in the articles of both.
  [[nodiscard]] bool keep_company(const Group& a, const Group& b, std::size_t fewest) const {
    for (const Role& role : a.roles) {
      const auto same = [&](const Role& other) { return other.head == role.head; };
      if (std::any_of(b.roles.begin(), b.roles.end(), same)) return true;
    }
    std::size_t shared = 0;
    for (const Group& other : groups_) {
      if (&other == &a || &other == &b || other.members.empty()) continue;
      if (!is_full_person(other) && other.kind != NameKind::organisation) continue;
      const auto with = [&](const Group& group) {
        return std::any_of(group.articles.begin(), group.articles.end(),
                           [&](std::size_t article) { return other.articles.contains(article); });
      };
      if (with(a) && with(b) && ++shared >= fewest) return true;
    }
    return false;
  }

  std::span<const NamesOfArticle> articles_;
  std::vector<Group> groups_;
};

class EntityMaker {
 public:
  EntityMaker(StoryIndex story, std::string_view story_id, std::span<const NamesOfArticle> articles)
      : story_(story), story_id_(story_id), articles_(articles) {}

  StoryNames make(std::vector<Group> groups) {
    StoryNames names;
    for (const NamesOfArticle& each : articles_)
      names.entity_of.emplace_back(each.names->entities.size());
    std::vector<Entity> entities;
    entities.reserve(groups.size());
    for (const Group& group : groups) entities.push_back(entity_of(group));
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const auto rank = [&](std::size_t i) {
        return std::tuple(entities[i].kind, -static_cast<std::int64_t>(entities[i].mentions.size()),
                          entities[i].mentions.front());
      };
      return rank(a) < rank(b);
    });
    for (const std::size_t i : order) {
      const auto index = static_cast<EntityIndex>(names.entities.size());
      for (const Local local : groups[i].members)
        names.entity_of[local.article][local.entity] = index;
      names.entities.push_back(std::move(entities[i]));
      names.roles.push_back(std::move(groups[i].roles));
    }
    return names;
  }

 private:
  [[nodiscard]] Entity entity_of(const Group& group) const {
    Entity entity;
    entity.story = story_;
    entity.kind = group.kind;
    std::map<std::string, std::uint32_t> forms;
    for (const Local local : group.members) {
      const NamesOfArticle& in = articles_[local.article];
      for (const std::uint32_t m : in.names->entities[local.entity].mentions) {
        const Span span = in.names->mentions[m].span;
        entity.mentions.push_back({in.index, span});
        ++forms[std::string(slice(in.article->text, span))];
      }
    }
    std::sort(entity.mentions.begin(), entity.mentions.end());
    for (const auto& [name, count] : forms) entity.variants.push_back({name, count});
    std::stable_sort(entity.variants.begin(), entity.variants.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    entity.name = best_name(group, entity.variants);
    entity.roles = roles_of(group);
    add_reasons(group, entity);
    const ArticleSpan first = entity.mentions.front();
    entity.id = make_id("entity", {story_id_, name_of(entity.kind), entity.name,
                                   article_id(first.article), std::to_string(first.span.begin)});
    return entity;
  }

  // As most articles write them, those of most articles first.
  [[nodiscard]] std::vector<std::string> roles_of(const Group& group) const {
    struct Count {
      const Role* role;
      std::map<std::string_view, std::size_t> forms;
      std::size_t articles = 0;
    };
    std::vector<Count> counts;
    for (const Role& role : group.roles) counts.push_back({&role, {}, 0});
    for (const Local local : group.members) {
      for (const Role& role : articles_[local.article].names->entities[local.entity].roles) {
        const auto count = std::find_if(counts.begin(), counts.end(),
                                        [&](const Count& one) { return *one.role == role; });
        ++count->forms[role.written];
        ++count->articles;
      }
    }
    std::vector<std::pair<std::size_t, std::string>> roles;
    for (const Count& count : counts) {
      const auto most = std::max_element(
          count.forms.begin(), count.forms.end(),
          [](const auto& one, const auto& other) { return one.second < other.second; });
      roles.emplace_back(count.articles, most->first);
    }
    std::sort(roles.begin(), roles.end(), [](const auto& one, const auto& other) {
      return std::tie(other.first, one.second) < std::tie(one.first, other.second);
    });
    std::vector<std::string> written;
    for (auto& [articles, role] : roles) {
      if (std::find(written.begin(), written.end(), role) == written.end())
        written.push_back(std::move(role));
    }
    return written;
  }

  [[nodiscard]] std::string_view article_id(ArticleIndex index) const {
    for (const NamesOfArticle& each : articles_) {
      if (each.index == index) return each.article->id;
    }
    return {};
  }

  // The most frequent form that is a full name; of a thing the most frequent that is not initials.
  static std::string best_name(const Group& group, const std::vector<NameVariant>& variants) {
    for (const NameVariant& variant : variants) {
      const PersonName person = parse_person_name(variant.name);
      const bool initials = std::none_of(variant.name.begin(), variant.name.end(),
                                         [](char c) { return c >= 'a' && c <= 'z'; });
      if (group.kind == NameKind::person ? person.is_full() && person.parts.front().size() > 1
                                         : !initials) {
        return variant.name;
      }
    }
    return variants.front().name;
  }

  void add_reasons(const Group& group, Entity& entity) const {
    static const std::map<std::string_view, std::string_view> sentences = {
        {"name_form", "“{}” is a form of the same name"},
        {"family_name", "Only one person of the story can be meant by “{}”"},
        {"spelling",
         "“{}” is a spelling of it: the letters are nearly the same, and so is the "
         "company"}};
    std::set<std::pair<std::string, std::string>> said;
    for (const auto& [code, from, into] : group.joins) {
      const std::string& name = from == entity.name ? into : from;
      if (name == entity.name || !said.emplace(code, name).second) continue;
      const auto place = std::find_if(entity.mentions.begin(), entity.mentions.end(),
                                      [&, other = std::string_view(name)](const ArticleSpan& each) {
                                        return text_of(each) == other;
                                      });
      Reason reason{code, fmt::format(fmt::runtime(sentences.at(code)), name) + ".", {}};
      if (place != entity.mentions.end()) reason.spans.push_back(*place);
      entity.reasons.push_back(std::move(reason));
    }
  }

  [[nodiscard]] std::string_view text_of(const ArticleSpan& place) const {
    for (const NamesOfArticle& each : articles_) {
      if (each.index == place.article) return slice(each.article->text, place.span);
    }
    return {};
  }

  StoryIndex story_;
  std::string_view story_id_;
  std::span<const NamesOfArticle> articles_;
};

}  // namespace

StoryNames join_names(StoryIndex story, std::string_view story_id,
                      std::span<const NamesOfArticle> articles) {
  return EntityMaker(story, story_id, articles).make(Joiner(articles).join());
}

std::optional<EntityIndex> government_of(const StoryNames& names, EntityIndex place) {
  if (names.entities[place].kind != NameKind::place) return std::nullopt;
  const std::string country = country_of_seat(place_key(names.entities[place].name));
  if (country.empty()) return std::nullopt;
  for (EntityIndex i = 0; i < names.entities.size(); ++i) {
    if (names.entities[i].kind == NameKind::place && place_key(names.entities[i].name) == country)
      return i;
  }
  return std::nullopt;
}

void join_entities(StoryNames& names, EntityIndex from, EntityIndex into, Reason reason) {
  Entity& target = names.entities[into];
  Entity source = std::move(names.entities[from]);
  target.mentions.insert(target.mentions.end(), source.mentions.begin(), source.mentions.end());
  std::sort(target.mentions.begin(), target.mentions.end());
  for (const NameVariant& variant : source.variants) target.variants.push_back(variant);
  std::stable_sort(target.variants.begin(), target.variants.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  for (std::string& role : source.roles) {
    if (std::find(target.roles.begin(), target.roles.end(), role) == target.roles.end())
      target.roles.push_back(std::move(role));
  }
  target.reasons.push_back(std::move(reason));
  names.entities.erase(names.entities.begin() + from);
  names.roles.erase(names.roles.begin() + from);
}

}  // namespace twosource
