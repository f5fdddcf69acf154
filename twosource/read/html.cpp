#include "twosource/read/html.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "twosource/read/lean_html.hpp"
#include "twosource/read/linked_body.hpp"
#include "twosource/read/linked_data.hpp"
#include "twosource/read/page.hpp"
#include "twosource/read/page_blocks.hpp"
#include "twosource/read/page_body.hpp"
#include "twosource/read/page_metadata.hpp"
#include "twosource/read/stored_text.hpp"

namespace twosource {
namespace {

std::string join(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += paragraph;
  }
  return text;
}

// JSON-LD is text inside JSON, but many pages leave HTML entities in it.
void decode_entities(std::string& text) {
  if (text.find('&') != std::string::npos) text = text_of_fragment(text);
}

}  // namespace

Result<Article> read_html(std::string_view html) {
  const LeanHtml lean = make_lean(html);
  const Page page = parse_page(lean.html);
  LinkedArticle linked = find_linked_article(lean.linked_data);
  for (std::string* text : {&linked.headline, &linked.outlet, &linked.owner})
    decode_entities(*text);
  for (std::string& author : linked.authors) decode_entities(author);
  PageMetadata metadata = find_metadata(page, linked);
  const std::vector<std::string> body =
      reconcile_body(find_body(page, {metadata.title, metadata.description}), linked.body);
  if (body.empty()) return Error{ErrorKind::empty, "no article found on the page"};
  Article article = store_text(metadata.title, join(body));
  article.outlet = std::move(metadata.outlet);
  article.owner = std::move(metadata.owner);
  article.url = std::move(metadata.url);
  article.language = std::move(metadata.language);
  article.authors = std::move(metadata.authors);
  article.published = metadata.published;
  return article;
}

bool is_html_fragment(std::string_view text) {
  constexpr auto ends = std::to_array<std::string_view>(
      {"</p>", "</div>", "<br>", "<br/>", "<br />", "</li>", "</h2>", "</P>", "<BR>"});
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return text.find(end) != std::string_view::npos;
  });
}

std::string text_of_fragment(std::string_view html) {
  const LeanHtml lean = make_lean(html);
  const Page page = parse_page(lean.html);
  const std::vector<bool> nothing(page.nodes().size());
  std::vector<std::string> paragraphs;
  for (PageBlock& block : find_blocks(page, 0, nothing)) {
    paragraphs.push_back(std::move(block.text));
  }
  return join(paragraphs);
}

}  // namespace twosource
