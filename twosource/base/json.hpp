#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "twosource/base/result.hpp"

namespace twosource {

/// A JSON value (RFC 8259). Objects keep the order in which their members were written, so that
/// what is printed is the same bytes every time.
class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;

  Json() = default;                                                      // null
  Json(std::nullptr_t) {}                                                // NOLINT: implicit
  Json(bool value) : state_(value) {}                                    // NOLINT: implicit
  Json(int value) : state_(std::int64_t{value}) {}                       // NOLINT: implicit
  Json(std::int64_t value) : state_(value) {}                            // NOLINT: implicit
  Json(std::uint32_t value) : state_(std::int64_t{value}) {}             // NOLINT: implicit
  Json(std::size_t value) : state_(static_cast<std::int64_t>(value)) {}  // NOLINT: implicit
  Json(double value) : state_(value) {}                                  // NOLINT: implicit
  Json(const char* value) : state_(std::string(value)) {}                // NOLINT: implicit
  Json(std::string_view value) : state_(std::string(value)) {}           // NOLINT: implicit
  Json(std::string value) : state_(std::move(value)) {}                  // NOLINT: implicit
  Json(Array value) : state_(std::move(value)) {}                        // NOLINT: implicit
  Json(Object value) : state_(std::move(value)) {}                       // NOLINT: implicit

  [[nodiscard]] bool is_null() const { return state_.index() == 0; }
  /// Each returns null (or, for numbers, the fallback) where the value is of another type.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&state_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&state_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&state_); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&state_); }
  [[nodiscard]] Array* array() { return std::get_if<Array>(&state_); }
  [[nodiscard]] Object* object() { return std::get_if<Object>(&state_); }
  [[nodiscard]] bool is_number() const { return state_.index() == 2 || state_.index() == 3; }
  [[nodiscard]] double number(double fallback = 0.0) const;

  /// The first member of an object with this name; null for none and for other types.
  [[nodiscard]] const Json* find(std::string_view name) const;
  /// The string member of that name, or an empty view.
  [[nodiscard]] std::string_view text_at(std::string_view name) const;

  using State =
      std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>;
  [[nodiscard]] const State& state() const { return state_; }

 private:
  State state_;
};

/// Reads one JSON document. Nesting is limited to 200 levels. The error says at which byte it
/// stopped and why; a number that no double holds is an error. Where a name stands twice in one
/// object, both members are kept in order.
Result<Json> parse_json(std::string_view text);

/// Writes a value: compact on one line, or indented by two spaces a level. Strings must be valid
/// UTF-8; bytes that are not become U+FFFD. Doubles are written with the fewest digits that give
/// the same double back.
std::string to_json(const Json& value, bool pretty = false);

}  // namespace twosource
