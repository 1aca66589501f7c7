// Reads scenarios: a file of their own, or the fields of a block.
#pragma once

#include <optional>
#include <string_view>

#include "content/byte_reader.h"
#include "content/fields.h"
#include "content/scenario.h"

namespace bytes::content {

// The fields of a scenario, where `fields` may have others too. Incomplete afterwards when anything in it is wrong;
// what could be understood is kept, but then has no start.
void read_scenario_fields(Reading& reading, Fields& fields, Scenario& scenario);

// `<name>.scenario.json`. Diagnostics have codes and no sentences yet, as with read_byte. Empty when the file could not
// be understood at all; with errors the scenario has no start.
std::optional<Scenario> read_scenario(std::string_view text, std::string_view file, const ReadOptions& options,
                                      Diagnostics& diagnostics);

// The `carolina` of `more/carolina.scenario.json`, as a view into it; empty when the name does not end so.
std::string_view scenario_name(std::string_view file);

}  // namespace bytes::content
