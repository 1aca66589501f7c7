// How long it takes to read something, at a pace that leaves few people behind.
#pragma once

#include <cstdint>
#include <string_view>

#include "content/model.h"

namespace bytes::content {

using Milliseconds = std::int64_t;

// 200 words a minute. (Brysbaert, "How many words do we read per minute?", 2019, finds 238 for adults who read English
// non-fiction silently; whoever is younger or reads a second language needs more time.) Scripts that put no spaces
// between words are counted by letters, 400 a minute, an estimate of ours.
Milliseconds reading_time(std::string_view text);
Milliseconds reading_time(const RichText& text);

// All that a learner reads who answers every question and opens nothing. Films, sounds and other sites' pages count by
// the words around them, scenarios not at all.
Milliseconds reading_time(const Block& block);
// Without its scenarios.
Milliseconds reading_time(const Byte& byte);

}  // namespace bytes::content
