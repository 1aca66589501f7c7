#include "site/pages.h"

#include "content/author/accessibility.h"
#include "content/author/playable.h"
#include "site/metadata.h"
#include "site/report_page.h"
#include "view/byte_page.h"
#include "view/catalogue_page.h"
#include "view/play_page.h"

namespace bytes::site {
namespace {

// A guess at what a page weighs: most have five digits.
constexpr int kUsualSize = 20'000;

// What a page shows that another site can show of it: a picture that stands.
SharedPage shared(const content::Byte& byte) {
  SharedPage page;
  page.title = byte.title;
  page.description = byte.summary;
  page.language = byte.language;
  page.type = "article";
  const std::string folder = "bytes/" + byte.id + "/";
  page.path = folder + "index.html";
  const std::string& cover = byte.cover.still.src.empty() ? byte.cover.src : byte.cover.still.src;
  if (!cover.empty()) page.picture = folder + cover;
  page.picture_alt = byte.cover.alt;
  return page;
}

// All of the lesson's page but for what depends on how large it is.
Page start_byte_page(const content::Byte& byte, const content::AccessibilityFacts& facts, const SiteParts& parts) {
  Page page;
  page.title = byte.title;
  page.description = byte.summary;
  page.language = parts.language;
  page.root = "../../";
  page.script = PageScript::kPlayer;
  page.shared_head = shared_head(shared(byte), parts.site);
  page.has_media = facts.has_recordings();
  page.embedded = facts.embedded;
  page.data = {{"byte-data", {}},
               {"interface-data", parts.interface_json},
               {"", learning_resource(byte, facts, parts.site, accessibility_summary(facts, parts.author_interface)),
                "application/ld+json"}};
  return page;
}

std::string write_byte_page(const content::Byte& byte, const SiteParts& parts, Page& page) {
  page.data[0].json = content::write_playable(byte);
  page.outline = view::byte_page(byte, learning::Progress(), view::PageState(), parts.interface);
  return write_page(page, parts.files);
}

std::string accessibility_page(const content::Byte& byte, const content::AccessibilityFacts& facts,
                               const outline::Element& lesson, const SiteParts& parts) {
  Page page;
  page.title = parts.author_interface.phrase("access-title") + ": " + byte.title;
  page.language = parts.language;
  page.root = "../../";
  page.script = PageScript::kNone;
  page.outline = report_page({byte, facts, other_languages(lesson, byte.language), parts.interface, parts.author_interface});
  return write_page(page, parts.files);
}

}  // namespace

BytePages byte_pages(content::Byte& byte, const Diagnostics& found, const SiteParts& parts) {
  const content::AccessibilityFacts facts = content::accessibility_of(byte, found);
  Page page = start_byte_page(byte, facts, parts);
  // The page says how large it is, which makes it larger; two or three rounds settle that.
  if (byte.cost.text == 0) byte.cost.text = kUsualSize;
  BytePages pages;
  pages.lesson = write_byte_page(byte, parts, page);
  for (int round = 0; round < 4 && byte.cost.text != static_cast<int>(pages.lesson.size()); ++round) {
    byte.cost.text = static_cast<int>(pages.lesson.size());
    pages.lesson = write_byte_page(byte, parts, page);
  }
  pages.accessibility = accessibility_page(byte, facts, page.outline, parts);
  return pages;
}

std::string catalogue_page(const std::vector<content::CatalogueEntry>& entries, const SiteParts& parts) {
  Page page;
  page.title = parts.site.title;
  page.description = parts.site.summary;
  page.language = parts.language;
  page.shared_head = shared_head({page.title, page.description, page.language, "website", "index.html", {}, {}}, parts.site);
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
