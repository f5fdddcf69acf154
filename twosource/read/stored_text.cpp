#include "twosource/read/stored_text.hpp"

#include "twosource/read/whitespace.hpp"

namespace twosource {

Article store_text(std::string_view title, std::string_view body) {
  Article article;
  article.text = on_one_line(title);
  article.title = {0, static_cast<std::uint32_t>(article.text.size())};
  body = trim(body);
  if (!article.text.empty() && !body.empty()) article.text += "\n\n";
  article.body.begin = static_cast<std::uint32_t>(article.text.size());
  article.text += body;
  article.body.end = static_cast<std::uint32_t>(article.text.size());
  return article;
}

}  // namespace twosource
