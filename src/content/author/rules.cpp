#include "content/author/rules.h"

#include <string>
#include <utility>
#include <variant>

#include "content/author/markup.h"
#include "content/byte_reader.h"
#include "content/codes.h"
#include "content/words.h"

namespace bytes::content {
namespace {

class RuleChecker {
 public:
  RuleChecker(std::string_view file, const ByteSurroundings& surroundings, Diagnostics& diagnostics)
      : file_(file), surroundings_(surroundings), diagnostics_(diagnostics) {}

  void check(const Byte& byte) {
    if (!surroundings_.folder.empty() && !byte.id.empty() && byte.id != surroundings_.folder) {
      error(byte.id_position, "id", codes::kIdNotFolder,
            "the id " + quoted(byte.id) + " is not the folder's name, " + quoted(surroundings_.folder),
            "give both the same name; a renamed Byte keeps its learners' answers by \"formerly\"");
    }
    check_picture(byte.cover, "cover.src");
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
    error(picture.position, std::move(path), codes::kFileMissing, "there is no file " + quoted(picture.src) + " here",
          "put it beside byte.json, or mend its name: small and capital letters differ");
  }

  void error(Position position, std::string path, std::string_view code, std::string message, std::string remedy) {
    diagnostics_.add({Severity::kError, std::string(file_), position, std::move(path), std::move(message),
                      std::move(remedy), std::string(code)});
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
  found.sort_by_place();
  diagnostics.add_all(found);
  return byte;
}

}  // namespace bytes::content
