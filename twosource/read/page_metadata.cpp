#include "twosource/read/page_metadata.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "twosource/base/unicode.hpp"
#include "twosource/read/byline.hpp"
#include "twosource/read/dates.hpp"
#include "twosource/read/language_tag.hpp"
#include "twosource/read/outlet.hpp"
#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

// Names of meta elements, in lower case, the most reliable first.
constexpr auto title_names =
    std::to_array<std::string_view>({"og:title", "twitter:title", "parsely-title", "dc.title"});
constexpr auto description_names =
    std::to_array<std::string_view>({"og:description", "description", "twitter:description"});
constexpr auto date_names = std::to_array<std::string_view>({"article:published_time",
                                                             "og:published_time",
                                                             "datepublished",
                                                             "parsely-pub-date",
                                                             "sailthru.date",
                                                             "dc.date.issued",
                                                             "dcterms.created",
                                                             "dc.date",
                                                             "dcterms.date",
                                                             "pubdate",
                                                             "publishdate",
                                                             "publish-date",
                                                             "publish_date",
                                                             "publication_date",
                                                             "publicationdate",
                                                             "article.published",
                                                             "published_time",
                                                             "date",
                                                             "created",
                                                             "cxenseparse:recs:publishtime",
                                                             "rnews:datepublished",
                                                             "og:article:published_time",
                                                             "article:published",
                                                             "originalpublicationdate",
                                                             "article_date_original",
                                                             "date_published",
                                                             "datecreated",
                                                             "bt:pubdate"});
constexpr auto outlet_names = std::to_array<std::string_view>(
    {"og:site_name", "application-name", "publisher", "dc.publisher"});
constexpr auto url_names = std::to_array<std::string_view>({"og:url", "twitter:url"});
constexpr auto language_names =
    std::to_array<std::string_view>({"og:locale", "language", "content-language", "dc.language"});
constexpr auto author_names = std::to_array<std::string_view>(
    {"author", "article:author", "parsely-author", "byl", "dc.creator", "sailthru.author",
     "dcterms.creator", "article:author_name"});

// Between a title and the name of the outlet.
constexpr auto title_marks = std::to_array<std::string_view>(
    {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " :: ", " \xC2\xB7 "});

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

// Letters and digits only, folded.
std::string bare(std::string_view text) {
  std::string out;
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    if (is_letter(c.value) || is_digit(c.value)) out += folded.substr(at, c.size);
    at += c.size;
  }
  return out;
}

struct Meta {
  std::string name;
  std::string_view content;
};

class MetadataReader {
 public:
  MetadataReader(const Page& page, const LinkedArticle& linked) : page_(page), linked_(linked) {
    for (NodeIndex i = 0; i < page_.nodes().size(); ++i) look_at(i);
  }

  PageMetadata read() {
    PageMetadata found;
    found.url = find_url();
    found.outlet = first_of(meta(outlet_names, 1), linked_.outlet, meta(outlet_names));
    if (found.outlet.empty()) found.outlet = registrable_domain(found.url);
    found.owner = linked_.owner;
    found.title = find_title(found.outlet);
    found.description = meta(description_names);
    found.language =
        first_of(language_tag(language_), linked_.language, language_tag(meta(language_names)));
    found.published = find_date(found.url);
    found.authors = find_authors(found.outlet);
    return found;
  }

 private:
  void look_at(NodeIndex i) {
    switch (page_.node(i).tag) {
      case Tag::meta:
        look_at_meta(i);
        break;
      case Tag::link:
        if (lower(page_.attribute(i, Attribute::rel)) == "canonical" && canonical_.empty()) {
          canonical_ = trim(page_.attribute(i, Attribute::href));
        }
        break;
      case Tag::html:
        if (language_.empty()) language_ = page_.attribute(i, Attribute::lang);
        break;
      case Tag::title:
        if (title_.empty()) title_ = text_below(page_, i);
        break;
      case Tag::h1:
        headings_.push_back(text_below(page_, i));
        break;
      case Tag::time:
        look_at_time(i);
        break;
      default:
        break;
    }
    look_at_byline(i);
  }

  void look_at_meta(NodeIndex i) {
    for (const Attribute key : {Attribute::property, Attribute::name, Attribute::itemprop}) {
      const std::string_view content = trim(page_.attribute(i, Attribute::content));
      if (!content.empty() && page_.has(i, key)) {
        metas_.push_back({lower(trim(page_.attribute(i, key))), content});
      }
    }
  }

  void look_at_time(NodeIndex i) {
    const std::string_view value = page_.attribute(i, Attribute::datetime);
    const std::string text = value.empty() ? text_below(page_, i) : std::string(value);
    if (time_.empty() && parse_date(text, DateSource::metadata)) time_ = text;
  }

  void look_at_byline(NodeIndex i) {
    const std::string_view property = page_.attribute(i, Attribute::itemprop);
    if (property == "datePublished" && page_.node(i).tag != Tag::meta && published_.empty()) {
      published_ = first_of(page_.attribute(i, Attribute::datetime),
                            page_.attribute(i, Attribute::content), text_below(page_, i));
    }
    if (page_.attribute(i, Attribute::rel) == "author" && page_.node(i).tag == Tag::a) {
      const std::string name = text_below(page_, i);
      const std::vector<std::string> people = authors_of(name);
      linked_authors_.insert(linked_authors_.end(), people.begin(), people.end());
    } else if (byline_.empty() && page_.node(i).tag != Tag::text &&
               lower(page_.attribute(i, Attribute::class_names)).find("byline") !=
                   std::string::npos) {
      const std::string text = text_below(page_, i);
      if (!authors_of(text).empty()) byline_ = text;
    }
  }

  template <class... Texts>
  static std::string first_of(const Texts&... texts) {
    std::string first;
    ((first.empty() ? static_cast<void>(first = on_one_line(texts)) : static_cast<void>(0)), ...);
    return first;
  }

  // The content of the first of the first `count` names that the page has.
  template <std::size_t n>
  [[nodiscard]] std::string meta(const std::array<std::string_view, n>& names,
                                 std::size_t count = n) const {
    for (std::size_t i = 0; i < count; ++i) {
      for (const Meta& entry : metas_) {
        if (entry.name == names.at(i)) return std::string(entry.content);
      }
    }
    return {};
  }

  [[nodiscard]] std::string find_url() const {
    for (const std::string& url : {canonical_, meta(url_names), linked_.url}) {
      if (url.starts_with("http://") || url.starts_with("https://")) return url;
    }
    return {};
  }

  // A heading that says the same as a title made for machines is what readers see.
  [[nodiscard]] std::string find_title(const std::string& outlet) const {
    const std::string named = first_of(linked_.headline, meta(title_names), title_);
    for (const std::string& heading : headings_) {
      if (same_title(heading, named) || same_title(heading, title_)) return heading;
    }
    const std::string title = first_of(meta(title_names), linked_.headline);
    if (!title.empty()) return without_outlet(title, outlet);
    if (headings_.size() == 1 && !headings_.front().empty()) return headings_.front();
    return without_outlet(title_, outlet);
  }

  static std::string without_outlet(const std::string& title, const std::string& outlet) {
    std::size_t cut = std::string::npos;
    std::size_t length = 0;
    for (const std::string_view mark : title_marks) {
      const std::size_t at = title.rfind(mark);
      if (at != std::string::npos && (cut == std::string::npos || at > cut)) {
        cut = at;
        length = mark.size();
      }
    }
    if (cut == std::string::npos) return title;
    const std::string tail = bare(title.substr(cut + length));
    const std::string name = bare(outlet);
    const bool is_outlet = !name.empty() && !tail.empty() &&
                           (name.find(tail) != std::string::npos ||
                            tail.find(name.substr(0, name.find("com"))) != std::string::npos);
    return is_outlet ? std::string(trim(title.substr(0, cut))) : title;
  }

  [[nodiscard]] std::optional<Published> find_date(const std::string& url) const {
    if (linked_.published) return linked_.published;
    for (const std::string_view name : date_names) {
      for (const Meta& entry : metas_) {
        if (entry.name != name) continue;
        const std::optional<Published> date = parse_date(entry.content, DateSource::metadata);
        if (date) return date;
      }
    }
    for (const std::string& text : {published_, time_}) {
      const std::optional<Published> date = parse_date(text, DateSource::metadata);
      if (date) return date;
    }
    return date_of_url(url);
  }

  [[nodiscard]] std::vector<std::string> find_authors(const std::string& outlet) const {
    std::vector<std::string> authors = linked_.authors;
    if (authors.empty()) authors = authors_of(meta(author_names));
    if (authors.empty()) authors = linked_authors_;
    if (authors.empty()) authors = authors_of(byline_);
    std::vector<std::string> unique;
    for (const std::string& author : authors) {
      const bool known = std::find(unique.begin(), unique.end(), author) != unique.end();
      if (!known && author != outlet) unique.push_back(author);
    }
    return unique;
  }

  const Page& page_;
  const LinkedArticle& linked_;
  std::vector<Meta> metas_;
  std::string canonical_;
  std::string language_;
  std::string title_;
  std::string time_;
  std::string published_;
  std::string byline_;
  std::vector<std::string> linked_authors_;
  std::vector<std::string> headings_;
};

}  // namespace

std::string text_below(const Page& page, NodeIndex node) {
  // Titles, bylines and dates are short; what is longer is a wrapper, and need not be read whole.
  constexpr NodeIndex most_nodes = 500;
  std::string text;
  for (NodeIndex i = node; i < std::min(page.node(node).end, node + most_nodes); ++i) {
    if (page.node(i).tag == Tag::text) {
      text += page.text(i);
    } else if (is_block(page.node(i).tag) || page.node(i).tag == Tag::br) {
      text += ' ';
    }
  }
  return on_one_line(text);
}

bool same_title(std::string_view a, std::string_view b) {
  // Shorter ones ("News") are part of many titles.
  constexpr std::size_t least_letters = 12;
  const std::string x = bare(a);
  const std::string y = bare(b);
  if (x.empty() || y.empty()) return false;
  if (x == y) return true;
  const std::string& shorter = x.size() < y.size() ? x : y;
  const std::string& longer = x.size() < y.size() ? y : x;
  return shorter.size() >= least_letters && 2 * shorter.size() >= longer.size() &&
         longer.find(shorter) != std::string::npos;
}

PageMetadata find_metadata(const Page& page, const LinkedArticle& linked) {
  return MetadataReader(page, linked).read();
}

}  // namespace twosource
