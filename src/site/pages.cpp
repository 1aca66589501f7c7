#include "site/pages.h"

#include <algorithm>

#include "base/json_writer.h"
#include "content/author/accessibility.h"
#include "content/author/language_name.h"
#include "content/author/playable.h"
#include "content/author/site_colours.h"
#include "site/metadata.h"
#include "site/page_words.h"
#include "site/report_page.h"
#include "view/about_page.h"
#include "view/byte_page.h"
#include "view/catalogue_page.h"
#include "view/offline_page.h"
#include "view/page_parts.h"
#include "view/play_page.h"
#include "view/roadmap_page.h"
#include "view/site_parts.h"

namespace bytes::site {
namespace {

// From the page of a lesson.
constexpr std::string_view kRootOfBytePages = "../../";

// A guess at what a page weighs: most have five digits.
constexpr int kUsualSize = 20'000;

// What a page shows that another site can show of it: a picture that stands.
SharedPage shared(const content::Byte& byte, std::string_view name) {
  SharedPage page;
  page.title = byte.title;
  page.description = byte.summary;
  page.language = byte.language;
  page.type = "article";
  const std::string folder = "bytes/" + byte.id + "/";
  page.path = folder + std::string(name);
  const std::string& cover = byte.cover.still.src.empty() ? byte.cover.src : byte.cover.still.src;
  if (!cover.empty()) page.picture = folder + cover;
  page.picture_alt = byte.cover.alt;
  return page;
}

// All of the lesson's page but for what depends on how large it is.
Page start_byte_page(const content::Byte& byte, std::string_view name, const content::AccessibilityFacts& facts,
                     const SiteParts& parts) {
  const Words& words = parts.words_in(byte.language);
  Page page;
  page.title = byte.title;
  page.description = byte.summary;
  page.language = words.language;
  page.root = kRootOfBytePages;
  page.script = PageScript::kPlayer;
  page.uses_further = content::uses_further(byte);
  page.shared_head = shared_head(shared(byte, name), parts.site);
  if (!byte.editions.empty()) page.alternates.push_back({byte.language, std::string(name)});
  for (const content::Edition& edition : byte.editions) page.alternates.push_back({edition.language, edition.href});
  page.has_media = facts.has_recordings();
  page.embedded = facts.embedded;
  page.data = {{"byte-data", {}},
               {"interface-data", words_for_byte(words.interface, byte)},
               {"", learning_resource(byte, facts, parts.site, accessibility_summary(facts, parts.author.interface)),
                "application/ld+json"}};
  return page;
}

std::string write_byte_page(const content::Byte& byte, const SiteParts& parts, Page& page) {
  page.data[0].json = content::write_playable(byte);
  page.outline = view::byte_page(byte, learning::Progress(), view::PageState(), parts.words_in(byte.language).interface);
  return write_page(page, parts.files);
}

std::string accessibility_page(const content::Byte& byte, const content::AccessibilityFacts& facts,
                               const outline::Element& lesson, const SiteParts& parts) {
  Page page;
  page.title = parts.author.interface.phrase("access-title") + ": " + byte.title;
  page.language = parts.own_words().language;
  page.root = kRootOfBytePages;
  page.script = PageScript::kNone;
  page.outline = report_page({byte, facts, other_languages(lesson, byte.language), parts.own_words().interface, parts.author.interface});
  return write_page(page, parts.files);
}

// A quiet line at the end of the catalogue, which leads to another page.
void add_way(outline::Element& page, const std::string& id, const Run& way) {
  for (outline::Element& part : page.children) {
    if (part.id == "page:main") part.add(outline::make(outline::Role::kFacts, id, {way}));
  }
}

// As it is called in that language; what is not translated stays as it is.
content::Site site_in(content::Site site, std::string_view language) {
  for (const content::SiteWords& words : site.translations) {
    if (words.language != language) continue;
    site.title = words.title;
    site.summary = words.summary;
    site.language = language;
  }
  return site;
}

// Has a page of the site's own lead to the same in the site's other languages, below its title.
void add_other_languages(Page& page, std::string_view name, std::string_view language, const SiteParts& parts,
                         const view::Interface& interface) {
  std::vector<content::Edition> others;
  for (const std::string& other : page_languages(parts)) {
    if (other == language) continue;
    others.push_back({other, content::language_name(other), view::page_in(parts.site, name, other)});
  }
  if (others.empty()) return;
  page.alternates.push_back({std::string(language), view::page_in(parts.site, name, language)});
  for (const content::Edition& other : others) page.alternates.push_back({other.language, other.href});
  for (outline::Element& part : page.outline.children) {
    if (part.id != "page:main") continue;
    const auto title = std::find_if(part.children.begin(), part.children.end(),
                                    [](const outline::Element& one) { return one.id == "page:title"; });
    if (title == part.children.end()) continue;
    part.children.insert(title + 1, outline::make(outline::Role::kFacts, "page:editions",
                                                  view::editions_line(others, "", interface)));
  }
}

}  // namespace

const Words& SiteParts::words_in(std::string_view language) const {
  for (std::string_view tag = language; !tag.empty(); tag = tag.substr(0, tag.find('-') == tag.npos ? 0 : tag.rfind('-'))) {
    if (const auto known = words.find(tag); known != words.end()) return known->second;
  }
  return words.find(site.language)->second;
}

Words words_for(const Words& words, const SiteParts& parts, std::string_view root) {
  Words prepared = words;
  view::set_site(prepared.interface, parts.site, words.language, parts.logo, root);
  prepared.interface.set("site-colors", content::palettes_of(parts.site.colours));
  JsonWriter json;
  json.begin_object();
  for (const auto& [key, phrase] : prepared.interface.all()) {
    if (root == kRootOfBytePages ? !is_for_lessons(key) : key.starts_with(view::kAboutPrefix)) continue;
    json.key(key);
    json.string(phrase);
  }
  json.end_object();
  prepared.json = json.take();
  return prepared;
}

void prepare_words(SiteParts& parts) {
  for (auto& [language, words] : parts.words) words = words_for(words, parts, kRootOfBytePages);
}

BytePages byte_pages(content::Byte& byte, std::string_view name, const Diagnostics& found, const SiteParts& parts) {
  const content::AccessibilityFacts facts = content::accessibility_of(byte, found);
  Page page = start_byte_page(byte, name, facts, parts);
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

std::vector<std::string> page_languages(const SiteParts& parts) {
  std::vector<std::string> languages = {parts.site.language};
  for (const std::string& language : parts.site.languages) {
    if (language != parts.site.language && parts.words.count(language) > 0) languages.push_back(language);
  }
  return languages;
}

std::vector<content::CatalogueEntry> entries_in(const std::vector<std::vector<content::CatalogueEntry>>& entries,
                                                std::string_view language) {
  std::vector<content::CatalogueEntry> chosen;
  for (const std::vector<content::CatalogueEntry>& editions : entries) {
    const auto found = std::find_if(editions.begin(), editions.end(),
                                    [&](const content::CatalogueEntry& one) { return one.language == language; });
    chosen.push_back(found == editions.end() ? editions.front() : *found);
  }
  return chosen;
}

std::string catalogue_page(const Listing& listing, std::string_view language, const SiteParts& parts) {
  const Words words = words_for(parts.words_in(language), parts, "");
  const content::Site site = site_in(parts.site, language);
  Page page;
  page.title = site.title;
  page.description = site.summary;
  page.language = words.language;
  const std::string name = view::page_in(parts.site, "index", language);
  page.shared_head = shared_head({page.title, page.description, page.language, "website", name, {}, {}}, parts.site);
  page.script = PageScript::kLibrary;
  // The script fills these in.
  page.script_data = {{"minutes", words.interface.phrase("facts-minutes", {{"minutes", "{minutes}"}})},
                      {"unreadable", parts.author.interface.phrase("library-unreadable",
                                                                   {{"file", "{file}"}, {"reason", "{reason}"}})},
                      {"update-ready", words.interface.phrase("update-ready")},
                      {"update-use", words.interface.phrase("update-use")},
                      {"elsewhere", parts.author.interface.phrase("library-elsewhere")}};
  page.outline = view::catalogue_page(site, listing.bytes, words.interface, words.language, listing.roadmaps);
  add_other_languages(page, "index", language, parts, words.interface);
  add_way(page.outline, "page:offline", {.text = words.interface.phrase("about-offline"), .href = view::page_in(parts.site, "offline", language)});
  const bool are_same = parts.author.language == words.language;
  add_way(page.outline, "page:play", {.text = parts.author.interface.phrase("play-title"), .href = "play.html",
                                      .language = are_same ? std::string() : parts.author.language});
  return write_page(page, parts.files);
}

std::string offline_page(const Listing& listing, std::string_view language, const SiteParts& parts) {
  const Words words = words_for(parts.words_in(language), parts, "");
  Page page;
  page.title = words.interface.phrase("offline-title");
  page.description = words.interface.phrase("offline-summary");
  page.language = words.language;
  page.script = PageScript::kOffline;
  std::vector<view::OfflineGroup> groups;
  for (const content::RoadmapEntry& roadmap : listing.roadmaps) {
    RichText title = plain(words.interface.phrase("roadmap") + ": ");
    append(title, {.text = roadmap.title, .language = roadmap.language});
    groups.push_back({"roadmap-" + roadmap.id, std::move(title), roadmap.bytes});
  }
  view::OfflineGroup& library = groups.emplace_back();
  library.id = "library";
  library.title = plain(words.interface.phrase("offline-library"));
  for (const content::CatalogueEntry& entry : listing.bytes) library.bytes.push_back(entry.id);
  JsonWriter json;
  json.begin_array();
  for (const view::OfflineGroup& group : groups) {
    json.begin_object();
    json.key("id");
    json.string(group.id);
    json.key("bytes");
    json.begin_array();
    for (const std::string& id : group.bytes) json.string(id);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  page.data = {{"interface-data", words.json}, {"offline-data", json.take()}};
  page.outline = view::offline_page(listing.bytes, groups, words.interface);
  add_other_languages(page, "offline", language, parts, words.interface);
  return write_page(page, parts.files);
}

std::string roadmap_page(const content::Roadmap& roadmap, const std::vector<content::CatalogueEntry>& entries,
                         const SiteParts& parts) {
  const Words& words = parts.words_in(roadmap.language);
  Page page;
  page.title = roadmap.title;
  page.description = roadmap.summary;
  page.language = words.language;
  page.root = kRootOfBytePages;
  page.shared_head = shared_head({roadmap.title, roadmap.summary, roadmap.language, "website",
                                  "roadmaps/" + roadmap.id + "/index.html", {}, {}},
                                 parts.site);
  page.script = PageScript::kRoadmap;
  for (const char* key : {"progress", "begin", "go-on", "all-done", "finished", "begun", "begun-parts", "not-begun", "next", "unknown"}) {
    page.script_data.emplace_back(key, words.interface.find("roadmap-" + std::string(key)));
  }
  page.script_data.emplace_back("site", kRootOfBytePages);
  JsonWriter json;
  const auto ids = [&](std::string_view key, const std::vector<std::string>& list) {
    if (list.empty()) return;
    json.key(key);
    json.begin_array();
    for (const std::string& id : list) json.string(id);
    json.end_array();
  };
  json.begin_array();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    json.begin_object();
    json.key("id");
    json.string(entries[i].id);
    ids("formerly", entries[i].formerly);
    ids("after", roadmap.bytes[i].after);
    json.end_object();
  }
  json.end_array();
  page.data = {{"roadmap-data", json.take()}};
  page.outline = view::roadmap_page(roadmap, entries, words.interface);
  return write_page(page, parts.files);
}

std::string play_page(const SiteParts& parts) {
  const Words words = words_for(parts.own_words(), parts, "");
  Page page;
  page.title = parts.author.interface.phrase("play-title");
  page.description = parts.author.interface.phrase("play-summary");
  page.language = words.language;
  page.script = PageScript::kPlay;
  // The lesson that is played finds its addresses as on a page of its own.
  page.data = {{"interface-data", parts.own_words().json}, {"author-data", parts.author.json}};
  page.outline = view::play_page(words.interface, parts.author.interface);
  return write_page(page, parts.files);
}

std::string about_page(std::string_view language, const SiteParts& parts) {
  const Words words = words_for(parts.words_in(language), parts, "");
  if (words.interface.find("site-about").empty()) return {};
  Page page;
  page.title = words.interface.phrase("privacy-title") + ": " + site_in(parts.site, language).title;
  page.language = words.language;
  page.script = PageScript::kNone;
  page.outline = view::about_page(parts.site, words.interface);
  add_other_languages(page, "about", language, parts, words.interface);
  return write_page(page, parts.files);
}

}  // namespace bytes::site
