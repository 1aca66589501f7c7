// Reads the blocks of a section.
#pragma once

#include "content/fields.h"
#include "content/model.h"
#include "content/name_table.h"

namespace bytes::content {

// A block that cannot be used becomes UnknownBlock when lenient; strictly, what could be read of it is kept.
// `ids`: what sections and blocks of the Byte are called so far. Requires: `value` outlives `ids`.
void read_block(Reading& reading, const JsonValue& value, const Place& place, NameTable& ids, Block& block);

// The largest number of bytes that a file may be said to have.
inline constexpr int kLargestFile = 2'000'000'000;

// Whether a learner does something in blocks of that type which is kept under their ids.
bool is_kept(std::string_view type);

// The picture in that field, if there is one.
void read_picture_in(Reading& reading, Fields& fields, std::string_view name, Picture& picture);

// Where the field `picture`, which was read before, must be there and say something.
void need_picture(Reading& reading, Fields& fields, const Picture& picture);

// The fields of a picture, where `fields` may have others too.
void read_picture(Reading& reading, Fields& fields, Picture& picture, Need caption = Need::kOptional);

}  // namespace bytes::content
