// What the page's script tells the engine, and what comes back. An input is a message a line.
#include "app/messages.h"

#include "content/byte_reader.h"
#include "content/json.h"
#include "outline/handles.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

const content::Byte& full_byte() {
  static const content::Byte read = [] {
    Diagnostics diagnostics;
    return content::read_byte(repository_file("tests/data/bytes/valid/gated.json"), "byte.json",
                              {.strict = false, .markup = {}}, diagnostics)
        .value_or(content::Byte());
  }();
  return read;
}

}  // namespace

void fuzz_messages(std::string_view input) {
  app::App app(full_byte(), view::Interface(), "1");
  outline::Handles handles;
  handles.update(app.outline());
  outline::Element page = app.outline();
  constexpr int kMostFrames = 20;
  for (int frames = 0; frames < kMostFrames && !input.empty(); ++frames) {
    const std::string_view line = input.substr(0, input.find('\n'));
    input.remove_prefix(std::min(input.size(), line.size() + 1));
    std::vector<learning::Rejected> rejected;
    const app::FrameOutput output = app.frame(app::read_frame_input(line, rejected));
    outline::apply(page, output.patch);
    expect(page == app.outline(), "the page is not what the app thinks it is");
    handles.update(app.outline());
    const std::string message = app::write_frame_output(output, rejected, handles);
    Diagnostics found;
    const content::JsonValue read = content::parse_json(message, "message", found);
    expect(read.was_read() && !found.has_errors(), "a message that is no JSON: " + message);
    // What is to be stored can be read when the page is opened again.
    for (const app::Command& command : output.commands) {
      const auto* store = std::get_if<app::Store>(&command);
      if (!store) continue;
      for (const learning::Event& event : store->events) {
        const auto back = learning::read_events(content::parse_json('[' + to_json(event) + ']', "event", found));
        expect(back.events.size() == 1 && back.events[0] == event, "an event that cannot be read again: " + to_json(event));
      }
    }
  }
}

}  // namespace bytes::fuzz
