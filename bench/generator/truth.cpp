#include "bench/generator/truth.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "bench/generator/random.hpp"
#include "twosource/base/code_points.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/base/json.hpp"

namespace twosource::bench {
namespace {

StoredText store(const Text& text, std::string id) {
  StoredText stored;
  stored.id = std::move(id);
  stored.text = text.draft.title + "\n\n";
  stored.body_begin = static_cast<std::uint32_t>(stored.text.size());
  for (std::size_t p = 0; p < text.draft.paragraphs.size(); ++p) {
    if (p > 0) stored.text += "\n\n";
    bool is_first = true;
    for (const Piece& piece : text.draft.paragraphs[p]) {
      if (!std::exchange(is_first, false)) stored.text += ' ';
      const auto begin = static_cast<std::uint32_t>(stored.text.size());
      stored.text += piece.text;
      stored.pieces.push_back(&piece);
      stored.spans.push_back({begin, static_cast<std::uint32_t>(stored.text.size())});
    }
  }
  return stored;
}

std::string time_text(std::int64_t seconds) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

Json touches_of(const Touches& touches) {
  Json::Array names;
  if (touches.new_lead) names.emplace_back("new_lead");
  if (touches.cut) names.emplace_back("cut");
  if (touches.reordered) names.emplace_back("reordered");
  if (touches.edited) names.emplace_back("edited");
  if (touches.reworded) names.emplace_back("reworded");
  if (touches.extended) names.emplace_back("extended");
  if (touches.credit_kept) names.emplace_back("credit_kept");
  return names;
}

// Writes the truth of one family.
class TruthWriter {
 public:
  TruthWriter(const Family& family, const std::vector<StoredText>& texts, std::uint64_t seed,
              const Newsrooms& newsrooms)
      : family_(family),
        texts_(texts),
        newsrooms_(newsrooms),
        story_(make_id("generated_story", {std::to_string(seed), std::to_string(family.number)})) {
    for (const StoredText& text : texts) code_points_.emplace_back(text.text);
    for (const TruePassage& passage : true_passages(family, texts)) {
      passages_[passage.to].push_back(passage);
    }
  }

  [[nodiscard]] std::string story() const {
    std::vector<std::uint32_t> all;
    Json::Array articles;
    Json::Array sources;
    for (std::uint32_t i = 0; i < family_.texts.size(); ++i) {
      const bool hidden = family_.texts[i].hidden;
      if (!hidden) all.push_back(i);
      (hidden ? sources : articles).emplace_back(texts_[i].id);
    }
    Json::Array origins;
    std::uint32_t counted = 0;
    for (const TrueOrigin& origin : true_origins(family_, all)) {
      const FirstText& first = family_.firsts[origin.first];
      Json::Array carriers;
      for (const std::uint32_t article : origin.articles) carriers.emplace_back(texts_[article].id);
      counted += origin.counted ? 1 : 0;
      origins.emplace_back(Json::Object{{"origin", origin.first},
                                        {"kind", name_of(first.kind)},
                                        {"name", first.name},
                                        {"counted", origin.counted},
                                        {"articles", std::move(carriers)}});
    }
    return to_json(Json::Object{{"type", "story"},
                                {"id", story_},
                                {"articles", std::move(articles)},
                                {"sources", std::move(sources)},
                                {"counted", counted},
                                {"origins", std::move(origins)}}) +
           "\n";
  }

  [[nodiscard]] std::string text(std::uint32_t index) const {
    const Text& text = family_.texts[index];
    Json::Object record{{"type", text.hidden ? "source" : "article"},
                        {"id", texts_[index].id},
                        {"story", story_},
                        {"written", time_text(text.written)}};
    if (!text.hidden) {
      record.emplace_back("date", name_of(text.date));
      record.emplace_back("outlet", newsrooms_.outlets[text.outlet].name);
      record.emplace_back("credits", text.credited == none ? Json() : Json(text.credited));
      record.emplace_back("touches", touches_of(text.touches));
      record.emplace_back("parents", parents(index));
      record.emplace_back("passages", passages(index));
    }
    record.emplace_back("sentences", sentences(index));
    return to_json(record) + "\n";
  }

  [[nodiscard]] std::string article_record(std::uint32_t index) const {
    const Text& text = family_.texts[index];
    const StoredText& stored = texts_[index];
    const Newsroom& outlet = newsrooms_.outlets[text.outlet];
    Json::Object record{{"id", stored.id}, {"title", text.draft.title}};
    record.emplace_back("text", std::string_view(stored.text).substr(stored.body_begin));
    record.emplace_back("outlet", outlet.name);
    record.emplace_back("url", fmt::format("https://{}/{}", outlet.domain, stored.id));
    if (!text.author.empty()) record.emplace_back("authors", Json::Array{text.author});
    if (text.date != DateState::missing) {
      record.emplace_back("published", time_text(text.published));
    }
    return to_json(record);
  }

  [[nodiscard]] std::string source_record(std::uint32_t index) const {
    const StoredText& stored = texts_[index];
    return to_json(
               Json::Object{{"id", stored.id},
                            {"title", family_.texts[index].draft.title},
                            {"text", std::string_view(stored.text).substr(stored.body_begin)}}) +
           "\n";
  }

 private:
  // [start, end, byte_start, byte_end]
  [[nodiscard]] Json place(std::uint32_t text, Span span) const {
    const CodePointMap& map = code_points_[text];
    return Json::Array{map.at(span.begin), map.at(span.end), span.begin, span.end};
  }

  [[nodiscard]] Json parents(std::uint32_t index) const {
    const StoredText& stored = texts_[index];
    std::uint32_t all = 0;
    std::map<std::uint32_t, std::uint32_t> words;
    for (const Piece* piece : stored.pieces) {
      const std::uint32_t count = words_in(piece->text);
      if (tells(*piece)) all += count;
      if (piece->from != none) words[piece->from] += count;
    }
    Json::Array list;
    for (const Parent& parent : family_.texts[index].parents) {
      const std::uint32_t taken = words[parent.text];
      list.emplace_back(
          Json::Object{{"id", texts_[parent.text].id},
                       {"hidden", family_.texts[parent.text].hidden},
                       {"operation", name_of(parent.operation)},
                       {"words", taken},
                       {"share", all == 0 ? 0.0 : std::round(1000.0 * taken / all) / 1000.0}});
    }
    return list;
  }

  [[nodiscard]] Json passages(std::uint32_t index) const {
    Json::Array list;
    const auto found = passages_.find(index);
    if (found == passages_.end()) return list;
    for (const TruePassage& passage : found->second) {
      list.emplace_back(Json::Object{{"from", texts_[passage.from].id},
                                     {"kind", name_of(passage.change)},
                                     {"at", place(index, passage.to_span)},
                                     {"from_at", place(passage.from, passage.from_span)}});
    }
    return list;
  }

  [[nodiscard]] Json sentences(std::uint32_t index) const {
    Json::Array list;
    const StoredText& stored = texts_[index];
    for (std::size_t i = 0; i < stored.pieces.size(); ++i) {
      const Piece& piece = *stored.pieces[i];
      Json::Object sentence{{"at", place(index, stored.spans[i])}};
      if (piece.role != PieceRole::text) sentence.emplace_back("role", name_of(piece.role));
      if (piece.first != none) {
        sentence.emplace_back("origin", piece.first);
        sentence.emplace_back("number", piece.number);
      }
      if (piece.utterance != none) {
        const std::uint32_t begin = stored.spans[i].begin;
        sentence.emplace_back("utterance", piece.utterance);
        sentence.emplace_back("spoken",
                              place(index, {begin + piece.spoken_begin, begin + piece.spoken_end}));
      }
      list.emplace_back(std::move(sentence));
    }
    return list;
  }

  const Family& family_;
  const std::vector<StoredText>& texts_;
  const Newsrooms& newsrooms_;
  std::string story_;
  std::vector<CodePointMap> code_points_;
  std::map<std::uint32_t, std::vector<TruePassage>> passages_;
};

}  // namespace

std::vector<StoredText> store_family(const Family& family, std::uint64_t seed) {
  std::vector<StoredText> texts;
  for (std::size_t i = 0; i < family.texts.size(); ++i) {
    texts.push_back(store(family.texts[i],
                          make_id("generated", {std::to_string(seed), std::to_string(family.number),
                                                std::to_string(i)})));
  }
  return texts;
}

std::vector<TruePassage> true_passages(const Family& family, const std::vector<StoredText>& texts) {
  std::vector<TruePassage> passages;
  for (std::uint32_t to = 0; to < family.texts.size(); ++to) {
    const StoredText& stored = texts[to];
    const Piece* last = nullptr;
    for (std::size_t i = 0; i < stored.pieces.size(); ++i) {
      const Piece* piece = stored.pieces[i];
      if (piece->from == none) {
        last = nullptr;
        continue;
      }
      const Span from = texts[piece->from].spans[piece->from_piece];
      if (last != nullptr && last->from == piece->from &&
          last->from_piece + 1 == piece->from_piece) {
        TruePassage& open = passages.back();
        open.from_span.end = from.end;
        open.to_span.end = stored.spans[i].end;
        open.change = std::max(open.change, piece->change);
      } else {
        passages.push_back({piece->from, to, from, stored.spans[i], piece->change});
      }
      last = piece;
    }
  }
  return passages;
}

std::vector<TrueOrigin> true_origins(const Family& family,
                                     const std::vector<std::uint32_t>& texts) {
  std::map<std::uint32_t, TrueOrigin> origins;
  for (const std::uint32_t index : texts) {
    std::uint32_t all = 0;
    std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> carried;  // sentences, words
    for (const Paragraph& paragraph : family.texts[index].draft.paragraphs) {
      for (const Piece& piece : paragraph) {
        if (!tells(piece)) continue;
        const std::uint32_t words = words_in(piece.text);
        all += words;
        if (piece.first == none) continue;
        auto& [sentences, sum] = carried[piece.first];
        ++sentences;
        sum += words;
      }
    }
    for (const auto& [first, count] : carried) {
      TrueOrigin& origin = origins[first];
      origin.first = first;
      origin.articles.push_back(index);
      origin.counted =
          origin.counted || (count.first >= story_sentences && count.second >= story_share * all);
    }
  }
  std::vector<TrueOrigin> list;
  list.reserve(origins.size());
  for (auto& [first, origin] : origins) list.push_back(std::move(origin));
  return list;
}

FamilyLines write_family(const Family& family, std::uint64_t seed, const Newsrooms& newsrooms) {
  const std::vector<StoredText> texts = store_family(family, seed);
  const TruthWriter writer(family, texts, seed, newsrooms);
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t x, std::uint32_t y) { return texts[x].id < texts[y].id; });
  FamilyLines lines;
  lines.truth = writer.story();
  for (const std::uint32_t i : order) {
    lines.truth += writer.text(i);
    if (family.texts[i].hidden) {
      lines.sources += writer.source_record(i);
    } else {
      lines.articles.push_back(writer.article_record(i) + "\n");
      lines.texts.push_back(texts[i].text);
    }
  }
  return lines;
}

}  // namespace twosource::bench
