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

constexpr std::uint32_t prose_words = 10;         // shorter blocks are captions, teasers, labels
constexpr std::uint32_t long_prose_words = 22;    // prose even without a full stop
constexpr double most_links = 0.4;                // share of words in links; list of links above
constexpr double most_named_prose = 0.4;          // share of prose that no named furniture may take
constexpr double most_surely_named_prose = 0.75;  // the same where the name is sure
constexpr double waste_weight = 0.6;              // what a word outside prose costs a candidate
constexpr double core_share = 0.4;                // least share of a page's prose in a core
constexpr double named_core_share = 0.1;          // the same, where it is named as the text
constexpr double named_share = 0.1;               // of the largest named part
constexpr double first_share = 0.3;               // of the largest article, for the first one

constexpr std::uint32_t caption_words = 50;
constexpr int caption_ancestors = 3;
constexpr NodeIndex caption_nodes = 60;  // a picture in all its sizes, and its caption
constexpr std::uint32_t sign_off_words = 40;
constexpr std::size_t summary_distance = 12;  // blocks from the headline: bylines, share bars
constexpr std::uint32_t summary_words = 5;
constexpr int summary_ancestors = 2;

bool ends_sentence(std::string_view text) {
  for (const std::string_view end :
       {".", "!", "?", "\"", "\xE2\x80\x9D", "\xE2\x80\x99", ":", "\xE2\x80\xA6", ")",
        "\xE3\x80\x82", "\xC2\xBB", "\xE2\x80\x9C"}) {
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
  BodyFinder(const Page& page, const BodyHints& known) : page_(page), known_(known) {}

  std::vector<std::string> find() {
    find_hints();
    std::vector<bool> skipped(page_.nodes().size());
    for (NodeIndex i = 0; i < skipped.size(); ++i) skipped[i] = hints_[i].hidden;
    const std::vector<PageBlock> all_blocks = find_blocks(page_, 0, skipped);
    weigh(all_blocks);
    std::vector<NodeIndex> cores = find_cores();
    const std::vector<bool> trusted = trusted_reasons(cores);
    for (NodeIndex i = 0; i < skipped.size(); ++i) {
      for (const std::uint16_t reason : hints_[i].reasons) {
        if (trusted[reason]) skipped[i] = true;
      }
    }
    for (const NodeIndex core : cores) skipped[core] = false;
    if (cores.size() == 1 && !hints_[cores[0]].body) {
      weigh(find_blocks(page_, cores[0], skipped));
      cores[0] = best_root(cores[0], skipped);
    }
    std::vector<PageBlock> blocks;
    for (const NodeIndex core : cores) {
      for (PageBlock& block : find_blocks(page_, core, skipped)) blocks.push_back(std::move(block));
    }
    std::vector<std::string> body = choose(blocks);
    const std::string summary = body.empty() ? "" : find_summary(all_blocks, body.front());
    if (!summary.empty()) body.insert(body.begin(), summary);
    return body;
  }

 private:
  // The summary between the headline and the first paragraph, where a name or the page's own
  // description says that it is one.
  [[nodiscard]] std::string find_summary(const std::vector<PageBlock>& blocks,
                                         const std::string& first) const {
    std::size_t begin = blocks.size();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].text == first) break;
      const bool is_title =
          page_.node(blocks[i].node).tag == Tag::h1 && same_title(blocks[i].text, known_.title);
      if (is_title) begin = i + 1;
    }
    for (std::size_t i = begin; i < std::min(begin + summary_distance, blocks.size()); ++i) {
      if (blocks[i].text == first) break;
      if (blocks[i].words >= summary_words && is_summary(blocks[i])) return blocks[i].text;
    }
    return {};
  }

  [[nodiscard]] bool is_summary(const PageBlock& block) const {
    if (link_share(block) > most_links || is_standing_phrase(block.text)) return false;
    if (on_one_line(block.text) == known_.description) return true;
    NodeIndex node = block.node;
    for (int i = 0; i < summary_ancestors && node != 0; ++i, node = page_.node(node).parent) {
      if (hints_[node].summary) return true;
    }
    return false;
  }

  void find_hints() {
    hints_.reserve(page_.nodes().size());
    for (NodeIndex i = 0; i < page_.nodes().size(); ++i) {
      hints_.push_back(page_.node(i).tag == Tag::text ? Hint() : hint_of(page_, i));
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

  // The outermost elements for which `fits` holds.
  template <class Fits>
  [[nodiscard]] std::vector<NodeIndex> outermost(Fits fits) const {
    std::vector<NodeIndex> found;
    for (NodeIndex i = 0; i < page_.nodes().size();) {
      const bool taken = fits(i);
      if (taken) found.push_back(i);
      i = taken || hints_[i].hidden ? page_.node(i).end : i + 1;
    }
    return found;
  }

  // The elements that hold the article, from the clearest sign to none.
  [[nodiscard]] std::vector<NodeIndex> find_cores() const {
    const double all = prose_below(0);
    std::vector<NodeIndex> named = outermost([&](NodeIndex i) { return hints_[i].body; });
    double most = 0;
    for (const NodeIndex i : named) most = std::max(most, prose_below(i));
    std::erase_if(named, [&](NodeIndex i) { return prose_below(i) < named_share * most; });
    if (most >= named_core_share * all && most > 0) return named;
    for (const Tag tag : {Tag::article, Tag::main}) {
      const std::vector<NodeIndex> tagged =
          outermost([&](NodeIndex i) { return page_.node(i).tag == tag; });
      double largest = 0;
      for (const NodeIndex i : tagged) largest = std::max(largest, prose_below(i));
      if (largest < core_share * all || largest == 0) continue;
      for (const NodeIndex i : tagged) {
        if (prose_below(i) >= first_share * largest) return {i};
      }
    }
    return {0};
  }

  // A reason holds on this page unless it would take too much of the cores' prose away.
  [[nodiscard]] std::vector<bool> trusted_reasons(const std::vector<NodeIndex>& cores) const {
    std::vector<double> taken(furniture_reasons());
    std::vector<NodeIndex> end(furniture_reasons());  // of the outermost element with that reason
    double all = 0;
    for (const NodeIndex core : cores) {
      all += prose_below(core);
      for (NodeIndex i = core; i < page_.node(core).end; ++i) {
        for (const std::uint16_t reason : hints_[i].reasons) {
          if (i < end[reason]) continue;
          end[reason] = page_.node(i).end;
          taken[reason] += prose_below(i);
        }
      }
    }
    std::vector<bool> trusted(taken.size());
    for (std::size_t i = 0; i < taken.size(); ++i) {
      trusted[i] =
          taken[i] <= (is_sure_reason(i) ? most_surely_named_prose : most_named_prose) * all;
    }
    return trusted;
  }

  [[nodiscard]] NodeIndex best_root(NodeIndex core, const std::vector<bool>& skipped) const {
    NodeIndex best = core;
    double best_score = -1e9;
    for (NodeIndex i = core; i < page_.node(core).end;) {
      if (skipped[i]) {
        i = page_.node(i).end;
        continue;
      }
      if (page_.node(i).tag != Tag::text && is_block(page_.node(i).tag)) {
        const double score = prose_below(i) - waste_weight * waste_below(i);
        if (score >= best_score) {  // of equal ones the innermost
          best = i;
          best_score = score;
        }
      }
      ++i;
    }
    return best;
  }

  // "Ann Example can be reached at ann@..."; "Follow her on X @ann".
  static bool is_sign_off(const PageBlock& block) {
    return block.words <= sign_off_words && block.text.find('@') != std::string::npos;
  }

  static bool is_link_list(const PageBlock& block) {
    return link_share(block) > 0.6 && block.words < 60;
  }

  // A short text that is alone with a picture is its caption, by whatever name.
  [[nodiscard]] bool is_caption(const PageBlock& block) const {
    const Tag tag = page_.node(block.node).tag;
    if (block.words > caption_words || is_heading(tag) || tag == Tag::li) return false;
    NodeIndex node = block.node;
    for (int i = 0; i < caption_ancestors && node != 0; ++i, node = page_.node(node).parent) {
      bool picture = false;
      for (NodeIndex k = node; k < page_.node(node).end; ++k) {
        if (k - node > caption_nodes) return false;
        picture = picture || page_.node(k).tag == Tag::img || page_.node(k).tag == Tag::picture;
        const bool other_text = page_.node(k).tag == Tag::text &&
                                (k < block.first || k > block.last) && !trim(page_.text(k)).empty();
        if (other_text) return false;
      }
      if (picture) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_kept(const PageBlock& block, bool before_prose) const {
    const Tag tag = page_.node(block.node).tag;
    if (is_link_list(block) || is_caption(block)) return false;
    if (is_standing_phrase(block.text)) return false;
    if (tag == Tag::h1 || same_title(block.text, known_.title)) return false;
    if (before_prose && !is_prose(block)) {
      if (is_heading(tag) || block.words < 8) return false;
      if (is_byline(block.text) || parse_date(block.text, DateSource::text)) return false;
    }
    return true;
  }

  // A short paragraph beside the article's last one: its closing sentence, or the line that says
  // whose text it is.
  [[nodiscard]] bool is_last_line(const PageBlock& last, const PageBlock& block) const {
    return page_.node(block.node).tag == Tag::p && block.link_words == 0 &&
           page_.node(block.node).parent == page_.node(last.node).parent;
  }

  [[nodiscard]] std::vector<std::string> choose(const std::vector<PageBlock>& blocks) const {
    std::size_t last = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (is_prose(blocks[i])) last = i + 1;
    }
    while (last > 0 && last < blocks.size() && is_last_line(blocks[last - 1], blocks[last])) ++last;
    std::vector<const PageBlock*> kept;
    bool before_prose = true;
    for (std::size_t i = 0; i < last; ++i) {
      if (is_kept(blocks[i], before_prose)) {
        before_prose = before_prose && !is_prose(blocks[i]);
        kept.push_back(&blocks[i]);
      } else if (is_link_list(blocks[i]) && !kept.empty() &&
                 is_heading(page_.node(kept.back()->node).tag)) {
        kept.pop_back();  // the heading of a list of links
      }
    }
    while (!kept.empty() && is_sign_off(*kept.back())) kept.pop_back();
    std::vector<std::string> paragraphs;
    paragraphs.reserve(kept.size());
    for (const PageBlock* block : kept) paragraphs.push_back(block->text);
    return paragraphs;
  }

  const Page& page_;
  BodyHints known_;
  std::vector<Hint> hints_;
  std::vector<double> prose_;
  std::vector<double> waste_;
};

}  // namespace

std::vector<std::string> find_body(const Page& page, const BodyHints& hints) {
  return BodyFinder(page, hints).find();
}

}  // namespace twosource
