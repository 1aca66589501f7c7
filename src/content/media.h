// Files that a lesson shows: pictures, films, sounds.
#pragma once

#include <string>
#include <vector>

#include "base/rich_text.h"
#include "content/origin.h"

namespace bytes::content {

// A file beside byte.json. `byte build` fills in its size.
struct File {
  std::string src;  // Relative to the Byte's folder, and inside it. Empty: there is none.
  int bytes = 0;    // 0: not known.
  Origin position;  // Of `src`.

  friend bool operator==(const File&, const File&) = default;
};

// `width` and `height` are its natural size in CSS px; `byte build` fills them in (0: not known).
struct Picture : File {
  std::string alt;  // Empty only when `decorative`.
  bool decorative = false;
  RichText caption;
  RichText credit;
  int width = 0;
  int height = 0;
  File still;  // Of a picture that moves: what is shown until a learner starts it.

  friend bool operator==(const Picture&, const Picture&) = default;
};

// The words of a recording, in time with it: a WebVTT file.
struct Track : File {
  std::string language;
  std::string label;  // What a learner chooses it by, such as `English`.

  friend bool operator==(const Track&, const Track&) = default;
};

// A film or a sound, which is loaded when a learner starts it.
struct Recording : File {
  std::vector<Track> tracks;
  std::vector<RichText> transcript;  // A paragraph each.
  RichText caption;
  RichText credit;

  friend bool operator==(const Recording&, const Recording&) = default;
};

}  // namespace bytes::content
