// What can be said about a Byte's accessibility from its files alone.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/model.h"

namespace bytes::content {

struct AccessibilityFacts {
  int pictures = 0;        // With words that say what they show; portraits and covers too.
  int decorative = 0;      // Said to add nothing to the words around them.
  int moving = 0;          // Pictures that a learner starts and stops, a still in their place until then.
  int films = 0;
  int captioned = 0;       // Of the films.
  int written_films = 0;   // With a transcript.
  int sounds = 0;
  int written_sounds = 0;
  std::set<std::string> caption_languages;
  std::set<std::string> embedded;  // The hosts of other sites' pages that it shows inside itself.
  int sections = 0;
  int subheadings = 0;
  int tables = 0;
  bool has_questions = false;  // Of any kind.
  bool has_graded = false;     // Some of their answers are right and others wrong.
  bool has_sorting = false;    // Cards that go into groups, or options into order.
  bool has_scenario = false;
  bool has_writing = false;    // Room for a learner's own words.
  std::vector<Diagnostic> to_mend;

  bool has_recordings() const { return films + sounds > 0; }
  // What films and sounds say and show can be read.
  bool is_all_written() const { return written_films == films && written_sounds == sounds; }
  // Something may move that the build cannot look into, or that moves by itself.
  bool may_flash() const;
};

// `found`: what check_byte said about it. What of that shuts somebody out is to mend.
AccessibilityFacts accessibility_of(const Byte& byte, const Diagnostics& found);

}  // namespace bytes::content
