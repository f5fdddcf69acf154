// The words by which pages name what is not the article. Class names and ids are cut into words
// ("sidebar-widget", "ArticleRelated" gives "article", "related") and looked up here.
#include "twosource/read/furniture_table.hpp"

#include <algorithm>
#include <array>

namespace twosource {
namespace {

// Sorted, for binary search.
constexpr auto furniture_words = std::to_array<std::string_view>({
    "ad", "addthis", "ads", "adslot", "advert", "advertisement", "advertising",
    "advertorial", "adverts", "adwrapper", "also", "aside", "author",
    "authors", "avatar", "banner", "bio", "bookmark", "breadcrumb", "breadcrumbs", "breaking",
    "byline", "bylines", "caption", "captions", "carousel", "comment", "commenting",
    "comments", "complementary", "consent", "contributors", "cookie", "cookies", "copyright",
    "correction", "credit", "credits", "cta", "dateline", "disclaimer", "disclosure", "discussion",
    "disqus", "donate", "donation", "dropdown", "facebook", "figcaption", "flyout", "follow",
    "footer", "footnote", "gallery", "gdpr", "hashtags", "header", "hidden", "instagram", "jobs",
    "kicker", "labels", "latest", "legal", "lightbox", "login", "marketing", "masthead", "menu",
    "meta", "metadata", "modal", "mostpopular", "mostread", "nav", "navbar", "navigation",
    "newsletter", "newsletters", "noprint", "notification", "outbrain", "overlay", "pager",
    "pagination", "paging", "partner", "player", "podcast", "poll", "popular", "popup",
    "print", "profile", "promo", "promos", "promoted", "promotion", "pubdate",
    "rail", "rating", "ratings", "reactions", "readmore", "readnext", "recirc", "recirculation",
    "recommend", "recommendation", "recommendations", "recommended", "register", "registration",
    "related", "relatedarticles", "relatedlinks", "relatedposts", "relatedstories",
    "seealso", "share", "shareaholic", "sharebar", "sharedaddy", "shares", "sharing",
    "sidebar", "signin", "signup", "slideshow", "social", "sponsor",
    "sponsored", "sponsors", "subnav", "subscribe", "subscription", "suggested",
    "suggestions", "taboola", "tag", "taglist", "tags", "teaser", "teasers", "thumbnail",
    "timestamp", "toolbar", "topics", "trending", "twitter", "upsell", "video",
    "whatsapp", "widget", "widgets",
});
static_assert(std::is_sorted(furniture_words.begin(), furniture_words.end()));

constexpr auto body_names = std::to_array<std::string_view>({
    "articlebody",  "articlecontent", "articletext",   "bodycontent",  "bodytext",
    "contentbody",  "entrycontent",   "newsbody",      "newscontent",  "newstext",
    "postbody",     "postcontent",    "storybody",     "storycontent", "storytext",
    "articlemain",  "fulltext",       "articlefulltext",
});

// A short paragraph that opens with one of these is no sentence of the article.
constexpr auto phrase_openings = std::to_array<std::string_view>({
    "advertisement",
    "read more",
    "read also",
    "also read",
    "read next",
    "read:",
    "more:",
    "more on",
    "related:",
    "related article",
    "related stories",
    "related topic",
    "see also",
    "sign up",
    "subscribe",
    "follow us",
    "follow the",
    "follow @",
    "watch:",
    "watch now",
    "watch live",
    "listen:",
    "click here",
    "download the",
    "download our",
    "join our",
    "get the latest",
    "get our",
    "stay up to date",
    "share this",
    "photo:",
    "photo by",
    "image:",
    "image credit",
    "image source",
    "getty images",
    "loading",
    "copyright",
    "\xC2\xA9",
    "all rights reserved",
    "recommended",
    "story continues",
    "article continues",
    "continue reading",
    "skip to",
    "skip advertisement",
    "filed under",
    "tags:",
    "topics:",
    "your support",
    "support our",
    "have a tip",
    "got a tip",
    "this article is more than",
    "published by:",
    "first published",
    "don't miss",
    "don\xE2\x80\x99t miss",
    "most read",
    "you may also",
    "you might also",
    "we use cookies",
    "anzeige",
    "lesen sie auch",
    "mehr zum thema",
    "lire aussi",
    "lee tambi\xC3\xA9n",
    "leggi anche",
});

}  // namespace

std::optional<std::size_t> furniture_word(std::string_view word) {
  const auto* found = std::lower_bound(furniture_words.begin(), furniture_words.end(), word);
  if (found == furniture_words.end() || *found != word) return std::nullopt;
  return static_cast<std::size_t>(found - furniture_words.begin());
}

std::size_t furniture_word_count() {
  return furniture_words.size();
}

bool is_body_name(std::string_view bare_name) {
  return std::find(body_names.begin(), body_names.end(), bare_name) != body_names.end();
}

bool opens_standing_phrase(std::string_view lower_text) {
  return std::any_of(phrase_openings.begin(), phrase_openings.end(),
                     [&](std::string_view phrase) { return lower_text.starts_with(phrase); });
}

}  // namespace twosource
