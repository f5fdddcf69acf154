#include "twosource/flag/article_reading.hpp"

#include <algorithm>
#include <utility>

#include "twosource/speech/roles.hpp"

namespace twosource {
namespace {

// The share of the words of a sentence that lie between quotation marks.
double quoted_share(const Analysis& analysis, Span sentence) {
  const auto& words = analysis.words;
  auto word = std::partition_point(words.begin(), words.end(),
                                   [&](const Word& w) { return w.span.begin < sentence.begin; });
  auto quotation =
      std::partition_point(analysis.quotations.begin(), analysis.quotations.end(),
                           [&](const Quotation& q) { return q.span.end <= sentence.begin; });
  std::size_t all = 0;
  std::size_t quoted = 0;
  for (; word != words.end() && word->span.end <= sentence.end; ++word, ++all) {
    while (quotation != analysis.quotations.end() && quotation->span.end <= word->span.begin)
      ++quotation;
    if (quotation != analysis.quotations.end() && quotation->span.contains(word->span)) ++quoted;
  }
  return all == 0 ? 0.0 : static_cast<double>(quoted) / static_cast<double>(all);
}

}  // namespace

ArticleReading::ArticleReading(const Report& report, const TaggedText& tagged, ArticleIndex index)
    : report_(report), tagged_(tagged), index_(index) {
  const Analysis& known = report.analyses[index];
  if (tagged.tokens.empty() || tagged.sentence_ends.size() != known.sentences.size()) return;
  std::uint32_t begin = 0;
  std::uint32_t paragraph = 0;
  for (std::size_t s = 0; s < known.sentences.size(); ++s) {
    ReadSentence sentence;
    sentence.span = known.sentences[s];
    sentence.begin = begin;
    begin = sentence.end = tagged.sentence_ends[s];
    sentence.quoted = quoted_share(known, sentence.span);
    if (s > 0 && !known.paragraphs.empty()) {
      while (paragraph + 1 < known.paragraphs.size() &&
             known.paragraphs[paragraph].end <= sentence.span.begin) {
        ++paragraph;
      }
      sentence.paragraph = paragraph;
      sentence.opens_paragraph = s == 1 || sentences_.back().paragraph != paragraph;
    }
    sentences_.push_back(sentence);
  }
  for (std::size_t s = 0; s < sentences_.size(); ++s)
    sentences_[s].ends_paragraph = s + 1 == sentences_.size() || sentences_[s + 1].opens_paragraph;
}

void ArticleReading::sort() {
  std::sort(mentions_.begin(), mentions_.end(), [](const ReadMention& a, const ReadMention& b) {
    return std::pair(a.span, a.entity) < std::pair(b.span, b.entity);
  });
  std::sort(statements_.begin(), statements_.end(), [](const Statement* a, const Statement* b) {
    return std::pair(a->content.front(), a->id) < std::pair(b->content.front(), b->id);
  });
}

std::span<const ReadMention> ArticleReading::mentions_in(Span place) const {
  const auto begin =
      std::partition_point(mentions_.begin(), mentions_.end(),
                           [&](const ReadMention& m) { return m.span.begin < place.begin; });
  const auto end = std::partition_point(
      begin, mentions_.end(), [&](const ReadMention& m) { return m.span.begin < place.end; });
  return {begin, end};
}

std::vector<const Statement*> ArticleReading::statements_in(Span place) const {
  std::vector<const Statement*> found;
  for (const Statement* statement : statements_) {
    if (std::any_of(statement->content.begin(), statement->content.end(),
                    [&](Span piece) { return piece.overlaps(place); })) {
      found.push_back(statement);
    }
  }
  return found;
}

bool ArticleReading::in_quotation(std::uint32_t byte) const {
  const auto& quotations = analysis().quotations;
  const auto found = std::partition_point(quotations.begin(), quotations.end(),
                                          [&](const Quotation& q) { return q.span.end <= byte; });
  return found != quotations.end() && found->span.begin <= byte;
}

std::string ArticleReading::word(std::uint32_t token) const {
  return lower_form(text(), tagged_, token);
}

std::uint32_t ArticleReading::token_at(std::uint32_t byte) const {
  const auto found = std::partition_point(tagged_.tokens.begin(), tagged_.tokens.end(),
                                          [&](const Token& t) { return t.span.end <= byte; });
  return static_cast<std::uint32_t>(found - tagged_.tokens.begin());
}

StoryReading read_story(const Report& report, std::span<const TaggedText> tagged,
                        StoryIndex story) {
  StoryReading reading{report, story, {}};
  std::unordered_map<ArticleIndex, std::size_t> place;
  for (const ArticleIndex article : report.stories[story].articles) {
    place[article] = reading.articles.size();
    reading.articles.emplace_back(report, tagged[article], article);
  }
  for (std::size_t e = 0; e < report.entities.size(); ++e) {
    if (report.entities[e].story != story) continue;
    for (const ArticleSpan& mention : report.entities[e].mentions) {
      const auto found = place.find(mention.article);
      if (found == place.end()) continue;
      reading.articles[found->second].add_mention({static_cast<EntityIndex>(e), mention.span});
    }
  }
  for (const Statement& statement : report.statements) {
    if (statement.story != story) continue;
    const auto found = place.find(statement.article);
    if (found != place.end()) reading.articles[found->second].add_statement(statement);
  }
  for (ArticleReading& article : reading.articles) article.sort();
  return reading;
}

bool is_whole_sentence(const ArticleReading& article, const ReadSentence& sentence) {
  bool verb = false;
  bool stop = false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    verb = verb || is_finite(article.part(i));
    // Quotation marks and brackets may stand behind it.
    const PartOfSpeech p = article.part(i);
    if (p != PartOfSpeech::close_quote && p != PartOfSpeech::close_bracket)
      stop = p == PartOfSpeech::stop;
  }
  return verb && stop;
}

Flag make_flag(const ArticleReading& article, FlagKind kind, Span place, std::string note,
               std::vector<Reason> reasons) {
  Flag flag;
  flag.place = {article.index(), place};
  flag.kind = kind;
  flag.note = std::move(note);
  flag.reasons = std::move(reasons);
  return flag;
}

std::string short_text(std::string_view text, std::size_t most) {
  std::string line;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!white) line += c;
    if (white && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (line.size() <= most) return line;
  const std::size_t cut = line.rfind(' ', most);
  if (cut == std::string::npos || cut == 0) return line;  // one long word: never cut inside it
  return line.substr(0, cut) + " …";
}

}  // namespace twosource
