// The stable names of what is said when lessons are made of other files; report.cpp has the sentences. Each has an
// example in tests/data/import; a test reads this list and fails when one has none.
#pragma once

#include <string_view>

namespace bytes::content::codes {

// The file as a whole.
inline constexpr std::string_view kImportTooBig = "import-too-big";  // Its KB, the most KB.
inline constexpr std::string_view kImportNotUtf8 = "import-not-utf8";
inline constexpr std::string_view kImportEmpty = "import-empty";
inline constexpr std::string_view kImportUnreadable = "import-unreadable";  // What the reader of lessons says.
inline constexpr std::string_view kImportControl = "import-control";
inline constexpr std::string_view kImportLanguage = "import-language";
inline constexpr std::string_view kImportMore = "import-more";  // How many.

// Text.
inline constexpr std::string_view kImportHtmlDropped = "import-html-dropped";      // The element.
inline constexpr std::string_view kImportHtmlTag = "import-html-tag";              // The element.
inline constexpr std::string_view kImportHtmlAttribute = "import-html-attribute";  // The attribute, the element.
inline constexpr std::string_view kImportLinkUnsafe = "import-link-unsafe";        // The address.
inline constexpr std::string_view kImportLinkHttp = "import-link-http";            // The address.
inline constexpr std::string_view kImportFormula = "import-formula";
inline constexpr std::string_view kImportTextMoved = "import-text-moved";

// Pictures.
inline constexpr std::string_view kImportPictureRemote = "import-picture-remote";    // The address.
inline constexpr std::string_view kImportPictureOutside = "import-picture-outside";  // The name.
inline constexpr std::string_view kImportPictureMissing = "import-picture-missing";  // The name.
inline constexpr std::string_view kImportPictureInline = "import-picture-inline";    // The name.
inline constexpr std::string_view kImportAltMissing = "import-alt-missing";          // The name.

// GIFT.
inline constexpr std::string_view kImportGiftBraces = "import-gift-braces";  // The brace that is there, the other one.
inline constexpr std::string_view kImportGiftRunOn = "import-gift-run-on";
inline constexpr std::string_view kImportGiftNoPrompt = "import-gift-no-prompt";
inline constexpr std::string_view kImportGiftTooFew = "import-gift-too-few";
inline constexpr std::string_view kImportGiftNoneRight = "import-gift-none-right";
inline constexpr std::string_view kImportGiftSeveralRight = "import-gift-several-right";  // How many.
inline constexpr std::string_view kImportGiftWeights = "import-gift-weights";
inline constexpr std::string_view kImportGiftAnswerEmpty = "import-gift-answer-empty";
inline constexpr std::string_view kImportGiftMatch = "import-gift-match";
inline constexpr std::string_view kImportGiftMatchArrow = "import-gift-match-arrow";  // The answer.
inline constexpr std::string_view kImportGiftMatchGroups = "import-gift-match-groups";
inline constexpr std::string_view kImportGiftTyped = "import-gift-typed";
inline constexpr std::string_view kImportGiftGap = "import-gift-gap";
inline constexpr std::string_view kImportGiftPartly = "import-gift-partly";      // The answer.
inline constexpr std::string_view kImportGiftWildcard = "import-gift-wildcard";  // The answer.
inline constexpr std::string_view kImportGiftAnyOther = "import-gift-any-other";
inline constexpr std::string_view kImportGiftSaidToAll = "import-gift-said-to-all";
inline constexpr std::string_view kImportGiftSaidToNone = "import-gift-said-to-none";
inline constexpr std::string_view kImportGiftNumber = "import-gift-number";             // What stands there.
inline constexpr std::string_view kImportGiftNumberMore = "import-gift-number-more";    // The number.
inline constexpr std::string_view kImportGiftEssay = "import-gift-essay";
inline constexpr std::string_view kImportGiftTags = "import-gift-tags";                     // The tags.
inline constexpr std::string_view kImportGiftCategoryEmpty = "import-gift-category-empty";  // Its title.

// Markdown.
inline constexpr std::string_view kImportTitleMissing = "import-title-missing";  // The title made instead.
inline constexpr std::string_view kImportTitleAgain = "import-title-again";
inline constexpr std::string_view kImportMarksDropped = "import-marks-dropped";
inline constexpr std::string_view kImportSectionEmpty = "import-section-empty";
inline constexpr std::string_view kImportCodeBlock = "import-code-block";
inline constexpr std::string_view kImportListNested = "import-list-nested";
inline constexpr std::string_view kImportListStart = "import-list-start";  // The number.
inline constexpr std::string_view kImportJoined = "import-joined";
inline constexpr std::string_view kImportTooDeep = "import-too-deep";
inline constexpr std::string_view kImportTableHeader = "import-table-header";
inline constexpr std::string_view kImportTableRows = "import-table-rows";
inline constexpr std::string_view kImportTaskNoPrompt = "import-task-no-prompt";
inline constexpr std::string_view kImportTaskTooFew = "import-task-too-few";
inline constexpr std::string_view kImportTaskNoneRight = "import-task-none-right";
inline constexpr std::string_view kImportTaskMixed = "import-task-mixed";
inline constexpr std::string_view kImportFrontOpen = "import-front-open";
inline constexpr std::string_view kImportFrontUnknown = "import-front-unknown";  // The name, the nearest or nothing.
inline constexpr std::string_view kImportFrontValue = "import-front-value";      // The name, the value.

}  // namespace bytes::content::codes
