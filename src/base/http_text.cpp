#include "base/http_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace bytes {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    const int high = i + 1 < text.size() ? digit_of(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? digit_of(text[i + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    const char c = static_cast<char>(high * 16 + low);
    if (c == '/') return std::nullopt;
    result += c;
    i += 2;
  }
  return result;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int more = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2
                     : lead >= 0xf0 && lead < 0xf5                 ? 3
                                                                   : -1;
    if (more < 0) return false;
    for (int j = 0; j < more; ++j) {
      if (++i == text.size() || (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return false;
    }
  }
  return true;
}

std::string in_lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// Nothing when it is no number, or too large a one.
std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

constexpr std::pair<std::string_view, std::string_view> kMediaTypes[] = {
    {"avif", "image/avif"},
    {"css", "text/css; charset=utf-8"},
    {"gif", "image/gif"},
    {"html", "text/html; charset=utf-8"},
    {"ico", "image/x-icon"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"js", "text/javascript; charset=utf-8"},
    {"json", "application/json; charset=utf-8"},
    {"m4a", "audio/mp4"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
    {"ogg", "audio/ogg"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"svg", "image/svg+xml"},
    {"txt", "text/plain; charset=utf-8"},
    {"vtt", "text/vtt; charset=utf-8"},
    {"wasm", "application/wasm"},
    {"wav", "audio/wav"},
    {"webm", "video/webm"},
    {"webmanifest", "application/manifest+json"},
    {"webp", "image/webp"},
    {"xml", "application/xml"},
    {"zip", "application/zip"},
};

}  // namespace

std::optional<std::string> path_of_target(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  std::optional<std::string> path = decoded(target.substr(0, target.find_first_of("?#")));
  if (!path || !is_utf8(*path)) return std::nullopt;
  char before = '\0';
  for (const char c : *path) {
    // A name that begins with a dot is `..`, this folder, or hidden.
    const bool begins_with_dot = before == '/' && c == '.';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\' || begins_with_dot) return std::nullopt;
    before = c;
  }
  return path;
}

std::string location_of(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "/-._~!$&'()*+,;=:@";
  std::string location = "/";
  path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
  for (const char c : path) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          kPlain.find(c) != std::string_view::npos;
    if (is_plain) {
      location += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      location += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return location;
}

bool names_this_machine(std::string_view host) {
  const std::size_t end = host.starts_with('[') ? host.find(']') + 1 : host.find(':');
  const std::string name = in_lower_case(host.substr(0, end));
  const std::string_view port = end < host.size() ? host.substr(end) : std::string_view();
  if (!port.empty() && (port[0] != ':' || !number_of(port.substr(1)))) return false;
  if (name == "localhost" || name == "[::1]" || name.ends_with(".localhost")) return true;
  return name.starts_with("127.") && name.find_first_not_of("0123456789.") == std::string::npos;
}

RangeWish range_of(std::string_view header, std::uint64_t size, ByteRange& range) {
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit) || header.find(',') != std::string_view::npos) return RangeWish::kWhole;
  header.remove_prefix(kUnit.size());
  const std::size_t dash = header.find('-');
  if (dash == std::string_view::npos) return RangeWish::kWhole;
  const std::string_view from = header.substr(0, dash);
  const std::string_view to = header.substr(dash + 1);
  if (from.empty()) {
    // The last so many.
    const auto count = number_of(to);
    if (!count) return RangeWish::kWhole;
    if (*count == 0 || size == 0) return RangeWish::kNone;
    range = {size - std::min(*count, size), size - 1};
    return RangeWish::kPart;
  }
  const auto first = number_of(from);
  const auto last = to.empty() ? std::optional<std::uint64_t>(UINT64_MAX) : number_of(to);
  if (!first || !last || *last < *first) return RangeWish::kWhole;
  if (*first >= size) return RangeWish::kNone;
  range = {*first, std::min(*last, size - 1)};
  return RangeWish::kPart;
}

std::string_view media_type_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  const std::string ending = dot == std::string_view::npos ? "" : in_lower_case(name.substr(dot + 1));
  for (const auto& [known, type] : kMediaTypes) {
    if (known == ending) return type;
  }
  return "application/octet-stream";
}

}  // namespace bytes
