#include "site/metadata.h"

#include <algorithm>
#include <iterator>

#include "base/json_writer.h"
#include "outline/html_writer.h"

namespace bytes::site {
namespace {

using content::AccessibilityFacts;
using content::Byte;

constexpr std::string_view kHttps = "https://";

class Resource {
 public:
  Resource(const Byte& byte, const AccessibilityFacts& facts, const content::Site& site, const std::string& summary)
      : byte_(byte), facts_(facts), site_(site), summary_(summary) {}

  std::string write() {
    json_.begin_object();
    text("@context", "https://schema.org");
    text("@type", "LearningResource");
    text("name", byte_.title);
    text("description", byte_.summary);
    text("inLanguage", byte_.language);
    text("learningResourceType", "lesson");
    // LRMI's own words for what a learner does with it.
    const bool asks_for_something = facts_.has_questions || facts_.has_scenario || facts_.has_writing;
    text("interactivityType", asks_for_something ? "mixed" : "expositive");
    texts("teaches", teaches());
    if (facts_.has_graded) texts("assesses", teaches());
    texts("keywords", byte_.topics);
    level();
    if (byte_.minutes > 0) text("timeRequired", "PT" + std::to_string(byte_.minutes) + "M");
    license();
    truth("isAccessibleForFree", true);
    author();
    if (!site_.address.empty()) text("url", site_.address + "bytes/" + byte_.id + "/index.html");
    access();
    text("accessibilitySummary", summary_);
    json_.end_object();
    return json_.take();
  }

 private:
  void text(std::string_view key, std::string_view words) {
    if (words.empty()) return;
    json_.key(key);
    json_.string(words);
  }
  void truth(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }
  // One by itself stands without a list around it, as JSON-LD allows.
  template <class Words>
  void texts(std::string_view key, const Words& list) {
    if (list.size() == 1) return text(key, list.front());
    if (list.empty()) return;
    json_.key(key);
    strings(list);
  }
  template <class Words>
  void strings(const Words& list) {
    json_.begin_array();
    for (const auto& words : list) json_.string(words);
    json_.end_array();
  }

  std::vector<std::string> teaches() const {
    std::vector<std::string> taught;
    if (!byte_.objective.empty()) taught.push_back(byte_.objective);
    taught.insert(taught.end(), byte_.skills.begin(), byte_.skills.end());
    return taught;
  }

  // LRMI's own words for levels.
  void level() {
    text("educationalLevel", byte_.level == "starter" ? std::string_view("Beginner")
                             : byte_.level == "intermediate" ? std::string_view("Intermediate")
                             : byte_.level == "advanced" ? std::string_view("Advanced") : std::string_view());
  }

  void license() {
    if (byte_.license.empty()) return;
    if (const std::string address = license_address(byte_.license); !address.empty()) return text("license", address);
    json_.key("license");
    json_.begin_object();
    text("@type", "CreativeWork");
    text("name", byte_.license);
    json_.end_object();
  }

  void author() {
    if (byte_.author.name.empty()) return;
    json_.key("author");
    json_.begin_object();
    text("@type", "Person");
    text("name", byte_.author.name);
    text("jobTitle", byte_.author.role);
    json_.end_object();
  }

  // What another site shows is not known, and so nothing is said of ways that would suffice.
  void access() {
    using Words = std::vector<std::string_view>;
    Words modes = {"textual"};
    if (facts_.pictures > 0 || facts_.films > 0) modes.push_back("visual");
    if (facts_.has_recordings()) modes.push_back("auditory");
    texts("accessMode", modes);
    if (facts_.embedded.empty()) {
      json_.key("accessModeSufficient");
      json_.begin_array();
      if (facts_.is_all_written()) sufficient({"textual"});
      if (modes.size() > 1) sufficient(modes);
      json_.end_array();
    }
    Words features = {"readingOrder", "structuralNavigation", "tableOfContents", "displayTransformability", "unlocked"};
    if (facts_.pictures > 0) features.push_back("alternativeText");
    if (facts_.films > 0 && facts_.captioned == facts_.films) features.push_back("closedCaptions");
    if (facts_.has_recordings() && facts_.is_all_written()) features.push_back("transcript");
    texts("accessibilityFeature", features);
    Words hazards = {"noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"};
    if (facts_.may_flash()) hazards[0] = "unknownFlashingHazard", hazards[1] = "unknownMotionSimulationHazard";
    if (facts_.has_recordings() || !facts_.embedded.empty()) hazards[2] = "unknownSoundHazard";
    if (hazards[0] == "noFlashingHazard" && hazards[2] == "noSoundHazard") hazards = {"none"};
    texts("accessibilityHazard", hazards);
    if (facts_.embedded.empty()) {
      texts("accessibilityControl", Words{"fullKeyboardControl", "fullMouseControl", "fullTouchControl"});
    }
  }

  void sufficient(const std::vector<std::string_view>& modes) {
    json_.begin_object();
    text("@type", "ItemList");
    json_.key("itemListElement");
    strings(modes);
    json_.end_object();
  }

  const Byte& byte_;
  const AccessibilityFacts& facts_;
  const content::Site& site_;
  const std::string& summary_;
  JsonWriter json_;
};

}  // namespace

std::string learning_resource(const Byte& byte, const AccessibilityFacts& facts, const content::Site& site,
                              const std::string& summary) {
  return Resource(byte, facts, site, summary).write();
}

std::string license_address(std::string_view license) {
  if (license == "CC0-1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  static constexpr std::string_view kKinds[] = {"BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND"};
  static constexpr std::string_view kVersions[] = {"1.0", "2.0", "2.5", "3.0", "4.0"};
  constexpr std::string_view kStart = "CC-";
  const std::size_t dash = license.rfind('-');
  if (!license.starts_with(kStart) || dash <= kStart.size()) return {};
  const std::string_view kind = license.substr(kStart.size(), dash - kStart.size());
  const std::string_view version = license.substr(dash + 1);
  if (std::find(std::begin(kKinds), std::end(kKinds), kind) == std::end(kKinds)) return {};
  if (std::find(std::begin(kVersions), std::end(kVersions), version) == std::end(kVersions)) return {};
  std::string lower(kind);
  for (char& c : lower) c = c == '-' ? c : static_cast<char>(c - 'A' + 'a');
  return "https://creativecommons.org/licenses/" + lower + "/" + std::string(version) + "/";
}

std::string shared_head(const SharedPage& page, const content::Site& site) {
  std::string head;
  const auto add = [&](std::string_view property, std::string_view content) {
    if (content.empty()) return;
    head += "<meta property=\"og:" + std::string(property) + "\" content=\"" + outline::escape_html(content) + "\">\n";
  };
  add("type", page.type);
  add("title", page.title);
  add("description", page.description);
  add("site_name", site.title == page.title ? std::string_view() : std::string_view(site.title));
  // Open Graph wants a territory; a language without one is in the page's `lang` alone.
  if (page.language.size() == 5 && page.language[2] == '-') {
    add("locale", page.language.substr(0, 2) + "_" + page.language.substr(3));
  }
  if (site.address.empty()) return head;
  const std::string address = site.address + page.path;
  add("url", address);
  if (!page.picture.empty()) {
    add("image", site.address + page.picture);
    add("image:alt", page.picture_alt);
  }
  return head + "<link rel=\"canonical\" href=\"" + outline::escape_html(address) + "\">\n";
}

std::string sitemap(const std::vector<content::CatalogueEntry>& entries, const std::vector<std::string>& front_pages,
                    const content::Site& site) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  // An address is plain letters but for the marks that HTML and XML escape alike.
  const auto add = [&](const std::string& path) {
    xml += "<url><loc>" + outline::escape_html(site.address + path) + "</loc></url>\n";
  };
  for (const std::string& page : front_pages) add(page);
  for (const content::CatalogueEntry& entry : entries) {
    add("bytes/" + entry.id + "/" + entry.page);
    for (const content::Edition& edition : entry.editions) add("bytes/" + entry.id + "/" + edition.href);
  }
  return xml + "</urlset>\n";
}

std::string robots(const content::Site& site) {
  const std::string_view address = site.address;
  if (!address.starts_with(kHttps) || address.find('/', kHttps.size()) != address.size() - 1) return {};
  return "User-agent: *\nAllow: /\n\nSitemap: " + site.address + "sitemap.xml\n";
}

}  // namespace bytes::site
