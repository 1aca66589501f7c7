// The stable names of everything an author can get wrong. Each has a file in tests/data/bytes/broken that shows it; a
// test reads this list and fails when one has none.
#pragma once

#include <string_view>

namespace bytes::content::codes {

// The file as JSON.
inline constexpr std::string_view kJsonEmpty = "json-empty";
inline constexpr std::string_view kJsonSyntax = "json-syntax";
inline constexpr std::string_view kJsonNotUtf8 = "json-not-utf8";
inline constexpr std::string_view kJsonTooBig = "json-too-big";
inline constexpr std::string_view kJsonTooDeep = "json-too-deep";
inline constexpr std::string_view kJsonDuplicateKey = "json-duplicate-key";

// Fields and their values.
inline constexpr std::string_view kFormatUnsupported = "format-unsupported";
inline constexpr std::string_view kNeedsUnknown = "needs-unknown";
inline constexpr std::string_view kFieldMissing = "field-missing";
inline constexpr std::string_view kFieldUnknown = "field-unknown";
inline constexpr std::string_view kTypeWrong = "type-wrong";
inline constexpr std::string_view kValueUnknown = "value-unknown";
inline constexpr std::string_view kValueNotYetKnown = "value-not-yet-known";
inline constexpr std::string_view kNumberRange = "number-range";
inline constexpr std::string_view kListEmpty = "list-empty";
inline constexpr std::string_view kIdInvalid = "id-invalid";
inline constexpr std::string_view kIdDuplicate = "id-duplicate";
inline constexpr std::string_view kLanguageInvalid = "language-invalid";
inline constexpr std::string_view kTooManyProblems = "too-many-problems";

// Text.
inline constexpr std::string_view kTextEmpty = "text-empty";
inline constexpr std::string_view kControlInText = "control-in-text";
inline constexpr std::string_view kHtmlInText = "html-in-text";
inline constexpr std::string_view kParagraphsInText = "paragraphs-in-text";
inline constexpr std::string_view kPictureInText = "picture-in-text";
inline constexpr std::string_view kPlaceholderReserved = "placeholder-reserved";
inline constexpr std::string_view kLinkUnsafe = "link-unsafe";

// Pictures.
inline constexpr std::string_view kAltMissing = "alt-missing";
inline constexpr std::string_view kAltNotNeeded = "alt-not-needed";
inline constexpr std::string_view kFileOutside = "file-outside";
inline constexpr std::string_view kFileMissing = "file-missing";

// Questions.
inline constexpr std::string_view kQuestionTooFewOptions = "question-too-few-options";
inline constexpr std::string_view kQuestionNoCorrect = "question-no-correct";
inline constexpr std::string_view kQuestionManyCorrect = "question-many-correct";

// Folders.
inline constexpr std::string_view kIdNotFolder = "id-not-folder";

}  // namespace bytes::content::codes
