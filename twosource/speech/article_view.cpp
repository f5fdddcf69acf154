#include "twosource/speech/article_view.hpp"

#include <algorithm>

#include "twosource/base/unicode.hpp"
#include "twosource/speech/roles.hpp"

namespace twosource {

std::uint32_t ArticleView::token_at(std::uint32_t byte) const {
  const auto found =
      std::partition_point(tagged_.tokens.begin(), tagged_.tokens.end(),
                           [&](const Token& token) { return token.span.end <= byte; });
  return static_cast<std::uint32_t>(found - tagged_.tokens.begin());
}

TokenRange ArticleView::tokens_of(Span span) const {
  if (span.empty()) return {};
  return {token_at(span.begin), token_at(span.end - 1) + 1};
}

Span ArticleView::span_of(TokenRange tokens) const {
  return {tagged_.tokens[tokens.begin].span.begin, tagged_.tokens[tokens.end - 1].span.end};
}

std::string ArticleView::word(std::uint32_t token) const {
  return to_latin(slice(text_, tagged_.tokens[token].span));
}

TokenRange ArticleView::sentence_of(std::uint32_t token) const {
  const auto [begin, end] = sentence_around(tagged_, token);
  return {begin, end};
}

std::size_t ArticleView::paragraph_of(std::uint32_t byte) const {
  const auto& all = input_.analysis.paragraphs;
  return static_cast<std::size_t>(
      std::partition_point(all.begin(), all.end(), [&](Span p) { return p.begin <= byte; }) -
      all.begin());
}

bool ArticleView::in_quotation(std::uint32_t byte) const {
  const auto& all = input_.analysis.quotations;
  const auto next = std::partition_point(
      all.begin(), all.end(), [&](const Quotation& each) { return each.span.end <= byte; });
  return next != all.end() && next->span.begin <= byte;
}

std::uint32_t ArticleView::mention_from(std::uint32_t token) const {
  const auto& all = names_.mentions;
  const auto found = std::partition_point(
      all.begin(), all.end(), [&](const ArticleMention& each) { return each.end <= token; });
  return static_cast<std::uint32_t>(found - all.begin());
}

std::optional<std::uint32_t> ArticleView::mention_in(TokenRange tokens) const {
  const auto& all = names_.mentions;
  std::uint32_t i = mention_from(tokens.begin);
  while (i < all.size() && all[i].begin < tokens.begin) ++i;
  if (i == all.size() || all[i].begin >= tokens.end) return std::nullopt;
  return i;
}

bool ArticleView::in_mention(std::uint32_t token) const {
  const std::uint32_t i = mention_from(token);
  return i < names_.mentions.size() && names_.mentions[i].begin <= token;
}

}  // namespace twosource
