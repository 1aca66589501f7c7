#include "content/author/rules.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "content/author/explain.h"
#include "content/author/markup.h"
#include "content/byte_reader.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

class RuleChecker {
 public:
  RuleChecker(std::string_view file, const ByteSurroundings& surroundings, Diagnostics& diagnostics)
      : file_(file), surroundings_(surroundings), diagnostics_(diagnostics) {}

  void check(const Byte& byte) {
    if (!surroundings_.folder.empty() && !byte.id.empty() && byte.id != surroundings_.folder) {
      error(byte.id_position, "id", codes::kIdNotFolder, {byte.id, std::string(surroundings_.folder)});
    }
    check_picture(byte.cover, "cover.src");
    for (std::size_t i = 0; i < byte.next.size() && surroundings_.has_byte; ++i) {
      const NextByte& next = byte.next[i];
      if (surroundings_.has_byte(next.id)) continue;
      error(next.position, "next[" + std::to_string(i) + "].byte", codes::kNextMissing, {next.id});
    }
    for (std::size_t s = 0; s < byte.sections.size(); ++s) {
      const Section& section = byte.sections[s];
      for (std::size_t b = 0; b < section.blocks.size(); ++b) {
        const auto* image = std::get_if<ImageBlock>(&section.blocks[b].content);
        if (!image) continue;
        check_picture(image->picture, "sections[" + std::to_string(s) + "].blocks[" + std::to_string(b) + "].src");
      }
    }
  }

 private:
  void check_picture(const Picture& picture, std::string path) {
    if (picture.src.empty() || !surroundings_.has_file || surroundings_.has_file(picture.src)) return;
    error(picture.position, std::move(path), codes::kFileMissing, {picture.src});
  }

  void error(Position position, std::string path, std::string_view code, std::vector<std::string> details) {
    Diagnostic problem;
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
