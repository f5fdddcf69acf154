// S1-S3 and S6 on texts that a reader marked whole: every statement of a text, with its speaker, or
// that nobody can tell. The public sets mark some of it each: PolNeAR no speakers, BASIL no
// statements without opinion.
//
// Data: the first PATH is a file of labels (judged_statements.hpp; bench/judged/README.md), the
// others are the texts. A label says by its hash which text it is about; a label whose text is not
// there is an error. The texts are one story.
//
// A statement answers a label if at least half of the bytes that either content covers are covered
// by both, or any if the cue is the same; each answers at most one, the best pairs first. What
// answers no label is spurious.
//   speaker right  the label gives a name whose last word is a word of the entity's name or of one
//                  of its variants; or it gives none, and no entity is given
//          wrong   an entity, another one or where the label gives none
//          none    no entity where the label gives a name
#include <algorithm>
#include <array>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "bench/collection.hpp"
#include "bench/evaluations.hpp"
#include "bench/judged_statements.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t hash_digits = 16;
constexpr std::size_t kinds = 3;

struct Tally {
  std::size_t asked = 0;
  std::size_t answered = 0;
  std::size_t exact = 0;
  std::size_t kind = 0;
  std::size_t cue = 0;
  std::size_t source = 0;
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t none = 0;
  std::size_t way = 0;
};

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::size_t size_of(std::span<const Span> content) {
  std::size_t size = 0;
  for (const Span span : content) size += span.size();
  return size;
}

// Bytes in both.
std::size_t common_size(std::span<const Span> a, std::span<const Span> b) {
  std::size_t size = 0;
  for (const Span left : a) {
    for (const Span right : b) {
      if (left.overlaps(right))
        size += std::min(left.end, right.end) - std::max(left.begin, right.begin);
    }
  }
  return size;
}

double likeness(const JudgedStatement& label, const Statement& statement) {
  const std::size_t common = common_size(label.content, statement.content);
  return share(common, size_of(label.content) + size_of(statement.content) - common);
}

bool same_place(Span a, Span b) {
  return a.empty() || b.empty() ? a.empty() == b.empty() : a.overlaps(b);
}

std::vector<std::string> latin_words(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : to_latin(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool has_word(std::string_view name, const std::string& word) {
  const std::vector<std::string> words = latin_words(name);
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Pair {
  double likeness = 0;
  std::size_t label = 0;
  std::size_t statement = 0;
};

class Judge {
 public:
  Judge(std::span<const Article> articles, const Speech& speech, bool tell, std::ostream& out)
      : articles_(articles), speech_(speech), tell_(tell), out_(out) {}

  // `article_of` gives each label's article.
  void judge(std::span<const JudgedStatement> labels, std::span<const ArticleIndex> article_of) {
    std::vector<Pair> pairs = likely_pairs(labels, article_of);
    std::vector<char> labelled(labels.size());
    std::vector<char> used(speech_.statements.size());
    for (const Pair& pair : pairs) {
      if (labelled[pair.label] != 0 || used[pair.statement] != 0) continue;
      labelled[pair.label] = used[pair.statement] = 1;
      if (labels[pair.label].is_asked)
        answer(labels[pair.label], speech_.statements[pair.statement]);
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (!labels[i].is_asked) continue;
      ++tally(labels[i].kind).asked;
      if (labelled[i] == 0) tell("missed", article_of[i], labels[i].content.front());
    }
    found = speech_.statements.size();
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i] != 0) continue;
      ++spurious;
      tell("spurious", speech_.statements[i].article, speech_.statements[i].content.front());
    }
  }

  std::array<Tally, kinds> tallies;
  std::size_t found = 0;
  std::size_t spurious = 0;

 private:
  Tally& tally(StatementKind kind) { return tallies.at(static_cast<std::size_t>(kind)); }

  [[nodiscard]] std::vector<Pair> likely_pairs(std::span<const JudgedStatement> labels,
                                               std::span<const ArticleIndex> article_of) const {
    constexpr double least = 0.5;
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      for (std::size_t s = 0; s < speech_.statements.size(); ++s) {
        if (speech_.statements[s].article != article_of[i]) continue;
        const double both = likeness(labels[i], speech_.statements[s]);
        const bool same_cue =
            !labels[i].cue.empty() && both > 0 && labels[i].cue.overlaps(speech_.statements[s].cue);
        if (both >= least || same_cue) pairs.push_back({both, i, s});
      }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      return std::tie(b.likeness, a.label, a.statement) <
             std::tie(a.likeness, b.label, b.statement);
    });
    return pairs;
  }

  void answer(const JudgedStatement& label, const Statement& statement) {
    Tally& counts = tally(label.kind);
    ++counts.answered;
    const bool exact = label.content == statement.content;
    counts.exact += exact ? 1 : 0;
    counts.kind += label.kind == statement.kind ? 1 : 0;
    counts.cue += same_place(label.cue, statement.cue) ? 1 : 0;
    counts.source += same_place(label.source, statement.source) ? 1 : 0;
    counts.way += label.resolved_by == statement.resolved_by ? 1 : 0;
    const bool named = statement.speaker && statement.speaker->entity;
    if (label.speaker == JudgedSpeaker::named && !named) {
      ++counts.none;
      tell("no speaker", statement.article, statement.content.front());
      return;
    }
    const bool right = label.speaker == JudgedSpeaker::named
                           ? is_speaker(statement, slice(text_of(statement), label.name))
                           : !named;
    ++(right ? counts.right : counts.wrong);
    if (!right) tell("wrong speaker", statement.article, statement.content.front());
  }

  [[nodiscard]] bool is_speaker(const Statement& statement, std::string_view name) const {
    const std::vector<std::string> wanted = latin_words(name);
    if (wanted.empty()) return false;
    const Entity& entity = speech_.entities[*statement.speaker->entity];
    return has_word(entity.name, wanted.back()) ||
           std::any_of(entity.variants.begin(), entity.variants.end(),
                       [&](const NameVariant& each) { return has_word(each.name, wanted.back()); });
  }

  [[nodiscard]] std::string_view text_of(const Statement& statement) const {
    return articles_[statement.article].text;
  }

  void tell(std::string_view what, ArticleIndex article, Span place) {
    if (!tell_) return;
    out_ << fmt::format("{}: {} at byte {}: {}\n", what, articles_[article].path, place.begin,
                        slice(articles_[article].text, place));
  }

  std::span<const Article> articles_;
  const Speech& speech_;
  bool tell_;
  std::ostream& out_;
};

// The article of each label, by the hash of its text; spans must lie in it, on character borders.
Result<std::vector<ArticleIndex>> articles_of(std::span<const JudgedStatement> labels,
                                              std::span<const Article> articles) {
  std::vector<std::string> hashes;
  for (const Article& article : articles)
    hashes.push_back(sha256(article.text).substr(0, hash_digits));
  std::vector<ArticleIndex> found;
  for (const JudgedStatement& label : labels) {
    const auto hash = std::find(hashes.begin(), hashes.end(), label.text);
    if (hash == hashes.end()) {
      return Error{ErrorKind::format,
                   fmt::format("the labels are about a text that is not among the files: its "
                               "SHA-256 begins with {}",
                               label.text)};
    }
    found.push_back(static_cast<ArticleIndex>(hash - hashes.begin()));
    std::vector<Span> spans = label.content;
    spans.insert(spans.end(), {label.cue, label.source, label.name});
    for (const Span span : spans) {
      if (span.end <= articles[found.back()].text.size()) continue;
      return Error{ErrorKind::format,
                   fmt::format("a label reaches behind the end of the text {}", label.text)};
    }
  }
  return found;
}

Result<std::vector<Article>> read_texts(std::span<const std::string> paths) {
  std::vector<Article> articles;
  for (const std::string& path : paths) {
    Result<std::vector<Article>> some = read_collection(path, {});
    if (!some) return some.error();
    std::move(some->begin(), some->end(), std::back_inserter(articles));
  }
  return articles;
}

void add(Tally& sum, const Tally& one) {
  for (const auto count :
       {&Tally::asked, &Tally::answered, &Tally::exact, &Tally::kind, &Tally::cue, &Tally::source,
        &Tally::right, &Tally::wrong, &Tally::none, &Tally::way})
    sum.*count += one.*count;
}

std::string row(std::string_view name, const Tally& t) {
  return fmt::format("{:<10}{:>7}{:>7}{:>7}{:>7}{:>7}{:>8}{:>8}{:>7}{:>7}{:>7}\n", name, t.asked,
                     t.answered, t.exact, t.kind, t.cue, t.source, t.right, t.wrong, t.none, t.way);
}

}  // namespace

Result<Done> measure_statements(const Request& request, std::ostream& out) {
  if (request.paths.size() < 2)
    return Error{ErrorKind::usage, "bench statements wants a file of labels and then the texts"};
  const Result<std::vector<JudgedStatement>> labels = read_judged_statements(request.paths.front());
  if (!labels) return labels.error();
  const Result<std::vector<Article>> articles = read_texts(std::span(request.paths).subspan<1>());
  if (!articles) return articles.error();
  const Result<std::vector<ArticleIndex>> article_of = articles_of(*labels, *articles);
  if (!article_of) return article_of.error();

  std::vector<Analysis> analyses;
  Story story;
  story.id = "story";
  for (const Article& article : *articles) {
    story.articles.push_back(static_cast<ArticleIndex>(analyses.size()));
    analyses.push_back(analyze_structure(article, analyze_words(article)));
  }
  const std::vector<Story> stories = {story};
  const std::vector<TaggedText> tagged = tag_stories(*articles, analyses, stories, request.jobs);
  const Speech speech = attribute_speech({*articles, analyses, stories, tagged, request.jobs});
  Judge judge(*articles, speech, !request.output.empty(), out);
  judge.judge(*labels, *article_of);

  Tally all;
  for (const Tally& one : judge.tallies) add(all, one);
  out << fmt::format("{:<10}{:>7}{:>7}{:>7}{:>7}{:>7}{:>8}{:>8}{:>7}{:>7}{:>7}\n", "", "asked",
                     "found", "exact", "kind", "cue", "source", "speaker", "wrong", "none", "way");
  for (const auto kind : {StatementKind::direct, StatementKind::mixed, StatementKind::indirect})
    out << row(name_of(kind), judge.tallies.at(static_cast<std::size_t>(kind)));
  out << row("all", all);
  out << fmt::format("statements {}, spurious {}\n", judge.found, judge.spurious);
  out << fmt::format("statements.recall: {:.4f}\n", share(all.answered, all.asked));
  out << fmt::format("statements.precision: {:.4f}\n",
                     share(judge.found - judge.spurious, judge.found));
  out << fmt::format("statements.exact: {:.4f}\n", share(all.exact, all.asked));
  out << fmt::format("statements.speaker_right: {}\n", all.right);
  out << fmt::format("statements.speaker_wrong: {}\n", all.wrong);
  out << fmt::format("statements.speaker_none: {}\n", all.none);
  return Done{};
}

}  // namespace twosource::bench
