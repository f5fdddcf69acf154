// Families grown from real texts: independent reports of one event are the hardest thing to keep
// apart, and nobody can make them up.
#include "bench/generator/bases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "bench/generator/synonyms.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/json.hpp"
#include "twosource/base/span.hpp"
#include "twosource/read/collection.hpp"
#include "twosource/read/read.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t longest_article = 8000;  // bytes
constexpr std::size_t piece_of_book = 4000;
constexpr std::size_t fewest_sentences = 10;
constexpr std::size_t most_kept_back = 6;         // sentences
constexpr std::uint32_t shortest_utterance = 10;  // words
constexpr std::uint32_t shared_run = 12;

constexpr auto agencies = std::to_array<std::string_view>(
    {"Associated Press", "(AP)", " AP ", "Reuters", "REUTERS", "AFP", "Agence France", "(UPI)",
     "dpa", "Bloomberg", "Xinhua", "Interfax", "PRNewswire", "BUSINESS WIRE"});

struct Labelled {
  Article article;
  std::string event;  // empty: not told
};

bool names_agency(std::string_view text) {
  return std::ranges::any_of(
      agencies, [&](std::string_view name) { return text.find(name) != std::string_view::npos; });
}

// The event of each line of JSON Lines, by the path that the reader gives the line.
void add_events(const std::string& path, std::string_view bytes,
                std::map<std::string, std::string>& events) {
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    if (bytes.front() == '{') {
      const Result<Json> record = parse_json(bytes.substr(0, end));
      if (record) {
        const std::string_view event = record->text_at("event");
        events[fmt::format("{}:{}", path, number)] =
            event.empty() ? record->text_at("story") : event;
      }
    }
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

// A book as articles of its paragraphs.
std::vector<Article> cut_book(const Article& book) {
  std::vector<Article> pieces;
  const Analysis analysis = analyze_structure(book, analyze_words(book));
  Article piece;
  const auto close = [&] {
    piece.title = {0, 0};
    piece.body = {0, static_cast<std::uint32_t>(piece.text.size())};
    pieces.push_back(std::exchange(piece, {}));
  };
  for (const Span paragraph : analysis.paragraphs) {
    if (!piece.text.empty()) piece.text += "\n\n";
    piece.text += slice(book.text, paragraph);
    if (piece.text.size() >= piece_of_book) close();
  }
  return pieces;
}

Result<std::vector<Labelled>> read_labelled(std::span<const std::string> paths) {
  std::vector<ReadOutcome> outcomes;
  std::map<std::string, std::string> events;
  for (const std::string& path : find_inputs(paths).files) {
    const Result<std::string> bytes = read_file(path, max_input_bytes);
    if (!bytes) return bytes.error();
    add_events(path, *bytes, events);
    outcomes.push_back(read_bytes(path, *bytes, {}));
  }
  std::vector<Labelled> all;
  for (Article& article : settle(std::move(outcomes)).articles) {
    if (names_agency(article.text)) continue;
    const auto event = events.find(article.path);
    if (article.text.size() <= longest_article) {
      all.push_back({std::move(article), event == events.end() ? std::string() : event->second});
      continue;
    }
    for (Article& piece : cut_book(article)) all.push_back({std::move(piece), {}});
  }
  return all;
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// "WASHINGTON — " and "PARIS (Reuters) - ": generated articles get datelines of their own.
std::string without_dateline(std::string sentence) {
  constexpr std::size_t longest = 40;
  for (const std::string_view dash : {" — ", " – ", " - ", " -- "}) {
    const std::size_t at = sentence.find(dash);
    if (at == std::string::npos || at > longest) continue;
    const std::string_view place = std::string_view(sentence).substr(0, at);
    const auto capitals =
        std::count_if(place.begin(), place.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (2 * static_cast<std::size_t>(capitals) >= place.size()) {
      return sentence.substr(at + dash.size());
    }
  }
  return sentence;
}

// The first words of a text without a title.
std::string title_from(std::string_view sentence) {
  constexpr std::size_t longest = 60;
  if (sentence.size() <= longest) return std::string(sentence);
  return std::string(sentence.substr(0, sentence.substr(0, longest).rfind(' ')));
}

bool within(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

// The spoken words of a sentence that is little more than them; empty where it is not.
std::string spoken_words(const Article& article, const Analysis& analysis, Span sentence) {
  for (const Quotation& quotation : analysis.quotations) {
    if (!quotation.closed || !within(quotation.span, sentence)) continue;
    const std::uint32_t bytes = quotation.content.end - quotation.content.begin;
    if (10 * bytes < 6 * (sentence.end - sentence.begin)) continue;
    std::string words = on_one_line(slice(article.text, quotation.content));
    while (!words.empty() && std::ispunct(static_cast<unsigned char>(words.back())) != 0) {
      words.pop_back();
    }
    if (std::count(words.begin(), words.end(), ' ') + 1 >= shortest_utterance) return words;
  }
  return {};
}

// The pieces of one paragraph; whole quotations go to the utterances.
Paragraph cut_paragraph(const Article& article, const Analysis& analysis,
                        std::span<const Span> sentences, std::vector<Utterance>& utterances) {
  constexpr std::size_t most_utterances = 2;
  Paragraph pieces;
  for (const Span sentence : sentences) {
    std::string words;
    if (utterances.size() < most_utterances) words = spoken_words(article, analysis, sentence);
    if (!words.empty()) {
      utterances.push_back({std::move(words), "a spokesman"});
      continue;
    }
    Piece piece;
    piece.text = on_one_line(slice(article.text, sentence));
    if (!piece.text.empty()) pieces.push_back(std::move(piece));
  }
  return pieces;
}

BaseText cut_text(const Article& article, const Analysis& analysis) {
  BaseText text;
  text.draft.title = on_one_line(title_of(article));
  // Sentence 0 is the title.
  std::span<const Span> rest = std::span(analysis.sentences).subspan(1);
  for (const Span paragraph : analysis.paragraphs) {
    std::size_t count = 0;
    while (count < rest.size() && rest[count].end <= paragraph.end) ++count;
    Paragraph pieces = cut_paragraph(article, analysis, rest.first(count), text.utterances);
    rest = rest.subspan(count);
    if (!pieces.empty()) text.draft.paragraphs.push_back(std::move(pieces));
  }
  if (text.draft.paragraphs.empty()) return text;
  Piece& head = text.draft.paragraphs.front().front();
  head.text = without_dateline(std::move(head.text));
  if (text.draft.title.empty()) text.draft.title = title_from(head.text);
  return text;
}

// Takes the last sentences out, less where the text is short.
void keep_back(BaseText& text) {
  std::size_t sentences = 0;
  for (const Paragraph& paragraph : text.draft.paragraphs) sentences += paragraph.size();
  std::size_t count = std::min(most_kept_back, sentences / 4);
  while (count-- > 0) {
    Paragraph& last = text.draft.paragraphs.back();
    text.sentences.push_back(std::move(last.back().text));
    last.pop_back();
    if (last.empty()) text.draft.paragraphs.pop_back();
  }
}

// All sequences of twelve words that do not lie in a quotation.
std::set<std::uint64_t> unquoted_runs(const Analysis& analysis) {
  std::vector<std::uint64_t> open;
  std::set<std::uint64_t> runs;
  for (const Word& word : analysis.words) {
    const bool quoted = std::ranges::any_of(analysis.quotations, [&](const Quotation& quotation) {
      return within(word.span, quotation.span);
    });
    if (quoted) open.clear();
    if (quoted) continue;
    open.push_back(word.hash);
    if (open.size() < shared_run) continue;
    std::uint64_t hash = 0;
    for (std::size_t i = open.size() - shared_run; i < open.size(); ++i) {
      hash = (hash ^ open[i]) * 0x9E3779B97F4A7C15U;
    }
    runs.insert(hash);
  }
  return runs;
}

void add_text(BaseEvent& event, std::set<std::uint64_t>& known, const Article& article) {
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  if (analysis.sentences.size() <= fewest_sentences) return;
  std::set<std::uint64_t> runs = unquoted_runs(analysis);
  const bool shares =
      std::ranges::any_of(runs, [&](std::uint64_t run) { return known.contains(run); });
  known.merge(runs);
  if (shares) return;
  BaseText text = cut_text(article, analysis);
  keep_back(text);
  if (!text.draft.paragraphs.empty()) event.texts.push_back(std::move(text));
}

class BaseWriter : public Writer {
 public:
  BaseWriter(const BaseEvent& event, Random& random) : event_(event) {
    for (std::size_t i = 0; i < event.texts.size(); ++i) order_.push_back(i);
    random.shuffle(order_);
    for (const BaseText& text : event.texts) {
      sentences_.insert(sentences_.end(), text.sentences.begin(), text.sentences.end());
      utterances_.insert(utterances_.end(), text.utterances.begin(), text.utterances.end());
      for (const Paragraph& paragraph : text.draft.paragraphs) {
        for (const Piece& piece : paragraph) add_words(piece.text);
      }
    }
    random.shuffle(sentences_);
    random.shuffle(utterances_);
    if (words_.empty()) words_.emplace_back("then");
  }

  [[nodiscard]] bool has_article() const override { return !order_.empty(); }

  Draft article(Random& /*random*/) override {
    const std::size_t next = order_.back();
    order_.pop_back();
    return event_.texts[next].draft;
  }

  std::string sentence(Random& /*random*/) override {
    if (sentences_.empty()) return {};
    std::string sentence = std::move(sentences_.back());
    sentences_.pop_back();
    return sentence;
  }

  Utterance utterance(Random& /*random*/) override {
    if (utterances_.empty()) return {};
    Utterance utterance = std::move(utterances_.back());
    utterances_.pop_back();
    return utterance;
  }

  std::string word(Random& random) override { return random.one_of(words_); }

  std::string place(Random& random) override {
    constexpr auto places = std::to_array<std::string_view>({"Selne", "Port Ansel", "Moruvel"});
    return std::string(places[random.below(places.size())]);
  }

  std::string reworded(const std::string& sentence, Random& random) override {
    return say_in_other_words(sentence, random);
  }

 private:
  // What edits insert: the small words of the event itself.
  void add_words(std::string_view sentence) {
    while (!sentence.empty()) {
      const std::size_t end = std::min(sentence.find(' '), sentence.size());
      const std::string_view word = sentence.substr(0, end);
      const bool plain =
          word.size() > 2 && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
      if (plain) words_.emplace_back(word);
      sentence.remove_prefix(std::min(end + 1, sentence.size()));
    }
  }

  const BaseEvent& event_;
  std::vector<std::size_t> order_;
  std::vector<std::string> sentences_;
  std::vector<Utterance> utterances_;
  std::vector<std::string> words_;
};

}  // namespace

Result<std::vector<BaseEvent>> read_base_events(std::span<const std::string> paths) {
  constexpr std::size_t texts_an_event = 3;
  const Result<std::vector<Labelled>> texts = read_labelled(paths);
  if (!texts) return texts.error();
  std::map<std::string, std::size_t> numbers;
  std::vector<BaseEvent> events;
  std::vector<std::set<std::uint64_t>> known;
  std::size_t unlabelled = 0;
  for (const Labelled& text : *texts) {
    const std::string key =
        text.event.empty() ? fmt::format("\n{}", unlabelled++ / texts_an_event) : text.event;
    const auto [place, is_new] = numbers.emplace(key, events.size());
    if (is_new) events.emplace_back();
    if (is_new) known.emplace_back();
    add_text(events[place->second], known[place->second], text.article);
  }
  std::erase_if(events, [](const BaseEvent& event) { return event.texts.empty(); });
  if (events.empty()) {
    return Error{ErrorKind::empty,
                 "no base text is long enough (ten sentences) and free of agencies' names"};
  }
  return events;
}

std::unique_ptr<Writer> write_from_base(const BaseEvent& event, Random& random) {
  return std::make_unique<BaseWriter>(event, random);
}

}  // namespace twosource::bench
