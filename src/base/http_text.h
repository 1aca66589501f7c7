// The parts of HTTP that are text alone: what a request's path means, which bytes it asks for, what a file is. All of
// it is read as hostile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bytes {

// A request's target (`/bytes/ask/?a=b`) as a decoded path that starts with a slash. Nothing when it could mean a file
// outside of the site or a hidden one: `..`, names that begin with a dot, backslashes, control characters, an encoded
// slash, an escape that is none, bytes that are no UTF-8.
std::optional<std::string> path_of_target(std::string_view target);

// `path` for a Location header: what an address may not hold is escaped, and it starts with exactly one slash, so that
// no host is named by it.
std::string location_of(std::string_view path);

// Of the host that a request names (`localhost:8080`): this machine itself, by a name that only it has. Anything else
// may be a name of somebody's that was pointed at this machine.
bool names_this_machine(std::string_view host);

// Bytes from `first` to `last`, both counted from 0 and included.
struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

enum class RangeWish { kWhole, kPart, kNone };

// What a Range header asks of a file of `size` bytes. kWhole: no header, or one that may be passed over (several
// ranges, another unit). kPart: `range` says which. kNone: there are no such bytes.
RangeWish range_of(std::string_view header, std::uint64_t size, ByteRange& range);

// The media type that a file's name stands for, with its charset; `application/octet-stream` when it is not known.
std::string_view media_type_of(std::string_view name);

}  // namespace bytes
