// One reading of one file: reads the values that are no objects, and reports what is wrong with them.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "content/byte_reader.h"
#include "content/codes.h"

namespace bytes::content {

// Where a value stands: a chain of names up to the file's root, spelt out only when there is something to say about it.
// Requires: `parent` and `name` outlive it.
struct Place {
  const Place* parent = nullptr;
  std::string_view name;
  int index = -1;  // Of an item of a list; its name is empty then.
  Position position;
};

// `sections[2].blocks[3].options`; empty for the root.
std::string path_of(const Place& place);

bool is_id(std::string_view text);

// The words that a field may hold.
struct Vocabulary {
  std::string_view what;  // Such as `list style`.
  std::span<const std::string_view> words;
};

class Reading {
 public:
  using Details = std::initializer_list<std::string_view>;

  // Requires: all arguments outlive this.
  Reading(std::string_view file, const ReadOptions& options, Diagnostics& diagnostics)
      : file_(file), options_(options), diagnostics_(diagnostics) {}

  bool is_strict() const { return options_.strict; }
  // How many were reported so far.
  int errors() const { return errors_; }

  // The code says what `details` are: content/codes.h.
  void error(const Place& place, std::string_view code, Details details = {}) {
    report(Severity::kError, place, code, details, {});
  }
  // `more`: details in addition to those.
  void error(const Place& place, std::string_view code, Details details, std::span<const std::string_view> more) {
    report(Severity::kError, place, code, details, more);
  }
  // A value of another kind than `wanted`.
  void wrong_type(const JsonValue& value, const Place& place, JsonValue::Kind wanted);
  void missing(std::string_view name, const Place& object, JsonValue::Kind wanted);
  // For authors only, so these say nothing when lenient.
  void unknown_word(std::string_view word, const Place& place, Vocabulary vocabulary);
  void unknown_field(std::string_view what, const Place& place, std::span<const std::string_view> known);

  // These return false, after a report, when there is nothing that can be used.

  // A string without marks.
  bool letters(const JsonValue& value, const Place& place, std::string& target);
  // Where something is to be found: as it stands, for it has no use for `\{{`.
  bool address(const JsonValue& value, const Place& place, std::string& target);
  // A string with marks, or a list of runs.
  bool text(const JsonValue& value, const Place& place, RichText& target);
  // The same, in which `{{id}}` is a gap.
  bool gapped_text(const JsonValue& value, const Place& place, RichText& target);
  // A formula as an author writes it; false where nobody can read one.
  bool mathml(const JsonValue& value, const Place& place, MathNode& target);
  bool id(const JsonValue& value, const Place& place, std::string& target);
  bool language(const JsonValue& value, const Place& place, std::string& target);
  // The name of a file in the Byte's folder.
  bool file(const JsonValue& value, const Place& place, std::string& target);

 private:
  // `more`: details in addition to those.
  void report(Severity severity, const Place& place, std::string_view code, Details details,
              std::span<const std::string_view> more);
  void add(Diagnostic diagnostic);
  Diagnostic diagnostic_at(const Place& place) const;
  bool word(const JsonValue& value, const Place& place, std::string& target, bool (*is_right)(std::string_view),
            std::string_view code);
  void run(const JsonValue& value, const Place& place, RichText& target);
  // Appends it, without its address if that is not safe.
  void add_run(Run run, const Place& place, RichText& target);
  // Written by an author, and not by `byte build`: `\{{` means the letters `{{`.
  bool is_authored() const { return options_.strict || options_.markup; }
  // `string` without control characters. Strictly, reports them and placeholders; where there may be gaps, these stand
  // between kGapStart and kGapEnd.
  std::string cleaned(const std::string& string, const Place& place);
  // `\{{` turned into its letters.
  std::string unescaped(std::string letters) const;
  void check_no_html(std::string_view letters, const Place& place);
  bool check_not_blank(std::string_view letters, const Place& place);

  std::string_view file_;
  const ReadOptions& options_;
  Diagnostics& diagnostics_;
  bool may_have_gaps_ = false;
  int warnings_ = 0;
  int errors_ = 0;
};

}  // namespace bytes::content
