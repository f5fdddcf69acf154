// Finding the article on a page.
//
// A news page is an article inside furniture: menus above, teasers beside and below, captions,
// share bars and advertisements between the paragraphs. No rule knows every page, but four things
// hold on nearly all of them:
//
//   1. the article's paragraphs are prose: many words, few of them links, sentences that end;
//   2. they are close together in the tree, and furniture has a subtree of its own;
//   3. authors of pages name their parts ("article-body", "related-links");
//   4. a name can lie, but not about the larger part of the page's prose: a subtree named as
//      furniture that holds that part is kept.
//
// So: cut the page into blocks, weigh the prose in them, leave out the subtrees named as furniture
// (4), pick the element that holds the most prose with the least of anything else (2), and keep its
// blocks but for those that are links or standing phrases (1). Every step is linear in the page.
//
// After ideas of Readability (Arc90), Boilerpipe (Kohlschütter et al., WSDM 2010) and jusText
// (Pomikálek, 2011): text density, link density and context decide, not the look of single pages.
#include "twosource/read/page_body.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "twosource/read/byline.hpp"
#include "twosource/read/dates.hpp"
#include "twosource/read/furniture.hpp"
#include "twosource/read/page_blocks.hpp"
#include "twosource/read/page_metadata.hpp"
#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

constexpr std::uint32_t prose_words = 10;       // shorter blocks are captions, teasers, labels
constexpr std::uint32_t long_prose_words = 22;  // prose even without a full stop
constexpr double most_links = 0.4;              // share of words in links; list of links above
constexpr double most_hidden_prose = 0.4;       // share of prose that no named furniture may take
constexpr double waste_weight = 0.6;            // what a word outside prose costs a candidate
constexpr double named_bonus = 1.3;             // what the name "article body" is worth

bool ends_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", "\"", "\xE2\x80\x9D", "\xE2\x80\x99", ":",
                                     "\xE2\x80\xA6", ")", "\xE3\x80\x82", "\xC2\xBB", "\xE2\x80\x9C"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

double link_share(const PageBlock& block) {
  return static_cast<double>(block.link_words) / std::max(1.0, static_cast<double>(block.words));
}

bool is_prose(const PageBlock& block) {
  if (block.words < prose_words || link_share(block) > most_links) return false;
  return block.words >= long_prose_words || ends_sentence(block.text);
}

class BodyFinder {
 public:
  BodyFinder(const Page& page, std::string_view title) : page_(page), title_(title) {}

  std::vector<std::string> find() {
    find_hints();
    std::vector<bool> skipped(page_.nodes().size());
    for (NodeIndex i = 0; i < skipped.size(); ++i) skipped[i] = hints_[i] == Hint::hidden;
    weigh(find_blocks(page_, 0, skipped));
    const double all_prose = prose_below(0);
    for (NodeIndex i = 0; i < skipped.size(); ++i) {
      if (hints_[i] != Hint::furniture) continue;
      if (prose_below(i) <= most_hidden_prose * all_prose) skipped[i] = true;
    }
    std::vector<PageBlock> blocks = find_blocks(page_, 0, skipped);
    weigh(blocks);
    const NodeIndex root = best_root(skipped);
    return choose(find_blocks(page_, root, skipped));
  }

 private:
  void find_hints() {
    hints_.reserve(page_.nodes().size());
    for (NodeIndex i = 0; i < page_.nodes().size(); ++i) {
      hints_.push_back(page_.node(i).tag == Tag::text ? Hint::none : hint_of(page_, i));
    }
  }

  // Sums of words over the nodes before each node, so that any subtree's sum is a difference.
  void weigh(const std::vector<PageBlock>& blocks) {
    prose_.assign(page_.nodes().size() + 1, 0.0);
    waste_.assign(page_.nodes().size() + 1, 0.0);
    for (const PageBlock& block : blocks) {
      (is_prose(block) ? prose_ : waste_)[block.first + 1] += block.words;
    }
    for (std::size_t i = 1; i < prose_.size(); ++i) {
      prose_[i] += prose_[i - 1];
      waste_[i] += waste_[i - 1];
    }
  }

  [[nodiscard]] double prose_below(NodeIndex node) const {
    return prose_[page_.node(node).end] - prose_[node];
  }
  [[nodiscard]] double waste_below(NodeIndex node) const {
    return waste_[page_.node(node).end] - waste_[node];
  }

  [[nodiscard]] NodeIndex best_root(const std::vector<bool>& skipped) const {
    NodeIndex best = 0;
    double best_score = -1e9;
    for (NodeIndex i = 0; i < page_.nodes().size();) {
      if (skipped[i]) {
        i = page_.node(i).end;
        continue;
      }
      if (page_.node(i).tag != Tag::text && is_block(page_.node(i).tag)) {
        const double bonus = hints_[i] == Hint::article_body ? named_bonus : 1.0;
        const double score = bonus * prose_below(i) - waste_weight * waste_below(i);
        if (score >= best_score) {  // of equal ones the innermost
          best = i;
          best_score = score;
        }
      }
      ++i;
    }
    return best;
  }

  [[nodiscard]] bool is_kept(const PageBlock& block, bool before_prose) const {
    const Tag tag = page_.node(block.node).tag;
    if (link_share(block) > 0.6 && block.words < 60) return false;
    if (is_standing_phrase(block.text)) return false;
    if (tag == Tag::h1 || same_title(block.text, title_)) return false;
    if (before_prose && !is_prose(block)) {
      if (is_heading(tag) || block.words < 8) return false;
      if (is_byline(block.text) || parse_date(block.text, DateSource::text)) return false;
    }
    return true;
  }

  [[nodiscard]] std::vector<std::string> choose(const std::vector<PageBlock>& blocks) const {
    std::size_t last = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (is_prose(blocks[i])) last = i + 1;
    }
    std::vector<std::string> kept;
    bool before_prose = true;
    for (std::size_t i = 0; i < last; ++i) {
      if (!is_kept(blocks[i], before_prose)) continue;
      before_prose = before_prose && !is_prose(blocks[i]);
      kept.push_back(blocks[i].text);
    }
    return kept;
  }

  const Page& page_;
  std::string_view title_;
  std::vector<Hint> hints_;
  std::vector<double> prose_;
  std::vector<double> waste_;
};

}  // namespace

std::vector<std::string> find_body(const Page& page, std::string_view title,
                                   std::string_view /*linked_body*/) {
  return BodyFinder(page, title).find();
}

}  // namespace twosource
