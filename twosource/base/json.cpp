#include "twosource/base/json.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace twosource {
namespace {

constexpr std::size_t max_depth = 200;

// Builds a Json from nlohmann's parser events: no second tree, and a limit on the depth.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return add(Json()); }
  bool boolean(bool value) override { return add(Json(value)); }
  bool number_integer(number_integer_t value) override { return add(Json(std::int64_t{value})); }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto largest = static_cast<number_unsigned_t>(INT64_MAX);
    return add(value <= largest ? Json(static_cast<std::int64_t>(value))
                                : Json(static_cast<double>(value)));
  }
  bool number_float(number_float_t value, const string_t& /*text*/) override {
    return add(Json(value));
  }
  bool string(string_t& value) override { return add(Json(std::move(value))); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return open(Json(Json::Object())); }
  bool key(string_t& value) override {
    names_.back() = std::move(value);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(Json(Json::Array())); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*why*/) override {
    error_ = fmt::format("not valid JSON at byte {}", position);
    return false;
  }

  [[nodiscard]] Result<Json> take() {
    if (!error_.empty()) return Error{ErrorKind::format, error_};
    return std::move(root_);
  }

 private:
  bool open(Json container) {
    if (stack_.size() >= max_depth) {
      error_ = fmt::format("JSON nested deeper than {} levels", max_depth);
      return false;
    }
    stack_.push_back(std::move(container));
    names_.emplace_back();
    return true;
  }
  bool close() {
    Json done = std::move(stack_.back());
    stack_.pop_back();
    names_.pop_back();
    return add(std::move(done));
  }
  bool add(Json value) {
    if (stack_.empty()) {
      root_ = std::move(value);
    } else if (Json::Array* array = stack_.back().array(); array != nullptr) {
      array->push_back(std::move(value));
    } else {
      stack_.back().object()->emplace_back(std::move(names_.back()), std::move(value));
    }
    return true;
  }

  Json root_;
  std::vector<Json> stack_;
  std::vector<std::string> names_;
  std::string error_;
};

class Writer {
 public:
  explicit Writer(bool pretty) : pretty_(pretty) {}

  void write(const Json& value) {
    std::visit([this](const auto& state) { put(state); }, value.state());
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void put(std::monostate /*null*/) { out_ += "null"; }
  void put(bool value) { out_ += value ? "true" : "false"; }
  void put(std::int64_t value) { fmt::format_to(std::back_inserter(out_), "{}", value); }
  void put(double value) { out_ += nlohmann::json(value).dump(); }
  void put(const std::string& value) {
    out_ += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
  void put(const Json::Array& value) {
    open('[');
    for (std::size_t i = 0; i < value.size(); ++i) {
      separate(i);
      write(value[i]);
    }
    close(']', value.empty());
  }
  void put(const Json::Object& value) {
    open('{');
    for (std::size_t i = 0; i < value.size(); ++i) {
      separate(i);
      put(value[i].first);
      out_ += pretty_ ? ": " : ":";
      write(value[i].second);
    }
    close('}', value.empty());
  }
  void open(char bracket) {
    out_ += bracket;
    ++depth_;
  }
  void separate(std::size_t index) {
    if (index > 0) out_ += ',';
    break_line();
  }
  void close(char bracket, bool empty) {
    --depth_;
    if (!empty) break_line();
    out_ += bracket;
  }
  void break_line() {
    if (!pretty_) return;
    out_ += '\n';
    out_.append(2 * depth_, ' ');
  }

  bool pretty_;
  std::size_t depth_ = 0;
  std::string out_;
};

}  // namespace

double Json::number(double fallback) const {
  if (const auto* whole = std::get_if<std::int64_t>(&state_)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&state_)) return *real;
  return fallback;
}

const Json* Json::find(std::string_view name) const {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  for (const Member& member : *members) {
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

std::string_view Json::text_at(std::string_view name) const {
  const Json* member = find(name);
  const std::string* text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

Result<Json> parse_json(std::string_view text) {
  Builder builder;
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

std::string to_json(const Json& value, bool pretty) {
  Writer writer(pretty);
  writer.write(value);
  return writer.take();
}

}  // namespace twosource
