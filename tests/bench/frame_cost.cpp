// What one frame of a large Byte costs: run under callgrind, which counts instructions and not seconds.
//
//   valgrind --tool=callgrind --toggle-collect='measured_frame*' frame_cost
//
// The Byte has 1,000 blocks. A frame is a tick of an answer: App::frame() with its diff, handles and patch, then
// Painter::paint() over three screens, with every box and word of the document in its input.
#include <cstdio>

#include "app/messages.h"
#include "content/byte_reader.h"
#include "platform/headless/geometry.h"
#include "platform/headless/null_renderer.h"

namespace {

using namespace bytes;

constexpr int kBlocks = 1000;

content::Byte large_byte() {
  content::Byte byte;
  byte.id = "large";
  byte.title = "A large Byte";
  for (int i = 0; i < kBlocks; ++i) {
    if (i % 20 == 0) {
      content::Section section;
      section.id = "section-" + std::to_string(i / 20);
      section.title = plain("Section " + std::to_string(i / 20));
      byte.sections.push_back(std::move(section));
    }
    content::Block block;
    if (i % 10 == 9) {
      content::Question question;
      question.kind = content::QuestionKind::kMultiple;
      question.prompt = plain("Which of these would you ask a mentor, and which would you not?");
      for (int option = 0; option < 4; ++option) {
        content::Option one;
        one.id = "option-" + std::to_string(option);
        one.text = plain("An option of some words that a learner reads");
        one.correct = option % 2 == 0;
        one.feedback = plain("Why this is so, in a sentence.");
        question.options.push_back(std::move(one));
      }
      block.id = "question-" + std::to_string(i);
      block.content = std::move(question);
    } else if (i % 10 == 4) {
      content::ListBlock list;
      list.style = content::ListStyle::kCheck;
      list.lead = plain("A mentor is someone who");
      for (int item = 0; item < 4; ++item) list.items.push_back(plain("knows where you are strong, and where not yet"));
      block.content = std::move(list);
    } else {
      block.content = content::TextBlock{
          plain("A paragraph of about forty words, as lessons have them: it says one thing, says it plainly, gives an "
                "example that a reader of fourteen knows from home or from school, and then stops, because there is more "
                "to do than to read.")};
    }
    byte.sections.back().blocks.push_back(std::move(block));
  }
  return byte;
}

}  // namespace

// With C linkage, so that callgrind finds it by its name.
extern "C" __attribute__((noinline)) int measured_frame(app::App& app, const app::FrameInput& input,
                                                        outline::Handles& handles, paint::Painter& painter,
                                                        paint::PaintInput& picture) {
  const app::FrameOutput output = app.frame(input);
  handles.update(app.outline());
  const std::string message = app::write_frame_output(output, {}, handles);
  const paint::PaintOutput painted = painter.paint(picture);
  return static_cast<int>(message.size()) + (painted.draw_data ? painted.draw_data->TotalVtxCount : 0);
}

int main() {
  app::App app(large_byte(), view::Interface(), "0000000000000001");
  outline::Handles handles;
  handles.update(app.outline());
  paint::Painter painter;
  platform::headless::start_null_renderer();
  const platform::headless::Geometry geometry = platform::headless::lay_out(app.outline(), handles, 412);
  const ImTextureID page = 1;

  paint::PaintInput picture;
  picture.outline = &handles;
  picture.boxes = geometry.boxes;
  picture.words = geometry.words;
  picture.word_pages = {&page, 1};
  picture.window = {0, 8000, 412, 2400, 2};
  picture.now = 1;
  painter.paint(picture);
  platform::headless::accept_textures();

  app::FrameInput loaded;
  loaded.now = 1;
  loaded.inputs = {app::Loaded{"0123456789abcdef0123456789abcdef", {}, 0, 0}};
  app.frame(loaded);

  app::FrameInput tick;
  tick.now = 2;
  tick.entropy = "0123456789abcdef0123456789abcdef";
  tick.inputs = {app::Toggled{"question-199/option-1:control", true}};
  picture.now = 1.016;
  const int result = measured_frame(app, tick, handles, painter, picture);
  std::printf("%zu boxes, %zu words, result %d\n", geometry.boxes.size(), geometry.words.size(), result);
  return result > 0 ? 0 : 1;
}
