#include "content/author/rules_pictures.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "content/author/characters.h"
#include "content/author/picture_size.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

constexpr std::int64_t kKilobyte = 1'000;
constexpr std::int64_t kMegabyte = 1'000 * kKilobyte;
constexpr std::int64_t kHeavyPicture = 200 * kKilobyte;
constexpr std::int64_t kVeryHeavyPicture = kMegabyte;
constexpr std::int64_t kHeavyDrawing = 100 * kKilobyte;
constexpr std::int64_t kHeavyFilm = 25 * kMegabyte;

// The column is 34 to 40 em wide, which is 800 CSS px with large letters, and screens have 3 pixels to one at most.
constexpr int kWidestUseful = 2'400;
constexpr int kFarTooWide = 3'000;

constexpr std::string_view kPictureEndings[] = {".jpg",  ".jpeg", ".png",  ".gif", ".svg",  ".webp",
                                                ".avif", ".bmp",  ".heic", ".tif", ".tiff", ".jxl"};

// What only says that there is a picture, in small letters and without an article.
constexpr std::string_view kEmptyTalk[] = {"image",         "image of",
                                           "an image of",   "picture",
                                           "picture of",    "photo",
                                           "photo of",      "photograph",
                                           "photograph of", "pic",
                                           "graphic",       "icon",
                                           "illustration",  "illustration of",
                                           "drawing",       "drawing of",
                                           "screenshot",    "screenshot of",
                                           "diagram",       "alt",
                                           "alt text",      "alternative text",
                                           "cover",         "cover image",
                                           "cover picture", "img",
                                           "placeholder",   "todo",
                                           "tbd",           "description",
                                           "bild",          "foto",
                                           "grafik",        "abbildung",
                                           "titelbild",     "imagen",
                                           "imagem",        "fotografía",
                                           "fotografia",    "ilustración",
                                           "dibujo",        "immagine",
                                           "illustrazione", "photographie",
                                           "dessin",        "afbeelding",
                                           "plaatje",       "billede",
                                           "bilde",         "картинка",
                                           "изображение",   "фото",
                                           "εικόνα",        "صورة",
                                           "تصویر"};

// What cameras and systems call their files, before a number or a date.
constexpr std::string_view kCameraNames[] = {"img",
                                             "dsc",
                                             "dscn",
                                             "dscf",
                                             "pxl",
                                             "image",
                                             "photo",
                                             "pic",
                                             "bild",
                                             "foto",
                                             "screenshot",
                                             "screen shot",
                                             "scan",
                                             "untitled",
                                             "mvimg",
                                             "whatsapp image",
                                             "bildschirmfoto",
                                             "imagen",
                                             "picture"};

std::string_view without_folder(std::string_view src) { return src.substr(src.rfind('/') + 1); }
std::string_view stem_of(std::string_view src) {
  const std::string_view name = without_folder(src);
  return name.substr(0, name.rfind('.'));
}

bool is_one_of(std::string_view word, const auto& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

// `img 2041`, `screenshot 2024 05 01 at 10 12`.
bool is_camera_name(std::string_view words) {
  for (const std::string_view name : kCameraNames) {
    if (!words.starts_with(name)) continue;
    std::string_view rest = words.substr(name.size());
    if (rest.find(" at ") != rest.npos && name.starts_with("s")) return has_digit(rest);
    if (has_digit(rest) && rest.find_first_not_of("0123456789 ") == rest.npos) return true;
  }
  return false;
}

bool is_file_name(std::string_view alt, std::string_view src) {
  if (alt == without_folder(src) || alt == src) return true;
  const std::string lower = in_lower_case(alt);
  const bool has_ending =
      std::any_of(std::begin(kPictureEndings), std::end(kPictureEndings),
                  [&](std::string_view end) { return lower.size() > end.size() && lower.ends_with(end); });
  return (has_ending && lower.find(' ') == lower.npos) || is_camera_name(bare(alt));
}

std::string_view without_article(std::string_view words) {
  for (const std::string_view article : {"a ", "an ", "the ", "my ", "ein ", "das ", "una ", "uma ", "une "}) {
    if (words.starts_with(article)) return words.substr(article.size());
  }
  return words;
}

void judge_alt(const Judging& judging, const Picture& picture, const FilePlace& place) {
  if (picture.alt.empty()) return;
  const FilePlace its_place = {place.scenario, place.path + ".alt"};
  const std::string words = bare(picture.alt);
  const std::string_view src = picture.src;
  if (is_file_name(picture.alt, src)) {
    judging.say(Severity::kWarning, codes::kAltFileName, its_place, {picture.alt});
  } else if (words.empty() || is_one_of(without_article(words), kEmptyTalk)) {
    judging.say(Severity::kWarning, codes::kAltSaysNothing, its_place, {picture.alt});
  } else if (words == bare(stem_of(src))) {
    // A file may well be called after what it shows; `story-1-silent` is no description, `tea` may be one.
    const bool is_for_sorting = has_digit(words) || words.find(' ') != words.npos;
    judging.say(is_for_sorting ? Severity::kWarning : Severity::kNote, codes::kAltFileName, its_place, {picture.alt});
  } else if (words == bare(letters_of(picture.caption))) {
    judging.say(Severity::kWarning, codes::kAltIsCaption, its_place, {});
  }
}

// Looks at each file once, where it is named first.
class FileJudge {
 public:
  explicit FileJudge(const Judging& judging) : judging_(judging) {}

  void judge(const File& file, FileUse use, const FilePlace& place) {
    const ByteSurroundings& around = judging_.surroundings;
    if (use == FileUse::kTrack || use == FileUse::kSound || !seen_.insert(file.src).second) return;
    if (around.has_file && !around.has_file(file.src)) return;
    place_ = {place.scenario, place.path + ".src"};
    if (use == FileUse::kVideo) {
      if (around.file_size) judge_film(file, around.file_size(file.src));
      return;
    }
    if (!around.read_file) return;
    const std::string content = around.read_file(file.src);
    const std::int64_t size = around.file_size ? around.file_size(file.src) : static_cast<std::int64_t>(content.size());
    judge_picture(file, use, content, size);
  }

 private:
  void judge_film(const File& file, std::int64_t size) const {
    if (size <= kHeavyFilm) return;
    judging_.say(Severity::kWarning, codes::kFilmHeavy, place_, {file.src, std::to_string(size / kMegabyte)});
  }

  void judge_picture(const File& file, FileUse use, std::string_view content, std::int64_t size) const {
    if (const std::string_view format = unfit_picture_format(content); !format.empty()) {
      judging_.say(Severity::kWarning, codes::kPictureFormat, place_, {std::string(format)});
      return;
    }
    const bool is_drawing = in_lower_case(file.src).ends_with(".svg");
    const std::optional<PictureSize> pixels = is_drawing ? std::nullopt : picture_size(content);
    if (pixels && pixels->width > kFarTooWide) {
      judging_.say(Severity::kNote, codes::kPictureTooLarge, place_,
                   {std::to_string(pixels->width), std::to_string(pixels->height), std::to_string(kWidestUseful)});
    }
    // What moves is loaded on request, as films are.
    if (use == FileUse::kMovingPicture || size <= (is_drawing ? kHeavyDrawing : kHeavyPicture)) return;
    judging_.say(
        size > kVeryHeavyPicture ? Severity::kWarning : Severity::kNote,
        is_drawing ? codes::kDrawingHeavy : codes::kPictureHeavy, place_,
        {std::to_string(size / kKilobyte), std::to_string((is_drawing ? kHeavyDrawing : kHeavyPicture) / kKilobyte)});
  }

  const Judging& judging_;
  std::set<std::string> seen_;
  FilePlace place_;
};

}  // namespace

void judge_alt_texts(const Judging& judging) {
  visit_pictures(judging.byte,
                 [&](const Picture& picture, const FilePlace& place) { judge_alt(judging, picture, place); });
}

void judge_files(const Judging& judging) {
  FileJudge judge(judging);
  visit_files(judging.byte,
              [&](const File& file, FileUse use, const FilePlace& place) { judge.judge(file, use, place); });
}

std::string_view unfit_picture_format(std::string_view file) {
  using std::string_view_literals::operator""sv;
  if (file.starts_with("II*\0"sv) || file.starts_with("MM\0*"sv)) return "TIFF";
  // After the letters: the file's size, and four bytes that are 0.
  if (file.starts_with("BM") && file.size() > 14 && file.substr(6, 4) == "\0\0\0\0"sv) return "BMP";
  if (file.starts_with("\xff\x0a") || file.starts_with("\0\0\0\x0cJXL \r\n\x87\n"sv)) return "JPEG XL";
  if (file.size() < 12 || file.substr(4, 4) != "ftyp") return {};
  const std::string_view brand = file.substr(8, 4);
  const bool is_avif = file.substr(0, 64).find("avif") != file.npos;
  constexpr std::string_view kBrands[] = {"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"};
  return !is_avif && is_one_of(brand, kBrands) ? "HEIC" : std::string_view();
}

}  // namespace bytes::content
