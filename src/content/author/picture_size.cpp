#include "content/author/picture_size.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

namespace bytes::content {
namespace {

constexpr double kLargest = 100'000;

std::optional<PictureSize> checked(double width, double height) {
  if (!(width > 0) || !(height > 0) || width > kLargest || height > kLargest) return std::nullopt;
  const auto rounded = [](double length) { return length < 1 ? 1 : static_cast<int>(std::lround(length)); };
  return PictureSize{rounded(width), rounded(height)};
}

// Numbers at an offset; 0 beyond the end.
class Numbers {
 public:
  explicit Numbers(std::string_view file, bool is_big_endian) : file_(file), is_big_endian_(is_big_endian) {}

  std::uint32_t read(std::size_t offset, std::size_t count) const {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = offset + (is_big_endian_ ? i : count - 1 - i);
      number = number << 8 | (at < file_.size() ? static_cast<unsigned char>(file_[at]) : 0u);
    }
    return number;
  }

 private:
  std::string_view file_;
  bool is_big_endian_;
};

std::optional<PictureSize> png_size(std::string_view file) {
  // ISO/IEC 15948: the signature, then the header chunk.
  if (file.size() < 24 || file.substr(12, 4) != "IHDR") return std::nullopt;
  const Numbers numbers(file, true);
  return checked(numbers.read(16, 4), numbers.read(20, 4));
}

std::optional<PictureSize> gif_size(std::string_view file) {
  if (file.size() < 10) return std::nullopt;
  const Numbers numbers(file, false);
  return checked(numbers.read(6, 2), numbers.read(8, 2));
}

std::optional<PictureSize> webp_size(std::string_view file) {
  if (file.size() < 30) return std::nullopt;
  const Numbers numbers(file, false);
  const std::string_view chunk = file.substr(12, 4);
  if (chunk == "VP8X") return checked(numbers.read(24, 3) + 1, numbers.read(27, 3) + 1);
  if (chunk == "VP8L" && file[20] == 0x2f) {
    const std::uint32_t bits = numbers.read(21, 4);
    return checked((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
  }
  // RFC 6386: a key frame's start code stands before its size.
  if (chunk == "VP8 " && numbers.read(23, 3) == 0x2a019d) {
    return checked(numbers.read(26, 2) & 0x3fff, numbers.read(28, 2) & 0x3fff);
  }
  return std::nullopt;
}

// True when the Exif data in `tiff` lays the picture on its side. Browsers turn it back.
bool is_turned(std::string_view tiff) {
  const Numbers numbers(tiff, tiff.starts_with("MM"));
  const std::size_t directory = numbers.read(4, 4);
  const std::uint32_t entries = numbers.read(directory, 2);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (entry + 12 > tiff.size()) return false;
    constexpr std::uint32_t kOrientation = 0x0112;
    if (numbers.read(entry, 2) == kOrientation)
      return numbers.read(entry + 8, 2) >= 5 && numbers.read(entry + 8, 2) <= 8;
  }
  return false;
}

std::optional<PictureSize> jpeg_size(std::string_view file) {
  const Numbers numbers(file, true);
  bool turned = false;
  std::size_t offset = 2;
  while (offset + 4 <= file.size()) {
    if (static_cast<unsigned char>(file[offset]) != 0xff) return std::nullopt;
    const std::uint32_t marker = numbers.read(offset + 1, 1);
    if (marker == 0xff) {  // Padding.
      ++offset;
      continue;
    }
    const std::size_t size = numbers.read(offset + 2, 2);
    if (size < 2) return std::nullopt;
    const bool is_frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    if (is_frame) {
      if (offset + 9 > file.size()) return std::nullopt;
      double height = numbers.read(offset + 5, 2);
      double width = numbers.read(offset + 7, 2);
      if (turned) std::swap(width, height);
      return checked(width, height);
    }
    if (marker == 0xda || marker == 0xd9) return std::nullopt;  // The picture itself begins, or is over.
    constexpr std::string_view kExif("Exif\0\0", 6);
    const std::string_view segment = file.substr(offset + 4, size - 2);
    if (marker == 0xe1 && segment.starts_with(kExif)) turned = is_turned(segment.substr(kExif.size()));
    offset += 2 + size;
  }
  return std::nullopt;
}

bool is_space_in_file(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view without_space(std::string_view text) {
  while (!text.empty() && is_space_in_file(text.front())) text.remove_prefix(1);
  return text;
}

// What follows `end` in `text`; empty when it does not occur.
std::string_view after(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

// From the first letter after `<svg`; empty when the root element is another.
std::string_view svg_attributes(std::string_view file) {
  if (file.starts_with("\xef\xbb\xbf")) file.remove_prefix(3);
  for (file = without_space(file); !file.empty(); file = without_space(file)) {
    if (file.starts_with("<?")) {
      file = after(file, "?>");
    } else if (file.starts_with("<!--")) {
      file = after(file, "-->");
    } else if (file.starts_with("<!")) {
      const bool has_subset = file.find('[') < file.find('>');
      file = after(file, has_subset ? "]>" : ">");
    } else {
      return file.starts_with("<svg") && file.size() > 4 && is_space_in_file(file[4]) ? file.substr(4) : std::string_view();
    }
  }
  return {};
}

// The number at the start of `text`, which moves past it. Empty when there is none.
std::optional<double> take_number(std::string_view& text) {
  constexpr std::size_t kLongestNumber = 32;
  const std::string digits(text.substr(0, std::min(text.find_first_not_of("+-.0123456789eE"), kLongestNumber)));
  char* end = nullptr;
  const double number = std::strtod(digits.c_str(), &end);
  if (end == digits.c_str()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - digits.c_str()));
  return number;
}

// CSS px; empty for percentages and for lengths that depend on the page's font.
std::optional<double> svg_length(std::string_view text) {
  text = without_space(text);
  const std::optional<double> number = take_number(text);
  if (!number) return std::nullopt;
  while (!text.empty() && is_space_in_file(text.back())) text.remove_suffix(1);
  constexpr std::pair<std::string_view, double> kUnits[] = {
      {"", 1}, {"px", 1}, {"in", 96}, {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"pt", 96.0 / 72}, {"pc", 16}};
  for (const auto& [unit, pixels] : kUnits) {
    if (text == unit) return *number * pixels;
  }
  return std::nullopt;
}

std::optional<PictureSize> svg_size(std::string_view file) {
  std::optional<double> width;
  std::optional<double> height;
  double box_width = 0;
  double box_height = 0;
  for (std::string_view rest = without_space(svg_attributes(file)); !rest.empty(); rest = without_space(rest)) {
    if (rest.front() == '>' || rest.front() == '/') break;
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    std::string_view name = rest.substr(0, equals);
    while (!name.empty() && is_space_in_file(name.back())) name.remove_suffix(1);
    rest = without_space(rest.substr(equals + 1));
    if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return std::nullopt;
    const std::size_t end = rest.find(rest.front(), 1);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view value = rest.substr(1, end - 1);
    rest.remove_prefix(end + 1);

    if (name == "width") width = svg_length(value);
    if (name == "height") height = svg_length(value);
    if (name != "viewBox") continue;
    double box[4] = {};
    for (double& number : box) {
      while (!value.empty() && (is_space_in_file(value.front()) || value.front() == ',')) value.remove_prefix(1);
      number = take_number(value).value_or(0);
    }
    box_width = box[2];
    box_height = box[3];
  }
  const bool has_box = box_width > 0 && box_height > 0;
  if (width && height) return checked(*width, *height);
  if (!has_box) return std::nullopt;
  if (width) return checked(*width, *width * box_height / box_width);
  if (height) return checked(*height * box_width / box_height, *height);
  return checked(box_width, box_height);
}

}  // namespace

std::optional<PictureSize> picture_size(std::string_view file) {
  if (file.starts_with("\x89PNG\r\n\x1a\n")) return png_size(file);
  if (file.starts_with("\xff\xd8\xff")) return jpeg_size(file);
  if (file.starts_with("GIF87a") || file.starts_with("GIF89a")) return gif_size(file);
  if (file.starts_with("RIFF") && file.size() > 12 && file.substr(8, 4) == "WEBP") return webp_size(file);
  return svg_size(file);
}

}  // namespace bytes::content
