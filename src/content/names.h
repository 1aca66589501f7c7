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
    "scenario"};
static_assert(std::size(kBlockTypes) + 1 == std::variant_size_v<BlockContent>);

inline constexpr std::string_view kListStyles[] = {"bullet", "number", "check", "cross"};
inline constexpr std::string_view kCalloutStyles[] = {"did-you-know", "tip", "note", "warning", "example"};
inline constexpr std::string_view kQuestionKinds[] = {"single", "multiple", "sort", "judgement"};
inline constexpr std::string_view kValueTypes[] = {"integer", "boolean", "one-of"};
inline constexpr std::string_view kFeedbackTimes[] = {"at-once", "at-end"};
inline constexpr std::string_view kEndingKinds[] = {"good", "mixed", "bad", "open", "surprise"};
inline constexpr std::string_view kLevels[] = {"starter", "intermediate", "advanced"};

// In the vocabulary of the format, but not in this version of the player.
inline constexpr std::string_view kLaterBlockTypes[] = {
    "code", "math", "labelled-picture", "accordion", "flashcards", "worksheet"};
inline constexpr std::string_view kLaterQuestionKinds[] = {
    "true-false", "order", "match", "blanks", "short", "number", "scale", "hotspot", "poll"};

}  // namespace bytes::content
