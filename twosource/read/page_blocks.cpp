#include "twosource/read/page_blocks.hpp"

#include <utility>

#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

class BlockFinder {
 public:
  BlockFinder(const Page& page, const std::vector<bool>& skipped)
      : page_(page), skipped_(skipped) {}

  std::vector<PageBlock> find(NodeIndex root) {
    const NodeIndex end = page_.node(root).end;
    for (NodeIndex i = root; i < end;) {
      leave_until(i);
      const PageNode& node = page_.node(i);
      if (skipped_[i]) {
        if (is_block(node.tag)) finish();
        i = node.end;
        continue;
      }
      enter(i, node);
      ++i;
    }
    leave_until(end);
    finish();
    return std::move(blocks_);
  }

 private:
  void enter(NodeIndex i, const PageNode& node) {
    if (node.tag == Tag::text) {
      add(page_.text(i), i);
    } else if (node.tag == Tag::br) {
      break_line();
    } else if (is_block(node.tag)) {
      finish();
      block_ends_.push_back({node.end, i});
    } else if (node.tag == Tag::a) {
      link_end_ = node.end;
    }
  }

  // Closes the block elements that end at or before node `i`.
  void leave_until(NodeIndex i) {
    while (!block_ends_.empty() && block_ends_.back().first <= i) {
      finish();
      block_ends_.pop_back();
    }
  }

  void add(std::string_view text, NodeIndex node) {
    const bool linked = node < link_end_;
    for (const char c : text) {
      if (is_blank(c)) {
        pending_blank_ = pending_blank_ || !at_line_start();
        continue;
      }
      if (current_.text.empty()) current_.first = node;
      current_.last = node;
      if (pending_blank_) current_.text += ' ';
      if (at_line_start() || pending_blank_) {
        ++current_.words;
        if (linked) ++current_.link_words;
      }
      pending_blank_ = false;
      current_.text += c;
    }
  }

  [[nodiscard]] bool at_line_start() const {
    return current_.text.empty() || current_.text.back() == '\n';
  }

  void break_line() {
    pending_blank_ = false;
    if (current_.text.empty()) return;
    if (current_.text.back() == '\n') {
      finish();
    } else {
      current_.text += '\n';
    }
  }

  void finish() {
    pending_blank_ = false;
    const std::string_view text = trim(current_.text);
    if (!text.empty()) {
      current_.text = std::string(text);
      current_.node = block_ends_.empty() ? 0 : block_ends_.back().second;
      blocks_.push_back(std::move(current_));
    }
    current_ = {};
  }

  const Page& page_;
  const std::vector<bool>& skipped_;
  std::vector<PageBlock> blocks_;
  PageBlock current_;
  std::vector<std::pair<NodeIndex, NodeIndex>> block_ends_;  // (end, element), innermost last
  NodeIndex link_end_ = 0;
  bool pending_blank_ = false;
};

}  // namespace

std::vector<PageBlock> find_blocks(const Page& page, NodeIndex root,
                                   const std::vector<bool>& skipped) {
  return BlockFinder(page, skipped).find(root);
}

}  // namespace twosource
