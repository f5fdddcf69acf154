#include "twosource/read/linked_data.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "twosource/base/json.hpp"
#include "twosource/read/dates.hpp"
#include "twosource/read/language_tag.hpp"
#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

// Beyond this many objects a page describes its whole site.
constexpr std::size_t max_objects = 5000;

bool has_type(const Json& object, std::string_view part) {
  const Json* type = object.find("@type");
  if (type == nullptr) return false;
  if (type->string() != nullptr) return type->string()->find(part) != std::string::npos;
  const Json::Array* types = type->array();
  return types != nullptr && std::any_of(types->begin(), types->end(), [&](const Json& one) {
           return one.string() != nullptr && one.string()->find(part) != std::string::npos;
         });
}

bool is_article(const Json& object) {
  return has_type(object, "Article") || has_type(object, "BlogPosting") ||
         has_type(object, "LiveBlog");
}

// Pages write line breaks inside strings, wrap the block as XML data or put a semicolon behind it.
std::optional<Json> parse_block(std::string_view block) {
  std::string text(trim(block));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return std::nullopt;
  Result<Json> json = parse_json(std::string_view(text).substr(begin, end + 1 - begin));
  if (!json) return std::nullopt;
  return std::move(*json);
}

// All objects of the blocks, each before those inside it.
std::vector<const Json*> objects_of(const std::vector<Json>& blocks) {
  std::vector<const Json*> objects;
  std::vector<const Json*> waiting;
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) waiting.push_back(&*block);
  while (!waiting.empty() && objects.size() < max_objects) {
    const Json* value = waiting.back();
    waiting.pop_back();
    if (const Json::Array* list = value->array(); list != nullptr) {
      for (auto one = list->rbegin(); one != list->rend(); ++one) waiting.push_back(&*one);
    } else if (const Json::Object* members = value->object(); members != nullptr) {
      objects.push_back(value);
      for (auto member = members->rbegin(); member != members->rend(); ++member) {
        waiting.push_back(&member->second);
      }
    }
  }
  return objects;
}

class Reader {
 public:
  explicit Reader(const std::vector<Json>& blocks) : objects_(objects_of(blocks)) {}

  LinkedArticle read() {
    LinkedArticle linked;
    const Json* article = find_article();
    if (article == nullptr) return linked;
    linked.headline = on_one_line(article->text_at("headline"));
    linked.body = trim(article->text_at("articleBody"));
    linked.url = address_of(*article);
    linked.language = language_tag(name_of(article->find("inLanguage")));
    linked.published = parse_date(article->text_at("datePublished"), DateSource::metadata);
    read_publisher(*article, linked);
    read_authors(article->find("author"), linked);
    return linked;
  }

 private:
  // The first with a headline and a date; teasers of other articles have less.
  [[nodiscard]] const Json* find_article() const {
    const Json* first = nullptr;
    for (const Json* object : objects_) {
      if (!is_article(*object)) continue;
      if (object->find("headline") != nullptr && object->find("datePublished") != nullptr) {
        return object;
      }
      if (first == nullptr) first = object;
    }
    return first;
  }

  // The object itself, or the fuller one that has the same "@id".
  [[nodiscard]] const Json* resolve(const Json* value) const {
    if (value == nullptr) return nullptr;
    if (const Json::Array* list = value->array(); list != nullptr) {
      return list->empty() ? nullptr : resolve_object(&list->front());
    }
    return resolve_object(value);
  }

  [[nodiscard]] const Json* resolve_object(const Json* value) const {
    const std::string_view id = value->text_at("@id");
    const Json* fullest = value;
    for (const Json* object : objects_) {
      if (!id.empty() && object->text_at("@id") == id &&
          object->object()->size() > (fullest->object() ? fullest->object()->size() : 0)) {
        fullest = object;
      }
    }
    return fullest;
  }

  static std::string name_of(const Json* value) {
    if (value == nullptr) return {};
    if (value->string() != nullptr) return on_one_line(*value->string());
    return on_one_line(value->text_at("name"));
  }

  [[nodiscard]] std::string address_of(const Json& article) const {
    const Json* page = article.find("mainEntityOfPage");
    std::string_view url = article.text_at("url");
    if (url.empty() && page != nullptr) {
      url = page->string() != nullptr ? std::string_view(*page->string()) : page->text_at("@id");
    }
    return url.starts_with("http") ? std::string(trim(url)) : std::string();
  }

  void read_publisher(const Json& article, LinkedArticle& linked) const {
    const Json* publisher = resolve(article.find("publisher"));
    if (publisher == nullptr) return;
    linked.outlet = name_of(publisher);
    linked.owner = name_of(resolve(publisher->find("parentOrganization")));
  }

  void read_authors(const Json* value, LinkedArticle& linked) const {
    if (value == nullptr) return;
    const Json::Array one = {*value};
    const Json::Array& authors = value->array() != nullptr ? *value->array() : one;
    for (const Json& author : authors) {
      std::string name = name_of(resolve_object(&author));
      if (name.empty() || name.find("://") != std::string::npos) continue;
      if (has_type(author, "Organization") && name == linked.outlet) continue;
      linked.authors.push_back(std::move(name));
    }
  }

  std::vector<const Json*> objects_;
};

}  // namespace

LinkedArticle find_linked_article(std::span<const std::string> blocks) {
  std::vector<Json> parsed;
  for (const std::string& block : blocks) {
    std::optional<Json> json = parse_block(block);
    if (json) parsed.push_back(std::move(*json));
  }
  return Reader(parsed).read();
}

}  // namespace twosource
