#include "site/page.h"

#include "base/hash.h"
#include "outline/html_writer.h"
#include "view/language.h"

namespace bytes::site {

using outline::escape_html;

std::string content_security_policy(const Page& page) {
  std::string policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; "
      "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";
  // An author's own files are in the browser's memory only, and may embed what their author likes: once it is pressed.
  if (page.script == PageScript::kPlay) return policy + "; img-src 'self' blob:; media-src 'self' blob:; frame-src https:";
  policy += "; img-src 'self'";
  if (page.has_media) policy += "; media-src 'self'";
  if (!page.embedded.empty()) policy += "; frame-src";
  for (const std::string& host : page.embedded) policy += " https://" + host;
  return policy;
}

std::string write_page(const Page& page, const EngineFiles& files) {
  const auto quoted = [](std::string_view text) { return "\"" + escape_html(text) + "\""; };
  // Of a page at the root, too, an address that means the folder and not the page.
  const std::string site = quoted(page.root.empty() ? "./" : page.root);
  const auto address = [&](const std::string& file) { return quoted(page.root + file); };

  std::string html = "<!doctype html>\n<html lang=" + quoted(page.language) + " dir=" +
                     (view::is_right_to_left(page.language) ? "\"rtl\"" : "\"ltr\"") + ">\n<head>\n";
  html += "<meta charset=\"utf-8\">\n";
  html += "<meta http-equiv=\"Content-Security-Policy\" content=" + quoted(content_security_policy(page)) + ">\n";
  html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += "<title>" + escape_html(page.title) + "</title>\n";
  if (!page.description.empty()) html += "<meta name=\"description\" content=" + quoted(page.description) + ">\n";
  html += page.shared_head;
  for (const Alternate& alternate : page.alternates) {
    html += "<link rel=\"alternate\" hreflang=" + quoted(alternate.language) + " href=" + quoted(alternate.href) + ">\n";
  }
  html += "<link rel=\"icon\" href=" + address(files.icon) + ">\n";
  html += "<link rel=\"manifest\" href=" + address("manifest.webmanifest") + ">\n";
  html += "<link rel=\"stylesheet\" href=" + address(files.style) + ">\n";
  // What an author plays may have anything in it.
  const bool takes_all = page.script == PageScript::kPlay || page.uses_further;
  if (takes_all) html += "<link rel=\"stylesheet\" href=" + address(files.further_style) + ">\n";
  if (page.script == PageScript::kPlay) html += "<link rel=\"stylesheet\" href=" + address(files.play_style) + ">\n";
  if (page.script == PageScript::kRoadmap) html += "<link rel=\"stylesheet\" href=" + address(files.roadmap_style) + ">\n";
  if (page.script == PageScript::kOffline) html += "<link rel=\"stylesheet\" href=" + address(files.offline_style) + ">\n";
  // Not deferred: it has to know whether data is saved before the first picture is asked for.
  html += "<script src=" + address(files.early) + " data-site=" + site +
          " data-drop=" + address(files.drop) + "></script>\n";
  const std::string* const script = page.script == PageScript::kLibrary   ? &files.library
                                    : page.script == PageScript::kOffline ? &files.offline
                                    : page.script == PageScript::kRoadmap ? &files.roadmap
                                                                          : nullptr;
  if (script) {
    html += "<script defer src=" + address(*script) + " data-keep=" + address(files.keep);
    for (const auto& [name, words] : page.script_data) html += " data-" + name + "=" + quoted(words);
    html += "></script>\n";
  } else if (page.script != PageScript::kNone) {
    const bool plays_any = page.script == PageScript::kPlay;
    html += "<noscript><link rel=\"stylesheet\" href=" + address(files.no_script_style) + "></noscript>\n";
    html += "<script id=\"page:player\" defer src=" + address(plays_any ? files.play : files.player) +
            " data-site=" + site + " data-engine=" + address(takes_all ? files.further : files.engine) +
            " data-engine-local=" + address(takes_all ? files.further_local : files.engine_local) +
            " data-wasm=" + address(takes_all ? files.further_wasm : files.wasm) +
            " data-answer-file=" + address(files.answer_file);
    if (plays_any) {
      html += " data-author=" + address(files.author) + " data-author-local=" + address(files.author_local) +
              " data-author-wasm=" + address(files.author_wasm);
    } else {
      html += " data-keep=" + address(files.keep) +
              " data-outline=" + quoted(to_hex(outline::hash_of_outline(page.outline)));
    }
    html += "></script>\n";
  }
  html += "</head>\n<body>\n" + outline::to_html(page.outline) + "\n";
  for (const DataBlock& block : page.data) {
    html += "<script type=" + quoted(block.type);
    if (!block.id.empty()) html += " id=" + quoted(block.id);
    html += ">" + block.json + "</script>\n";
  }
  html += "</body>\n</html>\n";
  return html;
}

}  // namespace bytes::site
