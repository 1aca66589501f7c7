// Dear ImGui without a graphics card: its textures count as made, and nothing is drawn.
#pragma once

namespace bytes::platform::headless {

// For the current ImGui context, which a paint::Painter has made. Call once, and `accept_textures` after each frame.
void start_null_renderer();
void accept_textures();

}  // namespace bytes::platform::headless
