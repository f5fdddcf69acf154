// JSON in, articles out.
//
// Nobody agrees on the names of the fields, so each field has a list of usual names, tried in
// order; a name is compared without case, "_" and "-": "date_publish", "datePublish" and
// "Date-Publish" are one.
#include "twosource/read/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "twosource/read/byline.hpp"
#include "twosource/read/charset.hpp"
#include "twosource/read/dates.hpp"
#include "twosource/read/html.hpp"
#include "twosource/read/language_tag.hpp"
#include "twosource/read/outlet.hpp"
#include "twosource/read/stored_text.hpp"
#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

struct UsualNames {
  std::string_view field;
  std::string_view keys;  // separated by blanks, the likeliest first
};

constexpr auto usual_names = std::to_array<UsualNames>({
    {"text",
     "text body content articlebody bodytext maintext fulltext articletext rawtext contenttext "
     "contenthtml"},
    {"title", "title headline articletitle"},
    {"url", "url link canonicalurl articleurl weburl sourceurl permalink"},
    {"outlet",
     "outlet source publisher site sitename newspaper publication outletname sourcename "
     "sourcedomain hostname domain"},
    {"owner", "owner"},
    {"authors", "authors author byline creator"},
    {"date",
     "published publishedat date datepublished datepublish publishdate publisheddate pubdate "
     "publicationdate datetime timestamp createdat"},
    {"language", "language lang inlanguage"},
    {"id", "id"},
});

// A document is held in memory as a tree, which takes about ten times its size.
constexpr std::size_t max_document_bytes = std::size_t{256} << 20U;

std::string folded(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '_' || c == '-') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string_view take_word(std::string_view& words) {
  const std::size_t end = std::min(words.find(' '), words.size());
  const std::string_view word = words.substr(0, end);
  words.remove_prefix(std::min(end + 1, words.size()));
  return word;
}

// The member at a path with dots; a member whose own name has dots goes before.
const Json* at_path(const Json& record, std::string_view path) {
  const Json* whole = record.find(path);
  if (whole != nullptr) return whole;
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return nullptr;
  const Json* head = record.find(path.substr(0, dot));
  return head == nullptr ? nullptr : at_path(*head, path.substr(dot + 1));
}

bool is_blank(const Json& value) {
  if (value.is_null()) return true;
  const std::string* text = value.string();
  if (text != nullptr) return trim(*text).empty();
  const Json::Array* list = value.array();
  return list != nullptr && list->empty();
}

// One record's members by their folded names.
class Fields {
 public:
  Fields(const Json& record, const FieldMap& map) : record_(record), map_(map) {
    for (const Json::Member& member : *record.object()) names_.push_back(folded(member.first));
  }

  // The field's value; null where the record has none.
  [[nodiscard]] const Json* find(std::string_view field) const {
    const Json* mapped = nullptr;
    bool is_mapped = false;
    for (const auto& [ours, theirs] : map_.names) {
      if (ours != field) continue;
      is_mapped = true;
      if (mapped == nullptr) mapped = at_path(record_, theirs);
    }
    return is_mapped ? mapped : find_usual(field);
  }

 private:
  // A member that is there but blank gives way to the next usual name.
  [[nodiscard]] const Json* find_usual(std::string_view field) const {
    const Json* blank = nullptr;
    for (const UsualNames& usual : usual_names) {
      std::string_view keys = usual.keys;
      while (usual.field == field && !keys.empty()) {
        const Json* value = find_folded(take_word(keys));
        if (value == nullptr) continue;
        if (!is_blank(*value)) return value;
        if (blank == nullptr) blank = value;
      }
    }
    return blank;
  }
  [[nodiscard]] const Json* find_folded(std::string_view key) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == key) return &(*record_.object())[i].second;
    }
    return nullptr;
  }

  const Json& record_;
  const FieldMap& map_;
  std::vector<std::string> names_;
};

std::string number_text(const Json& value) {
  const double number = value.number();
  if (!std::isfinite(number) || std::abs(number) > 9e15) return {};
  return fmt::format("{}", static_cast<std::int64_t>(number));
}

// A name, a number as its digits, {"name": ...}, or the first of a list of these.
std::string name_in(const Json* value) {
  if (value == nullptr) return {};
  if (value->array() != nullptr) {
    if (value->array()->empty()) return {};
    value = &value->array()->front();
  }
  if (value->object() != nullptr) return on_one_line(value->text_at("name"));
  if (value->is_number()) return number_text(*value);
  const std::string* text = value->string();
  return text == nullptr ? std::string() : on_one_line(*text);
}

// A string, or a list of paragraphs.
std::optional<std::string> text_in(const Json* value) {
  if (value == nullptr) return std::nullopt;
  if (value->string() != nullptr) return *value->string();
  if (value->array() == nullptr) return std::nullopt;
  std::string text;
  for (const Json& paragraph : *value->array()) {
    if (paragraph.string() == nullptr) return std::nullopt;
    if (!text.empty()) text += "\n\n";
    text += *paragraph.string();
  }
  return text;
}

std::vector<std::string> authors_in(const Json* value) {
  if (value == nullptr) return {};
  if (value->string() != nullptr) {
    // A field of authors is no sentence to doubt: what is not a list of people is one name.
    std::vector<std::string> people = authors_of(*value->string());
    if (people.empty() && !is_blank(*value)) people.push_back(on_one_line(*value->string()));
    return people;
  }
  std::vector<std::string> people;
  if (value->object() != nullptr) people.push_back(name_in(value));
  if (value->array() != nullptr) {
    for (const Json& author : *value->array()) people.push_back(name_in(&author));
  }
  std::erase_if(people, [](const std::string& name) { return name.empty(); });
  return people;
}

std::string keys_of(const Json& record) {
  constexpr std::size_t max_shown = 8;
  const Json::Object& members = *record.object();
  std::string keys;
  for (std::size_t i = 0; i < std::min(members.size(), max_shown); ++i) {
    constexpr std::size_t max_key = 30;
    if (!keys.empty()) keys += ", ";
    keys += on_one_line(repair_utf8(members[i].first.substr(0, max_key)).text);
  }
  if (members.size() > max_shown) keys += ", ...";
  return keys.empty() ? "none" : keys;
}

Error no_text(const Json& record) {
  return {ErrorKind::field,
          fmt::format("no field with the text; name it with --map text=KEY (keys: {})",
                      keys_of(record))};
}

Problem problem_at(std::string_view where, const Error& error) {
  return {std::string(where), error.kind, fmt::format("{}: {}", where, error.message)};
}

Error too_large(std::size_t size, std::size_t limit) {
  return {ErrorKind::too_large,
          fmt::format("{} bytes of JSON in one piece, more than the limit of {}; write it as JSON "
                      "Lines or raise --max-article-bytes",
                      size, limit)};
}

std::string not_utf8(std::size_t lost) {
  return fmt::format(
      "not all of it is UTF-8; U+FFFD stands for the rest (count: {}); save it as "
      "UTF-8",
      lost);
}

void add_record(ReadOutcome& outcome, const Json& record, const std::string& where,
                const ReadOptions& options) {
  if (record.object() == nullptr) {
    const Error error{ErrorKind::format, "not a JSON object; a record is one"};
    outcome.problems.push_back(problem_at(where, error));
    return;
  }
  Result<Article> article = read_record(record, where, options.fields);
  if (article) {
    outcome.articles.push_back(std::move(*article));
  } else {
    outcome.problems.push_back(problem_at(where, article.error()));
  }
}

void add_line(ReadOutcome& outcome, std::string_view line, const std::string& where,
              const ReadOptions& options) {
  if (line.size() > options.max_article_bytes) {
    outcome.problems.push_back(
        problem_at(where, too_large(line.size(), options.max_article_bytes)));
    return;
  }
  Decoded repaired;
  if (!is_utf8(line)) {
    repaired = repair_utf8(line);
    line = repaired.text;
    const std::string what = not_utf8(repaired.lost);
    outcome.problems.push_back(problem_at(where, {ErrorKind::encoding, what}));
  }
  const Result<Json> record = parse_json(line);
  if (!record) {
    outcome.problems.push_back(
        problem_at(where, {ErrorKind::format, record.error().message + "; mend or remove it"}));
  } else {
    add_record(outcome, *record, where, options);
  }
}

void add_lines(ReadOutcome& outcome, std::string_view path, std::string_view text,
               const ReadOptions& options) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty()) add_line(outcome, line, fmt::format("{}:{}", path, number), options);
  }
}

// JSON Lines if the first line that is not blank is a whole object, or more than one line opens
// one: a broken or huge first line must not cost the rest. One line alone is a document.
bool is_lines(std::string_view text, std::size_t max_line) {
  const std::size_t end = text.find('\n');
  if (!text.starts_with('{') || end == std::string_view::npos) return false;
  const std::string_view first = trim(text.substr(0, end));
  if (first.size() > max_line) return true;
  if (first.ends_with('}') && parse_json(repair_utf8(first).text)) return true;
  return text.find("\n{\"") != std::string_view::npos ||
         text.find("\n{ \"") != std::string_view::npos;
}

void add_document(ReadOutcome& outcome, std::string_view path, const Json& document,
                  const ReadOptions& options) {
  const Json* articles = document.find("articles");
  const Json::Array* list = document.array();
  if (articles != nullptr && articles->array() != nullptr) list = articles->array();
  if (list == nullptr) {
    add_record(outcome, document, std::string(path), options);
    return;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string where = fmt::format("{}:{}", path, i + 1);
    add_record(outcome, (*list)[i], where, options);
  }
}

std::optional<Error> foreign_document(const Json& document) {
  std::string_view name;
  if (document.text_at("version").find("jsonfeed.org") != std::string_view::npos) {
    name = "a JSON feed";
  } else if (document.find("body_xhtml") != nullptr || document.find("bodies") != nullptr) {
    name = "a ninjs item";
  } else {
    return std::nullopt;
  }
  return Error{ErrorKind::format,
               fmt::format("{}, which is not read yet; give pages, texts or JSON Lines", name)};
}

}  // namespace

bool is_record_field(std::string_view field) {
  return std::any_of(usual_names.begin(), usual_names.end(),
                     [&](const UsualNames& usual) { return usual.field == field; });
}

Result<Article> read_record(const Json& record, std::string_view where, const FieldMap& map) {
  const Fields fields(record, map);
  const Json* text = fields.find("text");
  if (text == nullptr) return no_text(record);
  std::optional<std::string> body = text->is_null() ? std::string() : text_in(text);
  if (!body) return no_text(record);
  if (is_html_fragment(*body)) body = text_of_fragment(*body);
  if (trim(*body).empty()) {
    return Error{ErrorKind::empty, "the record's text is empty; nothing to compare"};
  }
  Article article = store_text(name_in(fields.find("title")), *body);
  article.path = where;
  article.id = name_in(fields.find("id"));
  article.url = name_in(fields.find("url"));
  article.outlet = name_in(fields.find("outlet"));
  if (article.outlet.empty()) article.outlet = registrable_domain(article.url);
  article.owner = name_in(fields.find("owner"));
  article.authors = authors_in(fields.find("authors"));
  article.language = language_tag(name_in(fields.find("language")));
  article.published = parse_date(name_in(fields.find("date")), DateSource::metadata);
  if (!article.published) article.published = date_of_url(article.url);
  return article;
}

ReadOutcome read_json(std::string_view path, std::string_view text, const ReadOptions& options) {
  ReadOutcome outcome;
  if (is_lines(trim(text), options.max_article_bytes)) {
    add_lines(outcome, path, text, options);  // with the blank lines, which count
    return outcome;
  }
  text = trim(text);
  const bool one_line = text.find('\n') == std::string_view::npos;
  const bool one_record = one_line && text.starts_with('{');
  const std::size_t limit = one_record ? options.max_article_bytes : max_document_bytes;
  if (text.size() > limit) {
    outcome.problems.push_back(problem_at(path, too_large(text.size(), limit)));
    return outcome;
  }
  const Decoded repaired = repair_utf8(text);
  if (repaired.lost > 0) {
    const std::string what = not_utf8(repaired.lost);
    outcome.problems.push_back(problem_at(path, {ErrorKind::encoding, what}));
  }
  const Result<Json> document = parse_json(repaired.text);
  if (!document) {
    const Error error{ErrorKind::format, document.error().message + "; mend the file"};
    outcome.problems.push_back(problem_at(path, error));
  } else if (const std::optional<Error> foreign = foreign_document(*document)) {
    outcome.problems.push_back(problem_at(path, *foreign));
  } else {
    add_document(outcome, path, *document, options);
  }
  return outcome;
}

}  // namespace twosource
