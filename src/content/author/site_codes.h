// What an author can get wrong in site.json alone, besides content/codes.h, and what `Diagnostic::details` holds for each.
// Each has a file in tests/data/sites/broken that shows it; a test reads this list and fails when one has none. The
// sentences are in content/author/explain_site.cpp.
#pragma once

#include <string_view>

namespace bytes::content::codes {

inline constexpr std::string_view kColorInvalid = "color-invalid";  // What is written.
// The theme, the text, the ground, their ratio, the one needed, which to change, to what (empty: nothing will do).
inline constexpr std::string_view kContrastLow = "contrast-low";
inline constexpr std::string_view kAddressInvalid = "address-invalid";            // The address.
inline constexpr std::string_view kLanguageNotAmong = "language-not-among";       // The site's own language.
inline constexpr std::string_view kSiteTranslationLanguage = "site-translation-language";  // The language.
inline constexpr std::string_view kLogoUnreadable = "logo-unreadable";            // The file's name.

}  // namespace bytes::content::codes
