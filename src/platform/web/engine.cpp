// The learner's engine as the page's script sees it (web/engine.js): C functions over one App, one Painter and a few buffers.
//
// Text goes in and out as UTF-8 in `bytes_buffer` and in the reply; geometry as packed arrays. There is one page to a module,
// so all of it is one object that lives as long as the page.
#include <emscripten.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/messages.h"
#include "backends/imgui_impl_opengl3.h"
#include "base/hash.h"
#include "base/json_writer.h"
#include "content/byte_reader.h"
#include "outline/handles.h"
#include "outline/patch_json.h"
#include "paint/painter.h"
#include "paint/theme.h"
#include "platform/web/canvas.h"
#include "view/interface.h"

extern "C" {
// In engine_library.js. Makes the WebGL2 context of Module.canvas current; 0 when there is none to be had.
int bytes_make_context();
}

namespace {

using namespace bytes;

struct Engine {
  std::string buffer;  // What the page wrote.
  std::string reply;   // What the page reads next.
  std::unique_ptr<app::App> app;
  outline::Handles handles;
  std::unique_ptr<paint::Painter> painter;
  paint::Palettes palettes;
  std::vector<paint::Box> boxes;
  std::vector<paint::Quad> words;
  std::vector<ImTextureID> word_pages;
  int activated = outline::kNoElement;
  bool has_context = false;
};

Engine& engine() {
  static Engine only;
  return only;
}

// Flags of bytes_paint's `flags`, and of what it returns; web/engine.js has the same.
enum PaintFlag { kFocusIsVisible = 1, kStageHasPointer = 2, kPointerIsDown = 4, kRightToLeft = 8, kReducedMotion = 16 };
enum PaintResult { kWantsFrame = 1, kStageWantsPointer = 2 };

// From this bit on: one more than the place that what is activated was carried to, or 0.
constexpr int kPlaceShift = 8;

}  // namespace

extern "C" {

// Room for `size` bytes, valid until the next call.
EMSCRIPTEN_KEEPALIVE char* bytes_buffer(int size) {
  engine().buffer.resize(static_cast<std::size_t>(size));
  return engine().buffer.data();
}

EMSCRIPTEN_KEEPALIVE const char* bytes_reply() { return engine().reply.data(); }
EMSCRIPTEN_KEEPALIVE int bytes_reply_size() { return static_cast<int>(engine().reply.size()); }

// The buffer holds the Byte's JSON (`byte_size` bytes), then the interface's, with what is the site's own in it. The reply is the hash of the outline of a learner
// who has done nothing. Returns 0, and the reply is what is wrong, when the Byte can't be shown.
EMSCRIPTEN_KEEPALIVE int bytes_start(int byte_size) {
  Engine& e = engine();
  const std::string_view all = e.buffer;
  const std::string_view byte_text = all.substr(0, static_cast<std::size_t>(byte_size));
  Diagnostics diagnostics;
  auto byte = content::read_byte(byte_text, "byte.json", {.strict = false, .markup = {}}, diagnostics);
  const content::JsonValue phrases =
      content::parse_json(all.substr(static_cast<std::size_t>(byte_size)), "interface", diagnostics);
  if (!byte) {
    e.reply.clear();
    for (const Diagnostic& diagnostic : diagnostics.all()) e.reply += to_text(diagnostic) + "\n";
    return 0;
  }
  if (const content::JsonValue* colours = phrases.find("site-colors")) e.palettes.set(colours->string);
  e.app = std::make_unique<app::App>(std::move(*byte), view::Interface(phrases), to_hex(hash_of(byte_text)));
  e.handles.update(e.app->outline());
  e.reply = to_hex(outline::hash_of_outline(e.app->outline()));
  return 1;
}

// The reply is the whole outline as one element: for a page that was written by another build.
EMSCRIPTEN_KEEPALIVE void bytes_whole() { engine().reply = outline::to_json(engine().app->outline(), engine().handles); }

// The buffer holds a frame's input, the reply its output (app/messages.h).
EMSCRIPTEN_KEEPALIVE void bytes_frame() {
  Engine& e = engine();
  std::vector<learning::Rejected> rejected;
  const app::FrameInput input = app::read_frame_input(e.buffer, rejected);
  const app::FrameOutput output = e.app->frame(input);
  e.handles.update(e.app->outline());
  e.reply = app::write_frame_output(output, rejected, e.handles);
}

// Makes ready for painting on Module.canvas; 0 when there is no WebGL2. Also after a lost context has come back.
EMSCRIPTEN_KEEPALIVE int bytes_start_painting() {
  Engine& e = engine();
  if (!e.painter) e.painter = std::make_unique<paint::Painter>();
  if (e.has_context) ImGui_ImplOpenGL3_Shutdown();
  e.has_context = false;
  if (!bytes_make_context() || !ImGui_ImplOpenGL3_Init("#version 300 es")) return 0;
  e.has_context = true;
  e.word_pages.clear();
  e.painter->settle();
  return 1;
}

// Room for `count` boxes: int32 element, float x, y, width, height each.
EMSCRIPTEN_KEEPALIVE paint::Box* bytes_boxes(int count) {
  engine().boxes.resize(static_cast<std::size_t>(count));
  return engine().boxes.data();
}

// Room for `count` words: int32 element, float x, y, width, height, u0, v0, u1, v1, int32 page each.
EMSCRIPTEN_KEEPALIVE paint::Quad* bytes_words(int count) {
  engine().words.resize(static_cast<std::size_t>(count));
  return engine().words.data();
}

// `texture` is a name that Module.adoptTexture gave.
EMSCRIPTEN_KEEPALIVE void bytes_word_page(int page, int texture) {
  std::vector<ImTextureID>& pages = engine().word_pages;
  if (page >= static_cast<int>(pages.size())) pages.resize(static_cast<std::size_t>(page) + 1);
  pages[static_cast<std::size_t>(page)] = static_cast<ImTextureID>(texture);
}

// Paints the window of the document that the canvas covers. `now` in seconds, lengths in CSS px, `scale` device px per CSS px.
EMSCRIPTEN_KEEPALIVE int bytes_paint(double now, float x, float y, float width, float height, float scale,
                                     float root_font_size, int theme, int hovered, int pressed, int focused,
                                     float pointer_x, float pointer_y, int flags) {
  Engine& e = engine();
  paint::PaintInput input;
  input.outline = &e.handles;
  input.boxes = e.boxes;
  input.words = e.words;
  input.word_pages = e.word_pages;
  input.premultiplied_blend = platform::web::premultiplied_blend;
  input.window = {x, y, width, height, scale};
  input.root_font_size = root_font_size;
  input.interaction.hovered = hovered;
  input.interaction.pressed = pressed;
  input.interaction.focused = focused;
  input.interaction.focus_is_visible = (flags & kFocusIsVisible) != 0;
  input.interaction.stage_has_pointer = (flags & kStageHasPointer) != 0;
  input.interaction.pointer_is_down = (flags & kPointerIsDown) != 0;
  input.interaction.pointer_x = pointer_x;
  input.interaction.pointer_y = pointer_y;
  input.theme = static_cast<paint::ThemeName>(theme);
  input.palettes = &e.palettes;
  input.right_to_left = (flags & kRightToLeft) != 0;
  input.reduced_motion = (flags & kReducedMotion) != 0;
  input.now = now;

  ImGui_ImplOpenGL3_NewFrame();
  const paint::PaintOutput output = e.painter->paint(input);
  if (output.draw_data) {
    platform::web::clear_canvas(static_cast<int>(std::lround(width * scale)), static_cast<int>(std::lround(height * scale)));
    ImGui_ImplOpenGL3_RenderDrawData(output.draw_data);
  }
  e.activated = output.activated;
  return (output.wants_frame ? kWantsFrame : 0) | (output.stage_wants_pointer ? kStageWantsPointer : 0) |
         ((output.place + 1) << kPlaceShift);
}

// The stage's part that was clicked in the last frame; -1 when there was none.
EMSCRIPTEN_KEEPALIVE int bytes_activated() { return engine().activated; }

// Everything is shown at rest from the next frame on: for a window that has moved far.
EMSCRIPTEN_KEEPALIVE void bytes_settle() { engine().painter->settle(); }

}  // extern "C"
