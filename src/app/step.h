// What one frame of the application is busy with.
#pragma once

#include <string>
#include <vector>

#include "app/app.h"

namespace bytes::app {

struct App::Step {
  const FrameInput& input;
  FrameOutput& output;
  std::vector<learning::Event> recorded;
  std::vector<std::string> erased;
  bool tries_again = false;
  bool has_moved = false;  // Something was recorded, or came from elsewhere.
};

}  // namespace bytes::app
