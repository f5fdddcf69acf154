#include "bench/news_texts.hpp"

#include <algorithm>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/base/json.hpp"

namespace twosource::bench {
namespace {

using Texts = std::vector<std::string>;

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

Texts texts_of_json_lines(std::string_view bytes) {
  Texts texts;
  while (!bytes.empty()) {
    const Result<Json> record = parse_json(take_line(bytes));
    if (!record) continue;
    const std::string_view story = record->text_at("story");
    if (story.empty() || hash_bytes(story) % 2 == 0) texts.emplace_back(record->text_at("text"));
  }
  return texts;
}

// The bodies are ASCII but for stray control characters; the entities are those of SGML.
std::string plain_body(std::string_view body) {
  std::string text;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == '&') {
      i = std::min(body.find(';', i), body.size() - 1);
      text += ' ';
    } else {
      text += static_cast<unsigned char>(body[i]) < 0x80 ? body[i] : ' ';
    }
  }
  return text;
}

Texts texts_of_sgml(std::string_view bytes) {
  constexpr std::string_view open = "<BODY>";
  Texts texts;
  for (std::size_t i = bytes.find(open); i != std::string_view::npos; i = bytes.find(open, i)) {
    i += open.size();
    texts.push_back(plain_body(bytes.substr(i, bytes.find("</BODY>", i) - i)));
  }
  return texts;
}

// "do", "n't" and "Orlo", "'s" stand on two lines and are one word each.
Texts text_of_tokens(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    const std::string_view token = line.substr(0, line.find('\t'));
    const bool glued =
        token == "n't" || token == "n’t" || token.substr(0, 1) == "'" || token.substr(0, 3) == "’";
    if (!glued && !text.empty()) text += token.empty() ? '\n' : ' ';
    if (token.find("://") == std::string_view::npos) text += token;
  }
  return {std::move(text)};
}

}  // namespace

Texts news_texts(const std::string& path, std::string_view bytes) {
  if (path.ends_with(".jsonl") || path.ends_with(".jsonl.gz")) return texts_of_json_lines(bytes);
  if (path.ends_with(".sgm")) return texts_of_sgml(bytes);
  if (path.ends_with(".tsv")) return text_of_tokens(bytes);
  if (path.ends_with(".txt")) return {std::string(bytes)};
  return {};
}

}  // namespace twosource::bench
