// Names and where each was first seen: finds the second use of one.
#pragma once

#include "base/diagnostics.h"
#include "base/name_map.h"

namespace bytes::content {

// Requires: the names outlive the table.
using NameTable = NameMap<Position>;

}  // namespace bytes::content
