#include "platform/web/canvas.h"

#include <GLES3/gl3.h>

namespace bytes::platform::web {

void premultiplied_blend(const ImDrawList*, const ImDrawCmd*) { glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA); }

void clear_canvas(int width, int height) {
  glViewport(0, 0, width, height);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace bytes::platform::web
