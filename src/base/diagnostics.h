// What an author did wrong, all of it at once, each with its place and its remedy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bytes {

// A place in a text file. Both count from 1; a column counts UTF-8 code points. {0, 0} is "the file as a whole".
struct Position {
  int line = 0;
  int column = 0;

  friend bool operator==(const Position&, const Position&) = default;
};

enum class Severity { kError, kWarning, kNote };

struct Diagnostic {
  Severity severity = Severity::kError;
  std::string file;  // As the author named it.
  Position position;
  std::string path;          // JSON path such as `sections[2].blocks[3].options`; empty for the file as a whole.
  std::string message = {};  // What is wrong: a plain sentence without a full stop. Empty until it is explained.
  std::string remedy = {};   // What to write instead; may be empty only when the message already says it.
  std::string code;          // Stable, such as `question-no-correct`.
  std::vector<std::string> details;  // What the sentence is about, such as a field's name; the code says what each is.
};

class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  // Appends all of `other`'s, in their order.
  void add_all(const Diagnostics& other);
  // Orders by file, line and column. What stands at one place keeps its order.
  void sort_by_place();

  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const;

 private:
  std::vector<Diagnostic> all_;
};

// `FILE:LINE:COLUMN: PATH: MESSAGE — REMEDY. [CODE]`, leaving out what is empty. Warnings and notes say so before
// MESSAGE.
std::string to_text(const Diagnostic& diagnostic);

// The known name nearest to `name`, or an empty string: at most a third of its letters (but one in any case) inserted,
// left out, replaced or swapped with a neighbour.
std::string nearest_name(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace bytes
