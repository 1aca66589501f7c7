#include "view/language.h"

#include <algorithm>
#include <iterator>

namespace bytes::view {

bool is_right_to_left(std::string_view language) {
  static constexpr std::string_view kScripts[] = {"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"};
  static constexpr std::string_view kLanguages[] = {"ar", "ckb", "dv", "fa", "he", "ks", "nqo", "ps",
                                                    "sd", "syr", "ug", "ur", "yi"};
  for (std::size_t dash = language.find('-'); dash != std::string_view::npos; dash = language.find('-', dash + 1)) {
    const std::string_view part = language.substr(dash + 1, language.find('-', dash + 1) - dash - 1);
    if (part.size() == 4) return std::find(std::begin(kScripts), std::end(kScripts), part) != std::end(kScripts);
  }
  const std::string_view primary = language.substr(0, language.find('-'));
  return std::find(std::begin(kLanguages), std::end(kLanguages), primary) != std::end(kLanguages);
}

void set_language(outline::Element& element, std::string_view language) {
  if (language.empty()) return;
  element.set(outline::Attribute::kLanguage, language);
  element.set(outline::Attribute::kDirection, is_right_to_left(language) ? "rtl" : "ltr");
}

}  // namespace bytes::view
