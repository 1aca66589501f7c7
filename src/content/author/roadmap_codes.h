// What an author can get wrong in a roadmap alone, besides content/codes.h, and what `Diagnostic::details` holds for each.
// Each has a file in tests/data/roadmaps/broken that shows it; a test reads this list and fails when one has none. The
// sentences are in content/author/explain_roadmap.cpp.
#pragma once

#include <string_view>

namespace bytes::content::codes {

inline constexpr std::string_view kRoadmapIdNotName = "roadmap-id-not-name";            // The id, the file's name.
inline constexpr std::string_view kRoadmapByteUnknown = "roadmap-byte-unknown";         // The id, the known ids…
inline constexpr std::string_view kRoadmapByteTwice = "roadmap-byte-twice";             // The id, line and column of the first.
inline constexpr std::string_view kRoadmapByteUnlisted = "roadmap-byte-unlisted";       // The id.
inline constexpr std::string_view kRoadmapAfterUnknown = "roadmap-after-unknown";       // The id, the roadmap's ids…
inline constexpr std::string_view kRoadmapAfterLater = "roadmap-after-later";           // The id, the Byte that comes after it.
inline constexpr std::string_view kRoadmapAfterCircle = "roadmap-after-circle";         // The way round: a → b → a.

}  // namespace bytes::content::codes
