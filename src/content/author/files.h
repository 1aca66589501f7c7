// The files that lie beside a byte.json.
#pragma once

#include <functional>
#include <string>

#include "content/model.h"

namespace bytes::content {

enum class FileUse {
  kPicture,        // Loaded with the page.
  kStill,          // The same, in place of something that moves: posters too.
  kMovingPicture,  // One that has a still, and is loaded when a learner starts it.
  kVideo,
  kSound,
  kTrack,
};

// Where something is named.
struct FilePlace {
  std::string scenario;  // The name of the scenario's file; empty: byte.json.
  std::string path;      // In that file: `sections[2].blocks[0].poster`, `cast[1].portrait`.
};

// In reading order, the cover first and the portrait last; a file that is used twice comes twice.
void visit_files(const Byte& byte, const std::function<void(const File&, FileUse, const FilePlace&)>& visit);

// Pictures with all that is said about them, in the same order.
void visit_pictures(const Byte& byte, const std::function<void(const Picture&, const FilePlace&)>& visit);

// Films and sounds, in the same order.
void visit_recordings(const Byte& byte, const std::function<void(const Recording&, FileUse, const FilePlace&)>& visit);

// Scenarios, in reading order; `path` is the block's.
void visit_scenarios(const Byte& byte, const std::function<void(const ScenarioBlock&, const std::string& path)>& visit);
void visit_scenarios(Byte& byte, const std::function<void(ScenarioBlock&, const std::string& path)>& visit);

// Fills in what the player is told about them: bytes, the size of pictures and videos in CSS px, and the Byte's cost
// but for its text. `read` returns a file's content, and is called once for each name.
void fill_in_files(Byte& byte, const std::function<std::string(const std::string& name)>& read);

}  // namespace bytes::content
