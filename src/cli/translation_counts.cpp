#include "cli/translation_counts.h"

#include <algorithm>
#include <set>

#include "content/author/words.h"

namespace bytes::cli {

void TranslationCounts::add(const std::string& language, bool is_listed,
                            const std::vector<TranslationCount>& translations) {
  ++all_[language].written;
  bytes_ += is_listed;
  listed_[language] += is_listed;
  for (const TranslationCount& one : translations) {
    OfLanguage& sum = all_[one.language];
    ++sum.translations;
    sum.strings += one.strings;
    sum.missing += one.missing;
    sum.stale += one.stale;
    listed_[one.language] += is_listed;
  }
}

std::string TranslationCounts::in_words(const content::Site& site, bool only_gaps) const {
  using content::counted;
  std::set<std::string> languages(site.languages.begin(), site.languages.end());
  for (const auto& [language, sum] : all_) {
    if (sum.translations > 0) languages.insert(language);
  }
  std::string lines;
  for (const std::string& language : languages) {
    const auto found = all_.find(language);
    const OfLanguage sum = found == all_.end() ? OfLanguage() : found->second;
    const auto listed = listed_.find(language);
    const bool is_wanted =
        std::find(site.languages.begin(), site.languages.end(), language) != site.languages.end();
    const int without = is_wanted ? bytes_ - (listed == listed_.end() ? 0 : listed->second) : 0;
    const bool has_gaps = sum.missing > 0 || sum.stale > 0 || without > 0;
    if (has_gaps ? false : only_gaps || sum.translations == 0) continue;
    std::string line;
    const auto add = [&](const std::string& part) { line += (line.empty() ? "" : ", ") + part; };
    if (sum.translations > 0) {
      add(counted(sum.translations, "lesson", "lessons") + " translated");
      add(sum.missing > 0 || sum.stale > 0 ? counted(sum.strings, "string", "strings") + " of which " +
                                                 std::to_string(sum.missing) + " missing and " +
                                                 std::to_string(sum.stale) + " stale"
                                           : "all " + counted(sum.strings, "string", "strings"));
    }
    if (without > 0) add(counted(without, "lesson", "lessons") + " not translated");
    lines += language + ": " + line + ".\n";
  }
  return lines;
}

}  // namespace bytes::cli
