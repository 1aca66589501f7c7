#include "export/single_file.h"

#include <set>
#include <utility>

#include "base/base64.h"
#include "base/hash.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "content/author/accessibility.h"
#include "content/author/playable.h"
#include "outline/html_writer.h"
#include "site/page_words.h"
#include "view/byte_page.h"
#include "view/language.h"

namespace bytes::exports {
namespace {

using outline::Attribute;
using outline::Element;
using outline::escape_html;

std::string_view media_type(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".svg", "image/svg+xml"}, {".png", "image/png"},  {".jpg", "image/jpeg"}, {".jpeg", "image/jpeg"},
      {".gif", "image/gif"},     {".webp", "image/webp"}, {".avif", "image/avif"}, {".mp4", "video/mp4"},
      {".webm", "video/webm"},   {".mp3", "audio/mpeg"}, {".ogg", "audio/ogg"},  {".wav", "audio/wav"},
      {".m4a", "audio/mp4"},     {".vtt", "text/vtt"}};
  for (auto [ending, type] : kTypes) {
    if (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending) return type;
  }
  return "application/octet-stream";
}

std::string data_url(std::string_view name, std::string_view content) {
  return "data:" + std::string(media_type(name)) + ";base64," + to_base64(content);
}

bool leads_out(std::string_view address) {
  if (address.empty() || address.front() == '#') return false;
  const std::size_t colon = address.find(':');
  return colon == address.npos || address.find('/') < colon;
}

class Writer {
 public:
  Writer(const content::Byte& byte, const SingleFileParts& parts) : byte_(byte), parts_(parts) {
    byte_.cost = {};  // Nobody chooses by it any more: it is all here.
    if (!parts.site.site.address.empty()) base_ = parts.site.site.address + "bytes/" + byte.id + "/";
  }

  Result<std::string> write(bool plays) {
    const site::Words& words = parts_.site.words_in(byte_.language);
    Element outline = view::byte_page(byte_, learning::Progress(), view::PageState(), words.interface);
    const std::uint64_t hash = outline::hash_of_outline(outline);
    take_in(outline);

    std::string head = element("style", {}, parts_.style, styles_);
    if (plays) {
      head += "<noscript>" + element("style", {}, parts_.no_script_style, styles_) + "</noscript>\n";
      head += element("script", {}, parts_.early, scripts_);
    } else {
      head += element("style", {}, parts_.no_script_style, styles_);
    }
    std::string body = outline::to_html(outline) + '\n';
    if (plays) {
      body += data_block("application/json", "byte-data", content::write_playable(byte_));
      body += data_block("application/json", "interface-data", site::words_for_byte(words.interface, byte_));
      body += data_block("application/json", "files-data", files_json());
      const std::pair<std::string_view, const std::string*> packed[] = {
          {"engine-script", &parts_.packed_engine}, {"engine-data", &parts_.packed_wasm}, {"player-script", &parts_.packed_player}};
      for (const auto& [id, content] : packed) body += data_block("application/octet-stream", id, to_base64(*content));
      for (const std::string* script : {&parts_.engine, &parts_.player}) scripts_.insert(source_of(*script));
      body += element("script", " id=\"page:player\" data-outline=\"" + to_hex(hash) + "\"", parts_.start, scripts_);
    }
    if (!fault_.empty()) return Error{fault_};

    const std::string& language = words.language;
    std::string html = "<!doctype html>\n<html lang=\"" + escape_html(language) + "\" dir=\"" +
                       (view::is_right_to_left(language) ? "rtl" : "ltr") + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    html += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + escape_html(policy(plays)) + "\">\n";
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += "<title>" + escape_html(byte_.title) + "</title>\n";
    html += "<link rel=\"icon\" href=\"" + data_url("icon.svg", parts_.icon) + "\">\n";
    return html + head + "</head>\n<body>\n" + body + "</body>\n</html>\n";
  }

 private:
  // What a policy calls a script or style that may run.
  static std::string source_of(std::string_view content) { return "'sha256-" + to_base64(sha256(content)) + "'"; }

  // An element whose content is taken as it is, and whose hash the policy will name.
  std::string element(std::string_view tag, std::string_view attributes, std::string_view content,
                      std::set<std::string>& hashes) {
    const std::string closing = "</" + std::string(tag);
    if (content.find(closing) != content.npos || content.find("<!--") != content.npos) {
      fault_ = "A part of the player holds \"" + closing + "\" or \"<!--\", and can't stand in one file with a lesson.";
    }
    hashes.insert(source_of(content));
    std::string html = "<" + std::string(tag);
    ((html += attributes) += '>') += content;
    return html + closing + ">\n";
  }

  static std::string data_block(std::string_view type, std::string_view id, std::string_view content) {
    std::string html = "<script type=\"";
    ((html += type) += "\" id=\"") += id;
    (html += "\">") += content;
    return html + "</script>\n";
  }

  std::string policy(bool plays) const {
    std::string policy = "default-src 'none'; img-src data:; media-src data:; object-src 'none'; base-uri 'none'; form-action 'none'";
    policy += "; style-src";
    for (const std::string& hash : styles_) policy += " " + hash;
    if (!plays) return policy;
    policy += "; script-src 'wasm-unsafe-eval'";
    for (const std::string& hash : scripts_) policy += " " + hash;
    const std::set<std::string> embedded = content::accessibility_of(byte_, {}).embedded;
    if (!embedded.empty()) policy += "; frame-src";
    for (const std::string& host : embedded) policy += " https://" + host;
    return policy;
  }

  // Puts what lies beside the lesson into its elements.
  void take_in(Element& element) {
    for (auto attribute : {Attribute::kSrc, Attribute::kPoster}) {
      const auto file = parts_.files.find(std::string(element.get(attribute)));
      if (file == parts_.files.end()) continue;
      // Every further use in the page needs its own copy; the script finds the first.
      if (attribute == Attribute::kSrc) shown_.emplace(file->first, element.id);
      element.set(attribute, data_url(file->first, file->second));
    }
    if (const std::string address(element.get(Attribute::kHref)); leads_out(address)) {
      if (base_.empty() || parts_.files.count(address)) {
        element.set_if(Attribute::kHref, false);
      } else {
        element.set(Attribute::kHref, base_ + address);
      }
    }
    for (Run& run : element.text) {
      if (leads_out(run.href)) run.href = base_.empty() ? "" : base_ + run.href;
    }
    for (Element& child : element.children) take_in(child);
  }

  // What web/single.js goes by: `"": the lesson's public address`, and for each file the element that shows it, as `#id`, or
  // the file itself.
  std::string files_json() const {
    JsonWriter json;
    json.begin_object();
    json.key("");
    json.string(base_);
    for (const auto& [name, content] : parts_.files) {
      json.key(name);
      const auto shown = shown_.find(name);
      json.string(shown != shown_.end() ? "#" + shown->second : data_url(name, content));
    }
    json.end_object();
    return json.take();
  }

  content::Byte byte_;
  const SingleFileParts& parts_;
  std::string base_;
  std::map<std::string, std::string> shown_;
  std::set<std::string> styles_;
  std::set<std::string> scripts_;
  std::string fault_;
};

}  // namespace

Result<std::string> playing_file(const content::Byte& byte, const SingleFileParts& parts) {
  return Writer(byte, parts).write(true);
}

Result<std::string> reading_file(const content::Byte& byte, const SingleFileParts& parts) {
  return Writer(byte, parts).write(false);
}

}  // namespace bytes::exports
