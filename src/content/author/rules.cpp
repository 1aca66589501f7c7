#include "content/author/rules.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "content/author/explain.h"
#include "content/author/files.h"
#include "content/author/markup.h"
#include "content/author/moving_picture.h"
#include "content/byte_reader.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

// WebVTT's signature: the letters, after a byte order mark or none, and before white space.
bool is_webvtt(std::string_view text) {
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  constexpr std::string_view kSignature = "WEBVTT";
  if (text.substr(0, kSignature.size()) != kSignature) return false;
  return text.size() == kSignature.size() || std::string_view(" \t\r\n").find(text[kSignature.size()]) != text.npos;
}

class RuleChecker {
 public:
  RuleChecker(std::string_view file, const ByteSurroundings& surroundings, Diagnostics& diagnostics)
      : file_(file), surroundings_(surroundings), diagnostics_(diagnostics) {}

  void check(const Byte& byte) {
    if (!surroundings_.folder.empty() && !byte.id.empty() && byte.id != surroundings_.folder) {
      error(byte.id_position, "id", codes::kIdNotFolder, {byte.id, std::string(surroundings_.folder)});
    }
    for (std::size_t i = 0; i < byte.next.size() && surroundings_.has_byte; ++i) {
      const NextByte& next = byte.next[i];
      if (surroundings_.has_byte(next.id)) continue;
      error(next.position, "next[" + std::to_string(i) + "].byte", codes::kNextMissing, {next.id});
    }
    visit_files(byte, [&](const auto& file, FileUse use, const std::string& path) { check_file(file, use, path); });
    visit_recordings(byte, [&](const Recording& recording, FileUse use, const std::string& path) {
      if (recording.src.empty()) return;
      const bool is_video = use == FileUse::kVideo;
      if (is_video && recording.tracks.empty()) warn(recording.position, path, codes::kCaptionsMissing);
      if (recording.transcript.empty()) warn(recording.position, path, codes::kTranscriptMissing);
    });
  }

 private:
  void check_file(const File& file, FileUse use, const std::string& path) {
    if (surroundings_.has_file && !surroundings_.has_file(file.src)) {
      return error(file.position, path + ".src", codes::kFileMissing, {file.src});
    }
    if (!surroundings_.read_file) return;
    const bool must_be_still = use == FileUse::kPicture || use == FileUse::kStill;
    if (must_be_still && is_moving_picture(surroundings_.read_file(file.src))) {
      warn(file.position, path, use == FileUse::kStill ? codes::kStillMoves : codes::kStillMissing);
    }
    if (use == FileUse::kTrack && !is_webvtt(surroundings_.read_file(file.src))) {
      error(file.position, path + ".src", codes::kCaptionsNotWebVtt, {file.src});
    }
  }

  void warn(Position position, std::string path, std::string_view code) {
    error(position, std::move(path), code, {}, Severity::kWarning);
  }

  void error(Position position, std::string path, std::string_view code, std::vector<std::string> details,
             Severity severity = Severity::kError) {
    Diagnostic problem;
    problem.severity = severity;
    problem.file = file_;
    problem.position = position;
    problem.path = std::move(path);
    problem.code = code;
    problem.details = std::move(details);
    diagnostics_.add(std::move(problem));
  }

  std::string_view file_;
  const ByteSurroundings& surroundings_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_rules(const Byte& byte, std::string_view file, const ByteSurroundings& surroundings,
                 Diagnostics& diagnostics) {
  RuleChecker(file, surroundings, diagnostics).check(byte);
}

std::optional<Byte> check_byte(std::string_view text, std::string_view file, const ByteSurroundings& surroundings,
                               Diagnostics& diagnostics) {
  Diagnostics found;
  ReadOptions options;
  options.markup = read_markup;
  std::optional<Byte> byte = read_byte(text, file, options, found);
  if (byte) check_rules(*byte, file, surroundings, found);
  diagnostics.add_all(explained(found, text));
  return byte;
}

}  // namespace bytes::content
