#include "site/pages.h"

#include "content/author/files.h"
#include "content/author/playable.h"
#include "view/byte_page.h"
#include "view/catalogue_page.h"
#include "view/play_page.h"

namespace bytes::site {
namespace {

std::string write_byte_page(const content::Byte& byte, const SiteParts& parts) {
  Page page;
  page.title = byte.title;
  page.description = byte.summary;
  page.language = parts.language;
  page.root = "../../";
  page.data = {{"byte-data", content::write_playable(byte)}, {"interface-data", parts.interface_json}};
  page.script = PageScript::kPlayer;
  content::visit_recordings(byte, [&](const auto&, content::FileUse, const auto&) { page.has_media = true; });
  page.embedded = embedded_hosts(byte);
  page.outline = view::byte_page(byte, learning::Progress(), view::PageState(), parts.interface);
  return write_page(page, parts.files);
}

}  // namespace

std::set<std::string> embedded_hosts(const content::Byte& byte) {
  std::set<std::string> hosts;
  for (const content::Section& section : byte.sections) {
    for (const content::Block& block : section.blocks) {
      const auto* embed = std::get_if<content::EmbedBlock>(&block.content);
      if (embed) hosts.insert(std::string(content::host_of(embed->src)));
    }
  }
  return hosts;
}

std::string byte_page(content::Byte& byte, const SiteParts& parts) {
  // The page says how large it is, which makes it larger; two or three rounds settle that.
  std::string page = write_byte_page(byte, parts);
  for (int round = 0; round < 4 && byte.cost.text != static_cast<int>(page.size()); ++round) {
    byte.cost.text = static_cast<int>(page.size());
    page = write_byte_page(byte, parts);
  }
  return page;
}

std::string catalogue_page(const std::vector<content::CatalogueEntry>& entries, const SiteParts& parts) {
  Page page;
  page.title = parts.site.title;
  page.description = parts.site.summary;
  page.language = parts.language;
  page.script = PageScript::kLibrary;
  // The script fills these in.
  page.script_data = {{"minutes", parts.interface.phrase("facts-minutes", {{"minutes", "{minutes}"}})},
                      {"unreadable", parts.author_interface.phrase("library-unreadable",
                                                                   {{"file", "{file}"}, {"reason", "{reason}"}})},
                      {"elsewhere", parts.author_interface.phrase("library-elsewhere")}};
  page.outline = view::catalogue_page(parts.site, entries, parts.interface);
  return write_page(page, parts.files);
}

std::string play_page(const SiteParts& parts) {
  Page page;
  page.title = parts.author_interface.phrase("play-title");
  page.description = parts.author_interface.phrase("play-summary");
  page.language = parts.language;
  page.script = PageScript::kPlay;
  page.data = {{"interface-data", parts.interface_json}, {"author-data", parts.author_json}};
  page.outline = view::play_page(parts.interface, parts.author_interface);
  return write_page(page, parts.files);
}

}  // namespace bytes::site
