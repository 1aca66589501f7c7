#include "base/diagnostics.h"

#include <algorithm>
#include <utility>

namespace bytes {
namespace {

// Optimal string alignment distance (Damerau 1964, restricted): insertions, deletions, substitutions and swapped
// neighbours each count one. Three rows of the usual table.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min(substituted, std::min(last[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

bool ends_a_sentence(std::string_view text) {
  return !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!');
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }

void Diagnostics::add_all(const Diagnostics& other) {
  // By index: `other` may be this very object.
  const std::size_t count = other.all_.size();
  for (std::size_t i = 0; i < count; ++i) all_.push_back(Diagnostic(other.all_[i]));
}

void Diagnostics::sort_by_place() {
  std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    if (a.file != b.file) return a.file < b.file;
    if (a.position.line != b.position.line) return a.position.line < b.position.line;
    return a.position.column < b.position.column;
  });
}

bool Diagnostics::has_errors() const {
  for (const Diagnostic& diagnostic : all_) {
    if (diagnostic.severity == Severity::kError) return true;
  }
  return false;
}

std::string to_text(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.position.line > 0) {
    if (!text.empty()) text += ':';
    text += std::to_string(diagnostic.position.line);
    text += ':';
    text += std::to_string(diagnostic.position.column);
  }
  if (!text.empty()) text += ": ";
  if (!diagnostic.path.empty()) {
    text += diagnostic.path;
    text += ": ";
  }
  if (diagnostic.severity == Severity::kWarning) text += "warning: ";
  if (diagnostic.severity == Severity::kNote) text += "note: ";
  text += diagnostic.message;
  if (!diagnostic.remedy.empty()) {
    text += " — ";
    text += diagnostic.remedy;
  }
  if (!diagnostic.message.empty() && !ends_a_sentence(text)) text += '.';
  if (!diagnostic.code.empty()) {
    if (!text.empty() && text.back() != ' ') text += ' ';
    text += '[';
    text += diagnostic.code;
    text += ']';
  }
  return text;
}

std::string nearest_name(std::string_view name, const std::vector<std::string_view>& known) {
  constexpr std::size_t kLongestName = 64;  // Keeps a hostile name from costing its square.
  if (name.size() > kLongestName) return {};
  std::size_t best = std::max<std::size_t>(name.size() / 3, 1) + 1;
  std::string_view nearest;
  for (std::string_view candidate : known) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best && distance < candidate.size()) {
      best = distance;
      nearest = candidate;
    }
  }
  return std::string(nearest);
}

}  // namespace bytes
