// The words by which pages name what is not the article. Class names and ids are cut into words
// ("sidebar-widget", "ArticleRelated" gives "article", "related") and looked up here.
#include "twosource/read/furniture_table.hpp"

#include <algorithm>
#include <array>

namespace twosource {
namespace {

// Sorted, for binary search.
constexpr auto furniture_words = std::to_array<std::string_view>({
    "aboutauthor", "ad", "addthis", "ads", "adslot", "advert", "advertisement", "advertising",
    "advertorial", "adverts", "adwrapper", "also", "articledates", "articleinfo", "articlemeta",
    "aside", "author", "authorbio", "authors", "avatar", "banner", "bio", "boilerplate", "bookmark",
    "breadcrumb", "breadcrumbs", "breaking", "byline", "bylines", "caption", "captions", "carousel",
    "comment", "commenting", "commentlist", "comments", "complementary", "consent", "contribute",
    "contributors", "cookie", "cookiebanner", "cookienotice", "cookies", "copyright", "correction",
    "credit", "credits", "cta", "dateline", "datesimple", "didomi", "disclaimer", "disclosure",
    "discussion", "disqus", "donate", "donation", "donationbox", "dontmiss", "dropdown",
    "editorspick", "editorspicks", "entrymeta", "facebook", "figcaption", "flyout", "follow",
    "footer", "footnote", "fundraising", "gdpr", "hashtags", "header", "imagecaption",
    "imagecredit", "inlinerelated", "instagram", "jobs", "jumplinks", "kicker", "latest", "legal",
    "lightbox", "login", "marketing", "masthead", "mediacaption", "menu", "metadata", "modal",
    "moreinfo", "moreon", "mostpopular", "mostread", "mostviewed", "nav", "navbar", "navigation",
    "newsletter", "newsletterform", "newsletters", "newslettersignup", "noprint", "notification",
    "onetrust", "optanon", "outbrain", "overlay", "pager", "pagination", "paging", "partner",
    "photocredit", "player", "podcast", "poll", "popular", "popup", "postmeta", "print", "privacy",
    "promo", "promos", "promoted", "promotion", "pubdate", "pullquote", "rail", "rating", "ratings",
    "reactions", "readalso", "readmore", "readnext", "recirc", "recirculation", "recommend",
    "recommendation", "recommendations", "recommended", "register", "registration", "related",
    "relatedarticles", "relatedcontent", "relatedlinks", "relatednews", "relatedposts",
    "relatedstories", "screenreader", "seealso", "share", "shareaholic", "sharebar", "sharebuttons",
    "sharedaddy", "shares", "sharing", "sidebar", "signin", "signup", "slideshow", "social",
    "socialshare", "sponsor", "sponsored", "sponsors", "subnav", "subscribe", "subscription",
    "suggested", "suggestions", "supportus", "tableofcontents", "taboola", "tagcloud", "taglist",
    "tags", "teaserbox", "teasers", "thumbnail", "timestamp", "toc", "toolbar", "topics",
    "trending", "twitter", "upnext", "upsell", "whatsapp", "widget", "widgets",
});
static_assert(std::is_sorted(furniture_words.begin(), furniture_words.end()));

constexpr auto body_names = std::to_array<std::string_view>({
    "articlebody",  "articlecontent", "articletext",   "bodycontent",  "bodytext",
    "contentbody",  "entrycontent",   "newsbody",      "newscontent",  "newstext",
    "postbody",     "postcontent",    "storybody",     "storycontent", "storytext",
    "articlemain",  "fulltext",       "articlefulltext",
});

// A short paragraph that opens with one of these is no sentence of the article.
// Of these, the words that name nothing else; they are believed even where they take much away.
constexpr auto sure_words = std::to_array<std::string_view>(
    {"comment", "comments", "consent", "cookie", "cookies", "disqus", "gdpr", "menu", "modal",
     "nav", "navbar", "navigation", "newsletter", "onetrust", "optanon", "outbrain", "privacy",
     "related", "taboola", "trending"});

// The short summary between headline and text has many names.
constexpr auto summary_words = std::to_array<std::string_view>(
    {"dek", "deck", "standfirst", "subhead", "subheader", "subheading", "subheadline", "subtitle",
     "subline", "strapline", "lede", "lead", "excerpt", "summary", "description", "teasertext",
     "blurb", "abstract", "headerdek", "introduction"});

constexpr auto phrase_openings = std::to_array<std::string_view>({
    "advertisement",
    "contents",
    "table of contents",
    "list of ",
    "list 1 of",
    "end of list",
    "editor\xE2\x80\x99s pick",
    "editor's pick",
    "more from",
    "keep reading",
    "contribute:",
    "recommended",
    "published on",
    "published:",
    "updated:",
    "last updated",
    "we may earn",
    "we may receive",
    "if you purchase a product",
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

bool is_sure_furniture_word(std::size_t index) {
  return std::find(sure_words.begin(), sure_words.end(), furniture_words.at(index)) !=
         sure_words.end();
}

bool is_summary_word(std::string_view word) {
  return std::find(summary_words.begin(), summary_words.end(), word) != summary_words.end();
}

bool is_body_name(std::string_view bare_name) {
  return std::find(body_names.begin(), body_names.end(), bare_name) != body_names.end();
}

bool opens_standing_phrase(std::string_view lower_text) {
  return std::any_of(phrase_openings.begin(), phrase_openings.end(),
                     [&](std::string_view phrase) { return lower_text.starts_with(phrase); });
}

}  // namespace twosource
