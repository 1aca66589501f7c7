// What an import has to say about the file it reads: what could not be carried over, where, and what was done instead.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/author/import/codes.h"

namespace bytes::content {

// More than these are counted in one last remark.
inline constexpr int kMostRemarks = 500;

class Report {
 public:
  // Requires: `text` and `diagnostics` outlive this.
  Report(std::string_view file, std::string_view text, Diagnostics& diagnostics);

  // The code says what the details are (codes.h), and how severe it is. What is the same in one line is said once.
  void add(std::string_view code, std::size_t offset, std::initializer_list<std::string_view> details = {});
  // About the file as a whole.
  void add_for_file(std::string_view code, std::initializer_list<std::string_view> details = {});
  // Says how many were left out; to be called once, at the end.
  void finish();

  bool has_errors() const { return has_errors_; }
  std::size_t line_at(std::size_t offset) const;

 private:
  // Line 0 is the file as a whole.
  void add_at(std::string_view code, std::size_t line, std::size_t offset,
              std::initializer_list<std::string_view> details);
  int column_at(std::size_t line, std::size_t offset) const;

  std::string file_;
  std::string_view text_;
  std::vector<std::size_t> lines_;  // Where each begins.
  Diagnostics& diagnostics_;
  std::set<std::string> said_;
  int count_ = 0;
  bool has_errors_ = false;
};

}  // namespace bytes::content
