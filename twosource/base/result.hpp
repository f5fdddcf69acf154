#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace twosource {

/// What went wrong with something from outside; the names are those of `problem.kind` in the JSON.
enum class ErrorKind {
  missing,     ///< nothing lies at the path
  unreadable,  ///< it is there and cannot be read
  empty,       ///< no text in it
  binary,      ///< not a text
  encoding,    ///< bytes that are not text in the encoding they claim
  too_large,   ///< above a limit that keeps the program safe
  format,      ///< not the format it looks like
  field,       ///< a record without a field that it needs
  duplicate,   ///< the same input once more
  damaged,     ///< cut off or corrupted
  usage,       ///< a wrong request: a flag, a pattern, a name
  unwritable,  ///< an output could not be written
};

/// The JSON name of an error kind.
const char* name_of(ErrorKind kind);

/// One sentence for the user: what, where, what to do.
struct Error {
  ErrorKind kind = ErrorKind::unreadable;
  std::string message;
};

/// A value or the error that stands in its place; the compiler does not let a caller drop it.
///
/// Member names are those of std::expected (C++23), which g++ 12 does not offer in C++20.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  [[nodiscard]] T& value() & { return *get(); }
  [[nodiscard]] const T& value() const& { return *get(); }
  [[nodiscard]] T&& value() && { return std::move(*get()); }

  T& operator*() & { return *get(); }
  const T& operator*() const& { return *get(); }
  T&& operator*() && { return std::move(*get()); }
  T* operator->() { return get(); }
  const T* operator->() const { return get(); }

  [[nodiscard]] const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

  [[nodiscard]] T value_or(T other) && {
    return has_value() ? std::move(*get()) : std::move(other);
  }

 private:
  T* get() {
    assert(has_value());
    return std::get_if<0>(&state_);
  }
  [[nodiscard]] const T* get() const {
    assert(has_value());
    return std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

/// The result of a call that has nothing to return but its success.
struct Done {};

}  // namespace twosource
