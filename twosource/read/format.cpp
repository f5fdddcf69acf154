#include "twosource/read/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

struct Sign {
  std::string_view begins;
  std::string_view name;
};

constexpr auto binary_signs = std::to_array<Sign>({
    {"%PDF-", "a PDF document"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
    {"RIFF", "a RIFF media file"},
    {"OggS", "an Ogg media file"},
    {"ID3\x03", "an MP3 file"},
    {"ID3\x04", "an MP3 file"},
    {"PK\x03\x04", "a zip archive or office document"},
    {"PK\x05\x06", "an empty zip archive"},
    {"\xD0\xCF\x11\xE0", "an old office document"},
    {"{\\rtf", "an RTF document"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive"},
    {"Rar!", "a rar archive"},
    {"\xFD"
     "7zXZ",
     "an xz file"},
    {"BZh91AY&SY", "a bzip2 file"},
    {"\x28\xB5\x2F\xFD", "a zstd file"},
    {"\x1F\x8B", "a gzip file inside a gzip file"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "an SQLite database"},
    {"PAR1", "a Parquet file"},
    {"ARROW1", "an Arrow file"},
});

// Text formats of the trade that a later reader takes; as plain text they would be nonsense.
constexpr auto text_signs = std::to_array<Sign>({
    {"WARC/", "a WARC archive"},
    {"filedesc://", "an ARC archive"},
    {"\x01", "an agency wire message (IPTC 7901)"},
    {"\x16", "an agency wire message (ANPA 1312)"},
    {"Delivered-To:", "an e-mail"},
    {"Return-Path:", "an e-mail"},
    {"Received:", "an e-mail"},
    {"MIME-Version:", "an e-mail"},
});

// Roots of XML documents, in lower case and without a prefix.
constexpr auto xml_roots = std::to_array<Sign>({
    {"rss", "an RSS feed"},
    {"feed", "an Atom feed"},
    {"rdf", "an RSS feed"},
    {"channel", "an RSS feed"},
    {"newsml", "a NewsML document"},
    {"newsitem", "a NewsML-G2 document"},
    {"newsmessage", "a NewsML-G2 document"},
    {"packageitem", "a NewsML-G2 document"},
    {"nitf", "a NITF document"},
    {"urlset", "a sitemap"},
    {"sitemapindex", "a sitemap"},
    {"opml", "an OPML list"},
});

constexpr auto html_elements = std::to_array<std::string_view>(
    {"a",      "abbr", "address", "article", "aside",    "b",     "base",  "blockquote",
     "body",   "br",   "center",  "dd",      "div",      "dl",    "dt",    "em",
     "figure", "font", "footer",  "form",    "frameset", "h1",    "h2",    "h3",
     "h4",     "h5",   "h6",      "head",    "header",   "hr",    "html",  "i",
     "iframe", "img",  "li",      "link",    "main",     "meta",  "nav",   "noscript",
     "ol",     "p",    "pre",     "script",  "section",  "small", "span",  "strong",
     "style",  "svg",  "table",   "tbody",   "td",       "time",  "title", "tr",
     "u",      "ul"});

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == ':' || c == '.';
}

std::string_view after(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

// The markup behind declarations and comments: "<?xml ...?> <!-- ... --> <!DOCTYPE ... [...]>".
std::string_view skip_prolog(std::string_view text) {
  text = trim(text);
  while (text.starts_with("<?") || text.starts_with("<!")) {
    if (text.starts_with("<?")) {
      text = after(text, "?>");
    } else if (text.starts_with("<!--")) {
      text = after(text, "-->");
    } else {
      const std::size_t end = text.find_first_of("[>");
      text = end != std::string_view::npos && text[end] == '[' ? after(after(text, "]"), ">")
                                                               : after(text, ">");
    }
    text = trim(text);
  }
  return text;
}

// The name of the element that `text` opens, in lower case; empty where it opens none.
std::string element_at(std::string_view text) {
  if (!text.starts_with('<')) return {};
  text.remove_prefix(1);
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_char);
  return lower(text.substr(0, static_cast<std::size_t>(end - text.begin())));
}

Error not_read(std::string_view name) {
  return {ErrorKind::format,
          fmt::format("{}, which is not read yet; give pages, texts or JSON Lines", name)};
}

Result<Format> tell_markup(std::string_view text) {
  // A declaration says HTML whatever stands between it and the first element.
  if (lower(text.substr(0, 14)) == "<!doctype html") return Format::html;
  const std::string root = element_at(skip_prolog(text));
  if (std::find(html_elements.begin(), html_elements.end(), root) != html_elements.end()) {
    return Format::html;
  }
  const std::string local =
      root.substr(root.find(':') == std::string::npos ? 0 : root.find(':') + 1);
  for (const Sign& sign : xml_roots) {
    if (local == sign.begins) return not_read(sign.name);
  }
  if (text.starts_with("<?xml")) return not_read("an XML document of an unknown kind");
  if (root.empty()) return text.starts_with("<!") ? Format::html : Format::plain;
  // "<unknown>": markup where it is closed again, else a text that begins with an angle bracket.
  if (text.find("</") == std::string_view::npos) return Format::plain;
  return not_read("markup of an unknown kind");
}

// "{" and "[" open JSON only before what JSON allows there: a text may begin "[Northwater]".
bool looks_like_json(std::string_view text) {
  const std::string_view inner = trim(text.substr(1, 100));
  if (inner.empty()) return true;
  return text.front() == '{' ? inner.front() == '"' || inner.front() == '}'
                             : inner.front() == '{' || inner.front() == ']';
}

bool is_mp4(std::string_view bytes) {
  return bytes.size() > 8 && bytes.substr(4, 4) == "ftyp";
}

}  // namespace

Result<Done> refuse_binary(std::string_view bytes) {
  std::string_view name = is_mp4(bytes) ? "a media file" : "";
  for (const Sign& sign : binary_signs) {
    if (bytes.starts_with(sign.begins)) name = sign.name;
  }
  if (name.empty()) return Done{};
  return Error{ErrorKind::binary, fmt::format("{}, not a text; save its text in a file", name)};
}

Result<Format> tell_format(std::string_view text) {
  text = trim(text);
  for (const Sign& sign : text_signs) {
    if (text.starts_with(sign.begins)) return not_read(sign.name);
  }
  if (text.empty()) return Format::plain;
  if (text.front() == '<') return tell_markup(text);
  if ((text.front() == '{' || text.front() == '[') && looks_like_json(text)) return Format::json;
  return Format::plain;
}

}  // namespace twosource
