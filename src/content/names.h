// The format's own words, in the order of the model's enums.
#pragma once

#include <iterator>
#include <string_view>
#include <variant>

#include "content/model.h"

namespace bytes::content {

// In the order of BlockContent, without UnknownBlock.
inline constexpr std::string_view kBlockTypes[] = {
    "text",  "subheading", "list",    "callout", "image", "video",     "audio",   "picture-story", "embed",
    "table", "compare",    "quote",   "steps",   "link-card", "divider", "checklist", "reflection", "question",
    "scenario", "code", "math", "labelled-picture", "accordion", "flashcards", "worksheet", "bank"};
static_assert(std::size(kBlockTypes) + 1 == std::variant_size_v<BlockContent>);

inline constexpr std::string_view kListStyles[] = {"bullet", "number", "check", "cross"};
inline constexpr std::string_view kCalloutStyles[] = {"did-you-know", "tip", "note", "warning", "example"};
inline constexpr std::string_view kQuestionKinds[] = {"single", "multiple", "sort",   "judgement", "true-false",
                                                       "poll",   "scale",    "order",  "match",     "blanks",
                                                       "short",  "number",   "hotspot"};
inline constexpr std::string_view kFieldKinds[] = {"words", "yes-no", "choice"};
inline constexpr std::string_view kValueTypes[] = {"integer", "boolean", "one-of"};
inline constexpr std::string_view kFeedbackTimes[] = {"at-once", "at-end"};
inline constexpr std::string_view kEndingKinds[] = {"good", "mixed", "bad", "open", "surprise"};
inline constexpr std::string_view kLevels[] = {"starter", "intermediate", "advanced"};

}  // namespace bytes::content
