#include "twosource/origin/reading.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string_view>

#include "twosource/origin/bylines.hpp"
#include "twosource/origin/owners.hpp"

namespace twosource {
namespace {

// The contract's share of quoted words from which a sentence is the speaker's.
constexpr double quoted_share = 0.8;
// A sentence that a credit line or furniture covers this far says nothing else.
constexpr double silent_share = 0.7;
// "Read more on this" and the like; the shortest sentences of news that tell something have five.
constexpr std::uint32_t min_prose_words = 5;

/// For each word whether it lies in one of the spans. Words and spans are in text order.
std::vector<bool> words_inside(std::span<const Word> words, std::span<const Span> spans) {
  std::vector<bool> inside(words.size(), false);
  std::size_t next = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    while (next < spans.size() && spans[next].end <= words[i].span.begin) ++next;
    inside[i] = next < spans.size() && spans[next].contains(words[i].span);
  }
  return inside;
}

/// Sorted, overlapping ones joined.
std::vector<Span> joined(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> result;
  for (const Span span : spans) {
    if (!result.empty() && span.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, span.end);
    } else {
      result.push_back(span);
    }
  }
  return result;
}

std::vector<std::uint32_t> sentences_of_words(const Analysis& analysis) {
  std::vector<std::uint32_t> result(analysis.words.size(), ArticleReading::no_sentence);
  std::uint32_t sentence = 1;
  for (std::size_t i = analysis.body_word; i < analysis.words.size(); ++i) {
    const Span word = analysis.words[i].span;
    while (sentence < analysis.sentences.size() && analysis.sentences[sentence].end <= word.begin) {
      ++sentence;
    }
    if (sentence >= analysis.sentences.size()) break;
    if (analysis.sentences[sentence].contains(word)) result[i] = sentence;
  }
  return result;
}

bool ends_like_prose(std::string_view text) {
  constexpr std::array<std::string_view, 14> ends = {".", "!", "?", ")", "]", "\"", "'",
                                                     "”", "’", "»", "“", "…", "。", "।"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

/// Many pages print the headline once more above the text.
bool repeats_title(const Article& article, const Analysis& analysis, std::size_t sentence) {
  const std::string_view title = title_of(article);
  return !title.empty() && slice(article.text, analysis.sentences[sentence]) == title;
}

/// A language that ends sentences with no mark (Thai) would have no prose at all; then all is.
void mark_prose(const Article& article, const Analysis& analysis,
                std::vector<SentenceReading>& sentences) {
  std::size_t ended = 0;
  std::size_t count = 0;
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    if (sentences[i].words == 0) continue;
    ++count;
    sentences[i].prose = ends_like_prose(slice(article.text, analysis.sentences[i]));
    if (sentences[i].prose) ++ended;
  }
  constexpr std::size_t least_part = 5;  // a fifth: news with many headings has more
  const bool unmarked = ended * least_part < count;
  for (SentenceReading& sentence : sentences) {
    sentence.prose = (sentence.prose || unmarked) && sentence.words >= min_prose_words;
  }
}

void read_sources(const Article& article, const Analysis& analysis, const SourceNames& names,
                  std::vector<SentenceReading>& sentences) {
  const std::vector<std::string> own = outlet_names(article);
  const std::string own_key = outlet_key(article.outlet);
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    SentenceReading& sentence = sentences[i];
    if (!sentence.counts()) continue;
    const Span span = analysis.sentences[i];
    sentence.own_word = find_own_word(article.text, span, own);
    sentence.agency = find_attribution(article.text, span, names.agencies);
    if (!sentence.agency && sentences[i - 1].agency) {
      if (const auto again = find_continued_attribution(article.text, span)) {
        sentence.agency = Attribution{sentences[i - 1].agency->source, *again};
      }
    }
    sentence.outlet = find_attribution(article.text, span, names.outlets);
    if (sentence.outlet &&
        outlet_key(names.outlets[sentence.outlet->source].short_name) == own_key) {
      sentence.outlet.reset();
    }
  }
}

}  // namespace

const SourceMark* ArticleReading::find(MarkKind kind) const {
  const auto found = std::ranges::find(marks.items, kind, &SourceMark::kind);
  return found == marks.items.end() ? nullptr : &*found;
}

SourceNames collect_names(std::span<const Article> articles, const std::vector<Agency>& table,
                          Jobs jobs, std::span<const Owner> owners) {
  std::vector<Agency> agencies = table;
  const AgencyIndex known(table);
  for (Agency& found : discover_agencies(articles, known, jobs)) {
    agencies.push_back(std::move(found));
  }
  std::map<std::string, Agency> outlets;  // by name
  for (const Article& article : articles) {
    if (article.outlet.empty() || outlets.contains(article.outlet)) continue;
    Agency outlet{
        .short_name = article.outlet, .names = outlet_names(article), .credits = {}, .domains = {}};
    // In other outlets' texts only the whole name, or two words of it, is the outlet for sure.
    std::erase_if(outlet.names, [&](const std::string& name) {
      return name.find(' ') == std::string::npos && outlet_key(name) != outlet_key(article.outlet);
    });
    outlets.emplace(article.outlet, std::move(outlet));
  }
  std::vector<Agency> list;
  list.reserve(outlets.size());
  for (auto& [name, outlet] : outlets) list.push_back(std::move(outlet));
  std::vector<std::string> outlet_names;
  outlet_names.reserve(list.size());
  for (const Agency& outlet : list) outlet_names.push_back(outlet.short_name);
  return {.agencies = AgencyIndex(std::move(agencies)),
          .outlets = AgencyIndex(std::move(list)),
          .press = PressIndex(owners, outlet_names)};
}

ArticleReading examine_article(const Article& article, const Analysis& analysis,
                               std::span<const Span> furniture, const SourceNames& names) {
  ArticleReading reading;
  reading.marks = find_marks(article, names.agencies, names.press);
  reading.sentences.resize(analysis.sentences.size());
  reading.sentence_of_word = sentences_of_words(analysis);

  std::vector<Span> quotations;
  for (const Quotation& quotation : analysis.quotations) quotations.push_back(quotation.span);
  std::vector<Span> silent(furniture.begin(), furniture.end());
  silent.insert(silent.end(), reading.marks.no_news.begin(), reading.marks.no_news.end());
  const std::vector<bool> in_quotation = words_inside(analysis.words, joined(quotations));
  const std::vector<bool> in_silent = words_inside(analysis.words, joined(silent));

  std::vector<std::uint32_t> silent_words(analysis.sentences.size(), 0);
  for (std::size_t i = analysis.body_word; i < analysis.words.size(); ++i) {
    ++reading.body_words;
    const std::uint32_t sentence = reading.sentence_of_word[i];
    if (sentence == ArticleReading::no_sentence) continue;
    ++reading.sentences[sentence].words;
    if (in_quotation[i]) ++reading.sentences[sentence].quoted_words;
    if (in_silent[i]) ++silent_words[sentence];
  }
  for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
    SentenceReading& sentence = reading.sentences[i];
    sentence.quoted = sentence.words > 0 && sentence.quoted_words >= quoted_share * sentence.words;
    sentence.silent = i == 0 || silent_words[i] >= silent_share * sentence.words ||
                      repeats_title(article, analysis, i);
  }
  mark_prose(article, analysis, reading.sentences);
  read_sources(article, analysis, names, reading.sentences);
  return reading;
}

}  // namespace twosource
