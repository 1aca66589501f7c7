#include "site/offline_files.h"

#include <utility>

#include "base/json_writer.h"
#include "base/sha256.h"
#include "view/language.h"

namespace bytes::site {
namespace {

void write_file_list(std::string_view key, const std::vector<ListedFile>& files, JsonWriter& json) {
  json.key(key);
  json.begin_array();
  for (const ListedFile& file : files) {
    json.begin_object();
    json.key("name");
    json.string(file.name);
    json.key("sha256");
    json.string(file.sha256);
    json.key("bytes");
    json.integer(file.bytes);
    if (!file.kind.empty()) {
      json.key("kind");
      json.string(file.kind);
    }
    json.end_object();
  }
  json.end_array();
}

// The site's own colour, or the look's.
std::string light_colour(const content::Site& site, std::string_view token, std::string_view otherwise) {
  for (const content::SiteColour& colour : site.colours) {
    if (colour.theme == content::Theme::kLight && colour.token == token) return colour.colour;
  }
  return std::string(otherwise);
}

}  // namespace

std::string digest_of(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (const char byte : sha256(text)) {
    const auto value = static_cast<unsigned char>(byte);
    digits += kDigits[value >> 4];
    digits += kDigits[value & 15];
  }
  return digits;
}

std::string byte_list(const std::vector<ListedFile>& files) {
  JsonWriter json;
  json.begin_object();
  write_file_list("files", files, json);
  json.end_object();
  return json.take();
}

ListedByte listed_byte(std::string_view id, std::string_view list, const std::vector<ListedFile>& files) {
  ListedByte byte;
  byte.id = id;
  byte.list = digest_of(list);
  for (const ListedFile& file : files) {
    std::int64_t& sum = file.kind == "picture"                                  ? byte.pictures
                        : file.kind == "media"                                  ? byte.media
                        : file.kind == "page" && file.name != "index.html" ? byte.translations
                                                                                : byte.page;
    sum += file.bytes;
  }
  return byte;
}

std::string site_list(const SiteFiles& files) {
  JsonWriter json;
  json.begin_object();
  json.key("format");
  json.integer(1);
  write_file_list("engine", files.engine, json);
  write_file_list("further", files.further, json);
  write_file_list("other", files.other, json);
  write_file_list("shell", files.shell, json);
  json.key("bytes");
  json.begin_object();
  for (const ListedByte& byte : files.bytes) {
    json.key(byte.id);
    json.begin_object();
    json.key("list");
    json.string(byte.list);
    const auto number = [&](std::string_view key, std::int64_t bytes) {
      if (bytes == 0) return;
      json.key(key);
      json.integer(bytes);
    };
    number("page", byte.page);
    number("translations", byte.translations);
    number("pictures", byte.pictures);
    number("media", byte.media);
    if (byte.uses_further) {
      json.key("further");
      json.boolean(true);
    }
    json.end_object();
  }
  json.end_object();
  json.end_object();
  return json.take();
}

std::string service_worker(std::string_view script, std::string_view list_sha256) {
  return "self.filesSha256 = \"" + std::string(list_sha256) + "\";\n" + std::string(script);
}

std::string web_manifest(const content::Site& site, const std::string& icon, const std::string& maskable_icon) {
  JsonWriter json;
  const auto text = [&](std::string_view key, std::string_view words) {
    json.key(key);
    json.string(words);
  };
  json.begin_object();
  text("name", site.title);
  text("short_name", site.title);
  if (!site.summary.empty()) text("description", site.summary);
  text("lang", site.language);
  text("dir", view::is_right_to_left(site.language) ? "rtl" : "ltr");
  text("start_url", "index.html");
  text("scope", "./");
  // A lesson's links lead back by the page's own bar, so a window without the browser's will do; where there is one with
  // a button back, it is better.
  text("display", "standalone");
  json.key("display_override");
  json.begin_array();
  json.string("minimal-ui");
  json.end_array();
  text("theme_color", light_colour(site, "primary", "#0B5D66"));
  text("background_color", light_colour(site, "paper", "#FCFAF6"));
  json.key("icons");
  json.begin_array();
  for (const auto& [src, purpose] : {std::pair(icon, "any"), std::pair(maskable_icon, "maskable")}) {
    json.begin_object();
    text("src", src);
    text("sizes", "any");
    text("type", "image/svg+xml");
    text("purpose", purpose);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace bytes::site
