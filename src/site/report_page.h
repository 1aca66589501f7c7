// bytes/<id>/accessibility.html: what is known about how accessible a lesson is, and what is not.
#pragma once

#include <set>
#include <string>

#include "content/author/accessibility.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::site {

struct ReportParts {
  const content::Byte& byte;
  const content::AccessibilityFacts& facts;
  std::set<std::string> languages;  // Of parts that are in another than the Byte's.
  const view::Interface& interface;  // The player's words.
  const view::Interface& words;      // Those that only authors meet, this page's own among them.
};

// By the criteria of WCAG 2.2 that a lesson's files, or what the player's own tests hold for every lesson, say something
// about. Only what is known is claimed. Links go out from bytes/<id>/.
outline::Element report_page(const ReportParts& parts);

// The languages in which something on a page is marked, but for `own`.
std::set<std::string> other_languages(const outline::Element& page, std::string_view own);

// One or two sentences for those who choose a lesson.
std::string accessibility_summary(const content::AccessibilityFacts& facts, const view::Interface& words);

}  // namespace bytes::site
