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
#include "content/scenario_reader.h"

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
    visit_scenarios(byte, [&](const ScenarioBlock& block, const std::string& path) {
      const bool is_missing = !block.src.empty() && surroundings_.has_file && !surroundings_.has_file(block.src);
      if (is_missing) error(block.src_position, path + ".src", codes::kFileMissing, {block.src});
    });
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

namespace {

// `carolina.scenario.json` beside `content/bytes/a/byte.json`.
std::string name_beside(std::string_view file, std::string_view name) {
  return std::string(file.substr(0, file.rfind('/') + 1)) + std::string(name);
}

// Reads the files that scenarios are in. What is wrong in them is explained here, since each is a text of its own; a
// file that is not there is reported with the Byte's other files.
void read_scenarios(Byte& byte, std::string_view file, const ByteSurroundings& surroundings, const ReadOptions& options,
                    Diagnostics& explained_already) {
  if (!surroundings.read_file) return;
  for (Section& section : byte.sections) {
    for (Block& block : section.blocks) {
      auto* scenario = std::get_if<ScenarioBlock>(&block.content);
      if (!scenario || scenario->src.empty()) continue;
      if (surroundings.has_file && !surroundings.has_file(scenario->src)) continue;
      const std::string text = surroundings.read_file(scenario->src);
      Diagnostics found;
      if (auto read = read_scenario(text, name_beside(file, scenario->src), options, found)) {
        scenario->scenario = std::move(*read);
      }
      explained_already.add_all(explained(found, text));
    }
  }
}

}  // namespace

std::optional<Byte> check_byte(std::string_view text, std::string_view file, const ByteSurroundings& surroundings,
                               Diagnostics& diagnostics) {
  Diagnostics found;
  ReadOptions options;
  options.markup = read_markup;
  std::optional<Byte> byte = read_byte(text, file, options, found);
  Diagnostics in_other_files;
  if (byte) {
    read_scenarios(*byte, file, surroundings, options, in_other_files);
    check_rules(*byte, file, surroundings, found);
  }
  diagnostics.add_all(explained(found, text));
  diagnostics.add_all(in_other_files);
  return byte;
}

}  // namespace bytes::content
