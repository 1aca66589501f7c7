#include "content/author/explain_site.h"

#include <string>

#include "content/author/contrast.h"
#include "content/author/site_codes.h"
#include "content/author/words.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

// What somebody meant by `#0af` or `00AAFF`; empty when that cannot be seen.
std::string meant_by(std::string colour) {
  if (!colour.empty() && colour[0] == '#') colour.erase(0, 1);
  if (colour.size() == 3) colour = {colour[0], colour[0], colour[1], colour[1], colour[2], colour[2]};
  colour.insert(0, 1, '#');
  return colour_from(colour) ? colour : std::string();
}

void explain_colour(Diagnostic& problem) {
  problem.message = quoted(problem.details[0]) + " is not a colour";
  const std::string meant = meant_by(problem.details[0]);
  problem.remedy = meant.empty() ? R"(write # and six digits from 0-9 and A-F, such as "#0B5D66")" : "write " + quoted(meant);
}

void explain_contrast(Diagnostic& problem) {
  const std::vector<std::string>& details = problem.details;
  const std::string& to_change = details[5];
  problem.message = "in the " + details[0] + " theme, " + quoted(details[1]) + " on " + quoted(details[2]) +
                    " has a contrast of " + details[3] + ":1, and people need " + details[4] + ":1 to see it well";
  problem.remedy = details[6].empty() ? "make " + quoted(to_change == details[1] ? details[2] : details[1]) +
                                            " much lighter or much darker: no colour goes with it as it is"
                                      : "write " + quoted(to_change) + ": " + quoted(details[6]) +
                                            ", the nearest colour of that hue that does";
}

bool is_about_link(const Diagnostic& problem) {
  for (const std::string_view field : {"imprint", "privacy", "contact"}) {
    if (problem.path == field || problem.path == std::string(field) + ".href") return true;
  }
  return false;
}

}  // namespace

bool explain_site(Diagnostic& problem) {
  const std::string first = problem.details.empty() ? std::string() : quoted(problem.details[0]);
  if (problem.code == codes::kColorInvalid) {
    explain_colour(problem);
  } else if (problem.code == codes::kContrastLow) {
    explain_contrast(problem);
  } else if (problem.code == codes::kAddressInvalid) {
    problem.message = first + " is not the address of a site";
    problem.remedy = R"(write it with https:// before it and a slash after it, such as "https://bytes.example.org/")";
  } else if (problem.code == codes::kLanguageNotAmong) {
    problem.message = "the site's own language, " + first + ", is not among these";
    problem.remedy = "add it, or take the field out if there is only one";
  } else if (problem.code == codes::kSiteTranslationLanguage) {
    problem.message = first + " is not one of the site's other languages, or it has its words already";
    problem.remedy = R"(write it into "languages" as well, and its words here once)";
  } else if (problem.code == codes::kLogoUnreadable) {
    problem.message = first + " is not a picture whose size can be read";
    problem.remedy = "save it as an SVG, PNG, JPEG, GIF or WebP file";
  } else if (problem.code == codes::kLinkUnsafe && is_about_link(problem)) {
    problem.message = "the link " + first + " does not lead to a safe place";
    problem.remedy = R"(link to https, mailto or tel, or to a page beside the site's first one, such as "imprint.html")";
  } else if (problem.code == codes::kFileOutside && problem.path == "logo.src") {
    problem.message = first + " is not the name of a file beside site.json";
    problem.remedy = R"(put the file there and write its name, such as "logo.svg")";
  } else if (problem.code == codes::kFileMissing && problem.path == "logo.src") {
    problem.message = "there is no file " + first + " here";
    problem.remedy = "put it beside site.json, or mend its name: small and capital letters differ";
  } else {
    return false;
  }
  return true;
}

}  // namespace bytes::content
