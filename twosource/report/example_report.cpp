#include "twosource/report/example_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <string_view>
#include <utility>

#include "twosource/base/hash.hpp"

namespace twosource {
namespace {

struct Draft {
  std::string_view path;
  std::string_view outlet;
  std::string_view owner;
  std::string_view title;
  std::string_view body;
  std::optional<std::int64_t> published;
  std::string_view language = "en";
};

bool is_word_byte(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
         (code >= 'a' && code <= 'z');
}

// Words of the examples: letters and digits; typographic marks (E2 xx xx) end a word.
std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i <= size;) {
    const bool mark = i < size && text[i] == '\xE2';
    if (i < size && is_word_byte(text[i]) && !mark) {
      ++i;
      continue;
    }
    if (i > begin) {
      const Span span{begin, i};
      words.push_back({span, hash_bytes(slice(text, span))});
    }
    i += mark ? 3 : 1;
    begin = i;
  }
  return words;
}

// Sentences of the examples end with ". " or with the line.
std::vector<Span> split_sentences(std::string_view text, Span title, Span body) {
  std::vector<Span> sentences{title};
  std::uint32_t begin = body.begin;
  for (std::uint32_t i = body.begin; i < body.end; ++i) {
    const bool stop = text[i] == '.' && (i + 1 == body.end || text[i + 1] == ' ');
    if (!stop && text[i] != '\n' && i + 1 != body.end) continue;
    const std::uint32_t end = text[i] == '\n' ? i : i + 1;
    if (end > begin) sentences.push_back({begin, end});
    begin = end + 1;
  }
  return sentences;
}

std::vector<Quotation> pair_marks(std::string_view text) {
  std::vector<Quotation> quotations;
  for (std::size_t at = text.find("“"); at != std::string_view::npos; at = text.find("“", at + 1)) {
    const std::size_t close = text.find("”", at);
    if (close == std::string_view::npos) break;
    const auto begin = static_cast<std::uint32_t>(at);
    const auto end = static_cast<std::uint32_t>(close);
    quotations.push_back({{begin, end + 3}, {begin + 3, end}});
  }
  return quotations;
}

// Grows a report piece by piece; places in the texts are named by their words.
class Builder {
 public:
  ArticleIndex add(const Draft& draft) {
    Article article;
    article.id = make_id("article", {draft.path, draft.title, draft.body});
    article.path = draft.path;
    article.text = fmt::format("{}\n\n{}", draft.title, draft.body);
    article.title = {0, static_cast<std::uint32_t>(draft.title.size())};
    article.body = {article.title.end + 2, static_cast<std::uint32_t>(article.text.size())};
    article.outlet = draft.outlet;
    article.owner = draft.owner;
    article.language = draft.language;
    if (draft.published.has_value()) {
      article.published = {*draft.published, DatePrecision::minute, DateSource::metadata};
    }
    Analysis analysis;
    analysis.words = split_words(article.text);
    analysis.body_word = static_cast<std::uint32_t>(
        std::count_if(analysis.words.begin(), analysis.words.end(),
                      [&](const Word& word) { return word.span.end <= article.title.end; }));
    analysis.language = draft.language;
    analysis.paragraphs = {article.body};
    analysis.sentences = split_sentences(article.text, article.title, article.body);
    analysis.quotations = pair_marks(article.text);
    report_.articles.push_back(std::move(article));
    report_.analyses.push_back(std::move(analysis));
    return static_cast<ArticleIndex>(report_.articles.size() - 1);
  }

  [[nodiscard]] ArticleSpan find(ArticleIndex article, std::string_view words) const {
    const std::size_t at = report_.articles[article].text.find(words);
    assert(at != std::string::npos);
    const auto begin = static_cast<std::uint32_t>(at);
    return {article, {begin, begin + static_cast<std::uint32_t>(words.size())}};
  }

  // A copy whose equal runs are the given texts, in order; they stand in both articles.
  Copy& copy(ArticleIndex a, ArticleIndex b, const std::vector<std::string_view>& runs) {
    Copy copy;
    copy.a = a;
    copy.b = b;
    for (const std::string_view run : runs) {
      copy.runs.push_back({find(a, run).span, find(b, run).span});
      copy.equal_words += count_words(a, copy.runs.back().a);
    }
    copy.a_span = {copy.runs.front().a.begin, copy.runs.back().a.end};
    copy.b_span = {copy.runs.front().b.begin, copy.runs.back().b.end};
    copy.words_a = count_words(a, copy.a_span);
    copy.words_b = count_words(b, copy.b_span);
    copy.kind = runs.size() == 1 ? CopyKind::verbatim : CopyKind::edited;
    copy.surprisal = 9.5 * copy.equal_words;
    copy.id = make_id("copy", {report_.articles[a].id, report_.articles[b].id, runs.front()});
    report_.copies.push_back(std::move(copy));
    return report_.copies.back();
  }

  void story(std::string_view title, std::vector<ArticleIndex> articles,
             std::vector<StoryLink> links, Sum sum) {
    sum.story = static_cast<StoryIndex>(report_.stories.size());
    sum.articles = static_cast<std::uint32_t>(articles.size());
    report_.origins.sums.push_back(std::move(sum));
    report_.stories.push_back(
        {make_id("story", {title}), std::string(title), std::move(articles), std::move(links)});
  }

  OriginIndex origin(OriginKind kind, std::string_view name, bool counted,
                     std::vector<ArticleSpan> passages, std::vector<Reason> reasons) {
    Origin origin;
    origin.story = static_cast<StoryIndex>(report_.stories.size());
    origin.kind = kind;
    origin.name = name;
    origin.counted = counted;
    for (const ArticleSpan& passage : passages) {
      if (origin.articles.empty() || origin.articles.back() != passage.article) {
        origin.articles.push_back(passage.article);
      }
    }
    origin.passages = std::move(passages);
    origin.reasons = std::move(reasons);
    origin.id = make_id("origin", {name, fmt::format("{}", origin.story)});
    report_.origins.origins.push_back(std::move(origin));
    return static_cast<OriginIndex>(report_.origins.origins.size() - 1);
  }

  void lineage(Lineage edge) {
    edge.story = static_cast<StoryIndex>(report_.stories.size());
    edge.id = make_id("lineage", {fmt::format("{} {} {}", edge.from_origin, edge.from, edge.to)});
    report_.origins.lineage.push_back(std::move(edge));
  }

  // All sentences of the body that the predicate takes.
  [[nodiscard]] std::vector<ArticleSpan> sentences(ArticleIndex article, std::size_t first,
                                                   std::size_t last) const {
    std::vector<ArticleSpan> spans;
    const std::vector<Span>& all = report_.analyses[article].sentences;
    for (std::size_t i = first; i <= last && i < all.size(); ++i) {
      spans.push_back({article, all[i]});
    }
    return spans;
  }

  Report& report() { return report_; }

 private:
  [[nodiscard]] std::uint32_t count_words(ArticleIndex article, Span span) const {
    const std::vector<Word>& words = report_.analyses[article].words;
    return static_cast<std::uint32_t>(std::count_if(
        words.begin(), words.end(), [&](const Word& word) { return span.contains(word.span); }));
  }

  Report report_;
};

std::vector<ArticleSpan> join(const std::vector<std::vector<ArticleSpan>>& parts) {
  std::vector<ArticleSpan> all;
  for (const std::vector<ArticleSpan>& part : parts)
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

constexpr std::int64_t morning = 1935648000;  // 2031-05-04T08:00:00Z

constexpr std::string_view lead =
    "Three dock workers were hurt when a loading crane fell across the northern quay of the port "
    "of Selne early on Sunday";
constexpr std::string_view second =
    "The crane had stood idle since a storm in March and was waiting for an inspection of its "
    "foundations";
constexpr std::string_view third =
    "Two ferries to the outer islands were cancelled and the northern basin stayed closed until "
    "the evening";
constexpr std::string_view quote =
    "“We heard the cables sing and then the whole arm came down in front of us,”";
constexpr std::string_view release_one =
    "The Port Authority of Selne regrets the accident and has asked an outside engineer to examine "
    "every crane of the same type";
constexpr std::string_view release_two =
    "Cargo will be sent to the southern quay for the coming week and no ship will be turned away";

void add_articles(Builder& builder) {
  const std::string agency = fmt::format(
      "SELNE (NWA) - {}, the harbour police said. {}. {} said Ilva Torrend, a crane driver. {}.",
      lead, second, quote, third);
  builder.add({"nwa/crane.html", "Northwater News Agency", "Northwater Cooperative",
               "Crane falls in port of Selne, three hurt", agency, morning + 600});
  builder.add({"courier/port.html", "Selne Courier", "Halvar Press",
               "Three hurt as crane falls in the port",
               fmt::format("SELNE (NWA) - {}, the harbour police said. {}. {} said Ilva Torrend, a "
                           "crane driver.",
                           lead, second, quote),
               morning + 3900});
  builder.add(
      {"today.jsonl:12", "Marenia Today", "Halvar Press", "🚢 Live: crane comes down on Selne quay",
       fmt::format("🏗️ Update at 10: Three dock workers were injured when a loading crane "
                   "fell across the northern quay of the port of Selne early on Sunday. {}. "
                   "{}. Readers sent us pictures of the scene.",
                   second, third),
       morning + 6000});
  builder.add(
      {"harbourpost/night.html", "The Harbour Post", "Post Foundation",
       "Workers warned of crane for weeks",
       fmt::format("By Maro Quist, at the northern quay. Four people were taken to "
                   "hospital, the surgeon on duty, Dr Edda Falk, told The Harbour Post. Two "
                   "shift leaders showed our reporter letters of April in which they ask "
                   "for the crane to be taken down. {} Torrend told reporters behind the "
                   "barrier. Nobody from the port wanted to comment on the letters. The northern "
                   "basin was closed all day.",
                   quote),
       morning + 12600});
  builder.add(
      {"wire/release.txt", "Coastline Weekly", "", "Port examines all cranes after accident",
       fmt::format("{}. {}. Photographs may be used free of charge.", release_one, release_two),
       morning + 18000});
  builder.add({"island/port.txt", "Island Voice", "Island Media", "Southern quay takes the cargo",
               fmt::format("{}. {}. On the islands the shops expect no shortage.", release_one,
                           release_two),
               morning + 93600});
  builder.add({"notes/2031.txt", "", "", "Pier notes",
               fmt::format("The bent arm of the crane still lies over the rails and the gulls have "
                           "taken it. {} a driver is quoted everywhere today. Somebody should ask "
                           "who signed the papers.",
                           quote),
               std::nullopt});
  builder.add({"sawt/market.html", "صوت الميناء", "", "سوق السمك يفتح أبوابه من جديد",
               "يفتح سوق السمك في سيلنه أبوابه يوم الاثنين بعد عام من الترميم.", morning + 20000,
               "ar"});
}

void add_copies(Builder& builder) {
  const std::string run = fmt::format(
      "SELNE (NWA) - {}, the harbour police said. {}. {} said Ilva "
      "Torrend, a crane driver",
      lead, second, quote);
  Copy& printed = builder.copy(0, 1, {run});
  printed.quoted_share_a = printed.quoted_share_b = 0.25;
  printed.direction = Direction::a_to_b;
  printed.reasons = {
      {"credit_line", "The copy carries the credit line “(NWA)”.", {builder.find(1, "(NWA)")}}};
  const std::string_view rest = lead.substr(lead.find("when a loading"));
  Copy& edited = builder.copy(0, 2, {"Three dock workers were", rest, second, third});
  edited.direction = Direction::a_to_b;
  edited.reasons = {{"published_first", "[1] was published 90 minutes earlier.", {}}};
  Copy& again = builder.copy(1, 2, {"Three dock workers were", rest, second});
  again.reasons = {{"common_source", "Both take the text from [1].", {}}};
  for (const auto& [a, b] : std::array<std::pair<ArticleIndex, ArticleIndex>, 5>{
           {{0, 3}, {1, 3}, {0, 6}, {1, 6}, {3, 6}}}) {
    Copy& spoken = builder.copy(a, b, {quote.substr(3, quote.size() - 7)});
    spoken.quoted_share_a = spoken.quoted_share_b = 1.0;
  }
  Copy& release = builder.copy(4, 5, {fmt::format("{}. {}", release_one, release_two)});
  release.reasons = {
      {"no_direction", "Nothing shows who had it first: neither names a source.", {}}};
}

// Returns the press release, whose first print is in no article.
OriginIndex add_origins(Builder& builder) {
  builder.origin(
      OriginKind::agency, "agency text (NWA)", true,
      join({builder.sentences(0, 1, 2), builder.sentences(0, 4, 4), builder.sentences(1, 1, 2),
            builder.sentences(2, 1, 3)}),
      {{"agency_file", "[1] is the agency's own file.", {}},
       {"credit_line", "[2] carries the credit line “(NWA)”.", {builder.find(1, "(NWA)")}},
       {"copied", "[3] repeats 61 words of [1] in the same order.", {builder.find(2, second)}}});
  builder.origin(OriginKind::own, "own reporting: The Harbour Post", true,
                 join({builder.sentences(3, 1, 3), builder.sentences(3, 5, 6)}),
                 {{"told_outlet",
                   "The article names its own interview: “told The Harbour Post”.",
                   {builder.find(3, "told The Harbour Post")}},
                  {"byline", "It has a byline with a place.", {builder.find(3, "By Maro Quist")}}});
  const OriginIndex release =
      builder.origin(OriginKind::common_text, "a text that [5] and [6] share", true,
                     join({builder.sentences(4, 1, 2), builder.sentences(5, 1, 2)}),
                     {{"shared_text",
                       "Two articles carry the same text, and neither shows that it wrote it.",
                       {builder.find(4, release_one), builder.find(5, release_one)}}});
  builder.origin(OriginKind::unclear, "unclear: [7]", true,
                 join({builder.sentences(6, 1, 1), builder.sentences(6, 3, 3)}),
                 {{"no_evidence", "Nothing in [7] shows where its text comes from.", {}}});
  builder.origin(OriginKind::unclear, "unclear: a sentence of [6]", false,
                 builder.sentences(5, 3, 3),
                 {{"too_small", "One sentence, 15 % of the article: not counted.", {}}});
  return release;
}

void add_lineage(Builder& builder, OriginIndex release) {
  builder.lineage(
      {"", 0, false, 0, 1, 0.97, LineageKind::copy, {{"credit_line", "Credit line “(NWA)”.", {}}}});
  builder.lineage({"",
                   0,
                   false,
                   0,
                   2,
                   0.72,
                   LineageKind::edit,
                   {{"published_first", "Published 90 minutes after [1].", {}}}});
  builder.lineage({"",
                   0,
                   true,
                   release,
                   4,
                   0.84,
                   LineageKind::copy,
                   {{"shared_text", "Same text as [6].", {}}}});
  builder.lineage({"",
                   0,
                   true,
                   release,
                   5,
                   0.81,
                   LineageKind::copy,
                   {{"shared_text", "Same text as [5].", {}}}});
  builder.lineage({"",
                   0,
                   false,
                   0,
                   6,
                   0.1,
                   LineageKind::credit,
                   {{"attributed", "“is quoted everywhere”", {}}}});
}

void add_main_story(Builder& builder) {
  add_lineage(builder, add_origins(builder));
  Sum sum;
  sum.outlets = 6;
  sum.owners = 4;
  sum.shown = 2;
  sum.possible = 4;
  sum.steps = {
      {"outlets",
       "7 articles come from 6 outlets that are named; the outlet of [7] is not known.",
       {}},
      {"owners",
       "6 outlets belong to 4 owners that are known: Selne Courier and Marenia Today are "
       "both of Halvar Press. An owner does not fold origins.",
       {}},
      {"folded", "[2] and [3] fold into the agency text of [1].", {builder.find(1, "(NWA)")}},
      {"unclear",
       "[7] shares only quoted speech and shows no reporting of its own: it may be a "
       "fourth origin or none.",
       {}}};
  builder.story("Crane falls in port of Selne, three hurt", {0, 1, 2, 3, 4, 5, 6},
                {{0, 1, {"copy", "They share 57 words that are not quoted speech.", {}}}},
                std::move(sum));
}

void add_lone_story(Builder& builder) {
  builder.origin(OriginKind::unclear, "unclear: [8]", true, builder.sentences(7, 1, 1),
                 {{"not_analysed", "Its language is not covered.", {}}});
  Sum sum;
  sum.outlets = 1;
  sum.possible = 1;
  sum.steps = {{"alone", "One article: nothing to compare it with.", {}}};
  builder.story("سوق السمك يفتح أبوابه من جديد", {7}, {}, std::move(sum));
}

}  // namespace

Report example_report() {
  Builder builder;
  add_articles(builder);
  add_copies(builder);
  add_main_story(builder);
  add_lone_story(builder);
  Report& report = builder.report();
  std::sort(report.copies.begin(), report.copies.end(), [](const Copy& x, const Copy& y) {
    return std::tie(x.a, x.b, x.a_span) < std::tie(y.a, y.b, y.a_span);
  });
  report.problems = {
      {"notes/empty.txt", ErrorKind::empty, "notes/empty.txt holds no text; it was left out."}};
  report.coverage = {8,
                     1,
                     1,
                     {{"ar", 1}, {"en", 7}},
                     {"Arabic (1 article): sentences are split by "
                      "general rules only, and no agency table exists."}};
  add_example_speech(report);
  add_example_accounts(report);
  return std::move(report);
}

Report hostile_report() {
  Builder builder;
  constexpr std::string_view shared =
      "</script><script>document.title='owned'</script> <!-- <img src=x onerror=alert(1)> & &amp; "
      "then twelve plain words follow so that something is shared here today";
  builder.add({"<b>path</b>/\xff\x1b[31m.txt", "\"Evil\" <i>Outlet</i> \x1b[31mred\x1b[0m",
               "O'wner & Co",
               "</title><script>alert('title')</script> \xE2\x80\xAE txet \x1b]0;owned\x07",
               fmt::format("First\r\nline 😀 {}.\x01\x02 End.", shared), morning, "en\"><script>"});
  builder.add({"second.txt", "Outlet\tTwo", "", "]]> {{constructor}} ${7*7} \u2028 \u0085 `",
               fmt::format("😀😀 Another 😀 start. {}. \xEF\xBB\xBF Rest.", shared), morning + 60});
  builder.copy(0, 1, {shared});
  builder.origin(OriginKind::common_text, "</text><script>alert(2)</script>", true,
                 {builder.find(0, shared), builder.find(1, shared)},
                 {{"shared_text", "<img src=x onerror=alert(3)> \x1b[2J", {}}});
  builder.lineage({"", 0, true, 0, 0, 0.9, LineageKind::copy, {}});
  builder.lineage({"", 0, false, 0, 1, 0.9, LineageKind::edit, {}});
  Sum sum;
  sum.outlets = 2;
  sum.shown = sum.possible = 1;
  sum.steps = {{"folded", "<script>alert(4)</script>", {}}};
  builder.story("<script>alert('story')</script>", {0, 1}, {}, std::move(sum));
  builder.report().problems = {
      {"bad\xff\x1b[0m<b>", ErrorKind::binary, "<script>alert(5)</script>"}};
  builder.report().coverage = {2, 0, 0, {{"<script>", 2}}, {"<script>alert(6)</script>"}};
  add_hostile_speech(builder.report());
  add_hostile_accounts(builder.report());
  return std::move(builder.report());
}

Report large_report(std::uint32_t articles, std::uint32_t story_size) {
  Builder builder;
  for (std::uint32_t first = 0; first < articles; first += story_size) {
    const std::uint32_t end = std::min(articles, first + story_size);
    std::string shared;
    for (int i = 0; i < 120; ++i) shared += fmt::format("shared {} of story {} ", i, first);
    std::vector<ArticleIndex> members;
    std::vector<ArticleSpan> passages;
    for (std::uint32_t i = first; i < end; ++i) {
      std::string own;
      for (int k = 0; k < 120; ++k) own += fmt::format("own {} of article {} ", k, i);
      const std::string path = fmt::format("large.jsonl:{}", i + 1);
      const std::string outlet = fmt::format("Outlet {}", i % 40);
      builder.add({path, outlet, "", fmt::format("Headline {}", i),
                   fmt::format("{}end. {}. Last sentence.", shared, own),
                   morning + std::int64_t{i} * 60});
      members.push_back(i);
      const std::vector<ArticleSpan> sentence = builder.sentences(i, 1, 1);
      passages.insert(passages.end(), sentence.begin(), sentence.end());
    }
    // Every pair copies: the quadratic worst case of a story that all print.
    for (std::uint32_t a = first; a < end; ++a) {
      for (std::uint32_t b = a + 1; b < end; ++b) builder.copy(a, b, {shared});
      if (a > first) builder.lineage({"", 0, false, first, a, 0.5, LineageKind::copy, {}});
    }
    builder.origin(OriginKind::agency, fmt::format("agency text {}", first), true,
                   std::move(passages), {{"credit_line", "Credit line.", {}}});
    Sum sum;
    sum.outlets = std::min(story_size, 40U);
    sum.shown = 1;
    sum.possible = 1;
    sum.steps = {{"folded", "All fold into one text.", {}}};
    builder.story(fmt::format("Story {}", first), std::move(members), {}, std::move(sum));
  }
  builder.report().coverage = {articles, 0, 0, {{"en", articles}}, {}};
  return std::move(builder.report());
}

}  // namespace twosource
