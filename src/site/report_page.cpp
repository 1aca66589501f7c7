#include "site/report_page.h"

#include <string_view>
#include <utility>
#include <vector>

#include "view/language.h"
#include "view/page_parts.h"

namespace bytes::site {
namespace {

using content::AccessibilityFacts;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

enum class Verdict { kYes, kNotUsed, kToMend, kNotKnown };

struct VerdictRow {
  std::string_view key;
  std::string_view tone;
};
constexpr VerdictRow kVerdicts[] = {
    {"access-yes", "done"}, {"access-not-used", "open"}, {"access-to-mend", "open"}, {"access-not-known", "open"}};

// What the player does for every lesson alike, or a lesson's files can show.
struct Criterion {
  std::string_view number;
  std::string_view level;
  Verdict (*judge)(const ReportParts& parts);
};

Verdict yes(const ReportParts&) { return Verdict::kYes; }
Verdict not_used(const ReportParts&) { return Verdict::kNotUsed; }
Verdict if_used(bool is_used) { return is_used ? Verdict::kYes : Verdict::kNotUsed; }
Verdict if_all(int all, int good) {
  return all == 0 ? Verdict::kNotUsed : good == all ? Verdict::kYes : Verdict::kToMend;
}
bool has(const AccessibilityFacts& facts, std::string_view code) {
  for (const Diagnostic& problem : facts.to_mend) {
    if (problem.code == code) return true;
  }
  return false;
}

constexpr Criterion kCriteria[] = {
    {"1.1.1", "A", [](const ReportParts& p) { return if_used(p.facts.pictures + p.facts.decorative > 0); }},
    {"1.2.1", "A", [](const ReportParts& p) { return if_all(p.facts.sounds, p.facts.written_sounds); }},
    {"1.2.2", "A", [](const ReportParts& p) { return if_all(p.facts.films, p.facts.captioned); }},
    {"1.2.3", "A", [](const ReportParts& p) { return if_all(p.facts.films, p.facts.written_films); }},
    {"1.2.5", "AA", [](const ReportParts& p) { return p.facts.films > 0 ? Verdict::kNotKnown : Verdict::kNotUsed; }},
    {"1.3.1", "A", yes},
    {"1.3.2", "A", yes},
    {"1.4.1", "A", yes},
    {"1.4.2", "A", [](const ReportParts& p) { return if_used(p.facts.has_recordings()); }},
    {"1.4.3", "AA", yes},
    {"1.4.4", "AA", yes},
    {"1.4.5", "AA", [](const ReportParts& p) { return p.facts.pictures > 0 ? Verdict::kNotKnown : Verdict::kNotUsed; }},
    {"1.4.10", "AA", yes},
    {"2.1.1", "A", yes},
    {"2.1.2", "A", yes},
    {"2.1.4", "A", not_used},
    {"2.2.1", "A", not_used},
    {"2.2.2", "A", [](const ReportParts& p) {
       if (has(p.facts, "still-missing") || has(p.facts, "still-moves")) return Verdict::kToMend;
       return if_used(p.facts.moving + p.facts.films > 0);
     }},
    {"2.3.1", "A", [](const ReportParts& p) { return p.facts.may_flash() ? Verdict::kNotKnown : Verdict::kYes; }},
    {"2.4.1", "A", yes},
    {"2.4.2", "A", yes},
    {"2.4.3", "A", yes},
    {"2.4.4", "A", [](const ReportParts&) { return Verdict::kNotKnown; }},
    {"2.4.6", "AA", yes},
    {"2.4.7", "AA", yes},
    {"2.5.7", "AA", [](const ReportParts& p) { return if_used(p.facts.has_sorting || p.facts.has_scenario); }},
    {"2.5.8", "AA", yes},
    {"3.1.1", "A", yes},
    {"3.1.2", "AA", [](const ReportParts& p) { return if_used(!p.languages.empty()); }},
    {"3.2.2", "A", yes},
    {"3.3.1", "A", [](const ReportParts& p) { return if_used(p.facts.has_questions); }},
    {"3.3.2", "A", [](const ReportParts& p) { return if_used(p.facts.has_questions || p.facts.has_writing); }},
    {"3.3.8", "AA", not_used},
    {"4.1.2", "A", yes},
    {"4.1.3", "AA", yes},
};

std::string joined(const std::set<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

class ReportPage {
 public:
  explicit ReportPage(const ReportParts& parts) : parts_(parts), facts_(parts.facts), words_(parts.words) {}

  Element view() {
    Element main = make(Role::kMain, "page:main");
    main.add(make(Role::kTitle, "page:title", plain(words_.phrase("access-title"))));
    Element lesson = make(Role::kLinkCard, "access:lesson");
    lesson.set(Attribute::kHref, "index.html");
    Element name = make(Role::kLinkCardTitle, "access:lesson-title", plain(parts_.byte.title));
    view::set_language(name, parts_.byte.language);
    lesson.add(std::move(name));
    lesson.add(make(Role::kLinkCardText, "access:lesson-text", plain(words_.phrase("access-lesson"))));
    main.add(make(Role::kIntroduction, "page:summary", plain(words_.phrase("access-intro"))));
    main.add(std::move(lesson));
    main.add(in_short());
    if (!facts_.to_mend.empty()) main.add(to_mend());
    main.add(criteria());
    main.add(untested());
    Element page = make(Role::kPage, "page:root");
    page.add(view::view_header("../../", parts_.interface)).add(std::move(main));
    return std::move(page.add(view::view_footer(parts_.interface)));
  }

 private:
  Element section(const std::string& id, const std::string& title) {
    Element section = make(Role::kSection, id);
    section.set(Attribute::kLabelledBy, id + ":title");
    section.add(make(Role::kHeading, id + ":title", plain(title)));
    return section;
  }

  Element in_short() {
    std::vector<std::string> lines = {accessibility_summary(facts_, words_)};
    const auto number = [](int count) { return std::to_string(count); };
    if (facts_.pictures + facts_.decorative > 0) {
      lines.push_back(words_.phrase("access-pictures", {{"described", number(facts_.pictures)},
                                                         {"decorative", number(facts_.decorative)}}));
    }
    if (facts_.moving > 0) lines.push_back(words_.phrase("access-moving", {{"moving", number(facts_.moving)}}));
    if (facts_.has_recordings()) {
      lines.push_back(words_.phrase("access-recordings", {{"films", number(facts_.films)},
                                                           {"captioned", number(facts_.captioned)},
                                                           {"sounds", number(facts_.sounds)},
                                                           {"transcripts", number(facts_.written_films + facts_.written_sounds)}}));
    }
    if (!facts_.caption_languages.empty()) {
      lines.push_back(words_.phrase("access-captions", {{"languages", joined(facts_.caption_languages)}}));
    }
    if (!facts_.embedded.empty()) {
      lines.push_back(words_.phrase("access-embedded", {{"hosts", joined(facts_.embedded)}}));
    }
    lines.push_back(words_.phrase("access-headings", {{"parts", number(facts_.sections)},
                                                      {"inside", number(facts_.subheadings)},
                                                      {"tables", number(facts_.tables)}}));
    lines.push_back(words_.phrase("access-language", {{"language", parts_.byte.language}}));
    if (!parts_.languages.empty()) {
      lines.push_back(words_.phrase("access-languages", {{"languages", joined(parts_.languages)}}));
    }
    if (facts_.has_sorting) lines.push_back(words_.phrase("access-sorting"));
    if (facts_.has_scenario) lines.push_back(words_.phrase("access-map"));
    lines.push_back(words_.phrase("access-time"));
    Element part = section("access:short", words_.phrase("access-short"));
    part.add(list("access:facts", lines));
    return part;
  }

  Element list(const std::string& id, const std::vector<std::string>& lines) {
    Element list = make(Role::kBulletList, id);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      list.add(make(Role::kItem, id + "-" + std::to_string(i + 1), plain(lines[i])));
    }
    return list;
  }

  // In the tool's language, whatever the site's is. How to mend it is the author's business, whom the tool tells.
  Element to_mend() {
    Element part = section("access:mend", words_.phrase("access-to-mend"));
    Element list = make(Role::kReview, "access:mend-list");
    for (std::size_t i = 0; i < facts_.to_mend.size(); ++i) {
      const Diagnostic& problem = facts_.to_mend[i];
      const std::string id = "access:mend-" + std::to_string(i + 1);
      Element item = make(Role::kReviewItem, id, plain(problem.message));
      view::set_language(item, "en");
      const std::string file = problem.file.substr(problem.file.find_last_of("/\\") + 1);
      std::string place = words_.phrase("problem-place", {{"file", file},
                                                          {"line", std::to_string(problem.position.line)},
                                                          {"column", std::to_string(problem.position.column)}});
      item.add(make(Role::kReviewNote, id + ":place", plain(place + ": " + problem.path)));
      list.add(std::move(item));
    }
    part.add(std::move(list));
    return part;
  }

  Element criteria() {
    Element part = section("access:criteria", words_.phrase("access-criteria"));
    part.add(make(Role::kParagraph, "access:criteria-about", plain(words_.phrase("access-criteria-about"))));
    Element list = make(Role::kReview, "access:criteria-list");
    for (const Criterion& criterion : kCriteria) {
      const Verdict verdict = criterion.judge(parts_);
      const VerdictRow& row = kVerdicts[static_cast<std::size_t>(verdict)];
      const std::string number(criterion.number);
      Element item = make(Role::kReviewItem, "wcag:" + number);
      item.set(Attribute::kTone, row.tone);
      std::string name = number + " " + words_.phrase("wcag-" + number) + " (" + std::string(criterion.level) + ")";
      item.text = {Run{.text = std::move(name), .strong = true}};
      RichText note = {Run{.text = words_.phrase(row.key) + ":", .strong = true}, Run{.text = " " + why(number, verdict)}};
      item.add(make(Role::kReviewNote, "wcag:" + number + ":note", std::move(note)));
      list.add(std::move(item));
    }
    part.add(std::move(list));
    return part;
  }

  std::string why(const std::string& number, Verdict verdict) {
    if (verdict == Verdict::kNotUsed) return words_.phrase("wcag-" + number + "-unused");
    if (verdict == Verdict::kToMend) return words_.phrase("access-see-above");
    return words_.phrase("wcag-" + number + (verdict == Verdict::kYes ? "-yes" : "-unknown"));
  }

  Element untested() {
    std::vector<std::string> lines = {words_.phrase("access-untested-people"), words_.phrase("access-untested-words")};
    if (facts_.pictures > 0) lines.push_back(words_.phrase("access-untested-pictures"));
    if (facts_.has_recordings()) lines.push_back(words_.phrase("access-untested-recordings"));
    if (!facts_.embedded.empty()) lines.push_back(words_.phrase("access-untested-embedded"));
    Element part = section("access:untested", words_.phrase("access-untested"));
    part.add(list("access:untested-list", lines));
    return part;
  }

  const ReportParts& parts_;
  const AccessibilityFacts& facts_;
  const view::Interface& words_;
};

void add_languages(const Element& element, std::string_view own, std::set<std::string>& languages) {
  const auto add = [&](std::string_view language) {
    if (!language.empty() && language != own) languages.emplace(language);
  };
  add(element.get(Attribute::kLanguage));
  for (const Run& run : element.text) add(run.language);
  for (const Element& child : element.children) add_languages(child, own, languages);
}

}  // namespace

Element report_page(const ReportParts& parts) { return ReportPage(parts).view(); }

std::set<std::string> other_languages(const Element& page, std::string_view own) {
  std::set<std::string> languages;
  add_languages(page, own, languages);
  return languages;
}

std::string accessibility_summary(const AccessibilityFacts& facts, const view::Interface& words) {
  std::string summary = words.phrase(facts.is_all_written() ? "access-summary" : "access-summary-untold");
  if (!facts.embedded.empty()) summary += " " + words.phrase("access-summary-embedded");
  return summary;
}

}  // namespace bytes::site
