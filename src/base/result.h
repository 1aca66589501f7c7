// A value, or the reason there is none.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace bytes {

struct Error {
  std::string message;  // What happened and what to do now, in plain words.
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Requires: ok().
  T& value() { return *std::get_if<0>(&state_); }
  const T& value() const { return *std::get_if<0>(&state_); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }

  // Requires: !ok().
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace bytes

// Leaves the surrounding function with the error of `expression`, or names its value `name`.
#define BYTES_TRY(name, expression)                      \
  auto name##_result = (expression);                     \
  if (!name##_result.ok()) return name##_result.error(); \
  auto& name = name##_result.value()

// The same for an expression whose value is not wanted.
#define BYTES_DO(expression) \
  if (auto bytes_done = (expression); !bytes_done.ok()) return bytes_done.error()
