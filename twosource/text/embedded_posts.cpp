// Speech without quotation marks: posts and statements that pages show as blocks.
//
//     The band wrote on its page:
//     Our friends have been pulled off the stage.
//     Speak up in this town and you are treated like a thief.
//     — FOG HORN (@foghornband) August 22, 2031
//
// In a browser that is a box; in the text nothing is left of the box but the line that signs it.
// Three outlets that embed the same post then share 20 words, as if one had copied another.
//
// So the signatures are looked for, and what they sign is speech. Where it begins is written
// nowhere: at the paragraph that leads up to it with a colon, if one does within a post's length.
// Otherwise only what certainly belongs to it is taken: the paragraph before the signature, and
// those before it that have a post's own marks. A post that is too short here costs little; a
// report that became speech would vanish from the origins.
#include "twosource/text/embedded_posts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "twosource/base/unicode.hpp"
#include "twosource/text/spans.hpp"

namespace twosource {
namespace {

constexpr std::size_t longest_name = 90;        // bytes between the dash and the handle
constexpr std::size_t longest_date = 40;        // bytes behind the handle
constexpr std::size_t longest_post = 900;       // bytes of one paragraph of a post
constexpr std::size_t longest_statement = 100;  // bytes of the line that signs a statement
constexpr std::size_t most_paragraphs = 6;      // of one post

constexpr std::array<std::string_view, 4> dashes = {"—", "–", "―", "--"};

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_handle_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '.' || c == '-';
}

// Where the last dash of `text` begins; npos: it has none.
std::size_t last_dash(std::string_view text) {
  std::size_t found = std::string_view::npos;
  for (std::string_view dash : dashes) {
    const std::size_t at = text.rfind(dash);
    if (at != std::string_view::npos && (found == std::string_view::npos || at > found)) found = at;
  }
  return found;
}

std::size_t dash_size(std::string_view text) {
  for (std::string_view dash : dashes) {
    if (text.starts_with(dash)) return dash.size();
  }
  return 0;
}

// A day in any form has digits, and little else stands behind a handle.
bool is_date(std::string_view text) {
  return text.size() <= longest_date && has_digit(text) &&
         text.find_first_of("!?") == std::string_view::npos;
}

// Where the signature of a post begins that ends this paragraph: "— Name (@handle) May 1, 2031".
std::optional<std::uint32_t> signature(std::string_view text, Span paragraph) {
  const std::string_view line = slice(text, paragraph);
  const std::size_t handle = line.rfind("(@");
  if (handle == std::string_view::npos) return std::nullopt;
  std::size_t end = handle + 2;
  while (end < line.size() && is_handle_byte(line[end])) ++end;
  if (end == handle + 2 || end == line.size() || line[end] != ')') return std::nullopt;
  const std::size_t from = handle > longest_name ? handle - longest_name : 0;
  const std::size_t dash = last_dash(line.substr(from, handle - from));
  if (dash == std::string_view::npos) return std::nullopt;
  const std::size_t begin = from + dash;
  const std::string_view date = line.substr(end + 1);
  const bool undated = begin == 0 && date.empty();
  if (!undated && !is_date(date)) return std::nullopt;
  return paragraph.begin + static_cast<std::uint32_t>(begin);
}

bool is_name_word(std::string_view word) {
  return !word.empty() && is_upper(code_point_at(word, 0).value);
}

bool names_a_writer(std::string_view role) {
  constexpr std::array<std::string_view, 7> writers = {
      "writer", "reporter", "correspondent", "editor", "contribut", "photo", "staff"};
  return std::any_of(writers.begin(), writers.end(), [&](std::string_view writer) {
    return role.find(writer) != std::string_view::npos;
  });
}

// "— Edda Marn, mayor of Selne": two to four words of a name, and an office in small letters.
bool signs_statement(std::string_view line) {
  const std::size_t dash = dash_size(line);
  if (dash == 0 || line.size() > longest_statement || line.back() == '.') return false;
  const std::size_t comma = line.find(", ", dash);
  if (comma == std::string_view::npos) return false;
  std::string_view name = line.substr(dash, comma - dash);
  if (name.starts_with(' ')) name.remove_prefix(1);
  std::size_t words = 0;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (!is_name_word(name.substr(0, end))) return false;
    ++words;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  const std::string_view role = line.substr(comma + 2);
  return words >= 2 && words <= 4 && is_lower(code_point_at(role, 0).value) &&
         !names_a_writer(role);
}

// Where the address of a post's picture begins that ends this paragraph.
std::optional<std::uint32_t> picture_address(std::string_view text, Span paragraph) {
  const std::string_view line = slice(text, paragraph);
  for (std::string_view host : {"pic.twitter.com/", "pic.x.com/"}) {
    const std::size_t at = line.rfind(host);
    if (at == std::string_view::npos) continue;
    const bool last = std::all_of(line.begin() + static_cast<std::ptrdiff_t>(at + host.size()),
                                  line.end(), is_handle_byte);
    if (last) return paragraph.begin + static_cast<std::uint32_t>(at);
  }
  return std::nullopt;
}

bool has_marks_of_post(std::string_view text, Span paragraph) {
  const std::string_view line = slice(text, paragraph);
  for (std::size_t i = line.find_first_of("@#"); i != std::string_view::npos;
       i = line.find_first_of("@#", i + 1)) {
    const bool begins_word = i == 0 || line[i - 1] == ' ' || line[i - 1] == '.';
    if (begins_word && i + 1 < line.size() && is_letter(code_point_at(line, i + 1).value)) {
      return true;
    }
  }
  return line.find("https://t.co/") != std::string_view::npos ||
         picture_address(text, paragraph).has_value();
}

class PostFinder {
 public:
  PostFinder(std::string_view text, std::span<const Span> paragraphs)
      : text_(text), paragraphs_(paragraphs) {}

  std::vector<Quotation> find() && {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) take(i);
    return std::move(posts_);
  }

 private:
  void take(std::size_t i) {
    const Span paragraph = paragraphs_[i];
    if (const auto at = signature(text_, paragraph)) {
      const Span before = trim(text_, {paragraph.begin, *at});
      if (before.empty()) {
        add(first_signed(i), i, {});
      } else if (before.size() <= longest_post) {
        add(first_led_up_to(i).value_or(i), i, before);
      }
      next_ = i + 1;
    } else if (signs_statement(slice(text_, paragraph))) {
      if (const auto first = first_led_up_to(i)) {
        add(*first, i, {});
        next_ = i + 1;
      }
    } else if (const auto picture = picture_address(text_, paragraph)) {
      // The post may go on: its signature, if it has one, takes this paragraph along.
      if (i + 1 < paragraphs_.size() && is_signature(paragraphs_[i + 1])) return;
      const Span post = trim(text_, {paragraph.begin, *picture});
      if (!post.empty() && post.size() <= longest_post) add(i, i, post);
      next_ = i + 1;
    }
  }

  [[nodiscard]] bool is_signature(Span paragraph) const {
    return signature(text_, paragraph) == paragraph.begin;
  }

  [[nodiscard]] bool ends_in_colon(std::size_t i) const {
    return text_[paragraphs_[i].end - 1] == ':';
  }

  // The first paragraph behind one that ends in a colon, if all up to `end` can be one post.
  [[nodiscard]] std::optional<std::size_t> first_led_up_to(std::size_t end) const {
    std::size_t first = end;
    while (first > next_ && end - first <= most_paragraphs) {
      if (ends_in_colon(first - 1)) {
        return first < end ? std::optional(first) : std::nullopt;
      }
      --first;
      const std::string_view paragraph = slice(text_, paragraphs_[first]);
      if (paragraph.size() > longest_post || dash_size(paragraph) > 0) return std::nullopt;
    }
    return std::nullopt;
  }

  // The first paragraph of the post that the paragraph `end` signs; `end` if there is none.
  [[nodiscard]] std::size_t first_signed(std::size_t end) const {
    if (const auto first = first_led_up_to(end)) return *first;
    if (end <= next_ || ends_in_colon(end - 1) || paragraphs_[end - 1].size() > longest_post) {
      return end;
    }
    std::size_t first = end - 1;
    while (first > next_ && end - first < most_paragraphs && !ends_in_colon(first - 1) &&
           has_marks_of_post(text_, paragraphs_[first - 1])) {
      --first;
    }
    return first;
  }

  // The paragraphs [first, end), and `tail` of the paragraph `end`.
  void add(std::size_t first, std::size_t end, Span tail) {
    std::vector<Span> pieces(paragraphs_.begin() + static_cast<std::ptrdiff_t>(first),
                             paragraphs_.begin() + static_cast<std::ptrdiff_t>(end));
    if (!tail.empty()) pieces.push_back(tail);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      posts_.push_back({.span = pieces[i],
                        .content = pieces[i],
                        .closed = i + 1 == pieces.size(),
                        .continued = i > 0});
    }
  }

  std::string_view text_;
  std::span<const Span> paragraphs_;
  std::size_t next_ = 0;  // the first paragraph that belongs to no post yet
  std::vector<Quotation> posts_;
};

}  // namespace

std::vector<Quotation> find_embedded_posts(std::string_view text,
                                           std::span<const Span> paragraphs) {
  return PostFinder(text, paragraphs).find();
}

std::vector<Quotation> add_posts(std::vector<Quotation> quotations, std::vector<Quotation> posts) {
  if (posts.empty()) return quotations;
  std::vector<Quotation> all;
  auto post = posts.begin();
  for (const Quotation& quotation : quotations) {
    while (post != posts.end() && post->span.end <= quotation.span.begin) all.push_back(*post++);
    if (post == posts.end() || quotation.span.end <= post->span.begin) all.push_back(quotation);
  }
  all.insert(all.end(), post, posts.end());
  return all;
}

}  // namespace twosource
