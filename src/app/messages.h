// FrameInput and FrameOutput as JSON: how the page's script and the engine speak (web/engine.js).
#pragma once

#include <string>
#include <string_view>

#include "app/app.h"
#include "outline/handles.h"

namespace bytes::app {

// {"now": ms, "entropy": 32 hex digits, "inputs": [
//    {"type": "activated", "id"} | {"type": "toggled", "id", "on"} |
//    {"type": "wrote", "id", "text"} |
//    {"type": "loaded", "device", "last", "emptied", "events": [record]} | {"type": "store-unavailable", "reason", "device"} |
//    {"type": "saved", "ids"} | {"type": "save-failed", "ids", "reason", "full"} | {"type": "try-again"} |
//    {"type": "arrived", "events": [record]} | {"type": "opened", "taken", "passed"} |
//    {"type": "face-changed", "plain"} | {"type": "saving-changed", "saves"}]}
// What is malformed is passed over. Records of `loaded` that are no events are counted, and `rejected` takes their places
// in the array.
FrameInput read_frame_input(std::string_view json, std::vector<learning::Rejected>& rejected);

// {"patch": see outline/patch_json.h, "commands": [{"type": "store", "events"} | {"type": "erase", "ids"} |
//    {"type": "set-aside", "records": [[index, reason]]} | {"type": "change-face", "plain"} |
//    {"type": "change-saving", "saves"} | {"type": "use-file", "opens"}]}
// Requires: `handles` knows the app's outline.
std::string write_frame_output(const FrameOutput& output, const std::vector<learning::Rejected>& rejected,
                               const outline::Handles& handles);

}  // namespace bytes::app
