// Who said what, for a reader.
//
// The statements of a story are put together twice: first what is the same utterance (`same_as`),
// then by speaker. So a quotation that ten articles print is one line, and the article that leaves
// out who spoke does not make a second one of it. Where two speakers are named for it, each has the
// line, and each says that there is another.
#include "twosource/report/speakers.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "twosource/base/unicode.hpp"

namespace twosource {
namespace {

using Statements = std::vector<StatementIndex>;

template <class T>
std::vector<T> ascending(const std::set<T>& values) {
  return {values.begin(), values.end()};
}

// The words alone: letters and digits, so that other quotation marks are no other wording.
std::string letters_of(std::string_view words) {
  std::string letters;
  for (std::size_t i = 0; i < words.size();) {
    const CodePoint c = code_point_at(words, i);
    if (is_letter(c.value) || is_digit(c.value) || is_mark(c.value))
      letters += words.substr(i, c.size);
    i += c.size;
  }
  return fold(letters);
}

bool is_sure(const Statement& statement) {
  constexpr double more_likely_than_not = 0.5;
  return statement.kind == StatementKind::direct || statement.score >= more_likely_than_not;
}

class Sorter {
 public:
  explicit Sorter(const Report& report) : report_(report) {}

  std::vector<SpeakerPart> sort(StoryIndex story) {
    for (const auto& [head, group] : utterances_of(story)) add_utterance(group);
    std::vector<SpeakerPart> speakers;
    speakers.reserve(parts_.size());
    for (auto& [key, part] : parts_) {
      finish(part);
      speakers.push_back(std::move(part));
    }
    std::stable_sort(speakers.begin(), speakers.end(),
                     [](const SpeakerPart& a, const SpeakerPart& b) {
                       const auto rank = [](const SpeakerPart& part) {
                         return std::tuple(part.kind, part.said.front().doubtful,
                                           -static_cast<std::int64_t>(part.articles.size()),
                                           -static_cast<std::int64_t>(part.said.size()));
                       };
                       return rank(a) < rank(b);
                     });
    return speakers;
  }

 private:
  using Key = std::tuple<SpeakerKind, EntityIndex, std::string>;

  [[nodiscard]] std::map<StatementIndex, Statements> utterances_of(StoryIndex story) const {
    const auto& all = report_.statements;
    const auto first = std::partition_point(
        all.begin(), all.end(), [&](const Statement& each) { return each.story < story; });
    std::map<StatementIndex, Statements> utterances;
    for (auto each = first; each != all.end() && each->story == story; ++each) {
      const auto index = static_cast<StatementIndex>(each - all.begin());
      utterances[each->same_as.value_or(index)].push_back(index);
    }
    return utterances;
  }

  [[nodiscard]] std::optional<EntityIndex> entity_of(StatementIndex i) const {
    const std::optional<Speaker>& speaker = report_.statements[i].speaker;
    return speaker ? speaker->entity : std::nullopt;
  }

  void add_utterance(const Statements& group) {
    std::map<EntityIndex, Statements> named;
    Statements silent;
    bool conflict = false;
    for (const StatementIndex i : group) {
      const std::optional<EntityIndex> entity = entity_of(i);
      (entity ? named[*entity] : silent).push_back(i);
      conflict = conflict || !report_.statements[i].conflicts.empty();
    }
    if (named.empty()) {
      add_silent(group);
    } else if (conflict) {
      for (const auto& [entity, statements] : named) {
        add(key_of(entity), statements, {}, others_than(entity, named)).conflict = named.size() > 1;
      }
      if (!silent.empty()) add_silent(silent);
    } else {
      const EntityIndex best = best_of(named);
      if (guessed_by_few(named, silent)) {
        add_silent(group, others_than(std::nullopt, named));
      } else {
        add(key_of(best), group, silent, others_than(best, named));
      }
    }
  }

  // Does nothing but a pronoun or a neighbour tell the speaker, in fewer statements than are
  // without one?
  [[nodiscard]] bool guessed_by_few(const std::map<EntityIndex, Statements>& named,
                                    const Statements& silent) const {
    std::size_t guessed = 0;
    for (const auto& [entity, statements] : named) {
      for (const StatementIndex i : statements) {
        const ResolvedBy by = report_.statements[i].resolved_by;
        if (by != ResolvedBy::pronoun && by != ResolvedBy::adjacent) return false;
        ++guessed;
      }
    }
    return guessed < silent.size();
  }

  [[nodiscard]] Key key_of(EntityIndex entity) const { return {SpeakerKind::named, entity, {}}; }

  // A person before an organisation, then whom most statements name.
  [[nodiscard]] EntityIndex best_of(const std::map<EntityIndex, Statements>& named) const {
    return std::min_element(named.begin(), named.end(),
                            [&](const auto& a, const auto& b) {
                              const auto rank = [&](const auto& each) {
                                return std::tuple(report_.entities[each.first].kind,
                                                  -static_cast<std::int64_t>(each.second.size()),
                                                  each.first);
                              };
                              return rank(a) < rank(b);
                            })
        ->first;
  }

  [[nodiscard]] std::vector<OtherSpeaker> others_than(
      std::optional<EntityIndex> entity, const std::map<EntityIndex, Statements>& named) const {
    std::vector<OtherSpeaker> others;
    for (const auto& [other, statements] : named) {
      if (other != entity)
        others.push_back({report_.entities[other].name, ascending(articles_of(statements))});
    }
    return others;
  }

  // Under the description that most of them have, of equally frequent ones the shortest.
  void add_silent(const Statements& group, std::vector<OtherSpeaker> others = {}) {
    std::map<std::string, std::size_t> descriptions;
    for (const StatementIndex i : group) {
      const std::optional<Speaker>& speaker = report_.statements[i].speaker;
      if (speaker && !speaker->entity) ++descriptions[small_article(speaker->name)];
    }
    if (descriptions.empty()) {
      add({SpeakerKind::untold, 0, {}}, group, {}, std::move(others));
      return;
    }
    const auto best = std::min_element(descriptions.begin(), descriptions.end(),
                                       [](const auto& a, const auto& b) {
                                         return std::tuple(b.second, a.first.size(), a.first) <
                                                std::tuple(a.second, b.first.size(), b.first);
                                       });
    add({SpeakerKind::unnamed, 0, best->first}, group, {}, std::move(others));
  }

  // "The porter" is "the porter".
  static std::string small_article(std::string name) {
    for (const std::string_view article : {"The ", "A ", "An "}) {
      if (name.starts_with(article)) name.front() = static_cast<char>(name.front() - 'A' + 'a');
    }
    return name;
  }

  [[nodiscard]] std::set<ArticleIndex> articles_of(const Statements& statements) const {
    std::set<ArticleIndex> articles;
    for (const StatementIndex i : statements) articles.insert(report_.statements[i].article);
    return articles;
  }

  Said& add(const Key& key, const Statements& statements, const Statements& silent,
            std::vector<OtherSpeaker> others) {
    SpeakerPart& part = parts_[key];
    if (part.said.empty()) {
      part.kind = std::get<0>(key);
      if (part.kind == SpeakerKind::named) part.entity = std::get<1>(key);
      part.name = part.entity ? report_.entities[*part.entity].name : std::get<2>(key);
    }
    Said said;
    said.statements = statements;
    said.articles = ascending(articles_of(statements));
    said.silent = ascending(articles_of(silent));
    said.others = std::move(others);
    std::set<OriginIndex> origins;
    std::set<ArticleIndex> across;
    std::set<std::string> via;
    for (const StatementIndex i : statements) {
      const Statement& statement = report_.statements[i];
      const std::uint32_t byte = statement.content.front().begin;
      if (const auto origin = origin_near(report_, statement.article, byte))
        origins.insert(*origin);
      via.insert(statement.via.begin(), statement.via.end());
      said.score = std::max(said.score, statement.score);
      if (statement.resolved_by == ResolvedBy::across_articles) across.insert(statement.article);
    }
    said.origins = ascending(origins);
    said.across = ascending(across);
    said.via = ascending(via);
    said.doubtful = std::none_of(statements.begin(), statements.end(),
                                 [&](StatementIndex i) { return is_sure(report_.statements[i]); });
    add_wordings(said);
    part.said.push_back(std::move(said));
    return part.said.back();
  }

  void add_wordings(Said& said) const {
    std::map<std::string, std::size_t> place;
    for (const StatementIndex i : said.statements) {
      const Statement& statement = report_.statements[i];
      const auto [found, is_new] =
          place.emplace(letters_of(words_of(report_, statement)), said.wordings.size());
      if (is_new) said.wordings.push_back({i, {}});
      Wording& wording = said.wordings[found->second];
      if (wording.articles.empty() || wording.articles.back() != statement.article)
        wording.articles.push_back(statement.article);
      const bool better = rank_of(statement) < rank_of(report_.statements[wording.statement]);
      if (better) wording.statement = i;
    }
    std::stable_sort(said.wordings.begin(), said.wordings.end(),
                     [&](const Wording& a, const Wording& b) {
                       const auto rank = [&](const Wording& wording) {
                         return std::tuple(!is_sure(report_.statements[wording.statement]),
                                           report_.statements[wording.statement].kind,
                                           -static_cast<std::int64_t>(wording.articles.size()));
                       };
                       return rank(a) < rank(b);
                     });
    said.best = said.wordings.front().statement;
  }

  // Of those with the same words the one that shows best who spoke.
  static std::tuple<bool, bool, bool, bool, StatementKind> rank_of(const Statement& statement) {
    const bool nobody = !statement.speaker;
    const bool nameless = nobody || !statement.speaker->entity;
    return {!is_sure(statement), statement.resolved_by != ResolvedBy::named, nameless, nobody,
            statement.kind};
  }

  void finish(SpeakerPart& part) const {
    std::set<ArticleIndex> articles;
    std::set<OriginIndex> origins;
    for (const Said& said : part.said) {
      if (said.doubtful) continue;
      articles.insert(said.articles.begin(), said.articles.end());
      origins.insert(said.origins.begin(), said.origins.end());
    }
    part.articles = ascending(articles);
    part.origins = ascending(origins);
    std::stable_sort(part.said.begin(), part.said.end(), [&](const Said& a, const Said& b) {
      const auto rank = [&](const Said& said) {
        const bool reported = report_.statements[said.best].kind == StatementKind::indirect;
        return std::tuple(said.doubtful, reported,
                          -static_cast<std::int64_t>(said.articles.size()));
      };
      return rank(a) < rank(b);
    });
  }

  const Report& report_;
  std::map<Key, SpeakerPart> parts_;
};

}  // namespace

std::vector<SpeakerPart> speakers_of_story(const Report& report, StoryIndex story) {
  return Sorter(report).sort(story);
}

std::optional<OriginIndex> origin_near(const Report& report, ArticleIndex article,
                                       std::uint32_t byte) {
  const auto& sentences = report.analyses[article].sentences;
  const auto behind = std::partition_point(sentences.begin(), sentences.end(),
                                           [&](Span each) { return each.end <= byte; });
  const auto place = static_cast<std::int64_t>(behind - sentences.begin());
  const auto& all = report.origins.sentences;
  const auto [begin, end] = std::equal_range(
      all.begin(), all.end(), SentenceOrigin{article, 0, 0},
      [](const SentenceOrigin& a, const SentenceOrigin& b) { return a.article < b.article; });
  if (begin == end) return std::nullopt;
  const auto distance = [&](const SentenceOrigin& each) {
    return std::abs(static_cast<std::int64_t>(each.sentence) - place);
  };
  return std::min_element(begin, end,
                          [&](const SentenceOrigin& a, const SentenceOrigin& b) {
                            return distance(a) < distance(b);
                          })
      ->origin;
}

std::string words_of(const Report& report, const Statement& statement) {
  std::string words;
  for (const Span piece : statement.content) {
    if (!words.empty()) words += " … ";
    words += slice(report.articles[statement.article].text, piece);
  }
  return words;
}

std::vector<NameForm> forms_of(const Report& report, const Entity& entity) {
  std::map<std::string_view, std::set<ArticleIndex>> articles;
  for (const ArticleSpan& mention : entity.mentions)
    articles[slice(report.articles[mention.article].text, mention.span)].insert(mention.article);
  std::vector<NameForm> forms;
  forms.reserve(entity.variants.size());
  for (const NameVariant& variant : entity.variants)
    forms.push_back({variant.name, variant.count, ascending(articles[variant.name])});
  return forms;
}

}  // namespace twosource
