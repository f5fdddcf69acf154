#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/article.hpp"
#include "twosource/origin/agencies.hpp"
#include "twosource/origin/outlet_names.hpp"

namespace twosource {

/// What a line of an article shows of where its text comes from.
enum class MarkKind {
  agency_file,    ///< the file is the agency's own: its domain, its name as outlet
  credit,         ///< the text is credited to an agency: "(AP)", "— Reuters", "By AFP"
  shared_credit,  ///< material of an agency went into it: "(With inputs from AFP)"
  contribution,   ///< "Reuters contributed to this report": to which sentences is not said
  release,        ///< it is a press release: "FOR IMMEDIATE RELEASE", "/PRNewswire/"
  release_hint,   ///< looks like one; two different hints are a press release
  byline,         ///< a person signs
  outlet_byline,  ///< a person of the outlet signs: "By X, Harbour Courier"
  dateline,       ///< a place of its own, without an agency
  reprint,        ///< "originally published by the Courier": the text is another outlet's
  feed_copy,      ///< "The post ... appeared first on Courier": a machine took it from there
  photo_credit,   ///< the agency's picture, not its text: "Photo: AFP"
};

struct SourceMark {
  MarkKind kind = MarkKind::credit;
  Span span;                            ///< empty where it comes from metadata alone
  std::vector<std::uint32_t> agencies;  ///< in the index; empty: none, or one that is not named
  std::string outlet{};  ///< of a reprint or a feed's copy: whose it is, as named here
};

struct ArticleMarks {
  std::vector<SourceMark> items;  ///< metadata first, then in text order
  std::vector<Span> no_news;      ///< lines that carry only such marks, in text order
  std::optional<Span> issuer;     ///< of a press release: the name of who issued it
};

/// Reads the metadata, the head and the end of an article. Credits of pictures anywhere in it are
/// told from credits of the text. `press` are the outlets that a copyright line or a signature may
/// name. Linear in the text.
ArticleMarks find_marks(const Article& article, const AgencyIndex& agencies,
                        const PressIndex& press = PressIndex());

}  // namespace twosource
